/* zip.c: libzip, for unpacking the parts of a file that its directory was found sound. */
#include "files/zip.h"

#include "files/pack.h"

#include <assert.h>
#include <zip.h>

struct zipped {
	struct zip_directory directory;
	zip_t      *zip;
	zip_file_t *part;                    /* being read, so that closing the zip closes it too */
};

static bool
refuse_broken(struct zip_trouble *trouble, Str part)
{
	return zip_refuse(trouble, S("xlsx-broken"), part, S("cannot be unpacked"),
	                  S("fetch the file again: it may be damaged"));
}

/* libzip must see the parts that were looked at, and no others. */
static bool
understood_alike(const struct zipped *zipped, struct zip_trouble *trouble)
{
	if (zip_get_num_entries(zipped->zip, 0) != zipped->directory.count)
		return refuse_broken(trouble, (Str){ 0 });
	for (int i = 0; i < zipped->directory.count; i++) {
		const struct zip_part *part = &zipped->directory.at[i];
		struct zip_stat stat;
		if (zip_stat_index(zipped->zip, (zip_uint64_t)i, ZIP_FL_ENC_RAW, &stat) != 0
		    || stat.size != part->unpacked || stat.comp_size != part->packed
		    || !str_equal(str_of(stat.name), part->name))
			return refuse_broken(trouble, part->name);
	}
	return true;
}

struct zipped *
zipped_open(Str bytes, struct zip_trouble *trouble, struct arena *perm)
{
	struct zipped *zipped = new(perm, 1, struct zipped);
	if (!zip_directory_read(bytes, &zipped->directory, trouble, perm))
		return NULL;
	zip_source_t *source = zip_source_buffer_create(bytes.at, (zip_uint64_t)bytes.len, 0, NULL);
	zipped->zip = source ? zip_open_from_source(source, ZIP_RDONLY, NULL) : NULL;
	if (!zipped->zip) {
		zip_source_free(source);
		refuse_broken(trouble, (Str){ 0 });
		return NULL;
	}
	if (understood_alike(zipped, trouble))
		return zipped;
	zipped_close(zipped);
	return NULL;
}

void
zipped_close(struct zipped *zipped)
{
	if (zipped->part)
		zip_fclose(zipped->part);
	zip_discard(zipped->zip);
	zipped->part = NULL;
	zipped->zip = NULL;
}

int
zipped_count(const struct zipped *zipped)
{
	return zipped->directory.count;
}

Str
zipped_name(const struct zipped *zipped, int part)
{
	assert(part >= 0 && part < zipped->directory.count);
	return zipped->directory.at[part].name;
}

int
zipped_find(const struct zipped *zipped, Str name)
{
	for (int i = 0; i < zipped->directory.count; i++)
		if (str_equal_fold(zipped->directory.at[i].name, name))
			return i;
	return -1;
}

/* Every piece of the open part; false when it is longer, shorter or other than was said. */
static bool
read_pieces(struct zipped *zipped, int64_t left, zipped_take *take, void *context)
{
	char piece[1 << 16];
	for (;;) {
		zip_int64_t got = zip_fread(zipped->part, piece, sizeof piece);
		if (got < 0 || got > left || (got == 0 && left > 0))
			return false;
		left -= got;
		bool last = left == 0 && zip_fread(zipped->part, &(char){ 0 }, 1) == 0;
		if (left == 0 && !last)
			return false;
		if (!take(context, (Str){ piece, (ptrdiff_t)got }, last) || last)
			return true;
	}
}

bool
zipped_read(struct zipped *zipped, int part, zipped_take *take, void *context,
            struct zip_trouble *trouble)
{
	assert(part >= 0 && part < zipped->directory.count);
	assert(!zipped->part);
	zipped->part = zip_fopen_index(zipped->zip, (zip_uint64_t)part, 0);
	if (!zipped->part)
		return refuse_broken(trouble, zipped_name(zipped, part));
	bool sound = read_pieces(zipped, zipped->directory.at[part].unpacked, take, context);
	zip_fclose(zipped->part);
	zipped->part = NULL;
	return sound || refuse_broken(trouble, zipped_name(zipped, part));
}

/* ---- packing ----------------------------------------------------------------------------------- */

/* The files must outlive the closing, which reads them. */
static bool
add_files(zip_t *zip, const struct packed *files, int count, int64_t at, struct arena scratch)
{
	for (int i = 0; i < count; i++) {
		zip_source_t *source = zip_source_buffer(zip, files[i].bytes.at, (zip_uint64_t)files[i].bytes.len, 0);
		zip_int64_t index = source ? zip_file_add(zip, str_c(files[i].name, &scratch), source, ZIP_FL_ENC_UTF_8) : -1;
		if (index < 0) {
			zip_source_free(source);
			return false;
		}
		if (zip_file_set_mtime(zip, (zip_uint64_t)index, (time_t)at, 0) != 0)
			return false;
	}
	return true;
}

static bool
read_source(zip_source_t *source, Str *bytes, struct arena *perm)
{
	zip_stat_t stat;
	if (zip_source_stat(source, &stat) != 0 || zip_source_open(source) != 0)
		return false;
	char *at = new(perm, (ptrdiff_t)stat.size + 1, char);
	zip_int64_t read = zip_source_read(source, at, stat.size);
	zip_source_close(source);
	*bytes = (Str){ at, (ptrdiff_t)stat.size };
	return read == (zip_int64_t)stat.size;
}

bool
zip_pack(const struct packed *files, int count, int64_t at, Str *bytes, struct arena *perm,
         struct error *err)
{
	zip_error_t error;
	zip_error_init(&error);
	zip_source_t *source = zip_source_buffer_create(NULL, 0, 0, &error);
	zip_t *zip = source ? zip_open_from_source(source, ZIP_CREATE | ZIP_TRUNCATE, &error) : NULL;
	bool done = zip != NULL;
	if (zip) {
		zip_source_keep(source);
		done = add_files(zip, files, count, at, *perm) && zip_close(zip) == 0;
		if (!done)
			zip_discard(zip);
		done = done && read_source(source, bytes, perm);
	}
	if (source)
		zip_source_free(source);
	zip_error_fini(&error);
	return done || fail(err, "the files could not be packed");
}
