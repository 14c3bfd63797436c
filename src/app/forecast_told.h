/* forecast_told.h: a forecast as sentences, pictures and tables. Private to app/.
 *
 * The outlook page, the scenarios page, a kept forecast and the command line tell it with the same pieces, so
 * that none can say what another does not. A range is always given with its odds, and what counts as nothing
 * known (an effect that nobody assumed, a price that nobody gave) is said in words.
 *
 * From a council's own people, what would tell of fewer than five is withheld: see docs/decisions/
 * 029-forecasts-and-small-numbers.md.
 */
#ifndef APP_FORECAST_TOLD_H
#define APP_FORECAST_TOLD_H

#include "app/forecast.h"

struct telling {
	const struct asked    *asked;
	const struct forecast *forecast;
	struct document       *doc;
};

/* "About 212 posts filled in September 2028: 9 chances in 10 of 196 to 226" */
Str told_title(const struct forecast *forecast, struct arena *perm);
/* What the forecast is of: "From figures published up to 2025; 36 months; 1,000 replications". */
Str told_period(const struct telling *to);
/* Odds of fewer than now, of falling below the safe level and when. */
void tell_odds(const struct telling *to);
/* The fan of the base, with the middles of its scenarios. */
void tell_fan(const struct telling *to, enum tally_line line);
/* The fan of one scenario, with the middle of the base. */
const struct chart *told_scenario_fan(const struct telling *to, int scenario, enum tally_line line);
/* "+7 posts filled, 9 chances in 10 of +5 to +10": a scenario in the last month, against as things are. */
Str told_gap(const struct telling *to, int scenario);
const struct chart *told_gap_fan(const struct telling *to, int scenario);
/* All ways ahead in one table. */
void tell_side_by_side(const struct telling *to);
/* Scenario less base: its fan, its sentence, its odds of being short, its cost by line. */
void tell_gap(const struct telling *to, int scenario);
/* By month, quarter or half-year. */
void tell_table(const struct telling *to);
/* How much of the doubt is luck, our estimate, and years; how much of the estimate is the council's own. */
void tell_doubt(const struct telling *to);
void tell_weight(const struct telling *to);
/* What each lever changes, and that no effect is assumed where none is. */
void tell_levers(const struct telling *to);
/* Every number that was taken, not measured: folded on a page, printed with it. */
void tell_assumptions(const struct telling *to);
/* Every line, month and quantile: what CSV, XLSX and JSON give. */
void tell_data(const struct telling *to);

/* A figure of a result as its reader may have it: withheld where own people would be too few. */
Figure told_figure(const struct forecast *forecast, enum tally_line line, Figure figure);
/* Whether a line tells of so few people at the start that it is withheld. */
bool told_withheld(const struct forecast *forecast, enum tally_line line);

#endif
