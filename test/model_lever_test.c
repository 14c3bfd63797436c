/* model_lever_test.c: levers do what their row says, cost what they cost, and are refused in words. */
#include "check.h"

#include "model/lever.h"
#include "model/moments.h"
#include "model/simulate.h"
#include "prospects.h"

static struct prospect *
base_prospect(struct arena *perm)
{
	struct prospect *p = reference_prospect(100, 60, REFERENCE_BASE, perm);
	p->prices = (struct prices){ .pay = { 4500000, 5200000, 5900000, 7000000 }, .agency_week = 180000, .hire = 400000,
	                             .induct = 150000, .leaver = 100000 };
	p->cover = CERTAIN / 2;
	p->cases = 1700;
	p->holder_share = 800000;
	prospect_room(p, 4);
	return p;
}

struct both { struct prospect *base, *other; struct tally *of_base, *of_other; struct gap_tally *gap; };

static struct both
side_by_side(const char *levers, int count, struct arena *perm)
{
	struct both both = { .base = base_prospect(perm) };
	struct lever pulled[LEVERS_MOST];
	struct error err = { "" };
	int n = 0;
	for (Str rest = str_of(levers); rest.len > 0; n++)
		if (!lever_read(str_cut(&rest, ','), &pulled[n], &err))
			printf("  %s\n", err.text);
	both.other = lever_pull(both.base, pulled, n, perm, &err);
	check_str(str_of(err.text), S(""));
	int room = lever_room(both.base, both.other);
	both.of_base = tally_new(both.base, room, perm);
	both.of_other = tally_new(both.base, room, perm);
	both.gap = gap_new(both.base, room, perm);
	struct arena arena = *perm;
	struct calendar *c = calendar_new(both.base, room, 3, 0, count, &arena);
	struct other other = { both.other, both.of_other, both.gap };
	simulate_beside(both.base, &other, 1, c, 0, count, both.of_base, arena);
	return both;
}

static void
levers_are_read_as_they_are_written(struct arena *perm)
{
	static const char *const texts[] = { "over 10 from 3 for 24", "payment 3000 from 1 for 24 effect 0.9 rebound 1.1",
		"faster 2 from 6", "cohort 9 from 12 effect 0.75", "convert 20 from 1", "caseload 14 from 4 for 30 effect 0.95",
		"lost 5 from 18", "shock from 13 for 12 effect 1.4", "shock from 1" };
	for (ptrdiff_t i = 0; i < countof(texts); i++) {
		struct lever lever;
		struct error err = { "" };
		check(lever_read(str_of(texts[i]), &lever, &err));
		check_str(lever_write(&lever, perm), str_of(texts[i]));
	}
	struct lever usual;
	struct error err = { "" };
	check(lever_read(S("  Over "), &usual, &err));
	check_int(usual.amount, lever_rows[LEVER_OVER].amount_usual);
	check_int(usual.first, 1);
}

static void
what_is_not_understood_is_refused_in_words(struct arena *perm)
{
	static const struct { const char *text, *says; } wrong[] = {
		{ "", "There is no lever \"\"" }, { "hire 10", "There is no lever \"hire\"" }, { "over ten", "\"ten\" is not understood" },
		{ "over 10 from", "After \"from\" a number is wanted" }, { "over 10 from x", "After \"from\" a number" },
		{ "over 10 until 5", "\"until\" is not understood" }, { "shock 5", "\"5\" is not understood" },
		{ "over 10 from 99999999999999999999", "a number is wanted" }, { "payment 1 effect 1.23456789", "a number is wanted" },
	}, refused[] = {
		{ "over 10 from 0", "must begin in month 1 to 60, and begins in month 0" }, { "over 10 from 61", "month 61" },
		{ "over 0", "must be 1 to 500, and is 0" }, { "over 501", "501" }, { "payment 100 effect 0.1", "0.3 to 1.5" },
		{ "shock effect 3 from 1", "" }, { "cohort 5 effect 1.5", "0 to 1" }, { "over 5 for 999", "0 to 120 months" },
		{ "payment 100 rebound 5", "rebound" },
	};
	for (ptrdiff_t i = 0; i < countof(wrong); i++) {
		struct lever lever;
		struct error err = { "" };
		check(!lever_read(str_of(wrong[i].text), &lever, &err));
		check(str_find(str_of(err.text), str_of(wrong[i].says)) >= 0);
	}
	for (ptrdiff_t i = 0; i < countof(refused); i++) {
		struct lever lever;
		struct error err = { "" };
		check(lever_read(str_of(refused[i].text), &lever, &err));
		bool fits = lever_pull(base_prospect(perm), &lever, 1, perm, &err) != NULL;
		check(fits == (refused[i].says[0] == '\0'));
		check(fits || str_find(str_of(err.text), str_of(refused[i].says)) >= 0);
	}
	struct lever two[2];
	struct error err = { "" };
	check(lever_read(S("payment 100"), &two[0], &err) && lever_read(S("payment 100"), &two[1], &err));
	check(!lever_pull(base_prospect(perm), two, 2, perm, &err));
	check_str(str_of(err.text), S("Only one payment can be made at a time."));
	struct prospect *narrow = base_prospect(perm);
	prospect_room(narrow, 1);
	check(lever_read(S("shock from 1 effect 2"), &two[0], &err));
	check(!lever_pull(narrow, two, 1, perm, &err));
	check(str_find(str_of(err.text), S("room")) >= 0);
	narrow->cover = 0;
	narrow->cases = 0;
	check(lever_read(S("convert 5"), &two[0], &err) && !lever_pull(narrow, two, 1, perm, &err));
	check(lever_read(S("caseload 15"), &two[0], &err) && !lever_pull(narrow, two, 1, perm, &err));
}

static void
a_lever_without_effect_changes_nothing_but_its_cost(struct arena *perm)
{
	struct both b = side_by_side("payment 2400 from 1 for 36", 300, perm);
	for (int line = 0; line < TALLY_COST; line++)
		for (int m = 0; m <= 60; m++) {
			check_int(gap_quantile(b.gap, (enum tally_line)line, m, 0), 0);
			check_int(gap_quantile(b.gap, (enum tally_line)line, m, 1000), 0);
		}
	/* In month 1 everybody whose first month in post was 12 to 35 months ago is paid 200 pounds, but who left in it. */
	int paid = 0;
	double left = 0;
	for (int i = 0; i < 100; i++) {
		struct prospect_seat s = reference_seat(i);
		if (s.tenure >= 12 && s.tenure <= 35) {
			paid++;
			left += reference_leave(s.grade, s.tenure, REFERENCE_BASE);
		}
	}
	double mean = (double)b.of_other->cost_sum[1 * COST_LINES + COST_PAYMENT] / 300 / 20000;
	check(fabs(mean - (paid - left)) < 4 * sqrt(left / 300));
	check_int(b.of_base->cost_sum[60 * COST_LINES + COST_PAYMENT], 0);
	int64_t at_end = b.of_other->cost_sum[36 * COST_LINES + COST_PAYMENT];
	check(at_end > b.of_other->cost_sum[35 * COST_LINES + COST_PAYMENT]);
	check_int(b.of_other->cost_sum[60 * COST_LINES + COST_PAYMENT], at_end);
}

/* The payment's effect and rebound, by the moments, which know it as a multiplier of months and times in post. */
static void
a_payment_keeps_people_and_the_rebound_loses_some(struct arena *perm)
{
	struct both held = side_by_side("payment 2400 from 1 for 24 effect 0.7", 400, perm);
	struct both back = side_by_side("payment 2400 from 1 for 24 effect 0.7 rebound 1.3", 400, perm);
	check(gap_mean(held.gap, TALLY_LEFT, 24) < -1);
	check(gap_mean(held.gap, TALLY_FILLED, 24) > 0.3);
	check(gap_mean(back.gap, TALLY_LEFT, 48) > gap_mean(held.gap, TALLY_LEFT, 48) + 0.5);
	check(fabs(gap_mean(back.gap, TALLY_LEFT, 12) - gap_mean(held.gap, TALLY_LEFT, 12)) < 1e-12);
	/* Paid to the end, only those in their fourth year have been paid and are paid no longer. */
	struct both fourth = side_by_side("payment 2400 from 1 rebound 1.4", 400, perm);
	check(fabs(gap_mean(fourth.gap, TALLY_LEFT, 12)) < 1e-12);
	check(gap_mean(fourth.gap, TALLY_LEFT, 60) > 0.5);
	struct moment base[61], other[61];
	moments_of(held.base, base, *perm);
	moments_of(back.other, other, *perm);
	for (int m = 12; m <= 60; m += 12)
		check(fabs(gap_mean(back.gap, TALLY_FILLED, m) - (other[m].filled - base[m].filled)) <
		      4 * gap_deviation(back.gap, TALLY_FILLED, m) / sqrt(400) + 1e-9);
}

/* Ten posts over: ten more are funded while they last; then who is in one moves into the next vacant post, so that after
 * they end nobody is over establishment for longer than it takes for ten to leave. */
static void
posts_over_establishment_are_filled_and_absorbed(struct arena *perm)
{
	struct both b = side_by_side("over 10 from 3 for 24", 300, perm);
	for (int m = 0; m <= 60; m++) {
		double funded = tally_mean(b.of_other, TALLY_FILLED, m) + tally_mean(b.of_other, TALLY_VACANT, m);
		check(fabs(funded - (m >= 3 && m <= 26 ? 110 : 100)) < 1e-9);
	}
	check(gap_mean(b.gap, TALLY_FILLED, 20) > 8);
	check(tally_mean(b.of_other, TALLY_OVER, 27) > 1);
	check(tally_mean(b.of_other, TALLY_OVER, 40) < 0.3);
	check_int(tally_quantile(b.of_base, TALLY_OVER, 27, 1000), 0);
	check(gap_mean(b.gap, TALLY_COST, 26) > 0);
	/* Nobody is told to go: some ten people more for some two or three years, of whom a seventh or so leave in a year. */
	check(gap_mean(b.gap, TALLY_LEFT, 60) > 1.5);
	check(gap_mean(b.gap, TALLY_LEFT, 60) < 5);
}

/* Mean months to fill were 5: with 2 less, 3. In a balance of l leavers a month, vacancies are l times that. */
static void
posts_are_filled_faster(struct arena *perm)
{
	struct both b = side_by_side("faster 2 from 13", 400, perm);
	check(fabs(gap_mean(b.gap, TALLY_FILLED, 12)) < 1e-12);
	double vacant = tally_mean(b.of_other, TALLY_VACANT, 60), left = tally_mean(b.of_other, TALLY_LEFT, 60) / 60;
	check(fabs(vacant - left * 3) < 0.5);
	check(fabs(tally_mean(b.of_base, TALLY_VACANT, 60) - left * 5) < 0.8);
	struct both slow = side_by_side("faster 24 from 1", 100, perm);
	check(fabs(tally_mean(slow.of_other, TALLY_VACANT, 60) - tally_mean(slow.of_other, TALLY_LEAVERS, 60)) < 0.5);
}

static void
a_cohort_comes_and_another_is_lost(struct arena *perm)
{
	struct both b = side_by_side("cohort 12 from 6 effect 0.75", 600, perm);
	double joined = gap_mean(b.gap, TALLY_JOINERS, 6);
	check(fabs(joined - 9) < 0.8);         /* and so many fewer are hired in that month, since posts are taken */
	check(fabs(gap_mean(b.gap, TALLY_JOINED, 5)) < 1e-12);
	struct both yearly = side_by_side("cohort 12 from 6 for 30 effect 1", 50, perm);
	check_int(yearly.other->cohort_count, 3);
	struct both lost = side_by_side("lost 7 from 10", 100, perm);
	check_int(gap_quantile(lost.gap, TALLY_LEAVERS, 10, 0), 7);
	check_int(gap_quantile(lost.gap, TALLY_LEAVERS, 10, 1000), 7);
	check_int(gap_quantile(lost.gap, TALLY_FILLED, 9, 1000), 0);
}

static void
agency_workers_become_permanent(struct arena *perm)
{
	struct both b = side_by_side("convert 50 from 7", 400, perm);
	check(fabs(gap_mean(b.gap, TALLY_JOINED, 7)) < 1e-12);
	/* In month 8: of month 7's agency, 1 - .5^(1/12) of each. */
	double wants = tally_mean(b.of_other, TALLY_AGENCY, 7) * (1 - pow(0.5, 1.0 / 12));
	check(fabs(gap_mean(b.gap, TALLY_JOINERS, 8) - wants) < 0.12);
	check(gap_mean(b.gap, TALLY_FILLED, 60) > 0.5);
	check(gap_mean(b.gap, TALLY_AGENCY, 60) < 0);
}

/* 1,700 cases, four fifths of people hold some: 17 each would take 125 people, 100 are funded: 25 posts more. 16.5 each take
 * 128.8, and so 129. */
static void
a_caseload_limit_asks_for_posts(struct arena *perm)
{
	struct both b = side_by_side("caseload 17 from 2", 50, perm);
	check_int(b.other->seat_count, 125);
	check(fabs(tally_mean(b.of_other, TALLY_FILLED, 2) + tally_mean(b.of_other, TALLY_VACANT, 2) - 125) < 1e-9);
	struct both half = side_by_side("caseload 16.5 from 2", 2, perm);
	check_int(half.other->seat_count, 129);
	struct lever lever;
	struct error err = { "" };
	check(lever_read(S("caseload 16.5 from 2"), &lever, &err));
	check_int(lever.amount, 165);
	check_str(lever_write(&lever, perm), S("caseload 16.5 from 2"));
	check(lever_read(S("caseload 16"), &lever, &err) && str_equal(lever_write(&lever, perm), S("caseload 16 from 1")));
	check(!lever_read(S("caseload 16.55"), &lever, &err) && !lever_read(S("over 1.5"), &lever, &err));
	struct both none = side_by_side("caseload 30 from 2", 2, perm);
	check_int(none.other->seat_count, 100);
}

static void
a_shock_is_a_year(struct arena *perm)
{
	struct both b = side_by_side("shock from 13 effect 1.5", 400, perm);
	check(fabs(gap_mean(b.gap, TALLY_LEFT, 12)) < 1e-12);
	double more = gap_mean(b.gap, TALLY_LEFT, 24) / (tally_mean(b.of_base, TALLY_LEFT, 24) - tally_mean(b.of_base, TALLY_LEFT, 12));
	check(more > 0.4 && more < 0.55);
	check(fabs(gap_mean(b.gap, TALLY_LEAVERS, 60)) < 0.1);
}

static void
all_levers_at_once_keep_the_base_as_it_was(struct arena *perm)
{
	struct both b = side_by_side("over 10 from 3 for 24,payment 3000 from 1 effect 0.9 rebound 1.1,faster 1,cohort 9 from 12,convert 20,"
	                             "caseload 16 from 6,lost 4 from 20,shock from 30", 128, perm);
	struct tally *alone = tally_new(b.base, lever_room(b.base, b.other), perm);
	simulate(b.base, calendar_new(b.base, 0, 3, 0, 128, perm), 0, 128, alone, *perm);
	check(tally_hash(alone) == tally_hash(b.of_base));
	for (int line = 0; line < TALLY_COST; line++)
		check(fabs(gap_mean(b.gap, (enum tally_line)line, 60) - tally_mean(b.of_other, (enum tally_line)line, 60) +
		           tally_mean(b.of_base, (enum tally_line)line, 60)) < 1e-9);
}

int
main(void)
{
	run(levers_are_read_as_they_are_written);
	run(what_is_not_understood_is_refused_in_words);
	run(a_lever_without_effect_changes_nothing_but_its_cost);
	run(a_payment_keeps_people_and_the_rebound_loses_some);
	run(posts_over_establishment_are_filled_and_absorbed);
	run(posts_are_filled_faster);
	run(a_cohort_comes_and_another_is_lost);
	run(agency_workers_become_permanent);
	run(a_caseload_limit_asks_for_posts);
	run(a_shock_is_a_year);
	run(all_levers_at_once_keep_the_base_as_it_was);
	return tests_end();
}
