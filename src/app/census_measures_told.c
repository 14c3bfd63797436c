/* census_measures_told.c: what will be published of a return, beside what was published before. */
#include "app/census_told.h"

#include <assert.h>
#include <stddef.h>

#include "measure/compare.h"
#include "measure/protect.h"

/* ---- what is shown --------------------------------------------------------------------------- */

/* The figures as they may be shown, and where the published ones beside them stand. */
struct showing {
	const struct census_beside *beside;
	const struct census_figures *figures;
	struct arena *perm;
	Figure value[MEASURES];
	bool withheld;                               /* something is */
	int area;                                    /* NO_AREA: nothing stands beside */
	int before;                                  /* the census year of the published figures beside */
	bool again;                                  /* the file's own year is published too */
};

static bool
counts_people(enum measure_id m)
{
	return m != VACANCY_FTE && m != VACANCY_RATE_FTE;
}

/* In post before, those who started and those who left give in post now: either of them small, both go. */
static bool
of_movement(enum measure_id m)
{
	enum measure_id counted = measures[m].rate ? measures[m].numerator : m;
	return counted == STARTERS_FTE || counted == STARTERS_HEADCOUNT || counted == LEAVERS_FTE ||
		counted == LEAVERS_HEADCOUNT;
}

static bool
is_small(const struct census_figures *f, enum measure_id m)
{
	struct backing backing = { .people = f->people[m], .base = f->people[m] };
	return protect_figure(figure_whole(1), backing, protect_internal).absent == SUPPRESSED;
}

static void
withhold_small(struct showing *in)
{
	bool moved = is_small(in->figures, STARTERS_HEADCOUNT) || is_small(in->figures, LEAVERS_HEADCOUNT);
	for (int i = 0; i < MEASURES; i++) {
		enum measure_id m = (enum measure_id)i;
		bool small = counts_people(m) && is_small(in->figures, m);
		if (!figure_present(in->value[m]) || !(small || (moved && of_movement(m))))
			continue;
		in->value[m] = figure_absent(SUPPRESSED);
		in->withheld = true;
	}
}

static struct showing
showing_of(const struct census_beside *beside, struct arena *perm)
{
	const struct published *p = beside->published;
	struct showing in = { .beside = beside, .figures = beside->figures, .perm = perm, .area = NO_AREA };
	for (int m = 0; m < MEASURES; m++)
		in.value[m] = beside->figures->value[m];
	if (beside->guarded)
		withhold_small(&in);
	if (!p || beside->figures->year == 0)
		return in;
	in.area = beside->lea.len ? area_exact(&p->areas, beside->lea) : NO_AREA;
	in.again = beside->figures->year <= p->last_year;
	in.before = in.again ? beside->figures->year - 1 : p->last_year;
	if (in.before < p->first_year)
		in.area = NO_AREA;
	return in;
}

/* ---- every measure --------------------------------------------------------------------------- */

enum { M_MEASURE, M_NAME, M_UNIT, M_FILE, M_BEFORE, M_CHANGE, M_AGAIN, M_REGION, M_ENGLAND, M_NEIGHBOURS, M_COLUMNS };

static const struct { Str name, title; bool number, of_file, beside, again; } measure_columns[M_COLUMNS] = {
	[M_MEASURE] = { .name = STR("measure"), .title = STR("Measure") },
	[M_NAME] = { .name = STR("name"), .title = STR("Name in files"), .of_file = true },
	[M_UNIT] = { .name = STR("unit"), .title = STR("Unit"), .of_file = true },
	[M_FILE] = { .name = STR("file"), .title = STR("This file"), .number = true },
	[M_BEFORE] = { .name = STR("before"), .number = true, .beside = true },
	[M_CHANGE] = { .name = STR("change"), .title = STR("Change"), .number = true, .beside = true },
	[M_AGAIN] = { .name = STR("published"), .number = true, .beside = true, .again = true },
	[M_REGION] = { .name = STR("region"), .number = true, .beside = true },
	[M_ENGLAND] = { .name = STR("england"), .number = true, .beside = true },
	[M_NEIGHBOURS] = { .name = STR("neighbours"), .number = true, .beside = true },
};

static Str
region_words(const struct showing *in)
{
	const struct areas *areas = &in->beside->published->areas;
	int region = areas->at[in->area].parent;
	bool there = region != NO_AREA && areas->at[region].level == REGION;
	return there ? areas->at[region].name : S("Region");
}

static Str
column_title(const struct showing *in, int c)
{
	switch (c) {
	case M_BEFORE: return str_format(in->perm, "Published, %d", in->before);
	case M_AGAIN: return str_format(in->perm, "Published, %d", in->figures->year);
	case M_REGION: return str_format(in->perm, "%.*s, %d", STR_ARG(region_words(in)), in->before);
	case M_ENGLAND: return str_format(in->perm, "England, %d", in->before);
	case M_NEIGHBOURS: return str_format(in->perm, "Neighbours\u2019 median, %d", in->before);
	default: return measure_columns[c].title;
	}
}

/* Which columns there are; gives how many. */
static int
columns_there(const struct showing *in, bool page, struct column *columns, int *which)
{
	int count = 0;
	for (int c = 0; c < M_COLUMNS; c++) {
		bool beside = measure_columns[c].beside && in->area == NO_AREA;
		bool again = measure_columns[c].again && !in->again;
		if (beside || again || (page && measure_columns[c].of_file))
			continue;
		which[count] = c;
		columns[count++] = (struct column){ .name = measure_columns[c].name, .title = column_title(in, c),
		                                    .number = measure_columns[c].number };
	}
	return count;
}

static enum unit
unit_of_change(enum unit unit)
{
	return unit == UNIT_PERCENT ? UNIT_PERCENTAGE_POINTS : unit;
}

static struct cell
measure_cell(const struct showing *in, enum measure_id m, int c, const struct comparison *beside)
{
	const struct measure *row = &measures[m];
	Figure change = figure_minus(figure_round(in->value[m], row->places), beside->own);
	switch (c) {
	case M_MEASURE: return cell_text(row->title);
	case M_NAME: return cell_text(row->name);
	case M_UNIT: return cell_text(unit_title(row->unit));
	case M_FILE: return cell_figure(in->value[m], row->places, row->unit);
	case M_BEFORE: return cell_figure(beside->own, row->places, row->unit);
	case M_CHANGE: return cell_change(figure_present(change) ? change : figure_absent(NOT_PUBLISHED), row->places,
	                                  unit_of_change(row->unit));
	case M_AGAIN: return cell_figure(published_value(in->beside->published, in->area, m, in->figures->year), row->places,
	                                 row->unit);
	case M_REGION: return cell_figure(beside->region, row->places, row->unit);
	case M_ENGLAND: return cell_figure(beside->england, row->places, row->unit);
	default: return cell_figure(beside->neighbours, row->places, row->unit);
	}
}

static const struct table *
measures_table(const struct showing *in, bool page)
{
	struct arena *perm = in->perm;
	struct column *columns = new(perm, M_COLUMNS, struct column);
	int which[M_COLUMNS], count = columns_there(in, page, columns, which), used = 0;
	struct row *rows = new(perm, MEASURES, struct row);
	for (int topic = 0; topic < TOPICS; topic++)
		for (int m = 0; m < MEASURES; m++) {
			struct comparison beside = { 0 };
			struct cell *cells = new(perm, count, struct cell);
			if ((int)measures[m].topic != topic)
				continue;
			if (in->area != NO_AREA)
				beside = compare(in->beside->published, in->area, (enum measure_id)m, in->before, MEDIAN);
			for (int c = 0; c < count; c++)
				cells[c] = measure_cell(in, (enum measure_id)m, which[c], &beside);
			rows[used++] = (struct row){ .cells = cells, .group = page ? topic_title((enum topic)topic) : S("") };
		}
	struct table *table = new(perm, 1, struct table);
	*table = (struct table){ .name = S("measures"), .caption = S("Every measure, as DfE will publish it"), .columns = columns,
		.column_count = count, .rows = rows, .row_count = used };
	return table;
}

/* ---- who they are ---------------------------------------------------------------------------- */

static const struct column who_columns[] = {
	{ .name = STR("characteristic"), .title = STR("Of") },
	{ .name = STR("row"), .title = STR("Row") },
	{ .name = STR("fte"), .title = STR("FTE"), .number = true },
	{ .name = STR("people"), .title = STR("People"), .number = true },
	{ .name = STR("share"), .title = STR("% of people known"), .number = true },
};
enum { WHO_COLUMNS = countof(who_columns), WHO_ROWS_MOST = 8 };

/* One table of characteristics: where it stands in the figures, and its words. */
static const struct who {
	Str name, caption;
	const Str *titles;
	int rows;
	size_t at;
	bool last_unknown;                           /* its last row is "not known": no part of the shares */
	bool sensitive;
} whos[] = {
#define OF(member) offsetof(struct census_figures, member)
	{ STR("Role"), STR("In post by role"), census_role_titles, CENSUS_ROLES, OF(role), false, false },
	{ STR("Age"), STR("In post by age at 30 September"), census_age_titles, CENSUS_AGES, OF(age), false,
	  true },
	{ STR("Sex"), STR("In post by sex"), census_sex_titles, CENSUS_SEXES, OF(sex), true, true },
	{ STR("Ethnic group"), STR("In post by ethnic group"), census_group_titles, CENSUS_GROUPS, OF(ethnic),
	  true, true },
	{ STR("Time in service"), STR("In post by time in service"), census_service_titles,
	  CENSUS_SERVICE_BANDS, OF(service), false, false },
	{ STR("Time in service of leavers"), STR("Leavers by time in service"), census_service_titles,
	  CENSUS_SERVICE_BANDS, OF(leaver_service), false, false },
#undef OF
};

static int64_t
whole(Figure people)
{
	return people.micro / MICRO;
}

/* Which rows are withheld; those in no row are a part like any other. */
static void
hide_rows(const struct showing *in, const struct who *who, const struct counted *rows, bool *hidden)
{
	int64_t parts[WHO_ROWS_MOST], all = 0;
	bool hides[WHO_ROWS_MOST], total;
	bool leavers = who->at == offsetof(struct census_figures, leaver_service);
	for (int r = 0; r < who->rows; r++)
		all += parts[r] = whole(rows[r].people);
	parts[who->rows] = in->figures->people[leavers ? LEAVERS_HEADCOUNT : INPOST_HEADCOUNT] - all;
	assert(parts[who->rows] >= 0);
	protect_parts(parts, who->rows + 1, who->sensitive ? protect_sensitive : protect_internal, hides, &total, *in->perm);
	bool shut = leavers && in->value[LEAVERS_HEADCOUNT].absent == SUPPRESSED;
	for (int r = 0; r < who->rows; r++)
		hidden[r] = hides[r] || total || shut;
}

static Figure
share_of(const struct who *who, const struct counted *rows, int r)
{
	Figure known = figure_whole(0), all = figure_whole(0);
	for (int i = 0; i < who->rows; i++) {
		all = figure_add(all, rows[i].people);
		if (!who->last_unknown || i < who->rows - 1)
			known = figure_add(known, rows[i].people);
	}
	bool unknown = who->last_unknown && r == who->rows - 1;
	return figure_ratio(rows[r].people, unknown ? all : known, 100);
}

static void
who_rows(struct showing *in, const struct who *who, struct row *to)
{
	const struct counted *rows = (const void *)((const char *)in->figures + who->at);
	bool hidden[WHO_ROWS_MOST] = { false };
	if (in->beside->guarded)
		hide_rows(in, who, rows, hidden);
	for (int r = 0; r < who->rows; r++) {
		struct cell *cells = new(in->perm, WHO_COLUMNS, struct cell);
		Figure none = figure_absent(SUPPRESSED);
		cells[0] = cell_text(who->name);
		cells[1] = cell_text(who->titles[r]);
		cells[2] = cell_figure(hidden[r] ? none : rows[r].fte, 1, UNIT_FTE);
		cells[3] = cell_figure(hidden[r] ? none : rows[r].people, 0, UNIT_HEADCOUNT);
		cells[4] = cell_figure(hidden[r] ? none : share_of(who, rows, r), 1, UNIT_PERCENT);
		to[r] = (struct row){ .cells = cells };
		in->withheld |= hidden[r];
	}
}

static const struct table *
who_table(Str name, Str caption, const struct row *rows, int count, struct arena *perm)
{
	struct table *table = new(perm, 1, struct table);
	*table = (struct table){ .name = name, .caption = caption, .columns = who_columns, .column_count = WHO_COLUMNS,
	                         .rows = rows, .row_count = count };
	return table;
}

/* On a page each stands by itself, so the column that says of what is not wanted. */
static const struct table *
who_on_page(const struct who *who, const struct row *rows, struct arena *perm)
{
	struct row *less = new(perm, who->rows, struct row);
	struct table *table = new(perm, 1, struct table);
	for (int r = 0; r < who->rows; r++)
		less[r] = (struct row){ .cells = rows[r].cells + 1 };
	*table = (struct table){ .name = who->name, .caption = who->caption, .columns = who_columns + 1,
		.column_count = WHO_COLUMNS - 1, .rows = less, .row_count = who->rows };
	return table;
}

static void
add_who(struct document *doc, struct showing *in)
{
	struct arena *perm = doc->arena;
	struct row *rows = new(perm, countof(whos) * WHO_ROWS_MOST, struct row);
	int used = 0;
	document_heading(doc, 2, S("Who they are"), S("who"));
	document_paragraph(doc, S("People, each once, in the more senior of two roles. Shares are of those whose answer is known, and "
		"of \u201cnot known\u201d of everybody."));
	for (int i = 0; i < countof(whos); i++) {
		who_rows(in, &whos[i], rows + used);
		document_table(doc, who_on_page(&whos[i], rows + used, perm));
		used += whos[i].rows;
	}
	doc->sheets[doc->sheet_count++] = who_table(S("who"), S("By characteristic"), rows, used, perm);
}

/* ---- the document ---------------------------------------------------------------------------- */

/* "Turnover 12.3%, vacancies 8.0%, agency 9.9%: what DfE will publish" */
static Str
measures_headline(const struct showing *in)
{
	static const struct { enum measure_id m; Str words; } told[] = {
		{ TURNOVER_RATE_FTE, STR("Turnover") }, { VACANCY_RATE_FTE, STR("vacancies") },
		{ AGENCY_RATE_FTE, STR("agency") },
	};
	struct text words = text_new(in->perm);
	for (int i = 0; i < countof(told); i++) {
		Figure figure = in->value[told[i].m];
		Str said = figure_words(figure, measures[told[i].m].places, UNIT_PERCENT, in->perm);
		if (figure_present(figure))
			text_format(&words, "%s%.*s %.*s", words.len ? ", " : "", STR_ARG(told[i].words), STR_ARG(said));
	}
	if (words.len == 0)
		return S("What DfE will publish from this file");
	return str_format(in->perm, "%.*s: what DfE will publish", STR_ARG(str_capital(text_str(&words), in->perm)));
}

static void
add_where_from(struct document *doc, const struct showing *in)
{
	const struct census_beside *beside = in->beside;
	document_paragraph(doc, S("Worked out from the file alone, by DfE\u2019s definitions, before it is sent. Counts are exact, rates "
		"come from exact counts, and both are rounded half up where they are shown."));
	if (in->area != NO_AREA) {
		Str name = beside->published->areas.at[in->area].name;
		document_paragraph(doc, str_format(doc->arena, "Beside it stand the published figures of %.*s, its region, England and "
			"the median of its statistical neighbours for %d.", STR_ARG(name), in->before));
	} else if (beside->published) {
		document_paragraph(doc, S("Nothing published stands beside it: the file names no council and year for which there is any."));
	}
	if (beside->figures->in_and_out && !beside->guarded)
		document_paragraph(doc, str_format(doc->arena, "%d %s came and went within the year, and %s in neither starters nor leavers.",
			beside->figures->in_and_out, beside->figures->in_and_out == 1 ? "person" : "people",
			beside->figures->in_and_out == 1 ? "is" : "are"));
}

static void
add_source(struct document *doc, const struct showing *in)
{
	const struct published *p = in->beside->published;
	Str *sentences = new(doc->arena, 2, Str);
	if (in->area == NO_AREA || p->release_count == 0)
		return;
	sentences[0] = str_format(doc->arena, "Published figures: %.*s, %.*s. %.*s", STR_ARG(p->releases[0].publisher),
		STR_ARG(p->releases[0].title), STR_ARG(p->releases[0].licence));
	sentences[1] = str_format(doc->arena, "%.*s Statistical neighbours: %.*s model.", STR_ARG(p->releases[0].attribution),
		STR_ARG(p->neighbour_model));
	doc->sources = sentences;
	doc->source_count = 2;
}

struct document
census_measures_told(const struct census_beside *beside, struct arena *perm)
{
	struct showing in = showing_of(beside, perm);
	struct document doc = document_new(perm, measures_headline(&in));
	doc.caption = in.area == NO_AREA ? beside->file : beside->published->areas.at[in.area].name;
	doc.period = beside->figures->year ? str_format(perm, "%.*s, census of 30 September %d", STR_ARG(beside->file),
		beside->figures->year) : beside->file;
	add_where_from(&doc, &in);
	document_table(&doc, measures_table(&in, true));
	doc.data = measures_table(&in, false);
	if (beside->figures->year)
		add_who(&doc, &in);
	if (in.withheld)
		document_paragraph(&doc, S("c: figures of few people are withheld, with as many beside them as it takes that nobody can "
			"work them out."));
	add_source(&doc, &in);
	return doc;
}

void
census_add_measures(struct document *doc, const struct census_beside *beside)
{
	struct showing in = showing_of(beside, doc->arena);
	struct block *inner = new(doc->arena, 1, struct block);
	*inner = (struct block){ .kind = BLOCK_TABLE, .table = measures_table(&in, true) };
	document_heading(doc, 2, S("What DfE will publish from it"), S("published"));
	document_details(doc, measures_headline(&in), inner, 1);
	doc->sheets[doc->sheet_count++] = measures_table(&in, false);
	add_source(doc, &in);
}
