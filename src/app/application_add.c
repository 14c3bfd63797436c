/* application_add.c: an application by hand. Whoever applies is one candidate over all applications: who is already known
 * by their number, their address or their name is asked about before anybody is made twice. */
#include "app/hiring_parts.h"

#include "app/estab.h"

static const struct asked_field candidate_asked[] = {
	{ "given_names", true, NULL }, { "family_name", true, NULL }, { "email", false, NULL }, { "phone", false, NULL },
	{ "swe_number", false, NULL }, { "local_link", false, NULL },
};
static const struct asked_field application_asked[] = {
	{ "round", true, NULL }, { "role", true, NULL }, { "band", true, NULL }, { "received_on", true, NULL },
	{ "channel", false, NULL }, { "referred_by", false, "Referred by (a person, as N-000012)" },
};

struct adding {
	struct hiring_look l;
	struct record_form candidate, application;
	const struct record **alike; /* candidates who may be the same */
	int alike_count;
	Str who;                     /* a candidate's ref, "new", or empty */
};

/* ---- who may be the same --------------------------------------------------------------------------------- */

static bool
same(const struct adding *in, const struct record *other, const char *field)
{
	Str typed = in->candidate.values[field_find(in->candidate.type, str_of(field))];
	Str held = said_text(TYPE_CANDIDATE, other, field);
	return typed.len && str_equal(str_lower(typed, in->l.own.perm), str_lower(held, in->l.own.perm));
}

static void
find_alike(struct adding *in)
{
	const struct records *all = &in->l.own.council->of[TYPE_CANDIDATE];
	in->alike = new(in->l.own.perm, all->count + 1, const struct record *);
	for (int i = 0; i < all->count; i++) {
		const struct record *other = &all->at[i];
		if (said_text(TYPE_CANDIDATE, other, "same_as").len || said_text(TYPE_CANDIDATE, other, "removed_on").len)
			continue;
		if (same(in, other, "email") || same(in, other, "swe_number") ||
		    (same(in, other, "family_name") && same(in, other, "given_names")))
			in->alike[in->alike_count++] = other;
	}
}

/* ---- the form ---------------------------------------------------------------------------------------------- */

/* Nobody applies for a role that was not chosen. */
static const struct pick *
role_picks(const struct adding *in, int *count)
{
	const struct pick *roles = hiring_role_picks(&in->l.own, count);
	struct pick *picks = new(in->l.own.perm, *count + 1, struct pick);
	picks[0] = (struct pick){ .value = S(""), .words = S("Choose a role") };
	for (int i = 0; i < *count; i++)
		picks[i + 1] = roles[i];
	(*count)++;
	return picks;
}

/* The role of every post that a round fills, where that is one; empty: several, or none. */
static Str
role_of_round(const struct adding *in, Str round)
{
	const struct recruitment *all = &in->l.all;
	int role = NOT_THERE;
	for (int i = 0; i < all->requisition_count; i++) {
		const struct requisition *seat = &all->requisitions[i];
		if (!seat->round || !str_equal(seat->round->ref, round) || seat->role == NOT_THERE || seat->role == role)
			continue;
		if (role != NOT_THERE)
			return S("");
		role = seat->role;
	}
	return role == NOT_THERE ? S("") : in->l.own.roster->roles[role].ref;
}

static void
offer_picks(const struct adding *in, struct form *form)
{
	for (int i = 0; i < form->input_count; i++) {
		struct input *input = (struct input *)(uintptr_t)&form->inputs[i];
		bool round = str_equal(input->name, S("round"));
		if (!round && !str_equal(input->name, S("role")))
			continue;
		input->kind = INPUT_SELECT;
		input->picks = round ? hiring_round_picks(&in->l.own, &input->pick_count) : role_picks(in, &input->pick_count);
	}
}

static void
ask_who(const struct adding *in, struct form *form)
{
	struct arena *perm = in->l.own.perm;
	struct pick *picks = new(perm, in->alike_count + 1, struct pick);
	if (in->alike_count == 0)
		return;
	for (int i = 0; i < in->alike_count; i++)
		picks[i] = (struct pick){ .value = in->alike[i]->ref, .words = str_format(perm, "%.*s (%.*s)",
			STR_ARG(record_title(&record_types[TYPE_CANDIDATE], in->alike[i], perm)), STR_ARG(in->alike[i]->ref)),
			.hint = S("Applied before") };
	picks[in->alike_count] = (struct pick){ .value = S("new"), .words = S("Somebody new") };
	form_input(form, perm, (struct input){ .kind = INPUT_RADIOS, .name = S("known"), .label = S("Who is it?"), .picks = picks,
		.pick_count = in->alike_count + 1, .value = in->who, .error = S("Say whether it is somebody who applied before") });
}

static struct document
add_document(struct adding *in)
{
	const struct own *own = &in->l.own;
	struct document doc = own_document(own, S("Add an application"), own_href(own, S("recruitment/add")));
	struct form *form = form_made(own->perm, own_href(own, S("recruitment/add")));
	int rounds;
	(void)hiring_round_picks(own, &rounds);
	if (rounds == 0) {
		document_paragraph(&doc, S("An application is to a round, or to an open advert. Add one first."));
		document_runs(&doc, BLOCK_LIST, &(struct run){ .text = S("Add a round"), .href = own_href(own, S("recruitment-rounds/new")) }, 1);
		return doc;
	}
	form->id = S("add");
	ask_who(in, form);
	record_form_inputs(&in->candidate, form);
	record_form_inputs(&in->application, form);
	offer_picks(in, form);
	form_button(form, own->perm, (struct button){ .words = S("Add the application") });
	document_form(&doc, form);
	return doc;
}

/* ---- the deed ------------------------------------------------------------------------------------------------ */

static const Str *
kept(const struct record_form *form, struct arena *perm)
{
	Str *values = new(perm, form->type->field_count, Str);
	for (int f = 0; f < form->type->field_count; f++)
		values[f] = form->values[f];
	return values;
}

static struct answer
add_it(struct adding *in)
{
	const struct own *own = &in->l.own;
	struct changes changes = changes_new(own->perm);
	Str ref = record_next_ref(own, TYPE_APPLICATION), who = in->who;
	if (who.len == 0 || str_equal(who, S("new"))) {
		who = record_next_ref(own, TYPE_CANDIDATE);
		record_add(own, &changes, TYPE_CANDIDATE, kept(&in->candidate, own->perm));
	}
	*record_form_value(&in->application, "candidate") = who;
	record_add(own, &changes, TYPE_APPLICATION, kept(&in->application, own->perm));
	return record_did(own, &changes, str_format(own->perm, "application %.*s", STR_ARG(ref)), S(""), S("Nothing was added"),
		href_of_application(own, ref));
}

static bool
is_alike(const struct adding *in, Str ref)
{
	for (int i = 0; i < in->alike_count; i++)
		if (str_equal(in->alike[i]->ref, ref))
			return true;
	return false;
}

struct answer
application_add(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct adding in = { 0 };
	struct answer answer;
	Date received;
	if (!hiring_settle(world, ask, &in.l, &answer, perm))
		return answer;
	in.candidate = record_form_of(&in.l.own, TYPE_CANDIDATE, candidate_asked, countof(candidate_asked));
	in.application = record_form_of(&in.l.own, TYPE_APPLICATION, application_asked, countof(application_asked));
	*record_form_value(&in.application, "received_on") = date_iso(ask->day, perm);
	*record_form_value(&in.application, "round") = ask->round;
	*record_form_value(&in.application, "role") = role_of_round(&in, ask->round);
	if (!ask->sent)
		return answer_of(DONE, add_document(&in));
	record_form_read(&in.candidate);
	record_form_read(&in.application);
	if (date_parse(*record_form_value(&in.application, "received_on"), &received) && received.day > ask->day.day)
		record_form_complain(&in.application, "received_on", S("Enter a day that has come: nobody sees an application before its day"));
	if (in.candidate.bad || in.application.bad)
		return answer_of(WRONG, add_document(&in));
	find_alike(&in);
	in.who = str_trim(sents_find(ask->sent, S("known")));
	if (in.alike_count && !str_equal(in.who, S("new")) && !is_alike(&in, in.who))
		return answer_of(WRONG, add_document(&in));
	if (in.alike_count == 0)
		in.who = S("new");
	return add_it(&in);
}
