/* subject.c: the person asked for, accounts as words, and names that are withheld. */
#include "app/subject.h"

#include <stdlib.h>
#include <string.h>

/* ---- the person -------------------------------------------------------------------------------- */

bool
subject_settle(const struct world *world, const struct ask *ask, struct subject *subject,
               struct answer *why, struct arena *perm)
{
	*subject = (struct subject){ .person = NOT_THERE, .ref = ask->ref };
	struct own *own = &subject->own;
	if (!own_settle(world, ask, own, why, perm))
		return false;
	int person = roster_person(own->roster, ask->ref);
	if (person != NOT_THERE) {
		struct permit identity = sight_person(&own->sight, person, GROUP_IDENTITY);
		subject->person = person;
		subject->self = own->sight.self != NOT_THERE && own->sight.self == person && !ask->viewer->all;
		subject->keeps = identity.reach >= REACH_WRITE;
		subject->whole = sight_person(&own->sight, person, GROUP_EQUALITY).reach >= REACH_WRITE;
		subject->audits = viewer_permit(ask->viewer, ask->area, GROUP_AUDIT, ask->today).reach >= REACH_READ;
		if (subject->self || subject->keeps || subject->whole || subject->audits)
			return true;
	}
	*why = answer_words(UNKNOWN, S("There is no such person here for you"), str_format(perm,
		"\u201c%.*s\u201d is nobody whose record you may open in this way.", STR_ARG(ask->ref)), perm);
	return false;
}

Str
subject_href(const struct subject *subject, const char *rest)
{
	return str_format(subject->own.perm, "/authorities/%.*s/people/%.*s/%s", STR_ARG(subject->own.place->slug),
	                  STR_ARG(subject->ref), rest);
}

void
subject_links(struct document *doc, const struct own *own, int person)
{
	bool self = own->sight.self == person && !own->ask->viewer->all;
	bool whole = sight_person(&own->sight, person, GROUP_EQUALITY).reach >= REACH_WRITE;
	static const struct { const char *page; Str self, other; } pages[] = {
		{ "data", STR("What is kept about you"), STR("Everything that is kept, for an answer to this person") },
		{ "equality", STR("What you say of yourself, for equality monitoring"), STR("Equality data") },
		{ "corrections", STR("Have something put right"), STR("Corrections proposed") },
		{ "seen", STR("Who looked at your record"), STR("") },
	};
	struct run *runs = new(doc->arena, countof(pages), struct run);
	int count = 0;
	if (!self && !whole)
		return;
	for (int i = 0; i < countof(pages); i++)
		if (self || pages[i].other.len)
			runs[count++] = (struct run){ .text = self ? pages[i].self : pages[i].other, .href = str_format(doc->arena,
				"/authorities/%.*s/people/%.*s/%s", STR_ARG(own->place->slug),
				STR_ARG(own->roster->people[person].ref), pages[i].page) };
	document_heading(doc, 2, self ? S("Your own data") : S("This person\u2019s own data"), S("own-data"));
	document_runs(doc, BLOCK_LIST, runs, count);
}

/* ---- accounts ---------------------------------------------------------------------------------- */

bool
actors_read(struct store *store, struct actors *actors, struct arena *perm, struct error *err)
{
	return accounts_list(store, &actors->at, &actors->count, perm, err);
}

static const struct account *
account_of(const struct actors *actors, Str actor)
{
	for (int i = 0; i < actors->count; i++)
		if (str_equal(actors->at[i].ref, actor))
			return &actors->at[i];
	return NULL;
}

Str
actor_duty(const struct actors *actors, Str actor, Str authority, Str person, struct arena *perm)
{
	const struct account *account = account_of(actors, actor);
	struct text words = text_new(perm);
	if (!account)
		return str_equal(actor, S("command line")) ? S("Whoever keeps the program") : actor;
	if (person.len && str_equal(account->person, person) && str_equal(account->authority_of_person, authority))
		return S("The person themself");
	for (int g = 0; g < account->grant_count; g++)
		if (str_equal(account->grants[g].authority, authority))
			text_format(&words, "%s%.*s", words.len ? ", " : "",
			            STR_ARG(duty_rows[account->grants[g].duty].title));
	return words.len ? text_str(&words) : S("Somebody whose duty here has ended");
}

Str
actor_name(const struct actors *actors, Str actor, struct arena *perm)
{
	const struct account *account = account_of(actors, actor);
	if (!account)
		return str_equal(actor, S("command line")) ? S("Command line") : actor;
	return str_format(perm, "%.*s (%.*s)", STR_ARG(account->name), STR_ARG(actor));
}

/* ---- names of others --------------------------------------------------------------------------- */

static int
by_text(const void *a, const void *b)
{
	return str_compare(*(const Str *)a, *(const Str *)b);
}

static bool
of_a_word(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '\'' || c == '-'
	       || (unsigned char)c >= 0x80;
}

/* The next word, and what stands before it. */
static Str
next_word(Str *rest, Str *before)
{
	ptrdiff_t first = 0, end;
	while (first < rest->len && !of_a_word(rest->at[first]))
		first++;
	for (end = first; end < rest->len && of_a_word(rest->at[end]);)
		end++;
	*before = str_upto(*rest, first);
	Str word = { rest->at + first, end - first };
	*rest = str_from(*rest, end);
	return word;
}

/* Without the possessive, in lower case: as names are kept. */
static Str
bare_word(Str word, struct arena *perm)
{
	static const Str endings[] = { STR("'s"), STR("\u2019s"), STR("'"), STR("\u2019") };
	for (int i = 0; i < countof(endings); i++)
		if (word.len > endings[i].len && str_ends(word, endings[i])) {
			word = str_upto(word, word.len - endings[i].len);
			break;
		}
	return str_lower(word, perm);
}

struct gathering { struct names names; int room; struct arena *perm; };

enum { NAME_SHORTEST = 2 };          /* initials would withhold too much */

static void
add_words(struct gathering *in, Str text)
{
	Str rest = text, before;
	for (Str word = next_word(&rest, &before); word.len > 0; word = next_word(&rest, &before)) {
		if (word.len < NAME_SHORTEST)
			continue;
		if (in->names.count == in->room) {
			Str *were = in->names.at;
			in->room = 2 * in->room + 256;
			in->names.at = new(in->perm, in->room, Str);
			if (in->names.count)
				memcpy(in->names.at, were, (size_t)in->names.count * sizeof(Str));
		}
		in->names.at[in->names.count++] = bare_word(word, in->perm);
	}
}

static void
add_person(struct gathering *in, const struct person *person)
{
	add_words(in, person->family_name);
	add_words(in, person->given_names);
	add_words(in, person->known_as);
}

static bool
has_name(const struct names *names, Str word)
{
	return names->count && bsearch(&word, names->at, (size_t)names->count, sizeof word, by_text);
}

/* A name one shares with others is one's own. */
static void
without(struct names *names, const struct names *own)
{
	int kept = 0;
	for (int i = 0; i < names->count; i++) {
		bool mine = false;
		for (int o = 0; o < own->count; o++)
			mine = mine || str_equal(own->at[o], names->at[i]);
		if (!mine)
			names->at[kept++] = names->at[i];
	}
	names->count = kept;
}

static void
without_own(struct names *names, const struct person *person, struct arena *perm)
{
	struct gathering own = { .perm = perm };
	add_person(&own, person);
	add_words(&own, person->ref);
	without(names, &own.names);
}

void
names_more(struct names *names, struct named others, struct named own, struct arena *perm)
{
	struct gathering all = { .perm = perm }, mine = { .perm = perm };
	for (int i = 0; i < others.count; i++)
		add_words(&all, others.at[i]);
	for (int i = 0; i < own.count; i++)
		add_words(&mine, own.at[i]);
	Str *at = new(perm, names->count + all.names.count + 1, Str);
	int count = 0;
	for (int i = 0; i < names->count; i++)
		at[count++] = names->at[i];
	for (int i = 0; i < all.names.count; i++)
		at[count++] = all.names.at[i];
	*names = (struct names){ at, count };
	without(names, &mine.names);
	if (names->count)
		qsort(names->at, (size_t)names->count, sizeof(Str), by_text);
}

struct names
names_of_others(const struct roster *roster, int person, const struct actors *actors, struct arena *perm)
{
	struct gathering in = { .perm = perm };
	for (int i = 0; i < roster->person_count; i++) {
		add_person(&in, &roster->people[i]);
		add_words(&in, roster->people[i].ref);
	}
	for (int i = 0; i < actors->count; i++)
		add_words(&in, actors->at[i].name);
	if (person != NOT_THERE)
		without_own(&in.names, &roster->people[person], perm);
	if (in.names.count)
		qsort(in.names.at, (size_t)in.names.count, sizeof(Str), by_text);
	return in.names;
}

/* "will" is no name, "Will" may be one. */
Str
names_withheld(const struct names *names, Str text, bool *any, struct arena *perm)
{
	struct text out = text_new(perm);
	Str rest = text, before;
	*any = false;
	for (Str word = next_word(&rest, &before); before.len > 0 || word.len > 0; word = next_word(&rest, &before)) {
		bool small = word.len > 0 && word.at[0] >= 'a' && word.at[0] <= 'z';
		bool name = word.len >= NAME_SHORTEST && !small && has_name(names, bare_word(word, perm));
		text_add(&out, before);
		text_add(&out, name ? S("[name]") : word);
		*any = *any || name;
	}
	return text_str(&out);
}

/* ---- forms ------------------------------------------------------------------------------------- */

void
subject_form(struct document *doc, struct form_wish asked, const struct input *inputs, int count)
{
	form_add(doc, (struct form){ .action = asked.action, .id = asked.id,
		.legend = asked.legend }, inputs, count, (struct button){ .words = asked.button });
}
