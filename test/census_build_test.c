/* census_build_test.c: a census return from people and posts. Each working rule has somebody of whom the records
 * were worked out by hand (docs/methods/census.md, "Building"); and made-up councils are built, checked and counted. */
#include "check.h"
#include "councils.h"

#include "census/build.h"
#include "census/figures.h"
#include "census/read.h"
#include "census/rules.h"
#include "census/write.h"
#include "demo/demo.h"
#include "measure/own_people.h"

static struct published built_in;

enum { NOW = 1761000000 };           /* 20 October 2025 */

/* ---- by hand ----------------------------------------------------------------------------------- */

/* Posts of each role; somebody with all that is asked; what each test adds is in its own lines. */
static const char places[] =
	"unit U-1 2010-01-01 open name=Children; kind=directorate\n"
	"role R-1 2010-01-01 open title=Director of Children's Services; family=social_work; census_role=1; registered=yes\n"
	"role R-3 2010-01-01 open title=Team manager; family=social_work; census_role=3; registered=yes\n"
	"role R-5 2010-01-01 open title=Social worker; family=social_work; census_role=5; registered=yes\n"
	"role R-9 2010-01-01 open title=Family worker; family=family_help; census_role=0; registered=no\n"
	"post P-1 2010-01-01 open title=DCS; unit=U-1; role=R-1; fte=1; status=funded\n"
	"post P-3 2010-01-01 open title=Team manager; unit=U-1; role=R-3; fte=1; status=funded\n"
	"post P-5 2010-01-01 open title=Social worker; unit=U-1; role=R-5; fte=1; status=funded\n"
	"post P-6 2010-01-01 open title=Social worker; unit=U-1; role=R-5; fte=1; status=funded\n"
	"post P-9 2010-01-01 open title=Family worker; unit=U-1; role=R-9; fte=1; status=funded\n"
	"census_year Y-1 year=2025; recruitment_bonus=0; retention_bonus=1; performance_award=0; car_allowance=2; relocation=0"
	"; regional_weighting=0; registration_fee=1; dbs_fee=1; other_allowances=Parking\n"
	"person N-1 family_name=Oddie; given_names=Ann; born=1980-05-01\n"
	"registration G-1 2012-08-01 open person=N-1; number=SW4321\n"
	"equality Q-1 person=N-1; sex=F; ethnicity=BCRB\n"
	"qualification K-1 person=N-1; level=2; step_up=no; frontline=yes; institution=Keele; cfkss=3\n"
	"pay M-1 2024-10-01 open person=N-1; base_salary=42000.5; recruitment_retention=1500\n"
	"caseload C-1 person=N-1; day=2025-09-30; cases=17\n";

/* In post P-5 from a day to another. */
#define IN_POST(first, last, more) "spell S-1 " first " " last " person=N-1; post=P-5; basis=permanent; fte=1" more "\n"
#define LEFT "; origin=2; reason=1; destination=3"

struct hand { struct council *council; struct roster roster; struct built built; };

static struct hand
built_with(const char *lines, int year, const struct working_decision *decisions, int count, struct arena *perm)
{
	struct hand hand = { .council = council_of(str_c(str_format(perm, "%s%s", places, lines), perm), perm) };
	roster_build(&hand.roster, hand.council, perm);
	struct build_wish wish = { .roster = new(perm, 1, struct roster), .equality = &hand.council->of[TYPE_EQUALITY],
		.year = year, .lea = S("335"), .now = NOW, .software = S("Mainstay"), .decisions = decisions, .decision_count = count };
	*(struct roster *)(uintptr_t)wish.roster = hand.roster;
	census_build(&hand.built, &wish, perm);
	return hand;
}

static struct hand
built_of(const char *lines, struct arena *perm)
{
	return built_with(lines, 2025, NULL, 0, perm);
}

static struct hand
decided(const char *lines, enum working_rule rule, const char *spell, int way, struct arena *perm)
{
	return built_with(lines, 2025, &(struct working_decision){ rule, str_of(spell), way }, 1, perm);
}

/* "OrgRole=5 FTE=0.6 RoleEndDate=": each item says this, or nothing. */
static void
says(const struct hand *hand, int worker, const char *items)
{
	Str rest = str_of(items);
	check(worker <= hand->built.ret.worker_count);
	while (rest.len > 0 && worker <= hand->built.ret.worker_count) {
		Str value = str_word(&rest), name = str_cut(&value, '=');
		enum item item = item_find(name, worker ? IN_WORKER : IN_AUTHORITY);
		check(item != NO_ITEM);
		Str is = worker ? worker_cell(&hand->built.ret.workers[worker - 1], item)->text : hand->built.ret.cell[item].text;
		if (!str_equal(is, value))
			printf("worker %d, %.*s:\n", worker, STR_ARG(name));
		check_str(is, value);
	}
}

/* The one use of a rule: of which spell, which way, and the record that came of it (0: left out). */
static void
used(const struct hand *hand, enum working_rule rule, const char *spell, const char *way, int worker)
{
	int count = 0;
	for (int i = 0; i < hand->built.case_count; i++) {
		const struct working_case *c = &hand->built.cases[i];
		if (c->rule != rule)
			continue;
		count++;
		check_str(c->spell, str_of(spell));
		check_str(working_rows[rule].ways[c->way], str_of(way));
		check_int(c->worker, worker);
		check_str(c->person, S("N-1"));
	}
	check_int(count, 1);
}

static bool
uses(const struct hand *hand, enum working_rule rule)
{
	for (int i = 0; i < hand->built.case_count; i++)
		if (hand->built.cases[i].rule == rule)
			return true;
	return false;
}

static void
whoever_is_in_post_all_year_says_all_that_is_asked(struct arena *perm)
{
	struct hand hand = built_of(IN_POST("2019-03-04", "open", "; origin=2")
		"absence B-1 2025-03-03 2025-03-07 person=N-1; kind=sickness; days_lost=4.5\n", perm);
	check_int(hand.built.ret.worker_count, 1);
	says(&hand, 1, "AgencyWorker=0 SWENo=SW4321 FTE=1 PersonBirthDate=1980-05-01 GenderCurrent= Sex=F Ethnicity=BCRB QualInst= "
	     "QualLevel=2 StepUpGrad=0 FrontlineGrad=1 OrgRole=5 RoleStartDate=2019-03-04 StartOrigin=2 RoleEndDate= "
	     "LeaverDestination= ReasonLeave= FTE30=1 Cases30=17 WorkingDaysLost=4.5 ContractWeeks= Absat30Sept=0 ReasonAbsence= "
	     "CFKSSstatus= BaseSalary=42000.5 RRPayments=1500 OtherPayments=");
	/* P-3 and P-6 are vacant; P-1 is the director's, and P-9 none of the census */
	says(&hand, 0, "NumberOfVacancies=2 NoAgencyFTE=0 NoAgencyHeadcount=0 RecruitmentBonus=0 RetentionBonus=1 CarAllowance=2 "
	     "CostDBS=1 OtherAllowances=Parking");
	check_int(hand.built.case_count, 0);
	check_int(hand.built.missing_count, 0);
	check_str(hand.built.persons[0], S("N-1"));
	check_str(hand.built.spells[0], S("S-1"));
	struct findings found = findings_new(perm);
	census_check(&hand.built.ret, NOW, &found, perm);
	check_int(found.mistakes, 0);
}

/* Of 2023: gender and not sex, where somebody qualified, the knowledge statement; and no pay or allowances. */
static void
an_earlier_year_has_its_own_items(struct arena *perm)
{
	struct hand hand = built_with(IN_POST("2019-03-04", "open", "; origin=2"), 2023, NULL, 0, perm);
	says(&hand, 1, "GenderCurrent=2 Sex= QualInst=Keele CFKSSstatus=3 BaseSalary= RRPayments=");
	says(&hand, 0, "RecruitmentBonus= OtherAllowances=");
}

static void
a_starter_has_no_fte_before_and_a_leaver_none_now(struct arena *perm)
{
	struct hand starter = built_of(IN_POST("2025-01-06", "open", "; origin=1"), perm);
	says(&starter, 1, "FTE=1 FTE30=0 StartOrigin=1 RoleStartDate=2025-01-06 RoleEndDate=");
	struct hand leaver = built_of(IN_POST("2019-03-04", "2025-01-31", LEFT), perm);
	says(&leaver, 1, "FTE=0 FTE30=1 RoleEndDate=2025-01-31 ReasonLeave=1 LeaverDestination=3 Cases30= BaseSalary= Absat30Sept=");
	check_int(built_of(IN_POST("2019-03-04", "2024-09-30", LEFT), perm).built.ret.worker_count, 0);
	check_int(built_of(IN_POST("2025-10-01", "open", ""), perm).built.ret.worker_count, 0);
	/* 30 September 2024 was still the year before's; somebody whose last day is 1 October left in this one */
	check_int(built_of(IN_POST("2019-03-04", "2024-10-01", LEFT), perm).built.ret.worker_count, 1);
}

static void
whoever_came_and_went_is_returned_unless_it_is_decided_otherwise(struct arena *perm)
{
	static const char lines[] = IN_POST("2025-01-06", "2025-05-30", LEFT);
	struct hand hand = built_of(lines, perm);
	says(&hand, 1, "FTE=0 FTE30=0 RoleStartDate=2025-01-06 RoleEndDate=2025-05-30 StartOrigin=2 ReasonLeave=1");
	used(&hand, WORKING_CAME_AND_WENT, "S-1", "return", 1);
	struct hand out = decided(lines, WORKING_CAME_AND_WENT, "S-1", 1, perm);
	check_int(out.built.ret.worker_count, 0);
	used(&out, WORKING_CAME_AND_WENT, "S-1", "leave_out", 0);
	check(out.built.cases[0].decided && !out.built.cases[0].for_all);
	check(decided(lines, WORKING_CAME_AND_WENT, "", 1, perm).built.cases[0].for_all);
	check_int(decided(lines, WORKING_CAME_AND_WENT, "S-2", 1, perm).built.ret.worker_count, 1);
}

static void
a_returner_is_a_leaver_and_a_starter_or_never_was_away(struct arena *perm)
{
	static const char lines[] = IN_POST("2019-03-04", "2025-01-31", LEFT)
		"spell S-2 2025-06-02 open person=N-1; post=P-6; basis=permanent; fte=0.6; origin=7\n";
	struct hand hand = built_of(lines, perm);
	check_int(hand.built.ret.worker_count, 2);
	says(&hand, 1, "FTE=0 FTE30=1 RoleStartDate=2019-03-04 RoleEndDate=2025-01-31 Cases30=");
	says(&hand, 2, "FTE=0.6 FTE30=0 RoleStartDate=2025-06-02 RoleEndDate= StartOrigin=7 Cases30=17");
	used(&hand, WORKING_RETURNED, "S-2", "apart", 2);
	struct hand one = decided(lines, WORKING_RETURNED, "S-2", 1, perm);
	check_int(one.built.ret.worker_count, 1);
	says(&one, 1, "FTE=0.6 FTE30=1 RoleStartDate=2019-03-04 RoleEndDate= StartOrigin=2");
	used(&one, WORKING_RETURNED, "S-2", "joined", 1);
	/* four days between are a move: 31 January to 5 February */
	struct hand moved = built_of(IN_POST("2019-03-04", "2025-01-31", "")
		"spell S-2 2025-02-05 open person=N-1; post=P-6; basis=permanent; fte=0.6\n", perm);
	check_int(moved.built.ret.worker_count, 1);
	check(!uses(&moved, WORKING_RETURNED));
	says(&moved, 1, "FTE=0.6 FTE30=1 RoleStartDate=2019-03-04 RoleEndDate=");
	check_str(moved.built.spells[0], S("S-2"));
	/* days lost are of the time in which they were */
	struct hand ill = built_of(str_c(str_format(perm, "%sabsence B-1 2024-11-04 2024-11-06 person=N-1; kind=sickness; days_lost=3\n"
		"absence B-2 2025-07-07 2025-07-08 person=N-1; kind=sickness; days_lost=2\n"
		"absence B-3 2025-03-03 2025-03-03 person=N-1; kind=sickness; days_lost=1\n", lines), perm), perm);
	says(&ill, 1, "WorkingDaysLost=3");
	says(&ill, 2, "WorkingDaysLost=2");
	/* and five are not */
	struct hand back = built_of(IN_POST("2019-03-04", "2025-01-31", LEFT)
		"spell S-2 2025-02-06 open person=N-1; post=P-6; basis=permanent; fte=0.6; origin=7\n", perm);
	check_int(back.built.ret.worker_count, 2);
	says(&back, 2, "RoleStartDate=2025-02-06 FTE30=0");
}

static void
a_last_day_of_30_september_is_leaving(struct arena *perm)
{
	static const char lines[] = IN_POST("2019-03-04", "2025-09-30", LEFT);
	struct hand hand = built_of(lines, perm);
	says(&hand, 1, "FTE=0 FTE30=1 RoleEndDate=2025-09-30 Cases30=");
	used(&hand, WORKING_LAST_DAY, "S-1", "left", 1);
	struct hand there = decided(lines, WORKING_LAST_DAY, "S-1", 1, perm);
	says(&there, 1, "FTE=1 FTE30=1 RoleEndDate= ReasonLeave= Cases30=17");
	used(&there, WORKING_LAST_DAY, "S-1", "in_post", 1);
	/* what is decided for one comes before what is decided for all, whichever came first */
	const struct working_decision both[] = { { WORKING_LAST_DAY, S("S-1"), 1 }, { WORKING_LAST_DAY, S(""), 0 } };
	struct hand one = built_with(lines, 2025, both, 2, perm);
	used(&one, WORKING_LAST_DAY, "S-1", "in_post", 1);
}

/* 0.6 of a manager and 0.4 of a case holder, who lost 5 days and has 17 cases: 1 + 9 and 1 + 6 of the 15 beyond one
 * each, all told 10 and 7. */
static void
two_roles_are_a_record_each_that_add_up(struct arena *perm)
{
	static const char lines[] =
		"spell S-1 2019-03-04 open person=N-1; post=P-3; basis=permanent; fte=0.6; origin=2\n"
		"spell S-2 2025-02-03 open person=N-1; post=P-5; basis=permanent; fte=0.4\n"
		"absence B-1 2025-03-03 2025-03-07 person=N-1; kind=sickness; days_lost=5\n";
	struct hand hand = built_of(lines, perm);
	check_int(hand.built.ret.worker_count, 2);
	says(&hand, 1, "OrgRole=3 FTE=0.6 FTE30=0.6 RoleStartDate=2019-03-04 Cases30=10 WorkingDaysLost=5 RRPayments=1500");
	says(&hand, 2, "OrgRole=5 FTE=0.4 FTE30=0 RoleStartDate=2019-03-04 Cases30=7 WorkingDaysLost=0 RRPayments=");
	used(&hand, WORKING_TWO_ROLES, "S-1", "each", 1);
	struct hand one = decided(lines, WORKING_TWO_ROLES, "", 1, perm);
	check_int(one.built.ret.worker_count, 1);
	says(&one, 1, "OrgRole=3 FTE=1 FTE30=0.6 Cases30=17 WorkingDaysLost=5");
}

/* What was held a year before stays with the post, though its role has changed since. */
static void
fte_of_the_year_before_stays_with_its_post(struct arena *perm)
{
	struct hand hand = built_of("post P-7 2010-01-01 2024-12-31 title=Manager; unit=U-1; role=R-3; fte=1; status=funded\n"
		"post P-7 2025-01-01 open title=Social worker; unit=U-1; role=R-5; fte=1; status=funded\n"
		"spell S-1 2019-03-04 open person=N-1; post=P-3; basis=permanent; fte=0.6; origin=2\n"
		"spell S-2 2019-03-04 open person=N-1; post=P-7; basis=permanent; fte=0.4\n", perm);
	check_int(hand.built.ret.worker_count, 2);
	says(&hand, 1, "OrgRole=3 FTE=0.6 FTE30=0.6");
	says(&hand, 2, "OrgRole=5 FTE=0.4 FTE30=0.4");
}

/* Two posts of one role are one role: one record of at most 1, and what is over. */
static void
two_posts_of_one_role_are_one_record_of_at_most_one_fte(struct arena *perm)
{
	struct hand hand = built_of("spell S-1 2019-03-04 open person=N-1; post=P-5; basis=permanent; fte=0.5; origin=2\n"
		"spell S-2 2020-02-03 open person=N-1; post=P-6; basis=permanent; fte=0.3\n", perm);
	check_int(hand.built.ret.worker_count, 1);
	says(&hand, 1, "OrgRole=5 FTE=0.8 FTE30=0.8");
	check(!uses(&hand, WORKING_TWO_ROLES));
	struct hand over = built_of("spell S-1 2019-03-04 open person=N-1; post=P-5; basis=permanent; fte=1; origin=2\n"
		"spell S-2 2020-02-03 open person=N-1; post=P-6; basis=permanent; fte=0.2\n", perm);
	check_int(over.built.ret.worker_count, 2);
	says(&over, 1, "FTE=1 FTE30=1 RoleStartDate=2019-03-04");
	says(&over, 2, "FTE=0.2 FTE30=0.2 RoleStartDate=2019-03-04");
	struct findings found = findings_new(perm);
	census_check(&over.built.ret, NOW, &found, perm);
	check_int(found.mistakes, 0);
}

static void
whoever_has_no_hours_is_returned_with_none(struct arena *perm)
{
	static const char lines[] = "spell S-1 2019-03-04 open person=N-1; post=P-5; basis=fixed_term; fte=0; origin=2\n";
	struct hand hand = built_of(lines, perm);
	says(&hand, 1, "FTE=0 FTE30=0 RoleEndDate= Cases30=17");
	used(&hand, WORKING_NO_HOURS, "S-1", "return", 1);
	check_int(decided(lines, WORKING_NO_HOURS, "S-1", 1, perm).built.ret.worker_count, 0);
}

static void
leave_on_the_day_is_said_by_kind_and_its_cover_is_in_post(struct arena *perm)
{
	struct hand hand = built_of(IN_POST("2019-03-04", "open", "; origin=2")
		"absence B-1 2025-07-01 open person=N-1; kind=maternity\n"
		"person N-2 family_name=Obi; given_names=Ben; born=1990-01-01\n"
		"spell S-2 2025-07-01 open person=N-2; post=P-5; basis=cover; covers=S-1; fte=1; origin=4\n", perm);
	says(&hand, 1, "Absat30Sept=1 ReasonAbsence=MAT FTE=1 WorkingDaysLost=0");
	says(&hand, 2, "AgencyWorker=0 Absat30Sept=0 FTE=1 StartOrigin=4 Cases30=0");
	says(&hand, 0, "NumberOfVacancies=2");
	static const char other[] = IN_POST("2019-03-04", "open", "; origin=2")
		"absence B-1 2025-07-01 open person=N-1; kind=other\n";
	struct hand paid = built_of(other, perm), unpaid = decided(other, WORKING_OTHER_LEAVE, "S-1", 1, perm);
	struct hand unsaid = decided(other, WORKING_OTHER_LEAVE, "S-1", 2, perm);
	says(&paid, 1, "Absat30Sept=1 ReasonAbsence=OTH");
	used(&paid, WORKING_OTHER_LEAVE, "S-1", "paid", 1);
	says(&unpaid, 1, "ReasonAbsence=UNP");
	says(&unsaid, 1, "Absat30Sept=1 ReasonAbsence=");
	check_int(unsaid.built.missing_count, 1);
}

/* From 1 July to 30 September are 92 days: 13.1 weeks. */
static void
agency_workers_of_the_day_alone_have_records(struct arena *perm)
{
	static const char lines[] = "spell S-1 2025-07-01 open person=N-1; post=P-5; basis=agency; fte=0.8; agency=Heron\n";
	struct hand hand = built_of(lines, perm);
	says(&hand, 1, "AgencyWorker=1 SWENo=SW4321 FTE=0.8 OrgRole=5 RoleStartDate=2025-07-01 ContractWeeks=13.1 Cases30=17 RoleEndDate= "
	     "FTE30= WorkingDaysLost= BaseSalary= StartOrigin=");
	used(&hand, WORKING_WEEKS, "S-1", "so_far", 1);
	/* P-3, P-5 and P-6 are vacant, of which 0.8 is covered */
	says(&hand, 0, "NumberOfVacancies=3 NoAgencyFTE=0.8 NoAgencyHeadcount=1");
	struct hand missing = decided(lines, WORKING_WEEKS, "", 1, perm);
	says(&missing, 1, "ContractWeeks=");
	check_int(missing.built.missing_count, 1);
	check_int(missing.built.missing[0].item, ITEM_WEEKS);
	/* an end that is on record: 26 weeks to 29 December */
	struct hand ends = built_of("spell S-1 2025-07-01 2025-12-29 person=N-1; post=P-5; basis=agency; fte=0.8\n", perm);
	says(&ends, 1, "ContractWeeks=26");
	check(!uses(&ends, WORKING_WEEKS));
	/* an assignment of 13 weeks from 4 August says when it ends as planned: 2 November */
	struct hand planned = built_of(str_c(str_format(perm, "%sassignment A-1 person=N-1; spell=S-1; job_type=social_worker; "
		"starts_on=2025-08-04; planned_end=2025-11-02\n", lines), perm), perm);
	says(&planned, 1, "ContractWeeks=13 RoleStartDate=2025-07-01");
	check(!uses(&planned, WORKING_WEEKS));
	check_int(built_of("spell S-1 2025-07-01 2025-09-29 person=N-1; post=P-5; basis=agency; fte=0.8\n", perm).built.ret.worker_count, 0);
}

static void
whom_somebody_else_employs_is_left_out_until_it_is_decided(struct arena *perm)
{
	static const char lines[] = "spell S-1 2024-03-04 open person=N-1; post=P-5; basis=seconded_in; fte=1\n";
	struct hand hand = built_of(lines, perm);
	check_int(hand.built.ret.worker_count, 0);
	used(&hand, WORKING_SECONDED, "S-1", "leave_out", 0);
	struct hand in = decided(lines, WORKING_SECONDED, "S-1", 1, perm);
	says(&in, 1, "AgencyWorker=0 FTE=1 FTE30=1 RoleStartDate=2024-03-04 Cases30=17");
	used(&in, WORKING_SECONDED, "S-1", "return", 1);
}

static void
the_director_of_childrens_services_is_left_out(struct arena *perm)
{
	static const char lines[] = "spell S-1 2019-03-04 open person=N-1; post=P-1; basis=permanent; fte=1; origin=2\n";
	struct hand hand = built_of(lines, perm);
	check_int(hand.built.ret.worker_count, 0);
	used(&hand, WORKING_DIRECTOR, "S-1", "leave_out", 0);
	struct hand in = decided(lines, WORKING_DIRECTOR, "S-1", 1, perm);
	says(&in, 1, "OrgRole=1 FTE=1");
	struct hand vacant = built_of("", perm), counted = decided("", WORKING_DIRECTOR, "", 1, perm);
	says(&vacant, 0, "NumberOfVacancies=3");
	says(&counted, 0, "NumberOfVacancies=4");
	check_int(decided("spell S-1 2019-03-04 2025-03-31 person=N-1; post=P-1; basis=permanent; fte=1" LEFT "\n",
	                  WORKING_TWO_ROLES, "", 0, perm).built.ret.worker_count, 0);
}

/* ---- what is missing --------------------------------------------------------------------------- */

static const struct missing *
lacks(const struct hand *hand, enum item item, int worker)
{
	for (int i = 0; i < hand->built.missing_count; i++)
		if (hand->built.missing[i].item == item && hand->built.missing[i].worker == worker)
			return &hand->built.missing[i];
	return NULL;
}

static void
what_is_not_known_is_left_out_and_told_with_where_it_is_mended(struct arena *perm)
{
	struct hand hand = built_of("person N-2 family_name=Obi; given_names=Ben\n"
		"equality Q-2 person=N-2; religion=none\n"
		"spell S-2 2025-01-06 2025-06-30 person=N-2; post=P-5; basis=permanent; fte=1\n"
		"spell S-3 2025-02-03 open person=N-2; post=P-6; basis=permanent; fte=0.4\n", perm);
	static const struct { enum item item; const char *type, *ref, *field; bool needed; } wants[] = {
		{ ITEM_SWE, "registration", "", "number", true }, { ITEM_BORN, "person", "N-2", "born", true },
		{ ITEM_SEX, "equality", "Q-2", "sex", true }, { ITEM_ETHNICITY, "equality", "Q-2", "ethnicity", false },
		{ ITEM_LEVEL, "qualification", "", "level", false }, { ITEM_STEP_UP, "qualification", "", "step_up", true },
		{ ITEM_ORIGIN, "spell", "S-2", "origin", true }, { ITEM_FRONTLINE, "qualification", "", "frontline", true },
		{ ITEM_SALARY, "pay", "", "base_salary", true },
	};
	says(&hand, 1, "SWENo= PersonBirthDate= Sex= Ethnicity=NOBT StepUpGrad= StartOrigin= BaseSalary= FTE=0.4 RoleStartDate=2025-01-06");
	check_int(hand.built.missing_count, countof(wants));
	for (int i = 0; i < countof(wants) && i < hand.built.missing_count; i++) {
		const struct missing *is = &hand.built.missing[i];
		check_int(is->item, wants[i].item);
		check_str(is->type, str_of(wants[i].type));
		check_str(is->ref, str_of(wants[i].ref));
		check_str(is->field, str_of(wants[i].field));
		check_int(is->needed, wants[i].needed);
		check_str(is->person, S("N-2"));
		const struct record_type *type = record_type_find(is->type);
		check(type && field_find(type, is->field) >= 0);
	}
}

static void
a_leaver_without_reason_and_a_year_without_allowances_are_told(struct arena *perm)
{
	struct hand hand = built_of(IN_POST("2019-03-04", "2025-01-31", "; origin=2"), perm);
	check(lacks(&hand, ITEM_REASON, 1) && str_equal(lacks(&hand, ITEM_REASON, 1)->field, S("reason")));
	check(lacks(&hand, ITEM_DESTINATION, 1) && str_equal(lacks(&hand, ITEM_DESTINATION, 1)->ref, S("S-1")));
	struct hand next = built_with(IN_POST("2019-03-04", "open", "; origin=2"), 2026, NULL, 0, perm);
	check(lacks(&next, ITEM_COST_DBS, 0) && str_equal(lacks(&next, ITEM_COST_DBS, 0)->type, S("census_year")));
	check(lacks(&next, ITEM_COST_DBS, 0)->ref.len == 0 && !lacks(&next, ITEM_OTHER_ALLOWANCES, 0));
	/* of 2026 nobody's cases were counted at all */
	check(lacks(&next, ITEM_CASES, 1) && !uses(&next, WORKING_NO_CASES));
}

/* Whoever moved into the council's family support left the census, and says so without a reason; and came the same way. */
static void
a_move_within_the_council_says_where_from_and_why(struct arena *perm)
{
	struct hand out = built_of(IN_POST("2019-03-04", "2025-01-31", "")
		"spell S-2 2025-02-01 open person=N-1; post=P-9; basis=permanent; fte=1\n", perm);
	says(&out, 1, "RoleEndDate=2025-01-31 ReasonLeave=7 LeaverDestination= FTE=0");
	struct hand in = built_of("spell S-2 2019-03-04 2025-01-31 person=N-1; post=P-9; basis=permanent; fte=1\n"
		IN_POST("2025-02-01", "open", ""), perm);
	says(&in, 1, "RoleStartDate=2025-02-01 StartOrigin=6 FTE30=0");
}

static void
equality_data_that_somebody_stopped_is_not_used(struct arena *perm)
{
	struct hand hand = built_of(IN_POST("2019-03-04", "open", "; origin=2")
		"equality Q-2 person=N-1; stopped_on=2025-01-01\n", perm);
	says(&hand, 1, "Sex= Ethnicity=REFU");
	check(lacks(&hand, ITEM_SEX, 1) != NULL);
}

/* ---- decisions and figures that are said ------------------------------------------------------- */

static void
decisions_are_read_from_the_notes_of_the_year(struct arena *perm)
{
	struct council *council = council_of(
		"census_note W-1 person=N-1; year=2025; kind=decision; subject=salary; record=S-1; choice=by_fte; words=As last year\n"
		"census_note W-2 year=2025; kind=decision; subject=last-day; choice=in_post; words=Agreed\n"
		"census_note W-3 year=2024; kind=decision; subject=last-day; choice=in_post; words=Of another year\n"
		"census_note W-4 year=2025; kind=query; subject=last-day; choice=in_post; words=No decision\n"
		"census_note W-5 year=2025; kind=decision; subject=last-day; choice=nonsense; words=No way\n"
		"census_note W-6 year=2025; kind=decision; subject=D083; choice=in_post; words=No working rule\n", perm);
	struct working_decision *decisions;
	check_int(working_decisions(council, 2025, &decisions, perm), 2);
	check(decisions[0].rule == WORKING_SALARY && decisions[0].way == 1 && str_equal(decisions[0].spell, S("S-1")));
	check(decisions[1].rule == WORKING_LAST_DAY && decisions[1].way == 1 && decisions[1].spell.len == 0);
	/* 42,000.50 by 0.6 is 25,200.30 */
	struct hand hand = built_with("spell S-1 2019-03-04 open person=N-1; post=P-5; basis=permanent; fte=0.6; origin=2\n", 2025,
	                              decisions, 2, perm);
	says(&hand, 1, "BaseSalary=25200.3");
	used(&hand, WORKING_SALARY, "S-1", "by_fte", 1);
	/* by 0.55 it is 23,100.275: half up */
	struct hand half = built_with("spell S-1 2019-03-04 open person=N-1; post=P-5; basis=permanent; fte=0.55; origin=2\n", 2025,
	                              decisions, 2, perm);
	says(&half, 1, "BaseSalary=23100.28");
}

static void
figures_that_a_council_says_otherwise_stand(struct arena *perm)
{
	struct hand hand = built_with(IN_POST("2019-03-04", "open", "; origin=2")
		"census_year Y-2 year=2024; vacancies=2.25; cover_fte=1.5; cover_headcount=2; reason=Two posts were closed late\n",
		2024, NULL, 0, perm);
	says(&hand, 0, "NumberOfVacancies=2.25 NoAgencyFTE=1.5 NoAgencyHeadcount=2");
}

static void
every_working_rule_has_a_name_two_ways_and_words(struct arena *perm)
{
	(void)perm;
	for (int r = 0; r < WORKING_RULES; r++) {
		const struct working_row *row = &working_rows[r];
		check_int(working_find(row->name), r);
		check(row->title.len > 0 && row->why.len > 0 && row->source.len > 0);
		for (int w = 0; w < WAYS_MOST; w++)
			check((row->ways[w].len > 0) == (row->way_words[w].len > 0));
		check(row->ways[1].len > 0 && working_way((enum working_rule)r, row->ways[1]) == 1);
	}
	check_int(working_find(S("nonsense")), NO_RULE);
	check_int(working_way(WORKING_SALARY, S("")), NO_WAY);
}

/* ---- made-up councils -------------------------------------------------------------------------- */

struct made { struct demo demo; struct council council; struct roster roster; };

static void
make(struct made *made, int area, struct arena *perm)
{
	struct error err = { 0 };
	*made = (struct made){ .council = { .authority = built_in.areas.at[area].slug } };
	check(demo_make(&made->demo, &built_in, (struct demo_wish){ area, 1, 0, 0 }, perm, &err));
	for (int t = 0; t < RECORD_TYPES; t++) {
		struct records none = { .type = &record_types[t] };
		made->council.of[t] = records_after(&none, &made->demo.changes, perm);
	}
	roster_build(&made->roster, &made->council, perm);
}

static void
build_year(struct built *built, const struct made *made, int year, Str lea, struct arena *perm)
{
	struct build_wish wish = { .roster = &made->roster, .equality = &made->council.of[TYPE_EQUALITY], .year = year,
		.lea = lea, .now = NOW, .software = S("Mainstay") };
	census_build(built, &wish, perm);
}

static void
show_errors(const struct findings *found, struct arena *perm)
{
	for (ptrdiff_t i = 0, shown = 0; i < found->count && shown < 5; i++)
		if (found->at[i].severity == MISTAKE && ++shown)
			printf("%.*s\n", STR_ARG(finding_text(&found->at[i], perm)));
}

/* What will be published of the built return is what the same people give by themselves (own_people.h), which the
 * tests of the demonstration hold to what was published. */
static void
check_measures(const struct built *built, const struct made *made, int year, struct arena scratch)
{
	struct own_figures own;
	struct census_figures f;
	own_figures_on(&own, &made->roster, NOT_THERE, date_of(year, 9, 30), scratch);
	census_figures_of(&f, &built->ret, scratch);
	for (int m = 0; m < MEASURES; m++) {
		bool unreliable = f.value[m].absent == UNRELIABLE;
		if (!unreliable && !figure_equal(figure_round(f.value[m], 1), figure_round(own.value[m], 1)))
			printf("%.*s %d %.*s: return %.*s, people %.*s\n", STR_ARG(made->council.authority), year,
			       STR_ARG(measures[m].name), STR_ARG(figure_text(f.value[m], 6, &scratch)),
			       STR_ARG(figure_text(own.value[m], 6, &scratch)));
		check(unreliable || figure_equal(figure_round(f.value[m], 1), figure_round(own.value[m], 1)));
	}
}

struct tally { int councils, returns, workers, queries, cases; };

/* And what was published, but where the demonstration says that people cannot be made so. */
static void
check_published(const struct built *built, const struct made *made, int area, int year, struct arena scratch)
{
	struct census_figures f;
	census_figures_of(&f, &built->ret, scratch);
	for (int m = 0; m < MEASURES; m++) {
		Figure published = published_value(&built_in, area, (enum measure_id)m, year);
		bool told = measures[m].rate || !figure_present(published);
		for (int i = 0; i < made->demo.remainder_count; i++)
			told = told || (made->demo.remainders[i].measure == (enum measure_id)m && made->demo.remainders[i].year == year);
		check(told || figure_equal(figure_round(f.value[m], measures[m].places), published));
	}
}

/* Written and read again it says the same, and passes its own check. */
static void
check_file(const struct built *built, struct arena perm)
{
	struct findings found = findings_new(&perm);
	struct census_return again;
	Str xml = census_write_xml(&built->ret, &perm);
	check(census_read(xml, built->ret.file, &(struct census_expect){ 0 }, &again, &found, &perm));
	check_int(again.worker_count, built->ret.worker_count);
	for (int i = 0; i < again.worker_count && i < built->ret.worker_count; i++)
		for (int f = 0; f < WORKER_ITEMS; f++)
			check(again.workers[i].fact[f].said == built->ret.workers[i].fact[f].said
			      && again.workers[i].fact[f].value == built->ret.workers[i].fact[f].value);
	for (int f = 0; f < RETURN_ITEMS; f++)
		check(again.fact[f].said == built->ret.fact[f].said && again.fact[f].value == built->ret.fact[f].value);
	census_check(&again, NOW, &found, &perm);
	show_errors(&found, &perm);
	check_int(found.mistakes, 0);
}

static void
check_council(int area, struct tally *tally, struct arena perm)
{
	struct made made;
	make(&made, area, &perm);
	Str lea = str_trim(str_upto(built_in.areas.at[area].old_code, 3));
	for (int year = made.demo.first_year; year <= made.demo.last_year; year++) {
		struct arena fresh = perm;
		struct built built;
		struct findings found = findings_new(&fresh);
		build_year(&built, &made, year, lea, &fresh);
		census_check(&built.ret, NOW, &found, &fresh);
		if (found.mistakes)
			printf("%.*s %d\n", STR_ARG(made.council.authority), year);
		show_errors(&found, &fresh);
		check_int(found.mistakes, 0);
		for (int i = 0; i < built.missing_count; i++)
			check(!built.missing[i].needed);
		check_measures(&built, &made, year, fresh);
		check_published(&built, &made, area, year, fresh);
		check_file(&built, fresh);
		tally->returns++;
		tally->workers += built.ret.worker_count;
		tally->queries += (int)found.count;
		tally->cases += built.case_count;
	}
	tally->councils++;
}

#if defined(__SANITIZE_ADDRESS__)
enum { STRIDE = 40 };
#else
enum { STRIDE = 6 };
#endif

static void
made_up_councils_are_built_without_an_error_and_give_the_figures_of_their_people(struct arena *perm)
{
	struct tally tally = { 0 };
	for (int area = 0, turn = 0; area < built_in.areas.count; area++) {
		const struct area *row = &built_in.areas.at[area];
		if (row->level != AUTHORITY || row->last_year != built_in.last_year || turn++ % STRIDE != 0)
			continue;
		check_council(area, &tally, *perm);
	}
	printf("%d councils: %d returns of %d records, %d queries, %d uses of working rules\n", tally.councils, tally.returns,
	       tally.workers, tally.queries, tally.cases);
	check(tally.councils > 3 && tally.workers > 10000);
}

int
main(void)
{
	struct arena perm = arena_reserve((ptrdiff_t)1 << 30);
	published_built_in(&built_in, &perm);
	run(whoever_is_in_post_all_year_says_all_that_is_asked);
	run(an_earlier_year_has_its_own_items);
	run(a_starter_has_no_fte_before_and_a_leaver_none_now);
	run(whoever_came_and_went_is_returned_unless_it_is_decided_otherwise);
	run(a_returner_is_a_leaver_and_a_starter_or_never_was_away);
	run(a_last_day_of_30_september_is_leaving);
	run(two_roles_are_a_record_each_that_add_up);
	run(fte_of_the_year_before_stays_with_its_post);
	run(two_posts_of_one_role_are_one_record_of_at_most_one_fte);
	run(whoever_has_no_hours_is_returned_with_none);
	run(leave_on_the_day_is_said_by_kind_and_its_cover_is_in_post);
	run(agency_workers_of_the_day_alone_have_records);
	run(whom_somebody_else_employs_is_left_out_until_it_is_decided);
	run(the_director_of_childrens_services_is_left_out);
	run(what_is_not_known_is_left_out_and_told_with_where_it_is_mended);
	run(a_leaver_without_reason_and_a_year_without_allowances_are_told);
	run(a_move_within_the_council_says_where_from_and_why);
	run(equality_data_that_somebody_stopped_is_not_used);
	run(decisions_are_read_from_the_notes_of_the_year);
	run(figures_that_a_council_says_otherwise_stand);
	run(every_working_rule_has_a_name_two_ways_and_words);
	run(made_up_councils_are_built_without_an_error_and_give_the_figures_of_their_people);
	return tests_end();
}
