/* supply_parts.h: what the pages of pipelines share. Private to app/.
 */
#ifndef APP_SUPPLY_PARTS_H
#define APP_SUPPLY_PARTS_H

#include "app/record_form.h"
#include "app/supply.h"
#include "practice/supply.h"

struct supply_look {
	struct own own;
	struct supply all;
	bool whole;                  /* sees every learner of the council, and so its ranges */
};
/* False, with the answer, as own_settle. */
bool supply_settle(const struct world *world, const struct ask *ask, struct supply_look *l, struct answer *why,
                   struct arena *perm);
bool learner_seen(const struct supply_look *l, const struct learner *learner);
bool supply_writes(const struct supply_look *l);
/* Learners who are seen: of a cohort, or of NOT_THERE for all; late first, then who has waited longest. */
int supply_shown(const struct supply_look *l, int cohort, const struct learner ***shown);

Str learner_words(const struct supply_look *l, const struct learner *learner);      /* "Reed, Bo"; the ref of who has no name */
Str cohort_words(const struct cohort *cohort);
Str href_of_learner(const struct own *own, Str ref);
Str href_of_cohort(const struct own *own, Str ref);
struct cell learner_stage_cell(const struct learner *learner);
struct cell learner_waiting_cell(const struct learner *learner);

/* Learners as a table. */
struct table *learners_table(const struct supply_look *l, const struct learner **shown, int count, Str caption);
/* "0.83 (0.75 to 0.9), grade B, from the first cohort"; says so when nobody said. */
Str supply_odds_words(const struct odds *odds, struct arena *perm);

#endif
