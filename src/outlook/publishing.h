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
                          const struct path *path);
/* Room for leaving three deviations up. */
void    publishing_room(struct prospect *p);

#endif
