/* scores_rows.c: every forecast of one council; and all sums, for files. */
#include "app/scores.h"

enum { ROW_COLUMNS = 9 };
static const struct column row_columns[ROW_COLUMNS] = {
	{ STR("origin"), STR("Made in"), false, false },
	{ STR("year"), STR("For"), false, false },
	{ STR("low"), STR("80% range, from"), true, false },
	{ STR("high"), STR("to"), true, false },
	{ STR("middle"), STR("Middle"), true, false },
	{ STR("came"), STR("What came"), true, false },
	{ STR("held"), STR("Range held"), false, false },
	{ STR("crps"), STR("Score"), true, false },
	{ STR("crps_last_year"), STR("Score of last year again"), true, false },
};

static Figure
thousandths(int32_t x)
{
	return figure_micro((int64_t)x * 1000);
}

static void
one_row(struct rows_made *rows, const struct backtest_row *row, enum target target, struct arena *perm)
{
	const struct backtest_cell *cell = &row->of[target];
	struct cell *cells = rows_push(rows, ROW_COLUMNS, perm);
	enum unit unit = target_unit(target), miss = target == TARGET_POSTS ? UNIT_FTE : UNIT_PERCENTAGE_POINTS;
	int places = target == TARGET_POSTS ? 0 : 1;
	bool held = cell->place_high >= 100 && cell->place_low <= 900;
	cells[0] = cell_text(year_text(row->origin, perm));
	cells[1] = cell_text(year_text(row->origin + row->ahead, perm));
	cells[2] = cell_figure(thousandths(cell->low), places, unit);
	cells[3] = cell_figure(thousandths(cell->high), places, unit);
	cells[4] = cell_figure(thousandths(cell->middle), places, unit);
	cells[5] = cell_figure(thousandths(cell->outcome), 1, unit);
	cells[6] = cell_tag(held ? S("held") : cell->place_high < 100 ? S("lower") : S("higher"),
	                    held ? TAG_GREEN : TAG_YELLOW);
	cells[7] = cell_figure(thousandths(cell->crps[OUR_MODEL]), 1, miss);
	cells[8] = cell_figure(thousandths(cell->crps[RIVAL_LAST]), 1, miss);
	rows->at[rows->count - 1].group = target_title(target);
}

struct scores_held
scores_held_of(const struct backtest *b, int area)
{
	struct scores_held of = { 0, 0 };
	for (int t = 0; t < TARGETS; t++) {
		struct backtest_sum sum = backtest_sum(b, (struct backtest_which){ .target = (enum target)t, .area = area,
		                                                                   .size = SIZE_ANY });
		of.count += sum.count, of.held += (int)(sum.within[1] * sum.count + 0.5);
	}
	return of;
}

static void
say_held(struct document *doc, const struct backtest *b, int area)
{
	struct scores_held of = scores_held_of(b, area);
	document_paragraph(doc, of.count == 0
		? S("No forecast of this council can be held against what came: it has no figure in two years that mean the same.")
		: str_format(doc->arena, "Of %d ranges that were to hold what came 4 times in 5, %d did. One council says little of "
		             "how good forecasts are: few years, and bad years are bad for all four.", of.count, of.held));
}

const struct table *
scores_add_rows(struct document *doc, const struct published *p, const struct backtest *b, int area)
{
	struct rows_made rows = { 0 };
	(void)p;
	say_held(doc, b, area);
	for (int t = 0; t < TARGETS; t++)
		for (int i = 0; i < b->count; i++)
			if (b->rows[i].area == area && b->rows[i].of[t].scored)
				one_row(&rows, &b->rows[i], (enum target)t, doc->arena);
	const struct table *table = table_of(S("forecasts"), S("Each forecast, and what came"), row_columns, ROW_COLUMNS, rows,
	                                     doc->arena);
	if (rows.count)
		document_table(doc, table);
	return table;
}

/* ---- sums for files ---------------------------------------------------------------------------------- */

enum { DATA_COLUMNS = 9 + 2 * MODELS };
static const struct column data_columns[DATA_COLUMNS] = {
	{ STR("target"), STR("What was forecast"), false, false },
	{ STR("origin"), STR("Made in"), false, false },
	{ STR("ahead"), STR("Years ahead"), false, false },
	{ STR("size"), STR("Size of council"), false, false },
	{ STR("count"), STR("Forecasts"), true, false },
	{ STR("crps_last_year"), STR("Score: last year again"), true, false },
	{ STR("crps_drift"), STR("Score: own change goes on"), true, false },
	{ STR("crps_england"), STR("Score: as England"), true, false },
	{ STR("crps_shrunk"), STR("Score: own mean drawn to all councils\u2019"), true, false },
	{ STR("crps_ours"), STR("Score: ours"), true, false },
	{ STR("off_last_year"), STR("Middle off: last year again"), true, false },
	{ STR("off_drift"), STR("Middle off: own change goes on"), true, false },
	{ STR("off_england"), STR("Middle off: as England"), true, false },
	{ STR("off_shrunk"), STR("Middle off: own mean drawn to all councils\u2019"), true, false },
	{ STR("off_ours"), STR("Middle off: ours"), true, false },
	{ STR("mean_error"), STR("Our middle less what came"), true, false },
	{ STR("within_50"), STR("In the range for 50% (%)"), true, false },
	{ STR("within_80"), STR("In the range for 80% (%)"), true, false },
	{ STR("within_90"), STR("In the range for 90% (%)"), true, false },
};

static void
data_row(struct rows_made *rows, const struct backtest *b, struct backtest_which which, struct arena *perm)
{
	struct backtest_sum sum = backtest_sum(b, which);
	if (sum.count == 0)
		return;
	struct cell *cells = rows_push(rows, DATA_COLUMNS, perm);
	enum unit unit = which.target == TARGET_POSTS ? UNIT_FTE : UNIT_PERCENTAGE_POINTS;
	int n = 0;
	cells[n++] = cell_text(target_name(which.target));
	cells[n++] = cell_text(which.origin ? year_text(which.origin, perm) : S("all"));
	cells[n++] = cell_text(which.ahead ? year_text(which.ahead, perm) : S("all"));
	cells[n++] = cell_text(which.size == SIZE_ANY ? S("all") : size_title(which.size));
	cells[n++] = cell_figure(figure_whole(sum.count), 0, UNIT_COUNT);
	for (int m = 0; m < MODELS; m++)
		cells[n++] = cell_figure(figure_near(sum.crps[m]), 3, unit);
	for (int m = 0; m < MODELS; m++)
		cells[n++] = cell_figure(figure_near(sum.off[m]), 3, unit);
	cells[n++] = cell_change(figure_near(sum.error), 3, unit);
	for (int k = 0; k < 3; k++)
		cells[n++] = cell_figure(figure_near(100 * sum.within[k]), 1, UNIT_PERCENT);
}

const struct table *
scores_data(const struct backtest *b, struct arena *perm)
{
	struct rows_made rows = { 0 };
	for (int t = 0; t < TARGETS; t++) {
		for (int ahead = 0; ahead <= AHEAD_MOST; ahead++)
			for (int year = 0; year <= b->last - b->first + 1; year++)
				data_row(&rows, b, (struct backtest_which){ .target = (enum target)t, .ahead = ahead,
					.origin = year ? b->first + year - 1 : 0, .area = NO_AREA, .size = SIZE_ANY }, perm);
		for (int size = 0; size < SIZES; size++)
			data_row(&rows, b, (struct backtest_which){ .target = (enum target)t, .area = NO_AREA,
				.size = (enum size)size }, perm);
	}
	return table_of(S("scores"), S("Scores by what was forecast, origin, years ahead and size"), data_columns, DATA_COLUMNS,
	                rows, perm);
}
