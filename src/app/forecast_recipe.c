/* forecast_recipe.c: a recipe, written and read. */
#include "app/forecast_recipe.h"

#include <string.h>

#include "files/file.h"

#define HEAD "mainstay forecast recipe 1"

/* ---- writing ------------------------------------------------------------------------------------- */

/* On one line, with tabs between: a tab or an end of line inside is a blank. */
static void
add_field(struct text *to, Str field, char after)
{
	for (ptrdiff_t i = 0; i < field.len; i++)
		text_char(to, (unsigned char)field.at[i] < ' ' ? ' ' : field.at[i]);
	text_char(to, after);
}

static Str
inputs_text(const struct outlook *outlook, struct arena *perm)
{
	struct text text = text_new(perm);
	for (int i = 0; i < outlook->input_count; i++) {
		text_add(&text, S("input "));
		add_field(&text, outlook->inputs[i], '\n');
	}
	return text_str(&text);
}

static void
add_assumptions(struct text *to, const struct outlook *outlook)
{
	for (int i = 0; i < outlook->assumption_count; i++) {
		const struct assumption *a = &outlook->assumptions[i];
		Str fields[] = { a->what, a->value, a->unit, a->source, a->grade, a->who, a->when };
		text_add(to, S("assumption "));
		for (int f = 0; f < countof(fields); f++)
			add_field(to, fields[f], f + 1 < countof(fields) ? '\t' : '\n');
	}
}

static void
add_order(struct text *to, const struct forecast_order *order, struct arena *perm)
{
	text_format(to, "figures %.*s\n", STR_ARG(forecast_from_name(order->from)));
	if (order->from == FROM_OWN)
		text_format(to, "day %.*s\n", STR_ARG(date_iso(order->day, perm)));
	else
		text_format(to, "origin %d\n", order->origin);
	text_format(to, "months %d\nruns %d\nseed %lld\nsafe %d\n", order->months, order->runs, (long long)order->seed,
	            order->safe);
	for (int s = 0; s < order->scenario_count; s++)
		text_format(to, "%.*s %.*s\n", STR_ARG(result_ways[1 + 2 * s]), STR_ARG(scenario_write(&order->scenarios[s], perm)));
}

static int64_t
micro_of(double value)
{
	return (int64_t)(value * MICRO + (value < 0 ? -0.5 : 0.5));
}

Str
forecast_recipe_write(const struct forecast *forecast, Str authority, struct arena *perm)
{
	const struct outlook *outlook = forecast->outlook;
	struct text to = text_new(perm);
	Str inputs = inputs_text(outlook, perm);
	text_format(&to, HEAD "\nprogram %s\nauthority %.*s\n", MAINSTAY_VERSION, STR_ARG(authority));
	add_order(&to, &forecast->order, perm);
	text_format(&to, "own-weight %d\nleaving %lld\nengland %lld\n", outlook->own_weight,
	            (long long)micro_of(outlook->leaving), (long long)micro_of(outlook->national));
	text_format(&to, "inputs-sha256 %.*s\n", STR_ARG(file_sha256(inputs, perm)));
	text_add(&to, inputs);
	add_assumptions(&to, outlook);
	text_add(&to, S("prospect\n"));
	text_add(&to, prospect_write(outlook->prospect, perm));
	return text_str(&to);
}

/* ---- reading ------------------------------------------------------------------------------------- */

struct reader {
	struct recipe *recipe;
	const struct areas *areas;
	struct arena *perm;
	int inputs_room, assumptions_room;
};

static bool
number_of(Str text, int64_t least, int64_t most, int64_t *number)
{
	struct parsed_decimal given = parse_decimal(text, 0, false);
	*number = given.micro / MICRO;
	return given.ok && *number >= least && *number <= most;
}

static void
read_assumption(struct reader *in, Str text)
{
	struct outlook *outlook = &in->recipe->outlook;
	struct assumption *a = &outlook->assumptions[outlook->assumption_count++];
	Str *fields[] = { &a->what, &a->value, &a->unit, &a->source, &a->grade, &a->who, &a->when };
	for (int f = 0; f < countof(fields); f++)
		*fields[f] = str_cut(&text, '\t');
}

static bool
read_text_line(struct reader *in, Str key, Str value)
{
	struct recipe *recipe = in->recipe;
	struct outlook *outlook = &recipe->outlook;
	if (str_equal(key, S("program")))
		recipe->program = value;
	else if (str_equal(key, S("inputs-sha256")))
		recipe->inputs_sha256 = value;
	else if (str_equal(key, S("input")))
		outlook->inputs[outlook->input_count++] = value;
	else if (str_equal(key, S("assumption")))
		read_assumption(in, value);
	else
		return false;
	return true;
}

static bool
read_place(struct reader *in, Str key, Str value, bool *known)
{
	struct recipe *recipe = in->recipe;
	*known = true;
	if (str_equal(key, S("authority"))) {
		recipe->authority = value;
		recipe->order.area = area_exact(in->areas, value);
		return recipe->order.area != NO_AREA;
	}
	if (str_equal(key, S("figures"))) {
		recipe->order.from = str_equal(value, S("own")) ? FROM_OWN : FROM_PUBLISHED;
		return str_equal(value, forecast_from_name(recipe->order.from));
	}
	if (str_equal(key, S("day")))
		return date_parse(value, &recipe->order.day);
	*known = false;
	return true;
}

/* The numbers of a recipe, each with what it may be. */
static bool
read_number_line(struct recipe *recipe, Str key, Str value, bool *known)
{
	int64_t number;
	struct { Str key; int64_t least, most; int *whole; double *rate; int64_t *large; } rows[] = {
		{ S("origin"), 1900, 2200, &recipe->order.origin, NULL, NULL },
		{ S("months"), 1, MONTHS_MOST, &recipe->order.months, NULL, NULL },
		{ S("runs"), 1, RUNS_MOST, &recipe->order.runs, NULL, NULL },
		{ S("safe"), 0, SEATS_MOST, &recipe->order.safe, NULL, NULL },
		{ S("own-weight"), 0, 100, &recipe->outlook.own_weight, NULL, NULL },
		{ S("leaving"), 0, 100 * (int64_t)MICRO, NULL, &recipe->outlook.leaving, NULL },
		{ S("england"), 0, 100 * (int64_t)MICRO, NULL, &recipe->outlook.national, NULL },
		{ S("seed"), 0, INT64_C(1000000000), NULL, NULL, &recipe->order.seed },
	};
	*known = false;
	for (int i = 0; i < countof(rows); i++) {
		if (!str_equal(rows[i].key, key))
			continue;
		*known = true;
		if (!number_of(value, rows[i].least, rows[i].most, &number))
			return false;
		if (rows[i].whole)
			*rows[i].whole = (int)number;
		else if (rows[i].rate)
			*rows[i].rate = (double)number / MICRO;
		else
			*rows[i].large = number;
	}
	return true;
}

static bool
read_scenario_line(struct recipe *recipe, Str key, Str value, bool *known, struct error *err)
{
	*known = false;
	for (int s = 0; s < SCENARIOS_MOST; s++) {
		if (!str_equal(result_ways[1 + 2 * s], key))
			continue;
		*known = true;
		recipe->order.scenario_count = s + 1;
		return scenario_read(value, &recipe->order.scenarios[s], err);
	}
	return true;
}

static bool
read_line(struct reader *in, Str line, int at, struct error *err)
{
	Str value = line, key = str_cut(&value, ' ');
	bool known = read_text_line(in, key, value);
	if (known)
		return true;
	if (!read_place(in, key, value, &known) || (!known && !read_number_line(in->recipe, key, value, &known)))
		return fail(err, "line %d of the recipe has a %.*s that cannot be", at, (int)(key.len < 40 ? key.len : 40), key.at);
	if (!known && !read_scenario_line(in->recipe, key, value, &known, err))
		return fail_within(err, "line %d of the recipe", at);
	return known || fail(err, "line %d of the recipe says something unknown", at);
}

static int
lines_beginning(Str text, Str with)
{
	int count = 0;
	while (text.len > 0)
		count += str_begins(str_cut(&text, '\n'), with);
	return count;
}

bool
forecast_recipe_read(Str text, const struct areas *areas, struct recipe *recipe, struct arena *perm, struct error *err)
{
	*recipe = (struct recipe){ .order.area = NO_AREA };
	struct reader in = { .recipe = recipe, .areas = areas, .perm = perm };
	recipe->outlook.inputs = new(perm, lines_beginning(text, S("input ")) + 1, Str);
	recipe->outlook.assumptions = new(perm, lines_beginning(text, S("assumption ")) + 1, struct assumption);
	if (!str_equal(str_cut(&text, '\n'), S(HEAD)))
		return fail(err, "this is not a forecast's recipe");
	for (int at = 2; text.len > 0; at++) {
		Str line = str_cut(&text, '\n');
		if (str_equal(line, S("prospect")))
			break;
		if (!read_line(&in, line, at, err))
			return false;
	}
	if (recipe->order.area == NO_AREA || recipe->order.months == 0 || recipe->order.runs == 0)
		return fail(err, "the recipe does not say whose it is, how far ahead and how often");
	recipe->outlook.area = recipe->order.area;
	recipe->outlook.year = recipe->order.origin;
	recipe->outlook.prospect = prospect_read(text, perm, err);
	return recipe->outlook.prospect != NULL;
}
