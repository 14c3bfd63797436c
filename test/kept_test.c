/* kept_test.c: what follows from a day is worked out once for a reading of the records, and no more is kept than
 * there is room for. */
#include "check.h"
#include "councils.h"
#include "stores.h"

#include "app/admit.h"
#include "app/kept.h"

static int makings;
static struct world world;
static struct held held;

/* Says of what it was made; counts how often it was asked. */
static const void *
make_one(const struct roster *roster, Date day, struct arena *perm)
{
	int *made = new(perm, 2, int);
	made[0] = roster->post_count;
	made[1] = day.day;
	makings++;
	return made;
}

static const void *
make_other(const struct roster *roster, Date day, struct arena *perm)
{
	return make_one(roster, day, perm);
}

static struct ask
asks_on(int day, struct arena *perm)
{
	struct answer answer;
	struct ask ask = { .today = date_of(2025, 9, 30), .day = { day } };
	check(admit(&world, &ask, (struct need){ .access = OPEN }, &answer, perm));
	ask.day.day = day;
	ask.held = &held;
	return ask;
}

static void
let_go(struct ask *ask)
{
	ask->held = NULL;                    /* it is no room of the keeper */
	dismiss(&world, ask);
}

/* What is made for an ask of its own; whether it had to be made. */
static bool
is_made(int day, kept_make *make, struct arena *perm)
{
	struct ask ask = asks_on(day, perm);
	int before = makings;
	const int *made = kept_of(&world, &ask, make, perm);
	check_int(made[0], held.roster.post_count);
	check_int(made[1], day);
	let_go(&ask);
	return makings > before;
}

static void
begin(struct arena *perm)
{
	struct error err;
	Str path = fresh_path("kept", perm);
	check(world_open(&world, path, perm, &err));
	world.keeper = keeper_open(path, &err);
	check(world.keeper != NULL);
	held = (struct held){ .reading = 1 };
	held.council = *council_of("unit U-1 2015-01-01 open name=Duty; kind=team\n", perm);
	roster_build(&held.roster, &held.council, perm);
}

static void
a_day_is_worked_out_once_for_a_reading(struct arena *perm)
{
	begin(perm);
	check(is_made(20000, make_one, perm));
	check(!is_made(20000, make_one, perm));
	check(is_made(20001, make_one, perm));           /* another day */
	check(is_made(20000, make_other, perm));         /* something else of that day */
	check(!is_made(20000, make_one, perm) && !is_made(20001, make_one, perm) && !is_made(20000, make_other, perm));
	held.reading = 2;                                /* the records have changed */
	check(is_made(20000, make_one, perm));
	keeper_close(world.keeper);
}

static void
records_that_no_keeper_has_read_are_never_kept(struct arena *perm)
{
	begin(perm);
	held.reading = 0;
	check(is_made(20000, make_one, perm));
	check(is_made(20000, make_one, perm));
	keeper_close(world.keeper);
}

static void
the_day_asked_for_longest_ago_goes_first(struct arena *perm)
{
	begin(perm);
	for (int i = 0; i < KEPT_MOST; i++)
		check(is_made(20000 + i, make_one, perm));
	check(!is_made(20000, make_one, perm));          /* so that the second is now the oldest */
	check(is_made(30000, make_one, perm));
	check(!is_made(20000, make_one, perm));
	check(is_made(20001, make_one, perm));
	keeper_close(world.keeper);
}

/* Four things for each of four requests that still run: there is no room for another, and what they read stays. */
static void
what_somebody_reads_is_not_made_over(struct arena *perm)
{
	enum { REQUESTS = 4, EACH = KEPT_MOST / REQUESTS };
	struct ask asks[REQUESTS];
	const int *made[KEPT_MOST];
	begin(perm);
	for (int r = 0; r < REQUESTS; r++)
		for (int i = 0; i < EACH; i++) {
			if (i == 0)
				asks[r] = asks_on(0, perm);
			asks[r].day.day = 20000 + r * EACH + i;
			made[r * EACH + i] = kept_of(&world, &asks[r], make_one, perm);
		}
	check(is_made(30000, make_one, perm));
	check(is_made(30000, make_one, perm));           /* made for itself, and not kept */
	for (int i = 0; i < KEPT_MOST; i++)
		check_int(made[i][1], 20000 + i);
	for (int r = 0; r < REQUESTS; r++)
		let_go(&asks[r]);
	check(is_made(30000, make_one, perm));
	check(!is_made(30000, make_one, perm));
	keeper_close(world.keeper);
}

int
main(void)
{
	if (!stores_begin())
		return 1;
	run(a_day_is_worked_out_once_for_a_reading);
	run(records_that_no_keeper_has_read_are_never_kept);
	run(the_day_asked_for_longest_ago_goes_first);
	run(what_somebody_reads_is_not_made_over);
	bool cleared = stores_end();
	return tests_end() || !cleared;
}
