/* calendar.h: when something may happen to whom, in every replication, whatever the scenario.
 *
 * Each place a person can be in has candidate months at the rate `most`: the gaps between them are geometric. Each has a
 * mark below `most`, which the engine holds against the chances of that month. A place is a post of the prospect or of
 * a scenario's levers, a post that DRIFT_POSTS begins, or a spare place for somebody of a cohort who finds no post.
 * Each kind has addresses of its own, so how many there are of one does not touch the luck of another.
 */
#ifndef MODEL_CALENDAR_H
#define MODEL_CALENDAR_H

#include "model/hazard.h"
#include "model/simulate.h"

/* A candidate as one number: the mark is its low half; above it stand the month, then the place. One beyond the last month
 * may be written as nonsense: it is not kept. */
typedef uint64_t Candidate;
enum { MONTH_BITS = 7, MONTH_MASK = (1 << MONTH_BITS) - 1 };

static inline Candidate
candidate_of(uint32_t place, int month, uint64_t mark)
{
	return ((uint64_t)(place << MONTH_BITS) + (uint64_t)month) << 32 | mark;
}

static inline uint32_t
candidate_mark(Candidate candidate)
{
	return (uint32_t)candidate;
}

static inline int
candidate_month(Candidate candidate)
{
	return (int)(candidate >> 32 & MONTH_MASK);
}

static inline int
candidate_place(Candidate candidate)
{
	return (int)(candidate >> (32 + MONTH_BITS));
}

/* 1 or 0, as the sign of a difference: both are below 2^63. */
static inline int
is_below(uint64_t a, uint64_t b)
{
	return (int)((a - b) >> 63);
}

/* One replication: its candidates by month. Within one, their order does not matter. */
struct leaf {
	Candidate *at;
	uint32_t *from;              /* [month]: where it begins in `at`; one more for the end */
	int grown;                   /* places of posts that DRIFT_POSTS begins */
};

struct calendar {
	const struct prospect *const *whose;     /* the only ones it is for; none: any of this `most` */
	int whose_count;
	uint64_t seed;
	uint32_t whom;
	Chance most;
	int months, first, count;
	int posts, spares;           /* places: posts first, then grown ones of the replication, then spares */
	int places_most;             /* in any replication */
	struct leaf *leaves;
};

bool calendar_is_for(const struct calendar *calendar, const struct prospect *p);

/* Where the address of a place begins. */
enum { PLACE_POST = 0, PLACE_GROWN = 1 << 24, PLACE_SPARE = 1 << 25 };

static inline uint32_t
place_address(const struct calendar *c, const struct leaf *leaf, int place)
{
	int grown = place - c->posts, spare = grown - leaf->grown;
	return (uint32_t)(grown < 0 ? PLACE_POST + place : spare < 0 ? PLACE_GROWN + grown : PLACE_SPARE + spare);
}

#endif
