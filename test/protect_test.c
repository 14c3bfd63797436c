/* protect_test.c: small numbers stay hidden from somebody who adds and subtracts. */
#include "check.h"

#include <stdlib.h>
#include <time.h>

#include "measure/protect.h"

enum { MOST_CELLS = 65 * 65 };

/* ---- made-up tables ---- */

static uint64_t
draw(uint64_t *state)
{
	*state = *state * 6364136223846793005u + 1442695040888963407u;
	uint64_t x = *state ^ (*state >> 29);
	return (x * 0xbf58476d1ce4e5b9u) >> 33;
}

/* Mostly small counts: the tables that need protection. */
static struct counts
made_table(uint64_t *state, int rows, int columns, int most, struct arena *perm)
{
	int64_t *at = new(perm, (ptrdiff_t)rows * columns, int64_t);
	for (int i = 0; i < rows * columns; i++) {
		uint64_t kind = draw(state) % 10;
		uint64_t top = kind < 6 ? 8 : kind < 9 ? 30 : 120;
		at[i] = (int64_t)(draw(state) % (top < (uint64_t)most ? top : (uint64_t)most + 1));
	}
	return (struct counts){ rows, columns, at };
}

static int64_t
shown_at(struct counts t, int row, int column)
{
	int64_t sum = 0;
	for (int i = row < t.rows ? row : 0; i < (row < t.rows ? row + 1 : t.rows); i++)
		for (int j = column < t.columns ? column : 0;
		     j < (column < t.columns ? column + 1 : t.columns); j++)
			sum += t.at[i * t.columns + j];
	return sum;
}

static bool
small(int64_t count, int threshold)
{
	return count > 0 && count < threshold;
}

/* Small cells that the attacker can tell closer than 1 to threshold - 1, or sees. */
static int
exposed_cells(struct counts t, const bool *hidden, int threshold, int *primary,
              struct arena scratch)
{
	int exposed = 0;
	for (int i = 0; i <= t.rows; i++) {
		for (int j = 0; j <= t.columns; j++) {
			if (!small(shown_at(t, i, j), threshold))
				continue;
			++*primary;
			struct range range = attacker_range(t, hidden, i, j, scratch);
			exposed += range.least > 1 || range.most < threshold - 1;
		}
	}
	return exposed;
}

static void
hide_small_only(struct counts t, int threshold, bool *hidden)
{
	for (int i = 0; i <= t.rows; i++)
		for (int j = 0; j <= t.columns; j++)
			hidden[i * (t.columns + 1) + j] = small(shown_at(t, i, j), threshold);
}

/* ---- thousands of tables ---- */

struct tally { int tables, needed, undone, primary, exposed, hidden, cells, given_up; };

static struct tally
protect_many(int tables, struct protection p, uint64_t state, struct arena scratch)
{
	struct tally tally = { .tables = tables };
	bool hidden[MOST_CELLS];
	for (int n = 0; n < tables; n++) {
		struct arena once = scratch;
		int rows = 2 + (int)(draw(&state) % 6), columns = 2 + (int)(draw(&state) % 5);
		struct counts t = made_table(&state, rows, columns, 1000, &once);
		int primary = 0, ignored = 0;
		hide_small_only(t, p.threshold, hidden);
		int undone = exposed_cells(t, hidden, p.threshold, &primary, once);
		if (primary == 0)
			continue;
		tally.needed++;
		tally.undone += undone > 0;
		tally.primary += primary;
		tally.given_up += !protect_table(t, p, hidden, once);
		tally.exposed += exposed_cells(t, hidden, p.threshold, &ignored, once);
		for (int i = 0; i < (rows + 1) * (columns + 1); i++)
			tally.hidden += hidden[i];
		tally.cells += (rows + 1) * (columns + 1);
	}
	return tally;
}

static void
no_small_count_can_be_worked_out(struct arena *perm)
{
	const struct protection levels[] = { protect_internal, protect_public };
	for (int k = 0; k < countof(levels); k++) {
		struct tally tally = protect_many(k ? 1500 : 3000, levels[k], 20250930u + (uint64_t)k,
		                                  *perm);
		printf("threshold %d: %d of %d tables needed protection; hiding small counts only was "
		       "undone in %d (%d%%); %d small cells, %d exposed; %d%% of cells hidden; "
		       "total only in %d\n", levels[k].threshold, tally.needed, tally.tables,
		       tally.undone, 100 * tally.undone / tally.needed, tally.primary, tally.exposed,
		       100 * tally.hidden / tally.cells, tally.given_up);
		check_int(tally.exposed, 0);
		check(tally.primary > 5000);
		/* The attacker must be able to win, or losing proves nothing. */
		check(tally.undone * 100 > tally.needed * 60);
		check(tally.hidden * 100 < tally.cells * 75);
	}
}

/* ---- a second attacker, who knows no flows: every table there could be ---- */

struct every { struct counts t; const bool *hidden; int64_t most; struct range *ranges; };

static bool
agrees(const struct every *e, struct counts guess)
{
	for (int i = 0; i <= guess.rows; i++)
		for (int j = 0; j <= guess.columns; j++)
			if (!e->hidden[i * (guess.columns + 1) + j]
			    && shown_at(guess, i, j) != shown_at(e->t, i, j))
				return false;
	return true;
}

static void
widen(const struct every *e, struct counts guess)
{
	for (int i = 0; i <= guess.rows; i++) {
		for (int j = 0; j <= guess.columns; j++) {
			struct range *range = &e->ranges[i * (guess.columns + 1) + j];
			int64_t count = shown_at(guess, i, j);
			range->least = count < range->least ? count : range->least;
			range->most = count > range->most ? count : range->most;
		}
	}
}

/* Counts up through all tables with cells of 0 to most, the shown cells held still. */
static void
try_every_table(const struct every *e)
{
	int64_t at[9];
	struct counts guess = { e->t.rows, e->t.columns, at };
	int cells = guess.rows * guess.columns, place = 0;
	bool fixed[9];
	for (int k = 0; k < cells; k++) {
		fixed[k] = !e->hidden[k / guess.columns * (guess.columns + 1) + k % guess.columns];
		at[k] = fixed[k] ? e->t.at[k] : 0;
	}
	for (int k = 0; k < (guess.rows + 1) * (guess.columns + 1); k++)
		e->ranges[k] = (struct range){ INT64_MAX, -1 };
	while (place < cells) {
		if (agrees(e, guess))
			widen(e, guess);
		for (place = 0; place < cells; place++) {
			if (fixed[place])
				continue;
			if (at[place]++ < e->most)
				break;
			at[place] = 0;
		}
	}
}

/* With the grand total shown no cell can pass it, so the search is the whole truth. */
static void
every_possible_table_leaves_them_hidden(struct arena *perm)
{
	uint64_t state = 77;
	int tables = 0, primary = 0, exposed = 0;
	for (int n = 0; n < 4000 && tables < 150; n++) {
		struct arena once = *perm;
		static const int shapes[][2] = { { 2, 2 }, { 2, 3 }, { 3, 2 }, { 3, 3 } };
		const int *shape = shapes[n % 4];
		struct counts t = made_table(&state, shape[0], shape[1], shape[0] * shape[1] > 6 ? 2 : 4,
		                             &once);
		int64_t grand = shown_at(t, t.rows, t.columns);
		int cells = t.rows * t.columns;
		if (grand > (cells == 9 ? 5 : cells == 6 ? 8 : 14))
			continue;
		bool hidden[16];
		protect_table(t, protect_internal, hidden, once);
		if (hidden[(t.rows + 1) * (t.columns + 1) - 1])
			continue;
		struct range ranges[16];
		try_every_table(&(struct every){ t, hidden, grand, ranges });
		tables++;
		for (int i = 0; i <= t.rows; i++) {
			for (int j = 0; j <= t.columns; j++) {
				struct range brute = ranges[i * (t.columns + 1) + j];
				struct range flow = attacker_range(t, hidden, i, j, once);
				check_int(flow.least, brute.least);
				check_int(flow.most, brute.most);
				if (small(shown_at(t, i, j), 5)) {
					primary++;
					exposed += brute.least > 1 || brute.most < 4;
				}
			}
		}
	}
	printf("every table tried: %d tables, %d small cells, %d exposed\n", tables, primary, exposed);
	check_int(exposed, 0);
	check(tables >= 100);
	check(primary >= 200);
}

/* ---- by hand ---- */

static void
the_attacker_subtracts(struct arena *perm)
{
	/* 3 of 3 + 20 = 23: with only the 3 hidden, it is 23 - 20. */
	static const int64_t at[] = { 3, 20, 30, 40 };
	struct counts t = { 2, 2, at };
	bool hidden[9] = { true };
	struct range range = attacker_range(t, hidden, 0, 0, *perm);
	check_int(range.least, 3);
	check_int(range.most, 3);
	/* With a rectangle hidden, it may be anything the row and the column allow. */
	hidden[1] = hidden[3] = hidden[4] = true;
	range = attacker_range(t, hidden, 0, 0, *perm);
	check_int(range.least, 0);
	check_int(range.most, 23);
	/* A hidden row total and grand total let it grow without end. */
	bool open[9] = { true, false, true, false, false, false, true, false, true };
	range = attacker_range(t, open, 0, 0, *perm);
	check_int(range.least, 0);
	check_int(range.most, INT64_MAX);
	range = attacker_range(t, open, 0, 1, *perm);
	check_int(range.least, 20);
	check_int(range.most, 20);
}

static void
a_table_without_small_counts_is_shown_whole(struct arena *perm)
{
	static const int64_t at[] = { 5, 0, 30, 40, 0, 9 };
	bool hidden[12];
	check(protect_table((struct counts){ 2, 3, at }, protect_internal, hidden, *perm));
	for (int i = 0; i < 12; i++)
		check(!hidden[i]);
}

static void
empty_and_narrow_tables_are_protected(struct arena *perm)
{
	static const struct { int rows, columns; int64_t at[6]; } cases[] = {
		{ 1, 1, { 0 } }, { 1, 1, { 3 } }, { 1, 1, { 7 } }, { 1, 1, { 5 } },
		{ 1, 4, { 3, 20, 6, 0 } }, { 4, 1, { 3, 20, 6, 0 } }, { 1, 2, { 1, 4 } },
		{ 2, 1, { 1, 4 } }, { 2, 3, { 0, 0, 0, 1, 9, 9 } }, { 3, 2, { 0, 2, 0, 9, 0, 12 } },
		{ 2, 2, { 0, 0, 0, 0 } }, { 2, 2, { 1, 0, 0, 0 } }, { 2, 2, { 1, 1, 1, 2 } },
	};
	for (int k = 0; k < countof(cases); k++) {
		struct counts t = { cases[k].rows, cases[k].columns, cases[k].at };
		bool hidden[20];
		int primary = 0, grand = (t.rows + 1) * (t.columns + 1) - 1;
		protect_table(t, protect_internal, hidden, *perm);
		check_int(exposed_cells(t, hidden, 5, &primary, *perm), 0);
		check_int(hidden[grand], small(shown_at(t, t.rows, t.columns), 5));
		check(primary > 0 || !hidden[0]);
	}
}

/* ---- folding, and total only ---- */

static int
cells_shown(struct counts t, const bool *hidden)
{
	int shown = 0;
	for (int i = 0; i < (t.rows + 1) * (t.columns + 1); i++)
		shown += !hidden[i];
	return shown;
}

static void
categories_are_folded_when_rectangles_hide_all(struct arena *perm)
{
	/* Rectangles alone end with nothing but the grand total. With categories joined, a total of
	 * a row or a column can stand beside it. */
	static const struct { int rows, columns, threshold; int64_t at[6]; } cases[] = {
		{ 2, 3, 10, { 0, 4, 4, 8, 0, 6 } }, { 3, 2, 5, { 4, 0, 2, 0, 4, 4 } },
	};
	for (int k = 0; k < countof(cases); k++) {
		struct counts t = { cases[k].rows, cases[k].columns, cases[k].at };
		struct protection p = { .threshold = cases[k].threshold, .base = 10 };
		bool hidden[12];
		int primary = 0;
		check(protect_table(t, p, hidden, *perm));
		check(cells_shown(t, hidden) >= 2 && !hidden[11]);
		check_int(exposed_cells(t, hidden, p.threshold, &primary, *perm), 0);
		check(primary >= 4);
	}
}

static void
at_worst_only_the_total_is_shown(struct arena *perm)
{
	static const struct { int rows, columns, threshold; int64_t at[6]; } cases[] = {
		{ 3, 2, 5, { 2, 0, 0, 3, 0, 2 } }, { 3, 2, 5, { 1, 1, 4, 0, 3, 0 } },
		{ 2, 2, 10, { 4, 1, 4, 3 } },
	};
	for (int k = 0; k < countof(cases); k++) {
		struct counts t = { cases[k].rows, cases[k].columns, cases[k].at };
		struct protection p = { .threshold = cases[k].threshold, .base = 10 };
		bool hidden[12];
		int primary = 0, grand = (t.rows + 1) * (t.columns + 1) - 1;
		check(!protect_table(t, p, hidden, *perm));
		check_int(cells_shown(t, hidden), 1);
		check(!hidden[grand]);
		check_int(exposed_cells(t, hidden, p.threshold, &primary, *perm), 0);
	}
	/* Unsafe itself: nothing at all. */
	static const int64_t few[] = { 1, 0, 0, 2 };
	struct counts t = { 2, 2, few };
	bool hidden[9];
	check(!protect_table(t, protect_internal, hidden, *perm));
	check_int(cells_shown(t, hidden), 0);
}

/* ---- sensitive ---- */

static void
a_sensitive_row_of_under_ten_people_is_withheld(struct arena *perm)
{
	static const int64_t at[] = { 9, 0, 20, 30, 25, 40 };
	struct counts t = { 3, 2, at };
	bool hidden[12], plain[12];
	check(protect_table(t, protect_internal, plain, *perm));
	check(!plain[0] && !plain[1] && !plain[2]);
	check(protect_table(t, protect_sensitive, hidden, *perm));
	check(hidden[0] && hidden[1] && hidden[2]);
	struct range total = attacker_range(t, hidden, 0, 2, *perm);
	check(total.least <= 1 && total.most >= 9);
	struct range none = attacker_range(t, hidden, 0, 1, *perm);
	check(none.least == 0 && none.most >= 4);
}

static void
that_all_of_a_row_are_alike_is_withheld(struct arena *perm)
{
	static const int64_t at[] = { 0, 30, 20, 30, 25, 40 };
	struct counts t = { 3, 2, at };
	bool hidden[12];
	check(protect_table(t, protect_sensitive, hidden, *perm));
	struct range none = attacker_range(t, hidden, 0, 0, *perm);
	struct range all = attacker_range(t, hidden, 0, 1, *perm);
	check(none.least == 0 && none.most >= 4);
	check(all.least <= 26 && all.most >= 30);
	/* Every empty cell says the same as the full one. */
	static const int64_t two_empty[] = { 0, 0, 30, 20, 30, 15, 25, 40, 30 };
	bool wide[16];
	struct counts three = { 3, 3, two_empty };
	check(protect_table(three, protect_sensitive, wide, *perm));
	for (int j = 0; j < 2; j++)
		check(wide[j] && attacker_range(three, wide, 0, j, *perm).most >= 4);
	/* All but a few is nearly as telling. */
	static const int64_t but_two[] = { 2, 30, 20, 30, 25, 40 };
	t.at = but_two;
	check(protect_table(t, protect_sensitive, hidden, *perm));
	check(hidden[0] && hidden[1]);
}

/* ---- one figure ---- */

static void
a_figure_of_few_people_is_withheld(struct arena *perm)
{
	(void)perm;
	const struct protection in = protect_internal, sen = protect_sensitive, pub = protect_public;
	const struct {
		struct backing backing; struct protection protection; bool withheld;
	} cases[] = {
		{ { .people = 4 }, in, true }, { { .people = 5 }, in, false },
		{ { .people = 0 }, in, false }, { { .people = 0 }, sen, true },
		{ { .people = 9 }, sen, true }, { { .people = 10 }, sen, false },
		{ { .people = 9 }, pub, true }, { { .people = 10 }, pub, false },
		/* rates: a base under 10, a complement of 1 to 4, everybody */
		{ { .people = 5, .base = 9 }, in, true }, { { .people = 5, .base = 10 }, in, false },
		{ { .people = 17, .base = 20 }, in, true }, { { .people = 20, .base = 20 }, in, false },
		{ { .people = 0, .base = 20 }, in, false }, { { .people = 20, .base = 20 }, sen, true },
		{ { .people = 12, .base = 20 }, sen, false },
		/* one person is over half of the sum, and exactly half */
		{ { 20, 20, 51, 100 }, in, true }, { { 20, 20, 50, 100 }, in, false },
		{ { 20, 0, 51, 100 }, in, true }, { { 20, 20, 5, 100 }, sen, true },
		{ { 20, 20, 6, 100 }, sen, false },
		{ { 20, 20, INT64_MAX, INT64_MAX }, in, true },
	};
	for (int i = 0; i < countof(cases); i++) {
		Figure figure = protect_figure(figure_whole(7), cases[i].backing, cases[i].protection);
		check_int(figure.absent, cases[i].withheld ? SUPPRESSED : PRESENT);
		check_int(figure.micro, cases[i].withheld ? 0 : 7 * MICRO);
	}
	Figure none = figure_absent(NOT_APPLICABLE);
	check_int(protect_figure(none, (struct backing){ .people = 1 }, in).absent, NOT_APPLICABLE);
}

/* ---- a service and its teams ---- */

static void
no_team_follows_from_its_service(struct arena *perm)
{
	static const struct { int count; int64_t parts[5]; bool hidden[5], total; } cases[] = {
		{ 3, { 12, 20, 8 }, { false }, false },
		{ 3, { 12, 20, 3 }, { true, false, true }, false },
		{ 3, { 0, 20, 30 }, { false }, false },
		/* 3 + 1 = 4 would be the service less the team of 20: the 6 goes too */
		{ 4, { 3, 1, 20, 6 }, { true, true, false, true }, false },
		{ 1, { 3 }, { true }, true },
		{ 2, { 2, 1 }, { true, true }, true },
		{ 2, { 3, 9 }, { true, true }, false },
	};
	for (int k = 0; k < countof(cases); k++) {
		bool hidden[5], total;
		protect_parts(cases[k].parts, cases[k].count, protect_internal, hidden, &total, *perm);
		for (int i = 0; i < cases[k].count; i++)
			check_int(hidden[i], cases[k].hidden[i]);
		check_int(total, cases[k].total);
	}
	bool hidden[3], total;
	static const int64_t teams[] = { 9, 30, 40 };
	protect_parts(teams, 3, protect_sensitive, hidden, &total, *perm);
	check(hidden[0] && (hidden[1] != hidden[2]) && !total);
}

/* ---- releases one after another ---- */

static bool
safely(uint64_t group, const uint64_t *before, int count)
{
	const uint64_t *released[8] = { NULL };
	for (int i = 0; i < count; i++)
		released[i] = &before[i];
	return protect_differs_safely(&group, released, count, 1, protect_internal);
}

static void
releases_cannot_be_subtracted(struct arena *perm)
{
	(void)perm;
	const uint64_t twenty = 0xfffff, first_ten = 0x3ff, eighteen = 0x3ffff;
	check(safely(twenty, NULL, 0));
	check(safely(0, NULL, 0));
	check(!safely(0xf, NULL, 0));
	check(safely(twenty, &twenty, 1));                            /* the same again */
	check(!safely(eighteen, &twenty, 1));                         /* two left since */
	check(!safely(twenty, &eighteen, 1));
	check(safely(first_ten, &twenty, 1));                         /* half of it */
	check(safely(0xff00000, &twenty, 1));                         /* others altogether */
	/* A service of 20, a team of 10, and one of 7: three remain. */
	const uint64_t service_and_team[] = { twenty, first_ten };
	check(!safely(0x1fc00, service_and_team, 2));
	check(safely(0xffc00, service_and_team, 2));
	check(safely(0x07c00, service_and_team, 2));
	/* The teams first, then the service. */
	const uint64_t teams[] = { first_ten, 0x1fc00 };
	check(!safely(twenty, teams, 2));
	check(safely(0x1ffff, teams, 2));
	check(safely(0x3fffff, teams, 2));
}

/* ---- large ---- */

static double
seconds(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void
a_large_table_is_protected_in_time(struct arena *perm)
{
	static const int sizes[][2] = { { 7, 6 }, { 20, 10 }, { 64, 64 } };
	uint64_t state = 5;
	for (int k = 0; k < countof(sizes); k++) {
		struct arena once = *perm;
		struct counts t = made_table(&state, sizes[k][0], sizes[k][1], 1000, &once);
		static bool hidden[MOST_CELLS];
		double start = seconds();
		protect_table(t, protect_internal, hidden, once);
		double took = seconds() - start;
		int primary = 0;
		check_int(exposed_cells(t, hidden, 5, &primary, once), 0);
		printf("%d x %d: %d small cells, %.2f ms\n", t.rows, t.columns, primary, took * 1e3);
		check(took < 20);
	}
}

int
main(void)
{
	run(the_attacker_subtracts);
	run(no_small_count_can_be_worked_out);
	run(every_possible_table_leaves_them_hidden);
	run(a_table_without_small_counts_is_shown_whole);
	run(empty_and_narrow_tables_are_protected);
	run(categories_are_folded_when_rectangles_hide_all);
	run(at_worst_only_the_total_is_shown);
	run(a_sensitive_row_of_under_ten_people_is_withheld);
	run(that_all_of_a_row_are_alike_is_withheld);
	run(a_figure_of_few_people_is_withheld);
	run(no_team_follows_from_its_service);
	run(releases_cannot_be_subtracted);
	run(a_large_table_is_protected_in_time);
	return tests_end();
}
