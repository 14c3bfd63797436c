/* worlds.c: which figures are current, and who still reads older ones. */
#include "web/site.h"

#include "app/expected_kept.h"

#include <assert.h>

/* Address space for one world; pages are used as they are filled. All England is about 2 MiB, so
 * this holds every release there will be in a working life. */
#define WORLD_MOST ((ptrdiff_t)512 << 20)

struct world_room *
world_hold(struct site *site)
{
	pthread_mutex_lock(&site->lock);
	struct world_room *held = NULL;
	for (int i = 0; i < WORLDS_MOST; i++)
		if (site->rooms[i].current)
			held = &site->rooms[i];
	assert(held);
	held->readers++;
	pthread_mutex_unlock(&site->lock);
	return held;
}

/* Gives the pages of a room back once nobody can reach it. Called with the lock held. */
static void
empty_if_unused(struct world_room *room)
{
	if (room->current || room->making || room->readers > 0 || !room->begin)
		return;
	room->arena.next = room->begin;
	arena_trim(&room->arena, room->begin, 0);
}

void
world_drop(struct site *site, struct world_room *room)
{
	pthread_mutex_lock(&site->lock);
	assert(room->readers > 0);
	room->readers--;
	empty_if_unused(room);
	pthread_mutex_unlock(&site->lock);
}

static struct world_room *
free_room(struct site *site)
{
	struct world_room *free = NULL;
	pthread_mutex_lock(&site->lock);
	for (int i = 0; i < WORLDS_MOST && !free; i++) {
		struct world_room *room = &site->rooms[i];
		if (!room->current && !room->making && room->readers == 0)
			free = room;
	}
	if (free)
		free->making = true;
	pthread_mutex_unlock(&site->lock);
	return free;
}

static void
make_current(struct site *site, struct world_room *made)
{
	pthread_mutex_lock(&site->lock);
	for (int i = 0; i < WORLDS_MOST; i++) {
		site->rooms[i].current = &site->rooms[i] == made;
		site->rooms[i].making = false;
		empty_if_unused(&site->rooms[i]);
	}
	pthread_mutex_unlock(&site->lock);
}

void
world_abandon(struct site *site)
{
	pthread_mutex_lock(&site->lock);
	for (int i = 0; i < WORLDS_MOST; i++) {
		site->rooms[i].making = false;
		empty_if_unused(&site->rooms[i]);
	}
	pthread_mutex_unlock(&site->lock);
}

bool
world_renew(struct site *site, jmp_buf *full, struct error *err)
{
	struct world_room *room = free_room(site);
	if (!room)
		return fail(err, "all %d rooms for figures are in use", WORLDS_MOST);
	if (!room->begin) {
		room->arena = arena_reserve(WORLD_MOST);
		room->begin = room->arena.next;
	}
	bool made = room->begin != NULL;
	if (!made) {
		fail(err, "the system refuses address space for the figures");
	} else {
		room->arena.full = full;
		made = world_open(&room->world, site->store_path, &room->arena, err);
	}
	if (!made) {
		world_abandon(site);
		return false;
	}
	room->world.reference_docx = site->reference_docx;
	room->world.keeper = site->keeper;
	room->world.jobs = site->jobs;
	room->world.drawn = site->drawn;
	room->world.carriage = site->carriage;
	room->world.expected = expected_open(&room->arena);
	make_current(site, room);
	return true;
}
