/* own_people.h: every measure of measure.h, from a council's own people and posts.
 *
 * By the definitions of DfE's census (docs/methods/own-people.md): in post are those the council pays
 * on the day in a role of the census; starters joined in the year to that day and are still there;
 * leavers were in post a year before and have left since, even if they came back, with the FTE they
 * had then; whoever's last day is the day has left; duplicates count twice in FTE and once in
 * headcount; agency workers count one a record; a vacancy is funded FTE without a holder, covered or
 * not; cover is the part agency fills; cases and case holders include agency; days lost are those of
 * sickness in the year. Rates by the rows of measures[].
 *
 * A unit means itself and all below it; a move between units of the council is a start and an end
 * for a unit, and neither for the council.
 */
#ifndef MEASURE_OWN_PEOPLE_H
#define MEASURE_OWN_PEOPLE_H

#include "measure/measure.h"
#include "workforce/establishment.h"

struct own_figures {
	int  unit;                   /* NOT_THERE: the council */
	Date day;
	Figure value[MEASURES];      /* counts exact, rates exact; NOT_AVAILABLE where records say nothing */
	int  people[MEASURES];       /* how many people stand behind each: for protect.h */
	int64_t largest[MEASURES];   /* the largest one person's part, in millionths: for protect.h */
};
void own_figures_on(struct own_figures *own, const struct roster *roster, int unit, Date day,
                    struct arena scratch);

/* The same of many units, NOT_THERE being the council, in less time than one by one. */
void own_figures_of_units(struct own_figures *of, const struct roster *roster, const int *units, int count,
                          Date day, struct arena scratch);

/* Works the rates out again from the counts of `own`: for counts of several councils added up. */
void own_rates(struct own_figures *own);

/* The first day of a person's present unbroken time in post in the unit: time in service is counted
 * from it. False when not in post on the day. */
bool in_post_since(const struct roster *roster, int unit, int person, Date day, Date *since,
                   struct arena scratch);

/* Turnover both ways: leaving the service (the census's), and leaving the council. */
struct turnover { Figure service_fte, service_headcount, council_fte, council_headcount; };
struct turnover turnover_on(const struct roster *roster, int unit, Date day, struct arena scratch);

/* The people behind a measure, for those who may see them: persons in order of their number. */
int own_people_behind(const struct roster *roster, int unit, Date day, enum measure_id m,
                      int **people, struct arena *perm);

/* What a count is made of, for whoever makes a record of one person. The latest count of somebody's cases on
 * the day or in the 30 days before it; NULL: none. */
const struct caseload *own_cases_on(const struct roster *roster, int person, Date day);
/* Working days of one absence that fall in the year, in millionths, and the day on which they begin. */
int64_t own_absence_days(const struct absence *absence, struct period year, Date *begins);

#endif
