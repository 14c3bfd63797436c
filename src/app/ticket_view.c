/* ticket_view.c: posts over establishment: all of them, what they cost, how they were absorbed; and one. */
#include "app/ticket_parts.h"

#include "app/estab.h"
#include "app/events.h"

static const int tones[TICKET_STATES] = { [TICKET_WAITS] = TAG_YELLOW, [TICKET_APPROVED] = TAG_BLUE,
	[TICKET_FILLED] = TAG_BLUE, [TICKET_ABSORBED] = TAG_GREEN, [TICKET_CLOSED] = TAG_GREY, [TICKET_UNFILLED] = TAG_GREY,
	[TICKET_REFUSED] = TAG_RED, [TICKET_WITHDRAWN] = TAG_GREY };

/* ---- rows --------------------------------------------------------------------------------------- */

enum { T_REF, T_ROLE, T_UNIT, T_PROPOSAL, T_STATE, T_EXPIRES, T_POST, T_FILLED, T_DAYS, T_ABSORBED, T_HOW, T_INTO, T_YEAR,
       T_COST, T_COLUMNS };
static const struct column ticket_columns[T_COLUMNS] = {
	[T_REF] = { STR("ref"), STR("Ticket"), false, false }, [T_ROLE] = { STR("role"), STR("Role"), false, false },
	[T_UNIT] = { STR("unit"), STR("Unit"), false, false }, [T_PROPOSAL] = { STR("proposal"), STR("Proposal"), false, false },
	[T_STATE] = { STR("state"), STR("State"), false, false }, [T_EXPIRES] = { STR("expires_on"), STR("Expires"), false, false },
	[T_POST] = { STR("post"), STR("Post"), false, false }, [T_FILLED] = { STR("filled_on"), STR("Filled"), false, false },
	[T_DAYS] = { STR("days_over"), STR("Days over"), true, false },
	[T_ABSORBED] = { STR("absorbed_on"), STR("Absorbed"), false, false },
	[T_HOW] = { STR("absorbed_how"), STR("How absorbed"), false, false }, [T_INTO] = { STR("into"), STR("Into post"), false, false },
	[T_YEAR] = { STR("cost_year"), STR("Cost a year (\u00A3)"), true, false },
	[T_COST] = { STR("cost"), STR("Cost so far (\u00A3)"), true, false },
};

static Str
day_or_nothing(Date day, struct arena *perm)
{
	return day.day ? day_words(day, perm) : S("");
}

static void
ticket_cells(struct cell *cells, const struct ticket_look *l, const struct ticket *t)
{
	const struct own *own = &l->own;
	bool absorbed = t->absorbed.day > 0;
	cells[T_REF] = cell_link(t->ref, href_of_ticket(own, t->ref));
	cells[T_ROLE] = cell_text(t->role == NOT_THERE ? S("") : role_words(own, t->role, own->ask->day));
	cells[T_UNIT] = cell_text(t->unit == NOT_THERE ? S("") : unit_words(own, t->unit));
	cells[T_PROPOSAL] = cell_text(t->proposal);
	cells[T_STATE] = cell_tag(ticket_state_words(t->state), tones[t->state]);
	cells[T_STATE].note = t->expired ? S("past its last day") : S("");
	cells[T_EXPIRES] = cell_text(day_or_nothing(t->expires, own->perm));
	cells[T_POST] = t->post == NOT_THERE ? blank_cell() : post_cell(own, t->post);
	cells[T_FILLED] = cell_text(day_or_nothing(t->filled, own->perm));
	cells[T_DAYS] = cell_figure(figure_whole(t->days_over), 0, UNIT_DAYS);
	cells[T_ABSORBED] = cell_text(day_or_nothing(t->absorbed, own->perm));
	cells[T_HOW] = cell_text(absorbed ? absorption_words(t->how) : S(""));
	cells[T_INTO] = absorbed && t->into != NOT_THERE ? post_cell(own, t->into) : blank_cell();
	cells[T_YEAR] = money_cell(t->cost_year);
	cells[T_COST] = money_cell(t->cost);
}

static const struct { Str show, words; bool of[TICKET_STATES]; } shows[] = {
	{ STR(""), STR("Waiting, open or filled"), { [TICKET_WAITS] = true, [TICKET_APPROVED] = true, [TICKET_FILLED] = true } },
	{ STR("absorbed"), STR("Absorbed"), { [TICKET_ABSORBED] = true, [TICKET_CLOSED] = true } },
	{ STR("closed"), STR("Closed, refused or withdrawn"), { [TICKET_CLOSED] = true, [TICKET_UNFILLED] = true,
	  [TICKET_REFUSED] = true, [TICKET_WITHDRAWN] = true } },
	{ STR("all"), STR("All"), { true, true, true, true, true, true, true, true } },
};

static int
show_of(const struct ask *ask)
{
	for (int s = 0; s < countof(shows); s++)
		if (str_equal(shows[s].show, ask->show))
			return s;
	return 0;
}

/* ---- what became of them ------------------------------------------------------------------------ */

/* A sum of those that are known; with none of them known, no sum. */
static Str
known_words(int64_t pence, int unknown, int of, struct arena *perm)
{
	if (unknown == 0)
		return pence_words(pence, perm);
	if (unknown == of)
		return S("Not known");
	return str_format(perm, "%.*s, and %.*s whose cost is not known", STR_ARG(pence_words(pence, perm)),
		STR_ARG(counted(unknown, "ticket", "tickets", perm)));
}

static void
add_totals(struct document *doc, const struct ticket_totals *totals)
{
	static const enum ticket_state told[] = { TICKET_WAITS, TICKET_APPROVED, TICKET_FILLED, TICKET_ABSORBED, TICKET_CLOSED,
		TICKET_UNFILLED };
	struct arena *perm = doc->arena;
	struct pair *pairs = new(perm, countof(told) + 4, struct pair);
	int n = 0;
	for (int i = 0; i < countof(told); i++)
		if (i < 4 || totals->of[told[i]])
			pairs[n++] = (struct pair){ ticket_state_words(told[i]), str_format(perm, "%d", totals->of[told[i]]), S("") };
	if (totals->expired)
		pairs[n++] = (struct pair){ S("Past their last day"), str_format(perm, "%d", totals->expired), S("") };
	pairs[n++] = (struct pair){ S("Cost a year of those open or filled"), known_words(totals->cost_year,
		totals->year_unknown, totals->of[TICKET_APPROVED] + totals->of[TICKET_FILLED], perm), S("") };
	pairs[n++] = (struct pair){ S("Cost so far, estimated"), known_words(totals->cost, totals->cost_unknown, totals->over, perm), S("") };
	document_summary(doc, pairs, n);
}

static const struct column how_columns[] = {
	{ STR("how"), STR("How absorbed"), false, false }, { STR("tickets"), STR("Tickets"), true, false },
	{ STR("share"), STR("Share (%)"), true, false },
};

static const struct table *
how_table(const struct ticket_totals *totals, struct arena *perm)
{
	struct rows_made rows = { 0 };
	for (int a = 0; a < ABSORPTIONS; a++) {
		struct cell *cells = rows_push(&rows, countof(how_columns), perm);
		cells[0] = cell_text(absorption_words((enum absorption)a));
		cells[1] = cell_figure(figure_whole(totals->by[a]), 0, UNIT_COUNT);
		cells[2] = cell_figure(figure_ratio(figure_whole(totals->by[a]), figure_whole(totals->absorbed), 100), 0, UNIT_PERCENT);
	}
	return table_of(S("absorbed"), S("How those who were over establishment came into an established post"), how_columns,
	                countof(how_columns), rows, perm);
}

static void
add_absorbed(struct document *doc, const struct ticket_totals *totals)
{
	if (totals->absorbed == 0)
		return;
	const struct table *table = how_table(totals, doc->arena);
	document_heading(doc, 2, S("How they were absorbed"), S("absorbed"));
	document_paragraph(doc, str_format(doc->arena, "%.*s absorbed, %.*s after they were filled on average. How is worked out from "
		"times in post: why the post they went to was open.", STR_ARG(counted(totals->absorbed, "ticket was", "tickets were",
		doc->arena)), STR_ARG(counted(totals->days_to_absorb, "day", "days", doc->arena))));
	document_table(doc, table);
	doc->sheets[doc->sheet_count++] = table;
}

/* ---- all of them -------------------------------------------------------------------------------- */

static bool
is_here(const struct ticket_look *l, const struct ticket *t)
{
	return ticket_seen(l, t) && (l->own.unit == NOT_THERE || (t->unit != NOT_THERE &&
		unit_within(l->own.roster, t->unit, l->own.unit, l->own.ask->day)));
}

static void
add_filter(struct document *doc, const struct ticket_look *l)
{
	const struct own *own = &l->own;
	struct pick *picks = new(doc->arena, countof(shows), struct pick);
	for (int s = 0; s < countof(shows); s++)
		picks[s] = (struct pick){ .words = shows[s].words, .chosen = s == show_of(own->ask),
			.value = href_in_unit(own, S("over-establishment"), own->unit, shows[s].show.len
				? str_format(doc->arena, "show=%.*s", STR_ARG(shows[s].show)) : S("")) };
	document_choices(doc, S("Which"), picks, countof(shows));
}

static void
add_ways_on(struct document *doc, const struct ticket_look *l)
{
	const struct own *own = &l->own;
	struct run *runs = new(doc->arena, 3, struct run);
	int n = 0;
	if (viewer_permit(own->ask->viewer, own->place->slug, GROUP_REQUESTS, own->ask->today).reach >= REACH_WRITE)
		runs[n++] = (struct run){ .text = S("Ask for posts over establishment"), .href = str_format(doc->arena,
			"/authorities/%.*s/over-establishment/ask", STR_ARG(own->place->slug)) };
	runs[n++] = (struct run){ .text = S("Tickets as records"), .href = own_href(own, S("over-establishment-tickets")) };
	document_runs(doc, BLOCK_LIST, runs, n);
}

static Str
tickets_title(const struct ticket_totals *totals, struct arena *perm)
{
	int open = totals->of[TICKET_APPROVED] + totals->of[TICKET_FILLED];
	if (totals->count == 0)
		return S("No post over establishment was asked for");
	if (open == 0)
		return totals->of[TICKET_WAITS] ? str_format(perm, "%.*s for a decision", STR_ARG(counted(totals->of[TICKET_WAITS],
			"ticket waits", "tickets wait", perm))) : str_format(perm, "No ticket is open; %d of %d were absorbed", totals->absorbed,
			totals->count);
	return str_format(perm, "%d of %.*s over establishment %s filled, %d absorbed so far", totals->of[TICKET_FILLED],
		STR_ARG(counted(open, "post", "posts", perm)), totals->of[TICKET_FILLED] == 1 ? "is" : "are", totals->absorbed);
}

struct answer
show_tickets(const struct world *world, const struct ask *ask, struct arena *perm)
{
	static const Str dropped[] = { STR("proposal"), STR("post"), STR("days_over"), STR("into") };
	struct ticket_look l;
	struct answer answer;
	struct ticket_totals totals = { 0 };
	struct rows_made rows = { 0 };
	if (!ticket_settle(world, ask, &l, &answer, perm))
		return answer;
	for (int i = 0; i < l.tickets.count; i++) {
		const struct ticket *t = &l.tickets.at[i];
		if (!is_here(&l, t))
			continue;
		ticket_count(&totals, t);
		if (shows[show_of(ask)].of[t->state])
			ticket_cells(rows_push(&rows, T_COLUMNS, perm), &l, t);
	}
	ticket_totals_end(&totals);
	struct document doc = own_document(&l.own, tickets_title(&totals, perm), href_of_tickets(&l.own));
	struct table *table = table_of(S("tickets"), shows[show_of(ask)].words, ticket_columns, T_COLUMNS, rows, perm);
	add_totals(&doc, &totals);
	add_filter(&doc, &l);
	doc.data = table;
	if (rows.count)
		document_table(&doc, table_without(table, dropped, countof(dropped), perm));
	else
		document_paragraph(&doc, S("There is none of these."));
	add_absorbed(&doc, &totals);
	add_ways_on(&doc, &l);
	document_paragraph(&doc, S("Cost so far is the expected cost a year for the days that somebody was in the post while it was over "
		"establishment, by their FTE. It is an estimate: what they do in those days is not taken off."));
	add_not_for_release(&doc);
	return answer_of(DONE, doc);
}

/* ---- one of them -------------------------------------------------------------------------------- */

static void
add_facts(struct document *doc, const struct ticket_look *l, const struct ticket *t)
{
	enum { KEYS = 12 };
	const struct own *own = &l->own;
	struct arena *perm = doc->arena;
	const struct record_type *type = &record_types[TYPE_TICKET];
	struct pair *pairs = new(perm, KEYS, struct pair);
	int n = 0;
	pairs[n++] = (struct pair){ S("State"), t->expired ? str_format(perm, "%.*s; past its last day",
		STR_ARG(ticket_state_words(t->state))) : ticket_state_words(t->state), S("") };
	pairs[n++] = (struct pair){ S("From"), str_format(perm, "%.*s until %.*s", STR_ARG(day_words(t->starts, perm)),
		STR_ARG(day_words(t->expires, perm))), S("") };
	pairs[n++] = (struct pair){ S("Why"), str_format(perm, "%.*s: %.*s", STR_ARG(value_words(
		&type->fields[field_find(type, S("reason"))], ticket_text(t, "reason"), perm)), STR_ARG(ticket_text(t, "why"))), S("") };
	if (t->proposal.len)
		pairs[n++] = (struct pair){ S("Proposal"), t->proposal, S("") };
	pairs[n++] = (struct pair){ S("Expected cost a year"), t->cost_year == NO_PENCE ? S("Not said") : pence_words(t->cost_year, perm),
		S("") };
	pairs[n++] = (struct pair){ S("Cost so far, estimated"), t->cost == NO_PENCE ? S("Not known") : str_format(perm,
		"%.*s for %.*s", STR_ARG(pence_words(t->cost, perm)), STR_ARG(counted(t->days_over, "day", "days", perm))), S("") };
	pairs[n++] = (struct pair){ S("Asked by"), account_words(own, t->asked_by), S("") };
	if (t->post != NOT_THERE)
		pairs[n++] = (struct pair){ S("Post over establishment"), post_words(own, t->post), href_of_post(own, t->post) };
	document_summary(doc, pairs, n);
}

static void
add_story(struct document *doc, const struct ticket_look *l, const struct ticket *t)
{
	const struct own *own = &l->own;
	struct arena *perm = doc->arena;
	struct events events = { .perm = perm };
	Str why = ticket_text(t, "decision_why");
	if (t->asked.day)
		events_add(&events, t->asked, S("Asked for"), S(""));
	if (t->decided.day && sight_record(&own->sight, &record_types[TYPE_TICKET], t->record, GROUP_APPROVALS).reach >= REACH_READ)
		events_add(&events, t->decided, str_format(perm, "%s by %.*s%s%.*s", str_equal(ticket_text(t, "decision"), S("approved"))
			? "Approved" : "Refused", STR_ARG(account_words(own, t->decided_by)), why.len ? ": " : "", STR_ARG(why)), S(""));
	if (t->filled.day)
		events_add(&events, t->filled, S("Filled"), t->post == NOT_THERE ? S("") : href_of_post(own, t->post));
	if (t->absorbed.day)
		events_add(&events, t->absorbed, str_format(perm, "Absorbed: %.*s%s", STR_ARG(str_lower(absorption_words(t->how), perm)),
			t->how_said ? " (as the ticket says)" : ""), t->into == NOT_THERE ? S("") : href_of_post(own, t->into));
	if (t->closed.day)
		events_add(&events, t->closed, str_format(perm, "Closed%s%.*s", ticket_text(t, "closed_note").len ? ": " : "",
			STR_ARG(ticket_text(t, "closed_note"))), S(""));
	add_events(doc, &events, S("What happened"), own->ask->day);
}

static struct form *
form_for(const struct ticket_look *l, const struct ticket *t, const char *act)
{
	struct form *form = form_made(l->own.perm, str_format(l->own.perm, "/authorities/%.*s/over-establishment/%.*s/%s",
		STR_ARG(l->own.place->slug), STR_ARG(t->ref), act));
	form->id = str_of(act);
	return form;
}

static void
add_decide_form(struct document *doc, const struct ticket_look *l, const struct ticket *t, Str error)
{
	bool decides = ticket_decides(l, t), mine = ticket_is_askers(l, t);
	struct arena *perm = doc->arena;
	if (t->state != TICKET_WAITS || (!decides && !mine))
		return;
	struct form *form = form_for(l, t, "decide");
	document_heading(doc, 2, S("Your decision"), S("decision"));
	if (mine) {
		document_paragraph(doc, S("You asked for this, so somebody else approves or refuses it."));
		form_button(form, perm, (struct button){ .words = S("Withdraw it"), .name = S("decision"), .value = S("withdrawn"),
			.tone = BUTTON_WARNING });
	} else {
		form_input(form, perm, (struct input){ .kind = INPUT_NOTE, .name = S("reason"), .label = S("Why"), .error = error,
			.optional = true, .hint = S("Needed for a refusal. It is kept with the decision."),
			.value = l->own.ask->sent ? sents_find(l->own.ask->sent, S("reason")) : S("") });
		form_button(form, perm, (struct button){ .words = S("Approve"), .name = S("decision"), .value = S("approved") });
		form_button(form, perm, (struct button){ .words = S("Refuse"), .name = S("decision"), .value = S("refused"),
			.tone = BUTTON_WARNING });
	}
	document_form(doc, form);
}

static void
add_open_form(struct document *doc, const struct ticket_look *l, const struct ticket *t, Str error)
{
	const struct sents *sent = l->own.ask->sent;
	struct arena *perm = doc->arena;
	if (!ticket_opens(l, t))
		return;
	struct form *form = form_for(l, t, "open");
	document_heading(doc, 2, S("Open the post"), S("open-post"));
	document_paragraph(doc, S("The post is then over establishment until it is absorbed or the ticket is closed. Whoever comes is put in "
		"it as in any post."));
	form->error = error;
	form_input(form, perm, (struct input){ .name = S("title"), .label = S("Job title"), .width = 30, .value = sent
		? sents_find(sent, S("title")) : t->role == NOT_THERE ? S("") : role_words(&l->own, t->role, t->starts) });
	form_input(form, perm, (struct input){ .name = S("fte"), .label = S("FTE"), .width = 5, .numeric = true,
		.value = sent ? sents_find(sent, S("fte")) : S("1") });
	form_input(form, perm, (struct input){ .kind = INPUT_DATE, .name = S("from"), .label = S("From"), .width = 20,
		.value = sent ? sents_find(sent, S("from")) : date_text(t->starts, perm) });
	form_input(form, perm, (struct input){ .name = S("post"), .label = S("Or a post that is over establishment already"), .width = 20,
		.optional = true, .hint = S("Its reference, as P-000012"), .value = sent ? sents_find(sent, S("post")) : S("") });
	form_button(form, perm, (struct button){ .words = S("Open the post") });
	document_form(doc, form);
}

static void
add_close_form(struct document *doc, const struct ticket_look *l, const struct ticket *t, Str error)
{
	const struct sents *sent = l->own.ask->sent;
	const struct record_type *type = &record_types[TYPE_TICKET];
	const struct field *why = &type->fields[field_find(type, S("closed_why"))];
	struct arena *perm = doc->arena;
	if (!ticket_closes(l, t))
		return;
	struct form *form = form_for(l, t, "close");
	struct pick *picks = new(perm, why->choice_count, struct pick);
	for (int c = 0; c < why->choice_count; c++)
		picks[c] = (struct pick){ .value = why->choices[c].code, .words = why->choices[c].words };
	document_heading(doc, 2, S("Close the ticket"), S("close-ticket"));
	form_input(form, perm, (struct input){ .kind = INPUT_RADIOS, .name = S("closed_why"), .label = why->label, .picks = picks,
		.pick_count = why->choice_count, .error = error, .value = sent ? sents_find(sent, S("closed_why"))
			: t->state == TICKET_ABSORBED ? S("absorbed") : S("unfilled") });
	form_input(form, perm, (struct input){ .kind = INPUT_NOTE, .name = S("closed_note"), .label = S("In words"), .optional = true,
		.value = sent ? sents_find(sent, S("closed_note")) : S("") });
	form_button(form, perm, (struct button){ .words = S("Close it"), .tone = BUTTON_SECOND });
	document_form(doc, form);
}

static Str
whose_move(const struct ticket_look *l, const struct ticket *t)
{
	switch (t->state) {
	case TICKET_WAITS:
		return ticket_decides(l, t) ? S("It waits for you, or for another head of service or HR lead.")
			: S("It waits for a head of service or an HR lead who did not ask for it.");
	case TICKET_APPROVED:
		return t->post == NOT_THERE ? S("It is approved. HR opens the post.")
			: S("Its post is open and nobody is in it.");
	case TICKET_FILLED:
		return S("Somebody is in its post, over establishment. It is absorbed when they move to an established post, or the post becomes "
			"one; where times in post do not show that, the ticket can say it.");
	default:
		return S("");
	}
}

struct document
ticket_document(const struct ticket_look *l, const struct ticket *t, Str form, Str error)
{
	static const struct { Str form; void (*add)(struct document *, const struct ticket_look *, const struct ticket *, Str); } forms[] = {
		{ STR("decide"), add_decide_form }, { STR("open"), add_open_form }, { STR("close"), add_close_form } };
	struct document doc = own_document(&l->own, ticket_title(l, t), href_of_ticket(&l->own, t->ref));
	Str move = whose_move(l, t);
	if (move.len)
		document_paragraph(&doc, move);
	add_facts(&doc, l, t);
	add_story(&doc, l, t);
	for (int i = 0; i < countof(forms); i++)
		forms[i].add(&doc, l, t, str_equal(forms[i].form, form) ? error : S(""));
	add_record_links(&doc, &l->own, S("over-establishment-tickets"), t->ref, sight_record(&l->own.sight,
		&record_types[TYPE_TICKET], t->record, GROUP_REQUESTS));
	return doc;
}

struct answer
show_ticket(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct ticket_look l;
	struct answer answer;
	const struct ticket *t;
	if (!ticket_take(world, ask, &l, &t, &answer, perm))
		return answer;
	return answer_of(DONE, ticket_document(&l, t, S(""), S("")));
}
