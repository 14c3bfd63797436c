/* grid_csv.h: a CSV file as a grid. Private to files/. */
#ifndef FILES_GRID_CSV_H
#define FILES_GRID_CSV_H

#include "files/grid.h"


bool grid_csv_read(Str bytes, Str file, struct grids *grids, struct findings *found,
                   struct arena *perm);

#endif
