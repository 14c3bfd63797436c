/* carrier.h: how units get to whoever works them out, and what comes of them gets back: five calls.
 *
 * spread.c decides which unit is worked out when, and counts each once. A carrier knows nothing of that: it holds some
 * units, gives back a result for each, and tells which were lost with their worker. So a batch scheduler or anything
 * else can take the place of threads (threads.c) or programs on many machines (ranks.c).
 */
#ifndef SPREAD_CARRIER_H
#define SPREAD_CARRIER_H

#include "spread/spread.h"

/* Replications first .. first + count - 1 of one job. */
struct spread_unit { int job, first, count; };

struct spread_result {
	struct spread_unit unit;
	bool worked;                         /* false: it cannot be worked out, and `why` says it in words */
	struct error why;
	bool added;                          /* already in the job's own tallies: nothing below is to be added */
	const struct tally *of_base;
	const struct other *others;         /* as many as the job has, with a tally and a gap where the job has them */
};

struct carrier {
	/* What carries for this run, with so many workers; NULL with words. */
	void *(*open)(const struct spread *spread, int workers, struct arena *perm, struct error *err);
	/* False while everybody has enough to do. */
	bool  (*give)(void *self, struct spread_unit unit);
	/* The next result there is; waits for it a little. It is the caller's until the next call. */
	bool  (*take)(void *self, struct spread_result *result);
	/* A unit that was given and will not come back. */
	bool  (*lost)(void *self, struct spread_unit *unit);
	/* Lets everybody go, whatever they are at. */
	void  (*close)(void *self, struct spread_went *went);
};

extern const struct carrier carrier_here, carrier_threads, carrier_ranks;

#endif
