/* scores_tables.c: scores as tables and pictures. */
#include "app/scores.h"

/* FTE of posts, else percentage points. */
static enum unit
miss_unit(enum target target)
{
	return target == TARGET_POSTS ? UNIT_FTE : UNIT_PERCENTAGE_POINTS;
}

static Str
target_and_unit(enum target target, struct arena *perm)
{
	return str_format(perm, "%.*s, %s", STR_ARG(target_title(target)),
	                  target == TARGET_POSTS ? "FTE" : "percentage points");
}

static Str
ahead_words(int ahead, struct arena *perm)
{
	return ahead == 0 ? S("1 to 3 years") : counted(ahead, "year", "years", perm);
}

static struct backtest_which
whole(enum target target, int ahead, int area)
{
	return (struct backtest_which){ .target = target, .ahead = ahead, .area = area, .size = SIZE_ANY };
}

/* ---- ours and the rivals ------------------------------------------------------------------------- */

enum { BESIDE_COLUMNS = 3 + MODELS };
static const struct column beside_columns[BESIDE_COLUMNS] = {
	{ STR("ahead"), STR("Ahead"), false, false },
	{ STR("forecasts"), STR("Forecasts"), true, false },
	{ STR("ours"), STR("Ours"), true, false },
	{ STR("last-year"), STR("Last year again"), true, false },
	{ STR("drift"), STR("Own change goes on"), true, false },
	{ STR("england"), STR("As England"), true, false },
	{ STR("shrunk"), STR("Own mean drawn to all councils\u2019"), true, false },
	{ STR("gain"), STR("Ours below the best of these (%)"), true, false },
};

static void
beside_row(struct rows_made *rows, const struct backtest_sum *sum, const double by[MODELS], enum target target,
           int ahead, struct arena *perm)
{
	struct cell *cells = rows_push(rows, BESIDE_COLUMNS, perm);
	int best = 0;
	cells[0] = cell_text(ahead_words(ahead, perm));
	cells[1] = cell_figure(figure_whole(sum->count), 0, UNIT_COUNT);
	cells[2] = cell_figure(figure_near(by[OUR_MODEL]), 2, miss_unit(target));
	for (int r = 0; r < RIVALS; r++) {
		cells[3 + r] = cell_figure(figure_near(by[r]), 2, miss_unit(target));
		best = by[r] < by[best] ? r : best;
	}
	cells[BESIDE_COLUMNS - 1] =
		cell_change(figure_near(scores_gain(by[OUR_MODEL], by[best])), 1, UNIT_PERCENT);
	struct row *row = &rows->at[rows->count - 1];
	row->group = target_and_unit(target, perm);
	row->ours = ahead == 0;
}

static const struct table *
beside(const struct backtest *b, int area, bool points, Str name, Str caption, struct arena *perm)
{
	struct rows_made rows = { 0 };
	for (int t = 0; t < TARGETS; t++)
		for (int ahead = 1; ahead <= AHEAD_MOST + 1; ahead++) {
			int years = ahead % (AHEAD_MOST + 1);
			struct backtest_sum sum = backtest_sum(b, whole((enum target)t, years, area));
			if (sum.count > 0)
				beside_row(&rows, &sum, points ? sum.off : sum.crps, (enum target)t, years, perm);
		}
	return table_of(name, caption, beside_columns, BESIDE_COLUMNS, rows, perm);
}

void
scores_add_table(struct document *doc, const struct backtest *b, int area)
{
	document_heading(doc, 2, S("Scores beside simple rules"), S("scores"));
	document_table(doc, beside(b, area, false, S("scores"), S("Mean score (CRPS): less is better"), doc->arena));
}

void
scores_add_points(struct document *doc, const struct backtest *b)
{
	struct block *inner = new(doc->arena, 1, struct block);
	*inner = (struct block){ .kind = BLOCK_TABLE,
		.table = beside(b, NO_AREA, true, S("points"), S("Mean distance of the middle of each forecast from what came"),
		                doc->arena) };
	document_details(doc, S("The same by the middle of each forecast alone"), inner, 1);
}

/* ---- coverage and mean error --------------------------------------------------------------------- */

enum { COVER_COLUMNS = 6 };
static const struct column cover_columns[COVER_COLUMNS] = {
	{ STR("which"), STR("Forecasts"), false, false },
	{ STR("count"), STR("Number"), true, false },
	{ STR("within_50"), STR("In the range for 50% (%)"), true, false },
	{ STR("within_80"), STR("In the range for 80% (%)"), true, false },
	{ STR("within_90"), STR("In the range for 90% (%)"), true, false },
	{ STR("mean_error"), STR("Middle less what came, mean"), true, false },
};

static void
cover_row(struct rows_made *rows, const struct backtest_sum *sum, Str which, enum target target,
          struct arena *perm)
{
	struct cell *cells = rows_push(rows, COVER_COLUMNS, perm);
	cells[0] = cell_text(which);
	cells[1] = cell_figure(figure_whole(sum->count), 0, UNIT_COUNT);
	for (int k = 0; k < 3; k++)
		cells[2 + k] = cell_figure(figure_near(100 * sum->within[k]), 1, UNIT_PERCENT);
	cells[5] = cell_change(figure_near(sum->error), 2, miss_unit(target));
	rows->at[rows->count - 1].group = target_and_unit(target, perm);
}

static const struct chart *
cover_chart(const struct backtest *b, struct arena *perm)
{
	struct chart *chart = new(perm, 1, struct chart);
	struct chart_mark *marks = new(perm, TARGETS * AHEAD_MOST, struct chart_mark);
	for (int t = 0; t < TARGETS; t++)
		for (int ahead = 1; ahead <= AHEAD_MOST; ahead++) {
			struct backtest_sum sum = backtest_sum(b, whole((enum target)t, ahead, NO_AREA));
			marks[chart->mark_count++] = (struct chart_mark){
				.name = str_format(perm, "%.*s, %d", STR_ARG(str_capital(target_name((enum target)t), perm)), ahead),
				.value = figure_near(100 * sum.within[1]), .role = OURS };
		}
	chart->kind = CHART_BARS;
	chart->title = S("How many outcomes came within ranges that were to hold 80%");
	chart->subtitle = S("Per cent of forecasts, by what was forecast and years ahead");
	chart->description = S("A bar for each thing forecast and each of one, two and three years ahead, beside a line at 80 per cent");
	chart->unit = UNIT_PERCENT, chart->marks = marks;
	chart->marker = figure_whole(80), chart->marker_name = S("wanted");
	return chart;
}

void
scores_add_cover(struct document *doc, const struct backtest *b, int area)
{
	struct rows_made rows = { 0 };
	for (int t = 0; t < TARGETS; t++)
		for (int ahead = 1; ahead <= AHEAD_MOST + 1; ahead++) {
			int years = ahead % (AHEAD_MOST + 1);
			struct backtest_sum sum = backtest_sum(b, whole((enum target)t, years, area));
			if (sum.count > 0)
				cover_row(&rows, &sum, ahead_words(years, doc->arena), (enum target)t, doc->arena);
		}
	const struct table *table = table_of(S("ranges"), S("How often ranges held what came, and which way we were off"),
	                                     cover_columns, COVER_COLUMNS, rows, doc->arena);
	document_heading(doc, 2, S("Whether ranges held"), S("ranges"));
	if (area == NO_AREA)
		document_chart(doc, cover_chart(b, doc->arena), NULL);
	document_table(doc, table);
}

/* ---- where in its range what came was ------------------------------------------------------------- */

static const struct chart *
places_chart(const struct backtest_sum *sum, enum target target, struct arena *perm)
{
	struct chart *chart = new(perm, 1, struct chart);
	struct chart_mark *marks = new(perm, PLACES, struct chart_mark);
	for (int i = 0; i < PLACES; i++)
		marks[i] = (struct chart_mark){ .name = str_format(perm, "%d to %d%%", 10 * i, 10 * i + 10),
			.value = figure_near(100 * sum->place[i]), .role = OURS };
	*chart = (struct chart){ .kind = CHART_BARS, .unit = UNIT_PERCENT, .places = 1, .marks = marks, .mark_count = PLACES,
		.title = str_format(perm, "%.*s: where in its range what came was", STR_ARG(target_title(target))),
		.subtitle = S("Per cent of forecasts in each tenth of the range, lowest first (PIT)"),
		.description = S("A bar for each tenth of the range; a forecast that knows how unsure it is has a tenth in each"),
		.marker = figure_whole(10), .marker_name = S("wanted") };
	return chart;
}

void
scores_add_places(struct document *doc, const struct backtest *b)
{
	static const struct column columns[] = {
		{ STR("target"), STR("What was forecast"), false, false },
		{ STR("lowest"), STR("0\u201310%"), true, false }, { STR("to_20"), STR("10\u201320%"), true, false },
		{ STR("to_30"), STR("20\u201330%"), true, false }, { STR("to_40"), STR("30\u201340%"), true, false },
		{ STR("to_50"), STR("40\u201350%"), true, false }, { STR("to_60"), STR("50\u201360%"), true, false },
		{ STR("to_70"), STR("60\u201370%"), true, false }, { STR("to_80"), STR("70\u201380%"), true, false },
		{ STR("to_90"), STR("80\u201390%"), true, false }, { STR("highest"), STR("90\u2013100%"), true, false },
	};
	struct rows_made rows = { 0 };
	for (int t = 0; t < TARGETS; t++) {
		struct backtest_sum sum = backtest_sum(b, whole((enum target)t, 0, NO_AREA));
		struct cell *cells = rows_push(&rows, countof(columns), doc->arena);
		cells[0] = cell_text(target_title((enum target)t));
		for (int i = 0; i < PLACES; i++)
			cells[1 + i] = cell_figure(figure_near(100 * sum.place[i]), 1, UNIT_PERCENT);
	}
	document_heading(doc, 2, S("Where in its range what came was"), S("places"));
	document_paragraph(doc, S("If ranges are right, a tenth of the outcomes comes in each tenth. More at both ends: too sure. "
	                          "More at one end: off to one side."));
	for (int t = 0; t <= TARGET_TURNOVER; t++) {
		struct backtest_sum sum = backtest_sum(b, whole((enum target)t, 0, NO_AREA));
		document_chart(doc, places_chart(&sum, (enum target)t, doc->arena), NULL);
	}
	document_table(doc, table_of(S("places"), S("Per cent of outcomes in each tenth of the range"), columns,
	                             countof(columns), rows, doc->arena));
}

/* ---- by origin and by size ------------------------------------------------------------------------- */

enum { PARTS_COLUMNS = 7 };
static const struct column parts_columns[PARTS_COLUMNS] = {
	{ STR("part"), STR("Forecasts"), false, false },
	{ STR("count"), STR("Number"), true, false },
	{ STR("ours"), STR("Ours"), true, false },
	{ STR("last-year"), STR("Last year again"), true, false },
	{ STR("best"), STR("Best simple rule"), true, false },
	{ STR("within_80"), STR("In the range for 80% (%)"), true, false },
	{ STR("mean_error"), STR("Middle less what came, mean"), true, false },
};

static void
parts_row(struct rows_made *rows, const struct backtest *b, struct backtest_which which, Str part, struct arena *perm)
{
	struct backtest_sum sum = backtest_sum(b, which);
	if (sum.count == 0)
		return;
	struct cell *cells = rows_push(rows, PARTS_COLUMNS, perm);
	enum unit unit = miss_unit(which.target);
	cells[0] = cell_text(part);
	cells[1] = cell_figure(figure_whole(sum.count), 0, UNIT_COUNT);
	cells[2] = cell_figure(figure_near(sum.crps[OUR_MODEL]), 2, unit);
	cells[3] = cell_figure(figure_near(sum.crps[RIVAL_LAST]), 2, unit);
	cells[4] = cell_figure(figure_near(sum.crps[backtest_best(&sum)]), 2, unit);
	cells[5] = cell_figure(figure_near(100 * sum.within[1]), 1, UNIT_PERCENT);
	cells[6] = cell_change(figure_near(sum.error), 2, unit);
	rows->at[rows->count - 1].group = target_and_unit(which.target, perm);
}

void
scores_add_by_origin(struct document *doc, const struct backtest *b)
{
	struct rows_made rows = { 0 };
	for (int t = 0; t < TARGETS; t++)
		for (int year = b->first; year <= b->last; year++) {
			struct backtest_which which = whole((enum target)t, 0, NO_AREA);
			which.origin = year;
			parts_row(&rows, b, which, str_format(doc->arena, "made in %d", year), doc->arena);
		}
	document_heading(doc, 2, S("By the year in which they were made"), S("origins"));
	document_table(doc, table_of(S("origins"), S("Mean score (CRPS) by origin, one to three years ahead"), parts_columns,
	                             PARTS_COLUMNS, rows, doc->arena));
}

void
scores_add_by_size(struct document *doc, const struct backtest *b)
{
	struct rows_made rows = { 0 };
	for (int t = 0; t < TARGETS; t++)
		for (int size = 0; size < SIZES; size++) {
			struct backtest_which which = whole((enum target)t, 0, NO_AREA);
			which.size = (enum size)size;
			parts_row(&rows, b, which, size_title((enum size)size), doc->arena);
		}
	document_heading(doc, 2, S("By size of council"), S("sizes"));
	document_table(doc, table_of(S("sizes"), S("Mean score (CRPS) by posts filled at the origin"), parts_columns,
	                             PARTS_COLUMNS, rows, doc->arena));
}
