/* figures.h: what DfE will publish from a return, by DfE's own definitions.
 *
 * Base counts and rates are those of measure.h: FTE counts every record, headcount counts people
 * (registration number, birth date, sex and ethnicity alike are one person; starters also start date,
 * leavers leaving date) and keeps the more senior role; whoever starts and leaves within the year is in
 * neither; leavers have the FTE of the 30 September before; agency records count one each; case holders
 * are those with a case and FTE above 0, agency included; rates come from unrounded counts and absence
 * is divided by 253 working days, 254 in a year with 29 February. A rate of cover over 100% is u. What
 * nobody of whom it is asked says is x. A record without a registration number is a person by itself.
 * Of a file that says no year, what happened in the year is x and characteristics are not counted.
 * Source: DfE's methodology and its figures, worked out again (docs/methods/census.md).
 */
#ifndef CENSUS_FIGURES_H
#define CENSUS_FIGURES_H

#include "census/return.h"
#include "measure/measure.h"

enum { CENSUS_ROLES = 6, CENSUS_AGES = 6, CENSUS_GROUPS = 6, CENSUS_SEXES = 3, CENSUS_SERVICE_BANDS = 5 };

/* FTE and people of one row of a table of characteristics. Whoever's birth or start is not said is in no
 * row of ages or service. */
struct counted { Figure fte, people; };

struct census_figures {
	int    year;
	Figure value[MEASURES];
	int    people[MEASURES];                     /* how many people, or agency records, stand behind each */
	struct counted total;
	struct counted role[CENSUS_ROLES];           /* by OrgRole 1 to 6 */
	struct counted age[CENSUS_AGES];             /* under 20, 20-29, ... 60 and over; at 30 September */
	struct counted sex[CENSUS_SEXES];            /* female, male, not known */
	struct counted ethnic[CENSUS_GROUPS];        /* White, Mixed, Asian, Black, Other, not known */
	struct counted service[CENSUS_SERVICE_BANDS];        /* under 2, 2 to 5, 5 to 10, 10 to 20, 20 and more years */
	struct counted leaver_service[CENSUS_SERVICE_BANDS];
	int    in_and_out;                           /* people who started and left in the year: in neither */
};

extern const Str census_role_titles[CENSUS_ROLES];
extern const Str census_age_titles[CENSUS_AGES];
extern const Str census_sex_titles[CENSUS_SEXES];
extern const Str census_group_titles[CENSUS_GROUPS];
extern const Str census_service_titles[CENSUS_SERVICE_BANDS];

void census_figures_of(struct census_figures *figures, const struct census_return *ret,
                       struct arena scratch);

#endif
