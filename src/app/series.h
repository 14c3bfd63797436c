/* series.h: one measure of one area over its years, beside its comparators. Private to app/. */
#ifndef APP_SERIES_H
#define APP_SERIES_H

#include "app/views.h"

struct series {
	int first_year, years;
	const Str *labels;                   /* "2017" */
	const Figure *own, *england, *region, *neighbours;
	const Figure *low, *high;            /* the middle half of councils */
	const Figure *printed;               /* the council's own figures, or NULL when it has none */
	const Str *printed_sources;          /* for each year, where printed */
};

struct series series_of(const struct asked *asked, int area, enum measure_id m, struct arena *perm);

/* Lines with the band; the comparators only for rates, where sizes can be compared. */
const struct chart *series_chart(const struct asked *asked, const struct series *series,
                                 enum measure_id m, Str message, struct arena *perm);

/* The year's table: value, its counts, comparators, changes, release. */
const struct table *series_table(const struct asked *asked, const struct series *series,
                                 enum measure_id m, struct arena *perm);

/* "Turnover fell to 12.2% in 2025, below England": what a picture of the series says. */
Str series_message(const struct asked *asked, enum measure_id m, int year, struct arena *perm);

#endif
