/* load.h: lists of people and posts, from a file to the records: staged, understood, mended, looked at,
 * applied whole, taken back.
 *
 * A list is a file of HR's, of finance's, of an agency or of a team. It is kept whole, read by a
 * profile that is remembered, and changes nothing until somebody has seen what it would do and says
 * so. Then it is one deed (deeds.h). Only those who keep the whole council's records load lists,
 * since a list holds names (docs/methods/rights.md).
 */
#ifndef APP_LOAD_H
#define APP_LOAD_H

#include "app/app.h"
#include "app/load_work.h"

view show_lists;         /* what was loaded, and the form to load a list */
view add_list;           /* of a form: stages the file */
view show_list;          /* one list: `how` columns, words, mend or changes; `show`, `page` */
view change_list;        /* of a form: how it is read, mends, applying, putting aside, taking back */
view show_list_profiles; /* how lists are read, by name */
view show_list_profile;  /* one of them: `ref` is its name */

/* A list from the command line: worked out, and applied when nothing is to mend, unless it is a trial. Sent are
 * "list", "profile", "complete", "dry-run", and "ends", the number of ends that may stand when it is large. */
view take_list;
view undo_list;          /* takes list `ref` back, for the "reason" that was sent */

#endif
