/* agency_checks.c: the rules as rows, and what each says of an assignment. */
#include "practice/agency.h"

#include <assert.h>

#include "register/term.h"
#include "workforce/service.h"

#define SINCE { 20027 }                              /* 31 October 2024 */
#define GUIDANCE STR("DfE, statutory guidance on agency child and family social workers, in force 31 October 2024")

const struct agency_check_row agency_checks[AGENCY_CHECKS] = {
	[CHECK_CAP] = { STR("cap"), STR("Price cap"),
		STR("What an hour costs is no more than the region\u2019s cap for the type of job; more only with the Director of "
		    "Children\u2019s Services and the chief executive signing it off"), GUIDANCE, STR("high; its parts medium"),
		STR("Regions agree the caps and do not publish them whole: enter your region\u2019s. Sources differ on whether "
		    "holiday pay counts: each cap says what is held to it."), SINCE },
	[CHECK_EXPERIENCE] = { STR("experience"), STR("Experience"),
		STR("Three years of child and family social work since qualifying, directly employed by English councils"),
		GUIDANCE, STR("high on three years; medium on what counts"),
		STR("Whether work outside England or for charities counts is not known."), SINCE },
	[CHECK_COOL_OFF] = { STR("cool_off"), STR("Cool-off"),
		STR("Nobody within three months of leaving a substantive post in the region; but for who goes into a permanent "
		    "post, was made redundant, comes from another region or left in probation"), GUIDANCE,
		STR("high; exceptions medium"), STR("A region is taken to be the region of England."), SINCE },
	[CHECK_NOTICE] = { STR("notice"), STR("Notice"),
		STR("Four weeks, or the council\u2019s own period for its own workers when that is shorter"), GUIDANCE, STR("high"),
		STR(""), SINCE },
	[CHECK_REFERENCES] = { STR("references"), STR("References"),
		STR("At least two detailed references on practice, seen before the worker is engaged"), GUIDANCE, STR("high"),
		STR(""), SINCE },
	[CHECK_PROJECT] = { STR("project"), STR("Project team"),
		STR("Each worker approved in advance, costs told worker by worker, and the council in control of practice"),
		GUIDANCE, STR("high"), STR(""), SINCE },
	[CHECK_APPROVED] = { STR("approved"), STR("Approval"),
		STR("Somebody other than who asked approved it before it began"),
		STR("Good practice of councils: a recorded decision for every use of agency"), STR("good practice"), STR(""), { 0 } },
	[CHECK_END] = { STR("end"), STR("End"), STR("It has not run past its planned end without an extension"),
		STR("Good practice of councils: agency only until a day that was agreed"), STR("good practice"), STR(""), { 0 } },
};

Date
agency_all_held(void)
{
	return date_of(2025, 10, 1);
}

Str
agency_verdict_words(enum agency_verdict verdict)
{
	static const Str words[AGENCY_VERDICTS] = {
		[VERDICT_PASS] = STR("Kept"), [VERDICT_OUTSIDE] = STR("Does not apply"), [VERDICT_UNKNOWN] = STR("Not known"),
		[VERDICT_SIGNED] = STR("Breach, signed off"), [VERDICT_BREACH] = STR("Breach"),
	};
	return words[verdict];
}

/* ---- numbers ----------------------------------------------------------------------------------- */

const struct agency_number_row agency_numbers[AGENCY_NUMBERS] = {
	[NUMBER_EXPERIENCE] = { STR("experience"), 36, GUIDANCE, STR("high") },
	[NUMBER_COOL_OFF] = { STR("cool_off"), 3, GUIDANCE, STR("high") },
	[NUMBER_NOTICE] = { STR("notice"), 28, GUIDANCE, STR("high") },
	[NUMBER_REFERENCES] = { STR("references"), 2, GUIDANCE, STR("high") },
	[NUMBER_FEE_END] = { STR("fee_after_end"), 8, STR("Conduct Regulations 2003, regulation 10"), STR("weeks to be checked") },
	[NUMBER_FEE_START] = { STR("fee_after_start"), 14, STR("Conduct Regulations 2003, regulation 10"),
		STR("weeks to be checked") },
};

int
agency_number(const struct council *council, enum agency_number number, Date day)
{
	const struct records *all = &council->of[TYPE_AGENCY_RULE];
	for (int i = 0; i < all->count; i++) {
		struct parsed_decimal said = parse_decimal(record_value(all->type, &all->at[i], S("number")), 0, false);
		if (said.ok && period_holds(all->at[i].when, day) &&
		    str_equal(record_value(all->type, &all->at[i], S("rule")), agency_numbers[number].code))
			return (int)(said.micro / MICRO);
	}
	return agency_numbers[number].usual;
}

/* ---- the cap ----------------------------------------------------------------------------------- */

static const struct record *
cap_of(const struct agency *agency, const struct assignment *a)
{
	const struct records *all = &agency->roster->council->of[TYPE_AGENCY_CAP];
	for (int i = 0; i < all->count; i++) {
		enum job_type job;
		if (period_holds(all->at[i].when, a->starts) &&
		    str_equal_fold(record_value(all->type, &all->at[i], S("region")), agency->region) &&
		    job_type_find(record_value(all->type, &all->at[i], S("job_type")), &job) && job == a->job)
			return &all->at[i];
	}
	return NULL;
}

/* What is held to the cap, as far as it is known, and whether that is all of it. */
struct held { int64_t pence; bool whole; };

static struct held
held_to_cap(const struct assignment *a, Str parts)
{
	struct held held = { 0, true };
	int64_t some[] = { a->pay.pay, a->pay.ni, a->pay.levy, a->pay.holiday };
	int count = str_equal(parts, S("holiday")) ? 4 : 3;
	if (str_equal(parts, S("charge")))
		return (struct held){ a->pay.charge == NO_PENCE ? 0 : a->pay.charge, a->pay.charge != NO_PENCE };
	for (int i = 0; i < count; i++) {
		held.whole = held.whole && some[i] != NO_PENCE;
		held.pence += some[i] == NO_PENCE ? 0 : some[i];
	}
	return held;
}

static struct judgement
over_cap(const struct assignment *a, Str over, struct arena *perm)
{
	bool dcs = a->signed_dcs.day, chief = a->signed_chief.day;
	if (dcs && chief)
		return (struct judgement){ VERDICT_SIGNED, str_format(perm, "%.*s; signed off by the Director of Children\u2019s "
			"Services on %.*s and the chief executive on %.*s", STR_ARG(over), STR_ARG(date_text(a->signed_dcs, perm)),
			STR_ARG(date_text(a->signed_chief, perm))) };
	return (struct judgement){ VERDICT_BREACH, str_format(perm, "%.*s; %s", STR_ARG(over),
		dcs ? "signed off by the Director of Children\u2019s Services, and not by the chief executive"
		: chief ? "signed off by the chief executive, and not by the Director of Children\u2019s Services"
		: "nobody has signed it off") };
}

static struct judgement
judge_cap(const struct agency *agency, const struct assignment *a, struct arena *perm)
{
	const struct record *cap = cap_of(agency, a);
	const struct record_type *type = &record_types[TYPE_AGENCY_CAP];
	if (!cap)
		return (struct judgement){ VERDICT_UNKNOWN, str_format(perm, "no cap is entered for %.*s on %.*s",
			STR_ARG(str_lower(job_type_words(a->job), perm)), STR_ARG(date_text(a->starts, perm))) };
	struct held held = held_to_cap(a, record_value(type, cap, S("parts")));
	int64_t most = parse_decimal(record_value(type, cap, S("cap")), 2, false).micro / (MICRO / 100);
	Str said = pence_words(held.pence, perm), capped = pence_words(most, perm);
	if (held.pence > most)
		return over_cap(a, str_format(perm, "%.*s an hour is over the cap of %.*s", STR_ARG(said), STR_ARG(capped)), perm);
	if (!held.whole)
		return (struct judgement){ VERDICT_UNKNOWN, str_format(perm, "not all that is held to the cap of %.*s is known: enter "
			"the missing parts, 0 where there are none", STR_ARG(capped)) };
	return (struct judgement){ VERDICT_PASS, str_format(perm, "%.*s an hour is within the cap of %.*s", STR_ARG(said),
		STR_ARG(capped)) };
}

/* ---- the worker -------------------------------------------------------------------------------- */

static Str
months_words(int months, struct arena *perm)
{
	return term_words((struct term){ months % 12 ? months : months / 12, months % 12 ? TERM_MONTHS : TERM_YEARS }, perm);
}

static struct judgement
judge_experience(const struct agency *agency, const struct assignment *a, struct arena *perm)
{
	int wants = agency_number(agency->roster->council, NUMBER_EXPERIENCE, a->starts);
	const struct assignment_proof *p = &a->proof;
	Str needed = months_words(wants, perm);
	if (p->has_qualified && term_after(p->qualified, (struct term){ wants, TERM_MONTHS }).day > a->starts.day)
		return (struct judgement){ VERDICT_BREACH, str_format(perm, "qualified on %.*s, less than %.*s before it began",
			STR_ARG(date_text(p->qualified, perm)), STR_ARG(needed)) };
	if (p->direct_months == NOT_ENTERED)
		return (struct judgement){ VERDICT_UNKNOWN, S("how long councils have employed the worker since qualifying is not "
			"entered") };
	return (struct judgement){ p->direct_months >= wants ? VERDICT_PASS : VERDICT_BREACH, str_format(perm,
		"%.*s of direct employment; %.*s wanted", STR_ARG(months_words(p->direct_months, perm)), STR_ARG(needed)) };
}

static Str
exception_words(Str code)
{
	const struct record_type *type = &record_types[TYPE_ASSIGNMENT_EVIDENCE];
	const struct choice *choice = choice_find(&type->fields[field_find(type, S("exception"))], code);
	return choice ? choice->words : code;
}

static struct judgement
judge_cool_off(const struct agency *agency, const struct assignment *a, struct arena *perm)
{
	int months = agency_number(agency->roster->council, NUMBER_COOL_OFF, a->starts);
	const struct assignment_proof *p = &a->proof;
	if (p->left_post == 0)
		return (struct judgement){ VERDICT_PASS, S("has left no substantive council post") };
	if (p->left_post == NOT_ENTERED && !p->has_last_day)
		return (struct judgement){ VERDICT_UNKNOWN, S("whether the worker has left a substantive council post is not entered") };
	if (!p->has_last_day)
		return (struct judgement){ VERDICT_UNKNOWN, S("the last day in the substantive post is not entered") };
	Date until = term_after(p->last_day, (struct term){ months, TERM_MONTHS });
	Str left = date_text(p->last_day, perm);
	if (a->starts.day > until.day)
		return (struct judgement){ VERDICT_PASS, str_format(perm, "left the last substantive post on %.*s", STR_ARG(left)) };
	if (p->exception.len)
		return (struct judgement){ VERDICT_PASS, str_format(perm, "left on %.*s; an exception: %.*s", STR_ARG(left),
			STR_ARG(str_lower(exception_words(p->exception), perm))) };
	if (p->last_region.len && !str_equal_fold(p->last_region, agency->region))
		return (struct judgement){ VERDICT_PASS, str_format(perm, "left on %.*s, in another region", STR_ARG(left)) };
	if (p->last_region.len == 0)
		return (struct judgement){ VERDICT_UNKNOWN, str_format(perm, "left on %.*s; in which region is not entered",
			STR_ARG(left)) };
	return (struct judgement){ VERDICT_BREACH, str_format(perm, "left a substantive post in this region on %.*s; not to be "
		"engaged before %.*s", STR_ARG(left), STR_ARG(date_text((Date){ until.day + 1 }, perm))) };
}

static struct judgement
judge_notice(const struct agency *agency, const struct assignment *a, struct arena *perm)
{
	int wants = agency_number(agency->roster->council, NUMBER_NOTICE, a->starts);
	if (a->notice_days == NOT_ENTERED)
		return (struct judgement){ VERDICT_UNKNOWN, S("the notice is not entered") };
	return (struct judgement){ a->notice_days >= wants ? VERDICT_PASS : VERDICT_BREACH, str_format(perm,
		"%d days of notice; %d wanted", a->notice_days, wants) };
}

static struct judgement
judge_references(const struct agency *agency, const struct assignment *a, struct arena *perm)
{
	int wants = agency_number(agency->roster->council, NUMBER_REFERENCES, a->starts);
	if (a->proof.references == NOT_ENTERED)
		return (struct judgement){ VERDICT_UNKNOWN, S("how many references were seen is not entered") };
	return (struct judgement){ a->proof.references >= wants ? VERDICT_PASS : VERDICT_BREACH, str_format(perm,
		"%d detailed reference%s seen; %d wanted", a->proof.references, a->proof.references == 1 ? "" : "s", wants) };
}

static struct judgement
judge_project(const struct agency *agency, const struct assignment *a, struct arena *perm)
{
	static const char *const no[] = { "workers were not approved in advance", "costs are not told worker by worker",
		"the council does not keep control of practice" };
	int said[] = { a->workers_approved, a->costs_split, a->council_controls };
	bool all = true;
	(void)agency;
	if (!a->in_project)
		return (struct judgement){ VERDICT_OUTSIDE, S("not in a project team") };
	for (int i = 0; i < countof(said); i++) {
		if (said[i] == 0)
			return (struct judgement){ VERDICT_BREACH, str_copy(str_of(no[i]), perm) };
		all = all && said[i] == 1;
	}
	return all ? (struct judgement){ VERDICT_PASS, S("approved, costed and controlled as the guidance asks") }
		: (struct judgement){ VERDICT_UNKNOWN, S("not all three conditions of a project team are answered") };
}

/* ---- good practice ------------------------------------------------------------------------------- */

static struct judgement
judge_approved(const struct agency *agency, const struct assignment *a, struct arena *perm)
{
	if (a->request == NOT_THERE)
		return (struct judgement){ VERDICT_BREACH, S("no request and no decision are recorded") };
	const struct agency_request *q = &agency->requests[a->request];
	if (q->state != REQUEST_BOOKED)
		return (struct judgement){ VERDICT_BREACH, str_format(perm, "what was asked for is %.*s",
			STR_ARG(str_lower(request_state_words(q->state), perm))) };
	bool before = q->decided_on.day <= a->starts.day;
	return (struct judgement){ before ? VERDICT_PASS : VERDICT_BREACH, str_format(perm, "approved on %.*s%s",
		STR_ARG(date_text(q->decided_on, perm)), before ? "" : ", after it began") };
}

static struct judgement
judge_end(const struct agency *agency, const struct assignment *a, struct arena *perm)
{
	Date last = a->last.day < agency->day.day ? a->last : agency->day;
	Str planned = date_text(a->planned_end, perm);
	if (last.day > a->planned_end.day)
		return (struct judgement){ VERDICT_BREACH, str_format(perm, "ran past its planned end, %.*s", STR_ARG(planned)) };
	return (struct judgement){ VERDICT_PASS, str_format(perm, "planned to end on %.*s", STR_ARG(planned)) };
}

/* ---- judging ----------------------------------------------------------------------------------- */

typedef struct judgement judge(const struct agency *agency, const struct assignment *a, struct arena *perm);

static judge *const judges[AGENCY_CHECKS] = {
	[CHECK_CAP] = judge_cap, [CHECK_EXPERIENCE] = judge_experience, [CHECK_COOL_OFF] = judge_cool_off,
	[CHECK_NOTICE] = judge_notice, [CHECK_REFERENCES] = judge_references, [CHECK_PROJECT] = judge_project,
	[CHECK_APPROVED] = judge_approved, [CHECK_END] = judge_end,
};

struct judgement
agency_judge(const struct agency *agency, const struct assignment *a, enum agency_check check, struct arena *perm)
{
	assert((int)check >= 0 && check < AGENCY_CHECKS);
	bool held = (int)check >= STATUTORY_CHECKS || a->starts.day >= agency_checks[check].since.day ||
		(agency->day.day >= agency_all_held().day && a->last.day >= agency_all_held().day);
	if (!held)
		return (struct judgement){ VERDICT_OUTSIDE, S("began before the guidance, which holds for it from 1 October 2025") };
	return judges[check](agency, a, perm);
}

enum agency_verdict
agency_worst(const struct agency *agency, const struct assignment *a, bool statutory, struct arena scratch)
{
	enum agency_verdict worst = VERDICT_PASS;
	for (int c = 0; c < (statutory ? STATUTORY_CHECKS : AGENCY_CHECKS); c++) {
		enum agency_verdict verdict = agency_judge(agency, a, (enum agency_check)c, &scratch).verdict;
		worst = verdict > worst && verdict != VERDICT_OUTSIDE ? verdict : worst;
	}
	return worst;
}
