/* plan_check_test.c: plans held to the same futures: means as planned, luck shared, rules of thumb behind the plan. */
#include "check.h"
#include "prospects.h"

#include "model/law.h"
#include "model/plan_check.h"

enum { MONTHS = 36, POSTS = 300, RUNS = 512, LEAD = 5 };

static double *
of_months(struct arena *perm)
{
	return new(perm, MONTHS + 1, double);
}

/* The reference workforce; experienced people in any month, newly qualified in January and September. */
static struct plan_months
reference_plan(struct prospect *prospect, struct arena *perm)
{
	double *base = of_months(perm), *seniors = of_months(perm), *stay[2] = { of_months(perm), of_months(perm) };
	plan_base(prospect, 2, MONTHS, base, seniors, NULL, *perm);
	for (int w = 0; w < 2; w++)
		plan_stay(prospect, (struct plan_start){ .grade = w, .senior = 2 }, MONTHS, stay[w], NULL);
	return (struct plan_months){ .months = MONTHS, .first_month = 4, .posts = POSTS, .base = base, .over_most = -1, .agency_most = 0,
		.budget = -1, .way_count = 2, .pay_month = 500000,
		.risk = plan_risks((struct plan_leaving){ .posts = POSTS, .leaving = 0.137, .lead = LEAD, .review = 12 }, MONTHS, perm),
		.over_month = 500000, .agency_month = 205000, .open_month = 500000, .risk_month = 5000000,
		.ways = { { .name = S("Experienced"), .intake = 0xFFF, .most = 6, .hire = 450000, .stay = stay[1] },
		          { .name = S("Newly qualified"), .intake = 1 << 0 | 1 << 8, .most = 24, .newly = true, .hire = 300000, .stay = stay[0] } } };
}

static const int grades[] = { 1, 0 };
/* From when the plan can have worked, until it is made again. */
static const struct plan_luck luck = { .seed = 7, .replications = RUNS, .grades = grades, .first = LEAD + 1, .last = 12 };

static bool
near(double is, double wants, double within)
{
	if (fabs(is - wants) <= within)
		return true;
	printf("  is %.6f, wants %.6f\n", is, wants);
	return false;
}

/* People in post, over establishment too, are on average those planned, within four standard errors: leavers of 300 posts
 * over a year have a deviation of some six people. */
static void
futures_have_on_average_whom_the_plan_has(struct arena *perm)
{
	struct prospect *prospect = reference_prospect(POSTS, MONTHS, REFERENCE_BASE, perm);
	struct plan_months p = reference_plan(prospect, perm);
	struct plan_hires plan;
	struct plan_trial trial = { .plan = &plan };
	struct error err = { "" };
	double filled = 0;
	prospect_room(prospect, 3);
	plan_hires_up_to(&plan, &p, 295);
	check(plan_check(prospect, &p, luck, &trial, 1, perm, &err));
	for (int m = luck.first; m <= luck.last; m++)
		filled += plan.filled[m] / (luck.last - luck.first + 1);
	check(near(POSTS - trial.missing + trial.over, filled, 4 * 6.5 / sqrt(RUNS)));
	check(trial.best && trial.regret == 0 && trial.regret_error == 0);
}

static void
the_plan_is_no_worse_than_rules_of_thumb_and_luck_is_shared(struct arena *perm)
{
	struct prospect *prospect = reference_prospect(POSTS, MONTHS, REFERENCE_BASE, perm);
	struct plan_months p = reference_plan(prospect, perm);
	struct plan_hires plans[4];
	struct solution solution;
	struct error err = { "" };
	struct plan_trial trials[4] = { 0 };
	Str why;
	prospect_room(prospect, 3);
	check(plan_months_solve(&p, (struct effort){ .gap = 0.001, .seconds = 10, .whole = true }, &plans[0], &solution, &why, perm, &err));
	plan_hires_up_to(&plans[1], &p, POSTS - 17);
	plan_hires_up_to(&plans[2], &p, POSTS + 13);
	plan_hires_up_to(&plans[3], &p, POSTS + law_point(law_open(17, 0), 0.9) - 17);
	for (int t = 0; t < 4; t++)
		trials[t].plan = &plans[t];
	check(plan_check(prospect, &p, luck, trials, 4, perm, &err));
	check(trials[0].gap < 0.1);                                   /* nine in ten, as the price of risk was set */
	check(trials[1].gap > 0.95 && trials[2].gap < trials[3].gap && trials[3].gap < trials[1].gap);
	check(trials[0].regret < 4 * trials[0].regret_error + 0.002 * trials[0].worth);
	check(trials[1].regret > 10 * trials[1].regret_error);       /* no anticipation loses beyond any doubt */
	for (int t = 0; t < 4; t++) {
		struct plan_trial again = { .plan = &plans[t] };
		check(plan_check(prospect, &p, luck, &again, 1, perm, &err));
		check(again.money == trials[t].money && again.gap == trials[t].gap);
	}
}

static void
rules_of_thumb_keep_to_months_and_sizes(struct arena *perm)
{
	struct prospect *prospect = reference_prospect(POSTS, MONTHS, REFERENCE_BASE, perm);
	struct plan_months p = reference_plan(prospect, perm);
	struct plan_hires plan;
	p.ways[0].most = 1;
	p.ways[1].least = 5;
	plan_hires_up_to(&plan, &p, 300);
	int hired = 0;
	for (int m = 1; m <= MONTHS; m++) {
		int calendar = (4 - 1 + m - 1) % 12 + 1;
		check(plan.hires[0][m] <= 1 && (plan.hires[1][m] == 0 || (plan.hires[1][m] >= 5 && plan.hires[1][m] <= 24)));
		check(plan.hires[1][m] == 0 || calendar == 1 || calendar == 9);
		hired += plan.hires[0][m] + plan.hires[1][m];
	}
	check(hired > 40);
}

int
main(void)
{
	run(futures_have_on_average_whom_the_plan_has);
	run(the_plan_is_no_worse_than_rules_of_thumb_and_luck_is_shared);
	run(rules_of_thumb_keep_to_months_and_sizes);
	return tests_end();
}
