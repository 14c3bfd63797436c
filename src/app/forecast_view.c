/* forecast_view.c: what the views of forecasts share. */
#include "app/forecast_view.h"

#include "app/admit.h"
#include "app/expected_kept.h"
#include "app/form_made.h"
#include "app/plan.h"
#include "outlook/own.h"
#include "outlook/published.h"

/* Totals of everybody, made of rows: for whoever may see those rows, of the whole council. */
static bool
sees_all_people(const struct ask *ask, struct arena *perm)
{
	if (!ask->held)
		return false;
	struct sight sight = sight_of_ask(ask, perm);
	return sight_total(&sight, NOT_THERE, GROUP_IDENTITY).reach >= REACH_PSEUDONYM;
}

static struct answer
not_own(const struct forecasting *in, struct arena *perm)
{
	return answer_words(FORBIDDEN, S("An outlook from own people is of the whole council"), str_format(perm,
		"It opens for whoever may see the people of all of %.*s, where its records are kept here. The outlook from "
		"published figures is open to all.", STR_ARG(in->asked.place->name)), perm);
}

static struct answer
not_a_council(const struct forecasting *in, struct arena *perm)
{
	return answer_words(UNKNOWN, S("An outlook is of one council"), str_format(perm,
		"%.*s is not one. Each council has its own outlook, because each has its own rate of leaving; mainstay forecast "
		"--all-england adds them up.", STR_ARG(in->asked.place->name)), perm);
}

Str
forecasting_wrong(const struct forecasting *in)
{
	for (int said = 0; said < SAID_KINDS; said++)
		if (in->wrong[said].len)
			return in->wrong[said];
	return S("");
}

static Str *
said_in(struct ask *ask, enum said said)
{
	if (said >= SAID_SCENARIO)
		return &ask->scenario[said - SAID_SCENARIO];
	return said == SAID_MONTHS ? &ask->months : said == SAID_SAFE ? &ask->safe : said == SAID_RUNS ? &ask->runs : &ask->seed;
}

/* Each input alone, so that each error stands beside its own. */
static void
take_away_wrong(struct ask *ask, struct forecasting *in, int most, struct arena *perm)
{
	for (int said = 0; said < SAID_KINDS; said++) {
		struct ask alone = { .day = ask->day };
		struct forecast_order order;
		struct error err = { "" };
		Str *given = said_in(ask, (enum said)said);
		*said_in(&alone, (enum said)said) = *given;
		if (forecast_order_read(&in->asked, &alone, most, &order, &err))
			continue;
		in->wrong[said] = str_copy(str_of(err.text), perm);
		*given = S("");
	}
}

bool
forecasting_settle(const struct world *world, const struct ask *ask, struct forecasting *in, struct answer *why,
                   struct arena *perm)
{
	struct error err;
	*in = (struct forecasting){ 0 };
	if (!ask_settle(world, ask, NEEDS_AREA, &in->asked, why, perm))
		return false;
	if (in->asked.place->level != AUTHORITY) {
		*why = not_a_council(in, perm);
		return false;
	}
	if (!in->asked.year && in->asked.place->last_year < world->published.last_year) {
		*why = answer_ended(in->asked.place, perm);
		return false;
	}
	struct ask mended = *ask;
	int most = ask->door ? RUNS_MOST_PAGE : RUNS_MOST;
	if (ask->page_only)
		take_away_wrong(&mended, in, most, perm);
	if (!forecast_order_read(&in->asked, &mended, most, &in->order, &err)) {
		*why = answer_words(WRONG, S("That cannot be forecast"), str_copy(str_of(err.text), perm), perm);
		return false;
	}
	in->may_own = sees_all_people(ask, perm);
	if (in->order.from == FROM_OWN && !in->may_own) {
		*why = not_own(in, perm);
		return false;
	}
	return true;
}

struct outlook *
forecast_outlook(const struct world *world, const struct ask *ask, const struct forecast_order *order,
                 struct arena *perm, struct error *err)
{
	if (order->from == FROM_OWN)
		return outlook_of_own(&ask->held->roster, &world->published, order->area, order->day, order->months, perm, err);
	struct outlook *outlook = expected_outlook(world, order->area, order->origin, order->months, perm, err);
	const struct council *council = assumptions_held(ask);
	if (outlook && council)
		published_price(outlook, council, order->day, perm);
	return outlook;
}

static struct answer
too_little(const struct forecasting *in, const struct error *err, struct arena *perm)
{
	struct answer answer = answer_words(UNKNOWN, S("There is too little to go by"), str_copy(str_of(err->text), perm), perm);
	answer.document.caption = in->asked.place->name;
	return answer;
}

/* Whether it can be waited for. Of a page, as many replications as can be, where what was asked cannot. */
static bool
fit(const struct ask *ask, struct forecasting *in, int posts, struct arena *perm, struct error *err)
{
	if (forecast_fits(&in->order, posts, err))
		return true;
	int64_t runs = forecast_runs_most(&in->order, posts);
	if (!ask->page_only || runs == 0)
		return false;
	in->wrong[SAID_RUNS] = str_copy(str_of(err->text), perm);
	in->order.runs = (int)runs;
	return true;
}

bool
forecasting_run(const struct world *world, const struct ask *ask, struct forecasting *in, bool doubt, struct answer *why,
                struct arena *perm)
{
	struct error err = { "" };
	struct outlook *outlook = forecast_outlook(world, ask, &in->order, perm, &err);
	if (!outlook) {
		*why = too_little(in, &err, perm);
		return false;
	}
	struct drawn_kept *kept = doubt ? NULL : world->drawn;   /* doubt is asked about where no slider is */
	bool fits = !ask->door || fit(ask, in, outlook->prospect->seat_count, perm, &err);
	if (fits && forecast_run(&in->order, outlook, kept, ask->watch, &in->forecast, perm, &err) &&
	    (!doubt || forecast_doubt(&in->forecast, ask->watch, perm, &err)))
		return true;
	*why = answer_words(WRONG, S("That cannot be forecast"), str_copy(str_of(err.text), perm), perm);
	return false;
}

/* ---- addresses ----------------------------------------------------------------------------------- */

static void
add_part(struct text *to, const char *name, Str value, struct arena *perm)
{
	bool first = str_find(text_str(to), S("?")) < 0;
	text_format(to, "%s%s=%.*s", first ? "?" : "&", name, STR_ARG(url_part(value, perm)));
}

static void
add_number(struct text *to, const char *name, int64_t value, int64_t usual, struct arena *perm)
{
	if (value != usual)
		add_part(to, name, str_format(perm, "%lld", (long long)value), perm);
}

Str
forecasting_address(const struct forecasting *in, Str page, struct arena *perm)
{
	static const char *const names[SCENARIOS_MOST] = { "a", "b", "c" };
	const struct forecast_order *order = &in->order;
	struct text to = text_new(perm);
	text_format(&to, "/authorities/%.*s/%.*s", STR_ARG(in->asked.place->slug), STR_ARG(page));
	if (order->from == FROM_OWN)
		add_part(&to, "figures", forecast_from_name(order->from), perm);
	add_number(&to, "year", order->origin, in->asked.place->last_year, perm);
	add_number(&to, "months", order->months, MONTHS_USUAL, perm);
	add_number(&to, "runs", order->runs, RUNS_USUAL, perm);
	add_number(&to, "seed", order->seed, SEED_USUAL, perm);
	add_number(&to, "safe", order->safe, 0, perm);
	for (int i = 0; i < order->scenario_count; i++)
		if (order->scenarios[i].count)
			add_part(&to, names[i], scenario_write(&order->scenarios[i], perm), perm);
	return text_str(&to);
}

/* ---- documents ----------------------------------------------------------------------------------- */

static Str
number_or_empty(int64_t number, struct arena *perm)
{
	return number ? str_format(perm, "%lld", (long long)number) : S("");
}

/* As it was typed where it cannot be, and as it was taken otherwise. */
static void
add_said(struct form *form, const struct forecasting *in, enum said said, Str given, struct input input, struct arena *perm)
{
	input.error = in->wrong[said];
	input.numeric = true;
	if (input.error.len)
		input.value = given;
	form_input(form, perm, input);
}

/* What is rarely said goes along unseen, until it is wrong. */
static void
add_rarely_said(struct form *form, const struct forecasting *in, enum said said, Str given, struct input input,
                struct arena *perm)
{
	input.value = given;
	if (given.len && in->wrong[said].len == 0)
		form_input(form, perm, (struct input){ .kind = INPUT_HIDDEN, .name = input.name, .value = given });
	else if (in->wrong[said].len)
		add_said(form, in, said, given, input, perm);
}

void
forecasting_inputs(struct form *form, const struct forecasting *in, const struct ask *ask, struct arena *perm)
{
	const struct forecast_order *order = &in->order;
	add_said(form, in, SAID_MONTHS, ask->months, (struct input){ .name = S("months"), .label = S("Months ahead"), .width = 3,
		.value = number_or_empty(order->months, perm) }, perm);
	add_said(form, in, SAID_SAFE, ask->safe, (struct input){ .name = S("safe"), .label = S("Fewest posts filled that are safe"),
		.width = 4, .optional = true, .value = number_or_empty(order->safe, perm) }, perm);
	if (ask->year.len)
		form_input(form, perm, (struct input){ .kind = INPUT_HIDDEN, .name = S("year"), .value = ask->year });
	add_rarely_said(form, in, SAID_RUNS, ask->runs, (struct input){ .name = S("runs"), .label = S("Replications"), .width = 5,
		.hint = str_format(perm, "Empty: %d", RUNS_USUAL) }, perm);
	add_rarely_said(form, in, SAID_SEED, ask->seed, (struct input){ .name = S("seed"), .label = S("Seed"), .width = 10,
		.hint = S("Which luck: the same seed gives the same forecast. Empty: the usual one") }, perm);
	if (!in->may_own)
		return;
	struct pick *picks = new(perm, 2, struct pick);
	picks[0] = (struct pick){ .value = S("published"), .words = S("Published figures") };
	picks[1] = (struct pick){ .value = S("own"), .words = S("Our own people and posts") };
	form_input(form, perm, (struct input){ .kind = INPUT_SELECT, .name = S("figures"), .label = S("Made from"), .picks = picks,
		.pick_count = 2, .value = forecast_from_name(order->from) });
}

struct telling
forecasting_document(struct forecasting *in, Str title, Str page, struct arena *perm)
{
	struct document *doc = new(perm, 1, struct document);
	*doc = document_new(perm, title);
	struct telling to = { &in->asked, &in->forecast, doc };
	doc->caption = in->asked.place->name;
	doc->period = told_period(&to);
	doc->address = forecasting_address(in, page, perm);
	return to;
}

void
forecasting_keep(const struct telling *to, const struct forecasting *in, const struct world *world, const struct ask *ask)
{
	static const struct need plans = { OF_COUNCIL, GROUP_PLANS, REACH_WRITE };
	struct arena *perm = to->doc->arena;
	if (!ask->viewer || world->store_path.len == 0 || !admits(ask->viewer, in->asked.place->slug, plans, ask->today))
		return;
	document_heading(to->doc, 2, S("Keep it"), S("keep"));
	struct form *form = form_made(perm, forecasting_address(in, S("forecasts"), perm));
	form_input(form, perm, (struct input){ .name = S("name"), .label = S("What is it for?"), .width = 30,
		.hint = S("For example, Budget 2027. It cannot be changed or taken away, and is held against what comes") });
	form_button(form, perm, (struct button){ .words = S("Keep this forecast"), .tone = BUTTON_SECOND });
	document_form(to->doc, form);
}
