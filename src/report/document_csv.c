/* document_csv.c: the tidy table of a document as RFC 4180 text that Excel opens as it is. */
#include "report/document.h"
#include "report/tidy.h"

/* What a spreadsheet takes for the start of a formula: OWASP, "CSV Injection", with the full-width
 * forms that some programs fold to the plain ones. */
static const Str formula_starts[] = {
	STR("="), STR("+"), STR("-"), STR("@"), STR("\t"), STR("\r"), STR("\n"),
	STR("\uFF1D"), STR("\uFF0B"), STR("\uFF0D"), STR("\uFF20"),
};

static bool
like_formula(Str text)
{
	for (ptrdiff_t i = 0; i < countof(formula_starts); i++)
		if (str_begins(text, formula_starts[i]))
			return true;
	return false;
}

static bool
needs_quotes(Str text)
{
	for (ptrdiff_t i = 0; i < text.len; i++)
		switch (text.at[i]) {
		case ',': case '"': case '\r': case '\n':
			return true;
		}
	return text.len && (text.at[0] == ' ' || text.at[text.len - 1] == ' ');
}

static void
add_quoted(struct text *out, Str text)
{
	text_char(out, '"');
	for (ptrdiff_t i = 0; i < text.len; i++) {
		if (text.at[i] == '"')
			text_char(out, '"');
		text_char(out, text.at[i]);
	}
	text_char(out, '"');
}

static void
add_words(struct text *out, Str text, bool guard)
{
	if (guard && like_formula(text))
		text = str_join(S("'"), text, out->arena);
	if (needs_quotes(text))
		add_quoted(out, text);
	else
		text_add(out, text);
}

/* A figure is digits or one of DfE's symbols, so it needs neither quotes nor guard: the minus of a
 * negative number is not the start of a formula. */
static void
add_row(struct text *out, const struct tidy_cell *cells, int count, bool guard)
{
	for (int c = 0; c < count; c++) {
		if (c > 0)
			text_char(out, ',');
		if (cells[c].is_figure)
			text_add(out, cells[c].text);
		else
			add_words(out, cells[c].text, guard);
	}
	text_add(out, S("\r\n"));
}

Str
document_csv(const struct document *doc, bool guard, struct arena *perm)
{
	if (!doc->data)
		return (Str){ 0 };
	struct tidy data = tidy_table(doc->data, perm);
	struct text out = text_new(perm);
	text_add(&out, S("\uFEFF"));
	for (int c = 0; c < data.column_count; c++) {
		if (c > 0)
			text_char(&out, ',');
		add_words(&out, data.columns[c].name, guard);
	}
	text_add(&out, S("\r\n"));
	for (int r = 0; r < data.row_count; r++)
		add_row(&out, data.cells + (ptrdiff_t)r * data.column_count, data.column_count, guard);
	return text_str(&out);
}
