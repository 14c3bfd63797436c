/* forecast_recipe.h: a forecast written down: its recipe, and its result. Private to app/.
 *
 * The recipe is all that the result follows from, as text: the order (forecast.h), what the estimate rests on
 * (each figure used, and their SHA-256), every assumption, and the prospect itself (prospect_write). It can be read
 * on another machine, with no store and no release, and made again to the byte.
 *
 *     mainstay forecast recipe 1
 *     program 0.2.0
 *     authority walsall
 *     figures published
 *     origin 2025
 *     months 36
 *     ...
 *     prospect
 *     (the text of prospect.h, to the end)
 *
 * The result is what came of it: the mean and seven quantiles of every line and month, of the base, of each
 * scenario and of each scenario less the base; the whole spread of what a later release or later records can
 * be held against; and the hash of every tally, which two runs share only if every whole number is the same.
 *
 * Neither names a person. A recipe from own people holds for each post a grade and a time in post, as rows without
 * names do, and is for those who may see such rows.
 */
#ifndef APP_FORECAST_RECIPE_H
#define APP_FORECAST_RECIPE_H

#include "app/forecast.h"

Str forecast_recipe_write(const struct forecast *forecast, Str authority, struct arena *perm);
Str forecast_result_write(const struct forecast *forecast, Str title, struct arena *perm);

/* A recipe taken apart. `order.area` is found among `areas`. */
struct recipe {
	Str program, authority, inputs_sha256;
	struct forecast_order order;
	struct outlook outlook;
};
bool forecast_recipe_read(Str text, const struct areas *areas, struct recipe *recipe, struct arena *perm,
                          struct error *err);

/* ---- a result, read back ------------------------------------------------------------------------- */

enum { RESULT_QUANTILES = 7, RESULT_WAYS = 1 + 2 * SCENARIOS_MOST };
extern const int result_per_mille[RESULT_QUANTILES];   /* 50, 100, 250, 500, 750, 900, 950 */
extern const Str result_ways[RESULT_WAYS];             /* "base", "a", "a-less-base", "b", ... */

struct result_month { bool there; Figure mean, at[RESULT_QUANTILES]; };
/* How many replications had a value: of the base, of one line and month. */
struct result_spread { enum tally_line line; int month; int *values, *counts; int count; };

struct result {
	Str title;
	struct doubt doubt;
	int months, runs;
	int short_ever[RESULT_WAYS];
	int64_t cost[RESULT_WAYS][COST_LINES];       /* pence of all replications, since the start */
	struct result_month *figures;        /* [way][line of forecast_lines][month 0..months] */
	struct result_spread *spreads;
	int spread_count;
};
bool forecast_result_read(Str text, struct result *result, struct arena *perm, struct error *err);
/* Not there where the forecast did not have it. */
struct result_month result_at(const struct result *result, int way, int line, int month);
Figure result_cost(const struct result *result, int way, enum cost_line line);         /* mean pounds */
/* What was kept, as a forecast that can be told (forecast_told.h). */
struct forecast forecast_of_kept(const struct recipe *recipe, const struct result *result, struct arena *perm);
const struct result_spread *result_spread_of(const struct result *result, enum tally_line line, int month);

#endif
