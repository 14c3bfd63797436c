/* stale_forms_test.c: two people have the same form open: whoever sends last is told what the other changed, and writes over
 * nothing unseen.
 *
 * It is 24 November 2025. */
#include "walls_site.h"

static const char council[] =
	"unit U-000001 2015-01-01 open name=Duty; kind=team\n"
	"role R-000001 2015-01-01 open title=Social worker; family=social_work; census_role=5; registered=yes\n"
	"post P-000001 2015-01-01 open title=Social worker; unit=U-000001; role=R-000001; fte=1; status=funded\n"
	"person N-000001 family_name=Oddie; given_names=Ann; born=1980-02-01\n"
	"spell S-000001 2020-01-01 open person=N-000001; post=P-000001; basis=permanent; fte=1\n"
	"hiring_round RN-000001 name=Open advert; opens_on=2025-01-01; anonymous=no; public=no\n"
	"candidate CN-000001 family_name=Shaw; given_names=Di\n"
	"application AP-000001 candidate=CN-000001; round=RN-000001; role=R-000001; band=experienced; received_on=2025-09-20\n"
	"application_step ST-000001 application=AP-000001; move=shortlist; held_on=2025-09-21; turn=1\n"
	"application_step ST-000002 application=AP-000001; move=invite; held_on=2025-09-22; turn=2\n"
	"application_step ST-000003 application=AP-000001; move=assess; held_on=2025-09-23; turn=3\n"
	"application_step ST-000004 application=AP-000001; move=choose; held_on=2025-09-24; turn=4\n"
	"application_step ST-000005 application=AP-000001; move=offer; held_on=2025-09-25; turn=5\n"
	"application_step ST-000006 application=AP-000001; move=accept; held_on=2025-09-26; turn=6\n"
	"vetting VC-000001 application=AP-000001; kind=reference; state=not_started\n";

struct office { struct place_of it; struct visitor learning, officer; };

static struct office
office_open(struct arena *perm)
{
	struct office o = { .it = place_with(council, perm) };
	o.learning = comes_in(&o.it, DUTY_LEARNING, S(""), perm);
	o.officer = comes_in(&o.it, DUTY_HR_OFFICER, S(""), perm);
	place_open(&o.it);
	return o;
}

#define EDUCATOR "/authorities/walsall/educators/N-000001"
#define APPLICATION "/authorities/walsall/recruitment/AP-000001"

/* The version that a page's form carries. */
static Str
version_on(struct office *o, const struct visitor *who, const char *path, const char *name, struct arena *perm)
{
	Str body = get_as(o->it.site, who, str_of(path), perm).body, input = str_format(perm, "name=\"version.%s\" value=\"", name);
	ptrdiff_t at = str_find(body, input);
	check(at > 0);
	Str rest = str_from(body, at < 0 ? 0 : at + input.len);
	Str version = str_cut(&rest, '"');
	return str_format(perm, "version.%s=%.*s", name, STR_ARG(version));
}

static struct reply
sends(struct office *o, const struct visitor *who, const char *path, Str version, const char *fields, struct arena *perm)
{
	return post_as(o->it.site, who, str_of(path), str_format(perm, "%.*s&%s", STR_ARG(version), fields), perm);
}

static bool
shows(Str body, const char *text)
{
	return str_find(body, str_of(text)) >= 0;
}

/* Both open it when nothing is recorded yet; the second must not make blank what the first recorded. */
static void
who_records_an_educators_days_second_is_told_of_the_first(struct arena *perm)
{
	struct office o = office_open(perm);
	Str both = version_on(&o, &o.learning, EDUCATOR, "educator", perm);
	check_str(both, S("version.educator=0"));
	check_int(sends(&o, &o.learning, EDUCATOR "/record", both, "agreed_by=Ivy&agreed_on=1+May+2025&enrolled_1=", perm).status, 303);
	struct reply reply = sends(&o, &o.learning, EDUCATOR "/record", both, "agreed_by=&agreed_on=1+May+2025&enrolled_1=8+Sept+2025", perm);
	check_int(reply.status, 400);
	check(shows(reply.body, "it now says \xe2\x80\x9cIvy\xe2\x80\x9d") && shows(reply.body, "it now says nothing"));
	check(shows(reply.body, "name=\"version.educator\" value=\"1\"") && shows(reply.body, "8 Sept 2025"));
	check_int(asked_of_store(o.it.path, "SELECT count(*) FROM educator WHERE agreed_by = 'Ivy' AND enrolled_1 IS NULL"), 1);
	/* sent again from the page that told of it: it was seen, and counts */
	Str seen = version_on(&o, &o.learning, EDUCATOR, "educator", perm);
	check_int(sends(&o, &o.learning, EDUCATOR "/record", seen, "agreed_by=Ivy&agreed_on=1+May+2025&enrolled_1=8+Sept+2025", perm).status, 303);
	check_int(asked_of_store(o.it.path, "SELECT count(*) FROM educator WHERE agreed_by = 'Ivy' AND enrolled_1 IS NOT NULL"), 1);
	place_end(&o.it, perm);
}

/* A second click sends what stands there already: that is no quarrel. */
static void
the_same_sent_twice_is_kept_once(struct arena *perm)
{
	struct office o = office_open(perm);
	Str both = version_on(&o, &o.learning, EDUCATOR, "educator", perm);
	for (int i = 0; i < 2; i++)
		check_int(sends(&o, &o.learning, EDUCATOR "/record", both, "agreed_by=Ivy&agreed_on=1+May+2025", perm).status, 303);
	check_int(asked_of_store(o.it.path, "SELECT count(*) FROM educator"), 1);
	place_end(&o.it, perm);
}

/* The one asked the referee and wrote who it is; the other has the form open since before. */
static void
who_records_a_check_second_does_not_write_over_the_referee(struct arena *perm)
{
	struct office o = office_open(perm);
	Str both = version_on(&o, &o.officer, APPLICATION "?how=VC-000001", "vetting", perm);
	check_int(sends(&o, &o.officer, APPLICATION "/check", both, "check=VC-000001&state=requested&referee=R.+Able&seen_by=", perm).status, 303);
	struct reply reply = sends(&o, &o.officer, APPLICATION "/check", both, "check=VC-000001&state=received&referee=J.+Cole&seen_by=", perm);
	check_int(reply.status, 400);
	check(shows(reply.body, "it now says \xe2\x80\x9cR. Able\xe2\x80\x9d"));
	check_int(asked_of_store(o.it.path, "SELECT count(*) FROM vetting WHERE referee = 'R. Able' AND state = 'requested'"), 1);
	place_end(&o.it, perm);
}

int
main(void)
{
	run(who_records_an_educators_days_second_is_told_of_the_first);
	run(the_same_sent_twice_is_kept_once);
	run(who_records_a_check_second_does_not_write_over_the_referee);
	return tests_end();
}
