/* candidate_removal_test.c: who applied is forgotten on their day, and what they count for stays. */
#include "check.h"
#include "councils.h"
#include "removal.h"

#define APPLIED(n, on) "candidate CN-00000" n " family_name=Zz" n "; given_names=A; colleague=N-000001; email=zz" n "@example.org\n" \
	"application AP-00000" n " candidate=CN-00000" n "; round=RN-000001; role=R-000001; band=experienced; received_on=" on "; statement=Zzwords; brought_as=T" n \
	"; referrer=Zzfriend; interest=Zzcousin of the chair\n"
#define ENDED(n, on) "application_step ST-00000" n " application=AP-00000" n "; move=reject; held_on=" on "; turn=1; reason=criteria; note=Zznote\n"

static const char council[] =
	"unit U-000001 2015-01-01 open name=Duty; kind=team\n"
	"role R-000001 2015-01-01 open title=Social worker; family=social_work; census_role=5; registered=yes\n"
	"post P-000001 2015-01-01 open title=Social worker; unit=U-000001; role=R-000001; fte=1; status=funded\n"
	"person N-000001 family_name=Oddie; given_names=Ann; born=1980-02-01\n"
	"spell S-000001 2025-06-01 open person=N-000001; post=P-000001; basis=permanent; fte=1\n"
	"hiring_round RN-000001 number=1; name=Round 1; opens_on=2025-01-01; anonymous=yes; public=no\n"
	APPLIED("1", "2025-04-01") ENDED("1", "2025-05-01")
	APPLIED("2", "2025-04-01")                                       /* on their way */
	APPLIED("3", "2025-04-01") ENDED("3", "2025-05-01");             /* and again, below */

struct given { struct council council; struct roster roster; struct records answers; struct keeping keeping; struct retention_plan plan; };

static struct given *
planned(const char *more, Date today, struct arena *perm)
{
	struct given *g = new(perm, 1, struct given);
	g->council = *council_of(str_c(str_format(perm, "%s%s", council, more), perm), perm);
	roster_build(&g->roster, &g->council, perm);
	g->answers = g->council.of[TYPE_CANDIDATE_EQUALITY];
	g->keeping = keeping_usual();
	g->keeping.answers = &g->answers;
	retention_plan(&g->plan, &g->roster, &(struct records){ .type = &record_types[TYPE_EQUALITY] }, &g->keeping, today, perm);
	return g;
}

/* 1 May and 183 days is 31 October 2025: that is the day. */
static void
a_candidate_goes_on_the_day_and_not_before(struct arena *perm)
{
	struct given *g = planned("", date_of(2025, 10, 30), perm);
	check_int(g->plan.candidates, 0);
	g = planned("", date_of(2025, 10, 31), perm);
	check_int(g->plan.candidates, 2);
	check(change_in(&g->plan, "CN-000002") == NULL);
	check_str(left_in(&g->plan, "CN-000001", "family_name"), S(""));
	check_str(left_in(&g->plan, "CN-000001", "email"), S(""));
	check_str(left_in(&g->plan, "CN-000001", "removed_on"), S("2025-10-31"));
	check_str(left_in(&g->plan, "AP-000001", "statement"), S(""));
	check_str(left_in(&g->plan, "AP-000001", "brought_as"), S(""));
	check_str(left_in(&g->plan, "ST-000001", "note"), S(""));
	/* nor whom they knew, nor which colleague they are or were */
	check_str(left_in(&g->plan, "AP-000001", "referrer"), S(""));
	check_str(left_in(&g->plan, "AP-000001", "interest"), S(""));
	check_str(left_in(&g->plan, "CN-000001", "colleague"), S(""));
	/* what it counts for stays */
	check_str(left_in(&g->plan, "AP-000001", "received_on"), S("2025-04-01"));
	check_str(left_in(&g->plan, "ST-000001", "move"), S("reject"));
	check_int(g->plan.people, 0);
}

/* Whom they are a friend of, and whom they were told apart from: once, though both of the pair go. */
static void
what_ties_a_candidate_to_somebody_goes_too(struct arena *perm)
{
	static const char more[] = "panel_member PM-000001 round=RN-000001; name=Bea Holt; part=chair\n"
		"panel_interest PI-000001 member=PM-000001; candidate=CN-000001; what=friend; declared_on=2025-04-02; note=Zzschool\n"
		"panel_interest PI-000002 member=PM-000001; candidate=CN-000002; what=friend; declared_on=2025-04-02\n"
		"candidate_apart CX-000001 candidate=CN-000001; other=CN-000003; said_on=2025-04-03\n"
		"candidate_apart CX-000002 candidate=CN-000002; other=CN-000003; said_on=2025-04-03\n";
	struct given *g = planned(more, date_of(2025, 10, 31), perm);
	int removed = 0;
	for (int i = 0; i < g->plan.changes.count; i++)
		removed += g->plan.changes.at[i].kind == REMOVE;
	check_int(removed, 3);
	check(change_in(&g->plan, "PI-000001") != NULL && change_in(&g->plan, "CX-000001") != NULL && change_in(&g->plan, "CX-000002") != NULL);
	check(change_in(&g->plan, "PI-000002") == NULL);
}

static void
whoever_is_on_their_way_by_another_application_stays(struct arena *perm)
{
	struct given *g = planned("application AP-000009 candidate=CN-000003; round=RN-000001; role=R-000001; band=experienced; received_on=2025-06-01\n",
		date_of(2026, 6, 1), perm);
	check(change_in(&g->plan, "CN-000001") != NULL && change_in(&g->plan, "CN-000003") == NULL && change_in(&g->plan, "AP-000003") == NULL);
}

/* The council's own term: 30 days end on 31 May. */
static void
a_councils_own_term_is_kept(struct arena *perm)
{
	struct given *g = planned("", date_of(2025, 5, 31), perm);
	check_int(g->plan.candidates, 0);
	g->keeping.terms[KEEP_CANDIDATE] = (struct term){ 30, TERM_DAYS };
	retention_plan(&g->plan, &g->roster, &(struct records){ .type = &record_types[TYPE_EQUALITY] }, &g->keeping, date_of(2025, 5, 31), perm);
	check_int(g->plan.candidates, 2);
}

/* A day that was promised to them is kept, earlier than the term; of whoever may be asked again their own day, however late. */
static void
a_day_that_was_agreed_is_kept(struct arena *perm)
{
	static const char more[] = "candidate CN-000004 family_name=Zz4; remove_on=2025-06-30\n"
		"application AP-000004 candidate=CN-000004; round=RN-000001; role=R-000001; band=experienced; received_on=2025-04-01\n" ENDED("4", "2025-05-01")
		"candidate CN-000005 family_name=Zz5; remove_on=2027-01-01; keep_in_touch=yes\n"
		"application AP-000005 candidate=CN-000005; round=RN-000001; role=R-000001; band=experienced; received_on=2025-04-01\n" ENDED("5", "2025-05-01")
		"candidate CN-000006 family_name=Zz6; keep_in_touch=yes\n"
		"application AP-000006 candidate=CN-000006; round=RN-000001; role=R-000001; band=experienced; received_on=2025-04-01\n" ENDED("6", "2025-05-01");
	check(change_in(&planned(more, date_of(2025, 6, 29), perm)->plan, "CN-000004") == NULL);
	check(change_in(&planned(more, date_of(2025, 6, 30), perm)->plan, "CN-000004") != NULL);
	check(change_in(&planned(more, date_of(2026, 12, 31), perm)->plan, "CN-000005") == NULL);
	check(change_in(&planned(more, date_of(2027, 1, 1), perm)->plan, "CN-000005") != NULL);
	check(change_in(&planned(more, date_of(2027, 4, 30), perm)->plan, "CN-000006") == NULL);
	check(change_in(&planned(more, date_of(2027, 5, 1), perm)->plan, "CN-000006") != NULL);
}

/* Ann started: she is kept while she is a person here, and goes with her, six years after her last day. */
static void
whoever_started_goes_with_the_person(struct arena *perm)
{
	static const char more[] = "candidate CN-000007 family_name=Oddie; colleague=N-000001\n"
		"application AP-000007 candidate=CN-000007; round=RN-000001; role=R-000001; band=experienced; received_on=2025-01-01; spell=S-000001\n";
	struct given *g = planned(more, date_of(2035, 1, 1), perm);
	check(change_in(&g->plan, "CN-000007") == NULL);
	Str left = str_format(perm, "%sperson N-000002 family_name=Gone\nspell S-000002 2015-01-01 2018-06-30 person=N-000002; post=P-000001; basis=permanent;"
		" fte=1; reason=7\ncandidate CN-000008 family_name=Gone; colleague=N-000002\napplication AP-000008 candidate=CN-000008; round=RN-000001;"
		" role=R-000001; band=experienced; received_on=2014-11-01; spell=S-000002\n", more);
	check(change_in(&planned(str_c(left, perm), date_of(2024, 6, 30), perm)->plan, "CN-000008") == NULL);
	g = planned(str_c(left, perm), date_of(2024, 7, 1), perm);
	check(change_in(&g->plan, "CN-000008") != NULL && change_in(&g->plan, "N-000002") != NULL);
}

static void
a_hold_keeps_everybody(struct arena *perm)
{
	struct given *g = planned("", date_of(2026, 10, 31), perm);
	g->keeping.all_held = true;
	retention_plan(&g->plan, &g->roster, &(struct records){ .type = &record_types[TYPE_EQUALITY] }, &g->keeping, date_of(2026, 10, 31), perm);
	check_int(g->plan.candidates, 0);
	check_int(g->plan.held_count, 2);
	check_int(g->plan.changes.count, 0);
}

/* 24 months from 1 April 2025: kept on 1 April 2027, gone on the day after. */
static void
answers_for_monitoring_have_a_term_of_their_own(struct arena *perm)
{
	Str more = str_format(perm, "candidate_equality %.*s-000001 application=AP-000001; sex=F; answered_on=2025-04-01\n",
		STR_ARG(record_types[TYPE_CANDIDATE_EQUALITY].letter));
	Str ref = str_format(perm, "%.*s-000001", STR_ARG(record_types[TYPE_CANDIDATE_EQUALITY].letter));
	check(change_in(&planned(str_c(more, perm), date_of(2027, 4, 1), perm)->plan, str_c(ref, perm)) == NULL);
	const struct change *change = change_in(&planned(str_c(more, perm), date_of(2027, 4, 2), perm)->plan, str_c(ref, perm));
	check(change && change->kind == REMOVE);
}

int
main(void)
{
	run(a_candidate_goes_on_the_day_and_not_before);
	run(what_ties_a_candidate_to_somebody_goes_too);
	run(whoever_is_on_their_way_by_another_application_stays);
	run(a_councils_own_term_is_kept);
	run(a_day_that_was_agreed_is_kept);
	run(whoever_started_goes_with_the_person);
	run(a_hold_keeps_everybody);
	run(answers_for_monitoring_have_a_term_of_their_own);
	return tests_end();
}
