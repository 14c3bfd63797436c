/* agency_requests.c: agency that was asked for: the list, one with its decision, and deciding it. */
#include "app/agency_parts.h"
#include "app/events.h"

static const int tones[REQUEST_STATES] = { [REQUEST_WAITS] = TAG_YELLOW, [REQUEST_CHECKED] = TAG_YELLOW,
	[REQUEST_APPROVED] = TAG_BLUE, [REQUEST_REFUSED] = TAG_RED, [REQUEST_WITHDRAWN] = TAG_GREY, [REQUEST_BOOKED] = TAG_GREEN };

static Str
text_of(const struct agency_request *q, const char *field)
{
	return record_text_of(&record_types[TYPE_AGENCY_REQUEST], q->record, field);
}

static Str
request_title(const struct agency_look *l, const struct agency_request *q)
{
	struct arena *perm = l->own.perm;
	Str post = q->post == NOT_THERE ? S("a post") : post_words(&l->own, q->post);
	return str_format(perm, "%s %.*s until %.*s", q->extends == NOT_THERE ? "Agency for" : "More time in", STR_ARG(post),
	                  STR_ARG(day_words(q->planned_end, perm)));
}

static bool
is_open(const struct agency_request *q)
{
	return q->state == REQUEST_WAITS || q->state == REQUEST_CHECKED;
}

/* ---- the list -------------------------------------------------------------------------------- */

enum { REQUEST_COLUMNS = 8 };
static const struct column request_columns[REQUEST_COLUMNS] = {
	{ STR("what"), STR("What is asked for"), false, false }, { STR("ref"), STR("Reference"), false, false },
	{ STR("unit"), STR("Unit"), false, false }, { STR("from"), STR("From"), false, false },
	{ STR("reason"), STR("Why"), false, false }, { STR("asked_by"), STR("Asked by"), false, false },
	{ STR("state"), STR("State"), false, false }, { STR("assignment"), STR("Assignment"), false, false },
};

static void
request_cells(struct cell *cells, const struct agency_look *l, const struct agency_request *q)
{
	const struct own *own = &l->own;
	int booked = q->assignment != NOT_THERE ? q->assignment : q->extends;
	bool seen = booked != NOT_THERE && agency_sees(l, &l->agency.assignments[booked]);
	cells[0] = cell_link(request_title(l, q), href_of_agency_request(own, q->ref));
	cells[1] = cell_text(q->ref);
	cells[2] = cell_text(q->unit == NOT_THERE ? S("") : unit_words(own, q->unit));
	cells[3] = cell_text(day_words(q->from, own->perm));
	cells[4] = cell_text(agency_reason_words(q->reason));
	cells[5] = cell_text(account_words(own, q->asked_by));
	cells[6] = cell_tag(request_state_words(q->state), tones[q->state]);
	cells[7] = seen ? cell_link(l->agency.assignments[booked].ref, href_of_assignment(own, l->agency.assignments[booked].ref))
		: cell_text(S(""));
}

static void
add_filter(struct document *doc, const struct agency_look *l)
{
	struct pick *picks = new(doc->arena, 2, struct pick);
	bool all = str_equal(l->own.ask->show, S("all"));
	picks[0] = (struct pick){ .words = S("Waiting, or to be booked"), .chosen = !all,
		.value = href_in_agency(l, S("agency/requests")) };
	picks[1] = (struct pick){ .words = S("All"), .chosen = all,
		.value = href_in_unit(&l->own, S("agency/requests"), l->own.unit, S("show=all")) };
	document_choices(doc, S("Which"), picks, 2);
	if (viewer_permit(l->own.ask->viewer, l->own.place->slug, GROUP_REQUESTS, l->own.ask->today).reach < REACH_WRITE)
		return;
	struct run *run = new(doc->arena, 2, struct run);
	run[0] = (struct run){ .text = S("Ask for agency"), .href = str_format(doc->arena, "/authorities/%.*s/agency/ask",
		STR_ARG(l->own.place->slug)) };
	run[1] = (struct run){ .text = S(". To ask for more time, begin on the page of the assignment.") };
	document_runs(doc, BLOCK_PARAGRAPH, run, 2);
}

struct answer
show_agency_requests(const struct world *world, const struct ask *ask, struct arena *perm)
{
	static const Str dropped[] = { STR("ref"), STR("assignment") };
	struct agency_look l;
	struct answer answer;
	struct rows_made rows = { 0 };
	int waiting = 0;
	if (!agency_settle(world, ask, &l, &answer, perm))
		return answer;
	for (int i = l.agency.request_count - 1; i >= 0; i--) {
		const struct agency_request *q = &l.agency.requests[i];
		if (!agency_request_seen(&l, q) || !agency_here(&l, q->unit))
			continue;
		waiting += is_open(q);
		bool to_book = q->state == REQUEST_APPROVED && q->extends == NOT_THERE;
		if (str_equal(ask->show, S("all")) || is_open(q) || to_book)
			request_cells(rows_push(&rows, REQUEST_COLUMNS, perm), &l, q);
	}
	Str title = waiting == 0 ? S("No agency request waits for a decision") : str_format(perm, "%.*s for a decision",
		STR_ARG(counted(waiting, "agency request waits", "agency requests wait", perm)));
	struct document doc = own_document(&l.own, title, href_in_agency(&l, S("agency/requests")));
	add_agency_places(&doc, &l, AGENCY_REQUESTS_PAGE);
	add_filter(&doc, &l);
	struct table *table = table_of(S("agency_requests"), S("Agency asked for, newest first"), request_columns, REQUEST_COLUMNS,
	                               rows, perm);
	doc.data = table;
	if (rows.count)
		document_table(&doc, table_without(table, dropped, countof(dropped), perm));
	return answer_of(DONE, doc);
}

/* ---- one of them ----------------------------------------------------------------------------- */

static bool
find_request(const struct world *world, const struct ask *ask, struct agency_look *l, const struct agency_request **q,
             struct answer *why, struct arena *perm)
{
	if (!agency_settle(world, ask, l, why, perm))
		return false;
	int found = agency_request(&l->agency, ask->ref);
	*q = found == NOT_THERE ? NULL : &l->agency.requests[found];
	if (*q && agency_request_seen(l, *q))
		return true;
	*why = answer_words(UNKNOWN, S("There is no such agency request here for you"), str_format(perm,
		"\u201c%.*s\u201d is nothing that was asked for in %.*s, as far as you may see.", STR_ARG(ask->ref),
		STR_ARG(l->own.place->name)), perm);
	return false;
}

static bool
is_asker(const struct agency_look *l, const struct agency_request *q)
{
	return str_equal(l->own.ask->viewer->account, q->asked_by);
}

static void
add_request(struct document *doc, const struct agency_look *l, const struct agency_request *q)
{
	enum { KEYS = 12 };
	const struct own *own = &l->own;
	struct arena *perm = doc->arena;
	struct pair *pairs = new(perm, KEYS, struct pair);
	int n = 0;
	if (q->post != NOT_THERE)
		pairs[n++] = (struct pair){ S("Post"), post_words(own, q->post), href_of_post(own, q->post) };
	if (q->unit != NOT_THERE)
		pairs[n++] = (struct pair){ S("Unit"), unit_words(own, q->unit), S("") };
	pairs[n++] = (struct pair){ S("Type of job"), job_type_words(q->job), S("") };
	pairs[n++] = (struct pair){ S("From"), str_format(perm, "%.*s until %.*s%s%.*s%s", STR_ARG(day_words(q->from, perm)),
		STR_ARG(day_words(q->planned_end, perm)), q->hours == NOT_ENTERED ? "" : ", ",
		STR_ARG(q->hours == NOT_ENTERED ? S("") : fte_words(q->hours, perm)), q->hours == NOT_ENTERED ? "" : " hours a week"), S("") };
	pairs[n++] = (struct pair){ S("Why"), str_format(perm, "%.*s: %.*s", STR_ARG(agency_reason_words(q->reason)),
		STR_ARG(text_of(q, "why"))), S("") };
	pairs[n++] = (struct pair){ S("Permanent options tried first"), text_of(q, "options").len ? text_of(q, "options")
		: S("Not said"), S("") };
	pairs[n++] = (struct pair){ S("Asked by"), account_words(own, q->asked_by), S("") };
	pairs[n++] = (struct pair){ S("State"), request_state_words(q->state), S("") };
	if (q->decided_on.day)
		pairs[n++] = (struct pair){ S("Decided"), str_format(perm, "%.*s, by %.*s", STR_ARG(day_words(q->decided_on, perm)),
			STR_ARG(account_words(own, q->decided_by))), S("") };
	int booked = q->assignment != NOT_THERE ? q->assignment : q->extends;
	if (booked != NOT_THERE && agency_sees(l, &l->agency.assignments[booked]))
		pairs[n++] = (struct pair){ S("Assignment"), l->agency.assignments[booked].ref,
			href_of_assignment(own, l->agency.assignments[booked].ref) };
	document_summary(doc, pairs, n);
}

/* What was decided, with the reasons, for who may read decisions. */
static void
add_decisions(struct document *doc, const struct agency_look *l, const struct agency_request *q)
{
	const struct records *all = &l->own.council->of[TYPE_AGENCY_DECISION];
	const struct field *what = &all->type->fields[field_find(all->type, S("decision"))];
	struct events events = { .perm = doc->arena };
	for (int i = 0; i < all->count; i++) {
		Date on;
		const struct record *d = &all->at[i];
		if (!str_equal(record_text_of(all->type, d, "request"), q->ref) ||
		    !date_parse(record_text_of(all->type, d, "held_on"), &on) ||
		    sight_record(&l->own.sight, all->type, d, GROUP_APPROVALS).reach < REACH_READ)
			continue;
		Str reason = record_text_of(all->type, d, "reason");
		events_add(&events, on, str_format(doc->arena, "%.*s, by %.*s%s%.*s",
			STR_ARG(value_words(what, record_text_of(all->type, d, "decision"), doc->arena)),
			STR_ARG(account_words(&l->own, record_text_of(all->type, d, "made_by"))), reason.len ? ": " : "", STR_ARG(reason)), S(""));
	}
	add_events(doc, &events, S("Decisions"), l->own.ask->day);
}

static void
add_forms(struct document *doc, const struct agency_look *l, const struct agency_request *q, Str error)
{
	const struct own *own = &l->own;
	struct arena *perm = doc->arena;
	bool decides = is_open(q) && agency_decides(l, q->unit), mine = is_asker(l, q);
	if (!decides && !(is_open(q) && mine))
		return;
	struct form *form = form_made(perm, str_format(perm, "/authorities/%.*s/agency/requests/%.*s/decide",
		STR_ARG(own->place->slug), STR_ARG(q->ref)));
	form->id = S("decide");
	form_input(form, perm, (struct input){ .kind = INPUT_NOTE, .name = S("reason"), .label = S("Why"), .error = error,
		.optional = mine, .value = own->ask->sent ? sents_find(own->ask->sent, S("reason")) : S(""),
		.hint = S("Needed for a refusal. It is kept with the decision.") });
	if (decides && !mine)
		form_button(form, perm, (struct button){ .words = S("Approve"), .name = S("decision"), .value = S("approved"), .tone = BUTTON_MAIN });
	if (decides && q->state == REQUEST_WAITS)
		form_button(form, perm, (struct button){ .words = S("Permanent options checked"), .name = S("decision"), .value = S("options"), .tone = BUTTON_SECOND });
	if (decides && !mine)
		form_button(form, perm, (struct button){ .words = S("Refuse"), .name = S("decision"), .value = S("refused"), .tone = BUTTON_WARNING });
	if (mine)
		form_button(form, perm, (struct button){ .words = S("Withdraw it"), .name = S("decision"), .value = S("withdrawn"), .tone = BUTTON_WARNING });
	document_heading(doc, 2, S("Your decision"), S("decision"));
	if (mine)
		document_paragraph(doc, S("You asked for this, so somebody else approves or refuses it."));
	document_form(doc, form);
}

static Str
whose_move(const struct agency_look *l, const struct agency_request *q)
{
	if (is_open(q))
		return agency_decides(l, q->unit) && !is_asker(l, q) ? S("It waits for you, or for another head of service or HR lead.")
			: S("It waits for a head of service or an HR lead who did not ask for it.");
	if (q->state == REQUEST_APPROVED && q->extends == NOT_THERE)
		return S("It is approved. HR books the worker, with what they cost and what the checks rest on.");
	return S("");
}

static struct document
request_document(const struct agency_look *l, const struct agency_request *q, Str error)
{
	struct document doc = own_document(&l->own, request_title(l, q), href_of_agency_request(&l->own, q->ref));
	Str move = whose_move(l, q);
	if (move.len)
		document_paragraph(&doc, move);
	add_request(&doc, l, q);
	add_decisions(&doc, l, q);
	add_forms(&doc, l, q, error);
	if (q->state == REQUEST_APPROVED && q->extends == NOT_THERE &&
	    sight_total(&l->own.sight, NOT_THERE, GROUP_TERMS).reach >= REACH_WRITE) {
		struct run *run = new(doc.arena, 1, struct run);
		*run = (struct run){ .text = S("Book a worker"), .href = str_format(doc.arena,
			"/authorities/%.*s/agency/requests/%.*s/book", STR_ARG(l->own.place->slug), STR_ARG(q->ref)) };
		document_runs(&doc, BLOCK_PARAGRAPH, run, 1);
	}
	add_record_links(&doc, &l->own, S("agency-requests"), q->ref, sight_record(&l->own.sight,
		&record_types[TYPE_AGENCY_REQUEST], q->record, GROUP_REQUESTS));
	return doc;
}

struct answer
show_agency_request(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct agency_look l;
	struct answer answer;
	const struct agency_request *q;
	if (!find_request(world, ask, &l, &q, &answer, perm))
		return answer;
	return answer_of(DONE, request_document(&l, q, S("")));
}

/* ---- deciding -------------------------------------------------------------------------------- */

static struct answer
withdraw(const struct agency_look *l, const struct agency_request *q)
{
	const struct own *own = &l->own;
	const struct record_type *type = &record_types[TYPE_AGENCY_REQUEST];
	struct changes changes = changes_new(own->perm);
	Str *values = new(own->perm, type->field_count, Str);
	for (int f = 0; f < type->field_count; f++)
		values[f] = q->record->values[f];
	values[field_find(type, S("withdrawn_on"))] = date_iso(own->ask->today, own->perm);
	record_alter(&changes, type, q->record, values);
	return record_did(own, &changes, str_format(own->perm, "agency request %.*s", STR_ARG(q->ref)),
		str_trim(sents_find(own->ask->sent, S("reason"))), S("Nothing was withdrawn"), href_of_agency_request(own, q->ref));
}

static struct answer
decide(const struct agency_look *l, const struct agency_request *q, Str decision, Str reason)
{
	const struct own *own = &l->own;
	const struct record_type *type = &record_types[TYPE_AGENCY_DECISION];
	struct changes changes = changes_new(own->perm);
	Str *values = new(own->perm, type->field_count, Str);
	struct misfit misfit;
	if (!value_read(&type->fields[field_find(type, S("reason"))], reason, &values[field_find(type, S("reason"))], &misfit,
	                own->perm))
		return answer_of(WRONG, request_document(l, q, str_capital(misfit.wrong, own->perm)));
	values[field_find(type, S("unit"))] = text_of(q, "unit");
	values[field_find(type, S("request"))] = q->ref;
	values[field_find(type, S("decision"))] = decision;
	values[field_find(type, S("held_on"))] = date_iso(own->ask->day, own->perm);
	values[field_find(type, S("made_by"))] = own->ask->viewer->account;
	record_add(own, &changes, TYPE_AGENCY_DECISION, values);
	return record_did(own, &changes, str_format(own->perm, "agency request %.*s", STR_ARG(q->ref)), S(""),
		S("Nothing was decided"), href_of_agency_request(own, q->ref));
}

static struct answer
not_so(const struct agency_look *l, const struct agency_request *q)
{
	if (!is_open(q))
		return answer_words(CHANGED, S("It is decided already"), str_format(l->own.perm, "It is %.*s. Nothing was changed now.",
			STR_ARG(str_lower(request_state_words(q->state), l->own.perm))), l->own.perm);
	return answer_words(FORBIDDEN, S("This is not yours to decide"),
		S("A head of service or an HR lead approves or refuses it, and never whoever asked. Whoever asked can withdraw it."),
		l->own.perm);
}

struct answer
agency_decide(const struct world *world, const struct ask *ask, struct arena *perm)
{
	static const Str decisions[] = { STR("options"), STR("approved"), STR("refused"), STR("withdrawn") };
	struct agency_look l;
	struct answer answer;
	const struct agency_request *q;
	if (!find_request(world, ask, &l, &q, &answer, perm))
		return answer;
	Str said = sents_find(ask->sent, S("decision")), reason = str_trim(sents_find(ask->sent, S("reason")));
	int d = 0;
	while (d < countof(decisions) && !str_equal(said, decisions[d]))
		d++;
	if (d == countof(decisions))
		return answer_words(WRONG, S("Which decision?"), S("Choose options (permanent options checked), approved, refused or "
			"withdrawn."), perm);
	bool mine = is_asker(&l, q), withdraws = d == 3;
	if (!is_open(q) || (withdraws ? !mine : !agency_decides(&l, q->unit) || (mine && d != 0)))
		return not_so(&l, q);
	if (str_equal(said, S("refused")) && reason.len == 0)
		return answer_of(WRONG, request_document(&l, q, S("Say why it is refused")));
	if (str_equal(said, S("approved")) && q->extends == NOT_THERE && text_of(q, "options").len == 0)
		return answer_words(CHANGED, S("No permanent option is named"), S("Nothing was changed: agency comes after permanent options "
			"were tried, and the request does not say which. Whoever asked corrects it, then it can be approved."), perm);
	return withdraws ? withdraw(&l, q) : decide(&l, q, decisions[d], reason);
}
