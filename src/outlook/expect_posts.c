/* expect_posts.c: growth of posts filled. */
#include <math.h>

#include "outlook/expecting.h"
#include "outlook/ridge.h"
#include "outlook/spread.h"

/* Growth is expected to be none until figures say otherwise, and that expectation weighs as much as two years' figures. */
static const double years_of_none = 2;
/* A slope is held back as if a spread of 0.08 in growth went with slopes of about 0.08. */
static const double pull = 1;
/* A sign is taken at most so strong: a third in or out is a return counted anew. */
static const double rate_most = 0.4, growth_most = 0.3;

static double
growth(const struct panel *panel, int council, int from, int to)
{
	return log(panel_at(panel, council, PANEL_POSTS, to) / panel_at(panel, council, PANEL_POSTS, from));
}

static void
read_signs(const struct panel *panel, int council, int year, double *sign)
{
	double posts = panel_at(panel, council, PANEL_POSTS, year);
	sign[SIGN_VACANCY] = panel_at(panel, council, PANEL_VACANCY, year);
	sign[SIGN_AGENCY] = panel_at(panel, council, PANEL_AGENCY, year);
	sign[SIGN_LEAVERS] =
		expecting_between(panel_at(panel, council, PANEL_LEAVERS, year) / posts, 0, rate_most);
	sign[SIGN_STARTERS] =
		expecting_between(panel_at(panel, council, PANEL_STARTERS, year) / posts, 0, rate_most);
	sign[SIGN_GROWTH] =
		expecting_between(growth(panel, council, year - 1, year), -growth_most, growth_most);
}

static struct ridge_rows
past_growth(const struct panel *panel, int ahead, struct arena *perm)
{
	int years = panel->last - panel->first - ahead + 1;
	struct ridge_rows rows = { new(perm, (ptrdiff_t)years * panel->count, struct ridge_row), 0, SIGNS };
	for (int year = panel->first; year + ahead <= panel->last; year++)
		for (int i = 0; i < panel->count; i++) {
			struct ridge_row *row = &rows.at[rows.count++];
			read_signs(panel, i, year, row->sign);
			row->outcome = growth(panel, i, year, year + ahead);
			row->size = panel_at(panel, i, PANEL_POSTS, year);
		}
	return rows;
}

static struct spread
missed_by(const struct ridge *r, const struct ridge_rows *rows, struct arena scratch)
{
	struct misses m = misses_new(rows->count, &scratch);
	for (int k = 0; k < rows->count; k++)
		misses_add(&m, rows->at[k].outcome - r->level - ridge_beyond(r, rows->at[k].sign),
		           rows->at[k].size);
	return spread_of(&m, 0.005, scratch);
}

static void
expect_ahead(struct expecting *e, int ahead, struct arena scratch)
{
	const struct panel *panel = e->panel;
	int seen = expecting_ahead(panel, ahead, panel->first);
	struct ridge_rows rows = past_growth(panel, seen, &scratch);
	struct ridge r = ridge_fit(&rows, pull, scratch);
	struct spread spread = missed_by(&r, &rows, scratch);
	double longer = sqrt((double)ahead / seen);
	for (int i = 0; i < SIGNS; i++)
		e->out->sign[ahead - 1][i] = r.slope[i];
	for (int i = 0; i < panel->count; i++) {
		double sign[SIGNS], posts = panel_at(panel, i, PANEL_POSTS, panel->last);
		if (!e->at[i].known)
			continue;
		read_signs(panel, i, panel->last, sign);
		e->at[i].of[TARGET_POSTS][ahead - 1] = (struct expected){
			.middle = posts * exp(e->out->growth * ahead + ridge_beyond(&r, sign)),
			.spread = spread_at(spread, posts) * longer };
	}
}

void
expecting_posts(struct expecting *e)
{
	struct arena scratch = *e->perm;
	struct ridge_rows rows = past_growth(e->panel, 1, &scratch);
	int years = e->panel->last - e->panel->first;
	double mean = ridge_fit(&rows, pull, scratch).level;
	e->out->growth = mean * years / (years + years_of_none);
	e->out->growth_spread = expecting_year_spread(e->panel, PANEL_POSTS, (struct prior){ 0.03, 2 });
	for (int ahead = 1; ahead <= AHEAD_MOST; ahead++)
		expect_ahead(e, ahead, *e->perm);
}
