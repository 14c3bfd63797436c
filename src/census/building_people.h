/* building_people.h: somebody while their records are made. Private to build_*.c. */
#ifndef CENSUS_BUILDING_PEOPLE_H
#define CENSUS_BUILDING_PEOPLE_H

#include "census/building.h"

/* An unbroken time: stretches from `begin` to before `end`, in order of their first days. */
struct service_time {
	Date first, last;            /* the last day in post: the day of leaving is the one after */
	int  begin, end;
	bool over;
	bool joined;                 /* with the time before it, by decision */
};

/* One role held, and so one record. */
struct part { int census, spell; int64_t fte, before, most; };   /* most: FTE of the largest post in it */
enum { PARTS_MOST = 16 };
struct parts { struct part at[PARTS_MOST]; int count; };

/* Somebody while their records are made. */
struct making_person {
	struct building *in;
	int person;
	struct stretches service;
	struct service_time *times;
	int time_count;
	int on_day[2 * PARTS_MOST], on_day_count;    /* records of the day, over whom the cases are shared */
};

/* ---- times and parts (build_parts.c) ----------------------------------------------------------- */

void building_times(struct making_person *p);
bool building_time_holds(const struct service_time *time, Date day);
bool building_leaves_in_year(const struct making_person *p, const struct service_time *time);
/* The roles held on a day within a time, or at its end, the largest first, with what was held a year before. The
 * director's are left out, unless it is decided otherwise; no part has more than 1 FTE. */
struct parts building_parts(struct making_person *p, const struct service_time *time, Date day, bool leaving);
bool building_leaves_director_out(struct building *in, const struct stretch *s, Date day);

/* ---- what happened to them (build_lives.c) ----------------------------------------------------- */

/* Where they came from, by the post with which the time began. */
void building_origin(struct making_person *p, const struct service_time *time, int worker);
/* The leaving date, the reason and where to. */
void building_leaving(struct making_person *p, const struct service_time *time, int worker, int spell);
/* Working days lost to sickness that began, or whose part in the year began, within the days. */
int64_t building_days_lost(const struct making_person *p, Date first, Date last);
/* Whether they were absent on the day, and by what kind of leave. */
void building_absence(struct making_person *p, int worker, int spell);
/* Cases of the day, over all their records of it. */
void building_cases(struct making_person *p);

#endif
