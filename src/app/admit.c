/* admit.c: the rights of an asking, judged once for every skin. */
#include "app/admit.h"

#include <assert.h>

#include "app/stored.h"
#include "app/views.h"
#include "store/audit.h"

/* ---- what the audit must know ---------------------------------------------------------------- */

enum { NOTES_MOST = 4, HOLDS_MOST = 8 };

struct note { Str action, object; };
struct hold { hold_let_go *let_go; void *what; };
struct witness {
	struct text saw[FIELD_GROUPS];       /* objects, a line each */
	Str         last[FIELD_GROUPS];
	struct note notes[NOTES_MOST];
	int         note_count;
	struct hold holds[HOLDS_MOST];
	int         hold_count;
	Str         authority;
	struct arena *perm;
};

static const Str group_words[FIELD_GROUPS] = {
	[GROUP_STRUCTURE] = STR("structure"), [GROUP_IDENTITY] = STR("identity"),
	[GROUP_CONTACT] = STR("contact"), [GROUP_REGISTRATION] = STR("registration"),
	[GROUP_CASELOAD] = STR("caseload"), [GROUP_ABSENCE] = STR("absence"),
	[GROUP_EQUALITY] = STR("equality"), [GROUP_TERMS] = STR("terms"),
	[GROUP_LEAVING] = STR("leaving"), [GROUP_IMPORTS] = STR("lists"),
	[GROUP_AUDIT] = STR("audit"), [GROUP_SETTINGS] = STR("settings"),
	[GROUP_REQUESTS] = STR("requests"), [GROUP_PAY] = STR("pay"), [GROUP_RETURNS] = STR("returns"),
	[GROUP_APPROVALS] = STR("approvals"), [GROUP_PLANS] = STR("plans"),
	[GROUP_CAMPAIGNS] = STR("campaigns"), [GROUP_CANDIDATES] = STR("candidates"), [GROUP_VETTING] = STR("checks"),
	[GROUP_SCORES] = STR("scores"), [GROUP_SUPPLY] = STR("supply"),
	[GROUP_INDUCTION] = STR("induction"), [GROUP_MOVES] = STR("moves"),
};

void
witness_saw(const struct ask *ask, enum field_group group, Str object)
{
	struct witness *witness = ask->witness;
	if (!witness || str_equal(witness->last[group], object))
		return;
	struct text *saw = &witness->saw[group];
	if (!saw->arena)
		*saw = text_new(witness->perm);
	text_add(saw, object);
	text_char(saw, '\n');
	witness->last[group] = str_copy(object, witness->perm);
}

void
witness_note(const struct ask *ask, Str action, Str object)
{
	struct witness *witness = ask->witness;
	if (!witness)
		return;
	assert(witness->note_count < NOTES_MOST);
	witness->notes[witness->note_count++] = (struct note){ action, object };
}

struct writing { const struct ask *ask; struct arena *perm; };

static bool
write_entry(struct store *store, const struct writing *in, struct note note, Str payload, struct error *err)
{
	int64_t seq;
	return audit_add(store, &(struct entry){ .at = in->ask->now, .actor = in->ask->viewer->account,
		.action = note.action, .object = note.object, .authority = in->ask->witness->authority,
		.payload = payload }, &seq, err);
}

/* How many objects of the group were seen: "12 records", or the one. */
static Str
seen_words(Str seen, struct arena *perm)
{
	int count = 0;
	Str rest = seen, first = str_cut(&rest, '\n');
	for (ptrdiff_t i = 0; i < seen.len; i++)
		count += seen.at[i] == '\n';
	return count == 1 ? first : str_format(perm, "%d records", count);
}

static bool
write_witness(struct store *store, void *what, struct error *err)
{
	const struct writing *in = what;
	const struct witness *witness = in->ask->witness;
	if (!store_begin(store, err))
		return false;
	for (int g = 0; g < FIELD_GROUPS; g++) {
		Str seen = text_str(&witness->saw[g]);
		struct note note = { str_format(in->perm, "read.%.*s", STR_ARG(group_words[g])), { 0 } };
		if (seen.len == 0)
			continue;
		note.object = seen_words(seen, in->perm);
		if (!write_entry(store, in, note, seen, err))
			return false;
	}
	for (int i = 0; i < witness->note_count; i++)
		if (!write_entry(store, in, witness->notes[i], S(""), err))
			return false;
	return store_commit(store, err);
}

bool
witness_write(const struct world *world, const struct ask *ask, struct arena *perm, struct error *err)
{
	const struct witness *witness = ask->witness;
	bool any = witness && witness->note_count > 0;
	for (int g = 0; witness && g < FIELD_GROUPS; g++)
		any = any || witness->saw[g].len > 0;
	if (!any || !ask->viewer)
		return true;
	return stored(world, write_witness, &(struct writing){ ask, perm }, perm, err);
}

/* ---- who may --------------------------------------------------------------------------------- */

static bool
refuse(struct answer *why, struct answer with)
{
	*why = with;
	return false;
}

/* Pages look years back and on from their day, so it keeps well within the calendar. */
bool
admit_day(Str text, Date *day)
{
	enum { FIRST_YEAR = 1900, LAST_YEAR = 2199 };
	if (!date_parse(text, day))
		return false;
	int year = date_civil(*day).year;
	return year >= FIRST_YEAR && year <= LAST_YEAR;
}

static bool
settle_day(struct ask *ask, struct answer *why, struct arena *perm)
{
	ask->day = ask->today;
	if (ask->on.len == 0 || admit_day(ask->on, &ask->day))
		return true;
	ask->day = ask->today;
	return refuse(why, answer_words(WRONG, S("That is not a day"), str_format(perm,
		"\u201c%.*s\u201d is not a day that can be looked at. Write it as 30 September 2025, 30/09/2025 or 2025-09-30."
		" It may be from 1900 to 2199.",
		STR_ARG(ask->on)), perm));
}

/* Never whether the council has records: who has no grant there gets the same words either way. */
static struct answer
nothing_there(Str name, struct arena *perm)
{
	return answer_words(UNKNOWN, S("There are no records of that council here for you"), str_format(perm,
		"You see records of the councils where somebody gave you a duty. %.*s is not among them, or "
		"nothing of it is kept here. Its published figures are open to all.", STR_ARG(name)), perm);
}

static struct answer
not_allowed(struct need need, struct arena *perm)
{
	struct text who = text_new(perm);
	for (int d = 0; d < DUTIES; d++)
		if (policy_permit((enum duty)d, need.group).reach >= need.reach)
			text_format(&who, "%s%.*s", who.len ? ", " : "", STR_ARG(duty_rows[d].title));
	return answer_words(FORBIDDEN, S("That is not among your duties here"), str_format(perm,
		"You are signed in, and what you asked for needs a duty you do not have: %s of \u201c%.*s\u201d. "
		"%s%.*s. Whoever keeps the accounts of your council can help.",
		need.reach == REACH_WRITE ? "changing" : "reading", STR_ARG(group_titles[need.group]),
		who.len ? "These duties have it: " : "No duty has it: it is done on the command line",
		STR_ARG(text_str(&who))), perm);
}

struct answer
admit_refuses(const struct ask *ask, struct need need, struct arena *perm)
{
	witness_note(ask, S("authz.denied"), group_words[need.group]);
	return not_allowed(need, perm);
}

static bool
may_anywhere(const struct viewer *viewer, struct need need)
{
	if (viewer->all)
		return permit_of_machine(need.group).reach >= need.reach;
	for (int g = 0; g < viewer->grant_count; g++)
		if (grant_permit(&viewer->grants[g], need.group).reach >= need.reach)
			return true;
	return false;
}

bool
admits(const struct viewer *viewer, Str authority, struct need need, Date today)
{
	if (need.access == OPEN || need.access == OPEN_BESIDE_OWN)
		return true;
	if (!viewer || need.access == SIGNED_IN)
		return viewer != NULL;
	struct viewer now = viewer_today(viewer, today);
	if (need.access == OF_MACHINE)
		return may_anywhere(&now, need);
	return viewer_knows(&now, authority, today)
	       && viewer_permit(&now, authority, need.group, today).reach >= need.reach;
}

static bool
admit_to_region(const struct world *world, struct ask *ask, struct need need, struct answer *why, struct arena *perm)
{
	int area = area_named(&world->published.areas, ask->area);
	if (area == NO_AREA || world->published.areas.at[area].level != REGION)
		return refuse(why, answer_words(UNKNOWN, S("There is no such region"),
			S("There are nine, such as west-midlands."), perm));
	ask->area = world->published.areas.at[area].slug;
	return admits(ask->viewer, ask->area, need, ask->today) || refuse(why, nothing_there(ask->area, perm));
}

/* Nothing was made up after the last day that is published. */
static void
day_of_made_up(const struct world *world, struct ask *ask)
{
	if (ask->on.len == 0 && ask->held && ask->held->made_up)
		ask->day = census_period(world->published.last_year).last;
}

static bool
admit_to_council(const struct world *world, struct ask *ask, struct need need, struct answer *why,
                 struct arena *perm)
{
	struct asked asked;
	struct error err;
	if (!ask_settle(world, &(struct ask){ .area = ask->area, .today = ask->today }, NEEDS_AREA, &asked, why, perm))
		return false;
	Str slug = asked.place->slug;
	if (!viewer_knows(ask->viewer, slug, ask->today))
		return refuse(why, nothing_there(asked.place->name, perm));
	ask->area = ask->witness->authority = slug;
	if (!admits(ask->viewer, slug, need, ask->today))
		return refuse(why, admit_refuses(ask, need, perm));
	if (!world->keeper)
		return refuse(why, answer_words(FAILED, S("There is no store"),
			S("The program was started without a store, so no council\u2019s records are kept."), perm));
	if (!keeper_hold(world->keeper, slug, &ask->held, &err))
		return refuse(why, answer_failed(S("The council\u2019s records cannot be read"), &err, perm));
	day_of_made_up(world, ask);
	return true;
}

/* Records beside published figures, for whoever may see any row of them. Where they cannot be had the
 * page is open all the same. */
static void
hold_beside(const struct world *world, struct ask *ask)
{
	static const struct need rows = { OF_COUNCIL, GROUP_IDENTITY, REACH_PSEUDONYM };
	int area = area_exact(&world->published.areas, ask->area);
	struct error err;
	if (area == NO_AREA || !ask->viewer || !world->keeper)
		return;
	Str slug = world->published.areas.at[area].slug;
	if (!admits(ask->viewer, slug, rows, ask->today))
		return;
	ask->witness->authority = slug;
	if (!keeper_hold(world->keeper, slug, &ask->held, &err))
		ask->held = NULL;
	day_of_made_up(world, ask);
}

bool
admit(const struct world *world, struct ask *ask, struct need need, struct answer *why, struct arena *perm)
{
	assert(need.access != UNSAID);
	ask->witness = new(perm, 1, struct witness);
	ask->witness->perm = perm;
	if (!settle_day(ask, why, perm))
		return false;
	if (ask->viewer) {
		struct viewer *today = new(perm, 1, struct viewer);
		*today = viewer_today(ask->viewer, ask->today);
		ask->viewer = today;
	}
	if (need.access == OPEN_BESIDE_OWN)
		hold_beside(world, ask);
	if (need.access == OPEN || need.access == OPEN_BESIDE_OWN)
		return true;
	if (!ask->viewer)
		return refuse(why, answer_words(WHO, S("Sign in first"),
			S("This page is for people with an account."), perm));
	if (need.access == OF_COUNCIL)
		return admit_to_council(world, ask, need, why, perm);
	if (need.access == OF_REGION)
		return admit_to_region(world, ask, need, why, perm);
	if (!admits(ask->viewer, S(""), need, ask->today))
		return refuse(why, admit_refuses(ask, need, perm));
	return true;
}

void
ask_hold(const struct ask *ask, hold_let_go *let_go, void *what)
{
	struct witness *witness = ask->witness;
	assert(witness->hold_count < HOLDS_MOST);
	witness->holds[witness->hold_count++] = (struct hold){ let_go, what };
}

bool
keeps_whole_council(const struct ask *ask, enum field_group group)
{
	const struct viewer *viewer = ask->viewer;
	for (int g = 0; g < viewer->grant_count; g++)
		if (viewer->grants[g].scope == SCOPE_AUTHORITY && str_equal(viewer->grants[g].authority, ask->area) &&
		    grant_permit(&viewer->grants[g], group).reach >= REACH_WRITE)
			return true;
	return viewer->all;
}

void
dismiss(const struct world *world, struct ask *ask)
{
	for (int i = ask->witness ? ask->witness->hold_count : 0; i-- > 0;)
		ask->witness->holds[i].let_go(ask->witness->holds[i].what);
	if (ask->witness)
		ask->witness->hold_count = 0;
	if (ask->held)
		keeper_let_go(world->keeper, ask->held);
	ask->held = NULL;
}

struct sight
sight_of_ask(const struct ask *ask, struct arena *perm)
{
	assert(ask->held);
	assert(ask->viewer);
	return sight_of(ask->viewer, &ask->held->roster, ask->day, perm);
}
