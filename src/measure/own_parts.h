/* own_parts.h: what one person adds to each count. Private to measure/: see own_people.h.
 */
#ifndef MEASURE_OWN_PARTS_H
#define MEASURE_OWN_PARTS_H

#include "measure/own_people.h"
#include "workforce/service.h"

/* How old a count of somebody's cases may be and still be that of the day. */
enum { CASES_DAYS_MOST = 31 };

struct own_count {
	const struct roster *roster;
	int  unit;
	Date day, before;                    /* `before`: the same day a year earlier */
	struct period year;                  /* from the day after `before` to `day` */
	const int32_t *turns;                /* days on which the tree of units changes, rising */
	int  turn_count;
	int64_t vacant;                      /* FTE of posts in the census without a holder */
	const int64_t *covering;             /* of each person: agency FTE that fills vacancies */
};
void own_count_begin(struct own_count *count, const struct roster *roster, int unit, Date day,
                     struct arena *perm);
void own_find_turns(struct own_count *count, struct arena *perm);    /* that part of it alone */

/* One person's parts of the counts, in millionths; rates are not among them. */
struct own_parts {
	int64_t of[MEASURES];
	bool    behind[MEASURES];            /* whether the person is one of those counted */
	bool    works;                       /* in post or agency, with the largest post in the unit */
	bool    cases_known;
};
void own_parts_of(struct own_parts *parts, const struct own_count *count, int person,
                  struct arena scratch);

/* What the parts are made with: a part, and the person as one of those counted by it; */
void own_part(struct own_parts *parts, enum measure_id m, int64_t micro);
/* the larger of two posts, of equals the more senior, of those the first; */
const struct stretch *own_larger_post(const struct stretch *a, const struct stretch *b);
/* and working days lost to sickness in the year. */
void own_days_lost(struct own_parts *parts, const struct own_count *count, int person,
                   struct stretches service);

/* Whether somebody who was in the council's pay a year before has left it altogether since. */
bool own_left_council(const struct own_count *count, int person, struct arena scratch);

/* What DfE divides absence by, of any year and not only one to 30 September. */
int own_working_days(struct period year);

/* The year to a day: from the day after the same day a year before. */
struct period own_year(Date day);

#endif
