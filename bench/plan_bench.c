/* plan_bench.c: how long a plan by month takes: 36 and 60 months, two ways to hire, cohorts, agency, a budget each year.
 *
 *     build/plan_bench [FOLDER]     in FOLDER it also writes the programs for another solver: cbc plan-60.lp -solve
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "../test/prospects.h"
#include "model/plan_months.h"

static double
seconds_now(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static double *
of_months(int months, struct arena *perm)
{
	return new(perm, months + 1, double);
}

static void
make(struct plan_months *p, int months, struct arena *perm)
{
	struct prospect *prospect = reference_prospect(300, months, REFERENCE_BASE, perm);
	double *base = of_months(months, perm), *seniors = of_months(months, perm), *newly = of_months(months, perm);
	double *stay[2] = { of_months(months, perm), of_months(months, perm) };
	double *rise[2] = { of_months(months, perm), of_months(months, perm) };
	plan_base(prospect, 2, months, base, seniors, newly, *perm);
	for (int w = 0; w < 2; w++)
		plan_stay(prospect, (struct plan_start){ .grade = w, .senior = 2 }, months, stay[w], rise[w]);
	*p = (struct plan_months){ .months = months, .first_month = 4, .posts = 300, .base = base,
		.risk = plan_risks((struct plan_leaving){ .posts = 300, .leaving = 0.14, .spread = 0.11, .lead = 5, .review = 12 }, months, perm),
		.seniors = seniors, .newly = newly, .per_senior = 4.5, .over_most = 20, .agency_most = 25, .budget = 120000000, .way_count = 2,
		.over_month = 500000, .agency_month = 205000, .open_month = 500000, .risk_month = 5000000, .pay_month = 500000,
		.ways = { { .name = S("Newly qualified"), .intake = 1 << 0 | 1 << 8, .least = 6, .most = 24, .newly = true, .hire = 300000,
		            .round = 1000000, .stay = stay[0], .senior = rise[0] },
		          { .name = S("Experienced"), .intake = 0xFFF, .most = 6, .hire = 450000, .stay = stay[1], .senior = rise[1] } } };
}

static void
time_one(const struct plan_months *p, bool whole, struct arena scratch)
{
	struct plan_hires plan;
	struct solution solution;
	struct error err = { "" };
	Str why;
	double began = seconds_now();
	bool done = plan_months_solve(p, (struct effort){ .gap = 0.001, .seconds = 10, .whole = whole }, &plan, &solution, &why, &scratch, &err);
	printf("%3d months, GLPK, %-13s %7.3f s  %s  cost %.2f, bound %.2f %.*s%s\n", p->months, whole ? "whole numbers" : "parts",
	       seconds_now() - began, !done ? "failed" : solution.solved == SOLVED_BEST ? "best" : solution.solved == SOLVED_GOOD ? "good"
	       : solution.solved == SOLVED_NONE ? "none" : "late", solution.cost, solution.bound, STR_ARG(why), err.text);
}

int
main(int count, char **arguments)
{
	struct arena perm = arena_reserve((ptrdiff_t)1 << 30);
	static const int months[] = { 36, 60 };
	for (int i = 0; i < 2; i++) {
		struct plan_months p;
		make(&p, months[i], &perm);
		time_one(&p, false, perm);
		time_one(&p, true, perm);
		if (count < 2)
			continue;
		struct plan_program *program = new(&perm, 1, struct plan_program);
		plan_program_make(program, &p, &perm);
		printf("%3d months: %d rows, %d columns\n", months[i], program->program.row_count, program->program.column_count);
		Str text = program_write(&program->program, &perm), path = str_format(&perm, "%s/plan-%d.lp", arguments[1], months[i]);
		FILE *file = fopen(str_c(path, &perm), "w");
		if (file) {
			fwrite(text.at, 1, (size_t)text.len, file);
			fclose(file);
		}
	}
	return 0;
}
