/* work.c: a unit's replications, a few at a time, so that neither memory nor the wait for a stop grows. */
#include "spread/work.h"

#include <assert.h>
#include <setjmp.h>

enum {
	UNIT_WORK   = 32000000,      /* post-months of a unit: some 30 ms. Smaller ones would be slower: each has tallies of its own */
	POOL_POSTS  = 20000,         /* what a pool costs, whatever its size, as if it had so many posts */
	UNIT_MOST   = 1 << 20,
	CANDIDATE_BYTES = 64,        /* more than a calendar needs for a candidate while it is made */
	CALENDAR_MOST   = 256 << 20, /* bytes */
};

static int64_t
posts_of(const struct spread_job *job)
{
	return (int64_t)job->base->seat_count + prospect_more(job->base) + job->seats_more;
}

static bool
as_pool(const struct spread_job *job)
{
	return job->other_count == 0 && simulate_as_pool(job->base);
}

int64_t
job_weight(const struct spread_job *job)
{
	int64_t posts = as_pool(job) && posts_of(job) > POOL_POSTS ? POOL_POSTS : posts_of(job);
	int ways = job->other_count + (!job->drawn || job->other_count == 0);      /* what is kept drawn takes no time */
	return posts * job->base->months * ways;
}

/* Each worker gets as many units as the other, as near as whole blocks allow. */
int
unit_size(const struct spread_job *job, int64_t all, int workers)
{
	int64_t size = UNIT_WORK / job_weight(job), share = (all + workers - 1) / workers;
	size = size < BLOCK ? BLOCK : size > UNIT_MOST ? UNIT_MOST : size / BLOCK * BLOCK;
	if (workers == 1)
		return (int)size;
	int64_t units = (share + size - 1) / size, each = (share + units - 1) / units;
	return (int)((each + BLOCK - 1) / BLOCK * BLOCK);
}

/* How many replications' calendars are held at once. */
static int
chunk_of(const struct spread_job *job)
{
	double bytes = (double)posts_of(job) * job->base->months * chance_value(job->base->most) * CANDIDATE_BYTES;
	double fit = CALENDAR_MOST / (bytes + 1);
	return fit >= BLOCK ? BLOCK : fit < 1 ? 1 : (int)fit;
}

static void
chunk_add(const struct spread_job *job, int first, int count, uint64_t seed, struct arena scratch)
{
	if (as_pool(job)) {
		simulate_pool(job->base, seed, first, count, job->of_base, scratch);
		return;
	}
	if (job->drawn && drawn_has_block(job->drawn, first, count)) {
		drawn_beside(job->drawn, job->base, job->others, job->other_count, first, count, job->of_base, scratch);
		return;
	}
	const struct prospect *whose[1 + OTHERS_MOST] = { job->base };
	for (int i = 0; i < job->other_count; i++)
		whose[1 + i] = job->others[i].prospect;
	struct calendar *calendar = calendar_for(whose, 1 + job->other_count, job->seats_more, seed, first, count, &scratch);
	if (job->other_count > 0)
		simulate_beside(job->base, job->others, job->other_count, calendar, first, count, job->of_base, scratch);
	else
		simulate(job->base, calendar, first, count, job->of_base, scratch);
}

enum unit_end
unit_add(const struct spread_job *job, struct spread_unit unit, uint64_t seed, const atomic_bool *stop,
         struct arena arena)
{
	jmp_buf full;
	if (setjmp(full))
		return UNIT_TOO_LARGE;
	arena.full = &full;
	int chunk = chunk_of(job), end = unit.first + unit.count;
	for (int first = unit.first; first < end; first += chunk) {
		if (stop && atomic_load(stop))
			return UNIT_STOPPED;
		chunk_add(job, first, end - first < chunk ? end - first : chunk, seed, arena);
	}
	return UNIT_WORKED;
}

/* Tallies of the same shape as the job's. False when there is no room even for them. */
static bool
tallies_new(const struct spread_job *job, struct spread_job *mine, struct arena *perm)
{
	jmp_buf full;
	struct arena arena = *perm;
	if (setjmp(full))
		return false;
	arena.full = &full;
	*mine = *job;
	mine->of_base = job->of_base ? tally_new(job->base, job->seats_more, &arena) : NULL;
	struct other *others = new(&arena, OTHERS_MOST, struct other);
	for (int i = 0; i < job->other_count; i++) {
		others[i] = job->others[i];
		others[i].tally = others[i].tally ? tally_new(job->base, job->seats_more, &arena) : NULL;
		others[i].gap = others[i].gap ? gap_new(job->base, job->seats_more, &arena) : NULL;
	}
	mine->others = others;
	perm->next = arena.next;
	return true;
}

void
unit_refused(const struct spread_job *job, enum unit_end end, struct spread_result *result)
{
	if (end == UNIT_STOPPED)
		fail(&result->why, "the forecast was stopped");
	else
		fail(&result->why, "a forecast of %d posts over %d months is too large for the memory of one worker",
		     job->base->seat_count, job->base->months);
}

void
unit_straight(const struct spread_job *job, struct spread_unit unit, uint64_t seed, const atomic_bool *stop,
              struct arena arena, struct spread_result *result)
{
	enum unit_end end = unit_add(job, unit, seed, stop, arena);
	*result = (struct spread_result){ .unit = unit, .worked = end == UNIT_WORKED, .added = true };
	if (!result->worked)
		unit_refused(job, end, result);
}

void
unit_answer(const struct spread_job *job, struct spread_unit unit, uint64_t seed, const atomic_bool *stop,
            struct arena *perm, struct spread_result *result)
{
	struct spread_job mine;
	enum unit_end end = UNIT_TOO_LARGE;
	if (tallies_new(job, &mine, perm))
		end = unit_add(&mine, unit, seed, stop, *perm);
	*result = (struct spread_result){ .unit = unit, .worked = end == UNIT_WORKED };
	if (end != UNIT_WORKED) {
		unit_refused(job, end, result);
		return;
	}
	result->of_base = mine.of_base;
	result->others = mine.others;
}
