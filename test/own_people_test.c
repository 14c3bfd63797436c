/* own_people_test.c: DfE's measures from a council's own people, against numbers worked out by hand
 * and against a count of every day of many random lives. */
#include "check.h"
#include "councils.h"

#include "measure/own_people.h"
#include "measure/protect.h"

#define PLACES "unit U-1 2010-01-01 open name=Children's services; kind=directorate\n" \
	"unit U-2 2010-01-01 open name=Safeguarding; kind=service; parent=U-1\n" \
	"unit U-3 2010-01-01 open name=Duty; kind=team; parent=U-2\n" \
	"unit U-4 2010-01-01 open name=Court; kind=team; parent=U-2\n" \
	"role R-0 2010-01-01 open title=Adult social worker; family=social_work; census_role=0; registered=yes\n" \
	"role R-5 2010-01-01 open title=Social worker; family=social_work; census_role=5; registered=yes\n" \
	"role R-4 2010-01-01 open title=Senior practitioner; family=social_work; census_role=4; registered=yes\n"
#define POST(ref, unit, role, fte) "post " ref " 2010-01-01 open title=Post; unit=" unit "; role=" role \
	"; fte=" fte "; status=funded\n"
#define PERSON(ref) "person " ref " family_name=Oddie; given_names=" ref "\n"
#define FOUR PERSON("N-1") PERSON("N-2") PERSON("N-3") PERSON("N-4")
#define IN(ref, days, person, post, basis, fte) "spell " ref " " days " person=" person "; post=" post \
	"; basis=" basis "; fte=" fte "\n"
#define STAYS IN("S-9", "2012-01-01 open", "N-9", "P-9", "permanent", "1")
#define SOMEBODY PERSON("N-9") POST("P-9", "U-4", "R-5", "1") STAYS
#define FTE(tenths) ((int64_t)(tenths) * MICRO / 10)

static const Date the_day = { 20361 };       /* 30 September 2025 */

static struct own_figures
figures_of(const char *lines, const char *unit, Date day, struct roster *roster, struct arena *perm)
{
	struct own_figures own;
	roster_build(roster, council_of(lines, perm), perm);
	own_figures_on(&own, roster, *unit ? roster_unit(roster, str_of(unit)) : NOT_THERE, day, *perm);
	return own;
}

static struct own_figures
figures(const char *lines, struct arena *perm)
{
	struct roster roster;
	return figures_of(lines, "", the_day, &roster, perm);
}

#define check_fte(own, measure, tenths) check_int((own).value[measure].micro, FTE(tenths))
#define check_people(own, measure, count) check_int((own).value[measure].micro, (count) * (int64_t)MICRO)
#define check_shown(own, measure, text) \
	check_str(figure_plain((own).value[measure], measures[measure].places, perm), S(text))

/* ---- in post ----------------------------------------------------------------------------------- */

static void
duplicates_count_twice_in_fte_and_once_in_headcount(struct arena *perm)
{
	check_int(the_day.day, date_of(2025, 9, 30).day);
	struct own_figures own = figures(PLACES FOUR POST("P-1", "U-3", "R-5", "1")
		POST("P-2", "U-4", "R-4", "0.4")
		IN("S-1", "2018-01-01 open", "N-1", "P-1", "permanent", "0.5")
		IN("S-2", "2018-01-01 open", "N-2", "P-1", "permanent", "0.5")
		IN("S-3", "2018-01-01 open", "N-1", "P-2", "permanent", "0.4"), perm);
	check_fte(own, INPOST_FTE, 14);
	check_people(own, INPOST_HEADCOUNT, 2);
	check_int(own.people[INPOST_FTE], 2);
	check_int(own.largest[INPOST_FTE], FTE(9));
	check_fte(own, VACANCY_FTE, 0);
	check_fte(own, VACANCY_RATE_FTE, 0);
}

static void
in_post_are_those_the_council_pays_in_roles_of_the_census(struct arena *perm)
{
	struct own_figures own = figures(PLACES FOUR PERSON("N-5") PERSON("N-6") PERSON("N-7")
		POST("P-1", "U-3", "R-5", "1") POST("P-2", "U-3", "R-5", "1") POST("P-3", "U-3", "R-5", "1")
		POST("P-4", "U-3", "R-4", "1") POST("P-5", "U-3", "R-0", "1") POST("P-6", "U-3", "R-0", "1")
		IN("S-1", "2018-01-01 open", "N-1", "P-1", "fixed_term", "1")
		IN("S-2", "2018-01-01 open", "N-2", "P-2", "seconded_in", "1")
		IN("S-3", "2018-01-01 open", "N-3", "P-3", "partner", "1")
		IN("S-4", "2018-01-01 open", "N-4", "P-4", "acting", "0.8")
		IN("S-5", "2018-01-01 open", "N-5", "P-5", "permanent", "1")
		IN("S-7", "2018-01-01 open", "N-7", "P-1", "agency", "1"), perm);
	check_fte(own, INPOST_FTE, 18);              /* fixed term and acting */
	check_people(own, INPOST_HEADCOUNT, 2);
	check_fte(own, VACANCY_FTE, 2);              /* the rest of P-4: secondee and partner hold theirs */
	check_fte(own, AGENCY_FTE, 10);
	check_fte(own, AGENCY_COVER_FTE, 0);         /* an extra hand: the post is held */
}

static void
merged_people_are_one(struct arena *perm)
{
	struct own_figures own = figures(PLACES PERSON("N-1")
		"person N-2 family_name=Oddie; given_names=Ann; merged_into=N-1\n"
		POST("P-1", "U-3", "R-5", "0.5") POST("P-2", "U-4", "R-5", "0.5")
		IN("S-1", "2018-01-01 open", "N-1", "P-1", "permanent", "0.5")
		IN("S-2", "2025-01-01 open", "N-2", "P-2", "permanent", "0.5"), perm);
	check_people(own, INPOST_HEADCOUNT, 1);
	check_fte(own, INPOST_FTE, 10);
	check_people(own, STARTERS_HEADCOUNT, 0);    /* one more post of the same person */
}

/* ---- starters and leavers ---------------------------------------------------------------------- */

static void
a_leaver_counts_with_the_fte_of_a_year_before(struct arena *perm)
{
	struct own_figures own = figures(PLACES FOUR SOMEBODY POST("P-1", "U-3", "R-5", "1")
		IN("S-1", "2018-01-01 2024-12-31", "N-1", "P-1", "permanent", "0.6")
		IN("S-1", "2025-01-01 2025-06-30", "N-1", "P-1", "permanent", "1"), perm);
	check_fte(own, LEAVERS_FTE, 6);
	check_people(own, LEAVERS_HEADCOUNT, 1);
	check_people(own, INPOST_HEADCOUNT, 1);
	check_shown(own, TURNOVER_RATE_FTE, "60.0");
	check_shown(own, TURNOVER_RATE_HEADCOUNT, "100.0");
	check_fte(own, VACANCY_FTE, 10);
	check_shown(own, VACANCY_RATE_FTE, "50.0");
}

static void
who_starts_and_leaves_within_the_year_is_neither(struct arena *perm)
{
	struct own_figures own = figures(PLACES FOUR SOMEBODY POST("P-1", "U-3", "R-5", "1")
		IN("S-1", "2024-10-01 2025-09-29", "N-1", "P-1", "permanent", "1"), perm);
	check_people(own, STARTERS_HEADCOUNT, 0);
	check_people(own, LEAVERS_HEADCOUNT, 0);
}

/* The census takes a leaving date of 30 September, with FTE 0 on that day. */
static void
who_leaves_on_the_day_is_a_leaver_and_not_in_post(struct arena *perm)
{
	const char *lines = PLACES FOUR SOMEBODY POST("P-1", "U-3", "R-5", "1")
		IN("S-1", "2018-01-01 2025-09-30", "N-1", "P-1", "permanent", "1");
	struct roster r;
	struct own_figures own = figures(lines, perm);
	check_people(own, LEAVERS_HEADCOUNT, 1);
	check_people(own, INPOST_HEADCOUNT, 1);      /* the one who stays */
	check_fte(own, VACANCY_FTE, 10);             /* and so the post is vacant */
	own = figures_of(lines, "", date_of(2025, 9, 29), &r, perm);
	check_people(own, INPOST_HEADCOUNT, 2);
	check_people(own, LEAVERS_HEADCOUNT, 0);
	check_fte(own, VACANCY_FTE, 0);
	own = figures_of(lines, "", date_of(2026, 9, 30), &r, perm);
	check_people(own, LEAVERS_HEADCOUNT, 0);     /* was not in post a year before */
}

static void
the_first_day_of_the_year_is_a_start_and_the_day_before_is_not(struct arena *perm)
{
#define FROM(day) figures(PLACES FOUR SOMEBODY POST("P-1", "U-3", "R-5", "1") \
	IN("S-1", day " open", "N-1", "P-1", "permanent", "0.5"), perm)
	struct own_figures own = FROM("2024-10-01");
	check_people(own, STARTERS_HEADCOUNT, 1);
	check_fte(own, STARTERS_FTE, 5);
	check_people(FROM("2024-09-30"), STARTERS_HEADCOUNT, 0);
	check_people(FROM("2025-09-30"), STARTERS_HEADCOUNT, 1);
	check_people(FROM("2025-10-01"), STARTERS_HEADCOUNT, 0);
}

static void
a_returner_starts_again(struct arena *perm)
{
	struct own_figures own = figures(PLACES FOUR SOMEBODY POST("P-1", "U-3", "R-5", "1")
		IN("S-1", "2015-01-01 2020-01-31", "N-1", "P-1", "permanent", "1")
		IN("S-2", "2025-02-01 open", "N-1", "P-1", "permanent", "1"), perm);
	check_people(own, STARTERS_HEADCOUNT, 1);
	check_people(own, LEAVERS_HEADCOUNT, 0);
	own = figures(PLACES FOUR SOMEBODY POST("P-1", "U-3", "R-5", "1")      /* both within the year */
		IN("S-1", "2015-01-01 2024-11-30", "N-1", "P-1", "permanent", "0.8")
		IN("S-2", "2025-02-01 open", "N-1", "P-1", "permanent", "1"), perm);
	check_people(own, STARTERS_HEADCOUNT, 1);
	check_people(own, LEAVERS_HEADCOUNT, 1);
	check_fte(own, LEAVERS_FTE, 8);
}

static void
a_move_within_the_council_is_neither_start_nor_end(struct arena *perm)
{
#define MOVED_ON(last, first) PLACES FOUR SOMEBODY POST("P-1", "U-3", "R-5", "1") \
	POST("P-2", "U-4", "R-4", "1") IN("S-1", "2018-01-01 " last, "N-1", "P-1", "permanent", "1") \
	IN("S-2", first " open", "N-1", "P-2", "permanent", "1")
	struct roster r;
	struct own_figures own = figures(MOVED_ON("2025-03-31", "2025-04-01"), perm);
	check_people(own, STARTERS_HEADCOUNT, 0);
	check_people(own, LEAVERS_HEADCOUNT, 0);
	/* Thursday before Easter, Tuesday after it: four days between. Five are too many. */
	check_people(figures(MOVED_ON("2025-04-17", "2025-04-22"), perm), LEAVERS_HEADCOUNT, 0);
	check_people(figures(MOVED_ON("2025-04-17", "2025-04-23"), perm), LEAVERS_HEADCOUNT, 1);
	/* For the teams it is an end and a start; for the service neither. */
	own = figures_of(MOVED_ON("2025-03-31", "2025-04-01"), "U-3", the_day, &r, perm);
	check_people(own, LEAVERS_HEADCOUNT, 1);
	check_people(own, INPOST_HEADCOUNT, 0);
	check_int(own.value[TURNOVER_RATE_FTE].absent, NOT_APPLICABLE);
	own = figures_of(MOVED_ON("2025-03-31", "2025-04-01"), "U-4", the_day, &r, perm);
	check_people(own, STARTERS_HEADCOUNT, 1);
	own = figures_of(MOVED_ON("2025-03-31", "2025-04-01"), "U-2", the_day, &r, perm);
	check_people(own, STARTERS_HEADCOUNT, 0);
	check_people(own, LEAVERS_HEADCOUNT, 0);
}

/* 30 September 2023 was a Saturday: last day Friday, next post from Monday. */
static void
a_weekend_between_two_posts_leaves_nobody_out(struct arena *perm)
{
	struct roster r;
	const char *lines = MOVED_ON("2023-09-29", "2023-10-02");
	struct own_figures own = figures_of(lines, "", date_of(2023, 9, 30), &r, perm);
	check_people(own, INPOST_HEADCOUNT, 2);
	check_fte(own, INPOST_FTE, 20);
	check_people(own, LEAVERS_HEADCOUNT, 0);
	own = figures_of(lines, "U-3", date_of(2023, 9, 30), &r, perm);
	check_people(own, INPOST_HEADCOUNT, 1);
	own = figures_of(lines, "U-4", date_of(2023, 9, 30), &r, perm);
	check_people(own, INPOST_HEADCOUNT, 1);      /* the one who stays */
}

static void
adult_care_is_out_of_the_service_and_not_out_of_the_council(struct arena *perm)
{
	struct roster r;
	struct own_figures own = figures_of(PLACES FOUR SOMEBODY POST("P-1", "U-3", "R-5", "1")
		POST("P-2", "U-3", "R-0", "1") POST("P-3", "U-3", "R-5", "0.5")
		IN("S-1", "2018-01-01 2025-01-31", "N-1", "P-1", "permanent", "1")
		IN("S-2", "2025-02-01 open", "N-1", "P-2", "permanent", "1")
		IN("S-3", "2018-01-01 2025-05-31", "N-2", "P-3", "permanent", "0.5"), "", the_day, &r, perm);
	check_people(own, LEAVERS_HEADCOUNT, 2);
	check_fte(own, LEAVERS_FTE, 15);
	struct turnover both = turnover_on(&r, NOT_THERE, the_day, *perm);
	check_str(figure_plain(both.service_fte, 1, perm), S("150.0"));
	check_str(figure_plain(both.service_headcount, 1, perm), S("200.0"));
	check_str(figure_plain(both.council_fte, 1, perm), S("50.0"));
	check_str(figure_plain(both.council_headcount, 1, perm), S("100.0"));
}

/* A team put under another service takes its people along: the service lost them, the council not. */
static void
a_team_that_changes_service_takes_its_people_along(struct arena *perm)
{
	struct roster r;
	const char *lines = "unit U-1 2010-01-01 open name=A; kind=service\n"
		"unit U-2 2010-01-01 open name=B; kind=service\n"
		"unit U-3 2010-01-01 2025-03-31 name=T; kind=team; parent=U-1\n"
		"unit U-3 2025-04-01 open name=T; kind=team; parent=U-2\n"
		"role R-5 2010-01-01 open title=Social worker; family=social_work; census_role=5; registered=yes\n"
		PERSON("N-1") POST("P-1", "U-3", "R-5", "1")
		IN("S-1", "2018-01-01 open", "N-1", "P-1", "permanent", "1");
	struct own_figures own = figures_of(lines, "U-1", the_day, &r, perm);
	check_people(own, LEAVERS_HEADCOUNT, 1);
	own = figures_of(lines, "U-2", the_day, &r, perm);
	check_people(own, STARTERS_HEADCOUNT, 1);
	own = figures_of(lines, "U-3", the_day, &r, perm);
	check_people(own, STARTERS_HEADCOUNT, 0);
	check_people(own, LEAVERS_HEADCOUNT, 0);
	check_people(own, INPOST_HEADCOUNT, 1);
}

/* ---- agency and vacancies ---------------------------------------------------------------------- */

static void
a_post_that_agency_covers_is_vacant_and_covered(struct arena *perm)
{
	struct own_figures own = figures(PLACES FOUR SOMEBODY POST("P-1", "U-3", "R-5", "1")
		POST("P-2", "U-3", "R-5", "1")
		IN("S-1", "2025-05-01 open", "N-1", "P-1", "agency", "0.8")
		IN("S-2", "2025-05-01 open", "N-1", "P-2", "agency", "0.2")
		IN("S-3", "2025-05-01 open", "N-2", "P-9", "agency", "1")
		POST("P-3", "U-3", "R-0", "1") IN("S-4", "2025-05-01 open", "N-3", "P-3", "agency", "1"), perm);
	check_fte(own, VACANCY_FTE, 20);
	check_fte(own, AGENCY_FTE, 20);
	check_people(own, AGENCY_HEADCOUNT, 3);      /* each record is one */
	check_int(own.people[AGENCY_HEADCOUNT], 2);  /* two people stand behind them */
	check_fte(own, AGENCY_COVER_FTE, 10);
	check_shown(own, AGENCY_RATE_FTE, "66.7");
	check_shown(own, AGENCY_RATE_HEADCOUNT, "75.0");
	check_shown(own, AGENCY_COVER_RATE_FTE, "50.0");
	check_shown(own, VACANCY_RATE_FTE, "66.7");
	check_shown(own, VACANCY_AGENCY_COVER_RATE_FTE, "50.0");
	check_people(own, STARTERS_HEADCOUNT, 0);
}

static void
agency_beyond_the_vacancy_is_an_extra_hand(struct arena *perm)
{
	struct own_figures own = figures(PLACES FOUR SOMEBODY POST("P-1", "U-3", "R-5", "1")
		IN("S-1", "2018-01-01 open", "N-1", "P-1", "permanent", "0.6")
		IN("S-2", "2025-05-01 open", "N-2", "P-1", "agency", "0.3")
		IN("S-3", "2025-05-01 open", "N-3", "P-1", "agency", "0.5"), perm);
	check_fte(own, VACANCY_FTE, 4);
	check_fte(own, AGENCY_COVER_FTE, 4);
	check_shown(own, VACANCY_AGENCY_COVER_RATE_FTE, "100.0");
	check_shown(own, AGENCY_COVER_RATE_FTE, "50.0");
}

static void
maternity_cover_is_in_post_and_fills_no_vacancy(struct arena *perm)
{
#define LEAVE PLACES FOUR SOMEBODY POST("P-1", "U-3", "R-5", "1") \
	"absence B-1 2025-06-01 2026-03-01 person=N-1; kind=maternity; days_lost=80\n" \
	IN("S-1", "2018-01-01 open", "N-1", "P-1", "permanent", "1")
	struct own_figures own = figures(LEAVE
		"spell S-2 2025-06-01 2026-03-01 person=N-2; post=P-1; basis=cover; fte=1; covers=S-1\n", perm);
	check_fte(own, VACANCY_FTE, 0);
	check_fte(own, INPOST_FTE, 30);
	check_people(own, STARTERS_HEADCOUNT, 1);
	check_int(own.value[WORKING_DAYS_LOST_FTE].absent, NOT_AVAILABLE);   /* leave is not sickness */
	own = figures(LEAVE
		"spell S-2 2025-06-01 2026-03-01 person=N-2; post=P-1; basis=agency; fte=1; covers=S-1\n", perm);
	check_fte(own, AGENCY_FTE, 10);
	check_fte(own, AGENCY_COVER_FTE, 0);
	check_fte(own, INPOST_FTE, 20);
	check_int(own.value[VACANCY_AGENCY_COVER_RATE_FTE].absent, NOT_APPLICABLE);
	/* the same where a part of the post is vacant besides */
	own = figures(PLACES FOUR SOMEBODY POST("P-1", "U-3", "R-5", "1")
		IN("S-1", "2018-01-01 open", "N-1", "P-1", "permanent", "0.6")
		"spell S-2 2025-06-01 2026-03-01 person=N-2; post=P-1; basis=agency; fte=0.6; covers=S-1\n", perm);
	check_fte(own, VACANCY_FTE, 4);
	check_fte(own, AGENCY_COVER_FTE, 0);
}

static void
only_funded_posts_of_the_census_are_vacancies(struct arena *perm)
{
#define OF_STATUS(ref, status) "post " ref " 2010-01-01 open title=Post; unit=U-3; role=R-5; fte=1; status=" \
	status "\n"
	struct own_figures own = figures(PLACES SOMEBODY OF_STATUS("P-1", "funded") OF_STATUS("P-2", "frozen")
		OF_STATUS("P-3", "proposed") OF_STATUS("P-4", "over") POST("P-5", "U-3", "R-0", "1"), perm);
	check_fte(own, VACANCY_FTE, 10);
	check_int(own.people[VACANCY_FTE], 0);
}

/* ---- cases ------------------------------------------------------------------------------------- */

static void
cases_are_those_of_everybody_agency_among_them(struct arena *perm)
{
	const char *lines = PLACES FOUR SOMEBODY POST("P-1", "U-3", "R-5", "1")
		POST("P-2", "U-4", "R-5", "0.4") POST("P-3", "U-3", "R-5", "1") POST("P-4", "U-3", "R-4", "1")
		IN("S-1", "2018-01-01 open", "N-1", "P-1", "permanent", "0.5")
		IN("S-2", "2018-01-01 open", "N-1", "P-2", "permanent", "0.4")
		IN("S-3", "2025-01-01 open", "N-2", "P-3", "agency", "1")
		IN("S-4", "2018-01-01 open", "N-3", "P-4", "permanent", "1")
		"caseload C-1 person=N-1; day=2025-09-30; cases=11\n"
		"caseload C-2 person=N-2; day=2025-09-30; cases=20\n"
		"caseload C-3 person=N-2; day=2025-08-30; cases=90\n"    /* an older count */
		"caseload C-4 person=N-2; day=2025-10-30; cases=70\n"    /* a later one */
		"caseload C-5 person=N-3; day=2025-09-30; cases=0\n"
		"caseload C-6 person=N-9; day=2025-08-30; cases=40\n";   /* 31 days before: too old */
	struct roster r;
	struct own_figures own = figures_of(lines, "", the_day, &r, perm);
	check_int(own.value[CASES].micro, 31 * (int64_t)MICRO);
	check_fte(own, CASE_HOLDERS_FTE, 19);
	check_shown(own, CASELOAD_FTE, "16.3");      /* 31 / 1.9 = 16.3157... */
	check_int(own.people[CASES], 2);
	check_int(own.largest[CASES], 20 * (int64_t)MICRO);
	own = figures_of(lines, "U-3", the_day, &r, perm);
	check_int(own.value[CASES].micro, 31 * (int64_t)MICRO);
	check_fte(own, CASE_HOLDERS_FTE, 19);
	own = figures_of(lines, "U-4", the_day, &r, perm);           /* nobody's cases are on record there */
	check_int(own.value[CASES].absent, NOT_AVAILABLE);
	check_int(own.value[CASELOAD_FTE].absent, NOT_AVAILABLE);
	own = figures_of(lines, "", date_of(2025, 9, 29), &r, perm);
	check_int(own.value[CASES].micro, 130 * (int64_t)MICRO);     /* the counts of 30 August, 30 days old */
	int *people;
	check_int(own_people_behind(&r, NOT_THERE, the_day, CASELOAD_FTE, &people, perm), 2);
	check(people[0] == roster_person(&r, S("N-1")) && people[1] == roster_person(&r, S("N-2")));
}

/* ---- absence ----------------------------------------------------------------------------------- */

static void
days_lost_are_those_of_sickness_in_the_year(struct arena *perm)
{
	struct roster r;
	const char *lines = PLACES FOUR SOMEBODY POST("P-1", "U-3", "R-5", "1") POST("P-2", "U-3", "R-5", "1")
		IN("S-1", "2018-01-01 open", "N-1", "P-1", "permanent", "1")
		IN("S-2", "2018-01-01 open", "N-2", "P-2", "agency", "1")
		"absence B-1 2025-02-03 2025-02-07 person=N-1; kind=sickness; days_lost=4.5\n"
		/* Monday 23 September to Friday 4 October 2024: 6 weekdays before the year, 4 in it */
		"absence B-2 2024-09-23 2024-10-04 person=N-1; kind=sickness; days_lost=5\n"
		"absence B-3 2025-03-03 2025-03-07 person=N-2; kind=sickness; days_lost=5\n"    /* agency */
		"absence B-4 2025-04-03 2025-04-07 person=N-9; kind=other; days_lost=3\n"
		"absence B-5 2025-09-29 open person=N-9; kind=sickness; days_lost=2\n";
	struct own_figures own = figures_of(lines, "", the_day, &r, perm);
	check_fte(own, WORKING_DAYS_LOST_FTE, 85);                   /* 4.5 + 5 x 4/10 + 2 */
	check_shown(own, ABSENCE_RATE_FTE, "1.7");                   /* 8.5 / (2 x 253) = 1.6798... */
	check_int(own.value[ABSENCE_RATE_FTE].micro, 1679841);
	own = figures_of(lines, "", date_of(2024, 9, 30), &r, perm);
	check_fte(own, WORKING_DAYS_LOST_FTE, 30);                   /* the other 6 of 10 */
	check_int(own.value[ABSENCE_RATE_FTE].micro, 590551);        /* 3 / (2 x 254): 2024 has 29 February */
	own = figures_of(lines, "U-4", the_day, &r, perm);
	check_fte(own, WORKING_DAYS_LOST_FTE, 20);
	own = figures_of(lines, "", date_of(2023, 9, 30), &r, perm);
	check_int(own.value[ABSENCE_RATE_FTE].absent, NOT_AVAILABLE);
}

/* Friday 27 September to Wednesday 2 October 2024: two weekdays before the year and two in it. And a
 * weekend on a rota, Saturday 30 September and Sunday 1 October 2023, by days. */
static void
days_over_the_edge_of_a_year_are_shared_by_weekdays(struct arena *perm)
{
	struct roster r;
	const char *lines = PLACES SOMEBODY
		"absence B-1 2024-09-27 2024-10-02 person=N-9; kind=sickness; days_lost=4\n"
		"absence B-2 2023-09-30 2023-10-01 person=N-9; kind=sickness; days_lost=2\n";
	check_fte(figures_of(lines, "", the_day, &r, perm), WORKING_DAYS_LOST_FTE, 20);
	check_fte(figures_of(lines, "", date_of(2024, 9, 30), &r, perm), WORKING_DAYS_LOST_FTE, 30);
	check_fte(figures_of(lines, "", date_of(2023, 9, 30), &r, perm), WORKING_DAYS_LOST_FTE, 10);
}

static void
who_was_ill_on_the_last_day_lost_it(struct arena *perm)
{
	struct own_figures own = figures(PLACES FOUR SOMEBODY POST("P-1", "U-3", "R-5", "1")
		IN("S-1", "2018-01-01 2025-06-30", "N-1", "P-1", "permanent", "1")
		"absence B-1 2025-06-30 2025-06-30 person=N-1; kind=sickness; days_lost=1\n"
		"absence B-2 2025-07-01 2025-07-01 person=N-1; kind=sickness; days_lost=1\n", perm);
	check_fte(own, WORKING_DAYS_LOST_FTE, 10);
}

static void
a_year_to_any_day_has_254_working_days_when_it_holds_29_february(struct arena *perm)
{
	struct roster r;
	const char *lines = PLACES SOMEBODY
		"absence B-1 2024-02-29 2024-02-29 person=N-9; kind=sickness; days_lost=1\n";
	struct own_figures own = figures_of(lines, "", date_of(2024, 2, 29), &r, perm);
	check_int(own.value[ABSENCE_RATE_FTE].micro, 100 * (int64_t)MICRO / 254);
	own = figures_of(lines, "", date_of(2025, 2, 27), &r, perm);
	check_int(own.value[ABSENCE_RATE_FTE].micro, 100 * (int64_t)MICRO / 254);
	own = figures_of(lines, "", date_of(2025, 2, 28), &r, perm);         /* 29 February 2024 is in it */
	check_int(own.value[ABSENCE_RATE_FTE].micro, 100 * (int64_t)MICRO / 254);
	own = figures_of(PLACES SOMEBODY
		"absence B-1 2024-03-01 2024-03-01 person=N-9; kind=sickness; days_lost=1\n", "",
		date_of(2025, 3, 1) , &r, perm);
	check_int(own.value[WORKING_DAYS_LOST_FTE].absent, NOT_AVAILABLE);
	own = figures_of(PLACES SOMEBODY
		"absence B-1 2024-03-04 2024-03-04 person=N-9; kind=sickness; days_lost=1\n", "",
		date_of(2025, 3, 1) , &r, perm);
	check_int(own.value[ABSENCE_RATE_FTE].micro, 100 * (int64_t)MICRO / 253);
}

/* ---- what is not there ------------------------------------------------------------------------- */

static void
where_records_say_nothing_a_figure_is_not_available(struct arena *perm)
{
	struct roster r;
	struct own_figures own = figures("", perm);
	for (int m = 0; m < MEASURES; m++)
		check_int(own.value[m].absent, NOT_AVAILABLE);
	const char *first_year = PLACES PERSON("N-1") POST("P-1", "U-3", "R-5", "1")
		IN("S-1", "2025-01-01 open", "N-1", "P-1", "permanent", "1");
	own = figures_of(first_year, "", the_day, &r, perm);
	check_people(own, INPOST_HEADCOUNT, 1);
	check_int(own.value[STARTERS_HEADCOUNT].absent, NOT_AVAILABLE);
	check_int(own.value[TURNOVER_RATE_FTE].absent, NOT_AVAILABLE);
	check_int(turnover_on(&r, NOT_THERE, the_day, *perm).council_fte.absent, NOT_AVAILABLE);
	own = figures_of(PLACES PERSON("N-1") POST("P-1", "U-3", "R-5", "1")    /* agency workers only */
		IN("S-1", "2018-01-01 open", "N-1", "P-1", "agency", "1"), "", the_day, &r, perm);
	check_people(own, INPOST_HEADCOUNT, 0);
	check_int(own.value[TURNOVER_RATE_FTE].absent, NOT_APPLICABLE);
	check_shown(own, AGENCY_RATE_FTE, "100.0");
}

/* ---- the rates of the rows --------------------------------------------------------------------- */

/* Eight people in post and one who left with 0.9: 11.25 %, which DfE rounds to 11.3. */
static void
rates_are_made_of_unrounded_counts_and_shown_half_up(struct arena *perm)
{
	char lines[8192];
	int at = snprintf(lines, sizeof lines, "%s%s%s%s", PLACES, PERSON("N-99"),
	                  POST("P-99", "U-3", "R-5", "1"),
	                  IN("S-99", "2018-01-01 2025-01-31", "N-99", "P-99", "permanent", "0.9"));
	for (int i = 0; i < 8; i++)
		at += snprintf(lines + at, sizeof lines - (size_t)at,
			"person N-%d family_name=A; given_names=B\n"
			"post P-%d 2010-01-01 open title=Post; unit=U-3; role=R-5; fte=1; status=funded\n"
			"spell S-%d 2018-01-01 open person=N-%d; post=P-%d; basis=permanent; fte=1\n",
			i, i, i, i, i);
	struct own_figures own = figures(lines, perm);
	check_int(own.value[TURNOVER_RATE_FTE].micro, 11250000);
	check_shown(own, TURNOVER_RATE_FTE, "11.3");
	check_shown(own, TURNOVER_RATE_HEADCOUNT, "12.5");
	check_shown(own, VACANCY_RATE_FTE, "11.1");                  /* 1 / 9 */
	check_int(own.people[TURNOVER_RATE_FTE], 1);
	check_int(own.largest[TURNOVER_RATE_FTE], 900000);
	struct backing one = { .people = own.people[LEAVERS_FTE], .base = own.people[INPOST_FTE],
		.largest = own.largest[LEAVERS_FTE], .sum = own.value[LEAVERS_FTE].micro };
	check_int(protect_figure(own.value[LEAVERS_FTE], one, protect_internal).absent, SUPPRESSED);
}

static void
people_behind_a_measure_are_named_once_in_order(struct arena *perm)
{
	struct roster r;
	int *people;
	figures_of(PLACES FOUR SOMEBODY POST("P-1", "U-3", "R-5", "2") POST("P-2", "U-4", "R-5", "1")
		IN("S-1", "2018-01-01 2025-01-31", "N-3", "P-1", "permanent", "0.5")
		IN("S-2", "2018-01-01 2025-01-31", "N-3", "P-2", "permanent", "0.5")
		IN("S-3", "2018-01-01 2025-02-28", "N-1", "P-1", "permanent", "1"), "", the_day, &r, perm);
	check_int(own_people_behind(&r, NOT_THERE, the_day, TURNOVER_RATE_FTE, &people, perm), 2);
	check_int(people[0], roster_person(&r, S("N-1")));
	check_int(people[1], roster_person(&r, S("N-3")));
	check_int(own_people_behind(&r, roster_unit(&r, S("U-4")), the_day, INPOST_HEADCOUNT, &people, perm), 1);
	check_int(people[0], roster_person(&r, S("N-9")));
	check_int(own_people_behind(&r, NOT_THERE, the_day, VACANCY_RATE_FTE, &people, perm), 0);
}

/* ---- random lives, counted day by day ---------------------------------------------------------- */

enum { LIVES = 60, TEAMS = 3, SPELLS_OF_LIFE = 4 };
#define FIRST_DAY date_of(2023, 1, 1)
enum { DAYS = 1200 };

static uint32_t
chance(uint64_t *state, uint32_t below)
{
	*state = *state * 6364136223846793005u + 1442695040888963407u;
	return (uint32_t)(*state >> 33) % below;
}

struct dice { uint64_t state; int at; char lines[120000]; };

static void
say(struct dice *dice, const char *line, int a, int b, int c)
{
	dice->at += snprintf(dice->lines + dice->at, sizeof dice->lines - (size_t)dice->at, line, a, b, c);
}

/* A life of up to four times in post, often with few days or none between, sometimes at once. */
static void
write_life(struct dice *dice, int person, struct arena scratch)
{
	static const char *const bases[] = { "permanent", "fixed_term", "agency", "cover", "partner" };
	Date day = { FIRST_DAY.day + (int32_t)chance(&dice->state, 500) };
	say(dice, "person N-%03d family_name=A; given_names=B\n", person, 0, 0);
	for (int i = 0; i < SPELLS_OF_LIFE && day.day < FIRST_DAY.day + DAYS; i++) {
		int spell = person * SPELLS_OF_LIFE + i, basis = (int)chance(&dice->state, 12);
		Date last = { day.day + (int32_t)chance(&dice->state, 500) };
		Str first_text = date_iso(day, &scratch);
		Str last_text = chance(&dice->state, 4) ? date_iso(last, &scratch) : S("open");
		say(dice, "post P-%03d 2010-01-01 open title=A; unit=U-%d; role=R-%d; fte=1; status=funded\n",
		    spell, (int)chance(&dice->state, TEAMS), chance(&dice->state, 5) == 0 ? 0 : 5);
		say(dice, "spell S-%03d ", spell, 0, 0);
		dice->at += snprintf(dice->lines + dice->at, 64, "%.*s %.*s ", STR_ARG(first_text),
			STR_ARG(last_text));
		say(dice, "person=N-%03d; post=P-%03d; fte=0.%d", person, spell, 1 + (int)chance(&dice->state, 9));
		dice->at += snprintf(dice->lines + dice->at, 32, "; basis=%s\n", bases[basis < 5 ? basis : 0]);
		day.day = last.day + 1 + (int32_t)chance(&dice->state, 8) - (chance(&dice->state, 5) == 0 ? 60 : 0);
		if (day.day < FIRST_DAY.day)
			day = FIRST_DAY;
	}
}

/* Whether somebody is in post on each day, the long way: days in a paid post of the census, gaps of
 * four days or fewer filled, the last day of each run taken off. */
static void
days_in_post(const struct roster *r, int person, bool *in)
{
	memset(in, 0, DAYS * sizeof *in);
	for (int i = 0; i < r->spell_row_count; i++) {
		const struct spell_row *row = &r->spell_rows[i];
		if (row->person != person || row->basis == AGENCY || row->basis == PARTNER_EMPLOYED ||
		    r->role_rows[r->post_rows[row->post].role].census == 0)
			continue;
		for (int d = 0; d < DAYS; d++)
			in[d] |= row->when.first.day <= FIRST_DAY.day + d && FIRST_DAY.day + d <= row->when.last.day;
	}
	for (int d = 0, away = MOVE_GAP_DAYS + 1; d < DAYS; d++) {
		if (in[d] && away > 0 && away <= MOVE_GAP_DAYS)
			memset(in + d - away, true, (size_t)away);
		away = in[d] ? 0 : away + 1;
	}
	for (int d = 0; d + 1 < DAYS; d++)
		in[d] = in[d] && in[d + 1];
}

struct tally { int in_post, starters, leavers; };

static void
count_life(const bool *in, int before, int day, struct tally *tally)
{
	bool unbroken = true;
	for (int d = before; d <= day; d++)
		unbroken &= in[d];
	tally->in_post += in[day];
	tally->starters += in[day] && !unbroken;
	tally->leavers += in[before] && !unbroken;
}

static void
check_units_add_up(const struct roster *r, const struct own_figures *whole, Date day, struct arena perm)
{
	static const enum measure_id adding[] = { INPOST_FTE, AGENCY_FTE, AGENCY_HEADCOUNT,
		AGENCY_COVER_FTE, VACANCY_FTE, CASES, CASE_HOLDERS_FTE };
	int64_t sums[countof(adding)] = { 0 };
	for (int u = 0; u < TEAMS; u++) {
		struct own_figures own;
		own_figures_on(&own, r, u, day, perm);
		for (int i = 0; i < countof(adding); i++)
			sums[i] += own.value[adding[i]].micro;
	}
	for (int i = 0; i < countof(adding); i++)
		check_int(sums[i], whole->value[adding[i]].micro);
}

/* Passing by those who were never in a unit changes no figure of it. */
static void
check_units_at_once(const struct roster *r, Date day, struct arena perm)
{
	struct own_figures one, *of = new(&perm, TEAMS + 1, struct own_figures);
	const int units[TEAMS + 1] = { NOT_THERE, 0, 1, 2 };
	_Static_assert(TEAMS == 3, "each team once");
	own_figures_of_units(of, r, units, TEAMS + 1, day, perm);
	for (int u = 0; u < TEAMS + 1; u++) {
		own_figures_on(&one, r, units[u], day, perm);
		check(memcmp(of[u].value, one.value, sizeof one.value) == 0);
		check(memcmp(of[u].people, one.people, sizeof one.people) == 0);
	}
}

static void
random_lives_are_counted_as_day_by_day(struct arena *perm)
{
	struct dice *dice = new(perm, 1, struct dice);
	bool *in = new(perm, DAYS, bool);
	int started = 0, left = 0;
	dice->state = 41;
	for (int trial = 0; trial < 40; trial++) {
		struct arena scratch = *perm;
		dice->at = snprintf(dice->lines, sizeof dice->lines, "%s",
			"role R-0 2010-01-01 open title=A; family=social_work; census_role=0; registered=yes\n"
			"role R-5 2010-01-01 open title=B; family=social_work; census_role=5; registered=yes\n"
			"unit U-0 2010-01-01 open name=A; kind=team\nunit U-1 2010-01-01 open name=B; kind=team\n"
			"unit U-2 2010-01-01 open name=C; kind=team\n");
		for (int p = 0; p < LIVES; p++)
			write_life(dice, p, scratch);
		struct roster r;
		Date day = { FIRST_DAY.day + 366 + (int32_t)chance(&dice->state, DAYS - 370) };
		struct own_figures own = figures_of(dice->lines, "", day, &r, &scratch);
		struct civil c = date_civil(day);
		int before = date_of(c.year - 1, c.month, c.day == 29 && c.month == 2 ? 28 : c.day).day
			- FIRST_DAY.day;
		struct tally tally = { 0 };
		for (int p = 0; p < r.person_count; p++) {
			days_in_post(&r, p, in);
			count_life(in, before, day.day - FIRST_DAY.day, &tally);
		}
		check_people(own, INPOST_HEADCOUNT, tally.in_post);
		check_people(own, STARTERS_HEADCOUNT, tally.starters);
		check_people(own, LEAVERS_HEADCOUNT, tally.leavers);
		check_units_add_up(&r, &own, day, scratch);
		check_units_at_once(&r, day, scratch);
		started += tally.starters;
		left += tally.leavers;
	}
	check(started > 200 && left > 200);          /* enough happened to mean something */
}

/* ---- time in service --------------------------------------------------------------------------- */

/* Walsall, July 2020: 18 social workers had come to two years' service, when people tend to go, and
 * 39 were on their way to it: 57 to talk to. */
static void
walsalls_57_at_two_to_three_years_are_counted_from_their_first_day(struct arena *perm)
{
	struct dice *dice = new(perm, 1, struct dice);
	Date day = date_of(2020, 7, 1), since;
	dice->at = snprintf(dice->lines, sizeof dice->lines, "%s", PLACES);
	for (int i = 0; i < 70; i++) {               /* 18 began in 2017-18, 39 in 2018-19, 13 long ago */
		int year = i < 18 ? 2017 : i < 57 ? 2018 : 2012;
		say(dice, "person N-%d family_name=A; given_names=B\n", i, 0, 0);
		say(dice, "post P-%d 2010-01-01 open title=A; unit=U-3; role=R-5; fte=1; status=funded\n", i, 0, 0);
		say(dice, "spell S-%d %d-09-04 2019-12-31 ", i, year, 0);
		say(dice, "person=N-%d; post=P-%d; basis=permanent; fte=1\n", i, i, 0);
		say(dice, "spell T-%d 2020-01-02 open person=N-%d; post=P-%d; basis=permanent; fte=1\n", i, i, i);
	}
	struct roster r;
	figures_of(dice->lines, "", day, &r, perm);
	int at_it = 0, near_it = 0;
	for (int p = 0; p < r.person_count; p++) {
		check(in_post_since(&r, NOT_THERE, p, day, &since, *perm));
		at_it += since.day <= date_of(2018, 7, 1).day && since.day > date_of(2017, 7, 1).day;
		near_it += since.day <= date_of(2019, 7, 1).day && since.day > date_of(2018, 7, 1).day;
	}
	check_int(at_it, 18);
	check_int(near_it, 39);
	check_int(at_it + near_it, 57);
	check(!in_post_since(&r, NOT_THERE, 0, date_of(2011, 1, 1), &since, *perm));
}

int
main(void)
{
	run(duplicates_count_twice_in_fte_and_once_in_headcount);
	run(in_post_are_those_the_council_pays_in_roles_of_the_census);
	run(merged_people_are_one);
	run(a_leaver_counts_with_the_fte_of_a_year_before);
	run(who_starts_and_leaves_within_the_year_is_neither);
	run(who_leaves_on_the_day_is_a_leaver_and_not_in_post);
	run(the_first_day_of_the_year_is_a_start_and_the_day_before_is_not);
	run(a_returner_starts_again);
	run(a_move_within_the_council_is_neither_start_nor_end);
	run(a_weekend_between_two_posts_leaves_nobody_out);
	run(adult_care_is_out_of_the_service_and_not_out_of_the_council);
	run(a_team_that_changes_service_takes_its_people_along);
	run(a_post_that_agency_covers_is_vacant_and_covered);
	run(agency_beyond_the_vacancy_is_an_extra_hand);
	run(maternity_cover_is_in_post_and_fills_no_vacancy);
	run(only_funded_posts_of_the_census_are_vacancies);
	run(cases_are_those_of_everybody_agency_among_them);
	run(days_lost_are_those_of_sickness_in_the_year);
	run(days_over_the_edge_of_a_year_are_shared_by_weekdays);
	run(who_was_ill_on_the_last_day_lost_it);
	run(a_year_to_any_day_has_254_working_days_when_it_holds_29_february);
	run(where_records_say_nothing_a_figure_is_not_available);
	run(rates_are_made_of_unrounded_counts_and_shown_half_up);
	run(people_behind_a_measure_are_named_once_in_order);
	run(random_lives_are_counted_as_day_by_day);
	run(walsalls_57_at_two_to_three_years_are_counted_from_their_first_day);
	return tests_end();
}
