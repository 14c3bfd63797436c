/* subject_outside_test.c: whoever is no colleague is given what is kept of them, and never anybody else's, over HTTP.
 *
 * It is 24 November 2025. Di applied twice, as CN-1 and CN-3, who were made one; by a pipeline she is LN-1. Her first application
 * ended after scoring; her second is being scored, and leads by LN-3, CN-4 and AP-0 to LN-4, who is she as well. Ed is another
 * candidate of the same round. */
#include "walls_site.h"

static const char records[] =
	"unit U-000001 2015-01-01 open name=Duty; kind=team\n"
	"role R-000001 2015-01-01 open title=Social worker; family=social_work; census_role=5; registered=yes\n"
	"post P-000001 2015-01-01 open title=Social worker; unit=U-000001; role=R-000001; fte=1; status=funded\n"
	"person N-000001 family_name=Oddie; given_names=Ann; born=1980-02-01\n"
	"spell S-000001 2020-01-01 open person=N-000001; post=P-000001; basis=permanent; fte=1\n"
	"hiring_round RN-000001 number=1; name=Round 1; opens_on=2025-09-01; anonymous=yes; public=no\n"
	"panel_member PM-000001 round=RN-000001; name=Bea Holt; part=chair; trained_on=2024-03-01\n"
	"criterion CR-000001 round=RN-000001; part=shortlist; name=Child focus; most=4; needed=2; place=1\n"
	"candidate CN-000001 family_name=Shaw; given_names=Di; email=di@example.org; phone=01922 1\n"
	"candidate CN-000002 family_name=Hale; given_names=Ed; email=ed@example.org\n"
	"candidate CN-000003 family_name=Shaw; given_names=Diana; same_as=CN-000001; swe_number=SW77\n"
	"candidate CN-000004 family_name=Shaw; given_names=Dinah\n"
	"application AP-000000 candidate=CN-000004; round=RN-000001; role=R-000001; band=newly_qualified; received_on=2025-08-30; learner=LN-000004\n"
	"application AP-000001 candidate=CN-000001; round=RN-000001; role=R-000001; band=experienced; received_on=2025-09-01; statement=I was taught"
		" by Ed Hale; referred_by=N-000001\n"
	"application AP-000002 candidate=CN-000002; round=RN-000001; role=R-000001; band=experienced; received_on=2025-09-02; statement=Edwords\n"
	"application AP-000003 candidate=CN-000003; round=RN-000001; role=R-000001; band=experienced; received_on=2025-10-02; learner=LN-000003\n"
	"application_step ST-000001 application=AP-000001; move=reject; held_on=2025-10-01; turn=1; reason=criteria; note=Weaker than Hale said Holt\n"
	"application_step ST-000002 application=AP-000002; move=shortlist; held_on=2025-10-01; turn=1; note=Ednote\n"
	"score SC-000001 application=AP-000001; criterion=CR-000001; assessor=PM-000001; score=1; note=Shaw wrote little of children; scored_on=2025-09-20;"
		" handed_in=yes\n"
	"score SC-000002 application=AP-000003; criterion=CR-000001; assessor=PM-000001; score=3; note=Lockednote; scored_on=2025-11-20; handed_in=no\n"
	"score SC-000003 application=AP-000002; criterion=CR-000001; assessor=PM-000001; score=4; note=Edscore; scored_on=2025-11-20; handed_in=yes\n"
	"vetting VC-000001 application=AP-000001; kind=reference; state=requested; referee=Gus Nye; referee_email=gus@example.org; seen_by=Ann Oddie\n"
	"panel_interest PI-000001 member=PM-000001; candidate=CN-000001; what=friend; declared_on=2025-09-20; note=Oddie knows her too\n"
	"panel_interest PI-000002 member=PM-000001; candidate=CN-000002; what=friend; declared_on=2025-09-20; note=Edfriend\n"
	"candidate_apart CX-000001 candidate=CN-000002; other=CN-000003; said_on=2025-10-03\n"
	"route RT-000001 2015-01-01 open name=Own students; kind=student; months=24\n"
	"cohort CO-000001 route=RT-000001; name=Students; starts_on=2024-03-04\n"
	"educator PE-000001 person=N-000001\n"
	"learner LN-000001 cohort=CO-000001; known_on=2024-01-08; family_name=Shaw; given_names=Di; candidate=CN-000001; educator=PE-000001;"
		" note=Pathnote\n"
	"learner LN-000002 cohort=CO-000001; known_on=2024-01-08; family_name=Ray; given_names=Flo; note=Flonote\n"
	"learner LN-000003 cohort=CO-000001; known_on=2024-01-08; family_name=Shaw; given_names=Di; candidate=CN-000004\n"
	"learner LN-000004 cohort=CO-000001; known_on=2024-01-08; family_name=Shaw; given_names=Di; note=Farnote\n"
	"learner_step LS-000001 learner=LN-000001; move=select; held_on=2024-02-01; turn=1; note=Met with Ray\n";

struct office { struct place_of it; struct visitor lead, officer, learning, worker, dpo; };

static struct office
office_open(struct arena *perm)
{
	Str letter = record_types[TYPE_CANDIDATE_EQUALITY].letter;
	struct office o = { .it = place_with(str_c(str_format(perm, "%scandidate_equality %.*s-000001 application=AP-000001; sex=F; religion=Zzfaith;"
		" answered_on=2025-09-01\ncandidate_equality %.*s-000002 application=AP-000002; sex=M; religion=Edfaith; answered_on=2025-09-02\n", records,
		STR_ARG(letter), STR_ARG(letter)), perm), perm) };
	o.lead = comes_in(&o.it, DUTY_HR_LEAD, S(""), perm);
	o.officer = comes_in(&o.it, DUTY_HR_OFFICER, S(""), perm);
	o.learning = comes_in(&o.it, DUTY_LEARNING, S(""), perm);
	o.dpo = comes_in(&o.it, DUTY_DPO, S(""), perm);
	struct grant own = grant_of((int)DUTY_WORKER, S("walsall"), S(""));
	o.worker = signed_in_of(o.it.path, (struct whom){ S("walsall"), S("N-000001") }, &own, 1, perm);
	place_open(&o.it);
	return o;
}

static struct reply
asks(struct office *o, const struct visitor *who, const char *path, struct arena *perm)
{
	return get_as(o->it.site, who, str_format(perm, "/authorities/walsall/%s", path), perm);
}

static bool
shows(Str body, const char *text)
{
	return str_find(body, str_of(text)) >= 0;
}

/* Whichever of her records was asked for, it is all of it, and every face has the same. */
static void
all_of_it_is_theirs_and_nothing_of_anybody_else(struct arena *perm)
{
	static const char *const ways[] = { "candidates/CN-000001/data", "candidates/CN-000003/data", "learners/LN-000001/data",
		"candidates/CN-000001/data.csv", "candidates/CN-000001/data.json" };
	static const char *const hers[] = { "di@example.org", "SW77", "AP-000003", "I was taught by Ed Hale", "Weaker than [name] said [name]",
		"Shaw wrote little of children", "Zzfaith", "Pathnote", "Met with [name]", "a referee", "an assessor", "a practice educator",
		"somebody who works here", "somebody on the panel", "[name] knows her too", "Farnote", "another candidate", "CX-000001" };
	static const char *const others[] = { "ed@example.org", "Edwords", "Ednote", "Edscore", "Edfaith", "Gus", "Nye", "gus@", "Holt", "Bea", "Oddie",
		"PM-000001", "PE-000001", "Flonote", "Lockednote", "SC-000002", "Edfriend", "CN-000002" };
	struct office o = office_open(perm);
	for (int w = 0; w < countof(ways); w++) {
		struct reply reply = asks(&o, &o.lead, ways[w], perm);
		check_int(reply.status, 200);
		for (int i = 0; i < countof(hers); i++)
			check(shows(reply.body, hers[i]));
		for (int i = 0; i < countof(others); i++)
			check(!shows(reply.body, others[i]));
	}
	Str page = asks(&o, &o.lead, "candidates/CN-000001/data", perm).body;
	check(shows(page, "What is kept about Di Shaw") && shows(page, "1 score of a panel that is not done is held besides"));
	place_end(&o.it, perm);
}

/* An attack: an HR lead who shortlists looks up what the applicants said for monitoring, as if each had asked. */
static void
whoever_may_choose_reads_no_answer_before_it_is_over(struct arena *perm)
{
	struct office o = office_open(perm);
	static const char *const ways[] = { "candidates/CN-000002/data", "candidates/CN-000002/data.csv", "candidates/CN-000002/data.json" };
	for (int w = 0; w < countof(ways); w++)
		check(!shows(asks(&o, &o.lead, ways[w], perm).body, "Edfaith"));
	check(shows(asks(&o, &o.lead, ways[0], perm).body, "with an application that is on its way"));
	check_int(post_as(o.it.site, &o.officer, S("/authorities/walsall/recruitment/AP-000002/move"), S("move=withdraw&reason=pay"), perm).status, 303);
	check(shows(asks(&o, &o.lead, ways[0], perm).body, "Edfaith"));
	check(asked_of_store(o.it.path, "SELECT count(*) FROM audit_entry WHERE action = 'read.scores'") > 0);
	place_end(&o.it, perm);
}

static void
they_are_for_whoever_answers_requests(struct arena *perm)
{
	struct office o = office_open(perm);
	static const char *const ways[] = { "candidates/CN-000001/data", "learners/LN-000002/data" };
	for (int w = 0; w < countof(ways); w++) {
		check_int(asks(&o, &o.officer, ways[w], perm).status, 403);
		check_int(asks(&o, &o.learning, ways[w], perm).status, 403);
		check_int(asks(&o, &o.dpo, ways[w], perm).status, 403);
		check_int(asks(&o, &o.worker, ways[w], perm).status, 403);
	}
	check_int(asks(&o, &o.lead, "candidates/CN-000009/data", perm).status, 404);
	check_int(asks(&o, &o.lead, "learners/CN-000001/data", perm).status, 404);
	check(shows(asks(&o, &o.lead, "learners/LN-000002/data", perm).body, "Flonote"));
	check(!shows(asks(&o, &o.lead, "learners/LN-000002/data", perm).body, "Pathnote"));
	check(shows(asks(&o, &o.lead, "supply/LN-000001", perm).body, "learners/LN-000001/data"));
	check(shows(asks(&o, &o.lead, "recruitment/AP-000001", perm).body, "candidates/CN-000001/data"));
	check(!shows(asks(&o, &o.officer, "recruitment/AP-000001", perm).body, "candidates/CN-000001/data"));
	place_end(&o.it, perm);
}

/* Whoever opened it is noted, and is told to them the next time. */
static void
each_reading_is_noted_and_told(struct arena *perm)
{
	struct office o = office_open(perm);
	check_int(asks(&o, &o.lead, "candidates/CN-000001/data.csv", perm).status, 200);
	Str page = asks(&o, &o.lead, "candidates/CN-000001/data", perm).body;
	check(shows(page, "Read equality data") && shows(page, "Read checks before a start") && shows(page, "Took a person\u2019s own data away") && shows(page, "HR lead"));
	place_end(&o.it, perm);
}

int
main(void)
{
	run(all_of_it_is_theirs_and_nothing_of_anybody_else);
	run(whoever_may_choose_reads_no_answer_before_it_is_over);
	run(they_are_for_whoever_answers_requests);
	run(each_reading_is_noted_and_told);
	return tests_end();
}
