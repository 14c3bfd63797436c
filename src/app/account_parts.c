/* account_parts.c: the store that pages about accounts stand in front of, and their words. */
#include "app/account_parts.h"

#include "app/stored.h"

struct fronting { const struct world *world; const struct ask *ask; front_page *page; struct answer answer; struct arena *perm; };

static bool
front_open(struct store *store, void *what, struct error *err)
{
	struct fronting *in = what;
	struct front front = { .store = store, .gate = in->ask->door->gate, .now = in->ask->now,
	                       .today = in->ask->today, .perm = in->perm };
	(void)err;
	in->answer = in->page(&front, in->world, in->ask);
	return in->answer.outcome != FAILED || fail(err, "an account page failed");
}

struct answer
at_front(const struct world *world, const struct ask *ask, front_page *page, struct arena *perm)
{
	struct fronting in = { .world = world, .ask = ask, .page = page, .perm = perm };
	struct error err = { "" };
	if (!world->keeper || !ask->door)
		return answer_words(UNKNOWN, S("There are no accounts here"),
			S("The program was started without a store, so it keeps no accounts."), perm);
	if (!stored(world, front_open, &in, perm, &err) && in.answer.outcome != FAILED)
		return answer_failed(S("The store cannot be used"), &err, perm);
	return in.answer;
}

enum outcome
page_outcome(struct said said)
{
	return said.outcome == REFUSED ? WRONG : said.outcome;
}

static Str
place_of_grant(const struct grant *grant, const struct world *world)
{
	int area = area_exact(&world->published.areas, grant->authority);
	if (str_equal(grant->authority, S(MACHINE)))
		return S("the whole program");
	return area == NO_AREA ? grant->authority : world->published.areas.at[area].name;
}

Str
grant_words(const struct grant *grant, const struct world *world, struct arena *perm)
{
	struct text words = text_new(perm);
	text_format(&words, "%.*s in %.*s", STR_ARG(duty_rows[grant->duty].title),
	            STR_ARG(place_of_grant(grant, world)));
	if (grant->unit.len)
		text_format(&words, ", unit %.*s", STR_ARG(grant->unit));
	if (grant->when.last.day < DATE_OPEN.day)
		text_format(&words, ", until %.*s", STR_ARG(date_text(grant->when.last, perm)));
	return text_str(&words);
}
