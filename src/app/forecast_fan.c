/* forecast_fan.c: a forecast as pictures: the fan of what may come, and of what a scenario changes. */
#include "app/forecast_told.h"

/* Points of a picture: the past, a year each, and the months to come, the first of which is the start. */
struct points {
	Str    *labels;
	int    *along;
	Figure *past;
	int     count, starts;
};

static Str
short_month(const struct prospect *p, int month, struct arena *perm)
{
	Str whole = forecast_month(p, month, perm);
	Str name = str_cut(&whole, ' ');
	return str_format(perm, "%.*s %.*s", STR_ARG(str_upto(name, 3)), STR_ARG(whole));
}

/* Years of the past are drawn where they are the same thing: posts filled in FTE, as published. */
static int
years_before(const struct telling *to, enum tally_line line)
{
	const struct forecast_order *order = &to->forecast->order;
	if (order->from != FROM_PUBLISHED || line != TALLY_FILLED)
		return 0;
	int years = order->origin - to->asked->place->first_year;
	return years < 0 ? 0 : years;
}

static struct points
points_of(const struct telling *to, enum tally_line line)
{
	const struct forecast *f = to->forecast;
	const struct prospect *p = f->base.prospect;
	struct arena *perm = to->doc->arena;
	int years = years_before(to, line), months = f->order.months;
	struct points at = { .count = years + months + 1, .starts = years };
	at.labels = new(perm, at.count, Str);
	at.along = new(perm, at.count, int);
	at.past = new(perm, at.count, Figure);
	bool by_year = f->order.from == FROM_PUBLISHED;
	for (int i = 0; i < at.count; i++) {
		int month = i < years ? 12 * (i - years) : i - years;
		at.along[i] = month;
		at.past[i] = i < years ? published_value(to->asked->p, f->order.area, INPOST_FTE, f->order.origin - years + i)
			: month == 0 ? forecast_quantile(&f->base, line, 0, 500) : figure_absent(NOT_AVAILABLE);
		bool named = month % 12 == 0 || (month == months && month % 12 > 3);
		at.labels[i] = !named ? S("") : by_year && month % 12 == 0 ? year_text(forecast_civil(p, month).year, perm)
			: short_month(p, month, perm);
	}
	return at;
}

enum { FAN_BANDS = 3 };
static const struct { Str name; int low, high; } fan_bands_of[FAN_BANDS] = {
	{ STR("9 in 10:"), 50, 950 }, { STR("8 in 10:"), 100, 900 }, { STR("Half:"), 250, 750 },
};

/* What a picture's months are taken from: a way's own figures, or its difference from the base. */
struct source { const struct way *way; enum tally_line line; bool gap; };

static Figure *
traced(const struct points *at, struct source source, int per_mille, struct arena *perm)
{
	Figure *figures = new(perm, at->count, Figure);
	for (int i = 0; i < at->count; i++) {
		int month = i - at->starts;
		figures[i] = month < 0 ? figure_absent(NOT_AVAILABLE)
			: source.gap ? forecast_gap_quantile(source.way, source.line, month, per_mille)
			: forecast_quantile(source.way, source.line, month, per_mille);
	}
	return figures;
}

static const struct chart_band *
banded(const struct points *at, struct source source, struct arena *perm)
{
	struct chart_band *bands = new(perm, FAN_BANDS, struct chart_band);
	for (int b = 0; b < FAN_BANDS; b++)
		bands[b] = (struct chart_band){ fan_bands_of[b].name, traced(at, source, fan_bands_of[b].low, perm),
		                                traced(at, source, fan_bands_of[b].high, perm) };
	return bands;
}

/* ---- pictures ------------------------------------------------------------------------------------ */

static Str
subtitle_of(const struct telling *to, const struct forecast_line *row, const struct points *at)
{
	struct arena *perm = to->doc->arena;
	Str what = row->line == TALLY_FILLED && to->forecast->order.from == FROM_PUBLISHED
		? S("Posts filled, full-time equivalent") : row->title;
	return str_format(perm, "%.*s, %.*s%.*s to %.*s", STR_ARG(what), STR_ARG(at->starts ? S("at 30 September from ") : S("")),
		STR_ARG(at->starts ? at->labels[0] : forecast_month(to->forecast->base.prospect, 0, perm)),
		STR_ARG(forecast_month(to->forecast->base.prospect, to->forecast->order.months, perm)));
}

static struct chart *
fan_of(const struct telling *to, const struct points *at, struct source source, Str title)
{
	struct arena *perm = to->doc->arena;
	const struct forecast_line *row = forecast_line_of(source.line);
	int last = at->count - 1;
	struct chart *chart = new(perm, 1, struct chart);
	*chart = (struct chart){
		.kind = CHART_FAN, .title = title, .subtitle = subtitle_of(to, row, at), .unit = row->unit, .places = row->places,
		.labels = at->labels, .label_count = at->count, .along = at->along, .starts = at->starts,
		.bands = banded(at, source, perm), .band_count = FAN_BANDS, .marker = figure_absent(NOT_AVAILABLE),
	};
	chart->description = str_format(perm, "A fan that opens from what is known to a range of %.*s to %.*s, with %.*s at its "
		"middle. The tables below have its figures.", STR_ARG(figure_text(chart->bands[0].low[last], row->places, perm)),
		STR_ARG(figure_text(chart->bands[0].high[last], row->places, perm)),
		STR_ARG(figure_text(traced(at, source, 500, perm)[last], row->places, perm)));
	return chart;
}

static void
mark_safe_level(const struct telling *to, struct chart *chart, enum tally_line line)
{
	int safe = to->forecast->base.prospect->safe;
	if (safe <= 0 || line != TALLY_FILLED)
		return;
	chart->marker = figure_whole(safe);
	chart->marker_name = S("Safe level:");
}

static Str
against_now(int64_t more, struct arena *perm)
{
	return more == 0 ? S("as many as now") : str_format(perm, "%lld %s", (long long)(more < 0 ? -more : more),
	                                                    more < 0 ? "fewer" : "more");
}

/* "Against 287 now: 19 fewer to 3 more, 6 fewer in the middle" */
static Str
fan_title(const struct forecast *f, struct arena *perm)
{
	int64_t now = forecast_quantile(&f->base, TALLY_FILLED, 0, 500).micro / MICRO;
	static const int at[3] = { 50, 950, 500 };
	Str words[3];
	for (int i = 0; i < countof(at); i++)
		words[i] = against_now(forecast_quantile(&f->base, TALLY_FILLED, f->order.months, at[i]).micro / MICRO - now, perm);
	return str_format(perm, "Against %lld now: %.*s to %.*s, %.*s in the middle", (long long)now, STR_ARG(words[0]),
	                  STR_ARG(words[1]), STR_ARG(words[2]));
}

static const enum role scenario_roles[SCENARIOS_MOST] = { SCENARIO_ROLE, SCENARIO_B_ROLE, SCENARIO_C_ROLE };

void
tell_fan(const struct telling *to, enum tally_line line)
{
	const struct forecast *f = to->forecast;
	struct arena *perm = to->doc->arena;
	struct points at = points_of(to, line);
	struct source source = { &f->base, line, false };
	struct chart_series *series = new(perm, 2 + SCENARIOS_MOST, struct chart_series);
	int count = 0;
	bool alone = f->order.scenario_count == 0;
	series[count++] = (struct chart_series){ to->asked->place->name, OURS, at.past };
	series[count++] = (struct chart_series){ alone ? S("Middle") : S("As things are"), EXPECTED_ROLE,
	                                         traced(&at, source, 500, perm) };
	for (int s = 0; s < f->order.scenario_count; s++)
		if (f->order.scenarios[s].count)
			series[count++] = (struct chart_series){ str_format(perm, "Scenario %.*s", STR_ARG(scenario_letter(s))),
				scenario_roles[s], traced(&at, (struct source){ &f->scenarios[s], line, false }, 500, perm) };
	struct chart *chart = fan_of(to, &at, source, line == TALLY_FILLED ? fan_title(f, perm) : forecast_line_of(line)->title);
	chart->series = series;
	chart->series_count = count;
	mark_safe_level(to, chart, line);
	document_chart(to->doc, chart, NULL);
}

const struct chart *
told_scenario_fan(const struct telling *to, int scenario, enum tally_line line)
{
	const struct forecast *f = to->forecast;
	struct arena *perm = to->doc->arena;
	struct points at = points_of(to, line);
	struct source source = { &f->scenarios[scenario], line, false };
	struct chart_series *series = new(perm, 3, struct chart_series);
	Str name = str_format(perm, "Scenario %.*s", STR_ARG(scenario_letter(scenario)));
	series[0] = (struct chart_series){ to->asked->place->name, OURS, at.past };
	series[1] = (struct chart_series){ name, scenario_roles[scenario], traced(&at, source, 500, perm) };
	series[2] = (struct chart_series){ S("As things are"), EXPECTED_ROLE,
	                                   traced(&at, (struct source){ &f->base, line, false }, 500, perm) };
	struct chart *chart = fan_of(to, &at, source, str_join(name, S(": what may come of it"), perm));
	chart->series = series;
	chart->series_count = 3;
	mark_safe_level(to, chart, line);
	return chart;
}

/* ---- the difference ------------------------------------------------------------------------------ */

/* "+7 posts filled", "as many posts filled" */
static Str
filled_more(Figure more, int places, struct arena *perm)
{
	Str words = figure_signed(more, places, perm);
	if (str_equal(words, figure_signed(figure_whole(0), places, perm)))
		return S("as many posts filled");
	bool one = more.micro == MICRO || more.micro == -MICRO;
	return str_format(perm, "%.*s %s filled", STR_ARG(words), one ? "post" : "posts");
}

/* "+7 posts filled, 9 chances in 10 of +5 to +10": in the last month, against as things are. The middle, as in the picture. */
Str
told_gap(const struct telling *to, int scenario)
{
	const struct forecast *f = to->forecast;
	const struct way *way = &f->scenarios[scenario];
	struct arena *perm = to->doc->arena;
	int end = f->order.months;
	if (!forecast_has_gap(way)) {
		Figure more = figure_minus(forecast_mean(way, TALLY_FILLED, end), forecast_mean(&f->base, TALLY_FILLED, end));
		return filled_more(more, 1, perm);
	}
	Figure least = forecast_gap_quantile(way, TALLY_FILLED, end, 50), most = forecast_gap_quantile(way, TALLY_FILLED, end, 950);
	if (least.micro == 0 && most.micro == 0)
		return S("nothing changes that can be seen");
	Str middle = filled_more(forecast_gap_quantile(way, TALLY_FILLED, end, 500), 0, perm);
	Str low = figure_signed(least, 0, perm), high = figure_signed(most, 0, perm);
	return str_format(perm, "%.*s, 9 chances in 10 of %.*s to %.*s", STR_ARG(middle), STR_ARG(low), STR_ARG(high));
}

static Str
gap_title(const struct telling *to, int scenario)
{
	struct arena *perm = to->doc->arena;
	const struct forecast *f = to->forecast;
	return str_format(perm, "%.*s in %.*s", STR_ARG(told_gap(to, scenario)),
	                  STR_ARG(forecast_month(f->base.prospect, f->order.months, perm)));
}

const struct chart *
told_gap_fan(const struct telling *to, int scenario)
{
	const struct way *way = &to->forecast->scenarios[scenario];
	struct arena *perm = to->doc->arena;
	struct points at = points_of(to, TALLY_OVER);              /* no years before: they differ in nothing */
	struct source source = { way, TALLY_FILLED, true };
	struct chart_series *series = new(perm, 1, struct chart_series);
	*series = (struct chart_series){ S("Middle"), scenario_roles[scenario], traced(&at, source, 500, perm) };
	struct chart *chart = fan_of(to, &at, source, gap_title(to, scenario));
	chart->subtitle = str_format(perm, "Posts filled in scenario %.*s less posts filled as things are, under the same luck",
	                             STR_ARG(scenario_letter(scenario)));
	chart->series = series;
	chart->series_count = 1;
	chart->marker = figure_whole(0);
	chart->marker_name = S("As things are:");
	return chart;
}
