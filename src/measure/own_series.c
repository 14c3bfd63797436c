/* own_series.c: a council's own figures once read: merging, finding, remainders. */
#include "measure/own_series.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "measure/own_reader.h"

int
own_point_order(const struct own_point *a, const struct own_point *b)
{
	if (a->area != b->area)
		return a->area < b->area ? -1 : 1;
	if (a->measure != b->measure)
		return a->measure < b->measure ? -1 : 1;
	return (a->day.day > b->day.day) - (a->day.day < b->day.day);
}

/* ---- merging --------------------------------------------------------------------------------- */

struct placed_point { struct own_point point; int place; };

static int
placed_order(const void *left, const void *right)
{
	const struct placed_point *a = left, *b = right;
	int order = own_point_order(&a->point, &b->point);
	return order ? order : a->place - b->place;
}

/* Puts the points in order; of several for one area, measure and day the last given stays. */
static int
settle_points(struct placed_point *placed, int count, struct own_point *points)
{
	int kept = 0;
	if (count)
		qsort(placed, (size_t)count, sizeof *placed, placed_order);
	for (int i = 0; i < count; i++) {
		bool again = kept && own_point_order(&points[kept - 1], &placed[i].point) == 0;
		kept -= again;
		points[kept++] = placed[i].point;
	}
	return kept;
}

/* Adds a measure, or gives the place of the one with its name and unit: figures in different units
 * are different measures whatever they are called. */
static int
place_measure(struct own_series *series, const struct own_measure *measure)
{
	int at = 0;
	while (at < series->measure_count
	       && (!str_equal(series->measures[at].name, measure->name)
	           || series->measures[at].unit != measure->unit))
		at++;
	series->measures[at] = *measure;
	series->measure_count += at == series->measure_count;
	return at;
}

static int
place_points(struct own_series *merged, const struct own_series *from, struct placed_point *placed,
             int count, struct arena scratch)
{
	int *now = new(&scratch, from->measure_count, int);
	for (int m = 0; m < from->measure_count; m++)
		now[m] = place_measure(merged, &from->measures[m]);
	for (int i = 0; i < from->point_count; i++, count++) {
		placed[count] = (struct placed_point){ from->points[i], count };
		placed[count].point.measure = now[from->points[i].measure];
	}
	return count;
}

struct own_series
own_series_merge(const struct own_series *a, const struct own_series *b, struct arena *perm)
{
	int count = a->point_count + b->point_count;
	struct own_series merged = {
		.measures = new(perm, a->measure_count + b->measure_count, struct own_measure),
		.points   = new(perm, count, struct own_point),
	};
	struct arena scratch = *perm;
	struct placed_point *placed = new(&scratch, count, struct placed_point);
	int used = place_points(&merged, a, placed, 0, scratch);
	used = place_points(&merged, b, placed, used, scratch);
	assert(used == count);
	merged.point_count = settle_points(placed, count, merged.points);
	return merged;
}

/* ---- finding --------------------------------------------------------------------------------- */

int
own_measure_find(const struct own_series *series, Str name)
{
	for (int m = 0; m < series->measure_count; m++)
		if (str_equal(series->measures[m].name, name))
			return m;
	return -1;
}

static int
point_compare(const void *key, const void *element)
{
	return own_point_order(key, element);
}

const struct own_point *
own_point_on(const struct own_series *series, int area, int measure, Date day)
{
	struct own_point key = { .area = area, .measure = measure, .day = day };
	if (series->point_count == 0)
		return NULL;
	return bsearch(&key, series->points, (size_t)series->point_count, sizeof key, point_compare);
}

const struct own_point *
own_point_of(const struct own_series *series, int area, enum measure_id m, int year)
{
	for (int i = 0; i < series->measure_count; i++)
		if (series->measures[i].dfe == m && m != NO_MEASURE)
			return own_point_on(series, area, i, census_period(year).last);
	return NULL;
}

/* ---- remainders ------------------------------------------------------------------------------ */

/* Whether the area has any figure of the measure: only then is it a part of the whole there. */
static bool
area_has(const struct own_series *series, int area, int measure)
{
	for (int i = 0; i < series->point_count; i++)
		if (series->points[i].area == area && series->points[i].measure == measure)
			return true;
	return false;
}

static bool
is_part(const struct own_measure *part, const struct own_measure *whole)
{
	return part != whole && part->unit == whole->unit && str_equal(part->part_of, whole->name);
}

/* What the parts leave of one figure of a whole; absent when it has no parts, or one is missing. */
static Figure
remainder_of(const struct own_series *series, const struct own_point *whole)
{
	Figure left = whole->value;
	int parts = 0;
	for (int m = 0; m < series->measure_count; m++) {
		if (!is_part(&series->measures[m], &series->measures[whole->measure])
		    || !area_has(series, whole->area, m))
			continue;
		const struct own_point *part = own_point_on(series, whole->area, m, whole->day);
		if (!part)
			return figure_absent(NOT_AVAILABLE);
		left = figure_minus(left, part->value);
		parts++;
	}
	return parts ? left : figure_absent(NOT_APPLICABLE);
}

int
own_remainders(const struct own_series *series, struct remainder found[], int most)
{
	int count = 0;
	for (int i = 0; i < series->point_count && count < most; i++) {
		const struct own_point *whole = &series->points[i];
		Figure left = remainder_of(series, whole);
		if (figure_present(left))
			found[count++] = (struct remainder){ whole->measure, whole->area, whole->day, left };
	}
	return count;
}
