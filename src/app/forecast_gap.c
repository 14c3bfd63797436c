/* forecast_gap.c: scenarios beside things as they are: side by side, odds of being short, cost by line. */
#include "app/forecast_told.h"

static Str
short_odds(const struct telling *to, const struct way *way)
{
	const struct forecast *f = to->forecast;
	return odds_words(forecast_short(way, f->order.runs), to->doc->arena);
}

static Figure
cost_of(const struct telling *to, const struct way *way)
{
	Figure sum = figure_whole(0);
	for (int line = 0; line < COST_LINES; line++)
		sum = figure_add(sum, forecast_cost_line(way, (enum cost_line)line, to->forecast->order.months));
	return sum;
}

/* What is known of a cost that far ahead: thousands. */
static Figure
thousands(Figure pounds)
{
	int64_t half = pounds.micro < 0 ? -500 * (int64_t)MICRO : 500 * (int64_t)MICRO;
	return figure_present(pounds) ? figure_micro((pounds.micro + half) / (1000 * (int64_t)MICRO) * 1000 * MICRO) : pounds;
}

static Figure
cost_more(const struct telling *to, const struct way *way)
{
	return figure_minus(cost_of(to, way), cost_of(to, &to->forecast->base));
}

/* 9 chances in 10 of the difference, under the same luck, in so many pounds; empty where there is no range. */
static Str
cost_range(const struct telling *to, const struct way *way, int pounds)
{
	int end = to->forecast->order.months;
	struct arena *perm = to->doc->arena;
	if (!forecast_has_gap(way))
		return S("");
	Figure low = thousands(forecast_gap_quantile(way, TALLY_COST, end, 50));
	Figure high = thousands(forecast_gap_quantile(way, TALLY_COST, end, 950));
	return str_format(perm, "%.*s to %.*s", STR_ARG(figure_signed(figure_micro(low.micro / pounds), 0, perm)),
		STR_ARG(figure_signed(figure_micro(high.micro / pounds), 0, perm)));
}

/* ---- side by side -------------------------------------------------------------------------------- */

enum { SIDE_NAME, SIDE_DOES, SIDE_FILLED, SIDE_MORE, SIDE_SHORT, SIDE_COST, SIDE_COLUMNS };
static const struct column side_columns[SIDE_COLUMNS] = {
	[SIDE_NAME] = { STR("scenario"), STR("Way ahead"), false, false },
	[SIDE_DOES] = { STR("does"), STR("What is done"), false, false },
	[SIDE_FILLED] = { STR("filled"), STR("Posts filled"), true, false },
	[SIDE_MORE] = { STR("difference"), STR("More filled"), true, false },
	[SIDE_SHORT] = { STR("short"), STR("Chance of being short"), false, false },
	[SIDE_COST] = { STR("cost_thousands"), STR("More cost (\u00a3000)"), true, false },
};

static Str
filled_range(const struct way *way, int end, struct arena *perm)
{
	return str_format(perm, "%.*s to %.*s", STR_ARG(figure_text(forecast_quantile(way, TALLY_FILLED, end, 50), 0, perm)),
		STR_ARG(figure_text(forecast_quantile(way, TALLY_FILLED, end, 950), 0, perm)));
}

static void
side_row(struct cell *cells, const struct telling *to, Str name, Str does, const struct way *way)
{
	const struct forecast *f = to->forecast;
	int end = f->order.months;
	struct arena *perm = to->doc->arena;
	cells[SIDE_NAME] = cell_text(name);
	cells[SIDE_DOES] = cell_text(does);
	cells[SIDE_FILLED] = cell_figure(forecast_quantile(way, TALLY_FILLED, end, 500), 0, UNIT_COUNT);
	cells[SIDE_FILLED].note = filled_range(way, end, perm);
	cells[SIDE_MORE] = cells[SIDE_COST] = cell_text(S(""));
	cells[SIDE_SHORT] = cell_text(f->base.prospect->safe ? short_odds(to, way) : S(""));
}

/* What a scenario changes: the middle of posts filled, and the mean of cost, each with 9 chances in 10. */
static void
side_changes(struct cell *cells, const struct telling *to, const struct way *way)
{
	const struct forecast *f = to->forecast;
	int end = f->order.months;
	struct arena *perm = to->doc->arena;
	bool ranged = forecast_has_gap(way);
	cells[SIDE_MORE] = cell_change(ranged ? forecast_gap_quantile(way, TALLY_FILLED, end, 500)
		: figure_minus(forecast_mean(way, TALLY_FILLED, end), forecast_mean(&f->base, TALLY_FILLED, end)), ranged ? 0 : 1, UNIT_COUNT);
	if (ranged)
		cells[SIDE_MORE].note = str_format(perm, "%.*s to %.*s",
			STR_ARG(figure_signed(forecast_gap_quantile(way, TALLY_FILLED, end, 50), 0, perm)),
			STR_ARG(figure_signed(forecast_gap_quantile(way, TALLY_FILLED, end, 950), 0, perm)));
	if (!forecast_has(f, forecast_line_of(TALLY_COST))) {
		cells[SIDE_COST] = cell_change(figure_absent(NOT_AVAILABLE), 0, UNIT_POUNDS);
		return;
	}
	cells[SIDE_COST] = cell_change(figure_micro(thousands(cost_more(to, way)).micro / 1000), 0, UNIT_COUNT);
	cells[SIDE_COST].note = cost_range(to, way, 1000);
}

static const struct table *
side_table(const struct telling *to)
{
	const struct forecast *f = to->forecast;
	struct arena *perm = to->doc->arena;
	struct rows_made rows = { 0 };
	side_row(rows_push(&rows, SIDE_COLUMNS, perm), to, S("As things are"), S("Nothing"), &f->base);
	for (int s = 0; s < f->order.scenario_count; s++) {
		if (f->order.scenarios[s].count == 0)
			continue;
		struct cell *cells = rows_push(&rows, SIDE_COLUMNS, perm);
		side_row(cells, to, str_format(perm, "Scenario %.*s", STR_ARG(scenario_letter(s))),
		         scenario_words(&f->order.scenarios[s], perm), &f->scenarios[s]);
		side_changes(cells, to, &f->scenarios[s]);
	}
	return table_of(S("side_by_side"), str_format(perm, "Side by side, in %.*s; under each figure, the range that 9 futures in 10 are in",
		STR_ARG(forecast_month(f->base.prospect, f->order.months, perm))), side_columns, SIDE_COLUMNS, rows, perm);
}

/* A page has what is done in a sentence of its own, and no chance of being short where no level was said. */
void
tell_side_by_side(const struct telling *to)
{
	static const Str dropped[] = { STR("does"), STR("short") };
	const struct table *table = side_table(to);
	document_table(to->doc, table_without(table, dropped, to->forecast->base.prospect->safe > 0 ? 1 : 2, to->doc->arena));
	to->doc->sheets[to->doc->sheet_count++] = table;
}

/* ---- one of them --------------------------------------------------------------------------------- */

static const struct column cost_columns[] = {
	{ STR("line"), STR("Cost since the start, mean, to the thousand (\u00a3)"), false, false }, { STR("base"), STR("As things are"), true, false },
	{ STR("scenario"), STR("Scenario"), true, false }, { STR("difference"), STR("Difference"), true, false },
};

static void
cost_row(struct cell *cells, Str name, Figure base, Figure scenario)
{
	cells[0] = cell_text(name);
	cells[1] = cell_figure(thousands(base), 0, UNIT_POUNDS);
	cells[2] = cell_figure(thousands(scenario), 0, UNIT_POUNDS);
	cells[3] = cell_change(thousands(figure_minus(scenario, base)), 0, UNIT_POUNDS);
}

static const struct table *
cost_table(const struct telling *to, int scenario)
{
	const struct forecast *f = to->forecast;
	struct arena *perm = to->doc->arena;
	struct rows_made rows = { 0 };
	Figure base_sum = figure_whole(0), sum = figure_whole(0);
	for (int line = 0; line < COST_LINES; line++) {
		Figure base = forecast_cost_line(&f->base, (enum cost_line)line, f->order.months);
		Figure here = forecast_cost_line(&f->scenarios[scenario], (enum cost_line)line, f->order.months);
		base_sum = figure_add(base_sum, base);
		sum = figure_add(sum, here);
		if (base.micro || here.micro)
			cost_row(rows_push(&rows, countof(cost_columns), perm), forecast_cost_name((enum cost_line)line), base, here);
	}
	struct cell *all = rows_push(&rows, countof(cost_columns), perm);
	cost_row(all, S("All of it"), base_sum, sum);
	rows.at[rows.count - 1].ours = true;
	all[3] = cell_change(thousands(cost_more(to, &f->scenarios[scenario])), 0, UNIT_POUNDS);
	Str range = cost_range(to, &f->scenarios[scenario], 1);
	if (range.len)
		all[3].note = str_join(S("9 chances in 10 of "), range, perm);
	static const Str names[] = { STR("cost_a"), STR("cost_b"), STR("cost_c") };
	return table_of(names[scenario], str_format(perm, "Scenario %.*s: cost by line over %d months",
		STR_ARG(scenario_letter(scenario)), f->order.months), cost_columns, countof(cost_columns), rows, perm);
}

/* Being short, as things are and in the scenario. */
static void
tell_short(const struct telling *to, int scenario)
{
	const struct forecast *f = to->forecast;
	struct arena *perm = to->doc->arena;
	int safe = f->base.prospect->safe;
	if (safe <= 0) {
		document_paragraph(to->doc, S("Say how many posts must be filled to be safe, and the odds of falling below it stand here."));
		return;
	}
	Str was = short_odds(to, &f->base), is = short_odds(to, &f->scenarios[scenario]);
	document_paragraph(to->doc, str_format(perm, "The chance of falling below %d posts filled in some month is %.*s as things "
		"are, and %.*s in scenario %.*s.", safe, STR_ARG(was), STR_ARG(is), STR_ARG(scenario_letter(scenario))));
}

void
tell_gap(const struct telling *to, int scenario)
{
	const struct forecast *f = to->forecast;
	document_heading(to->doc, 2, str_format(to->doc->arena, "Scenario %.*s against as things are",
		STR_ARG(scenario_letter(scenario))), str_format(to->doc->arena, "gap-%d", scenario));
	if (forecast_has_gap(&f->scenarios[scenario]))
		document_chart(to->doc, told_gap_fan(to, scenario), NULL);
	tell_short(to, scenario);
	if (!forecast_has(f, forecast_line_of(TALLY_COST))) {
		document_paragraph(to->doc, S("No prices are known, so its cost is not reckoned."));
		return;
	}
	const struct table *table = cost_table(to, scenario);
	document_table(to->doc, table);
	to->doc->sheets[to->doc->sheet_count++] = table;
}
