/* return.c: what texts say, and what a worker is. */
#include "census/return.h"

static const struct fact nothing = { NOT_SAID, 0 }, unreadable = { MISSAID, 0 };

static bool
figures_only(Str text)
{
	for (ptrdiff_t i = 0; i < text.len; i++)
		if (text.at[i] < '0' || text.at[i] > '9')
			return false;
	return text.len > 0;
}

static int64_t
whole_of(Str figures)
{
	int64_t whole = 0;
	for (ptrdiff_t i = 0; i < figures.len; i++)
		whole = 10 * whole + (figures.at[i] - '0');
	return whole;
}

/* ---- one kind each ----------------------------------------------------------------------------- */

static struct fact
fact_code(const struct item_row *row, Str text)
{
	for (int c = 0; c < row->code_count; c++)
		if (str_equal(row->codes[c].code, text))
			return (struct fact){ SAID, c };
	return unreadable;
}

/* 2025-09-30, and nothing else. */
static struct fact
fact_date(Str text)
{
	if (text.len != 10 || text.at[4] != '-' || text.at[7] != '-')
		return unreadable;
	Str year = str_upto(text, 4), month = { text.at + 5, 2 }, day = { text.at + 8, 2 };
	if (!figures_only(year) || !figures_only(month) || !figures_only(day))
		return unreadable;
	int y = (int)whole_of(year), m = (int)whole_of(month), d = (int)whole_of(day);
	if (!date_real(y, m, d))
		return unreadable;
	return (struct fact){ SAID, date_of(y, m, d).day };
}

/* Two figures at a place, of at most `most`; -1 for anything else. */
static int
pair_at(Str text, ptrdiff_t at, int most)
{
	Str pair = { text.at + at, 2 };
	if (!figures_only(pair) || whole_of(pair) > most)
		return -1;
	return (int)whole_of(pair);
}

/* 2025-10-20T09:30:00, with a fraction and a zone or without; a zone is not taken off. */
static struct fact
fact_time(Str text)
{
	if (text.len < 19 || text.at[10] != 'T' || text.at[13] != ':' || text.at[16] != ':')
		return unreadable;
	struct fact day = fact_date(str_upto(text, 10));
	int hour = pair_at(text, 11, 23), minute = pair_at(text, 14, 59), second = pair_at(text, 17, 59);
	Str rest = str_from(text, 19);
	if (rest.len > 0 && rest.at[0] == '.') {
		ptrdiff_t end = 1;
		while (end < rest.len && rest.at[end] >= '0' && rest.at[end] <= '9')
			end++;
		rest = end > 1 ? str_from(rest, end) : rest;
	}
	bool zone = rest.len == 6 && (rest.at[0] == '+' || rest.at[0] == '-') && rest.at[3] == ':' &&
		pair_at(rest, 1, 14) >= 0 && pair_at(rest, 4, 59) >= 0;
	if (day.said != SAID || hour < 0 || minute < 0 || second < 0 ||
	    !(rest.len == 0 || str_equal(rest, S("Z")) || zone))
		return unreadable;
	return (struct fact){ SAID, day.value * SECONDS_OF_DAY + hour * 3600 + minute * 60 + second };
}

static struct fact
fact_number(const struct item_row *row, Str text)
{
	struct parsed_decimal parsed = parse_decimal(text, row->places, false);
	if (!parsed.ok || parsed.micro < 0 || parsed.micro > item_most(row))
		return unreadable;
	return (struct fact){ SAID, parsed.micro };
}

static int
letter_of(char c)
{
	if (c >= 'a' && c <= 'z')
		return c - 'a';
	return c >= 'A' && c <= 'Z' ? c - 'A' : -1;
}

/* Two letters, how many figures, the figures: one number, so that SW012 is not SW12. */
static struct fact
fact_swe(Str text)
{
	if (text.len < 3 || text.len > 12 || letter_of(text.at[0]) < 0 || letter_of(text.at[1]) < 0)
		return unreadable;
	Str figures = str_from(text, 2);
	if (!figures_only(figures))
		return unreadable;
	int64_t letters = letter_of(text.at[0]) * 26 + letter_of(text.at[1]);
	return (struct fact){ SAID, (letters * 11 + figures.len) * INT64_C(10000000000) + whole_of(figures) };
}

struct fact
fact_of(enum item item, Str text)
{
	const struct item_row *row = &item_rows[item];
	text = str_trim(text);
	if (text.len == 0)
		return nothing;
	switch (row->kind) {
	case KIND_CODE:   return fact_code(row, text);
	case KIND_DATE:   return fact_date(text);
	case KIND_TIME:   return fact_time(text);
	case KIND_NUMBER: return fact_number(row, text);
	case KIND_SWE:    return fact_swe(text);
	case KIND_LEA:    return text.len == 3 && figures_only(text) ? (struct fact){ SAID, whole_of(text) } : unreadable;
	case KIND_TEXT:   break;
	}
	return str_characters(text) <= row->whole ? (struct fact){ SAID, 0 } : unreadable;
}

/* ---- the whole --------------------------------------------------------------------------------- */

static int
year_said(const struct census_return *ret)
{
	struct fact year = ret->fact[ITEM_YEAR], day = ret->fact[ITEM_REFERENCE_DATE];
	if (year.said == SAID)
		return (int)(year.value / MICRO);
	if (day.said == SAID)
		return date_civil((Date){ (int32_t)day.value }).year;
	return 0;
}

/* A year of four figures may still be none that has days here: 0001 is taken as not said. */
static int
year_of(const struct census_return *ret)
{
	int year = year_said(ret);
	return date_real(year - 1, 10, 1) && date_real(year, 9, 30) ? year : 0;
}

void
return_settle(struct census_return *ret)
{
	for (int i = 0; i < RETURN_ITEMS; i++)
		ret->fact[i] = fact_of((enum item)i, ret->cell[i].text);
	ret->year = year_of(ret);
	for (int n = 0; n < ret->worker_count; n++) {
		struct worker *w = &ret->workers[n];
		for (int i = 0; i < WORKER_ITEMS; i++)
			w->fact[i] = fact_of((enum item)(WORKER_FIRST + i), w->cell[i].text);
	}
}

/* ---- what a worker is -------------------------------------------------------------------------- */

bool
worker_has_code(const struct worker *w, enum item item, Str code)
{
	struct fact fact = worker_fact(w, item);
	return fact.said == SAID && str_equal(item_rows[item].codes[fact.value].code, code);
}

bool
worker_is_agency(const struct worker *w)
{
	return worker_has_code(w, ITEM_AGENCY, S("1"));
}

bool
worker_in_post(const struct worker *w)
{
	return !worker_is_agency(w) && worker_fact(w, ITEM_END).said == NOT_SAID;
}

bool
worker_leaves(const struct worker *w)
{
	return !worker_is_agency(w) && worker_fact(w, ITEM_END).said != NOT_SAID;
}

static bool
within(const struct worker *w, enum item item, int year)
{
	struct fact fact = worker_fact(w, item);
	return fact.said == SAID && census_year((Date){ (int32_t)fact.value }) == year;
}

bool
worker_began_in(const struct worker *w, int year)
{
	return within(w, ITEM_START, year);
}

bool
worker_ended_in(const struct worker *w, int year)
{
	return within(w, ITEM_END, year);
}

Str
worker_record(const struct worker *w, struct arena *perm)
{
	if (!worker_said(w, ITEM_SWE))
		return str_format(perm, "worker %d", w->number);
	Str text = str_copy(str_trim(worker_cell(w, ITEM_SWE)->text), perm);
	char *at = (char *)text.at;
	for (ptrdiff_t i = 0; i < 2; i++)
		at[i] = (char)('A' + letter_of(at[i]));
	return text;
}

char
worker_sex(const struct worker *w)
{
	if (worker_has_code(w, ITEM_SEX, S("M")) || worker_has_code(w, ITEM_GENDER, S("1")))
		return 'M';
	if (worker_has_code(w, ITEM_SEX, S("F")) || worker_has_code(w, ITEM_GENDER, S("2")))
		return 'F';
	return 0;
}

bool
worker_ethnicity_unknown(const struct worker *w)
{
	return worker_has_code(w, ITEM_ETHNICITY, S("REFU")) || worker_has_code(w, ITEM_ETHNICITY, S("NOBT"));
}
