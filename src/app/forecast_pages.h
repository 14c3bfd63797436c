/* forecast_pages.h: the pages of forecasts: the outlook, scenarios, and forecasts that were kept.
 *
 * From published figures they are for everybody. From a council's own people they are of the whole council,
 * for whoever may see rows of all of it: figures of a part would tell what that part may not be told.
 */
#ifndef APP_FORECAST_PAGES_H
#define APP_FORECAST_PAGES_H

#include "app/app.h"

view show_outlook;           /* area, figures, year, months, runs, seed, safe */
view show_england_outlook;   /* year, months, runs, seed: every council, for commands */
view show_scenarios;         /* the same, scenario, asked */
/* Whether a field of the form that makes a scenario is called so: "over.from", "edit". */
bool scenario_field(Str name);

/* Those that were kept: made of published figures for everybody, of own people for whoever may plan with them. */
view show_forecasts;         /* area: all, with how each did */
view show_forecast;          /* area, ref; how: "again", "recipe", "result"; against: another's number */
view keep_forecast;          /* the order of the address; `sent`: name */

#endif
