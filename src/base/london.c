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

/* Seconds that a clock there shows at a UTC second, were they of UTC. */
static int64_t
shown_at(int64_t utc_seconds)
{
	struct summer summer = summer_of(date_civil(date_at(utc_seconds)).year);
	return utc_seconds + (utc_seconds >= summer.begins && utc_seconds < summer.ends ? HOUR : 0);
}

Date
london_day(int64_t utc_seconds)
{
	return date_at(shown_at(utc_seconds));
}

/* Which of the two, within an hour of the moment at which clocks go back. */
static Str
which_hour(int64_t utc_seconds)
{
	int64_t ends = summer_of(date_civil(date_at(utc_seconds)).year).ends;
	if (utc_seconds < ends - HOUR || utc_seconds >= ends + HOUR)
		return S("");
	return utc_seconds < ends ? S(", summer time") : S(", winter time");
}

Str
london_words(int64_t utc_seconds, Date today, struct arena *perm)
{
	Date day = london_day(utc_seconds);
	Str words = date_week_text(day, perm);
	if (date_civil(day).year == date_civil(today).year)
		words = str_upto(words, words.len - 5);          /* the space and four figures of the year */
	int minutes = (int)(shown_at(utc_seconds) - day.day * SECONDS_OF_DAY) / 60;
	return str_format(perm, "%.*s, %.*s%.*s", STR_ARG(words), STR_ARG(clock_words(minutes, perm)), STR_ARG(which_hour(utc_seconds)));
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

Str
clock_words(int minutes, struct arena *perm)
{
	int hour = minutes / 60 % 24, past = minutes % 60, of_twelve = hour % 12 ? hour % 12 : 12;
	const char *half = hour < 12 ? "am" : "pm";
	if (past == 0 && hour % 12 == 0)
		return hour ? S("midday") : S("midnight");
	return past ? str_format(perm, "%d:%02d%s", of_twelve, past, half) : str_format(perm, "%d%s", of_twelve, half);
}
