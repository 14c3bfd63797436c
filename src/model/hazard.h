/* hazard.h: a prospect's chances as engines ask for them: by phase, and multiplied by years.
 *
 * A phase is a run of months in which the same pushes work. What a year does is drawn once for a replication.
 */
#ifndef MODEL_HAZARD_H
#define MODEL_HAZARD_H

#include "model/prospect.h"

struct chances { Chance at[GRADES_MOST][TENURE_MOST + 1]; };

struct hazard {
	int phases;
	uint8_t phase[MONTHS_MOST + 1];                    /* of a month */
	struct chances *leave;                             /* [phase]: of all causes together */
	struct chances *upto;                              /* [phase][CAUSES_MOST]: of this cause and those before it */
	double cut[DRIFTS][YEARS_MOST];                    /* how far from its mean a logarithm may be, in millionths */
	int lasting;                                       /* posts that are always funded */
};
void hazard_of(const struct prospect *p, struct hazard *hazard, struct arena *perm);
void hazard_years(const struct prospect *p, struct hazard *hazard);    /* as much of it as years_draw wants */

/* Of a replication: multipliers of each year, and how many of the lasting posts are funded in each month. */
struct years {
	uint32_t q16[DRIFTS][YEARS_MOST];
	int32_t lasting[MONTHS_MOST + 1];
};
void years_draw(const struct prospect *p, const struct hazard *hazard, uint64_t seed, uint32_t replication,
                struct years *years);
/* Of it the multipliers of leaving alone. */
void years_leaving(const struct prospect *p, const struct hazard *hazard, uint64_t seed, uint32_t replication,
                   uint32_t q16[YEARS_MOST]);
/* When the logarithm of every multiplier is so many deviations above its mean. */
void years_at(const struct prospect *p, double deviations, struct years *years);

/* What vacancies do to leaving: a multiplier. */
uint32_t pressure_q16(const struct prospect *p, int vacant, int funded);
uint32_t pressure_most(const struct prospect *p);

#endif
