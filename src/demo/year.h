/* year.h: a year while it is being made: what happens in it, day by day. Private to year.c and
 * starts.c.
 */
#ifndef DEMO_YEAR_H
#define DEMO_YEAR_H

#include "demo/making.h"

enum event_kind { STARTS, LEAVES, HOURS, MOVES, FILLS, COMES_BACK, VISITS, VISIT_ENDS, AGENT_ENDS, LENT,
                  REORGANISES };
struct event { Date day; enum event_kind kind; int who, post; };

struct year {
	struct making *m;
	const struct plan_year *plan;
	struct period days;
	LIST(event) events;
	struct arena *perm;
};

/* Somebody's first day: in whose post, on what basis, from where. */
void year_starts(struct year *in, int person, Date day);
/* Whether nothing stands in the way of a move of this person now. */
bool year_settled(const struct year *in, const struct made_person *p, Date day);

static inline struct random *
year_dice(struct year *in)
{
	return &in->m->random;
}

#endif
