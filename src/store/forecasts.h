/* forecasts.h: forecasts as they were kept.
 *
 * A forecast that is kept is a claim that can be held to account: the recipe it is made again from, to the
 * byte, and what came of it. Both are kept whole and never changed, with who kept them and when; there is no
 * writing over and no taking away, but with people who were made up. What they hold: app/forecast_recipe.h.
 */
#ifndef STORE_FORECASTS_H
#define STORE_FORECASTS_H

#include "base/date.h"
#include "store/accounts.h"

struct kept_forecast {
	int64_t id;                  /* given by the store, from 1 in each council */
	Str  name;                   /* what somebody called it: "Budget 2027" */
	bool own;                    /* from the council's own people; else from published figures */
	Date as_at;                  /* the last day that its figures know */
	int  months;
	Str  actor;
	int64_t kept_at;
	Str  program;                /* its version */
	Str  title;                  /* what it said, in a sentence */
	Str  recipe_sha256, result_sha256;
};
struct forecast_texts { Str recipe, result; };

/* Keeps it as the next of the council, with an entry "forecast.kept" of the audit in the same transaction; sets
 * its id. When one of the same recipe and name is there already, gives that one's and keeps nothing. */
bool store_forecast_keep(struct store *store, Str authority, struct kept_forecast *kept,
                         const struct forecast_texts *texts, bool *already, struct arena scratch, struct error *err);

/* All of a council, newest first. */
bool store_forecasts(struct store *store, Str authority, struct kept_forecast **kept, int *count, struct arena *perm,
                     struct error *err);
/* One and its texts; `kept->id` is 0 when there is none. */
bool store_forecast(struct store *store, Str authority, int64_t id, struct kept_forecast *kept,
                    struct forecast_texts *texts, struct arena *perm, struct error *err);

/* Takes away what a council has kept of its own people, in the caller's transaction, with an entry "forecast.ended" that says
 * how many: when made-up people go, lest what was said of them stands beside real ones. Those from published figures stay.
 * `at` and `actor`: when, and who. */
bool store_forecasts_end_own(struct store *store, Str authority, int64_t at, Str actor, struct arena scratch,
                             struct error *err);

#endif
