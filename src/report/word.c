/* word.c: writing the HTML for Word, block by block. */
#include "report/word_parts.h"

#include <assert.h>
#include <stdio.h>

/* ---- pieces of text -------------------------------------------------------------------------- */

/* A link out of a paper must stand by itself: addresses within our pages are left as their text. */
static void
write_run(struct html *h, const struct run *run)
{
	bool link = str_begins(run->href, S("https://")) || str_begins(run->href, S("http://"));
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

/* ---- tables and pictures ---------------------------------------------------------------------- */

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

static const struct word_picture *
add_picture(struct word_writer *to, const struct chart *chart, bool narrow)
{
	int number = ++to->word.picture_count;
	struct word_picture *picture = &to->word.pictures[number - 1];
	snprintf(picture->svg_name, sizeof picture->svg_name, "picture-%d.svg", number);
	snprintf(picture->png_name, sizeof picture->png_name, "picture-%d.png", number);
	picture->svg = chart_svg(chart, (struct chart_options){
		.prefix = str_format(to->arena, "p%d-", number), .fixed = true, .narrow = narrow,
	}, to->arena);
	return picture;
}

/* A little under the width of A4 between our margins, or half of it: LibreOffice leaves a margin
 * about a picture. In lengths, because pandoc takes a share of the width for no size at all. */
static void
write_picture(struct word_writer *to, const struct chart *chart, bool narrow)
{
	struct html *h = &to->html;
	const struct word_picture *picture = add_picture(to, chart, narrow);
	html_raw(h, "<img");
	html_attr(h, "src", str_of(picture->png_name));
	if (narrow)
		html_raw(h, " width=\"7.5cm\"");
	else
		html_raw(h, " width=\"16cm\"");
	html_attr(h, "alt", str_format(to->arena, "%.*s. %.*s", STR_ARG(chart->title),
	                               STR_ARG(chart->description)));
	html_raw(h, ">");
}

static void
write_captions(struct word_writer *to, const struct block *blocks, int count)
{
	struct html *h = &to->html;
	html_raw(h, "<div data-custom-style=\"Image Caption\"><p>");
	for (int i = 0; i < count; i++) {
		html_text(h, i ? S(". ") : S(""));
		html_raw(h, "Figure ");
		html_int(h, to->word.picture_count - count + 1 + i);
		html_text(h, count == 1 ? S(": ") : i == 0 ? S(" (left): ") : S(" (right): "));
		html_text(h, blocks[i].chart->subtitle);
	}
	html_raw(h, "</p></div>\n");
}

/* One picture across the page, or two narrow ones side by side, and what they show under them. */
static void
write_charts(struct word_writer *to, const struct block *blocks, int count)
{
	assert(count == 1 || count == 2);
	html_raw(&to->html, "<div data-custom-style=\"Picture\"><p>");
	for (int i = 0; i < count; i++) {
		html_text(&to->html, i ? S(" ") : S(""));
		write_picture(to, blocks[i].chart, count == 2);
	}
	html_raw(&to->html, "</p></div>\n");
	write_captions(to, blocks, count);
	if (count == 1 && blocks->table)
		word_table(to, blocks->table);
}

/* How many charts without tables follow each other from here. */
static int
charts_in_a_row(const struct block *blocks, int count)
{
	int charts = 0;
	while (charts < count && blocks[charts].kind == BLOCK_CHART && !blocks[charts].table)
		charts++;
	return charts;
}

/* ---- blocks ---------------------------------------------------------------------------------- */

static void
write_findings(struct word_writer *to, const struct block *block)
{
	struct run *runs = new(to->arena, block->finding_count, struct run);
	for (int i = 0; i < block->finding_count; i++)
		runs[i].text = finding_text(&block->findings[i], to->arena);
	write_list(&to->html, runs, block->finding_count);
}

static void write_blocks(struct word_writer *to, const struct block *blocks, int count);

static void
write_details(struct word_writer *to, const struct block *block)
{
	html_raw(&to->html, "<p><strong>");
	html_text(&to->html, block->text);
	html_raw(&to->html, "</strong></p>\n");
	write_blocks(to, block->inner, block->inner_count);
}

/* Paper offers nothing: what was chosen is said. */
static void
write_chosen(struct html *h, const struct block *block)
{
	Str chosen = block_chosen(block);
	if (chosen.len == 0)
		return;
	html_raw(h, "<p>");
	html_text(h, block->text);
	html_raw(h, " ");
	html_text(h, chosen);
	html_raw(h, "</p>\n");
}

static void
write_block(struct word_writer *to, const struct block *block)
{
	struct html *h = &to->html;
	switch (block->kind) {
	case BLOCK_HEADING:   write_heading(h, block->level, block->text); break;
	case BLOCK_PARAGRAPH: write_runs(h, block); break;
	case BLOCK_LIST:      write_list(h, block->runs, block->run_count); break;
	case BLOCK_TABLE:     word_table(to, block->table); break;
	case BLOCK_CHART:     write_charts(to, block, 1); break;
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
	case BLOCK_CHOICES:   write_chosen(h, block); break;
	case BLOCK_FORM:
	case BLOCK_NOTICE:    break;
	}
}

/* Of pictures in a row, the last go in pairs; one too many stands first, and large. */
static void
write_blocks(struct word_writer *to, const struct block *blocks, int count)
{
	for (int i = 0; i < count;) {
		int charts = charts_in_a_row(blocks + i, count - i);
		bool pair = charts >= 2 && charts % 2 == 0;
		if (pair)
			write_charts(to, blocks + i, 2);
		else
			write_block(to, &blocks[i]);
		i += pair ? 2 : 1;
	}
}

/* ---- the whole ------------------------------------------------------------------------------- */

static void
write_symbols(struct word_writer *to)
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
write_sources(struct word_writer *to, const struct document *doc)
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
	struct word_writer to = {
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
