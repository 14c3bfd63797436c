/* own_measures.c: every measure from a council's own records, beside what was published, and why they
 * differ; by unit; the people behind one; and turnover both ways.
 */
#include "app/own_guard.h"

#include "measure/compare.h"
#include "measure/own_people.h"

/* ---- what was published ------------------------------------------------------------------------ */

struct beside { int year; Date census; Figure published; };

static struct beside
published_beside(const struct own *own, enum measure_id m)
{
	const struct published *p = &own->world->published;
	int area = area_exact(&p->areas, own->place->slug);
	struct beside beside = { .year = published_latest_year(p, area, m), .published = figure_absent(NOT_PUBLISHED) };
	if (beside.year == 0)
		return beside;
	beside.census = census_period(beside.year).last;
	beside.published = published_value(p, area, m, beside.year);
	return beside;
}

/* The latest census day for which anything of the council was published. */
static Date
latest_census(const struct own *own)
{
	return census_period(published_beside(own, INPOST_FTE).year ? published_beside(own, INPOST_FTE).year
	                     : own->world->published.last_year).last;
}

/* Whether two figures are the same as far as the published one is printed. */
static bool
same_as_printed(Figure own, Figure published, int places)
{
	return figure_equal(figure_round(own, places), figure_round(published, places));
}

static Str
days_apart(const struct own *own, Date census)
{
	int days = own->ask->day.day - census.day, size = days < 0 ? -days : days;
	struct arena *perm = own->perm;
	Str long_ = size < 60 ? counted(size, "day", "days", perm)
		: str_format(perm, "%d months", (size + 15) / 30);
	return str_format(perm, "Another day: %.*s %s the census", STR_ARG(long_), days < 0 ? "before" : "after");
}

/* What the records would have to hold for this measure to be known. */
static Str
silent_words(enum measure_id m)
{
	switch (group_of_measure(m)) {
	case GROUP_CASELOAD: return S("The records hold no counts of cases near this day");
	case GROUP_ABSENCE:  return S("The records hold no sickness in the year");
	case GROUP_TERMS:    return S("The records hold nobody, or no posts, on this day");
	default:             return S("The records do not reach back a year from this day");
	}
}

static Str
why_words(const struct own *own, enum measure_id m, Figure ours, const struct beside *beside)
{
	const struct measure *row = &measures[m];
	if (ours.absent == NOT_APPLICABLE)
		return S("Nothing below the line to divide by");
	if (ours.absent == SUPPRESSED)
		return guard_shows_on(own->ask->day) ? S("Too few people to show to you")
			: S("You may know it as at 30 September alone");
	if (!figure_present(ours))
		return silent_words(m);
	if (!figure_present(beside->published))
		return beside->published.absent == NOT_PUBLISHED ? S("Nothing was published to compare with")
			: str_format(own->perm, "Published as %.*s: %.*s", STR_ARG(absent_symbol(beside->published.absent)),
			             STR_ARG(absent_meaning(beside->published.absent)));
	if (own->unit != NOT_THERE)
		return S("");                        /* published for the whole council only: its column says so */
	if (same_as_printed(ours, beside->published, row->places))
		return S("The same, as far as it is printed");
	if (own->ask->day.day != beside->census.day)
		return days_apart(own, beside->census);
	return row->rate ? S("The same day: its counts differ, see them") :
		S("The same day: a record changed since the return, or the return counted otherwise");
}

/* ---- the council, measure by measure ------------------------------------------------------------ */

enum { MEASURE_COLUMNS = 8 };
static const struct column measure_columns[MEASURE_COLUMNS] = {
	{ STR("measure"), STR("Measure"), false, false }, { STR("name"), STR("Name in files"), false, false },
	{ STR("own"), STR("Own records"), true, false }, { STR("published"), STR("Published"), true, false },
	{ STR("year"), STR("Census"), true, false }, { STR("difference"), STR("Difference"), true, false },
	{ STR("people"), STR("People behind it"), true, false }, { STR("why"), STR("Why they differ"), false, false },
};

static bool
may_see_people(const struct own *own, enum measure_id m)
{
	return sight_total(&own->sight, own->unit, group_of_measure(m)).reach >= REACH_PSEUDONYM
	       && sight_total(&own->sight, own->unit, GROUP_IDENTITY).reach >= REACH_PSEUDONYM;
}

/* Behind a vacancy, and all that is made of vacancies, stands nobody. */
static bool
has_people(enum measure_id m)
{
	return m != VACANCY_FTE && m != VACANCY_RATE_FTE;
}

static void
measure_row(struct cell *cells, const struct own *own, const struct measured *in, enum measure_id m)
{
	const struct measure *row = &measures[m];
	struct beside beside = published_beside(own, m);
	Figure ours = in->shown[0][m];
	bool people = may_see_people(own, m) && has_people(m);
	Figure apart = own->unit == NOT_THERE ? figure_minus(figure_round(ours, row->places), beside.published)
	                                      : figure_absent(NOT_PUBLISHED);
	cells[0] = people ? cell_link(row->title, href_in_unit(own, str_format(own->perm, "own/%.*s",
	                                               STR_ARG(row->name)), own->unit, S(""))) : cell_text(row->title);
	cells[1] = cell_text(row->name);
	cells[2] = cell_figure(ours, row->places, row->unit);
	cells[3] = cell_figure(beside.published, row->places, row->unit);
	cells[4] = beside.year ? cell_text(year_text(beside.year, own->perm)) : cell_text(S(""));
	cells[5] = cell_change(figure_present(apart) ? apart : figure_absent(NOT_PUBLISHED), row->places,
	                       change_unit(row->unit));
	cells[6] = cell_figure(people ? figure_whole(in->of[0].people[m]) : figure_absent(NOT_PUBLISHED), 0,
	                       UNIT_HEADCOUNT);
	cells[7] = cell_text(why_words(own, m, ours, &beside));
}

static const struct table *
measures_table(const struct own *own, const struct measured *in)
{
	struct rows_made rows = { 0 };
	for (int topic = 0; topic < TOPICS; topic++)
		for (int m = 0; m < MEASURES; m++) {
			if ((int)measures[m].topic != topic || !in->has[m] || in->shown[0][m].absent == NOT_PUBLISHED)
				continue;
			measure_row(rows_push(&rows, MEASURE_COLUMNS, own->perm), own, in, (enum measure_id)m);
			rows.at[rows.count - 1].group = topic_title((enum topic)topic);
		}
	Str caption = str_format(own->perm, "Own records as at %.*s, beside the latest published figures%s",
		STR_ARG(day_words(own->ask->day, own->perm)), own->unit == NOT_THERE ? "" : " of the whole council");
	return table_of(S("measures"), caption, measure_columns, MEASURE_COLUMNS, rows, own->perm);
}

/* ---- by unit --------------------------------------------------------------------------------- */

static const struct table *
units_table(const struct estab *e, const struct measured *in)
{
	struct arena *perm = e->own.perm;
	struct column *columns = new(perm, MEASURES + 3, struct column);
	enum measure_id ids[MEASURES];
	int count = 0;
	columns[0] = (struct column){ S("unit"), S("Unit"), false, false };
	columns[1] = (struct column){ S("ref"), S("Reference"), false, false };
	columns[2] = (struct column){ S("place"), S("Unit"), false, true };
	for (int m = 0; m < MEASURES; m++)
		if (measures[m].headline && in->has[m]) {
			columns[count + 3] = (struct column){ measures[m].name, title_and_unit(&measures[m], perm), true, false };
			ids[count++] = (enum measure_id)m;
		}
	struct rows_made rows = { 0 };
	for (int i = 0; i < in->rows.count; i++) {
		struct cell *cells = rows_push(&rows, count + 3, perm);
		int unit = in->rows.units[i];
		struct unit_place place = unit_place_of(&e->own, &in->rows, i);
		rows.at[rows.count - 1].group = place.group;
		cells[0] = cell_text(unit == NOT_THERE ? place.name : unit_words(&e->own, unit));
		cells[1] = cell_text(unit == NOT_THERE ? S("") : e->own.roster->units[unit].ref);
		cells[2] = cell_link(place.name, href_in_unit(&e->own, S("own"), unit, S("")));
		for (int k = 0; k < count; k++)
			cells[k + 3] = cell_figure(in->shown[i][ids[k]], measures[ids[k]].places, measures[ids[k]].unit);
	}
	return table_of(S("by_unit"), S("Each unit with all below it"), columns, count + 3, rows, perm);
}

/* ---- turnover both ways -------------------------------------------------------------------------- */

static const struct column turnover_columns[] = {
	{ STR("leaving"), STR("Leaving"), false, false }, { STR("fte"), STR("By FTE (%)"), true, false },
	{ STR("headcount"), STR("By headcount (%)"), true, false },
};

static void
add_turnover(struct document *doc, const struct own *own)
{
	struct arena *perm = doc->arena;
	struct rows_made rows = { 0 };
	if (sight_total(&own->sight, own->unit, GROUP_IDENTITY).reach < REACH_PSEUDONYM)
		return;
	struct turnover t = own->unit == NOT_THERE ? measures_day_of(own)->turnover
		: turnover_on(own->roster, own->unit, own->ask->day, *perm);
	struct cell *service = rows_push(&rows, 3, perm), *council = rows_push(&rows, 3, perm);
	service[0] = cell_text(own->unit == NOT_THERE ? S("The service: what the census counts")
	                                              : S("The unit, to wherever they went"));
	service[1] = cell_figure(t.service_fte, 1, UNIT_PERCENT);
	service[2] = cell_figure(t.service_headcount, 1, UNIT_PERCENT);
	council[0] = cell_text(S("The council altogether"));
	council[1] = cell_figure(t.council_fte, 1, UNIT_PERCENT);
	council[2] = cell_figure(t.council_headcount, 1, UNIT_PERCENT);
	document_heading(doc, 2, S("Turnover both ways"), S("turnover"));
	document_paragraph(doc, S("A move to adult social care, or to a role outside the census, leaves the service and "
		"not the council."));
	document_table(doc, table_of(S("turnover"), S("In the year to this day"), turnover_columns,
		countof(turnover_columns), rows, perm));
}

/* ---- the page -------------------------------------------------------------------------------- */

/* "Turnover 12.3%, vacancies 8.0%, agency 9.9%" */
static Str
measures_title(const struct estab *e, const struct measured *in)
{
	static const struct { enum measure_id m; Str words; } told[] = {
		{ TURNOVER_RATE_FTE, STR("turnover") }, { VACANCY_RATE_FTE, STR("vacancies") },
		{ AGENCY_RATE_FTE, STR("agency") },
	};
	struct text words = text_new(e->own.perm);
	for (int i = 0; i < countof(told) && in->rows.count; i++) {
		Figure figure = in->shown[0][told[i].m];
		if (!figure_present(figure))
			continue;
		text_format(&words, "%s%.*s ", words.len ? ", " : "", STR_ARG(told[i].words));
		text_add(&words, figure_words(figure, measures[told[i].m].places, UNIT_PERCENT, e->own.perm));
	}
	Str said = words.len ? str_format(e->own.perm, "%.*s, by our own records", STR_ARG(text_str(&words)))
	                     : S("measures from our own records");
	return e->own.unit == NOT_THERE ? str_capital(said, e->own.perm)
		: str_format(e->own.perm, "%.*s: %.*s", STR_ARG(unit_words(&e->own, e->own.unit)), STR_ARG(said));
}

static void
add_other_day(struct document *doc, const struct estab *e)
{
	Date census = latest_census(&e->own);
	struct arena *perm = doc->arena;
	struct run *runs = new(perm, 2, struct run);
	if (e->own.ask->day.day == census.day || e->own.unit != NOT_THERE)
		return;
	runs[0].text = S("To compare like with like, look at the day of the census: ");
	runs[1] = (struct run){ .text = day_words(census, perm), .href = str_format(perm, "/authorities/%.*s/own?on=%.*s",
		STR_ARG(e->own.place->slug), STR_ARG(date_iso(census, perm))) };
	document_runs(doc, BLOCK_PARAGRAPH, runs, 2);
}

static void
add_how_counted(struct document *doc)
{
	static const Str items[] = {
		STR("Published figures are those of one day a year, 30 September, or of the year to it, as the council "
		    "returned them, and rounded. Ours are exact and of the day asked about; both are rounded only where shown."),
		STR("In post are those the council pays, in a role of the census. Agency workers, secondees and people whom a "
		    "partner employs are never in post; an agency worker fills no vacancy."),
		STR("Whoever\u2019s last day is the day itself has left."),
		STR("x: the records say nothing of it. c: too few people to show to you. z: nothing to divide by."),
	};
	document_heading(doc, 2, S("How we know this"), S("how"));
	document_list(doc, items, countof(items));
}

struct answer
show_own_measures(const struct world *world, const struct ask *ask, struct arena *perm)
{
	static const Str dropped[] = { STR("name"), STR("people") };
	static const Str of_files[] = { STR("unit"), STR("ref") };
	struct estab e;
	struct measured in;
	struct answer answer;
	if (!estab_settle(world, ask, &e, &answer, perm))
		return answer;
	measured_of(&in, &e);
	bool one = in.rows.count && (e.own.unit != NOT_THERE || e.everywhere);
	struct document doc = own_document(&e.own, one ? measures_title(&e, &in) : S("Measures of the units you see"),
	                                   href_in_unit(&e.own, S("own"), e.own.unit, S("")));
	add_estab_places(&doc, &e, PAGE_MEASURES);
	add_staleness(&doc, &e);
	if (one) {
		const struct table *table = measures_table(&e.own, &in);
		add_other_day(&doc, &e);
		document_table(&doc, table_without(table, dropped, countof(dropped), perm));
		add_turnover(&doc, &e.own);
		doc.data = table;
	}
	if (in.rows.count > 1) {
		const struct table *units = units_table(&e, &in);
		document_heading(&doc, 2, S("Unit by unit"), S("units"));
		document_table(&doc, table_without(units, of_files, 2, perm));
		if (doc.data)
			doc.sheets[doc.sheet_count++] = units;
		else
			doc.data = units;
	}
	if (in.guarded)
		document_paragraph(&doc, S("Where you may know totals only, figures of few people are withheld and shown as c, "
			"with as many beside them as it takes that nobody can work them out. They are of 30 September alone, because "
			"the figures of two days would tell of whoever was away between them."));
	if (in.small)
		add_not_for_release(&doc);
	add_how_counted(&doc);
	return answer_of(DONE, doc);
}

/* ---- the people behind a measure ----------------------------------------------------------------- */

static const struct column people_columns[] = {
	{ STR("person"), STR("Person"), false, false }, { STR("ref"), STR("Reference"), false, false },
	{ STR("post"), STR("Post"), false, false }, { STR("unit"), STR("Unit"), false, false },
	{ STR("when"), STR("When"), false, false },
};

/* The time in post nearest to the day: the one that holds it, else the last before it. */
static int
spell_near(const struct roster *r, int person, Date day)
{
	int best = NOT_THERE;
	for (int i = r->person_spells_begin[person]; i < r->person_spells_begin[person + 1]; i++)
		if (best == NOT_THERE || spell_period(r, r->person_spells[i]).first.day <= day.day)
			best = r->person_spells[i];
	return best;
}

static void
behind_row(struct cell *cells, const struct own *own, int person)
{
	int spell = spell_near(own->roster, person, own->ask->day);
	struct period when = spell == NOT_THERE ? (struct period){ 0 } : spell_period(own->roster, spell);
	Date day = own->ask->day.day < when.last.day ? own->ask->day : when.last;
	int post = spell == NOT_THERE ? NOT_THERE : spell_last(own->roster, spell)->post;
	const struct post_row *row = post == NOT_THERE ? NULL : post_on(own->roster, post, day);
	cells[0] = person_cell(own, person, day);
	cells[1] = cell_text(own->roster->people[person].ref);
	cells[2] = post == NOT_THERE ? cell_text(S("")) : post_cell(own, post);
	cells[3] = cell_text(row && row->unit != NOT_THERE ? unit_words(own, row->unit) : S(""));
	cells[4] = cell_text(spell == NOT_THERE ? S("") : period_words(when, own->perm));
}

static struct answer
not_these_people(const struct own *own)
{
	return answer_words(FORBIDDEN, S("The people behind this measure are not yours to see"),
		S("You may know the figure, and not who stands behind it."), own->perm);
}

struct answer
show_people_behind(const struct world *world, const struct ask *ask, struct arena *perm)
{
	static const Str ref[] = { STR("ref") };
	struct estab e;
	struct asked asked;
	struct answer answer;
	int *people;
	if (!estab_settle(world, ask, &e, &answer, perm) ||
	    !ask_settle(world, &(struct ask){ .measure = ask->measure, .today = ask->today }, NEEDS_MEASURE, &asked,
	                &answer, perm))
		return answer;
	if (!may_see_people(&e.own, asked.measure))
		return not_these_people(&e.own);
	if (sight_total(&e.own.sight, e.own.unit, group_of_measure(asked.measure)).logged)
		witness_saw(ask, group_of_measure(asked.measure), str_format(perm, "people behind %.*s",
			STR_ARG(asked.row->name)));
	int count = own_people_behind(e.own.roster, e.own.unit, ask->day, asked.measure, &people, perm);
	Str people_said = counted(count, "person", "people", perm);
	struct document doc = own_document(&e.own, str_format(perm, "%.*s: %.*s behind it", STR_ARG(asked.row->title),
		STR_ARG(people_said)), href_in_unit(&e.own, str_format(perm, "own/%.*s", STR_ARG(asked.row->name)), e.own.unit,
		S("")));
	document_paragraph(&doc, asked.row->definition);
	struct rows_made rows = { 0 };
	for (int i = 0; i < count; i++)
		behind_row(rows_push(&rows, countof(people_columns), perm), &e.own, people[i]);
	struct table *table = table_of(S("people"), S("Their time in post nearest to the day"), people_columns,
	                               countof(people_columns), rows, perm);
	doc.data = table;
	if (count)
		document_table(&doc, table_without(table, ref, 1, perm));
	else if (!has_people(asked.measure))
		document_paragraph(&doc, S("Behind a vacancy stands nobody: see the vacancies."));
	add_not_for_release(&doc);
	return answer_of(DONE, doc);
}
