/* own_reader.h: reading a council's CSV in two looks. Private to own_*.c.
 *
 * The first look takes each row by itself: its cells, area, date and numbers. Measures are defined
 * by the rows together (a unit may stand on one row only), so what depends on a definition, and on
 * other rows, waits for the second look.
 */
#ifndef MEASURE_OWN_READER_H
#define MEASURE_OWN_READER_H

#include "files/csv.h"
#include "measure/own_series.h"

enum own_column {
	OWN_AREA, OWN_MEASURE, OWN_DATE, OWN_NUMERATOR, OWN_DENOMINATOR, OWN_VALUE, OWN_SOURCE,
	OWN_UNIT, OWN_TITLE, OWN_GOOD, OWN_PART_OF, OWN_COLUMNS
};

enum {
	OWN_ROWS_MOST     = 20000,     /* 150 councils, ten measures, a dozen dates */
	OWN_MEASURES_MOST = 500,
	OWN_NAME_MOST     = 64,
	OWN_TITLE_MOST    = 120,
	OWN_SOURCE_MOST   = 500,
	OWN_NUMBER_MOST   = 1000000000 /* so that sums of them all are exact in 64 bits */
};

/* What a row says of its measure besides the figure; each may stand on any of its rows. */
enum own_word { WORD_UNIT, WORD_TITLE, WORD_GOOD, WORD_PART_OF };
enum { OWN_WORDS = WORD_PART_OF + 1 };

struct own_definition {
	struct own_measure measure;
	int  line;                     /* of its first row */
	Str  said[OWN_WORDS];          /* as first written; empty while nobody has said */
	int  said_on[OWN_WORDS];       /* on which line */
};

struct own_number {
	Figure figure;
	int    places;
	bool   given;
};

struct own_row {
	int  line;
	Str  cell[OWN_COLUMNS];        /* trimmed */
	Str  record;                   /* "leicestershire turnover_rate_fte 2023" */
	bool sound;                    /* every cell could be read */
	int  area;
	int  definition;
	Date day;
	bool whole_year;
	struct own_number numerator, denominator, value;
	int  same_as;                  /* line of an earlier row of the same area, measure and day, or 0 */
};

struct own_reader {
	const struct published *p;
	Str              file;
	struct findings *found;
	struct arena    *perm;
	int              column[OWN_COLUMNS];    /* from 1, as found in the heading row; 0: not there */
	struct own_row  *rows;
	int              row_count, row_room;
	struct own_definition *definitions;
	int              definition_count;
};

/* The columns by name, as own_series.h has them. (own_cells.c) */
extern const struct own_column_name { Str name; bool needed; } own_columns[OWN_COLUMNS];

/* Adds a finding about one cell of a row. (own_cells.c) */
void own_finding(struct own_reader *r, const struct own_row *row, enum own_column column,
                 enum severity severity, Str code, Str wrong, Str mend);

/* The first look at one row: reads its cells, notes what it says of its measure. (own_cells.c) */
void own_row_take(struct own_reader *r, const struct csv_row *from, struct own_row *row);

/* The second look: marks rows that stand twice, checks definitions and figures, and works out each
 * row's point. `points` has one for each row. (own_check.c) */
void own_check(struct own_reader *r, struct own_point *points);

/* Orders points by area, measure and day. */
int own_point_order(const struct own_point *a, const struct own_point *b);

#endif
