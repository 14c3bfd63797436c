/* simulate.c: replications one after the other, and what they came to. */
#include "model/simulate.h"

#include <assert.h>

#include "model/world.h"

enum { TOGETHER = 16 };                            /* replications that are counted at once */

void
simulate(const struct prospect *p, const struct calendar *calendar, int first, int count, struct tally *tally,
         struct arena scratch)
{
	struct world *world = new(&scratch, 1, struct world);
	struct replication *records = new(&scratch, TOGETHER, struct replication);
	world_make(world, p, calendar, &scratch);
	for (int done = 0, here; done < count; done += here) {
		here = count - done < TOGETHER ? count - done : TOGETHER;
		for (int i = 0; i < here; i++)
			world_run(world, first + done + i, tally->cost_step, &records[i]);
		tally_take_all(tally, records, here);
	}
}

void
simulate_each(const struct prospect *p, const struct calendar *calendar, int first, int count,
              simulate_taker *take, void *who, struct arena scratch)
{
	struct world *world = new(&scratch, 1, struct world);
	struct replication *record = new(&scratch, 1, struct replication);
	world_make(world, p, calendar, &scratch);
	for (int r = first; r < first + count; r++) {
		world_run(world, r, 1, record);
		take(who, r, record);
	}
}

/* That all tallies of a pass count cost in the same steps, for a replication is drawn in one; 1 where nothing is counted. */
static int64_t
step_of_all(const struct tally *of_base, const struct other *others, int other_count)
{
	int64_t step = of_base ? of_base->cost_step : 0;
	for (int i = 0; i < other_count; i++) {
		const struct tally *tally = others[i].tally;
		const struct gap_tally *gap = others[i].gap;
		step = step ? step : tally ? tally->cost_step : gap ? gap->cost_step : 0;
		assert(!tally || tally->cost_step == step);
		assert(!gap || gap->cost_step == step);
	}
	return step ? step : 1;
}

static bool
any_gap(const struct other *others, int other_count)
{
	for (int i = 0; i < other_count; i++)
		if (others[i].gap)
			return true;
	return false;
}

void
simulate_beside(const struct prospect *base, const struct other *others, int other_count,
                const struct calendar *calendar, int first, int count, struct tally *of_base, struct arena scratch)
{
	assert(other_count <= OTHERS_MOST);
	int64_t step = step_of_all(of_base, others, other_count);
	bool draws_base = of_base || any_gap(others, other_count);
	struct world *world = new(&scratch, 1, struct world), *worlds = new(&scratch, other_count, struct world);
	struct replication *record = new(&scratch, 1, struct replication), *beside = new(&scratch, 1, struct replication);
	if (draws_base)
		world_make(world, base, calendar, &scratch);
	for (int i = 0; i < other_count; i++)
		world_make(&worlds[i], others[i].prospect, calendar, &scratch);
	for (int r = first; r < first + count; r++) {
		if (draws_base)
			world_run(world, r, step, record);
		if (of_base)
			tally_take(of_base, record);
		for (int i = 0; i < other_count; i++) {
			world_run(&worlds[i], r, step, beside);
			if (others[i].tally)
				tally_take(others[i].tally, beside);
			if (others[i].gap)
				gap_take(others[i].gap, record, beside);
		}
	}
}
