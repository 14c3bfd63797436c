/* simulate.c: replications one after the other, and what they came to. */
#include "model/simulate.h"

#include <assert.h>

#include "model/written.h"

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

/* What the base comes to in a replication. */
static void
base_run(const struct pass *pass, struct world *world, int which, int replication, int64_t cost_step,
         struct replication *record)
{
	if (pass->written && pass->written->whole) {
		written_get(pass->written, which, record);
		return;
	}
	world_run(world, replication, cost_step, record);
	if (pass->written)
		written_put(pass->written, which, record);
}

void
pass_run(const struct pass *pass, const struct calendar *calendar, int first, int count, int64_t cost_step,
         struct arena scratch)
{
	bool wants_base = pass->written || pass->of_base || any_gap(pass->others, pass->other_count);
	struct world *world = new(&scratch, 1, struct world), *worlds = new(&scratch, pass->other_count, struct world);
	struct replication *record = new(&scratch, 1, struct replication), *beside = new(&scratch, 1, struct replication);
	if (wants_base && !(pass->written && pass->written->whole))
		world_make(world, pass->base, calendar, &scratch);
	for (int i = 0; i < pass->other_count; i++)
		world_make(&worlds[i], pass->others[i].prospect, calendar, &scratch);
	for (int i = 0; i < count; i++) {
		if (wants_base)
			base_run(pass, world, i, first + i, cost_step, record);
		if (pass->of_base)
			tally_take(pass->of_base, record);
		for (int n = 0; n < pass->other_count; n++) {
			const struct other *other = &pass->others[n];
			world_run(&worlds[n], first + i, cost_step, beside);
			if (other->tally)
				tally_take(other->tally, beside);
			if (other->gap)
				gap_take(other->gap, record, beside);
		}
	}
}

void
simulate_beside(const struct prospect *base, const struct other *others, int other_count,
                const struct calendar *calendar, int first, int count, struct tally *of_base, struct arena scratch)
{
	assert(other_count <= OTHERS_MOST);
	struct pass pass = { base, others, other_count, of_base, NULL };
	pass_run(&pass, calendar, first, count, step_of_all(of_base, others, other_count), scratch);
}
