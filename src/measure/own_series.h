/* own_series.h: figures a council brings itself: its printed tables, its local measures.
 *
 * A CSV with a heading row. Columns, in any order, found by name:
 *
 *   area         slug, name or code                                   needed
 *   measure      a DfE measure's name, or a name of their own          needed
 *                (small letters, digits, underscores)
 *   date         2023 (a census year, ending 30 September), or a day   needed
 *   numerator    a number                                             } value, or numerator
 *   denominator  a number                                             } (and denominator for a
 *   value        a number, in the unit                                } rate): what is given
 *   source       where it is printed                                  needed
 *   unit         a unit's name; for DfE's measures theirs              default: count
 *   title        how to print the measure                              default: from the name
 *   good         up, down or neither                                   default: neither
 *   part_of      the measure of which this is a part                   default: none
 *
 * A rate with a numerator and no denominator cannot be computed, and says so. A figure given under
 * one of DfE's rate names whose denominator leaves the numerator out, where DfE's definition puts
 * it in (vacancies over posts filled, say), is refused that name. Remainders of a whole are worked
 * out wherever all its parts have a date in common.
 */
#ifndef MEASURE_OWN_SERIES_H
#define MEASURE_OWN_SERIES_H

#include "base/finding.h"
#include "measure/published.h"

struct own_measure {
	Str       name, title;
	enum unit unit;
	enum good good;
	Str       part_of;                   /* name of the whole, or empty */
	enum measure_id dfe;                 /* the same measure as DfE's, or NO_MEASURE */
};

struct own_point {
	int    area;                         /* into published.areas */
	int    measure;                      /* into own_series.measures */
	Date   day;                          /* 30 September for a census year */
	bool   whole_year;                   /* the date was given as a year */
	Figure numerator, denominator, value;        /* value worked out when it was not given */
	bool   uncomputable;                 /* a rate without a denominator */
	int    places;                       /* as printed, at most 6 */
	Str    source;
};

struct own_series {
	struct own_measure *measures;
	int                 measure_count;
	struct own_point   *points;          /* by area, measure, day */
	int                 point_count;
};

/* Reads the CSV. All faults are findings; with any MISTAKE `series` is empty and false is given. */
bool own_series_read(const struct published *p, Str text, Str file, struct own_series *series,
                     struct findings *found, struct arena *perm);

/* Two sets of points as one; a point of `b` replaces that of `a` with the same area, measure and
 * day. */
struct own_series own_series_merge(const struct own_series *a, const struct own_series *b,
                                   struct arena *perm);

int own_measure_find(const struct own_series *series, Str name);     /* or -1 */
/* The point for a DfE measure and census year, or NULL. */
const struct own_point *own_point_of(const struct own_series *series, int area, enum measure_id m,
                                     int year);
/* The point of an own measure on a day, or NULL. */
const struct own_point *own_point_on(const struct own_series *series, int area, int measure, Date day);

/* What is left of a whole when its parts are taken away, on each day that has them all. */
struct remainder {
	int    whole;                        /* measure */
	int    area;
	Date   day;
	Figure value;
};
/* By area, whole, day. Returns how many were written. */
int own_remainders(const struct own_series *series, struct remainder found[], int most);

#endif
