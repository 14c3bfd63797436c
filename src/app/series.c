/* series.c: one measure over the years, as a picture and as its table. */
#include "app/series.h"

static void
fill_printed(struct series *series, const struct asked *asked, int area, enum measure_id m,
             struct arena *perm)
{
	Figure *printed = new(perm, series->years, Figure);
	Str *sources = new(perm, series->years, Str);
	bool any = false;
	for (int i = 0; i < series->years; i++) {
		const struct own_point *point =
			own_point_of(&asked->world->own, area, m, series->first_year + i);
		printed[i] = point ? point->value : figure_absent(NOT_PUBLISHED);
		sources[i] = point ? point->source : S("");
		any |= point != NULL;
	}
	series->printed = any ? printed : NULL;
	series->printed_sources = sources;
}

struct series
series_of(const struct asked *asked, int area, enum measure_id m, struct arena *perm)
{
	const struct published *p = asked->p;
	const struct area *place = &p->areas.at[area];
	struct series series = { .first_year = place->first_year,
	                         .years = place->last_year - place->first_year + 1 };
	Figure *all = new(perm, series.years * 6, Figure);
	Figure *own = all, *england = own + series.years, *region = england + series.years;
	Figure *neighbours = region + series.years, *low = neighbours + series.years;
	Figure *high = low + series.years;
	Str *labels = new(perm, series.years, Str);

	for (int i = 0; i < series.years; i++) {
		int year = series.first_year + i;
		struct comparison c = compare(p, area, m, year, asked->average);
		struct standing standing = standing_of(p, m, year, perm);
		labels[i] = year_text(year, perm);
		own[i] = c.own;
		england[i] = c.england;
		region[i] = c.region;
		neighbours[i] = c.neighbours;
		low[i] = standing.quartile[0];
		high[i] = standing.quartile[2];
	}
	series.labels = labels;
	series.own = own;
	series.england = england;
	series.region = region;
	series.neighbours = neighbours;
	series.low = low;
	series.high = high;
	fill_printed(&series, asked, area, m, perm);
	return series;
}

/* "rose", "fell" or "stayed": of what would be printed. */
static Str
move_word(Figure points, int places)
{
	Figure shown = figure_round(points, places);
	return shown.micro > 0 ? S("rose to") : shown.micro < 0 ? S("fell to") : S("stayed at");
}

static Str
against_word(Figure own, Figure england, int places)
{
	Figure gap = figure_round(figure_minus(own, england), places);
	if (!figure_present(gap))
		return S("");
	return gap.micro > 0 ? S(", above England") : gap.micro < 0 ? S(", below England")
	                                            : S(", the same as England");
}

Str
series_message(const struct asked *asked, enum measure_id id, int year, struct arena *perm)
{
	const struct measure *m = &measures[id];
	struct comparison now = compare(asked->p, asked->area, id, year, asked->average);
	Figure before = published_value(asked->p, asked->area, id, year - 1);
	Str title = m->title;
	if (!figure_present(now.own))
		return str_format(perm, "%.*s: no figure for %d", STR_ARG(title), year);
	Str value = figure_words(now.own, m->places, m->unit, perm);
	Figure points = figure_minus(now.own, before);
	Str move = figure_present(points) ? move_word(points, m->places) : S("was");
	bool alike = m->rate && asked->area != asked->p->england;
	Str against = alike ? against_word(now.own, now.england, m->places) : S("");
	return str_format(perm, "%.*s %.*s %.*s in %d%.*s", STR_ARG(title), STR_ARG(move), STR_ARG(value),
	                  year, STR_ARG(against));
}

/* What a listener hears instead of the lines. */
static Str
description_of(const struct asked *asked, const struct series *series, const struct measure *m,
               struct arena *perm)
{
	int first = -1, last = -1;
	for (int i = 0; i < series->years; i++)
		if (figure_present(series->own[i])) {
			first = first < 0 ? i : first;
			last = i;
		}
	if (first < 0)
		return str_format(perm, "There is no figure to draw for %.*s.", STR_ARG(asked->place->name));
	Str from = figure_words(series->own[first], m->places, m->unit, perm);
	Str to = figure_words(series->own[last], m->places, m->unit, perm);
	return str_format(perm, "Line chart. %.*s went from %.*s in %.*s to %.*s in %.*s. The table below has "
	                  "every value.", STR_ARG(asked->place->name), STR_ARG(from),
	                  STR_ARG(series->labels[first]), STR_ARG(to), STR_ARG(series->labels[last]));
}

const struct chart *
series_chart(const struct asked *asked, const struct series *series, enum measure_id id, Str message,
             struct arena *perm)
{
	enum { MOST = 5 };
	const struct measure *m = &measures[id];
	const struct area *place = asked->place;
	bool england = asked->area == asked->p->england;
	bool region = place->level == AUTHORITY && place->parent != NO_AREA;
	bool neighbours = place->level == AUTHORITY && asked->p->neighbours[asked->area].count > 0;
	struct chart_series *lines = new(perm, MOST, struct chart_series);
	int n = 0;
	lines[n++] = (struct chart_series){ place->name, OURS, series->own };
	if (m->rate && !england)
		lines[n++] = (struct chart_series){ S("England"), ENGLAND_ROLE, series->england };
	if (m->rate && region)
		lines[n++] = (struct chart_series){ asked->p->areas.at[place->parent].name, REGION_ROLE,
		                                    series->region };
	if (m->rate && neighbours)
		lines[n++] = (struct chart_series){ S("Neighbours"), NEIGHBOURS_ROLE, series->neighbours };
	if (series->printed)
		lines[n++] = (struct chart_series){ S("As the council printed it"), OURS_PRINTED,
		                                    series->printed };
	struct chart *chart = new(perm, 1, struct chart);
	*chart = (struct chart){
		.kind = CHART_LINES, .title = message, .unit = m->unit, .places = m->places,
		.subtitle = str_format(perm, "%.*s, %.*s, %d to %d", STR_ARG(unit_title(m->unit)),
		                       STR_ARG(m->when), series->first_year,
		                       series->first_year + series->years - 1),
		.description = description_of(asked, series, m, perm),
		.labels = series->labels, .label_count = series->years, .series = lines, .series_count = n,
		.band_low = m->rate ? series->low : NULL, .band_high = m->rate ? series->high : NULL,
		.band_name = m->rate ? S("Middle half of councils") : S(""),
	};
	return chart;
}

/* ---- the table ----------------------------------------------------------------------------------- */

/* The sum of the denominators of a rate; absent as they are. */
static Figure
denominator_of(const struct published *p, int area, const struct measure *m, int year)
{
	Figure sum = published_value(p, area, m->denominator[0], year);
	for (int i = 1; i < m->denominators; i++)
		sum = figure_add(sum, published_value(p, area, m->denominator[i], year));
	return sum;
}

enum { YEAR_COLUMNS = 14 };

static const struct column *
year_columns(const struct asked *asked, const struct measure *m, struct arena *perm)
{
	struct column *columns = new(perm, YEAR_COLUMNS, struct column);
	struct column made[YEAR_COLUMNS] = {
		{ S("year"), S("Year"), true, false },
		{ S("value"), asked->place->name, true, false },
		{ S("printed"), S("As the council printed it"), true, false },
		{ S("change"), m->unit == UNIT_PERCENT ? S("Change (percentage points)") : S("Change"), true, false },
		{ S("change_percent"), S("Change (per cent)"), true, false },
		{ S("england"), S("England"), true, false },
		{ S("region"), S("Region"), true, false },
		{ S("neighbours"), str_capital(neighbours_words(asked->average), perm), true, false },
		{ S("numerator"), m->rate ? S("Numerator") : S("Counted"), true, false },
		{ S("denominator"), S("Denominator"), true, false },
		{ S("low"), S("Quarter of councils below"), true, false },
		{ S("high"), S("Quarter of councils above"), true, false },
		{ S("release"), S("Release"), false, false },
		{ S("meaning"), S("Symbol means"), false, false },
	};
	for (int i = 0; i < YEAR_COLUMNS; i++)
		columns[i] = made[i];
	return columns;
}

static void
year_row(struct cell *cells, const struct asked *asked, const struct series *series, int i,
         enum measure_id id, struct arena *perm)
{
	const struct measure *m = &measures[id];
	const struct published *p = asked->p;
	int year = series->first_year + i;
	Figure none = figure_absent(NOT_PUBLISHED), own = series->own[i];
	Figure before = i ? series->own[i - 1] : none;
	struct difference change = change_between(before, own);
	int release = published_release_of(p, asked->area, id, year);
	int counts_places = m->rate ? measures[m->numerator].places : m->places;
	cells[0] = cell_text(year_text(year, perm));
	cells[1] = cell_figure(own, m->places, m->unit);
	cells[2] = cell_figure(series->printed ? series->printed[i] : none, m->places, m->unit);
	cells[3] = cell_change(change.points, m->places, change_unit(m->unit));
	cells[4] = cell_change(change.percent, 1, UNIT_PERCENT);
	cells[5] = cell_figure(series->england[i], m->places, m->unit);
	cells[6] = cell_figure(series->region[i], m->places, m->unit);
	cells[7] = cell_figure(series->neighbours[i], m->places, m->unit);
	cells[8] = m->rate ? cell_figure(published_value(p, asked->area, m->numerator, year), counts_places,
	                                 measures[m->numerator].unit) : cell_figure(own, m->places, m->unit);
	cells[9] = m->rate ? cell_figure(denominator_of(p, asked->area, m, year),
	                                 measures[m->denominator[0]].places,
	                                 measures[m->denominator[0]].unit) : cell_text(S(""));
	cells[10] = cell_figure(series->low[i], m->places, m->unit);
	cells[11] = cell_figure(series->high[i], m->places, m->unit);
	cells[12] = cell_text(release < 0 ? S("") : p->releases[release].name);
	cells[13] = cell_text(figure_present(own) ? S("") : absent_meaning(own.absent));
}

const struct table *
series_table(const struct asked *asked, const struct series *series, enum measure_id id,
             struct arena *perm)
{
	const struct measure *m = &measures[id];
	struct rows_made rows = { 0 };
	for (int i = 0; i < series->years; i++)
		year_row(rows_push(&rows, YEAR_COLUMNS, perm), asked, series, i, id, perm);
	Str caption = str_format(perm, "%.*s, %.*s, by census year", STR_ARG(m->title),
	                         STR_ARG(asked->place->name));
	return table_of(S("by_year"), caption, year_columns(asked, m, perm), YEAR_COLUMNS, rows, perm);
}
