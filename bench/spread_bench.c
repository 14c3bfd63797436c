/* spread_bench.c: all England by authority, shared out: 153 councils of 229 posts, 60 months, coupled.
 *
 * Run: build/spread_bench [replications [way]], the way as it is printed. Each three times, the best counts; by the clock,
 * so on a quiet machine. Prints one hash a way: they are the same. Ranks are tried where mpiexec and build/mainstay-ranks are.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include "../test/prospects.h"
#include "spread/spread.h"

enum { COUNCILS = 153, POSTS = 229, MONTHS = 60, TIMES = 3 };

static double
seconds(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

/* Of the processor: this program's and its ended children's. */
static double
at_work(void)
{
	struct rusage own, children;
	getrusage(RUSAGE_SELF, &own);
	getrusage(RUSAGE_CHILDREN, &children);
	return (double)(own.ru_utime.tv_sec + children.ru_utime.tv_sec) +
		(double)(own.ru_utime.tv_usec + children.ru_utime.tv_usec) * 1e-6;
}

/* Vacancies push those who are left, and no more than so many are hired a month. */
static struct spread_job *
england(struct arena *perm)
{
	struct spread_job *jobs = new(perm, COUNCILS, struct spread_job);
	for (int i = 0; i < COUNCILS; i++) {
		struct prospect *p = reference_prospect(POSTS, MONTHS, REFERENCE_BASE, perm);
		p->whom = (uint32_t)i + 1;
		p->pressure = 20000;
		p->usual_vacancy = 57000;
		p->hires_most = 3;
		prospect_room(p, 2);
		jobs[i] = (struct spread_job){ .base = p, .of_base = tally_new(p, 0, perm) };
	}
	return jobs;
}

struct way { const char *name; enum spread_by by; int workers; };

static void
way_time(struct way way, int replications, struct arena arena)
{
	double best = 1e9, work = 1e9;
	uint64_t hash = 0;
	for (int i = 0; i < TIMES; i++) {
		struct arena fresh = arena;
		struct error err;
		struct spread_job *jobs = england(&fresh);
		struct spread spread = { .jobs = jobs, .job_count = COUNCILS, .replications = replications, .seed = 20,
			.by = way.by, .workers = way.workers };
		double begin = seconds(), began = at_work();
		if (!spread_run(&spread, NULL, &err)) {
			printf("%-10s %s\n", way.name, err.text);
			return;
		}
		double took = seconds() - begin, worked = at_work() - began;
		best = took < best ? took : best;
		work = worked < work ? worked : work;
		hash = 0;
		for (int j = 0; j < COUNCILS; j++)
			hash = hash * 1000003 + tally_hash(jobs[j].of_base);
	}
	printf("%-10s %.2f s by the clock, %.2f s at work, %016llx\n", way.name, best, work, (unsigned long long)hash);
	fflush(stdout);
}

int
main(int count, char **arguments)
{
	static const struct way ways[] = {
		{ "here", SPREAD_HERE, 1 }, { "1 thread", SPREAD_THREADS, 1 }, { "2 threads", SPREAD_THREADS, 2 },
		{ "4 threads", SPREAD_THREADS, 4 }, { "1 rank", SPREAD_RANKS, 1 }, { "2 ranks", SPREAD_RANKS, 2 },
		{ "4 ranks", SPREAD_RANKS, 4 },
	};
	struct arena arena = arena_reserve((ptrdiff_t)2 << 30);
	int replications = count > 1 ? atoi(arguments[1]) : 1000;
	for (ptrdiff_t i = 0; i < countof(ways); i++)
		if (count < 3 || strcmp(arguments[2], ways[i].name) == 0)
			way_time(ways[i], replications, arena);
	struct rusage usage;
	getrusage(RUSAGE_SELF, &usage);
	printf("%ld MB resident at most\n", usage.ru_maxrss / 1024);
	return 0;
}
