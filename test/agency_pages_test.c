/* agency_pages_test.c: agency use over HTTP: who asks, who approves, what is booked, signed off, ended and returned.
 *
 * It is 24 November 2025. Duty has an agency worker whose assignment is still to be asked for; Court, in another unit,
 * has one of its own. */
#include "walls_site.h"

static const char council[] =
	"unit U-000001 2015-01-01 open name=Duty; kind=team\nunit U-000002 2015-01-01 open name=Court; kind=team\n"
	"role R-000001 2015-01-01 open title=Social worker; family=social_work; census_role=5; registered=yes\n"
	"post P-000001 2015-01-01 open title=Social worker; unit=U-000001; role=R-000001; fte=1; status=funded\n"
	"post P-000002 2015-01-01 open title=Social worker; unit=U-000002; role=R-000001; fte=1; status=funded\n"
	"person N-000001 family_name=Oddie; given_names=Ann; born=1980-02-01\n"
	"person N-000002 family_name=Ekpo; given_names=Ben; born=1981-02-01\n"
	"registration G-000001 2020-01-01 open person=N-000001; number=SW101\n"
	"spell S-000001 2025-11-03 open person=N-000001; post=P-000001; basis=agency; fte=1; agency=Heron\n"
	"spell S-000002 2025-07-07 open person=N-000002; post=P-000002; basis=agency; fte=1; agency=Heron\n"
	"assignment F-000002 person=N-000002; spell=S-000002; job_type=social_worker; agency=Fairlead; pay_rate=31.17; charge=44.44;"
	" hours=37; starts_on=2025-07-07; planned_end=2026-01-30\n"
	"agency_cap AC-000001 2024-10-31 open region=West Midlands; job_type=social_worker; cap=40; parts=levy; source=Made up\n"
	"agency_item AI-000001 2025-01-01 open item=pay_rate; official_name=HourlyRate; official_code=12; source=Made up\n"
	"agency_title AT-000001 2024-10-31 open title=social worker; job_type=advanced\n";

struct office { struct place_of it; struct visitor manager, head, other_head, officer, lead, census, analyst; };

static struct office
office_open(struct arena *perm)
{
	struct office o = { .it = place_with(council, perm) };
	o.manager = comes_in(&o.it, DUTY_TEAM_MANAGER, S("U-000001"), perm);
	o.head = comes_in(&o.it, DUTY_SERVICE_HEAD, S("U-000001"), perm);
	o.other_head = comes_in(&o.it, DUTY_SERVICE_HEAD, S("U-000002"), perm);
	o.officer = comes_in(&o.it, DUTY_HR_OFFICER, S(""), perm);
	o.lead = comes_in(&o.it, DUTY_HR_LEAD, S(""), perm);
	o.census = comes_in(&o.it, DUTY_CENSUS, S(""), perm);
	o.analyst = comes_in(&o.it, DUTY_ANALYST, S(""), perm);
	place_open(&o.it);
	return o;
}

static int
sends(struct office *o, const struct visitor *who, const char *path, const char *form, struct arena *perm)
{
	struct reply reply = post_as(o->it.site, who, str_format(perm, "/authorities/walsall/agency/%s", path), str_of(form), perm);
	return reply.status;
}

static Str
sees(struct office *o, const struct visitor *who, const char *path, struct arena *perm)
{
	struct reply reply = get_as(o->it.site, who, str_format(perm, "/authorities/walsall/agency%s", path), perm);
	check_int(reply.status, 200);
	return reply.body;
}

static bool
shows(Str body, const char *text)
{
	return str_find(body, str_of(text)) >= 0;
}

#define ASKED "post=P-000001&reason=vacancy&why=Nobody+yet&options=Advertised+twice&job_type=social_worker" \
	"&starts_on=3+Nov+2025&planned_end=30+Jan+2026&hours=37"
#define BOOKED "spell=S-000001&job_type=social_worker&agency=Heron&pay_rate=36.50&employer_ni=4.10&levy=0.18&charge=51.2" \
	"&hours=37&starts_on=2025-11-03&planned_end=2026-01-30&notice_days=28"

static void
agency_is_asked_for_by_one_and_approved_by_another(struct arena *perm)
{
	struct office o = office_open(perm);
	/* the post leads there, and its local title says which type of job stands in the form */
	check(shows(get_as(o.it.site, &o.manager, S("/authorities/walsall/posts/P-000001"), perm).body, "agency/ask?ref=P-000001"));
	Str form = sees(&o, &o.manager, "/ask?ref=P-000001", perm);
	ptrdiff_t chosen = str_find(form, S("value=\"advanced\""));
	check(chosen >= 0 && str_find(str_upto(str_from(form, chosen), 40), S("checked")) >= 0);
	check_int(sends(&o, &o.manager, "ask", ASKED, perm), 303);
	check(shows(sees(&o, &o.head, "/requests", perm), "1 agency request waits"));
	check(!shows(sees(&o, &o.other_head, "/requests", perm), "J-000001"));   /* another unit's */
	check_int(sends(&o, &o.manager, "requests/J-000001/decide", "decision=approved", perm), 403);
	check_int(sends(&o, &o.officer, "requests/J-000001/decide", "decision=approved", perm), 403);
	check_int(sends(&o, &o.other_head, "requests/J-000001/decide", "decision=approved", perm), 404);
	check_int(sends(&o, &o.head, "requests/J-000001/decide", "decision=refused", perm), 400);       /* without a reason */
	check_int(sends(&o, &o.head, "requests/J-000001/decide", "decision=perhaps", perm), 400);
	check_int(sends(&o, &o.head, "requests/J-000001/decide", "decision=options", perm), 303);
	check(shows(sees(&o, &o.head, "/requests/J-000001", perm), "Permanent options checked"));
	check_int(sends(&o, &o.head, "requests/J-000001/decide", "decision=approved&reason=Agreed", perm), 303);
	check_int(sends(&o, &o.head, "requests/J-000001/decide", "decision=refused&reason=No", perm), 409);
	check_int(asked_of_store(o.it.path, "SELECT count(*) FROM agency_decision"), 2);
	check_int(asked_of_store(o.it.path, "SELECT count(*) FROM deed AS d JOIN agency_request AS r ON d.actor = r.asked_by"), 1);
	/* a head of service who asks does not approve it, and may take it back */
	check_int(sends(&o, &o.head, "ask", ASKED, perm), 303);
	check_int(sends(&o, &o.head, "requests/J-000002/decide", "decision=approved", perm), 403);
	check_int(sends(&o, &o.lead, "requests/J-000002/decide", "decision=withdrawn", perm), 403);
	check_int(sends(&o, &o.head, "requests/J-000002/decide", "decision=withdrawn", perm), 303);
	check_int(sends(&o, &o.lead, "requests/J-000002/decide", "decision=approved", perm), 409);
	place_end(&o.it, perm);
}

/* Neither the page of decisions nor the list of records lets somebody approve by another's hand, or elsewhere. */
static void
no_other_page_goes_round_the_approval(struct arena *perm)
{
	struct office o = office_open(perm);
	check_int(sends(&o, &o.head, "ask", ASKED, perm), 303);
	static const char direct[] = "unit=U-000001&request=J-000001&decision=approved&held_on=2025-11-24&made_by=";
	static const char *const paths[] = { "/authorities/walsall/agency-decisions/new" };
	Str own = str_format(perm, "%s%.*s", direct, STR_ARG(o.head.account.ref));
	Str others = str_format(perm, "%s%.*s", direct, STR_ARG(o.lead.account.ref));
	Str elsewhere = str_format(perm, "unit=U-000002&request=J-000001&decision=approved&held_on=2025-11-24&made_by=%.*s",
		STR_ARG(o.other_head.account.ref));
	check_int(post_as(o.it.site, &o.head, str_of(paths[0]), own, perm).status, 403);
	check_int(post_as(o.it.site, &o.head, str_of(paths[0]), others, perm).status, 403);
	check(post_as(o.it.site, &o.other_head, str_of(paths[0]), elsewhere, perm).status >= 400);
	check_int(asked_of_store(o.it.path, "SELECT count(*) FROM agency_decision"), 0);
	Str by_lead = str_format(perm, "%s%.*s", direct, STR_ARG(o.lead.account.ref));
	check_int(post_as(o.it.site, &o.lead, str_of(paths[0]), by_lead, perm).status, 303);
	check_int(asked_of_store(o.it.path, "SELECT count(*) FROM agency_decision"), 1);
	place_end(&o.it, perm);
}

/* 36.50 + 4.10 + 0.18 is 40.78, over the cap of 40. */
static void
a_worker_is_booked_signed_off_talked_to_and_ended(struct arena *perm)
{
	struct office o = office_open(perm);
	check_int(sends(&o, &o.manager, "ask", ASKED, perm), 303);
	check_int(sends(&o, &o.officer, "requests/J-000001/book", BOOKED, perm), 409);           /* not approved yet */
	check_int(sends(&o, &o.lead, "requests/J-000001/decide", "decision=approved", perm), 303);
	check_int(sends(&o, &o.head, "requests/J-000001/book", BOOKED, perm), 403);              /* HR books */
	check_int(sends(&o, &o.officer, "requests/J-000001/book", BOOKED "&planned_end=x", perm), 400);  /* said twice */
	check_int(sends(&o, &o.officer, "requests/J-000001/book", "spell=S-000002&agency=Heron&pay_rate=36&hours=37"
		"&job_type=social_worker&starts_on=2025-11-03&planned_end=2026-01-30", perm), 400);      /* of another post */
	check_int(sends(&o, &o.officer, "requests/J-000001/book", BOOKED, perm), 303);
	Str page = sees(&o, &o.head, "/assignments/F-000003", perm);
	check(shows(page, "\u00A340.78 an hour is over the cap of \u00A340.00; nobody has signed it off"));
	check(shows(page, "Approved on 24 November 2025, after it began"));
	check(shows(page, "How long councils have employed the worker since qualifying is not entered"));
	check_int(sends(&o, &o.officer, "assignments/F-000003/sign", "decision=dcs&held_on=2025-11-24&reason=x", perm), 403);
	check_int(sends(&o, &o.head, "assignments/F-000003/sign", "decision=approved&held_on=2025-11-24&reason=x", perm), 400);
	check_int(sends(&o, &o.head, "assignments/F-000003/sign", "decision=dcs&held_on=2025-11-24&reason=x", perm), 303);
	check(shows(sees(&o, &o.head, "/assignments/F-000003", perm), "and not by the chief executive"));
	check_int(sends(&o, &o.lead, "assignments/F-000003/sign", "decision=chief_executive&held_on=24/11/2025&reason=x", perm), 303);
	check(shows(sees(&o, &o.head, "/assignments/F-000003", perm), "Breach, signed off"));
	check_int(sends(&o, &o.officer, "assignments/F-000003/evidence", "direct_months=60&left_post=no&reference_count=2", perm), 303);
	check_int(sends(&o, &o.officer, "assignments/F-000003/evidence", "direct_months=61&left_post=no&reference_count=2", perm), 303);
	check_int(asked_of_store(o.it.path, "SELECT direct_months FROM assignment_evidence"), 61);
	check_int(sends(&o, &o.officer, "assignments/F-000003/talk", "outcome=offered&held_on=24/11/2025&fee=35.505", perm), 400);
	check_int(sends(&o, &o.officer, "assignments/F-000003/talk", "outcome=offered&held_on=24/11/2025&reason=Likes+it", perm), 303);
	check(shows(sees(&o, &o.manager, "/conversions", perm), "1 of 1 agency worker was asked"));
	check_int(sends(&o, &o.officer, "assignments/F-000003/end", "ended_on=1/11/2025&ending=converted", perm), 400);
	check_int(sends(&o, &o.officer, "assignments/F-000003/end", "ended_on=28/11/2025&ending=converted", perm), 303);
	check_int(asked_of_store(o.it.path, "SELECT count(*) FROM spell WHERE ref = 'S-000001' AND to_day = '2025-11-28'"), 1);
	check_int(sends(&o, &o.officer, "assignments/F-000003/end", "ended_on=28/11/2025&ending=converted", perm), 403);
	place_end(&o.it, perm);
}

static void
more_time_moves_the_planned_end_once_it_is_approved(struct arena *perm)
{
	struct office o = office_open(perm);
	check_int(sends(&o, &o.other_head, "ask", "extends=F-000002&why=Still+vacant&options=Advertised&planned_end=2026-01-30", perm), 400);
	check_int(sends(&o, &o.manager, "ask", "extends=F-000002&why=x&options=x&planned_end=2026-03-31", perm), 404);  /* not theirs */
	check_int(sends(&o, &o.other_head, "ask", "extends=F-000002&why=Still+vacant&options=Advertised&planned_end=2026-03-31", perm),
	          303);
	check(shows(sees(&o, &o.other_head, "/assignments/F-000002", perm), "30 January 2026"));
	check_int(sends(&o, &o.lead, "requests/J-000001/decide", "decision=approved", perm), 303);
	check(shows(sees(&o, &o.other_head, "/assignments/F-000002", perm), "31 March 2026"));
	check(shows(sees(&o, &o.other_head, "/assignments/F-000002", perm), "Extended"));
	place_end(&o.it, perm);
}

/* September 2025 has 22 weekdays: 22 x 7.4 x 44.44 = 7,234.832, so 7,234.83. */
static void
everybody_counts_what_is_theirs_to_see(struct arena *perm)
{
	struct office o = office_open(perm);
	Str all = sees(&o, &o.lead, "?on=2025-09-30", perm);
	check(shows(all, "Ekpo, Ben") && shows(all, "1 of 1 assignment breaks a rule") && shows(all, "7,234.83"));
	check(shows(sees(&o, &o.other_head, "/costs?on=2025-09-30", perm), "7,234.83"));
	Str manager = sees(&o, &o.manager, "?on=2025-09-30", perm);
	check(shows(manager, "No agency worker is in post here") && !shows(manager, "7,234.83") && !shows(manager, "F-000002"));
	check_int(get_as(o.it.site, &o.manager, S("/authorities/walsall/agency/assignments/F-000002"), perm).status, 404);
	check(!shows(sees(&o, &o.manager, "/costs?on=2025-09-30", perm), "7,234.83"));
	Str analyst = sees(&o, &o.analyst, "/assignments/F-000002?on=2025-09-30", perm);
	check(shows(analyst, "Person N-000002") && !shows(analyst, "Ekpo") && !shows(analyst, "Fairlead"));
	check(shows(sees(&o, &o.lead, "/assignments/F-000002?on=2025-09-30", perm), "Fairlead"));
	place_end(&o.it, perm);
}

static void
the_return_is_said_checked_and_taken_away_whole(struct arena *perm)
{
	struct office o = office_open(perm);
	Str page = sees(&o, &o.census, "/quarters/2025-3", perm);
	check(shows(page, "not known to us") && shows(page, "number-missing") && shows(page, "degree-missing"));
	check(shows(page, "On 30 September the census counts 1 agency workers"));
	check_int(get_as(o.it.site, &o.head, S("/authorities/walsall/agency/quarters/2025-3"), perm).status, 403);
	check_int(get_as(o.it.site, &o.lead, S("/authorities/walsall/agency/quarters/2025-7"), perm).status, 404);
	check_int(sends(&o, &o.officer, "quarters/2025-3", "cap=full", perm), 403);
	check_int(sends(&o, &o.census, "quarters/2025-3", "cap.why=but", perm), 400);
	check_int(sends(&o, &o.census, "quarters/2025-3", "cap=full&notice=part&notice.why=One+gives+a+week&agencies=none", perm), 303);
	check_int(sends(&o, &o.census, "quarters/2025-3", "cap=full&notice=part&notice.why=One+gives+a+week&agencies=none", perm), 200);
	check_int(asked_of_store(o.it.path, "SELECT count(*) FROM agency_compliance WHERE quarter = '2025-3'"), 2);
	check_int(sends(&o, &o.census, "quarters/2025-3", "sent_on=10/11/2025", perm), 303);
	check_int(asked_of_store(o.it.path, "SELECT count(*) FROM agency_quarter WHERE sent_on = '2025-11-10' AND agencies = 'none'"), 1);
	page = sees(&o, &o.census, "/quarters/2025-3", perm);
	check(shows(page, "Sent on 10 November 2025") && shows(page, "One gives a week"));
	check(shows(page, "HourlyRate 12"));         /* the one official name that was entered */
	struct reply csv = get_as(o.it.site, &o.census, S("/authorities/walsall/agency/quarters/2025-3.csv"), perm);
	check(shows(csv.body, "swe_number,job_type,HourlyRate,starts_on,ends_on,project"));
	check(shows(csv.body, ",Social worker,31.17,2025-07-07,,No,F-000002"));
	place_end(&o.it, perm);
}

int
main(void)
{
	run(agency_is_asked_for_by_one_and_approved_by_another);
	run(no_other_page_goes_round_the_approval);
	run(a_worker_is_booked_signed_off_talked_to_and_ended);
	run(more_time_moves_the_planned_end_once_it_is_approved);
	run(everybody_counts_what_is_theirs_to_see);
	run(the_return_is_said_checked_and_taken_away_whole);
	return tests_end();
}
