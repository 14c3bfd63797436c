/* london.c: what time it is where these councils are. */
#include "base/london.h"

enum { HOUR = 3600 };

/* The day number of a month's last Sunday. Day 0, 1970-01-01, was a Thursday. */
static int32_t
last_sunday(int year, int month)
{
	int32_t last = date_of(year, month, 31).day;      /* March and October have 31 days */
	return last - (last + 4) % 7;
}

struct summer { int64_t begins, ends; };

static struct summer
summer_of(int year)
{
	return (struct summer){ last_sunday(year, 3) * SECONDS_OF_DAY + HOUR, last_sunday(year, 10) * SECONDS_OF_DAY + HOUR };
}

Date
london_day(int64_t utc_seconds)
{
	int year = date_civil(date_at(utc_seconds)).year;
	struct summer summer = summer_of(year);
	bool in = utc_seconds >= summer.begins && utc_seconds < summer.ends;
	return (Date){ (int32_t)((utc_seconds + (in ? HOUR : 0)) / SECONDS_OF_DAY) };
}

int64_t
london_instant(Date day, int minutes)
{
	struct summer summer = summer_of(date_civil(day).year);
	int64_t shown = day.day * SECONDS_OF_DAY + minutes * 60;
	if (shown >= summer.begins && shown < summer.begins + HOUR)
		return summer.begins;
	return shown >= summer.begins && shown - HOUR < summer.ends ? shown - HOUR : shown;
}

static int
two_figures(Str text)
{
	int number = 0;
	for (ptrdiff_t i = 0; i < text.len; i++) {
		if (text.at[i] < '0' || text.at[i] > '9')
			return -1;
		number = number * 10 + (text.at[i] - '0');
	}
	return text.len == 1 || text.len == 2 ? number : -1;
}

int
clock_read(Str text)
{
	Str minutes = str_trim(text);
	Str hours = str_cut(&minutes, str_find(minutes, S(":")) >= 0 ? ':' : '.');
	int h = two_figures(hours), m = minutes.len == 2 ? two_figures(minutes) : -1;
	return h < 0 || m < 0 || h > 23 || m > 59 ? -1 : h * 60 + m;
}

Str
clock_text(int minutes, struct arena *perm)
{
	return str_format(perm, "%02d:%02d", minutes / 60 % 24, minutes % 60);
}
