/* compare.h: a return beside the one before it, as DfE's continuity report does.
 *
 * People are matched by registration number, and where that has changed by birth date with start date.
 * Rules are the rows of rules.h with scope OF_LAST_YEAR (Y001 and on), of people whom the council pays; their findings are all queries,
 * stand in this year's file (at its worker, or the whole file for somebody who is gone), and say what
 * last year's had. */
#ifndef CENSUS_COMPARE_H
#define CENSUS_COMPARE_H

#include "census/figures.h"
#include "census/rules.h"

/* One count of both years, and whether it moved more than is usual. */
struct census_moved { enum measure_id measure; Figure before, now; bool much; };

struct continuity {
	int matched, gone, come;             /* people of both, of the one before only, of this one only */
	int renumbered;                      /* matched by birth date and start date alone */
	struct census_moved moved[MEASURES];
	int moved_count;
	Figure expected;                     /* headcount before + starters - leavers */
};

/* `before` must be of the year before, and `now` say its year: it is for the caller to see that. Adds findings in the file's order. */
void census_continuity(struct continuity *continuity, const struct census_return *now,
                       const struct census_return *before, struct findings *found, struct arena *perm);

#endif
