/* apply_adverts.c: what takes applications, as everybody may read it, and where an application begins. */
#include "app/apply_parts.h"

#include "app/estab.h"
#include "app/retention.h"
#include "app/stored.h"

/* ---- the list ------------------------------------------------------------------------------------------------ */

struct listing { struct round_open *rounds; int count; struct arena *perm; };

static bool
list_rounds(struct store *store, void *what, struct error *err)
{
	struct listing *in = what;
	return rounds_open(store, &in->rounds, &in->count, in->perm, err);
}

/* What is told of one, in words of its own: the council's records are let go of before the page is written. */
struct opening { Str job, council, href, place, pay, closes; struct pair pairs[JOB_PAIRS]; int pair_count; };
struct openings { struct opening *at; int count; };

static struct opening
opening_of(const struct applied *at)
{
	struct arena *perm = at->perm;
	struct opening one = { .job = str_copy(job_words(at), perm), .council = at->own.place->name, .href = apply_href(at, ""),
		.place = str_copy(round_text(at, "place"), perm), .pay = str_copy(round_text(at, "pay"), perm),
		.closes = at->closes.day ? date_iso(at->closes, perm) : S("") };
	one.pair_count = job_pairs(at, one.pairs);
	for (int i = 0; i < one.pair_count; i++)
		one.pairs[i].value = str_copy(one.pairs[i].value, perm);
	return one;
}

/* Those of one council, of rounds that stand one after the other. */
static void
add_openings(const struct world *world, const struct ask *ask, struct openings *open, const struct round_open *rounds, int count,
             struct arena *perm)
{
	struct applied council, at;
	struct answer why;
	bool settled = apply_settle_council(world, ask, rounds[0].authority, &council, &why, perm);
	for (int i = 0; settled && i < count; i++)
		if (apply_settle_beside(&council, rounds[i].ref, &at))
			open->at[open->count++] = opening_of(&at);
	apply_let_go(world, &council);
}

static struct openings
find_openings(const struct world *world, const struct ask *ask, const struct listing *in)
{
	struct openings open = { new(in->perm, in->count + 1, struct opening), 0 };
	for (int first = 0, next; first < in->count; first = next) {
		for (next = first; next < in->count && str_equal(in->rounds[next].authority, in->rounds[first].authority);)
			next++;
		add_openings(world, ask, &open, &in->rounds[first], next - first, in->perm);
	}
	return open;
}

static const struct column advert_columns[] = {
	{ STR("post"), STR("Post"), false, false }, { STR("council"), STR("Council"), false, false },
	{ STR("where"), STR("Where"), false, false }, { STR("pay"), STR("Pay"), false, false },
	{ STR("closes"), STR("Closes"), false, false },
};

/* The same for programs: jobs boards, a council's own site. */
static const struct table *
adverts_table(const struct openings *open, struct arena *perm)
{
	struct rows_made rows = { 0 };
	for (int i = 0; i < open->count; i++) {
		const struct opening *one = &open->at[i];
		struct cell *cells = rows_push(&rows, countof(advert_columns), perm);
		cells[0] = cell_link(one->job, one->href);
		cells[1] = cell_text(one->council);
		cells[2] = cell_text(one->place);
		cells[3] = cell_text(one->pay);
		cells[4] = cell_text(one->closes);
	}
	return table_of(S("posts"), S("Open today"), advert_columns, countof(advert_columns), rows, perm);
}

static void
add_opening(struct document *doc, const struct opening *one, int number, struct arena *perm)
{
	document_heading(doc, 2, one->job, str_format(perm, "post-%d", number));
	document_summary(doc, one->pairs, one->pair_count);
	document_runs(doc, BLOCK_PARAGRAPH, &(struct run){ .href = one->href, .text = str_format(perm, "Read about it and apply: %.*s, %.*s",
		STR_ARG(one->job), STR_ARG(one->council)) }, 1);
}

static void
add_began(struct document *doc, struct arena *perm)
{
	document_heading(doc, 2, S("Began an application?"), S("began"));
	struct run *runs = new(perm, 2, struct run);
	runs[0] = (struct run){ .text = S("Go on with it in this browser"), .href = S("/apply/yours") };
	runs[1] = (struct run){ .text = S("Come back to it with your code"), .href = S("/apply/back") };
	document_runs(doc, BLOCK_LIST, runs, 2);
}

struct answer
show_adverts(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct listing in = { .perm = perm };
	struct error err = { "" };
	struct document doc = document_new(perm, S("Apply for a post in children\u2019s social care"));
	doc.address = S("/apply");
	if (world->keeper && !stored(world, list_rounds, &in, perm, &err))
		return answer_failed(S("The store cannot be read"), &err, perm);
	struct openings open = find_openings(world, ask, &in);
	doc.data = adverts_table(&open, perm);
	if (open.count == 0)
		document_paragraph(&doc, S("No council takes applications here today."));
	else
		document_paragraph(&doc, S("You need no account. An application takes half an hour to an hour. What you write is kept as you go, "
			"and you can come back to it from any device."));
	for (int i = 0; i < open.count; i++)
		add_opening(&doc, &open.at[i], i + 1, perm);
	add_began(&doc, perm);
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
	int count = at->role_count;
	Str *words = new(perm, count + 1, Str);
	struct pair *pairs = new(perm, JOB_PAIRS + 3, struct pair);
	int n = job_pairs(at, pairs);
	for (int i = 0; i < count; i++)
		words[i] = at->roles[i].words;
	if (count > 1 || (count == 1 && !str_equal(words[0], job_words(at))))
		pairs[n++] = (struct pair){ count > 1 ? S("Roles") : S("Role"), list_words(words, count, perm), S("") };
	if (round_text(at, "contact").len)
		pairs[n++] = (struct pair){ S("Questions"), round_text(at, "contact"), S("") };
	pairs[n++] = (struct pair){ S("Number of the advert"), at->round->ref, S("") };
	document_summary(doc, pairs, n);
}

static void
add_criteria(struct document *doc, const struct applied *at)
{
	const struct record **criteria;
	int count = apply_criteria(at, S(""), &criteria);
	Str *items = new(at->perm, count + 1, Str);
	document_heading(doc, 2, S("What is asked"), S("asked"));
	if (count == 0) {
		document_paragraph(doc, S("The form asks you to say why you, and why this post."));
		return;
	}
	for (int i = 0; i < count; i++)
		items[i] = str_format(at->perm, "%.*s (%s)", STR_ARG(said_text(TYPE_CRITERION, criteria[i], "name")),
			said_text(TYPE_CRITERION, criteria[i], "needed").len ? "essential" : "desirable");
	document_paragraph(doc, S("The form asks you to say how you meet each of these. Whoever shortlists reads that first."));
	document_list(doc, items, count);
}

static void
add_needs(struct document *doc)
{
	static const Str needs[] = {
		STR("your Social Work England number, if you are registered"),
		STR("the months and years of your last five years of work, study and gaps"),
		STR("names and e-mail addresses of two referees, one of them your last employer"),
		STR("examples of your own work for each thing that is asked"),
	};
	document_heading(doc, 2, S("How long it takes"), S("takes"));
	document_paragraph(doc, S("Half an hour to an hour, in eight short parts. Have at hand:"));
	document_list(doc, needs, countof(needs));
	document_paragraph(doc, S("What you write is kept as you go. You can stop, and come back to it from any device with a code."));
}

/* " by Friday 5 December 2025", where the round has that day. */
static Str
by_day(const struct applied *at, const char *before, const char *field)
{
	Date day = said_day(TYPE_ROUND, at->round, field);
	return day.day ? str_format(at->perm, "%s%.*s", before, STR_ARG(date_week_text(day, at->perm))) : S("");
}

static void
add_next(struct document *doc, const struct applied *at)
{
	struct arena *perm = at->perm;
	bool unnamed = str_equal(round_text(at, "anonymous"), S("yes"));
	Str *items = new(perm, 6, Str);
	items[0] = S("When you send it you get a number, and a receipt by e-mail.");
	items[1] = str_format(perm, "Your application is read%s and shortlisted%.*s.", unnamed ? " without your name" : "",
		STR_ARG(at->closes.day ? by_day(at, " by ", "shortlist_by") : S(" as it comes")));
	items[2] = str_format(perm, "If you are shortlisted, you are invited to an interview or assessment%.*s.",
		STR_ARG(by_day(at, " on ", "assess_on")));
	items[3] = str_format(perm, "You are told what was decided%.*s, either way, and may ask for feedback.", STR_ARG(by_day(at, " by ", "decide_by")));
	items[4] = S("If you are offered the post, your referees are asked and the checks for work with children are made before you start.");
	items[5] = S("At any time you can see here how far it is, and withdraw.");
	document_heading(doc, 2, S("What happens next"), S("next"));
	document_list(doc, items, 6);
}

/* Said before anything is typed: article 13 of the UK GDPR. */
static void
add_notice(struct document *doc, const struct applied *at)
{
	Str name = at->own.place->name;
	Str after = term_words(retention_term(at->own.world, at->own.place->slug, KEEP_CANDIDATE, at->perm), at->perm);
	Str items[] = {
		str_format(at->perm, "%.*s is responsible for what you write. It uses it to choose who is appointed, and for the checks before a start.",
			STR_ARG(name)),
		str_format(at->perm, "Until you send it, it is kept for you alone: %.*s after your last change, or %.*s after the closing day, "
			"whichever is first. You can remove it at any time.", STR_ARG(counted(apply_term(at, TERM_DRAFT), "day", "days", at->perm)),
			STR_ARG(counted(apply_term(at, TERM_DRAFT_CLOSED), "day", "days", at->perm))),
		str_format(at->perm, "Once sent, it is read by those who choose. It is removed %.*s after the decision, unless you start or ask to be "
			"kept in touch with.", STR_ARG(after)),
		str_equal(round_text(at, "anonymous"), S("yes"))
			? S("Whoever shortlists sees what you wrote to each point and not your name.")
			: S("Whoever shortlists sees your name."),
		S("Equality questions are optional. They are stored apart, never shown to whoever chooses, and used only in totals."),
		S("No decision about you is made by a program."),
		str_format(at->perm, "To see, correct or remove what is kept of you, ask %.*s. You can withdraw on the page of your application.",
			STR_ARG(round_text(at, "contact").len ? round_text(at, "contact") : name)),
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
	document_form(doc, form_of_button(at->perm, apply_href(at, "/start"), (struct button){ .words = S("Start now") }));
	struct run *runs = new(at->perm, 2, struct run);
	runs[0] = (struct run){ .text = S("Go on with one that you began in this browser"), .href = S("/apply/yours") };
	runs[1] = (struct run){ .text = S("Come back to one with your code"), .href = S("/apply/back") };
	document_runs(doc, BLOCK_LIST, runs, 2);
}

/* In a line, for whoever reads no more: by when, how long, and where to begin. */
static void
add_short(struct document *doc, const struct applied *at)
{
	struct run *runs = new(at->perm, 2, struct run);
	runs[0].text = str_format(at->perm, "%.*s. It takes half an hour to an hour. ", STR_ARG(at->closes.day ? str_format(at->perm,
		"Apply by the end of %.*s", STR_ARG(date_week_text(at->closes, at->perm))) : S("Apply any day: it stays open")));
	runs[1] = (struct run){ .text = S("Go to the start"), .href = S("#apply") };
	document_runs(doc, BLOCK_INSET, runs, 2);
}

static struct answer
advert_page(const struct applied *at, enum outcome outcome)
{
	struct answer answer = answer_of(outcome, apply_document(at, job_words(at), apply_href(at, "")));
	struct document *doc = &answer.document;
	if (at->taking == TAKES_NO_MORE)
		document_runs(doc, BLOCK_INSET, &(struct run){ .text = S("This is closed: it takes no more applications.") }, 1);
	if (at->taking == TAKES_NOW && at->role_count > 0)
		add_short(doc, at);
	add_lines(doc, round_text(at, "advert"));
	add_facts(doc, at);
	add_criteria(doc, at);
	if (at->taking == TAKES_NOW) {
		add_needs(doc);
		add_next(doc, at);
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
	if (in->wait == 0 && open >= apply_term(at, TERM_DRAFTS))
		in->wait = 60 * 60;
	if (in->wait > 0)
		return true;
	at->draft = (struct draft){ .authority = at->own.place->slug, .round = at->round->ref,
		.removed_at = apply_end(at) };
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
