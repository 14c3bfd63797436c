/* hiring_pages_test.c: recruitment over HTTP: from the day an application comes to the post it fills.
 *
 * It is 24 November 2025. */
#include "walls_site.h"

static const char council[] =
	"unit U-000001 2015-01-01 open name=Duty; kind=team\n"
	"role R-000001 2015-01-01 open title=Social worker; family=social_work; census_role=5; registered=yes\n"
	"post P-000001 2015-01-01 open title=Social worker; unit=U-000001; role=R-000001; fte=0.8; status=funded\n"
	"post P-000002 2015-01-01 open title=Social worker; unit=U-000001; role=R-000001; fte=1; status=funded\n"
	"post P-000003 2015-01-01 open title=Social worker; unit=U-000001; role=R-000001; fte=1; status=funded\n"
	"person N-000001 family_name=Oddie; given_names=Ann; born=1980-02-01\n"
	"spell S-000001 2020-01-01 open person=N-000001; post=P-000002; basis=permanent; fte=1\n"
	"campaign CA-000001 name=Home; starts_on=2025-09-01; ends_on=2025-10-31\n"
	"campaign_line CL-000001 campaign=CA-000001; channel=radio; starts_on=2025-09-01; spend=300\n"
	"hiring_round RN-000001 number=1; name=Round 1; campaign=CA-000001; opens_on=2025-09-01; closes_on=2025-09-30; shortlist_by=2025-10-06;"
	" anonymous=yes; public=no\n"
	"panel_member PM-000001 round=RN-000001; name=Ann Oddie; colleague=N-000001; part=chair; trained_on=2024-03-01\n"
	"requisition RQ-000001 post=P-000001; unit=U-000001; role=R-000001; why=x; asked_on=2025-08-01; decision=approved;"
	" decided_on=2025-08-04; redeployment=nobody; transfers=nobody; round=RN-000001; advertised_on=2025-09-01\n"
	"ticket OE-000001 role=R-000001; unit=U-000001; reason=turnover; why=x; starts_on=2025-11-01; expires_on=2026-11-01; asked_by=A-9;"
	" asked_on=2025-10-01; decision=approved; decided_by=A-8; decided_on=2025-10-02\n"
	"ticket OE-000002 role=R-000001; unit=U-000001; reason=turnover; why=x; starts_on=2025-11-01; expires_on=2026-11-01; asked_by=A-9;"
	" asked_on=2025-10-01\n"
	"candidate CN-000001 family_name=Shaw; given_names=Di; email=di@example.org\n"
	"application AP-000001 candidate=CN-000001; round=RN-000001; role=R-000001; band=newly_qualified; channel=radio; received_on=2025-09-20\n"
	"candidate CN-000002 family_name=Hale; given_names=Ed\n"
	"application AP-000002 candidate=CN-000002; round=RN-000001; role=R-000001; band=experienced; received_on=2025-09-21\n";

struct office { struct place_of it; struct visitor officer, manager, head, analyst; };

static struct office
office_open(struct arena *perm)
{
	struct office o = { .it = place_with(council, perm) };
	o.officer = comes_in(&o.it, DUTY_HR_OFFICER, S(""), perm);
	o.manager = comes_in(&o.it, DUTY_TEAM_MANAGER, S("U-000001"), perm);
	o.head = comes_in(&o.it, DUTY_SERVICE_HEAD, S("U-000001"), perm);
	o.analyst = comes_in(&o.it, DUTY_ANALYST, S(""), perm);
	place_open(&o.it);
	return o;
}

static struct reply
sends(struct office *o, const char *path, const char *form, struct arena *perm)
{
	return post_as(o->it.site, &o->officer, str_format(perm, "/authorities/walsall/recruitment/%s", path), str_of(form), perm);
}

static Str
sees(struct office *o, const char *path, struct arena *perm)
{
	struct reply reply = get_as(o->it.site, &o->officer, str_format(perm, "/authorities/walsall/%s", path), perm);
	check_int(reply.status, 200);
	return reply.body;
}

static bool
shows(Str body, const char *text)
{
	return str_find(body, str_of(text)) >= 0;
}

#define MOVES(ref, move, rest, wants) check_int(sends(&o, ref "/move", "move=" move rest, perm).status, wants)

static void
the_board_is_for_whoever_recruits(struct arena *perm)
{
	struct office o = office_open(perm);
	Str page = sees(&o, "recruitment", perm);
	check(shows(page, "2 candidates on their way: 2 wait on us, 2 are late"));
	check(shows(page, "Di Shaw") && shows(page, "Ed Hale"));
	check(!shows(sees(&o, "recruitment?show=shortlisted", perm), "Di Shaw</a>"));
	check(shows(sees(&o, "recruitment?round=RN-000001", perm), "Di Shaw"));
	check_int(get_as(o.it.site, &o.officer, S("/authorities/walsall/recruitment?round=RN-000009"), perm).status, 404);
	check_int(get_as(o.it.site, &o.manager, S("/authorities/walsall/recruitment"), perm).status, 403);
	check_int(get_as(o.it.site, &o.analyst, S("/authorities/walsall/recruitment"), perm).status, 403);
	check_int(get_as(o.it.site, &o.officer, S("/authorities/walsall/recruitment/AP-000009"), perm).status, 404);
	place_end(&o.it, perm);
}

static void
steps_that_the_stage_does_not_allow_are_refused_with_what_was_typed(struct arena *perm)
{
	struct office o = office_open(perm);
	MOVES("AP-000001", "assess", "", 400);
	MOVES("AP-000001", "dance", "", 400);
	MOVES("AP-000001", "reject", "", 400);                           /* no reason */
	MOVES("AP-000001", "shortlist", "&held_on=30+Feb+2026", 400);
	MOVES("AP-000001", "shortlist", "&held_on=25+Nov+2025", 400);    /* tomorrow */
	MOVES("AP-000001", "shortlist", "&held_on=1+Sep+2025", 409);     /* before it came */
	struct reply reply = sends(&o, "AP-000001/move", "move=reject&note=Kept+words", perm);
	check(shows(reply.body, "Kept words") && shows(reply.body, "Say why it ends"));
	check(!shows(sees(&o, "recruitment/AP-000001", perm), "Shortlisted, recorded"));
	MOVES("AP-000001", "reject", "&reason=criteria&held_on=10+Oct+2025", 303);
	check(shows(sees(&o, "candidates/CN-000001", perm), "11 April 2026"));   /* 183 days on */
	MOVES("AP-000001", "shortlist", "", 400);                        /* it has ended */
	place_end(&o.it, perm);
}

static void
several_take_one_step_or_none_does(struct arena *perm)
{
	struct office o = office_open(perm);
	MOVES("AP-000001", "shortlist", "", 303);
	struct reply reply = sends(&o, "move", "move=shortlist&who.AP-000001=yes&who.AP-000002=yes", perm);
	check_int(reply.status, 400);
	check(shows(reply.body, "Di Shaw: ") && shows(reply.body, "cannot follow"));
	check(!shows(sees(&o, "recruitment/AP-000002", perm), "Shortlisted, recorded"));
	check_int(sends(&o, "move", "move=shortlist", perm).status, 400);        /* nobody was ticked */
	check_int(sends(&o, "move", "move=shortlist&who.AP-000002=yes", perm).status, 303);
	check_int(sends(&o, "move", "move=invite&due_on=1+Dec+2025&who.AP-000001=yes&who.AP-000002=yes", perm).status, 303);
	check(shows(sees(&o, "recruitment", perm), "2 candidates on their way: 0 wait on us, 0 are late"));
	place_end(&o.it, perm);
}

static void
clear_all_checks(struct office *o, struct arena *perm)
{
	for (int i = 1; i <= 10; i++) {
		const char *check = str_c(str_format(perm, "check=VC-%06d", i), perm);
		const char *received = str_c(str_format(perm, "%s&state=received", check), perm);
		const char *cleared = str_c(str_format(perm, "%s&state=cleared&seen_by=J.+Cole&referee=R.+Able&level=enhanced_barred", check), perm);
		check_int(sends(o, "AP-000002/check", received, perm).status, 303);
		check_int(sends(o, "AP-000002/check", check, perm).status, 400);             /* no state */
		check_int(sends(o, "AP-000002/check", cleared, perm).status, 303);
	}
}

static void
from_application_to_the_post_without_typing_anything_twice(struct arena *perm)
{
	struct office o = office_open(perm);
	MOVES("AP-000002", "shortlist", "", 303);
	MOVES("AP-000002", "invite", "", 303);
	MOVES("AP-000002", "assess", "", 303);
	MOVES("AP-000002", "choose", "", 303);
	MOVES("AP-000002", "offer", "", 400);                            /* of no seat */
	MOVES("AP-000002", "offer", "&seat=RQ-000009", 409);
	MOVES("AP-000002", "offer", "&seat=RQ-000001", 303);
	MOVES("AP-000002", "accept", "", 303);
	check(shows(sees(&o, "recruitment/AP-000002", perm), "10 checks are to be cleared before the offer can be unconditional"));
	MOVES("AP-000002", "clear", "", 400);
	check_int(sends(&o, "AP-000002/check", "check=VC-000001&state=cleared&seen_by=X", perm).status, 400);
	check_int(sends(&o, "AP-000002/check", "check=VC-000001&state=not_needed", perm).status, 400);
	check_int(sends(&o, "AP-000001/check", "check=VC-000001&state=requested", perm).status, 404);
	clear_all_checks(&o, perm);
	check(shows(sees(&o, "recruitment/AP-000002", perm), "Every check is cleared"));
	MOVES("AP-000002", "clear", "", 303);
	MOVES("AP-000002", "agree", "", 400);                            /* on no day */
	MOVES("AP-000002", "agree", "&starts_on=24+Nov+2025", 303);
	MOVES("AP-000002", "start", "", 303);
	Str page = sees(&o, "recruitment/AP-000002", perm);
	check(shows(page, "Hale, Ed") && shows(page, "people/N-000002"));
	check(shows(sees(&o, "posts/P-000001", perm), "Hale"));
	MOVES("AP-000002", "start", "", 400);                            /* once */
	check_int(get_as(o.it.site, &o.manager, S("/authorities/walsall/posts/P-000001"), perm).status, 200);
	place_end(&o.it, perm);
}

#define MOVED_ON(ref) do { MOVES(ref, "shortlist", "", 303); MOVES(ref, "invite", "", 303); MOVES(ref, "assess", "", 303); \
	MOVES(ref, "choose", "", 303); MOVES(ref, "offer", "&seat=RQ-000001", 303); MOVES(ref, "accept", "", 303); } while (0)
#define TICKS(form, wants) check_int(sends(&o, "AP-000002/check", "ticking=yes&" form, perm).status, wants)

/* Of the ten, three need more said of them than a tick: whose two references they are, the level of the DBS check. */
static void
checks_that_were_seen_to_on_one_day_are_ticked_off_together(struct arena *perm)
{
	struct office o = office_open(perm);
	MOVED_ON("AP-000002");
	check(shows(sees(&o, "recruitment/AP-000002", perm), "Received and cleared"));
	TICKS("state=at_once&seen_by=J.+Cole", 400);                             /* none is ticked */
	TICKS("tick.VC-000001=yes&seen_by=J.+Cole", 400);                        /* no state */
	TICKS("tick.VC-000001=yes&state=at_once&seen_by=", 400);                 /* who saw it? */
	TICKS("tick.VC-000001=yes&state=at_once&seen_by=X&on=25+Nov+2025", 400); /* tomorrow */
	TICKS("tick.VC-000001=yes&state=cleared&seen_by=X", 400);                /* nothing came yet */
	TICKS("tick.VC-000001=no&state=at_once&seen_by=X", 400);                 /* a box that says no is not ticked */
	TICKS("tick.VC-000001=yes&tick.VC-000099=yes&state=at_once&seen_by=X", 400);     /* one is not there any more */
	struct reply reply = sends(&o, "AP-000002/check", "ticking=yes&tick.VC-000001=yes&tick.VC-000005=yes&state=at_once&seen_by=X", perm);
	check_int(reply.status, 400);
	check(shows(reply.body, "Reference: Say whose reference it is"));
	check(shows(sees(&o, "recruitment/AP-000002", perm), "10 checks are to be cleared"));     /* all or none */
	TICKS("tick.VC-000001=yes&tick.VC-000002=yes&tick.VC-000003=yes&tick.VC-000004=yes&state=at_once&seen_by=X", 303);
	check(shows(sees(&o, "recruitment/AP-000002", perm), "6 checks are to be cleared"));
	Str record = sees(&o, "checks-before-start/VC-000001", perm);
	check(shows(record, "24 November 2025"));
	TICKS("tick.VC-000001=yes&state=requested", 400);                        /* it is cleared */
	TICKS("tick.VC-000009=yes&tick.VC-000010=yes&state=received", 303);
	TICKS("tick.VC-000009=yes&tick.VC-000010=yes&state=at_once&seen_by=X", 303);     /* what came is cleared */
	check_int(sends(&o, "AP-000002/check", "check=VC-000005&state=at_once&seen_by=X", perm).status, 400);
	check_int(sends(&o, "AP-000002/check", "check=VC-000005&state=at_once&seen_by=X&referee=R.+Able", perm).status, 303);
	check_int(sends(&o, "AP-000002/check", "check=VC-000008&state=not_needed&not_needed_why=Never+abroad&seen_by=Quigley",
		perm).status, 303);
	check(!shows(sees(&o, "recruitment/AP-000002", perm), "Quigley"));       /* nothing was there to be seen */
	check(shows(sees(&o, "recruitment/AP-000002", perm), "2 checks are to be cleared"));
	place_end(&o.it, perm);
}

static void
what_happened_on_one_day_stands_newest_first(struct arena *perm)
{
	struct office o = office_open(perm);
	MOVES("AP-000001", "shortlist", "", 303);
	MOVES("AP-000001", "invite", "", 303);
	Str page = sees(&o, "recruitment/AP-000001", perm);
	check(str_find(page, S("Invited to assessment, recorded")) < str_find(page, S("Shortlisted, recorded")));
	place_end(&o.it, perm);
}

/* Two posts of the role are to be had, one of them of the round: it stands there already. */
static void
the_post_of_the_round_stands_first_when_one_is_offered(struct arena *perm)
{
	struct office o = office_open(perm);
	MOVES("AP-000001", "shortlist", "", 303);
	MOVES("AP-000001", "invite", "", 303);
	MOVES("AP-000001", "assess", "", 303);
	MOVES("AP-000001", "choose", "", 303);
	check(shows(sees(&o, "recruitment/AP-000001", perm), "<option value=\"RQ-000001\" selected"));
	struct reply reply = sends(&o, "AP-000001/move", "move=offer&seat=", perm);
	check(shows(reply.body, "id=\"move-seat-error\""));                /* said where it is chosen */
	place_end(&o.it, perm);
}

static void
a_round_and_a_campaign_say_what_they_brought(struct arena *perm)
{
	struct office o = office_open(perm);
	MOVES("AP-000001", "shortlist", "", 303);
	Str page = sees(&o, "recruitment/rounds/RN-000001", perm);
	check(shows(page, "Round 1: 2 applications, 0 started") && shows(page, "Advertised") && shows(page, "Duty"));
	check(shows(sees(&o, "recruitment/rounds/RN-000001.csv", perm), "Shortlisted,1,50,1,0"));
	page = sees(&o, "recruitment/campaigns/CA-000001", perm);
	check(shows(page, "Home: 2 applied, 0 started") && shows(page, "Ended; its review is due"));
	check(shows(sees(&o, "recruitment/campaigns/CA-000001.csv", perm), "Radio,,300.00,1,"));
	check_int(get_as(o.it.site, &o.officer, S("/authorities/walsall/recruitment/rounds/RN-000002"), perm).status, 404);
	check_int(get_as(o.it.site, &o.officer, S("/authorities/walsall/recruitment/campaigns/CA-000002"), perm).status, 404);
	check_int(get_as(o.it.site, &o.manager, S("/authorities/walsall/recruitment/rounds/RN-000001"), perm).status, 403);
	place_end(&o.it, perm);
}

static int
asks(struct office *o, const struct visitor *who, const char *path, const char *form, struct arena *perm)
{
	return post_as(o->it.site, who, str_format(perm, "/authorities/walsall/to-fill/%s", path), str_of(form), perm).status;
}

static void
a_post_is_asked_for_by_one_and_decided_by_another_who_looked_first(struct arena *perm)
{
	struct office o = office_open(perm);
	check(shows(sees(&o, "to-fill", perm), "1 post is being filled, 0 of them wait for a decision"));
	check(!shows(sees(&o, "to-fill/ask", perm), "P-000001\""));     /* asked for already */
	check_int(asks(&o, &o.manager, "ask", "post=P-000001&why=Gone", perm), 400);
	check_int(asks(&o, &o.manager, "ask", "post=P-000002&why=Gone", perm), 400);     /* somebody is in it */
	check_int(asks(&o, &o.manager, "ask", "post=P-000003", perm), 400);              /* why? */
	check_int(asks(&o, &o.manager, "ask", "post=P-000003&why=Gone&band=experienced", perm), 303);
	check_int(asks(&o, &o.manager, "RQ-000002/decide", "decision=approved&redeployment=nobody&transfers=nobody", perm), 403);
	check_int(asks(&o, &o.head, "RQ-000002/decide", "decision=approved", perm), 400);        /* nobody looked */
	check_int(asks(&o, &o.head, "RQ-000002/decide", "decision=refused", perm), 400);         /* why? */
	check_int(asks(&o, &o.head, "RQ-000002/decide", "decision=withdrawn", perm), 403);
	check_int(asks(&o, &o.head, "RQ-000002/decide", "decision=approved&redeployment=nobody&transfers=offered", perm), 303);
	check_int(asks(&o, &o.head, "RQ-000002/decide", "decision=refused&decision_why=No", perm), 409);
	Str page = sees(&o, "to-fill/RQ-000002", perm);
	check(shows(page, "Approved") && shows(page, "Looked, and nobody suits"));
	check_int(asks(&o, &o.head, "RQ-000009/decide", "decision=approved", perm), 404);
	place_end(&o.it, perm);
}

/* What stands in a hidden input of a page. */
static Str
hidden(Str page, const char *name, struct arena *perm)
{
	Str before = str_format(perm, "name=\"%s\" value=\"", name);
	ptrdiff_t at = str_find(page, before);
	Str rest = at < 0 ? S("") : str_from(page, at + before.len);
	return str_cut(&rest, '"');
}

/* One post was approved, and whoever keeps requisitions would fill another by it. */
static void
what_was_approved_is_what_is_filled(struct arena *perm)
{
	struct office o = office_open(perm);
	Str page = sees(&o, "requisitions/RQ-000001/change?how=correct", perm);
	Str kept = str_format(perm, "how=correct&change.reason=typo&change.row=%.*s&change.version=%.*s&unit=U-000001&role=R-000001&asked_on=2025-08-01&"
		"redeployment=nobody&transfers=nobody&round=RN-000001&advertised_on=2025-09-01", STR_ARG(hidden(page, "change.row", perm)),
		STR_ARG(hidden(page, "change.version", perm)));
	Str to = S("/authorities/walsall/requisitions/RQ-000001/change");
	struct reply reply = post_as(o.it.site, &o.officer, to, str_format(perm, "%.*s&why=x&post=P-000003", STR_ARG(kept)), perm);
	check_int(reply.status, 403);
	check(shows(reply.body, "it was decided as it is"));
	check_int(post_as(o.it.site, &o.officer, to, str_format(perm, "%.*s&why=Other+words&post=P-000001", STR_ARG(kept)), perm).status, 303);
	check(shows(sees(&o, "to-fill/RQ-000001", perm), "Other words"));
	place_end(&o.it, perm);
}

static void
a_post_that_was_approved_goes_into_a_round_and_shows_the_way_on(struct arena *perm)
{
	struct office o = office_open(perm);
	check_int(asks(&o, &o.manager, "ask", "post=P-000003&why=Gone", perm), 303);
	check(str_find(sees(&o, "to-fill", perm), S("RQ-000002")) < str_find(sees(&o, "to-fill", perm), S("RQ-000001")));   /* it waits */
	check_int(asks(&o, &o.officer, "RQ-000002/advertise", "round=RN-000001", perm), 409);    /* not approved */
	struct reply reply = post_as(o.it.site, &o.head, S("/authorities/walsall/to-fill/RQ-000002/decide"), S("decision=approved"), perm);
	check(shows(reply.body, "id=\"decide-redeployment-error\""));
	check_int(asks(&o, &o.head, "RQ-000002/decide", "decision=approved&redeployment=nobody&transfers=nobody", perm), 303);
	check(shows(sees(&o, "to-fill/RQ-000002", perm), "Put it in the round"));
	check_int(asks(&o, &o.officer, "RQ-000002/advertise", "round=RN-000009", perm), 400);
	check_int(asks(&o, &o.officer, "RQ-000002/advertise", "round=RN-000001&advertised_on=25+Nov+2025", perm), 400);
	check_int(asks(&o, &o.officer, "RQ-000002/advertise", "round=RN-000001", perm), 303);
	Str page = sees(&o, "to-fill/RQ-000002", perm);
	check(shows(page, "Advertised on") && shows(page, "recruitment/add?round=RN-000001"));
	check_int(asks(&o, &o.officer, "RQ-000002/advertise", "round=RN-000001", perm), 409);    /* once */
	check(shows(sees(&o, "recruitment/add?round=RN-000001", perm), "<option value=\"R-000001\" selected"));
	check(shows(sees(&o, "recruitment-rounds/RN-000001", perm), "recruitment/rounds/RN-000001\""));
	place_end(&o.it, perm);
}

/* Ann is in the manager's unit, and in the head's. The head decides and reads it; her manager is told that there is one. */
static void
who_could_move_is_named_to_whom_it_concerns_and_counted_for_the_others(struct arena *perm)
{
	struct office o = office_open(perm);
	check_int(asks(&o, &o.manager, "ask", "post=P-000003&why=Gone", perm), 303);
	check(shows(sees(&o, "to-fill/RQ-000002", perm), "Nobody: no post of this role ends"));
	struct reply reply = post_as(o.it.site, &o.officer, S("/authorities/walsall/requests-to-move/new"), S("person=N-000001&kind=transfer&"
		"asked_on=1+Nov+2025"), perm);
	check_int(reply.status, 303);
	Str page = sees(&o, "to-fill/RQ-000002", perm);
	check(shows(page, "Oddie, Ann") && shows(page, "Asks to transfer") && shows(page, "requests-to-move/MW-000001"));
	page = get_as(o.it.site, &o.head, S("/authorities/walsall/to-fill/RQ-000002"), perm).body;
	check(shows(page, "Oddie, Ann"));
	page = get_as(o.it.site, &o.manager, S("/authorities/walsall/to-fill/RQ-000002"), perm).body;
	check(!shows(page, "Oddie") && !shows(page, "MW-000001") && shows(page, "1 other person could move into such a post"));
	page = get_as(o.it.site, &o.analyst, S("/authorities/walsall/to-fill/RQ-000002"), perm).body;
	check(!shows(page, "Who could move"));                                   /* neither asks nor decides */
	check_int(get_as(o.it.site, &o.manager, S("/authorities/walsall/requests-to-move/MW-000001"), perm).status, 403);
	place_end(&o.it, perm);
}

static void
what_the_rules_refuse_says_the_way_back(struct arena *perm)
{
	struct office o = office_open(perm);
	struct reply reply = sends(&o, "AP-000001/move", "move=shortlist&held_on=1+Sep+2025", perm);
	check_int(reply.status, 409);
	check(shows(reply.body, "Back to where you were") && !shows(reply.body, "The whole file"));
	place_end(&o.it, perm);
}

static void
a_post_over_establishment_is_asked_for_by_its_ticket(struct arena *perm)
{
	struct office o = office_open(perm);
	Str page = sees(&o, "to-fill/ask", perm);
	check(shows(page, "OE-000001") && !shows(page, "OE-000002"));        /* nobody has decided on the second */
	check_int(asks(&o, &o.manager, "ask", "post=P-000003&ticket=OE-000001&why=Leavers", perm), 400);
	check_int(asks(&o, &o.manager, "ask", "ticket=OE-000002&why=Leavers", perm), 400);
	check_int(asks(&o, &o.manager, "ask", "ticket=OE-000009&why=Leavers", perm), 400);
	check_int(asks(&o, &o.manager, "ask", "why=Leavers", perm), 400);
	check_int(asks(&o, &o.manager, "ask", "ticket=OE-000001&why=Leavers&band=experienced", perm), 303);
	check_int(asks(&o, &o.manager, "ask", "ticket=OE-000001&why=Leavers", perm), 400);           /* once */
	page = sees(&o, "to-fill/RQ-000002", perm);
	check(shows(page, "over-establishment/OE-000001") && shows(page, "Experienced") && shows(page, "Social worker in Duty"));
	place_end(&o.it, perm);
}

#define ADDED "round=RN-000001&role=R-000001&band=experienced&received_on=1+Oct+2025"

static void
one_person_is_one_candidate_over_all_applications(struct arena *perm)
{
	struct office o = office_open(perm);
	check(shows(sees(&o, "recruitment/add", perm), "Round 1"));
	check_int(sends(&o, "add", "given_names=Jo&family_name=&" ADDED, perm).status, 400);
	check_int(sends(&o, "add", "given_names=Jo&family_name=Park&" ADDED, perm).status, 303);
	struct reply reply = sends(&o, "add", "given_names=Diana&family_name=Shaw&email=DI%40example.org&" ADDED, perm);
	check_int(reply.status, 400);
	check(shows(reply.body, "Who is it?") && shows(reply.body, "CN-000001") && shows(reply.body, "Diana"));
	/* the same candidate, the same role, the same round: once */
	check_int(sends(&o, "add", "known=CN-000001&given_names=Diana&family_name=Shaw&email=DI%40example.org&" ADDED, perm).status, 409);
	check_int(sends(&o, "add", "known=new&given_names=Diana&family_name=Shaw&email=DI%40example.org&" ADDED, perm).status, 303);
	check_int(sends(&o, "add", "known=CN-000002&given_names=Diana&family_name=Shaw&email=DI%40example.org&" ADDED, perm).status, 400);
	place_end(&o.it, perm);
}

/* A page that was open since before one of them was taken out; a program that says no of one. */
static void
who_is_not_there_any_more_stops_the_step_for_all(struct arena *perm)
{
	struct office o = office_open(perm);
	struct reply reply = sends(&o, "move", "move=longlist&who.AP-000001=yes&who.AP-000099=yes", perm);
	check_int(reply.status, 400);
	check(shows(reply.body, "not on the board any more"));
	check_int(sends(&o, "move", "move=longlist&who.AP-000001=no", perm).status, 400);
	check_int(asked_of_store(o.it.path, "SELECT count(*) FROM application_step WHERE move = 'longlist'"), 0);
	check_int(sends(&o, "move", "move=longlist&who.AP-000001=yes&who.AP-000099=no", perm).status, 303);
	place_end(&o.it, perm);
}

int
main(void)
{
	run(who_is_not_there_any_more_stops_the_step_for_all);
	run(the_board_is_for_whoever_recruits);
	run(steps_that_the_stage_does_not_allow_are_refused_with_what_was_typed);
	run(several_take_one_step_or_none_does);
	run(from_application_to_the_post_without_typing_anything_twice);
	run(checks_that_were_seen_to_on_one_day_are_ticked_off_together);
	run(what_happened_on_one_day_stands_newest_first);
	run(the_post_of_the_round_stands_first_when_one_is_offered);
	run(a_round_and_a_campaign_say_what_they_brought);
	run(a_post_is_asked_for_by_one_and_decided_by_another_who_looked_first);
	run(what_was_approved_is_what_is_filled);
	run(a_post_that_was_approved_goes_into_a_round_and_shows_the_way_on);
	run(who_could_move_is_named_to_whom_it_concerns_and_counted_for_the_others);
	run(what_the_rules_refuse_says_the_way_back);
	run(a_post_over_establishment_is_asked_for_by_its_ticket);
	run(one_person_is_one_candidate_over_all_applications);
	return tests_end();
}
