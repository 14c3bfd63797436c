/* rules_test.c: what may not be true of a council's records taken together. */
#include "check.h"
#include "councils.h"

#include "workforce/rules.h"

#define PLACE "unit U-1 2015-01-01 open name=Duty; kind=team\n" \
	"role R-1 2015-01-01 open title=Social worker; family=social_work; census_role=5; registered=yes\n"
#define POST "post P-1 2018-01-01 open title=Social worker; unit=U-1; role=R-1; fte=1; status=funded\n"
#define ANN "person N-1 family_name=Oddie; given_names=Ann; born=1980-02-01\n"
#define BO "person N-2 family_name=Oddie; given_names=Bo; born=1985-03-01\n"

/* The codes broken, when every record counts as changed: "over-fte P-1; age S-2". */
static Str
broken(const char *lines, struct arena *perm)
{
	struct council *council = council_of(lines, perm);
	struct changes changes = changes_new(perm);
	for (int t = 0; t < RECORD_TYPES; t++)
		for (int i = 0; i < council->of[t].count; i++)
			changes_add(&changes, (struct change){ ADD, &record_types[t], .after = council->of[t].at[i] });
	struct findings found = findings_new(perm);
	rules_check(council, &changes, &found, perm);
	struct text out = text_new(perm);
	for (ptrdiff_t i = 0; i < found.count; i++)
		text_format(&out, "%s%.*s %.*s", i ? "; " : "", STR_ARG(found.at[i].code),
		            STR_ARG(found.at[i].record));
	return text_str(&out);
}

static void
a_sound_council_breaks_nothing(struct arena *perm)
{
	check_str(broken(PLACE POST ANN BO
		"spell S-1 2018-01-01 2020-06-30 person=N-1; post=P-1; basis=permanent; fte=0.5\n"
		"spell S-1 2020-07-01 open person=N-1; post=P-1; basis=permanent; fte=0.6\n"
		"spell S-2 2020-07-01 open person=N-2; post=P-1; basis=permanent; fte=0.4\n", perm), S(""));
}

static void
references_lead_somewhere(struct arena *perm)
{
	check_str(broken(PLACE "post P-1 2018-01-01 open title=X; unit=U-9; role=R-1; fte=1; status=funded\n",
	                 perm), S("reference P-1"));
	check_str(broken(PLACE POST ANN
		"spell S-1 2018-01-01 open person=N-7; post=P-1; basis=permanent; fte=1\n", perm), S("reference S-1"));
}

static void
rows_of_one_thing_neither_overlap_nor_leave_holes(struct arena *perm)
{
	check_str(broken(PLACE POST ANN
		"spell S-1 2018-01-01 2020-06-30 person=N-1; post=P-1; basis=permanent; fte=0.5\n"
		"spell S-1 2020-06-30 open person=N-1; post=P-1; basis=permanent; fte=0.4\n", perm), S("overlap S-1"));
	check_str(broken(PLACE POST ANN
		"spell S-1 2018-01-01 2020-06-30 person=N-1; post=P-1; basis=permanent; fte=0.5\n"
		"spell S-1 2020-07-02 open person=N-1; post=P-1; basis=permanent; fte=0.4\n", perm), S("hole S-1"));
	check_str(broken("unit U-1 2015-01-01 2016-01-01 name=Duty; kind=team\n"
		"unit U-1 2017-01-01 open name=Duty; kind=team\n", perm), S(""));
}

static void
nobody_is_in_a_post_that_is_not_there(struct arena *perm)
{
	check_str(broken(PLACE POST ANN
		"spell S-1 2017-12-31 open person=N-1; post=P-1; basis=permanent; fte=1\n", perm),
		S("outside-post S-1"));
	check_str(broken(PLACE "post P-1 2018-01-01 2021-03-31 title=X; unit=U-1; role=R-1; fte=1; status=funded\n"
		ANN "spell S-1 2018-01-01 2021-03-31 person=N-1; post=P-1; basis=permanent; fte=1\n", perm), S(""));
	check_str(broken(PLACE "post P-1 2018-01-01 2021-03-31 title=X; unit=U-1; role=R-1; fte=1; status=funded\n"
		ANN "spell S-1 2018-01-01 open person=N-1; post=P-1; basis=permanent; fte=1\n", perm),
		S("outside-post S-1"));
}

static void
holders_are_not_more_than_the_post(struct arena *perm)
{
#define TWO(last) PLACE POST ANN BO \
	"spell S-1 2018-01-01 " last " person=N-1; post=P-1; basis=permanent; fte=1\n" \
	"spell S-2 2020-01-01 open person=N-2; post=P-1; basis=permanent; fte=1\n"
	check_str(broken(TWO("2019-12-31"), perm), S(""));
	check_str(broken(TWO("2020-01-31"), perm), S("handover P-1"));
	check_str(broken(TWO("2020-02-01"), perm), S("over-fte P-1"));
	check_str(broken(TWO("open"), perm), S("over-fte P-1"));
	/* who covers does not hold it, nor does an agency worker */
	check_str(broken(PLACE POST ANN BO
		"spell S-1 2018-01-01 open person=N-1; post=P-1; basis=permanent; fte=1\n"
		"spell S-2 2020-01-01 open person=N-2; post=P-1; basis=cover; fte=1; covers=S-1\n", perm), S(""));
	/* the post grew before the second came */
	check_str(broken(PLACE "post P-1 2018-01-01 2019-12-31 title=X; unit=U-1; role=R-1; fte=1; status=funded\n"
		"post P-1 2020-01-01 open title=X; unit=U-1; role=R-1; fte=2; status=funded\n" ANN BO
		"spell S-1 2018-01-01 open person=N-1; post=P-1; basis=permanent; fte=1\n"
		"spell S-2 2020-01-01 open person=N-2; post=P-1; basis=permanent; fte=1\n", perm), S(""));
}

static void
one_person_is_one_person(struct arena *perm)
{
#define SECOND "post P-2 2018-01-01 open title=X; unit=U-1; role=R-1; fte=1; status=funded\n"
	check_str(broken(PLACE POST SECOND ANN
		"spell S-1 2018-01-01 open person=N-1; post=P-1; basis=permanent; fte=1\n"
		"spell S-2 2018-01-01 open person=N-1; post=P-2; basis=permanent; fte=0.5\n", perm),
		S("person-over-one N-1"));
	check_str(broken(PLACE POST SECOND ANN
		"spell S-1 2018-01-01 open person=N-1; post=P-1; basis=permanent; fte=1\n"
		"spell S-2 2018-01-01 open person=N-1; post=P-2; basis=permanent; fte=0.6\n", perm),
		S("person-fte N-1"));
	check_str(broken(PLACE POST ANN
		"spell S-1 2018-01-01 open person=N-1; post=P-1; basis=permanent; fte=0.5\n"
		"spell S-2 2019-01-01 open person=N-1; post=P-1; basis=acting; fte=0.5\n", perm),
		S("twice-in-post S-2"));
	check_str(broken("person N-1 family_name=Oddie; given_names=Ann; born=1980-02-01\n"
		"person N-2 family_name= oddie; given_names=ANN; born=1980-02-01\n", perm), S("same-person N-2"));
	check_str(broken(ANN BO "registration G-1 2015-01-01 open person=N-1; number=SW1\n"
		"registration G-2 2015-01-01 open person=N-2; number=SW1\n", perm), S("same-number N-2"));
}

static void
lives_are_possible(struct arena *perm)
{
	check_str(broken(PLACE POST "person N-1 family_name=A; given_names=B; born=2002-01-02\n"
		"spell S-1 2018-01-01 open person=N-1; post=P-1; basis=permanent; fte=1\n", perm), S("age S-1"));
	check_str(broken(PLACE POST "person N-1 family_name=A; given_names=B; born=2002-01-01\n"
		"spell S-1 2018-01-01 open person=N-1; post=P-1; basis=permanent; fte=1\n", perm), S(""));
	check_str(broken(PLACE POST ANN
		"spell S-1 2018-01-01 open person=N-1; post=P-1; basis=permanent; fte=1; reason=1\n", perm),
		S("reason S-1"));
	check_str(broken(PLACE POST "person N-1 family_name=A; given_names=B\n"
		"spell S-1 2018-01-01 open person=N-1; post=P-1; basis=permanent; fte=1\n", perm),
		S("no-birth-date N-1"));
}

static void
cover_is_of_somebody_else_who_is_there(struct arena *perm)
{
#define COVERED(rest) PLACE POST ANN BO \
	"spell S-1 2018-01-01 2019-12-31 person=N-1; post=P-1; basis=permanent; fte=1\n" \
	"spell S-2 " rest
	check_str(broken(COVERED("2018-06-01 2018-12-31 person=N-2; post=P-1; basis=cover; fte=1; covers=S-1\n"),
	                 perm), S(""));
	check_str(broken(COVERED("2018-06-01 2018-12-31 person=N-2; post=P-1; basis=cover; fte=1\n"), perm),
	          S("cover S-2"));
	check_str(broken(COVERED("2020-01-01 open person=N-2; post=P-1; basis=cover; fte=1; covers=S-1\n"), perm),
	          S("cover S-2"));
}

static void
no_unit_stands_under_itself(struct arena *perm)
{
	check_str(broken("unit U-1 2015-01-01 open name=A; kind=service; parent=U-2\n"
		"unit U-2 2015-01-01 open name=B; kind=service; parent=U-3\n"
		"unit U-3 2015-01-01 open name=C; kind=service; parent=U-1\n", perm),
		S("unit-loop U-1; unit-loop U-2; unit-loop U-3"));
	check_str(broken("unit U-1 2015-01-01 open name=A; kind=service\n"
		"unit U-2 2015-01-01 open name=B; kind=service; parent=U-1\n", perm), S(""));
}

/* Old trouble does not stop new work: only what a change touches is judged. */
static void
only_what_is_touched_is_judged(struct arena *perm)
{
	struct council *council = council_of(PLACE POST ANN BO
		"spell S-1 2018-01-01 open person=N-1; post=P-1; basis=permanent; fte=1\n"
		"spell S-2 2018-01-01 open person=N-2; post=P-1; basis=permanent; fte=1\n"
		"post P-2 2018-01-01 open title=X; unit=U-1; role=R-1; fte=1; status=funded\n", perm);
	struct changes changes = changes_new(perm);
	changes_add(&changes, (struct change){ ADD, &record_types[TYPE_POST],
		.after = council->of[TYPE_POST].at[1] });
	struct findings found = findings_new(perm);
	rules_check(council, &changes, &found, perm);
	check_int(found.count, 0);
}

/* A birth date that is mended may make somebody too young for a post they have been in for years. */
static void
a_change_of_a_person_judges_their_time_in_post(struct arena *perm)
{
	struct council *council = council_of(PLACE POST
		"person N-1 family_name=A; given_names=B; born=2010-01-01\n"
		"spell S-1 2018-01-01 open person=N-1; post=P-1; basis=permanent; fte=1\n", perm);
	struct changes changes = changes_new(perm);
	struct record person = council->of[TYPE_PERSON].at[0];
	changes_add(&changes, (struct change){ ALTER, &record_types[TYPE_PERSON], person, person });
	struct findings found = findings_new(perm);
	rules_check(council, &changes, &found, perm);
	check_int(found.mistakes, 1);
	check_str(found.at[0].code, S("age"));
}

static void
what_is_referred_to_cannot_go(struct arena *perm)
{
	struct council *council = council_of(ANN
		"registration G-1 2015-01-01 open person=N-1; number=SW1\n"
		"registration G-2 2015-01-01 open person=N-2; number=SW2\n", perm);
	struct council *before = council_of(BO, perm);
	struct changes changes = changes_new(perm);
	changes_add(&changes, (struct change){ REMOVE, &record_types[TYPE_PERSON],
		.before = before->of[TYPE_PERSON].at[0] });
	struct findings found = findings_new(perm);
	rules_check(council, &changes, &found, perm);
	check_int(found.mistakes, 1);
	check_str(found.at[0].code, S("reference"));
}

/* Ann is an agency worker in P-1 of Duty, Bo is employed in P-2. */
#define AGENCY PLACE POST ANN BO "unit U-2 2015-01-01 open name=Other; kind=team\n" \
	"post P-2 2018-01-01 open title=X; unit=U-1; role=R-1; fte=1; status=funded\n" \
	"spell S-1 2024-11-04 open person=N-1; post=P-1; basis=agency; fte=1\n" \
	"spell S-2 2018-01-01 open person=N-2; post=P-2; basis=permanent; fte=1\n"
#define WORKS(ref, rest) "assignment " ref " job_type=social_worker; " rest "\n"
#define ANNS WORKS("K-1", "person=N-1; spell=S-1; starts_on=2024-11-04; planned_end=2025-03-28")
#define REQUEST "agency_request J-1 post=P-1; unit=U-1; reason=vacancy; why=x; job_type=social_worker; starts_on=2024-11-04;" \
	" planned_end=2025-03-28\n"

static void
agency_use_is_of_one_person_once_and_decided_where_it_is(struct arena *perm)
{
	static const struct { const char *lines, *breaks; } cases[] = {
		{ ANNS REQUEST "agency_decision D-1 unit=U-1; request=J-1; decision=approved; held_on=2024-11-01\n"
		  "agency_decision D-2 unit=U-1; assignment=K-1; decision=dcs; held_on=2024-11-01\n"
		  "assignment_evidence V-1 person=N-1; assignment=K-1\nconversion H-1 person=N-1; assignment=K-1; held_on=2025-01-01;"
		  " outcome=talked\nagency_cost AM-1 month=2025-01-01; cost=1\nagency_quarter AQ-1 quarter=2025-1\n"
		  "agency_compliance AX-1 quarter=2025-1; rule=cap; degree=full\nagency_compliance AX-2 quarter=2025-1; rule=notice;"
		  " degree=full\n", "" },
		{ WORKS("K-1", "person=N-2; spell=S-1; starts_on=2024-11-04; planned_end=2025-03-28"), "agency-person K-1" },
		{ WORKS("K-1", "person=N-2; spell=S-2; starts_on=2024-11-04; planned_end=2025-03-28"), "agency-person K-1" },
		{ WORKS("K-1", "person=N-1; spell=S-1; starts_on=2024-11-04; planned_end=2024-11-03"), "agency-days K-1" },
		{ WORKS("K-1", "person=N-1; spell=S-1; starts_on=2024-11-04; planned_end=2025-03-28; ended_on=2024-11-03"),
		  "agency-days K-1" },
		{ ANNS WORKS("K-2", "person=N-1; spell=S-1; starts_on=2024-11-04; planned_end=2025-03-28"),
		  "agency-once K-1; agency-once K-2" },
		{ ANNS "assignment_evidence V-1 person=N-2; assignment=K-1\n", "agency-person V-1" },
		{ ANNS "conversion H-1 person=N-2; assignment=K-1; held_on=2025-01-01; outcome=talked\n", "agency-person H-1" },
		{ REQUEST "agency_decision D-1 unit=U-2; request=J-1; decision=approved; held_on=2024-11-01\n", "agency-decision D-1" },
		{ ANNS "agency_decision D-1 unit=U-2; assignment=K-1; decision=dcs; held_on=2024-11-05\n", "agency-decision D-1" },
		{ ANNS "agency_decision D-1 unit=U-1; assignment=K-1; decision=approved; held_on=2024-11-05\n", "agency-decision D-1" },
		{ "agency_cost AM-1 month=2025-01-02; cost=1\n", "agency-days AM-1" },
		{ "agency_quarter AQ-1 quarter=2025-5\n", "agency-days AQ-1" },
		{ "agency_compliance AX-1 quarter=2025-1; rule=cap; degree=full\nagency_compliance AX-2 quarter=2025-1; rule=cap;"
		  " degree=part\n", "agency-once AX-1; agency-once AX-2" },
	};
	for (ptrdiff_t i = 0; i < countof(cases); i++)
		check_str(broken(str_c(str_format(perm, "%s%s", AGENCY, cases[i].lines), perm), perm), str_of(cases[i].breaks));
}

#define TICKET(ref, rest) "ticket " ref " role=R-1; unit=U-1; reason=turnover; why=x; starts_on=2025-04-01; " rest "\n"
#define OVER_POST "post P-9 2025-04-01 open title=X; unit=U-1; role=R-1; fte=1; status=over\n"
#define ASSUMES(ref, days, rest) "assumption " ref " " days " source=x; grade=D; set_by=Board; " rest "\n"

static void
a_ticket_has_one_post_over_and_a_thing_is_assumed_once(struct arena *perm)
{
	static const struct { const char *lines, *breaks; } cases[] = {
		{ OVER_POST TICKET("OE-1", "expires_on=2026-03-31; decision=approved; decided_on=2025-03-01; post=P-9"), "" },
		{ TICKET("OE-1", "expires_on=2025-03-31"), "ticket OE-1" },
		{ OVER_POST TICKET("OE-1", "expires_on=2026-03-31; post=P-9"), "ticket OE-1" },
		{ TICKET("OE-1", "expires_on=2026-03-31; decision=approved; decided_on=2025-03-01; post=P-2"), "ticket OE-1" },
		{ OVER_POST TICKET("OE-1", "expires_on=2026-03-31; decision=approved; decided_on=2025-03-01; post=P-9")
		  TICKET("OE-2", "expires_on=2026-03-31; decision=approved; decided_on=2025-03-01; post=P-9"),
		  "ticket OE-1; ticket OE-2" },
		{ TICKET("OE-1", "expires_on=2026-03-31; decision=approved"), "ticket OE-1" },
		{ TICKET("OE-1", "expires_on=2026-03-31; absorbed_on=2025-07-01"), "ticket OE-1" },
		{ TICKET("OE-1", "expires_on=2026-03-31; closed_on=2025-07-01"), "ticket OE-1" },
		{ ASSUMES("AS-1", "2025-01-01 2025-12-31", "what=pay; value=60000; low=60000; high=60000")
		  ASSUMES("AS-2", "2026-01-01 open", "what=pay; value=60000") ASSUMES("AS-3", "2025-01-01 open", "what=pay; role=R-1; value=60000"), "" },
		{ ASSUMES("AS-1", "2025-01-01 open", "what=pay; value=60000") ASSUMES("AS-2", "2026-01-01 open", "what=pay; value=61000"),
		  "assumption AS-1; assumption AS-2" },
		{ ASSUMES("AS-1", "2025-01-01 open", "what=lead; value=1; low=2"), "assumption AS-1" },
		{ ASSUMES("AS-1", "2025-01-01 open", "what=lead; value=9999"), "assumption AS-1" },
		{ ASSUMES("AS-1", "2025-01-01 open", "what=lead; value=60; low=0.1; high=60"), "" },
		{ ASSUMES("AS-1", "2025-01-01 open", "what=lead; value=4; high=61"), "assumption AS-1" },
		{ ASSUMES("AS-1", "2025-01-01 open", "what=newly_qualified; value=71"), "assumption AS-1" },
		{ ASSUMES("AS-1", "2025-01-01 open", "what=payment; value=0"), "assumption AS-1" },
		{ ASSUMES("AS-1", "2025-01-01 open", "what=lead; value=3; high=2.5"), "assumption AS-1" },
	};
	for (ptrdiff_t i = 0; i < countof(cases); i++)
		check_str(broken(str_c(str_format(perm, "%s%s", AGENCY, cases[i].lines), perm), perm), str_of(cases[i].breaks));
}

static void
a_census_year_is_said_once_and_its_figures_say_why(struct arena *perm)
{
	check_str(broken("census_year Y-1 year=2025; car_allowance=1\ncensus_year Y-2 year=2024; vacancies=3; reason=Closed late\n",
	                 perm), S(""));
	check_str(broken("census_year Y-1 year=2025\ncensus_year Y-2 year=2025\n", perm), S("census-year Y-1; census-year Y-2"));
	check_str(broken("census_year Y-1 year=2016\n", perm), S("census-year Y-1"));
	check_str(broken("census_year Y-1 year=2025; vacancies=3\n", perm), S("census-reason Y-1"));
	check_str(broken("census_year Y-1 year=2025; cover_headcount=0\n", perm), S("census-reason Y-1"));
}

int
main(void)
{
	run(a_sound_council_breaks_nothing);
	run(references_lead_somewhere);
	run(rows_of_one_thing_neither_overlap_nor_leave_holes);
	run(nobody_is_in_a_post_that_is_not_there);
	run(holders_are_not_more_than_the_post);
	run(one_person_is_one_person);
	run(lives_are_possible);
	run(cover_is_of_somebody_else_who_is_there);
	run(no_unit_stands_under_itself);
	run(only_what_is_touched_is_judged);
	run(a_change_of_a_person_judges_their_time_in_post);
	run(what_is_referred_to_cannot_go);
	run(a_ticket_has_one_post_over_and_a_thing_is_assumed_once);
	run(a_census_year_is_said_once_and_its_figures_say_why);
	run(agency_use_is_of_one_person_once_and_decided_where_it_is);
	return tests_end();
}
