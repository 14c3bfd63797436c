/* supply_hires.h: who joined by a pipeline within some days: by partner (a university, an agency that recruits overseas) and by
 * route; and who of them is still in the post they joined, on the last of the days.
 */
#ifndef PRACTICE_SUPPLY_HIRES_H
#define PRACTICE_SUPPLY_HIRES_H

#include "practice/supply.h"

/* Of a partner: `kind` is NOT_THERE; NULL and NOT_THERE: those whose cohort names no partner. Of a route: `partner` is NULL. */
struct supply_joined { const struct record *partner; int kind; bool by_route; int joined, here; };
/* Partners in the order of their records, those without one, then routes; nobody joined: no row. Gives how many. */
int supply_joined_by(const struct supply *supply, struct period when, struct supply_joined **rows, struct arena *perm);

#endif
