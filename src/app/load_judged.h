/* load_judged.h: what is wrong with a whole row, and not with one of its cells, can be put right in some of
 * them. Private to app/.
 *
 * A rule says that a post is held by more than it has: a wrong FTE, a wrong post number or a last day that is
 * not known may be why. Somebody is shown those cells, and may leave the row out besides.
 */
#ifndef APP_LOAD_JUDGED_H
#define APP_LOAD_JUDGED_H

#include "app/load_parts.h"

enum { JUDGED_CELLS_MOST = 4 };
/* The targets, of those the list has columns of, whose cells may be wrong; gives how many. */
int judged_cells(const struct load_work *work, const struct finding *finding,
                 enum target cells[JUDGED_CELLS_MOST]);
/* By which value other rows are of the same matter: the post's number, the payroll number; TARGETS: none. */
enum target judged_same(Str code);
/* What is wrong with a row, or with a row of the same matter; empty when nothing is. */
Str judged_trouble(const struct load_work *work, int line, struct arena *perm);
/* The column that is read as the target, from 1; 0 where the list has none. */
int judged_column(const struct load_work *work, enum target target);

#endif
