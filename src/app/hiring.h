/* hiring.h: recruitment: the board of applications, one application from the day it came to the end of probation.
 *
 * The board is for whoever keeps candidates. Every step goes through the table of moves (workforce/stages.h), for one
 * application or for many at once, each judged by itself: those that cannot take the step are named, and none is moved.
 */
#ifndef APP_HIRING_H
#define APP_HIRING_H

#include "app/app.h"

view show_board;             /* area, on, show, round: who is at which stage, whose move it is, how long they have waited */
view board_move;             /* area, `sent`: move, held_on, reason, note, due_on, and the applications that were ticked */
view application_add;        /* area, round: the form; with `sent`, adds a candidate with an application */
view applications_import;    /* area; the form; with `sent` and a file: system, on, round, role, band, change.sure */
view show_candidate_duplicates;  /* area: candidates who may be one, and by what */
view candidate_duplicate;    /* area, ref, query: two of them side by side; with `sent`: q, does=merge|apart */
view show_candidate_equality;    /* area, year: how far candidates came by group, protected */
view show_application;       /* area, ref, on: one: what it waits for, its checks, what happened, forms */
view application_move;       /* area, ref, `sent`: move, held_on, reason, note, due_on; seat, fte, starts_on */
view show_round;             /* area, ref, on: how far its applications came, how long it took, the seats it fills */
view show_campaign;          /* area, ref, on: what each channel brought for its money, and whether of those it was for */
view show_hiring_reports;    /* area, from, to: who started, how long it took and on whom, what it cost, adverts on two days */
view show_requisitions;      /* area, on, show: posts that are being filled, or all that were asked for */
view show_requisition;       /* area, ref, on: one: why, what was looked at first, what was decided, what became of it */
view requisition_ask;        /* area; with `sent`, asks to fill a post */
view requisition_decide;     /* area, ref, `sent`: decision, redeployment, transfers, decision_why */
view requisition_advertise;  /* area, ref, `sent`: round, advertised_on: an approved post goes into a round */
view application_check;      /* area, ref, `sent`: check, state, on, seen_by, ...; or ticking, tick.VC-..., state, on, seen_by: several */

#endif
