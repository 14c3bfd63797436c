/* zip_directory.c: what a zip file says of itself, before anything is unpacked.
 *
 * Layout and field places: PKWARE, .ZIP File Format Specification (APPNOTE) 6.3, 4.3.7 to 4.3.16.
 */
#include "files/zip.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { END_LENGTH = 22, ENTRY_LENGTH = 46, LOCAL_LENGTH = 30, LOCATOR_LENGTH = 20 };
enum { FLAG_ENCRYPTED = 1, FLAG_SIZES_FOLLOW = 1 << 3, FLAG_STRONG = 1 << 6, FLAG_MASKED = 1 << 13 };
enum { METHOD_STORED = 0, METHOD_DEFLATED = 8, MADE_ON_UNIX = 3 };

#define END_MARK     "PK\x05\x06"
#define ENTRY_MARK   "PK\x01\x02"
#define LOCAL_MARK   "PK\x03\x04"
#define LOCATOR_MARK "PK\x06\x07"

#define ASK_AGAIN S("open it in a spreadsheet program and save it again as .xlsx")

bool
zip_refuse(struct zip_trouble *trouble, Str code, Str part, Str wrong, Str mend)
{
	*trouble = (struct zip_trouble){ code, part, wrong, mend };
	return false;
}

static bool
damaged_list(struct zip_trouble *trouble)
{
	return zip_refuse(trouble, S("xlsx-broken"), (Str){ 0 }, S("has a damaged list of its parts"), ASK_AGAIN);
}

static bool
two_ways(struct zip_trouble *trouble, Str part)
{
	return zip_refuse(trouble, S("xlsx-limit"), part, S("is described in two ways in the file"), ASK_AGAIN);
}

static uint32_t
number2(Str bytes, ptrdiff_t at)
{
	assert(at >= 0 && at + 2 <= bytes.len);
	const unsigned char *p = (const unsigned char *)bytes.at + at;
	return (uint32_t)p[0] | (uint32_t)p[1] << 8;
}

static uint32_t
number4(Str bytes, ptrdiff_t at)
{
	return number2(bytes, at) | number2(bytes, at + 2) << 16;
}

static bool
marked(Str bytes, ptrdiff_t at, const char mark[4], ptrdiff_t length)
{
	return at >= 0 && length <= bytes.len - at && memcmp(bytes.at + at, mark, 4) == 0;
}

/* ---- names ------------------------------------------------------------------------------------- */

/* A name that would leave the folder the file is unpacked to, or that is no name at all. */
static bool
name_is_odd(Str name)
{
	if (name.len == 0 || name.len > 255 || !str_utf8(name, NULL) || name.at[0] == '/')
		return true;
	for (ptrdiff_t i = 0; i < name.len; i++)
		if ((unsigned char)name.at[i] < ' ' || name.at[i] == '\\' || name.at[i] == ':')
			return true;
	Str rest = name;
	while (rest.len > 0)
		if (str_equal(str_cut(&rest, '/'), S("..")))
			return true;
	return false;
}

static bool
names_stand_once(const struct zip_directory *directory, struct zip_trouble *trouble)
{
	for (int i = 0; i < directory->count; i++)
		for (int j = 0; j < i; j++)
			if (str_equal_fold(directory->at[i].name, directory->at[j].name))
				return zip_refuse(trouble, S("xlsx-part"), directory->at[i].name,
				                  S("stands twice in the file"), ASK_AGAIN);
	return true;
}

/* ---- one part ---------------------------------------------------------------------------------- */

/* What stands before the part, held against what the directory says. */
static bool
local_agrees(Str bytes, struct zip_part *part, struct zip_trouble *trouble)
{
	if (!marked(bytes, part->begin, LOCAL_MARK, LOCAL_LENGTH))
		return zip_refuse(trouble, S("xlsx-broken"), part->name, S("is not where the file says"), ASK_AGAIN);
	ptrdiff_t at = part->begin;
	int flags = (int)number2(bytes, at + 6);
	uint32_t packed = number4(bytes, at + 18), unpacked = number4(bytes, at + 22);
	ptrdiff_t name_length = (ptrdiff_t)number2(bytes, at + 26);
	ptrdiff_t data = at + LOCAL_LENGTH + name_length + (ptrdiff_t)number2(bytes, at + 28);
	bool follow = (flags & FLAG_SIZES_FOLLOW) && packed == 0 && unpacked == 0;
	bool same = follow || (packed == part->packed && unpacked == part->unpacked);
	Str name = name_length <= bytes.len - at - LOCAL_LENGTH
		? (Str){ bytes.at + at + LOCAL_LENGTH, name_length } : (Str){ 0 };
	part->flags |= flags;
	if (!same || (int)number2(bytes, at + 8) != part->method || !str_equal(name, part->name))
		return two_ways(trouble, part->name);
	if (data > bytes.len || (ptrdiff_t)part->packed > bytes.len - data)
		return zip_refuse(trouble, S("xlsx-broken"), part->name, S("goes on past the end of the file"),
		                  S("fetch the file again: it may be cut short"));
	part->end = (uint32_t)(data + (ptrdiff_t)part->packed);
	return true;
}

static bool
part_is_allowed(const struct zip_part *part, bool link, struct zip_trouble *trouble)
{
	Str name = part->name;
	if (name_is_odd(name) || link)
		return zip_refuse(trouble, S("xlsx-part"), (Str){ 0 },
		                  S("holds a part whose name or kind no workbook has"), ASK_AGAIN);
	if (part->flags & (FLAG_ENCRYPTED | FLAG_STRONG | FLAG_MASKED))
		return zip_refuse(trouble, S("xlsx-password"), name, S("is encrypted"),
		                  S("take the password off and save it again"));
	if (part->method != METHOD_STORED && part->method != METHOD_DEFLATED)
		return zip_refuse(trouble, S("xlsx-limit"), name, S("is packed in a way no workbook is"), ASK_AGAIN);
	if (part->packed == UINT32_MAX || part->unpacked == UINT32_MAX || part->begin == UINT32_MAX)
		return zip_refuse(trouble, S("xlsx-limit"), name, S("is marked as over 4 GB"), ASK_AGAIN);
	if (part->method == METHOD_STORED && part->packed != part->unpacked)
		return two_ways(trouble, name);
	if (part->unpacked > ZIP_RATIO_FROM && part->unpacked / ZIP_RATIO_MOST > part->packed)
		return zip_refuse(trouble, S("xlsx-limit"), name, S("unpacks to more than 100 times its size"),
		                  S("delete empty rows and columns with nothing but colours, and save it again"));
	return true;
}

/* The entry at `*at`, leaving `*at` after it. */
static bool
read_entry(Str bytes, ptrdiff_t *at, struct zip_part *part, struct zip_trouble *trouble)
{
	if (!marked(bytes, *at, ENTRY_MARK, ENTRY_LENGTH))
		return damaged_list(trouble);
	ptrdiff_t name = number2(bytes, *at + 28), extra = number2(bytes, *at + 30),
	          comment = number2(bytes, *at + 32), length = ENTRY_LENGTH + name + extra + comment;
	if (length > bytes.len - *at)
		return damaged_list(trouble);
	*part = (struct zip_part){ .name = { bytes.at + *at + ENTRY_LENGTH, name },
		.flags = (int)number2(bytes, *at + 8), .method = (int)number2(bytes, *at + 10),
		.crc = number4(bytes, *at + 16), .packed = number4(bytes, *at + 20), .unpacked = number4(bytes, *at + 24),
		.begin = number4(bytes, *at + 42) };
	bool link = number2(bytes, *at + 4) >> 8 == MADE_ON_UNIX
		&& S_ISLNK(number4(bytes, *at + 38) >> 16);
	*at += length;
	return part_is_allowed(part, link, trouble) && local_agrees(bytes, part, trouble)
		&& part_is_allowed(part, link, trouble);
}

/* ---- all of them ------------------------------------------------------------------------------- */

static int
by_begin(const void *a, const void *b)
{
	const struct zip_part *x = a, *y = b;
	return x->begin < y->begin ? -1 : x->begin > y->begin;
}

/* No byte belongs to two parts, nor to a part and the directory. */
static bool
nothing_overlaps(const struct zip_directory *directory, uint32_t directory_begin,
                 struct zip_trouble *trouble, struct arena scratch)
{
	struct zip_part *sorted = new(&scratch, directory->count, struct zip_part);
	if (directory->count > 0)
		memcpy(sorted, directory->at, (size_t)directory->count * sizeof *sorted);
	qsort(sorted, (size_t)directory->count, sizeof *sorted, by_begin);
	for (int i = 0; i < directory->count; i++) {
		uint32_t next = i + 1 < directory->count ? sorted[i + 1].begin : directory_begin;
		if (sorted[i].end > next)
			return zip_refuse(trouble, S("xlsx-limit"), sorted[i].name,
			                  S("shares its bytes with another part"), ASK_AGAIN);
	}
	return true;
}

static bool
unpacks_within(const struct zip_directory *directory, struct zip_trouble *trouble)
{
	int64_t total = 0;
	for (int i = 0; i < directory->count; i++)
		total += directory->at[i].unpacked;
	return total <= ZIP_UNPACKED_MOST
		|| zip_refuse(trouble, S("xlsx-limit"), (Str){ 0 }, S("unpacks to more than 64 MB"),
		              S("send the sheet that is needed alone, without pictures"));
}

/* The record at the end: how many parts, and where their list begins. No comment may follow it, so
 * that there is one way to find it. */
static bool
read_end(Str bytes, int *count, uint32_t *begin, struct zip_trouble *trouble)
{
	ptrdiff_t at = bytes.len - END_LENGTH;
	if (!marked(bytes, at, END_MARK, END_LENGTH) || number2(bytes, at + 20) != 0)
		return zip_refuse(trouble, S("xlsx-broken"), (Str){ 0 }, S("does not end as a workbook does"),
		                  S("fetch the file again: it may be cut short"));
	*count = (int)number2(bytes, at + 10);
	*begin = number4(bytes, at + 16);
	uint64_t end = (uint64_t)*begin + number4(bytes, at + 12);
	if (marked(bytes, at - LOCATOR_LENGTH, LOCATOR_MARK, LOCATOR_LENGTH) || *count == 0xFFFF)
		return zip_refuse(trouble, S("xlsx-limit"), (Str){ 0 },
		                  S("is a zip64 file, for over 4 GB or 65,535 parts"), ASK_AGAIN);
	if (*count > ZIP_PARTS_MOST)
		return zip_refuse(trouble, S("xlsx-limit"), (Str){ 0 }, S("has more than 256 parts"),
		                  S("send the sheet that is needed alone, without pictures"));
	if (number4(bytes, at + 4) != 0 || number2(bytes, at + 8) != (uint32_t)*count || end != (uint64_t)at)
		return damaged_list(trouble);
	return true;
}

bool
zip_directory_read(Str bytes, struct zip_directory *directory, struct zip_trouble *trouble,
                   struct arena *perm)
{
	uint32_t begin = 0;
	*directory = (struct zip_directory){ 0 };
	*trouble = (struct zip_trouble){ 0 };
	if (bytes.len > UINT32_MAX / 2)
		return zip_refuse(trouble, S("xlsx-limit"), (Str){ 0 }, S("is over 2 GB"), ASK_AGAIN);
	if (!read_end(bytes, &directory->count, &begin, trouble))
		return false;
	directory->at = new(perm, directory->count, struct zip_part);
	ptrdiff_t at = begin, end = bytes.len - END_LENGTH;
	for (int i = 0; i < directory->count; i++)
		if (!read_entry(str_upto(bytes, end), &at, &directory->at[i], trouble))
			return false;
	if (at != end)
		return damaged_list(trouble);
	return names_stand_once(directory, trouble) && unpacks_within(directory, trouble)
		&& nothing_overlaps(directory, begin, trouble, *perm);
}
