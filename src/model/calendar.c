/* calendar.c: geometric gaps by a table, sorted by month. */
#include "model/calendar.h"

#include <assert.h>
#include <string.h>

#include "model/reach.h"

/* ---- gaps -------------------------------------------------------------------------------------- */

/* A gap is above k when the word is below `above[k]`, and is never more than the months and one. `guide` says from which k on
 * a word of these first ten bits has to look. */
struct gaps {
	int last;                    /* month: what comes later is beyond the end */
	uint32_t above[MONTHS_MOST + 2];
	uint8_t guide[1 << 10];
};

static int
gap_from(const struct gaps *gaps, int k, uint32_t word)
{
	while (word < gaps->above[k])
		k++;
	return k;
}

static void
gaps_set(struct gaps *gaps, Chance most, int months)
{
	double stays = 1 - chance_value(most), power = 1;
	gaps->last = months;
	for (int k = 1; k <= months; k++) {
		power *= stays;
		gaps->above[k] = (uint32_t)chance_of(power);
	}
	for (uint32_t i = 0; i < 1 << 10; i++)
		gaps->guide[i] = (uint8_t)gap_from(gaps, 1, i << 22 | 0x3fffff);
}

/* ---- candidates of a replication ------------------------------------------------------------------ */

/* Candidates as they are found, as many as there are. */
struct pile {
	Candidate *at;
	int count, room;
	struct arena *arena;
};

static void
pile_room(struct pile *pile, int more)
{
	if (pile->count + more <= pile->room)
		return;
	int room = 2 * pile->room + more;
	Candidate *at = new(pile->arena, room, Candidate);
	if (pile->count > 0)
		memcpy(at, pile->at, (size_t)pile->count * sizeof *at);
	pile->at = at;
	pile->room = room;
}

enum { LATEST = MONTHS_MOST + 2 * (MONTHS_MOST + 1) };   /* month that may be written down */

/* Places whose months are not at their end: a block of words has two gaps and two marks, and all who need another
 * block get it together. */
struct making {
	const struct calendar *calendar;
	struct gaps gaps;
	Chance upto[LATEST + 1];     /* [month]: what a mark has to be below to be kept; beyond the end nothing is */
	struct pile pile;
	uint32_t *place, *address;
	int *month;
	int open;
	uint32_t *first_place, *first_address;     /* before the first block, with so many grown places */
	int grown;
};

/* Writes down two candidates and says how many of them stay. Which do cannot be foreseen, by a processor neither, so what does
 * not is written over next. */
static inline int
place_add(const struct making *making, Chance most, uint32_t place, int *month, const struct words *words, Candidate *at)
{
	const struct gaps *gaps = &making->gaps;
	int first = *month + gap_from(gaps, gaps->guide[words->at[0] >> 22], words->at[0]);
	int second = first + gap_from(gaps, gaps->guide[words->at[2] >> 22], words->at[2]);
	uint64_t mark = words->at[1] * most >> 32, next = words->at[3] * most >> 32;
	int stays = is_below(mark, making->upto[first]);
	at[0] = candidate_of(place, first, mark);
	at[stays] = candidate_of(place, second, next);
	*month = second;
	return stays + is_below(next, making->upto[second]);
}

/* With the words of the next `here` open places. What is needed again comes to the front: `open` places so far. */
static int
row_add(struct making *making, const struct words *row, int from, int here, int open)
{
	const Chance most = making->calendar->most;
	uint32_t *place = making->place, *address = making->address;
	int *month = making->month;
	pile_room(&making->pile, 2 * here + 2);
	Candidate *at = making->pile.at + making->pile.count;
	for (int n = from; n < from + here; n++) {
		uint32_t this = place[n], its = address[n];
		int upto = month[n];
		at += place_add(making, most, this, &upto, row++, at);
		place[open] = this;
		address[open] = its;
		month[open] = upto;
		open += upto <= making->gaps.last;
	}
	making->pile.count = (int)(at - making->pile.at);
	return open;
}

static void
round_add(struct making *making, uint32_t block, uint32_t replication)
{
	enum { ROW = 64 };
	struct words row[ROW + WORDS_BEYOND];
	uint32_t which[ROW + WORDS_BEYOND];
	const struct calendar *c = making->calendar;
	int open = 0;
	for (int i = 0; i < ROW + WORDS_BEYOND; i++)
		which[i] = which_of(c->whom, block);
	for (int i = 0; i < making->open; i += ROW) {
		int here = making->open - i < ROW ? making->open - i : ROW;
		words_list_beyond(c->seed, (struct addresses){ making->address + i, which }, replication, STREAM_CALENDAR, row, here);
		open = row_add(making, row, i, here, open);
	}
	making->open = open;
}

/* Places whose months have not begun, as they are in a replication with so many grown ones. */
static void
places_first(struct making *making, const struct leaf *leaf)
{
	const struct calendar *c = making->calendar;
	if (making->grown == leaf->grown)
		return;
	making->grown = leaf->grown;
	for (int i = 0; i < c->posts + leaf->grown + c->spares; i++) {
		making->first_place[i] = (uint32_t)i;
		making->first_address[i] = place_address(c, leaf, i);
	}
}

static void
places_add(struct making *making, const struct leaf *leaf, uint32_t replication)
{
	const struct calendar *c = making->calendar;
	making->pile.count = 0;
	making->open = c->most > 0 ? c->posts + leaf->grown + c->spares : 0;
	places_first(making, leaf);
	memcpy(making->place, making->first_place, (size_t)making->open * sizeof *making->place);
	memcpy(making->address, making->first_address, (size_t)making->open * sizeof *making->address);
	memset(making->month, 0, (size_t)making->open * sizeof *making->month);
	for (uint32_t block = 0; making->open > 0; block++)
		round_add(making, block, replication);
}

/* By month. */
static void
leaf_sort(const struct pile *pile, int months, struct leaf *leaf, struct arena *perm)
{
	leaf->at = new(perm, pile->count, Candidate);
	leaf->from = new(perm, months + 2, uint32_t);
	const Candidate *at = pile->at, *end = pile->at + pile->count;
	uint32_t *from = leaf->from, sum = 0;
	for (; at < end; at++)
		from[candidate_month(*at)]++;
	for (int m = 0; m <= months; m++) {
		uint32_t here = from[m];
		from[m] = sum;
		sum += here;
	}
	Candidate *to = leaf->at;
	for (at = pile->at; at < end; at++)
		to[from[candidate_month(*at)]++] = *at;
	for (int m = months + 1; m > 0; m--)
		from[m] = from[m - 1];
	from[0] = 0;
}

static int
grown_in(const struct prospect *p, const struct hazard *hazard, uint64_t seed, uint32_t replication)
{
	struct years years;
	int grown = 0;
	years_draw(p, hazard, seed, replication, &years);
	for (int m = 1; m <= p->months; m++)
		grown = years.lasting[m] - hazard->lasting > grown ? years.lasting[m] - hazard->lasting : grown;
	return grown;
}

static bool
posts_drift(const struct prospect *p)
{
	const struct drift *d = &p->drifts[DRIFT_POSTS];
	bool any = d->own || d->wander || d->nation;
	for (int year = 0; year < YEARS_MOST; year++)
		any = any || d->mean[year];
	return any;
}

static void
upto_set(struct making *making, struct reach *reach, uint32_t replication)
{
	const struct calendar *c = making->calendar;
	if (reach)
		reach_in(reach, c->seed, replication, making->upto);
	else
		for (int m = 1; m <= c->months; m++)
			making->upto[m] = c->most;
}

/* How many grown places each replication has. */
static void
leaves_grow(struct calendar *c, const struct prospect *p)
{
	struct hazard hazard;
	bool drift = posts_drift(p);
	hazard_years(p, &hazard);
	for (int r = 0; r < c->count; r++) {
		struct leaf *leaf = &c->leaves[r];
		leaf->grown = drift ? grown_in(p, &hazard, c->seed, (uint32_t)(c->first + r)) : 0;
		int places = c->posts + leaf->grown + c->spares;
		c->places_most = places > c->places_most ? places : c->places_most;
	}
}

static void
leaves_fill(struct calendar *c, struct reach *reach, struct arena *perm)
{
	struct making making = { .calendar = c, .pile = { .arena = perm }, .grown = -1 };
	gaps_set(&making.gaps, c->most, c->months);
	making.place = new(perm, c->places_most, uint32_t);
	making.address = new(perm, c->places_most + WORDS_BEYOND, uint32_t);
	making.month = new(perm, c->places_most, int);
	making.first_place = new(perm, c->places_most, uint32_t);
	making.first_address = new(perm, c->places_most, uint32_t);
	for (int r = 0; r < c->count; r++) {
		uint32_t replication = (uint32_t)(c->first + r);
		upto_set(&making, reach, replication);
		places_add(&making, &c->leaves[r], replication);
		leaf_sort(&making.pile, c->months, &c->leaves[r], perm);
	}
}

static struct calendar *
calendar_begun(const struct prospect *p, int seats_more, uint64_t seed, int first, int count, struct arena *perm)
{
	struct calendar *c = new(perm, 1, struct calendar);
	*c = (struct calendar){ .seed = seed, .whom = p->whom, .most = p->most, .months = p->months, .first = first,
		.count = count, .posts = p->seat_count + seats_more, .spares = seats_more,
		.leaves = new(perm, count, struct leaf) };
	for (int i = 0; i < p->cohort_count; i++)
		c->spares += p->cohorts[i].size;
	leaves_grow(c, p);
	return c;
}

struct calendar *
calendar_new(const struct prospect *p, int seats_more, uint64_t seed, int first, int count, struct arena *perm)
{
	struct calendar *c = calendar_begun(p, seats_more, seed, first, count, perm);
	leaves_fill(c, NULL, perm);
	return c;
}

struct calendar *
calendar_for(const struct prospect *const *whose, int whose_count, int seats_more, uint64_t seed, int first, int count,
             struct arena *perm)
{
	struct calendar *c = calendar_begun(whose[0], seats_more, seed, first, count, perm);
	c->whose = whose;
	c->whose_count = whose_count;
	leaves_fill(c, reach_new(whose, whose_count, perm), perm);
	return c;
}

bool
calendar_is_for(const struct calendar *calendar, const struct prospect *p)
{
	for (int i = 0; i < calendar->whose_count; i++)
		if (calendar->whose[i] == p)
			return true;
	return calendar->whose_count == 0;
}
