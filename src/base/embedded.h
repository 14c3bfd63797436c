/* embedded.h: files that are inside the program, so that it is one file to copy.
 *
 * Everything under data/, sql/, assets/ and the front-end files prepared at build time. The table
 * is made by tools/embed.sh.
 */
#ifndef BASE_EMBEDDED_H
#define BASE_EMBEDDED_H

#include "base/str.h"

struct embedded { const char *name; const char *begin, *end; };

extern const struct embedded embedded_files[];
extern const int embedded_count;

/* A file's bytes by its name ("data/release-2025.txt"), or an empty text with at == NULL. */
Str embedded_file(Str name);

#endif
