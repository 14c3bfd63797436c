/* outlook_backtest_test.c: past forecasts scored: the kept table is what the program makes, and adds up. */
#include "check.h"

#include <math.h>

#include "app/scores.h"

static struct published *
built_in(struct arena *perm)
{
	struct published *p = new(perm, 1, struct published);
	published_built_in(p, perm);
	return p;
}

static struct backtest
kept(const struct published *p, struct arena *perm)
{
	struct backtest b = { 0 };
	struct error err;
	check(scores_kept(p, &b, perm, &err));
	return b;
}

static const struct backtest_row *
row_of(const struct backtest *b, int area, int origin, int ahead)
{
	for (int i = 0; i < b->count; i++)
		if (b->rows[i].area == area && b->rows[i].origin == origin && b->rows[i].ahead == ahead)
			return &b->rows[i];
	return NULL;
}

/* ---- the kept table -------------------------------------------------------------------------------- */

/* Whoever changes what an engine draws, or the model, makes the table anew and says in the commit what moved:
 * mainstay backtest --out data/scores-2025.txt */
static void
test_a_sample_of_the_kept_table_is_made_again_to_the_digit(struct arena *perm)
{
	static const struct { const char *slug; int origin; } sample[] = {
		{ "walsall", 2019 }, { "rutland", 2021 }, { "kent", 2024 } };
	const struct published *p = built_in(perm);
	struct backtest all = kept(p, perm), one;
	struct error err;
	for (int i = 0; i < countof(sample); i++) {
		struct arena scratch = *perm;
		int area = area_exact(&p->areas, str_of(sample[i].slug));
		struct backtest_order order = { sample[i].origin, sample[i].origin, area, all.runs };
		check(backtest_run(p, order, NULL, &one, &scratch, &err));
		check(one.count > 0);
		for (int k = 0; k < one.count; k++) {
			const struct backtest_row *row = row_of(&all, area, one.rows[k].origin, one.rows[k].ahead);
			check(row != NULL && memcmp(row, &one.rows[k], sizeof *row) == 0);
		}
	}
}

static void
test_the_table_reads_back_to_the_same_bytes(struct arena *perm)
{
	const struct published *p = built_in(perm);
	struct backtest b = kept(p, perm), again;
	struct error err;
	Str text = backtest_write(&b, p, perm);
	check(backtest_read(text, p, &again, perm, &err));
	check_str(backtest_write(&again, p, perm), text);
}

static void
test_a_table_that_is_broken_is_refused_in_words(struct arena *perm)
{
	const struct published *p = built_in(perm);
	struct backtest b = kept(p, perm), again;
	b.count = 3;
	Str text = backtest_write(&b, p, perm);
	struct error err = { 0 };
	for (ptrdiff_t end = 0; end < text.len - 1; end += 7) {
		struct arena scratch = *perm;
		check(!backtest_read(str_upto(text, end), p, &again, &scratch, &err));
		check(err.text[0] != 0);
	}
	check(!backtest_read(str_join(text, S("more\n"), perm), p, &again, perm, &err));
	check(!backtest_read(S("mainstay scores 1\nrelease: x\norigins: 1 2\nreplications: 1\nrows: 999999999\n"), p, &again,
	                     perm, &err));
}

/* ---- by hand ---------------------------------------------------------------------------------------- */

/* DfE's file: in post 2023 229.8, 2024 253.5, 2025 287.7; turnover 19.6, 8.1, 8.1; the changes are what saying last year again
 * is off by, and what came is what was published. */
static void
test_walsalls_rows_hold_what_was_published(struct arena *perm)
{
	const struct published *p = built_in(perm);
	struct backtest b = kept(p, perm);
	int walsall = area_exact(&p->areas, S("walsall"));
	const struct backtest_row *one = row_of(&b, walsall, 2023, 1), *two = row_of(&b, walsall, 2023, 2);
	check(one && two);
	check_int(one->posts, 230);
	check_int(one->of[TARGET_POSTS].outcome, 253500);
	check_int(two->of[TARGET_POSTS].outcome, 287700);
	check_int(one->of[TARGET_POSTS].off[RIVAL_LAST], 23700);
	check_int(two->of[TARGET_POSTS].off[RIVAL_LAST], 57900);
	check_int(one->of[TARGET_TURNOVER].outcome, 8100);
	check_int(one->of[TARGET_TURNOVER].off[RIVAL_LAST], 11500);
	check_int(one->of[TARGET_VACANCY].off[RIVAL_LAST], 2200);
	check_int(one->of[TARGET_AGENCY].off[RIVAL_LAST], 3200);
	/* England's turnover of 2023 was 15.9 %. */
	check_int(one->of[TARGET_TURNOVER].off[RIVAL_ENGLAND], 7800);
	check(row_of(&b, walsall, 2024, 2) == NULL);
}

/* A score is never above how far the middle of a range was off plus half its width, and never below nothing. */
static void
test_every_row_is_in_order(struct arena *perm)
{
	const struct published *p = built_in(perm);
	struct backtest b = kept(p, perm);
	for (int i = 0; i < b.count; i++)
		for (int t = 0; t < TARGETS; t++) {
			const struct backtest_cell *c = &b.rows[i].of[t];
			if (!c->scored)
				continue;
			check(c->low <= c->middle && c->middle <= c->high);
			check(c->place_low >= 0 && c->place_low <= c->place_high && c->place_high <= 1000);
			check_int(c->off[OUR_MODEL], c->middle > c->outcome ? c->middle - c->outcome : c->outcome - c->middle);
			for (int m = 0; m < MODELS; m++)
				check(c->crps[m] >= 0);
			check((c->outcome < c->low) == (c->place_high < 100) || c->outcome == c->low);
			check((c->outcome > c->high) == (c->place_low >= 900) || c->outcome == c->high || c->place_low == 900);
		}
}

static void
test_councils_that_began_or_ended_are_not_held_against_others(struct arena *perm)
{
	const struct published *p = built_in(perm);
	struct backtest b = kept(p, perm);
	int old = area_exact(&p->areas, S("northamptonshire")), cumbria = area_exact(&p->areas, S("cumbria"));
	int both = area_exact(&p->areas, S("north-northamptonshire-west-northamptonshire"));
	check(row_of(&b, old, 2019, 1) != NULL && row_of(&b, old, 2020, 1) == NULL && row_of(&b, old, 2019, 2) == NULL);
	check(row_of(&b, both, 2021, 1) != NULL && row_of(&b, both, 2020, 1) == NULL);
	check(row_of(&b, cumbria, 2021, 1) != NULL && row_of(&b, cumbria, 2022, 1) == NULL);
	/* Withheld in 2025. */
	int westminster = area_exact(&p->areas, S("westminster"));
	check(row_of(&b, westminster, 2023, 1) != NULL && row_of(&b, westminster, 2024, 1) == NULL);
}

/* ---- sums --------------------------------------------------------------------------------------------- */

static struct backtest_which
posts_of(int origin, int ahead, enum size size)
{
	return (struct backtest_which){ TARGET_POSTS, origin, ahead, NO_AREA, size };
}

static void
test_parts_add_up_to_the_whole(struct arena *perm)
{
	const struct published *p = built_in(perm);
	struct backtest b = kept(p, perm);
	struct backtest_sum all = backtest_sum(&b, posts_of(0, 0, SIZE_ANY));
	int by_origin = 0, by_ahead = 0, by_size = 0;
	double crps = 0, places = 0;
	for (int year = b.first; year <= b.last; year++) {
		struct backtest_sum sum = backtest_sum(&b, posts_of(year, 0, SIZE_ANY));
		by_origin += sum.count, crps += sum.crps[OUR_MODEL] * sum.count;
	}
	for (int ahead = 1; ahead <= AHEAD_MOST; ahead++)
		by_ahead += backtest_sum(&b, posts_of(0, ahead, SIZE_ANY)).count;
	for (int size = 0; size < SIZES; size++)
		by_size += backtest_sum(&b, posts_of(0, 0, (enum size)size)).count;
	for (int i = 0; i < PLACES; i++)
		places += all.place[i];
	check_int(by_origin, all.count);
	check_int(by_ahead, all.count);
	check_int(by_size, all.count);
	check(fabs(crps / all.count - all.crps[OUR_MODEL]) < 1e-9);
	check(fabs(places - 1) < 1e-9);
	check(all.within[0] <= all.within[1] && all.within[1] <= all.within[2]);
	check(all.crps[backtest_best(&all)] <= all.crps[RIVAL_LAST]);
}

/* Four forecasts: one far below its range, one in the middle, one at the edge of the 80 %, one above all of it. */
static void
test_coverage_is_counted_by_hand(struct arena *perm)
{
	(void)perm;
	struct backtest_row rows[4] = { { .area = 1, .origin = 2020, .ahead = 1, .posts = 100 } };
	static const int32_t places[4][2] = { { 0, 0 }, { 480, 520 }, { 900, 904 }, { 1000, 1000 } };
	for (int i = 0; i < 4; i++) {
		rows[i] = rows[0];
		rows[i].of[TARGET_POSTS] = (struct backtest_cell){ .scored = true, .outcome = 1000 * i, .middle = 1000,
			.place_low = places[i][0], .place_high = places[i][1], .crps = { 2000, 0, 0, 0, 1000 } };
	}
	struct backtest b = { rows, 4, 500, 2020, 2020 };
	struct backtest_sum sum = backtest_sum(&b, posts_of(0, 0, SIZE_ANY));
	check_int(sum.count, 4);
	check(fabs(sum.within[0] - 0.25) < 1e-12 && fabs(sum.within[1] - 0.5) < 1e-12 && fabs(sum.within[2] - 0.5) < 1e-12);
	check(fabs(sum.error - (1000 * 4 - 6000) / 4000.0) < 1e-12);
	check(fabs(sum.place[0] - 0.25) < 1e-12 && fabs(sum.place[4] - 0.125) < 1e-12);
	check(fabs(sum.place[5] - 0.125) < 1e-12 && fabs(sum.place[9] - 0.5) < 1e-12);
	check(fabs(sum.crps[OUR_MODEL] - 1) < 1e-12 && fabs(sum.crps[RIVAL_LAST] - 2) < 1e-12);
	check_int(backtest_sum(&b, posts_of(2021, 0, SIZE_ANY)).count, 0);
	check_int(backtest_sum(&b, posts_of(0, 0, SIZE_LARGE)).count, 0);
}

/* What the issue asks of the engine, on the councils that there are. */
static void
test_posts_beat_the_best_simple_rule_and_turnover_persistence(struct arena *perm)
{
	const struct published *p = built_in(perm);
	struct backtest b = kept(p, perm);
	struct backtest_which which = posts_of(0, 0, SIZE_ANY);
	struct backtest_sum posts = backtest_sum(&b, which);
	check(scores_gain(posts.crps[OUR_MODEL], posts.crps[backtest_best(&posts)]) >= 5);
	check(posts.within[1] >= 0.77 && posts.within[1] <= 0.83);
	which.target = TARGET_TURNOVER;
	struct backtest_sum turnover = backtest_sum(&b, which);
	check(scores_gain(turnover.crps[OUR_MODEL], turnover.crps[RIVAL_LAST]) >= 20);
	check(turnover.within[1] >= 0.77 && turnover.within[1] <= 0.83);
}

/* ---- asked wrongly, and stopped -------------------------------------------------------------------- */

static bool
going(void *who, int done, int of)
{
	int *left = who;
	check(done >= 0 && done <= of);
	return --*left > 0;
}

static void
test_what_cannot_be_scored_and_what_is_stopped_is_said(struct arena *perm)
{
	const struct published *p = built_in(perm);
	struct backtest b;
	struct error err = { 0 };
	static const struct backtest_order wrong[] = {
		{ 2018, 2024, NO_AREA, 10 }, { 2019, 2025, NO_AREA, 10 }, { 2022, 2021, NO_AREA, 10 }, { 0, 0, NO_AREA, 10 } };
	for (int i = 0; i < countof(wrong); i++) {
		check(!backtest_run(p, wrong[i], NULL, &b, perm, &err));
		check(str_find(str_of(err.text), S("2019 to 2024")) >= 0);
	}
	int left = 5;
	struct backtest_watch watch = { going, &left };
	check(!backtest_run(p, (struct backtest_order){ 2022, 2022, NO_AREA, 5 }, &watch, &b, perm, &err));
	check(str_find(str_of(err.text), S("stopped")) >= 0);
	/* A region is no council. */
	check(!backtest_run(p, (struct backtest_order){ 2024, 2024, p->england, 5 }, NULL, &b, perm, &err));
}

int
main(void)
{
	run(test_a_sample_of_the_kept_table_is_made_again_to_the_digit);
	run(test_the_table_reads_back_to_the_same_bytes);
	run(test_a_table_that_is_broken_is_refused_in_words);
	run(test_walsalls_rows_hold_what_was_published);
	run(test_every_row_is_in_order);
	run(test_councils_that_began_or_ended_are_not_held_against_others);
	run(test_parts_add_up_to_the_whole);
	run(test_coverage_is_counted_by_hand);
	run(test_posts_beat_the_best_simple_rule_and_turnover_persistence);
	run(test_what_cannot_be_scored_and_what_is_stopped_is_said);
	return tests_end();
}
