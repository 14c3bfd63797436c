/* compare.h: a figure against the year before, England, the region, the neighbours and everybody.
 */
#ifndef MEASURE_COMPARE_H
#define MEASURE_COMPARE_H

#include "measure/published.h"

/* DfE's dashboard takes the median of the neighbours, its Local Authority Interactive Tool the
 * mean; we show the median unless asked. */
enum average { MEDIAN, MEAN };

/* Over present values only; NOT_AVAILABLE when there is none. The median of an even number is half
 * way between the middle two. `values` is put in order. Exact. */
Figure average_of(Figure values[], int count, enum average average);

/* `neighbours` is NOT_PUBLISHED where the model gives the area none: that is no missing figure. */
struct comparison {
	Figure own, england, region, neighbours;
	int    neighbours_counted;           /* how many of the neighbours had a value */
};
struct comparison compare(const struct published *p, int area, enum measure_id m, int year,
                          enum average average);

/* From one figure to another of the same measure. Points: in the measure's own unit (percentage
 * points when it is UNIT_PERCENT). Percent: of the earlier figure. */
struct difference { Figure points, percent; };
struct difference change_between(Figure from, Figure to);

enum news { NO_NEWS, BETTER, WORSE, SAME };  /* NO_NEWS: absent, or neither direction is good */
enum news news_of(Figure difference, enum good good);

/* Where every authority stands on one measure in one year. Rows with a value come first, the lowest
 * first where low is good and the highest first otherwise; equal values share the better rank and
 * stand in name order. Rows without a value follow in name order with rank 0. */
struct place_row { int area; Figure value; int rank; bool tied; };
struct standing {
	struct place_row *rows;
	int count;                           /* authorities that exist in that year */
	int ranked;                          /* of them, with a value */
	Figure quartile[3];                  /* 25th, 50th, 75th percentile, nearest rank; absent under 4 */
};
struct standing standing_of(const struct published *p, enum measure_id m, int year,
                            struct arena *perm);
/* The place of one area without ordering the rest: the same rank as its row has in standing_of.
 * `ranked` counts the authorities with a value. Rank 0 for an area that is no authority of that
 * year, or has no value. */
struct rank { struct place_row row; int ranked; };
struct rank place_of(const struct published *p, int area, enum measure_id m, int year);
/* The row of one area in it, or NULL. */
const struct place_row *standing_row(const struct standing *standing, int area);

/* The rate as its own published counts make it. Absent as its counts are. */
Figure recomputed(const struct published *p, int area, enum measure_id m, int year);

/* The least and greatest rate that unrounded counts could give, when each count is known to half a
 * unit of its last published place; then rounded to the measure's places. */
struct bounds { Figure least, most; };
struct bounds recompute_bounds(const struct published *p, int area, enum measure_id m, int year);

#endif
