/* apply_job.c: what job a round is, as applicants read it: what the advert says of it, else what follows from its posts. */
#include "app/apply_parts.h"

#include "app/estab.h"

/* "Social worker, Senior practitioner or Team manager". */
static Str
any_of(const Str *words, int count, struct arena *perm)
{
	struct text text = text_new(perm);
	for (int i = 0; i < count; i++) {
		text_add(&text, i == 0 ? S("") : i == count - 1 ? S(" or ") : S(", "));
		text_add(&text, words[i]);
	}
	return text_str(&text);
}

Str
job_words(const struct applied *at)
{
	Str *words = new(at->perm, at->role_count + 1, Str);
	Str said = round_text(at, "title");
	if (said.len || at->role_count == 0)
		return said.len ? said : round_text(at, "name");
	for (int i = 0; i < at->role_count; i++)
		words[i] = at->roles[i].words;
	return any_of(words, at->role_count, at->perm);
}

/* Whom its posts ask for; a post that names no experience is for anybody. */
static Str
bands_words(const struct applied *at)
{
	Str words[BANDS];
	int count = 0;
	if (at->seats.any_band || at->seats.bands == 0)
		return S("Any experience");
	for (int b = 0; b < BANDS; b++)
		if (at->seats.bands & 1u << b)
			words[count++] = bands[b].words;
	return any_of(words, count, at->perm);
}

/* Whether all of its roles, or some of them, are for registered social workers only. */
static Str
registered_words(const struct applied *at)
{
	int need = 0;
	for (int i = 0; i < at->role_count; i++) {
		int role = roster_role(at->own.roster, at->roles[i].ref);
		const struct role_row *row = role == NOT_THERE ? NULL : role_on(at->own.roster, role, at->inside.day);
		need += row && row->registered;
	}
	if (need == 0)
		return S("");
	return need == at->role_count ? S("Registered social workers, and those who will be registered before they start")
		: S("Some of its roles are for registered social workers only");
}

static Str
for_words(const struct applied *at)
{
	Str registered = registered_words(at), asked = bands_words(at);
	return registered.len ? str_format(at->perm, "%.*s. %.*s", STR_ARG(asked), STR_ARG(registered)) : asked;
}

static Str
worked_words(const struct applied *at)
{
	Str said = round_text(at, "worked");
	if (said.len || !(at->seats.full || at->seats.part))
		return said;
	return at->seats.full && at->seats.part ? S("Full time or part time") : at->seats.full ? S("Full time") : S("Part time");
}

static Str
place_words(const struct applied *at)
{
	Str place = round_text(at, "place");
	return place.len ? str_format(at->perm, "%.*s, %.*s", STR_ARG(place), STR_ARG(at->own.place->name)) : at->own.place->name;
}

Str
job_closes(const struct applied *at)
{
	return at->closes.day ? str_format(at->perm, "By the end of %.*s", STR_ARG(date_week_text(at->closes, at->perm)))
		: S("No closing day: applications are read as they come");
}

int
job_pairs(const struct applied *at, struct pair *pairs)
{
	const struct pair all[JOB_PAIRS] = {
		{ S("Where"), place_words(at), S("") }, { S("Who can apply"), for_words(at), S("") }, { S("Pay"), round_text(at, "pay"), S("") },
		{ S("How it is worked"), worked_words(at), S("") }, { S("Apply"), job_closes(at), S("") },
	};
	int n = 0;
	for (int i = 0; i < JOB_PAIRS; i++)
		if (all[i].value.len)
			pairs[n++] = all[i];
	return n;
}
