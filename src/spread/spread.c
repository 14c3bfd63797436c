/* spread.c: which unit is worked out when, and that each counts once. */
#include "spread/spread.h"

#include <assert.h>
#include <limits.h>
#include <sched.h>

#include "spread/work.h"

enum {
	GOING_MOST   = 4 * SPREAD_WORKERS_MOST,  /* units out at one time */
	QUIET_MOST   = 20,                       /* takes in a row without a result, and then what is out is given twice */
	COPIES_MOST  = 2,
};
#define RUN_ROOM ((ptrdiff_t)1 << 30)

/* A unit that is out, with so many workers. */
struct going { struct spread_unit unit; int copies; };

struct run {
	const struct spread *spread;
	const struct carrier *carrier;
	void *carries;
	int workers;
	int64_t done, all;                   /* replications of all jobs */
	int job, first;                      /* where the next unit begins */
	struct going going[GOING_MOST];
	int going_count, quiet;
	struct spread_unit again[GOING_MOST];    /* to be given before others */
	int again_count;
	struct spread_went went;
};

/* ---- what is asked ----------------------------------------------------------------------------- */

static bool
job_sound(const struct spread_job *job, struct error *err, struct arena scratch)
{
	if (!prospect_sound(job->base, err, scratch))
		return false;
	for (int i = 0; i < job->other_count; i++) {
		const struct prospect *other = job->others[i].prospect;
		if (!prospect_sound(other, err, scratch))
			return fail_within(err, "its scenario");
		if (other->months != job->base->months || other->most != job->base->most || other->whom != job->base->whom)
			return fail(err, "its scenario is not made from it: months, chances or council differ");
	}
	return true;
}

static bool
spread_sound(const struct spread *spread, struct error *err, struct arena scratch)
{
	if (spread->job_count < 1)
		return fail(err, "there is nothing to forecast");
	if (spread->replications < 1 || spread->replications > SPREAD_REPLICATIONS_MOST)
		return fail(err, "%d replications: ask for 1 to %d", spread->replications, SPREAD_REPLICATIONS_MOST);
	if (spread->workers < 0 || spread->workers > SPREAD_WORKERS_MOST)
		return fail(err, "%d at once: ask for 1 to %d", spread->workers, SPREAD_WORKERS_MOST);
	for (int i = 0; i < spread->job_count; i++) {
		const struct spread_job *job = &spread->jobs[i];
		assert(job->other_count <= OTHERS_MOST && (job->of_base || job->other_count > 0));
		if (!job_sound(job, err, scratch))
			return spread->job_count == 1 ? false : fail_within(err, "council %d of %d", i + 1, spread->job_count);
	}
	return true;
}

static int
processors(void)
{
	cpu_set_t set;
	int count = sched_getaffinity(0, sizeof set, &set) == 0 ? CPU_COUNT(&set) : 1;
	return count < SPREAD_WORKERS_MOST ? count : SPREAD_WORKERS_MOST;
}

static const struct carrier *
carrier_of(enum spread_by by)
{
	static const struct carrier *const carriers[] = {
		[SPREAD_HERE] = &carrier_here, [SPREAD_THREADS] = &carrier_threads, [SPREAD_RANKS] = &carrier_ranks,
	};
	return carriers[by];
}

/* ---- units out ---------------------------------------------------------------------------------- */

static struct going *
going_of(struct run *run, struct spread_unit unit)
{
	for (int i = 0; i < run->going_count; i++)
		if (run->going[i].unit.job == unit.job && run->going[i].unit.first == unit.first)
			return &run->going[i];
	return NULL;
}

static void
going_end(struct run *run, struct going *going)
{
	*going = run->going[--run->going_count];
}

/* The last units are smaller and smaller, in whole blocks, so that nobody waits long for another. */
static int
last_share(const struct run *run)
{
	int64_t left = run->all - (int64_t)run->job * run->spread->replications - run->first;
	int64_t blocks = (left / run->workers + BLOCK - 1) / BLOCK;
	return blocks > 1 ? blocks < INT_MAX / BLOCK ? (int)blocks * BLOCK : INT_MAX : BLOCK;
}

static bool
unit_next(struct run *run, struct spread_unit *unit)
{
	if (run->again_count > 0) {
		*unit = run->again[--run->again_count];
		return true;
	}
	if (run->job == run->spread->job_count || run->going_count == GOING_MOST)
		return false;
	int left = run->spread->replications - run->first;
	int size = unit_size(&run->spread->jobs[run->job], run->all, run->workers), share = last_share(run);
	size = size < share ? size : share;
	*unit = (struct spread_unit){ run->job, run->first, size < left ? size : left };
	run->first += unit->count;
	if (run->first == run->spread->replications) {
		run->job++;
		run->first = 0;
	}
	return true;
}

static void
give_all(struct run *run)
{
	struct spread_unit unit;
	while (unit_next(run, &unit)) {
		if (!run->carrier->give(run->carries, unit)) {
			run->again[run->again_count++] = unit;
			return;
		}
		run->going[run->going_count++] = (struct going){ unit, 1 };
		run->went.units++;
	}
}

/* A machine that hangs is not lost, only quiet: what it has is given to others as well, and whoever is first counts. */
static void
give_twice(struct run *run)
{
	for (int i = 0; i < run->going_count; i++) {
		struct going *going = &run->going[i];
		if (going->copies >= COPIES_MOST)
			continue;
		if (!run->carrier->give(run->carries, going->unit))
			return;
		going->copies++;
		run->went.units++;
		run->went.again++;
	}
}

static void
take_back(struct run *run)
{
	struct spread_unit unit;
	while (run->carrier->lost(run->carries, &unit)) {
		struct going *going = going_of(run, unit);
		if (!going || --going->copies > 0)
			continue;
		run->again[run->again_count++] = going->unit;
		run->went.again++;
		going_end(run, going);
	}
}

/* ---- results ------------------------------------------------------------------------------------ */

static void
result_add(const struct spread_job *job, const struct spread_result *result)
{
	if (job->of_base)
		tally_add(job->of_base, result->of_base);
	for (int i = 0; i < job->other_count; i++) {
		if (job->others[i].tally)
			tally_add(job->others[i].tally, result->others[i].tally);
		if (job->others[i].gap)
			gap_add(job->others[i].gap, result->others[i].gap);
	}
}

static bool
stopped(const struct spread *spread)
{
	return spread->stop && atomic_load(spread->stop);
}

static bool
settle(struct run *run, const struct spread_result *result, struct error *err)
{
	const struct spread *spread = run->spread;
	struct going *going = going_of(run, result->unit);
	if (!going)                              /* given twice, and another was first */
		return true;
	if (!result->worked) {
		*err = result->why;
		return false;
	}
	if (!result->added)
		result_add(&spread->jobs[result->unit.job], result);
	run->done += going->unit.count;
	going_end(run, going);
	if (spread->told)
		spread->told(spread->whom, run->done, run->all);
	return true;
}

static bool
run_on(struct run *run, struct error *err)
{
	struct spread_result result;
	while (run->done < run->all) {
		if (stopped(run->spread))
			return fail(err, "the forecast was stopped");
		give_all(run);
		if (run->carrier->take(run->carries, &result)) {
			run->quiet = 0;
			if (!settle(run, &result, err))
				return false;
		} else if (++run->quiet >= QUIET_MOST) {
			run->quiet = 0;
			give_twice(run);
		}
		take_back(run);
	}
	return true;
}

bool
spread_run(const struct spread *spread, struct spread_went *went, struct error *err)
{
	struct arena arena = arena_reserve(RUN_ROOM);
	char *begin = arena.next;
	if (!begin)
		return fail(err, "the system refuses address space for a forecast");
	struct run *run = new(&arena, 1, struct run);
	*run = (struct run){ .spread = spread, .carrier = carrier_of(spread->by),
		.all = (int64_t)spread->replications * spread->job_count,
		.workers = spread->by == SPREAD_HERE ? 1 : spread->workers ? spread->workers : processors() };
	bool well = spread_sound(spread, err, arena) &&
		(run->carries = run->carrier->open(spread, run->workers, &arena, err));
	if (well) {
		well = run_on(run, err);
		run->carrier->close(run->carries, &run->went);
	}
	if (went)
		*went = run->went;
	arena_release(&arena, begin);
	return well;
}
