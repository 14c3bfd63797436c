/* simulate.c: replications one after the other, and what they came to. */
#include "model/simulate.h"

#include <assert.h>

#include "model/world.h"

void
simulate(const struct prospect *p, const struct calendar *calendar, int first, int count, struct tally *tally,
         struct arena scratch)
{
	struct world *world = new(&scratch, 1, struct world);
	struct replication *record = new(&scratch, 1, struct replication);
	world_make(world, p, calendar, &scratch);
	for (int r = first; r < first + count; r++) {
		world_run(world, r, tally->cost_step, record);
		tally_take(tally, record);
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

void
simulate_beside(const struct prospect *base, const struct prospect *other, const struct calendar *calendar,
                int first, int count, struct tally *of_base, struct tally *of_other, struct gap_tally *gap,
                struct arena scratch)
{
	int64_t cost_step = of_base ? of_base->cost_step : of_other ? of_other->cost_step : gap ? gap->cost_step : 1;
	assert(!of_other || of_other->cost_step == cost_step);
	assert(!gap || gap->cost_step == cost_step);
	struct world *worlds = new(&scratch, 2, struct world);
	struct replication *records = new(&scratch, 2, struct replication);
	world_make(&worlds[0], base, calendar, &scratch);
	world_make(&worlds[1], other, calendar, &scratch);
	for (int r = first; r < first + count; r++) {
		for (int i = 0; i < 2; i++)
			world_run(&worlds[i], r, cost_step, &records[i]);
		if (of_base)
			tally_take(of_base, &records[0]);
		if (of_other)
			tally_take(of_other, &records[1]);
		if (gap)
			gap_take(gap, &records[0], &records[1]);
	}
}
