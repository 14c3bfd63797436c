/* staying_tables.c: rates by time in the service, years after the first one, and causes of leaving. */
#include "app/staying_parts.h"

#include <math.h>

#include "model/law.h"

const struct protection protect_here = { .threshold = 5, .base = 10 };
const struct protection protect_leavers = { .threshold = 5, .base = 10, .sensitive = true };

enum { COHORTS_SHOWN = 4, COHORT_YEARS = 3 };

/* The first day of the three years that end on a day: who left with the last day before it is in those before. */
static Date
window_begins(Date day)
{
	struct civil c = date_civil(day);
	bool real = date_real(c.year - RELEASE_YEARS, c.month, c.day);
	return (Date){ date_of(c.year - RELEASE_YEARS, c.month, real ? c.day : c.day - 1).day + 1 };
}

/* ---- by time in the service ------------------------------------------------------------------------------- */

/* People watched in each band since a day, and of them those who left in it. */
struct banded_people { int watched[BANDS], left[BANDS]; };

static void
count_people(const struct staying *in, Date from, struct banded_people *people)
{
	struct arena scratch = *in->perm;
	bool *seen = new(&scratch, (ptrdiff_t)in->e.own.roster->person_count * BANDS + 1, bool);
	*people = (struct banded_people){ 0 };
	for (int i = 0; i < in->council.count; i++) {
		const struct tenure *row = &in->council.at[i];
		double entry = tenure_entry(row, from);
		if (row->to.day <= from.day || row->exit <= entry)
			continue;
		int last = spell_band(nextafter(row->exit, 0));
		for (int b = spell_band(entry); b <= last; b++) {
			bool *mark = &seen[(ptrdiff_t)row->person * BANDS + b];
			people->watched[b] += !*mark;
			*mark = true;
		}
		people->left[last] += end_leaves(row->end);
	}
}

static const struct column band_columns[] = {
	{ .name = STR("years"), .title = STR("Time in the service") },
	{ .name = STR("here"), .title = STR("Here now"), .number = true },
	{ .name = STR("left"), .title = STR("Left in three years"), .number = true },
	{ .name = STR("person_years"), .title = STR("Person-years"), .number = true },
	{ .name = STR("rate"), .title = STR("Leave in a year (per 100)"), .number = true },
	{ .name = STR("lower"), .title = STR("Lower limit (95%)"), .number = true },
	{ .name = STR("upper"), .title = STR("Upper limit (95%)"), .number = true },
};

/* Exact limits of a count are chi-squares; Wilson and Hilferty's cube root is within a hundredth of them. */
static double
count_limit(double count, double z)
{
	if (count <= 0)
		return 0;
	double k = 1 - 1 / (9 * count) + z / (3 * sqrt(count));
	return count * k * k * k;
}

static void
rate_cells(struct cell *cells, int left, double exposure, bool hidden)
{
	double rates[] = { left, count_limit(left, -1.96), count_limit(left + 1, 1.96) };
	cells[0] = staying_whole(left, hidden);
	cells[1] = cell_figure(hidden ? figure_absent(SUPPRESSED) : figure_near(exposure), 0, UNIT_COUNT);
	for (int i = 0; i < 3; i++)
		cells[2 + i] = cell_figure(hidden ? figure_absent(SUPPRESSED) : figure_near(100 * rates[i] / exposure), 1,
		                           UNIT_COUNT);
}

/* Whether leavers of each band may be told: the table of leavers and others, with all its sums. */
static void
hide_leavers(const struct staying *in, const struct banded_people *people, bool *hidden, bool *all_hidden)
{
	int64_t counts[BANDS * 2];
	bool cells[(BANDS + 1) * 3];
	for (int b = 0; b < BANDS; b++) {
		counts[2 * b] = people->left[b];
		counts[2 * b + 1] = people->watched[b] > people->left[b] ? people->watched[b] - people->left[b] : 0;
	}
	bool safe = protect_table((struct counts){ BANDS, 2, counts }, protect_leavers, cells, *in->perm);
	for (int b = 0; b < BANDS; b++)
		hidden[b] = !safe || cells[3 * b] || people->watched[b] < GROUP_LEAST;
	*all_hidden = !safe || cells[3 * BANDS];
}

struct window { bool hidden[BANDS], total_hidden; int here[BANDS], all; };

static void
find_window(const struct staying *in, const struct spell_cells *cells, struct window *w)
{
	int64_t parts[BANDS];
	*w = (struct window){ 0 };
	for (int b = 0; b < BANDS; b++) {
		w->here[b] = cells_of_band(cells, b).here;
		w->all += w->here[b];
		parts[b] = w->here[b];
	}
	protect_parts(parts, BANDS, protect_here, w->hidden, &w->total_hidden, *in->perm);
}

/* "18 are in their third year with the council, and 39 in the second, on the way to it." */
static void
add_window_words(struct staying *in, const struct window *w)
{
	if (w->hidden[2] || w->hidden[1])
		document_paragraph(in->doc, S("How many are in their second and third year is withheld: too few people."));
	else
		document_paragraph(in->doc, str_format(in->perm, "%d %s in the third year of service, when many decide whether to "
			"stay, and %d more %s approaching it in the second: %d in all.", w->here[2], w->here[2] == 1 ? "is" : "are",
			w->here[1], w->here[1] == 1 ? "is" : "are", w->here[1] + w->here[2]));
}

void
staying_add_window(struct staying *in)
{
	struct spell_cells cells;
	struct banded_people people;
	struct window w;
	struct rows_made rows = { 0 };
	bool hidden[BANDS], all_hidden;
	Date from = window_begins(in->day);
	spells_cells(&cells, &in->council, from);
	count_people(in, from, &people);
	hide_leavers(in, &people, hidden, &all_hidden);
	find_window(in, &cells, &w);
	for (int b = 0; b <= BANDS; b++) {
		struct cell *row = rows_push(&rows, countof(band_columns), in->perm);
		struct spell_cell sum = b < BANDS ? cells_of_band(&cells, b) : cells_all(&cells);
		bool none = !(sum.exposure > 0);
		row[0] = cell_text(b < BANDS ? spell_band_names[b] : S("All"));
		row[1] = staying_whole(b < BANDS ? w.here[b] : w.all, b < BANDS ? w.hidden[b] : w.total_hidden);
		rate_cells(row + 2, sum.left[0], sum.exposure, none || (b < BANDS ? hidden[b] : all_hidden));
		rows.at[rows.count - 1].ours = b == BANDS;
	}
	struct table *table = table_of(S("by_time"), S("Leaving by time in the service"), band_columns,
	                               countof(band_columns), rows, in->perm);
	document_heading(in->doc, 2, S("Leaving by time in the service"), S("window"));
	add_window_words(in, &w);
	document_table(in->doc, table);
	staying_sheet(in, table);
}

/* ---- after the first year ------------------------------------------------------------------------------------ */

static const struct column cohort_columns[] = {
	{ .name = STR("cohort"), .title = STR("Finished the first year") },
	{ .name = STR("people"), .title = STR("People"), .number = true },
	{ .name = STR("at_risk_1"), .title = STR("At risk after 1 year"), .number = true },
	{ .name = STR("after_1"), .title = STR("Here after 1 year (%)"), .number = true },
	{ .name = STR("at_risk_2"), .title = STR("At risk after 2"), .number = true },
	{ .name = STR("after_2"), .title = STR("Here after 2 (%)"), .number = true },
	{ .name = STR("at_risk_3"), .title = STR("At risk after 3"), .number = true },
	{ .name = STR("after_3"), .title = STR("Here after 3 (%)"), .number = true },
};

/* Three census years in which first years were done: of one there are seldom enough. */
static int
of_cohort(const struct staying *in, const struct grouping *g, const struct tenure *row)
{
	(void)in;
	int year = census_year(row->began) - g->units[0];
	return year >= 0 && year < g->count * COHORT_YEARS ? year / COHORT_YEARS : NOT_THERE;
}

static struct grouping
cohorts_of(const struct staying *in)
{
	struct grouping g = { .of = of_cohort, .count = COHORTS_SHOWN };
	g.units[0] = census_year(in->day) - COHORTS_SHOWN * COHORT_YEARS + 1;
	for (int i = 0; i < g.count; i++)
		g.names[i] = str_format(in->perm, "October %d to September %d", g.units[0] + COHORT_YEARS * i - 1,
		                        g.units[0] + COHORT_YEARS * (i + 1) - 1);
	return g;
}

struct wanted_cohort { const struct staying *in; const struct grouping *grouping; int cohort; };

static bool
is_in_cohort(const struct tenure *row, const void *with)
{
	const struct wanted_cohort *w = with;
	return w->cohort == NOT_THERE || of_cohort(w->in, w->grouping, row) == w->cohort;
}

static void
add_cohort(struct rows_made *rows, const struct staying *in, const struct told_group *told, bool hidden)
{
	struct cell *cells = rows_push(rows, countof(cohort_columns), in->perm);
	cells[0] = cell_text(told->name);
	cells[1] = staying_whole(told->people, hidden);
	for (int y = 1; y <= 3; y++) {
		const struct told_point *p = !hidden && told->from == 0 ? told_at(told, y) : NULL;
		cells[2 * y] = staying_whole(p ? p->at_risk : 0, !p);
		cells[2 * y + 1] = cell_figure(p ? p->lasting : figure_absent(SUPPRESSED), 0, UNIT_PERCENT);
	}
}

void
staying_add_first_years(struct staying *in)
{
	struct grouping g = cohorts_of(in);
	struct wanted_cohort wanted = { in, &g, NOT_THERE };
	struct rows_made rows = { 0 };
	int people[GROUPING_MOST];
	bool hidden[GROUPING_MOST];
	struct told_group all = { .name = S("All") }, groups[GROUPING_MOST];
	struct lives lives[GROUPING_MOST], everybody = spells_lives(&in->first_year, is_in_cohort, &wanted, in->perm);
	staying_people(in, &in->first_year, &g, people);
	staying_hidden(people, g.count, hidden, *in->perm);
	for (int i = 0; i < g.count; i++)
		all.people += people[i];
	staying_tell(in, everybody, &all);
	for (int i = 0; i < g.count; i++) {
		wanted.cohort = i;
		groups[i] = (struct told_group){ .name = g.names[i], .people = people[i] };
		lives[i] = spells_lives(&in->first_year, is_in_cohort, &wanted, in->perm);
		if (!hidden[i])
			staying_tell(in, lives[i], &groups[i]);
	}
	staying_hide_rest(&all, everybody, groups, lives, g.count);
	add_cohort(&rows, in, &all, all.people < GROUP_LEAST);
	rows.at[0].ours = true;
	for (int i = 0; i < g.count; i++)
		if (people[i])
			add_cohort(&rows, in, &groups[i], hidden[i] || all.people < GROUP_LEAST);
	document_heading(in->doc, 2, S("After the first year"), S("first-year"));
	document_paragraph(in->doc, S("Of those who came newly qualified and finished their first year here: how many are still "
		"with the council one, two and three years on. Those who have not been away from it that long yet count until now. "
		"Withheld where fewer than ten are at risk, or only a few have left."));
	struct table *table = table_of(S("first_year"), S("Staying after the first year"), cohort_columns,
	                               countof(cohort_columns), rows, in->perm);
	document_table(in->doc, table);
	staying_sheet(in, table);
}

/* ---- causes ---------------------------------------------------------------------------------------------------- */

enum { CAUSE_ROWS = 2, CAUSE_COLUMNS = LEAVINGS + 2, ROUNDED_TO = 5 };

static void
count_causes(const struct staying *in, int *counts)
{
	Date from = window_begins(in->day);
	for (int i = 0; i < CAUSE_ROWS * LEAVINGS; i++)
		counts[i] = 0;
	for (int i = 0; i < in->council.count; i++) {
		const struct tenure *row = &in->council.at[i];
		if (end_leaves(row->end) && row->to.day > from.day)
			counts[(row->exit >= 2 ? LEAVINGS : 0) + (int)row->end - 1]++;
	}
}

static int
rounded(int count)
{
	return (count + ROUNDED_TO / 2) / ROUNDED_TO * ROUNDED_TO;
}

/* One row of causes, all withheld where fewer than ten left. Every number is rounded by itself, the sum too. */
static void
fill_causes(struct cell *cells, const int *counts, bool hidden)
{
	int all = 0;
	for (int c = 0; c < LEAVINGS; c++) {
		cells[c + 1] = staying_whole(rounded(counts[c]), hidden);
		all += counts[c];
	}
	cells[LEAVINGS + 1] = staying_whole(rounded(all), hidden);
}

static int
sum_of(const int *counts)
{
	int sum = 0;
	for (int c = 0; c < LEAVINGS; c++)
		sum += counts[c];
	return sum;
}

static struct table *
cause_table(const struct staying *in, const int *counts)
{
	struct column *columns = new(in->perm, CAUSE_COLUMNS, struct column);
	struct rows_made rows = { 0 };
	static const Str names[CAUSE_ROWS] = { STR("In the first two years"), STR("Later") };
	int both[LEAVINGS];
	columns[0] = (struct column){ .name = S("when"), .title = S("Left") };
	for (int c = 1; c <= LEAVINGS; c++)
		columns[c] = (struct column){ .name = str_format(in->perm, "cause_%d", c), .title = spell_end_names[c],
			.number = true };
	columns[LEAVINGS + 1] = (struct column){ .name = S("all"), .title = S("All"), .number = true };
	for (int c = 0; c < LEAVINGS; c++)
		both[c] = counts[c] + counts[LEAVINGS + c];
	bool small = sum_of(counts) < GROUP_LEAST || sum_of(counts + LEAVINGS) < GROUP_LEAST;
	for (int r = 0; r <= CAUSE_ROWS; r++) {
		struct cell *cells = rows_push(&rows, CAUSE_COLUMNS, in->perm);
		cells[0] = cell_text(r < CAUSE_ROWS ? names[r] : S("All"));
		fill_causes(cells, r < CAUSE_ROWS ? counts + r * LEAVINGS : both,
		            r < CAUSE_ROWS ? small : sum_of(both) < GROUP_LEAST);
		rows.at[r].ours = r == CAUSE_ROWS;
	}
	return table_of(S("causes"), S("Why they left, and where to"), columns, CAUSE_COLUMNS, rows, in->perm);
}

void
staying_add_causes(struct staying *in)
{
	int counts[CAUSE_ROWS * LEAVINGS];
	count_causes(in, counts);
	struct table *table = cause_table(in, counts);
	document_heading(in->doc, 2, S("Why they left, and where to"), S("causes"));
	document_paragraph(in->doc, S("People who left in the last three years, by the coded reason and destination of the census. "
		"Deaths are among other or not said. Every number is to the nearest five, by itself, so they need not add up, and 0 may "
		"be one or two. Withheld where fewer than ten left."));
	document_table(in->doc, table);
	staying_sheet(in, table);
}
