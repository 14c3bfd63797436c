/* releases.c: where the figures come from, and what later releases changed. */
#include "app/views.h"

static const struct table *
release_table(const struct published *p, struct arena *perm)
{
	static const struct column columns[] = {
		{ STR("release"), STR("Release"), false, false }, { STR("title"), STR("Title"), false, false },
		{ STR("published"), STR("Published"), false, false },
		{ STR("years"), STR("Census years"), false, false },
		{ STR("licence"), STR("Licence"), false, false }, { STR("file"), STR("File"), false, false },
		{ STR("sha256"), STR("SHA-256 of the file"), false, false },
		{ STR("origin"), STR("How it came"), false, false },
	};
	struct rows_made rows = { 0 };
	for (int i = 0; i < p->release_count; i++) {
		const struct release *r = &p->releases[i];
		struct cell *cells = rows_push(&rows, countof(columns), perm);
		cells[0] = cell_text(r->name);
		cells[1] = cell_link(r->title, r->address);
		cells[2] = cell_text(r->published);
		cells[3] = cell_text(str_format(perm, "%d to %d", r->first_year, r->last_year));
		cells[4] = cell_text(r->licence);
		cells[5] = cell_text(r->file);
		cells[6] = cell_text(r->sha256);
		cells[7] = cell_text(r->built_in ? S("with the program") : S("imported here"));
	}
	return table_of(S("releases"), S("Releases, newest first"), columns, countof(columns), rows, perm);
}

enum { REVISIONS_MOST = 2000, REVISION_COLUMNS = 7 };

static const struct column revision_columns[REVISION_COLUMNS] = {
	{ STR("area"), STR("Area"), false, false }, { STR("measure"), STR("Measure"), false, false },
	{ STR("year"), STR("Year"), true, false }, { STR("old_release"), STR("Release"), false, false },
	{ STR("old_value"), STR("Said"), true, false }, { STR("new_release"), STR("Release"), false, false },
	{ STR("new_value"), STR("Says"), true, false },
};

/* The cells of one area and year that two releases in a row both have and give differently. */
static void
push_revisions(struct rows_made *rows, const struct published *p, int area, int year, int older,
               struct arena *perm)
{
	for (int m = 0; m < MEASURES && rows->count < REVISIONS_MOST; m++) {
		Figure then = release_value(p, older, area, (enum measure_id)m, year);
		Figure now = release_value(p, older - 1, area, (enum measure_id)m, year);
		if (then.absent == NOT_PUBLISHED || now.absent == NOT_PUBLISHED || figure_equal(then, now))
			continue;
		struct cell *cells = rows_push(rows, REVISION_COLUMNS, perm);
		cells[0] = cell_text(p->areas.at[area].name);
		cells[1] = cell_text(measures[m].title);
		cells[2] = cell_text(year_text(year, perm));
		cells[3] = cell_text(p->releases[older].name);
		cells[4] = cell_figure(then, measures[m].places, measures[m].unit);
		cells[5] = cell_text(p->releases[older - 1].name);
		cells[6] = cell_figure(now, measures[m].places, measures[m].unit);
	}
}

static struct rows_made
revisions_of(const struct published *p, struct arena *perm)
{
	struct rows_made rows = { 0 };
	for (int older = 1; older < p->release_count; older++)
		for (int area = 0; area < p->areas.count; area++)
			for (int year = p->first_year; year <= p->last_year; year++)
				push_revisions(&rows, p, area, year, older, perm);
	return rows;
}

struct answer
show_releases(const struct world *world, const struct ask *ask, struct arena *perm)
{
	(void)ask;
	const struct published *p = &world->published;
	struct document doc = document_new(perm, S("Where the figures come from"));
	doc.address = S("/releases");
	const struct table *releases = release_table(p, perm);
	document_table(&doc, releases);
	document_paragraph(&doc, S("Each release can revise earlier years. The newest value is shown, and the "
	                           "older ones stay."));
	struct rows_made rows = revisions_of(p, perm);
	document_heading(&doc, 2, S("Revisions"), S("revisions"));
	if (rows.count == 0)
		document_paragraph(&doc, S("Only one release is here, so there is nothing to compare. Import next "
		                           "year\u2019s file to see what it changed."));
	else
		document_table(&doc, table_of(S("revisions"), S("Values that a later release changed"),
		                              revision_columns, REVISION_COLUMNS, rows, perm));
	document_heading(&doc, 2, S("Symbols"), S("symbols"));
	Figure every[ABSENT_KINDS];
	for (int i = 0; i < ABSENT_KINDS; i++)
		every[i] = (Figure){ .absent = (enum absent)i };
	add_symbols(&doc, every, ABSENT_KINDS);
	doc.data = releases;
	add_sources(&doc, p);
	return answer_of(DONE, doc);
}
