/* document_html_table.c: a table of figures, in a box of its own that scrolls when the screen is
 * narrower than the table, so that the page never does. The first column heads its row and stays.
 */
#include "report/document_html.h"

#include <assert.h>

#include "report/govuk.h"

struct set_table {
	struct body body;
	const struct table *table;
	bool *mixed;                 /* for each column: figures in several units */
};

/* ---- cells ----------------------------------------------------------------------------------- */

/* Where a column has one unit its heading says it; where it has several, per cents say so. */
static bool
mixes_units(const struct table *table, int column)
{
	const struct cell *first = NULL;
	for (int r = 0; r < table->row_count; r++) {
		const struct cell *cell = &table->rows[r].cells[column];
		if (cell->kind != CELL_FIGURE || !figure_present(cell->figure))
			continue;
		if (!first)
			first = cell;
		if (cell->unit != first->unit)
			return true;
	}
	return false;
}

static void
figure(struct body body, const struct cell *cell, bool mixed)
{
	struct arena *perm = body.h->out.arena;
	if (!figure_present(cell->figure)) {
		body_absent(body, cell->figure.absent);
		return;
	}
	Str shown = cell->change ? figure_signed(cell->figure, cell->places, perm)
	                         : figure_text(cell->figure, cell->places, perm);
	if (mixed && cell->unit == UNIT_PERCENT)
		shown = str_join(shown, S("%"), perm);
	body_linked(body, shown, cell->href);
}

static void
words(struct body body, const struct cell *cell, bool after)
{
	if (cell->text.len == 0)
		return;
	if (after) {
		html_raw(body.h, " <span class=\"doc-after\">");
		html_text(body.h, cell->text);
		html_raw(body.h, "</span>");
	} else {
		body_linked(body, cell->text, cell->href);
	}
}

static void
tag(struct body body, const struct cell *cell)
{
	static const Str tones[] = {
		[TAG_GREY] = STR("govuk-tag--grey"), [TAG_GREEN] = STR("govuk-tag--green"),
		[TAG_RED] = STR("govuk-tag--red"), [TAG_BLUE] = STR("govuk-tag--blue"),
		[TAG_YELLOW] = STR("govuk-tag--yellow"),
	};
	if (cell->tag.len == 0)
		return;
	assert((ptrdiff_t)cell->tag_tone < countof(tones));
	if (cell->kind == CELL_FIGURE || cell->text.len)
		html_raw(body.h, " ");
	govuk_tag(body.h, (struct govuk_tag){ .text = cell->tag, .classes = tones[cell->tag_tone] });
}

/* A bar of parts has its words under it for those who see it; those who hear it have them already. */
static void
picture(struct body body, const struct chart *chart)
{
	body_chart(body, chart);
	if (chart->kind != CHART_STACK)
		return;
	html_raw(body.h, "<span class=\"doc-note\" aria-hidden=\"true\">");
	html_text(body.h, chart->title);
	html_raw(body.h, "</span>");
}

static void
inside(struct body body, const struct cell *cell, bool mixed)
{
	switch (cell->kind) {
	case CELL_TEXT:
		words(body, cell, false);
		break;
	case CELL_FIGURE:
		figure(body, cell, mixed);
		words(body, cell, true);
		break;
	case CELL_CHART:
		if (cell->chart)
			picture(body, cell->chart);
		break;
	}
	tag(body, cell);
	if (cell->note.len) {
		html_raw(body.h, "<span class=\"doc-note\">");
		html_text(body.h, cell->note);
		html_raw(body.h, "</span>");
	}
}

/* "12th of 151" keeps to one line, and sentences get a column wide enough to read them. */
static void
width_class(struct html *h, const struct cell *cell)
{
	enum { SHORT = 14, LONG = 40 };
	ptrdiff_t characters = str_characters(cell->text);
	if (cell->kind == CELL_TEXT && characters <= SHORT)
		html_raw(h, " doc-short");
	if (cell->kind == CELL_TEXT && characters > LONG)
		html_raw(h, " doc-long");
}

static bool
says_nothing(const struct cell *cell)
{
	return cell->kind == CELL_TEXT && cell->text.len + cell->tag.len + cell->note.len == 0;
}

/* The first cell heads its row, and says whose row it is; one that says nothing heads nothing. */
static void
cell(const struct set_table *at, const struct row *row, int c)
{
	struct html *h = at->body.h;
	const struct cell *of = &row->cells[c];
	if (c == 0 && !says_nothing(of)) {
		html_raw(h, "<th scope=\"row\" class=\"govuk-table__header\">");
		inside(at->body, of, at->mixed[c]);
		if (row->ours)
			body_unseen(at->body, S(" (this council)"));
		if (row->marked)
			body_unseen(at->body, S(" (statistical neighbour)"));
		html_raw(h, "</th>\n");
		return;
	}
	html_raw(h, "<td class=\"govuk-table__cell");
	if (at->table->columns[c].number)
		html_raw(h, " govuk-table__cell--numeric");
	else
		width_class(h, of);
	html_raw(h, "\">");
	inside(at->body, of, at->mixed[c]);
	html_raw(h, "</td>\n");
}

static void
row(const struct set_table *at, const struct row *row)
{
	struct html *h = at->body.h;
	html_raw(h, "<tr class=\"govuk-table__row");
	if (row->ours)
		html_raw(h, " doc-ours");
	if (row->marked)
		html_raw(h, " doc-marked");
	html_raw(h, "\">\n");
	for (int c = 0; c < at->table->column_count; c++)
		cell(at, row, c);
	html_raw(h, "</tr>\n");
}

/* ---- headings -------------------------------------------------------------------------------- */

/* The same table sorted by this column; once sorted, the other way round. It comes back to where
 * the table is, not to the top of the page. */
static void
sort_link(struct body body, const struct table *table, const struct column *column, bool sorted)
{
	struct html *h = body.h;
	html_raw(h, "<a class=\"doc-sort\" href=\"");
	body_query(body, table->sort_base, S("sort"));
	if (sorted && !table->descending)
		html_raw(h, "-");
	html_url_part(h, column->name);
	html_raw(h, "#table-");
	html_url_part(h, table->name);
	html_raw(h, "\">");
	html_text(h, column->title);
	html_raw(h, "<span class=\"doc-arrow\" aria-hidden=\"true\">");
	html_text(h, !sorted ? S("\u2195") : table->descending ? S("\u25BC") : S("\u25B2"));
	html_raw(h, "</span></a>");
}

static void
head_cell(const struct set_table *at, int c)
{
	struct html *h = at->body.h;
	const struct table *table = at->table;
	const struct column *column = &table->columns[c];
	bool sortable = table->sortable && !at->body.alone && !column->screen_only;
	bool sorted = table->sorted_by.len && str_equal(table->sorted_by, column->name);
	html_raw(h, "<th scope=\"col\" class=\"govuk-table__header");
	if (column->number && c > 0)
		html_raw(h, " govuk-table__header--numeric");
	html_raw(h, "\"");
	if (sortable)
		html_attr(h, "aria-sort", !sorted ? S("none") : table->descending ? S("descending")
		                                                                  : S("ascending"));
	html_raw(h, ">");
	if (sortable)
		sort_link(at->body, table, column, sorted);
	else
		html_text(h, column->title);
	html_raw(h, "</th>\n");
}

static void
head(const struct set_table *at)
{
	html_raw(at->body.h, "<thead class=\"govuk-table__head\">\n<tr class=\"govuk-table__row\">\n");
	for (int c = 0; c < at->table->column_count; c++)
		head_cell(at, c);
	html_raw(at->body.h, "</tr>\n</thead>\n");
}

static void
group_heading(const struct set_table *at, Str group)
{
	struct html *h = at->body.h;
	html_raw(h, "<tr class=\"govuk-table__row doc-group\">\n"
	            "<th scope=\"rowgroup\" class=\"govuk-table__header\" colspan=\"");
	html_int(h, at->table->column_count);
	html_raw(h, "\"><span>");
	html_text(h, group);
	html_raw(h, "</span></th>\n</tr>\n");
}

/* A body for each group; rows without one are a group too. */
static void
bodies(const struct set_table *at)
{
	const struct table *table = at->table;
	for (int r = 0; r < table->row_count; r++) {
		bool begins = r == 0 || !str_equal(table->rows[r].group, table->rows[r - 1].group);
		if (begins && r > 0)
			html_raw(at->body.h, "</tbody>\n");
		if (begins)
			html_raw(at->body.h, "<tbody class=\"govuk-table__body\">\n");
		if (begins && table->rows[r].group.len)
			group_heading(at, table->rows[r].group);
		row(at, &table->rows[r]);
	}
	if (table->row_count)
		html_raw(at->body.h, "</tbody>\n");
}

/* The box can be reached and scrolled by keyboard, and is named by the table's caption. */
static void
box_begin(struct body body, const struct table *table, int id)
{
	struct html *h = body.h;
	html_raw(h, "<div class=\"doc-table\"");
	if ((table->sortable || table->page) && !body.alone) {
		html_raw(h, " id=\"table-");
		html_url_part(h, table->name);
		html_raw(h, "\"");
	}
	html_raw(h, " role=\"region\" tabindex=\"0\" aria-labelledby=\"caption-");
	html_int(h, id);
	html_raw(h, "\">\n");
}

/* ---- pages ----------------------------------------------------------------------------------- */

static Str
page_address(struct body body, const struct table *table, int page)
{
	struct arena *perm = body.h->out.arena;
	struct html to = html_new(perm);
	bool first = str_find(table->page_base, S("?")) < 0;
	bool bare = !first && (str_ends(table->page_base, S("?")) || str_ends(table->page_base, S("&")));
	text_add(&to.out, body_living(body, table->page_base));
	text_format(&to.out, "%spage=%d#table-", first ? "?" : bare ? "" : "&", page);
	html_url_part(&to, table->name);
	return html_str(&to);
}

/* The first, the last, this one and its neighbours; what is left out between them is one item. */
static int
page_items(struct body body, const struct table *table, struct govuk_page *items)
{
	int count = 0, before = 0;
	for (int page = 1; page <= table->pages; page++) {
		bool near = page >= table->page - 1 && page <= table->page + 1;
		if (!near && page != 1 && page != table->pages)
			continue;
		if (page - before > 1)
			items[count++] = (struct govuk_page){ .ellipsis = true };
		items[count++] = (struct govuk_page){ .number = page, .current = page == table->page,
			.href = page_address(body, table, page) };
		before = page;
	}
	return count;
}

static void
pages(struct body body, const struct table *table)
{
	enum { ITEMS_MOST = 7 };             /* 1 ... 4 5 6 ... 9 */
	struct govuk_page items[ITEMS_MOST];
	if (table->pages <= 1 || body.alone)
		return;
	assert(table->page >= 1);
	assert(table->page <= table->pages);
	struct govuk_pagination params = { .items = items,
		.item_count = page_items(body, table, items),
		.landmark_label = str_format(body.h->out.arena, "Pages of %.*s", STR_ARG(
			table->caption.len ? table->caption : S("the table"))) };
	if (table->page > 1)
		params.previous.href = page_address(body, table, table->page - 1);
	if (table->page < table->pages)
		params.next.href = page_address(body, table, table->page + 1);
	govuk_pagination(body.h, params);
}

static void
after_table(struct body body, const struct table *table)
{
	struct html *h = body.h;
	Str showing = table_showing(table, h->out.arena);
	if (table->row_count == 0)
		html_raw(h, "<p class=\"govuk-body doc-none\">There are no rows.</p>\n");
	if (showing.len) {
		html_raw(h, "<p class=\"govuk-body-s doc-showing\">");
		html_text(h, showing);
		html_raw(h, "</p>\n");
	}
	pages(body, table);
}

void
body_table(struct body body, const struct table *table)
{
	struct html *h = body.h;
	assert(table->column_count > 0);
	int id = body_id(body);
	struct set_table at = { body, table, new(h->out.arena, table->column_count, bool) };
	for (int c = 0; c < table->column_count; c++)
		at.mixed[c] = mixes_units(table, c);
	box_begin(body, table, id);
	html_raw(h, "<table class=\"govuk-table\">\n"
	            "<caption class=\"govuk-table__caption\"><span id=\"caption-");
	html_int(h, id);
	html_raw(h, "\">");
	html_text(h, table->caption.len ? table->caption : S("Table"));
	html_raw(h, "</span></caption>\n");
	head(&at);
	bodies(&at);
	html_raw(h, "</table>\n</div>\n");
	after_table(body, table);
}
