/* apply_send.c: from a draft to records: the candidate, the application, what was written to each criterion, the referees,
 * the equality answers. One deed, and the draft is emptied with it or neither is. */
#include "app/apply_parts.h"

#include "app/stored.h"
#include "store/messages.h"
#include "workforce/equality.h"

enum { TRIES = 5 };          /* others may be given the same numbers, or save or send the same draft, at the same moment */

struct sending {
	struct applied *at;
	struct changes changes;
	struct records equality;             /* read apart, as no reading of the council has them */
	int taken[RECORD_TYPES];
	Str application, candidate;
	struct message receipt;
	bool has_receipt;
	struct arena *perm;
};

/* ---- records -------------------------------------------------------------------------------------------- */

/* A question's answer, as the register has it. */
static Str
said(const struct applied *at, enum apply_step step, Str name)
{
	struct question *questions;
	int count = apply_questions(at, step, &questions);
	for (int i = 0; i < count; i++) {
		Str value, wrong;
		if (str_equal(questions[i].name, name) && question_read(at, &questions[i], &value, &wrong))
			return value;
	}
	return S("");
}

static Str *
blank(const struct sending *in, enum type_id type)
{
	return new(in->perm, record_types[type].field_count, Str);
}

static void
put(Str *values, enum type_id type, const char *field, Str value)
{
	values[field_find(&record_types[type], str_of(field))] = value;
}

static Str
add(struct sending *in, enum type_id type, const Str *values)
{
	const struct records *all = type == TYPE_CANDIDATE_EQUALITY ? &in->equality : &in->at->own.council->of[type];
	Str ref = ref_next(all, in->taken[type]++, in->perm);
	changes_add(&in->changes, (struct change){ .kind = ADD, .type = &record_types[type],
		.after = { .version = 1, .ref = ref, .values = values } });
	return ref;
}

/* All that goes straight into a field of one type. */
static void
fill(const struct sending *in, enum type_id type, Str *values)
{
	for (int s = 0; s < APPLY_STEPS; s++) {
		struct question *questions;
		int count = apply_questions(in->at, (enum apply_step)s, &questions);
		for (int i = 0; i < count; i++) {
			Str value, wrong;
			if (questions[i].to && questions[i].type == type && question_read(in->at, &questions[i], &value, &wrong))
				put(values, type, questions[i].to, value);
		}
	}
}

/* ---- the candidate ---------------------------------------------------------------------------------------- */

/* Of what one may leave unsaid: nothing said, or what goes without saying, agrees with all. */
static bool
agrees(const struct record *held, const Str *typed, const char *field, bool unsaid)
{
	const struct record_type *type = &record_types[TYPE_CANDIDATE];
	Str is = record_value(type, held, str_of(field)), now = typed[field_find(type, str_of(field))];
	return str_equal_fold(is, now) || (unsaid && (now.len == 0 || (is.len == 0 && str_equal(now, S("no")))));
}

/* Whether they applied for this already: then it is for people to say which of two applications stands, and nobody learns
 * here that there is one. */
static bool
applied_here(const struct sending *in, Str candidate, Str role)
{
	const struct records *all = &in->at->own.council->of[TYPE_APPLICATION];
	for (int i = 0; i < all->count; i++)
		if (str_equal(said_text(TYPE_APPLICATION, &all->at[i], "candidate"), candidate) &&
		    str_equal(said_text(TYPE_APPLICATION, &all->at[i], "round"), in->at->round->ref) &&
		    str_equal(said_text(TYPE_APPLICATION, &all->at[i], "role"), role))
			return true;
	return false;
}

/* The same person is who has the same address and the same registration number, and nothing said now is another: what
 * a stranger could know of somebody changes nothing of their record. All others are left to people (same_as). */
static Str
known_candidate(const struct sending *in, const Str *typed, Str role)
{
	const struct record_type *type = &record_types[TYPE_CANDIDATE];
	const struct records *all = &in->at->own.council->of[TYPE_CANDIDATE];
	bool enough = typed[field_find(type, S("email"))].len && typed[field_find(type, S("swe_number"))].len;
	for (int i = 0; enough && i < all->count; i++) {
		const struct record *held = &all->at[i];
		bool stands = !said_text(TYPE_CANDIDATE, held, "same_as").len && !said_text(TYPE_CANDIDATE, held, "removed_on").len;
		if (stands && agrees(held, typed, "email", false) && agrees(held, typed, "swe_number", false) &&
		    agrees(held, typed, "given_names", false) && agrees(held, typed, "family_name", false) &&
		    agrees(held, typed, "phone", true) && agrees(held, typed, "adjustments", true) &&
		    agrees(held, typed, "keep_in_touch", true) && agrees(held, typed, "sponsor_needed", true) &&
		    !applied_here(in, held->ref, role))
			return held->ref;
	}
	return S("");
}

/* ---- the application ---------------------------------------------------------------------------------------- */

/* What the register has no field for, told in words before the rest. */
static Str
experience_text(const struct applied *at, struct arena *perm)
{
	struct question *questions;
	int count = apply_questions(at, STEP_REGISTRATION, &questions);
	struct text text = text_new(perm);
	for (int i = 0; i < count; i++)
		if (str_equal(questions[i].name, S("registered")))
			text_format(&text, "Registration: %.*s\n", STR_ARG(value_words(&questions[i].field, draft_text_of(&at->texts,
				S("registered")), perm)));
	Str years = said(at, STEP_EXPERIENCE, S("years"));
	if (years.len)
		text_format(&text, "Years as a social worker: %.*s\n", STR_ARG(years));
	text_format(&text, "\nEmployment, training and placements\n%.*s\n\nGaps in the last five years\n%.*s",
		STR_ARG(said(at, STEP_EMPLOYMENT, S("employment"))), STR_ARG(said(at, STEP_EMPLOYMENT, S("gaps"))));
	return text_str(&text);
}

static void
add_answers(struct sending *in)
{
	const struct record **criteria;
	struct applied *at = in->at;
	int count = apply_criteria(at, draft_text_of(&at->texts, S("role")), &criteria);
	for (int i = 0; i < count; i++) {
		Str words = said(at, STEP_STATEMENT, apply_answer_name(criteria[i], in->perm));
		Str *values = blank(in, TYPE_ANSWER);
		if (words.len == 0)
			continue;
		put(values, TYPE_ANSWER, "application", in->application);
		put(values, TYPE_ANSWER, "criterion", criteria[i]->ref);
		put(values, TYPE_ANSWER, "words", words);
		add(in, TYPE_ANSWER, values);
	}
}

/* References that are not begun: nobody is asked before an offer. */
static void
add_referees(struct sending *in)
{
	for (int r = 1; r <= 2; r++) {
		Str *values = blank(in, TYPE_VETTING);
		static const struct { const char *part, *field; } parts[] = { { "", "referee" }, { "_email", "referee_email" },
			{ "_from", "covers_from" }, { "_to", "covers_to" } };
		for (int p = 0; p < countof(parts); p++)
			put(values, TYPE_VETTING, parts[p].field, said(in->at, STEP_REFEREES, str_format(in->perm, "referee_%d%s", r, parts[p].part)));
		put(values, TYPE_VETTING, "application", in->application);
		put(values, TYPE_VETTING, "kind", check_kinds[CHECK_REFERENCE].code);
		put(values, TYPE_VETTING, "state", check_states[CHECK_NOT_STARTED].code);
		put(values, TYPE_VETTING, "last_employer", r == 1 ? S("yes") : S(""));
		add(in, TYPE_VETTING, values);
	}
}

static void
add_equality(struct sending *in)
{
	Str *values = blank(in, TYPE_CANDIDATE_EQUALITY);
	fill(in, TYPE_CANDIDATE_EQUALITY, values);
	bool any = false;
	for (int f = 0; f < record_types[TYPE_CANDIDATE_EQUALITY].field_count; f++)
		any = any || values[f].len > 0;
	if (!any)
		return;
	put(values, TYPE_CANDIDATE_EQUALITY, "application", in->application);
	put(values, TYPE_CANDIDATE_EQUALITY, "answered_on", date_iso(in->at->inside.day, in->perm));
	add(in, TYPE_CANDIDATE_EQUALITY, values);
}

static void
make_changes(struct sending *in)
{
	struct applied *at = in->at;
	Str *candidate = blank(in, TYPE_CANDIDATE), *application = blank(in, TYPE_APPLICATION);
	fill(in, TYPE_CANDIDATE, candidate);
	fill(in, TYPE_APPLICATION, application);
	Str who = known_candidate(in, candidate, application[field_find(&record_types[TYPE_APPLICATION], S("role"))]);
	if (who.len == 0)
		who = add(in, TYPE_CANDIDATE, candidate);
	in->candidate = who;
	put(application, TYPE_APPLICATION, "candidate", who);
	put(application, TYPE_APPLICATION, "round", at->round->ref);
	put(application, TYPE_APPLICATION, "received_on", date_iso(at->inside.day, in->perm));
	put(application, TYPE_APPLICATION, "experience", experience_text(at, in->perm));
	in->application = add(in, TYPE_APPLICATION, application);
	add_answers(in);
	add_referees(in);
	add_equality(in);
}

/* ---- the deed ---------------------------------------------------------------------------------------------------- */

static bool
read_equality(struct store *store, void *what, struct error *err)
{
	struct sending *in = what;
	return store_records_read(store, in->at->own.place->slug, &record_types[TYPE_CANDIDATE_EQUALITY], &in->equality,
	                          in->perm, err);
}

static bool
empty_draft(struct store *store, void *what, struct error *err)
{
	struct sending *in = what;
	int64_t now = in->at->ask->now;
	struct draft_sending sending = { in->application, now, now + apply_term(in->at, TERM_DRAFT_SENT) * SECONDS_OF_DAY };
	return draft_sent(store, &in->at->draft, &sending, err)
		&& (!in->has_receipt || receipt_write(store, in->at, &in->receipt, err));
}

static Str
role_applied_for(const struct applied *at)
{
	Str ref = draft_text_of(&at->texts, S("role"));
	for (int i = 0; i < at->role_count; i++)
		if (str_equal(at->roles[i].ref, ref))
			return at->roles[i].words;
	return job_words(at);
}

static struct done
send_once(const struct world *world, struct applied *at, struct error *err)
{
	struct sending in = { .at = at, .changes = changes_new(at->perm), .perm = at->perm };
	if (!stored(world, read_equality, &in, at->perm, err))
		return (struct done){ .did = COULD_NOT, .found = findings_new(at->perm) };
	make_changes(&in);
	in.has_receipt = receipt_of(at, &(struct receipt_for){ in.application, in.candidate, role_applied_for(at) }, &in.receipt);
	struct wish wish = { .what = S("edit"), .object = str_format(at->perm, "application %.*s", STR_ARG(in.application)),
		.reason = S(""), .with = empty_draft, .with_what = &in };
	return deed_do(world, &at->inside, &wish, &in.changes, at->perm, err);
}

static struct answer
sent(struct arena *perm)
{
	struct answer answer = answer_words(DONE, S("It is sent"), S("Your application is sent."), perm);
	answer.to = S("/apply/yours");
	return answer;
}

static struct answer
not_sent(const struct applied *at, const struct done *done, const struct error *err)
{
	if (done->did == COULD_NOT)
		return answer_failed(S("It could not be sent. What you wrote is kept; try again"), err, at->perm);
	struct answer answer = answer_words(CHANGED, S("It could not be sent"), S("The round was changed at this moment. What you wrote is "
		"kept; look at your answers, and send it again."), at->perm);
	document_runs(&answer.document, BLOCK_LIST, &(struct run){ .text = S("Check your answers"), .href = S("/apply/yours/check") }, 1);
	return answer;
}

static int
all_wrong(const struct applied *at)
{
	int wrong = 0;
	for (int s = 0; s < APPLY_STEPS; s++)
		wrong += apply_wrong(at, (enum apply_step)s);
	return wrong;
}

struct answer
draft_send(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct done done = { .did = COULD_NOT };
	struct error err = { "" };
	for (int t = 0; t < TRIES; t++) {
		struct applied *at = new(perm, 1, struct applied);
		struct answer answer;
		if (!apply_settle_draft(world, ask, at, &answer, perm))
			return answer;
		if (at->draft.application.len)
			return sent(perm);
		if (at->taking != TAKES_NOW || all_wrong(at) > 0) {
			answer = draft_check(at, S(""));
			answer.outcome = at->taking != TAKES_NOW ? CHANGED : WRONG;
			return answer;
		}
		if (!str_equal(ask_sent(ask, S("true")), S("yes")))
			return draft_check(at, S("Tick the box to say that it is true"));
		done = send_once(world, at, &err);
		if (done.did == DID)
			return sent(perm);
		if (t == TRIES - 1)
			return not_sent(at, &done, &err);
	}
	return answer_failed(S("It could not be sent"), &err, perm);
}
