/* forecast_view.h: what the views of forecasts share: from what was asked to a run. Private to app/.
 */
#ifndef APP_FORECAST_VIEW_H
#define APP_FORECAST_VIEW_H

#include "app/forecast_told.h"

/* What is said of a forecast in fields that may be wrong, each by itself. */
enum said { SAID_MONTHS, SAID_SAFE, SAID_RUNS, SAID_SEED, SAID_SCENARIO, SAID_KINDS = SAID_SCENARIO + SCENARIOS_MOST };

/* A view's forecast: asked, settled, run. */
struct forecasting {
	struct asked asked;
	struct forecast_order order;
	struct forecast forecast;
	bool may_own;                /* the viewer may ask from the council's own people */
	Str wrong[SAID_KINDS];       /* of a page: why an input cannot be; the usual is taken meanwhile */
};
/* The first of what cannot be; empty when all can. */
Str forecasting_wrong(const struct forecasting *in);

/* Settles who and what. False, with the answer to give, when it cannot be: no such council, no such number,
 * own people that are not this viewer's to know. On a page, what cannot be is told beside its input, and the rest is shown without
 * it. The scenarios are those of the address. */
bool forecasting_settle(const struct world *world, const struct ask *ask, struct forecasting *in,
                        struct answer *why, struct arena *perm);
/* Runs it; `doubt`: with what its doubt is made of. False, with the answer to give, when there is too little to go by, or
 * it is too much to wait for; a page is then of as many replications as can be waited for, and says so. */
bool forecasting_run(const struct world *world, const struct ask *ask, struct forecasting *in, bool doubt,
                     struct answer *why, struct arena *perm);

/* "/authorities/walsall/scenarios?months=24&a=over+10": all that was asked, and only what is not usual. */
Str forecasting_address(const struct forecasting *in, Str page, struct arena *perm);
/* What is expected of the council from the figures that were asked for (outlook.h). NULL with words. */
struct outlook *forecast_outlook(const struct world *world, const struct ask *ask,
                                 const struct forecast_order *order, struct arena *perm, struct error *err);
/* Inputs that every form about a forecast has: how far ahead, what is safe, from which figures; replications and luck where they
 * were said, to be seen when they cannot be. */
void forecasting_inputs(struct form *form, const struct forecasting *in, const struct ask *ask, struct arena *perm);
/* For whoever may plan: a name, and keep it. */
void forecasting_keep(const struct telling *to, const struct forecasting *in, const struct world *world,
                      const struct ask *ask);
/* Where there is an outlook from own people and one from published figures that this viewer may both see: what each begins with
 * and expects, how they differ, and the way to the other. Nothing otherwise. */
void tell_two(const struct telling *to, const struct forecasting *in, const struct world *world, const struct ask *ask);
struct telling forecasting_document(struct forecasting *in, Str title, Str page, struct arena *perm);

#endif
