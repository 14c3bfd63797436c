/* forecast_figures.c: whole numbers of a tally, as the figures they stand for, and in words. */
#include "app/forecast_recipe.h"

#include <math.h>

const struct forecast_line forecast_lines[] = {
	{ TALLY_FILLED, STR("posts_filled"), STR("Posts filled"), STR("posts filled"), UNIT_COUNT, 0, false, true },
	{ TALLY_VACANT, STR("posts_vacant"), STR("Posts vacant"), STR("posts vacant"), UNIT_COUNT, 0, false, true },
	{ TALLY_AGENCY, STR("agency"), STR("Vacant posts covered by agency"), STR("agency"), UNIT_COUNT, 0, false, true },
	{ TALLY_LEFT, STR("leavers"), STR("Leavers since the start"), STR("leavers"), UNIT_COUNT, 0, true, true },
	{ TALLY_JOINED, STR("joiners"), STR("Joiners since the start"), STR("joiners"), UNIT_COUNT, 0, true, true },
	{ TALLY_NEW, STR("under_two_years"), STR("In post under two years"), STR("in post under two years"), UNIT_COUNT, 0,
	  false, false },
	{ TALLY_CASELOAD, STR("caseload"), STR("Cases per case holder"), STR("cases per case holder"), UNIT_COUNT, 1, false,
	  true },
	{ TALLY_COST, STR("cost"), STR("Cost since the start"), STR("cost"), UNIT_POUNDS, 0, true, true },
	{ TALLY_YEAR_LEFT, STR("leavers_in_year"), STR("Leavers in twelve months"), STR("leavers in twelve months"),
	  UNIT_COUNT, 0, false, false },
	{ TALLY_OVER, STR("over_establishment"), STR("People over establishment"), STR("people over establishment"),
	  UNIT_COUNT, 0, false, false },
};
const int forecast_line_count = countof(forecast_lines);

const struct forecast_line *
forecast_line_of(enum tally_line line)
{
	for (int i = 0; i < forecast_line_count; i++)
		if (forecast_lines[i].line == line)
			return &forecast_lines[i];
	return NULL;
}

static bool
has_prices(const struct prices *prices)
{
	bool any = prices->agency_week || prices->hire || prices->induct || prices->leaver;
	for (int g = 0; g < GRADES_MOST; g++)
		any = any || prices->pay[g];
	return any;
}

bool
forecast_has(const struct forecast *forecast, const struct forecast_line *row)
{
	const struct prospect *p = forecast->base.prospect;
	if (row->line == TALLY_CASELOAD)
		return p->cases > 0;
	if (row->line == TALLY_AGENCY)
		return p->cover > 0;
	return row->line != TALLY_COST || has_prices(&p->prices);
}

Figure
forecast_figure(const struct way *way, enum tally_line line, double value)
{
	if (line == TALLY_CASELOAD)
		return figure_near(value / 10);
	if (line == TALLY_COST)
		return figure_near(value / 100 * (double)way->tally->cost_step);
	return figure_near(value);
}

/* ---- of a result that was kept ------------------------------------------------------------------- */

static struct result_month
kept_month(const struct way *way, bool gap, enum tally_line line, int month)
{
	return result_at(way->kept, way->kept_as + (gap ? 1 : 0), (int)(forecast_line_of(line) - forecast_lines), month);
}

static Figure
kept_quantile(const struct way *way, bool gap, enum tally_line line, int month, int per_mille)
{
	struct result_month at = kept_month(way, gap, line, month);
	for (int q = 0; q < RESULT_QUANTILES; q++)
		if (at.there && result_per_mille[q] == per_mille)
			return at.at[q];
	return figure_absent(NOT_AVAILABLE);
}

static Figure
kept_mean(const struct way *way, bool gap, enum tally_line line, int month)
{
	struct result_month at = kept_month(way, gap, line, month);
	return at.there ? at.mean : figure_absent(NOT_AVAILABLE);
}

/* ---- figures ------------------------------------------------------------------------------------- */

Figure
forecast_quantile(const struct way *way, enum tally_line line, int month, int per_mille)
{
	if (way->kept)
		return kept_quantile(way, false, line, month, per_mille);
	return forecast_figure(way, line, tally_quantile(way->tally, line, month, per_mille));
}

Figure
forecast_mean(const struct way *way, enum tally_line line, int month)
{
	if (way->kept)
		return kept_mean(way, false, line, month);
	return forecast_figure(way, line, tally_mean(way->tally, line, month));
}

bool
forecast_has_gap(const struct way *way)
{
	return way->kept ? way->kept_as > 0 && kept_month(way, true, TALLY_FILLED, 0).there : way->gap != NULL;
}

Figure
forecast_gap_quantile(const struct way *way, enum tally_line line, int month, int per_mille)
{
	if (way->kept)
		return kept_quantile(way, true, line, month, per_mille);
	return forecast_figure(way, line, gap_quantile(way->gap, line, month, per_mille));
}

Figure
forecast_gap_mean(const struct way *way, enum tally_line line, int month)
{
	if (way->kept)
		return kept_mean(way, true, line, month);
	return forecast_figure(way, line, gap_mean(way->gap, line, month));
}

Figure
forecast_new_share(const struct way *way, int month)
{
	return figure_ratio(forecast_mean(way, TALLY_NEW, month), forecast_mean(way, TALLY_FILLED, month), 100);
}

Figure
forecast_cost_line(const struct way *way, enum cost_line line, int month)
{
	const struct tally *t = way->tally;
	if (way->kept)
		return result_cost(way->kept, way->kept_as, line);
	double pence = (double)t->cost_sum[(ptrdiff_t)month * COST_LINES + line];
	return figure_near(pence / t->replications / 100);
}

double
forecast_short(const struct way *way, int runs)
{
	int ever = way->kept ? way->kept->short_ever[way->kept_as] : way->tally->short_ever;
	return (double)ever / runs;
}

Str
forecast_cost_name(enum cost_line line)
{
	static const Str names[COST_LINES] = {
		[COST_PAY] = STR("Pay of those in post"), [COST_OVER] = STR("Pay of those over establishment"),
		[COST_AGENCY] = STR("Agency"), [COST_HIRE] = STR("Finding people"), [COST_INDUCT] = STR("Settling in"),
		[COST_LEAVER] = STR("When somebody leaves"), [COST_PAYMENT] = STR("Retention payments"),
	};
	return names[line];
}

int
forecast_step(int months)
{
	return months <= 12 ? 1 : months <= 48 ? 3 : 6;
}

/* ---- words -------------------------------------------------------------------------------------- */

struct civil
forecast_civil(const struct prospect *prospect, int month)
{
	int months = prospect->first_year * 12 + prospect->first_month - 1 + month - 1;
	return (struct civil){ months / 12, months % 12 + 1, 1 };
}

Str
forecast_month(const struct prospect *prospect, int month, struct arena *perm)
{
	struct civil civil = forecast_civil(prospect, month);
	Str text = date_text(date_of(civil.year, civil.month, 1), perm);
	return str_from(text, str_find(text, S(" ")) + 1);
}

/* The nearest of "n in 10" in the middle, and of "1 in n" at the ends. */
Str
odds_words(double share, struct arena *perm)
{
	if (share <= 0.005)
		return S("fewer than 1 in 100");
	if (share >= 0.995)
		return S("more than 99 in 100");
	if (share < 0.095)
		return str_format(perm, "about 1 in %d", (int)(1 / share + 0.5));
	if (share > 0.905) {
		int of = (int)(1 / (1 - share) + 0.5);
		return str_format(perm, "about %d in %d", of - 1, of);
	}
	return str_format(perm, "about %d in 10", (int)(10 * share + 0.5));
}
