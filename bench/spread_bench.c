/* spread_bench.c: all England by authority, shared out: 153 councils of 229 posts, 60 months, coupled.
 *
 * Run: build/spread_bench [replications [way]], the way as it is printed; with `published` for the replications, England as
 * it was published instead of 153 councils alike, 1,000 replications. Each three times, the best counts; by the clock,
 * so on a quiet machine. Prints one hash a way: they are the same. Ranks are tried where mpiexec and build/mainstay-ranks are.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include "../test/prospects.h"
#include "outlook/published.h"
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

struct england { struct spread_job *jobs; int count; };

static void
england_add(struct england *england, struct prospect *p, struct arena *perm)
{
	england->jobs[england->count++] = (struct spread_job){ .base = p, .of_base = tally_new(p, 0, perm) };
}

/* As the target has it: vacancies push those who are left, and no more than so many are hired a month. */
static struct england
england_alike(struct arena *perm)
{
	struct england england = { .jobs = new(perm, COUNCILS, struct spread_job) };
	for (int i = 0; i < COUNCILS; i++) {
		struct prospect *p = reference_prospect(POSTS, MONTHS, REFERENCE_BASE, perm);
		p->whom = (uint32_t)i + 1;
		p->pressure = 20000;
		p->usual_vacancy = 57000;
		p->hires_most = 3;
		prospect_room(p, 2);
		england_add(&england, p, perm);
	}
	return england;
}

/* As it is: every council of the built-in release, from its latest year on. */
static struct england
england_published(struct arena *perm)
{
	struct error err;
	struct published *published = new(perm, 1, struct published);
	published_built_in(published, perm);
	const struct panel *panel = panel_upto(published, published->last_year, perm);
	const struct expectations *all = expect_all(panel, perm, &err);
	struct england england = { .jobs = new(perm, panel->count, struct spread_job) };
	for (int i = 0; all && i < panel->count; i++)
		if (all->at[i].known)
			england_add(&england, published_prospect(all, i, MONTHS, perm), perm);
	return england;
}

struct way { const char *name; enum spread_by by; int workers; };

static void
way_time(struct way way, bool published, int replications, struct arena arena)
{
	double best = 1e9, work = 1e9;
	uint64_t hash = 0;
	int councils = 0;
	for (int i = 0; i < TIMES; i++) {
		struct arena fresh = arena;
		struct error err;
		struct england england = published ? england_published(&fresh) : england_alike(&fresh);
		struct spread spread = { .jobs = england.jobs, .job_count = england.count, .replications = replications, .seed = 20,
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
		councils = england.count;
		for (int j = 0; j < england.count; j++)
			hash = hash * 1000003 + tally_hash(england.jobs[j].of_base);
	}
	printf("%-10s %d councils: %.2f s by the clock, %.2f s at work, %016llx\n", way.name, councils, best, work,
	       (unsigned long long)hash);
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
	bool published = count > 1 && strcmp(arguments[1], "published") == 0;
	int replications = count > 1 && !published ? atoi(arguments[1]) : 1000;
	for (ptrdiff_t i = 0; i < countof(ways); i++)
		if (count < 3 || strcmp(arguments[2], ways[i].name) == 0)
			way_time(ways[i], published, replications, arena);
	struct rusage usage;
	getrusage(RUSAGE_SELF, &usage);
	printf("%ld MB resident at most\n", usage.ru_maxrss / 1024);
	return 0;
}
