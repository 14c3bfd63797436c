/* expect.c: four things expected of every council. What is shared by the four. */
#include "outlook/expect.h"

#include <math.h>

#include "outlook/expecting.h"
#include "outlook/spread.h"

enum panel_item
expect_item(enum target target)
{
	static const enum panel_item items[TARGETS] = {
		[TARGET_POSTS] = PANEL_POSTS, [TARGET_TURNOVER] = PANEL_TURNOVER,
		[TARGET_VACANCY] = PANEL_VACANCY, [TARGET_AGENCY] = PANEL_AGENCY };
	return items[target];
}

int
expecting_ahead(const struct panel *panel, int ahead, int first)
{
	int most = panel->last - first;
	return ahead < most ? ahead : most;
}

double
expecting_between(double x, double low, double high)
{
	return isfinite(x) ? fmin(high, fmax(low, x)) : x;
}

double
expecting_year_spread(const struct panel *panel, enum panel_item item, struct prior prior)
{
	double sum = prior.deviation * prior.deviation * prior.years, years = prior.years;
	for (int year = panel->first + 1; year <= panel->last; year++) {
		double change = log(panel_at(panel, PANEL_ENGLAND, item, year) /
		                    panel_at(panel, PANEL_ENGLAND, item, year - 1));
		if (isfinite(change))
			sum += change * change, years++;
	}
	return sqrt(sum / years);
}

static double
cases_spread(const struct panel *panel, struct arena scratch)
{
	struct misses m = misses_new(panel->count * (panel->last - panel->first + 1), &scratch);
	for (int year = panel->first + 1; year <= panel->last; year++)
		for (int i = 0; i < panel->count; i++)
			misses_add(&m, log(panel_at(panel, i, PANEL_CASES, year) /
			                   panel_at(panel, i, PANEL_CASES, year - 1)),
			           panel_at(panel, i, PANEL_POSTS, year));
	return spread_of(&m, 0.01, scratch).of_200;
}

const struct expectations *
expect_all(const struct panel *panel, struct arena *perm, struct error *err)
{
	if (!panel || panel->last - panel->first < 2) {
		fail(err, "figures of three years are the least that a forecast can be made from");
		return NULL;
	}
	struct expectations *out = new(perm, 1, struct expectations);
	struct expecting e = { panel, out, new(perm, panel->count, struct expectation), perm };
	out->panel = panel, out->at = e.at;
	for (int i = 0; i < panel->count; i++)
		e.at[i].known = isfinite(panel_at(panel, i, PANEL_POSTS, panel->last));
	expecting_posts(&e);
	if (!expecting_turnover(&e, err))
		return NULL;
	expecting_rates(&e, TARGET_VACANCY);
	expecting_rates(&e, TARGET_AGENCY);
	out->cases_spread = cases_spread(panel, *perm);
	return out;
}
