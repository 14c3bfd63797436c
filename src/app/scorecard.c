/* scorecard.c: are we getting better, against whom, and what is worse?
 *
 * One row a measure, grouped by topic; three sentences over it; every year folded under it; and
 * the tidy table with everything for CSV, XLSX and JSON.
 */
#include "app/demonstration.h"
#include "app/views.h"

enum { SPARK_SERIES = 2 };

/* One measure of one area, with everything its row needs. */
struct line {
	enum measure_id id;
	const struct measure *row;
	int    year;                         /* latest; 0 when there never was a figure */
	struct comparison now;
	struct difference change;                /* since the year before */
	enum news news;
	struct rank place;
	Figure *years;                       /* first_year .. last_year of the area */
};

struct card {
	struct line lines[MEASURES];
	int count;
	int first_year, last_year;
};

static bool
on_card(const struct asked *asked, enum measure_id m)
{
	if (!asked->headcount)
		return measures[m].headline;
	enum measure_id fte = measure_other_basis(m);
	return measure_is_headcount(m) && fte != NO_MEASURE && measures[fte].headline;
}

static struct line
line_of(const struct asked *asked, enum measure_id m, int first_year, int last_year, struct arena *perm)
{
	struct line line = { .id = m, .row = &measures[m] };
	line.year = published_latest_year(asked->p, asked->area, m);
	line.now = compare(asked->p, asked->area, m, line.year, asked->average);
	Figure before = published_value(asked->p, asked->area, m, line.year - 1);
	line.change = change_between(before, line.now.own);
	line.news = news_of(line.change.points, line.row->good);
	line.place = place_of(asked->p, asked->area, m, line.year);
	line.years = new(perm, last_year - first_year + 1, Figure);
	for (int year = first_year; year <= last_year; year++)
		line.years[year - first_year] = published_value(asked->p, asked->area, m, year);
	return line;
}

static struct card
card_of(const struct asked *asked, struct arena *perm)
{
	struct card card = { .first_year = asked->place->first_year, .last_year = asked->place->last_year };
	for (int topic = 0; topic < TOPICS; topic++)
		for (int m = 0; m < MEASURES; m++)
			if ((int)measures[m].topic == topic && on_card(asked, (enum measure_id)m))
				card.lines[card.count++] =
					line_of(asked, (enum measure_id)m, card.first_year, card.last_year, perm);
	return card;
}

/* ---- the three sentences ------------------------------------------------------------------------- */

/* The rate that moved most, as a share of itself, in this direction; -1 for none. */
static int
biggest_move(const struct card *card, enum news news)
{
	int best = -1;
	int64_t most = 0;
	for (int i = 0; i < card->count; i++) {
		const struct line *line = &card->lines[i];
		Figure percent = line->change.percent;
		if (line->news != news || !figure_present(percent) || line->year != card->last_year)
			continue;
		int64_t size = percent.micro < 0 ? -percent.micro : percent.micro;
		if (size > most) {
			most = size;
			best = i;
		}
	}
	return best;
}

/* The measure with a good direction on which the council stands furthest towards one end. */
static int
furthest(const struct card *card)
{
	int best = -1, most = 0;
	for (int i = 0; i < card->count; i++) {
		const struct line *line = &card->lines[i];
		if (line->row->good == NEITHER || line->place.row.rank == 0)
			continue;
		int from_middle = line->place.row.rank * 2 - line->place.ranked - 1;
		int size = from_middle < 0 ? -from_middle : from_middle;
		if (size > most) {
			most = size;
			best = i;
		}
	}
	return best;
}

/* "Furthest from others: absence, 139th of 151. Absence (FTE) in 2025 was ..." */
static Str
furthest_sentence(const struct asked *asked, const struct card *card, struct arena *perm)
{
	int i = furthest(card);
	if (i < 0)
		return S("");
	const struct line *line = &card->lines[i];
	Str rank = rank_words(&line->place.row, line->place.ranked, perm);
	Str said = say_against(asked->p, asked->area, line->id, line->year, ENGLAND, asked->average, perm);
	bool better = line->place.row.rank * 2 <= line->place.ranked;
	return str_format(perm, "Furthest from other councils, on the %s side: %.*s, %.*s (1st is best). %.*s",
	                  better ? "better" : "worse", STR_ARG(line->row->plain), STR_ARG(rank), STR_ARG(said));
}

static Str
move_sentence(const struct asked *asked, const struct card *card, enum news news, struct arena *perm)
{
	int i = biggest_move(card, news);
	if (i < 0)
		return news == BETTER ? S("Nothing on this page got better in the latest year.")
		                      : S("Nothing on this page got worse in the latest year.");
	const struct line *line = &card->lines[i];
	Str said = say_change(asked->p, asked->area, line->id, line->year - 1, line->year, perm);
	return str_format(perm, "Most %s: %.*s", news == BETTER ? "improved" : "worsened", STR_ARG(said));
}

/* "Walsall: 4 measures got better in 2025 and 2 got worse" */
static Str
card_title(const struct card *card, struct arena *perm)
{
	int better = 0, worse = 0;
	for (int i = 0; i < card->count; i++) {
		bool latest = card->lines[i].year == card->last_year;
		better += latest && card->lines[i].news == BETTER;
		worse += latest && card->lines[i].news == WORSE;
	}
	if (better + worse == 0)
		return str_format(perm, "Social work workforce, %d", card->last_year);
	return str_format(perm, "%d measure%s got better in %d and %d got worse", better,
	                  better == 1 ? "" : "s", card->last_year, worse);
}

/* ---- the table ----------------------------------------------------------------------------------- */

static const struct chart *
spark_of(const struct asked *asked, const struct card *card, const struct line *line, struct arena *perm)
{
	int years = card->last_year - card->first_year + 1;
	struct chart *chart = new(perm, 1, struct chart);
	struct chart_series *series = new(perm, SPARK_SERIES, struct chart_series);
	Str *labels = new(perm, years, Str);
	Figure *england = new(perm, years, Figure);
	for (int i = 0; i < years; i++) {
		labels[i] = year_text(card->first_year + i, perm);
		england[i] = published_value(asked->p, asked->p->england, line->id, card->first_year + i);
	}
	bool rate = line->row->rate && asked->area != asked->p->england;
	series[0] = (struct chart_series){ asked->place->name, OURS, line->years };
	series[1] = (struct chart_series){ S("England"), ENGLAND_ROLE, england };
	Str now = figure_words(line->now.own, line->row->places, line->row->unit, perm);
	*chart = (struct chart){
		.kind = CHART_SPARK, .unit = line->row->unit, .places = line->row->places,
		.title = str_format(perm, "%.*s, %d to %d, latest %.*s", STR_ARG(line->row->plain),
		                    card->first_year, card->last_year, STR_ARG(now)),
		.labels = labels, .label_count = years, .series = series,
		.series_count = rate ? SPARK_SERIES : 1,
	};
	return chart;
}

static struct cell
news_cell(const struct line *line)
{
	switch (line->news) {
	case BETTER:  return cell_tag(S("Better"), TAG_GREEN);
	case WORSE:   return cell_tag(S("Worse"), TAG_RED);
	case SAME:    return cell_tag(S("Same"), TAG_GREY);
	case NO_NEWS: return cell_text(S(""));
	}
	return cell_text(S(""));
}

enum { CARD_COLUMNS = 11 };

static void
card_row(struct cell *cells, const struct asked *asked, const struct card *card,
         const struct line *line, struct arena *perm)
{
	const struct measure *m = line->row;
	bool rate = m->rate;
	Figure none = figure_absent(NOT_PUBLISHED);
	Str title = line->year == card->last_year ? m->title
		: str_format(perm, "%.*s, %d", STR_ARG(m->title), line->year);
	cells[0] = cell_link(title, href_measure(asked, asked->area, line->id, perm));
	cells[1] = cell_figure(line->now.own, m->places, m->unit);
	cells[2] = cell_change(line->change.points, m->places, change_unit(m->unit));
	cells[3] = cell_change(line->change.percent, 1, UNIT_PERCENT);
	cells[4] = news_cell(line);
	cells[5] = (struct cell){ .kind = CELL_CHART, .chart = spark_of(asked, card, line, perm) };
	cells[6] = cell_figure(rate ? line->now.england : none, m->places, m->unit);
	cells[7] = cell_figure(rate ? line->now.region : none, m->places, m->unit);
	cells[8] = cell_figure(rate ? line->now.neighbours : none, m->places, m->unit);
	cells[9] = asked->place->level == AUTHORITY
		? cell_link(rank_words(&line->place.row, line->place.ranked, perm),
		            href_standing(asked, asked->area, line->id, line->year, perm))
		: cell_text(S(""));
	cells[10] = cell_text(m->good == LOWER ? S("Lower") : m->good == HIGHER ? S("Higher")
	                                                                       : S("Neither"));
}

static const struct table *
card_table(const struct asked *asked, const struct card *card, struct arena *perm)
{
	struct column *columns = new(perm, CARD_COLUMNS, struct column);
	Str region = asked->place->parent == NO_AREA || asked->place->parent == asked->p->england
		? S("Region") : asked->p->areas.at[asked->place->parent].name;
	columns[0] = (struct column){ S("measure"), S("Measure"), false, false };
	columns[1] = (struct column){ S("value"), str_format(perm, "%d", card->last_year), true, false };
	columns[2] = (struct column){ S("change"), str_format(perm, "Change since %d (percentage points for "
	                              "rates)", card->last_year - 1), true, false };
	columns[3] = (struct column){ S("change_percent"), S("Change (per cent)"), true, false };
	columns[4] = (struct column){ S("news"), S("News"), false, false };
	columns[5] = (struct column){ S("line"), str_format(perm, "%d to %d", card->first_year,
	                              card->last_year), false, true };
	columns[6] = (struct column){ S("england"), S("England"), true, false };
	columns[7] = (struct column){ S("region"), region, true, false };
	columns[8] = (struct column){ S("neighbours"), str_capital(neighbours_words(asked->average), perm),
	                              true, false };
	columns[9] = (struct column){ S("rank"), S("Rank"), false, false };
	columns[10] = (struct column){ S("good"), S("Good is"), false, false };

	struct rows_made rows = { 0 };
	for (int i = 0; i < card->count; i++) {
		card_row(rows_push(&rows, CARD_COLUMNS, perm), asked, card, &card->lines[i], perm);
		rows.at[rows.count - 1].group = topic_title(card->lines[i].row->topic);
	}
	Str basis = asked->headcount ? S("headcount") : S("full-time equivalent (FTE) where there is a choice");
	Str caption = str_format(perm, "%.*s, %d, %.*s", STR_ARG(asked->place->name), card->last_year,
	                         STR_ARG(basis));
	return table_of(S("scorecard"), caption, columns, CARD_COLUMNS, rows, perm);
}

/* Every measure of the card by year. */
static const struct table *
years_table(const struct asked *asked, const struct card *card, struct arena *perm)
{
	int years = card->last_year - card->first_year + 1;
	struct column *columns = new(perm, years + 1, struct column);
	columns[0] = (struct column){ S("measure"), S("Measure"), false, false };
	for (int i = 0; i < years; i++) {
		Str year = year_text(card->first_year + i, perm);
		columns[i + 1] = (struct column){ year, year, true, false };
	}
	struct rows_made rows = { 0 };
	for (int i = 0; i < card->count; i++) {
		const struct line *line = &card->lines[i];
		struct cell *cells = rows_push(&rows, years + 1, perm);
		cells[0] = cell_text(title_and_unit(line->row, perm));
		for (int y = 0; y < years; y++)
			cells[y + 1] = cell_figure(line->years[y], line->row->places, line->row->unit);
	}
	Str caption = str_format(perm, "%.*s, %d to %d", STR_ARG(asked->place->name), card->first_year,
	                         card->last_year);
	return table_of(S("by_year"), caption, columns, years + 1, rows, perm);
}

/* One row a measure and year, all 22 measures: for files. */
static const struct table *
tidy_table(const struct asked *asked, const struct card *card, struct arena *perm)
{
	static const struct column columns[] = {
		{ STR("area"), STR("Area"), false, false }, { STR("code"), STR("Code"), false, false },
		{ STR("measure"), STR("Measure"), false, false }, { STR("title"), STR("Title"), false, false },
		{ STR("unit"), STR("Unit"), false, false }, { STR("year"), STR("Year"), true, false },
		{ STR("value"), STR("Value"), true, false }, { STR("england"), STR("England"), true, false },
		{ STR("region"), STR("Region"), true, false },
		{ STR("neighbours"), STR("Neighbours"), true, false },
		{ STR("neighbours_counted"), STR("Neighbours counted"), true, false },
		{ STR("release"), STR("Release"), false, false },
	};
	struct rows_made rows = { 0 };
	for (int id = 0; id < MEASURES; id++)
		for (int year = card->first_year; year <= card->last_year; year++) {
			const struct measure *m = &measures[id];
			struct comparison c = compare(asked->p, asked->area, (enum measure_id)id, year,
			                              asked->average);
			int release = published_release_of(asked->p, asked->area, (enum measure_id)id, year);
			struct cell *cells = rows_push(&rows, countof(columns), perm);
			cells[0] = cell_text(asked->place->name);
			cells[1] = cell_text(asked->place->code);
			cells[2] = cell_text(m->name);
			cells[3] = cell_text(m->title);
			cells[4] = cell_text(unit_name(m->unit));
			cells[5] = cell_figure(figure_whole(year), 0, UNIT_COUNT);
			cells[6] = cell_figure(c.own, m->places, m->unit);
			cells[7] = cell_figure(c.england, m->places, m->unit);
			cells[8] = cell_figure(c.region, m->places, m->unit);
			cells[9] = cell_figure(c.neighbours, m->places, m->unit);
			cells[10] = cell_figure(figure_whole(c.neighbours_counted), 0, UNIT_COUNT);
			cells[11] = cell_text(release < 0 ? S("") : asked->p->releases[release].name);
		}
	return table_of(S("figures"), S("Every measure and year"), columns, countof(columns), rows, perm);
}

/* ---- the page ------------------------------------------------------------------------------------ */

static void
add_sentences(struct document *doc, const struct asked *asked, const struct card *card)
{
	Str *items = new(doc->arena, 3, Str);
	int count = 0;
	items[count++] = move_sentence(asked, card, BETTER, doc->arena);
	items[count++] = move_sentence(asked, card, WORSE, doc->arena);
	Str far = furthest_sentence(asked, card, doc->arena);
	if (far.len)
		items[count++] = far;
	document_list(doc, items, count);
}

static void
add_notes(struct document *doc, const struct asked *asked, const struct card *card,
          const struct table *by_year)
{
	int years = card->last_year - card->first_year + 1;
	Figure *all = new(doc->arena, card->count * years + 1, Figure);
	int used = 0;
	enum measure_id ids[MEASURES];
	for (int i = 0; i < card->count; i++) {
		ids[i] = card->lines[i].id;
		for (int y = 0; y < years; y++)
			all[used++] = card->lines[i].years[y];
	}
	add_symbols(doc, all, used);
	struct block *inner = new(doc->arena, 1, struct block);
	*inner = (struct block){ .kind = BLOCK_TABLE, .table = by_year };
	document_details(doc, S("Every year"), inner, 1);
	add_provenance_list(doc, asked->p, ids, card->count);
}

/* Who the ten are, or why there are none. */
static void
add_neighbours(struct document *doc, const struct asked *asked)
{
	const struct neighbours *set = &asked->p->neighbours[asked->area];
	if (asked->place->level != AUTHORITY)
		return;
	if (set->count == 0) {
		document_paragraph(doc, S("This council has no statistical neighbours in DfE\u2019s model, so that "
		                          "column is empty."));
		return;
	}
	struct run *runs = new(doc->arena, NEIGHBOURS_MOST * 2 + 1, struct run);
	int used = 0;
	runs[used++].text = str_format(doc->arena, "Statistical neighbours (%.*s model), closest first: ",
	                               STR_ARG(asked->p->neighbour_model));
	for (int i = 0; i < set->count; i++) {
		runs[used++] = (struct run){ .text = asked->p->areas.at[set->at[i].area].name,
		                             .href = href_scorecard(asked, set->at[i].area, doc->arena) };
		runs[used++].text = i + 1 < set->count ? S(", ") : S(".");
	}
	document_runs(doc, BLOCK_PARAGRAPH, runs, used);
}

/* Whoever is nobody here may look at made-up records of the council, where there are any. */
static void
add_demonstration(struct document *doc, const struct asked *asked, const struct ask *ask)
{
	struct run *runs = new(doc->arena, 3, struct run);
	if (!ask->page_only || ask->viewer || asked->place->level != AUTHORITY ||
	    !demonstration_open(asked->world, asked->place->slug, doc->arena))
		return;
	runs[0].text = str_format(doc->arena, "%.*s also has made-up people and posts here. ", STR_ARG(asked->place->name));
	runs[1] = (struct run){ .text = S("Look round a council of made-up people"),
		.href = str_format(doc->arena, "/sign-in?next=/authorities/%.*s/establishment", STR_ARG(asked->place->slug)) };
	document_runs(doc, BLOCK_INSET, runs, 2);
}

static void
add_outlook(struct document *doc, const struct asked *asked, const struct ask *ask)
{
	struct run *runs = new(doc->arena, 2, struct run);
	if (!ask->page_only || asked->place->level != AUTHORITY || asked->place->last_year != asked->p->last_year)
		return;
	runs[0].text = S("Where it is heading, and how sure that is: ");
	runs[1] = (struct run){ .text = S("the outlook"),
		.href = str_format(doc->arena, "/authorities/%.*s/outlook", STR_ARG(asked->place->slug)) };
	document_runs(doc, BLOCK_PARAGRAPH, runs, 2);
}

struct answer
show_scorecard(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct asked asked;
	struct answer answer;
	if (!ask_settle(world, ask, NEEDS_AREA, &asked, &answer, perm))
		return answer;

	struct card card = card_of(&asked, perm);
	struct document doc = document_new(perm, card_title(&card, perm));
	doc.caption = asked.place->name;
	doc.period = str_format(perm, "Census year to 30 September %d, %.*s release", card.last_year,
	                        STR_ARG(asked.p->releases[0].name));
	doc.address = href_scorecard(&asked, asked.area, perm);
	add_demonstration(&doc, &asked, ask);
	add_area_changes(&doc, &asked);
	add_sentences(&doc, &asked, &card);
	add_outlook(&doc, &asked, ask);
	const struct table *table = card_table(&asked, &card, perm);
	const struct table *by_year = years_table(&asked, &card, perm);
	if (ask->page_only && ask->held)
		add_card_with_own(&doc, world, ask, table);
	else
		document_table(&doc, table);
	add_neighbours(&doc, &asked);
	const struct table *own = add_own_series(&doc, &asked);
	add_notes(&doc, &asked, &card, by_year);
	doc.data = ask->page_only ? table : tidy_table(&asked, &card, perm);
	doc.sheets[doc.sheet_count++] = table;
	doc.sheets[doc.sheet_count++] = by_year;
	if (own)
		doc.sheets[doc.sheet_count++] = own;
	add_sources(&doc, asked.p);
	return answer_of(DONE, doc);
}
