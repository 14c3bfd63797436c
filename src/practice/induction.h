/* induction.h: what is done for whoever starts, and the review of their probation, as it stood at the end of a day.
 *
 * A council keeps a list of what is done for whoever starts in a role: each *step* with who sees to it, so many days
 * after the start, and what waits for it. On the day somebody starts the list that held that day becomes *items* of
 * their own, with days; what the council changes of the list afterwards does not touch them. One that is a *review*
 * becomes the first review of probation instead.
 *
 * An item is open until it was done (a day, by whom) or is not needed (with why). It is *late* when it is open past its
 * day. Whose move it is: whoever sees to the open item that is due first; when none is open, whoever holds the review.
 * *Waiting* is days since something last happened: the start, an item ticked off, a review held; the first not counted.
 *
 * The induction is *over* when no item is open and the last review was passed or not passed, or when the time in post
 * has ended. A review that extends a probation is followed by another, due on the day it was extended to.
 */
#ifndef PRACTICE_INDUCTION_H
#define PRACTICE_INDUCTION_H

#include "workforce/roster.h"
#include "workforce/types_hiring.h"

enum item_state { ITEM_OPEN, ITEM_DONE, ITEM_NOT_NEEDED, ITEM_STATES };
extern const Str item_state_words[ITEM_STATES];

struct induction_item {
	const struct record *record;
	Str name, owner, done_by, why;
	int needed;                          /* of needed_before[], or NOT_THERE */
	enum item_state state;
	Date due, done;                      /* done: day 0 until then */
	bool late;
};

struct probation {
	const struct record *record;
	Date due, held, extended;            /* day 0: not */
	int outcome;                         /* of probation_outcomes[], or NOT_THERE */
	Str held_by, why;
};

struct induction {
	int spell, person, post;             /* post: that of the spell on the day, or its last */
	Date started;
	const struct induction_item *items;  /* by day due */
	int item_count, of[ITEM_STATES], late;
	int needed_open[NEEDED_BEFORE];
	const struct probation *reviews;     /* by day held, then those to be held by day due */
	int review_count;
	const struct probation *next;        /* the review that is to be held, or NULL */
	bool passed;                         /* the last review was */
	bool over, ended;                    /* ended: the time in post has */
	Str whose;                           /* "Line manager" */
	int waiting;                         /* days */
	Date due;                            /* of what is due first; day 0: nothing is */
	bool is_late;                        /* that is past */
};

struct inductions {
	const struct roster *roster;
	Date day;
	struct induction *at;                /* by the ref of the time in post */
	int count;
};
void inductions_read(struct inductions *all, const struct roster *roster, Date day, struct arena *perm);
const struct induction *induction_of(const struct inductions *all, int spell);       /* NULL: there is none */

/* ---- the council's list -------------------------------------------------------------------------- */

struct induction_step {
	const struct record *record;
	Str name, owner, source;
	int role;                            /* NOT_THERE: of everybody who starts */
	int needed, days;
	bool review;
};
/* The list as it holds on a day: of a role with what is for everybody, or of all roles (NOT_THERE). By days, then ref. */
int induction_steps_on(const struct roster *roster, int role, Date day, struct induction_step **steps, struct arena *perm);

#endif
