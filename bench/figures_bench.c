/* figures_bench.c: every published rate made again from its counts.
 *
 * All England, 2017 to 2025: about 13,000 rates. Budget: 200 ns a rate, so that a scorecard of ten
 * measures, nine years and twelve areas takes a quarter of a millisecond. Looking the published value
 * up, timed beside it in the same run, is what the machine can do at best: the ratio travels from
 * machine to machine better than the nanoseconds do.
 */
#include <assert.h>
#include <stdio.h>
#include <time.h>

#include "measure/compare.h"

enum { ROUNDS = 7 };

static double
seconds(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

struct work { int rates, present; int64_t sum; };

typedef Figure figure_of(const struct published *p, int area, enum measure_id m, int year);

static struct work
every_rate(const struct published *p, figure_of *of)
{
	struct work work = { 0 };
	for (int area = 0; area < p->areas.count; area++)
		for (int year = p->areas.at[area].first_year; year <= p->areas.at[area].last_year; year++)
			for (int m = 0; m < MEASURES; m++) {
				if (!measures[m].rate)
					continue;
				Figure rate = of(p, area, (enum measure_id)m, year);
				work.rates++;
				work.present += figure_present(rate);
				work.sum += figure_present(rate) ? figure_round(rate, 1).micro : 0;
			}
	return work;
}

/* Nanoseconds a rate, the best of several rounds; every round must do the same work. */
static double
time_of(const char *name, const struct published *p, figure_of *of, struct work *done)
{
	double best = 1e9;
	*done = every_rate(p, of);
	for (int round = 0; round < ROUNDS; round++) {
		double start = seconds();
		struct work work = every_rate(p, of);
		double took = seconds() - start;
		assert(work.sum == done->sum);
		best = took < best ? took : best;
	}
	double each = best / done->rates * 1e9;
	printf("%-22s %6d rates, %6d present  %7.1f ns/rate\n", name, done->rates, done->present, each);
	return each;
}

int
main(void)
{
	struct arena perm = arena_reserve((ptrdiff_t)256 << 20);
	struct published p = { 0 };
	struct work looked_up, made;
	double start = seconds();
	published_built_in(&p, &perm);
	printf("%-22s %6d areas  %18.1f ms\n", "read what is built in", p.areas.count,
	       (seconds() - start) * 1e3);
	double look = time_of("look up", &p, published_value, &looked_up);
	double make = time_of("make from counts", &p, recomputed, &made);
	assert(made.rates > 10000);
	assert(made.present > 9000);
	assert(made.present <= looked_up.present + made.rates / 10);
	printf("%-22s %.1f times looking it up\n", "making", make / look);
	return 0;
}
