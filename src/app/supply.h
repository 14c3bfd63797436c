/* supply.h: pipelines on pages: what every route will bring and when, a cohort with its learners, one learner with their steps.
 *
 * Whoever keeps students, trainees and apprentices sees all of them; a manager, the learners of their unit, and no table of
 * the council, since ranges are of the whole council. Every step goes through the table of moves
 * (workforce/stages_learner.h); what it does not allow is not offered, and is refused when it is sent all the same.
 */
#ifndef APP_SUPPLY_H
#define APP_SUPPLY_H

#include "app/app.h"

view show_supply;            /* area, on: papers that run out, what each quarter brings, cohorts, what came of placements */
view show_cohort;            /* area, ref, on: its learners, whose move it is, what its chances rest on */
view cohort_move;            /* area, ref, `sent`: move, held_on, reason, note, and the learners who were ticked: who.LN-000001 */
view show_learner;           /* area, ref, on: one: the way they came, their placements, what can be done next */
view learner_move;           /* area, ref, `sent`: move, held_on, reason, note; who joins: post_offered, fte, number, before, spell */

#endif
