/* service.h: people's working lives cut into stretches, and joined into time in the service.
 *
 * A *stretch* is a row of somebody's time in post for as long as the post's row and its role's row
 * stay the same, so that everything about it is known without asking again. *Time in the service* is
 * made of the stretches that the council pays for, with three things settled once for all that count
 * people (docs/methods/own-people.md):
 *
 *   - between two posts up to MOVE_GAP_DAYS apart nobody has left; the days between belong to the
 *     post that ended (a Friday, then a Monday, around 30 September);
 *   - the last day of all is the day of leaving: on it one is no longer in post;
 *   - agency workers, and those whom somebody else pays, are not in it.
 */
#ifndef WORKFORCE_SERVICE_H
#define WORKFORCE_SERVICE_H

#include "workforce/roster.h"

struct stretch {
	struct period when;
	int  person;
	const struct spell_row *row;
	const struct post_row  *post;        /* NULL: the post is unknown, or not there then */
	int  census;                         /* DfE's role 1 to 6; 0: outside the census, or unknown */
	bool leaves;                         /* in time in the service: the day after `when` is the last */
};
struct stretches { struct stretch *at; int count; };

/* Everything a person did for the council, on whatever basis, in order of first days. */
struct stretches stretches_of(const struct roster *roster, int person, struct arena *perm);

/* Time in the service: of roles in the census, or of any role. */
enum service { SERVICE_CENSUS, SERVICE_COUNCIL };
struct stretches service_of(const struct roster *roster, int person, enum service service,
                            struct arena *perm);

/* For each person, whether they were ever in a post that ever was in the unit, wherever it stood then:
 * nobody else has a part in anything told of it. */
const bool *people_ever_within(const struct roster *roster, int unit, struct arena *perm);

bool period_holds(struct period period, Date day);
/* Whether the stretch's post stands within the unit on that day; NOT_THERE is the whole council. */
bool stretch_within(const struct roster *roster, const struct stretch *stretch, int unit, Date day);

#endif
