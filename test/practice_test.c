/* practice_test.c: agency use: each rule kept, broken, signed off and not known; days, money and the quarter.
 *
 * The region's caps here are made up. Dates and sums are worked out by hand beside each check. */
#include "check.h"
#include "councils.h"

#include "practice/agency_quarter.h"

/* Ann covers a vacancy from 4 November 2024 (a Monday) until 28 March 2025: the rules hold for her. */
#define PLACES \
	"unit U-1 2015-01-01 open name=Duty; kind=team\n" \
	"role R-1 2015-01-01 open title=Social worker; family=social_work; census_role=5; registered=yes\n" \
	"role R-2 2015-01-01 open title=Family worker; family=family_help; census_role=0; registered=no\n" \
	"post P-1 2015-01-01 open title=Social worker; unit=U-1; role=R-1; fte=1; status=funded\n" \
	"post P-2 2015-01-01 open title=Social worker; unit=U-1; role=R-1; fte=1; status=funded\n" \
	"post P-3 2015-01-01 open title=Family worker; unit=U-1; role=R-2; fte=1; status=funded\n" \
	"person N-1 family_name=Oddie; given_names=Ann\nperson N-2 family_name=Ekpo; given_names=Ben\n" \
	"person N-3 family_name=Ives; given_names=Cass\n" \
	"registration G-1 2020-01-01 open person=N-1; number=SW101\n"
#define SPELL "spell S-1 2024-11-04 open person=N-1; post=P-1; basis=agency; fte=1\n"
#define ASSIGNMENT(more) "assignment K-1 person=N-1; spell=S-1; job_type=social_worker; starts_on=2024-11-04;" \
	" planned_end=2025-03-28" more "\n"
#define EVIDENCE(fields) "assignment_evidence V-1 person=N-1; assignment=K-1; " fields "\n"
#define CAP(parts) "agency_cap AC-1 2024-10-31 2025-03-31 region=West Midlands; job_type=social_worker; cap=40; parts=" parts "\n" \
	"agency_cap AC-1 2025-04-01 open region=West Midlands; job_type=social_worker; cap=44; parts=" parts "\n" \
	"agency_cap AC-2 2024-10-31 open region=London; job_type=social_worker; cap=60; parts=" parts "\n" \
	"agency_cap AC-3 2024-10-31 open region=West Midlands; job_type=manager; cap=70; parts=" parts "\n"
#define SIGNED(n, who, day) "agency_decision D-" n " unit=U-1; assignment=K-1; decision=" who "; held_on=" day "\n"

static struct agency
agency_on(const char *lines, Date day, struct arena *perm)
{
	struct agency agency;
	struct roster *roster = new(perm, 1, struct roster);
	roster_build(roster, council_of(lines, perm), perm);
	agency_read(&agency, roster, (struct agency_of){ S("West Midlands"), day, true }, perm);
	return agency;
}

static Date
new_year(void)
{
	return date_of(2025, 1, 6);
}

struct rule_case { const char *lines; enum agency_verdict wants; const char *says; };

static void
judge_cases(enum agency_check check, const struct rule_case *cases, int count, struct arena *perm)
{
	for (int i = 0; i < count; i++) {
		const char *lines = str_c(str_format(perm, "%s%s%s", PLACES, SPELL, cases[i].lines), perm);
		struct agency agency = agency_on(lines, new_year(), perm);
		struct judgement is = agency_judge(&agency, &agency.assignments[0], check, perm);
		if (is.verdict != cases[i].wants || str_find(is.why, str_of(cases[i].says)) < 0)
			printf("  case %d: %.*s: %.*s\n", i, STR_ARG(agency_verdict_words(is.verdict)), STR_ARG(is.why));
		check_int(is.verdict, cases[i].wants);
		check(str_find(is.why, str_of(cases[i].says)) >= 0);
	}
}

/* The cap is 40.00. 33.00 + 4.50 + 0.15 = 37.65; with 3.99 of holiday 41.64. */
#define PAID "; pay_rate=33; employer_ni=4.5; levy=0.15; holiday_pay=3.99; charge=45.2"
static void
a_rate_is_held_to_the_cap_of_its_region_job_and_day(struct arena *perm)
{
	static const struct rule_case cases[] = {
		{ ASSIGNMENT(PAID) CAP("levy"), VERDICT_PASS, "\u00A337.65 an hour is within the cap of \u00A340.00" },
		{ ASSIGNMENT(PAID) CAP("holiday"), VERDICT_BREACH, "\u00A341.64 an hour is over the cap of \u00A340.00; nobody" },
		{ ASSIGNMENT(PAID) CAP("charge"), VERDICT_BREACH, "\u00A345.20" },
		{ ASSIGNMENT("; pay_rate=40; employer_ni=0; levy=0") CAP("levy"), VERDICT_PASS, "\u00A340.00" },
		{ ASSIGNMENT("; pay_rate=40.01") CAP("levy"), VERDICT_BREACH, "\u00A340.01" },  /* whatever the rest is */
		{ ASSIGNMENT("; pay_rate=33; employer_ni=4.5") CAP("levy"), VERDICT_UNKNOWN, "not all that is held" },
		{ ASSIGNMENT("; pay_rate=33") CAP("charge"), VERDICT_UNKNOWN, "not all" },
		{ ASSIGNMENT(PAID), VERDICT_UNKNOWN, "no cap is entered for social worker on 4 November 2024" },
		{ "assignment K-1 person=N-1; spell=S-1; job_type=senior; starts_on=2024-11-04; planned_end=2025-03-28" PAID "\n"
		  CAP("levy"), VERDICT_UNKNOWN, "no cap is entered for senior social worker" },
		{ ASSIGNMENT(PAID) CAP("holiday") SIGNED("1", "dcs", "2024-11-01"), VERDICT_BREACH, "not by the chief executive" },
		{ ASSIGNMENT(PAID) CAP("holiday") SIGNED("1", "chief_executive", "2024-11-01"), VERDICT_BREACH,
		  "not by the Director" },
		{ ASSIGNMENT(PAID) CAP("holiday") SIGNED("1", "dcs", "2024-11-01") SIGNED("2", "chief_executive", "2024-11-02"),
		  VERDICT_SIGNED, "the chief executive on 2 November 2024" },
		/* a signature of a later day is not known yet on 6 January 2025 */
		{ ASSIGNMENT(PAID) CAP("holiday") SIGNED("1", "dcs", "2024-11-01") SIGNED("2", "chief_executive", "2025-01-07"),
		  VERDICT_BREACH, "not by the chief executive" },
	};
	judge_cases(CHECK_CAP, cases, countof(cases), perm);
}

static void
experience_is_three_years_of_direct_employment_since_qualifying(struct arena *perm)
{
	static const struct rule_case cases[] = {
		{ ASSIGNMENT("") EVIDENCE("direct_months=36"), VERDICT_PASS, "3 years of direct employment" },
		{ ASSIGNMENT("") EVIDENCE("direct_months=35"), VERDICT_BREACH, "35 months" },
		/* qualified on 4 November 2021: three years to the day; a day later is too late, whatever the months say */
		{ ASSIGNMENT("") EVIDENCE("qualified_on=2021-11-04; direct_months=36"), VERDICT_PASS, "3 years" },
		{ ASSIGNMENT("") EVIDENCE("qualified_on=2021-11-05; direct_months=36"), VERDICT_BREACH, "5 November 2021" },
		{ ASSIGNMENT("") EVIDENCE("qualified_on=2012-06-01"), VERDICT_UNKNOWN, "is not entered" },
		{ ASSIGNMENT(""), VERDICT_UNKNOWN, "is not entered" },
		/* a qualification of the person's own counts where the evidence is silent, and not where it speaks */
		{ ASSIGNMENT("") "qualification K-1 person=N-1; qualified_on=2021-11-05\n", VERDICT_BREACH, "5 November 2021" },
		{ ASSIGNMENT("") EVIDENCE("direct_months=40") "qualification K-1 person=N-1; qualified_on=2021-11-05\n"
		  "qualification K-2 person=N-1; qualified_on=2019-11-05\n", VERDICT_PASS, "40 months" },
		{ ASSIGNMENT("") EVIDENCE("qualified_on=2021-11-04; direct_months=36") "qualification K-1 person=N-1;"
		  " qualified_on=2021-11-05\n", VERDICT_PASS, "3 years" },
		{ ASSIGNMENT("") "qualification K-1 person=N-2; qualified_on=2021-11-05\n", VERDICT_UNKNOWN, "not entered" },
		{ ASSIGNMENT("") EVIDENCE("direct_months=24")
		  "agency_rule AR-1 2024-10-31 open rule=experience; number=24; source=Made up\n", VERDICT_PASS, "2 years wanted" },
	};
	judge_cases(CHECK_EXPERIENCE, cases, countof(cases), perm);
}

/* Three months after 4 August 2024 is 4 November: engaged on that day is within them. */
static void
nobody_comes_back_as_agency_within_three_months(struct arena *perm)
{
	static const struct rule_case cases[] = {
		{ ASSIGNMENT("") EVIDENCE("left_post=no"), VERDICT_PASS, "left no substantive" },
		{ ASSIGNMENT("") EVIDENCE("left_post=yes; last_region=West Midlands; last_day=2024-08-03"), VERDICT_PASS,
		  "3 August 2024" },
		{ ASSIGNMENT("") EVIDENCE("left_post=yes; last_region=west midlands; last_day=2024-08-04"), VERDICT_BREACH,
		  "not to be engaged before 5 November 2024" },
		{ ASSIGNMENT("") EVIDENCE("left_post=yes; last_region=London; last_day=2024-10-31"), VERDICT_PASS, "another region" },
		{ ASSIGNMENT("") EVIDENCE("left_post=yes; last_region=West Midlands; last_day=2024-10-31; exception=redundant"),
		  VERDICT_PASS, "an exception: was made redundant" },
		{ ASSIGNMENT("") EVIDENCE("left_post=yes; last_day=2024-10-31"), VERDICT_UNKNOWN, "in which region" },
		{ ASSIGNMENT("") EVIDENCE("left_post=yes"), VERDICT_UNKNOWN, "last day" },
		{ ASSIGNMENT("") EVIDENCE("direct_months=80"), VERDICT_UNKNOWN, "not entered" },
	};
	judge_cases(CHECK_COOL_OFF, cases, countof(cases), perm);
}

static void
notice_references_and_project_teams_are_held_to_the_guidance(struct arena *perm)
{
	static const struct rule_case notice[] = {
		{ ASSIGNMENT("; notice_days=28"), VERDICT_PASS, "28 days" },
		{ ASSIGNMENT("; notice_days=27"), VERDICT_BREACH, "28 wanted" }, { ASSIGNMENT(""), VERDICT_UNKNOWN, "not entered" },
		{ ASSIGNMENT("; notice_days=7") "agency_rule AR-1 2024-10-31 open rule=notice; number=7\n", VERDICT_PASS, "7 wanted" },
		{ ASSIGNMENT("; notice_days=7") "agency_rule AR-1 2024-12-01 open rule=notice; number=7\n", VERDICT_BREACH, "28 wanted" },
	};
	static const struct rule_case references[] = {
		{ ASSIGNMENT("") EVIDENCE("reference_count=2"), VERDICT_PASS, "2 detailed references" },
		{ ASSIGNMENT("") EVIDENCE("reference_count=1"), VERDICT_BREACH, "1 detailed reference seen" },
		{ ASSIGNMENT("") EVIDENCE("reference_count=0"), VERDICT_BREACH, "0 detailed" },
		{ ASSIGNMENT(""), VERDICT_UNKNOWN, "not entered" },
	};
	static const struct rule_case project[] = {
		{ ASSIGNMENT(""), VERDICT_OUTSIDE, "not in a project team" },
		{ ASSIGNMENT("; project=Swift; workers_approved=yes; costs_split=yes; council_controls=yes"), VERDICT_PASS, "as the" },
		{ ASSIGNMENT("; project=Swift; workers_approved=yes; costs_split=no"), VERDICT_BREACH, "costs" },
		{ ASSIGNMENT("; project=Swift; workers_approved=yes; costs_split=yes"), VERDICT_UNKNOWN, "not all three" },
	};
	judge_cases(CHECK_NOTICE, notice, countof(notice), perm);
	judge_cases(CHECK_REFERENCES, references, countof(references), perm);
	judge_cases(CHECK_PROJECT, project, countof(project), perm);
}

#define ASKED(until) "agency_request J-1 post=P-1; unit=U-1; reason=vacancy; why=x; job_type=social_worker; starts_on=2024-11-04;" \
	" planned_end=" until "; asked_by=A-1\n"
#define DECIDED(n, q, what, day) "agency_decision D-" n " unit=U-1; request=" q "; decision=" what "; held_on=" day "; made_by=A-2\n"
#define MORE_TIME "agency_request J-2 post=P-1; unit=U-1; reason=vacancy; why=x; job_type=social_worker; starts_on=2024-12-01;" \
	" planned_end=2025-02-28; extends=K-1; asked_by=A-1\n"

static void
every_use_was_approved_before_it_began_and_ends_as_planned(struct arena *perm)
{
	static const struct rule_case approved[] = {
		{ ASSIGNMENT("; request=J-1") ASKED("2025-03-28") DECIDED("1", "J-1", "approved", "2024-11-04"), VERDICT_PASS,
		  "4 November 2024" },
		{ ASSIGNMENT("; request=J-1") ASKED("2025-03-28") DECIDED("1", "J-1", "approved", "2024-11-05"), VERDICT_BREACH,
		  "after it began" },
		{ ASSIGNMENT("; request=J-1") ASKED("2025-03-28"), VERDICT_BREACH, "waiting" },
		{ ASSIGNMENT("; request=J-1") ASKED("2025-03-28") DECIDED("1", "J-1", "refused", "2024-11-01"), VERDICT_BREACH, "refused" },
		{ ASSIGNMENT(""), VERDICT_BREACH, "no request" },
	};
	static const struct rule_case end[] = {
		{ ASSIGNMENT(""), VERDICT_PASS, "28 March 2025" },
		{ "assignment K-1 person=N-1; spell=S-1; job_type=social_worker; starts_on=2024-11-04; planned_end=2024-11-29\n",
		  VERDICT_BREACH, "29 November 2024" },
		{ "assignment K-1 person=N-1; spell=S-1; job_type=social_worker; starts_on=2024-11-04; planned_end=2024-11-29\n"
		  MORE_TIME DECIDED("2", "J-2", "approved", "2024-11-25"), VERDICT_PASS, "28 February 2025" },
		{ "assignment K-1 person=N-1; spell=S-1; job_type=social_worker; starts_on=2024-11-04; planned_end=2024-11-29\n"
		  MORE_TIME DECIDED("2", "J-2", "refused", "2024-11-25"), VERDICT_BREACH, "29 November 2024" },
	};
	judge_cases(CHECK_APPROVED, approved, countof(approved), perm);
	judge_cases(CHECK_END, end, countof(end), perm);
}

/* Began on 30 October 2024, the day before the guidance: held to it only from 1 October 2025. */
static void
the_guidance_holds_for_new_assignments_first_and_then_for_all(struct arena *perm)
{
	static const char lines[] = PLACES "spell S-1 2024-10-30 open person=N-1; post=P-1; basis=agency; fte=1\n"
		"assignment K-1 person=N-1; spell=S-1; job_type=social_worker; starts_on=2024-10-30; planned_end=2026-03-31; notice_days=7\n"
		"spell S-2 2024-10-31 open person=N-2; post=P-2; basis=agency; fte=1\n"
		"assignment K-2 person=N-2; spell=S-2; job_type=social_worker; starts_on=2024-10-31; planned_end=2026-03-31; notice_days=7\n";
	static const struct { int year, month, day; enum agency_verdict first, second; } cases[] = {
		{ 2025, 9, 30, VERDICT_OUTSIDE, VERDICT_BREACH }, { 2025, 10, 1, VERDICT_BREACH, VERDICT_BREACH },
	};
	for (ptrdiff_t i = 0; i < countof(cases); i++) {
		struct agency agency = agency_on(lines, date_of(cases[i].year, cases[i].month, cases[i].day), perm);
		check_int(agency_judge(&agency, &agency.assignments[0], CHECK_NOTICE, perm).verdict, cases[i].first);
		check_int(agency_judge(&agency, &agency.assignments[1], CHECK_NOTICE, perm).verdict, cases[i].second);
	}
	struct agency agency = agency_on(lines, date_of(2025, 9, 30), perm);
	check_int(agency_worst(&agency, &agency.assignments[0], true, *perm), VERDICT_PASS);
	check_int(agency_worst(&agency, &agency.assignments[1], true, *perm), VERDICT_BREACH);
}

static void
a_request_goes_from_waiting_to_booked(struct arena *perm)
{
	static const struct { const char *lines; enum request_state wants; } cases[] = {
		{ ASKED("2025-03-28"), REQUEST_WAITS },
		{ ASKED("2025-03-28") DECIDED("1", "J-1", "options", "2024-10-30"), REQUEST_CHECKED },
		{ ASKED("2025-03-28") DECIDED("1", "J-1", "options", "2024-10-30") DECIDED("2", "J-1", "approved", "2024-11-01"),
		  REQUEST_APPROVED },
		{ ASKED("2025-03-28") DECIDED("2", "J-1", "refused", "2024-11-01"), REQUEST_REFUSED },
		{ ASKED("2025-03-28; withdrawn_on=2024-11-01"), REQUEST_WITHDRAWN },
		{ ASKED("2025-03-28") DECIDED("2", "J-1", "approved", "2024-11-01") SPELL ASSIGNMENT("; request=J-1"), REQUEST_BOOKED },
		{ ASKED("2025-03-28") DECIDED("2", "J-1", "approved", "2025-01-07"), REQUEST_WAITS },     /* tomorrow */
	};
	for (ptrdiff_t i = 0; i < countof(cases); i++) {
		struct agency agency = agency_on(str_c(str_format(perm, "%s%s", PLACES, cases[i].lines), perm), new_year(), perm);
		check_int(agency.request_count, 1);
		check_int(agency.requests[0].state, cases[i].wants);
	}
}

static void
an_assignment_says_where_it_stands(struct arena *perm)
{
	static const struct { const char *more; const char *wants; } cases[] = {
		{ "", "Booked" }, { "; ended_on=2024-12-20; ending=left", "Left early" },
		{ "; ended_on=2024-12-20; ending=converted", "Became permanent" }, { "; ended_on=2025-01-06", "Booked" },
		{ "; ended_on=2025-01-05", "Ended" },
	};
	for (ptrdiff_t i = 0; i < countof(cases); i++) {
		const char *lines = str_c(str_format(perm, "%s%sassignment K-1 person=N-1; spell=S-1; job_type=social_worker;"
			" starts_on=2024-11-04; planned_end=2025-03-28%s\n", PLACES, SPELL, cases[i].more), perm);
		struct agency agency = agency_on(lines, new_year(), perm);
		check_str(assignment_state_words(&agency, &agency.assignments[0]), str_of(cases[i].wants));
	}
	struct agency agency = agency_on(PLACES SPELL ASSIGNMENT("") MORE_TIME DECIDED("2", "J-2", "approved", "2024-11-25"),
	                                 new_year(), perm);
	check_str(assignment_state_words(&agency, &agency.assignments[0]), S("Extended"));
	check_int(agency.assignments[0].planned_end.day, date_of(2025, 3, 28).day);      /* the later of the two stands */
	agency = agency_on(PLACES SPELL ASSIGNMENT(""), date_of(2024, 11, 3), perm);
	check_str(assignment_state_words(&agency, &agency.assignments[0]), S("To begin"));
}

/* Eight weeks from the day after the last are 56 days; fourteen that begin with the first are 98. From 4 November
 * 2024, 98 days end on 9 February 2025. Ended on 29 November: the 56 end on 24 January, so 10 February it is. Ended on
 * 20 December: the 56 end on 14 February, so 15 February. */
static void
the_day_without_a_fee_is_after_the_later_of_two_terms(struct arena *perm)
{
	static const struct { const char *more; int year, month, day; bool as_planned; } cases[] = {
		{ "; ended_on=2024-11-29; ending=ended", 2025, 2, 10, false },
		{ "; ended_on=2024-12-20; ending=ended", 2025, 2, 15, false },
		{ "", 2025, 5, 24, true },                   /* 28 March 2025 and 56 days end on 23 May */
	};
	for (ptrdiff_t i = 0; i < countof(cases); i++) {
		const char *lines = str_c(str_format(perm, "%s%sassignment K-1 person=N-1; spell=S-1; job_type=social_worker;"
			" starts_on=2024-11-04; planned_end=2025-03-28%s\n", PLACES, SPELL, cases[i].more), perm);
		struct agency agency = agency_on(lines, new_year(), perm);
		struct fee_free fee = agency_fee_free(&agency, &agency.assignments[0]);
		check_str(date_iso(fee.day, perm), date_iso(date_of(cases[i].year, cases[i].month, cases[i].day), perm));
		check_int(fee.as_planned, cases[i].as_planned);
	}
}

#define TALK(n, day, outcome, more) "conversion H-" n " person=N-1; assignment=K-1; held_on=" day "; outcome=" outcome more "\n"
static void
the_latest_talk_of_a_permanent_post_counts(struct arena *perm)
{
	struct agency agency = agency_on(PLACES SPELL ASSIGNMENT("") TALK("1", "2024-12-02", "offered", "")
		TALK("2", "2024-12-09", "declined", "; reason=Pay; fee=0") TALK("3", "2025-01-07", "accepted", "; fee=2500"), new_year(),
		perm);
	struct conversion is = agency_conversion(&agency, &agency.assignments[0]);
	check_int(is.outcome, TALK_DECLINED);
	check_int(is.fee, 0);
	check_str(talk_words(is.outcome), S("Declined"));
	agency.day = date_of(2025, 1, 7);
	is = agency_conversion(&agency, &agency.assignments[0]);
	check_int(is.outcome, TALK_ACCEPTED);
	check_int(is.fee, 250000);
	agency.day = date_of(2024, 12, 1);
	check_int(agency_conversion(&agency, &agency.assignments[0]).outcome, TALK_NONE);
}

/* November 2024 has 21 weekdays, 4 to 30 November 20 of them; December 22; March 2025 to the 28th 20. At 37 hours and
 * 45.20 a day is 7.4 hours, 334.48: 20 days 6,689.60, 22 days 7,358.56. */
static void
a_month_costs_its_weekdays_a_fifth_of_the_hours_and_the_charge(struct arena *perm)
{
	struct agency agency = agency_on(PLACES SPELL ASSIGNMENT("; hours=37; charge=45.2"), new_year(), perm);
	static const struct { int year, month; int days; int64_t pence; } cases[] = {
		{ 2024, 10, 0, 0 }, { 2024, 11, 20, 668960 }, { 2024, 12, 22, 735856 }, { 2025, 3, 20, 668960 }, { 2025, 4, 0, 0 },
	};
	check_int(weekdays_in((struct period){ date_of(2024, 11, 1), date_of(2024, 11, 30) }), 21);
	for (ptrdiff_t i = 0; i < countof(cases); i++) {
		struct month_cost cost = assignment_cost(&agency.assignments[0], date_of(cases[i].year, cases[i].month, 1), new_year());
		check(cost.known && !cost.part);
		check_int(cost.days, cases[i].days);
		check_int(cost.pence, cases[i].pence);
	}
	check_str(pence_words(668960, perm), S("\u00A36,689.60"));
}

/* 1 day of 36.5 / 5 = 7.3 hours at 0.05 is 0.365 pounds: 36.5 pence, half up 37. Pay alone, without the rest, is said to be
 * a part; without hours or pay nothing is known, and nothing is nought. */
static void
half_a_penny_goes_up_and_what_is_missing_is_said(struct arena *perm)
{
	static const char one_day[] = PLACES "spell S-1 2024-11-04 2024-11-04 person=N-1; post=P-1; basis=agency; fte=1\n"
		"assignment K-1 person=N-1; spell=S-1; job_type=social_worker; starts_on=2024-11-04; planned_end=2024-11-04;"
		" pay_rate=0.05; hours=36.5\n";
	Date november = date_of(2024, 11, 1);
	struct agency agency = agency_on(one_day, new_year(), perm);
	struct month_cost cost = assignment_cost(&agency.assignments[0], november, new_year());
	check(cost.known && cost.part);
	check_int(cost.pence, 37);
	agency = agency_on(PLACES SPELL ASSIGNMENT("; hours=37"), new_year(), perm);
	check(!assignment_cost(&agency.assignments[0], november, new_year()).known);
	agency = agency_on(PLACES SPELL ASSIGNMENT("; charge=40"), new_year(), perm);
	cost = assignment_cost(&agency.assignments[0], november, new_year());
	check(!cost.known);
	check_int(cost.days, 20);
}

/* ---- the quarter -------------------------------------------------------------------------------- */

static void
quarters_are_of_the_calendar_year(struct arena *perm)
{
	struct quarter q;
	check(quarter_read(S("2025-3"), &q));
	check_str(date_iso(q.when.first, perm), S("2025-07-01"));
	check_str(date_iso(q.when.last, perm), S("2025-09-30"));
	check_str(quarter_words(q, perm), S("July to September 2025"));
	/* the first was sent from 1 April to 31 May 2025 */
	check(quarter_read(S("2025-1"), &q));
	check_str(date_iso(quarter_due(q), perm), S("2025-05-31"));
	check_str(quarter_name(quarter_next(q, -1), perm), S("2024-4"));
	check_str(date_iso(quarter_due(quarter_next(q, -1)), perm), S("2025-02-28"));
	check_str(date_iso(quarter_due(quarter_next(q, -5)), perm), S("2024-02-29"));
	check_str(quarter_name(quarter_of(date_of(2025, 12, 31)), perm), S("2025-4"));
	check_str(quarter_name(quarter_of(date_of(2025, 1, 1)), perm), S("2025-1"));
	static const Str bad[] = { STR(""), STR("2025"), STR("2025-0"), STR("2025-5"), STR("2025-33"), STR("-025-3"), STR("1025-3"),
	                           STR("2025_3"), STR("20.5-3") };
	for (ptrdiff_t i = 0; i < countof(bad); i++)
		check(!quarter_read(bad[i], &q));
}

/* Ann is there in the whole quarter; Ben, in the census too, has no assignment; Cass is in a role outside the census. */
#define AUTUMN PLACES \
	"spell S-1 2024-11-04 open person=N-1; post=P-1; basis=agency; fte=1\n" \
	"spell S-2 2025-02-03 open person=N-2; post=P-2; basis=agency; fte=0.6\n" \
	"spell S-3 2025-02-03 open person=N-3; post=P-3; basis=agency; fte=1\n"
#define ANN "assignment K-1 person=N-1; spell=S-1; job_type=social_worker; starts_on=2024-11-04; planned_end=2025-12-31;" \
	" pay_rate=33; charge=45.2; hours=37; notice_days=28\n"

static struct agency_return
return_of(const char *lines, const char *quarter, Date day, struct arena *perm)
{
	struct agency_return of;
	struct quarter q;
	struct roster *roster = new(perm, 1, struct roster);
	check(quarter_read(str_of(quarter), &q));
	roster_build(roster, council_of(lines, perm), perm);
	agency_return_make(&of, roster, (struct agency_of){ S("West Midlands"), day, true }, q, perm);
	return of;
}

static int
found(const struct findings *findings, const char *code, const char *record)
{
	int count = 0;
	for (ptrdiff_t i = 0; i < findings->count; i++)
		count += str_equal(findings->at[i].code, str_of(code)) && str_equal(findings->at[i].record, str_of(record));
	return count;
}

#define RULES_SAID(notice) "agency_compliance AX-1 quarter=2025-3; rule=cap; degree=full\n" \
	"agency_compliance AX-2 quarter=2025-3; rule=experience; degree=full\nagency_compliance AX-3 quarter=2025-3; rule=cool_off; degree=full\n" \
	"agency_compliance AX-4 quarter=2025-3; rule=notice; " notice "\nagency_compliance AX-5 quarter=2025-3; rule=references; degree=full\n" \
	"agency_compliance AX-6 quarter=2025-3; rule=project; degree=full\n"
/* July 23 weekdays, August 21, September 22: 7,693.04, 7,024.08 and 7,358.56 at 334.48 a day. */
#define COSTS "agency_cost AM-1 month=2025-07-01; cost=7693.04\nagency_cost AM-2 month=2025-08-01; cost=7024.08\n" \
	"agency_cost AM-3 month=2025-09-01; cost=7358.56\n"
#define SAID "agency_quarter AQ-1 quarter=2025-3; agencies=none\n"

static void
a_quarter_that_is_whole_has_no_mistake(struct arena *perm)
{
	static const char lines[] = PLACES "spell S-1 2024-11-04 open person=N-1; post=P-1; basis=agency; fte=1\n"
		ANN RULES_SAID("degree=full") COSTS SAID;
	struct agency_return of = return_of(lines, "2025-3", date_of(2025, 10, 15), perm);
	struct findings is = agency_return_check(&of, perm);
	check_int(of.row_count, 1);
	check_int(of.agency.day.day, date_of(2025, 9, 30).day);
	check_int(of.months[0].worked_out, 769304);
	check_int(of.months[1].worked_out, 702408);
	check_int(of.months[2].worked_out, 735856);
	check_int(is.mistakes, 0);
	check_int(is.count, 1);
	check_int(found(&is, "official-names", ""), 1);      /* asked about until somebody has them */
	check_int(of.rules[CHECK_NOTICE].counts[VERDICT_PASS], 1);
	check_int(of.rules[CHECK_PROJECT].counts[VERDICT_OUTSIDE], 1);
	check_int(of.rules[CHECK_CAP].counts[VERDICT_UNKNOWN], 1);
}

static void
each_check_of_the_return_finds_what_it_is_for(struct arena *perm)
{
	static const struct { const char *lines; const char *code, *record; int count; } cases[] = {
		{ AUTUMN ANN, "no-assignment", "S-2", 1 }, { AUTUMN ANN, "no-assignment", "S-3", 0 },
		{ AUTUMN ANN, "no-assignment", "S-1", 0 }, { AUTUMN ANN, "number-missing", "K-1", 0 },
		{ AUTUMN "assignment K-2 person=N-2; spell=S-2; job_type=social_worker; starts_on=2025-02-03; planned_end=2025-12-31\n",
		  "number-missing", "K-2", 1 },
		{ AUTUMN ASSIGNMENT(""), "rate-missing", "K-1", 1 }, { AUTUMN ANN, "rate-missing", "K-1", 0 },
		{ AUTUMN "assignment K-1 person=N-1; spell=S-1; job_type=social_worker; starts_on=2025-08-01; planned_end=2025-07-31\n",
		  "days", "K-1", 1 },
		{ AUTUMN ASSIGNMENT("; costs_split=yes"), "project-flag", "K-1", 1 },
		{ AUTUMN ASSIGNMENT("; project=Swift; costs_split=yes"), "project-flag", "K-1", 0 },
		{ AUTUMN ANN, "cost-missing", "2025-08", 1 }, { AUTUMN ANN COSTS, "cost-missing", "2025-08", 0 },
		/* a tenth of 7,805 is 780.50; 7,805 is 780.92 more than 7,024.08, and 7,804 only 779.92 */
		{ AUTUMN ANN "agency_cost AM-1 month=2025-08-14; cost=7805\n", "cost-apart", "2025-08", 1 },
		{ AUTUMN ANN "agency_cost AM-1 month=2025-08-14; cost=7804\n", "cost-apart", "2025-08", 0 },
		{ AUTUMN ANN, "degree-missing", "cap", 1 }, { AUTUMN ANN RULES_SAID("degree=full"), "degree-missing", "cap", 0 },
		{ AUTUMN ANN RULES_SAID("degree=part"), "explanation-missing", "notice", 1 },
		{ AUTUMN ANN RULES_SAID("degree=part; explanation=Two agencies give a week"), "explanation-missing", "notice", 0 },
		{ AUTUMN ASSIGNMENT("; notice_days=7") RULES_SAID("degree=full"), "degree-too-good", "notice", 1 },
		{ AUTUMN ASSIGNMENT("; notice_days=28") RULES_SAID("degree=full"), "degree-too-good", "notice", 0 },
		{ AUTUMN ANN, "agencies-missing", "", 1 }, { AUTUMN ANN SAID, "agencies-missing", "", 0 },
		{ AUTUMN ANN, "census-differs", "", 1 },
	};
	for (ptrdiff_t i = 0; i < countof(cases); i++) {
		struct agency_return of = return_of(cases[i].lines, "2025-3", date_of(2025, 10, 15), perm);
		struct findings is = agency_return_check(&of, perm);
		if (found(&is, cases[i].code, cases[i].record) != cases[i].count)
			printf("  case %td: %s of %s\n", i, cases[i].code, cases[i].record);
		check_int(found(&is, cases[i].code, cases[i].record), cases[i].count);
	}
	struct agency_return of = return_of(AUTUMN ANN, "2025-3", date_of(2025, 9, 29), perm);
	struct findings is = agency_return_check(&of, perm);
	check_int(found(&is, "not-over", ""), 1);
	of = return_of(AUTUMN ANN, "2025-2", date_of(2025, 9, 29), perm);
	is = agency_return_check(&of, perm);
	check_int(found(&is, "not-over", ""), 0);
	check_int(found(&is, "census-differs", ""), 0);      /* the census has one day a year */
}

/* On 30 September the census counts Ann and Ben; assignments are of Ann and Cass. */
static void
the_census_s_day_is_held_against_the_assignments(struct arena *perm)
{
	static const char lines[] = AUTUMN ANN
		"assignment K-3 person=N-3; spell=S-3; job_type=social_worker; starts_on=2025-02-03; planned_end=2025-12-31\n"
		"assignment K-4 person=N-2; spell=S-2; job_type=social_worker; starts_on=2025-02-03; planned_end=2025-06-30;"
		" ended_on=2025-07-31; ending=ended\n";
	struct agency_return of = return_of(lines, "2025-3", date_of(2025, 10, 15), perm);
	struct agency_cross cross;
	agency_cross_check(&cross, &of, perm);
	check_int(of.row_count, 3);
	check_int(cross.census, 2);
	check_int(cross.assignments, 2);
	check_int(cross.both, 1);
	check_int(cross.census_only_count, 1);
	check_int(cross.assignment_only_count, 1);
	check_str(of.agency.roster->spells[cross.census_only[0]].ref, S("S-2"));
	check_str(of.agency.assignments[cross.assignment_only[0]].ref, S("K-3"));
}

static void
official_names_are_dated_and_empty_until_somebody_enters_them(struct arena *perm)
{
	struct council *council = council_of("agency_item AI-1 2025-01-01 2025-06-30 item=pay_rate; official_name=HourlyRate\n"
		"agency_item AI-1 2025-07-01 open item=pay_rate; official_name=PayRate; official_code=7\n", perm);
	check_str(agency_official(council, S("pay_rate"), date_of(2024, 12, 31)).name, S(""));
	check_str(agency_official(council, S("pay_rate"), date_of(2025, 6, 30)).name, S("HourlyRate"));
	check_str(agency_official(council, S("pay_rate"), date_of(2025, 7, 1)).code, S("7"));
	check_str(agency_official(council, S("project"), date_of(2025, 7, 1)).name, S(""));
}

static void
every_check_and_number_has_its_words(struct arena *perm)
{
	(void)perm;
	for (int c = 0; c < AGENCY_CHECKS; c++) {
		check(agency_checks[c].code.len && agency_checks[c].title.len && agency_checks[c].words.len && agency_checks[c].source.len);
		for (int d = 0; d < c; d++)
			check(!str_equal(agency_checks[c].code, agency_checks[d].code));
	}
	check_int(agency_checks[CHECK_CAP].since.day, date_of(2024, 10, 31).day);
	for (int c = 0; c < agency_return_check_count; c++)
		check(agency_return_checks[c].code.len && agency_return_checks[c].words.len);
	const struct record_type *rules = &record_types[TYPE_AGENCY_RULE], *said = &record_types[TYPE_AGENCY_COMPLIANCE];
	for (int n = 0; n < AGENCY_NUMBERS; n++)
		check(choice_find(&rules->fields[field_find(rules, S("rule"))], agency_numbers[n].code) != NULL);
	for (int c = 0; c < STATUTORY_CHECKS; c++)
		check(choice_find(&said->fields[field_find(said, S("rule"))], agency_checks[c].code) != NULL);
}

int
main(void)
{
	run(a_rate_is_held_to_the_cap_of_its_region_job_and_day);
	run(experience_is_three_years_of_direct_employment_since_qualifying);
	run(nobody_comes_back_as_agency_within_three_months);
	run(notice_references_and_project_teams_are_held_to_the_guidance);
	run(every_use_was_approved_before_it_began_and_ends_as_planned);
	run(the_guidance_holds_for_new_assignments_first_and_then_for_all);
	run(a_request_goes_from_waiting_to_booked);
	run(an_assignment_says_where_it_stands);
	run(the_day_without_a_fee_is_after_the_later_of_two_terms);
	run(the_latest_talk_of_a_permanent_post_counts);
	run(a_month_costs_its_weekdays_a_fifth_of_the_hours_and_the_charge);
	run(half_a_penny_goes_up_and_what_is_missing_is_said);
	run(quarters_are_of_the_calendar_year);
	run(a_quarter_that_is_whole_has_no_mistake);
	run(each_check_of_the_return_finds_what_it_is_for);
	run(the_census_s_day_is_held_against_the_assignments);
	run(official_names_are_dated_and_empty_until_somebody_enters_them);
	run(every_check_and_number_has_its_words);
	return tests_end();
}
