/* held.c: what is held of a post, day by day. */
#include "intake/held.h"

#include "workforce/rules.h"

#include <stdlib.h>

struct turn { Date day; int64_t change; };

static int
by_day(const void *a, const void *b)
{
	const struct turn *x = a, *y = b;
	return (x->day.day > y->day.day) - (x->day.day < y->day.day);
}

/* Whether there is a holder, or something vacant: then agency workers and cover do not count. */
static bool
any_holder(const struct held *held, int count)
{
	bool any = false;
	for (int i = 0; i < count && !any; i++)
		any = held[i].holder || held[i].vacant;
	return any;
}

int
held_stretches(const struct held *held, int count, struct period within, struct stretch **stretches,
             struct arena *perm)
{
	struct turn *turns = new(perm, 2 * (ptrdiff_t)count + 1, struct turn);
	Date end = { within.last.day < DATE_OPEN.day ? within.last.day + 1 : DATE_OPEN.day };
	bool any = any_holder(held, count);
	int turned = 0, made = 0;
	int64_t sum = 0;
	for (int i = 0; i < count; i++) {
		Date first = held[i].when.first, last = held[i].when.last;
		bool counts = !any || held[i].holder || held[i].vacant;
		if (first.day > within.last.day || last.day < within.first.day || !counts)
			continue;
		first.day = first.day < within.first.day ? within.first.day : first.day;
		turns[turned++] = (struct turn){ first, held[i].fte };
		if (last.day < within.last.day)
			turns[turned++] = (struct turn){ { last.day + 1 }, -held[i].fte };
	}
	if (turned > 1)
		qsort(turns, (size_t)turned, sizeof *turns, by_day);
	*stretches = new(perm, turned, struct stretch);
	for (int t = 0; t < turned; t++) {
		sum += turns[t].change;
		bool more = t + 1 < turned && turns[t + 1].day.day == turns[t].day.day;
		if (!more)
			(*stretches)[made++] = (struct stretch){ turns[t].day,
				t + 1 < turned ? turns[t + 1].day : end, sum };
	}
	return made;
}

Date
held_over_from(const struct stretch *at, int count, int64_t fte)
{
	for (int i = 0; i < count; i++) {
		int run = i;
		while (run < count && at[run].fte > fte)
			run++;
		if (run > i && at[run - 1].until.day - at[i].from.day > HANDOVER_DAYS)
			return at[i].from;
		i = run > i ? run - 1 : i;
	}
	return DATE_OPEN;
}

static int
by_fte(const void *a, const void *b)
{
	const int64_t *x = a, *y = b;
	return (*x > *y) - (*x < *y);
}

int64_t
held_most(const struct stretch *at, int count, struct arena scratch)
{
	int64_t *sums = new(&scratch, count + 1, int64_t);
	for (int i = 0; i < count; i++)
		sums[i + 1] = at[i].fte;             /* the first is nothing at all */
	qsort(sums, (size_t)count + 1, sizeof *sums, by_fte);
	int low = 0, high = count;
	while (low < high) {
		int middle = low + (high - low) / 2;
		if (held_over_from(at, count, sums[middle]).day == DATE_OPEN.day)
			high = middle;
		else
			low = middle + 1;
	}
	return sums[low];
}
