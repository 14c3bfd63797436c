/* types_plan.h: the fields of what planning keeps, for the one table of types (types.c): over-establishment tickets,
 * and the council's own assumptions.
 *
 * A *ticket* lets one post be over establishment, for a reason and until a day. One asks, somebody else approves;
 * HR opens the post (status "over") and names it in the ticket. Whether the post is filled, and how whoever filled it
 * came to an established post (a leaver's, one who was promoted, a new post), is not stored: it follows from times in
 * post (practice/ticket.h). `absorbed_how` and `absorbed_on` are for what those do not show.
 *
 * An *assumption* is a number that a forecast or plan takes and nobody measured here. What may be assumed is one list,
 * whose defaults and sources stand in outlook/assumptions.h. One of the council's own holds from a day on, for all
 * roles or for one, with who decided it and what it rests on.
 */
#ifndef WORKFORCE_TYPES_PLAN_H
#define WORKFORCE_TYPES_PLAN_H

#include "register/field.h"

enum { TICKET_FIELDS = 21, ASSUMPTION_FIELDS = 9 };
extern const struct field ticket_fields[TICKET_FIELDS];
extern const struct field assumption_fields[ASSUMPTION_FIELDS];

/* What may be assumed, in the order of pages. */
enum assumption_id {
	ASSUME_PAY, ASSUME_AGENCY_PREMIUM, ASSUME_AGENCY_COVER, ASSUME_LEAVER_COST, ASSUME_HIRE_COST, ASSUME_INDUCTION_COST,
	ASSUME_LEAD, ASSUME_SHORTLISTED, ASSUME_APPOINTED, ASSUME_ACCEPTS, ASSUME_STARTS, ASSUME_OVERSEAS_ARRIVES,
	ASSUME_APPRENTICE_COMPLETES, ASSUME_STUDENT_STAYS, ASSUME_NEWLY_QUALIFIED, ASSUME_CONVERTS,
	ASSUME_YEARS_DIFFER, ASSUME_OVER_SHARE, ASSUME_NEWLY_PER_SENIOR,
	ASSUME_PRESSURE, ASSUME_PAYMENT, ASSUME_REBOUND, ASSUME_PROGRAMME, ASSUME_CASELOAD, ASSUME_INSPECTION,
	ASSUMPTIONS
};
extern const struct choice assumption_whats[ASSUMPTIONS];    /* its key and title */

/* What may be said of it, in millionths of its unit: wider than what is likely, and no wider than what can be reckoned with. */
struct assumption_bounds { int64_t low, high; Str words; };  /* "from 0.1 to 60 months" */
extern const struct assumption_bounds assumption_bounds[ASSUMPTIONS];

#endif
