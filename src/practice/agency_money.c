/* agency_money.c: what assignments cost, in whole pence. */
#include "practice/agency.h"

struct hour_cost
assignment_hour(const struct assignment *a)
{
	int64_t parts[] = { a->pay.pay, a->pay.ni, a->pay.levy, a->pay.holiday };
	int64_t sum = 0;
	if (a->pay.charge != NO_PENCE)
		return (struct hour_cost){ a->pay.charge, false };
	if (a->pay.pay == NO_PENCE)
		return (struct hour_cost){ NO_PENCE, false };
	for (int i = 0; i < countof(parts); i++)
		sum += parts[i] == NO_PENCE ? 0 : parts[i];
	return (struct hour_cost){ sum, true };
}

Date
month_first(Date day)
{
	struct civil civil = date_civil(day);
	return date_of(civil.year, civil.month, 1);
}

Date
month_next(Date month, int months)
{
	struct civil civil = date_civil(month);
	int count = civil.year * 12 + civil.month - 1 + months;
	return date_of(count / 12, count % 12 + 1, 1);
}

/* Day 0, 1 January 1970, was a Thursday: with Monday as 0 it is 3. */
int
weekdays_in(struct period when)
{
	int days = 0;
	for (int day = when.first.day; day <= when.last.day; day++)
		days += (day + 3) % 7 < 5;
	return days;
}

struct month_cost
assignment_cost(const struct assignment *a, Date month, Date day)
{
	struct hour_cost hour = assignment_hour(a);
	struct period when = { month, { month_next(month, 1).day - 1 } };
	Date last = a->last;
	if (last.day == DATE_OPEN.day)
		last = a->planned_end.day > day.day ? a->planned_end : day;
	if (a->starts.day > when.first.day)
		when.first = a->starts;
	if (last.day < when.last.day)
		when.last = last;
	struct month_cost cost = { .days = weekdays_in(when), .part = hour.part,
		.known = hour.pence != NO_PENCE && a->hours != NOT_ENTERED };
	if (cost.known && cost.days > 0)
		cost.pence = (2 * cost.days * a->hours * hour.pence + 5 * MICRO) / (2 * 5 * (int64_t)MICRO);
	return cost;
}

Str
pence_words(int64_t pence, struct arena *perm)
{
	return str_format(perm, "\u00A3%.*s", STR_ARG(figure_text(figure_micro(pence * (MICRO / 100)), 2, perm)));
}
