/* document_json.c: a document as JSON, in an order that never changes.
 *
 *     { "title", "caption", "period", "address",
 *       "data":     [ { column: value } ],
 *       "tables":   { name: [ ... ] },
 *       "notes":    [ text ],          paragraphs, insets and warnings, as on the page
 *       "sources":  [ text ],
 *       "findings": [ { severity, code, file, line, column, record, field, message } ] }
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
		|| block->kind == BLOCK_WARNING;
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

	struct tidy findings = tidy_findings(doc, perm);
	text_add(&out, S("],\n  \"findings\": "));
	add_rows(&out, &findings, S("    "));
	text_add(&out, S("\n}\n"));
	return text_str(&out);
}
