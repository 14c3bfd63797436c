/* hiring.h: recruitment as it stood at the end of a day: every application, how far it is, whose move it is, how long it
 * has waited; and every seat.
 *
 * Read once from a council's records; what was recorded of later days is not known on it. An application comes to a stage
 * by running its steps through the table of moves (workforce/stages.h). Steps that the table does not allow cannot be
 * stored; should one be there all the same, the application stands where the last allowed one left it.
 *
 * *Waiting* is days from the day it came to its stage to the day asked about, the first not counted. *Whose* move it is
 * comes with the stage; in "Checks" it is ours as soon as any check waits for us (not started, received, a concern) and
 * theirs, or the referees', only when all that are open do.
 *
 * It is *late* when the day that its last step gave (`due_on`) is past; or, where none was given, when the round's own day
 * for what comes next is: shortlisting for the received and longlisted, deciding for the assessed.
 */
#ifndef PRACTICE_HIRING_H
#define PRACTICE_HIRING_H

#include "register/grouped.h"
#include "workforce/roster.h"
#include "workforce/stages.h"
#include "workforce/types_hiring.h"
#include "workforce/said.h"

struct hiring_step { enum application_move move; enum application_stage to; Date on, due; Str reason, note, made_by; };

/* The checks of one application. */
struct check_totals { int count, of[CHECK_STATES], missing, late; };
int checks_open(const struct check_totals *totals);           /* to be cleared still, those that are missing among them */

struct application {
	const struct record *record, *candidate, *round;
	Str ref;
	int role;                            /* of the roster, or NOT_THERE */
	enum band band;
	int channel;                         /* of channels[], or NOT_THERE */
	Date received;
	enum application_stage stage;
	Date since;                          /* in its stage */
	Date due;                            /* of what comes next; day 0: none was given */
	int  waiting;                        /* days */
	enum whose whose;
	bool late;
	const struct hiring_step *steps;     /* in their order, until the day */
	int  step_count;
	Date came[APPLICATION_STAGES];       /* the day it first came to a stage; day 0: never */
	int  seat;                           /* of `requisitions`, or NOT_THERE */
	int  spell;                          /* the time in post it became, or NOT_THERE */
	struct check_totals checks;
};

enum requisition_state { REQUISITION_ASKED, REQUISITION_REFUSED, REQUISITION_WITHDRAWN, REQUISITION_APPROVED, REQUISITION_ADVERTISED, REQUISITION_OFFERED, REQUISITION_ACCEPTED,
                  REQUISITION_FILLED, REQUISITION_STATES };
Str requisition_state_words(enum requisition_state state);

struct requisition {
	const struct record *record, *round;
	Str  ref;
	int  unit, role, post;               /* NOT_THERE: none */
	int64_t fte;                         /* of its post on the day; one where the post is not there yet */
	int  band;                           /* of bands[], or NOT_THERE: any */
	enum requisition_state state;
	Date asked, approved, advertised, wanted;    /* day 0: not yet, not said */
	Date taken;                          /* the day somebody accepted it who has not fallen away since; day 0 */
	int  application;                    /* who was offered it last, or NOT_THERE */
};

struct recruitment {
	const struct roster *roster;
	Date day;
	struct application *applications;    /* received by the day, by ref */
	int  application_count;
	struct requisition *requisitions;                  /* asked for by the day, by ref */
	int  requisition_count;
};
void recruitment_read(struct recruitment *all, const struct roster *roster, Date day, struct arena *perm);
int  application_find(const struct recruitment *all, Str ref);       /* NOT_THERE when unknown */
int  requisition_find(const struct recruitment *all, Str ref);

/* Whether an application was ever at a stage, or went past it on the way to a start: who was assessed was shortlisted. */
bool application_reached(const struct application *application, enum application_stage stage);
/* Hired: somebody who started, whatever came after. */
bool application_hired(const struct application *application);
/* On its way: neither ended nor started. */
bool application_live(const struct application *application);

/* ---- what was advertised on a day ------------------------------------------------------------------ */

/* Seats advertised on a day that nobody had taken: of a role, or of all (NOT_THERE). A seat is advertised from its day
 * until somebody accepts it, it is withdrawn, or its round is closed. Source: Leicestershire, vacancies advertised in
 * January 2023 and 2024. */
struct adverts { int count; int64_t fte; };
struct adverts adverts_of(const struct recruitment *all, int role);

/* How a total and its named parts moved between two days. What is left when the parts are taken away is said, since a
 * total that falls may hide a remainder that rises: `flagged`. */
struct advert_remainder { int64_t before, after; bool flagged; };
struct advert_remainder remainder_of(int64_t total_before, int64_t total_after, const int64_t *before, const int64_t *after, int parts);

#endif
