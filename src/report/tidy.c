/* tidy.c: from the table of a page to one value a cell. */
#include "report/tidy.h"

#include <assert.h>

/* ---- text ------------------------------------------------------------------------------------ */

/* What the first byte promises; a stray continuation byte promises itself. */
static ptrdiff_t
promised_bytes(char first)
{
	unsigned char c = (unsigned char)first;
	return c < 0xC0 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
}

/* Control characters but tab and line ends, U+0080 to U+009F, and what is no character at all. */
static bool
forbidden(Str one)
{
	unsigned char c = (unsigned char)one.at[0];
	if (one.len == 1)
		return c == 0x7F || (c < 0x20 && c != '\t' && c != '\n' && c != '\r');
	if (one.len == 2)
		return c == 0xC2 && (unsigned char)one.at[1] <= 0x9F;
	return str_equal(one, S("\xEF\xBF\xBE")) || str_equal(one, S("\xEF\xBF\xBF"));
}

/* The bytes of the character at `at`: `*good` when they may stand, else how many to replace. */
static ptrdiff_t
character_at(Str text, ptrdiff_t at, bool *good)
{
	ptrdiff_t bytes = promised_bytes(text.at[at]);
	Str one = { text.at + at, bytes };
	bool whole = at + bytes <= text.len && str_utf8(one, NULL);
	*good = whole && !forbidden(one);
	return whole ? bytes : 1;
}

/* The first place where a character may not stand, or the end. */
static ptrdiff_t
first_bad(Str text, ptrdiff_t from)
{
	bool good;
	for (ptrdiff_t bytes; from < text.len; from += bytes) {
		bytes = character_at(text, from, &good);
		if (!good)
			break;
	}
	return from;
}

Str
tidy_text(Str text, struct arena *perm)
{
	ptrdiff_t bad = first_bad(text, 0), plain = 0;
	if (bad == text.len)
		return text;
	struct text out = text_new(perm);
	while (bad < text.len) {
		bool good;
		text_add(&out, (Str){ text.at + plain, bad - plain });
		text_add(&out, S("\uFFFD"));
		plain = bad + character_at(text, bad, &good);
		bad = first_bad(text, plain);
	}
	text_add(&out, str_from(text, plain));
	return text_str(&out);
}

/* ---- columns --------------------------------------------------------------------------------- */

/* Where the values of a tidy column come from. */
struct source {
	enum { FROM_GROUP, FROM_CELL, FROM_NOTE } part;
	int column;
};

static bool
has_groups(const struct table *table)
{
	for (int r = 0; r < table->row_count; r++)
		if (table->rows[r].group.len)
			return true;
	return false;
}

/* Words that stand beside the value itself. */
static Str
note_of(const struct cell *cell, struct arena *perm)
{
	Str words = cell->kind == CELL_FIGURE ? cell->text : (Str){ 0 };
	bool tag_is_value = cell->kind == CELL_TEXT && cell->text.len == 0;
	Str parts[] = { words, tag_is_value ? (Str){ 0 } : cell->tag, cell->note };
	struct text note = text_new(perm);
	for (ptrdiff_t i = 0; i < countof(parts); i++) {
		text_add(&note, note.len && parts[i].len ? S(", ") : S(""));
		text_add(&note, parts[i]);
	}
	return text_str(&note);
}

static bool
has_notes(const struct table *table, int column, struct arena scratch)
{
	for (int r = 0; r < table->row_count; r++)
		if (note_of(&table->rows[r].cells[column], &scratch).len)
			return true;
	return false;
}

static void
assert_names_differ(const struct tidy_column *columns, int count)
{
	for (int a = 0; a < count; a++)
		for (int b = a + 1; b < count; b++)
			assert(!str_equal_fold(columns[a].name, columns[b].name));
}

/* Fills the columns and where each comes from; gives how many. Both have room for 2 n + 1. */
static int
plan_columns(const struct table *table, struct tidy_column *columns, struct source *sources,
             struct arena *perm)
{
	int count = 0;
	if (has_groups(table)) {
		sources[count] = (struct source){ FROM_GROUP, 0 };
		columns[count++] = (struct tidy_column){ S("group"), S("Group"), false };
	}
	for (int c = 0; c < table->column_count; c++) {
		const struct column *column = &table->columns[c];
		if (column->screen_only)
			continue;
		sources[count] = (struct source){ FROM_CELL, c };
		columns[count++] = (struct tidy_column){ column->name, tidy_text(column->title, perm),
		                                         column->number };
		if (!has_notes(table, c, *perm))
			continue;
		sources[count] = (struct source){ FROM_NOTE, c };
		columns[count++] = (struct tidy_column){
			str_join(column->name, S("_note"), perm),
			str_join(tidy_text(column->title, perm), S(": in words"), perm), false };
	}
	assert_names_differ(columns, count);
	return count;
}

/* ---- cells ----------------------------------------------------------------------------------- */

static struct tidy_cell
words_cell(Str text, struct arena *perm)
{
	return (struct tidy_cell){ .text = tidy_text(text, perm) };
}

static struct tidy_cell
figure_cell(Figure figure, int places, struct arena *perm)
{
	Figure shown = figure_round(figure, places);
	return (struct tidy_cell){
		.is_figure = true, .figure = shown, .places = places,
		.text = figure_present(shown) ? figure_plain(shown, places, perm)
		                              : absent_symbol(shown.absent),
	};
}

/* A year is written as text, so that no face gives it a comma; as data it is a number. A code such
 * as "007" is not: it must read back as it was written. */
static struct tidy_cell
text_cell(const struct cell *cell, bool number, struct arena *perm)
{
	Str text = cell->text.len ? cell->text : cell->tag;
	struct parsed_decimal decimal = parse_decimal(text, 6, false);
	if (number && decimal.ok) {
		struct tidy_cell as_figure = figure_cell(figure_micro(decimal.micro), decimal.places, perm);
		as_figure.as_text = true;
		if (str_equal(as_figure.text, text))
			return as_figure;
	}
	return words_cell(text, perm);
}

static struct tidy_cell
value_cell(const struct cell *cell, bool number, struct arena *perm)
{
	switch (cell->kind) {
	case CELL_FIGURE: return figure_cell(cell->figure, cell->places, perm);
	case CELL_TEXT:   return text_cell(cell, number, perm);
	case CELL_CHART:  return words_cell(cell->chart ? cell->chart->title : (Str){ 0 }, perm);
	}
	assert(false);
	return (struct tidy_cell){ 0 };
}

static struct tidy_cell
cell_from(const struct row *row, struct source source, bool number, struct arena *perm)
{
	switch (source.part) {
	case FROM_GROUP: return words_cell(row->group, perm);
	case FROM_CELL:  return value_cell(&row->cells[source.column], number, perm);
	case FROM_NOTE:  return words_cell(note_of(&row->cells[source.column], perm), perm);
	}
	assert(false);
	return (struct tidy_cell){ 0 };
}

struct tidy
tidy_table(const struct table *table, struct arena *perm)
{
	int most = 2 * table->column_count + 1;
	struct tidy_column *columns = new(perm, most, struct tidy_column);
	struct source *sources = new(perm, most, struct source);
	int count = plan_columns(table, columns, sources, perm);

	struct tidy_cell *cells = new(perm, (ptrdiff_t)count * table->row_count, struct tidy_cell);
	for (int r = 0; r < table->row_count; r++)
		for (int c = 0; c < count; c++)
			cells[(ptrdiff_t)r * count + c] = cell_from(&table->rows[r], sources[c],
			                                            columns[c].number, perm);
	return (struct tidy){
		.name = table->name, .caption = tidy_text(table->caption, perm),
		.columns = columns, .column_count = count, .cells = cells, .row_count = table->row_count,
	};
}

void
tidy_absences(const struct tidy *tidy, bool seen[ABSENT_KINDS])
{
	ptrdiff_t cells = (ptrdiff_t)tidy->row_count * tidy->column_count;
	for (ptrdiff_t i = 0; i < cells; i++)
		if (tidy->cells[i].is_figure)
			seen[tidy->cells[i].figure.absent] = true;
}

/* ---- findings -------------------------------------------------------------------------------- */

static const struct column finding_columns[] = {
	{ .name = STR("severity"), .title = STR("Severity") },
	{ .name = STR("code"),     .title = STR("Code") },
	{ .name = STR("file"),     .title = STR("File") },
	{ .name = STR("line"),     .title = STR("Line"),   .number = true },
	{ .name = STR("column"),   .title = STR("Column"), .number = true },
	{ .name = STR("record"),   .title = STR("Record") },
	{ .name = STR("field"),    .title = STR("Field") },
	{ .name = STR("message"),  .title = STR("What is wrong, and what to do") },
};

/* Places count from 1; 0 is the whole file, or the whole line. */
static struct cell
place_cell(int place)
{
	return cell_figure(figure_whole(place), 0, UNIT_COUNT);
}

static Str
finding_message(const struct finding *finding, struct arena *perm)
{
	struct text text = text_new(perm);
	if (finding->seen.len)
		text_format(&text, "\"%.*s\" ", STR_ARG(finding->seen));
	text_add(&text, finding->wrong);
	if (finding->mend.len)
		text_format(&text, "; %.*s", STR_ARG(finding->mend));
	return text_str(&text);
}

static struct row
finding_row(const struct finding *finding, struct arena *perm)
{
	struct cell *cells = new(perm, countof(finding_columns), struct cell);
	struct cell *cell = cells;
	*cell++ = cell_text(severity_text(finding->severity));
	*cell++ = cell_text(finding->code);
	*cell++ = cell_text(finding->file);
	*cell++ = place_cell(finding->line);
	*cell++ = place_cell(finding->column);
	*cell++ = cell_text(finding->record);
	*cell++ = cell_text(finding->field);
	*cell++ = cell_text(finding_message(finding, perm));
	assert(cell - cells == countof(finding_columns));
	return (struct row){ .cells = cells };
}

/* Documents are built by pages, at most a fold within a fold, so walking them is bounded. */
static int
each_finding(const struct block *blocks, int count, struct row *rows, struct arena *perm)
{
	int found = 0;
	for (int i = 0; i < count; i++) {
		const struct block *block = &blocks[i];
		for (int f = 0; f < block->finding_count; f++, found++)
			if (rows)
				rows[found] = finding_row(&block->findings[f], perm);
		found += each_finding(block->inner, block->inner_count, rows ? rows + found : NULL, perm);
	}
	return found;
}

static const struct table *
table_of_findings(const struct row *rows, int count, struct arena *perm)
{
	struct table *table = new(perm, 1, struct table);
	*table = (struct table){
		.name = S("findings"), .caption = S("Findings"),
		.columns = finding_columns, .column_count = (int)countof(finding_columns),
		.rows = rows, .row_count = count,
	};
	return table;
}

const struct table *
findings_table(const struct findings *found, struct arena *perm)
{
	struct row *rows = new(perm, found->count, struct row);
	for (ptrdiff_t i = 0; i < found->count; i++)
		rows[i] = finding_row(&found->at[i], perm);
	return table_of_findings(rows, (int)found->count, perm);
}

struct tidy
tidy_findings(const struct document *doc, struct arena *perm)
{
	int count = each_finding(doc->blocks, doc->block_count, NULL, perm);
	struct row *rows = new(perm, count, struct row);
	each_finding(doc->blocks, doc->block_count, rows, perm);
	return tidy_table(table_of_findings(rows, count, perm), perm);
}
