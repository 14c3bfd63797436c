/* model_score_test.c: scores of forecasts, against R and by hand. */
#include "check.h"

#include <math.h>

#include "model/score.h"

static bool
close_to(double is, double wants, double within)
{
	if (!(fabs(is - wants) <= within))
		printf("  is %.12g, wants %.12g\n", is, wants);
	return fabs(is - wants) <= within;
}

/* 3 5 5 6 8 9 12 4 7 7 in order. */
static const double ten[] = { 3, 4, 5, 5, 6, 7, 7, 8, 9, 12 };

static void
test_an_ensemble_is_scored_as_it_stands_and_as_if_endless(struct arena *perm)
{
	(void)perm;
	static const struct { double outcome, edf, fair; } rows[] = {
		{ 2, 3.22, 3.0666666667 }, { 6, .62, .4666666667 }, { 15, 7.02, 6.8666666667 } };
	for (int i = 0; i < countof(rows); i++) {
		check(close_to(score_ensemble(ten, 10, rows[i].outcome), rows[i].edf, 1e-10));
		check(close_to(score_ensemble_fair(ten, 10, rows[i].outcome), rows[i].fair, 1e-10));
	}
	/* One number is scored by how far off it was. */
	check(close_to(score_ensemble((double[]){ 7 }, 1, 4.5), 2.5, 0));
}

static void
test_counts_are_scored_under_poisson_and_negative_binomial(struct arena *perm)
{
	(void)perm;
	check(close_to(score_poisson(4, 2), 1.1094905661, 1e-10));
	check(close_to(score_poisson(40, 47), 4.3661139774, 1e-10));
	check(close_to(score_poisson(15.5, 15), 0.9205122158, 1e-10));
	check(close_to(score_negative(40, 20, 47), 4.6307988156, 1e-10));
	/* A mean of nothing is one number; far outside, each more is one more. */
	check(close_to(score_poisson(0, 3), 3, 1e-12));
	check(close_to(score_poisson(40, 10001) - score_poisson(40, 10000), 1, 1e-9));
	check(close_to(score_poisson(1000000, 100) - score_poisson(1000000, 101), 1, 1e-6));
	/* The variance of a negative binomial of a very large size is a Poisson's. */
	check(close_to(score_negative(40, 1e6, 47), score_poisson(40, 47), 1e-4));
}

static void
test_a_normal_is_scored_by_its_closed_form(struct arena *perm)
{
	(void)perm;
	check(close_to(score_normal(283, 4, 276), 4.8726320203, 1e-10));
	check(close_to(score_normal(283, 4, 283), 0.9347799090, 1e-10));
	check(close_to(score_normal(283, 0, 276), 7, 0));
}

static void
test_the_place_of_a_count_is_a_span(struct arena *perm)
{
	(void)perm;
	struct span at = score_place_poisson(40, 47);
	check(close_to(at.low, .8478806460, 1e-10) && close_to(at.high, .8804172908, 1e-10));
	at = score_place_poisson(4, 2);
	check(close_to(at.low, .0915781944, 1e-10) && close_to(at.high, .2381033056, 1e-10));
	at = score_place_poisson(15.5, 15);
	check(close_to(at.low, .4154071101, 1e-10) && close_to(at.high, .5170112473, 1e-10));
	at = score_place_negative(40, 20, 47);
	check(close_to(at.low, .7401658887, 1e-10) && close_to(at.high, .7664321190, 1e-10));
	at = score_place_ensemble(ten, 10, 5);
	check(close_to(at.low, .2, 1e-12) && close_to(at.high, .4, 1e-12));
}

/* A span of .15 to .35 in tenths: a quarter in the second, half in the third, a quarter in the fourth. */
static void
test_places_are_spread_over_the_tenths_they_touch(struct arena *perm)
{
	(void)perm;
	double hits[10] = { 0 };
	score_spread((struct span){ .15, .35 }, hits, 10);
	check(close_to(hits[1], .25, 1e-12) && close_to(hits[2], .5, 1e-12) && close_to(hits[3], .25, 1e-12));
	score_spread((struct span){ 1, 1 }, hits, 10);
	check(close_to(hits[9], 1, 1e-12));
	score_spread((struct span){ 0, 0 }, hits, 10);
	check(close_to(hits[0], 1, 1e-12));
	double sum = 0;
	for (int i = 0; i < 10; i++)
		sum += hits[i];
	check(close_to(sum, 3, 1e-12));
}

static void
test_an_interval_pays_for_its_width_and_for_what_it_misses(struct arena *perm)
{
	(void)perm;
	struct span span = { 276, 289 };
	check(close_to(score_interval(span, .9, 273), 73, 1e-9));
	check(close_to(score_interval(span, .9, 280), 13, 1e-9));
	check(score_covers(span, 276) && score_covers(span, 289) && !score_covers(span, 289.1));
}

static void
test_a_quantile_of_values_is_one_of_them(struct arena *perm)
{
	(void)perm;
	check(close_to(score_value_at(ten, 10, .1), 3, 0));
	check(close_to(score_value_at(ten, 10, .5), 6, 0));
	check(close_to(score_value_at(ten, 10, .9), 9, 0));
	check(close_to(score_value_at(ten, 10, 0), 3, 0));
	check(close_to(score_value_at(ten, 10, 1), 12, 0));
	check(close_to(score_value_at(ten, 10, .3), 5, 0));
}

int
main(void)
{
	run(test_an_ensemble_is_scored_as_it_stands_and_as_if_endless);
	run(test_counts_are_scored_under_poisson_and_negative_binomial);
	run(test_a_normal_is_scored_by_its_closed_form);
	run(test_the_place_of_a_count_is_a_span);
	run(test_places_are_spread_over_the_tenths_they_touch);
	run(test_an_interval_pays_for_its_width_and_for_what_it_misses);
	run(test_a_quantile_of_values_is_one_of_them);
	return tests_end();
}
