/* keeper.c: rooms for councils, and a few stores lying ready. */
#include "app/keeper.h"

#include <assert.h>
#include <pthread.h>

#include "app/demonstration.h"
#include "app/kept.h"
#include "store/records.h"

enum { ROOMS = 12, STORES_KEPT = 4 };

/* Address space for one council; pages are used as they are filled. Ten years of the largest are
 * about 40 MiB with their roster. */
#define ROOM_MOST ((ptrdiff_t)1 << 30)

struct room {
	struct held  held;
	Str          authority;          /* in `name` */
	char         name[64];
	struct arena arena;              /* next == NULL until first used */
	char        *begin;
	int          readers;
	bool         current, making;
	int64_t      used;               /* by the keeper's count of uses */
};

struct keeper {
	Str             path;
	struct kept    *kept;
	struct arena    own;             /* where the keeper itself stands */
	char           *begin;
	pthread_mutex_t lock;            /* over all below */
	pthread_cond_t  made;            /* a room was made, or its making failed */
	int64_t         uses;
	struct room     rooms[ROOMS];
	struct store   *idle[STORES_KEPT];
	int             idle_count;
};

/* ---- stores ---------------------------------------------------------------------------------- */

struct store *
keeper_borrow(struct keeper *keeper, struct error *err)
{
	pthread_mutex_lock(&keeper->lock);
	struct store *store = keeper->idle_count ? keeper->idle[--keeper->idle_count] : NULL;
	pthread_mutex_unlock(&keeper->lock);
	return store ? store : store_open(keeper->path, err);
}

void
keeper_give_back(struct keeper *keeper, struct store *store, bool sound)
{
	store_rollback(store);
	pthread_mutex_lock(&keeper->lock);
	bool kept = sound && keeper->idle_count < STORES_KEPT;
	if (kept)
		keeper->idle[keeper->idle_count++] = store;
	pthread_mutex_unlock(&keeper->lock);
	if (!kept)
		store_close(store);
}

struct keeper *
keeper_open(Str store_path, struct error *err)
{
	struct store *first = store_open(store_path, err);
	struct arena own = first ? arena_reserve(1 << 20) : (struct arena){ 0 };
	if (first && !own.next) {
		store_close(first);
		fail(err, "the system refuses address space for councils' records");
	}
	if (!own.next)
		return NULL;
	char *begin = own.next;
	struct keeper *keeper = new(&own, 1, struct keeper);
	keeper->path = str_copy(store_path, &own);
	keeper->kept = kept_open();
	keeper->own = own;
	keeper->begin = begin;
	pthread_mutex_init(&keeper->lock, NULL);
	pthread_cond_init(&keeper->made, NULL);
	keeper_give_back(keeper, first, true);
	return keeper;
}

void
keeper_close(struct keeper *keeper)
{
	kept_close(keeper->kept);
	for (int i = 0; i < keeper->idle_count; i++)
		store_close(keeper->idle[i]);
	for (int i = 0; i < ROOMS; i++) {
		assert(keeper->rooms[i].readers == 0);
		if (keeper->rooms[i].begin)
			arena_release(&keeper->rooms[i].arena, keeper->rooms[i].begin);
	}
	pthread_cond_destroy(&keeper->made);
	pthread_mutex_destroy(&keeper->lock);
	struct arena own = keeper->own;
	arena_release(&own, keeper->begin);
}

struct kept *
keeper_kept(struct keeper *keeper)
{
	return keeper->kept;
}

/* ---- rooms (called with the lock held) ------------------------------------------------------- */

static struct room *
room_of(struct keeper *keeper, Str authority, int64_t stamp)
{
	for (int i = 0; i < ROOMS; i++) {
		struct room *room = &keeper->rooms[i];
		if (room->current && str_equal(room->authority, authority) && room->held.council.stamp == stamp)
			return room;
	}
	return NULL;
}

static bool
being_made(const struct keeper *keeper, Str authority)
{
	for (int i = 0; i < ROOMS; i++)
		if (keeper->rooms[i].making && str_equal(keeper->rooms[i].authority, authority))
			return true;
	return false;
}

/* Gives a room's pages back once nobody can reach them. */
static void
empty_if_unused(struct room *room)
{
	if (room->current || room->making || room->readers > 0 || !room->begin)
		return;
	room->arena.next = room->begin;
	arena_trim(&room->arena, room->begin, 0);
}

/* A room nobody is in: an empty one, or the one that was asked for longest ago. */
static struct room *
free_room(struct keeper *keeper)
{
	struct room *oldest = NULL;
	for (int i = 0; i < ROOMS; i++) {
		struct room *room = &keeper->rooms[i];
		if (room->making || room->readers > 0)
			continue;
		if (!room->current)
			return room;
		if (!oldest || room->used < oldest->used)
			oldest = room;
	}
	return oldest;
}

static struct room *
claim_room(struct keeper *keeper, Str authority)
{
	struct room *room = free_room(keeper);
	if (!room || authority.len > (ptrdiff_t)sizeof room->name)
		return NULL;
	room->current = false;
	empty_if_unused(room);
	for (ptrdiff_t i = 0; i < authority.len; i++)
		room->name[i] = authority.at[i];
	room->authority = (Str){ room->name, authority.len };
	room->making = true;
	room->held.reading = ++keeper->uses;
	return room;
}

static void
room_made(struct keeper *keeper, struct room *room, bool sound)
{
	for (int i = 0; i < ROOMS && sound; i++)
		if (keeper->rooms[i].current && str_equal(keeper->rooms[i].authority, room->authority)) {
			keeper->rooms[i].current = false;
			empty_if_unused(&keeper->rooms[i]);
		}
	room->making = false;
	room->current = sound;
	room->readers = sound;
	room->used = ++keeper->uses;
	empty_if_unused(room);
	pthread_cond_broadcast(&keeper->made);
}

/* ---- holding --------------------------------------------------------------------------------- */

/* Fills a claimed room. A council too large for it is said in words. */
static bool
fill(struct room *room, struct store *store, struct error *err)
{
	jmp_buf full;
	if (!room->begin) {
		room->arena = arena_reserve(ROOM_MOST);
		room->begin = room->arena.next;
	}
	if (!room->begin)
		return fail(err, "the system refuses address space for a council's records");
	if (setjmp(full) != 0)
		return fail(err, "the council's records are more than this program can hold");
	room->arena.full = &full;
	enum council_kind kind = COUNCIL_EMPTY;
	bool read = store_council_read(store, room->authority, &room->held.council, &room->arena, err)
	            && council_kind_in(store, room->authority, &kind, &room->arena, err);
	room->held.made_up = kind == COUNCIL_MADE_UP;
	if (read)
		roster_build(&room->held.roster, &room->held.council, &room->arena);
	room->arena.full = NULL;
	return read;
}

/* Reads the council into a room and holds it for one reader. Called and left with the lock held. */
static bool
make_room(struct keeper *keeper, Str authority, struct store *store, struct room **made, struct error *err)
{
	struct room *room = claim_room(keeper, authority);
	if (!room)
		return fail(err, "more councils are in use at once than this program can hold");
	pthread_mutex_unlock(&keeper->lock);
	bool sound = fill(room, store, err);
	pthread_mutex_lock(&keeper->lock);
	room_made(keeper, room, sound);
	*made = sound ? room : NULL;
	return sound;
}

static bool
hold(struct keeper *keeper, Str authority, struct store *store, const struct held **held, struct error *err)
{
	int64_t stamp = 0;
	if (!store_stamp(store, authority, &stamp, err))
		return false;
	if (stamp == 0)
		return true;
	pthread_mutex_lock(&keeper->lock);
	struct room *room;
	while (!(room = room_of(keeper, authority, stamp)) && being_made(keeper, authority))
		pthread_cond_wait(&keeper->made, &keeper->lock);
	bool there = room != NULL;
	if (there) {
		room->readers++;
		room->used = ++keeper->uses;
	} else {
		there = make_room(keeper, authority, store, &room, err);
	}
	*held = there ? &room->held : NULL;
	pthread_mutex_unlock(&keeper->lock);
	return there;
}

bool
keeper_hold(struct keeper *keeper, Str authority, const struct held **held, struct error *err)
{
	*held = NULL;
	struct store *store = keeper_borrow(keeper, err);
	if (!store)
		return false;
	bool done = hold(keeper, authority, store, held, err);
	keeper_give_back(keeper, store, done);
	return done;
}

void
keeper_let_go(struct keeper *keeper, const struct held *held)
{
	struct room *room = (struct room *)(uintptr_t)held;
	pthread_mutex_lock(&keeper->lock);
	assert(room->readers > 0);
	room->readers--;
	empty_if_unused(room);
	pthread_mutex_unlock(&keeper->lock);
}
