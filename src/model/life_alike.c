/* life_alike.c: whether groups last alike: what ended in each, against what would have, had they been one. */
#include "model/life.h"

#include <math.h>
#include <stdlib.h>

#include "model/solve.h"

struct member { double time; int group, cause; };
struct risk { int all, ended, *in, *ended_in; };         /* by group */

static int
by_time(const void *a, const void *b)
{
	const struct member *x = a, *y = b;
	return (x->time > y->time) - (x->time < y->time);
}

/* One time's share of expected and variance. */
static void
weigh(struct life_test *test, double *variance, int groups, const struct risk *risk, double weight)
{
	double n = risk->all, d = risk->ended;
	for (int g = 0; g < groups; g++) {
		double share = risk->in[g] / n;
		test->observed[g] += weight * risk->ended_in[g];
		test->expected[g] += weight * d * share;
		if (risk->all < 2)
			continue;
		double spread = weight * weight * d * (n - d) / (n - 1);
		for (int h = 0; h < groups; h++)
			variance[g * groups + h] += spread * share * ((g == h) - risk->in[h] / n);
	}
}

static void
sweep(struct life_test *test, double *variance, struct lives lives, const int *group, int groups, double rho,
      struct arena scratch)
{
	struct member *exits = new(&scratch, lives.count + 1, struct member), *entries;
	entries = new(&scratch, lives.count + 1, struct member);
	struct risk risk = { .in = new(&scratch, groups, int), .ended_in = new(&scratch, groups, int) };
	int count = 0, entered = 0;
	for (int i = 0; i < lives.count; i++) {
		if (!(lives.at[i].exit > lives.at[i].entry))
			continue;
		entries[count] = (struct member){ lives.at[i].entry, group[i], 0 };
		exits[count++] = (struct member){ lives.at[i].exit, group[i], lives.at[i].cause };
	}
	qsort(exits, (size_t)count, sizeof *exits, by_time);
	qsort(entries, (size_t)count, sizeof *entries, by_time);
	double lasting = 1;
	for (int i = 0, next; i < count; i = next) {
		for (; entered < count && entries[entered].time < exits[i].time; entered++, risk.all++)
			risk.in[entries[entered].group]++;
		risk.ended = 0;
		for (int g = 0; g < groups; g++)
			risk.ended_in[g] = 0;
		for (next = i; next < count && exits[next].time == exits[i].time; next++)
			if (exits[next].cause)
				risk.ended++, risk.ended_in[exits[next].group]++;
		if (risk.ended) {
			weigh(test, variance, groups, &risk, rho == 0 ? 1 : pow(lasting, rho));
			lasting *= (double)(risk.all - risk.ended) / risk.all;
		}
		for (int k = i; k < next; k++, risk.all--)
			risk.in[exits[k].group]--;
	}
}

void
life_test(struct life_test *test, struct lives lives, const int *group, int groups, double rho, struct arena *perm)
{
	*test = (struct life_test){ .observed = new(perm, groups, double), .expected = new(perm, groups, double) };
	double *variance = new(perm, (ptrdiff_t)groups * groups, double), *gap = new(perm, groups, double);
	sweep(test, variance, lives, group, groups, rho, *perm);
	for (int g = 0; g < groups; g++)
		gap[g] = test->observed[g] - test->expected[g];
	double *solved = new(perm, groups, double);
	for (int g = 0; g < groups; g++)
		solved[g] = gap[g];
	/* The gaps sum to nothing, so one pivot falls away by itself. */
	test->degrees = solve_factor(variance, groups, 1e-9);
	solve_with(variance, groups, solved);
	for (int g = 0; g < groups; g++)
		test->chi_square += gap[g] * solved[g];
}
