/* assignment_view.c: one assignment: each check with its why, what happened, and what may be done. */
#include "app/agency_parts.h"
#include "app/events.h"

static bool
find_assignment(const struct world *world, const struct ask *ask, struct agency_look *l, const struct assignment **a,
                struct answer *why, struct arena *perm)
{
	if (!agency_settle(world, ask, l, why, perm))
		return false;
	int found = agency_assignment(&l->agency, ask->ref);
	*a = found == NOT_THERE ? NULL : &l->agency.assignments[found];
	if (*a && agency_sees(l, *a))
		return true;
	*why = answer_words(UNKNOWN, S("There is no such assignment here for you"), str_format(perm,
		"\u201c%.*s\u201d is no assignment of %.*s that you may see. The agency page lists those that you may.",
		STR_ARG(ask->ref), STR_ARG(l->own.place->name)), perm);
	return false;
}

/* ---- what it is -------------------------------------------------------------------------------- */

static Str
hour_words(const struct assignment *a, struct arena *perm)
{
	struct hour_cost hour = assignment_hour(a);
	if (hour.pence == NO_PENCE)
		return S("Not known");
	return str_format(perm, "%.*s%s", STR_ARG(pence_words(hour.pence, perm)),
	                  hour.part ? ", what is known of it: the total charge is not entered" : "");
}

static Str
month_words(const struct agency_look *l, const struct assignment *a)
{
	struct arena *perm = l->own.perm;
	struct month_cost cost = assignment_cost(a, month_first(l->own.ask->day), l->own.ask->day);
	if (!cost.known)
		return S("Not known: enter the hours a week and what an hour costs");
	return str_format(perm, "%.*s: %.*s at a fifth of %.*s hours", STR_ARG(pence_words(cost.pence, perm)),
		STR_ARG(counted(cost.days, "weekday", "weekdays", perm)), STR_ARG(fte_words(a->hours, perm)));
}

static void
add_terms(struct document *doc, const struct agency_look *l, const struct assignment *a)
{
	enum { KEYS = 14 };
	const struct own *own = &l->own;
	struct arena *perm = doc->arena;
	struct pair *pairs = new(perm, KEYS, struct pair);
	struct fee_free fee = agency_fee_free(&l->agency, a);
	Str agency = record_text_of(&record_types[TYPE_ASSIGNMENT], a->record, "agency");
	bool reads = agency_reads(l, a);
	int n = 0;
	if (a->person != NOT_THERE && person_seen(own, a->person))
		pairs[n++] = (struct pair){ S("Worker"), person_words(own, a->person), href_of_person(own, a->person) };
	if (a->post != NOT_THERE)
		pairs[n++] = (struct pair){ S("Post covered"), str_format(perm, "%.*s (%.*s)", STR_ARG(post_words(own, a->post)),
			STR_ARG(own->roster->posts[a->post].ref)), href_of_post(own, a->post) };
	if (a->unit != NOT_THERE)
		pairs[n++] = (struct pair){ S("Unit"), unit_words(own, a->unit), S("") };
	pairs[n++] = (struct pair){ S("Type of job"), job_type_words(a->job), S("") };
	pairs[n++] = (struct pair){ S("State"), assignment_state_words(&l->agency, a), S("") };
	pairs[n++] = (struct pair){ S("Why"), agency_reason_words(a->reason), a->request == NOT_THERE ? S("")
		: href_of_agency_request(own, l->agency.requests[a->request].ref) };
	if (reads && agency.len)
		pairs[n++] = (struct pair){ S("Agency"), agency, S("") };
	pairs[n++] = (struct pair){ S("First day"), day_words(a->starts, perm), S("") };
	pairs[n++] = (struct pair){ a->last.day == DATE_OPEN.day ? S("Last day as planned") : S("Last day"),
		day_words(a->last.day == DATE_OPEN.day ? a->planned_end : a->last, perm), S("") };
	pairs[n++] = (struct pair){ S("Cost of an hour"), hour_words(a, perm), S("") };
	pairs[n++] = (struct pair){ S("Cost this month"), month_words(l, a), S("") };
	pairs[n++] = (struct pair){ S("No transfer fee from"), str_format(perm, "%.*s%s", STR_ARG(day_words(fee.day, perm)),
		fee.as_planned ? ", if it ends as planned" : ""), S("") };
	document_summary(doc, pairs, n);
}

/* ---- the checks -------------------------------------------------------------------------------- */

enum { C_CHECK, C_VERDICT, C_WHY, C_RULE, C_SOURCE, C_SURE, CHECK_COLUMNS };
static const struct column check_columns[CHECK_COLUMNS] = {
	[C_CHECK] = { STR("check"), STR("Rule"), false, false }, [C_VERDICT] = { STR("verdict"), STR("Verdict"), false, false },
	[C_WHY] = { STR("why"), STR("Why"), false, false }, [C_RULE] = { STR("rule"), STR("What the rule says"), false, false },
	[C_SOURCE] = { STR("source"), STR("Source"), false, false }, [C_SURE] = { STR("confidence"), STR("How sure"), false, false },
};

static void
add_checks(struct document *doc, const struct agency_look *l, const struct assignment *a)
{
	static const Str dropped[] = { STR("why"), STR("rule"), STR("source"), STR("confidence") };
	struct arena *perm = doc->arena;
	struct rows_made rows = { 0 };
	struct run *doubts = new(perm, AGENCY_CHECKS, struct run);
	for (int c = 0; c < AGENCY_CHECKS; c++) {
		struct judgement is = agency_judge(&l->agency, a, (enum agency_check)c, perm);
		struct cell *cells = rows_push(&rows, CHECK_COLUMNS, perm);
		cells[C_CHECK] = cell_text(agency_checks[c].title);
		cells[C_CHECK].note = str_capital(is.why, perm);
		cells[C_VERDICT] = verdict_cell(is.verdict);
		cells[C_WHY] = cell_text(str_capital(is.why, perm));
		cells[C_RULE] = cell_text(agency_checks[c].words);
		cells[C_SOURCE] = cell_text(agency_checks[c].source);
		cells[C_SURE] = cell_text(agency_checks[c].confidence);
		doubts[c] = (struct run){ .text = str_format(perm, "%.*s: %.*s. %.*s. How sure: %.*s. %.*s",
			STR_ARG(agency_checks[c].title), STR_ARG(agency_checks[c].words), STR_ARG(agency_checks[c].source),
			STR_ARG(agency_checks[c].confidence), STR_ARG(agency_checks[c].doubt)) };
	}
	document_heading(doc, 2, S("Rules"), S("rules"));
	struct table *table = table_of(S("checks"), S("Each rule, and what it says of this assignment"), check_columns, CHECK_COLUMNS,
	                               rows, perm);
	doc->data = table;
	document_table(doc, table_without(table, dropped, countof(dropped), perm));
	struct block *list = new(perm, 1, struct block);
	*list = (struct block){ .kind = BLOCK_LIST, .runs = doubts, .run_count = AGENCY_CHECKS };
	document_details(doc, S("What each rule says, where it comes from and how sure that is"), list, 1);
}

/* ---- what happened ----------------------------------------------------------------------------- */

static void
tell_request(struct events *events, const struct agency_look *l, const struct agency_request *q, const char *what)
{
	Str href = href_of_agency_request(&l->own, q->ref);
	if (!agency_request_seen(l, q))
		return;
	if (q->checked_on.day)
		events_add(events, q->checked_on, S("Permanent options were checked"), href);
	if (q->decided_on.day)
		events_add(events, q->decided_on, str_format(l->own.perm, "%s was %s", what,
			q->state == REQUEST_REFUSED ? "refused" : "approved"), href);
}

static void
tell_talks(struct events *events, const struct agency_look *l, const struct assignment *a)
{
	const struct records *all = &l->own.council->of[TYPE_CONVERSION];
	for (int i = 0; i < all->count; i++) {
		Date on;
		const struct field *outcome = &all->type->fields[field_find(all->type, S("outcome"))];
		if (!str_equal(record_text_of(all->type, &all->at[i], "assignment"), a->ref) ||
		    !date_parse(record_text_of(all->type, &all->at[i], "held_on"), &on))
			continue;
		Str reason = agency_reads(l, a) ? record_text_of(all->type, &all->at[i], "reason") : (Str){ 0 };
		Str words = str_lower(value_words(outcome, record_text_of(all->type, &all->at[i], "outcome"), l->own.perm), l->own.perm);
		events_add(events, on, str_format(l->own.perm, "A permanent post was %.*s%s%.*s", STR_ARG(words),
			reason.len ? ": " : "", STR_ARG(reason)), S(""));
	}
}

static void
add_story(struct document *doc, const struct agency_look *l, const struct assignment *a)
{
	static const char *const endings[] = { [AGENCY_ENDED] = "The assignment ended", [AGENCY_LEFT] = "The worker left before the end",
		[AGENCY_CONVERTED] = "The worker became permanent" };
	struct events events = { .perm = doc->arena };
	if (a->request != NOT_THERE)
		tell_request(&events, l, &l->agency.requests[a->request], "It");
	events_add(&events, a->starts, S("The assignment began"), S(""));
	for (int q = 0; q < l->agency.request_count; q++)
		if (l->agency.requests[q].extends >= 0 && &l->agency.assignments[l->agency.requests[q].extends] == a)
			tell_request(&events, l, &l->agency.requests[q], "More time");
	if (a->signed_dcs.day)
		events_add(&events, a->signed_dcs, S("The Director of Children\u2019s Services signed the rate off"), S(""));
	if (a->signed_chief.day)
		events_add(&events, a->signed_chief, S("The chief executive signed the rate off"), S(""));
	tell_talks(&events, l, a);
	if (a->ending != NOT_ENDED)
		events_add(&events, a->last, str_of(endings[a->ending]), S(""));
	add_events(doc, &events, S("What happened"), l->own.ask->day);
}

/* ---- what may be done -------------------------------------------------------------------------- */

static Str
action_of(const struct own *own, const struct assignment *a, const char *what)
{
	return str_format(own->perm, "/authorities/%.*s/agency/assignments/%.*s/%s", STR_ARG(own->place->slug),
		STR_ARG(a->ref), what);
}

static const struct asked_field sign_fields[] = {
	{ "decision", true, "Who signed it off" }, { "signed_by", false, NULL }, { "held_on", true, "On" }, { "reason", true, "Why it is over" },
};
static const struct asked_field end_fields[] = { { "ended_on", true, NULL }, { "ending", true, NULL } };
static const struct asked_field talk_fields[] = {
	{ "outcome", true, NULL }, { "held_on", true, NULL }, { "reason", false, NULL }, { "fee", false, NULL },
};
static const struct asked_field evidence_fields[] = {
	{ "qualified_on", false, NULL }, { "direct_months", false, NULL }, { "experience_seen", false, NULL },
	{ "left_post", false, NULL }, { "last_council", false, NULL }, { "last_region", false, NULL },
	{ "last_day", false, "Last day there" }, { "exception", false, NULL }, { "reference_count", false, NULL },
	{ "references_on", false, NULL },
};

enum acting { ACT_SIGN, ACT_END, ACT_TALK, ACT_EVIDENCE, ACTS };
static const struct { const char *name, *heading, *button; enum type_id type; const struct asked_field *fields; int count; }
acts[ACTS] = {
	[ACT_SIGN] = { "sign", "Sign off a rate over the cap", "Record the sign-off", TYPE_AGENCY_DECISION, sign_fields, countof(sign_fields) },
	[ACT_END] = { "end", "End it", "End it", TYPE_ASSIGNMENT, end_fields, countof(end_fields) },
	[ACT_TALK] = { "talk", "Talk of a permanent post", "Record it", TYPE_CONVERSION, talk_fields, countof(talk_fields) },
	[ACT_EVIDENCE] = { "evidence", "What the checks rest on", "Save it", TYPE_ASSIGNMENT_EVIDENCE, evidence_fields,
		countof(evidence_fields) },
};

static struct record_form
form_of_act(const struct agency_look *l, const struct assignment *a, enum acting act)
{
	struct record_form form = record_form_of(&l->own, acts[act].type, acts[act].fields, acts[act].count);
	const struct record *was = act == ACT_EVIDENCE ? a->evidence : act == ACT_END ? a->record : NULL;
	if (act == ACT_EVIDENCE || act == ACT_END)
		record_form_take(&form, was);
	return form;
}

static void
add_act(struct document *doc, const struct agency_look *l, const struct assignment *a, enum acting act,
        const struct record_form *given)
{
	struct record_form fresh = form_of_act(l, a, act);
	struct form *form = form_made(doc->arena, action_of(&l->own, a, acts[act].name));
	form->id = str_of(acts[act].name);
	record_form_inputs(given ? given : &fresh, form);
	if (act == ACT_SIGN)                         /* of the decisions only those that sign */
		for (int i = 0; i < form->input_count; i++)
			if (str_equal(form->inputs[i].name, S("decision"))) {
				struct input *input = (struct input *)(uintptr_t)&form->inputs[i];
				input->kind = INPUT_RADIOS;
				input->picks += 3;
				input->pick_count -= 3;
			}
	form_button(form, doc->arena, (struct button){ .words = str_of(acts[act].button) });
	if (given) {                                 /* with what is wrong, it is not folded */
		document_heading(doc, 2, str_of(acts[act].heading), str_of(acts[act].name));
		document_form(doc, form);
		return;
	}
	struct block *inner = new(doc->arena, 1, struct block);
	*inner = (struct block){ .kind = BLOCK_FORM, .form = form };
	document_details(doc, str_of(acts[act].heading), inner, 1);
}

static bool
may_act(const struct agency_look *l, const struct assignment *a, enum acting act)
{
	if (act == ACT_SIGN)
		return agency_decides(l, a->unit) &&
			agency_judge(&l->agency, a, CHECK_CAP, l->own.perm).verdict == VERDICT_BREACH;
	return agency_writes(l, a) && (act != ACT_END || a->last.day == DATE_OPEN.day);
}

/* On pages; and wherever something that was sent is wrong. */
static void
add_acts(struct document *doc, const struct agency_look *l, const struct assignment *a, enum acting failed,
         const struct record_form *given)
{
	bool any = false;
	for (int act = 0; act < ACTS && (l->own.ask->page_only || given); act++) {
		if (!may_act(l, a, (enum acting)act))
			continue;
		if (!any)
			document_heading(doc, 2, S("What to do"), S("do"));
		any = true;
		add_act(doc, l, a, (enum acting)act, given && act == (int)failed ? given : NULL);
	}
}

static void
add_extending(struct document *doc, const struct agency_look *l, const struct assignment *a)
{
	const struct own *own = &l->own;
	if (a->unit == NOT_THERE || a->last.day != DATE_OPEN.day ||
	    sight_unit(&own->sight, a->unit, GROUP_REQUESTS).reach < REACH_WRITE)
		return;
	struct run *run = new(doc->arena, 2, struct run);
	run[0] = (struct run){ .text = S("Ask for more time"), .href = str_format(doc->arena, "/authorities/%.*s/agency/ask?ref=%.*s",
		STR_ARG(own->place->slug), STR_ARG(a->ref)) };
	run[1] = (struct run){ .text = S(": somebody else approves it, and the planned end moves with the approval.") };
	document_runs(doc, BLOCK_PARAGRAPH, run, 2);
}

static struct document
assignment_document(const struct agency_look *l, const struct assignment *a, enum acting failed,
                    const struct record_form *given)
{
	struct arena *perm = l->own.perm;
	Str who = assignment_who(l, a);
	enum agency_verdict worst = agency_worst(&l->agency, a, false, *perm);
	struct document doc = own_document(&l->own, str_format(perm, "%.*s: %.*s", STR_ARG(who),
		STR_ARG(worst == VERDICT_PASS ? S("every rule is kept") : worst == VERDICT_UNKNOWN ? S("something is not known")
		: worst == VERDICT_SIGNED ? S("a rule is broken, and signed off") : S("a rule is broken"))),
		href_of_assignment(&l->own, a->ref));
	add_terms(&doc, l, a);
	add_extending(&doc, l, a);
	add_checks(&doc, l, a);
	add_story(&doc, l, a);
	add_acts(&doc, l, a, failed, given);
	add_record_links(&doc, &l->own, S("assignments"), a->ref, sight_record(&l->own.sight, &record_types[TYPE_ASSIGNMENT],
		a->record, GROUP_TERMS));
	return doc;
}

struct answer
show_assignment(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct agency_look l;
	struct answer answer;
	const struct assignment *a;
	if (!find_assignment(world, ask, &l, &a, &answer, perm))
		return answer;
	return answer_of(DONE, assignment_document(&l, a, ACTS, NULL));
}

/* ---- doing it ---------------------------------------------------------------------------------- */

static struct answer
finish(const struct agency_look *l, const struct assignment *a, const struct changes *changes, enum acting act)
{
	Str reason = act == ACT_SIGN || act == ACT_TALK ? (Str){ 0 } : str_of(acts[act].heading);
	return record_did(&l->own, changes, str_format(l->own.perm, "assignment %.*s", STR_ARG(a->ref)), reason,
	                  S("Nothing was changed"), href_of_assignment(&l->own, a->ref));
}

static bool
read_act(struct record_form *form, const struct agency_look *l, const struct assignment *a, enum acting act)
{
	record_form_read(form);
	Str decision = act == ACT_SIGN ? *record_form_value(form, "decision") : (Str){ 0 };
	if (decision.len && !str_equal(decision, S("dcs")) && !str_equal(decision, S("chief_executive")))
		record_form_complain(form, "decision", S("Choose the Director of Children\u2019s Services or the chief executive"));
	Date last;
	if (act == ACT_END && date_parse(*record_form_value(form, "ended_on"), &last) && last.day < a->starts.day)
		record_form_complain(form, "ended_on", S("The last day is before the first"));
	(void)l;
	return !form->bad;
}

/* The time in post ends with the assignment. */
static bool
end_changes(const struct agency_look *l, const struct assignment *a, struct record_form *form, struct changes *changes,
            struct error *err)
{
	Date last = { 0 };
	(void)date_parse(*record_form_value(form, "ended_on"), &last);
	record_alter(changes, &record_types[TYPE_ASSIGNMENT], a->record, form->values);
	if (a->spell == NOT_THERE || spell_period(l->own.roster, a->spell).last.day <= last.day)
		return true;
	return change_end(&l->own.council->of[TYPE_SPELL], l->own.roster->spells[a->spell].ref, last, changes, err);
}

static void
act_changes(const struct agency_look *l, const struct assignment *a, enum acting act, struct record_form *form,
            struct changes *changes)
{
	const struct own *own = &l->own;
	Str me = own->ask->viewer->account;
	*record_form_value(form, "assignment") = a->ref;
	if (act == ACT_SIGN) {
		*record_form_value(form, "unit") = own->roster->units[a->unit].ref;
		*record_form_value(form, "made_by") = me;
	} else {
		*record_form_value(form, "person") = own->roster->people[a->person].ref;
	}
	if (act == ACT_TALK)
		*record_form_value(form, "made_by") = me;
	if (act == ACT_EVIDENCE && a->evidence)
		record_alter(changes, form->type, a->evidence, form->values);
	else
		record_add(own, changes, acts[act].type, form->values);
}

static struct answer
do_act(const struct agency_look *l, const struct assignment *a, enum acting act)
{
	struct arena *perm = l->own.perm;
	struct record_form *form = new(perm, 1, struct record_form);
	struct changes changes = changes_new(perm);
	struct error err = { 0 };
	if (!may_act(l, a, act) || a->person == NOT_THERE)
		return answer_words(FORBIDDEN, S("That cannot be done here"), act == ACT_SIGN
			? S("A rate is signed off by a head of service or an HR lead, while it is over the cap and not signed off yet.")
			: act == ACT_END ? S("It has ended already, or is not yours to end.") : S("This assignment is not yours to change."), perm);
	*form = form_of_act(l, a, act);
	if (!read_act(form, l, a, act))
		return answer_of(WRONG, assignment_document(l, a, act, form));
	if (act != ACT_END)
		act_changes(l, a, act, form, &changes);
	else if (!end_changes(l, a, form, &changes, &err))
		return answer_words(CHANGED, S("It cannot end so"), str_format(perm, "Nothing was changed: %s.", err.text), perm);
	return finish(l, a, &changes, act);
}

static struct answer
act_on(const struct world *world, const struct ask *ask, enum acting act, struct arena *perm)
{
	struct agency_look l;
	struct answer answer;
	const struct assignment *a;
	return find_assignment(world, ask, &l, &a, &answer, perm) ? do_act(&l, a, act) : answer;
}

struct answer
assignment_sign(const struct world *world, const struct ask *ask, struct arena *perm)
{
	return act_on(world, ask, ACT_SIGN, perm);
}

struct answer
assignment_end(const struct world *world, const struct ask *ask, struct arena *perm)
{
	return act_on(world, ask, ACT_END, perm);
}

struct answer
assignment_talk(const struct world *world, const struct ask *ask, struct arena *perm)
{
	return act_on(world, ask, ACT_TALK, perm);
}

struct answer
assignment_evidence(const struct world *world, const struct ask *ask, struct arena *perm)
{
	return act_on(world, ask, ACT_EVIDENCE, perm);
}
