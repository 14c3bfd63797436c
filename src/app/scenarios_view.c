/* scenarios_view.c: what if? Levers on the left, what they change on the right, what they cost under it. */
#include "app/forecast_pages.h"
#include "app/forecast_view.h"
#include "app/form_made.h"

enum { FIELDS = 5 };

/* What a lever's fields are called in the form: "over", "over.from"; and what each is of a lever. */
static const Str parts[FIELDS] = { STR(""), STR(".from"), STR(".for"), STR(".effect"), STR(".rebound") };

struct editing {
	struct forecasting *in;
	const struct ask *ask;
	int shown;                   /* which scenario the form makes */
	struct { Str given[FIELDS], error; } fields[LEVERS];
	bool wrong;
	struct arena *perm;
};

bool
scenario_field(Str name)
{
	Str rest = name, lever = str_cut(&rest, '.'), part = str_from(name, lever.len);
	enum lever_kind kind;
	if (str_equal(name, S("edit")))
		return true;
	for (int f = 0; f < FIELDS; f++)
		if (str_equal(part, parts[f]))
			return lever_find(lever, &kind);
	return false;
}

/* ---- reading the form ---------------------------------------------------------------------------- */

/* By the form's button, or by an address with any of its fields. */
static bool
is_sent(const struct editing *e)
{
	bool sent = e->ask->asked && sents_has(e->ask->asked, S("edit"));
	for (int kind = 0; kind < LEVERS && e->ask->asked && !sent; kind++)
		for (int f = 0; f < FIELDS && !sent; f++)
			sent = sents_has(e->ask->asked, str_join(lever_rows[kind].name, parts[f], e->perm));
	return sent;
}

static bool
whole_of(Str text, int64_t usual, int64_t *whole)
{
	struct parsed_decimal given = parse_decimal(text, 0, true);
	*whole = text.len ? given.micro / MICRO : usual;
	return text.len == 0 || given.ok;
}

/* How much, as its row counts it. */
static bool
amount_of(Str text, const struct lever_row *row, int64_t *amount)
{
	struct parsed_decimal given = parse_decimal(text, row->tenths ? 1 : 0, true);
	*amount = text.len ? given.micro / (MICRO / lever_in_one(row)) : row->amount_usual;
	return text.len == 0 || given.ok;
}

static bool
effect_of(Str text, int32_t usual, int32_t *effect)
{
	struct parsed_decimal given = parse_decimal(text, 6, false);
	*effect = text.len ? (int32_t)(given.ok && given.micro <= 10 * MICRO ? given.micro : 0) : usual;
	return text.len == 0 || (given.ok && given.micro >= 0 && given.micro <= 10 * MICRO);
}

/* False with words beside the field. Whether it is within its row's range, lever_read judges. */
static bool
lever_of(struct editing *e, int kind, struct lever *lever)
{
	const Str *given = e->fields[kind].given;
	int64_t first = 1, months = 0, amount = 0;
	struct error err = { "" };
	*lever = (struct lever){ .kind = (enum lever_kind)kind };
	bool read = amount_of(given[0], &lever_rows[kind], &amount) && whole_of(given[1], 1, &first)
		&& whole_of(given[2], 0, &months) && effect_of(given[3], lever_rows[kind].effect_usual, &lever->effect)
		&& effect_of(given[4], 0, &lever->rebound) && first >= 1 && first <= MONTHS_MOST && months >= 0 && months <= MONTHS_MOST;
	if (!read) {
		e->fields[kind].error = lever_rows[kind].tenths
			? S("Enter cases with one decimal at most, such as 16.5, whole months, and an effect such as 0.9")
			: S("Enter whole numbers, such as 10 and not 10.9, and an effect such as 0.9");
		return false;
	}
	lever->amount = amount;
	lever->first = (int)first;
	lever->months = (int)months;
	struct lever again;
	if (lever_read(lever_write(lever, e->perm), &again, &err)) {
		*lever = again;
		return true;
	}
	e->fields[kind].error = str_copy(str_of(err.text), e->perm);
	return false;
}

/* A lever is pulled when its own field says how much; one that has no amount, when its effect is given. */
static bool
is_pulled(const struct editing *e, int kind)
{
	bool counted_in = lever_rows[kind].amount_label.len > 0;
	Str said = e->fields[kind].given[counted_in ? 0 : 3];
	return said.len > 0 && !(counted_in && str_equal(said, S("0")));
}

/* The fields say what the scenario is. False where they say nothing: then its words do, which are there to be mended when
 * they were wrong. */
static bool
read_form(struct editing *e)
{
	struct scenario *scenario = &e->in->order.scenarios[e->shown];
	const struct scenario in_words = *scenario;
	scenario->count = 0;
	for (int kind = 0; kind < LEVERS; kind++) {
		for (int f = 0; f < FIELDS; f++)
			e->fields[kind].given[f] = str_trim(sents_find(e->ask->asked, str_join(lever_rows[kind].name, parts[f], e->perm)));
		if (!is_pulled(e, kind))
			continue;
		if (lever_of(e, kind, &scenario->levers[scenario->count]))
			scenario->count++;
		else
			e->wrong = true;
	}
	bool says = scenario->count > 0 || e->wrong;
	if (says)
		e->in->wrong[SAID_SCENARIO + e->shown] = S("");
	else
		*scenario = in_words;
	if (scenario->count && e->in->order.scenario_count <= e->shown)
		e->in->order.scenario_count = e->shown + 1;
	return says;
}

/* What is left of it when one lever is not pulled. */
static void
leave_out(struct scenario *scenario, int lever)
{
	for (int i = lever; i + 1 < scenario->count; i++)
		scenario->levers[i] = scenario->levers[i + 1];
	scenario->count--;
}

/* What cannot be pulled, on the prospect itself: of the scenario of the form told at its field, of another beside its words;
 * and left out of what is shown. */
static void
judge_pulls(struct editing *e, int scenario, const struct prospect *base)
{
	struct scenario *judged = &e->in->order.scenarios[scenario];
	struct error err = { "" };
	for (int i = 0; i < judged->count; i++) {
		if (lever_pull(base, judged->levers, i + 1, e->perm, &err))
			continue;
		Str why = str_copy(str_of(err.text), e->perm);
		if (scenario == e->shown)
			e->fields[judged->levers[i].kind].error = why;
		else
			e->in->wrong[SAID_SCENARIO + scenario] = why;
		e->wrong = true;
		leave_out(judged, i--);
	}
}

static void
judge_scenarios(struct editing *e, const struct world *world)
{
	struct error err = { "" };
	struct forecast_order *order = &e->in->order;
	const struct outlook *outlook = forecast_outlook(world, e->ask, order, e->perm, &err);
	if (!outlook)
		return;
	const struct prospect *base = forecast_base(order, outlook, e->perm);
	for (int scenario = 0; scenario < order->scenario_count; scenario++)
		judge_pulls(e, scenario, base);
	while (order->scenario_count > 0 && order->scenarios[order->scenario_count - 1].count == 0)
		order->scenario_count--;
}

/* The scenario of the address, as the form would say it. */
static void
fill_form(struct editing *e)
{
	const struct scenario *scenario = &e->in->order.scenarios[e->shown];
	for (int i = 0; i < scenario->count; i++) {
		const struct lever *lever = &scenario->levers[i];
		Str *given = e->fields[lever->kind].given;
		given[0] = figure_short(lever_amount(&lever_rows[lever->kind], lever->amount), e->perm);
		given[1] = str_format(e->perm, "%d", lever->first);
		given[2] = lever->months ? str_format(e->perm, "%d", lever->months) : S("");
		if (lever_rows[lever->kind].effect_label.len)
			given[3] = figure_short(figure_micro(lever->effect), e->perm);
		given[4] = lever->rebound ? figure_short(figure_micro(lever->rebound), e->perm) : S("");
	}
}

/* ---- the form ------------------------------------------------------------------------------------ */

static void
add_field(struct form *form, const struct editing *e, int kind, int field, struct input input)
{
	input.name = str_join(lever_rows[kind].name, parts[field], e->perm);
	input.value = e->fields[kind].given[field];
	input.numeric = true;
	form_input(form, e->perm, input);
}

static Str
effect_hint(const struct editing *e, int kind)
{
	int32_t usual = lever_rows[kind].effect_usual;
	if (usual == MICRO)
		return S("1 is no effect, and is taken unless you say otherwise");
	return str_format(e->perm, "%.*s unless you say otherwise", STR_ARG(figure_short(figure_micro(usual), e->perm)));
}

/* A slider begins at one less than the least, which is nothing, and ends where people rarely go: more can be typed. */
struct slider { int64_t least, most; };

/* Of cases: first a little under what case holders have now, or a first touch would ask for hundreds of posts. */
static struct slider
slider_of_cases(const struct forecast *f, const struct lever_row *row)
{
	Figure now = forecast_mean(&f->base, TALLY_CASELOAD, 0);
	int64_t least = row->amount_least / lever_in_one(row), cases = figure_present(now) ? now.micro / MICRO
		: row->amount_usual / lever_in_one(row);
	int64_t first = cases - 1 > least ? cases - 1 : least;
	return (struct slider){ first - 1, cases + 1 > first ? cases + 1 : first + 1 };
}

static struct slider
slider_of(const struct forecast *f, const struct lever_row *row)
{
	if (row == &lever_rows[LEVER_CASELOAD] && forecast_has(f, forecast_line_of(TALLY_CASELOAD)))
		return slider_of_cases(f, row);
	enum { TIMES_USUAL = 5, AT_LEAST = 12 };
	int64_t in_one = lever_in_one(row), least = row->amount_least / in_one, furthest = row->amount_most / in_one;
	int64_t most = row->amount_usual / in_one * TIMES_USUAL > AT_LEAST ? row->amount_usual / in_one * TIMES_USUAL : AT_LEAST;
	return (struct slider){ least > 0 ? least - 1 : 0, most < furthest ? most : furthest };
}

/* When, how long and with what effect are asked of a lever that is pulled, and of one that has nothing else. */
static void
add_lever(struct form *form, const struct editing *e, int kind)
{
	const struct lever_row *row = &lever_rows[kind];
	bool pulled = is_pulled(e, kind), counted_in = row->amount_label.len > 0;
	Str title = row->title;
	if (counted_in)
		add_field(form, e, kind, 0, (struct input){ .label = str_format(e->perm, "%.*s: %.*s", STR_ARG(title),
			STR_ARG(str_lower(row->amount_label, e->perm))), .width = 5, .error = e->fields[kind].error,
			.least = slider_of(&e->in->forecast, row).least, .most = slider_of(&e->in->forecast, row).most });
	if (row->effect_label.len && (pulled || !counted_in))
		add_field(form, e, kind, 3, (struct input){ .label = str_format(e->perm, "%.*s: %.*s", STR_ARG(title),
			STR_ARG(str_lower(row->effect_label, e->perm))), .width = 5, .error = counted_in ? S("") : e->fields[kind].error,
			.hint = effect_hint(e, kind) });
	if (!pulled)
		return;
	if (kind == LEVER_PAYMENT)
		add_field(form, e, kind, 4, (struct input){ .label = S("Leaving afterwards, times"), .width = 5,
			.hint = S("The rebound when the payment ends; 1 is none") });
	add_field(form, e, kind, 1, (struct input){ .label = row->at_once ? S("In month") : S("From month"), .width = 3 });
	if (!row->at_once)
		add_field(form, e, kind, 2, (struct input){ .label = S("For how many months"), .width = 3,
			.hint = row->unsaid == 1 ? S("Empty: once; longer: again each year") : row->unsaid ? S("Empty: a year") : S("Empty: to the end") });
}

/* Other scenarios go along unseen; one that cannot be is there to be mended, in the words it was said in. */
static void
add_others(struct form *form, const struct editing *e)
{
	static const Str names[SCENARIOS_MOST] = { STR("a"), STR("b"), STR("c") };
	for (int i = 0; i < SCENARIOS_MOST; i++) {
		Str why = e->in->wrong[SAID_SCENARIO + i];
		if (why.len)
			form_input(form, e->perm, (struct input){ .name = names[i], .error = why, .value = e->ask->scenario[i], .width = 30,
				.label = str_format(e->perm, "Scenario %.*s, in words", STR_ARG(scenario_letter(i))),
				.hint = S("For example, over 10 from 3 for 24; faster 2") });
		else if (i != e->shown && e->in->order.scenarios[i].count)
			form_input(form, e->perm, (struct input){ .kind = INPUT_HIDDEN, .name = names[i],
				.value = scenario_write(&e->in->order.scenarios[i], e->perm) });
	}
	form_input(form, e->perm, (struct input){ .kind = INPUT_HIDDEN, .name = S("show"), .value = names[e->shown] });
	form_input(form, e->perm, (struct input){ .kind = INPUT_HIDDEN, .name = S("edit"), .value = S("yes") });
}

static void
add_form(const struct telling *to, const struct editing *e)
{
	Str action = str_format(e->perm, "/authorities/%.*s/scenarios", STR_ARG(e->in->asked.place->slug));
	struct form *form = form_made(e->perm, action);
	form->asks = true;
	form->id = S("scenario");
	form->legend = str_format(e->perm, "Scenario %.*s", STR_ARG(scenario_letter(e->shown)));
	for (int kind = 0; kind < LEVERS; kind++)
		add_lever(form, e, kind);
	forecasting_inputs(form, e->in, e->ask, e->perm);
	add_others(form, e);
	form_button(form, e->perm, (struct button){ .words = S("Show what it changes") });
	document_form(to->doc, form);
}

static void
add_choice(const struct telling *to, const struct editing *e)
{
	static const char *const names[SCENARIOS_MOST] = { "a", "b", "c" };
	struct pick *picks = new(e->perm, SCENARIOS_MOST, struct pick);
	Str here = forecasting_address(e->in, S("scenarios"), e->perm);
	for (int i = 0; i < SCENARIOS_MOST; i++)
		picks[i] = (struct pick){ .words = scenario_letter(i), .chosen = i == e->shown,
			.value = str_format(e->perm, "%.*s%sshow=%s", STR_ARG(here), str_find(here, S("?")) < 0 ? "?" : "&", names[i]) };
	document_choices(to->doc, S("Change scenario:"), picks, SCENARIOS_MOST);
}

/* ---- the page ------------------------------------------------------------------------------------ */

static Str
title_of(const struct telling *to, const struct editing *e)
{
	const struct forecast_order *order = &e->in->order;
	struct text title = text_new(e->perm);
	if (order->scenario_count == 0)
		return S("What could be done: nothing is changed yet");
	for (int s = 0; s < order->scenario_count; s++)
		if (order->scenarios[s].count)
			text_format(&title, "%s%.*s: %.*s", title.len ? "; " : "", STR_ARG(scenario_letter(s)), STR_ARG(told_gap(to, s)));
	return text_str(&title);
}

static void
tell_scenarios(const struct telling *to, const struct editing *e)
{
	const struct forecast_order *order = &e->in->order;
	for (int s = 0; s < order->scenario_count; s++)
		if (order->scenarios[s].count)
			tell_gap(to, s);
	for (int s = 0; s < order->scenario_count; s++) {
		struct block *inner = new(e->perm, 1, struct block);
		if (order->scenarios[s].count == 0)
			continue;
		*inner = (struct block){ .kind = BLOCK_CHART, .chart = told_scenario_fan(to, s, TALLY_FILLED) };
		document_details(to->doc, str_format(e->perm, "Scenario %.*s as a fan of its own", STR_ARG(scenario_letter(s))), inner, 1);
	}
}

static struct answer
answer_scenarios(const struct world *world, const struct editing *e)
{
	struct telling to = forecasting_document(e->in, S(""), S("scenarios"), e->perm);
	to.doc->title = title_of(&to, e);
	add_choice(&to, e);
	add_form(&to, e);
	int form = to.doc->block_count;
	tell_fan(&to, TALLY_FILLED);
	tell_odds(&to);
	if (e->in->order.scenario_count == 0)
		document_paragraph(to.doc, S("Give a number on any line of the form and see what it changes, what it costs and how "
			"sure that is. Nothing is taken to work unless you say by how much."));
	else
		tell_side_by_side(&to);
	to.doc->beside = to.doc->block_count - form;
	tell_scenarios(&to, e);
	if (e->in->order.scenario_count)
		tell_levers(&to);
	tell_table(&to);
	tell_assumptions(&to);
	forecasting_keep(&to, e->in, world, e->ask);
	tell_data(&to);
	add_sources(to.doc, e->in->asked.p);
	return answer_of(e->wrong || forecasting_wrong(e->in).len ? WRONG : DONE, *to.doc);
}

static int
shown_of(Str show)
{
	return str_equal(show, S("b")) ? 1 : str_equal(show, S("c")) ? 2 : 0;
}

/* For the engine in the page: no name, no reference, and for who sees this page alone. */
static struct answer
give_prospect(const struct world *world, const struct ask *ask, const struct forecasting *in, struct arena *perm)
{
	struct error err = { "" };
	struct outlook *outlook = forecast_outlook(world, ask, &in->order, perm, &err);
	if (!outlook)
		return answer_words(UNKNOWN, S("There is too little to go by"), str_copy(str_of(err.text), perm), perm);
	struct answer answer = answer_of(DONE, document_new(perm, S("What is expected, for an engine")));
	answer.file = (struct file_given){ S("prospect.txt"), S("text/plain; charset=utf-8"),
		prospect_write(forecast_base(&in->order, outlook, perm), perm) };
	return answer;
}

struct answer
show_scenarios(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct forecasting in;
	struct answer answer;
	if (!forecasting_settle(world, ask, &in, &answer, perm))
		return answer;
	if (str_equal(ask->how, S("prospect")) && forecasting_wrong(&in).len)
		return answer_words(WRONG, S("That cannot be forecast"), forecasting_wrong(&in), perm);
	if (str_equal(ask->how, S("prospect")))
		return give_prospect(world, ask, &in, perm);
	struct editing e = { .in = &in, .ask = ask, .shown = shown_of(ask->show), .perm = perm };
	if (!is_sent(&e) || !read_form(&e))
		fill_form(&e);
	if (ask->page_only)
		judge_scenarios(&e, world);
	if (!forecasting_run(world, ask, &in, false, &answer, perm))
		return answer;
	return answer_scenarios(world, &e);
}
