/* calendar.c: geometric gaps by a table, sorted by month. */
#include "model/calendar.h"

#include <assert.h>
#include <string.h>

/* ---- gaps -------------------------------------------------------------------------------------- */

/* A gap is above k when the word is below `above[k]`. `guide` says from which k on a word of these first eight
 * bits has to look. */
struct gaps {
	int beyond;                  /* the horizon: a gap of this much or more ends */
	uint64_t above[MONTHS_MOST + 2];
	uint8_t guide[256];
};

static int
gap_from(const struct gaps *gaps, int k, uint32_t word)
{
	while (k < gaps->beyond && word < gaps->above[k])
		k++;
	return k;
}

static void
gaps_set(struct gaps *gaps, Chance most, int months)
{
	double stays = 1 - chance_value(most), power = 1;
	gaps->beyond = months + 1;
	for (int k = 1; k <= months + 1; k++) {
		power *= stays;
		gaps->above[k] = chance_of(power);
	}
	for (uint32_t i = 0; i < 256; i++)
		gaps->guide[i] = (uint8_t)gap_from(gaps, 1, i << 24 | 0xffffff);
}

/* ---- candidates of a replication ------------------------------------------------------------------ */

struct raw { uint32_t place, mark; int month; };

/* Candidates in order of places, as many as there are. */
struct pile {
	struct raw *at;
	int count, room;
	struct arena *arena;
};

static void
pile_room(struct pile *pile, int more)
{
	if (pile->count + more <= pile->room)
		return;
	int room = 2 * pile->room + more;
	struct raw *at = new(pile->arena, room, struct raw);
	memcpy(at, pile->at, (size_t)pile->count * sizeof *at);
	pile->at = at;
	pile->room = room;
}

struct making {
	const struct calendar *calendar;
	struct gaps gaps;
	struct pile pile;
};

/* The candidates of one place. A block of words has two gaps and two marks. */
static void
place_add(struct making *making, uint32_t place, uint32_t address, uint32_t replication, struct words words)
{
	const struct calendar *c = making->calendar;
	const struct gaps *gaps = &making->gaps;
	struct raw *at = making->pile.at + making->pile.count;
	for (uint32_t month = 0, draw = 0; ; draw++) {
		if (draw % 2 == 0 && draw > 0)
			words = words_at(c->seed, address, which_of(c->whom, draw / 2), replication, STREAM_CALENDAR);
		uint32_t word = words.at[draw % 2 * 2];
		month += (uint32_t)gap_from(gaps, gaps->guide[word >> 24], word);
		if (month >= (uint32_t)gaps->beyond)
			break;
		*at++ = (struct raw){ place, (uint32_t)(words.at[draw % 2 * 2 + 1] * c->most >> 32), (int)month };
	}
	making->pile.count = (int)(at - making->pile.at);
}

static void
places_add(struct making *making, uint32_t first, uint32_t address, int count, uint32_t replication)
{
	enum { ROW = 64 };
	struct words row[ROW];
	const struct calendar *c = making->calendar;
	for (int i = 0; i < count; i += ROW) {
		int here = count - i < ROW ? count - i : ROW;
		words_row(c->seed, address + (uint32_t)i, which_of(c->whom, 0), replication, STREAM_CALENDAR, row, here);
		pile_room(&making->pile, here * c->months);
		for (int n = 0; n < here; n++)
			place_add(making, first + (uint32_t)(i + n), address + (uint32_t)(i + n), replication, row[n]);
	}
}

/* By month; places keep their order. */
static void
leaf_sort(const struct pile *pile, int months, struct leaf *leaf, struct arena *perm)
{
	leaf->at = new(perm, pile->count, struct candidate);
	leaf->from = new(perm, months + 2, uint32_t);
	for (int i = 0; i < pile->count; i++)
		leaf->from[pile->at[i].month]++;
	uint32_t sum = 0;
	for (int m = 0; m <= months; m++) {
		uint32_t here = leaf->from[m];
		leaf->from[m] = sum;
		sum += here;
	}
	for (int i = 0; i < pile->count; i++)
		leaf->at[leaf->from[pile->at[i].month]++] = (struct candidate){ pile->at[i].place, pile->at[i].mark };
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
		uint32_t replication = (uint32_t)(first + r);
		leaf->grown = posts_drift(p) ? grown_in(p, &hazard, seed, replication) : 0;
		making.pile.count = 0;
		if (p->most > 0) {
			places_add(&making, 0, PLACE_POST, c->posts, replication);
			places_add(&making, (uint32_t)c->posts, PLACE_GROWN, leaf->grown, replication);
			places_add(&making, (uint32_t)(c->posts + leaf->grown), PLACE_SPARE, c->spares, replication);
		}
		leaf_sort(&making.pile, p->months, leaf, perm);
		int places = c->posts + leaf->grown + c->spares;
		c->places_most = places > c->places_most ? places : c->places_most;
	}
	return c;
}
