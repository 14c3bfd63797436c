/* apply_adverts.c: what takes applications, as everybody may read it, and where an application begins. */
#include "app/apply_parts.h"

#include "app/demonstration.h"
#include "app/estab.h"
#include "app/stored.h"

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
	Date assess = said_day(TYPE_ROUND, at->round, "assess_on");
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
		items[i] = str_format(at->perm, "%.*s (%s)", STR_ARG(said_text(TYPE_CRITERION, criteria[i], "name")),
			said_text(TYPE_CRITERION, criteria[i], "needed").len ? "essential" : "desirable");
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
		S("Until you send it, it is kept for you alone: 30 days after your last change, or 7 days after the closing day, "
		  "whichever is first. You can remove it at any time."),
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
