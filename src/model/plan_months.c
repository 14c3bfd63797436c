/* plan_months.c: the plan by month as a program, solved, read again, and told why there is none. */
#include "model/plan_months.h"

#include <string.h>

#include "model/law.h"

enum { SUPPORTED = 12, YEAR = 12, LEAST_GIVEN_WAY = 1000 };      /* thousandths of a thousandth of a limit */

bool
plan_months_fault(const struct plan_months *p, struct error *err)
{
	if (p->months < 1 || p->months > PLAN_MONTHS_MOST)
		return fail(err, "a plan is for 1 to %d months, not %d", PLAN_MONTHS_MOST, p->months), true;
	if (p->posts < 1)
		return fail(err, "there are no posts to plan for"), true;
	if (p->way_count < 1)
		return fail(err, "there is no way to hire"), true;
	if (p->over_month < 0 || p->agency_month < 0 || p->open_month < 0 || p->risk_month < 0)
		return fail(err, "what a month costs cannot be below nothing"), true;
	if (p->target_month < 0 || p->target_month > p->months)
		return fail(err, "the month of the target is not within the plan"), true;
	for (int w = 0; w < p->way_count; w++)
		if (p->ways[w].most < 1 || p->ways[w].least < 0 || p->ways[w].least > p->ways[w].most || !(p->ways[w].intake & 0xFFF))
			return fail(err, "%.*s: a round must be in some month and take at least one", STR_ARG(p->ways[w].name)), true;
	return false;
}

/* As far as a hundredth of a chance is left; more points than that tell nothing. */
static struct plan_risk
risk_of(struct law law, int posts, struct arena *perm)
{
	int low = law_point(law, 0.01), high = law_point(law, 0.995);
	double *at = new(perm, high - low + 2, double);
	for (int k = low; k <= high + 1; k++)
		at[k - low] = law_above(law, k);
	return (struct plan_risk){ posts - law.mean + low, at, high - low + 2 };
}

const struct plan_risk *
plan_risks(struct plan_leaving of, int months, struct arena *perm)
{
	struct plan_risk *risks = new(perm, months + 1, struct plan_risk);
	for (int m = 1; m <= months; m++) {
		double along = m < of.lead + of.review ? m : of.lead + of.review;
		risks[m] = risk_of(law_open(of.posts * of.leaving * along / YEAR, of.spread), of.posts, perm);
	}
	return risks;
}

Str
plan_limit_words(int limit, struct arena *perm)
{
	static const Str words[] = { [LIMIT_OVER] = STR("the ceiling of posts over establishment"),
		[LIMIT_AGENCY] = STR("the most agency workers"), [LIMIT_SUPPORT] = STR("support for newly qualified workers"),
		[LIMIT_TARGET] = STR("the posts to be filled by the day") };
	return limit >= LIMIT_BUDGET ? str_format(perm, "the budget of year %d", limit - LIMIT_BUDGET + 1) : words[limit];
}

/* ---- the program -------------------------------------------------------------------------------- */

static bool
holds_round(const struct plan_months *p, const struct plan_way *way, int month)
{
	return way->intake >> ((p->first_month - 1 + month - 1) % YEAR) & 1;
}

static void
add_hires(struct plan_program *out, const struct plan_months *p)
{
	struct program *program = &out->program;
	for (int w = 0; w < p->way_count; w++)
		for (int m = 1; m <= p->months; m++) {
			const struct plan_way *way = &p->ways[w];
			out->hires[w][m] = holds_round(p, way, m)
				? program_column(program, (struct column_of){ 0, way->most, (double)way->hire / 100, true }) : -1;
		}
	/* a round that is held takes at least so many and costs something: held is 0 or 1 */
	for (int w = 0; w < p->way_count; w++)
		for (int m = 1; m <= p->months && (p->ways[w].round > 0 || p->ways[w].least > 0); m++) {
			if (out->hires[w][m] < 0)
				continue;
			int held = program_column(program, (struct column_of){ 0, 1, (double)p->ways[w].round / 100, true });
			program_row(program, -NO_LIMIT, 0, LIMIT_NONE);
			program_term(program, out->hires[w][m], 1);
			program_term(program, held, -p->ways[w].most);
			program_row(program, 0, NO_LIMIT, LIMIT_NONE);
			program_term(program, out->hires[w][m], 1);
			program_term(program, held, -p->ways[w].least);
		}
}

static int
add_months(struct plan_program *out, const struct plan_months *p, int64_t pence)
{
	int first = out->program.column_count;
	for (int m = 1; m <= p->months; m++)
		program_column(&out->program, (struct column_of){ 0, NO_LIMIT, (double)pence / 100, false });
	return first;
}

static void
add_flow(struct plan_program *out, const struct plan_months *p, int m)
{
	struct program *program = &out->program;
	program_row(program, p->base[m], p->base[m], LIMIT_NONE);
	program_term(program, out->filled + m - 1, 1);
	for (int w = 0; w < p->way_count; w++)
		for (int s = 1; s <= m; s++)
			if (out->hires[w][s] >= 0)
				program_term(program, out->hires[w][s], -p->ways[w].stay[m - s]);
	program_row(program, p->posts, p->posts, LIMIT_NONE);
	program_term(program, out->filled + m - 1, 1);
	program_term(program, out->over + m - 1, -1);
	program_term(program, out->agency + m - 1, 1);
	program_term(program, out->open + m - 1, 1);
	const struct plan_risk *risk = p->risk ? &p->risk[m] : NULL;
	for (int k = 0; risk && k + 1 < risk->count; k++) {      /* above every line through two neighbouring points */
		double falls = risk->at[k] - risk->at[k + 1];
		program_row(program, risk->at[k] + falls * (k + risk->from), NO_LIMIT, LIMIT_NONE);
		program_term(program, out->filled + m - 1, falls);
		program_term(program, out->missing + m - 1, 1);
	}
}

static void
add_caps(struct plan_program *out, const struct plan_months *p, int m)
{
	struct program *program = &out->program;
	const struct { int most, column, limit; } caps[] = { { p->over_most, out->over, LIMIT_OVER },
		{ p->agency_most, out->agency, LIMIT_AGENCY } };
	for (int i = 0; i < countof(caps); i++)
		if (caps[i].most >= 0) {
			program_row(program, -NO_LIMIT, caps[i].most, caps[i].limit);
			program_term(program, caps[i].column + m - 1, 1);
		}
}

/* Newly qualified in their first year, of those here and of hires; against seniors then, of those here and of hires. */
static void
add_support(struct plan_program *out, const struct plan_months *p, int m)
{
	struct program *program = &out->program;
	if (p->per_senior <= 0 || !p->seniors)
		return;
	program_row(program, -NO_LIMIT, p->per_senior * p->seniors[m] - (p->newly ? p->newly[m] : 0), LIMIT_SUPPORT);
	for (int w = 0; w < p->way_count; w++)
		for (int s = 1; s <= m; s++) {
			const struct plan_way *way = &p->ways[w];
			double needs = way->newly && m - s < SUPPORTED ? way->stay[m - s] : 0;
			if (out->hires[w][s] >= 0)
				program_term(program, out->hires[w][s], needs - p->per_senior * (way->senior ? way->senior[m - s] : 0));
		}
}

static void
add_budget(struct plan_program *out, const struct plan_months *p, int year)
{
	struct program *program = &out->program;
	program_row(program, -NO_LIMIT, (double)p->budget / 100, LIMIT_BUDGET + year);
	for (int m = year * YEAR + 1; m <= p->months && m <= (year + 1) * YEAR; m++) {
		program_term(program, out->over + m - 1, (double)p->over_month / 100);
		program_term(program, out->agency + m - 1, (double)p->agency_month / 100);
		for (int w = 0; w < p->way_count; w++)
			if (out->hires[w][m] >= 0)
				program_term(program, out->hires[w][m], (double)p->ways[w].hire / 100);
	}
}

void
plan_program_make(struct plan_program *out, const struct plan_months *p, struct arena *perm)
{
	out->program = program_new(perm);
	out->filled = add_months(out, p, 0);
	out->over = add_months(out, p, p->over_month);
	out->agency = add_months(out, p, p->agency_month);
	out->open = add_months(out, p, p->open_month);
	out->missing = add_months(out, p, p->risk_month);
	add_hires(out, p);
	for (int m = 1; m <= p->months; m++) {
		add_flow(out, p, m);
		add_caps(out, p, m);
		add_support(out, p, m);
	}
	for (int year = 0; p->budget >= 0 && year * YEAR < p->months; year++)
		add_budget(out, p, year);
	if (p->target_month) {
		program_row(&out->program, p->target, NO_LIMIT, LIMIT_TARGET);
		program_term(&out->program, out->filled + p->target_month - 1, 1);
	}
}

/* ---- what a plan comes to ------------------------------------------------------------------------ */

static double
least_of(double a, double b)
{
	return a < b ? a : b;
}

/* What a month spends of the year's budget, in pence. */
static double
month_follows(struct plan_hires *plan, const struct plan_months *p, int m)
{
	double filled = p->base[m], spent = 0;
	for (int w = 0; w < p->way_count; w++) {
		for (int s = 1; s <= m; s++)
			filled += plan->hires[w][s] * p->ways[w].stay[m - s];
		spent += (double)plan->hires[w][m] * (double)p->ways[w].hire;
		plan->cost += plan->hires[w][m] > 0 ? (double)p->ways[w].round : 0;
	}
	double lacking = filled < p->posts ? p->posts - filled : 0;
	bool cheaper = p->agency_month <= p->open_month;
	plan->filled[m] = filled;
	plan->over[m] = filled > p->posts ? filled - p->posts : 0;
	if (plan->agency_said)
		plan->agency[m] = least_of(lacking, plan->agency[m]);
	else
		plan->agency[m] = !cheaper ? 0 : p->agency_most < 0 ? lacking : least_of(lacking, p->agency_most);
	plan->open[m] = lacking - plan->agency[m];
	spent += plan->over[m] * (double)p->over_month + plan->agency[m] * (double)p->agency_month;
	plan->cost += spent + plan->open[m] * (double)p->open_month;
	return spent;
}

void
plan_hires_follow(struct plan_hires *plan, const struct plan_months *p)
{
	plan->months = p->months;
	plan->cost = 0;
	memset(plan->spent, 0, sizeof plan->spent);
	for (int m = 1; m <= p->months; m++)
		plan->spent[(m - 1) / YEAR] += month_follows(plan, p, m);
}

void
plan_hires_read(struct plan_hires *out, const struct plan_months *p, const struct plan_program *program,
                const struct solution *solution)
{
	*out = (struct plan_hires){ .agency_said = true };
	for (int m = 1; m <= p->months; m++)
		out->agency[m] = solution->columns[program->agency + m - 1];
	for (int w = 0; w < p->way_count; w++)
		for (int m = 1; m <= p->months; m++)
			if (program->hires[w][m] >= 0)
				out->hires[w][m] = (int)floor(solution->columns[program->hires[w][m]] + 0.5);
	plan_hires_follow(out, p);
}

/* ---- why there is none --------------------------------------------------------------------------- */

Str
plan_why_not(const struct plan_months *p, const struct plan_program *program, struct arena *perm)
{
	double by[LIMITS];
	struct error err;
	struct text words = text_new(perm);
	int told = 0;
	(void)p;
	if (!program_give_way(&program->program, LIMIT_OVER, LIMITS, by, perm, &err))
		return S("The limits cannot all be met, and which of them is in the way was not found");
	for (int l = LIMIT_OVER; l < LIMITS; l++)
		if (by[l] * LEAST_GIVEN_WAY * 1000 > 1)
			text_format(&words, "%s%.*s", told++ ? ", " : "", STR_ARG(plan_limit_words(l, perm)));
	if (told == 0)
		return S("No whole number of hires meets all limits, though parts of a hire would");
	return str_format(perm, "The limits cannot all be met. What would have to give way: %.*s", STR_ARG(text_str(&words)));
}

bool
plan_months_solve(const struct plan_months *p, struct effort effort, struct plan_hires *out, struct solution *solution,
                  Str *why, struct arena *perm, struct error *err)
{
	struct plan_program *program = new(perm, 1, struct plan_program);
	plan_program_make(program, p, perm);
	*why = S("");
	*out = (struct plan_hires){ 0 };
	effort.beside = (double)p->pay_month / 100 * p->posts * p->months;
	if (!program_solve(&program->program, effort, solution, perm, err))
		return false;
	if (solution->solved == SOLVED_BEST || solution->solved == SOLVED_GOOD)
		plan_hires_read(out, p, program, solution);
	else if (solution->solved == SOLVED_NONE)
		*why = plan_why_not(p, program, perm);
	return true;
}
