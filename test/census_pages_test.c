/* census_pages_test.c: a return made from a council's own people on its pages: what is missing is mended, what is
 * asked is noted, what is left open is decided, and what was sent is kept; by whoever may.
 */
#include "served.h"

#include "store/returns.h"

#define Y "/authorities/walsall/census/2025"

/* Ann and Bo are in post, Bo since March with no origin said; Cy came in November and went in May; Di left in June; Ed
 * is from an agency. Each but Bo has all that the census asks. */
#define FACTS(n, number, born) "registration G-00000" n " 2019-01-01 open person=N-00000" n "; number=" number "\n" \
	"qualification L-00000" n " person=N-00000" n "; level=1; step_up=no; frontline=no\n" \
	"pay Y-00000" n " 2019-01-01 open person=N-00000" n "; base_salary=40000\n" \
	"equality Q-00000" n " person=N-00000" n "; sex=F; ethnicity=WBRI\n" \
	"caseload C-00000" n " person=N-00000" n "; day=2025-09-30; cases=12\n"
static const char council_lines[] =
	"unit U-000001 2015-01-01 open name=Duty; kind=team\n"
	"role R-000001 2015-01-01 open title=Social worker; family=social_work; census_role=5; registered=yes\n"
	"post P-000001 2015-01-01 open title=Worker; unit=U-000001; role=R-000001; fte=1; status=funded\n"
	"post P-000002 2015-01-01 open title=Worker; unit=U-000001; role=R-000001; fte=1; status=funded\n"
	"post P-000003 2015-01-01 open title=Worker; unit=U-000001; role=R-000001; fte=1; status=funded\n"
	"post P-000004 2015-01-01 open title=Worker; unit=U-000001; role=R-000001; fte=1; status=funded\n"
	"person N-000001 family_name=Oddie; given_names=Ann; born=1971-07-07\n"
	"person N-000002 family_name=Zimmer; given_names=Bo; born=1972-08-08\n"
	"person N-000003 family_name=Young; given_names=Cy; born=1973-08-08\n"
	"person N-000004 family_name=Dale; given_names=Di; born=1974-08-08\n"
	"person N-000005 family_name=Ely; given_names=Ed; born=1975-08-08\n"
	"spell S-000001 2020-01-01 open person=N-000001; post=P-000001; basis=permanent; fte=1; origin=2\n"
	"spell S-000002 2025-03-03 open person=N-000002; post=P-000002; basis=permanent; fte=0.6\n"
	"spell S-000003 2024-11-04 2025-05-16 person=N-000003; post=P-000003; basis=permanent; fte=1; origin=1; reason=1; destination=3\n"
	"spell S-000004 2019-01-01 2025-06-13 person=N-000004; post=P-000004; basis=permanent; fte=0.8; origin=1; reason=5; destination=6\n"
	"spell S-000005 2025-02-03 open person=N-000005; post=P-000003; basis=agency; fte=1; agency=Red\n"
	FACTS("1", "SW1001", "") FACTS("2", "SW1002", "") FACTS("3", "SW1003", "") FACTS("4", "SW1004", "") FACTS("5", "SW1005", "")
	"census_year X-000001 year=2025; recruitment_bonus=0; retention_bonus=1; performance_award=0; car_allowance=2; "
	"relocation=0; regional_weighting=0; registration_fee=1; dbs_fee=1\n";

static struct served
served(struct arena *perm)
{
	return served_of(council_lines, perm);
}

static bool
has(Str body, const char *words)
{
	bool found = str_find(body, str_of(words)) >= 0;
	if (!found)
		printf("no \"%s\"\n", words);
	return found;
}

static struct reply
post(struct browser *who, const char *target, const char *fields, int status, struct arena *perm)
{
	struct reply reply = browser_post(who, target, str_of(fields), perm);
	if (reply.status != status)
		printf("POST %s: %d, wants %d\n%.*s\n", target, reply.status, status, 0, reply.body.at);
	check_int(reply.status, status);
	return reply;
}

/* ---- mending ----------------------------------------------------------------------------------- */

static void
what_is_missing_is_filled_in_on_the_page_and_is_then_in_the_return(struct arena *perm)
{
	struct served it = served(perm);
	struct browser lead = somebody(&it, DUTY_HR_LEAD, perm);
	Str year = page(&lead, Y, 200, perm);
	check(has(year, "2025 is not ready to send") && has(year, "/census/2025/missing/StartOrigin"));
	Str missing = page(&lead, Y "/missing/StartOrigin", 200, perm);
	check(has(missing, "Came from is missing of 1 record") && has(missing, "Zimmer, Bo") && has(missing, "name=\"of.S-000002\""));
	check(str_find(missing, S("Oddie")) < 0);
	post(&lead, Y "/missing/StartOrigin", "of.S-000002=77", 400, perm);
	post(&lead, Y "/missing/StartOrigin", "of.S-000002=4", 303, perm);
	check(has(page(&lead, Y "/missing/StartOrigin", 200, perm), "Came from: nothing is missing"));
	Str xml = page(&lead, Y "/file/xml", 200, perm);
	check(has(xml, "<StartOrigin>4</StartOrigin>") && has(xml, "<SWENo>SW1002</SWENo>"));
	check(has(page(&lead, "/authorities/walsall/times-in-post/S-000002/history", 200, perm), "Census of 2025"));
	site_close(it.site);
}

/* ---- noting and deciding ----------------------------------------------------------------------- */

static void
a_query_stays_with_a_note_that_is_kept_with_the_return(struct arena *perm)
{
	struct served it = served(perm);
	struct browser officer = somebody(&it, DUTY_CENSUS, perm);
	Str found = page(&officer, Y "/rules/D055", 200, perm);
	check(has(found, "D055: 1 record to look at") && has(found, "Young, Cy") && has(found, "How sure") && has(found, "is not known to us"));
	post(&officer, Y "/rules/D055", "record=&words=", 400, perm);
	post(&officer, Y "/rules/D055", "record=SW9999&words=Because", 400, perm);
	post(&officer, Y "/rules/D055", "record=SW1003&words=A+fixed+term", 303, perm);
	check(has(page(&officer, Y "/rules/D055", 200, perm), "A fixed term"));
	/* in place of it, not beside it; and taken away */
	post(&officer, Y "/rules/D055", "record=SW1003&words=A+short+contract", 303, perm);
	Str again = page(&officer, Y "/rules/D055", 200, perm);
	check(has(again, "A short contract") && str_find(again, S("A fixed term")) < 0);
	post(&officer, Y "/rules/D055", "record=SW1003&words=", 303, perm);
	check(str_find(page(&officer, Y "/rules/D055", 200, perm), S("A short contract")) < 0);
	site_close(it.site);
}

/* Fay came and went as Cy did, and has no registration number: "worker 6" of the return, and "worker 5" once Cy is
 * left out of it. */
static void
a_note_stays_with_whoever_has_no_number_when_others_leave_the_return(struct arena *perm)
{
	Str lines = str_format(perm, "%s%s", council_lines, "person N-000006 family_name=Fox; given_names=Fay; born=1976-08-08\n"
		"spell S-000006 2025-07-01 2025-08-15 person=N-000006; post=P-000004; basis=permanent; fte=1; origin=1; reason=1; "
		"destination=3\n");
	struct served it = served_of(str_c(lines, perm), perm);
	struct browser officer = somebody(&it, DUTY_CENSUS, perm);
	post(&officer, Y "/rules/D055", "record=worker+6&words=Because", 400, perm);
	post(&officer, Y "/rules/D055", "record=S-000006&words=A+summer+only", 303, perm);
	post(&officer, Y "/working/came-and-went", "way.S-000003=leave_out&words=A+trial", 303, perm);
	Str found = page(&officer, Y "/rules/D055", 200, perm);
	check(has(found, "D055: 1 record to look at") && has(found, "Fox, Fay") && has(found, "A summer only"));
	site_close(it.site);
}

static void
what_the_guide_leaves_open_is_decided_otherwise_for_one(struct arena *perm)
{
	struct served it = served(perm);
	struct browser officer = somebody(&it, DUTY_CENSUS, perm);
	check(has(page(&officer, Y "/file/xml", 200, perm), "SW1003"));
	check(has(page(&officer, Y "/working/came-and-went", 200, perm), "name=\"way.S-000003\""));
	post(&officer, Y "/working/came-and-went", "way.S-000003=leave_out&words=", 400, perm);
	post(&officer, Y "/working/came-and-went", "way.S-000003=somehow&words=Why+not", 400, perm);
	post(&officer, Y "/working/came-and-went", "way.S-000003=leave_out&words=A+trial+of+six+weeks", 303, perm);
	check(str_find(page(&officer, Y "/file/xml", 200, perm), S("SW1003")) < 0);
	check(has(page(&officer, Y "/working/came-and-went", 200, perm), "A trial of six weeks"));
	post(&officer, Y "/working/came-and-went", "way.S-000003=return&words=", 303, perm);
	check(has(page(&officer, Y "/file/xml", 200, perm), "SW1003"));
	site_close(it.site);
}

/* ---- sending ----------------------------------------------------------------------------------- */

static void
what_was_sent_is_kept_to_the_byte_and_a_correction_says_what_it_puts_right(struct arena *perm)
{
	struct served it = served(perm);
	struct browser lead = somebody(&it, DUTY_HR_LEAD, perm);
	page(&lead, Y "/sent", 200, perm);
	post(&lead, Y "/sent", "sent_on=2025-10-20", 409, perm);             /* it has errors */
	page(&lead, Y "/missing/StartOrigin", 200, perm);
	post(&lead, Y "/missing/StartOrigin", "of.S-000002=4", 303, perm);
	check(str_find(page(&lead, Y, 200, perm), S("not ready")) < 0);
	post(&lead, Y "/sent", "sent_on=2025-09-30", 400, perm);
	post(&lead, Y "/sent", "sent_on=2025-11-25", 400, perm);
	post(&lead, Y "/sent", "sent_on=2025-10-20", 303, perm);
	Str first = page(&lead, Y "/sent/1", 200, perm);
	check(has(first, "<StartOrigin>4</StartOrigin>"));
	check(has(page(&lead, Y "/sent/1?show=findings", 200, perm), "D055"));
	check(has(page(&lead, "/authorities/walsall/census", 200, perm), "20 October 2025"));
	/* whoever asks what is kept of them is told what was sent of them, and of nobody else */
	Str data = page(&lead, "/authorities/walsall/people/N-000002/data.json", 200, perm);
	check(has(data, "Census 2025, version 1") && has(data, "SW1002") && str_find(data, S("SW1003")) < 0);
	/* what changes afterwards changes nothing that was sent */
	page(&lead, "/authorities/walsall/times-in-post/S-000002/change?how=correct", 200, perm);
	page(&lead, Y "/working/came-and-went", 200, perm);
	post(&lead, Y "/working/came-and-went", "way.S-000003=leave_out&words=A+trial", 303, perm);
	check_str(page(&lead, Y "/sent/1", 200, perm), first);
	post(&lead, Y "/sent", "sent_on=2025-11-03", 400, perm);             /* says not what it puts right */
	post(&lead, Y "/sent", "sent_on=2025-11-03&why=One+who+came+on+trial", 303, perm);
	check(str_find(page(&lead, Y "/sent/2", 200, perm), S("SW1003")) < 0);
	page(&lead, Y "/sent/3", 404, perm);
	site_close(it.site);
}

/* ---- beside last year -------------------------------------------------------------------------- */

/* Of 2016 there is no census of workers, so nothing can stand beside the return of 2017. */
static void
the_first_census_has_none_before_it(struct arena *perm)
{
	struct served it = served(perm);
	struct browser officer = somebody(&it, DUTY_CENSUS, perm);
	check(has(page(&officer, "/authorities/walsall/census/2017/continuity", 200, perm), "2017 is the first census"));
	check(has(page(&officer, "/authorities/walsall/census/2018/continuity", 200, perm), "beside what the records make of that year"));
	site_close(it.site);
}

/* ---- days at the ends of the calendar ---------------------------------------------------------- */

static void
no_day_that_can_be_written_stops_the_service(struct arena *perm)
{
	static const char *const pages[] = {
		"own", "own/vacancy_rate_fte", "census", "movements", "establishment", "vacancies", "posts", "people", "agency",
		"agency/costs", "agency/quarters", "agency/conversions", "agency/requests", "loads", "retention", "equality",
		"people/N-000001", "posts/P-000001", "scorecard", "changes", "audit", "paper",
	};
	static const char *const days[] = { "1600-01-01", "9999-12-31", "1900-01-01", "2199-12-31" };
	struct served it = served(perm);
	struct browser lead = somebody(&it, DUTY_HR_LEAD, perm);
	for (int p = 0; p < countof(pages); p++)
		for (int d = 0; d < countof(days); d++) {
			struct arena once = *perm;
			Str target = str_format(&once, "/authorities/walsall/%s?on=%s", pages[p], days[d]);
			int status = browse(&lead, str_c(target, &once), &once).status;
			if (status >= 500)
				printf("%.*s: %d\n", STR_ARG(target), status);
			check(status < 500);
		}
	site_close(it.site);
}

/* ---- who may ----------------------------------------------------------------------------------- */

/* Columns: HR officer, data protection officer, analyst, head of service. */
static const struct { const char *page; int wants[4]; } who_may[] = {
	{ Y, { 200, 200, 403, 403 } }, { Y "/sent", { 200, 200, 403, 403 } }, { Y "/publish", { 200, 200, 403, 403 } },
	{ Y "/missing/StartOrigin", { 200, 403, 403, 403 } }, { Y "/missing/Ethnicity", { 403, 403, 403, 403 } },
	{ Y "/rules/D055", { 403, 403, 403, 403 } }, { Y "/working/came-and-went", { 403, 403, 403, 403 } },
	{ Y "/continuity", { 403, 403, 403, 403 } }, { Y "/file/xml", { 403, 403, 403, 403 } },
	{ "/authorities/walsall/census", { 200, 200, 403, 403 } },
};

static void
a_return_is_for_whoever_makes_it_and_counts_are_for_whoever_reads_it(struct arena *perm)
{
	static const enum duty duties[] = { DUTY_HR_OFFICER, DUTY_DPO, DUTY_ANALYST, DUTY_SERVICE_HEAD };
	struct served it = served(perm);
	for (int d = 0; d < countof(duties); d++) {
		struct browser who = somebody(&it, duties[d], perm);
		for (int p = 0; p < countof(who_may); p++)
			page(&who, who_may[p].page, who_may[p].wants[d], perm);
		if (d == 0)
			post(&who, Y "/working/came-and-went", "way.S-000003=leave_out&words=No", 403, perm);
		post(&who, Y "/sent", "sent_on=2025-10-20", 403, perm);
		if (d == 1)                          /* two left, one came and went: the DPO is told neither */
			check(has(page(&who, Y, 200, perm), "fewer than 5 records"));
	}
	struct browser officer = somebody(&it, DUTY_CENSUS, perm);
	page(&officer, "/authorities/walsall/census/2026", 404, perm);
	page(&officer, "/authorities/walsall/census/2016", 404, perm);
	page(&officer, Y "/rules/D999", 404, perm);
	page(&officer, Y "/missing/Nothing", 404, perm);
	check(has(page(&officer, Y "/missing/StartOrigin", 200, perm), "You may not change these records yourself"));
	site_close(it.site);
}

int
main(void)
{
	if (!stores_begin())
		return 1;
	run(what_is_missing_is_filled_in_on_the_page_and_is_then_in_the_return);
	run(a_query_stays_with_a_note_that_is_kept_with_the_return);
	run(a_note_stays_with_whoever_has_no_number_when_others_leave_the_return);
	run(what_the_guide_leaves_open_is_decided_otherwise_for_one);
	run(what_was_sent_is_kept_to_the_byte_and_a_correction_says_what_it_puts_right);
	run(the_first_census_has_none_before_it);
	run(no_day_that_can_be_written_stops_the_service);
	run(a_return_is_for_whoever_makes_it_and_counts_are_for_whoever_reads_it);
	stores_end();
	return tests_end();
}
