/* forecast_tables.c: a forecast in figures: by quarter for the page, and all of it for files. */
#include "app/forecast_told.h"

/* The middle, and under it the range that 9 futures in 10 are in. */
static struct cell
range_cell(const struct forecast *f, const struct forecast_line *row, int month, struct arena *perm)
{
	Figure middle = told_figure(f, row->line, forecast_quantile(&f->base, row->line, month, 500));
	struct cell cell = cell_figure(middle, row->places, row->unit);
	if (month == 0 || !figure_present(middle))
		return cell;
	Str low = figure_text(forecast_quantile(&f->base, row->line, month, 50), row->places, perm);
	Str high = figure_text(forecast_quantile(&f->base, row->line, month, 950), row->places, perm);
	cell.note = str_format(perm, "%.*s to %.*s", STR_ARG(low), STR_ARG(high));
	return cell;
}

static int
headlines(const struct forecast *f, const struct forecast_line **rows)
{
	int count = 0;
	for (int i = 0; i < forecast_line_count; i++)
		if (forecast_lines[i].headline && forecast_has(f, &forecast_lines[i]))
			rows[count++] = &forecast_lines[i];
	return count;
}

enum { ROWS_MOST = 16 };

static const struct column *
table_columns(const struct forecast_line **rows, int count, struct arena *perm)
{
	struct column *columns = new(perm, count + 2, struct column);
	columns[0] = (struct column){ S("month"), S("At the end of"), false, false };
	for (int i = 0; i < count; i++) {
		bool pounds = rows[i]->unit == UNIT_POUNDS;
		columns[i + 1] = (struct column){ rows[i]->name, pounds ? str_join(rows[i]->title, S(" (\u00a3)"), perm)
			: rows[i]->title, true, false };
	}
	columns[count + 1] = (struct column){ S("new_share"), S("In post under two years (%)"), true, false };
	return columns;
}

static void
table_row(struct cell *cells, const struct forecast *f, const struct forecast_line **rows, int count, int month,
          struct arena *perm)
{
	cells[0] = cell_text(forecast_month(f->base.prospect, month, perm));
	for (int i = 0; i < count; i++)
		cells[i + 1] = range_cell(f, rows[i], month, perm);
	cells[count + 1] = cell_figure(told_figure(f, TALLY_NEW, forecast_new_share(&f->base, month)), 0, UNIT_PERCENT);
}

void
tell_table(const struct telling *to)
{
	const struct forecast *f = to->forecast;
	struct arena *perm = to->doc->arena;
	const struct forecast_line *lines[ROWS_MOST];
	struct rows_made rows = { 0 };
	int count = headlines(f, lines), step = forecast_step(f->order.months), end = f->order.months;
	for (int month = 0; month < end; month += step)
		table_row(rows_push(&rows, count + 2, perm), f, lines, count, month, perm);
	table_row(rows_push(&rows, count + 2, perm), f, lines, count, end, perm);
	Str every = step == 1 ? S("each month") : step == 3 ? S("each quarter") : S("each half-year");
	Str caption = str_format(perm, "%.*s: the middle of what may come, and the range that 9 futures in 10 are in, %.*s",
	                         STR_ARG(to->asked->place->name), STR_ARG(every));
	document_heading(to->doc, 2, S("Month by month"), S("table"));
	const struct table *table = table_of(S("outlook"), caption, table_columns(lines, count, perm), count + 2, rows, perm);
	document_table(to->doc, table);
	to->doc->sheets[to->doc->sheet_count++] = table;
}

/* ---- all of it ----------------------------------------------------------------------------------- */

static const struct { int per_mille; Str name, title; } quantiles[] = {
	{ 50, STR("p5"), STR("5%") }, { 100, STR("p10"), STR("10%") }, { 250, STR("p25"), STR("25%") },
	{ 500, STR("p50"), STR("50%") }, { 750, STR("p75"), STR("75%") }, { 900, STR("p90"), STR("90%") },
	{ 950, STR("p95"), STR("95%") },
};
enum { DATA_COLUMNS = 5 + countof(quantiles) };

static const struct column *
data_columns(struct arena *perm)
{
	struct column *columns = new(perm, DATA_COLUMNS, struct column);
	columns[0] = (struct column){ S("way"), S("Way ahead"), false, false };
	columns[1] = (struct column){ S("line"), S("Line"), false, false };
	columns[2] = (struct column){ S("month"), S("Month"), true, false };
	columns[3] = (struct column){ S("at"), S("At the end of"), false, false };
	columns[4] = (struct column){ S("mean"), S("Mean"), true, false };
	for (ptrdiff_t q = 0; q < countof(quantiles); q++)
		columns[5 + q] = (struct column){ quantiles[q].name, quantiles[q].title, true, false };
	return columns;
}

/* Of a scenario less its base the quantiles are of the difference, replication by replication. */
struct told_way { Str name; const struct way *way; bool gap; };

static void
data_rows(struct rows_made *rows, const struct forecast *f, struct told_way told, const struct forecast_line *row,
          struct arena *perm)
{
	for (int month = 0; month <= f->order.months; month++) {
		struct civil at = forecast_civil(f->base.prospect, month);
		struct cell *cells = rows_push(rows, DATA_COLUMNS, perm);
		Figure mean = told.gap ? forecast_gap_mean(told.way, row->line, month) : forecast_mean(told.way, row->line, month);
		cells[0] = cell_text(told.name);
		cells[1] = cell_text(row->name);
		cells[2] = cell_figure(figure_whole(month), 0, UNIT_COUNT);
		cells[3] = cell_text(str_format(perm, "%04d-%02d", at.year, at.month));
		cells[4] = cell_figure(told_figure(f, row->line, mean), 3, row->unit);
		for (ptrdiff_t q = 0; q < countof(quantiles); q++) {
			int at_q = quantiles[q].per_mille;
			Figure figure = told.gap ? forecast_gap_quantile(told.way, row->line, month, at_q)
				: forecast_quantile(told.way, row->line, month, at_q);
			cells[5 + q] = cell_figure(told_figure(f, row->line, figure), row->places, row->unit);
		}
	}
}

static void
data_of(struct rows_made *rows, const struct forecast *f, struct told_way told, struct arena *perm)
{
	for (int i = 0; i < forecast_line_count; i++)
		if (forecast_has(f, &forecast_lines[i]))
			data_rows(rows, f, told, &forecast_lines[i], perm);
}

void
tell_data(const struct telling *to)
{
	static const Str ways[] = { STR("a"), STR("b"), STR("c") };
	static const Str gaps[] = { STR("a-less-base"), STR("b-less-base"), STR("c-less-base") };
	const struct forecast *f = to->forecast;
	struct arena *perm = to->doc->arena;
	struct rows_made rows = { 0 };
	data_of(&rows, f, (struct told_way){ S("base"), &f->base, false }, perm);
	for (int s = 0; s < f->order.scenario_count; s++) {
		data_of(&rows, f, (struct told_way){ ways[s], &f->scenarios[s], false }, perm);
		if (forecast_has_gap(&f->scenarios[s]))
			data_of(&rows, f, (struct told_way){ gaps[s], &f->scenarios[s], true }, perm);
	}
	to->doc->data = table_of(S("forecast"), S("Every line and month"), data_columns(perm), DATA_COLUMNS, rows, perm);
}
