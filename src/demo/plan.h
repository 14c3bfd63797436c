/* plan.h: how many people and how much FTE each census must have, before anybody is made.
 *
 * FTE and days are in tenths, as published. Year 0 of the plan is the census before the first
 * published one: from it come the first year's leavers, and all else of it is ours.
 *
 * At a census people stand in four cells: new or not (they started in the year) by going or not
 * (they leave in the next). The cells' people and FTE add up to what is published of this year's
 * starters, the next year's leavers, and everybody. Where no such cells exist, the count that gives
 * way is moved as little as will do, and `plan_remainders` says so.
 */
#ifndef DEMO_PLAN_H
#define DEMO_PLAN_H

#include "demo/demo.h"

enum { PLAN_YEARS_MOST = 40 };

enum plan_cell { NEW_GOING, NEW_STAYING, OLD_GOING, OLD_STAYING, PLAN_CELLS };
struct plan_part { int people, fte; };

struct plan_year {
	int year;
	int people, fte;
	int starters, starters_fte;
	int leavers, leavers_fte;            /* who left in the year to this census */
	int agency, agency_fte, cover, vacancy;
	int holders_fte, cases, lost;
	bool agency_slight, cover_slight;    /* "low": more than nothing, less than 0.05 */
	struct plan_part cell[PLAN_CELLS];
	int least, most;                     /* tenths of FTE of one person */
};

struct plan {
	int count;                           /* years, year 0 among them */
	struct plan_year year[PLAN_YEARS_MOST];
};

void plan_make(struct plan *plan, const struct published *p, int area, int first_year, int last_year);

/* What was published of a year, and what the plan makes of it: present only where both are. */
enum { PLAN_COUNTS = 13 };
struct plan_count { enum measure_id measure; Figure published; int64_t made; Str why; };
/* Every count of a year: whole people, cases, and tenths, in millionths. */
void plan_counts(const struct plan_year *year, const struct published *p, int area,
                 struct plan_count counts[PLAN_COUNTS]);
/* Whether what was made shows as what was published. */
bool plan_met(const struct plan_count *count);

#endif
