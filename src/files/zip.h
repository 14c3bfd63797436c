/* zip.h: the parts of a zip file, read from memory within limits. Private to files/.
 *
 * A zip says everything twice: in its directory at the end, and before each part. A file that was
 * made to do harm says two different things, or lets parts share their bytes, so that a few kilobytes
 * unpack to gigabytes. So the directory is read and held against the parts before anything is
 * unpacked (zip_directory.c), and libzip, which unpacks (zip.c), must have understood the same.
 *
 * Refused: more than ZIP_PARTS_MOST parts; more than ZIP_UNPACKED_MOST bytes unpacked; a part of over a
 * megabyte packed more than 100 times (a sheet of the same row over and over is packed 20 to 40
 * times); parts that overlap; zip64, which no file within these limits needs; encryption; names that
 * are absolute, climb out of the folder, stand twice, or hold what no name holds; links. No file is
 * ever made from a part.
 */
#ifndef FILES_ZIP_H
#define FILES_ZIP_H

#include "base/str.h"

enum { ZIP_PARTS_MOST = 256, ZIP_UNPACKED_MOST = 64000000, ZIP_RATIO_MOST = 100,
       ZIP_RATIO_FROM = 1000000 };

/* Why a file is refused, in words; `code` empty: it is not. */
struct zip_trouble { Str code, part, wrong, mend; };

struct zip_part {
	Str      name;
	uint32_t packed, unpacked;
	uint32_t begin, end;         /* where it lies in the file, with what stands before it */
	uint32_t crc;                /* of what it unpacks to */
	int      method;
	int      flags;
};
struct zip_directory { struct zip_part *at; int count; };

/* Reads the directory and holds it against the parts. False when the file is refused. */
bool zip_directory_read(Str bytes, struct zip_directory *directory, struct zip_trouble *trouble,
                        struct arena *perm);
/* Always false, with the trouble filled in. */
bool zip_refuse(struct zip_trouble *trouble, Str code, Str part, Str wrong, Str mend);

struct zipped;                       /* an open zip file */

/* NULL when the file is refused. `bytes` must outlive it. */
struct zipped *zipped_open(Str bytes, struct zip_trouble *trouble, struct arena *perm);
void zipped_close(struct zipped *zipped);

int zipped_count(const struct zipped *zipped);
Str zipped_name(const struct zipped *zipped, int part);
/* The part with this name, letters in either case, or -1. */
int zipped_find(const struct zipped *zipped, Str name);

/* Unpacks a part piece by piece, each piece once; the last piece may be empty. Stops early, without
 * trouble, when `take` gives false. Gives false when the part is not what the file says it is. */
typedef bool zipped_take(void *context, Str piece, bool last);
bool zipped_read(struct zipped *zipped, int part, zipped_take *take, void *context,
                 struct zip_trouble *trouble);

#endif
