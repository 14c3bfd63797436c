/* councils.h: the number by which a return says whose it is.
 *
 * DfE's three figures of every council with children's services, and the censuses it sent one for. A
 * council that is made, ends or merges is a change of rows; the areas of releases (workforce/area.h)
 * come with a release's file and are not known to a check that has nothing but the return.
 */
#ifndef CENSUS_COUNCILS_H
#define CENSUS_COUNCILS_H

#include "base/str.h"

struct council_number {
	int number;                  /* 335 */
	Str name;                    /* "Walsall" */
	int first_year, last_year;   /* the censuses it was there for; 0: all before, still */
	Str since;                   /* what took its place: "942 or 943" */
};

/* By number. */
extern const struct council_number council_numbers[];
extern const int council_number_count;

const struct council_number *council_number_find(int number);        /* NULL: no council's */
/* The three figures in an area's old code: of a joint return, which has several, the first, under which it is sent. */
Str council_figures(Str old_code);
bool council_number_in_year(const struct council_number *row, int year);

#endif
