/* drawn.h: a base drawn once, and kept for the scenarios that are tried beside it next.
 *
 * While somebody tries what could be done, the base stays and so does its luck: from one picture to the next only the
 * scenario differs. So the candidates of each block of replications, and what the base came to in each, are kept by
 * whoever draws them first, and the next run draws its scenarios alone. What comes of a run is the same to the last
 * whole number, whether all of it was kept, some or nothing: a test holds it to that.
 *
 * Any number of threads may run beside one drawn base. A block is written by one of them, and read by others once it is
 * whole; until then, and where there is no room for it, they draw it for themselves. Nothing here waits.
 *
 * It knows its base by what the caller says: a drawn base is of one prospect, and must be asked beside no other.
 */
#ifndef MODEL_DRAWN_H
#define MODEL_DRAWN_H

#include "model/simulate.h"

struct drawn;

/* What decides it beside the prospect. Scenarios may have fewer posts and places more than `seats_more`, not more. */
struct drawn_by {
	int seats_more;
	int64_t cost_step;           /* of the tallies */
	uint64_t seed;
	int replications;            /* more may be asked for, and are not kept */
};

/* Nothing is drawn yet. It takes all that is left of `room`; what it does not write to costs no memory. */
struct drawn *drawn_new(const struct prospect *base, struct drawn_by by, struct arena *room);

/* Whether replications first..first+count-1 are of one block, as it is kept. */
bool drawn_has_block(const struct drawn *drawn, int first, int count);
/* simulate_beside of one block, from what is kept of it or else keeping it. Without scenarios: simulate. */
void drawn_beside(struct drawn *drawn, const struct prospect *base, const struct other *others, int other_count, int first,
                  int count, struct tally *of_base, struct arena scratch);

/* Of the blocks kept: how many, and their bytes. For tests and benches. */
struct drawn_so_far { int blocks; ptrdiff_t bytes; };
struct drawn_so_far drawn_so_far(const struct drawn *drawn);

#endif
