/* requests_view.c: what was asked for and what became of it: the list, and one with its decision. */
#include "app/requests.h"

#include "app/team.h"

static const struct { Str title; int tone; } decision_tags[DECISIONS] = {
	[WAITS] = { STR("Waiting"), TAG_YELLOW }, [APPROVED] = { STR("Approved"), TAG_GREEN },
	[DECLINED] = { STR("Refused"), TAG_RED }, [WITHDRAWN] = { STR("Withdrawn"), TAG_GREY },
};

/* "3 changes of posts wait for a decision", on the page of the establishment. */
void
add_waiting(struct document *doc, const struct estab *e)
{
	int waiting = requests_waiting(e);
	if (waiting == 0)
		return;
	struct run *run = new(doc->arena, 1, struct run);
	*run = (struct run){ .href = href_in_unit(&e->own, S("establishment-changes"), e->own.unit, S("")),
		.text = str_format(doc->arena, "%.*s for a decision", STR_ARG(counted(waiting,
			"post asked for waits", "posts asked for wait", doc->arena))) };
	document_runs(doc, BLOCK_PARAGRAPH, run, 1);
}

/* ---- the list -------------------------------------------------------------------------------- */

enum { REQUEST_COLUMNS = 8 };
static const struct column request_columns[REQUEST_COLUMNS] = {
	{ STR("what"), STR("What is asked for"), false, false }, { STR("ref"), STR("Reference"), false, false },
	{ STR("unit"), STR("Unit"), false, false }, { STR("from"), STR("From"), false, false },
	{ STR("reason"), STR("Why"), false, false }, { STR("asked_by"), STR("Asked by"), false, false },
	{ STR("decision"), STR("Decision"), false, false }, { STR("decided_by"), STR("Decided by"), false, false },
};

static Str
href_of_request(const struct own *own, Str ref)
{
	return own_href(own, str_format(own->perm, "establishment-changes/%.*s", STR_ARG(ref)));
}

static Str
unit_of_request(const struct own *own, const struct request_row *row)
{
	return row->unit == NOT_THERE ? S("") : unit_words(own, row->unit);
}

static void
request_cells(struct cell *cells, const struct own *own, const struct request_row *row)
{
	cells[0] = cell_link(request_words(own, row), href_of_request(own, row->ref));
	cells[1] = cell_text(row->ref);
	cells[2] = cell_text(unit_of_request(own, row));
	cells[3] = cell_text(day_words(row->from, own->perm));
	cells[4] = cell_text(row->reason);
	cells[5] = cell_text(account_words(own, row->asked_by));
	cells[6] = cell_tag(decision_tags[row->decision].title, decision_tags[row->decision].tone);
	cells[7] = cell_text(account_words(own, row->decided_by));
}

static bool
is_wanted(const struct estab *e, const struct request_row *row)
{
	const struct own *own = &e->own;
	bool here = own->unit == NOT_THERE || (row->unit != NOT_THERE &&
		unit_within(own->roster, row->unit, own->unit, own->ask->day));
	bool shown = str_equal(own->ask->show, S("all")) || (own->ask->show.len == 0 && row->decision == WAITS);
	return here && shown && request_seen(own, row);
}

static void
add_filter(struct document *doc, const struct estab *e)
{
	struct pick *picks = new(doc->arena, 2, struct pick);
	bool all = str_equal(e->own.ask->show, S("all"));
	picks[0] = (struct pick){ .words = S("Waiting"), .chosen = !all,
		.value = href_in_unit(&e->own, S("establishment-changes"), e->own.unit, S("")) };
	picks[1] = (struct pick){ .words = S("All, with what was decided"), .chosen = all,
		.value = href_in_unit(&e->own, S("establishment-changes"), e->own.unit, S("show=all")) };
	document_choices(doc, S("Which"), picks, 2);
}

static void
add_asking(struct document *doc, const struct estab *e)
{
	const struct ask *ask = e->own.ask;
	if (viewer_permit(ask->viewer, e->own.place->slug, GROUP_REQUESTS, ask->today).reach < REACH_WRITE)
		return;
	struct run *runs = new(doc->arena, 2, struct run);
	runs[0] = (struct run){ .text = S("Ask for a new post"),
		.href = href_in_unit(&e->own, S("establishment-changes/ask"), e->own.unit, S("how=new")) };
	runs[1] = (struct run){ .text = S(". To ask for a change of a post, or to give one up, begin on its own page.") };
	document_runs(doc, BLOCK_PARAGRAPH, runs, 2);
}

struct answer
show_requests(const struct world *world, const struct ask *ask, struct arena *perm)
{
	static const Str dropped[] = { STR("ref"), STR("decided_by") };
	struct estab e;
	struct answer answer;
	if (!estab_settle(world, ask, &e, &answer, perm))
		return answer;
	const struct records *all = &e.own.council->of[TYPE_ESTABLISHMENT_CHANGE];
	struct rows_made rows = { 0 };
	for (int i = all->count - 1; i >= 0; i--) {
		struct request_row row;
		request_read(&row, e.own.roster, &all->at[i]);
		if (is_wanted(&e, &row))
			request_cells(rows_push(&rows, REQUEST_COLUMNS, perm), &e.own, &row);
	}
	int waiting = requests_waiting(&e);
	Str title = waiting == 0 ? S("Nothing waits for a decision") : str_format(perm, "%.*s for a decision",
		STR_ARG(counted(waiting, "post asked for waits", "posts asked for wait", perm)));
	struct document doc = own_document(&e.own, title, href_in_unit(&e.own, S("establishment-changes"), e.own.unit,
	                                                               S("")));
	add_estab_places(&doc, &e, PAGE_REQUESTS);
	add_filter(&doc, &e);
	add_asking(&doc, &e);
	struct table *table = table_of(S("requests"), S("Requests, newest first"), request_columns, REQUEST_COLUMNS, rows, perm);
	doc.data = table;
	if (rows.count)
		document_table(&doc, table_without(table, dropped, countof(dropped), perm));
	return answer_of(DONE, doc);
}

/* ---- one of them ----------------------------------------------------------------------------- */

static bool
find_request(const struct own *own, struct request_row *row, struct answer *why)
{
	const struct records *all = &own->council->of[TYPE_ESTABLISHMENT_CHANGE];
	int first;
	if (records_of(all, own->ask->ref, &first)) {
		request_read(row, own->roster, &all->at[first]);
		if (request_seen(own, row))
			return true;
	}
	*why = answer_words(UNKNOWN, S("There is no such request here for you"), str_format(own->perm,
		"\u201c%.*s\u201d is nothing that was asked for in %.*s, as far as you may see.", STR_ARG(own->ask->ref),
		STR_ARG(own->place->name)), own->perm);
	return false;
}

static void
add_request(struct document *doc, const struct own *own, const struct request_row *row)
{
	enum { KEYS = 8 };
	struct pair *pairs = new(doc->arena, KEYS, struct pair);
	int n = 0;
	pairs[n++] = (struct pair){ S("What"), request_words(own, row),
	                            row->post == NOT_THERE ? S("") : href_of_post(own, row->post) };
	if (row->unit != NOT_THERE)
		pairs[n++] = (struct pair){ S("Unit"), unit_words(own, row->unit), href_of_unit(own, row->unit) };
	if (row->role != NOT_THERE)
		pairs[n++] = (struct pair){ S("Role"), role_words(own, row->role, row->from), S("") };
	pairs[n++] = (struct pair){ row->wish == WISH_CLOSE ? S("Gone from") : S("From"), day_words(row->from, doc->arena),
	                            S("") };
	pairs[n++] = (struct pair){ S("Why"), row->reason, S("") };
	pairs[n++] = (struct pair){ S("Asked by"), account_words(own, row->asked_by), S("") };
	pairs[n++] = (struct pair){ S("Decision"), decision_tags[row->decision].title, S("") };
	if (row->decided_by.len)
		pairs[n++] = (struct pair){ S("Decided by"), account_words(own, row->decided_by), S("") };
	document_summary(doc, pairs, n);
}

static void
add_decision(struct document *doc, const struct own *own, const struct request_row *row, Str error)
{
	struct arena *perm = doc->arena;
	bool decides = request_may_decide(own, row);
	if (!decides && !request_may_withdraw(own, row))
		return;
	struct form *form = new(perm, 1, struct form);
	struct input *inputs = new(perm, 2, struct input);
	struct button *buttons = new(perm, 2, struct button);
	inputs[0] = (struct input){ .kind = INPUT_NOTE, .name = S("reason"), .label = S("Why"), .optional = !decides,
		.error = error, .value = own->ask->sent ? sents_find(own->ask->sent, S("reason")) : S(""),
		.hint = decides ? S("Needed for a refusal. It is kept with the decision.") : S("") };
	inputs[1] = (struct input){ .kind = INPUT_HIDDEN, .name = S("version"),
		.value = str_format(perm, "%d", row->record->version) };
	buttons[0] = decides ? (struct button){ S("Approve"), S("decision"), S("approved"), BUTTON_MAIN, { 0 } }
	                     : (struct button){ S("Withdraw it"), S("decision"), S("withdrawn"), BUTTON_WARNING, { 0 } };
	buttons[1] = (struct button){ S("Refuse"), S("decision"), S("refused"), BUTTON_WARNING, { 0 } };
	*form = (struct form){ .id = S("decide"), .inputs = inputs, .input_count = 2, .buttons = buttons,
		.button_count = decides ? 2 : 1, .action = str_format(perm, "/authorities/%.*s/establishment-changes/%.*s/decide",
			STR_ARG(own->place->slug), STR_ARG(row->ref)) };
	document_heading(doc, 2, decides ? S("Your decision") : S("Take it back"), S("decision"));
	document_form(doc, form);
}

static Str
whose_move(const struct own *own, const struct request_row *row)
{
	if (row->decision != WAITS)
		return S("");
	if (request_may_decide(own, row))
		return S("It waits for you, or for somebody else who keeps posts there. An approval changes the post at once, "
		         "from the day that was asked for.");
	return str_equal(row->asked_by, own->ask->viewer->account)
		? S("It waits for somebody who keeps posts there. Nobody decides what they asked for themselves.")
		: S("It waits for somebody who keeps posts there.");
}

static struct document
request_document(const struct own *own, const struct request_row *row, Str error)
{
	struct document doc = own_document(own, request_words(own, row), href_of_request(own, row->ref));
	Str move = whose_move(own, row);
	if (move.len)
		document_paragraph(&doc, move);
	add_request(&doc, own, row);
	add_decision(&doc, own, row, error);
	return doc;
}

struct answer
show_request(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct own own;
	struct request_row row;
	struct answer answer;
	if (!own_settle(world, ask, &own, &answer, perm) || !find_request(&own, &row, &answer))
		return answer;
	return answer_of(DONE, request_document(&own, &row, S("")));
}

/* ---- deciding -------------------------------------------------------------------------------- */

static bool
read_decision(const struct ask *ask, enum decision *decision)
{
	Str said = ask->sent ? sents_find(ask->sent, S("decision")) : (Str){ 0 };
	for (int d = APPROVED; d < DECISIONS; d++)
		if (str_equal(said, decision_names[d])) {
			*decision = (enum decision)d;
			return true;
		}
	return false;
}

static struct answer
not_yours(const struct own *own, const struct request_row *row)
{
	if (row->decision != WAITS)
		return answer_words(CHANGED, S("It was decided already"), str_format(own->perm, "%.*s by %.*s. Nothing was "
			"changed now.", STR_ARG(decision_tags[row->decision].title), STR_ARG(account_words(own, row->decided_by))),
			own->perm);
	if (str_equal(row->asked_by, own->ask->viewer->account))
		return answer_words(FORBIDDEN, S("Nobody decides what they asked for"),
			S("You asked for this yourself, so somebody else who keeps posts there decides. You can withdraw it."),
			own->perm);
	return answer_words(FORBIDDEN, S("This is not yours to decide"),
		S("It is decided by somebody who keeps posts in that unit, and taken back by whoever asked."), own->perm);
}

/* The version that was read comes back with the form; a command has none. */
static bool
read_as_it_is(const struct ask *ask, const struct request_row *row, struct arena *perm)
{
	Str version = sents_find(ask->sent, S("version"));
	return version.len == 0 || str_equal(version, str_format(perm, "%d", row->record->version));
}

static struct answer
decide(const struct own *own, const struct request_row *row, enum decision decision)
{
	struct error err = { 0 };
	struct changes changes = changes_new(own->perm);
	Str reason = str_trim(sents_find(own->ask->sent, S("reason")));
	if (!request_changes(own, row, decision, &changes, &err))
		return answer_words(CHANGED, S("It cannot be done so"), str_format(own->perm, "Nothing was changed: %s.",
			err.text), own->perm);
	struct wish wish = { .what = S("edit"), .reason = reason,
		.object = str_format(own->perm, "establishment change %.*s", STR_ARG(row->ref)) };
	struct done done = deed_do(own->world, own->ask, &wish, &changes, own->perm, &err);
	return answer_done(own, &done, &err, S("Nothing was decided"), own_href(own, S("establishment-changes")));
}

struct answer
request_decide(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct own own;
	struct request_row row;
	struct answer answer;
	enum decision decision;
	if (!own_settle(world, ask, &own, &answer, perm) || !find_request(&own, &row, &answer))
		return answer;
	if (!read_decision(ask, &decision))
		return answer_words(WRONG, S("Which decision?"), S("Choose approved, refused or withdrawn."), perm);
	if (decision == WITHDRAWN ? !request_may_withdraw(&own, &row) : !request_may_decide(&own, &row))
		return not_yours(&own, &row);
	if (!read_as_it_is(ask, &row, perm))
		return answer_words(CHANGED, S("It changed meanwhile"),
			S("Somebody changed this request after you opened it. Look at it again, then decide."), perm);
	if (decision == DECLINED && str_trim(sents_find(ask->sent, S("reason"))).len == 0)
		return answer_of(WRONG, request_document(&own, &row, S("Say why it is refused")));
	return decide(&own, &row, decision);
}
