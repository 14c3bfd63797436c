/* induction_test.c: what is done for whoever starts, day by day; what keeps a step from being taken. */
#include "check.h"
#include "councils.h"

#include "practice/induction.h"
#include "workforce/rules.h"

#define PLACE "unit U-1 2015-01-01 open name=Duty; kind=team\n" \
	"role R-1 2015-01-01 open title=Social worker; family=social_work; census_role=5; registered=yes\n" \
	"role R-2 2015-01-01 open title=Team manager; family=social_work; census_role=3; registered=yes\n" \
	"post P-1 2018-01-01 open title=Social worker; unit=U-1; role=R-1; fte=1; status=funded\n" \
	"post P-2 2018-01-01 open title=Social worker; unit=U-1; role=R-1; fte=1; status=funded\n" \
	"person N-1 family_name=Oddie; given_names=Ann; born=1980-02-01\n" \
	"person N-2 family_name=Hale; given_names=Ed; born=1981-02-01\n" \
	"spell S-1 2026-01-05 open person=N-1; post=P-1; basis=permanent; fte=1\n" \
	"spell S-2 2026-01-05 2026-02-28 person=N-2; post=P-2; basis=permanent; fte=1\n"
/* Ann's: a laptop on her first day, training by day 10, the practice model by day 30; the review after 26 weeks. */
#define ITEM(n, name, due, rest) "induction IN-" n " person=N-1; spell=S-1; name=" name "; due_on=" due rest "\n"
#define ANNS ITEM("1", "Laptop", "2026-01-05", "; owner=Business support; needed=cases; done_on=2026-01-06; done_by=Ivy") \
	ITEM("2", "Training", "2026-01-15", "; owner=HR officer; needed=inducted; done_on=2026-01-20; done_by=Ivy") \
	ITEM("3", "Model", "2026-02-04", "; needed=inducted") \
	"probation_review PV-1 person=N-1; spell=S-1; due_on=2026-07-06\n"

static struct inductions
read_on(const char *lines, Date day, struct arena *perm)
{
	struct inductions all;
	struct roster *roster = new(perm, 1, struct roster);
	roster_build(roster, council_of(lines, perm), perm);
	inductions_read(&all, roster, day, perm);
	return all;
}

static void
it_waits_on_whoever_sees_to_what_is_due_first(struct arena *perm)
{
	static const struct { int month, day, done, late, waiting; const char *whose; bool is_late; } days[] = {
		{ 1, 5, 0, 0, 0, "Business support", false }, { 1, 6, 1, 0, 0, "HR officer", false },
		{ 1, 15, 1, 0, 9, "HR officer", false }, { 1, 16, 1, 1, 10, "HR officer", true },   /* due the day before */
		{ 1, 20, 2, 0, 0, "Line manager", false }, { 2, 5, 2, 1, 16, "Line manager", true },
	};
	for (int i = 0; i < countof(days); i++) {
		struct inductions all = read_on(PLACE ANNS, date_of(2026, days[i].month, days[i].day), perm);
		check_int(all.count, 1);
		const struct induction *n = &all.at[0];
		check_int(n->of[ITEM_DONE], days[i].done);
		check_int(n->late, days[i].late);
		check_int(n->waiting, days[i].waiting);
		check_str(n->whose, str_of(days[i].whose));
		check(n->is_late == days[i].is_late && !n->over);
	}
	check_int(read_on(PLACE ANNS, date_of(2026, 1, 4), perm).count, 0);          /* had not started */
}

static void
it_is_over_when_nothing_is_open_and_probation_is_decided(struct arena *perm)
{
#define MODEL_DONE PLACE ITEM("3", "Model", "2026-02-04", "; done_on=2026-02-03; done_by=Ivy") \
	ITEM("4", "Car park", "2026-02-04", "; not_needed_why=Cycles")
#define REVIEW(n, due, rest) "probation_review PV-" n " person=N-1; spell=S-1; due_on=" due rest "\n"
#define EXTENDED MODEL_DONE REVIEW("1", "2026-07-06", "; held_on=2026-07-02; held_by=Ivy; outcome=extended; extended_to=2026-10-01; why=Away") \
	REVIEW("2", "2026-10-01", "; held_on=2026-10-05; held_by=Ivy; outcome=passed")
	struct inductions all = read_on(EXTENDED, date_of(2026, 7, 1), perm);
	check(!all.at[0].over && all.at[0].next == &all.at[0].reviews[0] && all.at[0].of[ITEM_NOT_NEEDED] == 1);
	all = read_on(EXTENDED, date_of(2026, 7, 2), perm);                  /* extended: another is to be held */
	check(!all.at[0].over && all.at[0].next == &all.at[0].reviews[1] && !all.at[0].passed && all.at[0].waiting == 0);
	check(read_on(EXTENDED, date_of(2026, 10, 2), perm).at[0].is_late);
	all = read_on(EXTENDED, date_of(2026, 10, 5), perm);
	check(all.at[0].over && all.at[0].passed && !all.at[0].next && all.at[0].whose.len == 0);
	all = read_on(PLACE "induction IN-1 person=N-2; spell=S-2; name=Model; due_on=2026-02-04\n", date_of(2026, 3, 1), perm);
	check(all.at[0].over && all.at[0].ended && !all.at[0].is_late);      /* left on 28 February */
	check(!read_on(PLACE "induction IN-1 person=N-2; spell=S-2; name=Model; due_on=2026-02-04\n", date_of(2026, 2, 28), perm).at[0].over);
}

static void
the_list_of_a_role_is_that_of_everybody_and_its_own_as_it_holds_that_day(struct arena *perm)
{
	static const char list[] = PLACE
		"induction_step IS-1 2020-01-01 open name=Laptop; due_days=0; needed=cases\n"
		"induction_step IS-2 2020-01-01 2025-12-31 name=Fax; due_days=1\n"
		"induction_step IS-3 2020-01-01 open name=Court; due_days=42; role=R-1\n"
		"induction_step IS-4 2020-01-01 open name=Budget; due_days=7; role=R-2\n"
		"induction_step IS-5 2020-01-01 open name=Review; due_days=182; kind=review\n";
	struct roster *roster = new(perm, 1, struct roster);
	struct induction_step *steps;
	roster_build(roster, council_of(list, perm), perm);
	check_int(induction_steps_on(roster, 0, date_of(2026, 1, 5), &steps, perm), 3);
	check(str_equal(steps[0].name, S("Laptop")) && str_equal(steps[1].name, S("Court")) && steps[2].review);
	check_int(induction_steps_on(roster, 1, date_of(2025, 12, 31), &steps, perm), 4);
	check(str_equal(steps[1].name, S("Fax")) && str_equal(steps[2].name, S("Budget")));
	check_int(induction_steps_on(roster, NOT_THERE, date_of(2026, 1, 5), &steps, perm), 4);
}

/* ---- rules ---------------------------------------------------------------------------------------------- */

/* The codes broken, when every record counts as changed. */
static Str
broken(const char *lines, struct arena *perm)
{
	struct council *council = council_of(lines, perm);
	struct changes changes = changes_new(perm);
	struct findings found = findings_new(perm);
	struct text out = text_new(perm);
	for (int t = TYPE_STEP; t < RECORD_TYPES; t++)
		for (int i = 0; i < council->of[t].count; i++)
			changes_add(&changes, (struct change){ ADD, &record_types[t], .after = council->of[t].at[i] });
	rules_check(council, &changes, &found, perm);
	for (ptrdiff_t i = 0; i < found.count; i++)
		text_format(&out, "%s%.*s %.*s", i ? "; " : "", STR_ARG(found.at[i].code), STR_ARG(found.at[i].record));
	return text_str(&out);
}

#define STEP(turn, move, day, rest) "application_step ST-" turn " application=AP-1; move=" move "; held_on=" day "; turn=" turn rest "\n"
#define HIRED PLACE "hiring_round RN-1 number=1; name=Round 1; opens_on=2025-01-05; anonymous=yes; public=yes\n" \
	"panel_member PM-1 round=RN-1; name=Ivy; part=chair; trained_on=2025-01-01\n" \
	"requisition RQ-1 post=P-1; unit=U-1; role=R-1; why=x; asked_on=2025-01-01; decision=approved; decided_on=2025-01-02;" \
	" redeployment=nobody; transfers=nobody\n" \
	"candidate CN-1 given_names=Ann; family_name=Oddie; colleague=N-1\n" \
	"application AP-1 candidate=CN-1; round=RN-1; role=R-1; band=experienced; received_on=2025-10-01; requisition=RQ-1;" \
	" starts_on=2026-01-05; spell=S-1\n" CLEARED \
	STEP("1", "shortlist", "2025-10-02", "") STEP("2", "invite", "2025-10-03", "") STEP("3", "assess", "2025-10-10", "") \
	STEP("4", "choose", "2025-10-11", "") STEP("5", "offer", "2025-10-12", "") STEP("6", "accept", "2025-10-13", "") \
	STEP("7", "clear", "2025-11-20", "") STEP("8", "agree", "2025-11-21", "") STEP("9", "start", "2026-01-05", "")
#define CLEAR(n, kind) "vetting VC-" n " application=AP-1; kind=" kind "; state=cleared; cleared_on=2025-11-01; seen_by=Ivy\n"
#define CLEARED CLEAR("1", "identity") CLEAR("2", "right_to_work") CLEAR("3", "qualification") CLEAR("4", "registration") \
	CLEAR("5", "reference") CLEAR("6", "dbs") CLEAR("7", "overseas_police") CLEAR("8", "health") CLEAR("9", "gaps")
#define INDUCT STEP("10", "induct", "2026-02-10", "")
#define CONFIRM STEP("11", "confirm", "2026-07-10", "")
#define OPEN_LATER ITEM("5", "Three months", "2026-04-05", "; needed=confirmed") ITEM("6", "Plant", "2026-04-05", "")
#define PASSED REVIEW("1", "2026-07-06", "; held_on=2026-07-02; held_by=Ivy; outcome=passed")

static void
nobody_is_inducted_while_something_needed_is_open(struct arena *perm)
{
	check_str(broken(HIRED, perm), S(""));
	check_str(broken(HIRED INDUCT, perm), S(""));                                /* no list: nothing is needed */
	check_str(broken(HIRED ANNS INDUCT, perm), S("induction ST-10"));            /* the practice model is open */
	check_str(broken(HIRED ITEM("3", "Model", "2026-02-04", "; needed=inducted; not_needed_why=Knows it") INDUCT, perm), S(""));
	check_str(broken(HIRED ITEM("1", "Laptop", "2026-01-05", "; needed=cases") INDUCT, perm), S("induction ST-10"));
	check_str(broken(HIRED OPEN_LATER INDUCT, perm), S(""));                     /* not before the end of probation */
}

static void
nobody_is_confirmed_without_a_review_that_was_passed(struct arena *perm)
{
	check_str(broken(HIRED INDUCT CONFIRM, perm), S("probation ST-11"));
	check_str(broken(HIRED INDUCT CONFIRM PASSED, perm), S(""));
	check_str(broken(HIRED INDUCT CONFIRM REVIEW("1", "2026-07-06", ""), perm), S("probation ST-11"));
	check_str(broken(HIRED INDUCT CONFIRM REVIEW("1", "2026-07-06", "; held_on=2026-07-02; outcome=extended; extended_to=2026-10-01; why=Away"),
	                 perm), S("probation ST-11"));
	/* the latest counts */
	check_str(broken(HIRED INDUCT CONFIRM PASSED REVIEW("2", "2026-10-01", ""), perm), S("probation ST-11"));
	check_str(broken(HIRED OPEN_LATER INDUCT CONFIRM PASSED, perm), S("induction ST-11"));
}

static void
what_is_recorded_says_when_by_whom_and_why(struct arena *perm)
{
	check_str(broken(PLACE ITEM("1", "X", "2026-01-05", "; done_on=2026-01-05"), perm), S("induction IN-1"));
	check_str(broken(PLACE ITEM("1", "X", "2026-01-05", "; done_by=Ivy"), perm), S("induction IN-1"));
	check_str(broken(PLACE ITEM("1", "X", "2026-01-05", "; done_on=2026-01-05; done_by=Ivy; not_needed_why=No"), perm), S("induction IN-1"));
	check_str(broken(PLACE "induction IN-1 person=N-2; spell=S-1; name=X; due_on=2026-01-05\n", perm), S("induction IN-1"));
	check_str(broken(PLACE REVIEW("1", "2026-07-06", "; held_on=2026-07-02"), perm), S("probation PV-1"));
	check_str(broken(PLACE REVIEW("1", "2026-07-06", "; held_on=2026-07-02; outcome=not_passed"), perm), S("probation PV-1"));
	check_str(broken(PLACE REVIEW("1", "2026-07-06", "; held_on=2026-07-02; outcome=passed; extended_to=2026-10-01"), perm), S("probation PV-1"));
	check_str(broken(PLACE REVIEW("1", "2026-07-06", "; held_on=2026-07-02; outcome=extended; why=Away"), perm), S("probation PV-1"));
	check_str(broken(PLACE REVIEW("1", "2026-07-06", "; held_on=2026-07-02; outcome=extended; why=Away; extended_to=2026-07-02"), perm),
	          S("probation PV-1"));
}

int
main(void)
{
	run(it_waits_on_whoever_sees_to_what_is_due_first);
	run(it_is_over_when_nothing_is_open_and_probation_is_decided);
	run(the_list_of_a_role_is_that_of_everybody_and_its_own_as_it_holds_that_day);
	run(nobody_is_inducted_while_something_needed_is_open);
	run(nobody_is_confirmed_without_a_review_that_was_passed);
	run(what_is_recorded_says_when_by_whom_and_why);
	return tests_end();
}
