/* requisition_view.c: posts to be filled from outside: asked for by whoever keeps the unit, decided by somebody else after
 * those who could move were looked at, and what became of each. */
#include "app/requisition_parts.h"

#include "app/estab.h"
#include "app/events.h"
#include "practice/ticket.h"

static const struct record_type *const type = &record_types[TYPE_REQUISITION];

static Str
text_of(const struct requisition *seat, const char *field)
{
	return record_value(type, seat->record, str_of(field));
}

static bool
reaches(const struct hiring_look *l, const struct requisition *seat, enum field_group group, enum reach reach)
{
	return sight_record(&l->own.sight, type, seat->record, group).reach >= reach;
}

static bool
is_askers(const struct hiring_look *l, const struct requisition *seat)
{
	return str_equal(l->own.ask->viewer->account, text_of(seat, "asked_by"));
}

static bool
decides(const struct hiring_look *l, const struct requisition *seat)
{
	return reaches(l, seat, GROUP_APPROVALS, REACH_WRITE) && reaches(l, seat, GROUP_REQUESTS, REACH_WRITE) && !is_askers(l, seat);
}

Str
href_of_requisition(const struct own *own, Str ref)
{
	return own_href(own, str_format(own->perm, "to-fill/%.*s", STR_ARG(ref)));
}

static Str
title_of(const struct hiring_look *l, const struct requisition *seat)
{
	const struct own *own = &l->own;
	Str post = seat->post != NOT_THERE ? post_words(own, seat->post) : seat->role != NOT_THERE ? role_words(own, seat->role,
		own->ask->day) : S("A post");
	return str_format(own->perm, "%.*s in %.*s", STR_ARG(post), STR_ARG(seat->unit == NOT_THERE ? own->place->name
		: unit_words(own, seat->unit)));
}

/* ---- the list ------------------------------------------------------------------------------------------- */

enum { Q_POST, Q_REF, Q_STATE, Q_BAND, Q_FTE, Q_ASKED, Q_WANTED, Q_WAITED, Q_ROUND, Q_COLUMNS };
static const struct column columns[Q_COLUMNS] = {
	[Q_POST] = { STR("post"), STR("Post"), false, false }, [Q_REF] = { STR("ref"), STR("Requisition"), false, false },
	[Q_STATE] = { STR("state"), STR("State"), false, false }, [Q_BAND] = { STR("band"), STR("Experience wanted"), false, false },
	[Q_FTE] = { STR("fte"), STR("FTE"), true, false }, [Q_ASKED] = { STR("asked_on"), STR("Asked on"), false, false },
	[Q_WANTED] = { STR("wanted_by"), STR("Wanted by"), false, false },
	[Q_WAITED] = { STR("days"), STR("Days since asked"), true, false }, [Q_ROUND] = { STR("round"), STR("Round"), false, false },
};
static const int tones[REQUISITION_STATES] = { [REQUISITION_ASKED] = TAG_YELLOW, [REQUISITION_REFUSED] = TAG_RED,
	[REQUISITION_WITHDRAWN] = TAG_GREY, [REQUISITION_APPROVED] = TAG_BLUE, [REQUISITION_ADVERTISED] = TAG_BLUE,
	[REQUISITION_OFFERED] = TAG_BLUE, [REQUISITION_ACCEPTED] = TAG_GREEN, [REQUISITION_FILLED] = TAG_GREEN };

static bool
is_open(const struct requisition *seat)
{
	return seat->state == REQUISITION_ASKED || (seat->state >= REQUISITION_APPROVED && seat->state <= REQUISITION_ACCEPTED);
}

static void
cells_of(struct cell *cells, const struct hiring_look *l, const struct requisition *seat)
{
	const struct own *own = &l->own;
	cells[Q_POST] = cell_link(title_of(l, seat), href_of_requisition(own, seat->ref));
	cells[Q_REF] = cell_text(seat->ref);
	cells[Q_STATE] = cell_tag(requisition_state_words(seat->state), tones[seat->state]);
	cells[Q_BAND] = cell_text(seat->band == NOT_THERE ? S("Any") : bands[seat->band].words);
	cells[Q_FTE] = fte_cell(seat->fte);
	cells[Q_ASKED] = cell_text(day_words(seat->asked, own->perm));
	cells[Q_WANTED] = cell_text(seat->wanted.day ? day_words(seat->wanted, own->perm) : S(""));
	cells[Q_WAITED] = is_open(seat) ? cell_figure(figure_whole(own->ask->day.day - seat->asked.day), 0, UNIT_DAYS) : cell_text(S(""));
	cells[Q_ROUND] = cell_text(seat->round ? said_text(TYPE_ROUND, seat->round, "name") : S(""));
}

static Str
list_title(int open, int waiting, struct arena *perm)
{
	if (open == 0)
		return S("No post is being filled from outside");
	return str_format(perm, "%.*s being filled, %d of them wait for a decision", STR_ARG(counted(open, "post is", "posts are", perm)),
		waiting);
}

struct answer
show_requisitions(const struct world *world, const struct ask *ask, struct arena *perm)
{
	static const Str dropped[] = { STR("ref"), STR("wanted_by") };
	struct hiring_look l;
	struct answer answer;
	struct rows_made rows = { 0 };
	int open = 0, waiting = 0;
	bool all = str_equal(ask->show, S("all"));
	if (!hiring_settle(world, ask, &l, &answer, perm))
		return answer;
	for (int second = 0; second < 2; second++)
		for (int i = 0; i < l.all.requisition_count; i++) {
			const struct requisition *seat = &l.all.requisitions[i];
			bool waits = seat->state == REQUISITION_ASKED;
			if (waits == second || !reaches(&l, seat, GROUP_REQUESTS, REACH_READ))
				continue;
			open += is_open(seat);
			waiting += waits;
			if (all || is_open(seat))
				cells_of(rows_push(&rows, Q_COLUMNS, perm), &l, seat);
		}
	struct document doc = own_document(&l.own, list_title(open, waiting, perm), own_href(&l.own, S("to-fill")));
	struct table *table = table_of(S("to_fill"), all ? S("All that were asked for") : S("Being filled"), columns, Q_COLUMNS, rows, perm);
	struct pick *picks = new(perm, 2, struct pick);
	picks[0] = (struct pick){ .words = S("Being filled"), .value = own_href(&l.own, S("to-fill")), .chosen = !all };
	picks[1] = (struct pick){ .words = S("All"), .value = href_in_unit(&l.own, S("to-fill"), NOT_THERE, S("show=all")), .chosen = all };
	if (hiring_writes(&l, GROUP_REQUESTS))
		document_runs(&doc, BLOCK_PARAGRAPH, &(struct run){ .text = S("Ask to fill a post"), .href = own_href(&l.own, S("to-fill/ask")) }, 1);
	document_choices(&doc, S("Which"), picks, 2);
	doc.data = table;
	if (rows.count)
		document_table(&doc, table_without(table, dropped, countof(dropped), perm));
	else
		document_paragraph(&doc, S("There is none of these."));
	add_not_for_release(&doc);
	return answer_of(DONE, doc);
}

/* ---- one -------------------------------------------------------------------------------------------------- */

static void
add_facts(struct document *doc, const struct hiring_look *l, const struct requisition *seat)
{
	static const char *const fields[] = { "why", "band", "wanted_by", "redeployment", "transfers", "asked_on", "decision", "decided_on",
		"decision_why", "advertised_on" };
	const struct own *own = &l->own;
	struct arena *perm = doc->arena;
	struct pair *pairs = new(perm, countof(fields) + 7, struct pair);
	int n = 0;
	pairs[n++] = (struct pair){ S("State"), requisition_state_words(seat->state), S("") };
	if (seat->post != NOT_THERE)
		pairs[n++] = (struct pair){ S("Post"), post_number(own, seat->post), href_of_post(own, seat->post) };
	if (text_of(seat, "ticket").len)
		pairs[n++] = (struct pair){ S("Over establishment, by ticket"), text_of(seat, "ticket"), own_href(own,
			str_format(perm, "over-establishment/%.*s", STR_ARG(text_of(seat, "ticket")))) };
	for (int i = 0; i < countof(fields); i++) {
		int f = field_find(type, str_of(fields[i]));
		if (seat->record->values[f].len)
			pairs[n++] = (struct pair){ type->fields[f].label, value_words(&type->fields[f], seat->record->values[f], perm), S("") };
	}
	if (seat->round)
		pairs[n++] = (struct pair){ S("Round that fills it"), round_words(seat->round), hiring_writes(l, GROUP_CANDIDATES)
			? own_href(own, str_format(perm, "recruitment/rounds/%.*s", STR_ARG(seat->round->ref))) : S("") };
	pairs[n++] = (struct pair){ S("Asked by"), account_words(own, text_of(seat, "asked_by")), S("") };
	if (text_of(seat, "decided_by").len)
		pairs[n++] = (struct pair){ S("Decided by"), account_words(own, text_of(seat, "decided_by")), S("") };
	document_summary(doc, pairs, n);
}

static const struct asked_field looked[] = { { "redeployment", false, NULL }, { "transfers", false, NULL },
	{ "decision_why", false, "Why so decided" } };

/* What came of those who could move is asked of whoever approves; a reason, of whoever refuses. */
static void
add_looked(const struct record_form *fields, struct form *form)
{
	static const Str needed[] = { STR("Needed to approve"), STR("Needed to approve"), STR("Needed to refuse") };
	int first = form->input_count;
	record_form_inputs(fields, form);
	for (int i = 0; i < countof(looked); i++) {
		struct input *input = (struct input *)(uintptr_t)&form->inputs[first + i];
		input->optional = false;
		input->hint = input->hint.len ? str_format(fields->own->perm, "%.*s. %.*s", STR_ARG(input->hint), STR_ARG(needed[i])) : needed[i];
	}
}

static void
add_decide_form(struct document *doc, const struct hiring_look *l, const struct requisition *seat, struct wanted_fault fault)
{
	struct arena *perm = doc->arena;
	struct pick *picks = new(perm, 3, struct pick);
	struct form *form = form_made(perm, own_href(&l->own, str_format(perm, "to-fill/%.*s/decide", STR_ARG(seat->ref))));
	struct record_form fields = record_form_of(&l->own, TYPE_REQUISITION, looked, countof(looked));
	const struct sents *sent = l->own.ask->sent;
	int n = 0;
	record_form_take(&fields, seat->record);
	if (decides(l, seat)) {
		picks[n++] = (struct pick){ .value = S("approved"), .words = S("Approve") };
		picks[n++] = (struct pick){ .value = S("refused"), .words = S("Refuse") };
	}
	if (is_askers(l, seat))
		picks[n++] = (struct pick){ .value = S("withdrawn"), .words = S("Withdraw it") };
	if (n == 0 || seat->state != REQUISITION_ASKED)
		return;
	if (sent)
		record_form_read(&fields);
	if (fault.words.len && !str_equal(fault.input, S("decision")))
		record_form_complain(&fields, str_c(fault.input, perm), fault.words);
	form->id = S("decide");
	document_heading(doc, 2, decides(l, seat) ? S("Decide") : S("Withdraw"), S("decide-it"));
	if (decides(l, seat))
		add_looked(&fields, form);
	form_input(form, perm, (struct input){ .kind = INPUT_RADIOS, .name = S("decision"), .label = S("Decision"), .picks = picks,
		.pick_count = n, .value = sent ? str_trim(sents_find(sent, S("decision"))) : S(""),
		.error = str_equal(fault.input, S("decision")) ? fault.words : S("") });
	form_button(form, perm, (struct button){ .words = S("Record the decision") });
	document_form(doc, form);
}

struct document
requisition_document(const struct hiring_look *l, const struct requisition *seat, struct wanted_fault fault)
{
	struct document doc = own_document(&l->own, title_of(l, seat), href_of_requisition(&l->own, seat->ref));
	if (seat->state == REQUISITION_ASKED)
		document_paragraph(&doc, decides(l, seat) ? S("It waits for you, or for another head of service or HR lead.")
			: S("It waits for a head of service or an HR lead who did not ask for it."));
	else if (seat->state == REQUISITION_APPROVED && !seat->round)
		document_paragraph(&doc, S("It is approved. Next it goes into a round, or onto an open advert, so that somebody can apply."));
	add_facts(&doc, l, seat);
	add_movers(&doc, l, seat);
	add_decide_form(&doc, l, seat, fault);
	add_advertise(&doc, l, seat, fault);
	add_record_links(&doc, &l->own, S("requisitions"), seat->ref, sight_record(&l->own.sight, type, seat->record, GROUP_REQUESTS));
	return doc;
}

bool
requisition_take(const struct world *world, const struct ask *ask, struct hiring_look *l, const struct requisition **seat, struct answer *why,
                 struct arena *perm)
{
	if (!hiring_settle(world, ask, l, why, perm))
		return false;
	int found = requisition_find(&l->all, ask->ref);
	*seat = found == NOT_THERE ? NULL : &l->all.requisitions[found];
	if (*seat && reaches(l, *seat, GROUP_REQUESTS, REACH_READ))
		return true;
	*why = answer_words(UNKNOWN, S("There is no such requisition here for you"), str_format(perm, "\u201c%.*s\u201d is no requisition of "
		"%.*s, as far as you may see.", STR_ARG(ask->ref), STR_ARG(l->own.place->name)), perm);
	return false;
}

struct answer
show_requisition(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct hiring_look l;
	struct answer answer;
	const struct requisition *seat;
	if (!requisition_take(world, ask, &l, &seat, &answer, perm))
		return answer;
	return answer_of(DONE, requisition_document(&l, seat, (struct wanted_fault){ 0 }));
}

/* ---- deciding ----------------------------------------------------------------------------------------------- */

static struct wanted_fault
fault_of(Str decision, const struct record_form *form)
{
	bool approves = str_equal(decision, S("approved")), refuses = str_equal(decision, S("refused"));
	const Str *values = form->values;
	if (!approves && !refuses && !str_equal(decision, S("withdrawn")))
		return (struct wanted_fault){ S("decision"), S("Choose a decision") };
	if (approves && !values[field_find(type, S("redeployment"))].len)
		return (struct wanted_fault){ S("redeployment"), S("Say first what came of the redeployment list") };
	if (approves && !values[field_find(type, S("transfers"))].len)
		return (struct wanted_fault){ S("transfers"), S("Say first what came of requests to transfer") };
	if (refuses && !values[field_find(type, S("decision_why"))].len)
		return (struct wanted_fault){ S("decision_why"), S("Say why it is refused") };
	return (struct wanted_fault){ 0 };
}

struct answer
requisition_decide(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct hiring_look l;
	struct answer answer;
	const struct requisition *seat;
	struct changes changes = changes_new(perm);
	if (!requisition_take(world, ask, &l, &seat, &answer, perm))
		return answer;
	struct record_form form = record_form_of(&l.own, TYPE_REQUISITION, looked, countof(looked));
	Str decision = str_trim(sents_find(ask->sent, S("decision"))), *values = new(perm, type->field_count, Str);
	bool withdraws = str_equal(decision, S("withdrawn"));
	record_form_take(&form, seat->record);
	record_form_read(&form);
	struct wanted_fault fault = fault_of(decision, &form);
	if (fault.words.len || form.bad)
		return answer_of(WRONG, requisition_document(&l, seat, fault));
	if (seat->state != REQUISITION_ASKED)
		return answer_words(CHANGED, S("It is decided already"), S("Nothing was changed now."), perm);
	if (withdraws ? !is_askers(&l, seat) : !decides(&l, seat))
		return answer_words(FORBIDDEN, S("This is not yours to decide"), S("A head of service or an HR lead approves or refuses it, and "
			"never whoever asked. Whoever asked can withdraw it."), perm);
	for (int f = 0; f < type->field_count; f++)
		values[f] = withdraws ? seat->record->values[f] : form.values[f];
	values[field_find(type, withdraws ? S("withdrawn_on") : S("decided_on"))] = date_iso(ask->day, perm);
	if (!withdraws) {
		values[field_find(type, S("decision"))] = decision;
		values[field_find(type, S("decided_by"))] = ask->viewer->account;
		values[field_find(type, S("looked_on"))] = date_iso(ask->day, perm);
	}
	record_alter(&changes, type, seat->record, values);
	return record_did(&l.own, &changes, str_format(perm, "requisition %.*s", STR_ARG(seat->ref)), S(""), S("Nothing was decided"),
		href_of_requisition(&l.own, seat->ref));
}

/* ---- asking --------------------------------------------------------------------------------------------------- */

static const struct asked_field wish[] = {
	{ "post", false, NULL }, { "ticket", false, NULL }, { "why", true, NULL }, { "band", false, NULL }, { "wanted_by", false, NULL },
	{ "redeployment", false, NULL }, { "transfers", false, NULL },
};

/* Posts of the viewer's units in which nobody is, and that nobody asked to fill yet. */
static bool
is_asked_for(const struct hiring_look *l, int post)
{
	for (int i = 0; i < l->all.requisition_count; i++)
		if (l->all.requisitions[i].post == post && is_open(&l->all.requisitions[i]))
			return true;
	return false;
}

static bool
is_free(const struct hiring_look *l, int post)
{
	const struct roster *r = l->own.roster;
	const struct post_row *row = post_on(r, post, l->own.ask->day);
	if (!row || row->status == FROZEN || row->status == PROPOSED)
		return false;
	for (int i = r->post_spells_begin[post]; i < r->post_spells_begin[post + 1]; i++) {
		const struct spell_row *in = spell_on(r, r->post_spells[i], l->own.ask->day);
		if (in && basis_holds(in->basis) && in->when.last.day == DATE_OPEN.day)
			return false;
	}
	return sight_post(&l->own.sight, post, GROUP_REQUESTS).reach >= REACH_WRITE && !is_asked_for(l, post);
}

static const struct pick *
posts_to_fill(const struct hiring_look *l, int *count)
{
	const struct roster *r = l->own.roster;
	struct pick *picks = new(l->own.perm, r->post_count + 1, struct pick);
	*count = 0;
	picks[(*count)++] = (struct pick){ .value = S(""), .words = S("None: a post over establishment, by ticket") };
	for (int post = 0; post < r->post_count; post++) {
		if (!is_free(l, post))
			continue;
		int unit = post_on(r, post, l->own.ask->day)->unit;
		picks[(*count)++] = (struct pick){ .value = r->posts[post].ref, .words = str_format(l->own.perm, "%.*s in %.*s (%.*s)",
			STR_ARG(post_words(&l->own, post)), STR_ARG(unit == NOT_THERE ? l->own.place->name : unit_words(&l->own, unit)),
			STR_ARG(post_number(&l->own, post))) };
	}
	return picks;
}

/* Approved tickets of the viewer's units, whose post nobody is in, and by which nobody asked yet. */
static bool
is_open_ticket(const struct hiring_look *l, const struct ticket *ticket)
{
	for (int i = 0; i < l->all.requisition_count; i++)
		if (is_open(&l->all.requisitions[i]) && str_equal(text_of(&l->all.requisitions[i], "ticket"), ticket->ref))
			return false;
	return ticket->state == TICKET_APPROVED && ticket->unit != NOT_THERE && ticket->role != NOT_THERE &&
	       sight_unit(&l->own.sight, ticket->unit, GROUP_REQUESTS).reach >= REACH_WRITE &&
	       (ticket->post == NOT_THERE || !is_asked_for(l, ticket->post));
}

static const struct pick *
tickets_to_fill(const struct hiring_look *l, int *count)
{
	struct tickets tickets;
	tickets_read(&tickets, l->own.roster, l->own.ask->day, l->own.perm);
	struct pick *picks = new(l->own.perm, tickets.count + 1, struct pick);
	*count = 0;
	picks[(*count)++] = (struct pick){ .value = S(""), .words = S("None: a post of the establishment") };
	for (int i = 0; i < tickets.count; i++)
		if (is_open_ticket(l, &tickets.at[i]))
			picks[(*count)++] = (struct pick){ .value = tickets.at[i].ref, .words = str_format(l->own.perm, "%.*s in %.*s (%.*s)",
				STR_ARG(role_words(&l->own, tickets.at[i].role, l->own.ask->day)), STR_ARG(unit_words(&l->own, tickets.at[i].unit)),
				STR_ARG(tickets.at[i].ref)) };
	return picks;
}

/* An input of the form, to be chosen from these. */
static void
offer(struct form *form, const char *name, const struct pick *picks, int count)
{
	for (int i = 0; i < form->input_count; i++) {
		struct input *input = (struct input *)(uintptr_t)&form->inputs[i];
		if (!str_equal(input->name, str_of(name)))
			continue;
		input->kind = INPUT_SELECT;
		input->picks = picks;
		input->pick_count = count;
	}
}

static struct document
ask_document(const struct hiring_look *l, const struct record_form *fields)
{
	const struct own *own = &l->own;
	struct document doc = own_document(own, S("Ask to fill a post"), own_href(own, S("to-fill/ask")));
	struct form *form = form_made(own->perm, own_href(own, S("to-fill/ask")));
	int count, ticket_count;
	const struct pick *posts = posts_to_fill(l, &count), *tickets = tickets_to_fill(l, &ticket_count);
	if (count == 1 && ticket_count == 1) {
		document_paragraph(&doc, S("No post that you keep is vacant, or about to be, and not asked for yet; and no ticket for a post over "
			"establishment waits for somebody."));
		return doc;
	}
	form->id = S("ask");
	document_paragraph(&doc, S("People whose posts end, and those who asked to transfer, are looked at first. A head of service or an HR "
		"lead who did not ask for it decides."));
	record_form_inputs(fields, form);
	offer(form, "post", posts, count);
	offer(form, "ticket", tickets, ticket_count);
	form_button(form, own->perm, (struct button){ .words = S("Ask") });
	document_form(&doc, form);
	return doc;
}

/* Where it is, and which role: those of the post, or of the ticket. */
static void
take_post(const struct hiring_look *l, struct record_form *form)
{
	const struct roster *r = l->own.roster;
	int post = roster_post(r, *record_form_value(form, "post"));
	if (post == NOT_THERE || !is_free(l, post)) {
		record_form_complain(form, "post", S("Choose a post that is vacant, that you keep, and that nobody asked for yet"));
		return;
	}
	const struct post_row *row = post_on(r, post, l->own.ask->day);
	*record_form_value(form, "unit") = row->unit == NOT_THERE ? S("") : r->units[row->unit].ref;
	*record_form_value(form, "role") = row->role == NOT_THERE ? S("") : r->roles[row->role].ref;
}

static void
take_ticket(const struct hiring_look *l, struct record_form *form)
{
	const struct roster *r = l->own.roster;
	struct tickets tickets;
	tickets_read(&tickets, r, l->own.ask->day, l->own.perm);
	int found = ticket_find(&tickets, *record_form_value(form, "ticket"));
	if (found == NOT_THERE || !is_open_ticket(l, &tickets.at[found])) {
		record_form_complain(form, "ticket", S("Choose a ticket that was approved, that nobody fills, and by which nobody asked yet"));
		return;
	}
	*record_form_value(form, "unit") = r->units[tickets.at[found].unit].ref;
	*record_form_value(form, "role") = r->roles[tickets.at[found].role].ref;
}

static void
take_seat(const struct hiring_look *l, struct record_form *form)
{
	bool post = record_form_value(form, "post")->len > 0, ticket = record_form_value(form, "ticket")->len > 0;
	if (post == ticket)
		record_form_complain(form, "post", post ? S("Choose a post or a ticket, and not both") : S("Choose a post, or a ticket below"));
	else if (post)
		take_post(l, form);
	else
		take_ticket(l, form);
}

struct answer
requisition_ask(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct hiring_look l;
	struct answer answer;
	struct changes changes = changes_new(perm);
	if (!hiring_settle(world, ask, &l, &answer, perm))
		return answer;
	struct record_form form = record_form_of(&l.own, TYPE_REQUISITION, wish, countof(wish));
	if (!ask->sent)
		return answer_of(DONE, ask_document(&l, &form));
	record_form_read(&form);
	if (!form.bad)
		take_seat(&l, &form);
	if (form.bad)
		return answer_of(WRONG, ask_document(&l, &form));
	*record_form_value(&form, "asked_by") = ask->viewer->account;
	*record_form_value(&form, "asked_on") = date_iso(ask->day, perm);
	Str ref = record_next_ref(&l.own, TYPE_REQUISITION), *values = new(perm, type->field_count, Str);
	for (int f = 0; f < type->field_count; f++)
		values[f] = form.values[f];
	record_add(&l.own, &changes, TYPE_REQUISITION, values);
	return record_did(&l.own, &changes, str_format(perm, "requisition %.*s", STR_ARG(ref)), S(""), S("Nothing was asked for"),
		href_of_requisition(&l.own, ref));
}
