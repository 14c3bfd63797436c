/* measure_view.c: what exactly is this number? */
#include "app/series.h"

/* Cells that a later release changed: year, and the value in each. */
static void
add_revisions(struct document *doc, const struct asked *asked)
{
	static const struct column columns[] = {
		{ STR("year"), STR("Year"), true, false }, { STR("release"), STR("Release"), false, false },
		{ STR("value"), STR("Value"), true, false },
	};
	const struct published *p = asked->p;
	struct rows_made rows = { 0 };
	for (int year = p->first_year; year <= p->last_year; year++) {
		Figure now = published_value(p, asked->area, asked->measure, year);
		for (int r = 0; r < p->release_count; r++) {
			Figure then = release_value(p, r, asked->area, asked->measure, year);
			if (then.absent == NOT_PUBLISHED || figure_equal(then, now))
				continue;
			struct cell *cells = rows_push(&rows, countof(columns), doc->arena);
			cells[0] = cell_text(year_text(year, doc->arena));
			cells[1] = cell_text(p->releases[r].name);
			cells[2] = cell_figure(then, asked->row->places, asked->row->unit);
		}
	}
	if (rows.count == 0)
		return;
	document_heading(doc, 2, S("Earlier releases said otherwise"), S("revisions"));
	document_table(doc, table_of(S("revisions"), S("Values that a later release revised"), columns,
	                             countof(columns), rows, doc->arena));
}

/* Where the council's print and DfE's release differ, said beside the picture. */
static void
add_printed_differences(struct document *doc, const struct asked *asked, const struct series *series)
{
	int compared = 0, differ = 0;
	for (int i = 0; series->printed && i < series->years; i++) {
		if (!figure_present(series->printed[i]) || !figure_present(series->own[i]))
			continue;
		compared++;
		differ += !figure_equal(figure_round(series->printed[i], asked->row->places),
		                        figure_round(series->own[i], asked->row->places));
	}
	if (compared == 0)
		return;
	struct run *run = new(doc->arena, 1, struct run);
	run->text = str_format(doc->arena, "%.*s own printed figures are shown beside DfE\u2019s. They differ in "
		"%d of %d years. Both are kept: the table has each, and a sentence can be checked against either.",
		STR_ARG(possessive(asked->place->name, doc->arena)), differ, compared);
	document_runs(doc, BLOCK_INSET, run, 1);
}

static void
add_next_steps(struct document *doc, const struct asked *asked, int year)
{
	struct arena *perm = doc->arena;
	enum measure_id other = measure_other_basis(asked->measure);
	struct run *runs = new(perm, 4, struct run);
	int n = 0;
	if (asked->place->level == AUTHORITY)
		runs[n++] = (struct run){ .text = S("Where this council stands among all councils"),
			.href = href_standing(asked, asked->area, asked->measure, year, perm) };
	runs[n++] = (struct run){ .text = S("This measure for every area"),
		.href = href_figures(asked->measure, year, perm) };
	runs[n++] = (struct run){ .text = S("Check a sentence about it"),
		.href = str_format(perm, "/claim?area=%.*s", STR_ARG(asked->place->slug)) };
	if (other != NO_MEASURE)
		runs[n++] = (struct run){
			.text = measure_is_headcount(other) ? S("The same by headcount") : S("The same by FTE"),
			.href = href_measure(asked, asked->area, other, perm) };
	document_runs(doc, BLOCK_LIST, runs, n);
}

static Str
direction_words(const struct measure *m)
{
	switch (m->good) {
	case LOWER:   return S("Lower is better.");
	case HIGHER:  return S("Higher is better.");
	case NEITHER: return S("Neither direction is better in itself.");
	}
	return S("");
}

/* On the page, what nothing is said in is left out; the files keep every column. */
static const struct table *
page_table(const struct table *table, const struct series *series, struct arena *perm)
{
	static const Str always[] = { STR("low"), STR("high") };
	static const Str with_print[] = { STR("low"), STR("high"), STR("printed") };
	bool symbols = false;
	for (int i = 0; i < series->years; i++)
		symbols |= !figure_present(series->own[i]);
	const struct table *fewer = series->printed
		? table_without(table, always, countof(always), perm)
		: table_without(table, with_print, countof(with_print), perm);
	static const Str meaning[] = { STR("meaning") };
	return symbols ? fewer : table_without(fewer, meaning, countof(meaning), perm);
}

struct answer
show_measure(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct asked asked;
	struct answer answer;
	if (!ask_settle(world, ask, NEEDS_AREA | NEEDS_MEASURE, &asked, &answer, perm))
		return answer;

	int year = published_latest_year(asked.p, asked.area, asked.measure);
	year = year ? year : asked.place->last_year;
	struct series series = series_of(&asked, asked.area, asked.measure, perm);
	Str message = series_message(&asked, asked.measure, year, perm);
	struct document doc = document_new(perm, message);
	doc.caption = asked.place->name;
	doc.period = str_format(perm, "%.*s, %.*s release. %.*s",
		STR_ARG(str_capital(asked.row->when, perm)), STR_ARG(asked.p->releases[0].name),
		STR_ARG(direction_words(asked.row)));
	doc.address = href_measure(&asked, asked.area, asked.measure, perm);
	const struct table *table = series_table(&asked, &series, asked.measure, perm);
	add_area_changes(&doc, &asked);
	Str picture = str_format(perm, "%.*s, year by year", STR_ARG(asked.row->title));
	document_chart(&doc, series_chart(&asked, &series, asked.measure, picture, perm), NULL);
	add_printed_differences(&doc, &asked, &series);
	document_table(&doc, page_table(table, &series, perm));
	add_symbols(&doc, series.own, series.years);
	add_provenance(&doc, asked.p, asked.measure);
	add_revisions(&doc, &asked);
	document_heading(&doc, 2, S("Go on to"), S("next"));
	add_next_steps(&doc, &asked, year);
	doc.data = table;
	add_sources(&doc, asked.p);
	return answer_of(DONE, doc);
}
