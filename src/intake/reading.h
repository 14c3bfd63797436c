/* reading.h: a list being read: which of its rows are lines, and what lines say against each other.
 * Private to intake/.
 */
#ifndef INTAKE_READING_H
#define INTAKE_READING_H

#include "intake/cells.h"

struct reading {
	const struct grid *grid;
	const struct profile *profile;
	int  columns[TARGETS];               /* -1: the list has no such column */
	enum target in_order[TARGETS];       /* those it has, by column, so that findings are in file order */
	int  mapped;                         /* how many it has */
	int  heading;                        /* index into rows */
	struct list_read *read;
	struct findings *found;
	struct arena *perm;
};

/* What a row below the headings is. A note has one cell filled where four or more columns are read: a
 * banner over a group, a source, a count of its own. Another table begins where three or more cells are
 * headings, and not those of this list. */
enum row_kind { A_LINE, A_BLANK, A_TOTAL, A_HEADING_AGAIN, A_NOTE, ANOTHER_TABLE };
enum row_kind row_kind(const struct reading *in, const struct grid_row *row);

/* The cell of a target's column, empty when the list has no such column. */
struct grid_cell reading_cell(const struct reading *in, const struct grid_row *row, int target);
/* Says something of a cell; of the whole line when `target` is TARGETS. */
void reading_say(const struct reading *in, int line, int target, Str seen, struct cell_trouble trouble);

/* Payroll numbers that lost the noughts they began with are given them again, and asked about. A number
 * that two people have is a mistake; one whose name is written in two ways is asked about. So is a post
 * that stands twice in finance's list a mistake. */
void lines_doubt(struct reading *in);

#endif
