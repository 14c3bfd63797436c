/* plan_month_view.c: the plan month by month within limits, and how it and rules of thumb do in the same futures. */
#include "app/plan_parts.h"

#include <math.h>

#include "app/form_made.h"
#include "model/plan_check.h"
#include "outlook/own.h"

enum { SECONDS_MOST = 3, RUNS = 512, SEED = 1, REVIEW = 12, ANY_MONTH = 0xFFF, NEWLY = 0,
       EXPERIENCED = 1, TRIALS = 4 };

struct month_plan {
	struct plan_look *l;
	const struct outlook *outlook;
	struct plan_months p;
	struct plan_hires plan, rules[TRIALS - 1];
	struct solution solution;
	struct plan_trial trials[TRIALS];
	struct ahead ahead;          /* of all posts of the outlook */
	int over, flat;
	Str why;
};

/* ---- what it is made of -------------------------------------------------------------------------- */

static const struct outlook *
outlook_of(const struct plan_look *l, int months, struct error *err)
{
	if (l->has_own)
		return outlook_of_own(l->own.roster, l->asked.p, l->asked.area, l->ask->day, months, l->perm, err);
	return outlook_of_published(l->asked.p, l->asked.area, l->year, months, l->perm, err);
}

static double *
level(double value, int months, struct arena *perm)
{
	double *at = new(perm, months + 1, double);
	for (int m = 0; m <= months; m++)
		at[m] = value;
	return at;
}

static void
set_ways(struct month_plan *in, uint16_t intake)
{
	struct plan_look *l = in->l;
	struct plan_months *p = &in->p;
	double newly = (double)plan_assumes(l, ASSUME_NEWLY_QUALIFIED, S("")) / MICRO;
	int64_t hire = (plan_assumes(l, ASSUME_HIRE_COST, S("")) + plan_assumes(l, ASSUME_INDUCTION_COST, S(""))) / (MICRO / 100);
	double *stay = new(l->perm, p->months + 1, double), leavers = p->posts * in->outlook->leaving;
	plan_stay(in->outlook->prospect, (struct plan_start){ 0 }, p->months, stay, NULL);
	p->way_count = 2;
	p->ways[NEWLY] = (struct plan_way){ .name = S("Newly qualified"), .intake = intake, .newly = true, .hire = hire,
		.most = (int)fmax(4, ceil(leavers * newly)), .stay = stay };
	p->ways[EXPERIENCED] = (struct plan_way){ .name = S("Experienced"), .intake = ANY_MONTH, .hire = hire,
		.most = (int)fmax(1, ceil(leavers / 12 * (1 - newly) * 2)), .stay = stay };
}

static void
set_support(struct month_plan *in, int seniors, double each)
{
	struct plan_look *l = in->l;
	struct plan_months *p = &in->p;
	double share = (double)plan_assumes(l, ASSUME_NEWLY_QUALIFIED, S("")) / MICRO, *newly = level(0, p->months, l->perm);
	double *base = level(0, p->months, l->perm);
	plan_base(in->outlook->prospect, 1, p->months, base, NULL, newly, *l->perm);
	p->base = base;
	if (seniors < 0)
		return;
	for (int m = 0; m <= p->months; m++)
		newly[m] *= share;
	p->newly = newly;
	p->seniors = level(seniors, p->months, l->perm);
	p->per_senior = each;
}

static void
set_plan(struct month_plan *in, struct plan_asked asked)
{
	struct plan_look *l = in->l;
	const struct prospect *prospect = in->outlook->prospect;
	struct plan_basis basis = { .role = NOT_THERE, .title = S("Social worker"), .posts = prospect_lasting(prospect),
		.leaving = in->outlook->leaving, .unsure = l->bases[0].unsure };
	/* of published figures posts, leaving and so the closed form are those that the page answers with */
	in->ahead = l->ahead;
	if (l->has_own) {
		in->ahead = plan_ahead_of(l, &basis, false);
		in->ahead.lead = l->ahead.lead;
	}
	double chance = l->chance;
	in->p = (struct plan_months){ .months = prospect->months, .first_month = prospect->first_month, .posts = basis.posts,
		.over_most = -1, .agency_most = asked.agency, .budget = asked.budget < 0 ? -1 : asked.budget * 100,
		.target_month = asked.target_month <= prospect->months ? asked.target_month : 0, .target = basis.posts * (1 - asked.vacancy),
		.pay_month = in->ahead.over_month, .over_month = in->ahead.over_month,
		.agency_month = plan_assumes(l, ASSUME_AGENCY_PREMIUM, S("")) * (in->ahead.over_month / 100) / (MICRO / 100),
		.open_month = in->ahead.over_month, .risk_month = (int64_t)llround((double)in->ahead.over_month / (1 - chance)),
		.risk = plan_risks((struct plan_leaving){ basis.posts, basis.leaving, in->ahead.spread, in->ahead.lead, REVIEW },
		                   prospect->months, l->perm) };
	set_ways(in, asked.intake);
	set_support(in, asked.seniors, asked.support);
}

/* ---- the rules of thumb --------------------------------------------------------------------------- */

static bool
check_them(struct month_plan *in, struct error *err)
{
	static const int grades[] = { 0, 0 };
	double open = ahead_open(&in->ahead).mean;
	int32_t share = (int32_t)plan_assumes(in->l, ASSUME_OVER_SHARE, S(""));
	in->flat = ahead_flat(in->p.posts, share);
	in->over = ahead_over(&in->ahead, 1 - in->l->chance);
	const double filled[TRIALS - 1] = { in->p.posts - open, in->p.posts - open + in->flat, in->p.posts - open + in->over };
	in->trials[0].plan = &in->plan;
	for (int t = 0; t < TRIALS - 1; t++) {
		plan_hires_up_to(&in->rules[t], &in->p, filled[t]);
		in->trials[t + 1].plan = &in->rules[t];
	}
	int last = in->p.months < REVIEW ? in->p.months : REVIEW, first = (int)ceil(in->ahead.lead) + 1;
	struct plan_luck luck = { .seed = SEED, .replications = RUNS, .first = first < last ? first : last, .last = last, .grades = grades };
	return plan_check(in->outlook->prospect, &in->p, luck, in->trials, TRIALS, in->l->perm, err);
}

/* ---- told ----------------------------------------------------------------------------------------- */

static Str
month_words(const struct month_plan *in, int m, struct arena *perm)
{
	static const char *const names[] = { "January", "February", "March", "April", "May", "June", "July", "August", "September",
		"October", "November", "December" };
	int months = in->p.first_month - 1 + m - 1;
	return str_format(perm, "%s %d", names[months % 12], in->outlook->prospect->first_year + months / 12);
}

static const struct column month_columns[] = {
	{ STR("month"), STR("Month"), false, false }, { STR("newly_qualified"), STR("Newly qualified to start"), true, false },
	{ STR("experienced"), STR("Experienced to start"), true, false }, { STR("filled"), STR("Posts filled on average"), true, false },
	{ STR("over"), STR("Over on average"), true, false }, { STR("agency"), STR("Agency"), true, false },
	{ STR("open"), STR("Open"), true, false },
};

static const struct table *
months_table(const struct month_plan *in, bool all, struct arena *perm)
{
	struct rows_made rows = { 0 };
	for (int m = 1; m <= in->p.months; m++) {
		if (!all && in->plan.hires[NEWLY][m] + in->plan.hires[EXPERIENCED][m] == 0)
			continue;
		struct cell *cells = rows_push(&rows, countof(month_columns), perm);
		cells[0] = cell_text(month_words(in, m, perm));
		cells[1] = cell_figure(figure_whole(in->plan.hires[NEWLY][m]), 0, UNIT_COUNT);
		cells[2] = cell_figure(figure_whole(in->plan.hires[EXPERIENCED][m]), 0, UNIT_COUNT);
		cells[3] = cell_figure(figure_near(in->plan.filled[m]), 1, UNIT_COUNT);
		cells[4] = cell_figure(figure_near(in->plan.over[m]), 1, UNIT_COUNT);
		cells[5] = cell_figure(figure_near(in->plan.agency[m]), 1, UNIT_COUNT);
		cells[6] = cell_figure(figure_near(in->plan.open[m]), 1, UNIT_COUNT);
	}
	return table_of(S("months"), all ? S("The plan, every month") : S("Months in which somebody starts"), month_columns,
	                countof(month_columns), rows, perm);
}

static const struct column trial_columns[] = {
	{ STR("plan"), STR("Plan"), false, false }, { STR("no_gap"), STR("Months without a gap (%)"), true, false },
	{ STR("missing"), STR("Posts missing on average"), true, false }, { STR("over"), STR("Over on average"), true, false },
	{ STR("money"), STR("Money to the review (\u00A3)"), true, false }, { STR("regret"), STR("Regret (\u00A3)"), true, false },
	{ STR("error"), STR("Its error (\u00A3)"), true, false },
};

static const struct table *
trials_table(const struct month_plan *in, struct arena *perm)
{
	struct rows_made rows = { 0 };
	const Str names[TRIALS] = { S("The plan"), S("No anticipation"), str_format(perm, "Flat: %d over", in->flat),
		str_format(perm, "Closed form: %d over", in->over) };
	for (int t = 0; t < TRIALS; t++) {
		const struct plan_trial *trial = &in->trials[t];
		struct cell *cells = rows_push(&rows, countof(trial_columns), perm);
		cells[0] = cell_text(names[t]);
		cells[0].note = trial->best ? S("worth most") : S("");
		cells[1] = cell_figure(figure_near((1 - trial->gap) * 100), 1, UNIT_PERCENT);
		cells[2] = cell_figure(figure_near(trial->missing), 1, UNIT_COUNT);
		cells[3] = cell_figure(figure_near(trial->over), 1, UNIT_COUNT);
		cells[4] = cell_figure(figure_whole(llround(trial->money / 100)), 0, UNIT_POUNDS);
		cells[5] = cell_figure(figure_whole(llround(trial->regret / 100)), 0, UNIT_POUNDS);
		cells[6] = cell_figure(figure_whole(llround(trial->regret_error / 100)), 0, UNIT_POUNDS);
		rows.at[t].ours = t == 0;
	}
	return table_of(S("trials"), S("The plan and rules of thumb in the same futures"), trial_columns, countof(trial_columns), rows, perm);
}

static void
tell_plan(struct document *doc, struct month_plan *in)
{
	struct arena *perm = doc->arena;
	int started[2] = { 0 };
	for (int w = 0; w < in->p.way_count; w++)
		for (int m = 1; m <= in->p.months; m++)
			started[w] += in->plan.hires[w][m];
	double worse = fmax(0, in->solution.cost - in->solution.bound), all = in->solution.bound + (double)in->p.pay_month / 100 * in->p.posts * in->p.months;
	document_paragraph(doc, str_format(perm, "In %.*s %d newly qualified and %d experienced social workers start. It is %s: no plan "
		"within the limits costs less by more than %.*s of what all posts cost in that time.", STR_ARG(counted(in->p.months, "month", "months", perm)), started[NEWLY], started[EXPERIENCED],
		in->solution.solved == SOLVED_BEST ? "as good as the best" : "the best found in three seconds",
		STR_ARG(figure_words(figure_near(fmax(0.01, ceil(worse / all * 1e4) / 100)), 2, UNIT_PERCENT, perm))));
	document_paragraph(doc, str_format(perm, "It is of %d posts%s: in each month those filled, agency and open, less those over, are "
		"that many. Agency covers all that is not filled%s, because open costs more than agency here; the share that agency covers "
		"on average (%.*s) is a habit and no limit, so say how many agency workers at most.", in->p.posts, in->l->has_own
		? " of own people, and so differs from the answer above, which is of published figures" : "",
		in->p.agency_most < 0 ? "" : " as far as you let it", STR_ARG(assumption_words(ASSUME_AGENCY_COVER,
		plan_assumes(in->l, ASSUME_AGENCY_COVER, S("")), perm))));
	document_paragraph(doc, str_format(perm, "Newly qualified start in %.*s, %d at most; experienced in any month, %d at "
		"most. %s%s Whoever starts stays as those here do. A plan is made again after a year, when it is known who left.",
		STR_ARG(plan_intake_words(in->p.ways[NEWLY].intake, perm)), in->p.ways[NEWLY].most, in->p.ways[EXPERIENCED].most, in->p.seniors ? "Newly qualified workers are no more than the senior "
		"practitioners can support." : "Senior practitioners are not known, so support is no limit here: say how many there are.",
		in->p.budget >= 0 ? " The budget is kept in each twelve months." : ""));
}

/* Why what the futures show is not what averages promise. */
static void
tell_futures(struct document *doc, const struct month_plan *in)
{
	struct arena *perm = doc->arena;
	const struct plan_trial *plan = &in->trials[0];
	if (1 - plan->gap < in->l->chance)
		document_paragraph(doc, str_format(perm, "The plan leaves %.*s of these months without a gap, and not %.*s: that chance holds "
			"once all are there who are to be ahead, and nobody new is there before the first start. Newly qualified start in %.*s "
			"alone, so many at most in each month, and whoever leaves before the review is not replaced out of turn.",
			STR_ARG(figure_words(figure_near((1 - plan->gap) * 100), 0, UNIT_PERCENT, perm)),
			STR_ARG(plan_chance_words(in->l->chance, perm)), STR_ARG(plan_intake_words(in->p.ways[NEWLY].intake, perm))));
	if (!plan->best)
		document_paragraph(doc, str_format(perm, "The plan costs least on averages and within the limits. In these futures another is "
			"worth %.*s more, give or take %.*s: rules of thumb keep to no budget and no support.",
			STR_ARG(plan_pounds(llround(plan->regret), perm)), STR_ARG(plan_pounds(llround(2 * plan->regret_error), perm))));
}

static bool
tell(struct document *doc, struct month_plan *in)
{
	struct error err = { "" };
	struct arena *perm = doc->arena;
	if (in->solution.solved == SOLVED_NONE || in->solution.solved == SOLVED_LATE) {
		document_paragraph(doc, in->why.len ? str_format(perm, "%.*s.", STR_ARG(in->why))
			: S("No plan was found in three seconds. Ask for fewer months, or for wider limits."));
		return false;
	}
	tell_plan(doc, in);
	document_table(doc, months_table(in, false, perm));
	doc->sheets[doc->sheet_count++] = months_table(in, true, perm);
	if (!check_them(in, &err)) {
		document_paragraph(doc, str_format(perm, "It could not be held to futures: %s.", err.text));
		return true;
	}
	const struct table *table = trials_table(in, perm);
	document_heading(doc, 3, S("In the same futures"), S("futures"));
	document_table(doc, table);
	doc->sheets[doc->sheet_count++] = table;
	document_paragraph(doc, str_format(perm, "%d futures of the next %d months, the same for each plan. Regret is what a plan loses against "
		"the one worth most: money, and for each month that a post is missing the price at which a %.*s chance of no gap pays.", RUNS,
		in->p.months < REVIEW ? in->p.months : REVIEW, STR_ARG(plan_chance_words(in->l->chance, perm))));
	tell_futures(doc, in);
	return true;
}

/* As it was typed, or as it is taken where nothing was. */
static struct input
month_input(const struct plan_look *l, enum plan_say say)
{
	static const Str usual[PLAN_SAYS] = { [SAY_MONTHS] = STR("36"), [SAY_INTAKE] = STR("January, September") };
	struct input input = plan_input(l, say, plan_said(l, say).len ? plan_said(l, say) : usual[say]);
	input.optional = usual[say].len == 0;
	if (say == SAY_SUPPORT)
		input.hint = str_format(l->perm, "Empty: %.*s", STR_ARG(figure_short(figure_micro(assumption_value(l->council,
			ASSUME_NEWLY_PER_SENIOR, S(""), l->ask->day).value), l->perm)));
	if (say != SAY_INTAKE)
		return input;
	input.numeric = false;
	input.width = 20;
	input.hint = S("Names or numbers, with commas");
	return input;
}

void
plan_add_months_form(struct document *doc, const struct plan_look *l)
{
	static const enum plan_say kept[] = { SAY_CHANCE, SAY_LEAD, SAY_TARGET, SAY_BY };
	static const enum plan_say asked[] = { SAY_MONTHS, SAY_BUDGET, SAY_AGENCY, SAY_SENIORS, SAY_SUPPORT, SAY_INTAKE };
	struct arena *perm = doc->arena;
	struct input *inputs = new(perm, countof(kept) + countof(asked) + 1, struct input);
	int n = 0;
	if (!l->ask->page_only)
		return;
	for (int i = 0; i < countof(asked); i++)
		inputs[n++] = month_input(l, asked[i]);
	for (int i = 0; i < countof(kept); i++)
		if (plan_said(l, kept[i]).len)
			inputs[n++] = (struct input){ .kind = INPUT_HIDDEN, .name = plan_input(l, kept[i], S("")).name, .value = plan_said(l, kept[i]) };
	if (l->ask->on.len)
		inputs[n++] = (struct input){ .kind = INPUT_HIDDEN, .name = S("on"), .value = date_iso(l->ask->day, perm) };
	form_add(doc, (struct form){ .asks = true, .id = S("by-month"), .in_a_row = true, .action = str_format(perm, "/authorities/%.*s/plan",
		STR_ARG(l->asked.place->slug)) }, inputs, n, (struct button){ .words = S("Plan month by month"), .tone = BUTTON_SECOND });
}

bool
plan_add_months(struct document *doc, struct plan_look *l, struct plan_asked asked)
{
	struct error err = { "" };
	struct month_plan *in = new(doc->arena, 1, struct month_plan);
	document_heading(doc, 2, S("Month by month"), S("month-by-month"));
	plan_add_months_form(doc, l);
	if (asked.months == 0) {
		document_paragraph(doc, S("Which month to hire how many, within a budget, agency at most and the support that senior practitioners "
			"can give; and how that does against rules of thumb in the same futures."));
		return true;
	}
	in->l = l;
	in->outlook = outlook_of(l, asked.months, &err);
	if (in->outlook)
		set_plan(in, asked);
	if (!in->outlook || plan_months_fault(&in->p, &err) ||
	    !plan_months_solve(&in->p, (struct effort){ .gap = 0.001, .seconds = SECONDS_MOST, .whole = true }, &in->plan, &in->solution,
	                       &in->why, l->perm, &err)) {
		Str words = str_of(err.text);
		if (str_ends(words, S(".")))
			words = str_upto(words, words.len - 1);
		document_paragraph(doc, str_format(doc->arena, "It cannot be planned by month: %.*s.", STR_ARG(words)));
		return false;
	}
	return tell(doc, in);
}
