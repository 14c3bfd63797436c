/* world.h: one prospect at work: its posts, month by month, in one replication after the other.
 *
 * Not for others: simulate.h is. Everything here is of the order within a month that prospect.h gives.
 *
 * A place (calendar.h) is closed, vacant, or somebody is in it. What will happen to it without anybody's doing is known
 * in advance and kept on a list of its month (world_due.h): a vacant post knows when it will be filled, since its words are asked for
 * when it is vacated; somebody who will move up for certain, when. So a month costs what happens in it.
 */
#ifndef MODEL_WORLD_H
#define MODEL_WORLD_H

#include <assert.h>

#include "model/calendar.h"

enum { CLOSED = -2, NOBODY = -1 };

enum due { DUE_RISES, DUE_HIRES, DUES };
static_assert((MONTHS_MOST + 1) * DUES - 1 <= UINT8_MAX, "a place can say which list it is on");

struct place {
	int8_t grade;                /* of who is in it, or VACANT, CLOSED */
	int8_t next_grade;           /* of who will fill it */
	int16_t start;               /* the month at whose end it was 0 months: in post, or vacant */
	int16_t luck;                /* where the luck of its grade begins */
	uint8_t due;                 /* the list it is on: of the month when they move up, or it is filled */
	bool ending;                 /* funded no longer: who is in it is over establishment */
};

static inline void
grade_set(struct place *place, int grade)
{
	place->grade = (int8_t)grade;
	place->luck = (int16_t)((grade - CLOSED) * (TENURE_MOST + 1));
}

/* A set of places: the first of it, and the last, are found by words of 64. */
struct place_set { uint64_t *words; int count; };

/* Months of start reach back as far as time in post is counted. */
enum { STARTS = TENURE_MOST + MONTHS_MOST + 1 };

/* What luck may do to somebody of a grade and time in post in a month: leave, or else move up. What is certain is not here. */
struct luck { Chance leave, rise; };

enum {
	BLOCK_MONTHS = 16,           /* of a vacant place, of which a block of words has a byte each */
	ASKED_MORE   = 4,            /* places whose next block may be asked for beside the first */
};

/* Of a chance to be filled: up to which word at which grade, and at which grade by the word's highest byte, where that tells. */
struct cuts { Chance of, at[GRADES_MOST]; int8_t grade[256]; };

struct course {                      /* what of a world is alike at the start of each replication */
	int vacant, over, funded;
	int grade[GRADES_MOST];
	int by_start[STARTS][GRADES_MOST];   /* in post by start + TENURE_MOST and grade */
	int fresh;                   /* in post under two years */
};

/* What so many vacant posts of so many do to leaving. */
struct pressed { int vacant, funded; uint32_t q16; };
enum { PRESSED = 64 };

struct world {
	const struct prospect *p;
	const struct calendar *calendar;
	uint64_t seed;
	struct hazard hazard;
	struct luck *luck;           /* [phase][grade - CLOSED][tenure]: of a place where nobody is nothing happens to them */
	uint8_t certain[GRADES_MOST][TENURE_MOST + 1];     /* months in post from which on one moves up for certain */
	bool changes;                /* posts begin or end, or drift */
	Chance base_fill[MONTHS_MOST + 1];
	int lead[MONTHS_MOST + 1];
	int *first_vacant;           /* places vacant at the start */
	int first_vacants;
	struct place *first_places;
	uint64_t *first_due;
	uint32_t nothing;            /* lines that are nought in every month, as in struct replication */
	bool sets;                   /* whether anybody asks for the first vacant post, or the last that ends */
	struct course first;

	/* of the replication */
	const struct leaf *leaf;
	uint32_t replication;
	struct years years;
	Chance fill[MONTHS_MOST + 1];
	uint8_t fill_bytes[(MONTHS_MOST / BLOCK_MONTHS + 1) * BLOCK_MONTHS];    /* its highest byte, no more than 255 */
	uint32_t fill_q16[YEARS_MOST];                     /* the years that `fill` is of */
	struct cuts cuts[YEARS_MOST];
	struct place *places;
	struct place_set vacant_set, ending_set;
	uint64_t *due;               /* lists, of so many words each */
	int due_words;
	struct pressed pressed[PRESSED];
	int32_t *pending;            /* vacated, and not yet told when they will be filled */
	int pending_count;
	uint32_t *asked_address, *asked_which;             /* whose words, and which block of them */
	struct words *asked_words;
	struct course now;
	int spares_taken, joiners, leavers, converts;
	int64_t cost_twelfths[COST_LINES];                 /* pence times twelve, since the start */
	int64_t cost_step;
	struct replication *record;
};

void world_make(struct world *world, const struct prospect *p, const struct calendar *calendar, struct arena *perm);
void world_run(struct world *world, int replication, int64_t cost_step, struct replication *record);

/* Parts that a pool (pool.c) shares. */
void world_chances(struct world *world, const struct prospect *p, uint64_t seed, struct arena *perm);
void world_begin(struct world *world, int replication, int64_t cost_step, struct replication *record);
/* Costs and counts at the start, and at the end of a month (world_books.c). */
void books_open(struct world *w);
void books_month(struct world *w, int month);

/* Places, for months (world_places.c, world_fill.c). `month` is the one at work. */
void place_expect(struct world *w, int at);                /* at the start: somebody is in it, */
void place_wait(struct world *w, int at);                  /* or it is vacant */
void place_open(struct world *w, int at, int month);       /* funded from this month on, */
void place_close(struct world *w, int at);                 /* or no longer */
void place_vacate(struct world *w, int at, int month);
void place_join(struct world *w, int at, int grade, int start);
void place_rise(struct world *w, int at, int month);
void place_wait_on(struct world *w, int at);               /* due, and not filled: told when, with those vacated since */
void vacancies_told(struct world *w, int from);            /* those that wait to be told learn when: from that month on */
int  first_vacant(const struct world *w);                  /* or NOBODY */
/* Those over establishment move into vacant posts; things will happen to them from `month` on. */
void over_settle(struct world *w, int month);

#endif
