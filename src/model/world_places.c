/* world_places.c: places that open, close, are vacated and taken. */
#include "model/world_due.h"

#include <assert.h>

/* ---- sets -------------------------------------------------------------------------------------- */

static inline void
set_put(const struct world *w, struct place_set *set, int at)
{
	if (!w->sets)
		return;
	set->words[at >> 6] |= UINT64_C(1) << (at & 63);
	set->count++;
}

static inline void
set_drop(const struct world *w, struct place_set *set, int at)
{
	if (!w->sets)
		return;
	set->words[at >> 6] &= ~(UINT64_C(1) << (at & 63));
	set->count--;
}

int
first_vacant(const struct world *w)
{
	if (w->vacant_set.count == 0)
		return NOBODY;
	int word = 0;
	while (w->vacant_set.words[word] == 0)
		word++;
	return word * 64 + __builtin_ctzll(w->vacant_set.words[word]);
}

static int
last_ending(const struct world *w)
{
	int word = (w->calendar->posts + w->leaf->grown + w->calendar->spares) / 64;
	while (w->ending_set.words[word] == 0)
		word--;
	return word * 64 + 63 - __builtin_clzll(w->ending_set.words[word]);
}

/* ---- what is due --------------------------------------------------------------------------------- */

static inline int
tenure_at(const struct place *place, int month)
{
	int tenure = month - place->start;
	return tenure < TENURE_MOST ? tenure : TENURE_MOST;
}

/* Who is in it is to move up for certain in some month from `month` on, or never. */
static inline void
due_rise(struct world *w, int at, int month)
{
	const struct place *place = &w->places[at];
	int tenure = tenure_at(place, month - 1), certain = w->certain[place->grade][tenure];
	int when = month + certain - tenure;               /* beyond any horizon, if never */
	due_put(w, at, DUE_RISES, when & -(when <= w->p->months));
}

/* ---- who is in it ------------------------------------------------------------------------------ */

static inline void
count_in(struct world *w, const struct place *place, int by)
{
	w->now.grade[place->grade] += by;
	w->now.by_start[place->start + TENURE_MOST][place->grade] += by;
}

static inline void
vacant_from(struct world *w, int at, int start)
{
	struct place *place = &w->places[at];
	grade_set(place, VACANT);
	place->start = (int16_t)start;
	set_put(w, &w->vacant_set, at);
	w->now.vacant++;
	w->pending[w->pending_count++] = at;
}

void
place_wait(struct world *w, int at)
{
	vacant_from(w, at, w->places[at].start);
}

void
place_expect(struct world *w, int at)
{
	due_rise(w, at, 1);
}

static inline void
take(struct world *w, int at)                      /* from the vacant */
{
	due_drop(w, at);
	set_drop(w, &w->vacant_set, at);
	w->now.vacant--;
}

void
place_join(struct world *w, int at, int grade, int start)
{
	struct place *place = &w->places[at];
	if (place->grade == VACANT)
		take(w, at);
	grade_set(place, grade);
	place->start = (int16_t)start;
	count_in(w, place, 1);
	w->now.fresh++;
	w->joiners++;
	due_rise(w, at, start + 1);
}

void
place_vacate(struct world *w, int at, int month)
{
	struct place *place = &w->places[at];
	count_in(w, place, -1);
	w->now.fresh -= place->start > month - 25;
	w->leavers++;
	due_drop(w, at);
	if (!place->ending) {
		vacant_from(w, at, month);
		return;
	}
	place->ending = false;
	grade_set(place, CLOSED);
	set_drop(w, &w->ending_set, at);
	w->now.over--;
}

void
place_rise(struct world *w, int at, int month)
{
	struct place *place = &w->places[at];
	due_drop(w, at);
	count_in(w, place, -1);
	grade_set(place, place->grade + 1);
	count_in(w, place, 1);
	due_rise(w, at, month + 1);
}

/* ---- posts that begin and end ------------------------------------------------------------------- */

void
place_open(struct world *w, int at, int month)
{
	struct place *place = &w->places[at];
	w->now.funded++;
	if (place->grade == CLOSED) {
		vacant_from(w, at, month - 1);
		return;
	}
	assert(place->ending);
	place->ending = false;
	set_drop(w, &w->ending_set, at);
	w->now.over--;
}

void
place_close(struct world *w, int at)
{
	struct place *place = &w->places[at];
	w->now.funded--;
	if (place->grade == VACANT) {
		take(w, at);
		grade_set(place, CLOSED);
		return;
	}
	place->ending = true;
	set_put(w, &w->ending_set, at);
	w->now.over++;
}

void
over_settle(struct world *w, int month)
{
	while (w->now.over > 0 && w->now.vacant > 0) {
		int to = first_vacant(w), from = last_ending(w);
		take(w, to);
		due_drop(w, from);
		set_drop(w, &w->ending_set, from);
		grade_set(&w->places[to], w->places[from].grade);
		w->places[to].start = w->places[from].start;
		grade_set(&w->places[from], CLOSED);
		w->places[from].ending = false;
		w->now.over--;
		due_rise(w, to, month);
	}
}
