/* paper.c: a two-page briefing for scrutiny, drafted from the figures.
 *
 * Everything it asserts of the figures comes from claim/say.c, and the claim checker bears every
 * such sentence (test/paper_test.c holds all councils and years to it). What got worse is given as
 * much room as what got better.
 */
#include "app/series.h"

enum { SENTENCES_MOST = 3, PICTURES = 3, ITEMS_MOST = 24 };

/* The rates a committee asks about, in the order it asks. */
static const enum measure_id asked_about[] = {
	TURNOVER_RATE_FTE, VACANCY_RATE_FTE, AGENCY_RATE_FTE, CASELOAD_FTE, ABSENCE_RATE_FTE,
};
static const enum measure_id pictured[PICTURES] = { TURNOVER_RATE_FTE, VACANCY_RATE_FTE, CASELOAD_FTE };

struct moved { enum measure_id id; Figure percent; };

static int64_t
size_of(Figure figure)
{
	return figure.micro < 0 ? -figure.micro : figure.micro;
}

/* The rates whose news since the year before is `news`, the biggest move first. */
static int
moved_rates(const struct asked *asked, enum news news, struct moved found[])
{
	int count = 0;
	for (ptrdiff_t i = 0; i < countof(asked_about); i++) {
		enum measure_id m = asked_about[i];
		Figure now = published_value(asked->p, asked->area, m, asked->year);
		Figure before = published_value(asked->p, asked->area, m, asked->year - 1);
		struct difference change = change_between(before, now);
		if (news_of(change.points, measures[m].good) != news || !figure_present(change.percent))
			continue;
		int at = count++;
		for (; at > 0 && size_of(found[at - 1].percent) < size_of(change.percent); at--)
			found[at] = found[at - 1];
		found[at] = (struct moved){ m, change.percent };
	}
	return count < SENTENCES_MOST ? count : SENTENCES_MOST;
}

/* Adds a sentence unless it is empty. */
static void
push_sentence(Str items[], int *count, Str sentence)
{
	if (sentence.len && *count < ITEMS_MOST)
		items[(*count)++] = sentence;
}

static void
add_moves(struct document *doc, const struct asked *asked, enum news news)
{
	struct moved moved[countof(asked_about)];
	Str *items = new(doc->arena, ITEMS_MOST, Str);
	int used = 0, count = moved_rates(asked, news, moved);
	for (int i = 0; i < count; i++) {
		push_sentence(items, &used, say_change(asked->p, asked->area, moved[i].id, asked->year - 1,
		                                       asked->year, doc->arena));
		push_sentence(items, &used, say_record(asked->p, asked->area, moved[i].id, asked->year, 4,
		                                       doc->arena));
	}
	document_heading(doc, 2, news == BETTER ? S("What got better") : S("What got worse"),
	                 news == BETTER ? S("better") : S("worse"));
	if (used)
		document_list(doc, items, used);
	else
		document_paragraph(doc, news == BETTER ? S("None of the five rates below got better.")
		                                       : S("None of the five rates below got worse."));
}

/* -1 below, 0 the same, 1 above, as printed; 2 when either is absent. */
static int
side_of(Figure own, Figure other, int places)
{
	Figure gap = figure_minus(figure_round(own, places), figure_round(other, places));
	return figure_present(gap) ? (gap.micro > 0) - (gap.micro < 0) : 2;
}

/* England for every rate; the region and the neighbours only where they tell another story. The
 * table has them all. */
static void
add_comparisons(struct document *doc, const struct asked *asked)
{
	Str *items = new(doc->arena, ITEMS_MOST, Str);
	int used = 0;
	for (ptrdiff_t i = 0; i < countof(asked_about); i++) {
		enum measure_id m = asked_about[i];
		int places = measures[m].places;
		struct comparison now = compare(asked->p, asked->area, m, asked->year, asked->average);
		int england = side_of(now.own, now.england, places);
		const int sides[] = { [ENGLAND] = england,
			[OWN_REGION] = side_of(now.own, now.region, places),
			[NEIGHBOURS] = side_of(now.own, now.neighbours, places) };
		for (int against = ENGLAND; against <= NEIGHBOURS; against++)
			if (against == ENGLAND || (sides[against] != england && sides[against] != 2))
				push_sentence(items, &used, say_against(asked->p, asked->area, m, asked->year,
				                                        (enum comparator)against,
				                                        asked->average, doc->arena));
	}
	if (used == 0)
		return;
	document_heading(doc, 2, S("Against others"), S("others"));
	document_list(doc, items, used);
}

static void
add_pictures(struct document *doc, const struct asked *asked)
{
	for (int i = 0; i < PICTURES; i++) {
		struct series *series = new(doc->arena, 1, struct series);
		*series = series_of(asked, asked->area, pictured[i], doc->arena);
		int until = asked->year - series->first_year + 1;
		series->years = until < series->years ? until : series->years;
		Str message = series_message(asked, pictured[i], asked->year, doc->arena);
		document_chart(doc, series_chart(asked, series, pictured[i], message, doc->arena), NULL);
	}
}

/* The figures behind the sentences: each rate, two years, three comparators. */
static const struct table *
figures_table(const struct asked *asked, struct arena *perm)
{
	enum { COLUMNS = 8 };
	struct column *columns = new(perm, COLUMNS, struct column);
	columns[0] = (struct column){ S("measure"), S("Measure"), false, false };
	columns[1] = (struct column){ S("before"), year_text(asked->year - 1, perm), true, false };
	columns[2] = (struct column){ S("now"), year_text(asked->year, perm), true, false };
	columns[3] = (struct column){ S("change"), S("Change (percentage points for rates)"), true, false };
	columns[4] = (struct column){ S("change_percent"), S("Change (per cent)"), true, false };
	columns[5] = (struct column){ S("england"), S("England"), true, false };
	columns[6] = (struct column){ S("region"), S("Region"), true, false };
	columns[7] = (struct column){ S("neighbours"), str_capital(neighbours_words(asked->average), perm),
	                              true, false };
	struct rows_made rows = { 0 };
	for (ptrdiff_t i = 0; i < countof(asked_about); i++) {
		enum measure_id id = asked_about[i];
		const struct measure *m = &measures[id];
		struct comparison now = compare(asked->p, asked->area, id, asked->year, asked->average);
		Figure before = published_value(asked->p, asked->area, id, asked->year - 1);
		struct difference change = change_between(before, now.own);
		struct cell *cells = rows_push(&rows, COLUMNS, perm);
		cells[0] = cell_text(title_and_unit(m, perm));
		cells[1] = cell_figure(before, m->places, m->unit);
		cells[2] = cell_figure(now.own, m->places, m->unit);
		cells[3] = cell_change(change.points, m->places, change_unit(m->unit));
		cells[4] = cell_change(change.percent, 1, UNIT_PERCENT);
		cells[5] = cell_figure(now.england, m->places, m->unit);
		cells[6] = cell_figure(now.region, m->places, m->unit);
		cells[7] = cell_figure(now.neighbours, m->places, m->unit);
	}
	Str caption = str_format(perm, "%.*s, census years %d and %d", STR_ARG(asked->place->name),
	                         asked->year - 1, asked->year);
	return table_of(S("figures"), caption, columns, COLUMNS, rows, perm);
}

/* Absences among the figures, said one by one. */
static void
push_absences(Str items[], int *count, const struct asked *asked, struct arena *perm)
{
	for (ptrdiff_t i = 0; i < countof(asked_about); i++)
		for (int back = 0; back < 2; back++) {
			Figure f = published_value(asked->p, asked->area, asked_about[i], asked->year - back);
			if (figure_present(f) || *count >= ITEMS_MOST)
				continue;
			items[(*count)++] = str_format(perm, "%.*s, %d: %.*s.",
				STR_ARG(measures[asked_about[i]].title), asked->year - back,
				STR_ARG(absent_meaning(f.absent)));
		}
}

static void
add_limits(struct document *doc, const struct asked *asked)
{
	Str *items = new(doc->arena, ITEMS_MOST, Str);
	int used = 0;
	push_absences(items, &used, asked, doc->arena);
	const struct neighbours *set = &asked->p->neighbours[asked->area];
	if (asked->place->level == AUTHORITY && set->count == 0)
		items[used++] = S("DfE\u2019s model gives this council no statistical neighbours.");
	items[used++] = S("The figures do not say why people leave, where they go, or what worked.");
	items[used++] = S("They are a picture of one day or one year; a change of a few people moves a small "
	                  "council\u2019s rates a long way.");
	items[used++] = S("They count social workers in children\u2019s services only, not the wider workforce.");
	document_heading(doc, 2, S("What the data cannot say"), S("limits"));
	document_list(doc, items, used);
}

static Str
paper_title(const struct asked *asked, struct arena *perm)
{
	struct moved moved[countof(asked_about)];
	Str better[countof(asked_about)], worse[countof(asked_about)];
	int ups = moved_rates(asked, BETTER, moved);
	for (int i = 0; i < ups; i++)
		better[i] = measures[moved[i].id].plain;
	int downs = moved_rates(asked, WORSE, moved);
	for (int i = 0; i < downs; i++)
		worse[i] = measures[moved[i].id].plain;
	if (ups + downs == 0)
		return str_format(perm, "Children\u2019s social work workforce, %d", asked->year);
	Str good = list_words(better, ups, perm), bad = list_words(worse, downs, perm);
	struct text title = text_new(perm);
	if (ups)
		text_format(&title, "%.*s got better%s", STR_ARG(good), downs ? "; " : "");
	if (downs)
		text_format(&title, "%.*s got worse", STR_ARG(bad));
	return str_capital(text_str(&title), perm);
}

struct answer
show_paper(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct asked asked;
	struct answer answer;
	if (!ask_settle(world, ask, NEEDS_AREA, &asked, &answer, perm))
		return answer;
	if (asked.year == 0)
		asked.year = asked.place->last_year;
	if (asked.year < asked.place->first_year || asked.year > asked.place->last_year)
		return answer_words(UNKNOWN, S("Year not found"),
			str_format(perm, "%.*s has figures for %d to %d.", STR_ARG(asked.place->name),
			           asked.place->first_year, asked.place->last_year), perm);

	struct document doc = document_new(perm, paper_title(&asked, perm));
	doc.caption = asked.place->name;
	doc.period = str_format(perm, "Briefing for scrutiny: the children\u2019s social work workforce, year to "
	                        "30 September %d. A draft made from published figures, %.*s release.",
	                        asked.year, STR_ARG(asked.p->releases[0].name));
	doc.address = str_format(perm, "/authorities/%.*s/paper?year=%d%s", STR_ARG(asked.place->slug),
	                         asked.year, asked.average == MEAN ? "&average=mean" : "");
	const struct table *table = figures_table(&asked, perm);
	add_area_changes(&doc, &asked);
	add_moves(&doc, &asked, BETTER);
	add_moves(&doc, &asked, WORSE);
	add_comparisons(&doc, &asked);
	add_pictures(&doc, &asked);
	document_table(&doc, table);
	add_limits(&doc, &asked);
	doc.data = table;
	add_sources(&doc, asked.p);
	return answer_of(DONE, doc);
}
