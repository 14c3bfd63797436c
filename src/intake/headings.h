/* headings.h: finding the row of headings of a list, and its columns. Private to intake/.
 *
 * Spreadsheets put banners over their headings, and headings over two rows ("Contract" merged over
 * "Start" and "End"). A column's heading is its cell in the heading row, by itself or after the cell
 * above it; or the cell above when its own is empty.
 */
#ifndef INTAKE_HEADINGS_H
#define INTAKE_HEADINGS_H

#include "intake/intake.h"

/* Lower case, anything but letters and figures as one blank, no blanks at the ends; "(s)" after a word
 * is its plural. Letters beyond
 * ASCII stay as they are. */
Str heading_fold(Str text, struct arena *perm);

/* A grid's columns as headings of row `row` (an index into rows), each read by itself and with the cell above it. */
enum { SINGLE, DOUBLE, READINGS };
struct heading { Str readings[READINGS]; };
int headings_of(const struct grid *grid, int row, struct heading **headings, struct arena *perm);

/* The first column with this heading; -1: none. `*again` is how many further ones have it. */
int heading_find(const struct heading *headings, int count, Str folded, int *again);
/* The same, only where the heading stands over two rows: "employee" over "name". */
int heading_find_double(const struct heading *headings, int count, Str folded, int *again);

/* The grid a profile speaks of: by its sheet's name, or the first. NULL: not there. */
const struct grid *grid_of(const struct grids *grids, const struct profile *profile);
/* The heading row of a grid for a list: an index into rows, or -1. By the profile's line when it
 * gives one, else the row of the first LOOKED rows that has most headings of the list. */
int heading_row(const struct grid *grid, const struct profile *profile, struct arena scratch);

#endif
