/* agency_asking.c: asking for agency, or for more time; and booking the worker once it is approved. */
#include "app/agency_parts.h"

#include "app/register_parts.h"
#include "workforce/service.h"

/* ---- asking ---------------------------------------------------------------------------------- */

static const struct asked_field new_fields[] = {
	{ "post", true, NULL }, { "reason", true, NULL }, { "why", true, NULL }, { "options", true, NULL }, { "job_type", true, NULL },
	{ "starts_on", true, NULL }, { "planned_end", true, NULL }, { "hours", false, NULL },
};
static const struct asked_field more_fields[] = {
	{ "why", true, NULL }, { "options", true, "Permanent options tried meanwhile" }, { "planned_end", true, "New last day" },
};

struct asking {
	struct agency_look l;
	struct record_form form;
	const struct assignment *extends;    /* or NULL */
};

/* What the post's local title counts as, where the council's list says so: it stands in the form, to be changed. */
static Str
job_of_post(const struct own *own, int post)
{
	const struct records *all = &own->council->of[TYPE_AGENCY_TITLE];
	Str title = post_words(own, post);
	for (int i = 0; i < all->count; i++)
		if (period_holds(all->at[i].when, own->ask->day) &&
		    str_equal_fold(record_text_of(all->type, &all->at[i], "title"), title))
			return record_text_of(all->type, &all->at[i], "job_type");
	return (Str){ 0 };
}

static bool
settle_asking(struct asking *in, struct answer *why)
{
	const struct own *own = &in->l.own;
	Str ref = own->ask->sent ? str_trim(sents_find(own->ask->sent, S("extends"))) : own->ask->ref;
	int found = agency_assignment(&in->l.agency, ref);
	bool more = found != NOT_THERE && agency_sees(&in->l, &in->l.agency.assignments[found]);
	if (own->ask->sent && ref.len && !more) {
		*why = answer_words(UNKNOWN, S("There is no such assignment here for you"), S("Begin on the page of the assignment that is "
			"to last longer."), own->perm);
		return false;
	}
	in->extends = more ? &in->l.agency.assignments[found] : NULL;
	in->form = more ? record_form_of(own, TYPE_AGENCY_REQUEST, more_fields, countof(more_fields))
		: record_form_of(own, TYPE_AGENCY_REQUEST, new_fields, countof(new_fields));
	int post = own->ask->sent ? NOT_THERE : roster_post(own->roster, own->ask->ref);
	if (post != NOT_THERE && sight_post(&own->sight, post, GROUP_STRUCTURE).reach >= REACH_READ) {
		*record_form_value(&in->form, "post") = own->ask->ref;
		*record_form_value(&in->form, "job_type") = job_of_post(own, post);
	}
	return true;
}

/* Posts of the day that the viewer may ask for, offered as they type. */
static struct pick *
post_picks(const struct own *own, int *count)
{
	const struct roster *r = own->roster;
	struct pick *picks = new(own->perm, r->post_count + 1, struct pick);
	*count = 0;
	for (int p = 0; p < r->post_count; p++)
		if (post_on(r, p, own->ask->day) && sight_post(&own->sight, p, GROUP_REQUESTS).reach >= REACH_WRITE)
			picks[(*count)++] = (struct pick){ .value = r->posts[p].ref, .words = post_words(own, p) };
	return picks;
}

static struct document
asking_document(const struct asking *in)
{
	const struct own *own = &in->l.own;
	struct arena *perm = own->perm;
	struct document doc = own_document(own, in->extends ? S("Ask for more time") : S("Ask for agency"), str_format(perm,
		"/authorities/%.*s/agency/ask", STR_ARG(own->place->slug)));
	struct form *form = form_made(perm, doc.address);
	form->id = S("ask");
	if (in->extends)
		document_paragraph(&doc, str_format(perm, "%.*s, %.*s, planned to end on %.*s.", STR_ARG(assignment_who(&in->l, in->extends)),
			STR_ARG(in->extends->ref), STR_ARG(day_words(in->extends->planned_end, perm))));
	record_form_inputs(&in->form, form);
	for (int i = 0; i < form->input_count; i++)
		if (str_equal(form->inputs[i].name, S("post"))) {
			struct input *input = (struct input *)(uintptr_t)&form->inputs[i];
			input->hint = S("Its reference, as P-000012");
			input->picks = post_picks(own, &input->pick_count);
		}
	if (in->extends)
		form_input(form, perm, (struct input){ .kind = INPUT_HIDDEN, .name = S("extends"), .value = in->extends->ref });
	form_button(form, perm, (struct button){ .words = S("Ask") });
	document_paragraph(&doc, S("A head of service or an HR lead who did not ask for it approves it, or refuses it with a reason."));
	document_form(&doc, form);
	return doc;
}

/* The post's unit on the first day is the request's: whoever decides there decides. */
static void
read_post(struct asking *in)
{
	const struct own *own = &in->l.own;
	struct record_form *form = &in->form;
	Date from = own->ask->day;
	int post = roster_post(own->roster, *record_form_value(form, "post"));
	(void)date_parse(*record_form_value(form, "starts_on"), &from);
	const struct post_row *row = post == NOT_THERE ? NULL : post_on(own->roster, post, from);
	if (!row || row->unit == NOT_THERE || sight_post(&own->sight, post, GROUP_REQUESTS).reach < REACH_WRITE)
		record_form_complain(form, "post", S("Enter the reference of a post that is there on the first day, as P-000012"));
	else
		*record_form_value(form, "unit") = own->roster->units[row->unit].ref;
}

static void
take_from_assignment(struct asking *in)
{
	const struct assignment *a = in->extends;
	const struct own *own = &in->l.own;
	struct record_form *form = &in->form;
	const struct record_type *type = &record_types[TYPE_ASSIGNMENT];
	*record_form_value(form, "extends") = a->ref;
	*record_form_value(form, "job_type") = record_text_of(type, a->record, "job_type");
	*record_form_value(form, "starts_on") = date_iso((Date){ a->planned_end.day + 1 }, own->perm);
	*record_form_value(form, "reason") = a->request == NOT_THERE ? S("other")
		: record_text_of(&record_types[TYPE_AGENCY_REQUEST], in->l.agency.requests[a->request].record, "reason");
	if (a->post != NOT_THERE)
		*record_form_value(form, "post") = own->roster->posts[a->post].ref;
}

static void
read_asking(struct asking *in)
{
	struct record_form *form = &in->form;
	Date first, last;
	record_form_read(form);
	if (in->extends)
		take_from_assignment(in);
	if (record_form_value(form, "post")->len || in->extends)
		read_post(in);
	if (date_parse(*record_form_value(form, "starts_on"), &first) &&
	    date_parse(*record_form_value(form, "planned_end"), &last) && last.day < first.day)
		record_form_complain(form, "planned_end", in->extends ? S("The new last day is not after the planned end")
			: S("The last day is before the first"));
}

struct answer
agency_ask(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct asking *in = new(perm, 1, struct asking);
	struct answer answer;
	if (!agency_settle(world, ask, &in->l, &answer, perm) || !settle_asking(in, &answer))
		return answer;
	if (!ask->sent)
		return answer_of(DONE, asking_document(in));
	read_asking(in);
	if (in->form.bad)
		return answer_of(WRONG, asking_document(in));
	struct changes changes = changes_new(perm);
	Str ref = record_next_ref(&in->l.own, TYPE_AGENCY_REQUEST);
	*record_form_value(&in->form, "asked_by") = ask->viewer->account;
	*record_form_value(&in->form, "asked_on") = date_iso(ask->today, perm);
	record_add(&in->l.own, &changes, TYPE_AGENCY_REQUEST, in->form.values);
	return record_did(&in->l.own, &changes, str_format(perm, "agency request %.*s", STR_ARG(ref)), S(""),
	                  S("Nothing was asked"), href_of_agency_request(&in->l.own, ref));
}

/* ---- booking --------------------------------------------------------------------------------- */

static const struct asked_field booking_fields[] = {
	{ "spell", true, "The worker\u2019s time in post" }, { "job_type", true, NULL }, { "agency", true, NULL },
	{ "pay_rate", true, NULL }, { "employer_ni", false, NULL }, { "levy", false, NULL }, { "holiday_pay", false, NULL },
	{ "charge", false, NULL }, { "hours", true, NULL }, { "starts_on", true, NULL }, { "planned_end", true, NULL },
	{ "notice_days", false, NULL }, { "project", false, NULL }, { "workers_approved", false, NULL },
	{ "costs_split", false, NULL }, { "council_controls", false, NULL },
};

struct booking { struct agency_look l; const struct agency_request *q; struct record_form form; };

/* Agency workers in the post that was asked for, with no assignment yet. */
static struct pick *
spell_picks(const struct booking *in, int *count)
{
	const struct own *own = &in->l.own;
	const struct roster *r = own->roster;
	struct pick *picks = new(own->perm, r->spell_count + 1, struct pick);
	*count = 0;
	for (int s = 0; s < r->spell_count; s++) {
		const struct spell_row *row = spell_last(r, s);
		if (row->basis == AGENCY && row->post == in->q->post && row->person != NOT_THERE &&
		    agency_of_spell(&in->l.agency, s) == NOT_THERE)
			picks[(*count)++] = (struct pick){ .value = r->spells[s].ref, .words = str_format(own->perm, "%.*s, %.*s",
				STR_ARG(person_words(own, row->person)), STR_ARG(period_words(spell_period(r, s), own->perm))) };
	}
	return picks;
}

static struct document
booking_document(const struct booking *in)
{
	const struct own *own = &in->l.own;
	struct arena *perm = own->perm;
	struct document doc = own_document(own, S("Book a worker"), str_format(perm, "/authorities/%.*s/agency/requests/%.*s/book",
		STR_ARG(own->place->slug), STR_ARG(in->q->ref)));
	struct form *form = form_made(perm, doc.address);
	int workers = 0;
	form->id = S("book");
	record_form_inputs(&in->form, form);
	struct input *first = (struct input *)(uintptr_t)&form->inputs[0];
	first->picks = spell_picks(in, &workers);
	first->pick_count = workers;
	first->kind = workers ? INPUT_SELECT : INPUT_TEXT;
	first->hint = S("");
	if (workers == 0)
		document_paragraph(&doc, S("No agency worker without an assignment is in that post. Add the person, and their time in post "
			"held as agency, first; then book them here."));
	form_button(form, perm, (struct button){ .words = S("Book") });
	document_paragraph(&doc, S("What is not known yet can stay empty: the checks then say so. Amounts are pounds an hour."));
	document_form(&doc, form);
	return doc;
}

static bool
settle_booking(const struct world *world, const struct ask *ask, struct booking *in, struct answer *why, struct arena *perm)
{
	if (!agency_settle(world, ask, &in->l, why, perm))
		return false;
	int found = agency_request(&in->l.agency, ask->ref);
	in->q = found == NOT_THERE ? NULL : &in->l.agency.requests[found];
	if (!in->q || !agency_request_seen(&in->l, in->q))
		*why = answer_words(UNKNOWN, S("There is no such agency request here for you"), S("The page of agency requests lists those "
			"that you may see."), perm);
	else if (in->q->state != REQUEST_APPROVED || in->q->extends != NOT_THERE)
		*why = answer_words(CHANGED, S("It cannot be booked"), str_format(perm, "Only a request that is approved, and no extension, is "
			"booked. This one is %.*s.", STR_ARG(str_lower(request_state_words(in->q->state), perm))), perm);
	else
		return true;
	return false;
}

/* What was approved stands in the form before anything is typed. */
static void
fill_booking(struct booking *in)
{
	static const char *const same[] = { "job_type", "starts_on", "planned_end", "hours" };
	in->form = record_form_of(&in->l.own, TYPE_ASSIGNMENT, booking_fields, countof(booking_fields));
	for (int i = 0; i < countof(same); i++)
		*record_form_value(&in->form, same[i]) = record_text_of(&record_types[TYPE_AGENCY_REQUEST], in->q->record, same[i]);
}

static void
read_booking(struct booking *in)
{
	const struct roster *r = in->l.own.roster;
	Date last;
	record_form_read(&in->form);
	int spell = roster_spell(r, *record_form_value(&in->form, "spell"));
	const struct spell_row *row = spell == NOT_THERE ? NULL : spell_last(r, spell);
	if (!row || row->person == NOT_THERE || row->basis != AGENCY || row->post != in->q->post)
		record_form_complain(&in->form, "spell", S("Choose an agency worker\u2019s time in the post that was asked for"));
	else
		*record_form_value(&in->form, "person") = r->people[row->person].ref;
	if (date_parse(*record_form_value(&in->form, "planned_end"), &last) && last.day > in->q->planned_end.day)
		record_form_complain(&in->form, "planned_end", S("That is later than what was approved: ask for more time"));
}

struct answer
agency_book(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct booking *in = new(perm, 1, struct booking);
	struct answer answer;
	if (!settle_booking(world, ask, in, &answer, perm))
		return answer;
	fill_booking(in);
	if (!ask->sent)
		return answer_of(DONE, booking_document(in));
	read_booking(in);
	if (in->form.bad)
		return answer_of(WRONG, booking_document(in));
	struct changes changes = changes_new(perm);
	Str ref = record_next_ref(&in->l.own, TYPE_ASSIGNMENT);
	*record_form_value(&in->form, "request") = in->q->ref;
	record_add(&in->l.own, &changes, TYPE_ASSIGNMENT, in->form.values);
	return record_did(&in->l.own, &changes, str_format(perm, "assignment %.*s", STR_ARG(ref)), S(""), S("Nothing was booked"),
	                  href_of_assignment(&in->l.own, ref));
}
