/* ruling.h: the rules at work: a council as it would be, and what of it was touched. Private to
 * workforce/.
 */
#ifndef WORKFORCE_RULING_H
#define WORKFORCE_RULING_H

#include "workforce/rules.h"

enum rule_id {
	RULE_REFERENCE, RULE_OVERLAP, RULE_HOLE, RULE_OUTSIDE_POST, RULE_OVER_FTE, RULE_HANDOVER,
	RULE_TWICE_IN_POST, RULE_PERSON_FTE, RULE_PERSON_OVER_ONE, RULE_UNIT_LOOP, RULE_COVER,
	RULE_AGE, RULE_REASON, RULE_SAME_PERSON, RULE_NO_BIRTH_DATE, RULE_SAME_NUMBER, RULE_CENSUS_YEAR, RULE_CENSUS_REASON,
	RULE_AGENCY_PERSON, RULE_AGENCY_ONCE, RULE_AGENCY_DAYS, RULE_AGENCY_DECISION,
	RULE_TICKET, RULE_ASSUMPTION,
	RULE_HIRING_DAYS, RULE_REQUISITION, RULE_SEAT, RULE_CLOSE_OUT, RULE_STEP, RULE_CHECKS_FIRST, RULE_APPLIED_TWICE, RULE_ONE_HIRE,
	RULE_PANEL, RULE_CHECK, RULE_SCORE, RULE_CANDIDATE,
	RULE_PANEL_TRAINED, RULE_SCORED_FIRST, RULE_SCORER, RULE_SCORE_LOCKED,
	RULE_INDUCTION, RULE_PROBATION,
	RULE_TEMPLATE, RULE_INTERVIEW, RULE_HIRING_TERM,
	RULE_SUPPLY_DAYS, RULE_ODDS, RULE_LEARNER_ROUTE, RULE_LEARNER_SPELL, RULE_PLACEMENT, RULE_EDUCATOR, RULE_EDUCATOR_NUMBER,
	RULE_MOVE_WISH,
	RULES
};

struct ruling {
	const struct council *after;
	const struct changes *changes;
	struct roster roster;
	bool *units, *posts, *people, *spells;   /* touched, by number */
	struct findings *found;
	struct arena *perm;
};

/* A finding of the rule about a record. */
void rule_breaks(struct ruling *in, enum rule_id rule, Str ref, Str wrong, Str mend);

/* The day after; DATE_OPEN stays. */
Date day_after(Date day);
bool days_meet(struct period a, struct period b);

/* Each looks at what was touched. */
void rules_of_rows(struct ruling *in);       /* references, overlaps, holes, unit loops */
void rules_of_posts(struct ruling *in);      /* FTE of a post, days of a post */
void rules_of_people(struct ruling *in);     /* one person's posts, age, cover, reason */
void rules_of_twins(struct ruling *in);      /* who may be somebody else */
void rules_of_returns(struct ruling *in);    /* one census year a year, and why its figures */
void rules_of_agency(struct ruling *in);     /* whose an assignment is, its days; where a decision belongs */
void rules_of_plans(struct ruling *in);      /* a ticket's days and post; one assumption of a thing at a time */
void rules_of_hiring(struct ruling *in);     /* steps the tables allow; seats, panels, checks, scores */
void rules_of_moving(struct ruling *in);     /* a request to move says when what came of it came */
void rules_of_induction(struct ruling *in);  /* what is done says by whom; a review says what came of it */
void rules_of_notices(struct ruling *in);    /* places of templates, one of a notice at a time; when an interview is */
void rules_of_supply(struct ruling *in);     /* steps of learners, odds with a grade, placements with an educator who may */

#endif
