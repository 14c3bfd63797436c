/* held.h: how many FTE are held of a post at once. Private to intake/.
 *
 * A handover, when two are in a post for HANDOVER_DAYS at most (workforce/rules.h), does not count: the post is
 * as large as what is held of it for longer.
 */
#ifndef INTAKE_HELD_H
#define INTAKE_HELD_H

#include "workforce/roster.h"

/* Somebody in a post (`of` says which), or what the list says is vacant there. */
struct held { int of; struct period when; int64_t fte; bool holder, vacant; };
/* A run of days with one sum; `until` is the first day after it. */
struct stretch { Date from, until; int64_t fte; };

/* What is held together within the days, stretch by stretch: by the holders and what is vacant; where there are
 * neither, by whoever is there. */
int held_stretches(const struct held *held, int count, struct period within, struct stretch **stretches,
                   struct arena *perm);
/* The first day from which more than `fte` is held for longer than a handover; DATE_OPEN: never. */
Date held_over_from(const struct stretch *at, int count, int64_t fte);
/* The least FTE that is not exceeded but for handovers. */
int64_t held_most(const struct stretch *at, int count, struct arena scratch);

#endif
