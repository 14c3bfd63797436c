/* model_tally_test.c: what many replications came to, counted once and added in any order. */
#include "check.h"

#include <stdlib.h>

#include "model/tally.h"
#include "prospects.h"

static struct replication *
random_record(uint64_t *state, const struct prospect *p, struct arena *perm)
{
	struct replication *r = new(perm, 1, struct replication);
	r->grades = r->causes = 1;
	for (int line = 0; line < TALLY_LINES; line++)
		for (int m = 0; m <= p->months; m++)
			r->at[line][m] = random_to(state, 0, p->seat_count);
	for (int m = 0; m <= p->months; m++) {
		r->grade[m][0] = random_to(state, 0, 90);
		r->cause[m][0] = random_to(state, 0, 9);
		r->cost[m][COST_PAY] = (int64_t)random_next(state) << 9;
	}
	return r;
}

/* Ten replications with these values of one line in month 0. */
static struct tally *
ten(const int *values, struct arena *perm)
{
	struct prospect *p = reference_prospect(300, 1, REFERENCE_BASE, perm);
	struct tally *t = tally_new(p, 0, perm);
	for (int i = 0; i < 10; i++) {
		struct replication *r = new(perm, 1, struct replication);
		r->at[TALLY_LEAVERS][0] = values[i];
		tally_take(t, r);
	}
	return t;
}

static bool
near(double is, double wants)
{
	return fabs(is - wants) < 1e-9;
}

/* The scores of this ensemble are those of R (scoringRules' edf): 3.22, 0.62 and 7.02. */
static void
scores_are_those_of_the_ensemble(struct arena *perm)
{
	struct tally *t = ten((int[]){ 3, 5, 5, 6, 8, 9, 12, 4, 7, 7 }, perm);
	check(near(tally_crps(t, TALLY_LEAVERS, 0, 2), 3.22));
	check(near(tally_crps(t, TALLY_LEAVERS, 0, 6), 0.62));
	check(near(tally_crps(t, TALLY_LEAVERS, 0, 15), 7.02));
	check(near(tally_crps(t, TALLY_LEAVERS, 0, -1), 6.22));
	/* Far beyond all of them, the score grows as the distance does. */
	check(near(tally_crps(t, TALLY_LEAVERS, 0, 500) - tally_crps(t, TALLY_LEAVERS, 0, 400), 100));
}

/* R: quantile(x, p, type = 1), mean and sd. */
static void
quantiles_means_and_deviations_are_those_of_r(struct arena *perm)
{
	struct tally *t = ten((int[]){ 3, 5, 5, 6, 8, 9, 12, 4, 7, 7 }, perm);
	static const int wants[][2] = { { 0, 3 }, { 50, 3 }, { 100, 3 }, { 101, 4 }, { 250, 5 }, { 500, 6 }, { 501, 7 },
	                                { 750, 8 }, { 900, 9 }, { 950, 12 }, { 1000, 12 } };
	for (ptrdiff_t i = 0; i < countof(wants); i++)
		check_int(tally_quantile(t, TALLY_LEAVERS, 0, wants[i][0]), wants[i][1]);
	check(near(tally_mean(t, TALLY_LEAVERS, 0), 6.6));
	check(near(tally_deviation(t, TALLY_LEAVERS, 0), 2.6331223544));
	check(near(tally_below(t, TALLY_LEAVERS, 0, 5), 0.2));
	check(near(tally_below(t, TALLY_LEAVERS, 0, 0), 0));
	check(near(tally_below(t, TALLY_LEAVERS, 0, 900), 1));
}

static int
by_value(const void *a, const void *b)
{
	return *(const int *)a - *(const int *)b;
}

/* As quantiles are defined: the least value that so many thousandths do not exceed, wherever in the row it stands. */
static void
quantiles_are_the_values_in_order(struct arena *perm)
{
	enum { COUNT = 137 };
	uint64_t state = 7;
	struct prospect *p = reference_prospect(300, 1, REFERENCE_BASE, perm);
	for (int most = 1; most <= 300; most += 13) {
		struct tally *t = tally_new(p, 0, perm);
		struct gap_tally *g = gap_new(p, 0, perm);
		struct replication *base = new(perm, 1, struct replication), *r = new(perm, 1, struct replication);
		int values[COUNT];
		base->at[TALLY_FILLED][1] = 150;
		for (int i = 0; i < COUNT; i++) {
			values[i] = r->at[TALLY_FILLED][1] = random_to(&state, most / 3, most);
			tally_take(t, r);
			gap_take(g, base, r);
		}
		qsort(values, COUNT, sizeof *values, by_value);
		for (int per_mille = 0; per_mille <= 1000; per_mille += 25) {
			int rank = (COUNT * per_mille + 999) / 1000, wants = values[rank ? rank - 1 : 0];
			check_int(tally_quantile(t, TALLY_FILLED, 1, per_mille), wants);
			check_int(gap_quantile(g, TALLY_FILLED, 1, per_mille), wants - 150);
		}
	}
}

/* Of rows of any length, to the last number of them: short in the last month alone. */
static void
nothing_is_left_out_when_tallies_are_added(struct arena *perm)
{
	for (int months = 1; months <= 20; months++) {
		struct prospect *p = reference_prospect(9, months, REFERENCE_BASE, perm);
		p->safe = 5;
		struct tally *once = tally_new(p, 0, perm), *added = tally_new(p, 0, perm);
		struct replication *r = new(perm, 1, struct replication);
		for (int m = 0; m <= months; m++)
			r->at[TALLY_FILLED][m] = m < months ? 9 : 4;
		r->at[TALLY_COST][months] = 1 << 20;                   /* beyond the last bin */
		tally_take(once, r);
		tally_add(added, once);
		check(tally_hash(added) == tally_hash(once));
		check_int((int)added->first_short[months], 1);
	}
}

static void
tallies_add_up_in_any_order_and_travel_as_bytes(struct arena *perm)
{
	uint64_t state = 11;
	struct prospect *p = random_prospect(&state, perm);
	p->months = 9;
	struct tally *all = tally_new(p, 3, perm), *ab = tally_new(p, 3, perm), *ba = tally_new(p, 3, perm);
	struct tally *part[2] = { tally_new(p, 3, perm), tally_new(p, 3, perm) };
	for (int i = 0; i < 40; i++) {
		struct replication *r = random_record(&state, p, perm);
		tally_take(all, r);
		tally_take(part[i % 3 == 0], r);
	}
	check(tally_hash(part[0]) != tally_hash(part[1]));
	struct tally *sent = tally_new(p, 3, perm);
	check(tally_read(sent, tally_write(part[0], perm)));
	check(tally_hash(sent) == tally_hash(part[0]));
	tally_add(ab, sent);
	tally_add(ab, part[1]);
	tally_add(ba, part[1]);
	tally_add(ba, part[0]);
	check(tally_hash(ab) == tally_hash(all));
	check(tally_hash(ba) == tally_hash(all));
	check_int(ab->short_ever, all->short_ever);
}

static void
bytes_that_are_no_tally_are_refused(struct arena *perm)
{
	uint64_t state = 12;
	struct prospect *p = reference_prospect(9, 4, REFERENCE_BASE, perm), *longer = reference_prospect(9, 5, REFERENCE_BASE, perm);
	struct tally *t = tally_new(p, 0, perm), *into = tally_new(p, 0, perm);
	for (int i = 0; i < 9; i++)
		tally_take(t, random_record(&state, p, perm));
	Str bytes = tally_write(t, perm);
	check(!tally_read(tally_new(longer, 0, perm), bytes));
	check(!tally_read(tally_new(p, 1, perm), bytes));
	for (ptrdiff_t len = 0; len < bytes.len; len++)
		check(!tally_read(into, str_upto(bytes, len)));
	check(!tally_read(into, str_join(bytes, S("x"), perm)));
	for (int i = 0; i < 20000; i++) {          /* whatever comes, nothing is written out of its place */
		struct arena arena = *perm;
		Str other = str_copy(bytes, &arena);
		((char *)other.at)[random_to(&state, 0, (int)bytes.len - 1)] = (char)random_next(&state);
		if (tally_read(into, other))
			check(into->replications >= 0);
	}
}

static void
a_gap_is_what_one_future_differs_under_the_same_luck(struct arena *perm)
{
	struct prospect *p = reference_prospect(50, 1, REFERENCE_BASE, perm);
	struct gap_tally *g = gap_new(p, 0, perm), *more = gap_new(p, 0, perm);
	for (int i = -3; i <= 5; i++) {
		struct replication *base = new(perm, 1, struct replication), *other = new(perm, 1, struct replication);
		base->at[TALLY_FILLED][1] = 20;
		other->at[TALLY_FILLED][1] = 20 + i;
		gap_take(i % 2 ? g : more, base, other);
	}
	struct gap_tally *sent = gap_new(p, 0, perm);
	Str bytes = gap_write(more, perm);
	for (ptrdiff_t len = 0; len < bytes.len; len++)
		check(!gap_read(sent, str_upto(bytes, len)));
	check(gap_read(sent, bytes));
	check(gap_hash(sent) == gap_hash(more));
	gap_add(g, sent);
	check_int(g->replications, 9);
	check(near(gap_mean(g, TALLY_FILLED, 1), 1));
	check(near(gap_deviation(g, TALLY_FILLED, 1), 2.7386127875));
	check_int(gap_quantile(g, TALLY_FILLED, 1, 0), -3);
	check_int(gap_quantile(g, TALLY_FILLED, 1, 500), 1);
	check_int(gap_quantile(g, TALLY_FILLED, 1, 1000), 5);
	check_int(gap_quantile(g, TALLY_LEFT, 1, 500), 0);
}

/* A million posts: bins of more than one value, sums as exact as ever. */
static void
very_many_posts_have_bins_of_several_values(struct arena *perm)
{
	struct prospect *p = reference_prospect(1000000, 1, REFERENCE_BASE, perm);
	struct tally *t = tally_new(p, 0, perm);
	check(t->step[TALLY_FILLED] > 1);
	check(t->most[TALLY_FILLED] < 20000);
	struct replication *r = new(perm, 1, struct replication);
	for (int i = 0; i < 3; i++) {
		r->at[TALLY_FILLED][1] = 942000 + i;
		tally_take(t, r);
	}
	check(near(tally_mean(t, TALLY_FILLED, 1), 942001));
	check(near(tally_deviation(t, TALLY_FILLED, 1), 1));
	check(abs(tally_quantile(t, TALLY_FILLED, 1, 500) - 942001) <= t->step[TALLY_FILLED]);
}

/* Lines said to be nothing count as noughts written out would, in tallies and gaps alike. */
static void
what_a_prospect_has_nothing_of_counts_as_nought(struct arena *perm)
{
	uint64_t state = 5;
	struct prospect *p = reference_prospect(60, 24, REFERENCE_BASE, perm);
	struct tally *said = tally_new(p, 0, perm), *written = tally_new(p, 0, perm);
	struct gap_tally *gap_said = gap_new(p, 0, perm), *gap_written = gap_new(p, 0, perm);
	for (int i = 0; i < 20; i++) {
		struct replication *base = random_record(&state, p, perm), *other = random_record(&state, p, perm);
		memset(base->at[TALLY_AGENCY], 0, sizeof base->at[TALLY_AGENCY]);
		memset(base->at[TALLY_COST], 0, sizeof base->at[TALLY_COST]);
		memset(base->cost, 0, sizeof base->cost);
		memset(other->at[TALLY_AGENCY], 0, sizeof other->at[TALLY_AGENCY]);
		tally_take(written, base);
		gap_take(gap_written, base, other);
		base->nothing = 1 << TALLY_AGENCY | 1 << TALLY_COST;
		other->nothing = 1 << TALLY_AGENCY;
		tally_take(said, base);
		gap_take(gap_said, base, other);
	}
	check_int(tally_hash(said), tally_hash(written));
	check_int(gap_hash(gap_said), gap_hash(gap_written));
	check_int(said->bins[TALLY_AGENCY][7 * (said->most[TALLY_AGENCY] + 1)], 20);
}

int
main(void)
{
	run(scores_are_those_of_the_ensemble);
	run(quantiles_means_and_deviations_are_those_of_r);
	run(quantiles_are_the_values_in_order);
	run(nothing_is_left_out_when_tallies_are_added);
	run(tallies_add_up_in_any_order_and_travel_as_bytes);
	run(bytes_that_are_no_tally_are_refused);
	run(a_gap_is_what_one_future_differs_under_the_same_luck);
	run(very_many_posts_have_bins_of_several_values);
	run(what_a_prospect_has_nothing_of_counts_as_nought);
	return tests_end();
}
