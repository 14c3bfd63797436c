/* word.c: writing the HTML for Word, block by block. */
#include "report/word.h"

#include <assert.h>
#include <stdio.h>

#include "report/html.h"

struct writer {
	struct html   html;
	struct word   word;
	struct arena *arena;
	bool          absent[ABSENT_KINDS];  /* symbols shown, to be explained at the end */
};

/* ---- pieces of text -------------------------------------------------------------------------- */

/* A link out of a paper must stand by itself: addresses within our pages are left as their text. */
static void
write_run(struct html *h, const struct run *run)
{
	bool link = str_begins(run->href, S("https://")) || str_begins(run->href, S("http://"));
	html_raw(h, "<span>");
	if (link) {
		html_raw(h, "<a");
		html_attr(h, "href", run->href);
		html_raw(h, ">");
	}
	if (run->strong)
		html_raw(h, "<strong>");
	html_text(h, run->text);
	if (run->strong)
		html_raw(h, "</strong>");
	if (link)
		html_raw(h, "</a>");
	html_raw(h, "</span>");
}

static void
write_runs(struct html *h, const struct block *block)
{
	html_raw(h, "<p>");
	for (int i = 0; i < block->run_count; i++)
		write_run(h, &block->runs[i]);
	html_raw(h, "</p>\n");
}

static void
write_list(struct html *h, const struct run *runs, int count)
{
	html_raw(h, "<ul>\n");
	for (int i = 0; i < count; i++) {
		html_raw(h, "<li>");
		write_run(h, &runs[i]);
		html_raw(h, "</li>\n");
	}
	html_raw(h, "</ul>\n");
}

/* Word's first heading level is under the title, where a page's h2 is. */
static void
write_heading(struct html *h, int level, Str text)
{
	switch (level) {
	case 2: html_raw(h, "<h1>"); html_text(h, text); html_raw(h, "</h1>\n"); break;
	case 3: html_raw(h, "<h2>"); html_text(h, text); html_raw(h, "</h2>\n"); break;
	default: html_raw(h, "<h3>"); html_text(h, text); html_raw(h, "</h3>\n"); break;
	}
}

/* ---- tables ---------------------------------------------------------------------------------- */

static Str
cell_words(struct writer *to, const struct cell *cell)
{
	Str value = { 0 };
	switch (cell->kind) {
	case CELL_TEXT:
		value = cell->text;
		break;
	case CELL_FIGURE:
		to->absent[cell->figure.absent] = true;
		value = cell->change ? figure_signed(cell->figure, cell->places, to->arena)
		                     : figure_text(cell->figure, cell->places, to->arena);
		break;
	case CELL_CHART:
		return (Str){ 0 };
	}
	if (cell->kind == CELL_FIGURE && cell->text.len)
		value = str_format(to->arena, "%.*s %.*s", STR_ARG(value), STR_ARG(cell->text));
	if (cell->tag.len)
		value = str_format(to->arena, "%.*s%s%.*s", STR_ARG(value), value.len ? ", " : "",
		                   STR_ARG(cell->tag));
	return value;
}

static void
open_cell(struct html *h, bool heading, bool number)
{
	if (heading && number)
		html_raw(h, "<th style=\"text-align: right\">");
	else if (heading)
		html_raw(h, "<th style=\"text-align: left\">");
	else if (number)
		html_raw(h, "<td style=\"text-align: right\">");
	else
		html_raw(h, "<td style=\"text-align: left\">");
}

/* What a column asks for, in characters: its widest value, or the longest word of its heading. */
static int
column_weight(struct writer *to, const struct table *table, int column)
{
	enum { LEAST = 4, MOST = 34, PADDING = 4 };
	ptrdiff_t weight = LEAST;
	Str title = table->columns[column].title;
	for (Str word = str_word(&title); word.len; word = str_word(&title))
		weight = str_characters(word) > weight ? str_characters(word) : weight;
	for (int r = 0; r < table->row_count; r++) {
		ptrdiff_t value = str_characters(cell_words(to, &table->rows[r].cells[column]));
		weight = value > weight ? value : weight;
	}
	return (int)(weight < MOST ? weight : MOST) + PADDING;
}

/* Widths in hundredths, so that a table fills the page and the words get the room. */
static void
write_widths(struct writer *to, const struct table *table)
{
	int *weights = new(to->arena, table->column_count, int);
	int all = 0;
	for (int c = 0; c < table->column_count; c++)
		if (!table->columns[c].screen_only)
			all += weights[c] = column_weight(to, table, c);
	int left = 100;
	for (int c = 0; c < table->column_count; c++)
		left -= weights[c] ? weights[c] * 100 / all : 0;
	html_raw(&to->html, "<colgroup>");
	for (int c = 0; c < table->column_count; c++)
		if (!table->columns[c].screen_only) {
			html_raw(&to->html, "<col style=\"width: ");
			html_int(&to->html, weights[c] * 100 / all + (c == 0 ? left : 0));
			html_raw(&to->html, "%\">");
		}
	html_raw(&to->html, "</colgroup>\n");
}

static void
write_row(struct writer *to, const struct table *table, const struct row *row)
{
	struct html *h = &to->html;
	html_raw(h, "<tr>");
	for (int c = 0; c < table->column_count; c++) {
		if (table->columns[c].screen_only)
			continue;
		open_cell(h, false, table->columns[c].number);
		if (row->ours)
			html_raw(h, "<strong>");
		html_text(h, cell_words(to, &row->cells[c]));
		if (row->ours)
			html_raw(h, "</strong>");
		if (c == 0 && row->marked && !row->ours)
			html_raw(h, " *");
		html_raw(h, "</td>");
	}
	html_raw(h, "</tr>\n");
}

static void
write_group(struct html *h, const struct table *table, Str group)
{
	html_raw(h, "<tr><td><strong>");
	html_text(h, group);
	html_raw(h, "</strong></td>");
	for (int c = 1; c < table->column_count; c++)
		if (!table->columns[c].screen_only)
			html_raw(h, "<td></td>");
	html_raw(h, "</tr>\n");
}

static void
write_head(struct html *h, const struct table *table)
{
	html_raw(h, "<thead><tr>");
	for (int c = 0; c < table->column_count; c++)
		if (!table->columns[c].screen_only) {
			open_cell(h, true, table->columns[c].number);
			html_text(h, table->columns[c].title);
			html_raw(h, "</th>");
		}
	html_raw(h, "</tr></thead>\n<tbody>\n");
}

/* Our row is bold; a neighbour's star is explained under the table. */
static void
write_table(struct writer *to, const struct table *table)
{
	struct html *h = &to->html;
	bool neighbours = false;
	html_raw(h, "<table>\n");
	if (table->caption.len) {
		html_raw(h, "<caption>");
		html_text(h, table->caption);
		html_raw(h, "</caption>\n");
	}
	write_widths(to, table);
	write_head(h, table);
	Str group = { 0 };
	for (int r = 0; r < table->row_count; r++) {
		const struct row *row = &table->rows[r];
		if (row->group.len && !str_equal(row->group, group))
			write_group(h, table, row->group);
		group = row->group;
		neighbours |= row->marked && !row->ours;
		write_row(to, table, row);
	}
	html_raw(h, "</tbody></table>\n");
	if (neighbours)
		html_raw(h, "<div data-custom-style=\"Table Note\"><p>* statistical neighbour</p></div>\n");
}

static void
write_summary(struct html *h, const struct block *block)
{
	html_raw(h, "<table><colgroup><col style=\"width: 30%\"><col style=\"width: 70%\">"
	            "</colgroup>\n<tbody>\n");
	for (int i = 0; i < block->pair_count; i++) {
		html_raw(h, "<tr><td><strong>");
		html_text(h, block->pairs[i].key);
		html_raw(h, "</strong></td><td>");
		html_text(h, block->pairs[i].value);
		html_raw(h, "</td></tr>\n");
	}
	html_raw(h, "</tbody></table>\n");
}

/* ---- pictures -------------------------------------------------------------------------------- */

static struct word_picture *
add_picture(struct writer *to, const struct chart *chart)
{
	int number = ++to->word.picture_count;
	struct word_picture *picture = &to->word.pictures[number - 1];
	snprintf(picture->svg_name, sizeof picture->svg_name, "picture-%d.svg", number);
	snprintf(picture->png_name, sizeof picture->png_name, "picture-%d.png", number);
	picture->svg = chart_svg(chart, (struct chart_options){
		.prefix = str_format(to->arena, "p%d-", number), .fixed = true }, to->arena);
	return picture;
}

/* The message and the unit stand in the picture; its caption gives the shape in words, which is
 * also what a screen reader hears. */
static void
write_chart(struct writer *to, const struct chart *chart)
{
	struct html *h = &to->html;
	const struct word_picture *picture = add_picture(to, chart);
	Str spoken = str_format(to->arena, "%.*s. %.*s", STR_ARG(chart->title),
	                        STR_ARG(chart->description));
	html_raw(h, "<div data-custom-style=\"Picture\"><p><img");
	html_attr(h, "src", str_of(picture->png_name));
	html_raw(h, " width=\"97%\"");
	html_attr(h, "alt", spoken);
	html_raw(h, "></p></div>\n");
	if (chart->subtitle.len) {
		html_raw(h, "<div data-custom-style=\"Image Caption\"><p>Figure ");
		html_int(h, to->word.picture_count);
		html_raw(h, ": ");
		html_text(h, chart->subtitle);
		html_raw(h, "</p></div>\n");
	}
}

/* ---- blocks ---------------------------------------------------------------------------------- */

static void
write_findings(struct writer *to, const struct block *block)
{
	struct run *runs = new(to->arena, block->finding_count, struct run);
	for (int i = 0; i < block->finding_count; i++)
		runs[i].text = finding_text(&block->findings[i], to->arena);
	write_list(&to->html, runs, block->finding_count);
}

static void write_blocks(struct writer *to, const struct block *blocks, int count);

static void
write_details(struct writer *to, const struct block *block)
{
	html_raw(&to->html, "<p><strong>");
	html_text(&to->html, block->text);
	html_raw(&to->html, "</strong></p>\n");
	write_blocks(to, block->inner, block->inner_count);
}

static void
write_block(struct writer *to, const struct block *block)
{
	struct html *h = &to->html;
	switch (block->kind) {
	case BLOCK_HEADING:   write_heading(h, block->level, block->text); break;
	case BLOCK_PARAGRAPH: write_runs(h, block); break;
	case BLOCK_LIST:      write_list(h, block->runs, block->run_count); break;
	case BLOCK_TABLE:     write_table(to, block->table); break;
	case BLOCK_CHART:
		write_chart(to, block->chart);
		if (block->table)
			write_table(to, block->table);
		break;
	case BLOCK_DETAILS:   write_details(to, block); break;
	case BLOCK_INSET:
		html_raw(h, "<div data-custom-style=\"Inset\">");
		write_runs(h, block);
		html_raw(h, "</div>\n");
		break;
	case BLOCK_WARNING:
		html_raw(h, "<div data-custom-style=\"Warning\">");
		write_runs(h, block);
		html_raw(h, "</div>\n");
		break;
	case BLOCK_SUMMARY:   write_summary(h, block); break;
	case BLOCK_FINDINGS:  write_findings(to, block); break;
	}
}

static void
write_blocks(struct writer *to, const struct block *blocks, int count)
{
	for (int i = 0; i < count; i++)
		write_block(to, &blocks[i]);
}

/* ---- the whole ------------------------------------------------------------------------------- */

static void
write_symbols(struct writer *to)
{
	struct html *h = &to->html;
	bool any = false;
	for (int a = NOT_AVAILABLE; a < ABSENT_KINDS; a++) {
		Str symbol = absent_symbol((enum absent)a);
		if (!to->absent[a] || symbol.len == 0)
			continue;
		if (!any)
			write_heading(h, 2, S("Symbols"));
		any = true;
		html_raw(h, "<div data-custom-style=\"Table Note\"><p><strong>");
		html_text(h, symbol);
		html_raw(h, "</strong> ");
		html_text(h, absent_meaning((enum absent)a));
		html_raw(h, "</p></div>\n");
	}
}

static void
write_sources(struct writer *to, const struct document *doc)
{
	struct run *runs = new(to->arena, doc->source_count, struct run);
	for (int i = 0; i < doc->source_count; i++)
		runs[i].text = doc->sources[i];
	if (doc->source_count) {
		write_heading(&to->html, 2, S("Sources"));
		write_list(&to->html, runs, doc->source_count);
	}
}

static int
count_charts(const struct block *blocks, int count)
{
	int charts = 0;
	for (int i = 0; i < count; i++)
		charts += (blocks[i].kind == BLOCK_CHART)
			+ count_charts(blocks[i].inner, blocks[i].inner_count);
	return charts;
}

static void
write_meta(struct html *h, Str name, Str content)
{
	if (content.len == 0)
		return;
	html_raw(h, "<meta");
	html_attr(h, "name", name);
	html_attr(h, "content", content);
	html_raw(h, ">\n");
}

struct word
word_of(const struct document *doc, struct arena *perm)
{
	int charts = count_charts(doc->blocks, doc->block_count);
	struct writer to = {
		.html = html_new(perm), .arena = perm,
		.word.pictures = new(perm, charts, struct word_picture),
	};
	html_raw(&to.html, "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head><meta charset=\"utf-8\">\n"
	                   "<title>");
	html_text(&to.html, doc->title);
	html_raw(&to.html, "</title>\n");
	write_meta(&to.html, S("subtitle"), doc->caption);
	write_meta(&to.html, S("date"), doc->period);
	html_raw(&to.html, "</head>\n<body>\n");
	write_blocks(&to, doc->blocks, doc->block_count);
	write_symbols(&to);
	write_sources(&to, doc);
	html_raw(&to.html, "</body>\n</html>\n");
	assert(to.word.picture_count == charts);
	to.word.html = html_str(&to.html);
	return to.word;
}
