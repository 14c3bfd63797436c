/* plan_check.h: a plan by month and its rivals, held to the same futures.
 *
 * A plan is made on averages. Here each plan's hires start as cohorts in many replications of a prospect (simulate.h),
 * under the same luck, and nobody is hired besides. What is told of each is how often posts are missing, what it costs, and
 * its *regret*: how much worth it loses against the best of them, with the Monte Carlo error of that. Worth counts the
 * money and, for each month that a post is missing, the plan's price of risk; so a plan that saves by leaving posts open
 * does not win by it.
 *
 * The prospect is taken as it stands: its means do not drift from year to year and posts do not grow, but years and the
 * estimate differ as it says. Prices are the plan's; agency covers what is vacant, within its cap.
 */
#ifndef MODEL_PLAN_CHECK_H
#define MODEL_PLAN_CHECK_H

#include "model/plan_months.h"

/* Hires that keep the mean at `filled` posts as far as the ways' months and sizes let them: whole, the first way that can
 * first. No budget, no support and no ceiling is looked at: it is what a rule of thumb does. */
void plan_hires_up_to(struct plan_hires *out, const struct plan_months *p, double filled);

enum { TRIALS_MOST = 8, TRIAL_REPLICATIONS_MOST = 4096 };
struct plan_trial {
	const struct plan_hires *plan;
	double gap;                  /* share of months from `first` to `last` in which posts are missing, over replications */
	double missing, over;        /* posts missing, people over, in a month of those, on average */
	double money;                /* pence, from the start to `last`: pay, agency, hires, on average */
	double worth;                /* money, and the price of risk */
	double regret, regret_error; /* pence: worth less the least, and its standard error */
	bool   best;
};
/* grades: of each way's hires. `first`: from when a plan can have worked; `last`: until it is made again. */
struct plan_luck { uint64_t seed; int replications, first, last; const int *grades; };
/* False, with words, where the prospect cannot be run so. */
bool plan_check(const struct prospect *prospect, const struct plan_months *p, struct plan_luck luck, struct plan_trial *trials,
                int count, struct arena *perm, struct error *err);

#endif
