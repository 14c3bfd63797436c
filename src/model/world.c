/* world.c: a replication, month by month. */
#include "model/world_due.h"

#include <assert.h>
#include <limits.h>
#include <string.h>

#include "model/binomial.h"

/* ---- the start --------------------------------------------------------------------------------- */

static void
certain_set(struct world *w)
{
	for (int g = 0; g < w->p->grades; g++)
		for (int t = TENURE_MOST, from = UINT8_MAX; t >= 0; t--) {
			from = w->p->rise[g][t] == CERTAIN ? t : from;
			w->certain[g][t] = (uint8_t)from;
		}
}

enum { CELLS = (GRADES_MOST - CLOSED) * (TENURE_MOST + 1) };

static void
luck_set(struct world *w, struct arena *perm)
{
	w->luck = new(perm, w->hazard.phases * CELLS, struct luck);
	for (int i = 0; i < w->hazard.phases; i++)
		for (int g = 0; g < w->p->grades; g++)
			for (int t = 0; t <= TENURE_MOST; t++) {
				Chance rise = w->p->rise[g][t];
				w->luck[i * CELLS + (g - CLOSED) * (TENURE_MOST + 1) + t] =
					(struct luck){ w->hazard.leave[i].at[g][t], rise < CERTAIN ? rise : 0 };
			}
}

static void
first_place(struct world *w, int at, struct prospect_seat seat)
{
	struct place *place = &w->places[at];
	if (seat.first > 0)
		return;
	grade_set(place, seat.grade);
	place->start = (int16_t)-seat.tenure;
	w->first.funded++;
	if (seat.grade == VACANT) {
		w->first_vacant[w->first_vacants++] = at;
		return;
	}
	w->first.grade[seat.grade]++;
	w->first.by_start[TENURE_MOST - seat.tenure][seat.grade]++;
	w->first.fresh += seat.tenure < 24;
	place_expect(w, at);
}

static bool
posts_change(const struct world *w)
{
	for (int i = 0; i < w->p->seat_count; i++)
		if (w->p->seats[i].first > 0 || w->p->seats[i].last <= MONTHS_MOST)
			return true;
	struct years low, high;
	years_at(w->p, -3, &low);
	years_at(w->p, 3, &high);
	for (int m = 1; m <= w->p->months; m++)
		if (low.lasting[m] != high.lasting[m] || low.lasting[m] != w->hazard.lasting)
			return true;
	return false;
}

static bool
anything_costs(const struct prospect *p)
{
	const struct prices *prices = &p->prices;
	int64_t sum = prices->agency_week + prices->hire + prices->induct + prices->leaver + prices->payment;
	for (int g = 0; g < p->grades; g++)
		sum += prices->pay[g];
	return sum > 0;
}

static uint32_t
nothing_of(const struct prospect *p)
{
	return (uint32_t)!anything_costs(p) << TALLY_COST | (uint32_t)(p->cover == 0) << TALLY_AGENCY |
		(uint32_t)(p->cases == 0) << TALLY_CASELOAD;
}

void
world_chances(struct world *w, const struct prospect *p, uint64_t seed, struct arena *perm)
{
	*w = (struct world){ .p = p, .seed = seed, .nothing = nothing_of(p) };
	for (int year = 0; year < YEARS_MOST; year++)
		w->cuts[year].of = CERTAIN + 1;
	hazard_of(p, &w->hazard, perm);
	for (int i = 0; i < PRESSED; i++)
		w->pressed[i].vacant = NOBODY;
	certain_set(w);
	for (int m = 1; m <= p->months; m++) {
		w->base_fill[m] = prospect_fill(p, m);
		w->lead[m] = prospect_lead(p, m);
	}
}

static ptrdiff_t
due_room(const struct world *w)
{
	return (ptrdiff_t)(w->p->months + 1) * DUES * w->due_words;
}

void
world_make(struct world *w, const struct prospect *p, const struct calendar *calendar, struct arena *perm)
{
	assert(calendar_is_for(calendar, p));
	assert(p->most == calendar->most && p->months == calendar->months && p->seat_count <= calendar->posts);
	int places = calendar->places_most;
	world_chances(w, p, calendar->seed, perm);
	w->calendar = calendar;
	luck_set(w, perm);
	w->first_places = new(perm, places, struct place);
	w->places = new(perm, places, struct place);
	w->due_words = places / 64 + 1;
	w->first_due = new(perm, due_room(w), uint64_t);
	w->due = new(perm, due_room(w), uint64_t);
	w->vacant_set.words = new(perm, places / 64 + 1, uint64_t);
	w->ending_set.words = new(perm, places / 64 + 1, uint64_t);
	w->pending = new(perm, places, int32_t);
	w->asked_address = new(perm, places + ASKED_MORE + WORDS_BEYOND, uint32_t);
	w->asked_which = new(perm, places + ASKED_MORE + WORDS_BEYOND, uint32_t);
	w->asked_words = new(perm, places + ASKED_MORE + WORDS_BEYOND, struct words);
	w->first_vacant = new(perm, p->seat_count, int);
	w->changes = posts_change(w);
	w->nothing |= (uint32_t)(!w->changes && p->cohort_count == 0) << TALLY_OVER;
	w->sets = w->changes || p->cohort_count > 0 || p->convert > 0;
	for (int i = 0; i < places; i++)
		w->places[i] = (struct place){ .grade = CLOSED };     /* its luck begins at 0 */
	for (int i = 0; i < p->seat_count; i++)
		first_place(w, i, p->seats[i]);
	memcpy(w->first_places, w->places, (size_t)places * sizeof *w->places);
	memcpy(w->first_due, w->due, (size_t)due_room(w) * sizeof *w->due);
}

static void
fill_set(struct world *w)
{
	const uint32_t *q16 = w->years.q16[DRIFT_FILL];
	if (memcmp(w->fill_q16, q16, sizeof w->fill_q16) == 0)
		return;
	memcpy(w->fill_q16, q16, sizeof w->fill_q16);
	for (int m = 1; m <= w->p->months; m++) {
		w->fill[m] = chance_times(w->base_fill[m], q16[(m - 1) / 12]);
		w->fill_bytes[m] = w->fill[m] < CERTAIN ? (uint8_t)(w->fill[m] >> 24) : UINT8_MAX;
	}
}

/* Vacant posts know their month only by the replication's words; who moves up for certain knows it already. */
static void
places_begin(struct world *w, int places)
{
	memcpy(w->places, w->first_places, (size_t)w->calendar->places_most * sizeof *w->places);
	memcpy(w->due, w->first_due, (size_t)due_room(w) * sizeof *w->due);
	memset(w->vacant_set.words, 0, (size_t)(places / 64 + 1) * sizeof(uint64_t));
	memset(w->ending_set.words, 0, (size_t)(places / 64 + 1) * sizeof(uint64_t));
	w->vacant_set.count = w->ending_set.count = w->pending_count = 0;
	for (int i = 0; i < w->first_vacants; i++)
		place_wait(w, w->first_vacant[i]);
	vacancies_told(w, 1);
}

/* ---- months ------------------------------------------------------------------------------------ */

/* The place of the lasting post of this rank: the prospect's own, then grown ones. */
static int
lasting_place(const struct world *w, int rank)
{
	return rank < w->hazard.lasting ? rank : w->calendar->posts + rank - w->hazard.lasting;
}

static void
posts_begin_and_end(struct world *w, int m)
{
	const struct prospect *p = w->p;
	for (int i = w->hazard.lasting; i < p->seat_count; i++)
		if (p->seats[i].first == m)
			place_open(w, i, m);
	for (int rank = w->years.lasting[m - 1]; rank < w->years.lasting[m]; rank++)
		place_open(w, lasting_place(w, rank), m);
	for (int i = w->hazard.lasting; i < p->seat_count; i++)
		if (p->seats[i].last + 1 == m)
			place_close(w, i);
	for (int rank = w->years.lasting[m - 1] - 1; rank >= w->years.lasting[m]; rank--)
		place_close(w, lasting_place(w, rank));
	over_settle(w, m);
}

static int
entry_grade(const struct prospect *p, uint32_t word)
{
	Chance upto = 0;
	int grade = 0;
	while (grade < p->grades - 1 && word >= (upto += p->entry[grade]))
		grade++;
	return grade;
}

static void
converts_come(struct world *w, int m)
{
	if (w->converts == 0)
		return;
	struct dice dice = dice_at(w->seed, 1u << 16 | (uint32_t)m, w->p->whom, w->replication, STREAM_COVER);
	for (; w->converts > 0 && w->now.vacant > 0; w->converts--) {
		place_join(w, first_vacant(w), entry_grade(w->p, dice_next(&dice)), m - 1);
	}
	w->converts = 0;
}

static void
leaves_by(struct world *w, int m, uint32_t mark, uint32_t times, int grade, int tenure)
{
	int cause = 0, last = w->p->causes - 1;
	const struct chances *upto = last > 0 ? &w->hazard.upto[w->hazard.phase[m] * CAUSES_MOST] : NULL;
	while (cause < last && mark >= chance_times(upto[cause].at[grade][tenure], times))
		cause++;
	w->record->cause[m][cause]++;
}

static int
tenure_of(const struct place *place, int m)
{
	int tenure = m - 1 - place->start;
	return tenure < TENURE_MOST ? tenure : TENURE_MOST;
}

/* Which of the month's candidates leave, and which move up by luck. That cannot be foreseen, by a processor neither, so it
 * is reckoned for each without asking, and each is written into both lists, to be written over if it is not of them. */
enum { SOME = 64 };
struct moved { Candidate leave[SOME + 1], rise[SOME + 1]; int leaves, rises; };

static void
moved_find(const struct world *w, const Candidate *at, const Candidate *end, int m, uint32_t times,
           struct moved *moved)
{
	const struct luck *lucks = w->luck + w->hazard.phase[m] * CELLS;
	int leaves = 0, rises = 0;
	for (; at < end; at++) {
		const struct place *place = &w->places[candidate_place(*at)];
		const struct luck *luck = &lucks[place->luck + tenure_of(place, m)];
		uint64_t leave = luck->leave * times >> 16, move = leave + ((CERTAIN - leave) * luck->rise >> 32);
		int goes = is_below(candidate_mark(*at), leave), moves = is_below(candidate_mark(*at), move);
		moved->leave[leaves] = moved->rise[rises] = *at;
		leaves += goes;
		rises += moves - goes;
	}
	moved->leaves = leaves;
	moved->rises = rises;
}

static void
people_move(struct world *w, int m, uint32_t times)
{
	const Candidate *at = w->leaf->at + w->leaf->from[m], *end = w->leaf->at + w->leaf->from[m + 1];
	struct moved moved;
	for (; at < end; at += SOME) {
		moved_find(w, at, end - at < SOME ? end : at + SOME, m, times, &moved);
		for (int i = 0; i < moved.leaves; i++) {
			int place = candidate_place(moved.leave[i]);
			leaves_by(w, m, candidate_mark(moved.leave[i]), times, w->places[place].grade, tenure_of(&w->places[place], m));
			place_vacate(w, place, m);
		}
		for (int i = 0; i < moved.rises; i++)
			place_rise(w, candidate_place(moved.rise[i]), m);
	}
}

static void
certain_rises(struct world *w, int m)
{
	const uint64_t *due = due_of(w, DUE_RISES, m);
	for (int word = 0; word < w->due_words; word++)
		for (uint64_t bits = due[word]; bits; bits &= bits - 1)
			place_rise(w, word * 64 + __builtin_ctzll(bits), m);
}

/* Who came last goes first, and of those the first in order of posts. */
static void
lose(struct world *w, int count, int m)
{
	int places = w->calendar->posts + w->leaf->grown + w->calendar->spares;
	for (int start = m - 1; start >= -TENURE_MOST && count > 0; start--) {
		int here = 0;
		for (int g = 0; g < w->p->grades; g++)
			here += w->now.by_start[start + TENURE_MOST][g];
		for (int at = 0; at < places && here > 0 && count > 0; at++)
			if (w->places[at].grade >= 0 && w->places[at].start == start) {
				w->record->cause[m][w->p->causes - 1]++;
				place_vacate(w, at, m);
				here--;
				count--;
			}
	}
}

static void
losses_go(struct world *w, int m)
{
	for (int i = 0; i < w->p->loss_count; i++)
		if (w->p->losses[i].month == m)
			lose(w, w->p->losses[i].count, m);
}

static void
cohort_member(struct world *w, int grade, int m)
{
	int at = first_vacant(w);
	if (at == NOBODY) {
		at = w->calendar->posts + w->leaf->grown + w->spares_taken++;
		assert(w->spares_taken <= w->calendar->spares);
		place_join(w, at, grade, m);
		w->now.funded++;
		place_close(w, at);
		return;
	}
	place_join(w, at, grade, m);
}

static void
cohorts_come(struct world *w, int m)
{
	for (int i = 0; i < w->p->cohort_count; i++) {
		const struct cohort *c = &w->p->cohorts[i];
		for (int n = 0; n < c->size && c->month == m; n++) {
			uint32_t whom = (uint32_t)i << 20 | (uint32_t)n;
			if (words_at(w->seed, whom, which_of(w->p->whom, 0), w->replication, STREAM_COHORTS).at[0] < c->arrives)
				cohort_member(w, c->grade, m);
		}
	}
}

/* Within a limit the first posts go first, and the others wait on. */
static void
hires_come(struct world *w, int m)
{
	int left = w->p->hires_most ? w->p->hires_most : INT_MAX;
	const uint64_t *due = due_of(w, DUE_HIRES, m);
	for (int word = 0; word < w->due_words; word++)
		for (uint64_t bits = due[word]; bits; bits &= bits - 1) {
			int at = word * 64 + __builtin_ctzll(bits);
			if (left-- > 0)
				place_join(w, at, w->places[at].next_grade, m);
			else
				place_wait_on(w, at);
		}
}

/* As it was for as many vacant posts the last time, where there is nothing new to reckon. */
static uint32_t
pressure(struct world *w)
{
	struct pressed *pressed = &w->pressed[w->now.vacant % PRESSED];
	if (pressed->vacant != w->now.vacant || pressed->funded != w->now.funded)
		*pressed = (struct pressed){ w->now.vacant, w->now.funded, pressure_q16(w->p, w->now.vacant, w->now.funded) };
	return pressed->q16;
}

static void
month_run(struct world *w, int m)
{
	w->joiners = w->leavers = 0;
	if (w->changes) {
		posts_begin_and_end(w, m);
		vacancies_told(w, m);
	}
	converts_come(w, m);
	uint32_t times = w->years.q16[DRIFT_LEAVE][(m - 1) / 12];
	if (w->p->pressure)
		times = (uint32_t)((uint64_t)times * pressure(w) >> 16);
	people_move(w, m, times);
	certain_rises(w, m);
	losses_go(w, m);
	if (w->now.over > 0)
		over_settle(w, m + 1);
	cohorts_come(w, m);
	hires_come(w, m);
	vacancies_told(w, m + 1);
	books_month(w, m);
}

void
world_begin(struct world *w, int replication, int64_t cost_step, struct replication *record)
{
	w->replication = (uint32_t)replication;
	w->record = record;
	record->grades = w->p->grades;
	record->causes = w->p->causes;
	record->nothing = w->nothing;
	w->cost_step = cost_step;
	w->spares_taken = w->joiners = w->leavers = w->converts = 0;
	memset(w->cost_twelfths, 0, sizeof w->cost_twelfths);
	memset(record->cause, 0, (size_t)(w->p->months + 1) * sizeof *record->cause);
	years_draw(w->p, &w->hazard, w->seed, w->replication, &w->years);
	fill_set(w);
	w->now = w->first;
}

void
world_run(struct world *w, int replication, int64_t cost_step, struct replication *record)
{
	const struct calendar *c = w->calendar;
	assert(replication >= c->first && replication < c->first + c->count);
	w->leaf = &c->leaves[replication - c->first];
	world_begin(w, replication, cost_step, record);
	places_begin(w, c->posts + w->leaf->grown + c->spares);
	books_open(w);
	for (int m = 1; m <= w->p->months; m++)
		month_run(w, m);
}
