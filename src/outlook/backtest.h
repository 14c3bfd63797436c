/* backtest.h: forecasts made as if in past years, and what came: every council, origin and target, beside the rivals.
 *
 * For each origin a panel is read up to that year and no further; from it every council's prospect is made as for the
 * page of its outlook, and run by the same engine; and what was published one, two and three years later
 * is held against it. A council without a figure in the origin or in the year that it is held against, or that began or
 * ended between, is not scored in that year: a figure that means something else is no outcome.
 *
 * All numbers are thousandths of what is shown (FTE of posts; percentage points of rates), so a table that is kept and
 * one made again are the same or are not.
 */
#ifndef OUTLOOK_BACKTEST_H
#define OUTLOOK_BACKTEST_H

#include "outlook/rivals.h"

enum { BACKTEST_FIRST = 2019, BACKTEST_RUNS = 500, BACKTEST_SEED = 1, MODELS = RIVALS + 1, OUR_MODEL = RIVALS };

/* One forecast of one thing. */
struct backtest_cell {
	bool    scored;
	int32_t outcome, middle, low, high;      /* low to high: its middle 80 % */
	int32_t place_low, place_high;           /* of the outcome in its range: thousandths */
	int32_t crps[MODELS], off[MODELS];       /* off: how far each one's middle was off, whichever way */
};
struct backtest_row { int area, origin, ahead, posts; struct backtest_cell of[TARGETS]; };  /* posts: at the origin */
struct backtest { struct backtest_row *rows; int count, runs, first, last; };                /* origins first..last */

struct backtest_order { int first, last, area, runs; };      /* area: NO_AREA for all */
/* How far it is, for who waits; false stops it. NULL: nobody. */
struct backtest_watch { bool (*going)(void *who, int done, int of); void *who; };

/* False, with words, where figures do not reach, or when it was stopped. Rows by origin, council, year ahead. */
bool backtest_run(const struct published *p, struct backtest_order order, const struct backtest_watch *watch,
                  struct backtest *out, struct arena *perm, struct error *err);

/* ---- told together ----------------------------------------------------------------------------- */

enum size { SIZE_SMALL, SIZE_MIDDLE, SIZE_LARGE, SIZES, SIZE_ANY = SIZES };   /* under 120 posts, to 240, above */
Str size_title(enum size size);
enum { PLACES = 10 };

/* Which rows: 0 for any origin and any year ahead. */
struct backtest_which { enum target target; int origin, ahead, area; enum size size; };
struct backtest_sum {
	int     count;
	double  crps[MODELS], off[MODELS];       /* means, in the unit shown */
	double  error;                           /* mean of our middle less what came */
	double  within[3];                       /* shares whose 50, 80 and 90 % held what came */
	double  place[PLACES];                   /* shares of outcomes in each tenth of our range */
};
struct backtest_sum backtest_sum(const struct backtest *b, struct backtest_which which);
enum rival backtest_best(const struct backtest_sum *sum);    /* the rival with the least CRPS */

/* ---- kept --------------------------------------------------------------------------------------- */

/* As text, a line a row, areas by slug: what is embedded in the program. The same bytes for the same rows. */
Str  backtest_write(const struct backtest *b, const struct published *p, struct arena *perm);
bool backtest_read(Str text, const struct published *p, struct backtest *out, struct arena *perm, struct error *err);

Str target_name(enum target target);               /* "posts" */
Str target_title(enum target target);              /* "Posts filled (FTE)" */
enum unit target_unit(enum target target);

#endif
