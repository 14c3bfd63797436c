/* record_check.c: what is wrong with one record by itself. */
#include "register/field.h"

#include <assert.h>

enum { REF_LONGEST = 60 };

struct check {
	const struct record *record;
	struct place place;
	struct findings *found;
};

static void
mistake(const struct check *check, int field, struct finding finding)
{
	finding.severity = MISTAKE;
	finding.file = check->place.file;
	finding.line = check->place.line;
	finding.column = field >= 0 && check->place.columns ? check->place.columns[field] : 0;
	finding.record = check->record->ref;
	findings_add(check->found, finding);
}

/* A ref is what addresses, files and the audit call a thing: short, and without blanks or controls. */
static void
check_ref(const struct check *check)
{
	Str ref = check->record->ref;
	bool fits = ref.len > 0 && ref.len <= REF_LONGEST && str_utf8(ref, NULL);
	for (ptrdiff_t i = 0; i < ref.len; i++)
		fits = fits && (unsigned char)ref.at[i] > ' ' && ref.at[i] != 0x7F;
	if (!fits)
		mistake(check, -1, (struct finding){ .code = S("reference"), .field = S("reference"),
			.wrong = ref.len ? S("has a blank or a hidden character, or is too long") : S("is empty"),
			.mend = S("use letters, figures and hyphens") });
}

static void
check_dates(const struct check *check)
{
	struct period when = check->record->when;
	if (when.first.day >= DATE_OPEN.day)
		mistake(check, -1, (struct finding){ .code = S("dates"), .field = S("first day"),
			.wrong = S("is missing"), .mend = S("give the day it began") });
	else if (when.last.day < when.first.day)
		mistake(check, -1, (struct finding){ .code = S("dates"), .field = S("last day"),
			.seen = date_text(when.last, check->found->arena),
			.wrong = str_format(check->found->arena, "is before the first day, %.*s",
			                    STR_ARG(date_text(when.first, check->found->arena))),
			.mend = S("mend one of the two") });
}

static void
check_value(const struct check *check, const struct field *field, int number)
{
	struct arena *perm = check->found->arena;
	Str value = check->record->values[number], canonical;
	struct misfit misfit;
	struct finding finding = { .field = field->label, .seen = value };
	if (!value.len) {
		if (!field->required)
			return;
		finding.code = S("required");
		finding.wrong = S("is empty");
		finding.mend = S("fill it in");
	} else if (!value_read(field, value, &canonical, &misfit, perm)) {
		finding.code = S("value");
		finding.wrong = misfit.wrong;
		finding.mend = misfit.mend;
	} else if (!str_equal(value, canonical)) {
		finding.code = S("form");
		finding.wrong = S("is not in the form it is kept in");
		finding.mend = str_format(perm, "write \"%.*s\"", STR_ARG(canonical));
	} else {
		return;
	}
	mistake(check, number, finding);
}

int
record_check(const struct record_type *type, const struct record *record, struct place place,
             struct findings *found)
{
	struct check check = { record, place, found };
	ptrdiff_t before = found->mistakes;
	assert(type->field_count <= FIELDS_OF_TYPE_MOST);
	check_ref(&check);
	if (type->dated)
		check_dates(&check);
	for (int f = 0; f < type->field_count; f++)
		check_value(&check, &type->fields[f], f);
	return (int)(found->mistakes - before);
}
