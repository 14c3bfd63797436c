/* world_places.c: places that open, close, are vacated and taken. */
#include "model/world.h"

#include <assert.h>

/* ---- sets -------------------------------------------------------------------------------------- */

static void
set_put(const struct world *w, struct place_set *set, int at)
{
	if (!w->sets)
		return;
	set->words[at >> 6] |= UINT64_C(1) << (at & 63);
	set->count++;
}

static void
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

/* ---- rings of months ----------------------------------------------------------------------------
 * A place is always in one, if only in that of month 0, so nothing has to be asked before it is taken out. */

void
rings_begin(struct world *w)
{
	for (int i = 0; i < RINGS * (MONTHS_MOST + 1); i++) {
		int ring = w->rings + i;
		w->places[ring].before = w->places[ring].after = ring;
	}
}

static inline void
due_drop(struct world *w, int at)
{
	struct place *place = &w->places[at];
	w->places[place->before].after = place->after;
	w->places[place->after].before = place->before;
	place->before = place->after = at;
}

static inline void
due_put(struct world *w, int at, enum ring which, int month)       /* from no ring */
{
	int head = w->rings + (int)which * (MONTHS_MOST + 1) + month;
	struct place *place = &w->places[at], *ring = &w->places[head];
	place->before = head;
	place->after = ring->after;
	w->places[ring->after].before = at;
	ring->after = at;
}

int
due_next(const struct world *w, int at)
{
	int after = w->places[at].after;
	return after < w->rings ? after : NOBODY;
}

int
due_first(const struct world *w, enum ring ring, int month)
{
	return due_next(w, w->rings + (int)ring * (MONTHS_MOST + 1) + month);
}

static int
tenure_at(const struct place *place, int month)
{
	int tenure = month - place->start;
	return tenure < TENURE_MOST ? tenure : TENURE_MOST;
}

/* Who is in it is to move up for certain in some month from `month` on, or never. */
static void
due_rise(struct world *w, int at, int month)
{
	const struct place *place = &w->places[at];
	int tenure = tenure_at(place, month - 1), certain = w->certain[place->grade][tenure];
	int when = month + certain - tenure;               /* beyond any horizon, if never */
	due_put(w, at, RING_RISES, when & -(when <= w->p->months));
}

/* A month's word of a place is made of a byte, of which a block has sixteen months, and of 24 bits more, which are asked
 * for only when the byte does not decide. */
enum { BYTE_MONTHS = 16, FINE_DRAWS = 64 };

static uint32_t
word_of(const struct world *w, int at, int month, uint32_t byte)
{
	uint32_t draw = FINE_DRAWS + (uint32_t)month / 4;
	struct words fine = words_at(w->seed, place_address(w->calendar, w->leaf, at), which_of(w->p->whom, draw), w->replication,
	                             STREAM_HIRES);
	return byte << 24 | fine.at[month % 4] >> 8;
}

static struct words
block_of(const struct world *w, int at, int block)
{
	return words_at(w->seed, place_address(w->calendar, w->leaf, at), which_of(w->p->whom, (uint32_t)block), w->replication,
	                STREAM_HIRES);
}

/* Whether the month's word is below `cut`. */
static bool
below(const struct world *w, int at, int month, uint32_t byte, Chance cut)
{
	return byte < cut >> 24 || (byte == cut >> 24 && word_of(w, at, month, byte) < cut);
}

static void
cuts_set(struct world *w, Chance fill)
{
	Chance upto = 0;
	for (int g = 0; g < w->p->grades; g++) {
		upto += w->p->entry[g];
		w->cuts[g] = fill * (upto >> 1) >> 31;
	}
	w->cuts_of = fill;
}

/* Which grade joins: how many cuts the word is not below. */
static int
grade_by(const struct world *w, int at, int month, uint32_t byte)
{
	int grade = 0, close = 0;
	for (int g = 0; g < w->p->grades - 1; g++) {
		grade += byte > w->cuts[g] >> 24;
		close |= byte == w->cuts[g] >> 24;
	}
	if (!close)
		return grade;
	grade = 0;
	while (grade < w->p->grades - 1 && !below(w, at, month, byte, w->cuts[grade]))
		grade++;
	return grade;
}

static bool
fills_in(struct world *w, int at, int month, uint32_t byte)
{
	Chance fill = w->fill[month];
	if (!below(w, at, month, byte, fill))
		return false;
	if (fill != w->cuts_of)
		cuts_set(w, fill);
	w->places[at].next_grade = (int8_t)grade_by(w, at, month, byte);
	due_put(w, at, RING_HIRES, month);
	return true;
}

/* A bit for each byte that is not above the other's. */
static uint32_t
bytes_upto(uint64_t x, uint64_t y)
{
	const uint64_t high = UINT64_C(0x8080808080808080);
	uint64_t low_upto = (y | high) - (x & ~high);
	uint64_t upto = high & ((~x & y) | (~(x ^ y) & low_upto));
	return (uint32_t)((upto >> 7) * UINT64_C(0x0102040810204080) >> 56);
}

static uint32_t
byte_of(struct words words, int month)
{
	return words.at[month % BYTE_MONTHS / 4] >> 8 * (month % 4) & 255;
}

/* The first month from `from` on in which it has been vacant for long enough and its word is below the chance. `words` are
 * those of the block of `from`. Months whose byte is above that of the chance are passed over sixteen at a time. */
static void
schedule(struct world *w, int at, int from, struct words words)
{
	int start = w->places[at].start;
	for (int first = from / BYTE_MONTHS * BYTE_MONTHS; first <= w->p->months; first += BYTE_MONTHS) {
		if (first > from)
			words = block_of(w, at, first / BYTE_MONTHS);
		uint32_t hits = bytes_upto(words.at[0] | (uint64_t)words.at[1] << 32, w->fill_bytes[first / 8]) |
			bytes_upto(words.at[2] | (uint64_t)words.at[3] << 32, w->fill_bytes[first / 8 + 1]) << 8;
		hits &= first < from ? ~UINT32_C(0) << (from - first) : ~UINT32_C(0);
		for (; hits; hits &= hits - 1) {
			int m = first + __builtin_ctz(hits);
			if (m > w->p->months)
				return;
			if (m - 1 - start >= w->lead[m] && fills_in(w, at, m, byte_of(words, m)))
				return;
		}
	}
}

void
vacancies_told(struct world *w, int from)
{
	int count = 0;
	for (int i = 0; i < w->pending_count && from <= w->p->months; i++)
		if (w->places[w->pending[i]].grade == VACANT) {
			w->pending_address[count] = place_address(w->calendar, w->leaf, w->pending[i]);
			w->pending[count++] = w->pending[i];
		}
	w->pending_count = 0;
	words_list(w->seed, w->pending_address, which_of(w->p->whom, (uint32_t)from / BYTE_MONTHS), w->replication, STREAM_HIRES,
	           w->pending_words, count);
	for (int i = 0; i < count; i++)
		schedule(w, w->pending[i], from, w->pending_words[i]);
}

/* ---- who is in it ------------------------------------------------------------------------------ */

static void
count_in(struct world *w, const struct place *place, int by)
{
	w->now.grade[place->grade] += by;
	w->now.by_start[place->start + TENURE_MOST][place->grade] += by;
}

static void
vacant_from(struct world *w, int at, int start)
{
	struct place *place = &w->places[at];
	place->grade = VACANT;
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

void
place_wait_on(struct world *w, int at, int from)
{
	due_drop(w, at);
	if (from <= w->p->months)
		schedule(w, at, from, block_of(w, at, from / BYTE_MONTHS));
}

static void
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
	place->grade = (int8_t)grade;
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
	place->grade = CLOSED;
	set_drop(w, &w->ending_set, at);
	w->now.over--;
}

void
place_rise(struct world *w, int at, int month)
{
	struct place *place = &w->places[at];
	due_drop(w, at);
	count_in(w, place, -1);
	place->grade++;
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
		place->grade = CLOSED;
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
		w->places[to].grade = w->places[from].grade;
		w->places[to].start = w->places[from].start;
		w->places[from].grade = CLOSED;
		w->places[from].ending = false;
		w->now.over--;
		due_rise(w, to, month);
	}
}
