/* educator_capacity.c: places for students in a term, and enrolments in a year. */
#include "practice/educator.h"

enum { FOUR_WEEKS = 28 };

/* ---- terms --------------------------------------------------------------------------------------- */

static const struct { Str name; int first_month; } terms[TERMS_OF_YEAR] = {
	[TERM_SPRING] = { STR("spring"), 1 }, [TERM_SUMMER] = { STR("summer"), 5 }, [TERM_AUTUMN] = { STR("autumn"), 9 },
};

Str
term_name(enum term_of_year term)
{
	return terms[term].name;
}

struct period
year_term_period(struct year_term t)
{
	bool last = t.term == TERM_AUTUMN;
	Date next = last ? date_of(t.year + 1, 1, 1) : date_of(t.year, terms[t.term + 1].first_month, 1);
	return (struct period){ date_of(t.year, terms[t.term].first_month, 1), { next.day - 1 } };
}

struct year_term
year_term_of(Date day)
{
	struct civil civil = date_civil(day);
	return (struct year_term){ civil.year, (enum term_of_year)((civil.month - 1) / 4) };
}

/* ---- placements of a term -------------------------------------------------------------------------- */

static int
days_shared(struct period a, struct period b)
{
	int32_t first = a.first.day > b.first.day ? a.first.day : b.first.day;
	int32_t last = a.last.day < b.last.day ? a.last.day : b.last.day;
	return last < first ? 0 : last - first + 1;
}

/* No placement is years long: whoever has four weeks in a term has them in the one it begins in, or in the next. */
static bool
takes_place_in(struct period placement, struct period term)
{
	struct year_term begins = year_term_of(placement.first);
	if (days_shared(placement, term) >= FOUR_WEEKS)
		return true;
	bool here = placement.first.day >= term.first.day && placement.first.day <= term.last.day;
	struct year_term next = year_term_of((Date){ year_term_period(begins).last.day + 1 });
	return here && days_shared(placement, year_term_period(next)) < FOUR_WEEKS;
}

/* Taken by somebody without an award on its first day, to be awarded stage 1. */
static bool
is_training(const struct record *educator, Date starts)
{
	return educator_day(educator, "awarded_1", starts).day == 0 && educator_day(educator, "awarded_2", starts).day == 0;
}

static void
count_placement(struct capacity *c, const struct educators *educators, const struct record *placement)
{
	const struct record_type *type = &record_types[TYPE_PLACEMENT];
	const struct records *records = &educators->roster->council->of[TYPE_EDUCATOR];
	struct period when;
	int first;
	if (!date_parse(record_value(type, placement, S("starts_on")), &when.first) ||
	    !date_parse(record_value(type, placement, S("ends_on")), &when.last) ||
	    !takes_place_in(when, year_term_period(c->term)))
		return;
	Str educator = record_value(type, placement, S("educator"));
	bool found = educator.len && records_of(records, educator, &first) > 0;
	if (found && is_training(&records->at[first], when.first)) {
		c->training++;
		return;
	}
	c->planned++;
	c->unmatched += !found;
	c->final_planned += str_equal(record_value(type, placement, S("kind")), placement_kinds[PLACEMENT_FINAL].code);
}

static int
beyond(int planned, int places)
{
	return planned > places ? planned - places : 0;
}

struct capacity
capacity_of(const struct roster *roster, struct year_term term, Date day, struct arena *perm)
{
	struct capacity c = { .term = term };
	struct period when = year_term_period(term);
	struct educators educators;
	const struct records *placements = &roster->council->of[TYPE_PLACEMENT];
	educators_read(&educators, roster, day.day >= when.first.day && day.day <= when.last.day ? day : when.first, perm);
	for (int i = 0; i < educators.count; i++) {
		const struct educator *e = &educators.all[i];
		c.educators += e->current;
		c.stage_2 += e->current && e->stage_2;
		c.places += e->students;
		c.final_places += e->stage_2 ? e->students : 0;
	}
	for (int i = 0; i < placements->count; i++)
		count_placement(&c, &educators, &placements->at[i]);
	c.short_of = beyond(c.planned, c.places);
	c.final_short_of = beyond(c.final_planned, c.final_places);
	return c;
}

Str
capacity_words(const struct capacity *c, struct arena *perm)
{
	Str term = term_name(c->term.term);
	if (c->final_short_of > 0)
		return str_format(perm, "%d final placement%s more than stage 2 educators can take in %.*s %d", c->final_short_of,
			c->final_short_of == 1 ? "" : "s", STR_ARG(term), c->term.year);
	if (c->short_of > 0)
		return str_format(perm, "%d placement%s more than practice educators can take in %.*s %d", c->short_of,
			c->short_of == 1 ? "" : "s", STR_ARG(term), c->term.year);
	return S("");
}

/* ---- enrolments ---------------------------------------------------------------------------------- */

Str
target_words(enum target target)
{
	static const Str words[] = { [TARGET_BELOW] = STR("Below the range"), [TARGET_MET] = STR("Met"),
		[TARGET_ABOVE] = STR("Above the range") };
	return words[target];
}

enum target
target_of(int count, int low, int high)
{
	return count < low ? TARGET_BELOW : count > high ? TARGET_ABOVE : TARGET_MET;
}

static bool
enrolled_in(const struct record *educator, const char *field, struct period year)
{
	Date day = educator_day(educator, field, year.last);
	return day.day != 0 && day.day >= year.first.day;
}

struct enrolments
enrolments_of(const struct roster *roster, struct period year)
{
	const struct records *records = &roster->council->of[TYPE_EDUCATOR];
	struct educator_numbers numbers = educator_numbers_on(roster->council, year.last);
	struct enrolments e = { .low = numbers.of[ENROLMENTS_LOW].number, .high = numbers.of[ENROLMENTS_HIGH].number,
		.source = numbers.of[ENROLMENTS_LOW].source };
	for (int i = 0; i < records->count; i++) {
		e.stage_1 += enrolled_in(&records->at[i], "enrolled_1", year);
		e.stage_2 += enrolled_in(&records->at[i], "enrolled_2", year);
	}
	e.all = e.stage_1 + e.stage_2;
	e.target = target_of(e.all, e.low, e.high);
	return e;
}

struct period
academic_year(Date day)
{
	struct civil civil = date_civil(day);
	int year = civil.month >= 9 ? civil.year : civil.year - 1;
	return (struct period){ date_of(year, 9, 1), date_of(year + 1, 8, 31) };
}
