/* reconcile.h: where lists and records differ, and deciding it.
 *
 * The latest HR, finance and team lists whose files are kept, applied or waiting, are read again and held
 * against the records of a day. A difference that somebody decided is not asked again while every side says
 * what it said then, until the day they named. What was decided against a list is not taken from the next
 * list of its kind either (load_work.c).
 */
#ifndef APP_RECONCILE_H
#define APP_RECONCILE_H

#include "app/app.h"
#include "intake/reconcile.h"
#include "store/lists.h"

view show_reconcile;     /* `on` the day; `show` a kind; `how` a subject: the form to decide it; `page` */
view decide_difference;  /* of that form */

/* The last decision of a difference's subject, if it still holds on the day; NULL: none. Whether the facts
 * are the same is for whoever asks. */
const struct kept_decision *decision_of(const struct kept_decision *decisions, int count,
                                        const struct disagreement *difference, Date today);

#endif
