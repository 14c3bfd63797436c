/* plan_view.c: how many posts over establishment: the answer, the curve, the rules beside it, what limits it. */
#include "app/plan_parts.h"

#include <math.h>

#include "app/ticket.h"
#include "practice/agency.h"

enum { CURVE_MOST = 60 };

static Figure
percent(double share)
{
	return figure_near(share * 100);
}

static Figure
pounds(int64_t pence)
{
	return figure_micro(pence * (MICRO / 100));
}

/* ---- the answer in words ----------------------------------------------------------------------- */

static Str
plan_title(const struct plan_look *l)
{
	struct ahead_point at = ahead_at(&l->ahead, l->over);
	if (l->over == 0)
		return str_format(l->perm, "Recruit none ahead: %.*s chance of no gap without",
			STR_ARG(plan_chance_words(l->chance, l->perm)));
	return str_format(l->perm, "Recruit %d ahead: %.*s chance of no gap, about %.*s a year idle", l->over,
		STR_ARG(plan_chance_words(l->chance, l->perm)), STR_ARG(plan_pounds(at.over_cost, l->perm)));
}

/* Of the time, never more than can be said: 99.96% is not 100%. */
static Str
time_words(double share, struct arena *perm)
{
	if (share >= 0.999)
		return S("more than 99.9%");
	return figure_words(percent(share), share >= 0.99 ? 1 : 0, UNIT_PERCENT, perm);
}

static void
add_basis(struct document *doc, const struct plan_look *l)
{
	const struct plan_basis *basis = plan_chosen(l);
	struct arena *perm = doc->arena;
	bool posts = plan_said(l, SAY_POSTS).len, leaving = plan_said(l, SAY_LEAVING).len;
	Str own = leaving ? S("") : str_format(perm, " %d%% of the leaving rate is %s own; the rest is what councils have in common.",
		(int)lround(basis->own_weight * 100), basis->role == NOT_THERE ? "the council\u2019s" : "the role\u2019s");
	document_paragraph(doc, str_format(perm, "%.*s, and %.*s.%.*s Leavers come in clusters, so %s taken to differ.",
		STR_ARG(posts ? S("As many posts as you say") : basis->rests_on), STR_ARG(leaving ? S("the leaving that you say")
		: basis->left_on), STR_ARG(own), leaving ? "years are" : "years and the rate itself are"));
}

static void
add_answer(struct document *doc, const struct plan_look *l)
{
	const struct ahead *a = &l->ahead;
	struct arena *perm = doc->arena;
	Str once = figure_text(figure_near(ahead_year(a)), 1, perm), open = figure_text(figure_near(ahead_open(a).mean), 1, perm);
	document_paragraph(doc, str_format(perm, "%s: of %d posts %.*s are left in a year, and each stays open for %.*s months, so that %.*s "
		"are open at a time on average. With %d over establishment there is nobody missing %.*s of the time.",
		str_c(a->role, perm), a->posts, STR_ARG(once), STR_ARG(figure_short(figure_near(a->lead), perm)), STR_ARG(open), l->over,
		STR_ARG(time_words(1 - ahead_at(a, l->over).gap, perm))));
	add_basis(doc, l);
}

/* ---- the rules beside each other ---------------------------------------------------------------- */

enum { R_RULE, R_OVER, R_NONE, R_IDLE, R_SHORT, R_IDLE_COST, R_SHORT_COST, R_COST, R_COLUMNS };
static const struct column rule_columns[R_COLUMNS] = {
	[R_RULE] = { STR("rule"), STR("Rule"), false, false }, [R_OVER] = { STR("over"), STR("Posts over"), true, false },
	[R_NONE] = { STR("no_gap"), STR("Chance of no gap (%)"), true, false },
	[R_IDLE] = { STR("months_over"), STR("Months idle a year"), true, false },
	[R_SHORT] = { STR("months_short"), STR("Months short a year"), true, false },
	[R_IDLE_COST] = { STR("cost_over"), STR("Cost of idle (\u00A3)"), true, false },
	[R_SHORT_COST] = { STR("cost_short"), STR("Cost of gaps (\u00A3)"), true, false },
	[R_COST] = { STR("cost"), STR("Together (\u00A3)"), true, false },
};

static void
rule_cells(struct cell *cells, Str rule, const struct ahead *a, int over)
{
	struct ahead_point at = ahead_at(a, over);
	cells[R_RULE] = cell_text(rule);
	cells[R_OVER] = cell_figure(figure_whole(over), 0, UNIT_COUNT);
	cells[R_NONE] = cell_figure(percent(1 - at.gap), 1, UNIT_PERCENT);
	cells[R_IDLE] = cell_figure(figure_near(at.over_months), 1, UNIT_COUNT);
	cells[R_SHORT] = cell_figure(figure_near(at.short_months), 1, UNIT_COUNT);
	cells[R_IDLE_COST] = cell_figure(pounds(at.over_cost), 0, UNIT_POUNDS);
	cells[R_SHORT_COST] = cell_figure(pounds(at.short_cost), 0, UNIT_POUNDS);
	cells[R_COST] = cell_figure(pounds(at.over_cost + at.short_cost), 0, UNIT_POUNDS);
}

static const struct table *
rules_table(struct plan_look *l)
{
	struct arena *perm = l->perm;
	struct rows_made rows = { 0 };
	int32_t share = (int32_t)plan_assumes(l, ASSUME_OVER_SHARE, plan_chosen(l)->ref);
	Str flat = str_format(perm, "A flat %.*s of posts", STR_ARG(assumption_words(ASSUME_OVER_SHARE, share, perm)));
	rule_cells(rows_push(&rows, R_COLUMNS, perm), S("No anticipation"), &l->ahead, 0);
	rule_cells(rows_push(&rows, R_COLUMNS, perm), flat, &l->ahead, ahead_flat(l->ahead.posts, share));
	if (ahead_cheapest(&l->ahead) >= 0)
		rule_cells(rows_push(&rows, R_COLUMNS, perm), S("Cheapest in money alone"), &l->ahead, ahead_cheapest(&l->ahead));
	rule_cells(rows_push(&rows, R_COLUMNS, perm), str_format(perm, "%.*s chance of no gap", STR_ARG(plan_chance_words(l->chance, perm))),
	           &l->ahead, l->over);
	rows.at[rows.count - 1].ours = true;
	return table_of(S("rules"), S("Ways to choose how many"), rule_columns, R_COLUMNS, rows, perm);
}

/* ---- the curve ---------------------------------------------------------------------------------- */

static const struct table *
curve_table(const struct plan_look *l, const struct ahead_point *curve, int count)
{
	struct column *columns = new(l->perm, R_COLUMNS - 1, struct column);
	struct rows_made rows = { 0 };
	for (int c = 1; c < R_COLUMNS; c++)
		columns[c - 1] = rule_columns[c];
	for (int k = 0; k < count; k++) {
		struct cell cells[R_COLUMNS], *kept = rows_push(&rows, R_COLUMNS - 1, l->perm);
		rule_cells(cells, S(""), &l->ahead, curve[k].over);
		for (int c = 1; c < R_COLUMNS; c++)
			kept[c - 1] = cells[c];
		rows.at[k].ours = curve[k].over == l->over;
	}
	return table_of(S("curve"), S("Posts over establishment, and what comes of them"), columns, R_COLUMNS - 1, rows, l->perm);
}

static const struct chart *
curve_chart(const struct plan_look *l, const struct ahead_point *curve, int count)
{
	struct arena *perm = l->perm;
	Figure *chances = new(perm, count, Figure);
	Str *labels = new(perm, count, Str);
	struct chart_series *series = new(perm, 1, struct chart_series);
	struct chart *chart = new(perm, 1, struct chart);
	for (int k = 0; k < count; k++) {
		chances[k] = percent(1 - curve[k].gap);
		labels[k] = str_format(perm, "%d", curve[k].over);
	}
	series[0] = (struct chart_series){ S("No gap"), OURS, chances };
	*chart = (struct chart){ .kind = CHART_LINES, .unit = UNIT_PERCENT, .places = 0, .labels = labels, .label_count = count,
		.series = series, .series_count = 1,
		.title = str_format(perm, "With %d posts over there is no gap %.*s of the time", l->over,
			STR_ARG(time_words(1 - ahead_at(&l->ahead, l->over).gap, perm))),
		.subtitle = S("Chance of no gap (%), by posts over establishment"),
		.description = str_format(perm, "The chance of no gap rises from %.*s with none over to %.*s with %d over, and each post more adds "
			"less.", STR_ARG(figure_words(chances[0], 0, UNIT_PERCENT, perm)), STR_ARG(figure_words(chances[count - 1], 1, UNIT_PERCENT,
			perm)), curve[count - 1].over) };
	return chart;
}

/* As far as tells something, in steps that fit a page: of a large pool not every whole number. */
static int
curve_of(const struct plan_look *l, struct ahead_point *curve)
{
	int last = ahead_over(&l->ahead, 0.001), step = last / 30 + 1, count = 0;
	for (int k = 0; k <= last + step - 1 && count < CURVE_MOST - 1; k += step) {
		if (count && curve[count - 1].over < l->over && k > l->over)
			curve[count++] = ahead_at(&l->ahead, l->over);
		curve[count++] = ahead_at(&l->ahead, k);
	}
	return count;
}

static void
add_curve(struct document *doc, const struct plan_look *l)
{
	struct ahead_point *curve = new(doc->arena, CURVE_MOST, struct ahead_point);
	int count = curve_of(l, curve);
	const struct table *table = curve_table(l, curve, count);
	document_heading(doc, 2, S("Chance against posts"), S("curve"));
	document_chart(doc, curve_chart(l, curve, count), table);
	doc->data = table;
}

static void
add_rules(struct document *doc, struct plan_look *l)
{
	const struct table *table = rules_table(l);
	document_heading(doc, 2, S("Rules beside each other"), S("rules"));
	document_table(doc, table);
	doc->sheets[doc->sheet_count++] = table;
	document_paragraph(doc, S("Idle is a month of somebody who has no post of their own yet, at full pay; what they do in it is not taken "
		"off. A gap costs what agency costs beyond a permanent worker, for the share of vacancies that agency covers. What a gap does to "
		"children and to those who stay has no price here, so the cheapest in money is not the best."));
}

/* ---- by role ------------------------------------------------------------------------------------ */

static const struct column role_columns[] = {
	{ STR("role"), STR("Role"), false, false }, { STR("posts"), STR("Posts"), true, false },
	{ STR("filled"), STR("Filled"), true, false }, { STR("leaving"), STR("Left in a year (%)"), true, false },
	{ STR("own_weight"), STR("Of it the role\u2019s own (%)"), true, false }, { STR("open"), STR("Open at a time"), true, false },
	{ STR("over"), STR("Posts over"), true, false }, { STR("cost_over"), STR("Cost of idle a year (\u00A3)"), true, false },
};

static void
add_roles(struct document *doc, struct plan_look *l)
{
	struct arena *perm = doc->arena;
	struct rows_made rows = { 0 };
	int over_all = 0;
	if (l->base_count < 2 && l->withheld == 0)
		return;
	for (int b = 1; b < l->base_count; b++) {
		const struct plan_basis *basis = &l->bases[b];
		struct ahead a = plan_ahead_of(l, basis, false);
		struct error err;
		if (ahead_fault(&a, &err))
			continue;
		int over = ahead_over(&a, 1 - l->chance);
		struct cell *cells = rows_push(&rows, countof(role_columns), perm);
		over_all += over;
		cells[0] = cell_link(basis->title, plan_href(l, SAY_ROLE, basis->ref));
		cells[1] = cell_figure(figure_whole(basis->posts), 0, UNIT_COUNT);
		cells[2] = cell_figure(figure_whole(basis->filled), 0, UNIT_COUNT);
		cells[3] = cell_figure(percent(basis->leaving), 1, UNIT_PERCENT);
		cells[4] = cell_figure(percent(basis->own_weight), 0, UNIT_PERCENT);
		cells[5] = cell_figure(figure_near(ahead_open(&a).mean), 1, UNIT_COUNT);
		cells[6] = cell_figure(figure_whole(over), 0, UNIT_COUNT);
		cells[7] = cell_figure(pounds(ahead_at(&a, over).over_cost), 0, UNIT_POUNDS);
		rows.at[rows.count - 1].ours = b == l->chosen;
	}
	const struct table *table = table_of(S("roles"), S("Each role by itself"), role_columns, countof(role_columns), rows, perm);
	document_heading(doc, 2, S("By role"), S("roles"));
	document_paragraph(doc, str_format(perm, "From own people, at the same chance for each role: %d posts over in all. A post is left when "
		"its holder leaves or is promoted.", over_all));
	if (l->withheld)
		document_paragraph(doc, str_format(perm, "%.*s withheld, because so few people are in them that figures would tell of one: "
			"whoever may see people by name sees them.", STR_ARG(counted(l->withheld, "role is", "roles are", perm))));
	if (rows.count == 0)
		return;
	document_table(doc, table);
	doc->sheets[doc->sheet_count++] = table;
}

/* ---- limits ------------------------------------------------------------------------------------- */

static int
seniors_here(const struct plan_look *l)
{
	int seniors = -1;
	for (int b = 1; b < l->base_count; b++)
		if (l->bases[b].census == CENSUS_SENIOR && !l->seniors_withheld)
			seniors = (seniors < 0 ? 0 : seniors) + l->bases[b].filled;
	return seniors;
}

static void
add_limits(struct document *doc, struct plan_look *l)
{
	struct arena *perm = doc->arena;
	double newly = (double)plan_assumes(l, ASSUME_NEWLY_QUALIFIED, S("")) / MICRO;
	double each = plan_support(l);
	int expected = (int)lround(l->over * newly), needed = each > 0 ? (int)ceil(expected / each - 1e-9) : 0, here = seniors_here(l);
	int seniors = (int)plan_number(l, SAY_SENIORS, here, 0, AHEAD_POSTS_MOST);
	document_heading(doc, 2, S("Support"), S("limits"));
	document_paragraph(doc, str_format(perm, "Of %d ahead about %d would be newly qualified. At %.*s to a senior practitioner%s they "
		"need the support of %d.", l->over, expected, STR_ARG(figure_short(figure_near(each), perm)),
		plan_said(l, SAY_SUPPORT).len ? "" : " (Walsall, 2020: nine to two)", needed));
	if (seniors >= 0)
		document_paragraph(doc, str_format(perm, "%d senior practitioners are in post%s. They can support %d newly qualified workers at "
			"once, those of this year\u2019s intake among them%s", seniors, here < 0 ? " as you say" : "", (int)floor(seniors * each),
			expected > floor(seniors * each) ? ": too few for this plan. Ask for senior posts besides." : "."));
}

/* ---- what was assumed --------------------------------------------------------------------------- */

static const struct column used_columns[] = {
	{ STR("what"), STR("Assumed"), false, false }, { STR("value"), STR("Value"), false, false },
	{ STR("grade"), STR("Grade"), false, false }, { STR("set_by"), STR("Set by"), false, false },
	{ STR("source"), STR("What it rests on"), false, false },
};

static void
add_assumptions_link(struct document *doc, const struct plan_look *l)
{
	struct run *run = new(doc->arena, 1, struct run);
	*run = (struct run){ .text = S("All assumptions, and how to change one"), .href = str_format(doc->arena,
		"/authorities/%.*s/assumptions", STR_ARG(l->asked.place->slug)) };
	document_runs(doc, BLOCK_PARAGRAPH, run, 1);
}

static void
add_used(struct document *doc, const struct plan_look *l)
{
	struct arena *perm = doc->arena;
	struct rows_made rows = { 0 };
	for (int i = 0; i < l->used_count; i++) {
		struct assumption said = assumption_said(&l->used[i], perm);
		struct cell *cells = rows_push(&rows, countof(used_columns), perm);
		cells[0] = cell_text(said.what);
		cells[1] = cell_text(said.value);
		cells[2] = cell_text(said.grade);
		cells[3] = cell_text(said.who.len ? str_format(perm, "%.*s, %.*s", STR_ARG(said.who), STR_ARG(said.when)) : S("Default"));
		cells[4] = cell_text(said.source);
	}
	const struct table *table = table_of(S("assumptions"), S("What this plan assumes"), used_columns, countof(used_columns), rows, perm);
	document_heading(doc, 2, S("What was assumed"), S("assumptions"));
	document_table(doc, table);
	doc->sheets[doc->sheet_count++] = table;
	add_assumptions_link(doc, l);
}

/* ---- month by month: what was asked ------------------------------------------------------------- */

enum { PLAN_MONTHS_ASKED_MOST = 60 };

static struct plan_asked
months_asked(struct plan_look *l)
{
	struct plan_asked asked = { .months = (int)plan_number(l, SAY_MONTHS, 0, 1, PLAN_MONTHS_ASKED_MOST),
		.budget = (int64_t)plan_number(l, SAY_BUDGET, -1, 0, 1e9), .agency = (int)plan_number(l, SAY_AGENCY, -1, 0, AHEAD_POSTS_MOST),
		.seniors = (int)plan_number(l, SAY_SENIORS, seniors_here(l), 0, AHEAD_POSTS_MOST),
		.vacancy = plan_number(l, SAY_TARGET, 0, 0, 99) / 100, .support = plan_support(l), .intake = plan_intake(l) };
	Date by = { l->ask->day.day + 365 };
	if (plan_said(l, SAY_TARGET).len && (plan_said(l, SAY_BY).len == 0 || admit_day(plan_said(l, SAY_BY), &by)))
		asked.target_month = plan_months_until(l->ask->day, by);
	return asked;
}

/* ---- asking for approval ------------------------------------------------------------------------ */

void
plan_add_asking(struct document *doc, struct plan_look *l)
{
	const struct plan_basis *basis = plan_chosen(l);
	struct arena *perm = doc->arena;
	if (!l->has_own || l->over == 0 || !l->ask->page_only ||
	    viewer_permit(l->ask->viewer, l->asked.place->slug, GROUP_REQUESTS, l->ask->today).reach < REACH_WRITE)
		return;
	struct ticket_wish wish = { .role = basis->ref, .posts = l->over, .cost_year = l->ahead.over_month * 12, .why = str_format(perm,
		"Of %d posts %.*s are left in a year and stay open for %.*s months: %d over establishment give a %.*s chance of no gap.",
		l->ahead.posts, STR_ARG(figure_text(figure_near(ahead_year(&l->ahead)), 1, perm)), STR_ARG(figure_short(figure_near(l->ahead.lead), perm)),
		l->over, STR_ARG(plan_chance_words(l->chance, perm))) };
	const struct form *form = ticket_ask_form(&l->own, wish);
	struct block *inner = new(perm, 1, struct block);
	if (!form)
		return;
	*inner = (struct block){ .kind = BLOCK_FORM, .form = form };
	document_heading(doc, 2, S("Ask for them"), S("approval"));
	document_paragraph(doc, S("Each post becomes a ticket with a last day; a head of service or an HR lead who did not ask approves it."));
	document_details(doc, S("Ask for approval"), inner, 1);
}

/* ---- the page ----------------------------------------------------------------------------------- */

static struct document
plan_document(struct plan_look *l)
{
	struct document doc = document_new(l->perm, l->bad ? S("This cannot be planned as asked") : plan_title(l));
	doc.caption = l->asked.place->name;
	doc.period = str_format(l->perm, "Recruiting ahead of need, as at %.*s%s", STR_ARG(date_text(l->ask->day, l->perm)),
		l->has_own && l->ask->held->made_up ? ". The council\u2019s own people are made up." : "");
	doc.address = plan_href(l, SAY_ROLE, plan_said(l, SAY_ROLE));
	return doc;
}

static Str
what_is_wrong(const struct plan_look *l)
{
	struct text words = text_new(l->perm);
	for (int s = 0; s < PLAN_SAYS; s++)
		if (l->wrong[s].len)
			text_format(&words, "%s%.*s: %.*s.", words.len ? " " : "", STR_ARG(plan_label((enum plan_say)s)),
				STR_ARG(str_lower(l->wrong[s], l->perm)));
	if (l->fault.len)
		text_format(&words, "%s%.*s. Change it among the assumptions.", words.len ? " " : "", STR_ARG(l->fault));
	return text_str(&words);
}

struct answer
show_plan(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct plan_look l;
	struct answer answer;
	if (!plan_settle(world, ask, &l, &answer, perm))
		return answer;
	struct document doc = plan_document(&l);
	struct document parts = document_new(perm, S(""));
	struct plan_asked asked = months_asked(&l);
	if (!l.bad)
		plan_add_target(&parts, &l);
	if (l.bad) {
		doc = plan_document(&l);
		document_paragraph(&doc, what_is_wrong(&l));
		plan_add_form(&doc, &l);
		if (plan_said(&l, SAY_MONTHS).len)
			plan_add_months_form(&doc, &l);
		add_assumptions_link(&doc, &l);
		return answer_of(WRONG, doc);
	}
	add_answer(&doc, &l);
	plan_add_form(&doc, &l);
	add_curve(&doc, &l);
	add_rules(&doc, &l);
	add_roles(&doc, &l);
	add_limits(&doc, &l);
	plan_add_target(&doc, &l);
	bool possible = plan_add_months(&doc, &l, asked);
	plan_add_asking(&doc, &l);
	add_used(&doc, &l);
	add_sources(&doc, l.asked.p);
	return answer_of(possible ? DONE : REFUSED, doc);
}
