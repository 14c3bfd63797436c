/* scoring_pages_test.c: panels and scores over HTTP: two score apart, what they gave is locked, opened, agreed and ranked; to
 * whoever is on no panel it is not there, by whichever door.
 *
 * It is 24 November 2025. */
#include "walls_site.h"

#include "app/deeds.h"

static const char places[] =
	"unit U-000001 2015-01-01 open name=Duty; kind=team\n"
	"role R-000001 2015-01-01 open title=Social worker; family=social_work; census_role=5; registered=yes\n"
	"post P-000001 2015-01-01 open title=Social worker; unit=U-000001; role=R-000001; fte=0.8; status=funded\n"
	"post P-000002 2015-01-01 open title=Social worker; unit=U-000001; role=R-000001; fte=1; status=funded\n"
	"person N-000001 family_name=Oddie; given_names=Ann; born=1980-02-01\n"
	"spell S-000001 2020-01-01 open person=N-000001; post=P-000002; basis=permanent; fte=1\n"
	"hiring_round RN-000001 name=Round 1; opens_on=2025-09-01; closes_on=2025-09-30; shortlist_by=2025-12-06; anonymous=yes; public=no\n"
	"requisition RQ-000001 post=P-000001; unit=U-000001; role=R-000001; why=x; asked_on=2025-08-01; decision=approved;"
	" decided_on=2025-08-04; redeployment=nobody; transfers=nobody; round=RN-000001; advertised_on=2025-09-01\n";
static const char scored[] =
	"criterion CR-000001 round=RN-000001; part=shortlist; name=Child focus; most=4; needed=2; place=1\n"
	"criterion CR-000002 round=RN-000001; part=shortlist; name=Writing; most=4; place=2\n"
	"criterion CR-000003 round=RN-000001; part=exercise; name=Case file; most=10; needed=4\n"
	"candidate CN-000001 family_name=Shaw; given_names=Dina; email=dina@example.org; phone=07700900123\n"
	"application AP-000001 candidate=CN-000001; round=RN-000001; role=R-000001; band=newly_qualified; received_on=2025-09-20;"
	" statement=I am Dina Shaw and I want to work here\n"
	"candidate CN-000002 family_name=Hale; given_names=Edgar\n"
	"application AP-000002 candidate=CN-000002; round=RN-000001; role=R-000001; band=experienced; received_on=2025-09-21\n"
	"application_answer AW-000001 application=AP-000001; criterion=CR-000001; words=In 2024 Dina saw each child alone\n"
	"candidate_equality CE-000001 application=AP-000001; ethnicity=WBRI; answered_on=2025-09-20\n";

struct office { struct place_of it; struct visitor officer, chair, assessor, manager, analyst; };

static struct office
office_open(struct arena *perm)
{
	struct office o = { .it = place_new(perm) };
	struct error err = { "" };
	struct world *world = new(perm, 1, struct world);
	check(world_open(world, o.it.path, perm, &err));
	o.officer = comes_in(&o.it, DUTY_HR_OFFICER, S("U-000001"), perm);
	o.chair = comes_in(&o.it, DUTY_SERVICE_HEAD, S("U-000001"), perm);
	o.assessor = comes_in(&o.it, DUTY_TEAM_MANAGER, S("U-000001"), perm);
	o.manager = comes_in(&o.it, DUTY_TEAM_MANAGER, S("U-000001"), perm);
	o.analyst = comes_in(&o.it, DUTY_ANALYST, S("U-000001"), perm);
	walls_put(o.it.path, council_of(str_c(str_format(perm, "%s"
		"panel_member PM-000001 round=RN-000001; name=Ann Oddie; account=%.*s; part=chair; trained_on=2024-03-01\n"
		"panel_member PM-000002 round=RN-000001; name=Bea Holt; account=%.*s; part=assessor\n%s", places,
		STR_ARG(o.chair.account.ref), STR_ARG(o.assessor.account.ref), scored), perm), perm), perm);
	place_open(&o.it);
	return o;
}

static struct reply
sends(struct office *o, const struct visitor *who, const char *path, const char *form, struct arena *perm)
{
	return post_as(o->it.site, who, str_format(perm, "/authorities/walsall/%s", path), str_of(form), perm);
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

#define SHEET(ref) "recruitment/scoring/" ref
#define GIVES(who, ref, form, wants) check_int(sends(&o, &o.who, SHEET(ref) "/give", form, perm).status, wants)
#define AGREES(who, ref, form, wants) check_int(sends(&o, &o.who, SHEET(ref) "/agree", form, perm).status, wants)
#define MOVES(ref, move, wants) check_int(sends(&o, &o.officer, "recruitment/" ref "/move", "move=" move, perm).status, wants)
#define CHAIR_GAVE "do=hand_in&score.CR-000001=4&note.CR-000001=Kqchairnote&score.CR-000002=3"
#define BEA_GAVE   "do=hand_in&score.CR-000001=3&score.CR-000002=3&note.CR-000002=Kqbeanote"

/* What is the panel's alone is nowhere on the pages and files of anybody else. */
static void
nobody_finds(struct office *o, const struct visitor *who, const char *text, struct arena *perm)
{
	static const char *const pages[] = { SHEET("AP-000001"), "recruitment/scoring", "recruitment/rounds/RN-000001/rank",
		"recruitment/rounds/RN-000001/panel", "recruitment/AP-000001", "recruitment", "applications/AP-000001",
		"assessment-scores", "assessment-scores/SC-000001", "assessment-scores/SC-000001/history", "changes", "changes/1", "changes/2",
		"changes/3", "changes/4", "changes/5", "changes/6" };
	static const char *const faces[] = { "", ".csv", ".json", ".html", ".xlsx" };
	for (int p = 0; p < countof(pages); p++)
		for (int f = 0; f < countof(faces); f++) {
			struct reply reply = asks(o, who, str_c(str_format(perm, "%s%s", pages[p], faces[f]), perm), perm);
			if (shows(reply.body, text))
				printf("%s%s tells\n", pages[p], faces[f]);
			check(!shows(reply.body, text));
		}
}

static void
the_panel_scores_and_to_all_others_there_is_nothing_to_score(struct arena *perm)
{
	struct office o = office_open(perm);
	check(shows(asks(&o, &o.chair, "recruitment/scoring", perm).body, "2 applications wait for your score"));
	check(shows(asks(&o, &o.assessor, "recruitment/scoring", perm).body, "2 applications wait for your score"));
	check(shows(asks(&o, &o.officer, "recruitment/scoring", perm).body, "No panel names you"));
	check(shows(asks(&o, &o.manager, "recruitment/scoring", perm).body, "No panel names you"));
	check_int(asks(&o, &o.chair, SHEET("AP-000001"), perm).status, 200);
	check_int(asks(&o, &o.officer, SHEET("AP-000001"), perm).status, 404);
	check_int(asks(&o, &o.manager, SHEET("AP-000001"), perm).status, 404);
	check_int(asks(&o, &o.analyst, SHEET("AP-000001"), perm).status, 404);
	check_int(asks(&o, &o.chair, SHEET("AP-000009"), perm).status, 404);
	GIVES(manager, "AP-000001", BEA_GAVE, 404);
	GIVES(officer, "AP-000001", BEA_GAVE "&member=PM-000002", 404);
	check_int(asks(&o, &o.manager, "recruitment/rounds/RN-000001/rank", perm).status, 404);
	check_int(sends(&o, &o.chair, "recruitment/rounds/RN-000001/panel/members", "name=X&part=assessor", perm).status, 403);
	/* one's pages are in the frame of every page; others have no such link */
	check(shows(asks(&o, &o.chair, "establishment", perm).body, "recruitment/scoring\""));
	check(!shows(asks(&o, &o.manager, "establishment", perm).body, "recruitment/scoring\""));
	place_end(&o.it, perm);
}

static void
an_anonymous_round_tells_no_name_until_shortlisting_is_over(struct arena *perm)
{
	static const char *const secret[] = { "Dina", "Shaw", "dina@", "07700", "WBRI", "CN-000001" };
	struct office o = office_open(perm);
	for (int i = 0; i < countof(secret); i++) {
		check(!shows(asks(&o, &o.chair, SHEET("AP-000001"), perm).body, secret[i]));
		check(!shows(asks(&o, &o.chair, "recruitment/scoring.csv", perm).body, secret[i]));
	}
	check(shows(asks(&o, &o.chair, SHEET("AP-000001"), perm).body, "I am [name] [name] and I want"));
	check(shows(asks(&o, &o.chair, SHEET("AP-000001"), perm).body, "In 2024 [name] saw each child alone"));
	GIVES(chair, "AP-000001", CHAIR_GAVE, 303);
	GIVES(assessor, "AP-000001", BEA_GAVE, 303);
	MOVES("AP-000001", "shortlist", 303);
	Str page = asks(&o, &o.chair, SHEET("AP-000001"), perm).body;
	check(shows(page, "Dina Shaw") && shows(page, "I am Dina Shaw"));
	for (int i = 2; i < 5; i++)
		check(!shows(page, secret[i]));
	place_end(&o.it, perm);
}

static void
two_score_apart_and_see_each_other_when_both_are_in(struct arena *perm)
{
	struct office o = office_open(perm);
	GIVES(chair, "AP-000001", CHAIR_GAVE, 303);
	check(shows(asks(&o, &o.chair, SHEET("AP-000001"), perm).body, "Kqchairnote"));
	check(shows(asks(&o, &o.chair, SHEET("AP-000001"), perm).body, "locked until all are in"));
	check(shows(asks(&o, &o.assessor, SHEET("AP-000001"), perm).body, "1 has handed in"));
	nobody_finds(&o, &o.assessor, "Kqchairnote", perm);
	check(shows(asks(&o, &o.officer, "recruitment/AP-000001", perm).body, "1 of 2 handed in"));
	MOVES("AP-000001", "shortlist", 409);
	GIVES(assessor, "AP-000001", BEA_GAVE, 303);
	check(shows(asks(&o, &o.chair, SHEET("AP-000001"), perm).body, "Kqbeanote"));
	check(shows(asks(&o, &o.assessor, SHEET("AP-000001.csv"), perm).body, ",Essential: 2 of 4,4,Kqchairnote,3,,3.5"));
	check(shows(asks(&o, &o.assessor, SHEET("AP-000001"), perm).body, "It comes to 6.5 of 8"));
	MOVES("AP-000001", "shortlist", 303);
	nobody_finds(&o, &o.officer, "Kqchairnote", perm);
	nobody_finds(&o, &o.manager, "Kqchairnote", perm);
	nobody_finds(&o, &o.analyst, "Kqbeanote", perm);
	check(asked_of_store(o.it.path, "SELECT count(*) FROM audit_entry WHERE action = 'read.scores'") > 0);
	place_end(&o.it, perm);
}

static void
whoever_handed_in_sees_their_own_alone_while_a_third_is_to_come(struct arena *perm)
{
	struct office o = office_open(perm);
	check_int(sends(&o, &o.officer, "recruitment/rounds/RN-000001/panel/members", "name=Cy&part=assessor&account=A-000004", perm).status, 303);
	check_str(o.manager.account.ref, S("A-000004"));
	GIVES(chair, "AP-000001", CHAIR_GAVE, 303);
	GIVES(assessor, "AP-000001", BEA_GAVE, 303);
	check(shows(asks(&o, &o.assessor, SHEET("AP-000001"), perm).body, "Kqbeanote"));
	nobody_finds(&o, &o.assessor, "Kqchairnote", perm);
	nobody_finds(&o, &o.chair, "Kqbeanote", perm);
	nobody_finds(&o, &o.manager, "Kqchairnote", perm);
	GIVES(manager, "AP-000001", "score.CR-000001=3&score.CR-000002=3", 303);
	check(shows(asks(&o, &o.assessor, SHEET("AP-000001"), perm).body, "Kqchairnote"));
	place_end(&o.it, perm);
}

static void
scores_are_kept_and_handed_in_whole_and_stay(struct arena *perm)
{
	struct office o = office_open(perm);
	GIVES(assessor, "AP-000001", "do=keep", 400);
	GIVES(assessor, "AP-000001", "do=keep&score.CR-000001=3&note.CR-000001=Half", 303);
	check(shows(asks(&o, &o.assessor, SHEET("AP-000001"), perm).body, "Half"));
	check(shows(asks(&o, &o.assessor, "recruitment/scoring", perm).body, "Begun, not handed in"));
	GIVES(assessor, "AP-000001", "do=keep&score.CR-000002=1", 303);          /* the first is taken back */
	check(!shows(asks(&o, &o.assessor, SHEET("AP-000001"), perm).body, "Half"));
	struct reply reply = sends(&o, &o.assessor, SHEET("AP-000001/give"), "do=hand_in&score.CR-000001=3&note.CR-000002=Kept+words", perm);
	check_int(reply.status, 400);
	check(shows(reply.body, "Kept words") && shows(reply.body, "Score \u201cWriting\u201d"));
	GIVES(assessor, "AP-000001", "do=hand_in&score.CR-000001=5&score.CR-000002=3", 400);
	GIVES(assessor, "AP-000001", "do=hand_in&score.CR-000001=-1&score.CR-000002=3", 400);
	GIVES(assessor, "AP-000001", "do=hand_in&score.CR-000001=2.5&score.CR-000002=3", 400);
	GIVES(assessor, "AP-000001", BEA_GAVE, 303);
	GIVES(assessor, "AP-000001", BEA_GAVE, 409);
	GIVES(chair, "AP-000001", CHAIR_GAVE, 303);
	check_int(sends(&o, &o.officer, "recruitment/rounds/RN-000001/panel/criteria", "name=New&part=shortlist&most=4", perm).status, 409);
	place_end(&o.it, perm);
}

static void
where_they_differ_the_chair_writes_what_was_agreed_with_a_note(struct arena *perm)
{
	struct office o = office_open(perm);
	GIVES(chair, "AP-000001", CHAIR_GAVE, 303);
	AGREES(chair, "AP-000001", "score.CR-000001=3&note.CR-000001=Alone", 409);       /* the other is to come */
	GIVES(assessor, "AP-000001", "do=hand_in&score.CR-000001=1&score.CR-000002=3", 303);
	check(shows(asks(&o, &o.chair, SHEET("AP-000001"), perm).body, "to be agreed"));
	MOVES("AP-000001", "shortlist", 409);
	AGREES(assessor, "AP-000001", "score.CR-000001=3&note.CR-000001=Talked", 409);   /* does not chair */
	AGREES(chair, "AP-000001", "score.CR-000001=3", 400);                            /* why? */
	AGREES(chair, "AP-000001", "", 400);
	AGREES(chair, "AP-000001", "score.CR-000001=3&note.CR-000001=Kqtalked", 303);
	AGREES(chair, "AP-000001", "score.CR-000001=2&note.CR-000001=Again", 409);
	check(shows(asks(&o, &o.assessor, SHEET("AP-000001"), perm).body, "Kqtalked"));
	nobody_finds(&o, &o.officer, "Kqtalked", perm);
	MOVES("AP-000001", "shortlist", 303);
	place_end(&o.it, perm);
}

/* Two assessors are two people: an account is the person it is of, who is on the panel once. */
static void
nobody_is_on_a_panel_by_name_and_by_account(struct arena *perm)
{
	struct office o = office_open(perm);
	struct grant grant = grant_of(DUTY_TEAM_MANAGER, S("walsall"), S("U-000001"));
	struct visitor ann = signed_in_of(o.it.path, (struct whom){ S("walsall"), S("N-000001") }, &grant, 1, perm);
	static const char add[] = "recruitment/rounds/RN-000001/panel/members";
	check_int(sends(&o, &o.officer, add, "name=Ann+Oddie&part=assessor&colleague=N-000001", perm).status, 303);
	Str again = str_format(perm, "name=A.+Oddie&part=assessor&account=%.*s", STR_ARG(ann.account.ref));
	struct reply reply = sends(&o, &o.officer, add, str_c(again, perm), perm);
	check_int(reply.status, 409);
	check(shows(reply.body, "on this panel already"));
	place_end(&o.it, perm);
}

/* Rows that do not say who it is are of the same person as a name on a panel: whoever has the one has not the other. */
static void
whoever_reads_without_names_reads_no_panel_with_them(struct arena *perm)
{
	static const char *const pages[] = { "recruitment/rounds/RN-000001/panel", "recruitment/rounds/RN-000001/panel.csv", "panel-members",
		"panel-members.csv", "panel-members/PM-000003", "panel-members/PM-000003/history", "panel-members.csv?q=Oddie" };
	struct office o = office_open(perm);
	check_int(sends(&o, &o.officer, "recruitment/rounds/RN-000001/panel/members", "name=Ann+Oddie&part=assessor&colleague=N-000001", perm).status, 303);
	for (int i = 0; i < countof(pages); i++) {
		struct reply reply = asks(&o, &o.analyst, pages[i], perm);
		check_int(reply.status, 200);
		check(!shows(reply.body, "Oddie</") && !shows(reply.body, "Ann Oddie") && !shows(reply.body, "Bea Holt"));
	}
	check(shows(asks(&o, &o.officer, pages[0], perm).body, "Ann Oddie") && shows(asks(&o, &o.manager, pages[0], perm).body, "Ann Oddie"));
	check(shows(asks(&o, &o.analyst, pages[0], perm).body, "Somebody here"));
	place_end(&o.it, perm);
}

static void
leaving_the_panel_ends_the_right(struct arena *perm)
{
	struct office o = office_open(perm);
	GIVES(chair, "AP-000001", CHAIR_GAVE, 303);
	GIVES(assessor, "AP-000001", BEA_GAVE, 303);
	check_int(sends(&o, &o.officer, "recruitment/rounds/RN-000001/panel/end", "member=PM-000009", perm).status, 400);
	check_int(sends(&o, &o.officer, "recruitment/rounds/RN-000001/panel/end", "member=PM-000002&left_on=30+Feb+2025", perm).status, 400);
	check_int(sends(&o, &o.officer, "recruitment/rounds/RN-000001/panel/end", "member=PM-000002", perm).status, 303);
	check_int(asks(&o, &o.assessor, SHEET("AP-000001"), perm).status, 404);
	GIVES(assessor, "AP-000002", BEA_GAVE, 404);
	nobody_finds(&o, &o.assessor, "Kqbeanote", perm);
	/* what they gave stays, and the chair reads it */
	check(shows(asks(&o, &o.chair, SHEET("AP-000001"), perm).body, "Kqbeanote"));
	place_end(&o.it, perm);
}

static void
who_has_to_do_with_a_candidate_is_not_on_the_panel_for_them(struct arena *perm)
{
	struct office o = office_open(perm);
	check_int(sends(&o, &o.officer, "recruitment/rounds/RN-000001/panel/interests", "member=PM-000002&candidate=CN-000001&what=relative",
		perm).status, 303);
	check_int(asks(&o, &o.assessor, SHEET("AP-000001"), perm).status, 404);
	check_int(asks(&o, &o.assessor, SHEET("AP-000002"), perm).status, 200);
	GIVES(assessor, "AP-000001", BEA_GAVE, 404);
	check(shows(asks(&o, &o.assessor, "recruitment/scoring", perm).body, "1 application waits for your score"));
	/* they say so themselves, of the other */
	check_int(sends(&o, &o.assessor, SHEET("AP-000002/declare"), "what=", perm).status, 400);
	check_int(sends(&o, &o.assessor, SHEET("AP-000002/declare"), "what=friend", perm).status, 303);
	check(shows(asks(&o, &o.assessor, "recruitment/scoring", perm).body, "Nothing waits for your score"));
	check(shows(asks(&o, &o.officer, "recruitment/rounds/RN-000001/panel", perm).body, "Hale, Edgar"));
	check(!shows(asks(&o, &o.manager, "recruitment/rounds/RN-000001/panel", perm).body, "Hale"));
	place_end(&o.it, perm);
}

static void
a_referrer_is_refused_and_nobody_sits_twice(struct arena *perm)
{
	struct office o = office_open(perm);
	check_int(sends(&o, &o.officer, "recruitment/add", "given_names=Jo&family_name=Park&round=RN-000001&role=R-000001&band=experienced"
		"&received_on=1+Oct+2025&referred_by=N-000001", perm).status, 303);
#define ADDS(form, wants) check_int(sends(&o, &o.officer, "recruitment/rounds/RN-000001/panel/members", form, perm).status, wants)
	ADDS("name=Ann&part=assessor&colleague=N-000001", 409);
	ADDS("name=&part=assessor", 400);
	ADDS("name=Ann&part=assessor&account=A-000002", 409);            /* the chair's account */
	ADDS("name=Cy&part=young_people&trained_on=1+Mar+2025", 303);
	check(shows(asks(&o, &o.manager, "recruitment/rounds/RN-000001/panel", perm).body, "Cy"));
	check_int(asks(&o, &o.officer, "recruitment/rounds/RN-000009/panel", perm).status, 404);
	place_end(&o.it, perm);
}

/* The pages of any record type give nobody on a panel more than their duty does. */
static void
no_other_door_leads_to_scores(struct arena *perm)
{
	struct office o = office_open(perm);
	const struct visitor *all[] = { &o.officer, &o.chair, &o.assessor, &o.manager, &o.analyst };
	GIVES(chair, "AP-000001", CHAIR_GAVE, 303);
	for (int i = 0; i < countof(all); i++) {
		check_int(asks(&o, all[i], "assessment-scores", perm).status, 403);
		check_int(asks(&o, all[i], "assessment-scores/new", perm).status, 403);
		check_int(asks(&o, all[i], "assessment-scores/import", perm).status, 403);
		check_int(sends(&o, all[i], "assessment-scores/new", "application=AP-000001&criterion=CR-000001&assessor=PM-000002&score=4"
			"&scored_on=2025-11-24&handed_in=yes", perm).status, 403);
		check_int(sends(&o, all[i], "assessment-scores/SC-000001/change", "how=correct&score=0", perm).status, 403);
		check(sends(&o, all[i], "changes/2/undo", "change.sure=yes", perm).status >= 400);
	}
	check(shows(asks(&o, &o.chair, SHEET("AP-000001"), perm).body, "Kqchairnote"));
	place_end(&o.it, perm);
}

static void
assessed_ranked_chosen_and_told(struct arena *perm)
{
	struct office o = office_open(perm);
#define BOTH(ref, form) do { GIVES(chair, ref, form, 303); GIVES(assessor, ref, form, 303); } while (0)
	BOTH("AP-000001", "score.CR-000001=3&score.CR-000002=3");
	BOTH("AP-000002", "score.CR-000001=3&score.CR-000002=2");
	MOVES("AP-000001", "shortlist", 303);
	MOVES("AP-000002", "shortlist", 303);
	MOVES("AP-000001", "invite", 303);
	MOVES("AP-000002", "invite", 303);
	MOVES("AP-000001", "assess", 409);               /* nobody has scored it */
	BOTH("AP-000001", "score.CR-000003=8");
	BOTH("AP-000002", "score.CR-000003=3");
	MOVES("AP-000001", "assess", 303);
	MOVES("AP-000002", "assess", 303);
	Str told = asks(&o, &o.chair, "recruitment/rounds/RN-000001/rank.csv", perm).body;
	check(shows(told, "1,Dina Shaw,8.0,For a post,Assessed,80,,") && shows(told, "none,Edgar Hale,3.0,Essential criteria not met,Assessed,30,Case file"));
	told = asks(&o, &o.officer, "recruitment/rounds/RN-000001/rank.csv", perm).body;
	check(shows(told, "1,Dina Shaw,For a post") && !shows(told, "8.0") && !shows(told, "Case file"));
	check_int(sends(&o, &o.officer, "recruitment/move", "move=choose&who.AP-000001=yes", perm).status, 303);
	check_int(sends(&o, &o.officer, "recruitment/move", "move=reject&reason=criteria&who.AP-000002=yes", perm).status, 303);
	check(shows(asks(&o, &o.officer, "recruitment/rounds/RN-000001/rank", perm).body, "8 December 2025"));   /* fourteen days on */
#define FEEDBACK(form, wants) check_int(sends(&o, &o.officer, "recruitment/rounds/RN-000001/feedback", form, perm).status, wants)
	FEEDBACK("application=AP-000001&given_on=24+Nov+2025", 400);     /* was chosen */
	FEEDBACK("application=AP-000002&given_on=25+Nov+2025", 400);     /* tomorrow */
	FEEDBACK("application=AP-000002&given_on=24+Nov+2025", 303);
	check(shows(asks(&o, &o.officer, "applications/AP-000002", perm).body, "24 November 2025"));
	place_end(&o.it, perm);
}

/* What a deed from the pages of scoring comes to, for somebody with this account and one duty. */
static enum did
deed_by(const struct council *now, Str account, enum duty duty, bool by_panel, struct change change, struct arena *perm)
{
	struct viewer viewer = { .account = account, .name = S("Test"), .grant_count = 1,
		.grants = { grant_of((int)duty, S("walsall"), S("U-000001")) } };
	struct ask ask = { .viewer = &viewer, .area = S("walsall"), .today = { WALLS_NOW / 86400 }, .day = { WALLS_NOW / 86400 },
		.now = WALLS_NOW };
	struct wish wish = { .what = S("edit"), .by_panel = by_panel };
	struct changes changes = changes_new(perm);
	changes_add(&changes, change);
	return deed_try(&ask, &wish, now, &changes, perm).did;
}

static void
a_deed_is_judged_by_the_panel_and_gives_nothing_else(struct arena *perm)
{
	struct council *now = council_of(str_c(str_format(perm, "%s"
		"panel_member PM-000001 round=RN-000001; name=Ann Oddie; account=A-000001; part=chair; trained_on=2024-03-01\n"
		"panel_member PM-000002 round=RN-000001; name=Bea Holt; account=A-000002; part=assessor\n%s", places, scored), perm), perm);
	struct change mine = { ADD, &record_types[TYPE_SCORE], .after = council_record(&record_types[TYPE_SCORE],
		S("SC-000001 application=AP-000001; criterion=CR-000001; assessor=PM-000002; score=3; scored_on=2025-11-24; handed_in=no"), perm) };
	struct change post = { ADD, &record_types[TYPE_POST], .after = council_record(&record_types[TYPE_POST],
		S("P-000009 2025-12-01 open title=X; unit=U-000001; role=R-000001; fte=1; status=funded"), perm) };
	check_int(deed_by(now, S("A-000002"), DUTY_TEAM_MANAGER, true, mine, perm), DID);
	check_int(deed_by(now, S("A-000002"), DUTY_TEAM_MANAGER, false, mine, perm), MAY_NOT);   /* from any other page */
	check_int(deed_by(now, S("A-000001"), DUTY_TEAM_MANAGER, true, mine, perm), MAY_NOT);    /* another's */
	check_int(deed_by(now, S("A-000003"), DUTY_HR_LEAD, true, mine, perm), MAY_NOT);
	check_int(deed_by(now, S("A-000003"), DUTY_HR_LEAD, true, post, perm), MAY_NOT);         /* a panel gives no posts */
	check_int(deed_by(now, S("A-000003"), DUTY_HR_LEAD, false, post, perm), DID);
}

int
main(void)
{
	run(the_panel_scores_and_to_all_others_there_is_nothing_to_score);
	run(an_anonymous_round_tells_no_name_until_shortlisting_is_over);
	run(two_score_apart_and_see_each_other_when_both_are_in);
	run(whoever_handed_in_sees_their_own_alone_while_a_third_is_to_come);
	run(scores_are_kept_and_handed_in_whole_and_stay);
	run(where_they_differ_the_chair_writes_what_was_agreed_with_a_note);
	run(nobody_is_on_a_panel_by_name_and_by_account);
	run(whoever_reads_without_names_reads_no_panel_with_them);
	run(leaving_the_panel_ends_the_right);
	run(who_has_to_do_with_a_candidate_is_not_on_the_panel_for_them);
	run(a_referrer_is_refused_and_nobody_sits_twice);
	run(no_other_door_leads_to_scores);
	run(assessed_ranked_chosen_and_told);
	run(a_deed_is_judged_by_the_panel_and_gives_nothing_else);
	return tests_end();
}
