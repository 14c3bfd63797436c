/* model_pool_test.c: flows give the same futures as persons do, and a binomial is a binomial. */
#include "check.h"

#include "model/binomial.h"
#include "model/moments.h"
#include "model/simulate.h"
#include "prospects.h"

/* ---- binomials --------------------------------------------------------------------------------- */

/* log of n! over k! (n - k)!, by C's own lgamma. */
static double
exact(int n, double p, int k)
{
	return exp(lgamma(n + 1.0) - lgamma(k + 1.0) - lgamma(n - k + 1.0) + k * log(p) + (n - k) * log1p(-p));
}

/* Pearson's sum over values of which ten or more are expected. It is about as many as there are, give or take its root
 * of twice that: five of those are allowed. */
static void
hold_binomial(int n, double p, uint32_t seed, struct arena arena)
{
	enum { DRAWS = 40000 };
	int *seen = new(&arena, n + 1, int);
	Chance chance = chance_of(p);
	for (uint32_t i = 0; i < DRAWS; i++) {
		struct dice dice = dice_at(seed, i, 0, 0, STREAM_POOL);
		int k = binomial(n, chance, &dice);
		check(k >= 0 && k <= n);
		seen[k]++;
	}
	double sum = 0, rest_wants = 0, rest = 0;
	int classes = 0;
	for (int k = 0; k <= n; k++) {
		double wants = DRAWS * exact(n, p, k);
		if (wants < 10) {
			rest_wants += wants;
			rest += seen[k];
			continue;
		}
		sum += (seen[k] - wants) * (seen[k] - wants) / wants;
		classes++;
	}
	if (rest_wants >= 1)
		sum += (rest - rest_wants) * (rest - rest_wants) / rest_wants;
	check(fabs(rest - rest_wants) < 6 * sqrt(rest_wants + 1));
	check(sum < classes + 5 * sqrt(2.0 * classes + 1));
	if (sum >= classes + 5 * sqrt(2.0 * classes + 1))
		printf("  n %d p %g: %.1f over %d\n", n, p, sum, classes);
}

static void
a_binomial_is_a_binomial(struct arena *perm)
{
	static const struct { int n; double p; } cases[] = { { 1, 0.3 }, { 7, 0.02 }, { 90, 0.0147 }, { 90, 0.1 }, { 100, 0.105 },
		{ 400, 0.03 }, { 40, 0.5 }, { 40, 0.8 }, { 2000, 0.0147 }, { 100000, 0.0006 }, { 100000, 0.3 }, { 1000000, 0.999 } };
	for (ptrdiff_t i = 0; i < countof(cases); i++)
		hold_binomial(cases[i].n, cases[i].p, (uint32_t)i + 1, *perm);
	struct dice dice = dice_at(1, 1, 0, 0, STREAM_POOL);
	check_int(binomial(5, 0, &dice), 0);
	check_int(binomial(5, CERTAIN, &dice), 5);
	check_int(binomial(0, CERTAIN / 2, &dice), 0);
}

/* ---- pools ------------------------------------------------------------------------------------- */

static struct tally *
pooled(const struct prospect *p, uint64_t seed, int count, struct arena *perm)
{
	struct tally *t = tally_new(p, 0, perm);
	simulate_pool(p, seed, 0, count, t, *perm);
	return t;
}

static void
hold_to_moments(const struct prospect *p, int count, struct arena arena)
{
	struct tally *t = pooled(p, 8, count, &arena);
	struct moment *exact_ones = new(&arena, p->months + 1, struct moment);
	moments_of(p, exact_ones, arena);
	for (int m = 1; m <= p->months; m++) {
		double deviation = sqrt(exact_ones[m].variance), error = deviation / sqrt(count) + 1e-6;
		check(fabs(tally_mean(t, TALLY_FILLED, m) - exact_ones[m].filled) < 4.5 * error);
		check(fabs(tally_mean(t, TALLY_LEAVERS, m) - exact_ones[m].left) < 4.5 * sqrt(exact_ones[m].left / count) + 1e-6);
		check(fabs(tally_mean(t, TALLY_JOINERS, m) - exact_ones[m].joined) < 4.5 * sqrt(exact_ones[m].joined / count) + 1e-6);
		check(fabs(tally_deviation(t, TALLY_FILLED, m) / deviation - 1) < 4.5 / sqrt(2.0 * count) || exact_ones[m].variance < 0.3);
	}
}

static void
flows_agree_with_the_exact_moments(struct arena *perm)
{
	for (int s = REFERENCE_BASE; s <= REFERENCE_FASTER; s++)
		hold_to_moments(reference_prospect(300, 60, (enum reference)s, perm), 4000, *perm);
	hold_to_moments(reference_prospect(35000, 60, REFERENCE_BASE, perm), 60, *perm);
	hold_to_moments(reference_prospect(1000000, 24, REFERENCE_BASE, perm), 10, *perm);
}

/* Everything that is counted, when posts begin and end, cohorts come, agency converts, vacancies push. What hires have
 * as their limit differs a little: persons' posts draw each month, flows draw once. So it is left out. */
static void
flows_agree_with_persons(struct arena *perm)
{
	uint64_t state = 15;
	enum { COUNT = 2000 };
	for (int i = 0; i < 12; i++) {
		struct arena arena = *perm;
		struct prospect *p = random_prospect(&state, &arena);
		p->hires_most = p->lead = 0;
		struct tally *flows = pooled(p, 71, COUNT, &arena), *persons = tally_new(p, 0, &arena);
		for (int r = 0; r < COUNT; r += 500) {
			struct arena scratch = arena;
			simulate(p, calendar_new(p, 0, 70, r, 500, &scratch), r, 500, persons, scratch);
		}
		for (int line = 0; line < TALLY_LINES; line++)
			for (int m = 1; m <= p->months; m++) {
				double a = tally_mean(flows, (enum tally_line)line, m), b = tally_mean(persons, (enum tally_line)line, m);
				double da = tally_deviation(flows, (enum tally_line)line, m), db = tally_deviation(persons, (enum tally_line)line, m);
				double error = sqrt((da * da + db * db) / COUNT);
				check(fabs(a - b) < 5 * error + 0.01);
				if (fabs(a - b) >= 5 * error + 0.01)
					printf("  prospect %d line %d month %d: %g and %g, error %g\n", i, line, m, a, b, error);
			}
	}
}

static void
identities_hold_in_flows(struct arena *perm)
{
	uint64_t state = 3;
	for (int i = 0; i < 150; i++) {
		struct arena arena = *perm;
		struct prospect *p = random_prospect(&state, &arena);
		struct tally *t = pooled(p, 9, 1, &arena);
		for (int m = 1; m <= p->months; m++) {
			int64_t people = t->sum[TALLY_FILLED][m] + t->sum[TALLY_OVER][m], grades = 0, causes = 0;
			for (int g = 0; g < GRADES_MOST; g++)
				grades += t->grade_sum[m * GRADES_MOST + g];
			for (int c = 0; c < CAUSES_MOST; c++)
				causes += t->cause_sum[m * CAUSES_MOST + c];
			check_int(grades, people);
			check_int(causes, t->sum[TALLY_LEAVERS][m]);
			check(t->sum[TALLY_VACANT][m] >= 0 && t->sum[TALLY_OVER][m] >= 0);
			check(t->sum[TALLY_VACANT][m] == 0 || t->sum[TALLY_OVER][m] == 0);
			check(t->sum[TALLY_NEW][m] >= 0 && t->sum[TALLY_NEW][m] <= people);
			check_int(people, t->sum[TALLY_FILLED][m - 1] + t->sum[TALLY_OVER][m - 1] + t->sum[TALLY_JOINERS][m] -
			          t->sum[TALLY_LEAVERS][m]);
		}
	}
}

static void
flows_do_not_depend_on_how_they_are_cut(struct arena *perm)
{
	struct prospect *p = coupled_prospect(12000, 24, perm);
	check(simulate_as_pool(p));
	struct tally *whole = pooled(p, 4, 9, perm), *cut = tally_new(p, 0, perm);
	simulate_pool(p, 4, 5, 4, cut, *perm);
	simulate_pool(p, 4, 0, 5, cut, *perm);
	check(tally_hash(whole) == tally_hash(cut));
}

int
main(void)
{
	run(a_binomial_is_a_binomial);
	run(flows_agree_with_the_exact_moments);
	run(flows_agree_with_persons);
	run(identities_hold_in_flows);
	run(flows_do_not_depend_on_how_they_are_cut);
	return tests_end();
}
