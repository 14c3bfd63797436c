/* instant.c: moments in words. */
#include "app/instant.h"

/* The time of day. */
struct clock { int hour, minute, second; };

static struct clock
clock_at(int64_t at)
{
	int left = (int)(at - date_at(at).day * SECONDS_OF_DAY);
	return (struct clock){ left / 3600, left / 60 % 60, left % 60 };
}

Str
instant_text(int64_t at, struct arena *perm)
{
	struct clock clock = clock_at(at);
	return str_format(perm, "%.*s %02d:%02d:%02d", STR_ARG(date_iso(date_at(at), perm)),
	                  clock.hour, clock.minute, clock.second);
}

Str
instant_minute(int64_t at, struct arena *perm)
{
	struct clock clock = clock_at(at);
	return str_format(perm, "%.*s %02d:%02d", STR_ARG(date_iso(date_at(at), perm)), clock.hour, clock.minute);
}

Str
instant_words(int64_t at, struct arena *perm)
{
	struct clock clock = clock_at(at);
	return str_format(perm, "%.*s, %02d:%02d UTC", STR_ARG(date_text(date_at(at), perm)),
	                  clock.hour, clock.minute);
}

Str
instant_day(int64_t at, struct arena *perm)
{
	return at ? date_text(date_at(at), perm) : S("");
}
