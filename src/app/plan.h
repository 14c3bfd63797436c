/* plan.h: anticipatory recruitment: how many posts over establishment, at what risk and cost; and every number that
 * forecasts and plans assume.
 *
 * Both pages stand on published figures alone and are open; a council's own assumptions, and its own posts and leavers by
 * role, are beside them for whoever may see those.
 */
#ifndef APP_PLAN_H
#define APP_PLAN_H

#include "app/app.h"
#include "workforce/types.h"

view show_plan;              /* area, on, and what is asked of a plan (enum plan_say in app.h) */
view show_assumptions;       /* area, on: the value used of each, where it comes from, who decided it */

/* The council whose own assumptions hold for whoever asks, or NULL: the defaults that came with the program. */
const struct council *assumptions_held(const struct ask *ask);

#endif
