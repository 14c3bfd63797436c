/* filling_pages_test.c: who is to start, in the team's picture: who sees that a post is being filled, and who sees by whom.
 *
 * It is 24 November 2025. The Duty team has three posts: Ann holds one; Bo Reed starts in the second on 1 March 2026; the
 * third is advertised. */
#include "walls_site.h"

#define STEP(turn, move, day) "application_step ST-00000" turn " application=AP-000001; move=" move "; held_on=" day "; turn=" turn "\n"
#define SEAT(n, rest) "requisition RQ-00000" n " post=P-00000" n "; unit=U-000001; role=R-000001; why=x; asked_on=2025-08-01;" \
	" decision=approved; decided_on=2025-08-04; redeployment=nobody; transfers=nobody" rest "\n"
static const char council[] =
	"unit U-000001 2015-01-01 open name=Duty; kind=team\n"
	"unit U-000002 2015-01-01 open name=Court; kind=team\n"
	"role R-000001 2015-01-01 open title=Social worker; family=social_work; census_role=5; registered=yes\n"
	"post P-000001 2015-01-01 open title=Social worker; unit=U-000001; role=R-000001; fte=1; status=funded\n"
	"post P-000002 2015-01-01 open title=Social worker; unit=U-000001; role=R-000001; fte=0.8; status=funded\n"
	"post P-000003 2015-01-01 open title=Social worker; unit=U-000001; role=R-000001; fte=1; status=funded\n"
	"person N-000001 family_name=Oddie; given_names=Ann; born=1980-02-01\n"
	"spell S-000001 2020-01-01 open person=N-000001; post=P-000001; basis=permanent; fte=1\n"
	"hiring_round RN-000001 number=1; name=Round 1; opens_on=2025-09-01; anonymous=yes; public=no\n"
	SEAT("2", "; round=RN-000001; advertised_on=2025-09-01") SEAT("3", "; round=RN-000001; advertised_on=2025-09-01")
	"candidate CN-000001 family_name=Reed; given_names=Bo\n"
	"application AP-000001 candidate=CN-000001; round=RN-000001; role=R-000001; band=experienced; received_on=2025-09-20;"
	" requisition=RQ-000002; starts_on=2026-03-01\n"
	STEP("1", "shortlist", "2025-09-21") STEP("2", "invite", "2025-09-22") STEP("3", "assess", "2025-10-01")
	STEP("4", "choose", "2025-10-02") STEP("5", "offer", "2025-10-03") STEP("6", "accept", "2025-10-06")
	STEP("7", "clear", "2025-11-03") STEP("8", "agree", "2025-11-04");

struct office { struct place_of it; struct visitor officer, manager, other, analyst; };

static struct office
office_open(struct arena *perm)
{
	struct office o = { .it = place_with(council, perm) };
	o.officer = comes_in(&o.it, DUTY_HR_OFFICER, S(""), perm);
	o.manager = comes_in(&o.it, DUTY_TEAM_MANAGER, S("U-000001"), perm);
	o.other = comes_in(&o.it, DUTY_TEAM_MANAGER, S("U-000002"), perm);
	o.analyst = comes_in(&o.it, DUTY_ANALYST, S(""), perm);
	place_open(&o.it);
	return o;
}

static bool
shows(struct office *o, const struct visitor *who, const char *path, const char *text, struct arena *perm)
{
	struct reply reply = get_as(o->it.site, who, str_format(perm, "/authorities/walsall/%s", path), perm);
	return str_find(reply.body, str_of(text)) >= 0;
}

static void
the_team_says_what_is_to_come_and_from_when(struct arena *perm)
{
	struct office o = office_open(perm);
	const struct visitor *seers[] = { &o.officer, &o.manager, &o.analyst };
	for (int i = 0; i < countof(seers); i++) {
		check(shows(&o, seers[i], "establishment", "0.8 FTE is to come, from 1 March 2026.", perm));
		check(shows(&o, seers[i], "establishment", "1 more post is being filled from outside", perm));
		check(shows(&o, seers[i], "vacancies", "2 posts are vacant, 1.8 FTE in all; 0.0 of it is covered for now; 2 are being filled", perm));
		check(shows(&o, seers[i], "vacancies.csv", "Starts on 1 March 2026", perm));
		check(shows(&o, seers[i], "vacancies.csv", "Advertised", perm));
	}
	/* as it was before they agreed, before they accepted, and before the posts were advertised */
	check(shows(&o, &o.officer, "establishment?on=2025-11-03", "0.8 FTE more was accepted, without a day yet.", perm));
	check(shows(&o, &o.officer, "vacancies.csv?on=2025-10-04", "Offer made", perm));
	check(shows(&o, &o.officer, "vacancies.csv?on=2025-08-31", "Approved", perm));
	check(!shows(&o, &o.officer, "establishment?on=2025-08-03", "being filled", perm));
	place_end(&o.it, perm);
}

static void
who_it_is_is_for_whoever_keeps_candidates(struct arena *perm)
{
	static const char *const pages[] = { "establishment", "establishment?unit=U-000001", "vacancies", "posts/P-000002", "to-fill/RQ-000002",
		"establishment.json", "vacancies.json", "posts/P-000002.json" };
	struct office o = office_open(perm);
	for (int i = 0; i < countof(pages); i++) {
		check(!shows(&o, &o.manager, pages[i], "Reed", perm));
		check(!shows(&o, &o.manager, pages[i], "AP-000001", perm));
		check(!shows(&o, &o.analyst, pages[i], "AP-000001", perm));
		check(!shows(&o, &o.other, pages[i], "1 March 2026", perm));
	}
	check(shows(&o, &o.manager, "posts/P-000002", "Starts on 1 March 2026", perm));
	check(shows(&o, &o.manager, "posts/P-000002", "to-fill/RQ-000002", perm));
	check(shows(&o, &o.officer, "posts/P-000002", "recruitment/AP-000001", perm));
	check(shows(&o, &o.manager, "establishment?unit=U-000001", "Starts on 1 March 2026", perm));
	place_end(&o.it, perm);
}

int
main(void)
{
	run(the_team_says_what_is_to_come_and_from_when);
	run(who_it_is_is_for_whoever_keeps_candidates);
	return tests_end();
}
