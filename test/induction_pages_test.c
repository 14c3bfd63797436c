/* induction_pages_test.c: an induction over HTTP: from the list of the council to the end of probation.
 *
 * It is 24 November 2025. Ann started on 3 November in the Duty team, Ed in Court. */
#include "walls_site.h"

static const char council[] =
	"unit U-000001 2015-01-01 open name=Duty; kind=team\n"
	"unit U-000002 2015-01-01 open name=Court; kind=team\n"
	"role R-000001 2015-01-01 open title=Social worker; family=social_work; census_role=5; registered=yes\n"
	"post P-000001 2015-01-01 open title=Social worker; unit=U-000001; role=R-000001; fte=1; status=funded\n"
	"post P-000002 2015-01-01 open title=Social worker; unit=U-000002; role=R-000001; fte=1; status=funded\n"
	"person N-000001 family_name=Oddie; given_names=Ann; born=1980-02-01\n"
	"person N-000002 family_name=Hale; given_names=Ed; born=1981-02-01\n"
	"spell S-000001 2025-11-03 open person=N-000001; post=P-000001; basis=permanent; fte=1\n"
	"spell S-000002 2025-11-03 open person=N-000002; post=P-000002; basis=permanent; fte=1\n"
	"induction_step IS-000001 2020-01-01 open name=Laptop; due_days=0; owner=Business support; needed=cases\n"
	"induction_step IS-000002 2020-01-01 open name=Two days of practice; due_days=30; needed=inducted; role=R-000001\n"
	"induction_step IS-000003 2020-01-01 open name=The review; due_days=182; kind=review\n";

struct office { struct place_of it; struct visitor officer, manager, ann, analyst; };

static struct office
office_open(struct arena *perm)
{
	struct office o = { .it = place_with(council, perm) };
	o.officer = comes_in(&o.it, DUTY_HR_OFFICER, S(""), perm);
	o.manager = comes_in(&o.it, DUTY_TEAM_MANAGER, S("U-000001"), perm);
	o.analyst = comes_in(&o.it, DUTY_ANALYST, S(""), perm);
	struct grant own = grant_of((int)DUTY_WORKER, S("walsall"), S(""));
	o.ann = signed_in_of(o.it.path, (struct whom){ S("walsall"), S("N-000001") }, &own, 1, perm);
	place_open(&o.it);
	return o;
}

#define PATH "/authorities/walsall/recruitment/"

static int
sends(struct office *o, const struct visitor *who, const char *path, const char *form, struct arena *perm)
{
	return post_as(o->it.site, who, str_format(perm, PATH "inductions/%s", path), str_of(form), perm).status;
}

static struct reply
asks(struct office *o, const struct visitor *who, const char *path, struct arena *perm)
{
	return get_as(o->it.site, who, str_format(perm, PATH "%s", path), perm);
}

static bool
shows(Str body, const char *text)
{
	return str_find(body, str_of(text)) >= 0;
}

static void
the_list_becomes_that_of_whoever_started(struct arena *perm)
{
	struct office o = office_open(perm);
	Str list = asks(&o, &o.officer, "checklist", perm).body;
	check(shows(list, "3 things are done for whoever starts") && shows(list, "steps-of-induction/IS-000002") && shows(list, "Add something"));
	check(!shows(asks(&o, &o.manager, "checklist", perm).body, "Add something"));
	check(shows(asks(&o, &o.officer, "inductions", perm).body, "Nobody is in induction"));
	check(shows(asks(&o, &o.officer, "inductions/S-000001", perm).body, "Make their list"));
	check_int(sends(&o, &o.manager, "S-000002/make", "make=yes", perm), 404);        /* not their team's */
	check_int(sends(&o, &o.ann, "S-000001/make", "make=yes", perm), 403);
	check_int(sends(&o, &o.manager, "S-000001/make", "", perm), 400);
	check_int(sends(&o, &o.manager, "S-000001/make", "make=yes", perm), 303);
	check_int(sends(&o, &o.manager, "S-000001/make", "make=yes", perm), 409);        /* once */
	Str page = asks(&o, &o.officer, "inductions/S-000001", perm).body;
	check(shows(page, "3 November 2025") && shows(page, "3 December 2025") && shows(page, "4 May 2026"));     /* 0, 30, 182 days on */
	check(shows(page, "0 of 2 done, 1 late") && shows(page, "business support, for 21 days"));
	page = asks(&o, &o.officer, "inductions", perm).body;
	check(shows(page, "1 person is in induction; of 1 of them something is late") && shows(page, "Oddie, Ann"));
	check_int(asks(&o, &o.officer, "inductions/S-000009", perm).status, 404);
	check_int(asks(&o, &o.analyst, "inductions", perm).status, 403);
	place_end(&o.it, perm);
}

static void
a_line_manager_ticks_off_for_their_team_and_whoever_started_sees_it(struct arena *perm)
{
	struct office o = office_open(perm);
	check_int(sends(&o, &o.officer, "S-000001/make", "make=yes", perm), 303);
	check_int(sends(&o, &o.officer, "S-000002/make", "make=yes", perm), 303);
	check_int(sends(&o, &o.manager, "S-000001/tick", "came=done&by=Ivy", perm), 400);                     /* nothing was chosen */
	check_int(sends(&o, &o.manager, "S-000001/tick", "item.IN-000001=yes&came=lost&by=Ivy", perm), 400);
	check_int(sends(&o, &o.manager, "S-000001/tick", "item.IN-000001=yes&came=done&by=", perm), 400);     /* by nobody */
	check_int(sends(&o, &o.manager, "S-000001/tick", "item.IN-000001=yes&came=done&by=Ivy&on=25+Nov+2025", perm), 400);
	check_int(sends(&o, &o.manager, "S-000001/tick", "item.IN-000001=yes&came=not_needed", perm), 400);   /* why? */
	check_int(sends(&o, &o.manager, "S-000001/tick", "item.IN-000003=yes&came=done&by=Ivy", perm), 400);  /* Ed's */
	check_int(sends(&o, &o.manager, "S-000002/tick", "item.IN-000003=yes&came=done&by=Ivy", perm), 404);
	check_int(sends(&o, &o.ann, "S-000001/tick", "item.IN-000001=yes&came=done&by=Ann", perm), 403);
	check_int(sends(&o, &o.manager, "S-000001/tick", "item.IN-000001=yes&came=done&by=Ivy&on=4+Nov+2025", perm), 303);
	check_int(sends(&o, &o.manager, "S-000001/tick", "items=IN-000002&came=not_needed&why=Knows+it&by=", perm), 400);
	check_int(sends(&o, &o.manager, "S-000001/tick", "items=IN-000002&came=not_needed&why=Knows+it&by=Joy&on=5+Nov+2025", perm), 303);
	check_int(sends(&o, &o.manager, "S-000001/tick", "item.IN-000001=yes&came=done&by=Ivy", perm), 400);  /* once */
	Str page = asks(&o, &o.ann, "inductions/S-000001", perm).body;
	check(shows(page, "1 of 1 done") && shows(page, "4 November 2025") && shows(page, "Ivy") && shows(page, "Knows it"));
	check(shows(page, "5 November 2025") && shows(page, "Joy"));             /* who said so, and when */
	check(!shows(page, "Record it"));                                        /* they read */
	check(shows(get_as(o.it.site, &o.ann, S("/authorities/walsall/people/N-000001"), perm).body, "Induction and probation"));
	check_int(asks(&o, &o.ann, "inductions/S-000002", perm).status, 404);
	check(!shows(asks(&o, &o.ann, "inductions", perm).body, "Hale"));
	check(!shows(asks(&o, &o.manager, "inductions", perm).body, "Hale"));
	check(shows(asks(&o, &o.officer, "inductions.csv?show=late", perm).body, "Hale"));
	place_end(&o.it, perm);
}

static void
a_probation_is_passed_extended_with_why_or_not_passed(struct arena *perm)
{
	struct office o = office_open(perm);
	check_int(sends(&o, &o.officer, "S-000001/make", "make=yes", perm), 303);
	check_int(sends(&o, &o.manager, "S-000001/review", "held_on=20+Nov+2025&held_by=Ivy", perm), 400);    /* what came of it? */
	check_int(sends(&o, &o.manager, "S-000001/review", "outcome=extended&held_on=20+Nov+2025&held_by=Ivy&why=Away", perm), 400);
	check_int(sends(&o, &o.manager, "S-000001/review", "outcome=not_passed&held_on=20+Nov+2025&held_by=Ivy", perm), 400);
	check_int(sends(&o, &o.manager, "S-000001/review", "outcome=passed&held_on=25+Nov+2025&held_by=Ivy", perm), 400);
	check_int(sends(&o, &o.ann, "S-000001/review", "outcome=passed&held_on=20+Nov+2025&held_by=Ann", perm), 403);
	check_int(sends(&o, &o.manager, "S-000001/review",
		"outcome=extended&held_on=20+Nov+2025&held_by=Ivy&why=Was+away&extended_to=1+Feb+2026", perm), 303);
	Str page = asks(&o, &o.officer, "inductions/S-000001", perm).body;
	check(shows(page, "Was away") && shows(page, "the review of probation is due on 1 February 2026"));
	check_int(sends(&o, &o.manager, "S-000001/review", "outcome=passed&held_on=24+Nov+2025&held_by=Ivy", perm), 303);
	check(shows(asks(&o, &o.officer, "inductions/S-000001", perm).body, "probation was passed"));
	check_int(sends(&o, &o.manager, "S-000001/review", "outcome=passed&held_on=24+Nov+2025&held_by=Ivy", perm), 409);
	/* of who has no list, the review alone */
	check_int(sends(&o, &o.officer, "S-000002/review", "outcome=not_passed&held_on=24+Nov+2025&held_by=Ivy&why=Did+not+come", perm), 303);
	check(shows(asks(&o, &o.officer, "inductions?show=over", perm).body, "Hale"));
	place_end(&o.it, perm);
}

int
main(void)
{
	run(the_list_becomes_that_of_whoever_started);
	run(a_line_manager_ticks_off_for_their_team_and_whoever_started_sees_it);
	run(a_probation_is_passed_extended_with_why_or_not_passed);
	return tests_end();
}
