/* upkeep.h: chores of whoever keeps the figures: turning DfE's files into the project's own format,
 * and seeing that a store is whole.
 */
#ifndef APP_UPKEEP_H
#define APP_UPKEEP_H

#include "app/app.h"

/* A file turned into the project's own format. With `answer` DONE, `text` is the new file and the
 * same input gives the same bytes each time; with REFUSED, the document lists the findings. */
struct converted { struct answer answer; Str text; };

/* DfE's release CSV. `about` says what the file itself does not; its name, file and sha256 are filled
 * from the file where they are empty. */
struct converted convert_release(Str text, struct release about, Str file, struct arena *perm);

/* DfE's table of statistical neighbours, for the authorities of the figures that came with the
 * program. */
struct converted convert_neighbours(Str text, Str model, Str file, struct arena *perm);

/* Whether the store is whole, its links hold, its settings are durable, and the audit and every deed
 * are as they were written. */
struct answer verify_store(Str path, struct arena *perm);

#endif
