/* places.h: where the program keeps things on this machine, by the XDG base directory rules. */
#ifndef CLI_PLACES_H
#define CLI_PLACES_H

#include "base/error.h"
#include "cli/commands.h"

/* $MAINSTAY_SETTINGS, or mainstay/settings in $XDG_CONFIG_HOME, or ~/.config/mainstay/settings.
 * Empty when there is no home. */
Str settings_path(struct arena *perm);

/* What `store` is set to, or mainstay/mainstay.db in $XDG_DATA_HOME or ~/.local/share. Empty when
 * neither is known. */
Str store_path(const struct line *line, struct arena *perm);

/* Where others reach the pages, as it was set; empty where it was not. False, with words, for what no
 * address begins with. */
bool public_address(const struct line *line, Str *address, struct error *err);

/* How messages leave: what the file of `mail` says, or a folder beside the store. False, with words, for a file that others may read
 * too, or that is wrong; the words never hold what it says. */
struct carriage;
bool mail_carriage(const struct line *line, Str store, struct carriage *carriage, struct arena *perm, struct error *err);

/* The last part of a path: what a person calls the file. */
Str path_name(Str path);
bool path_exists(Str path, struct arena scratch);

/* The store that a reading command opens: empty when nobody named one and the usual one is not
 * there yet. False, with words, when somebody named one that is not there. */
bool store_to_read(const struct line *line, Str *path, struct arena *perm, struct error *err);
/* The store that a writing command opens; its folders are made. */
bool store_to_write(const struct line *line, Str *path, struct arena *perm, struct error *err);

#endif
