/* date.c: the proleptic Gregorian calendar. */
#include "base/date.h"

#include <assert.h>

static const Str month_names[12] = {
	STR("January"), STR("February"), STR("March"), STR("April"), STR("May"), STR("June"),
	STR("July"), STR("August"), STR("September"), STR("October"), STR("November"), STR("December"),
};

static bool
leap(int year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int
days_in_month(int year, int month)
{
	static const int days[12] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	return days[month - 1] + (month == 2 && leap(year));
}

bool
date_real(int year, int month, int day)
{
	return year >= 1600 && year <= 9999 && month >= 1 && month <= 12 && day >= 1
	       && day <= days_in_month(year, month);
}

/* Years are counted from 1 March, so that the odd day comes last; an era is 400 years. */
Date
date_of(int year, int month, int day)
{
	assert(date_real(year, month, day));
	int from_march = (month + 9) % 12;
	int y = year - (month <= 2);
	int era = y / 400, of_era = y % 400;
	int of_year = (153 * from_march + 2) / 5 + day - 1;
	return (Date){ era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468 };
}

struct civil
date_civil(Date date)
{
	int days = date.day + 719468;
	int era = days / 146097, of_era = days % 146097;
	int years = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
	int of_year = of_era - (365 * years + years / 4 - years / 100);
	int from_march = (5 * of_year + 2) / 153;
	int month = from_march < 10 ? from_march + 3 : from_march - 9;
	return (struct civil){
		.year = years + era * 400 + (month <= 2),
		.month = month,
		.day = of_year - (153 * from_march + 2) / 5 + 1,
	};
}

struct period
census_period(int year)
{
	return (struct period){ date_of(year - 1, 10, 1), date_of(year, 9, 30) };
}

int
census_year(Date date)
{
	struct civil civil = date_civil(date);
	return civil.year + (civil.month >= 10);
}

Date
date_at(int64_t utc_seconds)
{
	int64_t day = utc_seconds / SECONDS_OF_DAY - (utc_seconds % SECONDS_OF_DAY < 0);
	return (Date){ (int32_t)day };
}

int
date_years(Date from, Date to)
{
	struct civil first = date_civil(from), last = date_civil(to);
	bool before = last.month < first.month || (last.month == first.month && last.day < first.day);
	return last.year - first.year - before;
}

Str
date_iso(Date date, struct arena *perm)
{
	struct civil c = date_civil(date);
	return str_format(perm, "%04d-%02d-%02d", c.year, c.month, c.day);
}

Str
date_text(Date date, struct arena *perm)
{
	struct civil c = date_civil(date);
	return str_format(perm, "%d %.*s %d", c.day, STR_ARG(month_names[c.month - 1]), c.year);
}

/* Day 0 was a Thursday. */
Str
date_week_text(Date date, struct arena *perm)
{
	static const Str days[] = { STR("Thursday"), STR("Friday"), STR("Saturday"), STR("Sunday"), STR("Monday"), STR("Tuesday"),
		STR("Wednesday") };
	return str_format(perm, "%.*s %.*s", STR_ARG(days[(date.day % 7 + 7) % 7]), STR_ARG(date_text(date, perm)));
}

/* A whole number of at most four digits, or -1. */
static int
small_number(Str text)
{
	int value = 0;
	if (text.len == 0 || text.len > 4)
		return -1;
	for (ptrdiff_t i = 0; i < text.len; i++) {
		if (text.at[i] < '0' || text.at[i] > '9')
			return -1;
		value = value * 10 + (text.at[i] - '0');
	}
	return value;
}

/* 1 to 12 for a month's name or its first three letters, else -1. */
static int
month_named(Str text)
{
	for (int i = 0; i < 12; i++)
		if (str_equal_fold(text, month_names[i])
		    || str_equal_fold(text, str_upto(month_names[i], 3)))
			return i + 1;
	return -1;
}

bool
date_parse(Str text, Date *date)
{
	Str rest = text;
	struct civil civil = { 0 };
	if (str_find(text, S("-")) == 4) {
		civil.year = small_number(str_cut(&rest, '-'));
		civil.month = small_number(str_cut(&rest, '-'));
		civil.day = small_number(rest);
	} else if (str_find(text, S("/")) > 0) {
		civil.day = small_number(str_cut(&rest, '/'));
		civil.month = small_number(str_cut(&rest, '/'));
		civil.year = small_number(rest);
	} else {
		civil.day = small_number(str_word(&rest));
		civil.month = month_named(str_word(&rest));
		civil.year = small_number(str_trim(rest));
	}
	if (!date_real(civil.year, civil.month, civil.day))
		return false;
	*date = date_of(civil.year, civil.month, civil.day);
	return true;
}
