/* publishing.h: the parts of published.c. */
#ifndef OUTLOOK_PUBLISHING_H
#define OUTLOOK_PUBLISHING_H

#include "outlook/flows.h"
#include "outlook/published.h"

/* The middle path of one council: chances of each year, and where they end it. */
struct path {
	double filled, vacant, posts;    /* at the start; posts are a little more where none is vacant */
	struct flow_year years[YEARS_MOST];
	struct flow_end ends[YEARS_MOST];
};

int32_t publishing_millionths(double x);           /* within three either way, as drifts must be */
/* Sets how far each drift spreads. */
void    publishing_spread(struct prospect *p, const struct expectations *all, int council,
                          const struct path *path, struct arena scratch);
/* Deviations of logarithms: of our estimate of leaving, of what a year draws of each flow, of which `keep` is left a year later;
 * and of posts filled by chance alone, in posts. */
struct swings { double own, leave, fill, posts, keep, chance[FLOW_YEARS]; };
/* How many times too wide the middle 80 % of posts filled and of the vacancy rate are together, by what is expected of them. */
double  publishing_too_wide(const struct expectation *e, const struct path *path, const struct swings *s,
                            struct arena scratch);
/* Room for leaving three deviations up. */
void    publishing_room(struct prospect *p);

#endif
