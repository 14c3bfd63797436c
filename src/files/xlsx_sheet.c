/* xlsx_sheet.c: one sheet's rows, cell by cell as they go by. */
#include "files/xlsx.h"

#include "base/quantity.h"

#include <string.h>

struct rows { struct grid_row *at; int count, room; };
struct columns { int first, last; };             /* hidden ones, from 0 */
struct hidden { struct columns *at; int count, room; };

struct sheet {
	struct xlsx *book;
	struct grid *grid;
	struct rows rows;
	struct hidden hidden;
	struct xlsx_merges merges;
	struct grid_cell *cells;                 /* of the row being read; empty between rows */
	int  filled;                             /* up to the last with anything in it */
	int  line, column;                       /* of the row; of the last cell in it, -1 before any */
	bool in_row, row_hidden;
	struct xlsx_cell cell;
	bool in_cell, in_value, phonetic, overflowed;
	bool stopped;                            /* a limit was passed: the rest goes by unread */
	struct text text;                        /* of the cell; its room is used again */
};

static void
stop(struct sheet *in, Str wrong, Str mend)
{
	in->stopped = true;
	xlsx_refuse(in->book, S("xlsx-limit"), in->grid->sheet, wrong, mend);
}

/* A whole number from 1 to 1,048,576, or 0. */
static int
place_number(Str text)
{
	int column, line;
	if (text.len == 0 || text.len > 7)
		return 0;
	char ref[8] = "A";
	memcpy(ref + 1, text.at, (size_t)text.len);
	return xlsx_place((Str){ ref, text.len + 1 }, &column, &line) ? line : 0;
}

/* ---- rows -------------------------------------------------------------------------------------- */

static void
begin_row(struct sheet *in, const struct xml_tag *tag)
{
	Str given = xml_attribute(tag, S("r"));
	int line = given.len ? place_number(given) : in->line + 1;
	if (line <= in->line) {
		in->cell = (struct xlsx_cell){ .line = in->line ? in->line : 1, .text = given };
		xlsx_say(in->book, in->grid, &in->cell, MISTAKE, S("cell-place"),
		         S("is the number of the next row, and comes before it or is none"),
		         S("open the file in a spreadsheet program and save it again"));
		in->stopped = true;
		return;
	}
	Str hidden = xml_attribute(tag, S("hidden"));
	in->in_row = true;
	in->line = line;
	in->column = -1;
	in->filled = 0;
	in->row_hidden = str_equal(hidden, S("1")) || str_equal(hidden, S("true"));
}

static void
end_row(struct sheet *in)
{
	in->in_row = false;
	if (in->filled == 0)
		return;
	in->book->cells += in->filled;
	if (in->rows.count == GRID_ROWS_MOST || in->book->cells > GRID_CELLS_MOST) {
		stop(in, S("has more than 200,000 rows or 3,000,000 cells"), S("send the list in several files"));
		return;
	}
	struct grid_cell *cells = new(in->book->perm, in->filled, struct grid_cell);
	memcpy(cells, in->cells, (size_t)in->filled * sizeof *cells);
	memset(in->cells, 0, (size_t)in->filled * sizeof *cells);
	*xlsx_push(&in->rows, in->book->perm) = (struct grid_row){ .cells = cells,
		.count = in->filled, .line = in->line, .hidden = in->row_hidden };
	in->grid->hidden_rows += in->row_hidden;
	if (in->filled > in->grid->column_count)
		in->grid->column_count = in->filled;
	in->filled = 0;
}

/* ---- cells ------------------------------------------------------------------------------------- */

static void
misplaced(struct sheet *in, Str ref)
{
	in->cell = (struct xlsx_cell){ .column = in->column + 1, .line = in->line, .text = ref };
	xlsx_say(in->book, in->grid, &in->cell, MISTAKE, S("cell-place"),
	         S("is where a cell says that it stands, and it cannot stand there"),
	         S("open the file in a spreadsheet program and save it again"));
}

static void
begin_cell(struct sheet *in, const struct xml_tag *tag)
{
	Str ref = xml_attribute(tag, S("r")), style = xml_attribute(tag, S("s"));
	int column = in->column + 1, line = in->line;
	if (ref.len > 0 && (!xlsx_place(ref, &column, &line) || line != in->line || column <= in->column)) {
		misplaced(in, ref);
		return;
	}
	in->column = column;
	in->in_cell = true;
	in->text.len = 0;
	in->cell = (struct xlsx_cell){ .type = xlsx_type_of(xml_attribute(tag, S("t"))), .column = column,
		.line = line };
	if (style.len > 0) {
		struct parsed_decimal number = parse_decimal(style, 0, false);
		in->cell.style = number.ok && number.micro >= 0 ? number.micro / MICRO : INT64_MAX;
	}
}

static void
end_cell(struct sheet *in)
{
	in->in_cell = false;
	in->cell.text = text_str(&in->text);
	if (in->cell.column >= GRID_COLUMNS_MOST) {
		if (in->cell.text.len > 0 && !in->overflowed)
			xlsx_say(in->book, in->grid, &in->cell, MISTAKE, S("columns"),
			         S("stands beyond column IV: more than 256 columns are not read"),
			         S("delete the columns that are not needed"));
		in->overflowed = true;
		return;
	}
	struct grid_cell cell = xlsx_cell_read(in->book, in->grid, &in->cell);
	if (cell.kind == GRID_EMPTY)
		return;
	in->cells[in->cell.column] = cell;
	in->filled = in->cell.column + 1;
}

/* ---- tags -------------------------------------------------------------------------------------- */

static void
hide_columns(struct sheet *in, const struct xml_tag *tag)
{
	Str hidden = xml_attribute(tag, S("hidden"));
	int first = place_number(xml_attribute(tag, S("min"))), last = place_number(xml_attribute(tag, S("max")));
	if ((str_equal(hidden, S("1")) || str_equal(hidden, S("true"))) && first > 0 && last >= first)
		*xlsx_push(&in->hidden, in->book->perm) = (struct columns){ first - 1, last - 1 };
}

static void
take_merge(struct sheet *in, Str range)
{
	struct xlsx_merge m;
	Str rest = range, first = str_cut(&rest, ':');
	if (rest.at && xlsx_place(first, &m.left, &m.top) && xlsx_place(rest, &m.right, &m.bottom)
	    && m.left <= m.right && m.top <= m.bottom)
		*xlsx_push(&in->merges, in->book->perm) = m;
}

static void
open_in_cell(struct sheet *in, Str name)
{
	bool value = str_equal(name, S("v"))
		|| (str_equal(name, S("t")) && in->cell.type == TYPE_INLINE && !in->phonetic);
	if (value)
		in->cell.valued = in->in_value = true;
	else if (str_equal(name, S("f")))
		in->cell.formula = true;
	else if (str_equal(name, S("rPh")))
		in->phonetic = true;
}

static void
open_tag(void *context, const struct xml_tag *tag)
{
	struct sheet *in = context;
	if (in->stopped)
		return;
	if (in->in_cell)
		open_in_cell(in, tag->name);
	else if (str_equal(tag->name, S("c")) && in->in_row)
		begin_cell(in, tag);
	else if (str_equal(tag->name, S("row")))
		begin_row(in, tag);
	else if (str_equal(tag->name, S("col")))
		hide_columns(in, tag);
	else if (str_equal(tag->name, S("mergeCell")))
		take_merge(in, xml_attribute(tag, S("ref")));
}

static void
take_text(void *context, Str text)
{
	struct sheet *in = context;
	if (in->in_value && !in->stopped && in->text.len <= xml_workbook_limits.text)
		text_add(&in->text, text);
}

static void
close_tag(void *context, Str name)
{
	struct sheet *in = context;
	if (in->stopped)
		return;
	if (str_equal(name, S("v")) || str_equal(name, S("t")))
		in->in_value = false;
	else if (str_equal(name, S("rPh")))
		in->phonetic = false;
	else if (str_equal(name, S("c")) && in->in_cell)
		end_cell(in);
	else if (str_equal(name, S("row")))
		end_row(in);
}

/* ---- the sheet --------------------------------------------------------------------------------- */

/* Hidden columns among those with anything in them. */
static int
hidden_columns(const struct sheet *in)
{
	bool is[GRID_COLUMNS_MOST] = { false };
	int count = 0;
	for (int i = 0; i < in->hidden.count; i++)
		for (int c = in->hidden.at[i].first; c <= in->hidden.at[i].last && c < in->grid->column_count; c++)
			is[c] = true;
	for (int c = 0; c < in->grid->column_count; c++)
		count += is[c];
	return count;
}

bool
xlsx_sheet_read(struct xlsx *book, int part, Str name, struct grid *grid)
{
	struct sheet in = { .book = book, .grid = grid, .text = text_new(book->perm) };
	struct xml_handler handler = { &in, open_tag, close_tag, take_text };
	*grid = (struct grid){ .file = book->file, .sheet = name, .dates_1904 = book->dates_1904 };
	in.cells = new(book->perm, GRID_COLUMNS_MOST, struct grid_cell);
	if (!xlsx_part_read(book, part, &handler) || in.stopped)
		return false;
	grid->rows = in.rows.at;
	grid->row_count = in.rows.count;
	grid->hidden_columns = hidden_columns(&in);
	grid->merged = in.merges.count;
	xlsx_merge(book, grid, in.rows.at, &in.merges);
	return true;
}
