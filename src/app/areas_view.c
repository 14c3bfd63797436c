/* areas_view.c: which council? A list to choose from, all or what fits some typed words. */
#include "app/views.h"

enum { FOUND_MOST = 400, AREA_COLUMNS = 6 };

static const struct column columns[AREA_COLUMNS] = {
	{ STR("name"), STR("Council, region or country"), false, false },
	{ STR("slug"), STR("Short name"), false, false },
	{ STR("code"), STR("Code"), false, false },
	{ STR("old_code"), STR("DfE number"), false, false },
	{ STR("region"), STR("In"), false, false },
	{ STR("years"), STR("Figures for"), false, false },
};

static void
area_row(struct rows_made *rows, const struct asked *asked, int i, Str group, struct arena *perm)
{
	const struct area *area = &asked->p->areas.at[i];
	struct cell *cells = rows_push(rows, AREA_COLUMNS, perm);
	cells[0] = cell_link(area->name, href_scorecard(asked, i, perm));
	cells[1] = cell_text(area->slug);
	cells[2] = cell_text(area->code);
	cells[3] = cell_text(area->old_code);
	cells[4] = cell_text(area->parent == NO_AREA ? S("") : asked->p->areas.at[area->parent].name);
	cells[5] = cell_text(str_format(perm, "%d to %d", area->first_year, area->last_year));
	rows->at[rows->count - 1].group = group;
}

/* England, the regions, then each region's councils. */
static struct rows_made
all_areas(const struct asked *asked, struct arena *perm)
{
	const struct areas *areas = &asked->p->areas;
	struct rows_made rows = { 0 };
	for (int i = 0; i < areas->count; i++)
		if (areas->at[i].level != AUTHORITY)
			area_row(&rows, asked, i, S("England and its regions"), perm);
	for (int region = 0; region < areas->count; region++)
		for (int i = 0; i < areas->count; i++)
			if (areas->at[i].level == AUTHORITY && areas->at[i].parent == region)
				area_row(&rows, asked, i, areas->at[region].name, perm);
	return rows;
}

static struct rows_made
found_areas(const struct asked *asked, Str query, struct arena *perm)
{
	int *found = new(perm, FOUND_MOST, int);
	int count = area_search(&asked->p->areas, query, found, FOUND_MOST);
	struct rows_made rows = { 0 };
	for (int i = 0; i < count; i++)
		area_row(&rows, asked, found[i], S(""), perm);
	return rows;
}

/* Nothing fits: the nearest names, as links. */
static void
add_nearest_areas(struct document *doc, const struct asked *asked, Str query)
{
	enum { NEAREST = 5 };
	int found[NEAREST];
	int count = area_nearest(&asked->p->areas, query, found, NEAREST);
	struct run *runs = new(doc->arena, NEAREST, struct run);
	for (int i = 0; i < count; i++)
		runs[i] = (struct run){ .text = asked->p->areas.at[found[i]].name,
		                        .href = href_scorecard(asked, found[i], doc->arena) };
	document_paragraph(doc, S("Nothing fits. The nearest names are:"));
	document_runs(doc, BLOCK_LIST, runs, count);
}

/* Splits and mergers of the areas that were found, each once. */
static void
add_found_changes(struct document *doc, const struct table *table)
{
	for (int c = 0; c < area_change_count; c++) {
		const struct area_change *change = &area_change_rows[c];
		bool touches = false;
		for (int i = 0; i < table->row_count; i++)
			touches |= area_change_touches(change, table->rows[i].cells[1].text);
		if (!touches)
			continue;
		struct run *run = new(doc->arena, 1, struct run);
		Str day = date_text(change->day, doc->arena);
		run->text = str_format(doc->arena, "%.*s (%.*s).", STR_ARG(change->words), STR_ARG(day));
		document_runs(doc, BLOCK_INSET, run, 1);
	}
}

struct answer
show_areas(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct asked asked;
	struct answer answer;
	struct ask plain = *ask;
	plain.area = S("");
	if (!ask_settle(world, &plain, 0, &asked, &answer, perm))
		return answer;
	Str query = str_trim(ask->query);
	struct rows_made rows = query.len ? found_areas(&asked, query, perm) : all_areas(&asked, perm);
	Str title = query.len == 0 ? S("Councils, regions and England")
		: str_format(perm, "%d match%s for \u201c%.*s\u201d", rows.count, rows.count == 1 ? "" : "es",
		             STR_ARG(query));
	struct document doc = document_new(perm, title);
	doc.address = S("/authorities");
	struct table *table = table_of(S("areas"), query.len ? S("What fits, best first")
	                                                     : S("Every area with published figures"),
	                               columns, AREA_COLUMNS, rows, perm);
	if (rows.count == 0)
		add_nearest_areas(&doc, &asked, query);
	else if (query.len)
		add_found_changes(&doc, table);
	if (rows.count)
		document_table(&doc, table_without(table, &columns[1].name, 1, perm));
	doc.data = table;
	add_sources(&doc, asked.p);
	return answer_of(rows.count ? DONE : UNKNOWN, doc);
}
