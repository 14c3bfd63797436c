/* reconcile.h: HR's, finance's and a team's lists and the records, held against each other on one day.
 *
 * Posts are the same by their number, people by the records' own matching, else by payroll number, else
 * by name. Titles and teams that mean one role or unit are the same in other words. A list says nothing
 * of what it does not hold: HR's and a team's say who is there, finance's what is paid for. Only those
 * the council employs are compared; agency workers are on no list of these three.
 */
#ifndef INTAKE_RECONCILE_H
#define INTAKE_RECONCILE_H

#include "intake/intake.h"

enum side { SIDE_HR, SIDE_FINANCE, SIDE_TEAM, SIDE_RECORDS, SIDES };
struct side_row { enum side side; Str name, title, says; };
extern const struct side_row side_rows[SIDES];       /* name: "hr" */
bool side_find(Str name, enum side *side);

enum difference_kind {
	DIFFER_UNFUNDED,             /* somebody is in a post that finance does not pay for */
	DIFFER_LEAVER,               /* has left on one list, is there on another */
	DIFFER_VACANT,               /* vacant on one, filled on another */
	DIFFER_HOLDER,               /* filled by one person on one, by another on another */
	DIFFER_POST,                 /* a post on one, and not on another */
	DIFFER_FTE,                  /* of a person */
	DIFFER_POST_FTE,
	DIFFER_TITLE,
	DIFFER_TEAM,
	DIFFERENCE_KINDS
};
struct difference_row { enum difference_kind kind; Str name, title; };
extern const struct difference_row difference_rows[DIFFERENCE_KINDS];

struct disagreement {
	enum difference_kind kind;
	Str subject;                 /* "fte P00012 N-000004": no name; the same from day to day */
	Str about;                   /* "Oddie, Ann, in post P00012" */
	Str says[SIDES];             /* in the words of each; empty: it says nothing of it */
	int lines[SIDES];            /* of its list; 0: none */
	bool left[SIDES];            /* its line is in the file and took no part: `says` tells why */
	int post;                    /* in the records; NOT_THERE: not among them */
};

/* A side that is not there is NULL. */
struct sides { const struct list_read *lists[SIDE_RECORDS]; const struct roster *roster; Date day; };
/* Every difference, by kind, then by post. */
int reconcile(const struct sides *sides, struct disagreement **differences, struct arena *perm);

/* What each side says, as fingerprints: "hr=8c1f... finance=- ...". */
Str difference_facts(const struct disagreement *difference, struct arena *perm);
/* Whether two say the same facts as far as a side goes. */
bool facts_agree(Str a, Str b, enum side side);

/* What was decided not to be true of a list is read as if its cell were blank; a post or holder that was
 * decided against, as if its line were not there. */
void reconcile_hold(struct list_read *read, enum side side, const struct disagreement *difference);

#endif
