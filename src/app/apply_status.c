/* apply_status.c: how far an application is, for whoever sent it; and taking it back. */
#include "app/apply_parts.h"

#include "app/messages_parts.h"
#include "app/stored.h"
#include "base/london.h"

/* What a stage is called to the candidate. What was decided is told by people, and until then it is being decided: nobody
 * reads here that they are in reserve, or were not chosen, before somebody has spoken to them. */
static const struct { Str words; enum whose whose; } public_stages[APPLICATION_STAGES] = {
	[AT_RECEIVED]   = { STR("We have it. We read it and shortlist"), OUR_MOVE },
	[AT_LONGLISTED] = { STR("We have it. We read it and shortlist"), OUR_MOVE },
	[AT_SHORTLISTED] = { STR("You are shortlisted. We arrange an interview or assessment"), OUR_MOVE },
	[AT_INVITED]    = { STR("You are invited"), THEIR_MOVE },
	[AT_ASSESSED]   = { STR("You were assessed. We decide"), OUR_MOVE },
	[AT_RESERVE]    = { STR("You were assessed. We decide"), OUR_MOVE },
	[AT_CHOSEN]     = { STR("You were assessed. We decide"), OUR_MOVE },
	[AT_OFFERED]    = { STR("We made you an offer"), THEIR_MOVE },
	[AT_CHECKING]   = { STR("You accepted. The checks before a start are on their way"), OUR_MOVE },
	[AT_CLEARED]    = { STR("The checks are done. We agree a day to start"), OUR_MOVE },
	[AT_AGREED]     = { STR("Your start is agreed"), THEIR_MOVE },
	[AT_STARTED]    = { STR("You have started"), NO_MOVE },
	[AT_INDUCTED]   = { STR("You have started"), NO_MOVE },
	[AT_CONFIRMED]  = { STR("You have started"), NO_MOVE },
	[AT_REJECTED]   = { STR("It has been decided. We write to you"), NO_MOVE },
	[AT_WITHDRAWN]  = { STR("It was withdrawn"), NO_MOVE },
	[AT_NO_SHOW]    = { STR("It has ended. If that is a mistake, get in touch"), NO_MOVE },
	[AT_DECLINED]   = { STR("You declined the offer"), NO_MOVE },
	[AT_FAILED]     = { STR("It has been decided. We write to you"), NO_MOVE },
	[AT_LEFT]       = { STR("It has ended"), NO_MOVE },
};
static const Str whose_move[WHOSE] = {
	[OUR_MOVE] = STR("With us"), [THEIR_MOVE] = STR("With you"), [REFEREES_MOVE] = STR("With us"), [NO_MOVE] = STR("Nobody\u2019s"),
};

/* Reasons that are a candidate's own to give, of those a step may have. */
static const Str own_reasons[] = { STR("other_post"), STR("pay"), STR("place"), STR("hours"), STR("too_long"), STR("own_reasons") };

/* ---- looking --------------------------------------------------------------------------------------------- */

static struct answer
gone(const struct applied *at)
{
	return answer_words(DONE, S("It was sent, and is no longer kept"), S("Your application was sent to the council. It has been removed since, as all "
		"are some time after the decision, or because it was taken out before."), at->perm);
}

static const struct application *
find_sent(struct applied *at, struct hiring_look *l)
{
	l->own = at->own;
	recruitment_read(&l->all, at->own.roster, at->inside.day, at->perm);
	int found = application_find(&l->all, at->draft.application);
	const struct application *a = found == NOT_THERE ? NULL : &l->all.applications[found];
	return a && a->candidate && said_text(TYPE_CANDIDATE, a->candidate, "removed_on").len == 0 ? a : NULL;
}

/* "Monday 30 March 2026, 9:30am, Room 2, Civic Centre": what is known of it. */
static Str
invited_words(const struct hiring_look *l, const struct application *a)
{
	struct arena *perm = l->own.perm;
	const struct record *step = notice_step(l, a, MOVE_INVITE);
	Str words = date_week_text(a->due, perm);
	int minutes = step ? clock_read(said_text(TYPE_STEP, step, "due_at")) : -1;
	Str place = step ? said_text(TYPE_STEP, step, "place") : S("");
	if (minutes >= 0)
		words = str_format(perm, "%.*s, %.*s", STR_ARG(words), STR_ARG(clock_words(minutes, perm)));
	return place.len ? str_format(perm, "%.*s, %.*s", STR_ARG(words), STR_ARG(place)) : words;
}

static void
add_where(struct document *doc, const struct applied *at, const struct hiring_look *l, const struct application *a)
{
	struct arena *perm = at->perm;
	struct pair *pairs = new(perm, 6, struct pair);
	int n = 0;
	pairs[n++] = (struct pair){ S("Number"), a->ref, S("") };
	pairs[n++] = (struct pair){ S("Sent"), date_week_text(a->received, perm), S("") };
	pairs[n++] = (struct pair){ S("How far"), public_stages[a->stage].words, S("") };
	pairs[n++] = (struct pair){ S("Whose move"), whose_move[public_stages[a->stage].whose], S("") };
	if (a->stage == AT_INVITED && a->due.day)
		pairs[n++] = (struct pair){ S("Your interview or assessment"), invited_words(l, a), S("") };
	if (a->stage == AT_OFFERED && a->due.day)
		pairs[n++] = (struct pair){ S("Answer by"), date_week_text(a->due, perm), S("") };
	Date starts = said_day(TYPE_APPLICATION, a->record, "starts_on");
	if (a->stage == AT_AGREED && starts.day)
		pairs[n++] = (struct pair){ S("You start"), date_week_text(starts, perm), S("") };
	document_summary(doc, pairs, n);
}

static void
add_withdraw(struct document *doc, const struct applied *at, Str wrong)
{
	struct arena *perm = at->perm;
	const struct record_type *type = &record_types[TYPE_STEP];
	const struct field *reason = &type->fields[field_find(type, S("reason"))];
	struct pick *picks = new(perm, countof(own_reasons), struct pick);
	for (int i = 0; i < countof(own_reasons); i++)
		picks[i] = (struct pick){ .value = own_reasons[i], .words = str_equal(own_reasons[i], S("own_reasons"))
			? S("My own reasons") : choice_find(reason, own_reasons[i])->words };
	struct form *form = form_made(perm, S("/apply/yours"));
	form->id = S("withdraw");
	form_input(form, perm, (struct input){ .kind = INPUT_HIDDEN, .name = S("do"), .value = S("withdraw") });
	form_input(form, perm, (struct input){ .kind = INPUT_RADIOS, .name = S("reason"), .label = S("Why do you withdraw?"), .picks = picks,
		.pick_count = countof(own_reasons), .error = wrong });
	form_button(form, perm, (struct button){ .words = S("Withdraw my application"), .tone = BUTTON_WARNING });
	document_heading(doc, 2, S("Withdraw"), S("withdrawing"));
	document_paragraph(doc, S("It ends your application, and cannot be taken back here."));
	document_form(doc, form);
}

static bool
may_withdraw(const struct application *a)
{
	return stage_after(&application_stages, (int)a->stage, MOVE_WITHDRAW) >= 0;
}

static struct answer
status_page(const struct world *world, const struct applied *at, const struct hiring_look *l, const struct application *a, Str wrong)
{
	struct arena *perm = at->perm;
	struct answer answer = answer_of(wrong.len ? WRONG : DONE, apply_document(at, S("Your application is sent"), S("/apply/yours")));
	struct document *doc = &answer.document;
	doc->caption = str_format(perm, "%.*s, %.*s", STR_ARG(job_words(at)), STR_ARG(at->own.place->name));
	add_where(doc, at, l, a);
	Str receipt = receipt_told(world, at, a->candidate->ref);
	if (receipt.len)
		document_paragraph(doc, receipt);
	if (round_text(at, "contact").len)
		document_paragraph(doc, str_format(perm, "Questions: %.*s", STR_ARG(round_text(at, "contact"))));
	document_paragraph(doc, S("Come back to this page in this browser, or anywhere with your code."));
	document_form(doc, apply_care_form(perm));
	if (may_withdraw(a))
		add_withdraw(doc, at, wrong);
	return answer;
}

struct answer
draft_status(const struct world *world, struct applied *at)
{
	struct hiring_look l = { 0 };
	const struct application *a = find_sent(at, &l);
	return a ? status_page(world, at, &l, a, S("")) : gone(at);
}

/* ---- withdrawing ---------------------------------------------------------------------------------------------- */

static bool
own_reason(Str code)
{
	for (int i = 0; i < countof(own_reasons); i++)
		if (str_equal(own_reasons[i], code))
			return true;
	return false;
}

struct answer
draft_withdraw(const struct world *world, struct applied *at)
{
	struct hiring_look l = { 0 };
	struct arena *perm = at->perm;
	struct error err = { "" };
	int taken[RECORD_TYPES] = { 0 };
	struct changes changes = changes_new(perm);
	const struct application *a = find_sent(at, &l);
	struct wanted wanted = { .move = MOVE_WITHDRAW, .on = at->inside.day, .reason = ask_sent(at->ask, S("reason")) };
	if (!a)
		return gone(at);
	if (!may_withdraw(a))
		return status_page(world, at, &l, a, S(""));
	if (!own_reason(wanted.reason))
		return status_page(world, at, &l, a, S("Choose why you withdraw"));
	if (!step_changes(&l, a, &wanted, &changes, taken, &err))
		return answer_failed(S("It could not be withdrawn"), &err, perm);
	(void)world;
	return hiring_did(&l, &changes, str_format(perm, "application %.*s", STR_ARG(a->ref)), S("It could not be withdrawn"), S("/apply/yours"));
}
