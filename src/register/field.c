/* field.c: finding a field, and a record's values as a reader sees them. */
#include "register/field.h"

#include <assert.h>

int
field_find(const struct record_type *type, Str name)
{
	for (int f = 0; f < type->field_count; f++)
		if (str_equal(type->fields[f].name, name))
			return f;
	return -1;
}

Str
record_value(const struct record_type *type, const struct record *record, Str name)
{
	int field = field_find(type, name);
	assert(field >= 0);
	return record->values[field];
}

/* What stands first and is a choice is told by its words, and not by its key. */
static Str
title_part(const struct record_type *type, const struct record *record, int part)
{
	Str value = record_value(type, record, type->title[part]);
	const struct choice *choice = part == 0 ? choice_find(&type->fields[field_find(type, type->title[part])], value) : NULL;
	return choice ? choice->words : value;
}

Str
record_title(const struct record_type *type, const struct record *record, struct arena *perm)
{
	Str parts[2] = { 0 };
	for (int i = 0; i < 2; i++)
		if (type->title[i].len)
			parts[i] = title_part(type, record, i);
	if (!parts[0].len)
		return parts[1].len ? parts[1] : record->ref;
	return parts[1].len ? str_format(perm, "%.*s, %.*s", STR_ARG(parts[0]), STR_ARG(parts[1]))
	                    : parts[0];
}

const struct choice *
choice_find(const struct field *field, Str code)
{
	for (int c = 0; c < field->choice_count; c++)
		if (str_equal(field->choices[c].code, code))
			return &field->choices[c];
	return NULL;
}

static Str
number_words(Str value, int places, enum unit unit, struct arena *perm)
{
	struct parsed_decimal number = parse_decimal(value, 6, false);
	return number.ok ? figure_words(figure_micro(number.micro), places, unit, perm) : value;
}

Str
value_words(const struct field *field, Str value, struct arena *perm)
{
	const struct choice *choice;
	Date date;
	if (!value.len)
		return value;
	switch (field->kind) {
	case FIELD_DATE:
		return date_parse(value, &date) ? date_text(date, perm) : value;
	case FIELD_CHOICE:
		choice = choice_find(field, value);
		return choice ? choice->words : value;
	case FIELD_YES_NO:
		return str_capital(value, perm);
	case FIELD_WHOLE:
		return number_words(value, 0, UNIT_COUNT, perm);
	case FIELD_MONEY:
		return number_words(value, 2, UNIT_POUNDS, perm);
	case FIELD_TEXT:
	case FIELD_NOTE:
	case FIELD_FTE:
	case FIELD_DECIMAL:
	case FIELD_REF:
		return value;
	}
	return value;
}
