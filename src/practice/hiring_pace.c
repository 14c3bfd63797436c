/* hiring_pace.c: days between steps, sorted. */
#include "practice/hiring_pace.h"

#include <stdlib.h>

static int
by_size(const void *a, const void *b)
{
	int x = *(const int *)a, y = *(const int *)b;
	return (x > y) - (x < y);
}

struct spread_days
spread_days_of(int *days, int count)
{
	if (count == 0)
		return (struct spread_days){ 0 };
	qsort(days, (size_t)count, sizeof *days, by_size);
	return (struct spread_days){ count, days[(count + 1) / 2 - 1], days[(9 * count + 9) / 10 - 1] };
}

static bool
is_chosen(const struct chosen *chosen, const struct application *a)
{
	return !chosen->keep || chosen->keep(a, chosen->context);
}

/* ---- stages ------------------------------------------------------------------------------------ */

struct waits { int *days[APPLICATION_STAGES]; int count[APPLICATION_STAGES]; };

/* In "Checks" the days are the referees': whether a check stood with us on a past day is not kept. */
static enum whose
whose_then(const struct application *a, enum application_stage stage)
{
	return stage == a->stage ? a->whose : application_stages.rows[stage].whose;
}

static void
add_wait(struct pace *pace, struct waits *waits, const struct application *a, enum application_stage stage, int days)
{
	pace->days[whose_then(a, stage)] += days;
	if (waits)
		waits->days[stage][waits->count[stage]++] = days;
}

static void
add_application(struct pace *pace, struct waits *waits, const struct application *a)
{
	enum application_stage stage = AT_RECEIVED;
	Date since = a->received;
	for (int i = 0; i < a->step_count; i++) {
		add_wait(pace, waits, a, stage, a->steps[i].on.day - since.day);
		stage = a->steps[i].to;
		since = a->steps[i].on;
	}
	if (application_stages.rows[stage].ended)
		return;
	struct stage_pace *here = &pace->of[stage];
	here->standing++;
	here->longest = a->waiting > here->longest ? a->waiting : here->longest;
	add_wait(pace, NULL, a, stage, a->waiting);
}

/* Nobody can be in a stage twice but "assessed", by way of the reserve; room for every step there is. */
static void
make_room(struct waits *waits, const struct recruitment *all, struct arena *perm)
{
	int steps = 0;
	for (int i = 0; i < all->application_count; i++)
		steps += all->applications[i].step_count;
	for (int s = 0; s < APPLICATION_STAGES; s++)
		waits->days[s] = new(perm, steps + 1, int);
}

/* ---- the whole way ------------------------------------------------------------------------------ */

static Date
approved_on(const struct recruitment *all, const struct application *a)
{
	return a->seat == NOT_THERE ? (Date){ 0 } : all->requisitions[a->seat].approved;
}

static struct spread_days
ways(const struct recruitment *all, const struct chosen *chosen, enum application_stage to, bool from_seat, int *days)
{
	int count = 0;
	for (int i = 0; i < all->application_count; i++) {
		const struct application *a = &all->applications[i];
		Date from = from_seat ? approved_on(all, a) : a->received;
		if (is_chosen(chosen, a) && a->came[to].day != 0 && from.day != 0)
			days[count++] = a->came[to].day - from.day;
	}
	return spread_days_of(days, count);
}

void
pace_read(struct pace *pace, const struct recruitment *all, struct chosen chosen, struct arena *perm)
{
	struct waits waits = { 0 };
	int *days = new(perm, all->application_count + 1, int);
	*pace = (struct pace){ 0 };
	make_room(&waits, all, perm);
	for (int i = 0; i < all->application_count; i++)
		if (is_chosen(&chosen, &all->applications[i]))
			add_application(pace, &waits, &all->applications[i]);
	for (int s = 0; s < APPLICATION_STAGES; s++)
		pace->of[s].left = spread_days_of(waits.days[s], waits.count[s]);
	pace->to_offer = ways(all, &chosen, AT_OFFERED, false, days);
	pace->to_start = ways(all, &chosen, AT_STARTED, false, days);
	pace->to_fill = ways(all, &chosen, AT_STARTED, true, days);
}
