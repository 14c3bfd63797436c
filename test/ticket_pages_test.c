/* ticket_pages_test.c: posts over establishment over HTTP: who asks, who approves, who opens the post, who closes.
 *
 * It is 24 November 2025. */
#include "walls_site.h"

static const char council[] =
	"unit U-000001 2015-01-01 open name=Duty; kind=team\nunit U-000002 2015-01-01 open name=Court; kind=team\n"
	"role R-000001 2015-01-01 open title=Social worker; family=social_work; census_role=5; registered=yes\n"
	"post P-000001 2015-01-01 open title=Social worker; unit=U-000001; role=R-000001; fte=1; status=funded\n"
	"person N-000001 family_name=Oddie; given_names=Ann; born=1980-02-01\n"
	"spell S-000001 2020-01-01 2025-11-30 person=N-000001; post=P-000001; basis=permanent; fte=1\n"
	"person N-000002 family_name=Ekpo; given_names=Ben; born=1981-02-01\n";

struct office { struct place_of it; struct visitor manager, head, other_head, officer, lead, analyst; };

static struct office
office_open(struct arena *perm)
{
	struct office o = { .it = place_with(council, perm) };
	o.manager = comes_in(&o.it, DUTY_TEAM_MANAGER, S("U-000001"), perm);
	o.head = comes_in(&o.it, DUTY_SERVICE_HEAD, S("U-000001"), perm);
	o.other_head = comes_in(&o.it, DUTY_SERVICE_HEAD, S("U-000002"), perm);
	o.officer = comes_in(&o.it, DUTY_HR_OFFICER, S(""), perm);
	o.lead = comes_in(&o.it, DUTY_HR_LEAD, S(""), perm);
	o.analyst = comes_in(&o.it, DUTY_ANALYST, S(""), perm);
	place_open(&o.it);
	return o;
}

static int
sends(struct office *o, const struct visitor *who, const char *path, const char *form, struct arena *perm)
{
	return post_as(o->it.site, who, str_format(perm, "/authorities/walsall/over-establishment/%s", path), str_of(form), perm).status;
}

static Str
sees(struct office *o, const struct visitor *who, const char *path, struct arena *perm)
{
	struct reply reply = get_as(o->it.site, who, str_format(perm, "/authorities/walsall/over-establishment%s", path), perm);
	check_int(reply.status, 200);
	return reply.body;
}

static bool
shows(Str body, const char *text)
{
	return str_find(body, str_of(text)) >= 0;
}

#define ASKED "role=R-000001&unit=U-000001&reason=turnover&why=Two+will+go&proposal=Autumn&starts_on=1+Dec+2025" \
	"&expires_on=30+Nov+2026&cost_year=52000"

static void
posts_over_are_asked_for_by_one_approved_by_another_and_opened_by_hr(struct arena *perm)
{
	struct office o = office_open(perm);
	check(shows(sees(&o, &o.manager, "/ask", perm), "How many posts"));
	check_int(sends(&o, &o.manager, "ask", ASKED "&posts=2", perm), 303);
	check(shows(sees(&o, &o.head, "", perm), "2 tickets wait for a decision"));
	check(shows(sees(&o, &o.analyst, "", perm), "52,000.00"));
	check(!shows(sees(&o, &o.other_head, "", perm), "OE-000001"));
	check_int(sends(&o, &o.manager, "OE-000001/decide", "decision=approved", perm), 403);
	check_int(sends(&o, &o.officer, "OE-000001/decide", "decision=approved", perm), 403);
	check_int(sends(&o, &o.other_head, "OE-000001/decide", "decision=approved", perm), 404);
	check_int(sends(&o, &o.head, "OE-000001/decide", "decision=refused", perm), 400);
	check_int(sends(&o, &o.head, "OE-000001/decide", "decision=perhaps", perm), 400);
	check_int(sends(&o, &o.officer, "OE-000001/open", "fte=1", perm), 409);                /* not approved yet */
	check_int(sends(&o, &o.head, "OE-000001/decide", "decision=approved&reason=Agreed", perm), 303);
	check_int(sends(&o, &o.head, "OE-000001/decide", "decision=refused&reason=No", perm), 409);
	check_int(sends(&o, &o.head, "OE-000001/open", "fte=1", perm), 403);                   /* HR opens posts */
	check_int(sends(&o, &o.officer, "OE-000001/open", "fte=51", perm), 400);
	check_int(sends(&o, &o.officer, "OE-000001/open", "from=1+Jan+2027", perm), 400);      /* after it expires */
	check_int(sends(&o, &o.officer, "OE-000001/open", "post=P-000009", perm), 400);
	check_int(sends(&o, &o.officer, "OE-000001/open", "post=P-000001", perm), 409);        /* never over establishment */
	check_int(sends(&o, &o.officer, "OE-000001/open", "title=Social+worker&fte=1", perm), 303);
	check_int(sends(&o, &o.officer, "OE-000001/open", "title=Social+worker&fte=1", perm), 409);
	check_int(asked_of_store(o.it.path, "SELECT count(*) FROM post WHERE status = 'over' AND from_day = '2025-12-01'"), 1);
	check_int(asked_of_store(o.it.path, "SELECT count(*) FROM ticket WHERE post = 'P-000002'"), 1);
	/* whoever asked takes the second back; nobody else */
	check_int(sends(&o, &o.lead, "OE-000002/decide", "decision=withdrawn", perm), 403);
	check_int(sends(&o, &o.manager, "OE-000002/decide", "decision=withdrawn", perm), 303);
	check_int(sends(&o, &o.lead, "OE-000002/decide", "decision=approved", perm), 409);
	check(shows(sees(&o, &o.manager, "?show=closed", perm), "Withdrawn"));
	place_end(&o.it, perm);
}

static void
what_nobody_said_it_costs_is_not_known_and_not_nothing(struct arena *perm)
{
	struct office o = office_open(perm);
	check_int(sends(&o, &o.manager, "ask", "role=R-000001&unit=U-000001&reason=turnover&why=Two+will+go&starts_on=1+Dec+2025"
		"&expires_on=30+Nov+2026&posts=1", perm), 303);
	check_int(sends(&o, &o.head, "OE-000001/decide", "decision=approved", perm), 303);
	Str page = sees(&o, &o.head, "", perm);
	Str year = str_from(page, str_find(page, S("Cost a year of those open or filled")));
	Str told = str_upto(year, str_find(year, S("Cost so far")));
	check(shows(told, "Not known") && !shows(told, "\u00A30.00"));
	/* one is known and one is not */
	check_int(sends(&o, &o.manager, "ask", ASKED "&posts=1", perm), 303);
	check_int(sends(&o, &o.head, "OE-000002/decide", "decision=approved", perm), 303);
	check(shows(sees(&o, &o.head, "", perm), "52,000.00, and 1 ticket whose cost is not known"));
	place_end(&o.it, perm);
}

static void
what_cannot_be_asked_for_is_told_and_nothing_is_kept(struct arena *perm)
{
	static const char *const forms[] = {
		ASKED "&posts=0", ASKED "&posts=51", ASKED "&posts=-1", ASKED "&posts=1.5", ASKED "&posts=many",
		ASKED "&posts=99999999999999999999",
		"role=R-000009&unit=U-000001&reason=turnover&why=x&starts_on=1+Dec+2025&expires_on=30+Nov+2026",
		"role=R-000001&unit=U-000002&reason=turnover&why=x&starts_on=1+Dec+2025&expires_on=30+Nov+2026",
		"role=R-000001&unit=U-000001&reason=turnover&why=x&starts_on=1+Dec+2025&expires_on=30+Nov+2024",
		"role=R-000001&unit=U-000001&reason=whim&why=x&starts_on=1+Dec+2025&expires_on=30+Nov+2026",
		"role=R-000001&unit=U-000001&reason=turnover&starts_on=1+Dec+2025&expires_on=30+Nov+2026", "",
	};
	struct office o = office_open(perm);
	for (int i = 0; i < countof(forms); i++)
		check_int(sends(&o, &o.manager, "ask", forms[i], perm), 400);
	check_int(asked_of_store(o.it.path, "SELECT count(*) FROM ticket"), 0);
	place_end(&o.it, perm);
}

/* A head of service who asks does not approve by the list of records either, nor by another's hand. */
static void
no_other_page_goes_round_the_approval(struct arena *perm)
{
	struct office o = office_open(perm);
	check_int(sends(&o, &o.head, "ask", ASKED, perm), 303);
	static const char direct[] = "role=R-000001&unit=U-000001&reason=turnover&why=x&starts_on=1+Dec+2025&expires_on=30+Nov+2026"
		"&asked_by=%.*s&decision=approved&decided_on=2025-11-24&decided_by=%.*s";
	Str own = o.head.account.ref, others = o.lead.account.ref, list = S("/authorities/walsall/over-establishment-tickets/new");
	check_int(post_as(o.it.site, &o.head, list, str_format(perm, direct, STR_ARG(own), STR_ARG(own)), perm).status, 403);
	check_int(post_as(o.it.site, &o.head, list, str_format(perm, direct, STR_ARG(own), STR_ARG(others)), perm).status, 403);
	check_int(post_as(o.it.site, &o.head, list, str_format(perm, direct, STR_ARG(others), STR_ARG(own)), perm).status, 403);
	check_int(sends(&o, &o.head, "OE-000001/decide", "decision=approved", perm), 403);
	check_int(asked_of_store(o.it.path, "SELECT count(*) FROM ticket WHERE decision IS NOT NULL"), 0);
	place_end(&o.it, perm);
}

static void
a_ticket_is_closed_with_a_reason_that_fits(struct arena *perm)
{
	struct office o = office_open(perm);
	check_int(sends(&o, &o.manager, "ask", ASKED "&posts=2", perm), 303);
	check_int(sends(&o, &o.manager, "OE-000001/close", "closed_why=unfilled", perm), 409);         /* it waits */
	check_int(sends(&o, &o.lead, "OE-000001/decide", "decision=approved", perm), 303);
	check_int(sends(&o, &o.officer, "OE-000001/open", "from=24+Nov+2025", perm), 303);
	check_int(sends(&o, &o.manager, "OE-000001/close", "closed_why=absorbed", perm), 400);
	check_int(sends(&o, &o.manager, "OE-000001/close", "", perm), 400);
	check_int(sends(&o, &o.officer, "OE-000001/close", "closed_why=unfilled&closed_note=Nobody+applied", perm), 303);
	check_int(asked_of_store(o.it.path, "SELECT count(*) FROM post WHERE status = 'over' AND to_day = '2025-11-24'"), 1);
	check(shows(sees(&o, &o.head, "/OE-000001", perm), "Closed: Nobody applied"));
	place_end(&o.it, perm);
}

int
main(void)
{
	run(posts_over_are_asked_for_by_one_approved_by_another_and_opened_by_hr);
	run(what_nobody_said_it_costs_is_not_known_and_not_nothing);
	run(what_cannot_be_asked_for_is_told_and_nothing_is_kept);
	run(no_other_page_goes_round_the_approval);
	run(a_ticket_is_closed_with_a_reason_that_fits);
	return tests_end();
}
