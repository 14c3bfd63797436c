/* figures.c: one measure and year for every area, and the catalogue of measures. */
#include "app/views.h"

enum { FIGURE_COLUMNS = 9 };

static const struct column columns[FIGURE_COLUMNS] = {
	{ STR("area"), STR("Area"), false, false }, { STR("slug"), STR("Short name"), false, false },
	{ STR("code"), STR("Code"), false, false }, { STR("level"), STR("Level"), false, false },
	{ STR("region"), STR("In"), false, false }, { STR("year"), STR("Year"), true, false },
	{ STR("value"), STR("Value"), true, false }, { STR("rank"), STR("Rank"), true, false },
	{ STR("release"), STR("Release"), false, false },
};

static Str
level_name(enum area_level level)
{
	switch (level) {
	case COUNTRY:   return S("country");
	case REGION:    return S("region");
	case AUTHORITY: return S("council");
	}
	return S("");
}

/* Which release to show: the newest that has each cell, or one by name. -1 newest, -2 unknown. */
static int
release_named(const struct published *p, Str name)
{
	if (name.len == 0)
		return -1;
	for (int i = 0; i < p->release_count; i++)
		if (str_equal(p->releases[i].name, name))
			return i;
	return -2;
}

static struct table *
figures_table(const struct asked *asked, int release, struct arena *perm)
{
	const struct published *p = asked->p;
	struct standing standing = standing_of(p, asked->measure, asked->year, perm);
	struct rows_made rows = { 0 };
	for (int i = 0; i < p->areas.count; i++) {
		const struct area *area = &p->areas.at[i];
		int from = release >= 0 ? release : published_release_of(p, i, asked->measure, asked->year);
		Figure value = from < 0 ? figure_absent(NOT_PUBLISHED)
		                        : release_value(p, from, i, asked->measure, asked->year);
		if (value.absent == NOT_PUBLISHED)
			continue;
		const struct place_row *place = standing_row(&standing, i);
		bool ranked = release < 0 && place && place->rank;
		struct cell *cells = rows_push(&rows, FIGURE_COLUMNS, perm);
		cells[0] = cell_link(area->name, href_measure(asked, i, asked->measure, perm));
		cells[1] = cell_text(area->slug);
		cells[2] = cell_text(area->code);
		cells[3] = cell_text(level_name(area->level));
		cells[4] = cell_text(area->parent == NO_AREA ? S("") : p->areas.at[area->parent].name);
		cells[5] = cell_text(year_text(asked->year, perm));
		cells[6] = cell_figure(value, asked->row->places, asked->row->unit);
		cells[7] = cell_figure(ranked ? figure_whole(place->rank) : figure_absent(NOT_PUBLISHED), 0,
		                       UNIT_COUNT);
		cells[8] = cell_text(p->releases[from].name);
	}
	Str caption = str_format(perm, "%.*s, %d, every area", STR_ARG(asked->row->title), asked->year);
	return table_of(S("figures"), caption, columns, FIGURE_COLUMNS, rows, perm);
}

struct answer
show_figures(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct asked asked;
	struct answer answer;
	if (!ask_settle(world, ask, NEEDS_MEASURE, &asked, &answer, perm))
		return answer;
	asked.year = asked.year ? asked.year : asked.p->last_year;
	int release = release_named(asked.p, ask->release);
	if (release == -2)
		return answer_words(UNKNOWN, S("Release not found"),
			str_format(perm, "No release is called \"%.*s\".", STR_ARG(ask->release)), perm);

	struct document doc = document_new(perm, str_format(perm, "%.*s, %d", STR_ARG(asked.row->title),
	                                                    asked.year));
	doc.period = str_format(perm, "%.*s, %.*s", STR_ARG(str_capital(asked.row->when, perm)),
	                        STR_ARG(unit_title(asked.row->unit)));
	doc.address = href_figures(asked.measure, asked.year, perm);
	if (ask->release.len)
		doc.address = str_format(perm, "%.*s&release=%.*s", STR_ARG(doc.address), STR_ARG(ask->release));
	struct table *table = figures_table(&asked, release, perm);
	table_sort(table, ask->sort, doc.address, perm);
	Figure *values = new(perm, table->row_count + 1, Figure);
	for (int i = 0; i < table->row_count; i++)
		values[i] = table->rows[i].cells[6].figure;
	add_symbols(&doc, values, table->row_count);
	static const Str files_only[] = { STR("slug"), STR("year") };
	document_table(&doc, table_without(table, files_only, countof(files_only), perm));
	add_provenance(&doc, asked.p, asked.measure);
	doc.data = table;
	add_sources(&doc, asked.p);
	return answer_of(DONE, doc);
}

struct answer
show_methods(const struct world *world, const struct ask *ask, struct arena *perm)
{
	static const struct column method_columns[] = {
		{ STR("measure"), STR("Measure"), false, false }, { STR("title"), STR("Title"), false, false },
		{ STR("unit"), STR("Unit"), false, false }, { STR("good"), STR("Good is"), false, false },
		{ STR("numerator"), STR("Numerator, or what is counted"), false, false },
		{ STR("denominator"), STR("Denominator"), false, false },
		{ STR("date"), STR("Date"), false, false }, { STR("source"), STR("Source"), false, false },
	};
	(void)ask;
	struct document doc = document_new(perm, S("Every measure, and how it is made"));
	doc.address = S("/methods");
	struct rows_made rows = { 0 };
	for (int i = 0; i < MEASURES; i++) {
		const struct measure *m = &measures[i];
		struct cell *cells = rows_push(&rows, countof(method_columns), perm);
		cells[0] = cell_link(m->name, href_figures((enum measure_id)i, world->published.last_year, perm));
		cells[1] = cell_text(m->title);
		cells[2] = cell_text(unit_title(m->unit));
		cells[3] = cell_text(m->good == LOWER ? S("lower") : m->good == HIGHER ? S("higher") : S("neither"));
		cells[4] = cell_text(m->numerator_words);
		cells[5] = cell_text(m->denominator_words);
		cells[6] = cell_text(m->when);
		cells[7] = cell_text(m->source);
	}
	const struct table *table = table_of(S("measures"), S("What is divided by what"), method_columns,
	                                     countof(method_columns), rows, perm);
	document_table(&doc, table);
	for (int i = 0; i < MEASURES; i++) {
		document_heading(&doc, 2, measures[i].title, measures[i].name);
		document_paragraph(&doc, measures[i].definition);
		document_paragraph(&doc, measures[i].treatment);
	}
	doc.data = table;
	add_sources(&doc, &world->published);
	return answer_of(DONE, doc);
}
