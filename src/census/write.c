/* write.c: the message, and the sheet. */
#include "census/write.h"

#include "census/reading.h"

#include <string.h>

/* A return that does not say its year has every item written. */
static bool
is_written(enum item item, int year)
{
	return year == 0 || item_in_year(item, year < CENSUS_FIRST_YEAR ? CENSUS_FIRST_YEAR : year);
}

static Str
capitals(Str text, struct arena *perm)
{
	Str copy = str_copy(text, perm);
	char *at = (char *)copy.at;
	for (ptrdiff_t i = 0; i < copy.len; i++)
		at[i] = (char)(at[i] >= 'a' && at[i] <= 'z' ? at[i] - 'a' + 'A' : at[i]);
	return copy;
}

/* An item's text as it is written; empty where nothing is said. */
static Str
text_of(enum item item, const struct cell_said *cell, struct fact fact, struct arena *perm)
{
	if (fact.said == NOT_SAID)
		return (Str){ 0 };
	if (fact.said == SAID && item_rows[item].kind == KIND_NUMBER)
		return figure_short(figure_micro(fact.value), perm);
	if (fact.said == SAID && item_rows[item].kind == KIND_SWE)
		return capitals(str_trim(cell->text), perm);
	return str_trim(cell->text);
}

/* ---- the message ----------------------------------------------------------------------------- */

/* How much of a text needs no care: what XML cannot say at all begins with these bytes too. */
static ptrdiff_t
plain_length(Str text)
{
	ptrdiff_t i = 0;
	while (i < text.len && (unsigned char)text.at[i] >= ' ' && text.at[i] != '&' &&
	       text.at[i] != '<' && text.at[i] != '>' && text.at[i] != '"' && text.at[i] != '\xEF')
		i++;
	return i;
}

/* The first character of a text that needs care; gives its length. U+FFFD stands for what XML 1.0
 * has not: controls, U+FFFE and U+FFFF. */
static ptrdiff_t
add_careful(struct text *out, Str text)
{
	bool none = str_begins(text, S("\xEF\xBF\xBE")) || str_begins(text, S("\xEF\xBF\xBF"));
	switch (text.at[0]) {
	case '&':
		text_add(out, S("&amp;"));
		return 1;
	case '<':
		text_add(out, S("&lt;"));
		return 1;
	case '>':
		text_add(out, S("&gt;"));
		return 1;
	case '"':
		text_add(out, S("&quot;"));
		return 1;
	case '\r':
		text_add(out, S("&#13;"));
		return 1;
	case '\n':
	case '\t':
		text_char(out, text.at[0]);
		return 1;
	case '\xEF':
		text_add(out, none ? S("\uFFFD") : str_upto(text, 1));
		return none ? 3 : 1;
	default:
		text_add(out, S("\uFFFD"));
		return 1;
	}
}

static void
add_escaped(struct text *out, Str text)
{
	while (text.len > 0) {
		ptrdiff_t plain = plain_length(text);
		text_add(out, str_upto(text, plain));
		text = str_from(text, plain);
		if (text.len > 0)
			text = str_from(text, add_careful(out, text));
	}
}

static void
add_element(struct text *out, int indent, enum item item, Str text)
{
	Str name = item_rows[item].name;
	for (int i = 0; i < indent; i++)
		text_char(out, '\t');
	text_char(out, '<');
	text_add(out, name);
	text_char(out, '>');
	add_escaped(out, text);
	text_add(out, S("</"));
	text_add(out, name);
	text_add(out, S(">\n"));
}

/* The items of one place that the return itself has. */
static void
add_place(struct text *out, int indent, const struct census_return *ret, enum item_place place,
	  struct arena scratch)
{
	for (int i = 0; i < RETURN_ITEMS; i++) {
		struct arena here = scratch;
		enum item item = (enum item)i;
		if (item_rows[i].place != place || !is_written(item, ret->year))
			continue;
		Str text = text_of(item, &ret->cell[i], ret->fact[i], &here);
		if (text.len > 0 || item == ITEM_OTHER_ALLOWANCES)
			add_element(out, indent, item, text);
	}
}

static void
add_worker(struct text *out, const struct worker *w, int year, struct arena scratch)
{
	text_add(out, S("\t<CSWWWorker>\n"));
	for (int i = WORKER_FIRST; i < ITEMS; i++) {
		struct arena here = scratch;
		enum item item = (enum item)i;
		Str text = is_written(item, year) ? text_of(item, worker_cell(w, item),
							    worker_fact(w, item), &here)
						  : (Str){ 0 };
		if (text.len > 0)
			add_element(out, 2, item, text);
	}
	text_add(out, S("\t</CSWWWorker>\n"));
}

/* The text grows in `perm`; what is made on the way stands apart, so that it grows in place. */
enum { SCRATCH = 1 << 17 };
static struct arena
scratch_of(struct arena *perm)
{
	char *begin = new(perm, SCRATCH, char);
	return (struct arena){ .next = begin, .end = begin + SCRATCH, .full = perm->full };
}

Str
census_write_xml(const struct census_return *ret, struct arena *perm)
{
	struct arena scratch = scratch_of(perm);
	struct text out = text_new(perm);
	Str module = census_module(ret->year ? ret->year : CENSUS_LAST_YEAR);
	text_add(&out, S("<?xml version=\"1.0\" "
			 "encoding=\"UTF-8\"?>\n<Message>\n\t<Header>\n\t\t<CollectionDetails>\n"));
	add_place(&out, 3, ret, IN_COLLECTION, scratch);
	text_add(&out, S("\t\t</CollectionDetails>\n\t\t<Source>\n"));
	add_place(&out, 3, ret, IN_SOURCE, scratch);
	text_format(&out, "\t\t</Source>\n\t</Header>\n\t<%.*s>\n", STR_ARG(module));
	add_place(&out, 2, ret, IN_AUTHORITY, scratch);
	text_format(&out, "\t</%.*s>\n", STR_ARG(module));
	for (int i = 0; i < ret->worker_count; i++)
		add_worker(&out, &ret->workers[i], ret->year, scratch);
	text_add(&out, S("</Message>\n"));
	return text_str(&out);
}

/* ---- the sheet ------------------------------------------------------------------------------- */

static bool
wants_quotes(Str text)
{
	for (ptrdiff_t i = 0; i < text.len; i++)
		if (strchr(",\";\t\r\n", text.at[i]))
			return true;
	return false;
}

/* What no text has: a NUL would make the whole file none. */
static bool
is_control(char c)
{
	return (unsigned char)c < ' ' && c != '\t' && c != '\r' && c != '\n';
}

static void
add_field(struct text *out, Str text)
{
	bool guard = reading_formula(text), quotes = wants_quotes(text);
	text_add(out, quotes ? S("\"") : S(""));
	text_add(out, guard ? S("'") : S(""));
	for (ptrdiff_t i = 0; i < text.len; i++) {
		char c = text.at[i];
		text_add(out, quotes && c == '"' ? S("\"") : S(""));
		text_add(out, is_control(c) ? S("\uFFFD") : (Str){ &c, 1 });
	}
	text_add(out, quotes ? S("\"") : S(""));
}

/* Items in the order of the columns: a worker's first, then those of the return. */
static enum item
item_of_column(int column)
{
	return (enum item)(column < WORKER_ITEMS ? WORKER_FIRST + column : column - WORKER_ITEMS);
}

/* A row: the headings with `heads`; else a worker, or with NULL only what the return says itself.
 */
static void
add_row(struct text *out, const struct census_return *ret, bool heads, const struct worker *w,
	struct arena scratch)
{
	bool first = true;
	for (int c = 0; c < ITEMS; c++) {
		struct arena here = scratch;
		enum item item = item_of_column(c);
		if (!is_written(item, ret->year))
			continue;
		text_add(out, first ? S("") : S(","));
		first = false;
		if (heads)
			text_add(out, item_rows[item].name);
		else if (item_rows[item].place != IN_WORKER)
			add_field(out, text_of(item, &ret->cell[item], ret->fact[item], &here));
		else if (w)
			add_field(out,
				  text_of(item, worker_cell(w, item), worker_fact(w, item), &here));
	}
	text_add(out, S("\r\n"));
}

Str
census_write_csv(const struct census_return *ret, struct arena *perm)
{
	struct arena scratch = scratch_of(perm);
	struct text out = text_new(perm);
	text_add(&out, S("\xEF\xBB\xBF"));
	add_row(&out, ret, true, NULL, scratch);
	for (int i = 0; i < ret->worker_count; i++)
		add_row(&out, ret, false, &ret->workers[i], scratch);
	if (ret->worker_count == 0)
		add_row(&out, ret, false, NULL, scratch);
	return text_str(&out);
}

/* ---- its name -------------------------------------------------------------------------------- */

Str
census_file_name(const struct census_return *ret, struct arena *perm)
{
	struct text name = text_new(perm);
	text_add(&name, S("CSWW"));
	if (ret->fact[ITEM_LEA].said == SAID)
		text_format(&name, "_%03d", (int)ret->fact[ITEM_LEA].value);
	if (ret->year != 0)
		text_format(&name, "_%d", ret->year);
	text_add(&name, S(".xml"));
	return text_str(&name);
}
