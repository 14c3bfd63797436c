/* notice_write.c: a notice with its words, to be read and changed before it goes; what was written about an
 * application; its interview as a calendar file. */
#include "app/messages_parts.h"

#include "app/events.h"
#include "app/stored.h"

/* ---- which ------------------------------------------------------------------------------------------------ */

struct writing { struct hiring_look l; struct notice_of of; struct message message; };

/* The check of this application that was asked for, if it is a reference. */
static const struct record *
reference_of(const struct hiring_look *l, const struct application *a, Str ref)
{
	const struct records *checks = &l->own.council->of[TYPE_VETTING];
	int first;
	if (ref.len == 0 || records_of(checks, ref, &first) == 0)
		return NULL;
	const struct record *check = &checks->at[first];
	bool is = str_equal(said_text(TYPE_VETTING, check, "application"), a->ref) &&
		str_equal(said_text(TYPE_VETTING, check, "kind"), check_kinds[CHECK_REFERENCE].code);
	return is ? check : NULL;
}

static bool
said_why(struct answer *why, Str title, Str words, struct arena *perm)
{
	*why = answer_words(UNKNOWN, title, words, perm);
	return false;
}

static bool
writing_settle(const struct world *world, const struct ask *ask, struct writing *w, struct answer *why, struct arena *perm)
{
	if (!hiring_take(world, ask, &w->l, &w->of.a, why, perm))
		return false;
	int id = notice_find(ask->sent ? str_trim(sents_find(ask->sent, S("notice"))) : ask->how);
	if (id < 0)
		return said_why(why, S("There is no such notice"), S("The page of the application offers those that fit."), perm);
	const struct notice_row *row = &notice_rows[id];
	w->of.id = (enum notice_id)id;
	w->of.step = notice_step(&w->l, w->of.a, row->calendar ? MOVE_INVITE : -1);
	if (row->to_referee) {
		if (!hiring_writes(&w->l, GROUP_VETTING)) {
			*why = admit_refuses(ask, (struct need){ OF_COUNCIL, GROUP_VETTING, REACH_WRITE }, perm);
			return false;
		}
		w->of.check = reference_of(&w->l, w->of.a, ask->sent ? str_trim(sents_find(ask->sent, S("check"))) : ask->show);
		if (!w->of.check)
			return said_why(why, S("There is no such reference"), S("Choose one of the references of the application."), perm);
	}
	if (row->calendar && !w->of.step)
		return said_why(why, S("Nobody was invited"),
			S("Record the step \u201cInvited\u201d first, with the day, the time and the place."), perm);
	if (!(row->stages >> w->of.a->stage & 1u)) {
		*why = answer_words(CHANGED, S("That notice does not fit any more"), str_format(perm, "The application stands at \u201c%.*s\u201d. "
			"Its page offers the notices that fit.", STR_ARG(application_stages.rows[w->of.a->stage].words)), perm);
		return false;
	}
	w->message = notice_message(&w->l, &w->of);
	return true;
}

/* ---- the page --------------------------------------------------------------------------------------------- */

static struct input
sent_input(const struct writing *w, struct input input, Str as_it_is)
{
	const struct sents *sent = w->l.own.ask->sent;
	input.value = sent && sents_has(sent, input.name) ? sents_find(sent, input.name) : as_it_is;
	return input;
}

static void
add_writing_form(struct document *doc, const struct writing *w, Str wrong)
{
	struct arena *perm = doc->arena;
	const struct message *m = &w->message;
	struct form *form = form_made(perm, own_href(&w->l.own, str_format(perm, "recruitment/%.*s/write", STR_ARG(w->of.a->ref))));
	form->error = wrong;
	form_input(form, perm, (struct input){ .kind = INPUT_HIDDEN, .name = S("notice"), .value = m->notice });
	if (w->of.check)
		form_input(form, perm, (struct input){ .kind = INPUT_HIDDEN, .name = S("check"), .value = w->of.check->ref });
	form_input(form, perm, sent_input(w, (struct input){ .name = S("address"), .label = S("E-mail address"), .width = 30 }, m->address));
	form_input(form, perm, sent_input(w, (struct input){ .name = S("subject"), .label = S("Subject") }, m->subject));
	form_input(form, perm, sent_input(w, (struct input){ .kind = INPUT_NOTE, .name = S("words"), .label = S("Words") }, m->words));
	form_button(form, perm, (struct button){ .words = S("Send it") });
	document_form(doc, form);
}

static Str
how_it_goes(const struct writing *w)
{
	const struct carriage *carriage = w->l.own.world->carriage;
	if (!carriage)
		return S("It waits in the outbox until messages are sent.");
	return str_format(w->l.own.perm, "It goes %.*s.%s", STR_ARG(carriers[carriage->by].words), carriage->by == BY_NOTIFY
		? " Notify sends the words of its own template; what you write here goes where that has ((subject)) and ((body))." : "");
}

static struct document
writing_document(const struct writing *w, Str wrong)
{
	const struct own *own = &w->l.own;
	struct document doc = own_document(own, str_format(own->perm, "%.*s: %.*s", STR_ARG(notices[w->of.id].words),
		STR_ARG(candidate_words(&w->l, w->of.a))), own_href(own, str_format(own->perm, "recruitment/%.*s/write", STR_ARG(w->of.a->ref))));
	document_paragraph(&doc, str_format(own->perm, "To %.*s. %.*s", STR_ARG(w->message.name.len ? w->message.name : S("nobody by name")),
		STR_ARG(how_it_goes(w))));
	if (notice_rows[w->of.id].calendar)
		document_paragraph(&doc, w->message.calendar.len ? S("The interview goes with it as a calendar file.")
			: S("No calendar file goes with it: the step \u201cInvited\u201d has no day and time."));
	add_writing_form(&doc, w, wrong);
	return doc;
}

/* ---- sending ------------------------------------------------------------------------------------------------ */

struct sending { Str authority; const struct message *message; struct message_added added; };

static bool
send_there(struct store *store, void *what, struct error *err)
{
	struct sending *s = what;
	return store_message_add(store, s->authority, s->message, &s->added, err);
}

/* Line ends as forms send them are one line end here. */
static Str
plain_lines(Str text, struct arena *perm)
{
	struct text plain = text_new(perm);
	for (ptrdiff_t i = 0; i < text.len; i++)
		if (text.at[i] != '\r')
			text_char(&plain, text.at[i]);
	return str_trim(text_str(&plain));
}

static struct answer
send_it(struct writing *w)
{
	const struct own *own = &w->l.own;
	struct error err = { 0 };
	struct message *m = &w->message;
	const struct sents *sent = own->ask->sent;
	m->address = str_trim(sents_find(sent, S("address")));
	m->subject = str_trim(sents_find(sent, S("subject")));
	m->words = plain_lines(sents_find(sent, S("words")), own->perm);
	if (!notice_goes(m, &err))
		return answer_of(WRONG, writing_document(w, str_capital(str_copy(str_of(err.text), own->perm), own->perm)));
	struct sending s = { .authority = own->place->slug, .message = m };
	if (!stored(own->world, send_there, &s, own->perm, &err))
		return answer_failed(S("It was not written"), &err, own->perm);
	struct answer answer = answer_of(DONE, document_new(own->perm, S("It is in the outbox")));
	answer.to = s.added.already ? href_of_message(own, s.added.number) : str_format(own->perm, "%.*s#messages",
		STR_ARG(href_of_application(own, w->of.a->ref)));
	answer.added = !s.added.already;
	document_paragraph(&answer.document, s.added.already ? S("This notice was written already, and goes once.")
		: S("It goes by itself, a few seconds from now."));
	return answer;
}

struct answer
notice_write(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct writing w = { 0 };
	struct answer answer;
	if (!writing_settle(world, ask, &w, &answer, perm))
		return answer;
	witness_saw(ask, w.of.check ? GROUP_VETTING : GROUP_CONTACT, str_format(perm, "candidate %.*s", STR_ARG(w.message.candidate)));
	return ask->sent ? send_it(&w) : answer_of(DONE, writing_document(&w, S("")));
}

/* ---- the interview -------------------------------------------------------------------------------------------- */

struct answer
interview_calendar(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct hiring_look l;
	struct answer answer;
	struct notice_of of = { .id = NOTICE_INTERVIEW };
	struct meeting meeting;
	if (!hiring_take(world, ask, &l, &of.a, &answer, perm))
		return answer;
	of.step = notice_step(&l, of.a, MOVE_INVITE);
	if (!interview_of(&l, &of, &meeting))
		return answer_words(UNKNOWN, S("There is no interview"),
			S("The step \u201cInvited\u201d of this application has no day and time."), perm);
	meeting.to.address = S("");          /* whoever takes the file invites nobody by it */
	answer = answer_of(DONE, document_new(perm, S("The interview as a calendar file")));
	answer.file = (struct file_given){ .name = str_format(perm, "interview-%.*s.ics", STR_ARG(of.a->ref)),
		.type = S("text/calendar; charset=utf-8"), .bytes = calendar_text(&meeting, perm) };
	return answer;
}

/* ---- on the page of an application ------------------------------------------------------------------------------ */

struct written_of { Str authority, candidate; struct message *at; int count; struct arena *perm; };
enum { OF_ONE_MOST = 200 };

static bool
read_those(struct store *store, void *what, struct error *err)
{
	struct written_of *r = what;
	return store_messages(store, r->authority, r->candidate, OF_ONE_MOST, &r->at, &r->count, r->perm, err);
}

static void
add_interview(struct document *doc, const struct hiring_look *l, const struct application *a)
{
	const struct own *own = &l->own;
	const struct record *step = notice_step(l, a, MOVE_INVITE);
	struct meeting meeting;
	struct notice_of of = { .id = NOTICE_INTERVIEW, .a = a, .step = step };
	struct run *runs = new(doc->arena, 4, struct run);
	int n = 0;
	if (!step || a->stage != AT_INVITED)
		return;
	bool known = interview_of(l, &of, &meeting);
	Str day = said_text(TYPE_STEP, step, "due_on"), place = said_text(TYPE_STEP, step, "place");
	runs[n++] = (struct run){ .text = known ? str_format(doc->arena, "Interview on %.*s at %.*s, %.*s. ",
		STR_ARG(date_text(said_day(TYPE_STEP, step, "due_on"), doc->arena)),
		STR_ARG(said_text(TYPE_STEP, step, "due_at")), STR_ARG(place.len ? place : S("no place said")))
		: day.len ? S("The interview has a day and no time. ") : S("The interview has no day and time. ") };
	runs[n++] = (struct run){ .text = S("Change day, time or place"), .href = own_href(own, str_format(doc->arena,
		"application-steps/%.*s/change?how=correct", STR_ARG(step->ref))) };
	if (known) {
		runs[n++] = (struct run){ .text = S(". ") };
		runs[n++] = (struct run){ .text = S("Calendar file"), .href = own_href(own, str_format(doc->arena, "recruitment/%.*s/interview.ics",
			STR_ARG(a->ref))) };
	}
	document_runs(doc, BLOCK_PARAGRAPH, runs, n);
}

/* Each notice that fits the stage; of referees, one for each reference that is not here yet. */
static void
add_offered(struct document *doc, const struct hiring_look *l, const struct application *a)
{
	const struct records *checks = &l->own.council->of[TYPE_VETTING];
	struct arena *perm = doc->arena;
	struct run *runs = new(perm, NOTICES + checks->count + 1, struct run);
	int n = 0;
	for (int id = 0; id < NOTICES; id++) {
		const struct notice_row *row = &notice_rows[id];
		Str base = own_href(&l->own, str_format(perm, "recruitment/%.*s/write", STR_ARG(a->ref)));
		Str href = str_format(perm, "%.*s%show=%.*s", STR_ARG(base), l->own.ask->on.len ? "&" : "?", STR_ARG(notices[id].code));
		if (!(row->stages >> a->stage & 1u) || (row->calendar && !notice_step(l, a, MOVE_INVITE)))
			continue;
		if (!row->to_referee)
			runs[n++] = (struct run){ .text = notices[id].words, .href = href };
		for (int i = 0; row->to_referee && i < checks->count && hiring_writes(l, GROUP_VETTING); i++) {
			const struct record *check = reference_of(l, a, checks->at[i].ref);
			Str state = check ? said_text(TYPE_VETTING, check, "state") : S("");
			Str who = check ? said_text(TYPE_VETTING, check, "referee") : S("");
			bool open = str_equal(state, S("not_started")) || str_equal(state, S("requested")) || str_equal(state, S("chased"));
			if (open)
				runs[n++] = (struct run){ .text = str_format(perm, "%.*s: %.*s", STR_ARG(notices[id].words), STR_ARG(who.len ? who : check->ref)),
					.href = str_format(perm, "%.*s&show=%.*s", STR_ARG(href), STR_ARG(check->ref)) };
		}
	}
	document_paragraph(doc, n > 0 ? S("What can be written now, to be read before it goes:") : S("No notice fits this stage."));
	if (n > 0)
		document_runs(doc, BLOCK_LIST, runs, n);
}

static void
add_written(struct document *doc, const struct hiring_look *l, const struct application *a)
{
	static const struct column columns[] = { { STR("notice"), STR("Message"), false, false }, { STR("to"), STR("To"), false, false },
		{ STR("state"), STR("State"), false, false } };
	struct arena *perm = doc->arena;
	struct error err = { 0 };
	struct rows_made rows = { 0 };
	struct written_of r = { .authority = l->own.place->slug, .candidate = a->candidate ? a->candidate->ref : S("-"), .perm = perm };
	if (!stored(l->own.world, read_those, &r, perm, &err)) {
		document_paragraph(doc, S("What was written cannot be read just now."));
		return;
	}
	for (int i = 0; i < r.count; i++) {
		int id = notice_find(r.at[i].notice);
		if (!str_equal(r.at[i].application, a->ref))
			continue;
		struct cell *cells = rows_push(&rows, (int)countof(columns), perm);
		cells[0] = cell_link(id < 0 ? r.at[i].notice : notices[id].words, href_of_message(&l->own, r.at[i].number));
		cells[1] = cell_text(r.at[i].name);
		cells[2] = message_state_cell(&r.at[i]);
	}
	if (rows.count)
		document_table(doc, table_of(S("messages"), S("Messages about this application"), columns, (int)countof(columns), rows, perm));
}

void
add_messages(struct document *doc, const struct hiring_look *l, const struct application *a)
{
	if (!hiring_writes(l, GROUP_CANDIDATES) || !hiring_writes(l, GROUP_CONTACT))
		return;
	document_heading(doc, 2, S("Messages"), S("messages"));
	add_interview(doc, l, a);
	add_written(doc, l, a);
	add_offered(doc, l, a);
}
