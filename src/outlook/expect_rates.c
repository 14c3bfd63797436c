/* expect_rates.c: vacancy and agency rates, which keep most of how a council stands out. */
#include <math.h>

#include "outlook/expecting.h"
#include "outlook/ridge.h"
#include "outlook/spread.h"

/* England's rate is expected half way between its last and its mean. */
static const double half = 0.5;
static const double pull = 0.005;
/* A council stands out by at most 30 percentage points. */
static const double off_most = 0.3;

enum { LAST, BEFORE, SIGNS_OF_RATE };

static double
off(const struct panel *panel, enum panel_item item, int council, int year)
{
	return panel_at(panel, council, item, year) - panel_at(panel, PANEL_ENGLAND, item, year);
}

static void
read_signs(const struct panel *panel, enum panel_item item, int council, int year, double *sign)
{
	double sum = 0;
	int years = 0;
	for (int before = panel->first; before < year; before++)
		if (isfinite(off(panel, item, council, before)))
			sum += off(panel, item, council, before), years++;
	sign[LAST] = expecting_between(off(panel, item, council, year), -off_most, off_most);
	sign[BEFORE] = years ? expecting_between(sum / years, -off_most, off_most) : NAN;
}

static double
england_now(const struct panel *panel, enum panel_item item)
{
	double sum = 0;
	int years = 0;
	for (int year = panel->first; year <= panel->last; year++)
		if (isfinite(panel_at(panel, PANEL_ENGLAND, item, year)))
			sum += panel_at(panel, PANEL_ENGLAND, item, year), years++;
	double last = panel_at(panel, PANEL_ENGLAND, item, panel->last);
	return isfinite(last) ? half * last + half * sum / years : sum / years;
}

static double
england_moves(const struct panel *panel, enum panel_item item, int ahead)
{
	double sum = 0;
	int count = 0;
	for (int year = panel->first; year + ahead <= panel->last; year++) {
		double move = panel_at(panel, PANEL_ENGLAND, item, year + ahead) -
		              panel_at(panel, PANEL_ENGLAND, item, year);
		if (isfinite(move))
			sum += move * move, count++;
	}
	return count ? sqrt(sum / count) : 0;
}

static struct ridge_rows
past_rates(const struct panel *panel, enum panel_item item, int ahead, struct arena *perm)
{
	int years = panel->last - panel->first - ahead + 1;
	struct ridge_rows rows = { new(perm, (ptrdiff_t)years * panel->count, struct ridge_row), 0,
	                           SIGNS_OF_RATE };
	for (int year = panel->first; year + ahead <= panel->last; year++)
		for (int i = 0; i < panel->count; i++) {
			struct ridge_row *row = &rows.at[rows.count++];
			read_signs(panel, item, i, year, row->sign);
			row->outcome = off(panel, item, i, year + ahead);
			row->size = panel_at(panel, i, PANEL_POSTS, year);
		}
	return rows;
}

static void
expect_ahead(struct expecting *e, enum target target, int ahead, struct arena scratch)
{
	const struct panel *panel = e->panel;
	enum panel_item item = expect_item(target);
	int seen = expecting_ahead(panel, ahead, panel->first);
	struct ridge_rows rows = past_rates(panel, item, seen, &scratch);
	struct ridge r = ridge_fit(&rows, pull, scratch);
	struct misses m = misses_new(rows.count, &scratch);
	for (int k = 0; k < rows.count; k++)
		if (isfinite(rows.at[k].sign[LAST]))
			misses_add(&m, rows.at[k].outcome - r.level - ridge_beyond(&r, rows.at[k].sign),
			           rows.at[k].size);
	struct spread spread = spread_of(&m, 0.002, scratch);
	double level = england_now(panel, item), moves = england_moves(panel, item, seen);
	e->out->england[target][ahead - 1] = level;
	for (int i = 0; i < panel->count; i++) {
		double sign[SIGNS_OF_RATE];
		read_signs(panel, item, i, panel->last, sign);
		double middle = level + r.level + ridge_beyond(&r, sign);
		e->at[i].of[target][ahead - 1] = (struct expected){
			expecting_between(middle, 0, 0.95),
			hypot(spread_at(spread, panel_at(panel, i, PANEL_POSTS, panel->last)), moves) };
	}
}

void
expecting_rates(struct expecting *e, enum target target)
{
	for (int ahead = 1; ahead <= AHEAD_MOST; ahead++)
		expect_ahead(e, target, ahead, *e->perm);
}
