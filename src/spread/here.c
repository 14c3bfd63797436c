/* here.c: the carrier that has nobody to carry to: the one who asks works a unit out, straight into the tallies. */
#include "spread/work.h"

struct here {
	const struct spread *spread;
	struct arena arena;
	char *begin;
	struct spread_unit unit;
	bool given;
};

static void *
here_open(const struct spread *spread, int workers, struct arena *perm, struct error *err)
{
	struct here *here = new(perm, 1, struct here);
	(void)workers;
	*here = (struct here){ .spread = spread, .arena = arena_reserve_large(WORK_ROOM) };
	here->begin = here->arena.next;
	if (here->begin)
		return here;
	fail(err, "the system refuses address space for a forecast");
	return NULL;
}

static bool
here_give(void *self, struct spread_unit unit)
{
	struct here *here = self;
	if (here->given)
		return false;
	here->unit = unit;
	here->given = true;
	return true;
}

static bool
here_take(void *self, struct spread_result *result)
{
	struct here *here = self;
	const struct spread *spread = here->spread;
	if (!here->given)
		return false;
	here->given = false;
	unit_straight(&spread->jobs[here->unit.job], here->unit, spread->seed, spread->stop, here->arena, result);
	return true;
}

static bool
here_lost(void *self, struct spread_unit *unit)
{
	(void)self, (void)unit;
	return false;
}

static void
here_close(void *self, struct spread_went *went)
{
	struct here *here = self;
	went->workers = 1;
	arena_release(&here->arena, here->begin);
}

const struct carrier carrier_here = { here_open, here_give, here_take, here_lost, here_close };
