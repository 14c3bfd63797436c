/* spread_try.h: a few councils' forecasts for the tests of sharing out: coupled ones, one with a scenario. */
#ifndef TEST_SPREAD_TRY_H
#define TEST_SPREAD_TRY_H

#include "prospects.h"
#include "spread/spread.h"

enum { TRY_JOBS = 3, TRY_MORE = 12 };

/* The first is a council and what ten posts over would do; the others stand alone. */
static inline struct spread_job *
try_jobs(struct arena *perm)
{
	static const int posts[TRY_JOBS] = { 90, 40, 229 };
	struct spread_job *jobs = new(perm, TRY_JOBS, struct spread_job);
	for (int i = 0; i < TRY_JOBS; i++) {
		struct prospect *p = coupled_prospect(posts[i], 24, perm);
		p->whom = (uint32_t)i + 1;
		jobs[i] = (struct spread_job){ .base = p, .of_base = tally_new(p, i == 0 ? TRY_MORE : 0, perm) };
	}
	struct prospect *other = new(perm, 1, struct prospect);
	*other = *jobs[0].base;
	other->cohorts[other->cohort_count++] = (struct cohort){ 6, 10, 0, CERTAIN };
	jobs[0].other = other;
	jobs[0].seats_more = TRY_MORE;
	jobs[0].of_other = tally_new(jobs[0].base, TRY_MORE, perm);
	jobs[0].gap = gap_new(jobs[0].base, TRY_MORE, perm);
	return jobs;
}

/* All that came of them as one number. */
static inline uint64_t
try_hash(const struct spread_job *jobs)
{
	uint64_t hash = gap_hash(jobs[0].gap) * 3 + tally_hash(jobs[0].of_other);
	for (int i = 0; i < TRY_JOBS; i++)
		hash = hash * 1000003 + tally_hash(jobs[i].of_base);
	return hash;
}

#endif
