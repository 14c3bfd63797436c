/* agency.c: reading a council's agency use from its records. */
#include "practice/agency.h"

#include <assert.h>

/* ---- values ------------------------------------------------------------------------------------ */

static Str
value_of(const struct records *records, int row, const char *field)
{
	return record_value(records->type, &records->at[row], str_of(field));
}

static Str
value_of_record(const struct record *evidence, const char *field)
{
	return record_value(&record_types[TYPE_ASSIGNMENT_EVIDENCE], evidence, str_of(field));
}

static Date
day_of(Str value)
{
	Date day = { 0 };
	(void)date_parse(value, &day);
	return day;
}

static int64_t
micro_of(Str value)
{
	struct parsed_decimal number = parse_decimal(value, 6, false);
	return number.ok ? number.micro : NOT_ENTERED;
}

static int64_t
pence_of(Str value)
{
	int64_t micro = micro_of(value);
	return micro == NOT_ENTERED ? NO_PENCE : micro / (MICRO / 100);
}

static int
whole_of(Str value)
{
	int64_t micro = micro_of(value);
	return micro == NOT_ENTERED ? NOT_ENTERED : (int)(micro / MICRO);
}

static int
answer_of_yes_no(Str value)
{
	return value.len == 0 ? NOT_ENTERED : str_equal(value, S("yes"));
}

/* Which choice of a field a code is; `none` when it is none. */
static int
choice_at(enum type_id type, const char *field, Str code, int none)
{
	const struct field *of = &record_types[type].fields[field_find(&record_types[type], str_of(field))];
	for (int c = 0; c < of->choice_count; c++)
		if (str_equal(of->choices[c].code, code))
			return c;
	return none;
}

static Str
choice_words(enum type_id type, const char *field, int place)
{
	return record_types[type].fields[field_find(&record_types[type], str_of(field))].choices[place].words;
}

Str
job_type_words(enum job_type job)
{
	return choice_words(TYPE_ASSIGNMENT, "job_type", (int)job);
}

bool
job_type_find(Str code, enum job_type *job)
{
	int found = choice_at(TYPE_ASSIGNMENT, "job_type", code, NOT_THERE);
	if (found != NOT_THERE)
		*job = (enum job_type)found;
	return found != NOT_THERE;
}

Str
agency_reason_words(enum agency_reason reason)
{
	return reason == WHY_UNKNOWN ? S("Not said") : choice_words(TYPE_AGENCY_REQUEST, "reason", (int)reason);
}

/* ---- requests ---------------------------------------------------------------------------------- */

static const struct records *
records_in(const struct agency *agency, enum type_id type)
{
	return &agency->roster->council->of[type];
}

static void
read_request(struct agency_request *q, const struct agency *agency, int row)
{
	const struct records *all = records_in(agency, TYPE_AGENCY_REQUEST);
	const struct roster *r = agency->roster;
	Date withdrawn = day_of(value_of(all, row, "withdrawn_on"));
	*q = (struct agency_request){ .record = &all->at[row], .ref = all->at[row].ref,
		.reason = (enum agency_reason)choice_at(TYPE_AGENCY_REQUEST, "reason", value_of(all, row, "reason"), WHY_UNKNOWN),
		.post = roster_post(r, value_of(all, row, "post")), .unit = roster_unit(r, value_of(all, row, "unit")),
		.extends = NOT_THERE, .assignment = NOT_THERE, .from = day_of(value_of(all, row, "starts_on")),
		.planned_end = day_of(value_of(all, row, "planned_end")), .hours = micro_of(value_of(all, row, "hours")),
		.asked_by = value_of(all, row, "asked_by") };
	(void)job_type_find(value_of(all, row, "job_type"), &q->job);
	if (withdrawn.day && withdrawn.day <= agency->day.day)
		q->state = REQUEST_WITHDRAWN;
}

static void
decide_request(struct agency_request *q, const struct records *all, int row)
{
	Str decision = value_of(all, row, "decision");
	Date on = day_of(value_of(all, row, "held_on"));
	bool refused = str_equal(decision, S("refused")), approved = str_equal(decision, S("approved"));
	if (str_equal(decision, S("options")))
		q->checked_on = on;
	if ((!refused && !approved) || on.day < q->decided_on.day)
		return;
	q->decided_on = on;
	q->decided_by = value_of(all, row, "made_by");
	if (q->state != REQUEST_WITHDRAWN)
		q->state = refused ? REQUEST_REFUSED : REQUEST_APPROVED;
}

static void
read_requests(struct agency *agency, struct arena *perm)
{
	const struct records *all = records_in(agency, TYPE_AGENCY_REQUEST);
	const struct records *decisions = records_in(agency, TYPE_AGENCY_DECISION);
	agency->requests = new(perm, all->count + 1, struct agency_request);
	agency->request_count = all->count;
	for (int i = 0; i < all->count; i++)
		read_request(&agency->requests[i], agency, i);
	for (int d = 0; d < decisions->count; d++) {
		int q = agency_request(agency, value_of(decisions, d, "request"));
		if (q != NOT_THERE && day_of(value_of(decisions, d, "held_on")).day <= agency->day.day)
			decide_request(&agency->requests[q], decisions, d);
	}
	for (int i = 0; i < all->count; i++)
		if (agency->requests[i].state == REQUEST_WAITS && agency->requests[i].checked_on.day)
			agency->requests[i].state = REQUEST_CHECKED;
}

/* ---- assignments ------------------------------------------------------------------------------- */

static void
read_pay(struct assignment *a, const struct records *all, int row)
{
	a->pay = (struct assignment_pay){ pence_of(value_of(all, row, "pay_rate")), pence_of(value_of(all, row, "employer_ni")),
		pence_of(value_of(all, row, "levy")), pence_of(value_of(all, row, "holiday_pay")),
		pence_of(value_of(all, row, "charge")) };
}

/* Its last day: as it was ended, else as the time in post ended. */
static Date
last_of(const struct roster *r, const struct assignment *a, Str ended)
{
	if (ended.len)
		return day_of(ended);
	return a->spell == NOT_THERE ? DATE_OPEN : spell_period(r, a->spell).last;
}

static void
read_assignment(struct assignment *a, const struct agency *agency, int row)
{
	const struct records *all = records_in(agency, TYPE_ASSIGNMENT);
	const struct roster *r = agency->roster;
	*a = (struct assignment){ .record = &all->at[row], .ref = all->at[row].ref, .reason = WHY_UNKNOWN,
		.person = roster_person(r, value_of(all, row, "person")), .spell = roster_spell(r, value_of(all, row, "spell")),
		.post = NOT_THERE, .unit = NOT_THERE, .request = agency_request(agency, value_of(all, row, "request")),
		.hours = micro_of(value_of(all, row, "hours")), .starts = day_of(value_of(all, row, "starts_on")),
		.planned_end = day_of(value_of(all, row, "planned_end")), .notice_days = whole_of(value_of(all, row, "notice_days")),
		.ending = (enum assignment_ending)(1 + choice_at(TYPE_ASSIGNMENT, "ending", value_of(all, row, "ending"), -1)),
		.in_project = value_of(all, row, "project").len > 0,
		.workers_approved = answer_of_yes_no(value_of(all, row, "workers_approved")),
		.costs_split = answer_of_yes_no(value_of(all, row, "costs_split")),
		.council_controls = answer_of_yes_no(value_of(all, row, "council_controls")),
		.proof = { .direct_months = NOT_ENTERED, .references = NOT_ENTERED, .left_post = NOT_ENTERED } };
	(void)job_type_find(value_of(all, row, "job_type"), &a->job);
	read_pay(a, all, row);
	a->last = last_of(r, a, value_of(all, row, "ended_on"));
	if (a->ending == NOT_ENDED && a->last.day != DATE_OPEN.day)
		a->ending = AGENCY_ENDED;
	if (a->spell != NOT_THERE)
		a->post = spell_last(r, a->spell)->post;
	if (a->post != NOT_THERE)
		a->unit = r->post_rows[r->posts[a->post].first + r->posts[a->post].count - 1].unit;
	if (a->request != NOT_THERE)
		a->reason = agency->requests[a->request].reason;
}

static void
read_evidence(struct assignment *a, const struct records *all, int row)
{
	Str qualified = value_of(all, row, "qualified_on"), last = value_of(all, row, "last_day");
	a->evidence = &all->at[row];
	a->proof = (struct assignment_proof){ .qualified = day_of(qualified), .has_qualified = qualified.len > 0,
		.last_day = day_of(last), .has_last_day = last.len > 0,
		.direct_months = whole_of(value_of(all, row, "direct_months")),
		.references = whole_of(value_of(all, row, "reference_count")),
		.left_post = answer_of_yes_no(value_of(all, row, "left_post")), .last_region = value_of(all, row, "last_region"),
		.exception = value_of(all, row, "exception") };
}

/* The first qualification of a person, where the evidence of an assignment does not say when they qualified. */
static void
take_qualifications(struct agency *agency)
{
	const struct records *all = records_in(agency, TYPE_QUALIFICATION);
	for (int i = 0; i < all->count; i++) {
		int person = roster_person(agency->roster, value_of(all, i, "person"));
		Date day = day_of(value_of(all, i, "qualified_on"));
		for (int a = 0; a < agency->count && person != NOT_THERE && day.day; a++) {
			struct assignment *of = &agency->assignments[a];
			bool said = of->evidence && value_of_record(of->evidence, "qualified_on").len > 0;
			if (of->person != person || said || (of->proof.has_qualified && of->proof.qualified.day <= day.day))
				continue;
			of->proof.qualified = day;
			of->proof.has_qualified = true;
		}
	}
}

/* Requests that were approved: more time for an assignment, or the one that it was booked with. */
static void
take_requests(struct agency *agency)
{
	const struct records *all = records_in(agency, TYPE_AGENCY_REQUEST);
	for (int i = 0; i < agency->request_count; i++) {
		struct agency_request *q = &agency->requests[i];
		q->extends = agency_assignment(agency, value_of(all, i, "extends"));
		if (q->extends == NOT_THERE || q->state != REQUEST_APPROVED)
			continue;
		struct assignment *a = &agency->assignments[q->extends];
		a->extensions++;
		if (q->planned_end.day > a->planned_end.day)
			a->planned_end = q->planned_end;
	}
	for (int i = 0; i < agency->count; i++) {
		int q = agency->assignments[i].request;
		if (q == NOT_THERE)
			continue;
		agency->requests[q].assignment = i;
		if (agency->requests[q].state == REQUEST_APPROVED)
			agency->requests[q].state = REQUEST_BOOKED;
	}
}

static void
take_signatures(struct agency *agency)
{
	const struct records *all = records_in(agency, TYPE_AGENCY_DECISION);
	for (int d = 0; d < all->count; d++) {
		int a = agency_assignment(agency, value_of(all, d, "assignment"));
		Date on = day_of(value_of(all, d, "held_on"));
		Str decision = value_of(all, d, "decision");
		if (a == NOT_THERE || on.day > agency->day.day)
			continue;
		if (str_equal(decision, S("dcs")))
			agency->assignments[a].signed_dcs = on;
		if (str_equal(decision, S("chief_executive")))
			agency->assignments[a].signed_chief = on;
	}
}

void
agency_read(struct agency *agency, const struct roster *roster, struct agency_of of, struct arena *perm)
{
	const struct records *all = &roster->council->of[TYPE_ASSIGNMENT];
	const struct records *evidence = &roster->council->of[TYPE_ASSIGNMENT_EVIDENCE];
	*agency = (struct agency){ .roster = roster, .region = of.region, .day = of.day, .count = all->count };
	read_requests(agency, perm);
	agency->assignments = new(perm, all->count + 1, struct assignment);
	for (int i = 0; i < all->count; i++)
		read_assignment(&agency->assignments[i], agency, i);
	for (int i = 0; i < evidence->count; i++) {
		int a = agency_assignment(agency, value_of(evidence, i, "assignment"));
		if (a != NOT_THERE)
			read_evidence(&agency->assignments[a], evidence, i);
	}
	if (of.qualifications)
		take_qualifications(agency);
	take_requests(agency);
	take_signatures(agency);
}

/* ---- finding ----------------------------------------------------------------------------------- */

/* Neither kind is dated, so a ref has one row, and rows stand in order of their refs. */
static int
row_of(const struct records *records, Str ref)
{
	int first;
	return ref.len && records_of(records, ref, &first) > 0 ? first : NOT_THERE;
}

int
agency_assignment(const struct agency *agency, Str ref)
{
	return row_of(records_in(agency, TYPE_ASSIGNMENT), ref);
}

int
agency_request(const struct agency *agency, Str ref)
{
	return row_of(records_in(agency, TYPE_AGENCY_REQUEST), ref);
}

int
agency_of_spell(const struct agency *agency, int spell)
{
	for (int i = 0; i < agency->count; i++)
		if (agency->assignments[i].spell == spell)
			return i;
	return NOT_THERE;
}

bool
assignment_runs(const struct assignment *a, Date day)
{
	return a->starts.day <= day.day && day.day <= a->last.day;
}

bool
assignment_meets(const struct assignment *a, struct period when)
{
	return a->starts.day <= when.last.day && when.first.day <= a->last.day;
}

/* ---- words ------------------------------------------------------------------------------------- */

Str
assignment_state_words(const struct agency *agency, const struct assignment *a)
{
	static const Str over[] = { [AGENCY_ENDED] = STR("Ended"), [AGENCY_LEFT] = STR("Left early"),
		[AGENCY_CONVERTED] = STR("Became permanent") };
	if (a->starts.day > agency->day.day)
		return S("To begin");
	if (a->last.day < agency->day.day)
		return over[a->ending];
	return a->extensions ? S("Extended") : S("Booked");
}

Str
request_state_words(enum request_state state)
{
	static const Str words[REQUEST_STATES] = {
		[REQUEST_WAITS] = STR("Waiting"), [REQUEST_CHECKED] = STR("Permanent options checked"),
		[REQUEST_APPROVED] = STR("Approved"), [REQUEST_REFUSED] = STR("Refused"),
		[REQUEST_WITHDRAWN] = STR("Withdrawn"), [REQUEST_BOOKED] = STR("Booked"),
	};
	return words[state];
}

/* ---- becoming permanent ------------------------------------------------------------------------ */

struct fee_free
agency_fee_free(const struct agency *agency, const struct assignment *a)
{
	const struct council *council = agency->roster->council;
	bool ended = a->last.day != DATE_OPEN.day;
	Date last = ended ? a->last : a->planned_end;
	int after_end = last.day + 1 + 7 * agency_number(council, NUMBER_FEE_END, a->starts);
	int after_start = a->starts.day + 7 * agency_number(council, NUMBER_FEE_START, a->starts);
	return (struct fee_free){ { after_end > after_start ? after_end : after_start }, !ended };
}

struct conversion
agency_conversion(const struct agency *agency, const struct assignment *a)
{
	const struct records *all = records_in(agency, TYPE_CONVERSION);
	struct conversion latest = { .fee = NO_PENCE };
	for (int i = 0; i < all->count; i++) {
		Date on = day_of(value_of(all, i, "held_on"));
		if (!str_equal(value_of(all, i, "assignment"), a->ref) || on.day > agency->day.day || on.day < latest.on.day)
			continue;
		int outcome = choice_at(TYPE_CONVERSION, "outcome", value_of(all, i, "outcome"), 0);
		latest = (struct conversion){ (enum talk)(TALK_HELD + outcome), on, pence_of(value_of(all, i, "fee")), &all->at[i] };
	}
	return latest;
}

Str
talk_words(enum talk talk)
{
	return talk == TALK_NONE ? S("Not talked about") : choice_words(TYPE_CONVERSION, "outcome", (int)talk - TALK_HELD);
}
