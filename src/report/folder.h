/* folder.h: a private folder for the files of one export.
 *
 * Libraries and programs that want files get them here: a new folder that only we may enter, gone
 * with everything in it when the export is done. Whoever makes one removes it in the same function,
 * and takes nothing from an arena in between but by folder_read, which asks first whether there is
 * room: a full arena jumps, and would leave the folder behind.
 */
#ifndef REPORT_FOLDER_H
#define REPORT_FOLDER_H

#include "base/error.h"
#include "base/str.h"

struct folder { char path[200]; };

/* Under TMPDIR, or /tmp. */
bool folder_make(struct folder *folder, struct error *err);
void folder_remove(const struct folder *folder);

/* `name` is one of our own, a plain file name. */
bool folder_write(const struct folder *folder, const char *name, Str bytes, struct error *err);
/* Fails in words when the file is larger than what is left of `perm`. */
bool folder_read(const struct folder *folder, const char *name, Str *bytes, struct arena *perm,
                 struct error *err);

#endif
