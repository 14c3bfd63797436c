/* kept.c: a few things that were worked out, each with the reading, the day and the maker it is of. */
#include "app/kept.h"

#include <assert.h>
#include <pthread.h>

#include "app/admit.h"

struct thing_kept {
	struct kept *in;
	int64_t      reading;        /* 0: nothing is here */
	Date         day;
	kept_make   *make;
	const void  *made;
	struct arena arena;          /* next == NULL until first used */
	char        *begin;
	int          readers;
	bool         making;
	int64_t      used;           /* by the count of uses */
};

struct kept {
	pthread_mutex_t   lock;      /* over all below */
	int64_t           uses;
	struct thing_kept at[KEPT_MOST];
	struct arena      own;       /* where this stands */
	char             *begin;
};

struct kept *
kept_open(void)
{
	struct arena own = arena_reserve((ptrdiff_t)sizeof(struct kept) + 4096);
	char *begin = own.next;
	if (!begin)
		return NULL;
	struct kept *kept = new(&own, 1, struct kept);
	pthread_mutex_init(&kept->lock, NULL);
	for (int i = 0; i < KEPT_MOST; i++)
		kept->at[i].in = kept;
	kept->own = own;
	kept->begin = begin;
	return kept;
}

void
kept_close(struct kept *kept)
{
	if (!kept)
		return;
	for (int i = 0; i < KEPT_MOST; i++) {
		assert(kept->at[i].readers == 0);
		if (kept->at[i].begin)
			arena_release(&kept->at[i].arena, kept->at[i].begin);
	}
	pthread_mutex_destroy(&kept->lock);
	struct arena own = kept->own;
	arena_release(&own, kept->begin);
}

/* ---- with the lock held ---------------------------------------------------------------------- */

static struct thing_kept *
find(struct kept *kept, int64_t reading, Date day, kept_make *make)
{
	for (int i = 0; i < KEPT_MOST; i++) {
		struct thing_kept *one = &kept->at[i];
		if (one->reading == reading && one->day.day == day.day && one->make == make)
			return one;
	}
	return NULL;
}

/* The place nobody reads that was used longest ago; NULL when all are read. */
static struct thing_kept *
claim(struct kept *kept)
{
	struct thing_kept *oldest = NULL;
	for (int i = 0; i < KEPT_MOST; i++) {
		struct thing_kept *one = &kept->at[i];
		if (one->readers == 0 && !one->making && (!oldest || one->used < oldest->used))
			oldest = one;
	}
	return oldest;
}

/* ---- making ---------------------------------------------------------------------------------- */

/* False when it is too large to keep. */
static bool
fill(struct thing_kept *one, const struct roster *roster)
{
	jmp_buf full;
	if (!one->begin) {
		one->arena = arena_reserve(KEPT_BYTES);
		one->begin = one->arena.next;
	}
	if (!one->begin)
		return false;
	one->arena.next = one->begin;
	if (setjmp(full) != 0) {
		one->arena.full = NULL;
		arena_trim(&one->arena, one->begin, 0);
		return false;
	}
	one->arena.full = &full;
	one->made = one->make(roster, one->day, &one->arena);
	one->arena.full = NULL;
	return true;
}

/* Makes it in a place that was claimed. Called and left with the lock held. */
static bool
make_here(struct thing_kept *one, const struct held *held, Date day, kept_make *make)
{
	one->reading = held->reading;
	one->day = day;
	one->make = make;
	one->making = true;
	pthread_mutex_unlock(&one->in->lock);
	bool made = fill(one, &held->roster);
	pthread_mutex_lock(&one->in->lock);
	one->making = false;
	if (!made)
		one->reading = 0;
	return made;
}

/* NULL when it cannot be had here: whoever asks while another makes it does not wait. */
static struct thing_kept *
take(struct kept *kept, const struct held *held, Date day, kept_make *make)
{
	pthread_mutex_lock(&kept->lock);
	struct thing_kept *one = find(kept, held->reading, day, make);
	if (one && one->making)
		one = NULL;
	else if (!one && (one = claim(kept)) && !make_here(one, held, day, make))
		one = NULL;
	if (one) {
		one->readers++;
		one->used = ++kept->uses;
	}
	pthread_mutex_unlock(&kept->lock);
	return one;
}

static void
let_go(void *what)
{
	struct thing_kept *one = what;
	pthread_mutex_lock(&one->in->lock);
	assert(one->readers > 0);
	one->readers--;
	pthread_mutex_unlock(&one->in->lock);
}

const void *
kept_of(const struct world *world, const struct ask *ask, kept_make *make, struct arena *perm)
{
	const struct held *held = ask->held;
	struct kept *kept = world->keeper && held->reading && ask->witness ? keeper_kept(world->keeper) : NULL;
	struct thing_kept *one = kept ? take(kept, held, ask->day, make) : NULL;
	if (!one)
		return make(&held->roster, ask->day, perm);
	ask_hold(ask, let_go, one);
	return one->made;
}
