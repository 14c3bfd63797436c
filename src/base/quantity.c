/* quantity.c: exact decimals and their absences. */
#include "base/quantity.h"

#include <assert.h>
#include <math.h>

__extension__ typedef __int128 wide;

static const struct { Str name, title, suffix; } units[UNITS] = {
	[UNIT_PERCENT]           = { STR("percent"), STR("per cent"), STR("%") },
	[UNIT_FTE]               = { STR("fte"), STR("full-time equivalent (FTE)"), STR(" FTE") },
	[UNIT_HEADCOUNT]         = { STR("headcount"), STR("headcount"), STR(" people") },
	[UNIT_CASES]             = { STR("cases"), STR("cases"), STR(" cases") },
	[UNIT_CASES_PER_FTE]     = { STR("cases_per_fte"), STR("cases per FTE case holder"),
	                        STR(" cases per FTE") },
	[UNIT_DAYS]              = { STR("days"), STR("working days"), STR(" days") },
	[UNIT_DAYS_PER_HEAD]     = { STR("days_per_head"), STR("days per head"), STR(" days per head") },
	[UNIT_POUNDS]            = { STR("pounds"), STR("pounds"), STR(" pounds") },
	[UNIT_COUNT]             = { STR("count"), STR("number"), STR("") },
	[UNIT_PERCENTAGE_POINTS] = { STR("percentage_points"), STR("percentage points"),
	                        STR(" percentage points") },
};

static const struct { Str symbol, meaning; } absences[ABSENT_KINDS] = {
	[PRESENT]        = { STR(""), STR("") },
	[NOT_AVAILABLE]  = { STR("x"), STR("not available: not supplied, or not collected") },
	[NOT_APPLICABLE] = { STR("z"), STR("not applicable: there is nothing to divide by") },
	[SUPPRESSED]     = { STR("c"), STR("confidential: withheld so that nobody can be recognised") },
	[ROUNDS_TO_ZERO] = { STR("low"), STR("more than zero, but rounds to zero") },
	[UNRELIABLE]     = { STR("u"), STR("low reliability: supplied, but DfE advises against using it") },
	[NOT_PUBLISHED]  = { STR(""), STR("not published for this area and year") },
};

Str
unit_name(enum unit unit)
{
	return units[unit].name;
}

Str
unit_title(enum unit unit)
{
	return units[unit].title;
}

Str
unit_suffix(enum unit unit)
{
	return units[unit].suffix;
}

bool
unit_find(Str name, enum unit *unit)
{
	for (int i = 0; i < UNITS; i++)
		if (str_equal_fold(units[i].name, name)) {
			*unit = (enum unit)i;
			return true;
		}
	return false;
}

Str
absent_symbol(enum absent absent)
{
	return absences[absent].symbol;
}

Str
absent_meaning(enum absent absent)
{
	return absences[absent].meaning;
}

bool
absent_find(Str symbol, enum absent *absent)
{
	if (str_equal(symbol, S(":"))) {
		*absent = NOT_AVAILABLE;
		return true;
	}
	for (int i = NOT_AVAILABLE; i < NOT_PUBLISHED; i++)
		if (str_equal(absences[i].symbol, symbol)) {
			*absent = (enum absent)i;
			return true;
		}
	return false;
}

Figure
figure_micro(int64_t micro)
{
	return (Figure){ .micro = micro };
}

Figure
figure_whole(int64_t whole)
{
	return (Figure){ .micro = whole * MICRO };
}

Figure
figure_absent(enum absent absent)
{
	assert(absent != PRESENT);
	return (Figure){ .absent = absent };
}

bool
figure_present(Figure figure)
{
	return figure.absent == PRESENT;
}

bool
figure_equal(Figure a, Figure b)
{
	return a.absent == b.absent && (a.absent != PRESENT || a.micro == b.micro);
}

/* The reason of the first absent operand, or PRESENT. */
static enum absent
either_absent(Figure a, Figure b)
{
	return a.absent != PRESENT ? a.absent : b.absent;
}

Figure
figure_ratio(Figure a, Figure b, int times)
{
	enum absent absent = either_absent(a, b);
	if (absent != PRESENT)
		return figure_absent(absent);
	if (b.micro == 0)
		return figure_absent(NOT_APPLICABLE);
	return figure_micro((int64_t)((wide)a.micro * times * MICRO / b.micro));
}

Figure
figure_add(Figure a, Figure b)
{
	enum absent absent = either_absent(a, b);
	return absent == PRESENT ? figure_micro(a.micro + b.micro) : figure_absent(absent);
}

Figure
figure_minus(Figure a, Figure b)
{
	enum absent absent = either_absent(a, b);
	return absent == PRESENT ? figure_micro(a.micro - b.micro) : figure_absent(absent);
}

int64_t
figure_step(int places)
{
	assert(places >= 0 && places <= 6);
	int64_t step = MICRO;
	while (places-- > 0)
		step /= 10;
	return step;
}

Figure
figure_round(Figure figure, int places)
{
	if (!figure_present(figure))
		return figure;
	int64_t step = figure_step(places);
	int64_t half = figure.micro < 0 ? -(step / 2) : step / 2;
	return figure_micro((figure.micro + half) / step * step);
}

/* The digits of a rounded figure without sign, with or without commas. */
static void
add_digits(struct text *text, int64_t micro, int places, bool commas)
{
	uint64_t size = micro < 0 ? 0 - (uint64_t)micro : (uint64_t)micro;
	char whole[24];
	int digits = 0;
	for (uint64_t left = size / MICRO; left || digits == 0; left /= 10)
		whole[digits++] = (char)('0' + left % 10);
	while (digits-- > 0) {
		text_char(text, whole[digits]);
		if (commas && digits && digits % 3 == 0)
			text_char(text, ',');
	}
	if (places)
		text_format(text, ".%0*llu", places,
		            (unsigned long long)(size % MICRO / (uint64_t)figure_step(places)));
}

Str
figure_text(Figure figure, int places, struct arena *perm)
{
	if (!figure_present(figure))
		return absent_symbol(figure.absent);
	struct text text = text_new(perm);
	Figure shown = figure_round(figure, places);
	text_add(&text, shown.micro < 0 ? S("\u2212") : S(""));
	add_digits(&text, shown.micro, places, true);
	return text_str(&text);
}

Str
figure_plain(Figure figure, int places, struct arena *perm)
{
	if (!figure_present(figure))
		return S("");
	struct text text = text_new(perm);
	Figure shown = figure_round(figure, places);
	text_add(&text, shown.micro < 0 ? S("-") : S(""));
	add_digits(&text, shown.micro, places, false);
	return text_str(&text);
}

Str
figure_short(Figure figure, struct arena *perm)
{
	int places = 6;
	assert(figure_present(figure));
	while (places > 0 && figure.micro % figure_step(places - 1) == 0)
		places--;
	return figure_plain(figure, places, perm);
}

Str
figure_signed(Figure figure, int places, struct arena *perm)
{
	if (!figure_present(figure))
		return absent_symbol(figure.absent);
	struct text text = text_new(perm);
	Figure shown = figure_round(figure, places);
	text_add(&text, shown.micro < 0 ? S("\u2212") : shown.micro > 0 ? S("+") : S(""));
	add_digits(&text, shown.micro, places, true);
	return text_str(&text);
}

Str
figure_words(Figure figure, int places, enum unit unit, struct arena *perm)
{
	if (!figure_present(figure))
		return absent_meaning(figure.absent);
	if (unit == UNIT_POUNDS)
		return str_join(S("£"), figure_text(figure, places, perm), perm);
	return str_join(figure_text(figure, places, perm), unit_suffix(unit), perm);
}

double
figure_double(Figure figure)
{
	assert(figure_present(figure));
	return (double)figure.micro / MICRO;
}

Figure
figure_near(double number)
{
	return fabs(number) < 9e12 ? figure_micro(llround(number * MICRO)) : figure_absent(NOT_APPLICABLE);
}

/* Whether the commas of a whole part stand in threes from the right. */
static bool
commas_in_threes(Str whole)
{
	ptrdiff_t since = 0;
	bool any = false;
	for (ptrdiff_t i = whole.len; i-- > 0; since++)
		if (whole.at[i] == ',') {
			if (since != 3 || i == 0)
				return false;
			any = true;
			since = -1;
		}
	return !any || (since >= 1 && since <= 3);
}

bool
parse_digits(Str text, int64_t *number)
{
	*number = 0;
	if (text.len == 0 || text.len > 15)
		return false;
	for (ptrdiff_t i = 0; i < text.len; i++) {
		if (text.at[i] < '0' || text.at[i] > '9')
			return false;
		*number = *number * 10 + (text.at[i] - '0');
	}
	return true;
}

/* Adds the digits of `text` to `*value`; false at anything else, or past the limit. */
static bool
take_digits(Str text, int64_t *value)
{
	const int64_t most = 9 * (int64_t)1000000000000 * MICRO;
	for (ptrdiff_t i = 0; i < text.len; i++) {
		char c = text.at[i];
		if (c == ',')
			continue;
		if (c < '0' || c > '9' || *value > most / 10)
			return false;
		*value = *value * 10 + (c - '0');
	}
	return true;
}

struct parsed_decimal
parse_decimal(Str text, int places, bool commas)
{
	struct parsed_decimal none = { 0 };
	bool minus = text.len && text.at[0] == '-';
	Str fraction = str_from(text, minus);
	bool point = str_find(fraction, S(".")) >= 0;
	Str whole = str_cut(&fraction, '.');
	if (whole.len == 0 || (point && fraction.len == 0) || fraction.len > places || places > 6)
		return none;
	bool has_comma = str_find(whole, S(",")) >= 0;
	if ((has_comma && (!commas || !commas_in_threes(whole))) || str_find(fraction, S(",")) >= 0)
		return none;

	int64_t value = 0;
	if (!take_digits(whole, &value) || value > 9 * (int64_t)1000000000000 - 1)
		return none;
	if (!take_digits(fraction, &value))
		return none;
	value *= figure_step((int)fraction.len);
	return (struct parsed_decimal){ minus ? -value : value, (int)fraction.len, true };
}

bool
figure_parse(Str cell, Figure *figure)
{
	struct parsed_decimal decimal = parse_decimal(cell, 6, false);
	if (decimal.ok) {
		*figure = figure_micro(decimal.micro);
		return true;
	}
	enum absent absent;
	if (!absent_find(cell, &absent))
		return false;
	*figure = figure_absent(absent);
	return true;
}
