/* reconciling.h: what each side says of each post and person, before it is compared. Private to intake/. */
#ifndef INTAKE_RECONCILING_H
#define INTAKE_RECONCILING_H

#include "intake/reconcile.h"

/* One side's word on one post, and on one person in it where it names one. */
struct saying {
	enum side side;
	int  line;
	Str  post, key;                      /* folded number; folded title and team are compared */
	Str  person, name;                   /* who: a key and a name; empty: nobody is named */
	Str  title, team, fte, post_fte, status;
	int  role, unit;
	int  record;                         /* the post among the records; of SIDE_RECORDS only */
	bool now, left;                      /* in post on the day; over by then */
	Str  why_out;                        /* the line takes no part, and why; empty: it does */
};
struct sayings { struct saying *at; int count, room; const struct sides *sides; struct arena *perm; };

/* Everything that the sides say of the day, in no order. */
void say_all(struct sayings *in);

#endif
