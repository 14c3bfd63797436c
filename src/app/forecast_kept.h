/* forecast_kept.h: forecasts that were kept: read, made again, held against what came, and compared.
 * Private to app/.
 */
#ifndef APP_FORECAST_KEPT_H
#define APP_FORECAST_KEPT_H

#include "app/forecast_recipe.h"
#include "app/forecast_view.h"
#include "store/forecasts.h"

/* A forecast out of the store, taken apart. */
struct brought {
	struct kept_forecast  kept;
	struct forecast_texts texts;
	struct recipe         recipe;
	struct result         result;
	struct forecast       forecast;      /* of what was kept: it can be told */
};

/* Whether forecasts from the council's own people are this viewer's to read: rows of everybody, and plans. */
bool kept_own_readable(const struct ask *ask, struct arena *perm);
/* What is there for this viewer. False, with the answer, when the store cannot be read. */
bool kept_all(const struct world *world, const struct ask *ask, Str authority, struct kept_forecast **kept, int *count,
              struct answer *why, struct arena *perm);
/* The one of a number. False, with the answer: not there, or not to this viewer (the same words). */
bool kept_one(const struct world *world, const struct ask *ask, Str authority, Str number, struct brought *one,
              struct answer *why, struct arena *perm);
bool kept_take_apart(const struct world *world, struct brought *one, struct arena *perm, struct error *err);

/* Makes it again from its recipe: whether every byte of the result is the same. */
bool kept_again(const struct brought *one, bool *same, struct arena *perm, struct error *err);

/* ---- how it did (forecast_scores.c) ---------------------------------------------------------------- */

/* One thing that came to pass, beside what was said of it. Where what came would tell of fewer than five
 * people, `actual` is SUPPRESSED, and so is all that follows from it. */
struct kept_score {
	const struct forecast_line *row;
	int    month;
	Figure actual, middle, error, crps;  /* error: middle less actual */
	bool   inside[3];                    /* of 50, 80 and 90 in 100 */
	Str    when, source;
};
enum { SCORES_MOST = 96 };
/* From published figures: each September that something has been published of since. From own people: each month of its table
 * that is over by the last day the council's records tell of. In order of months. */
int kept_scores(const struct world *world, const struct ask *ask, const struct brought *one, struct kept_score *scores,
                struct arena *perm);
/* How many came within the range that was to hold 9 in 10, of those that are told. */
struct scored { int hits, told; };
struct scored kept_scored(const struct kept_score *scores, int count);
/* "Posts filled in September 2023: 212 said, 208 came, within 8 in 10" as a table; or that nothing came yet. */
void tell_scores(struct document *doc, const struct world *world, const struct ask *ask, const struct brought *one);

/* The parts of it: one line and month; and all of a forecast from own people (forecast_scores_own.c). */
struct kept_score kept_score_of(const struct brought *one, const struct forecast_line *row, int month, Figure actual,
                                struct arena scratch);
int kept_scores_own(const struct world *world, const struct ask *ask, const struct brought *one,
                    struct kept_score *scores, struct arena *perm);

/* ---- two of them (forecast_compare.c) --------------------------------------------------------------- */

struct document kept_compared(const struct asked *asked, const struct brought *first, const struct brought *second,
                              struct arena *perm);

#endif
