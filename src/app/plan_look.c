/* plan_look.c: what was asked of a plan, read; the basis it stands on; the numbers it assumes. */
#include "app/plan_parts.h"

#include <math.h>

#include "app/expected_kept.h"
#include "app/own_guard.h"
#include "measure/protect.h"
#include "outlook/published.h"

const struct plan_basis *
plan_chosen(const struct plan_look *l)
{
	return &l->bases[l->chosen];
}

int64_t
plan_assumes(struct plan_look *l, enum assumption_id id, Str role)
{
	struct assumed used = assumption_value(l->council, id, role, l->ask->day);
	const struct assumption_bounds *may = &assumption_bounds[id];
	if (l->fault.len == 0 && (used.value < may->low || used.value > may->high))
		l->fault = str_format(l->perm, "\u201C%.*s\u201D is %.*s among the council\u2019s own assumptions, and may be %.*s",
			STR_ARG(assumption_whats[id].words), STR_ARG(assumption_words(id, used.value, l->perm)), STR_ARG(may->words));
	for (int i = 0; i < l->used_count; i++)
		if (l->used[i].id == id)
			return used.value;
	l->used[l->used_count++] = used;
	return used.value;
}

static const struct { Str name, label; } says[PLAN_SAYS] = {
	[SAY_ROLE] = { STR("role"), STR("Role") }, [SAY_CHANCE] = { STR("chance"), STR("Chance of no gap (%)") },
	[SAY_LEAD] = { STR("lead"), STR("Months to fill a post") }, [SAY_LEAVING] = { STR("leaving"), STR("Posts left in a year (%)") },
	[SAY_POSTS] = { STR("posts"), STR("Posts") }, [SAY_FILLED] = { STR("filled"), STR("Filled now") },
	[SAY_TARGET] = { STR("target"), STR("Vacancy rate to reach (%)") }, [SAY_BY] = { STR("target_day"), STR("By the day") },
	[SAY_MONTHS] = { STR("plan_months"), STR("Months of the plan") }, [SAY_BUDGET] = { STR("budget"), STR("Budget a year (\u00A3)") },
	[SAY_AGENCY] = { STR("agency_most"), STR("Agency workers at most") }, [SAY_SENIORS] = { STR("seniors"), STR("Senior practitioners") },
	[SAY_SUPPORT] = { STR("per_senior"), STR("Newly qualified to each of them at most") },
	[SAY_INTAKE] = { STR("intake"), STR("Months in which newly qualified start") },
};

Str
plan_label(enum plan_say say)
{
	return says[say].label;
}

/* ---- what was asked ---------------------------------------------------------------------------- */

Str
plan_said(const struct plan_look *l, enum plan_say say)
{
	return str_trim(l->ask->plan[say]);
}

static Str
number_words(double number, struct arena *perm)
{
	return figure_short(figure_near(number), perm);
}

double
plan_number(struct plan_look *l, enum plan_say say, double otherwise, double low, double high)
{
	Str text = plan_said(l, say);
	if (text.len == 0)
		return otherwise;
	if (str_ends(text, S("%")))
		text = str_trim(str_upto(text, text.len - 1));
	struct parsed_decimal read = parse_decimal(text, 6, true);
	double number = (double)read.micro / MICRO;
	if (read.ok && number >= low && number <= high)
		return number;
	l->wrong[say] = str_format(l->perm, "Enter a number from %.*s to %.*s", STR_ARG(number_words(low, l->perm)),
		STR_ARG(number_words(high, l->perm)));
	l->bad = true;
	return otherwise;
}

static void
choose(struct plan_look *l)
{
	Str ref = plan_said(l, SAY_ROLE);
	for (int b = 0; b < l->base_count; b++)
		if (str_equal(l->bases[b].ref, ref)) {
			l->chosen = b;
			return;
		}
	l->wrong[SAY_ROLE] = l->withheld ? S("Choose a role that is there, of five people or more, or all social workers")
		: S("Choose a role that is there: one of the council\u2019s own people, or all social workers");
	l->bad = true;
}

/* ---- the basis --------------------------------------------------------------------------------- */

/* Roles that whoever sees no people by name may not know of are dropped, and counted. */
static int
withhold(struct plan_look *l, struct plan_basis *own, int count)
{
	int64_t *filled = new(l->perm, count + 1, int64_t);
	bool *hidden = new(l->perm, count + 1, bool), total;
	int kept = 0, least = protect_internal.threshold;
	if (count == 0 || sight_total(&l->own.sight, NOT_THERE, GROUP_IDENTITY).reach >= REACH_READ)
		return count;
	for (int b = 0; b < count; b++)
		filled[b] = own[b].filled;
	protect_parts(filled, count, protect_internal, hidden, &total, *l->perm);
	for (int b = 0; b < count; b++) {
		bool few = hidden[b] || own[b].posts < least || own[b].filled < least;
		l->withheld += few;
		l->seniors_withheld = l->seniors_withheld || (few && own[b].census == CENSUS_SENIOR);
		if (!few)
			own[kept++] = own[b];
	}
	return kept;
}

static void
take_bases(struct plan_look *l, const struct plan_basis *published)
{
	struct plan_basis *own = NULL;
	int count = l->has_own ? plan_of_own(l->asked.p, published, l->own.roster, l->ask->day, &own, l->perm) : 0;
	if (count)
		count = withhold(l, own, count);
	struct plan_basis *all = new(l->perm, count + 1, struct plan_basis);
	all[0] = *published;
	for (int b = 0; b < count; b++)
		all[b + 1] = own[b];
	l->bases = all;
	l->base_count = count + 1;
}

struct ahead
plan_ahead_of(struct plan_look *l, const struct plan_basis *basis, bool asked)
{
	double pay = (double)plan_assumes(l, ASSUME_PAY, basis->ref) / MICRO, lead = (double)plan_assumes(l, ASSUME_LEAD, basis->ref) / MICRO;
	double premium = (double)plan_assumes(l, ASSUME_AGENCY_PREMIUM, basis->ref) / MICRO;
	double cover = (double)plan_assumes(l, ASSUME_AGENCY_COVER, basis->ref) / MICRO;
	double years = (double)plan_assumes(l, ASSUME_YEARS_DIFFER, basis->ref) / MICRO;
	struct ahead a = { .role = basis->title, .posts = basis->posts, .leaving = basis->leaving, .lead = lead,
		.spread = sqrt(years * years + basis->unsure * basis->unsure), .over_month = (int64_t)llround(pay * 100 / 12),
		.short_month = (int64_t)llround(pay * premium * cover * 100 / 12) };
	if (!asked)
		return a;
	a.posts = (int)plan_number(l, SAY_POSTS, a.posts, 1, AHEAD_POSTS_MOST);
	a.lead = plan_number(l, SAY_LEAD, a.lead, 0.1, 60);
	a.leaving = plan_number(l, SAY_LEAVING, a.leaving * 100, 0.1, 99.9) / 100;
	if (plan_said(l, SAY_LEAVING).len)
		a.spread = years;                /* a rate that was said is not an estimate */
	return a;
}

/* ---- all of it --------------------------------------------------------------------------------- */

static bool
too_little(const struct plan_look *l, const struct error *err, struct answer *why)
{
	*why = answer_words(UNKNOWN, S("There is too little to plan from"), str_format(l->perm,
		"%.*s. Choose another council.", STR_ARG(str_capital(str_of(err->text), l->perm))), l->perm);
	why->document.caption = l->asked.place->name;
	return false;
}

static bool
not_planned(const struct plan_look *l, Str title, Str words, struct answer *why)
{
	*why = answer_words(UNKNOWN, title, words, l->perm);
	why->document.caption = l->asked.place->name;
	return false;
}

/* One council, that is there on the day, with figures that are not too old for it. */
static bool
settle_when(struct plan_look *l, struct answer *why)
{
	enum { YEARS_GOOD = 3 };
	const struct published *p = l->asked.p;
	const struct area *place = l->asked.place;
	int census = date_civil(guard_day(l->ask->day)).year;
	l->year = census < p->last_year ? census : p->last_year;
	if (place->level != AUTHORITY)
		return not_planned(l, S("A plan is of one council"), str_format(l->perm, "%.*s is not one. Each council has its own posts "
			"and its own rate of leaving: choose a council.", STR_ARG(place->name)), why);
	if (census < p->first_year)
		return not_planned(l, S("There are no figures of that day"), str_format(l->perm, "Figures are published from 30 September %d, "
			"and nothing is known of %.*s. Choose a later day.", p->first_year, STR_ARG(date_text(l->ask->day, l->perm))), why);
	if (census > l->year + YEARS_GOOD)
		return not_planned(l, S("The figures are too old"), str_format(l->perm, "The latest are of 30 September %d: too old to plan "
			"from on %.*s. Choose an earlier day.", l->year, STR_ARG(date_text(l->ask->day, l->perm))), why);
	if (place->last_year < l->year)
		*why = answer_ended(place, l->perm);
	return place->last_year >= l->year;
}

/* Whole posts as the council's outlook has them, and leaving as it expects it of the next year, where there is one: two pages
 * must not differ. */
static void
take_leaving(const struct world *world, const struct plan_look *l, struct plan_basis *published)
{
	struct error none;
	const struct outlook *outlook = expected_outlook(world, l->asked.area, l->year, 12, l->perm, &none);
	if (!outlook)
		return;
	const struct prospect *prospect = outlook->prospect;
	published->posts = prospect_lasting(prospect);
	published->filled = 0;
	for (int s = 0; s < published->posts; s++)
		published->filled += prospect->seats[s].grade != VACANT;
	published->leaving = outlook->leaving;
	published->own_weight = outlook->own_weight / 100.0;
	published->left_on = S("the leaving that the outlook expects of the next year");
}

static void
settle_filled(struct plan_look *l)
{
	int filled = plan_chosen(l)->filled < l->ahead.posts ? plan_chosen(l)->filled : l->ahead.posts;
	l->filled = (int)plan_number(l, SAY_FILLED, filled, 0, l->ahead.posts);
	if (plan_said(l, SAY_TARGET).len == 0 && plan_said(l, SAY_BY).len) {
		l->wrong[SAY_TARGET] = S("Enter the vacancy rate to reach by that day, or leave the day out");
		l->bad = true;
	}
	if (plan_said(l, SAY_TARGET).len && plan_said(l, SAY_BY).len == 0) {
		l->wrong[SAY_BY] = S("Enter the day by which to reach that vacancy rate, or leave the rate out");
		l->bad = true;
	}
}

/* Each that the page or its plan by month takes: one that cannot be stops all of it. */
static void
settle_assumed(struct plan_look *l)
{
	static const enum assumption_id taken[] = { ASSUME_OVER_SHARE, ASSUME_NEWLY_QUALIFIED, ASSUME_NEWLY_PER_SENIOR };
	static const enum assumption_id by_month[] = { ASSUME_HIRE_COST, ASSUME_INDUCTION_COST };
	for (int i = 0; i < countof(taken); i++)
		if (taken[i] != ASSUME_NEWLY_PER_SENIOR || plan_said(l, SAY_SUPPORT).len == 0)
			plan_assumes(l, taken[i], S(""));
	for (int i = 0; plan_said(l, SAY_MONTHS).len && i < countof(by_month); i++)
		plan_assumes(l, by_month[i], S(""));
}

/* A plan by month is of all social workers as the outlook has them. */
static void
settle_months(struct plan_look *l)
{
	static const enum plan_say apart[] = { SAY_ROLE, SAY_LEAVING, SAY_POSTS, SAY_FILLED };
	for (int i = 0; plan_said(l, SAY_MONTHS).len && i < countof(apart); i++)
		if (plan_said(l, apart[i]).len) {
			l->wrong[apart[i]] = S("Leave this out of a plan by month: it takes all social workers, posts and leaving from the outlook");
			l->bad = true;
		}
}

bool
plan_settle(const struct world *world, const struct ask *ask, struct plan_look *l, struct answer *why, struct arena *perm)
{
	struct plan_basis published;
	struct error err = { "" };
	*l = (struct plan_look){ .ask = ask, .perm = perm };
	if (!ask_settle(world, ask, NEEDS_AREA, &l->asked, why, perm))
		return false;
	if (!settle_when(l, why))
		return false;
	int good;
	if (!published_enough(l->asked.p, l->asked.area, l->year, &good, &err))
		return not_planned(l, S("There is too little to plan from"), str_copy(str_of(err.text), perm), why);
	if (!plan_of_published(l->asked.p, (struct plan_from){ l->asked.area, l->year }, &published, perm, &err))
		return too_little(l, &err, why);
	take_leaving(world, l, &published);
	struct answer none;
	l->has_own = ask->held && own_settle(world, ask, &l->own, &none, perm) &&
		sight_total(&l->own.sight, NOT_THERE, GROUP_IDENTITY).reach >= REACH_PSEUDONYM;
	l->council = assumptions_held(ask);
	take_bases(l, &published);
	choose(l);
	l->chance = plan_number(l, SAY_CHANCE, 90, 50, 99.9) / 100;
	l->ahead = plan_ahead_of(l, plan_chosen(l), true);
	settle_filled(l);
	settle_months(l);
	settle_assumed(l);
	if (l->fault.len == 0 && ahead_fault(&l->ahead, &err))
		l->fault = str_capital(str_of(err.text), perm);
	l->bad = l->bad || l->fault.len;
	l->over = l->bad ? 0 : ahead_over(&l->ahead, 1 - l->chance);
	return true;
}

/* ---- words ------------------------------------------------------------------------------------- */

Str
plan_chance_words(double chance, struct arena *perm)
{
	double tenths = chance * 10;
	if (fabs(tenths - round(tenths)) < 1e-9)
		return str_format(perm, "%.0f in 10", round(tenths));
	return str_format(perm, "%.*s%%", STR_ARG(number_words(chance * 100, perm)));
}

/* Thousands, of large sums ten thousands: more would be more than is known. */
Str
plan_pounds(int64_t pence, struct arena *perm)
{
	int64_t pounds = (pence + 50) / 100, step = pounds >= 1000000 ? 10000 : pounds >= 10000 ? 1000 : 100;
	return str_format(perm, "\u00A3%.*s", STR_ARG(figure_text(figure_whole((pounds + step / 2) / step * step), 0, perm)));
}

Str
plan_href(const struct plan_look *l, enum plan_say say, Str value)
{
	struct text to = text_new(l->perm);
	char mark = '?';
	text_format(&to, "/authorities/%.*s/plan", STR_ARG(l->asked.place->slug));
	for (int s = 0; s < PLAN_SAYS; s++) {
		Str said = s == (int)say ? value : plan_said(l, (enum plan_say)s);
		if (said.len == 0)
			continue;
		text_format(&to, "%c%.*s=%.*s", mark, STR_ARG(says[s].name), STR_ARG(url_part(said, l->perm)));
		mark = '&';
	}
	if (l->ask->on.len)
		text_format(&to, "%con=%.*s", mark, STR_ARG(date_iso(l->ask->day, l->perm)));
	return text_str(&to);
}

/* ---- the form ---------------------------------------------------------------------------------- */

static struct pick *
role_picks(const struct plan_look *l)
{
	struct pick *picks = new(l->perm, l->base_count, struct pick);
	for (int b = 0; b < l->base_count; b++)
		picks[b] = (struct pick){ .value = l->bases[b].ref, .chosen = b == l->chosen, .words = b == 0
			? S("All social workers, from published figures") : l->bases[b].title };
	return picks;
}

static Str
said_or(const struct plan_look *l, enum plan_say say, double is)
{
	Str said = plan_said(l, say);
	return said.len ? said : number_words(round(is * 10) / 10, l->perm);
}

struct input
plan_input(const struct plan_look *l, enum plan_say say, Str value)
{
	return (struct input){ .name = says[say].name, .label = says[say].label, .numeric = true, .width = 5, .value = value,
		.error = l->wrong[say] };
}

void
plan_add_form(struct document *doc, const struct plan_look *l)
{
	struct arena *perm = doc->arena;
	struct input *inputs = new(perm, PLAN_SAYS, struct input);
	int n = 0;
	if (!l->ask->page_only)
		return;
	if (l->base_count > 1)
		inputs[n++] = (struct input){ .kind = INPUT_SELECT, .name = says[SAY_ROLE].name, .label = says[SAY_ROLE].label,
			.picks = role_picks(l), .pick_count = l->base_count, .error = l->wrong[SAY_ROLE], .value = plan_said(l, SAY_ROLE) };
	inputs[n++] = plan_input(l, SAY_CHANCE, said_or(l, SAY_CHANCE, l->chance * 100));
	inputs[n++] = plan_input(l, SAY_LEAD, said_or(l, SAY_LEAD, l->ahead.lead));
	inputs[n++] = plan_input(l, SAY_LEAVING, said_or(l, SAY_LEAVING, l->ahead.leaving * 100));
	inputs[n++] = plan_input(l, SAY_POSTS, said_or(l, SAY_POSTS, l->ahead.posts));
	if (plan_said(l, SAY_FILLED).len)
		inputs[n++] = plan_input(l, SAY_FILLED, plan_said(l, SAY_FILLED));
	inputs[n] = plan_input(l, SAY_TARGET, plan_said(l, SAY_TARGET));
	inputs[n++].optional = true;
	inputs[n++] = (struct input){ .kind = INPUT_DATE, .name = says[SAY_BY].name, .label = says[SAY_BY].label, .width = 20,
		.value = plan_said(l, SAY_BY), .error = l->wrong[SAY_BY], .optional = true };
	if (l->ask->on.len)
		inputs[n++] = (struct input){ .kind = INPUT_HIDDEN, .name = S("on"), .value = date_iso(l->ask->day, perm) };
	form_add(doc, (struct form){ .asks = true, .id = S("plan"), .in_a_row = true, .action = str_format(perm,
		"/authorities/%.*s/plan", STR_ARG(l->asked.place->slug)) }, inputs, n, (struct button){ .words = S("Plan") });
}
