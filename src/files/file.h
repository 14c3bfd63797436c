/* file.h: whole files in and out. */
#ifndef FILES_FILE_H
#define FILES_FILE_H

#include "base/error.h"
#include "base/str.h"

/* Reads a whole file, or standard input for "-". Fails if it cannot be opened, is not a plain file,
 * or is over `most` bytes (said before reading it all). */
bool file_read(Str path, ptrdiff_t most, Str *text, struct arena *perm, struct error *err);

/* Writes by way of a temporary file beside it, fsync, rename, fsync of the folder: the old file or
 * the new, never half. */
bool file_write(Str path, Str bytes, struct arena scratch, struct error *err);

/* Lower-case hexadecimal SHA-256. */
Str file_sha256(Str bytes, struct arena *perm);

#endif
