/* hiring_reports_test.c: the report of a period over HTTP: Walsall's year and Leicestershire's adverts, from records. */
#include "walls_site.h"

#include "hiring_years.h"

struct office { struct place_of it; struct visitor officer, manager, analyst; };

static struct office
office_open(const char *council, struct arena *perm)
{
	struct office o = { .it = place_with(council, perm) };
	o.officer = comes_in(&o.it, DUTY_HR_OFFICER, S(""), perm);
	o.manager = comes_in(&o.it, DUTY_TEAM_MANAGER, S("U-1"), perm);
	o.analyst = comes_in(&o.it, DUTY_ANALYST, S(""), perm);
	place_open(&o.it);
	return o;
}

static struct reply
asks(struct office *o, const struct visitor *who, const char *rest, struct arena *perm)
{
	return get_as(o->it.site, who, str_format(perm, "/authorities/walsall/recruitment/reports%s", rest), perm);
}

static bool
shows(struct reply reply, const char *text)
{
	return str_find(reply.body, str_of(text)) >= 0;
}

static void
walsalls_year_is_told_from_its_records(struct arena *perm)
{
	struct office o = office_open(walsalls_year(perm), perm);
	struct reply page = asks(&o, &o.officer, "?from=1+April+2019&to=31+March+2020", perm);
	check_int(page.status, 200);
	check(shows(page, "Recruitment, 1 April 2019 to 31 March 2020"));
	check(shows(page, "49 people started, by 1 open advert and 5 rounds: newly qualified 35 (71.4%), experienced 14 (28.6%)."));
	/* 49 and the 14 who applied and did not start; round 1: 9 started of 13 */
	struct reply csv = asks(&o, &o.officer, ".csv?from=2019-04-01&to=2020-03-31", perm);
	check(shows(csv, "\r\nAll,63,63,63,") && shows(csv, ",49\r\n") && shows(csv, "\r\nRound 1,13,13,13,"));
	/* application to start: 3 June to 1 September, 90 days, for half and for nine in ten */
	check(shows(asks(&o, &o.officer, ".json?from=2019-04-01&to=2020-03-31", perm), "90"));
	check(shows(page, "From approval to start"));
	check(shows(asks(&o, &o.officer, "?from=2+September+2019&to=2020-03-31", perm), "Nobody started in these days"));
	/* who applied on 3 June is not of the days after it, nor of those before */
	check(!shows(asks(&o, &o.officer, ".csv?from=2019-06-04&to=2020-03-31", perm), "All,"));
	check(!shows(asks(&o, &o.officer, ".csv?from=2019-04-01&to=2019-06-02", perm), "All,"));
	place_end(&o.it, perm);
}

static void
leicestershires_adverts_fall_and_the_rest_rises(struct arena *perm)
{
	struct office o = office_open(leicestershires_adverts(perm), perm);
	struct reply page = asks(&o, &o.officer, "?from=2023-01-15&to=2024-01-15", perm);
	check(shows(page, "All together went from 42.0 to 27.0 FTE"));
	check(shows(page, "from 17.0 to 21.5: the other way"));
	struct reply json = asks(&o, &o.officer, ".json?from=2023-01-15&to=2024-01-15", perm);
	check(shows(json, "21") && shows(json, "4.5"));
	/* on one day nothing moves, and nothing is flagged */
	page = asks(&o, &o.officer, "?from=2023-01-15&to=2023-01-15", perm);
	check(shows(page, "42.0") && !shows(page, "the other way"));
	place_end(&o.it, perm);
}

static void
days_that_cannot_be_are_said_and_only_who_recruits_is_answered(struct arena *perm)
{
	struct office o = office_open(walsalls_year(perm), perm);
	static const char *const wrong[] = { "?from=soon", "?to=30+Feb+2020", "?from=2020-03-31&to=2019-04-01", "?to=2099-01-01" };
	for (int i = 0; i < countof(wrong); i++) {
		struct reply reply = asks(&o, &o.officer, wrong[i], perm);
		check_int(reply.status, 400);
		check(shows(reply, "Enter a first day and a last day that have come"));
	}
	check_int(asks(&o, &o.officer, "", perm).status, 200);
	check_int(asks(&o, &o.manager, "", perm).status, 403);
	check_int(asks(&o, &o.analyst, "", perm).status, 403);
	place_end(&o.it, perm);
}

int
main(void)
{
	run(walsalls_year_is_told_from_its_records);
	run(leicestershires_adverts_fall_and_the_rest_rises);
	run(days_that_cannot_be_are_said_and_only_who_recruits_is_answered);
	return tests_end();
}
