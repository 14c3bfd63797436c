/* forecast_bench.c: what forecasts cost, in time of the processor, and the long agreement with the exact moments.
 *
 *   forecast_bench            every workload in turn, nine rounds: the least and the middle
 *   forecast_bench once       the reference workload alone, once: for forecast.sh beside R and NumPy
 *   forecast_bench exact      200,000 replications of the reference workload and its two scenarios, held to their moments
 *   forecast_bench long N     N replications of the reference workload in blocks, for its memory
 *
 * Goals, of one core: the reference workload 25 ms with its candidates; coupled, candidates kept, 25 ms; the preview
 * 1 ms; a council of 229 posts, coupled, 19 ms; England as one pool 1.1 s; a million people for ten years, twenty
 * replications, 0.12 s.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include "../test/prospects.h"
#include "model/moments.h"
#include "model/simulate.h"

enum { ROUNDS = 9, COUNT = 1000, LONG = 200000 };

static double
now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* ---- workloads --------------------------------------------------------------------------------- */

struct work { const struct prospect *p, *other; const struct calendar *calendar; int count; };

static int                                         /* so that nothing is left out as unused */
summary(const struct tally *t)
{
	static const int per_mille[] = { 50, 250, 500, 750, 950 };
	int sum = 0;
	for (int m = 0; m <= t->months; m++)
		for (int q = 0; q < 5; q++)
			sum += tally_quantile(t, TALLY_FILLED, m, per_mille[q]);
	return sum;
}

static int
from_nothing(const struct work *w, struct arena arena)
{
	struct tally *t = tally_new(w->p, 0, &arena);
	simulate(w->p, calendar_new(w->p, 0, 1, 0, w->count, &arena), 0, w->count, t, arena);
	return summary(t);
}

static int
in_blocks(const struct work *w, struct arena arena)
{
	struct tally *t = tally_new(w->p, 0, &arena);
	for (int r = 0; r < w->count; r += BLOCK) {
		int here = w->count - r < BLOCK ? w->count - r : BLOCK;
		struct arena scratch = arena;
		const struct calendar *c = calendar_new(w->p, 0, 1, r, here, &scratch);
		simulate(w->p, c, r, here, t, scratch);
	}
	return summary(t);
}

static int
kept(const struct work *w, struct arena arena)
{
	struct tally *t = tally_new(w->p, 0, &arena);
	simulate(w->p, w->calendar, 0, w->count, t, arena);
	return summary(t);
}

static int
beside(const struct work *w, struct arena arena)
{
	struct tally *a = tally_new(w->p, 0, &arena), *b = tally_new(w->p, 0, &arena);
	struct gap_tally *gap = gap_new(w->p, 0, &arena);
	const struct other other = { w->other, b, gap };
	simulate_beside(w->p, &other, 1, w->calendar, 0, w->count, a, arena);
	return summary(b);
}

static int
preview(const struct work *w, struct arena arena)
{
	struct moment *out = new(&arena, w->p->months + 1, struct moment);
	moments_of(w->p, out, arena);
	return (int)out[w->p->months].filled;
}

static int
pool(const struct work *w, struct arena arena)
{
	struct tally *t = tally_new(w->p, 0, &arena);
	simulate_pool(w->p, 1, 0, w->count, t, arena);
	return summary(t);
}

static int
by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

struct row { const char *name; int (*act)(const struct work *w, struct arena arena); struct work work; double goal; int rounds; };

/* All rows once, then all again: what else the machine does falls on all of them alike. */
static void
time_all(const struct row *rows, int count, struct arena arena)
{
	static double took[16][ROUNDS];
	for (int round = 0; round < ROUNDS; round++)
		for (int i = 0; i < count; i++) {
			if (round >= rows[i].rounds)
				continue;
			double start = now();
			int sum = rows[i].act(&rows[i].work, arena);
			took[i][round] = sum >= 0 ? now() - start : 0;
		}
	for (int i = 0; i < count; i++) {
		qsort(took[i], (size_t)rows[i].rounds, sizeof(double), by_size);
		printf("%-58s least %9.3f ms, middle %9.3f, goal %7.1f\n", rows[i].name, took[i][0] * 1e3,
		       took[i][rows[i].rounds / 2] * 1e3, rows[i].goal);
	}
}

static struct prospect *
council(int posts, struct arena *perm)
{
	struct prospect *p = coupled_prospect(posts, 60, perm);
	prospect_room(p, 2);
	return p;
}

static void
bench(struct arena arena)
{
	const struct prospect *reference = reference_prospect(300, 60, REFERENCE_BASE, &arena);
	const struct prospect *payment = reference_prospect(300, 60, REFERENCE_PAYMENT, &arena);
	const struct prospect *coupled = council(300, &arena), *small = council(229, &arena);
	const struct prospect *england = reference_prospect(35000, 60, REFERENCE_BASE, &arena);
	const struct prospect *million = reference_prospect(1000000, 120, REFERENCE_BASE, &arena);
	const struct calendar *of_reference = calendar_new(reference, 0, 1, 0, COUNT, &arena);
	const struct calendar *of_coupled = calendar_new(coupled, 0, 1, 0, COUNT, &arena);
	const struct row rows[] = {
		{ "reference, 300 x 60 x 1,000, candidates and summary too", from_nothing, { reference, 0, 0, COUNT }, 25, ROUNDS },
		{ "reference, in blocks of 64", in_blocks, { reference, 0, 0, COUNT }, 25, ROUNDS },
		{ "reference, candidates kept", kept, { reference, 0, of_reference, COUNT }, 25, ROUNDS },
		{ "reference and scenario beside each other, kept", beside, { reference, payment, of_reference, COUNT }, 50, ROUNDS },
		{ "coupled, 300 x 60 x 1,000, candidates kept", kept, { coupled, 0, of_coupled, COUNT }, 25, ROUNDS },
		{ "coupled, 500 replications, kept: while a slider is dragged", kept, { coupled, 0, of_coupled, COUNT / 2 }, 16, ROUNDS },
		{ "coupled, 229 x 60 x 1,000, candidates and all: a council", in_blocks, { small, 0, 0, COUNT }, 19, ROUNDS },
		{ "preview of the reference: mean and variance", preview, { reference, 0, 0, 1 }, 1, ROUNDS },
		{ "preview of the coupled, five points", preview, { coupled, 0, 0, 1 }, 1, ROUNDS },
		{ "England as a pool, 35,000 x 60 x 1,000", pool, { england, 0, 0, COUNT }, 1100, 3 },
		{ "a million, 1,000,000 x 120 x 20", pool, { million, 0, 0, 20 }, 120, 5 },
	};
	time_all(rows, (int)countof(rows), arena);
}

/* ---- the long agreement ------------------------------------------------------------------------- */

static bool
agrees(enum reference scenario, struct arena arena)
{
	const struct prospect *p = reference_prospect(300, 60, scenario, &arena);
	struct tally *t = tally_new(p, 0, &arena);
	struct moment *exact = new(&arena, p->months + 1, struct moment);
	for (int r = 0; r < LONG; r += 1000) {
		struct arena scratch = arena;
		const struct calendar *c = calendar_new(p, 0, 11, r, 1000, &scratch);
		simulate(p, c, r, 1000, t, scratch);
	}
	moments_of(p, exact, arena);
	double worst = 0, ratio_low = 2, ratio_high = 0;
	for (int m = 1; m <= p->months; m++) {
		double deviation = sqrt(exact[m].variance), z = fabs(tally_mean(t, TALLY_FILLED, m) - exact[m].filled) * sqrt(LONG) / deviation;
		double ratio = tally_deviation(t, TALLY_FILLED, m) / deviation;
		worst = z > worst ? z : worst;
		ratio_low = ratio < ratio_low ? ratio : ratio_low;
		ratio_high = ratio > ratio_high ? ratio : ratio_high;
	}
	printf("scenario %d: month 60 mean %.6f (exact %.6f), worst of 60 months %.2f standard errors, deviations %.4f to %.4f of exact\n",
	       scenario, tally_mean(t, TALLY_FILLED, 60), exact[60].filled, worst, ratio_low, ratio_high);
	return worst < 4 && ratio_low > 0.99 && ratio_high < 1.01;
}

static int
long_run(int count, struct arena arena)
{
	const struct work work = { reference_prospect(300, 60, REFERENCE_BASE, &arena), 0, 0, count };
	double start = now();
	int sum = in_blocks(&work, arena);
	struct rusage usage;
	getrusage(RUSAGE_SELF, &usage);
	printf("%d replications: %.2f s, %ld MB at most (%d)\n", count, now() - start, usage.ru_maxrss / 1024, sum);
	return 0;
}

int
main(int count, char **words)
{
	struct arena arena = arena_reserve((ptrdiff_t)16 << 30);
	if (count == 3 && strcmp(words[1], "long") == 0)
		return long_run(atoi(words[2]), arena);
	if (count == 2 && strcmp(words[1], "exact") == 0)
		return agrees(REFERENCE_BASE, arena) & agrees(REFERENCE_PAYMENT, arena) & agrees(REFERENCE_FASTER, arena) ? 0 : 1;
	if (count == 2 && strcmp(words[1], "once") == 0) {
		const struct work work = { reference_prospect(300, 60, REFERENCE_BASE, &arena), 0, 0, COUNT };
		double start = now();
		int sum = from_nothing(&work, arena);
		printf("%.4f s (%d)\n", sum ? now() - start : 0, sum);
		return 0;
	}
	bench(arena);
	return 0;
}
