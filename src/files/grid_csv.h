/* grid_csv.h: a CSV file as a grid. Private to files/. */
#ifndef FILES_GRID_CSV_H
#define FILES_GRID_CSV_H

#include "files/grid.h"

/* The text as UTF-8, from UTF-16 with a mark or Windows-1252, or as it is. False, with a finding, when
 * it is none of these. */
bool grid_csv_decode(Str bytes, Str file, Str *text, struct findings *found, struct arena *perm);

bool grid_csv_read(Str bytes, Str file, struct grids *grids, struct findings *found,
                   struct arena *perm);

#endif
