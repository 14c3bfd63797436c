/* threads.c: the carrier to threads of this program.
 *
 * Places hold a unit each: free, given, being worked out, done. Threads look for one that is given; the one who asked
 * waits for one that is done. There are twice as many places as threads, so that nobody waits for the other.
 *
 * The first unit of a job is worked straight into the job's tallies, which spares making, filling and adding a set of them; what
 * others made of the same job is handed over once that is done. So a job of one unit costs what it costs alone.
 */
#include "spread/work.h"

#include <pthread.h>
#include <signal.h>

enum place_state { PLACE_FREE, PLACE_GIVEN, PLACE_WORKING, PLACE_DONE, PLACE_TAKEN };

struct place {
	enum place_state state;
	struct spread_unit unit;
	bool straight;                       /* into the job's own tallies */
	struct spread_result result;         /* its tallies stand in the arena */
	struct arena arena;                  /* reserved when first used */
	char *begin;
};

struct threads {
	const struct spread *spread;
	pthread_mutex_t lock;                /* over all below but what a working thread has in its place */
	pthread_cond_t  given, done;
	bool closing;
	struct place *places;
	pthread_t *at;
	int place_count, count;
};

static struct place *
place_in(struct threads *threads, enum place_state state)
{
	for (int i = 0; i < threads->place_count; i++)
		if (threads->places[i].state == state)
			return &threads->places[i];
	return NULL;
}

/* Given, and what came of it not looked at yet. */
static bool
unit_is_out(const struct threads *threads, struct spread_unit unit)
{
	for (int i = 0; i < threads->place_count; i++) {
		const struct place *place = &threads->places[i];
		if (place->state != PLACE_FREE && place->unit.job == unit.job && place->unit.first == unit.first)
			return true;
	}
	return false;
}

/* Done, and in nobody's way. */
static struct place *
place_done(struct threads *threads)
{
	for (int i = 0; i < threads->place_count; i++) {
		struct place *place = &threads->places[i];
		struct spread_unit first = { .job = place->unit.job };
		if (place->state == PLACE_DONE && (place->straight || !unit_is_out(threads, first)))
			return place;
	}
	return NULL;
}

/* ---- a thread ---------------------------------------------------------------------------------- */

static void
place_work(const struct spread *spread, struct place *place)
{
	if (!place->begin) {
		place->arena = arena_reserve_large(WORK_ROOM);
		place->begin = place->arena.next;
	}
	const struct spread_job *job = &spread->jobs[place->unit.job];
	struct arena fresh = place->arena;
	if (place->begin && place->straight) {
		unit_straight(job, place->unit, spread->seed, spread->stop, fresh, &place->result);
		return;
	}
	if (place->begin) {
		unit_answer(job, place->unit, spread->seed, spread->stop, &fresh, &place->result);
		return;
	}
	place->result = (struct spread_result){ .unit = place->unit };
	fail(&place->result.why, "the system refuses address space for a thread");
}

static void *
thread_run(void *whose)
{
	struct threads *threads = whose;
	pthread_mutex_lock(&threads->lock);
	while (!threads->closing) {
		struct place *place = place_in(threads, PLACE_GIVEN);
		if (!place) {
			pthread_cond_wait(&threads->given, &threads->lock);
			continue;
		}
		place->state = PLACE_WORKING;
		pthread_mutex_unlock(&threads->lock);
		place_work(threads->spread, place);
		pthread_mutex_lock(&threads->lock);
		place->state = PLACE_DONE;
		pthread_cond_signal(&threads->done);
	}
	pthread_mutex_unlock(&threads->lock);
	return NULL;
}

/* ---- the five calls ---------------------------------------------------------------------------- */

static void
threads_close(void *self, struct spread_went *went)
{
	struct threads *threads = self;
	pthread_mutex_lock(&threads->lock);
	threads->closing = true;
	pthread_cond_broadcast(&threads->given);
	pthread_mutex_unlock(&threads->lock);
	for (int i = 0; i < threads->count; i++)
		pthread_join(threads->at[i], NULL);
	for (int i = 0; i < threads->place_count; i++)
		if (threads->places[i].begin)
			arena_release(&threads->places[i].arena, threads->places[i].begin);
	pthread_cond_destroy(&threads->done);
	pthread_cond_destroy(&threads->given);
	pthread_mutex_destroy(&threads->lock);
	went->workers = threads->count;
}

/* Signals are for the thread that asked. */
static void
threads_start(struct threads *threads, int workers)
{
	sigset_t all, before;
	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &before);
	while (threads->count < workers &&
	       pthread_create(&threads->at[threads->count], NULL, thread_run, threads) == 0)
		threads->count++;
	pthread_sigmask(SIG_SETMASK, &before, NULL);
}

static void *
threads_open(const struct spread *spread, int workers, struct arena *perm, struct error *err)
{
	struct threads *threads = new(perm, 1, struct threads);
	*threads = (struct threads){ .spread = spread, .place_count = 2 * workers,
		.places = new(perm, 2 * workers, struct place), .at = new(perm, workers, pthread_t) };
	pthread_mutex_init(&threads->lock, NULL);
	pthread_cond_init(&threads->given, NULL);
	pthread_cond_init(&threads->done, NULL);
	threads_start(threads, workers);         /* fewer than asked for will do */
	if (threads->count > 0)
		return threads;
	struct spread_went went;
	threads_close(threads, &went);
	fail(err, "the system refuses a thread");
	return NULL;
}

/* What was taken last has been looked at by now. */
static void
taken_free(struct threads *threads)
{
	struct place *place = place_in(threads, PLACE_TAKEN);
	if (place)
		place->state = PLACE_FREE;
}

static bool
threads_give(void *self, struct spread_unit unit)
{
	struct threads *threads = self;
	pthread_mutex_lock(&threads->lock);
	taken_free(threads);
	struct place *place = unit_is_out(threads, unit) ? NULL : place_in(threads, PLACE_FREE);
	if (place) {
		place->unit = unit;
		place->straight = unit.first == 0;
		place->state = PLACE_GIVEN;
		pthread_cond_signal(&threads->given);
	}
	pthread_mutex_unlock(&threads->lock);
	return place;
}

static bool
threads_take(void *self, struct spread_result *result)
{
	struct threads *threads = self;
	struct place *place;
	pthread_mutex_lock(&threads->lock);
	taken_free(threads);
	while (!(place = place_done(threads)) &&
	       (place_in(threads, PLACE_GIVEN) || place_in(threads, PLACE_WORKING)))
		pthread_cond_wait(&threads->done, &threads->lock);
	if (place) {
		*result = place->result;
		place->state = PLACE_TAKEN;
	}
	pthread_mutex_unlock(&threads->lock);
	return place;
}

/* A thread is not lost without the program. */
static bool
threads_lost(void *self, struct spread_unit *unit)
{
	(void)self, (void)unit;
	return false;
}

const struct carrier carrier_threads = { threads_open, threads_give, threads_take, threads_lost, threads_close };
