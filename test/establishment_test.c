/* establishment_test.c: posts and who is in them on a day, with numbers worked out by hand. */
#include "check.h"
#include "councils.h"

#include "workforce/establishment.h"

#define BASE "unit U-1 2015-01-01 open name=Safeguarding; kind=service\n" \
	"unit U-2 2015-01-01 open name=Duty; kind=team; parent=U-1\n" \
	"unit U-3 2015-01-01 open name=Court; kind=team; parent=U-1\n" \
	"role R-1 2015-01-01 open title=Social worker; family=social_work; census_role=5; registered=yes\n" \
	"role R-2 2015-01-01 open title=Family support worker; family=family_help; census_role=0; registered=no\n" \
	"person N-1 family_name=Oddie; given_names=Ann; born=1980-01-01\n" \
	"person N-2 family_name=Khan; given_names=Bo; born=1981-01-01\n" \
	"person N-3 family_name=Lee; given_names=Cy; born=1982-01-01\n"
#define IN(ref, unit, role, fte, status) "post " ref " 2018-01-01 open title=Post; unit=" unit "; role=" \
	role "; fte=" fte "; status=" status "\n"

static const Date the_day = { 20361 };       /* 30 September 2025 */

static struct staffing
staffing_on(const char *lines, Str unit_ref, struct establishment *est, struct roster *roster,
            struct arena *perm)
{
	roster_build(roster, council_of(lines, perm), perm);
	int unit = unit_ref.len ? roster_unit(roster, unit_ref) : NOT_THERE;
	establishment_on(est, roster, unit, the_day, perm);
	return staffing_of(est, roster, unit);
}

#define FTE(tenths) ((int64_t)(tenths) * MICRO / 10)

static void
a_job_share_fills_one_post(struct arena *perm)
{
	struct establishment est;
	struct roster r;
	check_int(the_day.day, date_of(2025, 9, 30).day);
	struct staffing s = staffing_on(BASE IN("P-1", "U-2", "R-1", "1", "funded")
		"spell S-1 2018-01-01 open person=N-1; post=P-1; basis=permanent; fte=0.5\n"
		"spell S-2 2019-01-01 open person=N-2; post=P-1; basis=permanent; fte=0.5\n", S(""), &est, &r, perm);
	check_int(s.posts, 1);
	check_int(s.people, 2);
	check_int(s.held, FTE(10));
	check_int(s.vacant, 0);
	check(fully_staffed(&est, &r, NOT_THERE, perm).yes);
}

static void
somebody_in_two_posts_is_one_person(struct arena *perm)
{
	struct establishment est;
	struct roster r;
	struct staffing s = staffing_on(BASE IN("P-1", "U-2", "R-1", "0.6", "funded")
		IN("P-2", "U-3", "R-1", "0.4", "funded")
		"spell S-1 2018-01-01 open person=N-1; post=P-1; basis=permanent; fte=0.6\n"
		"spell S-2 2018-01-01 open person=N-1; post=P-2; basis=permanent; fte=0.4\n", S(""), &est, &r, perm);
	check_int(s.people, 1);
	check_int(s.held, FTE(10));
	check_int(staffing_of(&est, &r, roster_unit(&r, S("U-2"))).people, 1);
	check_int(staffing_of(&est, &r, roster_unit(&r, S("U-3"))).people, 1);
	check_int(staffing_of(&est, &r, roster_unit(&r, S("U-3"))).held, FTE(4));
}

static void
a_post_that_agency_covers_is_still_vacant(struct arena *perm)
{
	struct establishment est;
	struct roster r;
	struct staffing s = staffing_on(BASE IN("P-1", "U-2", "R-1", "1", "funded")
		"spell S-1 2018-01-01 2025-03-31 person=N-1; post=P-1; basis=permanent; fte=1\n"
		"spell S-2 2025-05-01 open person=N-2; post=P-1; basis=agency; fte=0.8\n", S("U-2"), &est, &r, perm);
	check_int(s.vacant, FTE(10));
	check_int(s.agency, FTE(8));
	check_int(s.covered, FTE(8));
	check_int(s.held, 0);
	check_int(est.seats[0].vacant_since.day, date_of(2025, 4, 1).day);
	struct fully fully = fully_staffed(&est, &r, NOT_THERE, perm);
	check(!fully.yes && fully.count == 1);
}

static void
who_is_on_leave_holds_the_post_and_cover_fills_no_vacancy(struct arena *perm)
{
#define LEAVE BASE IN("P-1", "U-2", "R-1", "1", "funded") \
	"spell S-1 2018-01-01 open person=N-1; post=P-1; basis=permanent; fte=1\n" \
	"absence B-1 2025-06-01 2026-03-01 person=N-1; kind=maternity\n"
	struct establishment est;
	struct roster r;
	struct staffing s = staffing_on(LEAVE
		"spell S-2 2025-06-01 2026-03-01 person=N-2; post=P-1; basis=cover; fte=1; covers=S-1\n",
		S(""), &est, &r, perm);
	check_int(s.vacant, 0);
	check_int(s.covered, 0);
	check_int(s.cover, FTE(10));
	check_int(s.held, FTE(10));
	check_int(s.excess, 0);
	check(est.occupants[0].absent);
	check_int(est.occupants[0].covered_by, roster_spell(&r, S("S-2")));
	check(fully_staffed(&est, &r, NOT_THERE, perm).yes);
	staffing_on(LEAVE, S(""), &est, &r, perm);
	check(!fully_staffed(&est, &r, NOT_THERE, perm).yes);
}

static void
only_funded_posts_can_be_vacant(struct arena *perm)
{
	struct establishment est;
	struct roster r;
	struct staffing s = staffing_on(BASE IN("P-1", "U-2", "R-1", "1", "funded")
		IN("P-2", "U-2", "R-1", "0.5", "frozen") IN("P-3", "U-2", "R-1", "1", "proposed")
		IN("P-4", "U-2", "R-1", "2", "over"), S(""), &est, &r, perm);
	check_int(s.funded, FTE(10));
	check_int(s.frozen, FTE(5));
	check_int(s.proposed, FTE(10));
	check_int(s.over, FTE(20));
	check_int(s.vacant, FTE(10));
	check_int(est.seats[0].vacant_since.day, date_of(2018, 1, 1).day);
}

/* 0.4 is vacant since the holder went to part time, and 0.9 since the post grew by a half. */
static void
a_vacancy_is_as_old_as_the_day_since_which_as_much_is_vacant(struct arena *perm)
{
	struct establishment est;
	struct roster r;
	staffing_on(BASE "post P-1 2018-01-01 2024-12-31 title=A; unit=U-2; role=R-1; fte=1; status=funded\n"
		"post P-1 2025-01-01 open title=A; unit=U-2; role=R-1; fte=1.5; status=funded\n"
		"spell S-1 2018-01-01 2023-06-30 person=N-1; post=P-1; basis=permanent; fte=1\n"
		"spell S-1 2023-07-01 open person=N-1; post=P-1; basis=permanent; fte=0.6\n", S(""), &est, &r, perm);
	check_int(est.seats[0].vacant, FTE(9));
	check_int(est.seats[0].vacant_since.day, date_of(2025, 1, 1).day);
	staffing_on(BASE IN("P-1", "U-2", "R-1", "1", "funded")
		"spell S-1 2018-01-01 2020-06-30 person=N-1; post=P-1; basis=permanent; fte=1\n"
		"spell S-2 2021-01-01 2025-08-31 person=N-2; post=P-1; basis=permanent; fte=1\n", S(""), &est, &r, perm);
	check_int(est.seats[0].vacant_since.day, date_of(2025, 9, 1).day);
}

static void
the_last_day_counts_as_in_post(struct arena *perm)
{
	struct establishment est;
	struct roster r;
	check_int(staffing_on(BASE IN("P-1", "U-2", "R-1", "1", "funded")
		"spell S-1 2018-01-01 2025-09-30 person=N-1; post=P-1; basis=permanent; fte=1\n", S(""), &est, &r,
		perm).vacant, 0);
	check_int(staffing_on(BASE IN("P-1", "U-2", "R-1", "1", "funded")
		"spell S-1 2018-01-01 2025-09-29 person=N-1; post=P-1; basis=permanent; fte=1\n", S(""), &est, &r,
		perm).vacant, FTE(10));
}

static void
a_unit_is_itself_and_all_below_it(struct arena *perm)
{
	struct establishment est;
	struct roster r;
	struct staffing s = staffing_on(BASE IN("P-1", "U-2", "R-1", "1", "funded")
		IN("P-2", "U-3", "R-2", "1", "funded") IN("P-3", "U-1", "R-1", "1", "funded"), S("U-1"), &est, &r,
		perm);
	check_int(s.posts, 3);
	check_str(r.posts[est.seats[0].post].ref, S("P-3"));         /* the service's own, then Court, then Duty */
	check_str(r.posts[est.seats[1].post].ref, S("P-2"));
	check_str(r.posts[est.seats[2].post].ref, S("P-1"));
	check_int(staffing_on(BASE IN("P-1", "U-2", "R-1", "1", "funded")
		IN("P-2", "U-3", "R-2", "1", "funded"), S("U-3"), &est, &r, perm).posts, 1);
}

static void
partners_and_secondees_hold_posts_and_are_a_part_of_the_mix(struct arena *perm)
{
	struct establishment est;
	struct roster r;
	struct mix *mix;
	struct staffing s = staffing_on(BASE IN("P-1", "U-2", "R-1", "1", "funded")
		IN("P-2", "U-2", "R-2", "1", "funded") IN("P-3", "U-2", "R-1", "1", "funded")
		"spell S-1 2018-01-01 open person=N-1; post=P-1; basis=seconded_in; fte=1\n"
		"spell S-2 2018-01-01 open person=N-2; post=P-2; basis=partner; fte=1\n"
		"spell S-3 2018-01-01 open person=N-3; post=P-3; basis=agency; fte=1\n", S(""), &est, &r, perm);
	check_int(s.vacant, FTE(10));
	check_int(s.held, FTE(20));
	check_int(skill_mix(&est, &r, NOT_THERE, &mix, perm), 2);
	check_int(mix[0].people, 2);
	check_int(mix[0].held, FTE(10));
	check_int(mix[0].agency, FTE(10));
	check_int(mix[1].family, FAMILY_HELP);
	check_int(mix[1].people, 1);
}

/* A team that moved under another service is in the tree of the day that is asked about. */
static void
the_tree_is_that_of_the_day(struct arena *perm)
{
	struct roster r;
	roster_build(&r, council_of("unit U-1 2015-01-01 open name=A; kind=service\n"
		"unit U-2 2015-01-01 open name=B; kind=service\n"
		"unit U-3 2015-01-01 2019-12-31 name=T; kind=team; parent=U-1\n"
		"unit U-3 2020-01-01 open name=T; kind=team; parent=U-2\n", perm), perm);
	check(unit_within(&r, 2, 0, date_of(2019, 12, 31)));
	check(!unit_within(&r, 2, 0, date_of(2020, 1, 1)));
	int units[3], depths[3];
	check_int(roster_tree(&r, date_of(2020, 1, 1), units, depths), 3);
	check(units[0] == 0 && units[1] == 1 && units[2] == 2 && depths[2] == 1);
	check_int(roster_tree(&r, date_of(2019, 1, 1), units, depths), 3);
	check(units[0] == 0 && units[1] == 2 && units[2] == 1);
	check_int(roster_tree(&r, date_of(2014, 1, 1), units, depths), 0);
}

static void
every_unit_at_once_is_as_each_by_itself(struct arena *perm)
{
	struct establishment est;
	struct roster r;
	staffing_on(BASE "unit U-4 2015-01-01 open name=Pod; kind=team; parent=U-2\n"
		IN("P-1", "U-2", "R-1", "0.6", "funded") IN("P-2", "U-3", "R-1", "0.4", "funded")
		IN("P-3", "U-4", "R-2", "1", "funded") IN("P-4", "U-1", "R-2", "1", "frozen")
		"spell S-1 2018-01-01 open person=N-1; post=P-1; basis=permanent; fte=0.6\n"
		"spell S-2 2018-01-01 open person=N-1; post=P-2; basis=permanent; fte=0.4\n"
		"spell S-3 2018-01-01 open person=N-2; post=P-3; basis=agency; fte=1\n"
		"absence B-1 2025-06-01 2026-03-01 person=N-1; kind=maternity\n", S(""), &est, &r, perm);
	struct staffing *of = new(perm, r.unit_count, struct staffing);
	staffing_by_unit(&est, &r, of, *perm);
	for (int u = 0; u < r.unit_count; u++) {
		struct staffing one = staffing_of(&est, &r, u);
		check(memcmp(&one, &of[u], sizeof one) == 0);
	}
	const struct staffing *service = &of[roster_unit(&r, S("U-1"))];
	check_int(service->people, 2);               /* one of them in two posts */
	check_int(service->vacant_posts, 1);         /* agency fills it, and it is vacant */
	check_int(service->away_posts, 2);           /* on leave from both, and nobody covers */
	check_int(of[roster_unit(&r, S("U-2"))].posts, 2);
}

int
main(void)
{
	run(a_job_share_fills_one_post);
	run(somebody_in_two_posts_is_one_person);
	run(a_post_that_agency_covers_is_still_vacant);
	run(who_is_on_leave_holds_the_post_and_cover_fills_no_vacancy);
	run(only_funded_posts_can_be_vacant);
	run(a_vacancy_is_as_old_as_the_day_since_which_as_much_is_vacant);
	run(the_last_day_counts_as_in_post);
	run(a_unit_is_itself_and_all_below_it);
	run(partners_and_secondees_hold_posts_and_are_a_part_of_the_mix);
	run(the_tree_is_that_of_the_day);
	run(every_unit_at_once_is_as_each_by_itself);
	return tests_end();
}
