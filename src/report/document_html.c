/* document_html.c: a document as the body of a page. */
#include "report/document_html.h"

#include <assert.h>

#include "report/govuk.h"

int
body_id(struct body body)
{
	return ++body.h->next_id;
}

/* A path of our own. A browser reads "/\" as "//", another site's address, and drops tabs and line
 * ends before it looks. */
bool
body_ours(Str href)
{
	for (ptrdiff_t i = 0; i < href.len; i++)
		if ((unsigned char)href.at[i] < ' ')
			return false;
	return str_begins(href, S("/")) && !str_begins(href, S("//")) && !str_begins(href, S("/\\"));
}

/* An address may come from somebody's file, so only those that lead to a page make links: never a
 * script. From a file that was sent to somebody, our own addresses lead nowhere. */
Str
body_living(struct body body, Str href)
{
	bool ours = str_begins(href, S("#")) || str_begins(href, S("?")) || body_ours(href);
	bool elsewhere = str_begins(href, S("https://")) || str_begins(href, S("http://"));
	return elsewhere || (ours && !body.alone) ? href : (Str){ 0 };
}

void
body_linked(struct body body, Str text, Str href)
{
	struct html *h = body.h;
	href = body_living(body, href);
	if (href.len) {
		html_raw(h, "<a class=\"govuk-link\"");
		html_attr(h, "href", href);
		html_raw(h, ">");
	}
	html_text(h, text);
	if (href.len)
		html_raw(h, "</a>");
}

void
body_query(struct body body, Str base, Str name)
{
	struct html *h = body.h;
	html_text(h, base);
	if (str_find(base, S("?")) < 0)
		html_raw(h, "?");
	else if (!str_ends(base, S("?")) && !str_ends(base, S("&")))
		html_raw(h, "&amp;");
	html_text(h, name);
	html_raw(h, "=");
}

void
body_unseen(struct body body, Str words)
{
	html_raw(body.h, "<span class=\"govuk-visually-hidden\">");
	html_text(body.h, words);
	html_raw(body.h, "</span>");
}

/* The meaning is said in full to those who hear the page, because a letter alone says nothing; it
 * is not said twice. A figure that was never published has no symbol and leaves its cell blank. A
 * word processor would show what is meant to be heard, so a file has the letter alone. */
void
body_absent(struct body body, enum absent absent)
{
	struct html *h = body.h;
	Str meaning = absent_meaning(absent), symbol = absent_symbol(absent);
	if (symbol.len) {
		html_raw(h, "<abbr class=\"doc-absent\"");
		html_attr(h, "title", meaning);
		html_attr(h, "aria-hidden", body.alone ? S("") : S("true"));
		html_raw(h, ">");
		html_text(h, symbol);
		html_raw(h, "</abbr>");
	}
	if (!body.alone)
		body_unseen(body, symbol.len ? str_cut(&meaning, ':') : S("no figure"));
}

/* ---- words ----------------------------------------------------------------------------------- */

static void
heading(struct body body, const struct block *block)
{
	static const Str sizes[] = { [2] = STR("m"), [3] = STR("s"), [4] = STR("s") };
	struct html *h = body.h;
	assert(block->level >= 2);
	assert(block->level <= 4);
	html_raw(h, "<h");
	html_int(h, block->level);
	html_attr(h, "id", block->id);
	html_raw(h, " class=\"govuk-heading-");
	html_text(h, sizes[block->level]);
	html_raw(h, "\">");
	html_text(h, block->text);
	html_raw(h, "</h");
	html_int(h, block->level);
	html_raw(h, ">\n");
}

static void
run(struct body body, const struct run *piece)
{
	if (piece->strong)
		html_raw(body.h, "<strong>");
	body_linked(body, piece->text, piece->href);
	if (piece->strong)
		html_raw(body.h, "</strong>");
}

static void
runs(struct body body, const struct block *block)
{
	for (int i = 0; i < block->run_count; i++)
		run(body, &block->runs[i]);
}

static void
paragraph(struct body body, const struct block *block)
{
	if (block->lead)
		html_raw(body.h, "<p class=\"govuk-body-l\">");
	else
		html_raw(body.h, "<p class=\"govuk-body\">");
	runs(body, block);
	html_raw(body.h, "</p>\n");
}

static void
list(struct body body, const struct block *block)
{
	html_raw(body.h, "<ul class=\"govuk-list govuk-list--bullet\">\n");
	for (int i = 0; i < block->run_count; i++) {
		html_raw(body.h, "<li>");
		run(body, &block->runs[i]);
		html_raw(body.h, "</li>\n");
	}
	html_raw(body.h, "</ul>\n");
}

static void
summary(struct body body, const struct block *block)
{
	struct arena *perm = body.h->out.arena;
	struct govuk_summary_row *rows = new(perm, block->pair_count, struct govuk_summary_row);
	for (int i = 0; i < block->pair_count; i++) {
		rows[i].key.text = block->pairs[i].key;
		rows[i].value.text = block->pairs[i].value;
		rows[i].value.href = body_living(body, block->pairs[i].href);
	}
	govuk_summary_list(body.h, (struct govuk_summary_list){
		.rows = rows, .row_count = block->pair_count });
}

/* ---- pictures -------------------------------------------------------------------------------- */

static void
picture(struct body body, const struct chart *chart, bool narrow)
{
	struct arena *perm = body.h->out.arena;
	struct chart_options options = {
		.prefix = str_format(perm, "chart-%d", body_id(body)),
		.fixed = body.alone, .narrow = narrow,
	};
	html_svg(body.h, chart_svg(chart, options, perm));
}

void
body_chart(struct body body, const struct chart *chart)
{
	picture(body, chart, false);
}

/* On a page the picture is drawn for a wide sheet and for a phone, and the style sheet shows one:
 * scaling one to both would make its words too small to read. */
static void
figure(struct body body, const struct block *block)
{
	html_raw(body.h, "<figure class=\"doc-chart\">\n");
	picture(body, block->chart, false);
	if (!body.alone)
		picture(body, block->chart, true);
	html_raw(body.h, "\n");
	if (block->table) {
		govuk_details_begin(body.h, (struct govuk_details){
			.summary_text = S("Show as a table"), .classes = S("doc-details") });
		body_table(body, block->table);
		govuk_details_end(body.h);
	}
	html_raw(body.h, "</figure>\n");
}

/* ---- blocks ---------------------------------------------------------------------------------- */

static void blocks(struct body body, const struct block *of, int count, int depth);

static void
details(struct body body, const struct block *block, int depth)
{
	struct document within = { .blocks = (struct block *)block->inner,
	                           .block_count = block->inner_count };
	govuk_details_begin(body.h, (struct govuk_details){ .summary_text = block->text,
		.classes = S("doc-details"), .open = document_errors(&within) > 0 });
	blocks(body, block->inner, block->inner_count, depth + 1);
	govuk_details_end(body.h);
}

static void
set_apart(struct body body, const struct block *block)
{
	bool warning = block->kind == BLOCK_WARNING;
	if (warning)
		govuk_warning_text_begin(body.h, (struct govuk_warning_text){ 0 });
	else
		govuk_inset_text_begin(body.h, (struct govuk_inset_text){ 0 });
	runs(body, block);
	if (warning)
		govuk_warning_text_end(body.h);
	else
		govuk_inset_text_end(body.h);
}

/* In a file there is nothing to choose, so only what was chosen is said. */
static void
choices(struct body body, const struct block *block)
{
	struct html *h = body.h;
	if (body.alone && block_chosen(block).len == 0)
		return;
	html_raw(h, "<p class=\"govuk-body-s doc-choices\">");
	html_text(h, block->text);
	for (int i = 0, said = 0; i < block->pick_count; i++) {
		const struct pick *pick = &block->picks[i];
		if (body.alone && !pick->chosen)
			continue;
		html_text(h, said++ ? S(", ") : S(" "));
		run(body, &(struct run){ .text = pick->words, .strong = pick->chosen,
		                         .href = pick->chosen ? S("") : pick->value });
	}
	html_raw(h, "</p>\n");
}

/* News that is past by the time somebody opens a file. */
static void
notices(struct body body, const struct document *doc)
{
	struct arena *perm = body.h->out.arena;
	for (int i = 0; i < doc->block_count && !body.alone; i++) {
		const struct block *block = &doc->blocks[i];
		if (block->kind != BLOCK_NOTICE)
			continue;
		govuk_notification_banner_begin(body.h, (struct govuk_notification_banner){
			.type = block->notice == NOTICE_DONE ? S("success") : S(""),
			.title_id = str_format(perm, "notice-%d", body_id(body)) });
		html_raw(body.h, "<p class=\"govuk-notification-banner__heading\">");
		runs(body, block);
		html_raw(body.h, "</p>");
		govuk_notification_banner_end(body.h);
	}
}

static void
one_block(struct body body, const struct block *block, int depth)
{
	switch (block->kind) {
	case BLOCK_HEADING:   heading(body, block); return;
	case BLOCK_PARAGRAPH: paragraph(body, block); return;
	case BLOCK_LIST:      list(body, block); return;
	case BLOCK_TABLE:     body_table(body, block->table); return;
	case BLOCK_CHART:     figure(body, block); return;
	case BLOCK_DETAILS:   details(body, block, depth); return;
	case BLOCK_INSET:
	case BLOCK_WARNING:   set_apart(body, block); return;
	case BLOCK_SUMMARY:   summary(body, block); return;
	case BLOCK_FINDINGS:  body_findings(body, block->findings, block->finding_count); return;
	case BLOCK_FORM:      body_form(body, block->form, (*body.form)++); return;
	case BLOCK_CHOICES:   choices(body, block); return;
	case BLOCK_NOTICE:    return;        /* over the heading already */
	}
}

/* Folds do not stand in folds, so this goes one deep. */
static void
blocks(struct body body, const struct block *of, int count, int depth)
{
	assert(depth <= 1);
	for (int i = 0; i < count; i++)
		one_block(body, &of[i], depth);
}

/* ---- the whole ------------------------------------------------------------------------------- */

static void
title(struct body body, const struct document *doc)
{
	struct html *h = body.h;
	if (doc->caption.len) {
		html_raw(h, "<span class=\"govuk-caption-l\">");
		html_text(h, doc->caption);
		html_raw(h, "</span>\n");
	}
	if (doc->title.len) {
		html_raw(h, "<h1 class=\"govuk-heading-l\">");
		html_text(h, doc->title);
		html_raw(h, "</h1>\n");
	}
	if (doc->period.len) {
		html_raw(h, "<p class=\"doc-period\">");
		html_text(h, doc->period);
		html_raw(h, "</p>\n");
	}
}

static void
sources(struct body body, const struct document *doc)
{
	struct html *h = body.h;
	if (doc->source_count == 0)
		return;
	int id = body_id(body);
	html_raw(h, "<section class=\"doc-sources\" aria-labelledby=\"sources-");
	html_int(h, id);
	html_raw(h, "\">\n<h2 class=\"govuk-heading-s\" id=\"sources-");
	html_int(h, id);
	html_raw(h, "\">Sources</h2>\n");
	for (int i = 0; i < doc->source_count; i++) {
		html_raw(h, "<p>");
		html_text(h, doc->sources[i]);
		html_raw(h, "</p>\n");
	}
	html_raw(h, "</section>\n");
}

/* A form, and what answers it, in two columns. */
static void
two_columns(struct body body, const struct document *doc, int form)
{
	html_raw(body.h, "<div class=\"doc-beside\">\n<div class=\"doc-beside-form\">\n");
	one_block(body, &doc->blocks[form], 0);
	html_raw(body.h, "</div>\n<div class=\"doc-beside-answer\">\n");
	blocks(body, doc->blocks + form + 1, doc->beside, 0);
	html_raw(body.h, "</div>\n</div>\n");
}

static void
all_blocks(struct body body, const struct document *doc)
{
	int form = 0;
	while (form < doc->block_count && doc->blocks[form].kind != BLOCK_FORM)
		form++;
	bool beside = !body.alone && doc->beside > 0 && form + doc->beside < doc->block_count;
	int before = beside ? form : doc->block_count, after = beside ? form + 1 + doc->beside : doc->block_count;
	blocks(body, doc->blocks, before, 0);
	if (beside)
		two_columns(body, doc, form);
	blocks(body, doc->blocks + after, doc->block_count - after, 0);
}

void
body_document(struct body body, const struct document *doc)
{
	int form = body.h->next_id + 1;
	body.doc = doc;
	body.form = &form;
	body.h->next_id += body_forms(doc->blocks, doc->block_count);
	html_raw(body.h, "<div class=\"doc\">\n");
	body_errors(body, form);
	notices(body, doc);
	title(body, doc);
	all_blocks(body, doc);
	sources(body, doc);
	html_raw(body.h, "</div>\n");
}

void
document_html(struct html *h, const struct document *doc)
{
	body_document((struct body){ .h = h }, doc);
}
