/* learner_removal_test.c: who was on a way into social work is forgotten on their day, and what they count for stays. */
#include "check.h"
#include "councils.h"
#include "removal.h"

#define LEARNER(n, more) "learner LN-00000" n " cohort=CO-000001; known_on=2025-01-06; family_name=Zz" n "; given_names=A; note=Zzwords;" \
	" visa_until=2026-01-01" more "\n"
#define STEP(n, turn, move, on) "learner_step LS-0000" n turn " learner=LN-00000" n "; move=" move "; held_on=" on "; turn=" turn
#define SELECTED(n) STEP(n, "1", "select", "2025-02-03") "\n"
#define BEGAN(n) SELECTED(n) STEP(n, "2", "begin", "2025-03-03") "\n"
#define DROPPED(n) BEGAN(n) STEP(n, "3", "drop_out", "2025-05-01") "; reason=money; note=Zznote\n"

static const char council[] =
	"unit U-000001 2015-01-01 open name=Duty; kind=team\n"
	"role R-000001 2015-01-01 open title=Social worker; family=social_work; census_role=5; registered=yes\n"
	"post P-000001 2010-01-01 open title=Social worker; unit=U-000001; role=R-000001; fte=1; status=funded\n"
	"route RT-000001 2015-01-01 open name=Own students; kind=student; months=24\n"
	"cohort CO-000001 route=RT-000001; name=Students; starts_on=2025-03-03\n"
	LEARNER("1", "") DROPPED("1")                                    /* their way ended on 1 May 2025 */
	LEARNER("2", "") BEGAN("2")                                      /* on their way */
	LEARNER("3", "");                                                /* interested, since 6 January 2025 */

struct given { struct council council; struct roster roster; struct keeping keeping; struct retention_plan plan; };

static void
plan_again(struct given *g, Date today, struct arena *perm)
{
	retention_plan(&g->plan, &g->roster, &(struct records){ .type = &record_types[TYPE_EQUALITY] }, &g->keeping, today, perm);
}

static struct given *
planned(const char *more, Date today, struct arena *perm)
{
	struct given *g = new(perm, 1, struct given);
	g->council = *council_of(str_c(str_format(perm, "%s%s", council, more), perm), perm);
	roster_build(&g->roster, &g->council, perm);
	g->keeping = keeping_usual();
	plan_again(g, today, perm);
	return g;
}

/* 1 May and 183 days is 31 October 2025: that is the day. */
static void
a_learner_goes_on_the_day_and_not_before(struct arena *perm)
{
	static const char *const gone[] = { "family_name", "given_names", "note", "visa_until" };
	struct given *g = planned("", date_of(2025, 10, 30), perm);
	check_int(g->plan.learners, 0);
	check_int(g->plan.changes.count, 0);
	g = planned("", date_of(2025, 10, 31), perm);
	check_int(g->plan.learners, 1);
	for (int i = 0; i < countof(gone); i++)
		check_str(left_in(&g->plan, "LN-000001", gone[i]), S(""));
	check_str(left_in(&g->plan, "LN-000001", "removed_on"), S("2025-10-31"));
	check_str(left_in(&g->plan, "LS-000013", "note"), S(""));
	/* what they count for stays */
	check_str(left_in(&g->plan, "LN-000001", "cohort"), S("CO-000001"));
	check_str(left_in(&g->plan, "LN-000001", "known_on"), S("2025-01-06"));
	check_str(left_in(&g->plan, "LS-000013", "move"), S("drop_out"));
	check(change_in(&g->plan, "LN-000002") == NULL && change_in(&g->plan, "LN-000003") == NULL);
	check_int(g->plan.people + g->plan.candidates, 0);
	int steps = 0;
	for (int i = 0; i < g->plan.thing_count; i++)    /* their history goes too: of them, and of each step */
		steps += g->plan.things[i].type == &record_types[TYPE_LEARNER_STEP];
	check_int(steps, 3);
}

/* Interested since 6 January 2025: two years, and the day they were known is the day two years on. */
static void
whoever_was_only_interested_is_not_kept_for_ever(struct arena *perm)
{
	check(change_in(&planned("", date_of(2027, 1, 5), perm)->plan, "LN-000003") == NULL);
	check(change_in(&planned("", date_of(2027, 1, 6), perm)->plan, "LN-000003") != NULL);
	check(change_in(&planned("", date_of(2040, 1, 6), perm)->plan, "LN-000002") == NULL);       /* on their way, however long */
}

static void
a_day_that_was_agreed_and_a_term_of_the_council_are_kept(struct arena *perm)
{
	static const char more[] = LEARNER("4", "; remove_on=2025-06-30") DROPPED("4")
		LEARNER("5", "; remove_on=2028-01-01; keep_in_touch=yes") DROPPED("5") LEARNER("6", "; keep_in_touch=yes") DROPPED("6")
		LEARNER("7", "; remove_on=2025-04-30");
	static const struct { int year, month, day; const char *ref; } first[] = { { 2025, 6, 30, "LN-000004" }, { 2028, 1, 1, "LN-000005" },
		{ 2027, 5, 1, "LN-000006" }, { 2025, 4, 30, "LN-000007" } };
	for (int i = 0; i < countof(first); i++) {
		Date day = date_of(first[i].year, first[i].month, first[i].day);
		check(change_in(&planned(more, (Date){ day.day - 1 }, perm)->plan, first[i].ref) == NULL);
		check(change_in(&planned(more, day, perm)->plan, first[i].ref) != NULL);
	}
	struct given *g = planned("", date_of(2025, 5, 31), perm);
	check_int(g->plan.learners, 0);
	g->keeping.terms[KEEP_LEARNER] = (struct term){ 30, TERM_DAYS };
	plan_again(g, date_of(2025, 5, 31), perm);
	check_int(g->plan.learners, 1);
	g->keeping.all_held = true;
	plan_again(g, date_of(2025, 5, 31), perm);
	check_int(g->plan.learners, 0);
	check(g->plan.held_count == 1 && g->plan.changes.count == 0);
}

/* Whoever joined goes with the person they became: six years after the last day in a post, 30 June 2018. */
static void
whoever_joined_goes_with_the_person(struct arena *perm)
{
	static const char more[] = "person N-000002 family_name=Gone\n"
		"spell S-000002 2015-01-01 2018-06-30 person=N-000002; post=P-000001; basis=permanent; fte=1; reason=7\n"
		"learner LN-000008 cohort=CO-000001; known_on=2013-01-06; family_name=Gone; colleague=N-000002; spell=S-000002\n"
		"learner_step LS-000081 learner=LN-000008; move=select; held_on=2013-02-03; turn=1\n"
		"learner_step LS-000082 learner=LN-000008; move=begin; held_on=2013-03-03; turn=2\n"
		"learner_step LS-000083 learner=LN-000008; move=qualify; held_on=2014-12-01; turn=3\n"
		"learner_step LS-000084 learner=LN-000008; move=join; held_on=2015-01-01; turn=4\n";
	check(change_in(&planned(more, date_of(2024, 6, 30), perm)->plan, "LN-000008") == NULL);
	struct given *g = planned(more, date_of(2024, 7, 1), perm);
	check(change_in(&g->plan, "LN-000008") != NULL && change_in(&g->plan, "N-000002") != NULL);
	check_str(left_in(&g->plan, "LN-000008", "spell"), S("S-000002"));
}

int
main(void)
{
	run(a_learner_goes_on_the_day_and_not_before);
	run(whoever_was_only_interested_is_not_kept_for_ever);
	run(a_day_that_was_agreed_and_a_term_of_the_council_are_kept);
	run(whoever_joined_goes_with_the_person);
	return tests_end();
}
