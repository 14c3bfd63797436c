/* educating.h: the numbers in the rules on practice educators, and until when one of them is current.
 *
 * A council's own number (an educator_rule that holds on the day) goes before the usual one. No number here is law: the
 * standards (BASW, Practice Educator Professional Standards, refreshed 2022) leave entry and currency to employers and
 * universities, so each comes with who says so, and pages print it.
 *
 * *Current*: for so many months after the last of: an award, a refresher, the last day of a placement they took. Somebody
 * whose student is still here is current.
 */
#ifndef WORKFORCE_EDUCATING_H
#define WORKFORCE_EDUCATING_H

#include "register/grouped.h"
#include "workforce/types.h"
#include "workforce/types_supply.h"

struct educator_said { int number; Str source; bool own; };
struct educator_numbers { struct educator_said of[EDUCATOR_NUMBERS]; };
extern const struct educator_said educators_usual[EDUCATOR_NUMBERS];
struct educator_numbers educator_numbers_on(const struct council *council, Date day);

/* A day of an educator's record, when it is there and not after `by`; else day 0. */
Date educator_day(const struct record *educator, const char *field, Date by);
/* The last day on which they are current, as it is known on `day`; day 0: without an award. `placements` by educator; one
 * that begins on `day` does not make anybody current for itself. */
Date educator_current_until(const struct record *educator, const struct grouped *placements, int months, Date day);

#endif
