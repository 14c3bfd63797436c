/* hiring_rules_test.c: what may not be true of recruitment, by whichever way it comes. */
#include "check.h"
#include "councils.h"

#include "workforce/rules.h"

#define PLACE "unit U-1 2015-01-01 open name=Duty; kind=team\n" \
	"role R-1 2015-01-01 open title=Social worker; family=social_work; census_role=5; registered=yes\n" \
	"post P-1 2018-01-01 open title=Social worker; unit=U-1; role=R-1; fte=1; status=funded\n" \
	"person N-1 family_name=Oddie; given_names=Ann; born=1980-02-01\n" \
	"hiring_round RN-1 number=1; name=Round 1; opens_on=2026-01-05; closes_on=2026-01-30; anonymous=yes; public=yes\n"
#define SEAT(rest) "requisition RQ-1 post=P-1; unit=U-1; role=R-1; why=left; asked_on=2025-12-01" rest "\n"
#define APPROVED "; decision=approved; decided_on=2025-12-09; redeployment=nobody; transfers=nobody"
#define BO "candidate CN-1 given_names=Bo; family_name=Reed\n"
#define APPLIES(rest) "application AP-1 candidate=CN-1; round=RN-1; role=R-1; band=experienced; received_on=2026-01-20" rest "\n"
#define STEP(n, turn, move, day, rest) \
	"application_step ST-" n " application=AP-1; move=" move "; held_on=" day "; turn=" turn rest "\n"

static Str
told(const struct findings *found, struct arena *perm)
{
	struct text out = text_new(perm);
	for (ptrdiff_t i = 0; i < found->count; i++)
		text_format(&out, "%s%.*s %.*s", i ? "; " : "", STR_ARG(found->at[i].code), STR_ARG(found->at[i].record));
	return text_str(&out);
}

/* The codes broken, when every record counts as changed. */
static Str
broken(const char *lines, struct arena *perm)
{
	struct council *council = council_of(lines, perm);
	struct changes changes = changes_new(perm);
	struct findings found = findings_new(perm);
	for (int t = 0; t < RECORD_TYPES; t++)
		for (int i = 0; i < council->of[t].count; i++)
			changes_add(&changes, (struct change){ ADD, &record_types[t], .after = council->of[t].at[i] });
	rules_check(council, &changes, &found, perm);
	return told(&found, perm);
}

/* The codes broken when one record is changed from `before`. */
static Str
broken_by(const char *lines, enum type_id type, const char *before, struct arena *perm)
{
	struct council *council = council_of(lines, perm);
	struct changes changes = changes_new(perm);
	struct findings found = findings_new(perm);
	changes_add(&changes, (struct change){ ALTER, &record_types[type], .after = council->of[type].at[0],
		.before = council_record(&record_types[type], str_of(before), perm) });
	rules_check(council, &changes, &found, perm);
	return told(&found, perm);
}

static void
a_seat_is_looked_at_and_approved_before_it_is_in_a_round(struct arena *perm)
{
	check_str(broken(PLACE SEAT(APPROVED "; round=RN-1"), perm), S(""));
	check_str(broken(PLACE SEAT("; round=RN-1"), perm), S("requisition RQ-1"));
	check_str(broken(PLACE SEAT("; decision=approved; decided_on=2025-12-09"), perm), S("requisition RQ-1"));
	check_str(broken(PLACE SEAT("; decision=refused"), perm), S("requisition RQ-1"));
	check_str(broken(PLACE SEAT("; decision=refused; decided_on=2025-11-09"), perm), S("hiring-days RQ-1"));
	check_str(broken(PLACE "requisition RQ-1 unit=U-1; role=R-1; why=x; asked_on=2025-12-01\n", perm), S("requisition RQ-1"));
}

static void
steps_go_by_the_table_in_turn_and_in_days(struct arena *perm)
{
#define HERE PLACE BO APPLIES("")
	check_str(broken(HERE STEP("1", "1", "shortlist", "2026-02-02", "") STEP("2", "2", "invite", "2026-02-03", ""), perm), S(""));
	check_str(broken(HERE STEP("1", "1", "invite", "2026-02-02", ""), perm), S("step ST-1"));
	check_str(broken(HERE STEP("1", "2", "shortlist", "2026-02-02", ""), perm), S("step ST-1"));
	check_str(broken(HERE STEP("1", "1", "shortlist", "2026-01-19", ""), perm), S("step ST-1"));
	check_str(broken(HERE STEP("1", "1", "reject", "2026-02-02", ""), perm), S("step ST-1"));
	check_str(broken(HERE STEP("1", "1", "reject", "2026-02-02", "; reason=criteria"), perm), S(""));
	check_str(broken(HERE STEP("1", "1", "reject", "2026-02-02", "; reason=criteria")
		STEP("2", "2", "shortlist", "2026-02-03", ""), perm), S("step ST-2"));
}

static void
an_offer_needs_a_seat_that_was_approved(struct arena *perm)
{
#define TO_CHOSEN STEP("1", "1", "shortlist", "2026-02-02", "") STEP("2", "2", "invite", "2026-02-03", "") \
	STEP("3", "3", "assess", "2026-02-10", "") STEP("4", "4", "choose", "2026-02-11", "")
#define TO_OFFER TO_CHOSEN STEP("5", "5", "offer", "2026-02-12", "")
	check_str(broken(PLACE BO APPLIES("") TO_OFFER, perm), S("step ST-5"));
	check_str(broken(PLACE BO SEAT(APPROVED) APPLIES("; requisition=RQ-1") TO_OFFER, perm), S(""));
	check_str(broken(PLACE BO SEAT("") APPLIES("; requisition=RQ-1") TO_OFFER, perm), S("requisition AP-1"));
}

/* Two were told on one morning that the post is theirs: whoever comes second is refused, by whichever record. */
static void
a_seat_is_offered_to_one_candidate_at_a_time(struct arena *perm)
{
#define DI(rest) "candidate CN-2 given_names=Di; family_name=Lee\n" \
	"application AP-2 candidate=CN-2; round=RN-1; role=R-1; band=experienced; received_on=2026-01-20; requisition=RQ-1\n" \
	"application_step ST-11 application=AP-2; move=shortlist; held_on=2026-02-02; turn=1\n" \
	"application_step ST-12 application=AP-2; move=invite; held_on=2026-02-03; turn=2\n" \
	"application_step ST-13 application=AP-2; move=assess; held_on=2026-02-10; turn=3\n" \
	"application_step ST-14 application=AP-2; move=choose; held_on=2026-02-11; turn=4\n" rest
#define DI_OFFERED "application_step ST-15 application=AP-2; move=offer; held_on=2026-02-12; turn=5\n"
#define BOTH PLACE SEAT(APPROVED) BO APPLIES("; requisition=RQ-1")
	check_str(broken(BOTH TO_OFFER DI(""), perm), S(""));                  /* chosen, and no offer yet */
	check(str_find(broken(BOTH TO_OFFER DI(DI_OFFERED), perm), S("seat ST-15")) >= 0);
	check_str(broken(BOTH TO_OFFER STEP("6", "6", "decline", "2026-02-13", "; reason=pay") DI(DI_OFFERED), perm), S(""));
	/* by a change of the application, once it was offered another */
	check_str(broken_by(BOTH TO_OFFER DI(DI_OFFERED), TYPE_APPLICATION, "AP-1 candidate=CN-1; round=RN-1; role=R-1; "
		"band=experienced; received_on=2026-01-20; requisition=RQ-2", perm), S("seat AP-1"));
}

static void
nobody_is_offered_a_seat_that_was_withdrawn_or_starts_in_a_post_that_is_frozen(struct arena *perm)
{
#define POST_IS(status, first) "post P-2 " first " open title=Social worker; unit=U-1; role=R-1; fte=1; status=" status "\n"
#define SEAT_OF(rest) "requisition RQ-1 post=P-2; unit=U-1; role=R-1; why=left; asked_on=2025-12-01" APPROVED rest "\n"
	check_str(broken(PLACE POST_IS("funded", "2018-01-01") SEAT_OF("") BO APPLIES("; requisition=RQ-1") TO_OFFER, perm), S(""));
	/* a freeze may end before the day; nobody starts while it stands */
	check_str(broken(PLACE POST_IS("frozen", "2018-01-01") SEAT_OF("") BO APPLIES("; requisition=RQ-1") TO_OFFER, perm), S(""));
#define STARTS_IN(status) PLACE POST_IS(status, "2018-01-01") SEAT_OF("") BO "spell S-1 2026-03-09 open person=N-1; post=P-2; basis=permanent; fte=1\n" \
	APPLIES("; requisition=RQ-1; starts_on=2026-03-09; spell=S-1") TO_OFFER STEP("6", "6", "accept", "2026-02-15", "") \
	STEP("7", "7", "clear", "2026-03-02", "") STEP("8", "8", "agree", "2026-03-03", "") STEP("9", "9", "start", "2026-03-09", "")
	check(str_find(broken(STARTS_IN("funded"), perm), S("seat")) < 0);
	check(str_find(broken(STARTS_IN("frozen"), perm), S("seat ST-9")) >= 0);
	check(str_find(broken(STARTS_IN("proposed"), perm), S("seat ST-9")) >= 0);
	check_str(broken(PLACE POST_IS("funded", "2018-01-01") SEAT_OF("; withdrawn_on=2026-02-12") BO APPLIES("; requisition=RQ-1") TO_OFFER, perm),
	          S("seat ST-5"));
}

#define CHECKED(n, kind, rest) "vetting VC-" n " application=AP-1; kind=" kind "; " rest "\n"
#define CLEARED "state=cleared; cleared_on=2026-03-01; seen_by=Cole"
#define ALL_BUT_DBS CHECKED("1", "identity", CLEARED) CHECKED("2", "right_to_work", CLEARED) \
	CHECKED("3", "qualification", CLEARED) CHECKED("4", "registration", CLEARED) CHECKED("5", "reference", CLEARED) \
	CHECKED("6", "overseas_police", "state=not_needed; not_needed_why=never abroad") CHECKED("7", "health", CLEARED) \
	CHECKED("8", "gaps", CLEARED)

static void
an_offer_stands_after_every_check_and_not_before(struct arena *perm)
{
#define TO_CLEAR PLACE BO SEAT(APPROVED) APPLIES("; requisition=RQ-1") TO_OFFER STEP("6", "6", "accept", "2026-02-15", "") \
	STEP("7", "7", "clear", "2026-03-02", "")
	check_str(broken(TO_CLEAR ALL_BUT_DBS CHECKED("9", "dbs", CLEARED), perm), S(""));
	check_str(broken(TO_CLEAR ALL_BUT_DBS, perm), S("checks-first ST-7"));
	check_str(broken(TO_CLEAR ALL_BUT_DBS CHECKED("9", "dbs", "state=received; received_on=2026-03-01"), perm),
	          S("checks-first ST-7"));
	/* one reference of two */
	check_str(broken(TO_CLEAR ALL_BUT_DBS CHECKED("9", "dbs", CLEARED) CHECKED("91", "reference", "state=requested"), perm),
	          S("checks-first ST-7"));
}

static void
a_check_goes_by_its_table_and_says_who_saw_it(struct arena *perm)
{
#define VETTED(rest) PLACE BO APPLIES("") CHECKED("1", "dbs", rest)
	check_str(broken_by(VETTED("state=chased"), TYPE_VETTING, "VC-1 application=AP-1; kind=dbs; state=requested", perm), S(""));
	check_str(broken_by(VETTED("state=chased"), TYPE_VETTING, "VC-1 application=AP-1; kind=dbs; state=not_started", perm),
	          S("check VC-1"));
	check_str(broken_by(VETTED(CLEARED), TYPE_VETTING, "VC-1 application=AP-1; kind=dbs; state=requested", perm),
	          S("check VC-1"));
	check_str(broken_by(VETTED(CLEARED), TYPE_VETTING, "VC-1 application=AP-1; kind=dbs; state=concern", perm), S(""));
	check_str(broken(VETTED("state=cleared; cleared_on=2026-03-01"), perm), S("check VC-1"));
	check_str(broken(VETTED("state=not_needed"), perm), S("check VC-1"));
}

static void
one_hire_is_one_time_in_post_and_one_candidate_applies_once(struct arena *perm)
{
#define TWO PLACE BO "candidate CN-2 given_names=Di; family_name=Shaw\n" \
	"spell S-1 2026-04-01 open person=N-1; post=P-1; basis=permanent; fte=1\n"
#define OTHER(who, rest) "application AP-2 candidate=" who "; round=RN-1; role=R-1; band=experienced; received_on=2026-01-21" rest "\n"
	check_str(broken(TWO APPLIES("; spell=S-1") OTHER("CN-2", ""), perm), S(""));
	check_str(broken(TWO APPLIES("; spell=S-1") OTHER("CN-2", "; spell=S-1"), perm), S("one-hire AP-1; one-hire AP-2"));
	check_str(broken(TWO APPLIES("") OTHER("CN-1", ""), perm), S("applied-twice AP-1; applied-twice AP-2"));
}

static void
whoever_refers_a_candidate_is_not_on_the_panel(struct arena *perm)
{
#define MEMBER(rest) "panel_member PM-1 round=RN-1; name=Ann Oddie; colleague=N-1; part=assessor" rest "\n"
	check_str(broken(PLACE BO APPLIES("; referred_by=N-1") MEMBER(""), perm), S("panel PM-1; panel AP-1"));
	check_str(broken(PLACE BO APPLIES("; referred_by=N-1") MEMBER("; left_on=2026-01-21"), perm), S(""));
	check_str(broken(PLACE BO APPLIES("") MEMBER(""), perm), S(""));
}

static void
a_candidate_has_a_name_until_they_are_removed(struct arena *perm)
{
	check_str(broken("candidate CN-1 email=x@example.org\n", perm), S("candidate CN-1"));
	check_str(broken("candidate CN-1 family_name=Reed\n", perm), S(""));
	check_str(broken("candidate CN-1 removed_on=2026-01-01\n", perm), S(""));
}

static void
a_campaign_is_closed_with_a_review_and_a_score_stays(struct arena *perm)
{
#define CAMPAIGN(rest) "campaign CA-1 name=TMP; starts_on=2022-03-01" rest "\n"
	check_str(broken(CAMPAIGN("; closed_on=2022-09-01"), perm), S("close-out CA-1"));
	check_str(broken(CAMPAIGN("; closed_on=2022-09-01; achieved=more came; lessons=aim better"), perm), S(""));
#define SCORED(rest) PLACE BO APPLIES("") "criterion CR-1 round=RN-1; part=shortlist; name=Child focus; most=5\n" \
	"panel_member PM-1 round=RN-1; name=Ann Oddie; part=assessor\n" \
	"score SC-1 application=AP-1; criterion=CR-1; assessor=PM-1; scored_on=2026-02-10; " rest "\n"
	check_str(broken(SCORED("score=5; handed_in=yes"), perm), S(""));
	check_str(broken(SCORED("score=6; handed_in=no"), perm), S("score SC-1"));
	check_str(broken_by(SCORED("score=4; handed_in=yes"), TYPE_SCORE,
		"SC-1 application=AP-1; criterion=CR-1; assessor=PM-1; scored_on=2026-02-10; score=3; handed_in=yes", perm), S("score SC-1"));
	check_str(broken_by(SCORED("score=4; handed_in=yes"), TYPE_SCORE,
		"SC-1 application=AP-1; criterion=CR-1; assessor=PM-1; scored_on=2026-02-10; score=3; handed_in=no", perm), S(""));
}

int
main(void)
{
	run(a_seat_is_looked_at_and_approved_before_it_is_in_a_round);
	run(steps_go_by_the_table_in_turn_and_in_days);
	run(an_offer_needs_a_seat_that_was_approved);
	run(a_seat_is_offered_to_one_candidate_at_a_time);
	run(nobody_is_offered_a_seat_that_was_withdrawn_or_starts_in_a_post_that_is_frozen);
	run(an_offer_stands_after_every_check_and_not_before);
	run(a_check_goes_by_its_table_and_says_who_saw_it);
	run(one_hire_is_one_time_in_post_and_one_candidate_applies_once);
	run(whoever_refers_a_candidate_is_not_on_the_panel);
	run(a_candidate_has_a_name_until_they_are_removed);
	run(a_campaign_is_closed_with_a_review_and_a_score_stays);
	return tests_end();
}
