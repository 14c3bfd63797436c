/* staying.h: who stays: how long a council's social workers last, in groups, and by which causes they leave.
 *
 * Of groups alone. Every number passes disclosure control, whoever asks: a group has ten people or more, a curve ends
 * where fewer than ten are at risk and is told after whole years, never at the days on which somebody left; and
 * nothing here is of one person, or can be asked of one (docs/methods/survival.md). Whoever has totals alone is
 * answered as at every third 30 September.
 */
#ifndef APP_STAYING_H
#define APP_STAYING_H

#include "app/app.h"

view show_staying;           /* area, on: the whole council, or the unit that the viewer sees */
/* Whether the page is there for them: a worker, who sees themselves, has none. */
bool may_see_staying(const struct ask *ask);

#endif
