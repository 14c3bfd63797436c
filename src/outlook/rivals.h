/* rivals.h: simple forecasts that ours has to beat, each with a spread as honest as ours.
 *
 * A rival is one number for each council, from its panel alone. Its spread is found as ours is (spread.h): what the
 * same rule, applied in past years, was off by, by size of council. So ours does not win by knowing how unsure to be.
 */
#ifndef OUTLOOK_RIVALS_H
#define OUTLOOK_RIVALS_H

#include "outlook/expect.h"

enum rival {
	RIVAL_LAST,                  /* last year's figure again: persistence */
	RIVAL_DRIFT,                 /* and its own mean change a year so far, again each year */
	RIVAL_ENGLAND,               /* England's rate now; for posts, England's mean growth so far */
	RIVAL_SHRUNK,                /* its mean of three years drawn towards that of all councils; for posts, its growth so drawn */
	RIVALS
};
Str rival_title(enum rival rival);                 /* "Last year again" */

/* One for each council of the panel. A spread is of the logarithm for posts, else in shares of one, also for turnover. */
const struct expected *rivals_expect(const struct panel *panel, enum target target, enum rival rival, int ahead,
                                     struct arena *perm);

/* As so many values, least first, each as likely: points of the normal curve. Posts by their logarithm; rates from 0 to 1. */
void rivals_values(struct expected e, enum target target, double *values, int count);

#endif
