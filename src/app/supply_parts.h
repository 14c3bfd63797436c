/* supply_parts.h: what the pages of pipelines share. Private to app/.
 */
#ifndef APP_SUPPLY_PARTS_H
#define APP_SUPPLY_PARTS_H

#include "app/record_form.h"
#include "app/supply.h"
#include "practice/returners.h"
#include "practice/supply.h"

struct supply_look {
	struct own own;
	struct supply all;
	struct returners returners;
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

/* ---- steps ----------------------------------------------------------------------------------------- */

/* Whether a move can follow where a learner stands, on their route. */
bool learner_move_fits(const struct supply_look *l, const struct learner *learner, int move);

/* A step as somebody wants it, of one learner or of several. */
struct learner_wanted {
	enum learner_move move;
	Date on;
	Str  reason, note;
	Str  post;                   /* ref, of who is offered one or joins; empty: that they were offered */
	Str  spell;                  /* of who joins and is in their post by a record that is there already */
	Str  fte, number;            /* of who joins; empty: what the post has left; who applied said it, or nobody */
	Str  before;                 /* "ends", "stays": the time in post of who is in another here already */
};
/* What keeps a learner from the step, each at its input ("move", "held_on", "post_offered", ...). */
enum { LEARNER_FAULTS_MOST = 8 };
struct learner_fault { Str input, words; };
struct learner_faults { struct learner_fault at[LEARNER_FAULTS_MOST]; int count; };
void learner_fault_add(struct learner_faults *faults, const char *input, Str words);

/* The step's changes, all of them of one deed: whoever joins gets their record as a person, where they are not known here,
 * their registration, their time in the numbered post and its induction, by what was said of them before. Whoever was
 * known here, as a colleague, as a candidate or by the registration number, goes on with the record they have. Nothing
 * is added where there are faults. */
void learner_step_changes(const struct supply_look *l, const struct learner *learner, const struct learner_wanted *wanted,
                          const struct deed_made *deed, struct learner_faults *faults);

/* Of that, whoever joins (learner_joining.c): adds to `faults`, or else to the deed, and gives the time in post. */
struct joined { Str person, spell, post; };
struct joined learner_joins(const struct supply_look *l, const struct learner *learner, const struct learner_wanted *wanted,
                            const struct deed_made *deed, struct learner_faults *faults);
/* Whoever a learner is here, by what is said of them: a person, or NOT_THERE. */
int learner_person(const struct supply_look *l, const struct learner *learner);
/* Whether the viewer may make people and their times in post. */
bool joins_whole(const struct supply_look *l);

#endif
