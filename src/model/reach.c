/* reach.c: the highest chance by what leaving is multiplied with, at some points, and between them by a straight line. */
#include "model/reach.h"

#include <string.h>

/* The highest of many straight lines, so that a line between two points of it lies above. A point is worked out when it is
 * first asked for: 0 till then. Farther than the last lies `most`. */
enum { POINTS_EACH = 8, POINTS = 8 * POINTS_EACH + 1, STEP = Q16 / POINTS_EACH, ROUNDED = 2 };

struct points { Chance at[POINTS]; };

struct reach_of {
	const struct prospect *p;
	struct hazard hazard;
	uint32_t pressure;
	uint32_t years[YEARS_MOST];  /* of the last replication asked about */
	struct points *phase;
};

struct reach { int count; struct reach_of *of; bool known; };

struct reach *
reach_new(const struct prospect *const *whose, int count, struct arena *perm)
{
	struct reach *reach = new(perm, 1, struct reach);
	*reach = (struct reach){ count, new(perm, count, struct reach_of), false };
	for (int i = 0; i < count; i++) {
		struct reach_of *of = &reach->of[i];
		*of = (struct reach_of){ .p = whose[i], .pressure = pressure_most(whose[i]) };
		hazard_of(of->p, &of->hazard, perm);
		of->phase = new(perm, of->hazard.phases, struct points);
	}
	return reach;
}

static Chance
highest(const struct reach_of *of, int phase, uint32_t times)
{
	const struct chances *leaves = &of->hazard.leave[phase];
	Chance most = 0;
	for (int g = 0; g < of->p->grades; g++)
		for (int t = 0; t <= TENURE_MOST; t++) {
			Chance leave = chance_times(leaves->at[g][t], times), rise = of->p->rise[g][t];
			Chance move = rise < CERTAIN ? leave + ((CERTAIN - leave) * rise >> 32) : leave;
			most = move > most ? move : most;
		}
	return most + ROUNDED;
}

static Chance
point(struct reach_of *of, int phase, uint32_t which)
{
	Chance *at = &of->phase[phase].at[which];
	if (*at == 0)
		*at = highest(of, phase, which * STEP);
	return *at;
}

static Chance
between_points(struct reach_of *of, int phase, uint32_t times)
{
	uint32_t which = times / STEP;
	if (which + 1 >= POINTS)
		return of->p->most;
	Chance low = point(of, phase, which), high = point(of, phase, which + 1);
	return low + (high - low) * (times % STEP) / STEP + 1;
}

/* Whether its years are others than those it was asked about last. */
static bool
years_change(struct reach_of *of, uint64_t seed, uint32_t replication)
{
	uint32_t years[YEARS_MOST] = { 0 };
	years_leaving(of->p, &of->hazard, seed, replication, years);
	bool change = memcmp(years, of->years, sizeof years) != 0;
	memcpy(of->years, years, sizeof years);
	return change;
}

static void
reach_one(struct reach_of *of, Chance *upto)
{
	for (int m = 1; m <= of->p->months; m++) {
		uint32_t times = (uint32_t)((uint64_t)of->years[(m - 1) / 12] * of->pressure >> 16);
		Chance here = between_points(of, of->hazard.phase[m], times);
		upto[m] = here > upto[m] ? here : upto[m];
	}
}

void
reach_in(struct reach *reach, uint64_t seed, uint32_t replication, Chance upto[MONTHS_MOST + 1])
{
	bool change = !reach->known;
	for (int i = 0; i < reach->count; i++)
		change |= years_change(&reach->of[i], seed, replication);
	if (!change)
		return;
	reach->known = true;
	memset(upto, 0, (MONTHS_MOST + 1) * sizeof *upto);
	for (int i = 0; i < reach->count; i++)
		reach_one(&reach->of[i], upto);
}
