/* movement_test.c: what the ends and beginnings of time in post meant. */
#include "check.h"
#include "councils.h"

#include "workforce/establishment.h"

#define PLACES "unit U-0 2010-01-01 open name=Children; kind=directorate\n" \
	"unit U-1 2010-01-01 open name=Safeguarding; kind=service; parent=U-0\n" \
	"unit U-2 2010-01-01 open name=Corporate parenting; kind=service; parent=U-0\n" \
	"unit U-3 2010-01-01 open name=Duty; kind=team; parent=U-1\n" \
	"unit U-4 2010-01-01 open name=Court; kind=team; parent=U-1\n" \
	"unit U-5 2010-01-01 open name=Leaving care; kind=team; parent=U-2\n" \
	"role R-0 2010-01-01 open title=Adult social worker; family=social_work; census_role=0; registered=yes\n" \
	"role R-3 2010-01-01 open title=Team manager; family=social_work; census_role=3; registered=yes\n" \
	"role R-4 2010-01-01 open title=Senior practitioner; family=social_work; census_role=4; registered=yes\n" \
	"role R-5 2010-01-01 open title=Social worker; family=social_work; census_role=5; registered=yes\n" \
	"role R-6 2010-01-01 open title=Reviewing officer; family=social_work; census_role=6; registered=yes\n" \
	"person N-1 family_name=Oddie; given_names=Ann\nperson N-2 family_name=Khan; given_names=Bo\n"
#define POST(ref, unit, role) "post " ref " 2010-01-01 open title=Post; unit=" unit "; role=" role \
	"; fte=1; status=funded\n"
#define IN(ref, days, person, post, basis, fte) "spell " ref " " days " person=" person "; post=" post \
	"; basis=" basis "; fte=" fte "\n"
#define DUTY POST("P-1", "U-3", "R-5")

struct seen { struct roster roster; struct movement *moves; int count; };

static struct seen
seen_in(const char *lines, const char *unit, struct period period, bool all, struct arena *perm)
{
	struct seen seen;
	roster_build(&seen.roster, council_of(lines, perm), perm);
	int at = *unit ? roster_unit(&seen.roster, str_of(unit)) : NOT_THERE;
	seen.count = movements_in(&seen.roster, at, period, all, &seen.moves, perm);
	return seen;
}

static struct seen
seen_in_2025(const char *lines, struct arena *perm)
{
	return seen_in(lines, "", census_period(2025), false, perm);
}

static void
check_only(struct seen seen, enum movement_kind kind, int year, int month, int day)
{
	check_int(seen.count, 1);
	if (seen.count != 1)
		return;
	check_int(seen.moves[0].kind, kind);
	check_int(seen.moves[0].day.day, date_of(year, month, day).day);
}

/* ---- into the council, and out of it ----------------------------------------------------------- */

static void
who_comes_from_outside_joins_and_who_goes_leaves(struct arena *perm)
{
	struct seen seen = seen_in_2025(PLACES DUTY
		IN("S-1", "2024-11-04 2025-02-28", "N-1", "P-1", "permanent", "0.5")
		IN("S-1", "2025-03-01 2025-06-30", "N-1", "P-1", "permanent", "0.8"), perm);
	check_int(seen.count, 2);
	check_int(seen.moves[0].kind, JOINED);
	check_int(seen.moves[0].fte, MICRO / 2);
	check_int(seen.moves[0].from_spell, NOT_THERE);
	check_int(seen.moves[1].kind, LEFT);
	check_int(seen.moves[1].day.day, date_of(2025, 6, 30).day);
	check_int(seen.moves[1].fte, MICRO / 10 * 8);
	check_int(seen.moves[1].to_spell, NOT_THERE);
}

static void
only_days_of_the_period_are_told(struct arena *perm)
{
	const char *lines = PLACES DUTY IN("S-1", "2024-10-01 2025-09-30", "N-1", "P-1", "permanent", "1");
	struct period without = { date_of(2024, 10, 2), date_of(2025, 9, 29) };
	check_int(seen_in_2025(lines, perm).count, 2);
	check_int(seen_in(lines, "", without, false, perm).count, 0);
}

static void
agency_workers_and_cover_do_not_move_and_join_when_they_take_a_post(struct arena *perm)
{
	check_int(seen_in_2025(PLACES DUTY IN("S-1", "2024-11-04 2025-06-30", "N-1", "P-1", "agency", "1")
		IN("S-2", "2024-11-04 2025-06-30", "N-2", "P-1", "cover", "1"), perm).count, 0);
	check_only(seen_in_2025(PLACES DUTY IN("S-1", "2024-11-04 2025-03-31", "N-1", "P-1", "agency", "1")
		IN("S-1", "2025-04-01 open", "N-1", "P-1", "permanent", "1"), perm), JOINED, 2025, 4, 1);
	check_only(seen_in_2025(PLACES DUTY IN("S-1", "2024-11-04 2025-03-31", "N-1", "P-1", "cover", "1")
		IN("S-2", "2025-04-01 open", "N-1", "P-1", "permanent", "1"), perm),
		JOINED_FROM_COUNCIL, 2025, 4, 1);
}

static void
who_had_left_returns(struct arena *perm)
{
	check_only(seen_in_2025(PLACES DUTY IN("S-1", "2015-01-01 2020-01-31", "N-1", "P-1", "permanent", "1")
		IN("S-2", "2025-02-01 open", "N-1", "P-1", "permanent", "1"), perm), RETURNED, 2025, 2, 1);
	check_only(seen_in_2025(PLACES DUTY IN("S-1", "2015-01-01 2020-01-31", "N-1", "P-1", "agency", "1")
		IN("S-2", "2025-02-01 open", "N-1", "P-1", "permanent", "1"), perm), JOINED, 2025, 2, 1);
	struct seen both = seen_in_2025(PLACES DUTY
		IN("S-1", "2015-01-01 2024-11-30", "N-1", "P-1", "permanent", "1")
		IN("S-2", "2025-02-01 open", "N-1", "P-1", "permanent", "1"), perm);
	check_int(both.count, 2);
	check(both.moves[0].kind == LEFT && both.moves[1].kind == RETURNED);
}

static void
adult_care_is_elsewhere_in_the_council(struct arena *perm)
{
	const char *away = PLACES DUTY POST("P-2", "U-3", "R-0")
		IN("S-1", "2018-01-01 2025-01-31", "N-1", "P-1", "permanent", "1")
		IN("S-2", "2025-02-01 open", "N-1", "P-2", "permanent", "1");
	check_only(seen_in_2025(away, perm), WENT_ELSEWHERE_IN_COUNCIL, 2025, 1, 31);
	check_only(seen_in_2025(PLACES DUTY POST("P-2", "U-3", "R-0")
		IN("S-1", "2018-01-01 2025-01-31", "N-1", "P-2", "permanent", "1")
		IN("S-2", "2025-02-01 open", "N-1", "P-1", "permanent", "1"), perm),
		JOINED_FROM_COUNCIL, 2025, 2, 1);
	check_only(seen_in(away, "", census_period(2025), true, perm), MOVED, 2025, 2, 1);
}

static void
merged_people_have_one_life(struct arena *perm)
{
	check_only(seen_in_2025(PLACES "person N-3 family_name=Oddie; given_names=A; merged_into=N-1\n" DUTY
		POST("P-2", "U-4", "R-5") IN("S-1", "2018-01-01 2025-01-31", "N-1", "P-1", "permanent", "1")
		IN("S-2", "2025-02-01 open", "N-3", "P-2", "permanent", "1"), perm), MOVED, 2025, 2, 1);
}

/* ---- from one post to another ------------------------------------------------------------------ */

#define MOVE(last, first, unit, role) PLACES DUTY POST("P-2", unit, role) \
	IN("S-1", "2018-01-01 " last, "N-1", "P-1", "permanent", "1") \
	IN("S-2", first " open", "N-1", "P-2", "permanent", "0.6")

static void
another_post_of_the_same_role_is_a_move(struct arena *perm)
{
	struct seen seen = seen_in_2025(MOVE("2025-03-31", "2025-04-01", "U-4", "R-5"), perm);
	check_only(seen, MOVED, 2025, 4, 1);
	check(!seen.moves[0].crossed_service);
	check_int(seen.moves[0].fte, MICRO / 10 * 6);
	check_int(seen.moves[0].from_spell, roster_spell(&seen.roster, S("S-1")));
	check_int(seen.moves[0].to_spell, roster_spell(&seen.roster, S("S-2")));
	seen = seen_in_2025(MOVE("2025-03-31", "2025-04-01", "U-5", "R-5"), perm);
	check_only(seen, MOVED, 2025, 4, 1);
	check(seen.moves[0].crossed_service);
}

/* Thursday before Easter and the Tuesday after it: four days between. */
static void
four_days_between_are_a_move_and_five_are_not(struct arena *perm)
{
	check_only(seen_in_2025(MOVE("2025-04-17", "2025-04-22", "U-4", "R-5"), perm), MOVED, 2025, 4, 22);
	struct seen seen = seen_in_2025(MOVE("2025-04-17", "2025-04-23", "U-4", "R-5"), perm);
	check_int(seen.count, 2);
	check(seen.moves[0].kind == LEFT && seen.moves[1].kind == RETURNED);
}

static void
a_handover_in_both_posts_is_one_move(struct arena *perm)
{
	check_only(seen_in_2025(MOVE("2025-04-14", "2025-04-01", "U-4", "R-5"), perm), MOVED, 2025, 4, 15);
}

static void
a_more_senior_role_is_an_advance(struct arena *perm)
{
	check_only(seen_in_2025(MOVE("2025-03-31", "2025-04-01", "U-3", "R-4"), perm), ADVANCED, 2025, 4, 1);
	/* case holders and the qualified without cases are level */
	check_only(seen_in_2025(MOVE("2025-03-31", "2025-04-01", "U-4", "R-6"), perm), MOVED, 2025, 4, 1);
	check_only(seen_in_2025(PLACES DUTY POST("P-2", "U-4", "R-6")
		IN("S-1", "2018-01-01 2025-03-31", "N-1", "P-2", "permanent", "1")
		IN("S-2", "2025-04-01 open", "N-1", "P-1", "permanent", "1"), perm), MOVED, 2025, 4, 1);
	/* the post itself is graded up, and its holder with it */
	check_only(seen_in_2025(PLACES
		"post P-1 2010-01-01 2025-03-31 title=A; unit=U-3; role=R-5; fte=1; status=funded\n"
		"post P-1 2025-04-01 open title=A; unit=U-3; role=R-4; fte=1; status=funded\n"
		IN("S-1", "2018-01-01 open", "N-1", "P-1", "permanent", "1"), perm), ADVANCED, 2025, 4, 1);
}

static void
a_new_contract_for_the_same_post_is_nothing(struct arena *perm)
{
	check_int(seen_in_2025(PLACES DUTY
		IN("S-1", "2018-01-01 2025-03-31", "N-1", "P-1", "fixed_term", "1")
		IN("S-2", "2025-04-01 open", "N-1", "P-1", "permanent", "1"), perm).count, 0);
}

static void
acting_up_is_an_advance_and_going_back_is_nothing(struct arena *perm)
{
	struct seen seen = seen_in_2025(PLACES DUTY POST("P-2", "U-4", "R-3")
		IN("S-1", "2018-01-01 open", "N-1", "P-1", "permanent", "0.2")
		IN("S-2", "2024-11-01 2025-06-30", "N-1", "P-2", "acting", "0.8"), perm);
	check_only(seen, ADVANCED, 2024, 11, 1);
	/* and when the own post ends later, that is nothing: the advance was told */
	check_only(seen_in_2025(PLACES DUTY POST("P-2", "U-4", "R-3")
		IN("S-1", "2018-01-01 2025-05-31", "N-1", "P-1", "permanent", "0.2")
		IN("S-2", "2024-11-01 open", "N-1", "P-2", "acting", "0.8"), perm), ADVANCED, 2024, 11, 1);
}

static void
one_post_more_or_fewer_is_not_a_movement(struct arena *perm)
{
	check_int(seen_in_2025(PLACES DUTY POST("P-2", "U-5", "R-5")
		IN("S-1", "2018-01-01 open", "N-1", "P-1", "permanent", "0.6")
		IN("S-2", "2024-11-01 2025-06-30", "N-1", "P-2", "permanent", "0.4"), perm).count, 0);
	check_only(seen_in_2025(PLACES DUTY POST("P-2", "U-5", "R-5")        /* two posts, one person */
		IN("S-1", "2024-11-01 open", "N-1", "P-1", "permanent", "0.6")
		IN("S-2", "2024-11-01 open", "N-1", "P-2", "permanent", "0.4"), perm), JOINED, 2024, 11, 1);
	check_only(seen_in_2025(PLACES DUTY POST("P-2", "U-5", "R-5")
		IN("S-1", "2018-01-01 2025-01-31", "N-1", "P-1", "permanent", "0.6")
		IN("S-2", "2018-01-01 2025-01-31", "N-1", "P-2", "permanent", "0.4"), perm), LEFT, 2025, 1, 31);
}

static void
a_unit_sees_who_comes_and_goes_across_its_edge(struct arena *perm)
{
	const char *lines = MOVE("2025-03-31", "2025-04-01", "U-5", "R-5");
	struct period year = census_period(2025);
	check_only(seen_in(lines, "U-3", year, false, perm), WENT_ELSEWHERE_IN_COUNCIL, 2025, 3, 31);
	check_only(seen_in(lines, "U-1", year, false, perm), WENT_ELSEWHERE_IN_COUNCIL, 2025, 3, 31);
	check_only(seen_in(lines, "U-5", year, false, perm), JOINED_FROM_COUNCIL, 2025, 4, 1);
	check_int(seen_in(lines, "U-4", year, false, perm).count, 0);
	check_only(seen_in(MOVE("2025-03-31", "2025-04-01", "U-4", "R-5"), "U-1", year, false, perm),
	           MOVED, 2025, 4, 1);
	/* one more post in another team: that team gains somebody */
	check_only(seen_in(PLACES DUTY POST("P-2", "U-5", "R-5")
		IN("S-1", "2018-01-01 open", "N-1", "P-1", "permanent", "0.6")
		IN("S-2", "2024-11-01 open", "N-1", "P-2", "permanent", "0.4"), "U-5", year, false, perm),
		JOINED_FROM_COUNCIL, 2024, 11, 1);
}

static void
hostile_records_are_read_through(struct arena *perm)
{
	check_int(seen_in_2025("", perm).count, 0);
	check_int(seen_in_2025(PLACES IN("S-1", "2024-11-04 open", "N-1", "P-77", "permanent", "1"), perm).count, 0);
	check_int(seen_in_2025(PLACES DUTY IN("S-1", "2024-11-04 open", "N-77", "P-1", "permanent", "1"), perm).count, 0);
	check_int(seen_in_2025(PLACES DUTY IN("S-1", "2025-06-30 2024-11-04", "N-1", "P-1", "permanent", "1"),
		perm).count, 0);
	/* a post that is not there yet: the person joins the service when it is */
	check_only(seen_in_2025(PLACES "post P-1 2025-01-01 open title=A; unit=U-3; role=R-5; fte=1; status=funded\n"
		IN("S-1", "2024-11-04 open", "N-1", "P-1", "permanent", "1"), perm),
		JOINED_FROM_COUNCIL, 2025, 1, 1);
}

/* ---- what councils counted ---------------------------------------------------------------------- */

struct writing { int at; char lines[60000]; };

static void
say(struct writing *w, const char *line, int a, int b)
{
	w->at += snprintf(w->lines + w->at, sizeof w->lines - (size_t)w->at, line, a, b);
}

/* Somebody in a post of Duty until 31 March 2020, and then in the next one. */
static void
write_mover(struct writing *w, int person, const char *next_post)
{
	say(w, "person M-%d family_name=A; given_names=B\n", person, 0);
	say(w, "post D-%d 2010-01-01 open title=A; unit=U-3; role=R-5; fte=1; status=funded\n", person, 0);
	say(w, next_post, person, 0);
	say(w, "spell D-%d 2018-01-01 2020-03-31 ", person, 0);
	say(w, "person=M-%d; post=D-%d; basis=permanent; fte=1\n", person, person);
	say(w, "spell E-%d 2020-04-01 open ", person, 0);
	say(w, "person=M-%d; post=E-%d; basis=permanent; fte=1\n", person, person);
}

/* Walsall, 2020: 19 social workers advanced within the council and 6 moved to another of its services. */
static void
walsalls_19_who_advanced_and_6_who_moved_are_25(struct arena *perm)
{
	struct writing *w = new(perm, 1, struct writing);
	w->at = snprintf(w->lines, sizeof w->lines, "%s", PLACES);
	for (int i = 0; i < 19; i++)
		write_mover(w, i, i % 2
			? "post E-%d 2010-01-01 open title=A; unit=U-4; role=R-4; fte=1; status=funded\n"
			: "post E-%d 2010-01-01 open title=A; unit=U-3; role=R-3; fte=1; status=funded\n");
	for (int i = 19; i < 25; i++)
		write_mover(w, i, "post E-%d 2010-01-01 open title=A; unit=U-5; role=R-5; fte=1; status=funded\n");
	struct seen seen = seen_in(w->lines, "", census_period(2020), false, perm);
	int advanced = 0, crossed = 0;
	for (int i = 0; i < seen.count; i++) {
		advanced += seen.moves[i].kind == ADVANCED;
		crossed += seen.moves[i].kind == MOVED && seen.moves[i].crossed_service;
	}
	check_int(advanced, 19);
	check_int(crossed, 6);
	check_int(seen.count, 25);
}

/* Walsall: 49 hires, 35 of them newly qualified: 71.4 %. */
static void
walsalls_49_hires_are_35_newly_qualified_by_where_they_came_from(struct arena *perm)
{
	struct writing *w = new(perm, 1, struct writing);
	w->at = snprintf(w->lines, sizeof w->lines, "%s", PLACES);
	for (int i = 0; i < 60; i++) {               /* 11 more are agency workers, and not hires */
		say(w, "person M-%d family_name=A; given_names=B\n", i, 0);
		say(w, "post D-%d 2010-01-01 open title=A; unit=U-3; role=R-5; fte=1; status=funded\n", i, 0);
		say(w, "spell D-%d 2019-11-04 open ", i, 0);
		say(w, "person=M-%d; post=D-%d; fte=1; ", i, i);
		say(w, i < 49 ? "basis=permanent; origin=%d\n" : "basis=agency; origin=%d\n",
		    i < 35 ? 1 : i < 44 ? 2 : 4, 0);
	}
	struct seen seen = seen_in(w->lines, "", census_period(2020), false, perm);
	int hires = 0, newly_qualified = 0;
	for (int i = 0; i < seen.count; i++) {
		hires += seen.moves[i].kind == JOINED || seen.moves[i].kind == RETURNED;
		newly_qualified += spell_last(&seen.roster, seen.moves[i].to_spell)->origin == 1;
	}
	check_int(hires, 49);
	check_int(newly_qualified, 35);
	Figure share = figure_ratio(figure_whole(newly_qualified), figure_whole(hires), 100);
	check_str(figure_plain(share, 1, perm), S("71.4"));
}

int
main(void)
{
	run(who_comes_from_outside_joins_and_who_goes_leaves);
	run(only_days_of_the_period_are_told);
	run(agency_workers_and_cover_do_not_move_and_join_when_they_take_a_post);
	run(who_had_left_returns);
	run(adult_care_is_elsewhere_in_the_council);
	run(merged_people_have_one_life);
	run(another_post_of_the_same_role_is_a_move);
	run(four_days_between_are_a_move_and_five_are_not);
	run(a_handover_in_both_posts_is_one_move);
	run(a_more_senior_role_is_an_advance);
	run(a_new_contract_for_the_same_post_is_nothing);
	run(acting_up_is_an_advance_and_going_back_is_nothing);
	run(one_post_more_or_fewer_is_not_a_movement);
	run(a_unit_sees_who_comes_and_goes_across_its_edge);
	run(hostile_records_are_read_through);
	run(walsalls_19_who_advanced_and_6_who_moved_are_25);
	run(walsalls_49_hires_are_35_newly_qualified_by_where_they_came_from);
	return tests_end();
}
