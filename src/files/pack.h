/* pack.h: several files made into one zip file, in memory. */
#ifndef FILES_PACK_H
#define FILES_PACK_H

#include "base/error.h"
#include "base/str.h"

struct packed { Str name, bytes; };
/* `at`: UTC seconds, the time that each is said to be of. */
bool zip_pack(const struct packed *files, int count, int64_t at, Str *bytes, struct arena *perm,
              struct error *err);

#endif
