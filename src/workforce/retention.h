/* retention.h: what a council's records have outlived, and may no longer be kept.
 *
 * Every kind of thing that is kept has a row: the term, when it begins, and what is done at the end.
 * A council may set terms of its own; a legal hold on a person, or on everybody, beats them all. What
 * is due on a day is worked out here, from records alone; store/keeping.h has the settings, and
 * app/retention.h takes it away.
 *
 * A term of N years from a day is kept on its last day still, and gone on the day after.
 */
#ifndef WORKFORCE_RETENTION_H
#define WORKFORCE_RETENTION_H

#include "register/term.h"
#include "workforce/roster.h"

enum keep_id {
	KEEP_PERSON,                 /* who somebody is: from their last day in a post */
	KEEP_EQUALITY,               /* from their last day in a post */
	KEEP_ABSENCE,                /* from its last day */
	KEEP_PAY,                    /* from its last day; of what is open, from the last day in a post */
	KEEP_ASKED,                  /* what people asked about their records: from the day it was done */
	KEEP_TOTALS,                 /* who stood where in released totals: from the release */
	KEEP_CANDIDATE,              /* who applied: from the end of their last application */
	KEEP_CANDIDATE_AGAIN,        /* the same, of those who said that they may be asked again */
	KEEP_CANDIDATE_EQUALITY,     /* what they said for monitoring: from the day they said it */
	KEEP_LEARNER,                /* who did not join by a pipeline: from the end of their way */
	KEEP_LEARNER_AGAIN,          /* the same, of those who said that they may be asked again, or were only interested */
	KEEP_RETURNS,                /* statutory returns as they were sent: from the day of sending */
	KEEP_FAILURES, KEEP_TOKENS, KEEP_BROWSERS, KEEP_AUDIT,
	KEEPS
};
struct keep_row {
	enum keep_id id;
	Str name;                    /* "person": in settings and commands */
	Str data, from, at_end, source;
	struct term term;            /* unless it is set otherwise */
	bool machine;                /* of the installation, not of a council */
};
extern const struct keep_row keep_rows[KEEPS];
const struct keep_row *keep_find(Str name);          /* NULL: unknown */

/* How a council keeps things. */
struct keeping {
	struct term terms[KEEPS];
	const Str *held;             /* refs of people on hold */
	int  held_count;
	bool all_held;
	const Str *again;            /* refs of people who were emptied before, and are back by an old copy */
	int  again_count;
	const struct records *answers;       /* of candidates, for monitoring, which no council has; NULL: not read */
};
struct keeping keeping_usual(void);

/* One thing whose term is over. */
struct going {
	enum keep_id why;
	Str  person;                 /* ref */
	Str  ref;                    /* of the record that goes or is emptied */
	Date from, last;             /* when the term began, and the last day of it */
	bool held;                   /* it stays, for a hold */
};
struct going_thing { const struct record_type *type; Str ref; };     /* loses its history too */

struct retention_plan {
	struct going *going;
	int count, held_count;
	int people;                  /* of them, people who are emptied, holds aside */
	int candidates;              /* of them, candidates who are emptied, holds aside */
	int learners;                /* of them, learners who are emptied, holds aside */
	int people_kept;             /* people of the council who are not empty yet: what `people` is part of */
	int never_in_post;           /* of these, people whose term cannot begin */
	struct changes changes;      /* how rows are to be: not those on hold */
	struct going_thing *things;
	int thing_count;
};

/* What is due by the end of the day before `today`. `equality`: those records, which no council has. */
void retention_plan(struct retention_plan *plan, const struct roster *roster,
                    const struct records *equality, const struct keeping *keeping, Date today,
                    struct arena *perm);


#endif
