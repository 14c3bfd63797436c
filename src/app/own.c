/* own.c: the beginning that all views of own records share, their addresses and their words. */
#include "app/own.h"

#include <assert.h>

#include "app/stored.h"
#include "store/accounts.h"

/* ---- settling -------------------------------------------------------------------------------- */

static struct answer
nothing_yet(const struct own *own)
{
	struct answer why = answer_words(UNKNOWN, str_format(own->perm, "%.*s has no records here yet",
		STR_ARG(own->place->name)), S("Load a list of posts or people first, or make a demonstration "
		"council of made-up people to try it out."), own->perm);
	why.document.caption = own->place->name;
	struct run *runs = new(own->perm, 2, struct run);
	runs[0] = (struct run){ .text = S("Load a list"), .href = own_href(own, S("loads")) };
	runs[1] = (struct run){ .text = S("The published figures"), .href = own_href(own, S("scorecard")) };
	document_runs(&why.document, BLOCK_LIST, runs, 2);
	return why;
}

static struct answer
no_such_unit(const struct own *own)
{
	return answer_words(UNKNOWN, S("There is no such unit here for you"), str_format(own->perm,
		"\u201c%.*s\u201d is not a unit of %.*s that you may see. The establishment page lists those "
		"that you may.", STR_ARG(own->ask->unit), STR_ARG(own->place->name)), own->perm);
}

static bool
settle_unit(struct own *own)
{
	own->unit = NOT_THERE;
	if (own->ask->unit.len == 0)
		return true;
	own->unit = roster_unit(own->roster, own->ask->unit);
	return own->unit != NOT_THERE
	       && sight_unit(&own->sight, own->unit, GROUP_STRUCTURE).reach >= REACH_TOTALS;
}

bool
own_settle(const struct world *world, const struct ask *ask, struct own *own, struct answer *why,
           struct arena *perm)
{
	int area = area_exact(&world->published.areas, ask->area);
	assert(area != NO_AREA);
	*own = (struct own){ .world = world, .ask = ask, .place = &world->published.areas.at[area],
	                     .unit = NOT_THERE, .perm = perm };
	if (!ask->held) {
		*why = nothing_yet(own);
		return false;
	}
	own->council = &ask->held->council;
	own->roster = &ask->held->roster;
	own->sight = sight_of_ask(ask, perm);
	if (settle_unit(own))
		return true;
	*why = no_such_unit(own);
	return false;
}

struct document
own_document(const struct own *own, Str title, Str address)
{
	struct document doc = document_new(own->perm, title);
	doc.caption = own->place->name;
	doc.period = str_format(own->perm, "As at %.*s%s", STR_ARG(day_words(own->ask->day, own->perm)),
	                        own->ask->held->made_up ? ". These people are made up." : "");
	doc.address = address;
	return doc;
}

/* ---- addresses ------------------------------------------------------------------------------- */

Str
own_href(const struct own *own, Str rest)
{
	Str on = { 0 };
	if (own->ask->on.len)
		on = str_format(own->perm, "?on=%.*s", STR_ARG(date_iso(own->ask->day, own->perm)));
	return str_format(own->perm, "/authorities/%.*s/%.*s%.*s", STR_ARG(own->place->slug), STR_ARG(rest),
	                  STR_ARG(on));
}

Str
href_of_unit(const struct own *own, int unit)
{
	Str to = own_href(own, S("establishment"));
	if (unit == NOT_THERE)
		return to;
	return str_format(own->perm, "%.*s%sunit=%.*s", STR_ARG(to), own->ask->on.len ? "&" : "?",
	                  STR_ARG(own->roster->units[unit].ref));
}

static Str
href_of_thing(const struct own *own, const char *many, Str ref)
{
	return own_href(own, str_format(own->perm, "%s/%.*s", many, STR_ARG(ref)));
}

Str
href_of_post(const struct own *own, int post)
{
	return href_of_thing(own, "posts", own->roster->posts[post].ref);
}

Str
href_of_person(const struct own *own, int person)
{
	return href_of_thing(own, "people", own->roster->people[person].ref);
}

/* ---- words ----------------------------------------------------------------------------------- */

bool
person_seen(const struct own *own, int person)
{
	return person != NOT_THERE
	       && sight_person(&own->sight, person, GROUP_IDENTITY).reach >= REACH_PSEUDONYM;
}

bool
person_seen_since(const struct own *own, int person)
{
	if (own->ask->day.day >= own->ask->today.day || !person_seen(own, person))
		return person_seen(own, person);
	struct sight now = sight_of(own->ask->viewer, own->roster, own->ask->today, own->perm);
	return sight_person(&now, person, GROUP_IDENTITY).reach >= REACH_PSEUDONYM;
}

Str
person_words(const struct own *own, int person)
{
	if (!person_seen(own, person))
		return (Str){ 0 };
	const struct person *who = &own->roster->people[person];
	if (sight_person(&own->sight, person, GROUP_IDENTITY).reach == REACH_PSEUDONYM)
		return str_format(own->perm, "Person %.*s", STR_ARG(who->ref));
	Str given = who->known_as.len ? who->known_as : who->given_names;
	return str_format(own->perm, "%.*s, %.*s", STR_ARG(who->family_name), STR_ARG(given));
}

Str
unit_words(const struct own *own, int unit)
{
	if (unit == NOT_THERE)
		return S("the whole council");
	const struct thing *thing = &own->roster->units[unit];
	const struct unit_row *row = unit_on(own->roster, unit, own->ask->day);
	return row ? row->name : own->roster->unit_rows[thing->first + thing->count - 1].name;
}

Str
post_number(const struct own *own, int post)
{
	bool seen = sight_post(&own->sight, post, GROUP_STRUCTURE).reach >= REACH_READ;
	return seen ? post_called(own->roster, post, own->ask->day) : own->roster->posts[post].ref;
}

Str
post_words(const struct own *own, int post)
{
	const struct thing *thing = &own->roster->posts[post];
	const struct post_row *row = post_on(own->roster, post, own->ask->day);
	return row ? row->title : own->roster->post_rows[thing->first + thing->count - 1].title;
}

Str
fte_words(int64_t micro, struct arena *perm)
{
	Str text = figure_plain(figure_micro(micro), 6, perm);
	while (str_ends(text, S("0")) && str_find(text, S(".")) >= 0)
		text.len--;
	return str_ends(text, S(".")) ? str_upto(text, text.len - 1) : text;
}

Str
day_words(Date day, struct arena *perm)
{
	return day.day == DATE_OPEN.day ? S("open") : date_text(day, perm);
}

Str
period_words(struct period when, struct arena *perm)
{
	Str first = day_words(when.first, perm);
	if (when.last.day == DATE_OPEN.day)
		return str_format(perm, "since %.*s", STR_ARG(first));
	if (when.first.day == when.last.day)
		return str_format(perm, "on %.*s", STR_ARG(first));
	return str_format(perm, "%.*s to %.*s", STR_ARG(first), STR_ARG(day_words(when.last, perm)));
}

struct naming { Str ref; struct account account; bool found; struct arena *perm; };

static bool
name_actor(struct store *store, void *what, struct error *err)
{
	struct naming *in = what;
	return account_read(store, in->ref, &in->account, &in->found, in->perm, err);
}

Str
actor_words(const struct own *own, Str ref)
{
	struct error err;
	struct naming in = { .ref = ref, .perm = own->perm };
	bool read = stored(own->world, name_actor, &in, own->perm, &err);
	return read && in.found && in.account.name.len ? in.account.name : ref;
}

struct cell
actor_cell(const struct own *own, Str ref)
{
	struct cell cell = cell_text(actor_words(own, ref));
	if (!str_equal(cell.text, ref))
		cell.note = ref;
	return cell;
}

/* ---- ways of showing a list ------------------------------------------------------------------ */

int
shows_asked(struct str_rows shows, Str show)
{
	for (int i = 0; i < shows.count; i++)
		if (str_equal(*(const Str *)((const char *)shows.rows + (size_t)i * shows.size + shows.at), show))
			return i;
	return 0;
}

/* ---- after a change -------------------------------------------------------------------------- */

Str
href_of_change(const struct own *own, int64_t seq)
{
	return str_format(own->perm, "/authorities/%.*s/changes/%lld", STR_ARG(own->place->slug), (long long)seq);
}

static struct answer
with_findings(const struct own *own, const struct done *done, enum outcome outcome, Str title, Str words)
{
	struct answer answer = answer_words(outcome, title, words, own->perm);
	answer.document.caption = own->place->name;
	document_findings(&answer.document, &done->found);
	return answer;
}

/* The way back to what was being done. */
static struct answer
with_way_back(struct answer answer, Str to, struct arena *perm)
{
	struct run *back = new(perm, 1, struct run);
	*back = (struct run){ .text = S("Back to where you were"), .href = to };
	document_runs(&answer.document, BLOCK_PARAGRAPH, back, 1);
	return answer;
}

struct answer
answer_done(const struct own *own, const struct done *done, const struct error *err, Str title, Str to)
{
	struct answer answer;
	switch (done->did) {
	case DID:
		answer = with_findings(own, done, DONE, S("Saved"), S("The change is stored."));
		answer.to = to;
		answer.change = done->seq ? href_of_change(own, done->seq) : S("");
		return answer;
	case MAY_NOT:
		return with_way_back(with_findings(own, done, FORBIDDEN, title, S("Nothing was changed: some of it is not yours to "
			"change.")), to, own->perm);
	case BREAKS_RULES:
		return with_way_back(with_findings(own, done, CHANGED, title, S("Nothing was changed, because the records would then "
			"contradict each other:")), to, own->perm);
	case CHANGED_MEANWHILE:
		return answer_words(CHANGED, title, str_format(own->perm, "Nothing was changed: somebody else changed it "
			"meanwhile. Look at it again, then decide. %s", err->text), own->perm);
	case COULD_NOT:
		break;
	}
	return answer_failed(title, err, own->perm);
}
