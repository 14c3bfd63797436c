/* expected_kept.c: a year's expectations of all councils, made when first asked for. */
#include "app/expected_kept.h"

#include <pthread.h>

#include "outlook/published.h"

enum { YEARS_KEPT = 12, EXPECTED_ROOM = 8 << 20, ROOM_ALIGN = 64 };

struct year_kept {
	int year;                    /* 0: nothing is here */
	bool full;                   /* there was no room for it: it is reckoned anew each time */
	const struct expectations *all;
	char *room;
};

struct expected_kept {
	pthread_mutex_t lock;
	struct year_kept years[YEARS_KEPT];
};

/* The rooms are taken without being emptied, so that those which nobody asks for cost no memory. */
struct expected_kept *
expected_open(struct arena *perm)
{
	struct expected_kept *kept = new(perm, 1, struct expected_kept);
	ptrdiff_t padding = (ptrdiff_t)(-(uintptr_t)perm->next & (ROOM_ALIGN - 1));
	if (perm->end - perm->next < padding + (ptrdiff_t)YEARS_KEPT * EXPECTED_ROOM)
		return NULL;
	pthread_mutex_init(&kept->lock, NULL);
	char *room = perm->next + padding;
	for (int i = 0; i < YEARS_KEPT; i++, room += EXPECTED_ROOM)
		kept->years[i].room = room;
	perm->next = room;
	return kept;
}

/* With the lock held. What has no room, or cannot be, is not kept. */
static void
reckon(struct year_kept *one, const struct published *p, int year)
{
	jmp_buf full;
	struct error err;
	struct arena arena = { .next = one->room, .end = one->room + EXPECTED_ROOM, .full = &full };
	one->year = year;
	one->full = true;
	if (setjmp(full) != 0)
		return;
	one->all = expect_all(panel_upto(p, year, &arena), &arena, &err);
	one->full = one->all == NULL;
}

static const struct expectations *
kept_of(struct expected_kept *kept, const struct published *p, int year)
{
	struct year_kept *one = NULL;
	pthread_mutex_lock(&kept->lock);
	for (int i = 0; i < YEARS_KEPT && !one; i++)
		if (kept->years[i].year == year || kept->years[i].year == 0)
			one = &kept->years[i];
	if (one && one->year == 0)
		reckon(one, p, year);
	const struct expectations *all = one && !one->full ? one->all : NULL;
	pthread_mutex_unlock(&kept->lock);
	return all;
}

struct outlook *
expected_outlook(const struct world *world, int area, int origin, int months, struct arena *perm, struct error *err)
{
	const struct published *p = &world->published;
	int year;
	if (!published_enough(p, area, origin, &year, err))
		return NULL;
	const struct expectations *all = world->expected ? kept_of(world->expected, p, year) : NULL;
	if (!all)
		return outlook_of_published(p, area, origin, months, perm, err);
	return published_outlook(p, all, area, months, perm, err);
}
