/* backtest.c: past origins, forecast and scored. */
#include "outlook/backtest.h"

#include <math.h>
#include <stdlib.h>

#include "model/score.h"
#include "model/simulate.h"
#include "outlook/published.h"

enum { POINTS = 199 };               /* of a rival's curve */

/* ---- one council's futures ------------------------------------------------------------------------ */

/* Each replication's four figures at the end of each year, in order once sorted. */
struct futures { double *of[TARGETS][AHEAD_MOST]; int runs; };

static struct futures
futures_new(int runs, struct arena *perm)
{
	struct futures f = { .runs = runs };
	for (int t = 0; t < TARGETS; t++)
		for (int k = 0; k < AHEAD_MOST; k++)
			f.of[t][k] = new(perm, runs, double);
	return f;
}

static double
share(double part, double rest)
{
	return part + rest > 0 ? part / (part + rest) : 0;
}

static void
take_run(void *who, int run, const struct replication *came)
{
	struct futures *f = who;
	for (int k = 0; k < AHEAD_MOST; k++) {
		int month = 12 * (k + 1);
		double filled = came->at[TALLY_FILLED][month];
		f->of[TARGET_POSTS][k][run] = filled;
		f->of[TARGET_TURNOVER][k][run] = filled > 0 ? fmin(1, came->at[TALLY_YEAR_LEFT][month] / filled) : 1;
		f->of[TARGET_VACANCY][k][run] = share(came->at[TALLY_VACANT][month], filled);
		f->of[TARGET_AGENCY][k][run] = share(came->at[TALLY_AGENCY][month], filled);
	}
}

static int
by_value(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

static void
run_futures(const struct prospect *p, struct futures *f, struct arena scratch)
{
	int more = prospect_more(p);
	for (int first = 0; first < f->runs; first += BLOCK) {
		struct arena block = scratch;
		int count = f->runs - first < BLOCK ? f->runs - first : BLOCK;
		struct calendar *calendar = calendar_new(p, more, BACKTEST_SEED, first, count, &block);
		simulate_each(p, calendar, first, count, take_run, f, block);
	}
	for (int t = 0; t < TARGETS; t++)
		for (int k = 0; k < AHEAD_MOST; k++)
			qsort(f->of[t][k], (size_t)f->runs, sizeof(double), by_value);
}

/* ---- one origin --------------------------------------------------------------------------------- */

struct origin {
	const struct published *p;
	const struct panel *panel;
	const struct expectations *all;
	const struct expected *rivals[TARGETS][RIVALS][AHEAD_MOST];
	int runs;
};

static struct origin *
origin_new(const struct published *p, int year, int runs, struct arena *perm, struct error *err)
{
	struct origin *o = new(perm, 1, struct origin);
	*o = (struct origin){ .p = p, .panel = panel_upto(p, year, perm), .runs = runs };
	o->all = expect_all(o->panel, perm, err);
	if (!o->all)
		return NULL;
	for (int t = 0; t < TARGETS; t++)
		for (int r = 0; r < RIVALS; r++)
			for (int k = 0; k < AHEAD_MOST; k++)
				o->rivals[t][r][k] =
					rivals_expect(o->panel, (enum target)t, (enum rival)r, k + 1, perm);
	return o;
}

/* Thousandths of what is shown. */
static int32_t
shown(double x, enum target target)
{
	return (int32_t)lround(x * (target == TARGET_POSTS ? 1000 : 100000));
}

static void
score_ours(struct backtest_cell *cell, const double *values, int runs, double came, enum target target)
{
	struct span place = score_place_ensemble(values, runs, came);
	double middle = score_value_at(values, runs, 0.5);
	cell->outcome = shown(came, target);
	cell->middle = shown(middle, target);
	cell->low = shown(score_value_at(values, runs, 0.1), target);
	cell->high = shown(score_value_at(values, runs, 0.9), target);
	cell->place_low = (int32_t)lround(1000 * place.low);
	cell->place_high = (int32_t)lround(1000 * place.high);
	cell->crps[OUR_MODEL] = shown(score_ensemble(values, runs, came), target);
	cell->off[OUR_MODEL] = abs(cell->middle - cell->outcome);
}

static void
score_rivals(struct backtest_cell *cell, const struct origin *o, int council, int ahead, double came,
             enum target target)
{
	double values[POINTS];
	for (int r = 0; r < RIVALS; r++) {
		struct expected e = o->rivals[target][r][ahead - 1][council];
		rivals_values(e, target, values, POINTS);
		cell->crps[r] = shown(score_ensemble(values, POINTS, came), target);
		cell->off[r] = abs(shown(e.middle, target) - cell->outcome);
	}
}

/* Whether an area has the same figures in both years, and each of the rivals something to say. */
static bool
may_score(const struct origin *o, int council, int ahead, enum target target, double came)
{
	enum panel_item item = expect_item(target);
	return isfinite(came) && isfinite(panel_at(o->panel, council, item, o->panel->last)) &&
	       isfinite(panel_figure(o->p, o->panel->area[council], PANEL_POSTS, o->panel->last + ahead));
}

static struct backtest_row
score_year(const struct origin *o, int council, int ahead, const struct futures *f)
{
	int area = o->panel->area[council], year = o->panel->last;
	struct backtest_row row = { .area = area, .origin = year, .ahead = ahead,
		.posts = (int)lround(panel_at(o->panel, council, PANEL_POSTS, year)) };
	for (int t = 0; t < TARGETS; t++) {
		enum target target = (enum target)t;
		double came = panel_figure(o->p, area, expect_item(target), year + ahead);
		struct backtest_cell *cell = &row.of[t];
		cell->scored = may_score(o, council, ahead, target, came);
		if (cell->scored) {
			score_ours(cell, f->of[t][ahead - 1], f->runs, came, target);
			score_rivals(cell, o, council, ahead, came, target);
		}
	}
	return row;
}

static bool
any_scored(const struct backtest_row *row)
{
	bool any = false;
	for (int t = 0; t < TARGETS; t++)
		any = any || row->of[t].scored;
	return any;
}

static bool
score_council(const struct origin *o, int council, struct backtest *out, struct arena scratch, struct error *err)
{
	struct prospect *p = published_prospect(o->all, council, 12 * AHEAD_MOST, &scratch);
	if (!prospect_sound(p, err, scratch))
		return false;
	struct futures f = futures_new(o->runs, &scratch);
	run_futures(p, &f, scratch);
	for (int ahead = 1; ahead <= AHEAD_MOST && o->panel->last + ahead <= o->p->last_year; ahead++) {
		struct backtest_row row = score_year(o, council, ahead, &f);
		if (any_scored(&row))
			out->rows[out->count++] = row;
	}
	return true;
}

/* ---- all ----------------------------------------------------------------------------------------- */

static bool
score_origin(const struct published *p, struct backtest_order order, int year, const struct backtest_watch *watch,
             struct backtest *out, struct arena scratch, struct error *err)
{
	struct origin *o = origin_new(p, year, order.runs, &scratch, err);
	int origins = order.last - order.first + 1, before = (year - order.first) * (o ? o->panel->count : 0);
	for (int i = 0; o && i < o->panel->count; i++) {
		if (watch && !watch->going(watch->who, before + i, origins * o->panel->count))
			return fail(err, "stopped: nothing was written");
		bool asked = order.area == NO_AREA || order.area == o->panel->area[i];
		if (asked && o->all->at[i].known && !score_council(o, i, out, scratch, err))
			return false;
	}
	return o != NULL;
}

bool
backtest_run(const struct published *p, struct backtest_order order, const struct backtest_watch *watch,
             struct backtest *out, struct arena *perm, struct error *err)
{
	if (order.first < p->first_year + 2 || order.last >= p->last_year || order.first > order.last)
		return fail(err, "forecasts can be held against what came from origins %d to %d: three years are "
		            "needed before, and one after", p->first_year + 2, p->last_year - 1);
	int origins = order.last - order.first + 1;
	*out = (struct backtest){ .runs = order.runs, .first = order.first, .last = order.last,
		.rows = new(perm, (ptrdiff_t)origins * AHEAD_MOST * p->areas.count, struct backtest_row) };
	for (int year = order.first; year <= order.last; year++)
		if (!score_origin(p, order, year, watch, out, *perm, err))
			return false;
	return out->count > 0 || fail(err, "no figure of this council can be held against a forecast of these years");
}
