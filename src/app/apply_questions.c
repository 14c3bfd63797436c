/* apply_questions.c: what an application asks, part by part: rows, and those that follow from the round. */
#include "app/apply_parts.h"

#include "app/sign_in_parts.h"
#include "mail/letter.h"
#include "workforce/equality.h"

enum { QUESTIONS_MOST = 24 };

const struct step_row apply_steps[APPLY_STEPS] = {
	[STEP_ABOUT] = { STR("about-you"), STR("About you"), STR("Who you are, and how to reach you.") },
	[STEP_REGISTRATION] = { STR("registration"), STR("Registration and qualification"),
		STR("Social Work England registers social workers. If you are still studying, say when you expect to qualify.") },
	[STEP_EXPERIENCE] = { STR("experience"), STR("The post and your experience"), STR("") },
	[STEP_EMPLOYMENT] = { STR("employment"), STR("Employment and gaps"),
		STR("All of the last five years, newest first. Whoever works with children is asked to explain every gap.") },
	[STEP_STATEMENT] = { STR("statement"), STR("How you meet what is asked"),
		STR("Whoever shortlists reads this. Give examples of what you did yourself. Leave out your name and what would tell who you are.") },
	[STEP_REFEREES] = { STR("referees"), STR("Referees"),
		STR("Two people who together cover the last five years. One is your last employer. Nobody is asked before an offer is made.") },
	[STEP_HEARD] = { STR("how-you-heard"), STR("How you heard, and whom you know"), STR("") },
	[STEP_EQUALITY] = { STR("equality"), STR("Equality questions"),
		STR("You need not answer any of these. They are stored apart from your application, are never shown to whoever chooses, and are "
		    "used only in totals in which nobody can be recognised.") },
};

bool
apply_step_find(Str name, enum apply_step *step)
{
	for (int s = 0; s < APPLY_STEPS; s++)
		if (str_equal(apply_steps[s].name, name)) {
			*step = (enum apply_step)s;
			return true;
		}
	return false;
}

/* ---- rows --------------------------------------------------------------------------------------------- */

static const struct choice registered[] = {
	{ STR("yes"), STR("Registered") }, { STR("applied"), STR("Applied to be registered") },
	{ STR("student"), STR("Studying for the qualification") }, { STR("abroad"), STR("Registered in another country") },
	{ STR("no"), STR("None of these") },
};
static const struct choice ages[] = {
	{ STR("under_25"), STR("Under 25") }, { STR("25_34"), STR("25 to 34") }, { STR("35_44"), STR("35 to 44") },
	{ STR("45_54"), STR("45 to 54") }, { STR("55_64"), STR("55 to 64") }, { STR("65_over"), STR("65 or over") },
	{ STR("refused"), STR("Prefer not to say") },
};
static const struct choice sexes[] = {
	{ STR("F"), STR("Female") }, { STR("M"), STR("Male") }, { STR("refused"), STR("Prefer not to say") },
};

#define LINE(n, l, t, f) .name = STR(n), .label = STR(l), .type = t, .to = f
#define OF_CANDIDATE(n, l, f) LINE(n, l, TYPE_CANDIDATE, f)
#define OF_APPLICATION(n, l, f) LINE(n, l, TYPE_APPLICATION, f)
#define TOLD(n, l) LINE(n, l, RECORD_TYPES, NULL)
#define ASKS(k, m) .field = { .kind = k, .most = m }
#define CHOOSES(rows) .field = { .kind = FIELD_CHOICE, .choices = rows, .choice_count = (int)countof(rows) }

/* Where no kind is said, the field of the register says it. */
static const struct { enum apply_step step; struct question asks; } rows[] = {
	{ STEP_ABOUT, { OF_CANDIDATE("given_names", "Given names", "given_names"), .needed = true, .width = 20, .autocomplete = STR("given-name") } },
	{ STEP_ABOUT, { OF_CANDIDATE("family_name", "Family name", "family_name"), .needed = true, .width = 20, .autocomplete = STR("family-name") } },
	{ STEP_ABOUT, { OF_CANDIDATE("email", "E-mail address", "email"), .needed = true, .email = true, .width = 30, .autocomplete = STR("email"),
	  .hint = STR("We write to it about this application and nothing else") } },
	{ STEP_ABOUT, { OF_CANDIDATE("phone", "Telephone number", "phone"), .width = 20, .autocomplete = STR("tel") } },
	{ STEP_ABOUT, { OF_CANDIDATE("adjustments", "What would help you at an interview or assessment", "adjustments"),
	  .hint = STR("For example more time, or questions in writing. You need not say why.") } },

	{ STEP_REGISTRATION, { TOLD("registered", "Are you registered with Social Work England?"), CHOOSES(registered), .needed = true } },
	{ STEP_REGISTRATION, { OF_CANDIDATE("swe_number", "Social Work England number", "swe_number"), .width = 10,
	  .hint = STR("SW and figures, as SW123456. Needed if you are registered.") } },
	{ STEP_REGISTRATION, { OF_APPLICATION("qualified_on", "The day you qualified, or expect to", "qualified_on") } },
	{ STEP_REGISTRATION, { OF_CANDIDATE("sponsor_needed", "Do you need a sponsor to work in the United Kingdom?", "sponsor_needed"),
	  .needed = true } },

	{ STEP_EXPERIENCE, { OF_APPLICATION("band", "Your experience", "band"), .needed = true } },
	{ STEP_EXPERIENCE, { TOLD("years", "Years as a social worker"), ASKS(FIELD_WHOLE, 60), .width = 3,
	  .hint = STR("Whole years since you qualified; 0 if you have just qualified") } },
	{ STEP_EXPERIENCE, { OF_APPLICATION("inside", "Do you work for this council now?", "inside"), .needed = true } },
	{ STEP_EXPERIENCE, { OF_APPLICATION("notice_weeks", "Weeks of notice you must give", "notice_weeks"), .width = 3 } },

	{ STEP_EMPLOYMENT, { TOLD("employment", "Employment, training and placements"), ASKS(FIELD_NOTE, 5000), .needed = true,
	  .hint = STR("For each: from and to, with month and year; employer or university; what you did; why you left.") } },
	{ STEP_EMPLOYMENT, { TOLD("gaps", "Gaps in the last five years"), ASKS(FIELD_NOTE, 2000), .needed = true,
	  .hint = STR("From and to, and what you did then. Write \"none\" if there are none.") } },

	{ STEP_REFEREES, { LINE("referee_1", "First referee: name", TYPE_VETTING, "referee"), .needed = true, .width = 30,
	  .hint = STR("Your last or present employer; your university if you are still studying") } },
	{ STEP_REFEREES, { LINE("referee_1_email", "First referee: e-mail address", TYPE_VETTING, "referee_email"), .needed = true,
	  .email = true, .width = 30 } },
	{ STEP_REFEREES, { LINE("referee_1_from", "First referee: you worked or studied there from", TYPE_VETTING, "covers_from") } },
	{ STEP_REFEREES, { LINE("referee_1_to", "First referee: until", TYPE_VETTING, "covers_to"), .hint = STR("Leave it empty if you are there still") } },
	{ STEP_REFEREES, { LINE("referee_2", "Second referee: name", TYPE_VETTING, "referee"), .needed = true, .width = 30 } },
	{ STEP_REFEREES, { LINE("referee_2_email", "Second referee: e-mail address", TYPE_VETTING, "referee_email"), .needed = true,
	  .email = true, .width = 30 } },
	{ STEP_REFEREES, { LINE("referee_2_from", "Second referee: you worked or studied there from", TYPE_VETTING, "covers_from") } },
	{ STEP_REFEREES, { LINE("referee_2_to", "Second referee: until", TYPE_VETTING, "covers_to"), .hint = STR("Leave it empty if you are there still") } },

	{ STEP_HEARD, { OF_APPLICATION("channel", "Where did you see this post?", "channel"), .many = true } },
	{ STEP_HEARD, { OF_APPLICATION("referrer", "Did somebody who works here tell you of it? Who?", "referrer"), .width = 30,
	  .hint = STR("Their name. Whoever refers somebody is never on the panel that chooses.") } },
	{ STEP_HEARD, { TOLD("interested", "Do you know anybody who may be on the panel, or are you related to anybody who works here?"),
	  ASKS(FIELD_YES_NO, 0), .needed = true } },
	{ STEP_HEARD, { OF_APPLICATION("interest", "If so, whom, and how?", "interest") } },
	{ STEP_HEARD, { OF_CANDIDATE("keep_in_touch", "May we ask you about other posts, if this one is not for you?", "keep_in_touch") } },

	{ STEP_EQUALITY, { LINE("equality_sex", "Sex", TYPE_CANDIDATE_EQUALITY, "sex"), CHOOSES(sexes) } },
	{ STEP_EQUALITY, { LINE("equality_age", "Age", TYPE_CANDIDATE_EQUALITY, "age_band"), CHOOSES(ages) } },
	{ STEP_EQUALITY, { LINE("equality_ethnicity", "Ethnicity", TYPE_CANDIDATE_EQUALITY, "ethnicity"), .many = true } },
	{ STEP_EQUALITY, { LINE("equality_disability", "Disability", TYPE_CANDIDATE_EQUALITY, "disability") } },
	{ STEP_EQUALITY, { LINE("equality_religion", "Religion or belief", TYPE_CANDIDATE_EQUALITY, "religion"), .many = true } },
	{ STEP_EQUALITY, { LINE("equality_orientation", "Sexual orientation", TYPE_CANDIDATE_EQUALITY, "orientation") } },
};

/* ---- picks ---------------------------------------------------------------------------------------------- */

static void
pick_choices(struct question *q, struct arena *perm)
{
	struct pick *picks = new(perm, q->field.choice_count + 3, struct pick);
	int n = 0;
	if (q->many)
		picks[n++] = (struct pick){ .value = S(""), .words = S("Choose") };
	for (int c = 0; c < q->field.choice_count; c++)
		picks[n++] = (struct pick){ .value = q->field.choices[c].code, .words = q->field.choices[c].words };
	if (q->field.kind == FIELD_YES_NO) {
		picks[n++] = (struct pick){ .value = S("yes"), .words = S("Yes") };
		picks[n++] = (struct pick){ .value = S("no"), .words = S("No") };
	}
	q->picks = picks;
	q->pick_count = n;
}

/* The codes of an attribute, as choices. */
static void
choose_attribute(struct question *q, struct arena *perm)
{
	const struct equality_attribute *attribute = equality_find(str_of(q->to));
	struct choice *choices = new(perm, attribute->code_count, struct choice);
	for (int c = 0; c < attribute->code_count; c++)
		choices[c] = (struct choice){ attribute->codes[c].code, attribute->codes[c].words };
	q->field = (struct field){ .kind = FIELD_CHOICE, .choices = choices, .choice_count = attribute->code_count };
}

static void
settle(struct question *q, struct arena *perm)
{
	bool said = q->field.kind != FIELD_TEXT || q->field.most > 0;
	if (!said && q->type == TYPE_CANDIDATE_EQUALITY)
		choose_attribute(q, perm);
	else if (!said && q->to)
		q->field = record_types[q->type].fields[field_find(&record_types[q->type], str_of(q->to))];
	if (q->field.kind == FIELD_CHOICE || q->field.kind == FIELD_YES_NO)
		pick_choices(q, perm);
}

/* ---- those of the round ------------------------------------------------------------------------------------- */

static void
ask_role(const struct applied *at, struct question *asked, int *count)
{
	int n = at->role_count;
	struct choice *choices = new(at->perm, n + 1, struct choice);
	for (int i = 0; i < n; i++)
		choices[i] = (struct choice){ at->roles[i].ref, at->roles[i].words };
	asked[(*count)++] = (struct question){ .name = S("role"), .label = S("Which post do you apply for?"), .needed = true,
		.type = TYPE_APPLICATION, .to = "role",
		.field = { .kind = FIELD_CHOICE, .choices = choices, .choice_count = n } };
}

Str
apply_answer_name(const struct record *criterion, struct arena *perm)
{
	return str_format(perm, "answer.%.*s", STR_ARG(criterion->ref));
}

static void
ask_criteria(const struct applied *at, struct question *asked, int *count)
{
	const struct record **criteria;
	int n = apply_criteria(at, draft_text_of(&at->texts, S("role")), &criteria), most = apply_term(at, TERM_ANSWER);
	for (int i = 0; i < n && *count < QUESTIONS_MOST - 1; i++) {
		bool essential = said_text(TYPE_CRITERION, criteria[i], "needed").len > 0;
		asked[(*count)++] = (struct question){ .name = apply_answer_name(criteria[i], at->perm), .needed = essential,
			.label = said_text(TYPE_CRITERION, criteria[i], "name"), .hint = essential ? S("Essential") : S("Desirable"),
			.type = RECORD_TYPES, .field = { .kind = FIELD_NOTE, .most = most } };
	}
	asked[(*count)++] = (struct question){ .name = S("statement"), .type = TYPE_APPLICATION, .to = "statement", .needed = n == 0,
		.label = n ? S("Anything else you want to say") : S("Why you, and why this post"),
		.field = { .kind = FIELD_NOTE, .most = n ? most : apply_term(at, TERM_STATEMENT) } };
}

int
apply_questions(const struct applied *at, enum apply_step step, struct question **questions)
{
	struct question *asked = new(at->perm, QUESTIONS_MOST, struct question);
	int count = 0;
	if (step == STEP_EXPERIENCE)
		ask_role(at, asked, &count);
	if (step == STEP_STATEMENT)
		ask_criteria(at, asked, &count);
	for (int i = 0; i < countof(rows); i++)
		if (rows[i].step == step)
			asked[count++] = rows[i].asks;
	for (int i = 0; i < count; i++)
		if (str_equal(asked[i].name, S("employment")))
			asked[i].field.most = apply_term(at, TERM_EMPLOYMENT);
	for (int i = 0; i < count; i++)
		settle(&asked[i], at->perm);
	*questions = asked;
	return count;
}

/* ---- judging ---------------------------------------------------------------------------------------------------- */

/* What one answer asks of another. */
static const struct { Str name, other, says; Str wrong; } when_said[] = {
	{ STR("swe_number"), STR("registered"), STR("yes"), STR("Enter your Social Work England number, as SW123456") },
	{ STR("interest"), STR("interested"), STR("yes"), STR("Say whom you know, and how") },
};

/* Whose address another may not be: who gives a reference is neither the applicant nor the other referee. */
static const struct { Str name, other, wrong; } somebody_else[] = {
	{ STR("referee_1_email"), STR("email"), STR("First referee: e-mail address: this is your own. Name somebody else, and how to reach them") },
	{ STR("referee_2_email"), STR("email"), STR("Second referee: e-mail address: this is your own. Name somebody else, and how to reach them") },
	{ STR("referee_2_email"), STR("referee_1_email"), STR("Second referee: e-mail address: this is the first referee\u2019s. Name two people") },
};

static Str
missing_words(const struct question *q, struct arena *perm)
{
	if (q->field.kind == FIELD_CHOICE || q->field.kind == FIELD_YES_NO)
		return str_format(perm, "Choose an answer to \u201c%.*s\u201d", STR_ARG(q->label));
	if (q->field.kind == FIELD_NOTE)
		return str_format(perm, "Write something under \u201c%.*s\u201d", STR_ARG(q->label));
	Str first = str_lower(str_upto(q->label, 1), perm);
	return str_format(perm, "Enter %.*s%.*s", STR_ARG(first), STR_ARG(str_from(q->label, 1)));
}

bool
question_read(const struct applied *at, const struct question *q, Str *value, Str *wrong)
{
	struct misfit misfit;
	Str typed = str_trim(draft_text_of(&at->texts, q->name));
	*wrong = S("");
	if (!value_read(&q->field, typed, value, &misfit, at->perm)) {
		*wrong = str_format(at->perm, "%.*s %.*s: %.*s", STR_ARG(q->label), STR_ARG(misfit.wrong), STR_ARG(misfit.mend));
		return false;
	}
	if (value->len == 0 && q->needed)
		*wrong = missing_words(q, at->perm);
	else if (value->len && q->email && (!email_good(*value) || !letter_address(*value, &(struct error){ 0 })))
		*wrong = str_format(at->perm, "%.*s: write it like name@example.com", STR_ARG(q->label));
	for (int i = 0; i < countof(somebody_else) && value->len && wrong->len == 0; i++)
		if (str_equal(somebody_else[i].name, q->name) &&
		    str_equal_fold(str_trim(draft_text_of(&at->texts, somebody_else[i].other)), *value))
			*wrong = somebody_else[i].wrong;
	for (int i = 0; i < countof(when_said) && value->len == 0; i++)
		if (str_equal(when_said[i].name, q->name) &&
		    str_equal(draft_text_of(&at->texts, when_said[i].other), when_said[i].says))
			*wrong = when_said[i].wrong;
	return wrong->len == 0;
}

int
apply_wrong(const struct applied *at, enum apply_step step)
{
	struct question *questions;
	int count = apply_questions(at, step, &questions), wrong = 0;
	for (int i = 0; i < count; i++) {
		Str value, words;
		wrong += !question_read(at, &questions[i], &value, &words);
	}
	return wrong;
}

bool
apply_begun(const struct applied *at, enum apply_step step)
{
	struct question *questions;
	int count = apply_questions(at, step, &questions);
	for (int i = 0; i < count; i++)
		if (draft_text_of(&at->texts, questions[i].name).len)
			return true;
	return false;
}
