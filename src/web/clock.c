/* clock.c: what day it is where these councils are. */
#include "web/site.h"

/* The day number of a month's last Sunday. Day 0, 1970-01-01, was a Thursday. */
static int32_t
last_sunday(int year, int month)
{
	int32_t last = date_of(year, month, 31).day;      /* March and October have 31 days */
	return last - (last + 4) % 7;
}

Date
london_day(int64_t utc_seconds)
{
	const int64_t hour = 3600, day = 24 * hour;
	int year = date_civil((Date){ (int32_t)(utc_seconds / day) }).year;
	int64_t begins = last_sunday(year, 3) * day + hour;
	int64_t ends = last_sunday(year, 10) * day + hour;
	bool summer = utc_seconds >= begins && utc_seconds < ends;
	return (Date){ (int32_t)((utc_seconds + (summer ? hour : 0)) / day) };
}
