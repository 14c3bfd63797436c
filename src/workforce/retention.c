/* retention.c: the rows, and what is due of a council's records. */
#include "workforce/retaining.h"

const struct keep_row keep_rows[KEEPS] = {
	{ KEEP_PERSON, STR("person"), STR("Who somebody is: names, payroll number, e-mail, registration number, birth date"),
	  STR("their last day in a post"),
	  STR("emptied, with its history and the reasons given; of the birth date five years are told; posts and days stay, "
	      "under a number"), STR("Limitation Act 1980, section 5: six years"), { 6, TERM_YEARS }, false },
	{ KEEP_EQUALITY, STR("equality"), STR("What people said of themselves for equality monitoring"),
	  STR("their last day in a post"), STR("taken away, with its history"),
	  STR("Data Protection Act 2018, schedule 1, paragraph 8: no longer than monitoring needs"), { 1, TERM_YEARS }, false },
	{ KEEP_ABSENCE, STR("absence"), STR("Absences: days and kind"), STR("the last day of each"),
	  STR("taken away, with its history"), STR("three census years, to compare one with another"),
	  { 3, TERM_YEARS }, false },
	{ KEEP_PAY, STR("pay"), STR("What people are paid"), STR("the last day of each, or the last day in a post"),
	  STR("taken away, with its history"), STR("three census years, to compare one with another"),
	  { 3, TERM_YEARS }, false },
	{ KEEP_ASKED, STR("asked"), STR("Requests for one\u2019s own data, and corrections that were proposed"),
	  STR("the day they were answered"), STR("taken away"),
	  STR("UK GDPR, article 5(2): to show that they were answered in time"), { 3, TERM_YEARS }, false },
	{ KEEP_TOTALS, STR("totals"), STR("Who stood where in released totals, by salted hashes"), STR("the day they are of"),
	  STR("taken away; the totals stay"), STR("so that no release singles anybody out against those before"),
	  { 24, TERM_MONTHS }, false },
	{ KEEP_CANDIDATE, STR("candidate"), STR("Who applied: name, contact, registration number, what they and others wrote"),
	  STR("the end of their last application"),
	  STR("emptied, with its history; how far an application came stays, under its number; of whoever started, with the person"),
	  STR("Equality Act 2010, section 123: three months to claim, and time to answer"), { 183, TERM_DAYS }, false },
	{ KEEP_CANDIDATE_AGAIN, STR("candidate_again"), STR("The same, of those who said that they may be asked again"),
	  STR("the end of their last application, unless a day of their own was agreed"), STR("emptied, as above"),
	  STR("their own consent, which they may take back"), { 2, TERM_YEARS }, false },
	{ KEEP_CANDIDATE_EQUALITY, STR("candidate_equality"), STR("What candidates said of themselves for equality monitoring"),
	  STR("the day they said it"), STR("taken away, with its history; released totals stay"),
	  STR("until the totals of their year are released"), { 24, TERM_MONTHS }, false },
	{ KEEP_LEARNER, STR("learner"), STR("Students, trainees and recruits who did not join: name, papers, what was written of them"),
	  STR("the end of their way here"),
	  STR("emptied, with its history; how far they came stays, under its number; of whoever joined, with the person"),
	  STR("Equality Act 2010, section 123: three months to claim, and time to answer"), { 183, TERM_DAYS }, false },
	{ KEEP_LEARNER_AGAIN, STR("learner_again"), STR("The same, of those who said that they may be asked again, or were only interested"),
	  STR("the end of their way, or the day they were known, unless a day of their own was agreed"), STR("emptied, as above"),
	  STR("their own consent, which they may take back"), { 2, TERM_YEARS }, false },
	{ KEEP_RETURNS, STR("returns"), STR("Statutory returns as they were sent, with what was found and noted"), STR("the day of sending"),
	  STR("the file goes; that it was sent, by whom and with which fingerprint, stays"),
	  STR("Limitation Act 1980, section 5: six years"), { 6, TERM_YEARS }, false },
	{ KEEP_FAILURES, STR("failures"), STR("Sign-ins that failed"), STR("each"), STR("taken away"),
	  STR("to see who guesses"), { 90, TERM_DAYS }, true },
	{ KEEP_TOKENS, STR("tokens"), STR("API tokens that are over"), STR("their end"), STR("taken away"),
	  STR("to see what used them last"), { 90, TERM_DAYS }, true },
	{ KEEP_BROWSERS, STR("browsers"), STR("Browsers that somebody has signed in with"), STR("the first time"),
	  STR("forgotten"), STR("so that nobody is kept out by another\u2019s guesses"), { 1, TERM_YEARS }, true },
	{ KEEP_AUDIT, STR("audit"), STR("The audit: who did or read what"), STR("each entry"),
	  STR("what was read or done goes; that there was an entry, of whom and when, stays, so that the chain can be checked"),
	  STR("Limitation Act 1980, section 5: six years"), { 6, TERM_YEARS }, true },
};

const struct keep_row *
keep_find(Str name)
{
	for (int k = 0; k < KEEPS; k++)
		if (str_equal(keep_rows[k].name, name))
			return &keep_rows[k];
	return NULL;
}

struct keeping
keeping_usual(void)
{
	struct keeping keeping = { 0 };
	for (int k = 0; k < KEEPS; k++)
		keeping.terms[k] = keep_rows[k].term;
	return keeping;
}

/* ---- people ------------------------------------------------------------------------------------ */

/* The last day somebody was in a post, of all records that are one person: DATE_OPEN while they are,
 * day 0 when they never were. */
static Date
person_left(const struct roster *roster, int person)
{
	int one = roster_same(roster, person);
	Date left = { 0 };
	for (int i = roster->person_spells_begin[one]; i < roster->person_spells_begin[one + 1]; i++) {
		Date last = spell_period(roster, roster->person_spells[i]).last;
		left = last.day > left.day ? last : left;
	}
	return left;
}

/* The year of birth, told to five years: 1984-03-05 becomes 1980-01-01. */
static Str
birth_band(Str born, struct arena *perm)
{
	Date day;
	if (!date_parse(born, &day))
		return (Str){ 0 };
	int year = date_civil(day).year;
	return str_format(perm, "%04d-01-01", year - year % 5);
}

/* ---- planning ---------------------------------------------------------------------------------- */

static bool
listed(const Str *refs, int count, Str ref)
{
	for (int i = 0; i < count; i++)
		if (str_equal(refs[i], ref))
			return true;
	return false;
}

/* A hold on one record of a person is on all of them. */
static bool
is_held(const struct planning *in, Str ref)
{
	const struct keeping *keeping = in->keeping;
	if (keeping->all_held || listed(keeping->held, keeping->held_count, ref))
		return true;
	int person = roster_person(in->roster, ref);
	for (int i = 0; person != NOT_THERE && i < keeping->held_count; i++) {
		int held = roster_person(in->roster, keeping->held[i]);
		if (held != NOT_THERE && roster_same(in->roster, held) == roster_same(in->roster, person))
			return true;
	}
	return false;
}

struct going *
add_going(struct planning *in, struct going going)
{
	struct retention_plan *plan = in->plan;
	if (plan->count == in->going_room) {
		struct going *before = plan->going;
		in->going_room = 2 * in->going_room + 32;
		plan->going = new(in->perm, in->going_room, struct going);
		for (int i = 0; i < plan->count; i++)
			plan->going[i] = before[i];
	}
	going.held = is_held(in, going.person);
	plan->held_count += going.held;
	plan->going[plan->count] = going;
	return &plan->going[plan->count++];
}

void
add_thing(struct planning *in, const struct record_type *type, Str ref)
{
	struct retention_plan *plan = in->plan;
	if (plan->thing_count == in->thing_room) {
		struct going_thing *before = plan->things;
		in->thing_room = 2 * in->thing_room + 32;
		plan->things = new(in->perm, in->thing_room, struct going_thing);
		for (int i = 0; i < plan->thing_count; i++)
			plan->things[i] = before[i];
	}
	plan->things[plan->thing_count++] = (struct going_thing){ type, ref };
}

/* Whether a term that begins on `from` is over; its last day. */
static bool
is_over(const struct planning *in, enum keep_id id, Date from, Date *last)
{
	*last = from;
	if (from.day == 0 || from.day == DATE_OPEN.day)
		return false;
	*last = term_after(from, in->keeping->terms[id]);
	return last->day < in->today.day;
}

void
remove_row(struct planning *in, const struct records *records, const struct record *row)
{
	changes_add(&in->plan->changes, (struct change){ .kind = REMOVE, .type = records->type, .before = *row });
	add_thing(in, records->type, row->ref);
}

/* ---- who somebody is --------------------------------------------------------------------------- */

enum emptying { EMPTIED, TO_BAND, TO_TODAY };
static const struct { enum type_id type; Str field; enum emptying how; } emptied[] = {
	{ TYPE_PERSON, STR("family_name"), EMPTIED }, { TYPE_PERSON, STR("given_names"), EMPTIED },
	{ TYPE_PERSON, STR("known_as"), EMPTIED },    { TYPE_PERSON, STR("payroll"), EMPTIED },
	{ TYPE_PERSON, STR("email"), EMPTIED },       { TYPE_PERSON, STR("born"), TO_BAND },
	{ TYPE_REGISTRATION, STR("number"), EMPTIED },
	{ TYPE_CENSUS_NOTE, STR("record"), EMPTIED }, { TYPE_CENSUS_NOTE, STR("words"), EMPTIED },
	{ TYPE_ASSIGNMENT_EVIDENCE, STR("experience_seen"), EMPTIED },
	{ TYPE_ASSIGNMENT_EVIDENCE, STR("last_council"), EMPTIED }, { TYPE_CONVERSION, STR("reason"), EMPTIED },
	{ TYPE_INDUCTION, STR("not_needed_why"), EMPTIED }, { TYPE_PROBATION, STR("why"), EMPTIED },
	{ TYPE_CANDIDATE, STR("given_names"), EMPTIED }, { TYPE_CANDIDATE, STR("family_name"), EMPTIED },
	{ TYPE_CANDIDATE, STR("email"), EMPTIED }, { TYPE_CANDIDATE, STR("phone"), EMPTIED },
	{ TYPE_CANDIDATE, STR("swe_number"), EMPTIED }, { TYPE_CANDIDATE, STR("local_link"), EMPTIED },
	{ TYPE_CANDIDATE, STR("adjustments"), EMPTIED }, { TYPE_CANDIDATE, STR("remove_on"), EMPTIED },
	{ TYPE_CANDIDATE, STR("keep_in_touch"), EMPTIED }, { TYPE_CANDIDATE, STR("sponsor_needed"), EMPTIED },
	{ TYPE_CANDIDATE, STR("removed_on"), TO_TODAY },
	{ TYPE_APPLICATION, STR("statement"), EMPTIED }, { TYPE_APPLICATION, STR("experience"), EMPTIED },
	{ TYPE_APPLICATION, STR("referred_by"), EMPTIED }, { TYPE_APPLICATION, STR("brought_as"), EMPTIED },
	{ TYPE_APPLICATION, STR("referrer"), EMPTIED }, { TYPE_APPLICATION, STR("interest"), EMPTIED },
	{ TYPE_CANDIDATE, STR("colleague"), EMPTIED },
	{ TYPE_LEARNER, STR("given_names"), EMPTIED }, { TYPE_LEARNER, STR("family_name"), EMPTIED },
	{ TYPE_LEARNER, STR("local_link"), EMPTIED }, { TYPE_LEARNER, STR("registered_on"), EMPTIED },
	{ TYPE_LEARNER, STR("certificate_until"), EMPTIED }, { TYPE_LEARNER, STR("visa_until"), EMPTIED },
	{ TYPE_LEARNER, STR("arrives_on"), EMPTIED }, { TYPE_LEARNER, STR("keep_in_touch"), EMPTIED },
	{ TYPE_LEARNER, STR("remove_on"), EMPTIED }, { TYPE_LEARNER, STR("note"), EMPTIED },
	{ TYPE_LEARNER, STR("colleague"), EMPTIED }, { TYPE_LEARNER, STR("candidate"), EMPTIED },
	{ TYPE_LEARNER, STR("removed_on"), TO_TODAY }, { TYPE_LEARNER_STEP, STR("note"), EMPTIED },
	{ TYPE_STEP, STR("note"), EMPTIED }, { TYPE_SCORE, STR("note"), EMPTIED },
	{ TYPE_VETTING, STR("not_needed_why"), EMPTIED }, { TYPE_VETTING, STR("number"), EMPTIED },
	{ TYPE_VETTING, STR("referee"), EMPTIED }, { TYPE_VETTING, STR("referee_email"), EMPTIED },
};

static Str
emptied_value(const struct planning *in, enum emptying how, Str value)
{
	switch (how) {
	case TO_BAND:
		return birth_band(value, in->perm);
	case TO_TODAY:
		return date_iso(in->today, in->perm);
	default:
		return (Str){ 0 };
	}
}

/* The row with less in it; whether that changes anything. */
bool
empty_row(struct planning *in, const struct records *records, const struct record *row)
{
	const struct record_type *type = records->type;
	Str *values = new(in->perm, type->field_count, Str);
	bool any = false;
	for (int f = 0; f < type->field_count; f++)
		values[f] = row->values[f];
	for (int e = 0; e < countof(emptied); e++) {
		if (&record_types[emptied[e].type] != type)
			continue;
		int f = field_find(type, emptied[e].field);
		values[f] = emptied_value(in, emptied[e].how, values[f]);
		any = any || !str_equal(values[f], row->values[f]);
	}
	struct record after = *row;
	after.values = values;
	if (any)
		changes_add(&in->plan->changes, (struct change){ .kind = ALTER, .type = type, .before = *row, .after = after });
	return any;
}

/* Rows of a type that are about a person. */
static void
empty_all_of(struct planning *in, enum type_id id, Str ref)
{
	const struct records *records = &in->roster->council->of[id];
	if (!records->type)
		return;
	int field = field_find(records->type, S("person"));
	for (int i = 0; i < records->count; i++) {
		const struct record *row = &records->at[i];
		if (!str_equal(row->values[field], ref))
			continue;
		empty_row(in, records, row);
		if (i == 0 || !str_equal(records->at[i - 1].ref, row->ref))
			add_thing(in, records->type, row->ref);
	}
}

bool
person_is_empty(const struct record *row)
{
	const struct record_type *type = &record_types[TYPE_PERSON];
	for (int e = 0; e < countof(emptied); e++)
		if (emptied[e].type == TYPE_PERSON && emptied[e].how == EMPTIED && record_value(type, row, emptied[e].field).len)
			return false;
	return true;
}

bool
person_is_gone(const struct planning *in, Str person)
{
	int first;
	const struct records *people = &in->roster->council->of[TYPE_PERSON];
	if (!person.len || records_of(people, person, &first) == 0)
		return false;
	for (int i = 0; i < in->plan->count; i++)
		if (in->plan->going[i].why == KEEP_PERSON && str_equal(in->plan->going[i].ref, person))
			return !in->plan->going[i].held;
	return person_is_empty(&people->at[first]);
}

static void
empty_person(struct planning *in, const struct records *people, const struct record *row)
{
	in->plan->people++;
	empty_row(in, people, row);
	add_thing(in, people->type, row->ref);
	for (int t = 0; t < RECORD_TYPES; t++)
		if (record_types[t].personal && t != TYPE_PERSON)
			empty_all_of(in, (enum type_id)t, row->ref);
}

static void
plan_people(struct planning *in)
{
	const struct records *people = &in->roster->council->of[TYPE_PERSON];
	for (int i = 0; i < people->count; i++) {
		const struct record *row = &people->at[i];
		int person = roster_person(in->roster, row->ref);
		if (person_is_empty(row) || person == NOT_THERE)
			continue;
		Date from = person_left(in->roster, person), last;
		in->plan->people_kept++;
		in->plan->never_in_post += from.day == 0;
		bool again = listed(in->keeping->again, in->keeping->again_count, row->ref);
		if (!is_over(in, KEEP_PERSON, from, &last) && !again)
			continue;
		if (!add_going(in, (struct going){ .why = KEEP_PERSON, .person = row->ref, .ref = row->ref, .from = from,
		                                   .last = last })->held)
			empty_person(in, people, row);
	}
}

/* ---- the rest ---------------------------------------------------------------------------------- */

static void
plan_equality(struct planning *in, const struct records *equality)
{
	for (int i = 0; i < equality->count; i++) {
		const struct record *row = &equality->at[i];
		Str ref = record_value(&record_types[TYPE_EQUALITY], row, S("person"));
		int person = roster_person(in->roster, ref);
		Date last, from = person == NOT_THERE ? (Date){ 0 } : person_left(in->roster, person);
		if (is_over(in, KEEP_EQUALITY, from, &last)
		    && !add_going(in, (struct going){ .why = KEEP_EQUALITY, .person = ref, .ref = row->ref, .from = from,
		                                      .last = last })->held)
			remove_row(in, equality, row);
	}
}

/* Dated records about people that go one by one. One that was left open ends with its person's time in a post. */
static void
plan_dated(struct planning *in, enum keep_id keep, enum type_id type)
{
	const struct records *records = &in->roster->council->of[type];
	for (int i = 0; i < records->count; i++) {
		const struct record *row = &records->at[i];
		Str ref = record_value(&record_types[type], row, S("person"));
		int person = roster_person(in->roster, ref);
		Date last, from = row->when.last;
		if (from.day == DATE_OPEN.day && person != NOT_THERE)
			from = person_left(in->roster, person);
		if (is_over(in, keep, from, &last)
		    && !add_going(in, (struct going){ .why = keep, .person = ref, .ref = row->ref, .from = from,
		                                      .last = last })->held)
			remove_row(in, records, row);
	}
}

void
retention_plan(struct retention_plan *plan, const struct roster *roster,
               const struct records *equality, const struct keeping *keeping, Date today,
               struct arena *perm)
{
	*plan = (struct retention_plan){ .changes = changes_new(perm) };
	struct planning in = { .plan = plan, .roster = roster, .keeping = keeping, .today = today, .perm = perm };
	plan_people(&in);
	plan_equality(&in, equality);
	plan_dated(&in, KEEP_ABSENCE, TYPE_ABSENCE);
	plan_dated(&in, KEEP_PAY, TYPE_PAY);
	plan_candidates(&in);
	plan_learners(&in);
}
