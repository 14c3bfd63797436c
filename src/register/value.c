/* value.c: what somebody typed or a cell held, as canonical text. */
#include "register/field.h"

#include <string.h>

/* The longest values where a field does not say: a line of a form, two pages of notes, a ref. They
 * keep one record well within a page and a row of any engine. */
enum { TEXT_MOST = 200, NOTE_MOST = 4000, REF_MOST = 60, NUMBER_MOST = 1000000 };

static bool
amiss(struct misfit *misfit, Str wrong, Str mend)
{
	*misfit = (struct misfit){ wrong, mend };
	return false;
}

/* ---- text ------------------------------------------------------------------------------------ */

/* One character of well-formed UTF-8, taken off the front. */
static uint32_t
take_character(Str *text)
{
	unsigned char first = (unsigned char)text->at[0];
	int more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : first >= 0xC0 ? 1 : 0;
	uint32_t code = more == 3 ? first & 7u : more == 2 ? first & 15u : more ? first & 31u : first;
	for (int i = 1; i <= more; i++)
		code = code << 6 | ((unsigned char)text->at[i] & 63u);
	*text = str_from(*text, more + 1);
	return code;
}

/* Blanks of every width, as spreadsheets and web pages carry them, and marks that have none. */
static bool
is_blank(uint32_t c)
{
	return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0xA0
	       || (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 || c == 0x202F
	       || c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

/* Controls, and marks that turn the reading direction so that text shows as what it is not. */
static bool
is_hidden(uint32_t c)
{
	return c < ' ' || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E)
	       || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F;
}

/* Trimmed, with each run of blanks as one; a note keeps its lines. False, in words, for bytes that
 * are not text and for hidden characters. */
static bool
tidy(Str typed, bool lines, Str *tidied, struct misfit *misfit, struct arena *perm)
{
	if (!str_utf8(typed, NULL))
		return amiss(misfit, S("is not readable text"), S("type it again; the file may be damaged"));
	char *out = new(perm, typed.len + 1, char);
	Str made = { out, 0 };
	bool blank = false, line = false;
	while (typed.len) {
		const char *from = typed.at;
		uint32_t c = take_character(&typed);
		if (is_blank(c)) {
			blank = true;
			line = line || (lines && c == '\n');
			if (lines && c == '\n' && made.len)
				out[made.len++] = '\n';
			continue;
		}
		if (is_hidden(c))
			return amiss(misfit, str_format(perm, "has a hidden character (U+%04X)", c),
			             S("type it again"));
		if (blank && !line && made.len)
			out[made.len++] = ' ';
		blank = line = false;
		memcpy(out + made.len, from, (size_t)(typed.at - from));
		made.len += typed.at - from;
	}
	*tidied = str_trim(made);
	return true;
}

static bool
short_enough(Str text, int most, struct misfit *misfit, struct arena *perm)
{
	if (str_characters(text) <= most)
		return true;
	return amiss(misfit, str_format(perm, "has more than %d characters", most), S("shorten it"));
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* "SW#": the letters, in either case, then one to ten digits. Blanks inside are nobody's meaning. */
static bool
read_pattern(Str pattern, Str text, Str *value, struct misfit *misfit, struct arena *perm)
{
	Str letters = str_upto(pattern, str_find(pattern, S("#")));
	char *out = new(perm, text.len + 1, char);
	Str made = { out, 0 };
	for (ptrdiff_t i = 0; i < text.len; i++)
		if (text.at[i] != ' ')
			out[made.len++] = text.at[i];
	Str digits = str_from(made, made.len < letters.len ? made.len : letters.len);
	bool fits = str_equal_fold(str_upto(made, made.len - digits.len), letters)
	            && digits.len >= 1 && digits.len <= 10;
	for (ptrdiff_t i = 0; i < digits.len; i++)
		fits = fits && is_digit(digits.at[i]);
	if (!fits)
		return amiss(misfit, str_format(perm, "is not %.*s and 1 to 10 figures", STR_ARG(letters)),
		             str_format(perm, "write it like %.*s12345", STR_ARG(letters)));
	*value = str_join(letters, digits, perm);
	return true;
}

static bool
read_text(const struct field *field, Str text, Str *value, struct misfit *misfit,
          struct arena *perm)
{
	int most = field->kind == FIELD_NOTE ? NOTE_MOST : field->kind == FIELD_REF ? REF_MOST : TEXT_MOST;
	if (!short_enough(text, field->most ? field->most : most, misfit, perm))
		return false;
	if (field->pattern.len)
		return read_pattern(field->pattern, text, value, misfit, perm);
	*value = text;
	return true;
}

/* ---- dates ----------------------------------------------------------------------------------- */

static const Str months[12] = {
	STR("January"), STR("February"), STR("March"), STR("April"), STR("May"), STR("June"),
	STR("July"), STR("August"), STR("September"), STR("October"), STR("November"), STR("December"),
};

/* A whole number of one to four digits, or -1. */
static int
small_number(Str text)
{
	int number = 0;
	if (text.len == 0 || text.len > 4)
		return -1;
	for (ptrdiff_t i = 0; i < text.len; i++) {
		if (!is_digit(text.at[i]))
			return -1;
		number = number * 10 + (text.at[i] - '0');
	}
	return number;
}

static int
month_of(Str text)
{
	for (int m = 0; m < 12; m++)
		if (str_equal_fold(text, months[m]) || str_equal_fold(text, str_upto(months[m], 3))
		    || (m == 8 && str_equal_fold(text, S("Sept"))))
			return m + 1;
	return small_number(text);
}

/* The day of a month: "3", "03", "3rd". */
static int
day_of(Str text)
{
	static const Str ends[] = { STR("st"), STR("nd"), STR("rd"), STR("th") };
	for (ptrdiff_t i = 0; i < countof(ends); i++)
		if (text.len > 2 && str_equal_fold(str_from(text, text.len - 2), ends[i]))
			return small_number(str_upto(text, text.len - 2));
	return small_number(text);
}

/* 00 to 68 are 2000 to 2068, 69 to 99 are 1969 to 1999: POSIX's rule for two digits. */
static int
year_of(Str text)
{
	int year = small_number(text);
	if (text.len != 2 || year < 0)
		return text.len == 4 ? year : -1;
	return year <= 68 ? 2000 + year : 1900 + year;
}

/* Without the time of day that exports put after a date, where there is one. */
static Str
without_time(Str text)
{
	ptrdiff_t colon = str_find(text, S(":"));
	if (colon < 0)
		return text;
	for (ptrdiff_t i = colon - 1; i >= 6; i--)
		if ((text.at[i] == 'T' || text.at[i] == 't' || text.at[i] == ' ') && is_digit(text.at[i - 1]))
			return str_trim(str_upto(text, i));
	return text;
}

/* The parts between blanks, hyphens, strokes, points and commas. 0 when a mark stands where no part
 * does ("-1/2/2023", "1//2"); more than three give 4. */
static int
date_parts(Str text, Str parts[3])
{
	int count = 0;
	ptrdiff_t at = 0;
	while (at < text.len) {
		ptrdiff_t end = at;
		while (end < text.len && !strchr(" -/.,", text.at[end]))
			end++;
		if (end > at) {
			if (count == 3)
				return 4;
			parts[count++] = (Str){ text.at + at, end - at };
		} else if (text.at[at] != ' ') {
			return 0;
		}
		at = end + 1;
	}
	return count;
}

/* Day, month and year all read, and no such day: why, in words. */
static bool
no_such_day(struct civil civil, struct misfit *misfit, struct arena *perm)
{
	if (civil.month > 12 && civil.day <= 12 && civil.month <= 31)
		return amiss(misfit, str_format(perm, "is not a date: there is no month %d", civil.month),
		             str_format(perm, "write the day first: %d/%d/%04d", civil.month, civil.day,
		                        civil.year));
	if (civil.month < 1 || civil.month > 12)
		return amiss(misfit, str_format(perm, "is not a date: there is no month %d", civil.month),
		             S("write a date like 30/09/2025"));
	Str month = months[civil.month - 1];
	if (civil.year >= 1600 && date_real(2000, civil.month, civil.day))
		return amiss(misfit, str_format(perm, "is not a date: there was no %d %.*s %d", civil.day,
		                                STR_ARG(month), civil.year),
		             str_format(perm, "%d was not a leap year; look up the day", civil.year));
	if (civil.year >= 1600)
		return amiss(misfit, str_format(perm, "is not a date: there is no %d %.*s", civil.day,
		                                STR_ARG(month)), S("look up the day"));
	return amiss(misfit, str_format(perm, "is in the year %d", civil.year), S("mend the year"));
}

static bool
read_date(Str text, Str *value, struct misfit *misfit, struct arena *perm)
{
	Str parts[3] = { 0 };
	bool three = date_parts(without_time(text), parts) == 3;
	bool year_first = three && parts[0].len == 4;
	struct civil civil = { .year = year_of(parts[year_first ? 0 : 2]),
		.month = month_of(parts[1]), .day = day_of(parts[year_first ? 2 : 0]) };
	if (!three || civil.year < 0 || civil.month < 0 || civil.day < 0)
		return amiss(misfit, S("is not a date"), S("write a date like 30/09/2025"));
	if (!date_real(civil.year, civil.month, civil.day))
		return no_such_day(civil, misfit, perm);
	*value = date_iso(date_of(civil.year, civil.month, civil.day), perm);
	return true;
}

/* ---- numbers --------------------------------------------------------------------------------- */

/* A number that is not negative; ".6" is 0.6. Thousands may have commas. */
static struct parsed_decimal
read_positive(Str text, struct arena *perm)
{
	if (text.len > 1 && text.at[0] == '.')
		text = str_join(S("0"), text, perm);
	struct parsed_decimal number = parse_decimal(text, 6, true);
	number.ok = number.ok && number.micro >= 0 && text.at[0] != '-';
	return number;
}

static bool
too_many(int64_t micro, int most, struct misfit *misfit, struct arena *perm)
{
	if (micro <= (int64_t)most * MICRO)
		return false;
	amiss(misfit, str_format(perm, "is more than %d", most), S("mend the number"));
	return true;
}

static bool
read_number(const struct field *field, Str text, Str *value, struct misfit *misfit,
            struct arena *perm)
{
	bool whole = field->kind == FIELD_WHOLE;
	struct parsed_decimal number = read_positive(text, perm);
	if (!number.ok || (whole && number.micro % MICRO))
		return amiss(misfit, whole ? S("is not a whole number from 0") : S("is not a number from 0"),
		             whole ? S("write figures alone, such as 12")
		                   : S("write figures with at most six decimals, such as 7.5"));
	if (too_many(number.micro, field->most ? field->most : NUMBER_MOST, misfit, perm))
		return false;
	*value = figure_short(figure_micro(number.micro), perm);
	return true;
}

/* Takes one of the ends off, in either case, with the blanks before it. */
static bool
take_end(Str *text, Str end)
{
	if (text->len <= end.len || !str_equal_fold(str_from(*text, text->len - end.len), end))
		return false;
	*text = str_trim(str_upto(*text, text->len - end.len));
	return true;
}

/* a / b in millionths, the last rounded half up; what is past any FTE is INT64_MAX. Both are below
 * 9e18, so their product wants more than 64 bits. */
static int64_t
part_of(int64_t a, int64_t b)
{
	__extension__ __int128 twice = (__extension__ (__int128)a) * MICRO * 2 + b;
	twice /= (__extension__ (__int128)b) * 2;
	return twice > INT64_MAX ? INT64_MAX : (int64_t)twice;
}

/* Full-time equivalent as a number, a percentage, or hours over full-time hours. */
static bool
fte_micro(Str text, int64_t *micro, struct arena *perm)
{
	if (!take_end(&text, S("fte")))
		take_end(&text, S("wte"));
	if (take_end(&text, S("%"))) {
		struct parsed_decimal percent = read_positive(text, perm);
		*micro = part_of(percent.micro, 100 * (int64_t)MICRO);
		return percent.ok;
	}
	Str over = text, hours = str_cut(&over, '/');
	struct parsed_decimal part = read_positive(str_trim(hours), perm);
	*micro = part.micro;
	if (!over.at)
		return part.ok;
	struct parsed_decimal full = read_positive(str_trim(over), perm);
	if (!part.ok || !full.ok || full.micro == 0)
		return false;
	*micro = part_of(part.micro, full.micro);
	return true;
}

/* Pounds, with the sign or without; no part of a penny. */
static bool
read_money(const struct field *field, Str text, Str *value, struct misfit *misfit, struct arena *perm)
{
	if (str_begins(text, S("\u00A3")))
		text = str_trim(str_from(text, S("\u00A3").len));
	struct parsed_decimal pounds = read_positive(text, perm);
	if (!pounds.ok || pounds.micro % (MICRO / 100))
		return amiss(misfit, S("is not an amount in pounds"), S("write pounds and pence, such as 36400.50"));
	if (too_many(pounds.micro, field->most ? field->most : NUMBER_MOST, misfit, perm))
		return false;
	*value = figure_short(figure_micro(pounds.micro), perm);
	return true;
}

static bool
read_fte(const struct field *field, Str text, Str *value, struct misfit *misfit, struct arena *perm)
{
	int64_t micro;
	int most = field->most ? field->most : 1;
	if (!fte_micro(text, &micro, perm))
		return amiss(misfit, S("is not an FTE"),
		             S("write the part of full time, such as 0.6, or hours over full-time hours, "
		               "such as 22.2/37"));
	if (micro > (int64_t)most * MICRO)
		return amiss(misfit, str_format(perm, "is more than %d FTE", most),
		             S("if these are hours, write them over full-time hours, such as 22.2/37"));
	*value = figure_short(figure_micro(micro), perm);
	return true;
}

/* ---- choices --------------------------------------------------------------------------------- */

static Str
choices_said(const struct field *field, struct arena *perm)
{
	struct text said = text_new(perm);
	text_add(&said, S("write one of: "));
	for (int c = 0; c < field->choice_count; c++)
		text_format(&said, "%s%.*s", c ? ", " : "", STR_ARG(field->choices[c].words));
	return text_str(&said);
}

/* A code comes before words, so that no choice's words can hide another's code. */
static bool
read_choice(const struct field *field, Str text, Str *value, struct misfit *misfit,
            struct arena *perm)
{
	for (int c = 0; c < 2 * field->choice_count; c++) {
		const struct choice *choice = &field->choices[c % field->choice_count];
		if (str_equal_fold(text, c < field->choice_count ? choice->code : choice->words)) {
			*value = choice->code;
			return true;
		}
	}
	return amiss(misfit, S("is not one of the choices"), choices_said(field, perm));
}

static bool
read_yes_no(Str text, Str *value, struct misfit *misfit)
{
	static const Str yes[] = { STR("yes"), STR("y"), STR("true"), STR("1") };
	static const Str no[] = { STR("no"), STR("n"), STR("false"), STR("0") };
	for (ptrdiff_t i = 0; i < countof(yes); i++)
		if (str_equal_fold(text, yes[i]) || str_equal_fold(text, no[i])) {
			*value = str_equal_fold(text, yes[i]) ? S("yes") : S("no");
			return true;
		}
	return amiss(misfit, S("is neither yes nor no"), S("write yes or no"));
}

bool
value_read(const struct field *field, Str typed, Str *value, struct misfit *misfit,
           struct arena *perm)
{
	Str text;
	*value = S("");
	*misfit = (struct misfit){ 0 };
	if (!tidy(typed, field->kind == FIELD_NOTE, &text, misfit, perm))
		return false;
	if (!text.len)
		return true;
	switch (field->kind) {
	case FIELD_TEXT:
	case FIELD_NOTE:
	case FIELD_REF:     return read_text(field, text, value, misfit, perm);
	case FIELD_DATE:    return read_date(text, value, misfit, perm);
	case FIELD_FTE:     return read_fte(field, text, value, misfit, perm);
	case FIELD_DECIMAL:
	case FIELD_WHOLE:   return read_number(field, text, value, misfit, perm);
	case FIELD_MONEY:   return read_money(field, text, value, misfit, perm);
	case FIELD_CHOICE:  return read_choice(field, text, value, misfit, perm);
	case FIELD_YES_NO:  return read_yes_no(text, value, misfit);
	}
	return false;
}
