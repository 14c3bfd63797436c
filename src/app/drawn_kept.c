/* drawn_kept.c: a few rooms, each with the words of the base that is drawn in it. */
#include "app/drawn_kept.h"

#include <assert.h>
#include <pthread.h>

#include "model/prospect.h"

/* Posts more than are asked for, so that a slider may go up some way before the base is drawn for more of them. */
enum { SEATS_STEP = 16 };
/* So that words, and where blocks are, leave most of a room for what is drawn. */
enum { WORDS_MOST = 4 << 20, REPLICATIONS_MOST = 100000 };

struct drawn_held {
	struct drawn_kept *in;
	Str           words;         /* of the base, in the arena; empty: nothing is here */
	struct drawn_by by;
	struct drawn *drawn;         /* in the arena */
	struct arena  arena;         /* next == NULL until first used */
	char         *begin;
	int           readers;
	int64_t       used;          /* by the count of uses */
	int64_t       since;         /* as `now` was then */
};

struct drawn_kept {
	pthread_mutex_t   lock;      /* over all below, but not what is drawn */
	int64_t           uses, now; /* the clock as it was told last */
	struct drawn_held at[DRAWN_KEPT];
	struct arena      own;       /* where this stands */
	char             *begin;
};

struct drawn_kept *
drawn_kept_open(void)
{
	struct arena own = arena_reserve((ptrdiff_t)sizeof(struct drawn_kept) + 4096);
	char *begin = own.next;
	if (!begin)
		return NULL;
	struct drawn_kept *kept = new(&own, 1, struct drawn_kept);
	pthread_mutex_init(&kept->lock, NULL);
	for (int i = 0; i < DRAWN_KEPT; i++)
		kept->at[i].in = kept;
	kept->own = own;
	kept->begin = begin;
	return kept;
}

void
drawn_kept_close(struct drawn_kept *kept)
{
	if (!kept)
		return;
	for (int i = 0; i < DRAWN_KEPT; i++) {
		assert(kept->at[i].readers == 0);
		if (kept->at[i].begin)
			arena_release(&kept->at[i].arena, kept->at[i].begin);
	}
	pthread_mutex_destroy(&kept->lock);
	struct arena own = kept->own;
	arena_release(&own, kept->begin);
}

/* ---- with the lock held ---------------------------------------------------------------------- */

static struct drawn_held *
find(struct drawn_kept *kept, Str words, struct drawn_by by)
{
	for (int i = 0; i < DRAWN_KEPT; i++) {
		struct drawn_held *one = &kept->at[i];
		if (one->drawn && one->by.seed == by.seed && one->by.cost_step == by.cost_step &&
		    one->by.replications >= by.replications && one->by.seats_more >= by.seats_more && str_equal(one->words, words))
			return one;
	}
	return NULL;
}

/* The one nobody reads that was used longest ago; NULL when all are read. */
static struct drawn_held *
claim(struct drawn_kept *kept)
{
	struct drawn_held *oldest = NULL;
	for (int i = 0; i < DRAWN_KEPT; i++) {
		struct drawn_held *one = &kept->at[i];
		if (one->readers == 0 && (!oldest || one->used < oldest->used))
			oldest = one;
	}
	return oldest;
}

static bool
worth_keeping(Str words, struct drawn_by by)
{
	return words.len <= WORDS_MOST && by.replications <= REPLICATIONS_MOST;
}

/* Empty, for this base; false where there is no room. */
static bool
begin(struct drawn_held *one, const struct prospect *base, Str words, struct drawn_by by)
{
	if (!one->begin) {
		one->arena = arena_reserve_large(DRAWN_BYTES);
		one->begin = one->arena.next;
	}
	one->drawn = NULL;
	if (!one->begin)
		return false;
	struct arena arena = { .next = one->begin, .end = one->arena.end };
	by.seats_more += SEATS_STEP - by.seats_more % SEATS_STEP;
	one->words = str_copy(words, &arena);
	one->by = by;
	one->drawn = drawn_new(base, by, &arena);
	return true;
}

/* ---- taking and leaving ---------------------------------------------------------------------- */

struct drawn_held *
drawn_take(struct drawn_kept *kept, const struct prospect *base, struct drawn_by by, struct arena scratch)
{
	if (!kept)
		return NULL;
	Str words = prospect_write(base, &scratch);
	pthread_mutex_lock(&kept->lock);
	struct drawn_held *one = find(kept, words, by);
	if (!one && worth_keeping(words, by) && (one = claim(kept)) && !begin(one, base, words, by))
		one = NULL;
	if (one) {
		one->readers++;
		one->used = ++kept->uses;
		one->since = kept->now;
	}
	pthread_mutex_unlock(&kept->lock);
	return one;
}

struct drawn *
drawn_of(struct drawn_held *held)
{
	return held ? held->drawn : NULL;
}

void
drawn_leave(struct drawn_held *held)
{
	if (!held)
		return;
	pthread_mutex_lock(&held->in->lock);
	assert(held->readers > 0);
	held->readers--;
	pthread_mutex_unlock(&held->in->lock);
}

void
drawn_kept_rest(struct drawn_kept *kept, int64_t now)
{
	if (!kept)
		return;
	pthread_mutex_lock(&kept->lock);
	kept->now = now;
	for (int i = 0; i < DRAWN_KEPT; i++) {
		struct drawn_held *one = &kept->at[i];
		if (!one->drawn || one->readers > 0 || now - one->since < DRAWN_REST_S)
			continue;
		one->drawn = NULL;
		arena_trim(&one->arena, one->begin, 0);
	}
	pthread_mutex_unlock(&kept->lock);
}
