/* model_shrink_test.c: rates of small councils drawn together, against R's optimiser and by hand. */
#include "check.h"

#include <math.h>

#include "model/shrink.h"

enum { UNITS_TEN = 10 };
static const double years[UNITS_TEN] = { 60, 70, 180, 310, 40, 420, 160, 45, 300, 1000 };
static const double calm[UNITS_TEN] = { 5, 12, 30, 48, 3, 80, 22, 9, 41, 150 };
static const double spread[UNITS_TEN] = { 5, 20, 30, 48, 3, 110, 15, 12, 41, 150 };

static bool
close_to(double is, double wants, double within)
{
	if (!(fabs(is - wants) <= within))
		printf("  is %.12g, wants %.12g\n", is, wants);
	return fabs(is - wants) <= within;
}

static struct shrinkage
fitted(const double *events, struct seen *groups)
{
	for (int i = 0; i < UNITS_TEN; i++)
		groups[i] = (struct seen){ events[i], years[i] };
	struct shrinkage s;
	struct error err;
	check(shrink_fit(groups, UNITS_TEN, &s, &err));
	return s;
}

/* R's optimiser stopped on its way at an alpha of 200,590 and a loss of 29.4887470; the end of that way is better. */
static void
test_councils_that_differ_no_more_than_luck_share_one_rate(struct arena *perm)
{
	(void)perm;
	struct seen g[UNITS_TEN];
	struct shrinkage s = fitted(calm, g);
	check(s.pooled);
	check(close_to(s.mean, 400.0 / 2585, 1e-15));
	check(s.loss < 29.4887470 && s.loss > 29.4885);
	for (int i = 0; i < UNITS_TEN; i++) {
		check(close_to(shrink_rate(&s, g[i]), 400.0 / 2585, 1e-15));
		check(shrink_weight(&s, g[i]) <= 0);
	}
	check(close_to(shrink_rate_at(&s, g[0], 0.025), 400.0 / 2585, 1e-15));
	check_int(shrink_next_at(&s, g[0], 60, 0.05), 5);
	check_int(shrink_next_at(&s, g[0], 60, 0.5), 9);
	check_int(shrink_next_at(&s, g[0], 60, 0.95), 15);
}

static void
test_councils_that_differ_are_drawn_in_by_how_little_they_say(struct arena *perm)
{
	(void)perm;
	static const double rates[UNITS_TEN] = { .1260498518, .2307214654, .1669762314, .1569916359, .1311948451,
		.2499365072, .1142765949, .2097173052, .1419608000, .1510324823 };
	static const double weights[UNITS_TEN] = { .4947926433, .5332808441, .7460740386, .8349877796,
		.3950113287, .8727038461, .7231216196, .4234779227, .8304201306, .9422735710 };
	struct seen g[UNITS_TEN];
	struct shrinkage s = fitted(spread, g);
	check(!s.pooled);
	/* Asked for more digits, the same optimiser comes to 10.285304 and 61.263703. */
	check(close_to(s.alpha, 10.285304, 5e-6));
	check(close_to(s.beta, 61.263703, 3e-5));
	check(close_to(s.loss, 37.3968189319, 1e-9));
	for (int i = 0; i < UNITS_TEN; i++) {
		check(close_to(shrink_rate(&s, g[i]), rates[i], 1e-6));
		check(close_to(shrink_weight(&s, g[i]), weights[i], 5e-6));
	}
	check(close_to(shrink_rate_at(&s, g[0], 0.025), .07098981, 1e-6));
	check(close_to(shrink_rate_at(&s, g[0], 0.975), .19665615, 1e-6));
}

static void
test_next_years_leavers_are_a_negative_binomial(struct arena *perm)
{
	(void)perm;
	struct seen g[UNITS_TEN];
	struct shrinkage s = fitted(spread, g);
	check_int(shrink_next_at(&s, g[0], 60, 0.05), 3);
	check_int(shrink_next_at(&s, g[0], 60, 0.5), 7);
	check_int(shrink_next_at(&s, g[0], 60, 0.95), 14);
	check_int(shrink_next_at(&s, g[9], 1000, 0.05), 124);
	check_int(shrink_next_at(&s, g[9], 1000, 0.5), 151);
	check_int(shrink_next_at(&s, g[9], 1000, 0.95), 180);
	check_int(shrink_next_at(&s, g[9], 0, 0.95), 0);
}

/* Rate = weight * own + (1 - weight) * mean, whatever the counts; and a rate is where no other choice of alpha
 * and beta does better. */
static void
test_a_rate_is_the_groups_own_and_everybodys_by_weight(struct arena *perm)
{
	(void)perm;
	struct seen g[UNITS_TEN];
	struct shrinkage s = fitted(spread, g);
	for (int i = 0; i < UNITS_TEN; i++) {
		double w = shrink_weight(&s, g[i]), own = g[i].events / g[i].exposure;
		check(close_to(shrink_rate(&s, g[i]), w * own + (1 - w) * s.mean, 1e-12));
	}
	/* At the optimum the sum of (alpha + d)/(beta + e) is as many times alpha/beta as there are groups. */
	double sum = 0;
	for (int i = 0; i < UNITS_TEN; i++)
		sum += shrink_rate(&s, g[i]);
	check(close_to(sum / UNITS_TEN, s.mean, 1e-9));
}

static void
test_empty_and_broken_groups_are_answered(struct arena *perm)
{
	(void)perm;
	struct shrinkage s;
	struct error err;
	check(!shrink_fit(NULL, 0, &s, &err));
	check(!shrink_fit((struct seen[]){ { 3, 0 } }, 1, &s, &err));
	check(!shrink_fit((struct seen[]){ { -1, 10 } }, 1, &s, &err));
	check(!shrink_fit((struct seen[]){ { 1, NAN } }, 1, &s, &err));
	check(!shrink_fit((struct seen[]){ { 1, INFINITY } }, 1, &s, &err));
	struct seen none[] = { { 0, 10 }, { 0, 500 } };
	check(shrink_fit(none, 2, &s, &err) && s.pooled && s.mean <= 0);
	check_int(shrink_next_at(&s, none[1], 500, 0.95), 0);
	struct seen one[] = { { 12, 80 } };
	check(shrink_fit(one, 1, &s, &err) && s.pooled && close_to(s.mean, 0.15, 1e-15));
	/* One group of nothing but zeros beside one that loses nearly all: no lower end to alpha is run over. */
	struct seen far[] = { { 0, 1e6 }, { 1e6, 1e6 }, { 0, 1e-3 } };
	check(shrink_fit(far, 3, &s, &err) && !s.pooled && isfinite(s.loss));
}

/* Leavers are published in FTE. */
static void
test_counts_need_not_be_whole(struct arena *perm)
{
	(void)perm;
	struct seen g[UNITS_TEN];
	for (int i = 0; i < UNITS_TEN; i++)
		g[i] = (struct seen){ spread[i] * 0.93, years[i] * 0.93 };
	struct shrinkage s;
	struct error err;
	check(shrink_fit(g, UNITS_TEN, &s, &err));
	check(!s.pooled && s.mean > 0.16 && s.mean < 0.175);
}

int
main(void)
{
	run(test_councils_that_differ_no_more_than_luck_share_one_rate);
	run(test_councils_that_differ_are_drawn_in_by_how_little_they_say);
	run(test_next_years_leavers_are_a_negative_binomial);
	run(test_a_rate_is_the_groups_own_and_everybodys_by_weight);
	run(test_empty_and_broken_groups_are_answered);
	run(test_counts_need_not_be_whole);
	return tests_end();
}
