/* document_text.c: a document for a terminal. */
#include "report/document.h"
#include "report/terminal.h"

static void
draw_heading(struct terminal *to, Str text, Str under)
{
	Str clean = terminal_clean(text, to->arena);
	terminal_wrap(to, S(""), clean, INK_STRONG);
	int cells = terminal_cells(clean);
	terminal_repeat(to, under, cells < to->width ? cells : to->width);
	if (under.len)
		terminal_end(to);
}

/* An address that a reader elsewhere can use is written out; one within our pages is not. */
static bool
outside(Str href)
{
	return str_begins(href, S("https://")) || str_begins(href, S("http://"));
}

static Str
run_text(const struct run *run, struct arena *perm)
{
	if (!outside(run->href) || str_equal(run->text, run->href))
		return run->text;
	return str_format(perm, "%.*s <%.*s>", STR_ARG(run->text), STR_ARG(run->href));
}

static Str
runs_text(const struct block *block, struct arena *perm)
{
	struct text text = text_new(perm);
	for (int i = 0; i < block->run_count; i++)
		text_add(&text, run_text(&block->runs[i], perm));
	return text_str(&text);
}

static void
draw_list(struct terminal *to, const struct block *block)
{
	for (int i = 0; i < block->run_count; i++)
		terminal_wrap(to, S("  • "), run_text(&block->runs[i], to->arena), INK_PLAIN);
}

static void
draw_table(struct terminal *to, const struct table *table)
{
	terminal_table(to, table);
	Str showing = table_showing(table, to->arena);
	if (showing.len)
		terminal_wrap(to, S(""), showing, INK_QUIET);
}

/* The picture's own words; the figures stand in its table. */
static void
draw_chart(struct terminal *to, const struct chart *chart, const struct table *table)
{
	terminal_wrap(to, S(""), chart->title, INK_STRONG);
	if (chart->subtitle.len)
		terminal_wrap(to, S(""), chart->subtitle, INK_QUIET);
	if (chart->description.len)
		terminal_wrap(to, S(""), chart->description, INK_PLAIN);
	if (table) {
		terminal_end(to);
		terminal_table(to, table);
	}
}

/* Keys in a column of their own, at most a third of the line. */
static void
draw_summary(struct terminal *to, const struct block *block)
{
	int widest = 0;
	for (int i = 0; i < block->pair_count; i++) {
		int cells = terminal_cells(terminal_clean(block->pairs[i].key, to->arena));
		widest = cells > widest ? cells : widest;
	}
	widest = widest > to->width / 3 ? to->width / 3 : widest;
	for (int i = 0; i < block->pair_count; i++) {
		Str key = terminal_clean(block->pairs[i].key, to->arena);
		struct text first = text_new(to->arena);
		text_add(&first, terminal_line(&key, widest));
		for (int blanks = widest + 2 - terminal_cells(text_str(&first)); blanks > 0; blanks--)
			text_char(&first, ' ');
		terminal_wrap(to, text_str(&first), block->pairs[i].value, INK_PLAIN);
		if (key.len)
			terminal_wrap(to, S(""), key, INK_PLAIN);
	}
}

/* The lines that an editor can jump from are kept whole, however long. */
static void
draw_findings(struct terminal *to, const struct finding *findings, ptrdiff_t count)
{
	for (ptrdiff_t i = 0; i < count; i++) {
		const struct finding *finding = &findings[i];
		Str line = terminal_clean(finding_text(finding, to->arena), to->arena);
		terminal_add(to, line, finding->severity == MISTAKE ? INK_BAD : INK_NOTICE);
		terminal_end(to);
	}
}

static void
draw_choices(struct terminal *to, const struct block *block)
{
	Str chosen = block_chosen(block);
	if (chosen.len)
		terminal_wrap(to, S(""), str_format(to->arena, "%.*s %.*s", STR_ARG(block->text),
		                                    STR_ARG(chosen)), INK_PLAIN);
}

/* ---- forms ----------------------------------------------------------------------------------- */

/* "RES (Resigned), RET (Retired)"; choosing nothing is not a thing to give. */
static Str
picks_text(const struct input *input, struct arena *perm)
{
	struct text text = text_new(perm);
	for (int i = 0; i < input->pick_count; i++) {
		const struct pick *pick = &input->picks[i];
		if (pick->value.len == 0)
			continue;
		text_add(&text, text.len ? S(", ") : S(""));
		text_add(&text, pick->value);
		if (pick->words.len && !str_equal(pick->words, pick->value))
			text_format(&text, " (%.*s)", STR_ARG(pick->words));
	}
	return text_str(&text);
}

static Str
given_text(const struct input *input, struct arena *perm)
{
	struct text text = text_new(perm);
	if (input->kind == INPUT_PASSWORD)
		return (Str){ 0 };
	text_add(&text, input->value);
	for (int i = 0; i < input->pick_count; i++) {
		if (!form_chosen(input, i) || str_equal(input->picks[i].value, input->value))
			continue;
		text_add(&text, text.len ? S(", ") : S(""));
		text_add(&text, input->picks[i].value);
	}
	return text_str(&text);
}

/* What an input takes is one line, by the name that a request gives it. */
static Str
input_text(const struct input *input, struct arena *perm)
{
	struct text text = text_new(perm);
	Str given = given_text(input, perm);
	bool offers = input->pick_count && input->kind != INPUT_TEXT;
	text_add(&text, input->label);
	if (input->optional)
		text_add(&text, S(" (optional)"));
	if (offers)
		text_format(&text, "%s%s%.*s", text.len ? ": " : "",
		            input->pick_count == 1 ? "" : input->kind == INPUT_CHECKS ? "any of " : "one of ",
		            STR_ARG(picks_text(input, perm)));
	if (given.len)
		text_format(&text, "%sgiven: %.*s", text.len ? "; " : "", STR_ARG(given));
	return text_str(&text);
}

static void
draw_form(struct terminal *to, const struct form *form)
{
	enum { NAME = 20 };
	struct text does = text_new(to->arena);
	text_add(&does, form->legend);
	for (int i = 0; i < form->button_count; i++) {
		text_add(&does, i ? S(", ") : form->legend.len ? S(": ") : S(""));
		text_add(&does, form->buttons[i].words);
	}
	terminal_wrap(to, S(""), text_str(&does), INK_STRONG);
	if (form->error.len)
		terminal_wrap(to, S("  ! "), form->error, INK_BAD);
	for (int i = 0; i < form->input_count; i++) {
		const struct input *input = &form->inputs[i];
		if (input->kind == INPUT_HIDDEN && input->error.len == 0)
			continue;
		Str name = terminal_clean(input->name, to->arena);
		Str first = str_format(to->arena, "  %.*s%*s", STR_ARG(name),
		                       NAME > terminal_cells(name) ? NAME - terminal_cells(name) : 1, "");
		terminal_wrap(to, first, input_text(input, to->arena), INK_PLAIN);
		if (input->error.len)
			terminal_wrap(to, S("  ! "), input->error, INK_BAD);
	}
}

static void draw_blocks(struct terminal *to, const struct block *blocks, int count);

static void
draw_details(struct terminal *to, const struct block *block)
{
	terminal_wrap(to, S(""), block->text, INK_STRONG);
	draw_blocks(to, block->inner, block->inner_count);
}

static void
draw_block(struct terminal *to, const struct block *block)
{
	switch (block->kind) {
	case BLOCK_HEADING:
		draw_heading(to, block->text, block->level == 2 ? S("─") : S(""));
		break;
	case BLOCK_PARAGRAPH:
		terminal_wrap(to, S(""), runs_text(block, to->arena),
		              block->lead ? INK_STRONG : INK_PLAIN);
		break;
	case BLOCK_LIST:     draw_list(to, block); break;
	case BLOCK_TABLE:    draw_table(to, block->table); break;
	case BLOCK_CHART:    draw_chart(to, block->chart, block->table); break;
	case BLOCK_DETAILS:  draw_details(to, block); break;
	case BLOCK_INSET:
		terminal_wrap(to, S("  │ "), runs_text(block, to->arena), INK_PLAIN);
		break;
	case BLOCK_WARNING:
		terminal_wrap(to, S("  ! "), runs_text(block, to->arena), INK_NOTICE);
		break;
	case BLOCK_SUMMARY:  draw_summary(to, block); break;
	case BLOCK_FINDINGS: draw_findings(to, block->findings, block->finding_count); break;
	case BLOCK_FORM:     draw_form(to, block->form); break;
	case BLOCK_CHOICES:  draw_choices(to, block); break;
	case BLOCK_NOTICE:
		terminal_wrap(to, S(""), runs_text(block, to->arena), INK_STRONG);
		break;
	}
}

/* A blank line between blocks, but none between a heading and what it heads. */
static void
draw_blocks(struct terminal *to, const struct block *blocks, int count)
{
	for (int i = 0; i < count; i++) {
		bool after_heading = i > 0 && blocks[i - 1].kind == BLOCK_HEADING;
		if (i > 0 && !after_heading)
			terminal_end(to);
		draw_block(to, &blocks[i]);
	}
}

static void
draw_symbols(struct terminal *to)
{
	bool any = false;
	for (int a = NOT_AVAILABLE; a < ABSENT_KINDS; a++) {
		Str symbol = absent_symbol((enum absent)a);
		if (!to->absent[a] || symbol.len == 0)
			continue;
		if (!any)
			terminal_end(to);
		any = true;
		struct text first = text_new(to->arena);
		text_format(&first, "%-4.*s", STR_ARG(symbol));
		terminal_wrap(to, text_str(&first), absent_meaning((enum absent)a), INK_QUIET);
	}
}

static void
draw_sources(struct terminal *to, const struct document *doc)
{
	if (doc->source_count == 0)
		return;
	terminal_end(to);
	for (int i = 0; i < doc->source_count; i++)
		terminal_wrap(to, S(""), doc->sources[i], INK_QUIET);
}

Str
document_text(const struct document *doc, bool colour, int width, struct arena *perm)
{
	struct terminal to = terminal_new(width, colour, perm);
	if (doc->lines) {
		draw_findings(&to, doc->lines->at, doc->lines->count);
		terminal_add(&to, terminal_clean(doc->title, perm), INK_STRONG);
		terminal_end(&to);
		return text_str(&to.out);
	}
	if (doc->caption.len)
		terminal_wrap(&to, S(""), doc->caption, INK_QUIET);
	draw_heading(&to, doc->title, S("═"));
	if (doc->period.len)
		terminal_wrap(&to, S(""), doc->period, INK_QUIET);
	if (doc->block_count)
		terminal_end(&to);
	draw_blocks(&to, doc->blocks, doc->block_count);
	draw_symbols(&to);
	draw_sources(&to, doc);
	return text_str(&to.out);
}
