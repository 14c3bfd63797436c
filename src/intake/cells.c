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
static const struct field hours_field = { .name = STR("hours"), .label = STR("Hours a week"),
	.kind = FIELD_DECIMAL, .most = 168 };

/* The field whose kind says how a target's cell is read. */
static const struct field *
field_of(enum target target)
{
	if (target == TO_FROM || target == TO_LAST_DAY)
		return &day_field;
	if (target == TO_HOURS)
		return &hours_field;
	const struct record_type *type = record_type_find(target_rows[target].type);
	assert(type);
	int field = field_find(type, target_rows[target].field);
	assert(field >= 0);
	return &type->fields[field];
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

/* A post that nobody is in, written where the name would be. */
static bool
says_vacant(enum target target, Str text, struct arena scratch)
{
	if (target != TO_FULL_NAME && target != TO_FAMILY_NAME && target != TO_GIVEN_NAMES)
		return false;
	return str_begins(heading_fold(text, &scratch), S("vacan"));
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
	Str text = profile->month_first ? day_first(str_trim(cell->text), perm) : str_trim(cell->text);
	if (value_read(field, text, value, &misfit, perm) || read_serial(text, value, trouble, perm))
		return true;
	return mistake(trouble, S("date"), misfit.wrong, misfit.mend);
}

/* ---- hours and words --------------------------------------------------------------------------- */

static bool
read_hours(const struct profile *profile, Str typed, Str *value, struct cell_trouble *trouble,
           struct arena *perm)
{
	enum { FULL_TIME_USUAL = 3700 };
	struct misfit misfit;
	if (!value_read(&hours_field, typed, value, &misfit, perm))
		return mistake(trouble, S("hours"), misfit.wrong, misfit.mend);
	int full = profile->hours_full_time > 0 ? profile->hours_full_time : FULL_TIME_USUAL;
	int64_t fte = parse_decimal(*value, 6, false).micro * 100 / full;
	if (fte > FTE_ONE)
		return mistake(trouble, S("hours"), str_format(perm, "is more than %d.%02d hours, which are full "
			"time", full / 100, full % 100), S("check the hours, or the hours that are full time"));
	Str exact = figure_plain((Figure){ .micro = fte }, 6, perm);
	bool read = value_read(field_of(TO_FTE), exact, value, &misfit, perm);
	assert(read);
	return read;
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
	case TO_POST_FTE: case TO_POST_STATUS: case TARGETS:
		return false;
	}
	return false;
}

static bool
read_value(enum target target, const struct profile *profile, Str typed, Str *value,
           struct cell_trouble *trouble, struct arena *perm)
{
	struct misfit misfit;
	const struct field *field = field_of(target);
	Str said = word_said(profile, target, typed, *perm);
	if (said.len > 0 || is_named(target))
		return *value = said.len && !is_named(target) ? said : typed, true;
	if (value_read(field, typed, value, &misfit, perm))
		return true;
	return mistake(trouble, field->kind == FIELD_CHOICE ? S("word") : target_rows[target].name,
	               misfit.wrong, misfit.mend);
}

bool
cell_read(enum target target, const struct grid_cell *cell, const struct profile *profile,
          Str *value, struct cell_trouble *trouble, struct arena *perm)
{
	*value = (Str){ 0 };
	Str typed = str_trim(cell->text);
	const struct field *field = field_of(target);
	if (cell->kind == GRID_ERROR)
		return mistake(trouble, S("cell-error"), S("is an error of the spreadsheet"),
		               S("mend the formula in the sheet"));
	if (cell->kind == GRID_NO_VALUE)
		return mistake(trouble, S("no-value"), S("is a formula that was saved without its value"),
		               S("open the file in a spreadsheet program and save it again"));
	if (cell->kind == GRID_EMPTY || says_nothing(typed, *perm) || says_vacant(target, typed, *perm))
		return true;
	if (field->kind == FIELD_DATE)
		return read_date(field, cell, profile, value, trouble, perm);
	if (target == TO_HOURS)
		return read_hours(profile, typed, value, trouble, perm);
	return read_value(target, profile, typed, value, trouble, perm);
}
