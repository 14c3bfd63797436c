/* xlsx_merge.c: merged cells, of which the file holds only the first. */
#include "files/xlsx.h"

#include <assert.h>
#include <string.h>

struct merging { struct xlsx *book; struct grid *grid; struct grid_row *rows; };

/* The row with at least `count` cells. Cells given again count among those that are kept, so that
 * ranges over ranges end somewhere. */
static struct grid_cell *
widen(struct merging *in, struct grid_row *row, int count)
{
	if (row->count >= count)
		return (struct grid_cell *)row->cells;
	in->book->cells += count;
	struct grid_cell *cells = new(in->book->perm, count, struct grid_cell);
	memcpy(cells, row->cells, (size_t)row->count * sizeof *cells);
	row->cells = cells;
	row->count = count;
	return cells;
}

/* Gives the first cell's value to the rest of the range; cells beyond the sheet's columns are nothing
 * to anybody, and a cell that has a value of its own keeps it. */
static bool
fill(struct merging *in, const struct xlsx_merge *m)
{
	int r = grid_row_from(in->grid, m->top);
	int right = m->right < in->grid->column_count ? m->right : in->grid->column_count - 1;
	if (r == in->grid->row_count || in->rows[r].line != m->top || m->left >= in->rows[r].count)
		return true;
	struct grid_cell first = in->rows[r].cells[m->left];
	first.repeated = true;
	for (; first.kind != GRID_EMPTY && r < in->grid->row_count && in->rows[r].line <= m->bottom; r++) {
		if (in->book->cells > GRID_CELLS_MOST)
			return xlsx_refuse(in->book, S("xlsx-limit"), in->grid->sheet,
			                   S("has merged cells over more than 3,000,000 cells"),
			                   S("take the merging away, and save it again"));
		struct grid_cell *cells = widen(in, &in->rows[r], right + 1);
		for (int c = m->left; c <= right; c++)
			if (cells[c].kind == GRID_EMPTY)
				cells[c] = first;
		in->book->cells += right - m->left + 1;
	}
	return true;
}

void
xlsx_merge(struct xlsx *book, struct grid *grid, struct grid_row *rows,
           const struct xlsx_merges *merges)
{
	struct merging in = { book, grid, rows };
	assert(rows == grid->rows);
	for (int i = 0; i < merges->count; i++)
		if (!fill(&in, &merges->at[i]))
			return;
}
