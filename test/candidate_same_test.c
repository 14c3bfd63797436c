/* candidate_same_test.c: one person over many applications: those who are there twice, and those who worked here before.
 *
 * It is 24 November 2025. */
#include "walls_site.h"

static const char council[] =
	"unit U-000001 2015-01-01 open name=Duty; kind=team\n"
	"role R-000001 2015-01-01 open title=Social worker; family=social_work; census_role=5; registered=yes\n"
	"post P-000001 2015-01-01 open title=Social worker; unit=U-000001; role=R-000001; fte=1; status=funded\n"
	"post P-000002 2015-01-01 open title=Social worker; unit=U-000001; role=R-000001; fte=1; status=funded\n"
	"person N-000001 family_name=Shaw; given_names=Diana; born=1980-02-01\n"
	"registration G-000001 2015-01-01 open person=N-000001; number=SW101\n"
	"spell S-000001 2018-01-01 2024-03-31 person=N-000001; post=P-000002; basis=permanent; fte=1; reason=7\n"
	"person N-000002 family_name=Hale; given_names=Ed; born=1985-02-01\n"
	"registration G-000002 2015-01-01 open person=N-000002; number=SW102\n"
	"spell S-000002 2019-01-01 open person=N-000002; post=P-000002; basis=permanent; fte=1\n"
	"requisition RQ-000001 post=P-000001; unit=U-000001; role=R-000001; why=x; asked_on=2025-08-01; decision=approved;"
	" decided_on=2025-08-04; redeployment=nobody; transfers=nobody; advertised_on=2025-09-01\n"
	"hiring_round RN-000001 number=1; name=Round 1; opens_on=2025-09-01; closes_on=2025-09-30; anonymous=yes; public=no\n"
	"candidate CN-000001 family_name=Shaw; given_names=Di; email=di@example.org; swe_number=SW101\n"
	"application AP-000001 candidate=CN-000001; round=RN-000001; role=R-000001; band=returner; received_on=2025-09-20; requisition=RQ-000001;"
	" starts_on=2025-11-20\n"
	"application_step ST-000001 application=AP-000001; move=shortlist; held_on=2025-09-21; turn=1\n"
	"application_step ST-000002 application=AP-000001; move=invite; held_on=2025-09-22; turn=2\n"
	"application_step ST-000003 application=AP-000001; move=assess; held_on=2025-09-23; turn=3\n"
	"application_step ST-000004 application=AP-000001; move=choose; held_on=2025-09-24; turn=4\n"
	"application_step ST-000005 application=AP-000001; move=offer; held_on=2025-09-25; turn=5\n"
	"application_step ST-000006 application=AP-000001; move=accept; held_on=2025-09-26; turn=6\n"
	"application_step ST-000007 application=AP-000001; move=clear; held_on=2025-10-26; turn=7\n"
	"application_step ST-000008 application=AP-000001; move=agree; held_on=2025-10-27; turn=8\n"
	"candidate CN-000002 family_name=Hale; given_names=Ed; swe_number=SW102; phone=0121 496 0000\n"
	"application AP-000002 candidate=CN-000002; round=RN-000001; role=R-000001; band=experienced; received_on=2025-09-21\n"
	"candidate CN-000003 family_name=hale; given_names=Ed; phone=(0121) 4960000\n"
	"application AP-000003 candidate=CN-000003; round=RN-000001; role=R-000001; band=experienced; received_on=2025-09-22\n"
	"candidate CN-000004 family_name=Vane; given_names=Flo; email=DI@example.org\n"
	"candidate CN-000005 family_name=Hale; given_names=Edna; phone=0121 496 0000\n"
	"candidate CN-000006 family_name=Hale; given_names=Ed; phone=0121 496 0000; removed_on=2025-01-01\n";

struct office { struct place_of it; struct visitor officer, manager, analyst; };

static struct office
office_open(struct arena *perm)
{
	struct office o = { .it = place_with(council, perm) };
	o.officer = comes_in(&o.it, DUTY_HR_OFFICER, S(""), perm);
	o.manager = comes_in(&o.it, DUTY_TEAM_MANAGER, S("U-000001"), perm);
	o.analyst = comes_in(&o.it, DUTY_ANALYST, S(""), perm);
	place_open(&o.it);
	return o;
}

static Str
sees(struct office *o, const char *path, struct arena *perm)
{
	struct reply reply = get_as(o->it.site, &o->officer, str_format(perm, "/authorities/walsall/%s", path), perm);
	check_int(reply.status, 200);
	return reply.body;
}

static int
sends(struct office *o, const char *path, const char *form, struct arena *perm)
{
	return post_as(o->it.site, &o->officer, str_format(perm, "/authorities/walsall/%s", path), str_of(form), perm).status;
}

static bool
shows(Str body, const char *text)
{
	return str_find(body, str_of(text)) >= 0;
}

/* One and four by an email, two and three by name and telephone; five has another name, six was removed. */
static void
who_shares_a_number_an_email_or_name_and_telephone_may_be_one(struct arena *perm)
{
	struct office o = office_open(perm);
	Str page = sees(&o, "recruitment/duplicates", perm), file = sees(&o, "recruitment/duplicates.csv", perm);
	check(shows(page, "2 pairs may be one candidate each"));
	check(shows(page, "The same email") && shows(page, "The same name and telephone"));
	check(shows(file, "CN-000001 and CN-000004") && shows(file, "CN-000002 and CN-000003"));
	check(!shows(file, "CN-000005") && !shows(file, "CN-000006"));
	check_int(get_as(o.it.site, &o.manager, S("/authorities/walsall/recruitment/duplicates"), perm).status, 403);
	check_int(get_as(o.it.site, &o.analyst, S("/authorities/walsall/recruitment/duplicates"), perm).status, 403);
	place_end(&o.it, perm);
}

/* One deed; the application of the one that went is the other's, and is its own again when it is taken back. */
static void
two_are_made_one_in_a_deed_that_can_be_taken_back(struct arena *perm)
{
	struct office o = office_open(perm);
	check(shows(sees(&o, "recruitment/duplicates/CN-000003?q=CN-000002", perm), "Make CN-000003 one with CN-000002"));
	int64_t deeds = asked_of_store(o.it.path, "SELECT count(*) FROM deed");
	check_int(sends(&o, "recruitment/duplicates/CN-000003", "q=CN-000002&does=merge", perm), 303);
	check_int(asked_of_store(o.it.path, "SELECT count(*) FROM deed"), deeds + 1);
	int64_t merged = asked_of_store(o.it.path, "SELECT max(seq) FROM deed");
	check(!shows(sees(&o, "recruitment/duplicates.csv", perm), "CN-000003"));
	check(shows(sees(&o, "recruitment/AP-000003", perm), "Works here"));      /* by the number of the one that stays */
	check_int(sends(&o, "recruitment/duplicates/CN-000003", "q=CN-000002&does=merge", perm), 404);
	check_int(sends(&o, "recruitment/duplicates/CN-000002", "q=CN-000002&does=merge", perm), 404);
	Str undo = str_format(perm, "changes/%lld/undo", (long long)merged);
	check_int(sends(&o, str_c(undo, perm), "change.reason=two+people", perm), 303);
	check(shows(sees(&o, "recruitment/duplicates.csv", perm), "CN-000002 and CN-000003"));
	check(!shows(sees(&o, "recruitment/AP-000003", perm), "Works here"));
	place_end(&o.it, perm);
}

static void
two_who_were_looked_at_stay_apart(struct arena *perm)
{
	struct office o = office_open(perm);
	check_int(sends(&o, "recruitment/duplicates/CN-000004", "q=CN-000001&does=nothing", perm), 400);
	check_int(sends(&o, "recruitment/duplicates/CN-000004", "q=CN-000001&does=apart", perm), 303);
	check(!shows(sees(&o, "recruitment/duplicates.csv", perm), "CN-000004"));
	check_int(asked_of_store(o.it.path, "SELECT count(*) FROM candidate_apart"), 1);
	place_end(&o.it, perm);
}

static void
whoever_worked_here_is_known_on_the_board_and_the_application(struct arena *perm)
{
	struct office o = office_open(perm);
	check(shows(sees(&o, "recruitment", perm), "Worked here until 31 March 2024"));
	check(shows(sees(&o, "recruitment.csv", perm), "Worked here until 31 March 2024"));
	check(shows(sees(&o, "recruitment/AP-000001", perm), "Worked here until 31 March 2024"));
	check(shows(sees(&o, "recruitment/AP-000002", perm), "Works here"));
	check(!shows(sees(&o, "recruitment/AP-000003", perm), "Known here"));
	place_end(&o.it, perm);
}

/* Ann Vane's record was made one with another, and that one with Diana Shaw's. */
static void
whoever_was_made_one_twice_is_the_one_that_stays(struct arena *perm)
{
	struct place_of it = place_with(str_c(str_format(perm, "%s"
		"person N-000003 family_name=Vane; given_names=Ann; merged_into=N-000004\nperson N-000004 family_name=Shaw; given_names=Di; merged_into=N-000001\n"
		"candidate CN-000007 family_name=Vane; given_names=Ann; colleague=N-000003\n"
		"application AP-000007 candidate=CN-000007; round=RN-000001; role=R-000001; band=returner; received_on=2025-09-23\n", council), perm), perm);
	struct visitor officer = comes_in(&it, DUTY_HR_OFFICER, S(""), perm);
	place_open(&it);
	check(shows(get_as(it.site, &officer, S("/authorities/walsall/recruitment/AP-000007"), perm).body, "Worked here until 31 March 2024"));
	place_end(&it, perm);
}

/* No second person, no second registration; the time in post is theirs who left. */
static void
whoever_comes_back_keeps_their_record(struct arena *perm)
{
	struct office o = office_open(perm);
	check_int(sends(&o, "recruitment/AP-000001/move", "move=start&held_on=20+Nov+2025", perm), 303);
	check_int(asked_of_store(o.it.path, "SELECT count(*) FROM person"), 2);
	check_int(asked_of_store(o.it.path, "SELECT count(*) FROM registration"), 2);
	check_int(asked_of_store(o.it.path, "SELECT count(*) FROM spell WHERE person = 'N-000001' AND from_day = '2025-11-20'"), 1);
	check_int(asked_of_store(o.it.path, "SELECT count(*) FROM candidate WHERE ref = 'CN-000001' AND colleague = 'N-000001'"), 1);
	place_end(&o.it, perm);
}

int
main(void)
{
	run(who_shares_a_number_an_email_or_name_and_telephone_may_be_one);
	run(two_are_made_one_in_a_deed_that_can_be_taken_back);
	run(two_who_were_looked_at_stay_apart);
	run(whoever_was_made_one_twice_is_the_one_that_stays);
	run(whoever_worked_here_is_known_on_the_board_and_the_application);
	run(whoever_comes_back_keeps_their_record);
	return tests_end();
}
