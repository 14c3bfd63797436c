/* own_learners.h: who is expected by pipelines, as a forecast from a council's own people needs them: so many in a month,
 * each with their own chance to come. Part of own.c; without model/prospect.h, as own_posts.h is.
 *
 * Counted are the chances of the supply table (practice/supply.h): learners on the way, and the places of a cohort of which
 * nobody is selected yet; in the month in which they are, or are expected to be, qualified or here, and those who are already
 * or are late, in the first. They come in the role of the post they were offered, else as case holders.
 *
 * Nobody is counted twice. Not counted are those who applied and accepted an offer here (own_starters.h has them, or ordinary
 * filling has) and those in a social worker's post here already, who would leave a post as they take one. Those of whom nobody
 * said a chance or a day, and those who come after the last month, are told and not counted.
 */
#ifndef OUTLOOK_OWN_LEARNERS_H
#define OUTLOOK_OWN_LEARNERS_H

#include "workforce/roster.h"

struct learners_group { int month, size, census; double part; };     /* month 1 is the first; DfE's role, 1 to 6 */
/* A cohort that is counted, as it prints with a forecast. */
struct learners_said { Str what, value, source, grade; };
enum { LEARNERS_SAID_MOST = 8 };
struct own_learners {
	struct learners_group *groups;
	int group_count;
	int count;                   /* in all groups */
	int last;                    /* the last month somebody is expected in */
	struct learners_said said[LEARNERS_SAID_MOST];
	int said_count, cohorts;     /* cohorts that are counted: more of them than are told, perhaps */
	int applied, here, unsaid, undated, beyond;  /* not counted, and why */
	int joined;                  /* social workers who joined by pipelines from `since` to the day */
};
struct learners_ahead { Date since, day; int months; };
void own_learners_after(struct own_learners *learners, const struct roster *roster, struct learners_ahead ahead, struct arena *perm);

#endif
