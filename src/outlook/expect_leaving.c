/* expect_leaving.c: turnover by what each council has been against England, drawn towards England. */
#include <math.h>

#include "model/shrink.h"
#include "outlook/expecting.h"
#include "outlook/spread.h"

/* Of what a year's England rate departs from its mean, so much is left a year later. */
static const double half_left = 0.5;
/* England's turnover differs from year to year by a tenth: a prior of three years' worth (between 0.08 and 0.11
 * in earlier figures; docs/methods/forecast-published.md). */
static const struct prior year_effect = { 0.1, 3 };

struct leaving {
	int year;                    /* reckoned from figures up to it */
	double clump;                /* 1: as chance; 3: as if leavers came in threes */
	struct shrinkage shrunk;
	struct seen *seen;           /* of each council: events over what England's rate would give, both over clump */
};

static double
england(const struct panel *panel, int year)
{
	return panel_at(panel, PANEL_ENGLAND, PANEL_TURNOVER, year);
}

/* Leavers of a year and what they were at England's rate; false where either is not known. */
static bool
leavers_of(const struct panel *panel, int council, int year, struct seen *out)
{
	double rate = panel_at(panel, council, PANEL_TURNOVER, year);
	out->events = panel_at(panel, council, PANEL_LEAVERS, year);
	out->exposure = panel_at(panel, council, PANEL_POSTS, year) * england(panel, year);
	return isfinite(rate) && isfinite(out->events) && out->exposure > 0;
}

static struct seen
all_leavers(const struct panel *panel, int council, int upto, int *years)
{
	struct seen sum = { 0 }, one;
	*years = 0;
	for (int year = panel->first; year <= upto; year++)
		if (leavers_of(panel, council, year, &one)) {
			sum.events += one.events, sum.exposure += one.exposure;
			++*years;
		}
	return sum;
}

/* How much more one council's years scatter than chance would make them: squares over what is expected. Those beyond
 * nine times the usual count as nine times. */
static double
clump_of(const struct panel *panel, int upto, struct arena scratch)
{
	const double median_of_chance = 0.4549364231195728;     /* of chi squared, one degree */
	double *squares = new(&scratch, (ptrdiff_t)panel->count * (upto - panel->first + 1), double);
	int count = 0, free = 0;
	for (int i = 0; i < panel->count; i++) {
		int years;
		struct seen all = all_leavers(panel, i, upto, &years), one;
		free += years > 1 && all.events > 0 ? years - 1 : 0;
		for (int year = panel->first; year <= upto && years > 1 && all.events > 0; year++)
			if (leavers_of(panel, i, year, &one)) {
				double mean = one.exposure * all.events / all.exposure;
				squares[count++] = (one.events - mean) * (one.events - mean) / mean;
			}
	}
	if (free == 0)
		return 1;
	double most = 9 * spread_median(squares, count, scratch) / median_of_chance, sum = 0;
	for (int k = 0; k < count; k++)
		sum += fmin(most, squares[k]);
	return fmax(1, sum / free);
}

static bool
reckon(const struct panel *panel, int upto, struct leaving *out, struct arena *perm, struct error *err)
{
	*out = (struct leaving){ .year = upto, .clump = clump_of(panel, upto, *perm),
	                         .seen = new(perm, panel->count, struct seen) };
	for (int i = 0; i < panel->count; i++) {
		int years;
		struct seen all = all_leavers(panel, i, upto, &years);
		out->seen[i] = (struct seen){ all.events / out->clump, all.exposure / out->clump };
	}
	return shrink_fit(out->seen, panel->count, &out->shrunk, err);
}

static double
england_ahead(const struct panel *panel, int upto, int ahead)
{
	double sum = 0;
	int years = 0;
	for (int year = panel->first; year <= upto; year++)
		if (england(panel, year) > 0)
			sum += log(england(panel, year)), years++;
	double mean = sum / years, last = england(panel, upto);
	return exp(mean + (last > 0 ? pow(half_left, ahead) * (log(last) - mean) : 0));
}

/* What the same reckoning was off by, each a share of what it said, once what was common to its year is taken off. */
static void
add_misses(const struct panel *panel, const struct leaving *then, int ahead, struct misses *m,
           struct arena scratch)
{
	double *ratio = new(&scratch, panel->count, double), *known = new(&scratch, panel->count, double);
	int count = 0;
	for (int i = 0; i < panel->count; i++) {
		double said = england_ahead(panel, then->year, ahead) * shrink_rate(&then->shrunk, then->seen[i]);
		ratio[i] = panel_at(panel, i, PANEL_TURNOVER, then->year + ahead) / said;
		if (isfinite(ratio[i]))
			known[count++] = ratio[i];
	}
	double common = spread_median(known, count, scratch);
	for (int i = 0; i < panel->count && common > 0; i++)
		misses_add(m, expecting_between(ratio[i] / common - 1, -1, 2),
		           panel_at(panel, i, PANEL_POSTS, then->year));
}

static void
expect_ahead(struct expecting *e, const struct leaving *past, int ahead, struct arena scratch)
{
	const struct panel *panel = e->panel;
	int second = panel->first + 1, seen = expecting_ahead(panel, ahead, second);
	struct misses m = misses_new((panel->last - panel->first + 1) * panel->count, &scratch);
	for (int year = second; year + seen <= panel->last; year++)
		add_misses(panel, &past[year - second], seen, &m, scratch);
	struct spread spread = spread_of(&m, 0.02, scratch);
	double level = england_ahead(panel, panel->last, ahead);
	e->out->england[TARGET_TURNOVER][ahead - 1] = level;
	for (int i = 0; i < panel->count; i++)
		if (e->at[i].known)
			e->at[i].of[TARGET_TURNOVER][ahead - 1] = (struct expected){
				.middle = level * e->at[i].leaving,
				.spread = hypot(spread_at(spread, panel_at(panel, i, PANEL_POSTS, panel->last)),
				                e->out->year_spread) };
}

bool
expecting_turnover(struct expecting *e, struct error *err)
{
	const struct panel *panel = e->panel;
	int second = panel->first + 1, years = panel->last - second + 1;
	struct arena scratch = *e->perm;
	struct leaving *past = new(&scratch, years, struct leaving);
	for (int k = 0; k < years; k++)
		if (!reckon(panel, second + k, &past[k], &scratch, err))
			return false;
	const struct leaving *now = &past[years - 1];
	e->out->clump = now->clump;
	e->out->year_spread = expecting_year_spread(panel, PANEL_TURNOVER, year_effect);
	for (int i = 0; i < panel->count; i++) {
		e->at[i].leaving = shrink_rate(&now->shrunk, now->seen[i]);
		e->at[i].own_weight = shrink_weight(&now->shrunk, now->seen[i]);
		e->at[i].leaving_spread = now->shrunk.pooled ? 0 : 1 / sqrt(now->shrunk.alpha + now->seen[i].events);
	}
	for (int ahead = 1; ahead <= AHEAD_MOST; ahead++)
		expect_ahead(e, past, ahead, scratch);
	return true;
}
