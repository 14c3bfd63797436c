/* induction.h: what is done for whoever starts, on pages: the council's list, who is in induction, one with its review.
 *
 * A line manager ticks off for those of their unit; whoever started sees their own. What is needed, and was neither done
 * nor said to be unneeded, keeps an application from "inducted"; a review that was not passed, from "confirmed"
 * (workforce/rules_induction.c judges both in the transaction).
 */
#ifndef APP_INDUCTION_H
#define APP_INDUCTION_H

#include "app/app.h"

view show_inductions;        /* area, on, show ("", "late", "over"): who is in induction, whose move it is, what is late */
view show_induction;         /* area, ref of a time in post, on: one: what is open, what was done, reviews, forms */
view induction_tick;         /* area, ref, `sent`: the items that were ticked, came (done, not_needed), on, by, why */
view induction_review;       /* area, ref, `sent`: held_on, held_by, outcome, extended_to, why */
view induction_make;         /* area, ref, `sent`: make "yes": the list of the role becomes theirs, who started without one */
view show_checklist;         /* area, on: what is done for whoever starts in each role */

#endif
