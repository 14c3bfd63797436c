/* types_supply.h: the fields of pipelines and practice educators, for the one table of types (types.c).
 *
 * A *route* is a way into social work, with what is known of it from a day on: how long, what it costs, the funding rule
 * and until when it holds, and two odds: to complete, and to take a post here. Odds have a least, a most, a grade and a
 * source; a number without them is refused. A *cohort* is one intake of a route, with odds of its own where the council
 * has them. A *learner* is somebody in a cohort: student, trainee, apprentice, returner, recruit from overseas. How far
 * they are is not stored: it follows from their *learner steps*, run through one table (workforce/stages_learner.h).
 *
 * A *placement* is days in a unit with a practice educator. An *educator* record holds days (agreed, enrolled, awarded,
 * refreshed, stopped); what these make of them, and how many students can be placed, is worked out
 * (practice/educator.h) by numbers that are the council's own where it keeps any (educator_rule).
 *
 * Nothing here says what somebody's marks were, or why a placement went wrong: only that it was passed or not.
 */
#ifndef WORKFORCE_TYPES_SUPPLY_H
#define WORKFORCE_TYPES_SUPPLY_H

#include "register/field.h"

enum {
	ROUTE_FIELDS = 19, PARTNER_FIELDS = 5, COHORT_FIELDS = 20, LEARNER_FIELDS = 21, LEARNER_STEP_FIELDS = 7,
	PLACEMENT_FIELDS = 8, EDUCATOR_FIELDS = 10, EDUCATOR_RULE_FIELDS = 3
};
extern const struct field route_fields[ROUTE_FIELDS];
extern const struct field partner_fields[PARTNER_FIELDS];
extern const struct field cohort_fields[COHORT_FIELDS];
extern const struct field learner_fields[LEARNER_FIELDS];
extern const struct field learner_step_fields[LEARNER_STEP_FIELDS];
extern const struct field placement_fields[PLACEMENT_FIELDS];
extern const struct field educator_fields[EDUCATOR_FIELDS];
extern const struct field educator_rule_fields[EDUCATOR_RULE_FIELDS];

/* Ways into social work, in the order of pages. */
enum route_kind {
	ROUTE_STEP_UP, ROUTE_APPROACH, ROUTE_APPRENTICE_6, ROUTE_APPRENTICE_7, ROUTE_TRAINEE, ROUTE_STUDENT, ROUTE_OVERSEAS,
	ROUTE_RETURNER, ROUTE_FAMILY_SUPPORT, ROUTE_OTHER, ROUTE_KINDS
};
extern const struct choice route_kinds[ROUTE_KINDS];

/* How sure a number is, from best to worst: official and complete; studied well; one place or small; a guess; the council's own. */
enum grade { GRADE_A, GRADE_B, GRADE_C, GRADE_D, GRADE_OWN, GRADES };
extern const struct choice grades[GRADES];

/* What ties somebody to the area, of candidates and learners. */
enum { LOCAL_LINKS = 5 };
extern const struct choice local_links[LOCAL_LINKS];

enum placement_kind { PLACEMENT_FIRST, PLACEMENT_FINAL, PLACEMENT_OTHER, PLACEMENT_KINDS };
extern const struct choice placement_kinds[PLACEMENT_KINDS];

/* Numbers in the rules on practice educators. What holds where a council says nothing: workforce/educating.h. */
enum educator_number {
	YEARS_BEFORE_1, YEARS_BEFORE_2, LEARNERS_BEFORE_2, MONTHS_CURRENT, STUDENTS_EACH, ENROLMENTS_LOW, ENROLMENTS_HIGH,
	EDUCATOR_NUMBERS
};
extern const struct choice educator_rules[EDUCATOR_NUMBERS];

#endif
