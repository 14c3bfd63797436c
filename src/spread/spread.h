/* spread.h: the only place where forecasts are shared out: to threads, or to programs on this machine and others.
 *
 * A forecast is so many replications of so many prospects. It falls into units (one prospect, a run of replications)
 * that know nothing of each other: what a replication comes to depends on the seed, the prospect and its number alone,
 * and tallies add up in any order. So the answer is the same to the last whole number, whoever worked out which unit,
 * on however many threads or machines, and whoever was lost meanwhile: a unit counts once it has come back whole, and
 * one whose worker was lost is given to another.
 *
 *     struct spread_job jobs[] = { { .base = p, .of_base = tally_new(p, 0, perm) } };
 *     struct spread spread = { .jobs = jobs, .job_count = 1, .replications = 1000, .seed = 20, .by = SPREAD_THREADS };
 *     if (!spread_run(&spread, NULL, &err))
 *         ...                                  // err.text says why, and the tallies are not to be read
 *
 * Nothing grows with the number of replications: ten million take long, can be watched (`told`) and stopped
 * (`stop`). How many machines may help is in docs/methods/forecast-machines.md. A prospect holds no person, only
 * posts by grade and months in post, so that is all that leaves this machine.
 */
#ifndef SPREAD_SPREAD_H
#define SPREAD_SPREAD_H

#include <stdatomic.h>

#include "base/error.h"
#include "model/drawn.h"

/* One prospect, and scenarios of it under the same luck: all in one pass over the same candidates, the base drawn once.
 * What comes of each is added to the tallies, which the caller has made by tally_new and gap_new with the same
 * seats_more; it is the same whichever others are beside it. */
struct spread_job {
	const struct prospect *base;
	int seats_more;                      /* posts and cohort places that any scenario has beyond `base` (lever.h) */
	struct tally *of_base;               /* or NULL, where there are scenarios */
	const struct other *others;         /* simulate.h: each with its prospect, tally and gap; either of these may be NULL */
	int other_count;                     /* 0 to OTHERS_MOST */
	struct drawn *drawn;                 /* of `base` and this seed: what is kept from run to run (drawn.h), here; or NULL */
};

enum spread_by {
	SPREAD_HERE,                         /* in the thread that asks, and no other */
	SPREAD_THREADS,
	SPREAD_RANKS,                        /* copies of the program mainstay-ranks, started by MPI's mpiexec */
};

struct spread {
	const struct spread_job *jobs;
	int job_count;
	int replications;                    /* 1 to SPREAD_REPLICATIONS_MOST, of each job */
	uint64_t seed;
	enum spread_by by;
	int workers;                         /* threads or ranks; 0: as many as this machine has processors */
	const char *hosts;                   /* SPREAD_RANKS: a file of machines, one a line; NULL: this one alone */
	const char *program;                 /* SPREAD_RANKS: where mainstay-ranks is; NULL: beside this program */
	void (*told)(void *whom, int64_t done, int64_t all);     /* replications, of all jobs together; or NULL */
	void *whom;
	const atomic_bool *stop;             /* looked at between units; or NULL */
};
enum { SPREAD_REPLICATIONS_MOST = 10000000, SPREAD_WORKERS_MOST = 256 };

/* How it went: for the recipe's page and for tests. */
struct spread_went {
	int workers, lost;                   /* that began; of them lost */
	int64_t units, again;                /* given; of them given again, since a worker was lost */
};

/* False in words: a prospect that no engine may run (prospect_sound), numbers out of bounds, stopped, no worker
 * left. `went` may be NULL. */
bool spread_run(const struct spread *spread, struct spread_went *went, struct error *err);

/* Whether SPREAD_RANKS can be used here; else `why` says what is missing. */
bool spread_ranks_there(const char *program, struct error *why);

#endif
