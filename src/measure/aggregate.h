/* aggregate.h: regions and England made again from their authorities' published figures.
 *
 * DfE adds unrounded figures; we have them to half a unit of their last place, so each total is
 * known between bounds. What DfE does with figures that are not there was found by trying every
 * way on every published total (docs/methods/aggregation.md):
 *
 * - A count marked u, or c, is hidden, and is in the total all the same.
 * - An authority with such a count is left out of both parts of a rate made from it. One whose
 *   rate alone is u, because it is over 100%, stays in both.
 * - A count marked x adds nothing; in a rate the authority's denominator stays.
 * - An authority that sent nothing (its number in post is x) stands with the year before's figures.
 *
 * Where DfE did otherwise, the test of this file names the area, the year and the measure.
 */
#ifndef MEASURE_AGGREGATE_H
#define MEASURE_AGGREGATE_H

#include "measure/compare.h"

struct aggregate {
	struct bounds bounds;        /* to the measure's places; NOT_AVAILABLE without authorities */
	int authorities;             /* within the area in that year */
	int hidden;                  /* of them, u or c in a count: above the bounds of a count */
	int missing;                 /* x in a count */
	int estimated;               /* taken from the year before */
};

struct aggregate aggregate_of(const struct published *p, int area, enum measure_id m, int year);

#endif
