/* spread.h: how far past forecasts of all councils were off, and so how far the next may be, by size of council.
 *
 * Small councils move more than large ones, and some move by a third in a year because a return was counted anew. So a
 * spread is the one under which four in five past errors were within the middle 80 % of a normal curve, not a mean of
 * squares, which one such council would rule. With the size of a council it falls as a power, found from the
 * same errors.
 */
#ifndef OUTLOOK_SPREAD_H
#define OUTLOOK_SPREAD_H

#include "base/arena.h"

struct miss { double error, size; };               /* of one past forecast; size is posts then */
struct misses { struct miss *at; int count; };     /* grown by misses_add within room that its maker gave */
struct spread { double of_200, power; };           /* of a council of 200 posts; power 0 to -1/2 */

struct misses misses_new(int room, struct arena *perm);
void   misses_add(struct misses *m, double error, double size);    /* passes over what is not known */

/* grain: what is no more than rounding in these units. Nothing missed: a spread of nothing. */
struct spread spread_of(const struct misses *m, double grain, struct arena scratch);
double spread_at(struct spread s, double size);
/* The deviation whose middle 80 % holds four in five of these. */
double spread_even(const double *errors, int count, struct arena scratch);
double spread_median(const double *values, int count, struct arena scratch);

#endif
