/* supply_rules_test.c: what may not be true of pipelines, by whichever way it comes. */
#include "check.h"
#include "councils.h"

#include "workforce/rules.h"

#define PLACE "unit U-1 2015-01-01 open name=Duty; kind=team\n" \
	"unit U-2 2015-01-01 2025-12-31 name=Old duty; kind=team\n" \
	"role R-1 2015-01-01 open title=Social worker; family=social_work; census_role=5; registered=yes\n" \
	"post P-1 2018-01-01 open title=Social worker; unit=U-1; role=R-1; fte=1; status=funded\n" \
	"person N-1 family_name=Oddie; given_names=Ann; born=1980-02-01\n" \
	"person N-2 family_name=Shaw; given_names=Di; born=1980-02-01\n" \
	"spell S-1 2026-09-01 open person=N-2; post=P-1; basis=permanent; fte=1\n"
#define HERE PLACE "route RT-1 2020-01-01 open name=BA; kind=student\n" \
	"cohort CO-1 route=RT-1; name=2023 intake; starts_on=2023-09-01; expected_on=2026-07-01\n"
#define ABROAD PLACE "route RT-1 2020-01-01 open name=Overseas; kind=overseas\n" \
	"cohort CO-1 route=RT-1; name=Drive; starts_on=2025-09-01; expected_on=2026-07-01\n"
#define BO(rest) "learner LN-1 cohort=CO-1; unit=U-1; given_names=Bo; family_name=Reed; known_on=2025-09-10" rest "\n"
#define STEP(turn, move, day, rest) \
	"learner_step LS-" turn " learner=LN-1; move=" move "; held_on=" day "; turn=" turn rest "\n"

static Str
broken(const char *lines, struct arena *perm)
{
	struct council *council = council_of(lines, perm);
	struct changes changes = changes_new(perm);
	struct findings found = findings_new(perm);
	struct text out = text_new(perm);
	for (int t = 0; t < RECORD_TYPES; t++)
		for (int i = 0; i < council->of[t].count; i++)
			changes_add(&changes, (struct change){ ADD, &record_types[t], .after = council->of[t].at[i] });
	rules_check(council, &changes, &found, perm);
	for (ptrdiff_t i = 0; i < found.count; i++)
		text_format(&out, "%s%.*s %.*s", i ? "; " : "", STR_ARG(found.at[i].code), STR_ARG(found.at[i].record));
	return text_str(&out);
}

static void
steps_of_a_learner_go_by_the_table_in_turn_and_in_days(struct arena *perm)
{
	check_str(broken(HERE BO("") STEP("1", "select", "2025-09-11", "") STEP("2", "begin", "2025-09-12", ""), perm), S(""));
	check_str(broken(HERE BO("") STEP("1", "begin", "2025-09-11", ""), perm), S("step LS-1"));
	check_str(broken(HERE BO("") STEP("1", "select", "2025-09-09", ""), perm), S("step LS-1"));
	check_str(broken(HERE BO("") STEP("2", "select", "2025-09-11", ""), perm), S("step LS-2"));
	check_str(broken(HERE BO("") STEP("1", "select", "2025-09-11", "") STEP("2", "qualify", "2025-09-12", ""), perm),
	          S("step LS-2"));
	check_str(broken(HERE BO("") STEP("1", "decline", "2025-09-11", ""), perm), S("step LS-1"));
	check_str(broken(HERE BO("") STEP("1", "decline", "2025-09-11", "; reason=pay"), perm), S(""));
	check_str(broken(HERE BO("") STEP("1", "decline", "2025-09-11", "; reason=pay") STEP("2", "select", "2025-09-12", ""), perm),
	          S("step LS-2"));
}

/* What is left of a learner's steps must stand by itself when one is taken out. */
static void
a_step_does_not_go_from_between_two(struct arena *perm)
{
	struct council *council = council_of(HERE BO("") STEP("2", "begin", "2025-09-12", ""), perm);
	const struct record_type *type = &record_types[TYPE_LEARNER_STEP];
	struct changes changes = changes_new(perm);
	struct findings found = findings_new(perm);
	changes_add(&changes, (struct change){ REMOVE, type,
		.before = council_record(type, S("LS-1 learner=LN-1; move=select; held_on=2025-09-11; turn=1"), perm) });
	rules_check(council, &changes, &found, perm);
	check(found.count == 1 && str_equal(found.at[0].record, S("LS-2")));
}

static void
visas_are_of_overseas_routes_and_courses_of_the_others(struct arena *perm)
{
	check_str(broken(HERE BO("") STEP("1", "select", "2025-09-11", "") STEP("2", "register", "2025-09-12", ""), perm),
	          S("learner-route LS-2"));
	check_str(broken(ABROAD BO("") STEP("1", "select", "2025-09-11", "") STEP("2", "register", "2025-09-12", ""), perm), S(""));
	check_str(broken(ABROAD BO("") STEP("1", "select", "2025-09-11", "") STEP("2", "begin", "2025-09-12", ""), perm),
	          S("learner-route LS-2"));
}

static void
whoever_joined_is_in_a_post_of_their_own(struct arena *perm)
{
#define TO_JOIN STEP("1", "select", "2025-09-11", "") STEP("2", "begin", "2025-09-12", "") STEP("3", "qualify", "2026-07-01", "") \
	STEP("4", "join", "2026-09-01", "")
	check_str(broken(HERE BO("; spell=S-1") TO_JOIN, perm), S(""));
	check_str(broken(HERE BO("") TO_JOIN, perm), S("learner-spell LS-4"));
	check_str(broken(HERE BO("; spell=S-1; colleague=N-2") TO_JOIN, perm), S(""));
	check_str(broken(HERE BO("; spell=S-1; colleague=N-9") "person N-9 family_name=Lee; given_names=Di; born=1990-01-01\n" TO_JOIN, perm),
	          S("learner-spell LN-1"));          /* another's time in post */
	check_str(broken(HERE BO("; spell=S-1") "learner LN-2 cohort=CO-1; known_on=2025-09-10; spell=S-1\n", perm),
	          S("learner-spell LN-1; learner-spell LN-2"));
}

static void
odds_have_a_grade_and_a_source_and_lie_between_their_bounds(struct arena *perm)
{
#define ROUTE(rest) "route RT-1 2020-01-01 open name=L6; kind=apprentice_6" rest "\n"
#define SURE "; completes_grade=b; completes_source=First cohort"
	check_str(broken(ROUTE("; completes=0.827; completes_low=0.75; completes_high=0.9" SURE), perm), S(""));
	check_str(broken(ROUTE("; completes=0.827"), perm), S("odds RT-1"));
	check_str(broken(ROUTE("; completes=0.827; completes_grade=b"), perm), S("odds RT-1"));
	check_str(broken(ROUTE("; completes=0.7; completes_low=0.75" SURE), perm), S("odds RT-1"));
	check_str(broken(ROUTE("; completes=0.95; completes_high=0.9" SURE), perm), S("odds RT-1"));
	check_str(broken(ROUTE("; completes_low=0.9"), perm), S("odds RT-1"));
	check_str(broken(ROUTE("") "cohort CO-1 route=RT-1; name=x; starts_on=2025-09-01; takes_post=0.6\n", perm), S("odds CO-1"));
	check_str(broken(ROUTE("") "cohort CO-1 route=RT-1; name=x; starts_on=2025-09-01; expected_on=2025-08-01\n", perm),
	          S("supply-days CO-1"));
}

#define EDUCATOR(rest) "educator PE-1 person=N-1" rest "\n"
#define PLACED(n, kind, from, to, rest) \
	"placement PL-" n " learner=LN-1; unit=U-1; educator=PE-1; kind=" kind "; starts_on=" from "; ends_on=" to rest "\n"

/* 24 months after an award of 10 March 2022 is 10 March 2024; a placement until 20 June 2023 carries it to 20 June 2025. */
static void
a_placement_has_an_educator_who_is_current(struct arena *perm)
{
#define STAGE_1 EDUCATOR("; awarded_1=2022-03-10")
	check_str(broken(HERE BO("") STAGE_1 PLACED("1", "first", "2024-03-10", "2024-05-20", ""), perm), S(""));
	check_str(broken(HERE BO("") STAGE_1 PLACED("1", "first", "2024-03-11", "2024-05-20", ""), perm), S("placement PL-1"));
	check_str(broken(HERE BO("") STAGE_1 PLACED("1", "first", "2023-03-01", "2023-06-20", "")
		PLACED("2", "other", "2025-06-20", "2025-08-20", ""), perm), S(""));
	check_str(broken(HERE BO("") STAGE_1 PLACED("1", "first", "2023-03-01", "2023-06-20", "")
		PLACED("2", "other", "2025-06-21", "2025-08-20", ""), perm), S("placement PL-2"));
	check_str(broken(HERE BO("") "educator_rule ER-1 2024-01-01 open rule=months_current; number=36\n" STAGE_1
		PLACED("1", "first", "2025-03-10", "2025-05-20", ""), perm), S(""));
	check_str(broken(HERE BO("") EDUCATOR("; awarded_1=2022-03-10; stopped_on=2022-05-01")
		PLACED("1", "first", "2022-06-01", "2022-08-20", ""), perm), S("placement PL-1"));
	check_str(broken(HERE BO("") EDUCATOR("") PLACED("1", "first", "2022-06-01", "2022-08-20", ""), perm), S("placement PL-1"));
	check_str(broken(HERE BO("") EDUCATOR("; enrolled_1=2022-01-01") PLACED("1", "first", "2022-06-01", "2022-08-20", ""), perm),
	          S(""));
}

static void
the_final_placement_is_with_stage_two(struct arena *perm)
{
#define FINAL PLACED("1", "final", "2023-06-01", "2023-10-20", "")
	check_str(broken(HERE BO("") STAGE_1 FINAL, perm), S("placement PL-1"));
	check_str(broken(HERE BO("") EDUCATOR("; awarded_1=2022-03-10; enrolled_2=2022-09-01; awarded_2=2023-06-01") FINAL, perm), S(""));
	check_str(broken(HERE BO("") EDUCATOR("; awarded_1=2022-03-10; enrolled_2=2022-09-01; awarded_2=2023-06-02") FINAL, perm),
	          S("placement PL-1"));
}

static void
a_learner_is_on_one_placement_at_a_time_in_a_unit_that_is_there(struct arena *perm)
{
	check_str(broken(HERE BO("") "placement PL-1 learner=LN-1; unit=U-2; kind=first; starts_on=2025-10-01; ends_on=2025-12-31\n",
		perm), S(""));
	check_str(broken(HERE BO("") "placement PL-1 learner=LN-1; unit=U-2; kind=first; starts_on=2025-10-01; ends_on=2026-01-01\n",
		perm), S("placement PL-1"));
	check_str(broken(HERE BO("") STAGE_1 PLACED("1", "first", "2023-03-01", "2023-06-20", "")
		PLACED("2", "other", "2023-06-20", "2023-08-20", ""), perm), S("placement PL-1; placement PL-2"));
	check_str(broken(HERE BO("") STAGE_1 PLACED("1", "first", "2023-06-21", "2023-06-20", ""), perm), S("supply-days PL-1"));
}

static void
an_educator_is_one_record_with_awards_in_order(struct arena *perm)
{
	check_str(broken(PLACE EDUCATOR("; agreed_by=Cole; agreed_on=2022-01-01; enrolled_1=2022-02-01; awarded_1=2022-09-01"), perm), S(""));
	check_str(broken(PLACE EDUCATOR("; agreed_by=Cole"), perm), S("educator PE-1"));
	check_str(broken(PLACE EDUCATOR("; enrolled_2=2022-02-01"), perm), S("educator PE-1"));
	check_str(broken(PLACE EDUCATOR("; enrolled_1=2022-02-01; awarded_1=2022-01-01"), perm), S("supply-days PE-1"));
	check_str(broken(PLACE EDUCATOR("") "educator PE-2 person=N-1\n", perm), S("educator PE-1; educator PE-2"));
	check_str(broken("educator_rule ER-1 2024-01-01 open rule=students_each; number=2\n"
		"educator_rule ER-2 2025-01-01 open rule=students_each; number=3\n", perm), S("educator-number ER-1; educator-number ER-2"));
	check_str(broken("educator_rule ER-1 2024-01-01 2024-12-31 rule=students_each; number=2\n"
		"educator_rule ER-2 2025-01-01 open rule=students_each; number=3\n", perm), S(""));
}

int
main(void)
{
	run(steps_of_a_learner_go_by_the_table_in_turn_and_in_days);
	run(a_step_does_not_go_from_between_two);
	run(visas_are_of_overseas_routes_and_courses_of_the_others);
	run(whoever_joined_is_in_a_post_of_their_own);
	run(odds_have_a_grade_and_a_source_and_lie_between_their_bounds);
	run(a_placement_has_an_educator_who_is_current);
	run(the_final_placement_is_with_stage_two);
	run(a_learner_is_on_one_placement_at_a_time_in_a_unit_that_is_there);
	run(an_educator_is_one_record_with_awards_in_order);
	return tests_end();
}
