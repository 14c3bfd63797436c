/* own_people_days.c: working days: how many a year has, and how many were lost to sickness. */
#include "measure/own_parts.h"

int
own_working_days(struct period year)
{
	int first = date_civil(year.first).year, last = date_civil(year.last).year;
	for (int y = first; y <= last; y++)
		if (date_real(y, 2, 29) && period_holds(year, date_of(y, 2, 29)))
			return working_days(y);
	return working_days(date_real(last, 2, 29) ? last - 1 : last);
}

/* Mondays to Fridays of a period. Day 0 was a Thursday. */
static int64_t
weekdays(struct period period)
{
	int64_t whole = (period.last.day - period.first.day + 1) / 7, days = whole * 5;
	for (int32_t d = period.first.day + (int32_t)whole * 7; d <= period.last.day; d++)
		days += ((d + 3) % 7 + 7) % 7 < 5;
	return days;
}

/* The part of an absence's days that falls in the year: by weekdays, where it lies over an edge. One
 * that is not over counts up to the year's end. */
int64_t
own_absence_days(const struct absence *absence, struct period year, Date *begin)
{
	struct period all = absence->when, in = all;
	if (all.last.day == DATE_OPEN.day)
		all.last = year.last;
	in.last = all.last.day < year.last.day ? all.last : year.last;
	in.first = all.first.day > year.first.day ? all.first : year.first;
	*begin = in.first;
	if (in.first.day > in.last.day)
		return 0;
	if (in.first.day == all.first.day && in.last.day == all.last.day)
		return absence->days_lost;
	int64_t part = weekdays(in), whole = weekdays(all);
	if (whole == 0) {
		part = in.last.day - in.first.day + 1;
		whole = all.last.day - all.first.day + 1;
	}
	return absence->days_lost / whole * part + absence->days_lost % whole * part / whole;
}

/* The largest post somebody was in on a day, their last day among them. */
static const struct stretch *
main_post_on(struct stretches service, Date day)
{
	const struct stretch *main = NULL;
	for (int i = 0; i < service.count; i++) {
		struct period when = service.at[i].when;
		when.last.day += service.at[i].leaves;
		if (period_holds(when, day))
			main = own_larger_post(main, &service.at[i]);
	}
	return main;
}

void
own_days_lost(struct own_parts *parts, const struct own_count *c, int person,
               struct stretches service)
{
	const struct roster *r = c->roster;
	int count;
	const struct absence *absences = absences_of(r, person, &count);
	for (int i = 0; i < count; i++) {
		const struct absence *absence = &absences[i];
		Date begin;
		int64_t days = absence->kind == SICKNESS ? own_absence_days(absence, c->year, &begin) : 0;
		if (days == 0)
			continue;
		const struct stretch *main = main_post_on(service, begin);
		if (main && stretch_within(r, main, c->unit, begin))
			own_part(parts, WORKING_DAYS_LOST_FTE, parts->of[WORKING_DAYS_LOST_FTE] + days);
	}
}
