/* moving.h: who could move into a post before anybody from outside: those who asked to transfer, and those whose post ends.
 *
 * Somebody fits a post when it is of the role they asked for, or of the role they are in where they named none; and, of a
 * transfer, when it stands in the team or service they named, or they named none. Whoever is in the post, or in none on the
 * day, does not. A post ends by a request that says so; and by the establishment, where it ends within so many days and
 * nothing is known of whoever holds it after that day: nobody need have written it down.
 *
 * A request is open until they moved or took it back. What came of it for one post to fill is told there, and they are
 * looked at for the next.
 */
#ifndef PRACTICE_MOVING_H
#define PRACTICE_MOVING_H

#include "workforce/roster.h"
#include "workforce/types_moving.h"

enum { DAYS_OF_ENDING = 365 };

struct mover {
	const struct record *wish;   /* NULL: only the establishment says that their post ends */
	int  person, post;           /* the post they are in */
	enum move_kind kind;
	Date asked;                  /* day 0 without a wish */
	Date ends;                   /* of a post that ends */
	int  outcome;                /* of this post to fill; NOT_THERE: none */
	Date outcome_on;
};
/* A post to be filled: its ref as a requisition, where it is, which role. */
struct opening { Str requisition; int post, unit, role; };
/* Those whose post ends first, by the day; then by how long ago they asked. */
struct movers { struct mover *at; int count; };
void movers_read(struct movers *movers, const struct roster *roster, const struct opening *opening, Date day, struct arena *perm);

#endif
