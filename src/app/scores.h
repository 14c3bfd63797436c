/* scores.h: how our forecasts did: the pages /forecasts/scores and /authorities/X/scores, and `mainstay backtest`.
 *
 * What takes a minute to reckon (every council, six origins, five hundred futures each) is not reckoned for a page.
 * `mainstay backtest --out data/scores-2025.txt` reckons it, the table is in the program (docs/decisions/), and a
 * test makes a sample of it again to the digit. Pages of outlooks link to both addresses: href_scores.
 */
#ifndef APP_SCORES_H
#define APP_SCORES_H

#include "app/views.h"
#include "outlook/backtest.h"

/* The table that came with the program. False, with words, only where it is not of this program. */
bool scores_kept(const struct published *p, struct backtest *out, struct arena *perm, struct error *err);

/* The page of these scores; area NO_AREA for all councils. `made`: reckoned just now, not kept. */
struct answer scores_told(const struct world *world, const struct backtest *b, int area, bool made, struct arena *perm);

/* "/forecasts/scores", or of one council "/authorities/walsall/scores". */
Str href_scores(const struct published *p, int area, struct arena *perm);

/* ---- parts ------------------------------------------------------------------------------------ */

/* Whether goals can be judged: they are of all origins together. */
bool scores_of_goals(const struct backtest *b);
/* A share of a hundred by which `ours` is below `theirs`. */
double scores_gain(double ours, double theirs);

void scores_add_goals(struct document *doc, const struct backtest *b);
void scores_add_table(struct document *doc, const struct backtest *b, int area);
void scores_add_points(struct document *doc, const struct backtest *b);
void scores_add_cover(struct document *doc, const struct backtest *b, int area);
void scores_add_places(struct document *doc, const struct backtest *b);
void scores_add_by_origin(struct document *doc, const struct backtest *b);
void scores_add_by_size(struct document *doc, const struct backtest *b);
void scores_add_reading(struct document *doc);
/* Every forecast of one council and what came; the table for files. */
const struct table *scores_add_rows(struct document *doc, const struct published *p, const struct backtest *b, int area);
/* The sentence over the page. */
Str  scores_message(const struct backtest *b, struct arena *perm);
/* Of all councils and of this one in one breath; this one first where it is the worse for our forecasts. */
Str  scores_of_council(const struct backtest *b, const struct published *p, int area, struct arena *perm);
/* Of all four things that were forecast of a council: how many ranges for 80% there were, and how many held. */
struct scores_held { int count, held; };
struct scores_held scores_held_of(const struct backtest *b, int area);
/* Which goals are reached, and if not, why. */
void scores_add_reasons(struct document *doc, const struct backtest *b);
/* All sums as one table, for files. */
const struct table *scores_data(const struct backtest *b, struct arena *perm);

#endif
