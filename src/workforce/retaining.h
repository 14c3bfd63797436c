/* retaining.h: what the parts of retention share. Private to workforce/.
 */
#ifndef WORKFORCE_RETAINING_H
#define WORKFORCE_RETAINING_H

#include "workforce/retention.h"

struct planning {
	struct retention_plan *plan;
	const struct roster   *roster;
	const struct keeping  *keeping;
	Date today;
	int  going_room, thing_room;
	struct arena *perm;
};

/* One more thing whose term is over; `held` is said in it. */
struct going *add_going(struct planning *in, struct going going);
/* Something that loses its history. */
void add_thing(struct planning *in, const struct record_type *type, Str ref);
void remove_row(struct planning *in, const struct records *records, const struct record *row);
/* The row with less in it, as its type is emptied; whether that changes anything. */
bool empty_row(struct planning *in, const struct records *records, const struct record *row);
bool person_is_empty(const struct record *row);
/* Whether a person (ref) is empty, or goes in this plan. */
bool person_is_gone(const struct planning *in, Str person);

/* retention_candidates.c: who applied, and what they said for monitoring. */
void plan_candidates(struct planning *in);
/* retention_learners.c: who was on a way into social work. */
void plan_learners(struct planning *in);

#endif
