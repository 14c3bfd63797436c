/* cells.c: what one cell of a list means.
 *
 * Spreadsheets hold one thing in many forms: a date as a date, as text day first, and as the number
 * of days since 1900, all in one column; an FTE with its unit; a blank as "n/a". What is certain is
 * read; what is likely is read and asked about; the rest is a mistake with words.
 */
#include "intake/cells.h"

#include <assert.h>

/* Serial days of spreadsheets that can be a working life: 18 May 1927 to 10 January 2119. */
enum { SERIAL_LEAST = 10000, SERIAL_MOST = 80000, SERIAL_EPOCH = -25569 };

static const struct field day_field = { .name = STR("date"), .label = STR("Date"),
	.kind = FIELD_DATE };
static const struct field words_field = { .name = STR("words"), .label = STR("Words"),
	.kind = FIELD_TEXT };
static const struct field hours_field = { .name = STR("hours"), .label = STR("Hours a week"),
	.kind = FIELD_DECIMAL, .most = 168 };

/* The field whose kind says how a target's cell is read. */
static const struct field *
field_of(enum target target)
{
	if (target == TO_FROM || target == TO_LAST_DAY)
		return &day_field;
	if (target == TO_HOURS || target == TO_FULL_HOURS)
		return &hours_field;
	const struct record_type *type = record_type_find(target_rows[target].type);
	assert(type);
	int field = field_find(type, target_rows[target].field);
	assert(field >= 0);
	return &type->fields[field];
}

Str
fte_text(int64_t micro, struct arena *perm)
{
	Str text = figure_plain(figure_micro(micro), 6, perm);
	while (str_ends(text, S("0")) && str_find(text, S(".")) >= 0)
		text.len--;
	return str_ends(text, S(".")) ? str_upto(text, text.len - 1) : text;
}

static bool
says_nothing(Str text, struct arena scratch)
{
	static const Str nothing[] = { STR("n a"), STR("na"), STR("none"), STR("null"), STR("nil"),
	                               STR("tbc"), STR("tba"), STR("not known"), STR("unknown") };
	Str folded = heading_fold(text, &scratch);
	for (ptrdiff_t i = 0; i < countof(nothing); i++)
		if (str_equal(folded, nothing[i]))
			return true;
	return folded.len == 0;
}

bool
says_vacant(Str name, struct arena scratch)
{
	static const Str whole[] = { STR("tbc"), STR("tba"), STR("tbr"), STR("to be confirmed"),
		STR("to be appointed"), STR("to be recruited"), STR("to be filled"), STR("to recruit"),
		STR("recruiting"), STR("being recruited"), STR("awaiting recruitment"), STR("in recruitment"),
		STR("out to advert"), STR("advertised"), STR("unfilled"), STR("not filled"), STR("no post holder"),
		STR("no postholder"), STR("unoccupied"), STR("empty post") };
	static const Str words[] = { STR("vacant"), STR("vacancy"), STR("vacancies"), STR("vacated") };
	Str folded = heading_fold(name, &scratch), rest = folded;
	for (ptrdiff_t w = 0; w < countof(whole); w++)
		if (str_equal(folded, whole[w]))
			return true;
	while (rest.len > 0) {
		Str word = str_cut(&rest, ' ');
		for (ptrdiff_t w = 0; w < countof(words); w++)
			if (str_equal(word, words[w]))
				return true;
	}
	return false;
}

static bool
is_name(enum target target)
{
	return target == TO_FULL_NAME || target == TO_FAMILY_NAME || target == TO_GIVEN_NAMES;
}

Str
word_said(const struct profile *profile, enum target target, Str word, struct arena scratch)
{
	Str folded = heading_fold(word, &scratch);
	for (int i = 0; i < profile->said_count; i++)
		if (profile->said[i].target == target && str_equal(profile->said[i].word, folded))
			return profile->said[i].means;
	return (Str){ 0 };
}

static bool
mistake(struct cell_trouble *trouble, Str code, Str wrong, Str mend)
{
	*trouble = (struct cell_trouble){ MISTAKE, code, wrong, mend };
	return false;
}

/* ---- dates ------------------------------------------------------------------------------------- */

/* The number of days that a cell without a date's style holds: 44927, or "44,927" as text. */
static bool
read_serial(Str text, Str *value, struct cell_trouble *trouble, struct arena *perm)
{
	struct parsed_decimal number = parse_decimal(text, 6, true);
	int64_t serial = number.micro / MICRO;
	if (!number.ok || serial < SERIAL_LEAST || serial > SERIAL_MOST)
		return false;
	Date date = { (int32_t)serial + SERIAL_EPOCH };
	*value = date_iso(date, perm);
	*trouble = (struct cell_trouble){ QUERY, S("serial-date"),
		str_format(perm, "is a number without a date's style, and is read as %.*s",
		           STR_ARG(date_text(date, perm))), S("check that it is that day") };
	return true;
}

/* "1/2/23" with the month first becomes day first, for a profile that says so. */
static Str
day_first(Str text, struct arena *perm)
{
	Str rest = text, month = str_cut(&rest, '/'), day = str_cut(&rest, '/');
	if (rest.at == NULL || rest.len == 0)
		return text;
	return str_format(perm, "%.*s/%.*s/%.*s", STR_ARG(day), STR_ARG(month), STR_ARG(rest));
}

static bool
read_date(const struct field *field, const struct grid_cell *cell, const struct profile *profile,
          Str *value, struct cell_trouble *trouble, struct arena *perm)
{
	struct misfit misfit;
	if (cell->kind == GRID_DATE)
		return *value = date_iso(cell->date, perm), true;
	if (str_equal(str_trim(cell->text), S("0"))) {
		*trouble = (struct cell_trouble){ QUERY, S("zero-date"),
			S("is how a spreadsheet writes a day that is not there, and is read as blank"),
			S("clear the cell") };
		return true;
	}
	Str text = profile->month_first ? day_first(str_trim(cell->text), perm) : str_trim(cell->text);
	if (value_read(field, text, value, &misfit, perm) || read_serial(text, value, trouble, perm))
		return true;
	return mistake(trouble, S("date"), misfit.wrong, misfit.mend);
}

/* ---- hours and words --------------------------------------------------------------------------- */

/* "0,6" as "0.6": a comma before one or two figures parts no thousands. */
static Str
with_point(Str text, struct arena *perm)
{
	ptrdiff_t comma = str_find(text, S(",")), figures = 0;
	if (comma < 1 || str_find(text, S(".")) >= 0)
		return text;
	while (comma + 1 + figures < text.len && text.at[comma + 1 + figures] >= '0'
	       && text.at[comma + 1 + figures] <= '9')
		figures++;
	if (figures < 1 || figures > 2)
		return text;
	return str_format(perm, "%.*s.%.*s", STR_ARG(str_upto(text, comma)), STR_ARG(str_from(text, comma + 1)));
}

/* "37 hrs" without its word. */
static Str
without_word(Str text)
{
	static const Str words[] = { STR("hours"), STR("hrs"), STR("hr"), STR("h") };
	for (ptrdiff_t w = 0; w < countof(words); w++)
		if (text.len > words[w].len && str_equal_fold(str_from(text, text.len - words[w].len), words[w]))
			return str_trim(str_upto(text, text.len - words[w].len));
	return text;
}

/* "18:30", as a cell of times shows it, is 18.5 hours. Anything else as it is. */
static Str
without_minutes(Str text, struct arena *perm)
{
	Str rest = text, before = str_cut(&rest, ':');
	struct parsed_decimal hours = parse_decimal(before, 0, false), minutes = parse_decimal(rest, 0, false);
	if (!rest.at || rest.len != 2 || !hours.ok || !minutes.ok || hours.micro < 0
	    || minutes.micro >= 60 * (int64_t)MICRO)
		return text;
	return figure_plain(figure_micro(hours.micro + minutes.micro / 60), 6, perm);
}

int
hours_full(const struct profile *profile)
{
	enum { FULL_TIME_USUAL = 3700 };
	return profile->hours_full_time > 0 ? profile->hours_full_time : FULL_TIME_USUAL;
}

Str
cell_hours(enum target target, Str text, struct arena *perm)
{
	Str typed = str_trim(text), plain = without_minutes(with_point(without_word(typed), perm), perm), value;
	struct misfit misfit;
	bool worded = without_word(typed).len < typed.len;
	if (target != TO_HOURS && target != TO_FULL_HOURS && !worded)
		return (Str){ 0 };
	return value_read(&hours_field, plain, &value, &misfit, perm) ? value : (Str){ 0 };
}

static bool
read_full_hours(Str typed, Str *value, struct cell_trouble *trouble, struct arena *perm)
{
	*value = cell_hours(TO_FULL_HOURS, typed, perm);
	int64_t micro = parse_decimal(*value, 6, false).micro;
	return micro >= MICRO || mistake(trouble, S("hours"), S("is not a number of hours a week"),
	                                 S("write the hours that are full time, such as 37"));
}

/* "37 hrs" in a column of FTE, when nobody has said how many hours are full time. */
static bool
hours_unsaid(Str hours, struct cell_trouble *trouble, struct arena *perm)
{
	return mistake(trouble, S("fte-hours"), S("is hours, and nobody has said how many hours a week are full time"),
		str_format(perm, "write %.*s/37 if 37 hours are full time; or say under Columns how many hours a week "
		"make 1 FTE, and all such cells are read", STR_ARG(hours)));
}

static bool
read_hours(enum target target, const struct profile *profile, Str typed, Str *value, struct cell_trouble *trouble,
           struct arena *perm)
{
	struct misfit misfit;
	Str plain = without_minutes(with_point(without_word(typed), perm), perm);
	if (!value_read(&hours_field, plain, value, &misfit, perm))
		return mistake(trouble, S("hours"), misfit.wrong, misfit.mend);
	int full = hours_full(profile);
	int64_t fte = parse_decimal(*value, 6, false).micro * 100 / full;
	if (fte > FTE_ONE && target != TO_POST_FTE)
		return mistake(trouble, S("hours"), str_format(perm, full % 100 ? "is more than %d.%02d hours, which "
			"are full time" : "is more than %d hours, which are full time", full / 100, full % 100),
			S("check the hours, or the hours that are full time"));
	Str exact = figure_plain((Figure){ .micro = fte }, 6, perm);
	bool read = value_read(field_of(target == TO_POST_FTE ? target : TO_FTE), exact, value, &misfit, perm);
	return read || mistake(trouble, S("hours"), misfit.wrong, misfit.mend);
}

/* Units and roles are named in words, and matched later; a reference is not read as a ref here. */
static bool
is_named(enum target target)
{
	switch (target) {
	case TO_TEAM: case TO_SERVICE: case TO_JOB_TITLE: case TO_COVERS: case TO_POST:
	case TO_FULL_NAME: case TO_FAMILY_NAME: case TO_GIVEN_NAMES: case TO_PAYROLL: case TO_AGENCY:
		return true;
	case TO_BORN: case TO_SWE: case TO_FTE: case TO_HOURS: case TO_BASIS: case TO_FROM:
	case TO_LAST_DAY: case TO_REASON: case TO_DESTINATION: case TO_ORIGIN: case TO_CASES:
	case TO_POST_FTE: case TO_POST_STATUS: case TO_FULL_HOURS: case TARGETS:
		return false;
	}
	return false;
}

/* A number as a spreadsheet shortens it: "1.23457E+11", which has lost figures, and "1E5", which may have
 * been one, or a number with an E in it. */
static bool
read_shortened(Str text, struct cell_trouble *trouble)
{
	ptrdiff_t e = str_find_fold(text, S("e"));
	bool plus = e > 0 && e + 1 < text.len && text.at[e + 1] == '+';
	struct parsed_decimal before = parse_decimal(str_upto(text, e < 0 ? 0 : e), 6, false);
	struct parsed_decimal after = parse_decimal(str_from(text, e < 0 ? 0 : e + 1 + plus), 0, false);
	if (e < 1 || !before.ok || !after.ok || after.micro < 0)
		return true;
	if (before.places > 0 || plus)
		return mistake(trouble, S("shortened"),
		               S("is a number that a spreadsheet shortened, and has lost figures"),
		               S("make the column text in the sheet, and write the number whole"));
	*trouble = (struct cell_trouble){ QUERY, S("shortened"),
		S("may be a number that a spreadsheet turned into a power of ten"),
		S("check that it is written so") };
	return true;
}

/* One post of 30 FTE and more is likely to be its hours. */
static void
doubt_hours(Str value, struct cell_trouble *trouble)
{
	enum { HOURS_LIKELY = 30 };
	if (parse_decimal(value, 6, false).micro >= HOURS_LIKELY * (int64_t)MICRO)
		*trouble = (struct cell_trouble){ QUERY, S("post-hours"),
			S("is a great deal for one post, and may be hours"),
			S("if so, write them over full-time hours, such as 22.2/37") };
}

static bool
read_value(enum target target, const struct profile *profile, Str typed, Str *value,
           struct cell_trouble *trouble, struct arena *perm)
{
	struct misfit misfit;
	const struct field *field = field_of(target);
	Str said = word_said(profile, target, typed, *perm);
	if (is_named(target))
		return !value_read(&words_field, typed, value, &misfit, perm)
			? mistake(trouble, S("text"), misfit.wrong, misfit.mend)
			: (target != TO_PAYROLL && target != TO_POST) || read_shortened(*value, trouble);
	if (said.len > 0)
		return *value = said, true;
	if (target == TO_FTE || target == TO_POST_FTE) {
		Str hours = cell_hours(target, typed, perm);
		if (hours.len > 0)
			return profile->hours_full_time > 0 ? read_hours(target, profile, typed, value, trouble, perm)
			                                    : hours_unsaid(hours, trouble, perm);
		typed = with_point(typed, perm);
	}
	if (value_read(field, typed, value, &misfit, perm)) {
		if (target == TO_POST_FTE)
			doubt_hours(*value, trouble);
		return true;
	}
	return mistake(trouble, field->kind == FIELD_CHOICE ? S("word") : target_rows[target].name,
	               misfit.wrong, misfit.mend);
}

static bool
read_cell(enum target target, const struct grid_cell *cell, const struct profile *profile,
          Str *value, struct cell_trouble *trouble, struct arena *perm)
{
	Str typed = str_trim(cell->text);
	const struct field *field = field_of(target);
	if (cell->kind == GRID_ERROR)
		return mistake(trouble, S("cell-error"), S("is an error of the spreadsheet"),
		               S("mend the formula in the sheet"));
	if (cell->kind == GRID_NO_VALUE)
		return mistake(trouble, S("no-value"), S("is a formula that was saved without its value"),
		               S("open the file in a spreadsheet program and save it again"));
	bool vacant = is_name(target) && says_vacant(typed, *perm);
	if (cell->kind == GRID_EMPTY || says_nothing(typed, *perm) || vacant)
		return true;
	if (field->kind == FIELD_DATE)
		return read_date(field, cell, profile, value, trouble, perm);
	if (target == TO_FULL_HOURS)
		return read_full_hours(typed, value, trouble, perm);
	if (target == TO_HOURS)
		return read_hours(target, profile, typed, value, trouble, perm);
	return read_value(target, profile, typed, value, trouble, perm);
}

bool
cell_read(enum target target, const struct grid_cell *cell, const struct profile *profile,
          Str *value, struct cell_trouble *trouble, struct arena *perm)
{
	*value = (Str){ 0 };
	bool read = read_cell(target, cell, profile, value, trouble, perm);
	if (!read)
		*value = (Str){ 0 };
	return read;
}
