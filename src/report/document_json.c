/* document_json.c: a document as JSON, in an order that never changes.
 *
 *     { "title", "caption", "period", "address",
 *       "data":     [ { column: value } ],
 *       "tables":   { name: [ ... ] },
 *       "notes":    [ text ],          paragraphs, notices and the like, as on the page
 *       "sources":  [ text ],
 *       "findings": [ { severity, code, file, line, column, record, field, message } ],
 *       "forms":    [ { action, method, legend, error, inputs, buttons } ] }
 *
 * "forms" is there when the page has any. An input is { name, kind, label, hint, value, error,
 * optional, picks: [ { value, words, chosen } ] }, and of checks each pick is a field with a name of
 * its own. The session's token is not among them, nor what was typed as a password.
 *
 * A figure is a JSON number written with its own decimal digits, never by way of binary. An absent
 * one is null, and "NAME_symbol" beside it says why in DfE's letter.
 */
#include "report/document.h"
#include "report/tidy.h"

/* ---- values ---------------------------------------------------------------------------------- */

static Str
escape(unsigned char c)
{
	switch (c) {
	case '"':  return S("\\\"");
	case '\\': return S("\\\\");
	case '\n': return S("\\n");
	case '\r': return S("\\r");
	case '\t': return S("\\t");
	}
	return (Str){ 0 };
}

/* `text` is tidy: no control character but the three above. */
static void
add_string(struct text *out, Str text)
{
	text_char(out, '"');
	for (ptrdiff_t i = 0; i < text.len; i++) {
		Str instead = escape((unsigned char)text.at[i]);
		if (instead.len)
			text_add(out, instead);
		else
			text_char(out, text.at[i]);
	}
	text_char(out, '"');
}

static void
add_key(struct text *out, Str key)
{
	add_string(out, key);
	text_add(out, S(": "));
}

static void
add_member(struct text *out, Str key, Str value, struct arena *perm)
{
	text_add(out, S("  "));
	add_key(out, key);
	add_string(out, tidy_text(value, perm));
	text_add(out, S(",\n"));
}

static void
add_value(struct text *out, Str name, const struct tidy_cell *cell)
{
	add_key(out, name);
	if (!cell->is_figure) {
		add_string(out, cell->text);
	} else if (figure_present(cell->figure)) {
		text_add(out, cell->text);
	} else {
		text_format(out, "null, \"%.*s_symbol\": ", STR_ARG(name));
		add_string(out, cell->text);
	}
}

/* One object a line, so that two exports can be compared line by line. */
static void
add_rows(struct text *out, const struct tidy *table, Str indent)
{
	text_char(out, '[');
	const struct tidy_cell *cell = table->cells;
	for (int r = 0; r < table->row_count; r++) {
		text_format(out, "%s\n%.*s{", r ? "," : "", STR_ARG(indent));
		for (int c = 0; c < table->column_count; c++, cell++) {
			text_add(out, c ? S(", ") : S(""));
			add_value(out, table->columns[c].name, cell);
		}
		text_char(out, '}');
	}
	text_char(out, ']');
}

/* ---- notes ----------------------------------------------------------------------------------- */

static Str
runs_text(const struct block *block, struct arena *perm)
{
	struct text text = text_new(perm);
	for (int i = 0; i < block->run_count; i++)
		text_add(&text, block->runs[i].text);
	return tidy_text(text_str(&text), perm);
}

static bool
is_note(const struct block *block)
{
	return block->kind == BLOCK_PARAGRAPH || block->kind == BLOCK_INSET
		|| block->kind == BLOCK_WARNING || block->kind == BLOCK_NOTICE;
}

static void
add_item(struct text *out, Str item, bool *first)
{
	text_add(out, *first ? S("\n    ") : S(",\n    "));
	add_string(out, item);
	*first = false;
}

static void
add_notes(struct text *out, const struct block *blocks, int count, bool *first, struct arena *perm)
{
	for (int i = 0; i < count; i++) {
		const struct block *block = &blocks[i];
		if (is_note(block))
			add_item(out, runs_text(block, perm), first);
		for (int r = 0; block->kind == BLOCK_LIST && r < block->run_count; r++)
			add_item(out, tidy_text(block->runs[r].text, perm), first);
		add_notes(out, block->inner, block->inner_count, first, perm);
	}
}

/* ---- forms ----------------------------------------------------------------------------------- */

/* `"key": "text"`, after a comma where it is not the first of its object. */
static void
add_pair(struct text *out, Str key, Str value, bool first, struct arena *perm)
{
	text_add(out, first ? S("") : S(", "));
	add_key(out, key);
	add_string(out, tidy_text(value, perm));
}

static void
add_truth(struct text *out, Str key, bool truth)
{
	text_add(out, S(", "));
	add_key(out, key);
	text_add(out, truth ? S("true") : S("false"));
}

static void
add_picks(struct text *out, const struct input *input, struct arena *perm)
{
	text_add(out, S(", \"picks\": ["));
	for (int i = 0; i < input->pick_count; i++) {
		bool checks = input->kind == INPUT_CHECKS;
		text_add(out, i ? S(", {") : S("{"));
		if (checks)
			add_pair(out, S("name"), form_check_name(input, i, perm), true, perm);
		add_pair(out, S("value"), checks ? form_check_value(input, i) : input->picks[i].value,
		         !checks, perm);
		add_pair(out, S("words"), input->picks[i].words, false, perm);
		add_truth(out, S("chosen"), form_chosen(input, i));
		text_char(out, '}');
	}
	text_char(out, ']');
}

static void
add_input(struct text *out, const struct input *input, struct arena *perm)
{
	Str value = input->kind == INPUT_PASSWORD ? (Str){ 0 } : input->value;
	text_add(out, S("\n        {"));
	add_pair(out, S("name"), input->name, true, perm);
	add_pair(out, S("kind"), form_kind_name(input->kind), false, perm);
	add_pair(out, S("label"), input->label, false, perm);
	add_pair(out, S("hint"), input->hint, false, perm);
	add_pair(out, S("value"), value, false, perm);
	add_pair(out, S("error"), input->error, false, perm);
	add_truth(out, S("optional"), input->optional);
	add_picks(out, input, perm);
	text_char(out, '}');
}

static void
add_form(struct text *out, const struct form *form, struct arena *perm)
{
	text_add(out, S("{"));
	add_pair(out, S("action"), form->action, true, perm);
	add_pair(out, S("method"), form->asks ? S("get") : S("post"), false, perm);
	add_pair(out, S("legend"), form->legend, false, perm);
	add_pair(out, S("error"), form->error, false, perm);
	text_add(out, S(",\n      \"inputs\": ["));
	for (int i = 0; i < form->input_count; i++) {
		text_add(out, i ? S(",") : S(""));
		add_input(out, &form->inputs[i], perm);
	}
	text_add(out, S("],\n      \"buttons\": ["));
	for (int i = 0; i < form->button_count; i++) {
		text_add(out, i ? S(", {") : S("{"));
		add_pair(out, S("words"), form->buttons[i].words, true, perm);
		add_pair(out, S("name"), form->buttons[i].name, false, perm);
		add_pair(out, S("value"), form->buttons[i].value, false, perm);
		text_char(out, '}');
	}
	text_add(out, S("]}"));
}

static void
add_forms(struct text *out, const struct block *blocks, int count, int *forms, struct arena *perm)
{
	for (int i = 0; i < count; i++) {
		if (blocks[i].kind == BLOCK_FORM) {
			text_add(out, (*forms)++ ? S(",\n    ") : S(",\n  \"forms\": [\n    "));
			add_form(out, blocks[i].form, perm);
		}
		add_forms(out, blocks[i].inner, blocks[i].inner_count, forms, perm);
	}
}

/* ---- the whole ------------------------------------------------------------------------------- */

static void
add_tables(struct text *out, const struct document *doc, struct arena *perm)
{
	text_add(out, S("  \"tables\": {"));
	for (int i = 0; i < doc->sheet_count; i++) {
		struct tidy table = tidy_table(doc->sheets[i], perm);
		text_add(out, i ? S(",\n    ") : S("\n    "));
		add_key(out, table.name);
		add_rows(out, &table, S("      "));
	}
	text_add(out, S("},\n"));
}

Str
document_json(const struct document *doc, struct arena *perm)
{
	struct text out = text_new(perm);
	text_add(&out, S("{\n"));
	add_member(&out, S("title"), doc->title, perm);
	add_member(&out, S("caption"), doc->caption, perm);
	add_member(&out, S("period"), doc->period, perm);
	add_member(&out, S("address"), doc->address, perm);

	struct tidy data = doc->data ? tidy_table(doc->data, perm) : (struct tidy){ 0 };
	text_add(&out, S("  \"data\": "));
	add_rows(&out, &data, S("    "));
	text_add(&out, S(",\n"));
	add_tables(&out, doc, perm);

	bool first = true;
	text_add(&out, S("  \"notes\": ["));
	add_notes(&out, doc->blocks, doc->block_count, &first, perm);
	first = true;
	text_add(&out, S("],\n  \"sources\": ["));
	for (int i = 0; i < doc->source_count; i++)
		add_item(&out, tidy_text(doc->sources[i], perm), &first);

	bool are_data = doc->data && str_equal(doc->data->name, S("findings"));
	struct tidy findings = are_data ? data : tidy_findings(doc, perm);
	text_add(&out, S("],\n  \"findings\": "));
	add_rows(&out, &findings, S("    "));
	int forms = 0;
	add_forms(&out, doc->blocks, doc->block_count, &forms, perm);
	text_add(&out, forms ? S("]\n}\n") : S("\n}\n"));
	return text_str(&out);
}
