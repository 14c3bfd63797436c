/* said.h: what a record says in a field, by the field's name.
 *
 * A name that the type does not have is a bug. What was not said, or is no day or number, has a value of its own that
 * no record can say: an empty text, day 0, NOT_THERE; a whole number that is not said is 0.
 */
#ifndef WORKFORCE_SAID_H
#define WORKFORCE_SAID_H

#include "register/grouped.h"
#include "workforce/roster.h"

Str  said_text(enum type_id type, const struct record *record, const char *field);       /* of NULL: empty */
Date said_day(enum type_id type, const struct record *record, const char *field);
/* The day, when it has come by `by`. */
Date said_day_by(enum type_id type, const struct record *record, const char *field, Date by);
int  said_whole(enum type_id type, const struct record *record, const char *field);
/* Where a code stands among choices. */
int  code_place(const struct choice *choices, int count, Str code);
/* The record of a ref, or NULL. */
const struct record *said_record(const struct council *council, enum type_id type, Str ref);

/* Steps of one thing (of an application, of a learner) taken by a day, in the order of their turns; gives how many. */
struct turned { int turn; const struct record *record; };
int turns_of(const struct grouped *steps, enum type_id type, Str thing, Date until, struct turned **turns, struct arena *perm);

#endif
