/* london.h: the clock of these councils: Greenwich Mean Time, and Summer Time from 01:00 UTC on the last Sunday of March to
 * 01:00 UTC on the last Sunday of October.
 */
#ifndef BASE_LONDON_H
#define BASE_LONDON_H

#include "base/date.h"

/* The day it is in London at a UTC second. */
Date london_day(int64_t utc_seconds);

/* The UTC second at which a clock in London shows so many minutes past midnight on that day. Of the hour that comes twice in
 * October it is the first; of the one that is left out in March, the moment at which clocks go forward. */
int64_t london_instant(Date day, int minutes);

/* A moment as it is told to people: "Saturday 28 November, 3:15pm"; with its year where that is not the one of `today`. Of
 * the hour that comes twice in October it says which: "1:30am, summer time", "1:30am, winter time". */
Str london_words(int64_t utc_seconds, Date today, struct arena *perm);

/* "09:30", "9.30" and "14:05" as minutes past midnight; -1 for what is no time of a day. */
int clock_read(Str text);
Str clock_text(int minutes, struct arena *perm);         /* "09:30" */
Str clock_words(int minutes, struct arena *perm);        /* "9:30am", "9am", "midday", "midnight" */

#endif
