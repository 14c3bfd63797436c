/* zip_page.c: unpacking the parts of a workbook in a browser. Stands for files/zip.c there.
 *
 * The directory is read and judged by files/zip_directory.c as everywhere; what is packed is unpacked by
 * the page's own library (fflate), in memory, to exactly the size the directory says.
 */
#include "files/zip.h"

#include <assert.h>

/* Unpacks `packed` into `to`; gives how many bytes came out, or -1. */
__attribute__((import_module("page"), import_name("inflate")))
int page_inflate(const char *packed, int packed_length, char *to, int length);

/* As libzip gives them: readers see the same pieces in both builds. */
enum { PIECE = 1 << 16, STORED = 0 };

struct zipped { Str bytes; struct zip_directory directory; struct arena *arena; };

struct zipped *
zipped_open(Str bytes, struct zip_trouble *trouble, struct arena *perm)
{
	struct zipped *zipped = new(perm, 1, struct zipped);
	*zipped = (struct zipped){ .bytes = bytes, .arena = perm };
	return zip_directory_read(bytes, &zipped->directory, trouble, perm) ? zipped : NULL;
}

void
zipped_close(struct zipped *zipped)
{
	(void)zipped;
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

/* ---- one part ---------------------------------------------------------------------------------- */

/* CRC-32 as zip files have it (ISO 3309), a bit at a time: parts are small. */
static uint32_t
crc_of(Str bytes)
{
	uint32_t crc = ~UINT32_C(0);
	for (ptrdiff_t i = 0; i < bytes.len; i++) {
		crc ^= (unsigned char)bytes.at[i];
		for (int bit = 0; bit < 8; bit++)
			crc = crc >> 1 ^ (UINT32_C(0xEDB88320) & -(crc & 1));
	}
	return ~crc;
}

/* What the part unpacks to, or false. */
static bool
unpack(const struct zipped *zipped, const struct zip_part *part, Str *whole, struct arena *perm)
{
	Str packed = { zipped->bytes.at + (part->end - part->packed), (ptrdiff_t)part->packed };
	*whole = packed;
	if (part->method == STORED)
		return true;
	char *to = new(perm, (ptrdiff_t)part->unpacked + 1, char);
	*whole = (Str){ to, (ptrdiff_t)part->unpacked };
	return page_inflate(packed.at, (int)packed.len, to, (int)part->unpacked) == (int)part->unpacked;
}

static void
give_pieces(Str whole, zipped_take *take, void *context)
{
	for (; whole.len > PIECE; whole = str_from(whole, PIECE))
		if (!take(context, str_upto(whole, PIECE), false))
			return;
	take(context, whole, true);
}

bool
zipped_read(struct zipped *zipped, int part, zipped_take *take, void *context,
            struct zip_trouble *trouble)
{
	assert(part >= 0 && part < zipped->directory.count);
	const struct zip_part *wanted = &zipped->directory.at[part];
	Str whole;
	bool unpacked = unpack(zipped, wanted, &whole, zipped->arena);
	bool sound = unpacked && crc_of(whole) == wanted->crc;
	if (!sound)
		return zip_refuse(trouble, S("xlsx-broken"), wanted->name, S("cannot be unpacked"),
		                  S("fetch the file again: it may be damaged"));
	give_pieces(whole, take, context);
	return true;
}
