/* application_view.c: one application: what it waits for and on whom, its checks, what happened, and the next step. */
#include "app/hiring_parts.h"

#include "app/estab.h"
#include "app/events.h"
#include "app/induction_parts.h"
#include "app/subject_outside.h"
#include "practice/scoring.h"

/* ---- whose move ------------------------------------------------------------------------------------- */

/* What keeps an application where it is, in a sentence. */
static Str
what_it_waits_for(const struct hiring_look *l, const struct application *a)
{
	struct arena *perm = l->own.perm;
	int open = checks_open(&a->checks);
	const char *late = a->late ? " It is late." : "";
	if (application_stages.rows[a->stage].ended)
		return S("");
	if (a->stage == AT_CHECKING && open == 0)
		return S("Every check is cleared: the offer can be made unconditional.");
	if (a->stage == AT_CHECKING)
		return str_format(perm, "%.*s before the offer can be unconditional. It is %s move.%s",
			STR_ARG(counted(open, "check is to be cleared", "checks are to be cleared", perm)),
			a->whose == OUR_MOVE ? "our" : "the referees\u2019 and others\u2019", late);
	return str_format(perm, "%.*s for %.*s. It is %s move.%s", STR_ARG(application_stages.rows[a->stage].words),
		STR_ARG(counted(a->waiting, "day", "days", perm)), a->whose == OUR_MOVE ? "our" : "the candidate\u2019s", late);
}

/* ---- facts -------------------------------------------------------------------------------------------- */

struct facts { struct pair *at; int count; };

static void
say(struct facts *facts, Str key, Str value, Str href)
{
	if (value.len)
		facts->at[facts->count++] = (struct pair){ key, value, href };
}

static Str
seat_line(const struct hiring_look *l, const struct application *a)
{
	if (a->seat == NOT_THERE)
		return S("");
	const struct requisition *seat = &l->all.requisitions[a->seat];
	Str post = seat->post == NOT_THERE ? S("A post to be opened") : post_words(&l->own, seat->post);
	return str_format(l->own.perm, "%.*s in %.*s", STR_ARG(post), STR_ARG(seat->unit == NOT_THERE ? l->own.place->name
		: unit_words(&l->own, seat->unit)));
}

/* How to reach them: contact, and so each reading is logged. */
static void
say_contact(struct facts *facts, const struct hiring_look *l, const struct application *a)
{
	Str email = said_text(TYPE_CANDIDATE, a->candidate, "email"), phone = said_text(TYPE_CANDIDATE, a->candidate, "phone");
	Str help = said_text(TYPE_CANDIDATE, a->candidate, "adjustments");
	if (!hiring_writes(l, GROUP_CONTACT) || !a->candidate || email.len + phone.len + help.len == 0)
		return;
	witness_saw(l->own.ask, GROUP_CONTACT, str_format(l->own.perm, "candidate %.*s", STR_ARG(a->candidate->ref)));
	say(facts, S("Email"), email, S(""));
	say(facts, S("Telephone"), phone, S(""));
	say(facts, S("Adjustments asked for"), help, S(""));
}

static Str
day_of_field(const struct hiring_look *l, const struct application *a, const char *field)
{
	Date day;
	return date_parse(said_text(TYPE_APPLICATION, a->record, field), &day) ? day_words(day, l->own.perm) : S("");
}

/* Whether whoever looks has still to score it. */
static bool
is_to_score(const struct hiring_look *l, const struct score_books *books, const struct application *a, const struct sheet *sheet)
{
	const struct viewer *viewer = l->own.ask->viewer;
	struct assessor who = { .account = viewer->account, .today = l->own.ask->today,
		.person = str_equal(viewer->authority_of_person, l->own.ask->area) ? viewer->person : S("") };
	const struct record *member = viewer->all ? NULL : assessor_member(books, &who, a->round->ref);
	return member && sitting_scores(sheet->sitting, (int)a->stage) &&
	       scoring_waits_for(scoring_state_of(sheet, member->ref), member);
}

/* How far scoring is, never what was given; the way to one's own scores while they are to come. */
static void
say_scores(struct facts *facts, const struct hiring_look *l, const struct application *a)
{
	struct score_books books = score_books_of(l->own.council, l->own.perm);
	struct sheet sheet;
	application_sheet(&sheet, &books, &l->all, a, sitting_of((int)a->stage), l->own.perm);
	if (sheet.criterion_count == 0 || !a->round)
		return;
	int of = sheet.in + sheet.to_come < SCORERS_LEAST ? SCORERS_LEAST : sheet.in + sheet.to_come;
	say(facts, S("Scores"), str_format(l->own.perm, "%d of %d handed in at the %.*s%s", sheet.in, of,
		STR_ARG(str_lower(sitting_rows[sheet.sitting].words, l->own.perm)), sheet_open(&sheet) && sheet_to_agree(&sheet)
		? "; the panel has still to agree" : is_to_score(l, &books, a, &sheet) ? ": give yours" : ""), own_href(&l->own,
		is_to_score(l, &books, a, &sheet) ? str_format(l->own.perm, "recruitment/scoring/%.*s", STR_ARG(a->ref))
		: str_format(l->own.perm, "recruitment/rounds/%.*s/panel", STR_ARG(a->round->ref))));
}

static void
add_facts(struct document *doc, const struct hiring_look *l, const struct application *a)
{
	enum { FACTS_MOST = 17 };
	const struct own *own = &l->own;
	struct arena *perm = doc->arena;
	struct facts facts = { new(perm, FACTS_MOST, struct pair), 0 };
	Str referred = said_text(TYPE_APPLICATION, a->record, "referred_by");
	int referrer = roster_person(own->roster, referred);
	say(&facts, S("Stage"), application_stages.rows[a->stage].words, S(""));
	say(&facts, S("Role"), a->role == NOT_THERE ? S("") : role_words(own, a->role, own->ask->day), S(""));
	say(&facts, S("Round"), round_words(a->round), a->round ? href_of_board(own, str_format(perm, "round=%.*s",
		STR_ARG(a->round->ref))) : S(""));
	say(&facts, S("Experience"), bands[a->band].words, S(""));
	say(&facts, S("Received"), day_words(a->received, perm), S(""));
	struct worked_here worked;
	Str here = worked_here_words(l, a);
	if (here.len && worked_here(&l->returners, a->candidate, a->received, &worked))
		say(&facts, S("Known here"), here, href_of_person(own, worked.person));
	say(&facts, S("Where they saw it"), a->channel == NOT_THERE ? S("") : channels[a->channel].words, S(""));
	if (referrer != NOT_THERE && person_seen(own, referrer))
		say(&facts, S("Referred by"), person_words(own, referrer), href_of_person(own, referrer));
	say(&facts, S("Next by"), a->due.day ? day_words(a->due, perm) : S(""), S(""));
	say_scores(&facts, l, a);
	say(&facts, S("Post offered"), seat_line(l, a), a->seat == NOT_THERE ? S("") : own_href(own,
		str_format(perm, "to-fill/%.*s", STR_ARG(l->all.requisitions[a->seat].ref))));
	say(&facts, S("Starts on"), day_of_field(l, a, "starts_on"), S(""));
	if (a->spell != NOT_THERE && spell_last(own->roster, a->spell)->person != NOT_THERE) {
		int person = spell_last(own->roster, a->spell)->person;
		if (person_seen(own, person))
			say(&facts, S("Now here as"), person_words(own, person), href_of_person(own, person));
	}
	say_contact(&facts, l, a);
	document_summary(doc, facts.at, facts.count);
}

/* ---- what happened --------------------------------------------------------------------------------------- */

static Str
reason_words(Str code, struct arena *perm)
{
	const struct record_type *type = &record_types[TYPE_STEP];
	return code.len ? value_words(&type->fields[field_find(type, S("reason"))], code, perm) : S("");
}

static void
add_story(struct document *doc, const struct hiring_look *l, const struct application *a)
{
	struct arena *perm = doc->arena;
	struct events events = { .perm = perm };
	for (int i = a->step_count; i-- > 0;) {
		const struct hiring_step *step = &a->steps[i];
		Str why = reason_words(step->reason, perm);
		events_add(&events, step->on, str_format(perm, "%.*s%s%.*s%s%.*s, recorded by %.*s",
			STR_ARG(application_moves[step->move].words), why.len ? ": " : "", STR_ARG(str_lower(why, perm)),
			step->note.len ? ". " : "", STR_ARG(step->note), STR_ARG(account_words(&l->own, step->made_by))), S(""));
	}
	events_add(&events, a->received, S("Received"), S(""));
	add_events(doc, &events, S("What happened"), l->own.ask->day);
}

/* ---- the next step ----------------------------------------------------------------------------------------- */

static void
add_move_form(struct document *doc, const struct hiring_look *l, const struct application *a, struct wanted_fault fault)
{
	bool any = false;
	for (int m = 0; m < APPLICATION_MOVES; m++)
		any = any || stage_after(&application_stages, (int)a->stage, m) >= 0;
	if (!any || !hiring_writes(l, GROUP_CANDIDATES))
		return;
	struct form *form = form_made(doc->arena, own_href(&l->own, str_format(doc->arena, "recruitment/%.*s/move", STR_ARG(a->ref))));
	form->id = S("move");
	document_heading(doc, 2, S("The next step"), S("next-step"));
	if (fault.words.len && fault.input.len == 0)
		form->error = fault.words;
	step_inputs(l, form, 1u << a->stage, a, fault);
	form_button(form, doc->arena, (struct button){ .words = S("Record the step") });
	document_form(doc, form);
}

static void
add_own_data(struct document *doc, const struct hiring_look *l, const struct application *a)
{
	struct run *run = new(doc->arena, 1, struct run);
	if (!a->candidate || !answers_outside(l->own.ask))
		return;
	*run = (struct run){ .text = S("Everything that is kept about this candidate, for an answer to them"),
		.href = own_href(&l->own, str_format(doc->arena, "candidates/%.*s/data", STR_ARG(a->candidate->ref))) };
	document_runs(doc, BLOCK_PARAGRAPH, run, 1);
}

struct document
application_document(const struct hiring_look *l, const struct application *a, Str form, struct wanted_fault fault)
{
	struct wanted_fault none = { 0 };
	bool moves = str_equal(form, S("move")), checks = str_equal(form, S("check"));
	struct document doc = own_document(&l->own, candidate_words(l, a), href_of_application(&l->own, a->ref));
	Str waits = what_it_waits_for(l, a);
	if (waits.len)
		document_paragraph(&doc, waits);
	add_facts(&doc, l, a);
	add_checks(&doc, l, a, checks ? fault : none);
	add_induction(&doc, &l->own, a->spell);
	add_move_form(&doc, l, a, moves ? fault : none);
	add_messages(&doc, l, a);
	add_story(&doc, l, a);
	add_own_data(&doc, l, a);
	add_record_links(&doc, &l->own, S("applications"), a->ref, sight_record(&l->own.sight, &record_types[TYPE_APPLICATION],
		a->record, GROUP_CANDIDATES));
	add_not_for_release(&doc);
	return doc;
}

struct answer
show_application(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct hiring_look l;
	struct answer answer;
	const struct application *a;
	if (!hiring_take(world, ask, &l, &a, &answer, perm))
		return answer;
	return answer_of(DONE, application_document(&l, a, S(""), (struct wanted_fault){ 0 }));
}

struct answer
application_move(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct hiring_look l;
	struct answer answer;
	const struct application *a;
	struct wanted wanted;
	struct wanted_fault fault = { 0 };
	struct changes changes = changes_new(perm);
	struct error err = { 0 };
	int taken[RECORD_TYPES] = { 0 };
	if (!hiring_take(world, ask, &l, &a, &answer, perm))
		return answer;
	if (!wanted_read(&l, &wanted, &fault))
		return answer_of(WRONG, application_document(&l, a, S("move"), fault));
	if (!step_changes(&l, a, &wanted, &changes, taken, &err)) {
		Str at = wanted.move == MOVE_OFFER && !wanted.seat.len ? S("seat") : wanted.move == MOVE_AGREE ? S("starts_on") : S("move");
		fault = (struct wanted_fault){ at, str_capital(str_copy(str_of(err.text), perm), perm) };
		return answer_of(WRONG, application_document(&l, a, S("move"), fault));
	}
	return hiring_did(&l, &changes, str_format(perm, "application %.*s", STR_ARG(a->ref)), S("The step was not recorded"),
		href_of_application(&l.own, a->ref));
}
