/* protect_margins.h: a table with its margins as one network, and an attacker who walks it.
 *
 * Rows and columns, each with one more for the totals, are places; every cell is a pipe between its
 * row and its column. A count inside flows from row to column, a total back, and the grand total
 * closes the ring, so that every table that adds up is a flow that neither gains nor loses anywhere.
 * What is shown stands still; what is hidden may flow anew. How far a hidden cell can rise or fall is
 * then one maximum flow between its ends, around it: exact, and in whole people.
 */
#ifndef MEASURE_PROTECT_MARGINS_H
#define MEASURE_PROTECT_MARGINS_H

#include "measure/protect.h"

/* (rows + 1) x (columns + 1): row totals last in each row, column totals in the last row. */
struct margins { int rows, columns; int64_t *at; };
struct place { int row, column; };
enum way { RISE, FALL };

struct margins margins_of(struct counts counts, struct arena *perm);

static inline int
margins_cell(struct margins table, int row, int column)
{
	return row * (table.columns + 1) + column;
}

static inline int
margins_cells(struct margins table)
{
	return (table.rows + 1) * (table.columns + 1);
}

/* How far a cell can go one way while all that is shown stays as it is; at most `enough`. A shown
 * cell cannot go anywhere. */
int64_t margins_room(struct margins table, const bool *hidden, struct place cell, enum way way,
                     int64_t enough, struct arena scratch);

#endif
