/* forecast_told.c: a forecast in sentences and tables. */
#include "app/forecast_told.h"

#include "measure/protect.h"

/* ---- what may be told ---------------------------------------------------------------------------- */

/* Lines that count people as they were at the start, so that the first months nearly say who they are. */
bool
told_withheld(const struct forecast *forecast, enum tally_line line)
{
	if (forecast->order.from != FROM_OWN || (line != TALLY_NEW && line != TALLY_AGENCY))
		return false;
	int64_t now = forecast_mean(&forecast->base, line, 0).micro / MICRO, least = protect_internal.threshold;
	int64_t all = forecast_mean(&forecast->base, TALLY_FILLED, 0).micro / MICRO;
	return (now > 0 && now < least) || (line == TALLY_NEW && all - now > 0 && all - now < least);
}

Figure
told_figure(const struct forecast *forecast, enum tally_line line, Figure figure)
{
	return told_withheld(forecast, line) ? figure_absent(SUPPRESSED) : figure;
}

/* ---- sentences ----------------------------------------------------------------------------------- */

static Str
whole_words(Figure figure, struct arena *perm)
{
	return figure_text(figure, 0, perm);
}

Str
told_title(const struct forecast *f, struct arena *perm)
{
	int end = f->order.months;
	Str middle = whole_words(forecast_quantile(&f->base, TALLY_FILLED, end, 500), perm);
	Str low = whole_words(forecast_quantile(&f->base, TALLY_FILLED, end, 50), perm);
	Str high = whole_words(forecast_quantile(&f->base, TALLY_FILLED, end, 950), perm);
	return str_format(perm, "About %.*s posts filled in %.*s: 9 chances in 10 of %.*s to %.*s", STR_ARG(middle),
	                  STR_ARG(forecast_month(f->base.prospect, end, perm)), STR_ARG(low), STR_ARG(high));
}

Str
told_period(const struct telling *to)
{
	const struct forecast_order *order = &to->forecast->order;
	struct arena *perm = to->doc->arena;
	Str from = order->from == FROM_OWN
		? str_format(perm, "From the council\u2019s own people and posts on %.*s", STR_ARG(date_text(order->day, perm)))
		: str_format(perm, "From figures published up to 30 September %d", order->origin);
	return str_format(perm, "%.*s, %.*s ahead, %.*s", STR_ARG(from),
	                  STR_ARG(counted(order->months, "month", "months", perm)),
	                  STR_ARG(counted(order->runs, "replication", "replications", perm)));
}

static void
tell_fewer(const struct telling *to)
{
	const struct forecast *f = to->forecast;
	struct arena *perm = to->doc->arena;
	int end = f->order.months, now = tally_quantile(f->base.tally, TALLY_FILLED, 0, 500);
	double fewer = tally_below(f->base.tally, TALLY_FILLED, end, now);
	double more = 1 - tally_below(f->base.tally, TALLY_FILLED, end, now + 1);
	document_paragraph(to->doc, str_format(perm, "%d of %d posts are filled at the start. The chance of fewer in %.*s is "
		"%.*s, of more %.*s.", now, now + tally_quantile(f->base.tally, TALLY_VACANT, 0, 500),
		STR_ARG(forecast_month(f->base.prospect, end, perm)), STR_ARG(odds_words(fewer, perm)),
		STR_ARG(odds_words(more, perm))));
}

/* The month by which half of those that were ever short had been so. */
static int
usual_first_short(const struct tally *t)
{
	int64_t seen = 0;
	for (int month = 0; month <= t->months; month++) {
		seen += t->first_short[month];
		if (2 * seen >= t->short_ever)
			return month;
	}
	return t->months;
}

static Str
short_words(const struct way *way, int safe, struct arena *perm)
{
	const struct tally *t = way->tally;
	double ever = (double)t->short_ever / t->replications;
	double at_end = tally_below(t, TALLY_FILLED, t->months, safe);
	Str first = t->short_ever == 0 ? S("") : str_format(perm, " When it does, the first such month is usually %.*s or before.",
		STR_ARG(forecast_month(way->prospect, usual_first_short(t), perm)));
	return str_format(perm, "The chance of falling below %d posts filled in some month is %.*s, and of being below it at "
		"the end %.*s.%.*s", safe, STR_ARG(odds_words(ever, perm)), STR_ARG(odds_words(at_end, perm)), STR_ARG(first));
}

void
tell_odds(const struct telling *to)
{
	const struct forecast *f = to->forecast;
	int safe = f->base.prospect->safe;
	tell_fewer(to);
	if (safe > 0)
		document_paragraph(to->doc, short_words(&f->base, safe, to->doc->arena));
}

void
tell_doubt(const struct telling *to)
{
	const struct doubt *doubt = &to->forecast->doubt;
	struct arena *perm = to->doc->arena;
	document_heading(to->doc, 2, S("What the range is made of"), S("doubt"));
	Str items[] = {
		str_format(perm, "%d of 100: chance, who happens to leave and when a post happens to be filled", doubt->process),
		str_format(perm, "%d of 100: our estimate of this council\u2019s rates may be off", doubt->parameters),
		str_format(perm, "%d of 100: years differ, here and everywhere", doubt->years),
	};
	document_paragraph(to->doc, S("Of the spread (variance) of posts filled in the last month:"));
	document_list(to->doc, items, countof(items));
}

void
tell_weight(const struct telling *to)
{
	const struct outlook *o = to->forecast->outlook;
	struct arena *perm = to->doc->arena;
	Str used = figure_words(figure_micro((int64_t)(o->leaving * 100 * MICRO + 0.5)), 1, UNIT_PERCENT, perm);
	Str england = figure_words(figure_micro((int64_t)(o->national * 100 * MICRO + 0.5)), 1, UNIT_PERCENT, perm);
	document_heading(to->doc, 2, S("How much is the council\u2019s own data"), S("weight"));
	document_paragraph(to->doc, str_format(perm, "The rate of leaving used, %.*s a year, is %d parts in 100 this council\u2019s "
		"own figures and %d parts England\u2019s (%.*s). A small council, or one with few years of figures, borrows more.",
		STR_ARG(used), o->own_weight, 100 - o->own_weight, STR_ARG(england)));
}

/* ---- levers -------------------------------------------------------------------------------------- */

void
tell_levers(const struct telling *to)
{
	const struct forecast_order *order = &to->forecast->order;
	struct arena *perm = to->doc->arena;
	bool untold = false;
	document_heading(to->doc, 2, S("What each scenario does"), S("levers"));
	Str *items = new(perm, SCENARIOS_MOST * PULLS_MOST, Str);
	int count = 0;
	for (int s = 0; s < order->scenario_count; s++)
		for (int i = 0; i < order->scenarios[s].count; i++) {
			const struct lever *lever = &order->scenarios[s].levers[i];
			items[count++] = str_format(perm, "%.*s. %.*s. %.*s", STR_ARG(scenario_letter(s)),
				STR_ARG(lever_words(lever, perm)), STR_ARG(lever_rows[lever->kind].does));
			untold = untold || lever_assumes_nothing(lever);
		}
	document_list(to->doc, items, count);
	document_paragraph(to->doc, S("What is done has its cost whether it works or not. What it does to leaving is nothing "
		"unless somebody assumed an effect: no initiative is taken to work by itself."));
	if (untold) {
		struct run *run = new(perm, 1, struct run);
		run->text = S("A lever here has a cost and no effect, because none was assumed. Give one with the evidence it "
		              "rests on, or read the result as the price of finding out.");
		document_runs(to->doc, BLOCK_WARNING, run, 1);
	}
}

/* ---- assumptions --------------------------------------------------------------------------------- */

static const struct column assumption_columns[] = {
	{ STR("what"), STR("What"), false, false }, { STR("value"), STR("Value"), true, false },
	{ STR("unit"), STR("Unit"), false, false }, { STR("source"), STR("Where it is from"), false, false },
	{ STR("grade"), STR("Grade"), false, false }, { STR("who"), STR("Set by"), false, false },
	{ STR("set_on"), STR("When"), false, false },
};

static void
lever_assumption(struct cell *cells, int s, const struct lever *lever, struct arena *perm)
{
	const struct lever_row *row = &lever_rows[lever->kind];
	cells[0] = cell_text(str_format(perm, "Scenario %.*s, %.*s: %.*s", STR_ARG(scenario_letter(s)), STR_ARG(row->title),
	                                STR_ARG(row->effect_label)));
	cells[1] = cell_text(figure_short(figure_micro(lever->effect), perm));
	cells[2] = cell_text(S(""));
	cells[3] = cell_text(lever_assumes_nothing(lever) ? S("Nothing is assumed")
		: row->evidence.len ? str_format(perm, "Assumed in this scenario. %.*s", STR_ARG(row->evidence))
		: S("Assumed in this scenario"));
	cells[4] = cell_text(lever_assumes_nothing(lever) ? S("") : S("own"));
	cells[5] = cells[6] = cell_text(S(""));
}

void
tell_assumptions(const struct telling *to)
{
	const struct forecast *f = to->forecast;
	struct arena *perm = to->doc->arena;
	struct rows_made rows = { 0 };
	for (int i = 0; i < f->outlook->assumption_count; i++) {
		const struct assumption *a = &f->outlook->assumptions[i];
		struct cell *cells = rows_push(&rows, countof(assumption_columns), perm);
		Str texts[] = { a->what, a->value, a->unit, a->source, a->grade, a->who.len ? a->who : S("the program"), a->when };
		for (ptrdiff_t c = 0; c < countof(assumption_columns); c++)
			cells[c] = cell_text(texts[c]);
	}
	for (int s = 0; s < f->order.scenario_count; s++)
		for (int i = 0; i < f->order.scenarios[s].count; i++)
			if (lever_rows[f->order.scenarios[s].levers[i].kind].effect_label.len)
				lever_assumption(rows_push(&rows, countof(assumption_columns), perm), s,
				                 &f->order.scenarios[s].levers[i], perm);
	document_heading(to->doc, 2, S("What was assumed"), S("assumptions"));
	document_paragraph(to->doc, S("Numbers that were taken, not measured from this council\u2019s figures. Grade A is strong "
		"evidence, D is a guess; \u201cown\u201d is a choice of the council\u2019s."));
	const struct table *table = table_of(S("assumptions"), S("Assumptions"), assumption_columns,
	                                     countof(assumption_columns), rows, perm);
	document_table(to->doc, table);
	to->doc->sheets[to->doc->sheet_count++] = table;
}
