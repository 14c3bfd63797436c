/* said.c: texts, days and numbers of fields. */
#include "workforce/said.h"

#include <stdlib.h>

Str
said_text(enum type_id type, const struct record *record, const char *field)
{
	return record ? record_value(&record_types[type], record, str_of(field)) : S("");
}

Date
said_day(enum type_id type, const struct record *record, const char *field)
{
	Date day = { 0 };
	(void)date_parse(said_text(type, record, field), &day);
	return day;
}

Date
said_day_by(enum type_id type, const struct record *record, const char *field, Date by)
{
	Date day = said_day(type, record, field);
	return day.day <= by.day ? day : (Date){ 0 };
}

int
said_whole(enum type_id type, const struct record *record, const char *field)
{
	struct parsed_decimal read = parse_decimal(said_text(type, record, field), 0, false);
	return read.ok ? (int)(read.micro / MICRO) : 0;
}

int
code_place(const struct choice *choices, int count, Str code)
{
	for (int i = 0; i < count; i++)
		if (str_equal(choices[i].code, code))
			return i;
	return NOT_THERE;
}

const struct record *
said_record(const struct council *council, enum type_id type, Str ref)
{
	int first;
	const struct records *records = &council->of[type];
	return ref.len && records_of(records, ref, &first) > 0 ? &records->at[first] : NULL;
}

static int
by_turn(const void *a, const void *b)
{
	const struct turned *x = a, *y = b;
	return x->turn != y->turn ? (x->turn > y->turn) - (x->turn < y->turn) : str_compare(x->record->ref, y->record->ref);
}

int
turns_of(const struct grouped *steps, enum type_id type, Str thing, Date until, struct turned **turns, struct arena *perm)
{
	int first, kept = 0, count = grouped_find(steps, thing, &first);
	struct turned *of = new(perm, count + 1, struct turned);
	for (int i = first; i < first + count; i++) {
		const struct record *step = steps->rows[i].record;
		Date on = said_day(type, step, "held_on");
		if (on.day != 0 && on.day <= until.day)
			of[kept++] = (struct turned){ said_whole(type, step, "turn"), step };
	}
	qsort(of, (size_t)kept, sizeof *of, by_turn);
	*turns = of;
	return kept;
}
