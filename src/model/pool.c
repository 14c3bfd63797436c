/* pool.c: the same futures by flows: how many of each grade and start leave, not who.
 *
 * People are counted where a world counts them anyway, by start and grade; those whose time in post stands still are
 * together in the first start. Vacant posts are counted by the whole months they have been so.
 */
#include <assert.h>
#include <string.h>

#include "model/binomial.h"
#include "model/simulate.h"
#include "model/world.h"

enum { POOL_LEAST = 10000, CELLS = GRADES_MOST * (TENURE_MOST + 1) };

/* What can happen to the people of one grade and time in post, worked out for one month's multiplier. */
struct fate {
	struct odds moves;           /* leaves, or moves up by luck */
	struct odds leaves;          /* of those */
};

struct pool {
	struct world world;
	int fixed[MONTHS_MOST + 1];  /* posts funded besides the lasting ones */
	int oldest;                  /* months vacant that are told apart */
	int first_waiting[TENURE_MOST + 1], waiting[TENURE_MOST + 1];
	int fate_phase;
	uint32_t fate_times;
	struct fate *fates;          /* [grade][tenure] */
	uint32_t *whom, *which;      /* of a month's cells: addresses and words */
	struct words *words;
};

/* ---- the start --------------------------------------------------------------------------------- */

static void
pool_seat(struct pool *pool, struct prospect_seat seat)
{
	struct course *first = &pool->world.first;
	if (seat.first > 0)
		return;
	if (seat.grade == VACANT) {
		pool->first_waiting[seat.tenure < pool->oldest ? seat.tenure : pool->oldest]++;
		first->vacant++;
		return;
	}
	first->grade[seat.grade]++;
	first->by_start[TENURE_MOST - seat.tenure][seat.grade]++;
	first->fresh += seat.tenure < 24;
}

static void
pool_make(struct pool *pool, const struct prospect *p, uint64_t seed, struct arena *perm)
{
	struct world *w = &pool->world;
	world_chances(w, p, seed, perm);
	pool->oldest = p->lead;
	pool->fates = new(perm, CELLS, struct fate);
	pool->whom = new(perm, CELLS, uint32_t);
	pool->which = new(perm, CELLS, uint32_t);
	for (int i = 0; i < CELLS; i++)
		pool->which[i] = which_of(p->whom, 0);
	pool->words = new(perm, CELLS, struct words);
	pool->fate_phase = NOBODY;
	for (int i = 0; i < p->seat_count; i++)
		pool_seat(pool, p->seats[i]);
	for (int i = w->hazard.lasting; i < p->seat_count; i++)
		for (int m = p->seats[i].first; m <= p->seats[i].last && m <= p->months; m++)
			pool->fixed[m]++;
	w->first.funded = w->hazard.lasting + pool->fixed[0];
}

/* ---- people ------------------------------------------------------------------------------------ */

static int
people_in(const struct world *w)
{
	int sum = 0;
	for (int g = 0; g < w->p->grades; g++)
		sum += w->now.grade[g];
	return sum;
}

static int
waiting_all(const struct pool *pool)
{
	int sum = 0;
	for (int a = 0; a <= pool->oldest; a++)
		sum += pool->waiting[a];
	return sum;
}

/* Takes so many vacant posts, those first that have waited longest; gives how many there were not. */
static int
waiting_take(struct pool *pool, int count)
{
	for (int a = pool->oldest; a >= 0 && count > 0; a--) {
		int here = pool->waiting[a] < count ? pool->waiting[a] : count;
		pool->waiting[a] -= here;
		count -= here;
	}
	return count;
}

static void
join(struct pool *pool, int grade, int count, int start)
{
	struct world *w = &pool->world;
	w->now.grade[grade] += count;
	w->now.by_start[start + TENURE_MOST][grade] += count;
	w->now.fresh += count;
	w->joiners += count;
}

/* By shares of entry: of those who are not of a grade before, so many are of this. */
static void
join_by_entry(struct pool *pool, int count, int start, struct dice *dice)
{
	const struct prospect *p = pool->world.p;
	Chance rest = CERTAIN;
	for (int g = 0; g < p->grades && count > 0; g++) {
		Chance share = rest > p->entry[g] ? (p->entry[g] << 32) / rest : CERTAIN;
		int here = g == p->grades - 1 ? count : binomial(count, share, dice);
		join(pool, g, here, start);
		count -= here;
		rest -= p->entry[g];
	}
}

static void
leave(struct pool *pool, int grade, int start, int count, int m)
{
	struct world *w = &pool->world;
	w->now.grade[grade] -= count;
	w->now.by_start[start + TENURE_MOST][grade] -= count;
	w->now.fresh -= start > m - 25 ? count : 0;
	w->leavers += count;
}

static void
rise(struct pool *pool, int grade, int start, int count)
{
	struct course *now = &pool->world.now;
	now->grade[grade] -= count;
	now->grade[grade + 1] += count;
	now->by_start[start + TENURE_MOST][grade] -= count;
	now->by_start[start + TENURE_MOST][grade + 1] += count;
}

/* ---- months ------------------------------------------------------------------------------------ */

static void
fates_set(struct pool *pool, int phase, uint32_t times)
{
	const struct prospect *p = pool->world.p;
	if (phase == pool->fate_phase && times == pool->fate_times)
		return;
	for (int g = 0; g < p->grades; g++)
		for (int t = 0; t <= TENURE_MOST; t++) {
			struct fate *fate = &pool->fates[g * (TENURE_MOST + 1) + t];
			Chance leaves = chance_times(pool->world.hazard.leave[phase].at[g][t], times), rises = p->rise[g][t];
			Chance moves = rises < CERTAIN ? leaves + ((CERTAIN - leaves) * rises >> 32) : leaves;
			odds_set(&fate->moves, moves);
			odds_set(&fate->leaves, moves > leaves ? (leaves << 32) / moves : CERTAIN);
		}
	pool->fate_phase = phase;
	pool->fate_times = times;
}

static void
causes_note(struct pool *pool, int grade, int tenure, int count, int m, struct dice *dice)
{
	const struct prospect *p = pool->world.p;
	const struct chances *upto = &pool->world.hazard.upto[pool->world.hazard.phase[m] * CAUSES_MOST];
	Chance rest = upto[p->causes - 1].at[grade][tenure], before = 0;
	for (int c = 0; c < p->causes; c++) {
		Chance share = upto[c].at[grade][tenure] - before;
		int here = share >= rest ? count : binomial(count, (share << 32) / rest, dice);
		pool->world.record->cause[m][c] += here;
		count -= here;
		rest -= share;
		before = upto[c].at[grade][tenure];
	}
}

static uint32_t
cell_address(int month, int cell)
{
	return (uint32_t)month << 10 | (uint32_t)cell;
}

/* Those of one grade and start. Who moves up is not moved up again this month: grades are gone through from the top. */
static void
cell_move(struct pool *pool, int grade, int start, int m, struct words words)
{
	struct world *w = &pool->world;
	int count = w->now.by_start[start + TENURE_MOST][grade], tenure = m - 1 - start;
	tenure = tenure < TENURE_MOST ? tenure : TENURE_MOST;
	const struct fate *fate = &pool->fates[grade * (TENURE_MOST + 1) + tenure];
	struct dice dice = { w->seed, cell_address(m, grade * (TENURE_MOST + 1) + tenure), w->p->whom, w->replication, STREAM_POOL, 0, words };
	int moves = binomial_of(count, &fate->moves, &dice);
	int leaves = moves ? binomial_of(moves, &fate->leaves, &dice) : 0;
	int rises = w->p->rise[grade][tenure] == CERTAIN ? count - leaves : moves - leaves;
	if (leaves) {
		if (w->p->causes > 1)
			causes_note(pool, grade, tenure, leaves, m, &dice);
		else
			w->record->cause[m][0] += leaves;
		leave(pool, grade, start, leaves, m);
	}
	if (rises)
		rise(pool, grade, start, rises);
}

static void
people_move(struct pool *pool, int m)
{
	struct world *w = &pool->world;
	int oldest = m - 1 - TENURE_MOST > -TENURE_MOST ? m - 1 - TENURE_MOST : -TENURE_MOST;
	for (int start = -TENURE_MOST + 1; start <= oldest; start++)
		for (int g = 0; g < w->p->grades; g++) {
			w->now.by_start[0][g] += w->now.by_start[start + TENURE_MOST][g];
			w->now.by_start[start + TENURE_MOST][g] = 0;
		}
	int cells = w->p->grades * (TENURE_MOST + 1);
	for (int i = 0; i < cells; i++)
		pool->whom[i] = cell_address(m, i);
	words_list(w->seed, (struct addresses){ pool->whom, pool->which }, w->replication, STREAM_POOL, pool->words, cells);
	for (int g = w->p->grades - 1; g >= 0; g--)
		for (int tenure = 0; tenure <= TENURE_MOST; tenure++) {
			int start = tenure < TENURE_MOST ? m - 1 - tenure : -TENURE_MOST;
			if (w->now.by_start[start + TENURE_MOST][g])
				cell_move(pool, g, start, m, pool->words[g * (TENURE_MOST + 1) + tenure]);
		}
}

static void
losses_go(struct pool *pool, int m)
{
	struct world *w = &pool->world;
	int wants = 0;
	for (int i = 0; i < w->p->loss_count; i++)
		wants += w->p->losses[i].month == m ? w->p->losses[i].count : 0;
	for (int start = m - 1; start >= -TENURE_MOST && wants > 0; start--)
		for (int g = 0; g < w->p->grades; g++) {
			int here = w->now.by_start[start + TENURE_MOST][g];
			here = here < wants ? here : wants;
			w->record->cause[m][w->p->causes - 1] += here;
			leave(pool, g, start, here, m);
			wants -= here;
		}
}

/* `vacated`: posts vacated this month, which a cohort may go into and hires may not. Gives how many are left. */
static int
cohorts_come(struct pool *pool, int vacated, int m, struct dice *dice)
{
	const struct prospect *p = pool->world.p;
	for (int i = 0; i < p->cohort_count; i++) {
		if (p->cohorts[i].month != m)
			continue;
		int count = binomial(p->cohorts[i].size, p->cohorts[i].arrives, dice);
		join(pool, p->cohorts[i].grade, count, m);
		count = waiting_take(pool, count);
		vacated -= count < vacated ? count : vacated;
	}
	return vacated;
}

static void
hires_come(struct pool *pool, int m, struct dice *dice)
{
	struct world *w = &pool->world;
	int limit = w->p->hires_most ? w->p->hires_most : SEATS_MOST, hired = 0;
	for (int a = pool->oldest; a >= w->lead[m]; a--) {
		int here = binomial(pool->waiting[a], w->fill[m], dice);
		here = here < limit - hired ? here : limit - hired;
		pool->waiting[a] -= here;
		hired += here;
	}
	join_by_entry(pool, hired, m, dice);
}

static void
posts_change(struct pool *pool, int m)
{
	struct world *w = &pool->world;
	w->now.funded = w->years.lasting[m] + pool->fixed[m];
	int wants = w->now.funded - people_in(w), are = waiting_all(pool);
	wants = wants > 0 ? wants : 0;
	if (wants > are)
		pool->waiting[0] += wants - are;
	else
		waiting_take(pool, are - wants);
	w->now.vacant = wants;
}

static void
posts_wait(struct pool *pool, int vacated)
{
	if (pool->oldest > 0)
		pool->waiting[pool->oldest] += pool->waiting[pool->oldest - 1];
	for (int a = pool->oldest - 1; a > 0; a--)
		pool->waiting[a] = pool->waiting[a - 1];
	pool->waiting[0] = pool->oldest > 0 ? vacated : pool->waiting[0] + vacated;
}

static void
month_run(struct pool *pool, int m)
{
	struct world *w = &pool->world;
	struct dice dice = dice_at(w->seed, 1u << 20 | (uint32_t)m, w->p->whom, w->replication, STREAM_POOL);
	w->joiners = w->leavers = 0;
	posts_change(pool, m);
	int converts = w->converts < w->now.vacant ? w->converts : w->now.vacant;
	w->converts = 0;
	join_by_entry(pool, converts, m - 1, &dice);
	waiting_take(pool, converts);
	uint32_t times = w->years.q16[DRIFT_LEAVE][(m - 1) / 12];
	if (w->p->pressure)
		times = (uint32_t)((uint64_t)times * pressure_q16(w->p, w->now.vacant - converts, w->now.funded) >> 16);
	fates_set(pool, w->hazard.phase[m], times);
	people_move(pool, m);
	losses_go(pool, m);
	int free = w->now.funded - people_in(w) - waiting_all(pool);
	int vacated = cohorts_come(pool, free > 0 ? free : 0, m, &dice);
	hires_come(pool, m, &dice);
	posts_wait(pool, vacated);
	w->now.vacant = waiting_all(pool);
	w->now.over = people_in(w) - (w->now.funded - w->now.vacant);
	books_month(w, m);
}

static void
pool_run(struct pool *pool, int replication, int64_t cost_step, struct replication *record)
{
	world_begin(&pool->world, replication, cost_step, record);
	memcpy(pool->waiting, pool->first_waiting, sizeof pool->waiting);
	books_open(&pool->world);
	for (int m = 1; m <= pool->world.p->months; m++)
		month_run(pool, m);
}

void
simulate_pool(const struct prospect *p, uint64_t seed, int first, int count, struct tally *tally, struct arena scratch)
{
	struct pool *pool = new(&scratch, 1, struct pool);
	struct replication *record = new(&scratch, 1, struct replication);
	pool_make(pool, p, seed, &scratch);
	for (int r = first; r < first + count; r++) {
		pool_run(pool, r, tally->cost_step, record);
		tally_take(tally, record);
	}
}

bool
simulate_as_pool(const struct prospect *p)
{
	return p->seat_count >= POOL_LEAST;
}
