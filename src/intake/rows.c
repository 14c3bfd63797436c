/* rows.c: which rows of a sheet are lines of its list. */
#include "intake/reading.h"

struct grid_cell
reading_cell(const struct reading *in, const struct grid_row *row, int target)
{
	int column = in->columns[target];
	if (column < 0 || column >= row->count)
		return (struct grid_cell){ 0 };
	return row->cells[column];
}

/* Nothing but blanks, those that do not break a line included. */
static bool
shows_nothing(const struct grid_cell *cell)
{
	if (cell->kind == GRID_NO_VALUE)
		return false;
	for (ptrdiff_t i = 0; i < cell->text.len; i++) {
		unsigned char c = (unsigned char)cell->text.at[i];
		if (c == 0xC2 && i + 1 < cell->text.len && (unsigned char)cell->text.at[i + 1] == 0xA0)
			i++;
		else if (c > ' ')
			return false;
	}
	return true;
}

static bool
is_blank(const struct reading *in, const struct grid_row *row)
{
	for (int t = 0; t < TARGETS; t++) {
		struct grid_cell cell = reading_cell(in, row, t);
		if (!cell.repeated && !shows_nothing(&cell))
			return false;
	}
	return true;
}

static int
cells_filled(const struct grid_row *row)
{
	int filled = 0;
	for (int c = 0; c < row->count; c++)
		filled += !row->cells[c].repeated && !shows_nothing(&row->cells[c]);
	return filled;
}

/* ---- totals ------------------------------------------------------------------------------------ */

/* "total", "grand total", "sum of ...", "count", "Duty total"; not "Sum Lee". */
static bool
says_total(Str text, struct arena scratch)
{
	static const Str whole[] = { STR("total"), STR("totals"), STR("grand total"), STR("sub total"),
	                             STR("subtotal"), STR("sum"), STR("count") };
	static const Str begins[] = { STR("total "), STR("totals "), STR("grand total "), STR("sub total "),
	                              STR("subtotal "), STR("sum of "), STR("count of ") };
	Str folded = heading_fold(text, &scratch);
	for (ptrdiff_t w = 0; w < countof(whole); w++)
		if (str_equal(folded, whole[w]) || str_begins(folded, begins[w]))
			return true;
	return str_ends(folded, S(" total"));
}

/* Its first filled cell says so; or it is nothing but numbers, and nobody's. Somebody named Sum who
 * has a first day is no total. */
static bool
is_total(const struct reading *in, const struct grid_row *row, struct arena scratch)
{
	struct grid_cell from = reading_cell(in, row, TO_FROM), payroll = reading_cell(in, row, TO_PAYROLL);
	struct grid_cell post = reading_cell(in, row, TO_POST);
	bool first = true, numbers = shows_nothing(&payroll) && shows_nothing(&post);
	if (!shows_nothing(&from))
		return false;
	for (int c = 0; c < row->count; c++) {
		if (shows_nothing(&row->cells[c]))
			continue;
		if (first && says_total(row->cells[c].text, scratch))
			return true;
		first = false;
		numbers = numbers && parse_decimal(str_trim(row->cells[c].text), 6, true).ok;
	}
	return numbers && in->mapped >= 4;
}

/* ---- headings ---------------------------------------------------------------------------------- */

/* The headings again, as reports print them at the top of each page. The first cell of other rows shows that
 * they are none. */
static bool
is_heading(const struct reading *in, const struct grid_row *row, struct arena scratch)
{
	const struct grid_row *heading = &in->grid->rows[in->heading];
	int filled = 0;
	for (int c = 0; c < row->count; c++) {
		Str text = heading_fold(row->cells[c].text, &scratch);
		Str head = c < heading->count ? heading_fold(heading->cells[c].text, &scratch) : (Str){ 0 };
		if (text.len > 0 && !str_equal(text, head))
			return false;
		filled += text.len > 0;
	}
	return filled > 1;
}

static bool
is_usual_heading(Str text, struct arena scratch)
{
	Str folded = heading_fold(text, &scratch);
	for (int t = 0; folded.len > 0 && t < TARGETS; t++)
		for (ptrdiff_t h = 0; h < countof(target_rows[t].heads) && target_rows[t].heads[h].len; h++)
			if (str_equal(target_rows[t].heads[h], folded))
				return true;
	return false;
}

/* Headings have no figures: a row with a date or an FTE, which are most, is seen at once to be none. */
static bool
is_another_table(const struct grid_row *row, struct arena scratch)
{
	int heads = 0, filled = 0;
	for (int c = 0; c < row->count; c++)
		if (row->cells[c].text.len > 0 && row->cells[c].text.at[0] >= '0' && row->cells[c].text.at[0] <= '9')
			return false;
	for (int c = 0; c < row->count; c++) {
		heads += is_usual_heading(row->cells[c].text, scratch);
		filled += !shows_nothing(&row->cells[c]);
	}
	return heads >= 3 && 2 * heads > filled;
}

enum row_kind
row_kind(const struct reading *in, const struct grid_row *row)
{
	if (is_blank(in, row))
		return A_BLANK;
	if (is_total(in, row, *in->perm))
		return A_TOTAL;
	if (is_heading(in, row, *in->perm))
		return A_HEADING_AGAIN;
	if (is_another_table(row, *in->perm))
		return ANOTHER_TABLE;
	return in->mapped >= 4 && cells_filled(row) == 1 ? A_NOTE : A_LINE;
}
