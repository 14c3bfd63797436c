/* apply_rounds.c: a round as its form sees it: whether it takes applications, for which roles, what it asks; and the draft
 * that a browser opens. */
#include "app/apply_parts.h"

#include "app/estab.h"
#include "app/stored.h"

const Str apply_actor = STR("public form");
static const struct viewer form_itself = { .account = STR("public form"), .name = STR("Public form"), .all = true };

/* ---- settling --------------------------------------------------------------------------------------- */

static bool
no_such(struct answer *why, struct arena *perm)
{
	*why = answer_words(UNKNOWN, S("There is no such post here"), S("It takes no applications by this form, or it never did. "
		"The list of posts has what is open today."), perm);
	document_runs(&why->document, BLOCK_LIST, &(struct run){ .text = S("Posts to apply for"), .href = S("/apply") }, 1);
	return false;
}

struct letting { struct keeper *keeper; const struct held *held; };

static void
let_go(void *what)
{
	struct letting *letting = what;
	keeper_let_go(letting->keeper, letting->held);
}

/* The council's records, held until somebody lets go of them. */
static bool
take_council(const struct world *world, struct applied *at, Str area, struct answer *why)
{
	struct error err = { "" };
	int found = area_exact(&world->published.areas, area);
	if (found == NO_AREA || !world->keeper || !at->ask->door)
		return no_such(why, at->perm);
	at->inside = *at->ask;
	at->inside.held = NULL;
	at->inside.area = world->published.areas.at[found].slug;
	at->inside.viewer = &form_itself;
	at->inside.unit = S("");
	if (!keeper_hold(world->keeper, at->inside.area, &at->inside.held, &err)) {
		*why = answer_failed(S("The council\u2019s records cannot be read"), &err, at->perm);
		return false;
	}
	if (!at->inside.held)
		return no_such(why, at->perm);
	at->inside.day = at->inside.held->made_up ? census_period(world->published.last_year).last : at->ask->today;
	return own_settle(world, &at->inside, &at->own, why, at->perm);
}

/* The same, until the answer has gone out. */
static bool
hold(const struct world *world, struct applied *at, Str area, struct answer *why)
{
	bool taken = take_council(world, at, area, why);
	struct letting *letting = new(at->perm, 1, struct letting);
	*letting = (struct letting){ world->keeper, at->inside.held };
	if (at->inside.held)
		ask_hold(at->ask, let_go, letting);
	return taken;
}

static enum taking
taking_of(const struct applied *at)
{
	Date opens = said_day(TYPE_ROUND, at->round, "opens_on"), today = at->inside.day;
	bool closed = said_day(TYPE_ROUND, at->round, "closed_on").day != 0;
	if (!str_equal(round_text(at, "public"), S("yes")) || closed || (at->closes.day && at->closes.day < today.day))
		return TAKES_NO_MORE;
	return opens.day > today.day ? TAKES_NOT_YET : TAKES_NOW;
}

/* ---- what it is for --------------------------------------------------------------------------------------- */

static void
add_role(struct applied *at, int role)
{
	Str ref = role == NOT_THERE ? S("") : at->own.roster->roles[role].ref;
	for (int i = 0; i < at->role_count; i++)
		if (str_equal(at->roles[i].ref, ref))
			return;
	if (role != NOT_THERE && role_on(at->own.roster, role, at->inside.day))
		at->roles[at->role_count++] = (struct apply_role){ ref, role_words(&at->own, role, at->inside.day) };
}

static void
note_seat(struct applied *at, const struct requisition *seat)
{
	at->seats.any_band = at->seats.any_band || seat->band == NOT_THERE;
	if (seat->band != NOT_THERE)
		at->seats.bands |= 1u << seat->band;
	at->seats.full = at->seats.full || seat->fte >= FTE_ONE;
	at->seats.part = at->seats.part || seat->fte < FTE_ONE;
}

static void
add_seats(struct applied *at, const struct recruitment *all, bool free)
{
	for (int i = 0; i < all->requisition_count; i++) {
		const struct requisition *seat = &all->requisitions[i];
		bool waits = seat->state == REQUISITION_APPROVED || seat->state == REQUISITION_ADVERTISED;
		if (seat->round == at->round && seat->approved.day && seat->state != REQUISITION_WITHDRAWN && (waits || !free)) {
			add_role(at, seat->role);
			note_seat(at, seat);
		}
	}
}

/* Of its seats that nobody was offered, or of all that were approved where none is left: an open advert goes on; and of
 * its criteria. */
static void
find_roles(struct applied *at)
{
	struct recruitment all;
	const struct records *criteria = &at->own.council->of[TYPE_CRITERION];
	at->roles = new(at->perm, at->own.roster->role_count + 1, struct apply_role);
	recruitment_read(&all, at->own.roster, at->inside.day, at->perm);
	add_seats(at, &all, true);
	if (at->role_count == 0)
		add_seats(at, &all, false);
	for (int i = 0; i < criteria->count; i++)
		if (str_equal(said_text(TYPE_CRITERION, &criteria->at[i], "round"), at->round->ref))
			add_role(at, roster_role(at->own.roster, said_text(TYPE_CRITERION, &criteria->at[i], "role")));
}

/* The round of a council that is settled. */
static bool
find_round(struct applied *at, Str ref)
{
	int first;
	const struct records *rounds = &at->own.council->of[TYPE_ROUND];
	if (records_of(rounds, ref, &first) == 0)
		return false;
	at->round = &rounds->at[first];
	at->closes = said_day(TYPE_ROUND, at->round, "closes_on");
	at->taking = taking_of(at);
	find_roles(at);
	return true;
}

/* The round, whatever becomes of it. */
static bool
settle_round(const struct world *world, struct applied *at, struct apply_place place, struct answer *why)
{
	return hold(world, at, place.area, why) && (find_round(at, place.round) || no_such(why, at->perm));
}

bool
apply_settle_council(const struct world *world, const struct ask *ask, Str area, struct applied *at, struct answer *why,
                     struct arena *perm)
{
	*at = (struct applied){ .ask = ask, .perm = perm };
	return take_council(world, at, area, why);
}

void
apply_let_go(const struct world *world, const struct applied *council)
{
	if (council->inside.held)
		keeper_let_go(world->keeper, council->inside.held);
}

bool
apply_settle_beside(const struct applied *council, Str round, struct applied *at)
{
	*at = (struct applied){ .ask = council->ask, .inside = council->inside, .own = council->own, .perm = council->perm };
	at->own.ask = &at->inside;
	return find_round(at, round) && at->taking == TAKES_NOW && at->role_count > 0;
}

bool
apply_settle(const struct world *world, const struct ask *ask, struct apply_place place, struct applied *at,
             struct answer *why, struct arena *perm)
{
	*at = (struct applied){ .ask = ask, .perm = perm };
	if (!settle_round(world, at, place, why))
		return false;
	if (!str_equal(round_text(at, "public"), S("yes")) || at->taking == TAKES_NOT_YET)
		return no_such(why, perm);
	return true;
}

static bool
open_draft(struct store *store, void *what, struct error *err)
{
	struct applied *at = what;
	struct draft_whole whole;
	if (!draft_read(store, apply_lock(at->ask, at->perm), at->ask->now, &whole, at->perm, err))
		return false;
	at->draft = whole.draft;
	at->texts = whole.texts;
	return true;
}

/* In the same words whether it never was, is another's, or is past its day. */
static struct answer
nothing_begun(struct arena *perm)
{
	struct answer why = answer_words(UNKNOWN, S("This browser has no application"), S("If you began one, come back to it with the "
		"code you were shown. What is not sent is kept for some days after you last changed it, as the page of the post says."), perm);
	struct run *runs = new(perm, 2, struct run);
	runs[0] = (struct run){ .text = S("Come back with your code"), .href = S("/apply/back") };
	runs[1] = (struct run){ .text = S("Posts to apply for"), .href = S("/apply") };
	document_runs(&why.document, BLOCK_LIST, runs, 2);
	return why;
}

bool
apply_settle_draft(const struct world *world, const struct ask *ask, struct applied *at, struct answer *why,
                   struct arena *perm)
{
	struct error err = { "" };
	*at = (struct applied){ .ask = ask, .perm = perm };
	*why = nothing_begun(perm);
	if (!world->keeper || !ask->door || ask->door->draft.len == 0)
		return false;
	if (!stored(world, open_draft, at, perm, &err)) {
		*why = answer_failed(S("The store cannot be read"), &err, perm);
		return false;
	}
	return at->draft.number && settle_round(world, at, (struct apply_place){ at->draft.authority, at->draft.round }, why);
}

/* ---- words and addresses ------------------------------------------------------------------------------- */

Str
round_text(const struct applied *at, const char *field)
{
	return said_text(TYPE_ROUND, at->round, field);
}

Str
apply_href(const struct applied *at, const char *more)
{
	return str_format(at->perm, "/apply/%.*s/%.*s%s", STR_ARG(at->own.place->slug), STR_ARG(at->round->ref), more);
}

int
apply_term(const struct applied *at, enum hiring_term term)
{
	return hiring_term(&at->own, term, at->inside.day);
}

/* A demonstration's day is not today: its rounds close on no day. */
int64_t
apply_end(const struct applied *at)
{
	return draft_end(at->ask->now, at->inside.held->made_up ? (Date){ 0 } : at->closes,
	                 (struct draft_days){ apply_term(at, TERM_DRAFT), apply_term(at, TERM_DRAFT_CLOSED) });
}

struct document
apply_document(const struct applied *at, Str title, Str address)
{
	struct document doc = document_new(at->perm, title);
	doc.caption = at->own.place->name;
	doc.address = address;
	if (at->own.ask->held->made_up)
		doc.period = S("A demonstration: this council\u2019s records are made up, and nobody reads what you send.");
	return doc;
}

/* ---- what is asked ------------------------------------------------------------------------------------------- */

/* A place of the list; those without one come last. */
static int
place_in_list(const struct record *criterion)
{
	struct parsed_decimal place = parse_decimal(said_text(TYPE_CRITERION, criterion, "place"), 0, false);
	return place.ok ? (int)(place.micro / MICRO) : 1000;
}

int
apply_criteria(const struct applied *at, Str role, const struct record ***criteria)
{
	const struct records *all = &at->own.council->of[TYPE_CRITERION];
	const struct record **found = new(at->perm, all->count + 1, const struct record *);
	int count = 0;
	for (int i = 0; i < all->count; i++) {
		const struct record *one = &all->at[i];
		Str of = said_text(TYPE_CRITERION, one, "role");
		if (!str_equal(said_text(TYPE_CRITERION, one, "round"), at->round->ref) ||
		    !str_equal(said_text(TYPE_CRITERION, one, "part"), S("shortlist")) ||
		    (of.len && role.len && !str_equal(of, role)))
			continue;
		int k = count++;
		for (; k > 0 && place_in_list(found[k - 1]) > place_in_list(one); k--)
			found[k] = found[k - 1];
		found[k] = one;
	}
	*criteria = found;
	return count;
}
