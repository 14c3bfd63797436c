/* ticket_test.c: what becomes of posts over establishment. Walsall asked for nine social workers and two senior
 * practitioners over establishment in April 2020; they were "quickly reabsorbed", mainly by internal progression. */
#include "check.h"
#include "councils.h"

#include "practice/ticket.h"

#define PLACES \
	"unit U-1 2015-01-01 open name=Duty; kind=team\n" \
	"role R-1 2015-01-01 open title=Social worker; family=social_work; census_role=5; registered=yes\n" \
	"role R-2 2015-01-01 open title=Senior practitioner; family=social_work; census_role=4; registered=yes\n"
#define FUNDED_POST(ref, role, from) "post " ref " " from " open title=X; unit=U-1; role=" role "; fte=1; status=funded\n"
#define OVER_POST(ref, role) "post " ref " 2020-04-01 open title=X; unit=U-1; role=" role "; fte=1; status=over\n"
#define PERSON(ref) "person " ref " family_name=X; given_names=Y\n"
#define SPELL(ref, days, who, post) "spell " ref " " days " person=" who "; post=" post "; basis=permanent; fte=1\n"
#define TICKET(ref, role, rest) "ticket " ref " role=" role "; unit=U-1; reason=turnover; why=x; proposal=April 2020;" \
	" starts_on=2020-04-01; expires_on=2021-03-31; asked_by=A-1; asked_on=2020-03-01" rest "\n"
#define APPROVED_FOR(post) "; decision=approved; decided_by=A-2; decided_on=2020-03-20; post=" post

static struct tickets
tickets_on(const char *lines, Date day, struct arena *perm)
{
	struct tickets tickets;
	struct roster *roster = new(perm, 1, struct roster);
	roster_build(roster, council_of(lines, perm), perm);
	tickets_read(&tickets, roster, day, perm);
	return tickets;
}

static struct ticket
one_on(const char *lines, Date day, struct arena *perm)
{
	struct tickets tickets = tickets_on(str_c(str_format(perm, "%s%s", PLACES, lines), perm), day, perm);
	return tickets.count ? tickets.at[0] : (struct ticket){ .state = TICKET_STATES };
}

static void
a_ticket_is_asked_for_decided_and_taken_back(struct arena *perm)
{
	check_int(one_on(TICKET("OE-1", "R-1", ""), date_of(2020, 2, 28), perm).state, TICKET_STATES);
	check_int(one_on(TICKET("OE-1", "R-1", ""), date_of(2020, 3, 1), perm).state, TICKET_WAITS);
	check_int(one_on(TICKET("OE-1", "R-1", "; withdrawn_on=2020-03-09"), date_of(2020, 4, 1), perm).state, TICKET_WITHDRAWN);
	check_int(one_on(TICKET("OE-1", "R-1", "; decision=refused; decided_on=2020-03-09"), date_of(2020, 4, 1), perm).state,
	          TICKET_REFUSED);
	const char *approved = TICKET("OE-1", "R-1", "; decision=approved; decided_on=2020-03-20; closed_on=2020-09-01; closed_why=unfilled");
	check_int(one_on(approved, date_of(2020, 3, 19), perm).state, TICKET_WAITS);
	check_int(one_on(approved, date_of(2020, 3, 20), perm).state, TICKET_APPROVED);
	check_int(one_on(approved, date_of(2020, 9, 1), perm).state, TICKET_UNFILLED);
	/* what comes after a refusal does nothing */
	check_int(one_on(TICKET("OE-1", "R-1", "; decision=refused; decided_on=2020-03-09; closed_on=2020-05-01; closed_why=other"),
	                 date_of(2020, 6, 1), perm).state, TICKET_REFUSED);
}

/* P-9 is over; N-1 comes on 6 April 2020 and goes to P-1 on 6 July: 91 days at 36,500 a year are 9,100. */
#define COMES_AND_GOES OVER_POST("P-9", "R-1") FUNDED_POST("P-1", "R-1", "2015-01-01") PERSON("N-1") PERSON("N-2") \
	SPELL("S-1", "2020-04-06 2020-07-05", "N-1", "P-9") SPELL("S-2", "2020-07-06 open", "N-1", "P-1") \
	TICKET("OE-1", "R-1", APPROVED_FOR("P-9") "; cost_year=36500")

static void
whoever_fills_it_is_absorbed_by_why_the_other_post_was_open(struct arena *perm)
{
	static const struct { const char *lines; enum absorption how; } cases[] = {
		{ COMES_AND_GOES SPELL("S-3", "2018-01-01 2020-06-30", "N-2", "P-1"), ABSORBED_LEAVER },
		{ COMES_AND_GOES SPELL("S-3", "2018-01-01 2020-07-03", "N-2", "P-1") FUNDED_POST("P-2", "R-2", "2015-01-01")
		  SPELL("S-4", "2020-07-06 open", "N-2", "P-2"), ABSORBED_PROMOTION },
		{ COMES_AND_GOES SPELL("S-3", "2018-01-01 2020-07-03", "N-2", "P-1") FUNDED_POST("P-2", "R-1", "2015-01-01")
		  SPELL("S-4", "2020-07-06 open", "N-2", "P-2"), ABSORBED_MOVE },
		{ COMES_AND_GOES, ABSORBED_NEW_POST },
	};
	for (int i = 0; i < countof(cases); i++) {
		struct ticket t = one_on(cases[i].lines, date_of(2020, 12, 31), perm);
		check_int(t.state, TICKET_ABSORBED);
		check_int(t.how, cases[i].how);
		check(!t.how_said && t.absorbed.day == date_of(2020, 7, 6).day && t.filled.day == date_of(2020, 4, 6).day);
		check(t.into != NOT_THERE && t.days_over == 91 && t.cost == 910000);
	}
	struct ticket filled = one_on(COMES_AND_GOES, date_of(2020, 7, 5), perm);
	check(filled.state == TICKET_FILLED && filled.days_over == 91 && !filled.expired);
	check_int(one_on(COMES_AND_GOES, date_of(2020, 4, 15), perm).cost, 100000);     /* ten days */
}

static void
a_post_that_becomes_established_absorbs_its_own_holder(struct arena *perm)
{
	struct ticket t = one_on("post P-9 2020-04-01 2020-08-31 title=X; unit=U-1; role=R-1; fte=1; status=over\n"
		"post P-9 2020-09-01 open title=X; unit=U-1; role=R-1; fte=1; status=funded\n" PERSON("N-1")
		SPELL("S-1", "2020-04-06 open", "N-1", "P-9") TICKET("OE-1", "R-1", APPROVED_FOR("P-9")), date_of(2021, 6, 1), perm);
	check(t.state == TICKET_ABSORBED && t.how == ABSORBED_NEW_POST && t.absorbed.day == date_of(2020, 9, 1).day);
	check(t.days_over == 148 && t.cost == NO_PENCE);         /* 6 April to 31 August: 25 + 31 + 30 + 31 + 31 */
}

static void
whoever_leaves_leaves_the_ticket_open_again(struct arena *perm)
{
	const char *lines = OVER_POST("P-9", "R-1") PERSON("N-1") PERSON("N-2") SPELL("S-1", "2020-04-06 2020-05-31", "N-1", "P-9")
		SPELL("S-2", "2020-09-01 open", "N-2", "P-9") TICKET("OE-1", "R-1", APPROVED_FOR("P-9"));
	check_int(one_on(lines, date_of(2020, 5, 31), perm).state, TICKET_FILLED);
	check_int(one_on(lines, date_of(2020, 6, 1), perm).state, TICKET_APPROVED);
	struct ticket again = one_on(lines, date_of(2021, 4, 1), perm);
	check(again.state == TICKET_FILLED && again.filled.day == date_of(2020, 9, 1).day && again.expired);
}

static void
what_times_in_post_do_not_show_is_said_and_agency_fills_nothing(struct arena *perm)
{
	struct ticket t = one_on(OVER_POST("P-9", "R-1") PERSON("N-1") SPELL("S-1", "2020-04-06 open", "N-1", "P-9")
		TICKET("OE-1", "R-1", APPROVED_FOR("P-9") "; absorbed_how=promotion; absorbed_on=2020-10-01; closed_on=2020-10-05; closed_why=absorbed"),
		date_of(2020, 12, 1), perm);
	check(t.state == TICKET_CLOSED && t.how == ABSORBED_PROMOTION && t.how_said && t.closed.day == date_of(2020, 10, 5).day);
	t = one_on(OVER_POST("P-9", "R-1") PERSON("N-1")
		"spell S-1 2020-04-06 open person=N-1; post=P-9; basis=agency; fte=1\n" TICKET("OE-1", "R-1", APPROVED_FOR("P-9")),
		date_of(2020, 12, 1), perm);
	check(t.state == TICKET_APPROVED && t.days_over == 0);
}

/* Nine social workers and two seniors over. Seven social workers take posts of those who were promoted, one that of a
 * leaver, one a new post; one senior takes a leaver's post, one is still over. */
static void
nine_social_workers_and_two_seniors_are_told_by_how_they_were_absorbed(struct arena *perm)
{
	struct text lines = text_new(perm);
	text_add(&lines, str_of(PLACES));
	for (int i = 1; i <= 11; i++) {
		const char *role = i <= 9 ? "R-1" : "R-2";
		text_format(&lines, "post P-%d 2020-04-01 open title=X; unit=U-1; role=%s; fte=1; status=over\n", 100 + i, role);
		text_format(&lines, "post P-%d %s open title=X; unit=U-1; role=%s; fte=1; status=funded\n", 200 + i,
		            i == 9 ? "2020-10-01" : "2015-01-01", role);
		text_format(&lines, "person N-%d family_name=X; given_names=Y\nperson N-%d family_name=X; given_names=Y\n", 100 + i, 200 + i);
		text_format(&lines, "spell S-%d 2020-06-01 %s person=N-%d; post=P-%d; basis=permanent; fte=1\n", 100 + i,
		            i == 11 ? "open" : "2020-09-30", 100 + i, 100 + i);
		if (i != 9 && i != 11)
			text_format(&lines, "spell S-%d 2018-01-01 2020-09-28 person=N-%d; post=P-%d; basis=permanent; fte=1\n",
			            200 + i, 200 + i, 200 + i);
		if (i <= 7) {
			text_format(&lines, "post P-%d 2015-01-01 open title=X; unit=U-1; role=R-2; fte=1; status=funded\n", 300 + i);
			text_format(&lines, "spell S-%d 2020-09-29 open person=N-%d; post=P-%d; basis=permanent; fte=1\n", 300 + i, 200 + i, 300 + i);
		}
		if (i != 11)
			text_format(&lines, "spell S-%d 2020-10-01 open person=N-%d; post=P-%d; basis=permanent; fte=1\n", 400 + i, 100 + i, 200 + i);
		text_format(&lines, "ticket OE-%02d role=%s; unit=U-1; reason=turnover; why=x; proposal=April 2020; starts_on=2020-04-01;"
			" expires_on=2021-03-31; asked_by=A-1; asked_on=2020-03-01; decision=approved; decided_on=2020-04-01; post=P-%d;"
			" cost_year=36500\n", i, role, 100 + i);
	}
	struct tickets tickets = tickets_on(str_c(text_str(&lines), perm), date_of(2020, 12, 31), perm);
	struct ticket_totals totals = { 0 };
	check_int(tickets.count, 11);
	for (int i = 0; i < tickets.count; i++)
		ticket_count(&totals, &tickets.at[i]);
	ticket_totals_end(&totals);
	check(totals.absorbed == 10 && totals.of[TICKET_FILLED] == 1);
	check_int(totals.by[ABSORBED_PROMOTION], 7);
	check_int(totals.by[ABSORBED_LEAVER], 2);
	check_int(totals.by[ABSORBED_NEW_POST], 1);
	check_int(totals.days_to_absorb, 122);               /* June to September: 30 + 31 + 31 + 30 */
	check_int(totals.cost, 10 * 1220000 + 2140000);      /* one of 1 June to 31 December: 214 days */
	check_int(totals.cost_year, 3650000);
}

int
main(void)
{
	run(a_ticket_is_asked_for_decided_and_taken_back);
	run(whoever_fills_it_is_absorbed_by_why_the_other_post_was_open);
	run(a_post_that_becomes_established_absorbs_its_own_holder);
	run(whoever_leaves_leaves_the_ticket_open_again);
	run(what_times_in_post_do_not_show_is_said_and_agency_fills_nothing);
	run(nine_social_workers_and_two_seniors_are_told_by_how_they_were_absorbed);
	return tests_end();
}
