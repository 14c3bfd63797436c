/* dfe_file.h: DfE's indicator file between its rows and the release they make. */
#ifndef MEASURE_DFE_FILE_H
#define MEASURE_DFE_FILE_H

#include "base/finding.h"
#include "files/csv.h"
#include "measure/release_draft.h"

enum dfe_key {
	TIME_PERIOD, TIME_IDENTIFIER, GEOGRAPHIC_LEVEL, COUNTRY_CODE, COUNTRY_NAME, REGION_CODE,
	REGION_NAME, OLD_LA_CODE, NEW_LA_CODE, LA_NAME, DFE_KEYS
};

/* One sound row of the file. */
struct dfe_row {
	enum area_level level;
	int    year, line;
	int    area;                 /* into the draft */
	Str    code, old_code, name, region_code;
	Figure cells[MEASURES];
};

struct dfe_file {
	Str    name;
	struct csv_heading headings[DFE_KEYS + MEASURES];
	int    columns;
	struct dfe_row *rows;
	int    count, room;
	struct findings *found;
	struct arena    *perm;
};

/* Adds a MISTAKE about a whole row, or the whole file when `line` is 0. Always false. */
bool dfe_row_finding(struct dfe_file *file, int line, Str record, Str code, Str wrong, Str mend);

/* Gives every row its area and describes the areas in the draft; a row for an area and year that
 * another has is a MISTAKE. */
bool dfe_rows_placed(struct dfe_file *file, struct release_draft *draft);
/* Gives every area its parent; needs the years of every row to be right already. */
bool dfe_areas_placed(struct dfe_file *file, struct release_draft *draft);

#endif
