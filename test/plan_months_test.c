/* plan_months_test.c: plans by month against hand derivations, every plan there is, and the exact mean. */
#include "check.h"
#include "prospects.h"

#include "model/law.h"
#include "model/moments.h"
#include "model/plan_months.h"

static bool
near(double is, double wants, double within)
{
	if (fabs(is - wants) <= within)
		return true;
	printf("  is %.10f, wants %.10f\n", is, wants);
	return false;
}

static const struct effort exact = { .gap = 0, .seconds = 20, .whole = true };

static double *
always(double value, int months, struct arena *perm)
{
	double *at = new(perm, months + 1, double);
	for (int m = 0; m <= months; m++)
		at[m] = value;
	return at;
}

/* Ten posts, eight filled for good; whoever is hired stays. A month open costs 100 pounds, over 80, agency 40. */
static struct plan_months
ten_posts(int months, struct arena *perm)
{
	return (struct plan_months){ .months = months, .first_month = 1, .posts = 10, .base = always(8, months, perm), .over_most = -1,
		.agency_most = -1, .budget = -1, .over_month = 8000, .agency_month = 4000, .open_month = 10000, .way_count = 1,
		.ways = { { .name = S("Any month"), .intake = 0xFFF, .most = 5, .stay = always(1, months, perm), .hire = 1000 } } };
}

static struct plan_hires
solved(const struct plan_months *p, struct solution *solution, struct arena *perm)
{
	struct plan_hires plan;
	struct error err = { "" };
	Str why;
	check(!plan_months_fault(p, &err));
	check(plan_months_solve(p, exact, &plan, solution, &why, perm, &err));
	check_str(why, S(""));
	return plan;
}

static void
two_open_posts_are_filled_at_once_when_nothing_is_in_the_way(struct arena *perm)
{
	struct plan_months p = ten_posts(12, perm);
	struct solution s;
	struct plan_hires plan = solved(&p, &s, perm);
	check(plan.hires[0][1] == 2 && near(plan.cost, 2000, 1e-6) && near(s.cost, 20, 1e-9));
	for (int m = 2; m <= 12; m++)
		check_int(plan.hires[0][m], 0);
	p.ways[0].intake = 1 << 8;           /* September alone: agency bridges eight months of two posts at 40 pounds */
	plan = solved(&p, &s, perm);
	check(plan.hires[0][9] == 2 && near(plan.cost, 8 * 2 * 4000 + 2000, 1e-6));
	p.agency_most = 1;                   /* one of the two stays open at 100 */
	plan = solved(&p, &s, perm);
	check(near(plan.cost, 8 * (4000 + 10000) + 2000, 1e-6) && near(plan.agency[3], 1, 1e-9) && near(plan.open[3], 1, 1e-9));
}

/* Walsall's ratio: two seniors support nine newly qualified workers at once, each for a year. */
static void
two_seniors_support_nine_newly_qualified_at_once(struct arena *perm)
{
	struct plan_months p = ten_posts(24, perm);
	struct solution s;
	p.posts = 30;
	p.ways[0].most = 20;
	p.ways[0].newly = true;
	p.seniors = always(2, 24, perm);
	p.per_senior = 4.5;
	struct plan_hires plan = solved(&p, &s, perm);
	check_int(plan.hires[0][1], 9);
	for (int m = 2; m <= 12; m++)
		check_int(plan.hires[0][m], 0);
	check_int(plan.hires[0][13], 9);
	p.newly = always(4, 24, perm);       /* four in their first year already */
	check_int(solved(&p, &s, perm).hires[0][1], 5);
}

/* Two open at a time on the average: four over hold nine in ten (Poisson: P(<= 3) = 0.857, P(<= 4) = 0.947), so twelve are
 * filled on the average of ten posts. */
static void
risk_recruits_ahead_as_far_as_the_closed_form_and_within_the_ceiling(struct arena *perm)
{
	struct plan_months p = ten_posts(12, perm);
	struct law open = law_open(2, 0);
	double *missing = new(perm, 12, double);
	struct plan_risk *risks = new(perm, 13, struct plan_risk);
	struct solution s;
	for (int k = 0; k < 12; k++)
		missing[k] = law_above(open, k);
	for (int m = 1; m <= 12; m++)
		risks[m] = (struct plan_risk){ 8, missing, 12 };
	p.risk = risks;
	p.risk_month = 80000;                /* what one over costs, by one in ten */
	p.ways[0].hire = 0;
	check_int(law_point(open, 0.9), 4);
	struct plan_hires plan = solved(&p, &s, perm);
	check(plan.hires[0][1] == 4 && near(plan.filled[1], 12, 1e-9) && near(plan.filled[12], 12, 1e-9));
	p.over_most = 1;
	check(near(solved(&p, &s, perm).filled[12], 11, 1e-9));
	p.over_most = -1;
	p.risk_month = 8000 * 20;            /* nineteen in twenty: P(<= 4) is just short of it */
	check(near(solved(&p, &s, perm).filled[12], 13, 1e-9));
}

/* Cohorts of four to six or none, in two months: held or not is chosen with them. */
static void
a_cohort_is_of_its_size_or_is_not_held(struct arena *perm)
{
	struct plan_months p = ten_posts(12, perm);
	struct solution s;
	p.ways[0].least = 4;
	p.ways[0].most = 6;
	p.ways[0].round = 500000;
	p.ways[0].intake = 1 << 1 | 1 << 8;
	/* in February: 2 months over at 80 for eleven months is 1,760 and 5,000 of round; never: two by agency at 80 for twelve */
	struct plan_hires plan = solved(&p, &s, perm);
	for (int m = 1; m <= 12; m++)
		check_int(plan.hires[0][m], 0);
	p.agency_month = 200000;
	p.open_month = 300000;
	plan = solved(&p, &s, perm);
	check(plan.hires[0][2] == 4 && plan.hires[0][9] == 0);
}

/* Every plan of three months and two ways, four hires at most in each: no other costs less. */
static void
no_plan_of_all_that_there_are_costs_less(struct arena *perm)
{
	struct plan_months p = ten_posts(3, perm);
	static const double falls[] = { 9, 8.1, 7.4, 6.6 }, leaves[] = { 1, 0.7, 0.5, 0.4 };
	struct solution s;
	p.base = falls;
	p.over_most = 2;
	p.agency_most = 1;
	p.ways[0].most = 4;
	p.ways[0].stay = leaves;
	p.ways[1] = (struct plan_way){ .name = S("Dear"), .intake = 0x5, .most = 4, .stay = always(0.95, 3, perm), .hire = 3000 };
	p.way_count = 2;
	struct plan_hires best = solved(&p, &s, perm);
	double least = INFINITY;
	for (int code = 0; code < 3125; code++) {                /* five to the power of five: the second way has two rounds */
		struct plan_hires plan = { 0 };
		int rest = code;
		for (int m = 1; m <= 3; m++, rest /= 5)
			plan.hires[0][m] = rest % 5;
		plan.hires[1][1] = rest % 5;
		plan.hires[1][3] = rest / 5;
		plan_hires_follow(&plan, &p);
		bool within = true;
		for (int m = 1; m <= 3; m++)
			within = within && plan.over[m] <= p.over_most + 1e-9;
		if (within && plan.cost < least)
			least = plan.cost;
	}
	check(near(best.cost, least, 1e-4) && near(s.cost, least / 100, 1e-6));
}

static void
a_limit_that_cannot_be_met_is_named(struct arena *perm)
{
	struct plan_months p = ten_posts(24, perm);
	struct plan_hires plan;
	struct solution s;
	struct error err = { "" };
	Str why;
	p.target_month = 6;
	p.target = 50;                       /* five a month for six months make 38 */
	check(plan_months_solve(&p, exact, &plan, &s, &why, perm, &err) && s.solved == SOLVED_NONE);
	check(str_find(why, S("the posts to be filled by the day")) >= 0);
	p = ten_posts(24, perm);
	p.base = always(14, 24, perm);       /* four over from the first day, whatever is done */
	p.over_most = 2;
	check(plan_months_solve(&p, exact, &plan, &s, &why, perm, &err) && s.solved == SOLVED_NONE);
	check(str_find(why, S("the ceiling of posts over establishment")) >= 0 && str_find(why, S("budget")) < 0);
	p.over_most = -1;
	p.budget = 100;                      /* a pound */
	check(plan_months_solve(&p, exact, &plan, &s, &why, perm, &err) && s.solved == SOLVED_NONE);
	check(str_find(why, S("the budget of year 1")) >= 0 && str_find(why, S("the budget of year 2")) >= 0);
	p = ten_posts(12, perm);
	p.seniors = always(0, 12, perm);
	p.newly = always(1, 12, perm);       /* somebody newly qualified and nobody to support them */
	p.per_senior = 4.5;
	check(plan_months_solve(&p, exact, &plan, &s, &why, perm, &err) && s.solved == SOLVED_NONE);
	check(str_find(why, S("support for newly qualified workers")) >= 0);
}

static void
what_is_no_plan_is_told(struct arena *perm)
{
	struct error err = { "" };
	struct plan_months good = ten_posts(12, perm), p = good;
	p.months = 0;
	check(plan_months_fault(&p, &err) && strstr(err.text, "months"));
	p = good, p.months = PLAN_MONTHS_MOST + 1;
	check(plan_months_fault(&p, &err));
	p = good, p.posts = 0;
	check(plan_months_fault(&p, &err) && strstr(err.text, "posts"));
	p = good, p.way_count = 0;
	check(plan_months_fault(&p, &err) && strstr(err.text, "hire"));
	p = good, p.ways[0].intake = 0;
	check(plan_months_fault(&p, &err) && strstr(err.text, "round"));
	p = good, p.open_month = -1;
	check(plan_months_fault(&p, &err));
	p = good, p.target_month = 13;
	check(plan_months_fault(&p, &err));
}

/* Whom nobody replaces: the mean of the moments, worked out otherwise. */
static void
who_is_still_there_is_the_exact_mean_of_a_prospect_without_hires(struct arena *perm)
{
	struct prospect *p = reference_prospect(300, 60, REFERENCE_BASE, perm);
	struct moment *moments = new(perm, 61, struct moment);
	double base[61], seniors[61], newly[61], stay[61];
	p->fill = 0;
	moments_of(p, moments, *perm);
	plan_base(p, 2, 60, base, seniors, newly, *perm);
	for (int m = 0; m <= 60; m += 12) {
		check(near(base[m], moments[m].filled, 1e-6));
		double above = 0;
		for (int g = 2; g < p->grades; g++)
			above += moments[m].grade[g];
		check(near(seniors[m], above, 1e-6) && newly[m] <= base[m]);
	}
	plan_stay(p, (struct plan_start){ .grade = 0, .tenure = 0, .senior = 2 }, 60, stay, seniors);
	check(stay[0] == 1 && seniors[0] == 0 && stay[60] > 0.2 && stay[60] < stay[12] && seniors[60] > 0);
}

static void
a_program_is_written_as_other_solvers_read_it(struct arena *perm)
{
	struct program p = program_new(perm);
	struct solution s;
	struct error err = { "" };
	program_column(&p, (struct column_of){ 0, 9, 2, true });
	program_column(&p, (struct column_of){ 0, NO_LIMIT, 3.5, false });
	program_row(&p, 4, NO_LIMIT, 0);
	program_term(&p, 0, 1);
	program_term(&p, 1, 2);
	check_str(program_write(&p, perm), S("Minimize\n cost: +2 x0 +3.5 x1\nSubject To\n a0: +1 x0 +2 x1 >= 4\nBounds\n x0 >= 0\n x0 <= 9\n"
		" x1 >= 0\nGenerals\n x0\nEnd\n"));
	check(program_solve(&p, exact, &s, perm, &err) && s.solved == SOLVED_BEST && near(s.cost, 7, 1e-9));
}

int
main(void)
{
	run(two_open_posts_are_filled_at_once_when_nothing_is_in_the_way);
	run(two_seniors_support_nine_newly_qualified_at_once);
	run(risk_recruits_ahead_as_far_as_the_closed_form_and_within_the_ceiling);
	run(a_cohort_is_of_its_size_or_is_not_held);
	run(no_plan_of_all_that_there_are_costs_less);
	run(a_limit_that_cannot_be_met_is_named);
	run(what_is_no_plan_is_told);
	run(who_is_still_there_is_the_exact_mean_of_a_prospect_without_hires);
	run(a_program_is_written_as_other_solvers_read_it);
	return tests_end();
}
