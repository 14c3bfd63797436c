/* forecast_result.c: what came of a forecast, written and read. */
#include "app/forecast_recipe.h"

#define HEAD "mainstay forecast result 1"

const int result_per_mille[RESULT_QUANTILES] = { 50, 100, 250, 500, 750, 900, 950 };
const Str result_ways[RESULT_WAYS] = { STR("base"), STR("a"), STR("a-less-base"), STR("b"), STR("b-less-base"), STR("c"),
                                       STR("c-less-base") };

/* ---- writing ------------------------------------------------------------------------------------- */

struct writer { struct text text; const struct forecast *forecast; };

static void
add_figures(struct writer *to, int name, const struct way *way, bool gap, const struct forecast_line *row)
{
	for (int month = 0; month <= to->forecast->order.months; month++) {
		Figure mean = gap ? forecast_gap_mean(way, row->line, month) : forecast_mean(way, row->line, month);
		text_format(&to->text, "figure %.*s %.*s %d %lld", STR_ARG(result_ways[name]), STR_ARG(row->name), month,
		            (long long)mean.micro);
		for (int q = 0; q < RESULT_QUANTILES; q++) {
			int at = result_per_mille[q];
			Figure figure = gap ? forecast_gap_quantile(way, row->line, month, at) : forecast_quantile(way, row->line, month, at);
			text_format(&to->text, " %lld", (long long)figure.micro);
		}
		text_char(&to->text, '\n');
	}
}

static void
add_way(struct writer *to, int name, const struct way *way, bool gap)
{
	for (int i = 0; i < forecast_line_count; i++)
		if (forecast_has(to->forecast, &forecast_lines[i]))
			add_figures(to, name, way, gap, &forecast_lines[i]);
	if (gap)
		return;
	text_format(&to->text, "hash %.*s %016llx\nshort %.*s %d\ncost %.*s", STR_ARG(result_ways[name]),
	            (unsigned long long)tally_hash(way->tally), STR_ARG(result_ways[name]), way->tally->short_ever,
	            STR_ARG(result_ways[name]));
	for (int line = 0; line < COST_LINES; line++)
		text_format(&to->text, " %lld",
		            (long long)way->tally->cost_sum[(ptrdiff_t)to->forecast->order.months * COST_LINES + line]);
	text_char(&to->text, '\n');
}

/* Lines that can be held against something: a later year's figures, or own records. */
static const struct held { enum tally_line line; bool published, own; } held[] = {
	{ TALLY_FILLED, true, true }, { TALLY_VACANT, true, true }, { TALLY_AGENCY, true, false },
	{ TALLY_YEAR_LEFT, true, false }, { TALLY_LEFT, false, true }, { TALLY_JOINED, false, true },
};

/* Figures come at 30 September, or the end of a year from the start; records in every month that is told. */
static bool
is_held(const struct forecast *f, const struct held *row, int month)
{
	bool year = month % 12 == 0 || forecast_civil(f->base.prospect, month).month == 9;
	bool told = month % forecast_step(f->order.months) == 0 || month == f->order.months;
	return month > 0 && forecast_has(f, forecast_line_of(row->line)) &&
	       ((row->published && year) || (row->own && told && f->order.from == FROM_OWN));
}

static void
add_spread(struct writer *to, enum tally_line line, int month)
{
	const struct tally *t = to->forecast->base.tally;
	const uint32_t *bins = t->bins[line] + (ptrdiff_t)month * (t->most[line] + 1);
	text_format(&to->text, "spread %.*s %d", STR_ARG(forecast_line_of(line)->name), month);
	for (int value = 0; value <= t->most[line]; value++)
		if (bins[value])
			text_format(&to->text, " %d:%u", (value + 1) * t->step[line] - 1, (unsigned)bins[value]);
	text_char(&to->text, '\n');
}

Str
forecast_result_write(const struct forecast *forecast, Str title, struct arena *perm)
{
	struct writer to = { text_new(perm), forecast };
	text_format(&to.text, HEAD "\ntitle %.*s\nmonths %d\nruns %d\ndoubt %d %d %d\n", STR_ARG(title), forecast->order.months, forecast->order.runs,
	            forecast->doubt.process, forecast->doubt.parameters, forecast->doubt.years);
	add_way(&to, 0, &forecast->base, false);
	for (int s = 0; s < forecast->order.scenario_count; s++) {
		add_way(&to, 1 + 2 * s, &forecast->scenarios[s], false);
		if (forecast->scenarios[s].gap)
			add_way(&to, 2 + 2 * s, &forecast->scenarios[s], true);
	}
	for (int month = 0; month <= forecast->order.months; month++)
		for (int i = 0; i < countof(held); i++)
			if (is_held(forecast, &held[i], month))
				add_spread(&to, held[i].line, month);
	return text_str(&to.text);
}

/* ---- reading ------------------------------------------------------------------------------------- */

static bool
take_number(Str *text, int64_t *number)
{
	struct parsed_decimal given = parse_decimal(str_word(text), 0, false);
	*number = given.micro / MICRO;
	return given.ok;
}

/* Micro of a figure: past what parse_decimal takes in whole numbers, so read as an integer here. */
static bool
take_micro(Str *text, int64_t *micro)
{
	Str word = str_word(text);
	bool minus = word.len > 1 && word.at[0] == '-';
	*micro = 0;
	for (ptrdiff_t i = minus ? 1 : 0; i < word.len; i++) {
		if (word.at[i] < '0' || word.at[i] > '9' || *micro > INT64_MAX / 10 - 1)
			return false;
		*micro = *micro * 10 + (word.at[i] - '0');
	}
	*micro = minus ? -*micro : *micro;
	return word.len > 0;
}

static int
line_named(Str name)
{
	for (int i = 0; i < forecast_line_count; i++)
		if (str_equal(forecast_lines[i].name, name))
			return i;
	return -1;
}

static int
way_named(Str name)
{
	for (int i = 0; i < RESULT_WAYS; i++)
		if (str_equal(result_ways[i], name))
			return i;
	return -1;
}

static struct result_month *
month_at(const struct result *r, int way, int line, int month)
{
	return &r->figures[((ptrdiff_t)way * forecast_line_count + line) * (r->months + 1) + month];
}

static bool
read_figure(struct result *r, Str rest)
{
	int64_t month, micro;
	int way = way_named(str_word(&rest)), line = line_named(str_word(&rest));
	if (way < 0 || line < 0 || !r->figures || !take_number(&rest, &month) || month < 0 || month > r->months)
		return false;
	struct result_month *at = month_at(r, way, line, (int)month);
	if (!take_micro(&rest, &micro))
		return false;
	*at = (struct result_month){ .there = true, .mean = figure_micro(micro) };
	for (int q = 0; q < RESULT_QUANTILES; q++) {
		if (!take_micro(&rest, &micro))
			return false;
		at->at[q] = figure_micro(micro);
	}
	return true;
}

static int
colons(Str text)
{
	int count = 0;
	for (ptrdiff_t i = 0; i < text.len; i++)
		count += text.at[i] == ':';
	return count;
}

static bool
read_spread(struct result *r, Str rest, struct arena *perm)
{
	int64_t month, value, of;
	int line = line_named(str_word(&rest));
	if (line < 0 || !take_number(&rest, &month) || month < 0 || month > r->months)
		return false;
	int room = colons(rest);
	struct result_spread *spread = &r->spreads[r->spread_count++];
	*spread = (struct result_spread){ forecast_lines[line].line, (int)month, new(perm, room + 1, int), new(perm, room + 1, int), 0 };
	while (rest.len > 0) {
		Str count = str_word(&rest), number = str_cut(&count, ':');
		if (number.len == 0 || !take_number(&number, &value) || !take_number(&count, &of) || spread->count >= room ||
		    value < 0 || value > INT32_MAX || of < 1 || of > RUNS_MOST)
			return false;
		spread->values[spread->count] = (int)value;
		spread->counts[spread->count++] = (int)of;
	}
	return true;
}

static bool
read_sums(struct result *r, Str key, Str rest)
{
	int64_t number;
	int way = way_named(str_word(&rest));
	if (way < 0)
		return false;
	if (str_equal(key, S("short"))) {
		bool read = take_number(&rest, &number) && number >= 0 && number <= RUNS_MOST;
		r->short_ever[way] = (int)number;
		return read;
	}
	for (int line = 0; line < COST_LINES; line++)
		if (!take_micro(&rest, &r->cost[way][line]))
			return false;
	return true;
}

static bool
read_line(struct result *r, Str line, struct arena *perm)
{
	Str rest = line, key = str_cut(&rest, ' ');
	int64_t number[3] = { 0 };
	if (str_equal(key, S("title"))) {
		r->title = rest;
		return true;
	}
	if (str_equal(key, S("months"))) {
		if (r->figures || !take_number(&rest, &number[0]) || number[0] < 1 || number[0] > MONTHS_MOST)
			return false;
		r->months = (int)number[0];
		r->figures = new(perm, (ptrdiff_t)RESULT_WAYS * forecast_line_count * (r->months + 1), struct result_month);
		return true;
	}
	if (str_equal(key, S("runs"))) {
		bool read = take_number(&rest, &number[0]) && number[0] >= 1 && number[0] <= RUNS_MOST;
		r->runs = (int)number[0];
		return read;
	}
	if (str_equal(key, S("doubt"))) {
		bool read = take_number(&rest, &number[0]) && take_number(&rest, &number[1]) && take_number(&rest, &number[2]);
		r->doubt = (struct doubt){ (int)number[0], (int)number[1], (int)number[2] };
		return read;
	}
	if (str_equal(key, S("figure")))
		return read_figure(r, rest);
	if (str_equal(key, S("spread")))
		return read_spread(r, rest, perm);
	if (str_equal(key, S("short")) || str_equal(key, S("cost")))
		return read_sums(r, key, rest);
	return str_equal(key, S("hash"));
}

static int
lines_of(Str text)
{
	int count = 0;
	for (ptrdiff_t i = 0; i < text.len; i++)
		count += text.at[i] == '\n';
	return count;
}

bool
forecast_result_read(Str text, struct result *result, struct arena *perm, struct error *err)
{
	*result = (struct result){ 0 };
	result->spreads = new(perm, lines_of(text) + 1, struct result_spread);
	if (!str_equal(str_cut(&text, '\n'), S(HEAD)))
		return fail(err, "this is not a forecast's result");
	for (int at = 2; text.len > 0; at++)
		if (!read_line(result, str_cut(&text, '\n'), perm))
			return fail(err, "line %d of the result cannot be read", at);
	return (result->figures && result->runs) || fail(err, "the result says no months or no replications");
}

struct result_month
result_at(const struct result *result, int way, int line, int month)
{
	if (month < 0 || month > result->months || line < 0)
		return (struct result_month){ 0 };
	return *month_at(result, way, line, month);
}

const struct result_spread *
result_spread_of(const struct result *result, enum tally_line line, int month)
{
	for (int i = 0; i < result->spread_count; i++)
		if (result->spreads[i].line == line && result->spreads[i].month == month)
			return &result->spreads[i];
	return NULL;
}

Figure
result_cost(const struct result *result, int way, enum cost_line line)
{
	int64_t pence = result->cost[way][line] / result->runs;
	return figure_micro(pence * (MICRO / 100));
}

struct forecast
forecast_of_kept(const struct recipe *recipe, const struct result *result, struct arena *perm)
{
	struct prospect *base = new(perm, 1, struct prospect);
	*base = *recipe->outlook.prospect;
	base->safe = recipe->order.safe ? recipe->order.safe : base->safe;
	struct forecast kept = { .order = recipe->order, .outlook = &recipe->outlook, .doubt = result->doubt,
	                         .base = { .prospect = base, .kept = result } };
	for (int s = 0; s < recipe->order.scenario_count; s++)
		kept.scenarios[s] = (struct way){ .prospect = base, .kept = result, .kept_as = 1 + 2 * s };
	return kept;
}
