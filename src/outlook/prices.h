/* prices.h: what a prospect costs, by a council's own assumptions of the day or by everybody's. */
#ifndef OUTLOOK_PRICES_H
#define OUTLOOK_PRICES_H

#include "outlook/assumptions.h"

enum { PRICES_SAID = 5 };
/* Sets pay of every grade, agency, hiring, induction and leavers, in pence. `council` NULL: the defaults. Each number
 * taken is told in said[0..PRICES_SAID - 1]. */
void prices_set(struct prospect *p, const struct council *council, Date day, struct assumption *said,
                struct arena *perm);

#endif
