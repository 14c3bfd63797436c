/* forecast_order.c: what is asked of a forecast, read from what people write. */
#include "app/forecast.h"

Str
forecast_from_name(enum forecast_from from)
{
	return from == FROM_OWN ? S("own") : S("published");
}

Str
scenario_letter(int i)
{
	static const Str letters[SCENARIOS_MOST] = { STR("A"), STR("B"), STR("C") };
	return letters[i];
}

/* ---- levers ------------------------------------------------------------------------------------ */

/* What is not said is not guessed: "over" alone would be ten posts that nobody asked for. */
static bool
says_how_much(Str lever, struct error *err)
{
	Str name = str_word(&lever), amount = str_word(&lever);
	enum lever_kind kind;
	bool more = str_equal(amount, S("from")) || str_equal(amount, S("for")) || str_equal(amount, S("effect")) ||
		str_equal(amount, S("rebound"));
	if (!lever_find(name, &kind) || lever_rows[kind].amount_label.len == 0 || (amount.len > 0 && !more))
		return true;
	const struct lever_row *row = &lever_rows[kind];
	int in_one = lever_in_one(row);
	return fail(err, "Say how much after \"%.*s\", as in \"%.*s %lld\": %.*s, a %snumber from %lld to %lld.", STR_ARG(name),
	            STR_ARG(name), (long long)(row->amount_usual / in_one), STR_ARG(row->amount_label), row->tenths ? "" : "whole ",
	            (long long)(row->amount_least / in_one), (long long)(row->amount_most / in_one));
}

bool
scenario_read(Str text, struct scenario *scenario, struct error *err)
{
	scenario->count = 0;
	while (text.len > 0) {
		Str one = str_trim(str_cut(&text, ';'));
		if (one.len == 0)
			continue;
		if (scenario->count == PULLS_MOST)
			return fail(err, "A scenario has at most %d levers.", PULLS_MOST);
		if (!says_how_much(one, err) || !lever_read(one, &scenario->levers[scenario->count], err))
			return false;
		scenario->count++;
	}
	return true;
}

Str
scenario_write(const struct scenario *scenario, struct arena *perm)
{
	struct text text = text_new(perm);
	for (int i = 0; i < scenario->count; i++) {
		text_add(&text, i ? S("; ") : S(""));
		text_add(&text, lever_write(&scenario->levers[i], perm));
	}
	return text_str(&text);
}

/* Whether an initiative is taken to change nothing, because nobody said what it changes. */
bool
lever_assumes_nothing(const struct lever *lever)
{
	const struct lever_row *row = &lever_rows[lever->kind];
	return row->effect_label.len > 0 && row->effect_usual == MICRO && lever->effect == MICRO;
}

/* ", leaving while paid, times 0.85": what was assumed of its effect, when anything was. */
static Str
effect_words(const struct lever *lever, struct arena *perm)
{
	const struct lever_row *row = &lever_rows[lever->kind];
	if (row->effect_label.len == 0)
		return S("");
	if (lever_assumes_nothing(lever))
		return S(", with no effect assumed");
	Str effect = figure_short(figure_micro(lever->effect), perm), label = str_lower(row->effect_label, perm);
	if (lever->rebound == 0 || lever->rebound == MICRO)
		return str_format(perm, ", %.*s %.*s", STR_ARG(label), STR_ARG(effect));
	return str_format(perm, ", %.*s %.*s and then %.*s", STR_ARG(label), STR_ARG(effect),
	                  STR_ARG(figure_short(figure_micro(lever->rebound), perm)));
}

/* ", in month 1", ", from month 3 for 24 months", ", from month 1 to the end". */
static Str
when_words(const struct lever *lever, struct arena *perm)
{
	const struct lever_row *row = &lever_rows[lever->kind];
	int months = row->at_once || lever->months == 0 ? row->unsaid : lever->months;
	if (months == 1)
		return str_format(perm, ", in month %d", lever->first);
	if (months == 0)
		return str_format(perm, ", from month %d to the end", lever->first);
	return str_format(perm, ", from month %d for %d months", lever->first, months);
}

Str
lever_words(const struct lever *lever, struct arena *perm)
{
	const struct lever_row *row = &lever_rows[lever->kind];
	struct text text = text_new(perm);
	text_add(&text, row->title);
	if (row->amount_label.len)
		text_format(&text, ": %.*s%.*s %.*s", STR_ARG(row->amount_before),
		            STR_ARG(figure_text(lever_amount(row, lever->amount), lever->amount % lever_in_one(row) != 0, perm)),
		            STR_ARG(lever->amount == lever_in_one(row) ? row->amount_one : row->amount_more));
	text_add(&text, when_words(lever, perm));
	text_add(&text, effect_words(lever, perm));
	return text_str(&text);
}

Str
scenario_words(const struct scenario *scenario, struct arena *perm)
{
	struct text text = text_new(perm);
	for (int i = 0; i < scenario->count; i++) {
		text_add(&text, i ? S("; ") : S(""));
		text_add(&text, lever_words(&scenario->levers[i], perm));
	}
	return text_str(&text);
}

/* ---- numbers ----------------------------------------------------------------------------------- */

struct wanted { Str given; const char *what; int64_t least, most, usual; };

static bool
read_number(struct wanted wanted, int64_t *number, struct error *err)
{
	*number = wanted.usual;
	if (wanted.given.len == 0)
		return true;
	struct parsed_decimal given = parse_decimal(wanted.given, 0, true);
	int64_t whole = given.micro / MICRO;
	if (given.ok && whole >= wanted.least && whole <= wanted.most) {
		*number = whole;
		return true;
	}
	return fail(err, "\"%.*s\" is not a number of %s from %lld to %lld.", (int)(wanted.given.len < 40 ? wanted.given.len : 40),
	            wanted.given.at, wanted.what, (long long)wanted.least, (long long)wanted.most);
}

static bool
read_from(Str given, struct forecast_order *order, struct error *err)
{
	order->from = str_equal(given, S("own")) ? FROM_OWN : FROM_PUBLISHED;
	if (given.len == 0 || str_equal(given, forecast_from_name(order->from)))
		return true;
	return fail(err, "\"%.*s\" is neither published nor own.", (int)(given.len < 40 ? given.len : 40), given.at);
}

static bool
read_scenarios(const struct ask *ask, struct forecast_order *order, struct error *err)
{
	for (int i = 0; i < SCENARIOS_MOST; i++) {
		if (!scenario_read(ask->scenario[i], &order->scenarios[i], err))
			return false;
		if (order->scenarios[i].count)
			order->scenario_count = i + 1;
	}
	return true;
}

bool
forecast_order_read(const struct asked *asked, const struct ask *ask, int most, struct forecast_order *order,
                    struct error *err)
{
	int64_t months, runs, safe;
	*order = (struct forecast_order){ .area = asked->area, .day = ask->day,
	                                  .origin = asked->year ? asked->year : asked->place->last_year };
	if (!read_from(ask->figures, order, err)
	    || !read_number((struct wanted){ ask->months, "months ahead", 1, MONTHS_MOST, MONTHS_USUAL }, &months, err)
	    || !read_number((struct wanted){ ask->runs, "replications here", 1, most, RUNS_USUAL }, &runs, err)
	    || !read_number((struct wanted){ ask->seed, "a seed", 0, INT64_C(999999999), SEED_USUAL }, &order->seed, err)
	    || !read_number((struct wanted){ ask->safe, "posts", 0, SEATS_MOST, 0 }, &safe, err))
		return false;
	order->months = (int)months;
	order->runs = (int)runs;
	order->safe = (int)safe;
	return read_scenarios(ask, order, err);
}

int64_t
forecast_runs_most(const struct forecast_order *order, int posts)
{
	int64_t each = (int64_t)posts * order->months * (1 + order->scenario_count);
	return each > 0 ? FORECAST_ROOM / each : RUNS_MOST;
}

bool
forecast_fits(const struct forecast_order *order, int posts, struct error *err)
{
	int64_t most = forecast_runs_most(order, posts);
	if (order->runs <= most)
		return true;
	return fail(err, "%d replications of %d posts over %d months take longer than a page can wait. Ask for "
	            "%lld at most, or for fewer months, or run it with mainstay forecast.", order->runs, posts, order->months,
	            (long long)most);
}
