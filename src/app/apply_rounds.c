/* apply_rounds.c: what takes applications, as everybody may read it, and where an application begins. */
#include "app/apply_parts.h"

#include "app/demonstration.h"
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

/* The council's records, held until the answer has gone out. */
static bool
hold(const struct world *world, struct applied *at, Str area, struct answer *why)
{
	struct error err = { "" };
	int found = area_exact(&world->published.areas, area);
	if (found == NO_AREA || !world->keeper || !at->ask->door)
		return no_such(why, at->perm);
	at->inside = *at->ask;
	at->inside.area = world->published.areas.at[found].slug;
	at->inside.viewer = &form_itself;
	at->inside.unit = S("");
	if (!keeper_hold(world->keeper, at->inside.area, &at->inside.held, &err)) {
		*why = answer_failed(S("The council\u2019s records cannot be read"), &err, at->perm);
		return false;
	}
	if (!at->inside.held)
		return no_such(why, at->perm);
	struct letting *letting = new(at->perm, 1, struct letting);
	*letting = (struct letting){ world->keeper, at->inside.held };
	ask_hold(at->ask, let_go, letting);
	at->inside.day = at->inside.held->made_up ? census_period(world->published.last_year).last : at->ask->today;
	return own_settle(world, &at->inside, &at->own, why, at->perm);
}

static enum taking
taking_of(const struct applied *at)
{
	Date opens = hiring_day(TYPE_ROUND, at->round, "opens_on"), today = at->inside.day;
	bool closed = hiring_day(TYPE_ROUND, at->round, "closed_on").day != 0;
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
add_seats(struct applied *at, const struct recruitment *all, bool free)
{
	for (int i = 0; i < all->requisition_count; i++) {
		const struct requisition *seat = &all->requisitions[i];
		bool waits = seat->state == REQUISITION_APPROVED || seat->state == REQUISITION_ADVERTISED;
		if (seat->round == at->round && seat->approved.day && seat->state != REQUISITION_WITHDRAWN && (waits || !free))
			add_role(at, seat->role);
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
		if (str_equal(hiring_text(TYPE_CRITERION, &criteria->at[i], "round"), at->round->ref))
			add_role(at, roster_role(at->own.roster, hiring_text(TYPE_CRITERION, &criteria->at[i], "role")));
}

/* The round, whatever becomes of it. */
static bool
settle_round(const struct world *world, struct applied *at, struct apply_place place, struct answer *why)
{
	int first;
	if (!hold(world, at, place.area, why))
		return false;
	const struct records *rounds = &at->own.council->of[TYPE_ROUND];
	if (records_of(rounds, place.round, &first) == 0)
		return no_such(why, at->perm);
	at->round = &rounds->at[first];
	at->closes = hiring_day(TYPE_ROUND, at->round, "closes_on");
	at->taking = taking_of(at);
	find_roles(at);
	return true;
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

struct opening { struct applied *at; bool found; };

static bool
open_draft(struct store *store, void *what, struct error *err)
{
	struct opening *in = what;
	struct applied *at = in->at;
	return draft_open(store, apply_lock(at->ask, at->perm), at->ask->now, &at->draft, &in->found, at->perm, err)
		&& (!in->found || draft_texts_read(store, at->draft.number, &at->texts, at->perm, err));
}

/* In the same words whether it never was, is another's, or is past its day. */
static struct answer
nothing_begun(struct arena *perm)
{
	struct answer why = answer_words(UNKNOWN, S("This browser has no application"), S("If you began one, come back to it with the "
		"code you were shown. What is not sent is kept for 30 days after you last changed it."), perm);
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
	struct opening in = { .at = at };
	*why = nothing_begun(perm);
	if (!world->keeper || !ask->door || ask->door->draft.len == 0)
		return false;
	if (!stored(world, open_draft, &in, perm, &err)) {
		*why = answer_failed(S("The store cannot be read"), &err, perm);
		return false;
	}
	return in.found && settle_round(world, at, (struct apply_place){ at->draft.authority, at->draft.round }, why);
}

/* ---- words and addresses ------------------------------------------------------------------------------- */

Str
round_text(const struct applied *at, const char *field)
{
	return hiring_text(TYPE_ROUND, at->round, field);
}

Str
apply_href(const struct applied *at, const char *more)
{
	return str_format(at->perm, "/apply/%.*s/%.*s%s", STR_ARG(at->own.place->slug), STR_ARG(at->round->ref), more);
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
	struct parsed_decimal place = parse_decimal(hiring_text(TYPE_CRITERION, criterion, "place"), 0, false);
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
		Str of = hiring_text(TYPE_CRITERION, one, "role");
		if (!str_equal(hiring_text(TYPE_CRITERION, one, "round"), at->round->ref) ||
		    !str_equal(hiring_text(TYPE_CRITERION, one, "part"), S("shortlist")) ||
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

/* ---- the list ------------------------------------------------------------------------------------------------ */

struct listing { const struct world *world; struct round_open *rounds; int count; bool *made_up; struct arena *perm; };

static bool
list_rounds(struct store *store, void *what, struct error *err)
{
	struct listing *in = what;
	if (!rounds_open(store, &in->rounds, &in->count, in->perm, err))
		return false;
	in->made_up = new(in->perm, in->count + 1, bool);
	for (int i = 0; i < in->count; i++) {
		enum council_kind kind;
		bool again = i > 0 && str_equal(in->rounds[i].authority, in->rounds[i - 1].authority);
		if (!again && !council_kind_in(store, in->rounds[i].authority, &kind, in->perm, err))
			return false;
		in->made_up[i] = again ? in->made_up[i - 1] : kind == COUNCIL_MADE_UP;
	}
	return true;
}

static const struct column advert_columns[] = {
	{ STR("post"), STR("Post"), false, false }, { STR("council"), STR("Council"), false, false },
	{ STR("closes"), STR("Closes"), false, false },
};

static const struct table *
adverts_table(const struct listing *in, const struct ask *ask)
{
	struct arena *perm = in->perm;
	struct rows_made rows = { 0 };
	for (int i = 0; i < in->count; i++) {
		const struct round_open *round = &in->rounds[i];
		const struct areas *areas = &in->world->published.areas;
		Date today = in->made_up[i] ? census_period(in->world->published.last_year).last : ask->today;
		int area = area_exact(areas, round->authority);
		if (area == NO_AREA || round->opens.day > today.day || (round->closes.day && round->closes.day < today.day))
			continue;
		struct cell *cells = rows_push(&rows, countof(advert_columns), perm);
		cells[0] = cell_link(round->name, str_format(perm, "/apply/%.*s/%.*s", STR_ARG(round->authority), STR_ARG(round->ref)));
		cells[1] = cell_text(areas->at[area].name);
		cells[2] = cell_text(round->closes.day ? day_words(round->closes, perm) : S("Stays open"));
	}
	return table_of(S("posts"), S("Open today"), advert_columns, countof(advert_columns), rows, perm);
}

struct answer
show_adverts(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct listing in = { .world = world, .perm = perm };
	struct error err = { "" };
	struct document doc = document_new(perm, S("Apply for a post in children\u2019s social care"));
	doc.address = S("/apply");
	if (world->keeper && !stored(world, list_rounds, &in, perm, &err))
		return answer_failed(S("The store cannot be read"), &err, perm);
	const struct table *table = adverts_table(&in, ask);
	if (table->row_count == 0)
		document_paragraph(&doc, S("No council takes applications here today."));
	else
		document_paragraph(&doc, S("You need no account. Choose a post to read what it is, what is asked, and to begin."));
	doc.data = table;
	if (table->row_count)
		document_table(&doc, table);
	document_heading(&doc, 2, S("Began an application?"), S("began"));
	struct run *runs = new(perm, 2, struct run);
	runs[0] = (struct run){ .text = S("Go on with it in this browser"), .href = S("/apply/yours") };
	runs[1] = (struct run){ .text = S("Come back to it with your code"), .href = S("/apply/back") };
	document_runs(&doc, BLOCK_LIST, runs, 2);
	return answer_of(DONE, doc);
}

/* ---- one advert --------------------------------------------------------------------------------------------------- */

/* Each line of a text as a paragraph. */
static void
add_lines(struct document *doc, Str text)
{
	while (text.len > 0) {
		Str line = str_trim(str_cut(&text, '\n'));
		if (line.len)
			document_paragraph(doc, line);
	}
}

static void
add_facts(struct document *doc, const struct applied *at)
{
	struct arena *perm = at->perm;
	int count = at->role_count, n = 0;
	Str *words = new(perm, count + 1, Str);
	struct pair *pairs = new(perm, 5, struct pair);
	Date assess = hiring_day(TYPE_ROUND, at->round, "assess_on");
	for (int i = 0; i < count; i++)
		words[i] = at->roles[i].words;
	if (count)
		pairs[n++] = (struct pair){ count > 1 ? S("Roles") : S("Role"), list_words(words, count, perm), S("") };
	if (round_text(at, "pay").len)
		pairs[n++] = (struct pair){ S("Pay"), round_text(at, "pay"), S("") };
	pairs[n++] = (struct pair){ S("Closes"), at->closes.day ? str_format(perm, "At the end of %.*s", STR_ARG(day_words(at->closes,
		perm))) : S("Stays open: applications are read as they come"), S("") };
	if (assess.day)
		pairs[n++] = (struct pair){ S("Interviews"), day_words(assess, perm), S("") };
	if (round_text(at, "contact").len)
		pairs[n++] = (struct pair){ S("Questions"), round_text(at, "contact"), S("") };
	document_summary(doc, pairs, n);
}

static void
add_criteria(struct document *doc, const struct applied *at)
{
	const struct record **criteria;
	int count = apply_criteria(at, S(""), &criteria);
	Str *items = new(at->perm, count + 1, Str);
	if (count == 0)
		return;
	for (int i = 0; i < count; i++)
		items[i] = str_format(at->perm, "%.*s (%s)", STR_ARG(hiring_text(TYPE_CRITERION, criteria[i], "name")),
			hiring_text(TYPE_CRITERION, criteria[i], "needed").len ? "essential" : "desirable");
	document_heading(doc, 2, S("What is asked"), S("asked"));
	document_paragraph(doc, S("The form asks you to say how you meet each of these. Whoever shortlists reads that first."));
	document_list(doc, items, count);
}

/* Said before anything is typed: article 13 of the UK GDPR. */
static void
add_notice(struct document *doc, const struct applied *at)
{
	Str name = at->own.place->name;
	Str items[] = {
		str_format(at->perm, "%.*s is responsible for what you write. It uses it to choose who is appointed, and for the checks before a start.",
			STR_ARG(name)),
		S("Until you send it, it is kept for you alone: 30 days after your last change, or 7 days after the closing day, whichever is first. You can remove it at any time."),
		S("Once sent, it is read by those who choose. It is removed six months after the decision, unless you start or ask to be kept in touch with."),
		str_equal(round_text(at, "anonymous"), S("yes"))
			? S("Whoever shortlists sees what you wrote to each point and not your name.")
			: S("Whoever shortlists sees your name."),
		S("Equality questions are optional. They are stored apart, never shown to whoever chooses, and used only in totals."),
		S("No decision about you is made by a program."),
	};
	document_heading(doc, 2, S("How what you write is used"), S("notice"));
	Str *list = new(at->perm, countof(items), Str);
	for (int i = 0; i < countof(items); i++)
		list[i] = items[i];
	document_list(doc, list, countof(items));
	document_runs(doc, BLOCK_PARAGRAPH, &(struct run){ .text = S("Privacy of this program"), .href = S("/privacy") }, 1);
}

static void
add_start(struct document *doc, const struct applied *at)
{
	document_heading(doc, 2, S("Apply"), S("apply"));
	if (at->role_count == 0) {
		document_paragraph(doc, S("No role is named in it yet, so nobody can apply. Look again in a few days."));
		return;
	}
	document_paragraph(doc, S("It takes half an hour to an hour. What you write is kept as you go, and you can come back to it from any "
		"device with a code. Have your registration number and two referees at hand."));
	document_form(doc, form_of_button(at->perm, apply_href(at, "/start"), (struct button){ .words = S("Start now") }));
	struct run *runs = new(at->perm, 2, struct run);
	runs[0] = (struct run){ .text = S("Go on with one that you began in this browser"), .href = S("/apply/yours") };
	runs[1] = (struct run){ .text = S("Come back to one with your code"), .href = S("/apply/back") };
	document_runs(doc, BLOCK_LIST, runs, 2);
}

static struct answer
advert_page(const struct applied *at, enum outcome outcome)
{
	struct answer answer = answer_of(outcome, apply_document(at, round_text(at, "name"), apply_href(at, "")));
	struct document *doc = &answer.document;
	if (at->taking == TAKES_NO_MORE)
		document_runs(doc, BLOCK_INSET, &(struct run){ .text = S("This is closed: it takes no more applications.") }, 1);
	add_lines(doc, round_text(at, "advert"));
	add_facts(doc, at);
	add_criteria(doc, at);
	if (at->taking == TAKES_NOW) {
		add_notice(doc, at);
		add_start(doc, at);
	}
	return answer;
}

struct answer
show_advert(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct applied at;
	struct answer answer;
	if (!apply_settle(world, ask, (struct apply_place){ ask->area, ask->ref }, &at, &answer, perm))
		return answer;
	return advert_page(&at, DONE);
}

/* ---- beginning ---------------------------------------------------------------------------------------------------- */

struct beginning_draft { struct applied *at; struct apply_secret browser, code; int wait; };

static bool
begin_inside(struct store *store, struct beginning_draft *in, struct error *err)
{
	struct applied *at = in->at;
	const struct ask *ask = at->ask;
	int open;
	if (!drafts_remove_old(store, ask->now, err) || !drafts_open(store, at->own.place->slug, ask->now, &open, err) ||
	    !apply_try(store, ask, (struct apply_try){ "apply start", STARTS_OF_HOUR }, &in->wait, err))
		return false;
	if (in->wait == 0 && open >= DRAFTS_OF_COUNCIL)
		in->wait = 60 * 60;
	if (in->wait > 0)
		return true;
	at->draft = (struct draft){ .authority = at->own.place->slug, .round = at->round->ref,
		.removed_at = draft_end(ask->now, at->inside.held->made_up ? (Date){ 0 } : at->closes) };
	return draft_add(store, &at->draft, ask->now, err)
		&& draft_lock_add(store, at->draft.number, (struct draft_lock){ DRAFT_BROWSER, in->browser.hash }, err)
		&& draft_lock_add(store, at->draft.number, (struct draft_lock){ DRAFT_CODE, in->code.hash }, err);
}

static bool
begin_draft(struct store *store, void *what, struct error *err)
{
	return drafts_begin(store, err) && begin_inside(store, what, err) && store_commit(store, err);
}

/* Whether this browser has one of the round already, not sent. */
static bool
began_already(const struct world *world, const struct applied *at)
{
	struct applied *mine = new(at->perm, 1, struct applied);
	struct answer why;
	return apply_settle_draft(world, at->ask, mine, &why, at->perm) && mine->draft.application.len == 0 &&
	       str_equal(mine->draft.round, at->round->ref) && str_equal(mine->draft.authority, at->own.place->slug);
}

struct answer
apply_start(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct applied *at = new(perm, 1, struct applied);
	struct beginning_draft in = { .at = at };
	struct answer answer;
	struct error err = { "" };
	if (!apply_settle(world, ask, (struct apply_place){ ask->area, ask->ref }, at, &answer, perm))
		return answer;
	if (at->taking != TAKES_NOW || at->role_count == 0)
		return advert_page(at, CHANGED);
	if (began_already(world, at)) {
		answer = answer_words(DONE, S("You began one"), S("This browser has an application for this post."), perm);
		answer.to = S("/apply/yours");
		return answer;
	}
	if (!apply_browser_secret(&in.browser, perm, &err) || !apply_code(&in.code, perm, &err) ||
	    !stored(world, begin_draft, &in, perm, &err))
		return answer_failed(S("The application could not be begun"), &err, perm);
	if (in.wait > 0)
		return apply_slow_down(in.wait, perm);
	answer = apply_code_page(at, in.code.shown, S("Your application has begun. Keep this code"));
	answer.draft = in.browser.text;
	return answer;
}
