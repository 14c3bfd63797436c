/* date.h: civil dates, and the year a workforce census covers.
 *
 * A Date has no time and no zone. "Today" is an argument everywhere: only main and the request
 * boundary read the clock, so that every page can be asked as at a past day.
 */
#ifndef BASE_DATE_H
#define BASE_DATE_H

#include "base/str.h"

#define SECONDS_OF_DAY INT64_C(86400)

typedef struct { int32_t day; } Date;              /* day 0 is 1970-01-01 */
struct period { Date first, last; };               /* both days included */
struct civil { int year, month, day; };

Date date_of(int year, int month, int day);        /* the three must make a real date */
bool date_real(int year, int month, int day);      /* years 1600 to 9999 */
struct civil date_civil(Date date);
Date date_at(int64_t utc_seconds);                 /* the day, in UTC, of a moment since 1970-01-01 */

/* The year a census covers: 1 October of the year before, to 30 September. */
struct period census_period(int year);
/* The census year that a day falls in: 1 October 2024 falls in 2025. */
int census_year(Date date);

/* Whole years from one day to another, as an age is counted: those born on 29 February have their birthday on
 * 1 March. Below 0 where `to` is the earlier day. */
int date_years(Date from, Date to);

Str  date_iso(Date date, struct arena *perm);      /* 2025-09-30 */
Str  date_text(Date date, struct arena *perm);     /* 30 September 2025 */
Str  date_week_text(Date date, struct arena *perm);    /* Tuesday 30 September 2025 */
/* Reads 2025-09-30, 30/09/2025, 30 September 2025 and 30 Sep 2025. */
bool date_parse(Str text, Date *date);

#endif
