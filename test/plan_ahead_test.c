/* plan_ahead_test.c: how many to recruit ahead of need, against hand derivations and published rules. */
#include "check.h"

#include <math.h>

#include "model/ahead.h"

static bool
near(double is, double wants, double within)
{
	if (fabs(is - wants) <= within)
		return true;
	printf("  is %.10f, wants %.10f\n", is, wants);
	return false;
}

/* Leicestershire, February 2024: 10% over for social workers and senior practitioners. */
static void
ten_percent_of_100_and_40_posts_is_14_in_all(struct arena *perm)
{
	(void)perm;
	check_int(ahead_flat(100, 100000), 10);
	check_int(ahead_flat(40, 100000), 4);
	check_int(ahead_flat(100, 100000) + ahead_flat(40, 100000), 14);
	check_int(ahead_flat(45, 100000), 5);        /* 4.5, to the nearest, half up */
	check_int(ahead_flat(0, 100000), 0);
}

/* Its turnover of 2018 to 2023 was lowest at 8.5, highest at 18.1; 12.2 in the year before. Binomial, each post by itself. */
static void
ten_over_of_a_hundred_suffices_less_often_than_one_thinks(struct arena *perm)
{
	(void)perm;
	static const struct { double leaving, hundred, forty; } rows[] = {
		{ 0.085, 0.771, 0.749 }, { 0.10, 0.583, 0.629 }, { 0.122, 0.312, 0.451 }, { 0.181, 0.019, 0.127 } };
	for (int i = 0; i < countof(rows); i++) {
		check(near(ahead_flat_chance(100, rows[i].leaving, 10), rows[i].hundred, 0.0005));
		check(near(ahead_flat_chance(40, rows[i].leaving, 4), rows[i].forty, 0.0005));
	}
}

/* 12.2 leavers a year, 5 months to fill: 5.08 open on average; at 90% 8 suffice. Poisson terms by hand:
 * e^-5.08333 (1 + 5.08333 + 12.9201 + 21.8925 + 27.8217 + 28.2854 + 23.9640 + 17.4024 + 11.0578) = 0.9250, and 0.8565
 * without the last. */
static void
posts_open_at_a_time_are_leavers_times_the_time_to_fill(struct arena *perm)
{
	(void)perm;
	struct ahead a = { .posts = 100, .leaving = 0.122, .lead = 5 };
	check(near(ahead_year(&a), 12.2, 1e-12));
	check(near(ahead_open(&a).mean, 5.0833333333, 1e-9));
	check_int(ahead_over(&a, 0.1), 8);
	check(ahead_at(&a, 8).gap <= 0.1 && ahead_at(&a, 7).gap > 0.1);
	double term = exp(-5.083333333333333), sum = term;
	for (int k = 1; k <= 8; k++)
		sum += term *= 5.083333333333333 / k;
	check(near(1 - ahead_at(&a, 8).gap, sum, 1e-12));
}

static void
a_newsvendor_orders_the_critical_share(struct arena *perm)
{
	(void)perm;
	struct news_answer n = news_normal(17, 4, (struct newsvendor){ 1, 3 });
	check(near(n.amount, 19.6979590008, 1e-9) && near(n.cost, 5.0844251629, 1e-9));
	n = news_normal(3.5, 1.87, (struct newsvendor){ 15, 45 });
	check(near(n.amount, 4.7612958329, 1e-9) && near(n.cost, 35.6545314552, 1e-8));
	struct law four_months = law_open(13.65, 0);
	check_int(law_point(four_months, 0.75), 16);
	check_int(law_point(four_months, 0.9), 18);
	check(near(law_at_most(four_months, 15), 0.7035001436, 5e-11));
	check(near(law_above(four_months, 15), 0.9104246913, 5e-11));
	check(near(news_count(four_months, (struct newsvendor){ 1, 3 }).amount, 16, 0));
}

/* No amount beside it costs less; the cost is that of every count, added up. */
static void
the_cheapest_posts_over_are_cheaper_than_any_other(struct arena *perm)
{
	(void)perm;
	for (int spread = 0; spread <= 3; spread++) {
		struct ahead a = { .posts = 140, .leaving = 0.15, .lead = 4, .spread = spread * 0.1,
			.over_month = 480000, .short_month = 200000 };
		int best = ahead_cheapest(&a);
		struct ahead_point at = ahead_at(&a, best);
		for (int k = 0; k < 40; k++) {
			struct ahead_point other = ahead_at(&a, k);
			double over = 0, lacking = 0;
			for (int n = 0; n < 200; n++) {
				double chance = law_exactly(ahead_open(&a), n);
				over += n < k ? (k - n) * chance * 12 : 0;
				lacking += n > k ? (n - k) * chance * 12 : 0;
			}
			check(near(other.over_months, over, 1e-9) && near(other.short_months, lacking, 1e-6));
			check(at.over_cost + at.short_cost <= other.over_cost + other.short_cost + 1);
		}
	}
	struct ahead unpriced = { .posts = 140, .leaving = 0.15, .lead = 4, .over_month = 480000 };
	check_int(ahead_cheapest(&unpriced), -1);
}

/* Mean m, size r: variance m + m^2 / r, and r is 1 / spread^2. */
static void
years_that_differ_need_more_posts_over(struct arena *perm)
{
	(void)perm;
	struct law law = law_open(40, 0.223606797749979);    /* size 20 */
	double mean = 0, square = 0;
	for (int n = 0; n < 400; n++) {
		mean += n * law_exactly(law, n);
		square += (double)n * n * law_exactly(law, n);
	}
	check(near(mean, 40, 1e-6) && near(square - mean * mean, 40 + 40.0 * 40 / 20, 1e-4));
	check(law_point(law, 0.9) > law_point(law_open(40, 0), 0.9));
}

static void
the_curve_falls_and_ends_where_nothing_is_left_to_tell(struct arena *perm)
{
	struct ahead a = { .posts = 100, .leaving = 0.122, .lead = 5, .over_month = 480000, .short_month = 200000 };
	struct ahead_point *curve = new(perm, 101, struct ahead_point);
	int count = ahead_curve(&a, curve, 100);
	check(count > 9 && count < 20);
	for (int k = 1; k < count; k++) {
		check(curve[k].over == k && curve[k].gap < curve[k - 1].gap);
		check(curve[k].over_months > curve[k - 1].over_months && curve[k].short_months < curve[k - 1].short_months);
		/* months over less months short move by twelve a post: the mean of open posts stays */
		check(near(curve[k].over_months - curve[k].short_months, 12 * (k - 5.083333333333333), 1e-6));
	}
	check(curve[count - 1].gap < 0.001 && curve[count - 2].gap >= 0.001);
	check_int(ahead_curve(&a, curve, 4), 5);
}

/* 100 posts, 88 filled, 8% may be vacant: 92. Who leaves none: 4 lacking. */
static void
hires_by_a_date_make_good_those_who_leave_and_who_start_and_leave(struct arena *perm)
{
	(void)perm;
	struct ahead_target t = { .posts = 100, .filled = 88, .leaving = 0.15, .months = 12, .vacancy = 0.08 };
	struct ahead_hires h = ahead_hires(&t, 0.9);
	check_int(h.filled_then, 92);
	/* 88 * 0.85 = 74.8 stay; 17.2 lack. Of one start a month (1 - 0.85) / (1 - 0.85^(1/12)) = 11.1510 of 12 stay:
	 * 17.2 * 12 / 11.1510 = 18.51 */
	check_int(h.hires, 19);
	check(h.hires_likely > h.hires);
	check(near(h.leavers, 13.2 + 19 * (1 - 11.1510 / 12), 0.01));
	/* With those hires the mean is reached; with one fewer it is not. */
	double stay = pow(0.85, 1.0 / 12);
	for (int hires = 18; hires <= 19; hires++) {
		double filled = 88;
		for (int m = 0; m < 12; m++)
			filled = filled * stay + hires / 12.0;
		check((filled >= 92) == (hires == 19));
	}
	t.filled = 120;
	check_int(ahead_hires(&t, 0.5).hires, 0);
}

static void
what_cannot_be_reckoned_is_told_in_words(struct arena *perm)
{
	(void)perm;
	static const struct { struct ahead a; const char *says; } rows[] = {
		{ { .posts = 0, .leaving = 0.1, .lead = 5 }, "posts" }, { { .posts = 10, .leaving = 0, .lead = 5 }, "above 0%" },
		{ { .posts = 10, .leaving = 1, .lead = 5 }, "below 100%" }, { { .posts = 10, .leaving = NAN, .lead = 5 }, "share" },
		{ { .posts = 10, .leaving = 0.1, .lead = 0 }, "60 months" }, { { .posts = 10, .leaving = 0.1, .lead = INFINITY }, "60" },
		{ { .posts = 10, .leaving = 0.1, .lead = 5, .spread = -1 }, "differ" },
		{ { .posts = 10, .leaving = 0.1, .lead = 5, .over_month = -1 }, "costs" } };
	struct error err;
	for (int i = 0; i < countof(rows); i++)
		check(ahead_fault(&rows[i].a, &err) && strstr(err.text, rows[i].says));
	struct ahead one = { .posts = 1, .leaving = 0.5, .lead = 1 };
	check(!ahead_fault(&one, &err));
	struct ahead_target t = { .posts = 10, .filled = 9, .leaving = 0.1, .months = 0 };
	check(ahead_target_fault(&t, &err) && strstr(err.text, "months"));
	t.months = 12;
	check(!ahead_target_fault(&t, &err));
	t.vacancy = 1;
	check(ahead_target_fault(&t, &err));
}

int
main(void)
{
	run(ten_percent_of_100_and_40_posts_is_14_in_all);
	run(ten_over_of_a_hundred_suffices_less_often_than_one_thinks);
	run(posts_open_at_a_time_are_leavers_times_the_time_to_fill);
	run(a_newsvendor_orders_the_critical_share);
	run(the_cheapest_posts_over_are_cheaper_than_any_other);
	run(years_that_differ_need_more_posts_over);
	run(the_curve_falls_and_ends_where_nothing_is_left_to_tell);
	run(hires_by_a_date_make_good_those_who_leave_and_who_start_and_leave);
	run(what_cannot_be_reckoned_is_told_in_words);
	return tests_end();
}
