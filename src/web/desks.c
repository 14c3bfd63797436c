/* desks.c: taking and giving back. */
#include "web/desks.h"

#include <assert.h>
#include <string.h>

/* Address space of a request: a body of 32 MiB, what is read from it, and what is said about it. */
#define DESK_MOST ((ptrdiff_t)256 << 20)
#define DESK_KEEP ((ptrdiff_t)2 << 20)

void
desks_begin(struct desks *desks)
{
	pthread_mutex_init(&desks->lock, NULL);
}

void
desks_end(struct desks *desks)
{
	for (int i = 0; i < DESKS; i++)
		if (desks->at[i].begin)
			arena_release(&desks->at[i].arena, desks->at[i].begin);
	pthread_mutex_destroy(&desks->lock);
}

struct desk *
desk_take(struct desks *desks, bool for_body)
{
	struct desk *desk = NULL;
	pthread_mutex_lock(&desks->lock);
	if (!for_body || desks->bodies < BODIES_MOST)
		for (int i = 0; i < DESKS && !desk; i++)
			if (!desks->at[i].taken)
				desk = &desks->at[i];
	if (desk) {
		desk->taken = true;
		desk->for_body = for_body;
		desk->large = false;
		desk->from[0] = 0;
		desks->bodies += for_body;
	}
	pthread_mutex_unlock(&desks->lock);
	if (!desk)
		return NULL;
	if (!desk->begin) {
		desk->arena = arena_reserve_large(DESK_MOST);
		desk->begin = desk->arena.next;
	}
	desk->request = (struct request){ 0 };
	desk->body = NULL;
	desk->body_len = 0;
	if (desk->begin)
		return desk;
	desk_give(desks, desk);
	return NULL;
}

bool
desk_admits(struct desks *desks, struct desk *desk, int64_t length, Str from)
{
	bool large = length > OUTSIDE_MOST, counts = from.len > 0 && from.len < (ptrdiff_t)sizeof desk->from;
	int same = 0;
	pthread_mutex_lock(&desks->lock);
	for (int i = 0; counts && i < DESKS; i++)
		same += desks->at[i].taken && desks->at[i].for_body && str_equal(str_of(desks->at[i].from), from);
	bool admits = same < BODIES_OF_ADDRESS && (!large || desks->large < LARGE_BODIES_MOST);
	if (admits) {
		desk->large = large;
		desks->large += large;
		memcpy(desk->from, from.at, counts ? (size_t)from.len : 0);
		desk->from[counts ? from.len : 0] = 0;
	}
	pthread_mutex_unlock(&desks->lock);
	return admits;
}

void
desk_give(struct desks *desks, struct desk *desk)
{
	if (desk->begin) {
		ptrdiff_t used = desk->arena.next - desk->begin;
		desk->arena.next = desk->begin;
		if (used > DESK_KEEP || desk->for_body)
			arena_trim(&desk->arena, desk->begin, desk - desks->at < DESKS_KEPT ? DESK_KEEP : 0);
	}
	pthread_mutex_lock(&desks->lock);
	desk->taken = false;
	desks->bodies -= desk->for_body;
	desks->large -= desk->large;
	desk->large = false;
	pthread_mutex_unlock(&desks->lock);
}

void
desk_body_room(struct desk *desk)
{
	assert(desk->request.length <= UPLOAD_MOST);
	assert(desk->arena.end - desk->arena.next > UPLOAD_MOST);
	desk->body = desk->arena.next;
	desk->arena.next += desk->request.length;
}

bool
desk_body_add(struct desk *desk, const char *data, size_t size)
{
	if ((int64_t)size > desk->request.length - desk->body_len)
		return false;
	memcpy(desk->body + desk->body_len, data, size);
	desk->body_len += (ptrdiff_t)size;
	return true;
}
