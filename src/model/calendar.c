/* calendar.c: geometric gaps by a table, sorted by month. */
#include "model/calendar.h"

#include <assert.h>
#include <string.h>

/* ---- gaps -------------------------------------------------------------------------------------- */

/* A gap is above k when the word is below `above[k]`; above `beyond`, none is. `guide` says from which k on a word of these
 * first ten bits has to look. */
struct gaps {
	int beyond;                  /* the horizon: a gap of this much or more ends */
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
	gaps->beyond = months + 1;
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

/* Places whose months are not at their end: a block of words has two gaps and two marks, and all who need another
 * block get it together. */
struct making {
	const struct calendar *calendar;
	struct gaps gaps;
	struct pile pile;
	uint32_t *place, *address;
	int *month;
	int open;
};

/* Whether the place needs another block. What lies beyond the end is written down as well, and written over next: which
 * place ends where cannot be foreseen, by a processor neither. */
static bool
place_add(struct making *making, uint32_t place, int *month, const struct words *words)
{
	const struct gaps *gaps = &making->gaps;
	const Chance most = making->calendar->most;
	Candidate *at = making->pile.at + making->pile.count;
	int first = *month + gap_from(gaps, gaps->guide[words->at[0] >> 22], words->at[0]);
	int second = first + gap_from(gaps, gaps->guide[words->at[2] >> 22], words->at[2]);
	at[0] = candidate_of(place, first, (uint32_t)(words->at[1] * most >> 32));
	at[1] = candidate_of(place, second, (uint32_t)(words->at[3] * most >> 32));
	making->pile.count += (first < gaps->beyond) + (second < gaps->beyond);
	*month = second;
	return second < gaps->beyond;
}

static void
round_add(struct making *making, uint32_t block, uint32_t replication)
{
	enum { ROW = 64 };
	struct words row[ROW];
	uint32_t which[ROW];
	const struct calendar *c = making->calendar;
	int open = 0;
	for (int i = 0; i < ROW && i < making->open; i++)
		which[i] = which_of(c->whom, block);
	for (int i = 0; i < making->open; i += ROW) {
		int here = making->open - i < ROW ? making->open - i : ROW;
		words_list(c->seed, (struct addresses){ making->address + i, which }, replication, STREAM_CALENDAR, row, here);
		pile_room(&making->pile, 2 * here + 2);
		for (int n = i; n < i + here; n++) {
			uint32_t place = making->place[n], address = making->address[n];
			int month = making->month[n];
			bool more = place_add(making, place, &month, &row[n - i]);
			making->place[open] = place;
			making->address[open] = address;
			making->month[open] = month;
			open += more;
		}
	}
	making->open = open;
}

static void
places_add(struct making *making, const struct leaf *leaf, uint32_t replication)
{
	const struct calendar *c = making->calendar;
	making->pile.count = 0;
	making->open = c->most > 0 ? c->posts + leaf->grown + c->spares : 0;
	for (int i = 0; i < making->open; i++) {
		making->place[i] = (uint32_t)i;
		making->address[i] = place_address(c, leaf, i);
		making->month[i] = 0;
	}
	for (uint32_t block = 0; making->open > 0; block++)
		round_add(making, block, replication);
}

/* By month. */
static void
leaf_sort(const struct pile *pile, int months, struct leaf *leaf, struct arena *perm)
{
	leaf->at = new(perm, pile->count, Candidate);
	leaf->from = new(perm, months + 2, uint32_t);
	for (int i = 0; i < pile->count; i++)
		leaf->from[candidate_month(pile->at[i])]++;
	uint32_t sum = 0;
	for (int m = 0; m <= months; m++) {
		uint32_t here = leaf->from[m];
		leaf->from[m] = sum;
		sum += here;
	}
	for (int i = 0; i < pile->count; i++)
		leaf->at[leaf->from[candidate_month(pile->at[i])]++] = pile->at[i];
	for (int m = months + 1; m > 0; m--)
		leaf->from[m] = leaf->from[m - 1];
	leaf->from[0] = 0;
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

struct calendar *
calendar_new(const struct prospect *p, int seats_more, uint64_t seed, int first, int count, struct arena *perm)
{
	struct calendar *c = new(perm, 1, struct calendar);
	*c = (struct calendar){ .seed = seed, .whom = p->whom, .most = p->most, .months = p->months, .first = first,
		.count = count, .posts = p->seat_count + seats_more, .spares = seats_more,
		.leaves = new(perm, count, struct leaf) };
	for (int i = 0; i < p->cohort_count; i++)
		c->spares += p->cohorts[i].size;
	struct making making = { .calendar = c, .pile = { .arena = perm } };
	struct hazard hazard;
	hazard_years(p, &hazard);
	gaps_set(&making.gaps, p->most, p->months);
	for (int r = 0; r < count; r++) {
		struct leaf *leaf = &c->leaves[r];
		leaf->grown = posts_drift(p) ? grown_in(p, &hazard, seed, (uint32_t)(first + r)) : 0;
		int places = c->posts + leaf->grown + c->spares;
		c->places_most = places > c->places_most ? places : c->places_most;
	}
	making.place = new(perm, c->places_most, uint32_t);
	making.address = new(perm, c->places_most, uint32_t);
	making.month = new(perm, c->places_most, int);
	for (int r = 0; r < count; r++) {
		places_add(&making, &c->leaves[r], (uint32_t)(first + r));
		leaf_sort(&making.pile, p->months, &c->leaves[r], perm);
	}
	return c;
}
