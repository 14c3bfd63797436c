/* mend.c: cells that somebody mended, in a copy of the sheet. */
#include "intake/headings.h"

#include <stdlib.h>

static int
mend_order(const void *a, const void *b)
{
	const struct cell_mend *x = a, *y = b;
	return x->line != y->line ? x->line - y->line : x->column - y->column;
}

/* A row with the mends of its line; they may stand beyond its last cell. */
static struct grid_row
mended(const struct grid_row *row, const struct cell_mend *mends, int count, struct arena *perm)
{
	int most = mends[count - 1].column > row->count ? mends[count - 1].column : row->count;
	struct grid_cell *cells = new(perm, most, struct grid_cell);
	for (int c = 0; c < row->count; c++)
		cells[c] = row->cells[c];
	for (int i = 0; i < count; i++) {
		Str text = str_trim(mends[i].text);
		cells[mends[i].column - 1] = (struct grid_cell){ .kind = text.len ? GRID_TEXT : GRID_EMPTY, .text = text };
	}
	struct grid_row with = *row;
	with.cells = cells;
	with.count = most;
	return with;
}

static void
mend_grid(struct grid *grid, const struct cell_mend *mends, int count, struct arena *perm)
{
	struct grid_row *rows = new(perm, grid->row_count, struct grid_row);
	int kept = 0, m = 0;
	for (int r = 0; r < grid->row_count; r++) {
		int line = grid->rows[r].line, first;
		while (m < count && mends[m].line < line)
			m++;
		for (first = m; m < count && mends[m].line == line && mends[m].column <= grid->column_count; m++)
			;
		if (first == m)
			rows[kept++] = grid->rows[r];
		else if (mends[first].column > 0)
			rows[kept++] = mended(&grid->rows[r], &mends[first], m - first, perm);
	}
	grid->rows = rows;
	grid->row_count = kept;
}

void
intake_mend(struct grids *grids, const struct profile *profile, const struct cell_mend *mends, int count,
            struct arena *perm)
{
	const struct grid *grid = grid_of(grids, profile);
	if (count == 0 || !grid)
		return;
	struct cell_mend *sorted = new(perm, count, struct cell_mend);
	struct grid *copies = new(perm, grids->count, struct grid);
	for (int i = 0; i < count; i++)
		sorted[i] = mends[i];
	for (int g = 0; g < grids->count; g++)
		copies[g] = grids->at[g];
	qsort(sorted, (size_t)count, sizeof *sorted, mend_order);
	mend_grid(&copies[grid - grids->at], sorted, count, perm);
	grids->at = copies;
}
