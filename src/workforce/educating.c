/* educating.c: numbers in force on a day, and the last thing that keeps an educator current. */
#include "workforce/educating.h"

#include "register/term.h"
#include "workforce/said.h"

#define PEPS "BASW, Practice Educator Professional Standards, 2022, leave it to employers"

const struct educator_said educators_usual[EDUCATOR_NUMBERS] = {
	[YEARS_BEFORE_1]    = { 1, STR("usual, after the newly qualified year; " PEPS), false },
	[YEARS_BEFORE_2]    = { 3, STR("University of Birmingham, entry to stage 2: one provider\u2019s rule"), false },
	[LEARNERS_BEFORE_2] = { 1, STR("University of Birmingham, entry to stage 2: one provider\u2019s rule"), false },
	[MONTHS_CURRENT]    = { 24, STR("usual, a student every two years; " PEPS), false },
	[STUDENTS_EACH]     = { 1, STR("usual"), false },
	[ENROLMENTS_LOW]    = { 8, STR("Shropshire\u2019s target, 8 to 10 a year"), false },
	[ENROLMENTS_HIGH]   = { 10, STR("Shropshire\u2019s target, 8 to 10 a year"), false },
};

struct educator_numbers
educator_numbers_on(const struct council *council, Date day)
{
	struct educator_numbers numbers;
	const struct records *rules = &council->of[TYPE_EDUCATOR_RULE];
	for (int n = 0; n < EDUCATOR_NUMBERS; n++)
		numbers.of[n] = educators_usual[n];
	for (int i = 0; i < rules->count; i++) {
		const struct record *rule = &rules->at[i];
		struct parsed_decimal number = parse_decimal(said_text(TYPE_EDUCATOR_RULE, rule, "number"), 0, false);
		if (!number.ok || rule->when.first.day > day.day || rule->when.last.day < day.day)
			continue;
		for (int n = 0; n < EDUCATOR_NUMBERS; n++)
			if (str_equal(educator_rules[n].code, said_text(TYPE_EDUCATOR_RULE, rule, "rule")))
				numbers.of[n] = (struct educator_said){ (int)(number.micro / MICRO), said_text(TYPE_EDUCATOR_RULE, rule, "source"), true };
	}
	return numbers;
}

Date
educator_day(const struct record *educator, const char *field, Date by)
{
	return said_day_by(TYPE_EDUCATOR, educator, field, by);
}

static Date
later(Date a, Date b)
{
	return a.day > b.day ? a : b;
}

Date
educator_current_until(const struct record *educator, const struct grouped *placements, int months, Date day)
{
	Date awarded = later(educator_day(educator, "awarded_1", day), educator_day(educator, "awarded_2", day));
	Date last = later(awarded, educator_day(educator, "refreshed_on", day));
	int first, count = grouped_find(placements, educator->ref, &first);
	if (awarded.day == 0)
		return (Date){ 0 };
	for (int i = first; i < first + count; i++) {
		const struct record_type *type = &record_types[TYPE_PLACEMENT];
		const struct record *placement = placements->rows[i].record;
		Date starts, ends;
		if (date_parse(record_value(type, placement, S("starts_on")), &starts) && starts.day < day.day &&
		    date_parse(record_value(type, placement, S("ends_on")), &ends))
			last = later(last, ends);
	}
	return months > 0 ? term_after(last, (struct term){ months, TERM_MONTHS }) : last;
}
