/* scoring_rules_test.c: what may not be true of panels and scores, by whichever way it comes. */
#include "check.h"
#include "councils.h"

#include "workforce/rules.h"

#define PLACE "unit U-1 2015-01-01 open name=Duty; kind=team\n" \
	"role R-1 2015-01-01 open title=Social worker; family=social_work; census_role=5; registered=yes\n" \
	"person N-1 family_name=Oddie; given_names=Ann; born=1980-02-01\nperson N-2 family_name=Holt; given_names=Bea; born=1981-02-01\n" \
	"hiring_round RN-1 number=1; name=Round 1; opens_on=2026-01-05; closes_on=2026-01-30; anonymous=yes; public=yes\n" \
	"hiring_round RN-2 number=2; name=Round 2; opens_on=2026-01-05; anonymous=yes; public=yes\n"
#define CHAIR    "panel_member PM-1 round=RN-1; name=Ann Oddie; colleague=N-1; part=chair; trained_on=2024-02-01\n"
#define ASSESSOR "panel_member PM-2 round=RN-1; name=Bea Holt; account=A-000009; part=assessor\n"
#define ASKED "criterion CR-1 round=RN-1; part=shortlist; name=Writes clearly; most=4\n" \
	"criterion CR-2 round=RN-1; part=shortlist; name=Child focus; most=4; needed=2\n"
#define APPLIES(rest) "candidate CN-1 given_names=Bo; family_name=Reed\n" \
	"application AP-1 candidate=CN-1; round=RN-1; role=R-1; band=experienced; received_on=2026-01-20" rest "\n"
#define SCORE(n, cr, who, score, in) "SC-" n " application=AP-1; criterion=CR-" cr "; assessor=" who "; score=" score \
	"; scored_on=2026-02-02; handed_in=" in
#define GAVE(n, cr, who, score) "score " SCORE(n, cr, who, score, "yes") "\n"
#define DRAFT(n, cr, who, score) "score " SCORE(n, cr, who, score, "no") "\n"
#define AGREED(n, cr, score, rest) "score SC-" n " application=AP-1; criterion=CR-" cr "; score=" score "; scored_on=2026-02-03" rest "\n"
#define STEP(n, turn, move, day) "application_step ST-" n " application=AP-1; move=" move "; held_on=" day "; turn=" turn "\n"
#define HERE PLACE CHAIR ASSESSOR ASKED APPLIES("")
#define CHAIR_IN GAVE("1", "1", "PM-1", "4") GAVE("2", "2", "PM-1", "3")
#define BOTH_IN CHAIR_IN GAVE("3", "1", "PM-2", "3") GAVE("4", "2", "PM-2", "3")

static Str
told(const struct findings *found, struct arena *perm)
{
	struct text out = text_new(perm);
	for (ptrdiff_t i = 0; i < found->count; i++)
		text_format(&out, "%s%.*s %.*s", i ? "; " : "", STR_ARG(found->at[i].code), STR_ARG(found->at[i].record));
	return text_str(&out);
}

/* The codes broken when the records of these types (bits of what the test cares for) were added to what was there. */
static Str
added(const char *lines, const char *type_name, struct arena *perm)
{
	struct council *council = council_of(lines, perm);
	struct changes changes = changes_new(perm);
	struct findings found = findings_new(perm);
	const struct record_type *type = record_type_find(str_of(type_name));
	const struct records *of = &council->of[record_type_id(type)];
	for (int i = 0; i < of->count; i++)
		changes_add(&changes, (struct change){ ADD, type, .after = of->at[i] });
	rules_check(council, &changes, &found, perm);
	return told(&found, perm);
}

static Str
altered(const char *lines, const char *type_name, const char *before, struct arena *perm)
{
	struct council *council = council_of(lines, perm);
	struct changes changes = changes_new(perm);
	struct findings found = findings_new(perm);
	const struct record_type *type = record_type_find(str_of(type_name));
	struct record was = council_record(type, str_of(before), perm);
	int first;
	check(records_of(&council->of[record_type_id(type)], was.ref, &first) == 1);
	changes_add(&changes, (struct change){ ALTER, type, .before = was, .after = council->of[record_type_id(type)].at[first] });
	rules_check(council, &changes, &found, perm);
	return told(&found, perm);
}

static Str
taken_away(const char *lines, const char *type_name, const char *before, struct arena *perm)
{
	struct council *council = council_of(lines, perm);
	struct changes changes = changes_new(perm);
	struct findings found = findings_new(perm);
	const struct record_type *type = record_type_find(str_of(type_name));
	changes_add(&changes, (struct change){ REMOVE, type, .before = council_record(type, str_of(before), perm) });
	rules_check(council, &changes, &found, perm);
	return told(&found, perm);
}

static void
nobody_is_on_a_panel_twice_or_of_a_candidate_they_referred(struct arena *perm)
{
	check_str(added(HERE, "panel_member", perm), S(""));
	check_str(added(HERE "panel_member PM-3 round=RN-1; name=A O; colleague=N-1; part=assessor\n", "panel_member", perm),
	          S("panel PM-1; panel PM-3"));
	check_str(added(HERE "panel_member PM-3 round=RN-1; name=B H; account=A-000009; part=observer\n", "panel_member", perm),
	          S("panel PM-2; panel PM-3"));
	check_str(added(HERE "panel_member PM-3 round=RN-2; name=B H; account=A-000009; part=observer\n", "panel_member", perm), S(""));
	check_str(added(PLACE CHAIR APPLIES("; referred_by=N-1"), "panel_member", perm), S("panel PM-1"));
	check_str(added(PLACE CHAIR APPLIES("; referred_by=N-1"), "application", perm), S("panel AP-1"));
	check_str(added(HERE "panel_interest PI-1 member=PM-1; candidate=CN-1; what=friend; declared_on=2026-02-01\n", "panel_interest", perm),
	          S(""));
	check_str(added(HERE "candidate CN-2 family_name=Low\npanel_interest PI-1 member=PM-1; candidate=CN-2; what=friend; declared_on=2026-02-01\n",
		"panel_interest", perm), S("panel PI-1"));
}

static void
who_scores_is_on_the_panel_and_scores_there(struct arena *perm)
{
	check_str(added(HERE CHAIR_IN, "score", perm), S(""));
	check_str(added(HERE DRAFT("1", "1", "PM-1", "4"), "score", perm), S(""));
	check_str(added(HERE "panel_member PM-3 round=RN-1; name=C; part=observer\n" DRAFT("1", "1", "PM-3", "4"), "score", perm),
	          S("scorer SC-1"));
	check_str(added(HERE "panel_member PM-3 round=RN-1; name=C; part=young_people\n" DRAFT("1", "1", "PM-3", "4"), "score", perm),
	          S("scorer SC-1"));
	check_str(added(HERE "panel_member PM-3 round=RN-2; name=C; part=chair\n" DRAFT("1", "1", "PM-3", "4"), "score", perm),
	          S("scorer SC-1"));
	check_str(added(HERE "panel_member PM-3 round=RN-1; name=C; part=chair; left_on=2026-02-02\n" DRAFT("1", "1", "PM-3", "4"), "score",
		perm), S("scorer SC-1"));
	check_str(added(HERE "panel_interest PI-1 member=PM-1; candidate=CN-1; what=relative; declared_on=2026-02-01\n"
		DRAFT("1", "1", "PM-1", "4"), "score", perm), S("scorer SC-1"));
}

static void
a_score_is_of_a_criterion_of_its_round_and_within_it(struct arena *perm)
{
	check_str(added(HERE DRAFT("1", "1", "PM-1", "5"), "score", perm), S("score SC-1"));
	check_str(added(HERE "criterion CR-3 round=RN-2; part=shortlist; name=X; most=4\n" DRAFT("1", "3", "PM-1", "4"), "score", perm),
	          S("score SC-1"));
	check_str(added(HERE "criterion CR-3 round=RN-1; part=shortlist; name=X; most=4; needed=5\n", "criterion", perm), S("score CR-3"));
}

static void
nobody_scores_twice_or_hands_in_half(struct arena *perm)
{
	check_str(added(HERE DRAFT("1", "1", "PM-1", "4") DRAFT("2", "1", "PM-1", "3"), "score", perm),
	          S("score-locked SC-1; score-locked SC-2"));
	check_str(added(HERE GAVE("1", "1", "PM-1", "4"), "score", perm), S("score SC-1"));
	check_str(added(HERE GAVE("1", "1", "PM-1", "4") DRAFT("2", "2", "PM-1", "3"), "score", perm), S("score SC-1"));
}

static void
what_was_handed_in_stays(struct arena *perm)
{
	check_str(altered(HERE BOTH_IN, "score", SCORE("1", "1", "PM-1", "3", "yes"), perm), S("score SC-1"));
	check_str(taken_away(HERE BOTH_IN, "score", SCORE("9", "1", "PM-1", "3", "yes"), perm), S("score SC-9"));
	check_str(taken_away(HERE BOTH_IN, "score", SCORE("9", "1", "PM-1", "3", "no"), perm), S(""));
	check_str(taken_away(PLACE CHAIR ASKED "candidate CN-1 removed_on=2026-09-01\n"
		"application AP-1 candidate=CN-1; round=RN-1; role=R-1; band=experienced; received_on=2026-01-20\n", "score",
		SCORE("9", "1", "PM-1", "3", "yes"), perm), S(""));
}

static void
after_the_stage_or_what_was_agreed_nothing_is_scored(struct arena *perm)
{
	check_str(added(HERE CHAIR_IN STEP("1", "1", "reject", "2026-02-02"), "score", perm), S("score-locked SC-1; score-locked SC-2"));
	check_str(added(HERE "criterion CR-3 round=RN-1; part=interview; name=X; most=4\n" DRAFT("1", "3", "PM-1", "4"), "score", perm),
	          S("score-locked SC-1"));               /* before they are invited */
	check_str(added(HERE "panel_member PM-3 round=RN-1; name=C; part=assessor\n" DRAFT("9", "1", "PM-3", "2")
		AGREED("8", "1", "3", "; note=Talked; handed_in=yes"), "score", perm), S("score-locked SC-8; score-locked SC-9"));
}

static void
what_was_agreed_comes_after_all_are_in_with_a_note(struct arena *perm)
{
	check_str(altered(HERE BOTH_IN AGREED("5", "1", "3", "; note=Talked; handed_in=yes"), "score",
		"SC-5 application=AP-1; criterion=CR-1; score=3; scored_on=2026-02-03; handed_in=no", perm), S(""));
	check_str(altered(HERE CHAIR_IN AGREED("5", "1", "3", "; note=Talked; handed_in=yes"), "score",
		"SC-5 application=AP-1; criterion=CR-1; score=3; scored_on=2026-02-03; handed_in=no", perm), S("score-locked SC-5"));
	check_str(altered(HERE BOTH_IN AGREED("5", "1", "3", "; handed_in=yes"), "score",
		"SC-5 application=AP-1; criterion=CR-1; score=3; scored_on=2026-02-03; handed_in=no", perm), S("score-locked SC-5"));
	check_str(altered(HERE BOTH_IN AGREED("5", "1", "3", "; note=Talked; handed_in=no"), "score",
		"SC-5 application=AP-1; criterion=CR-1; score=2; scored_on=2026-02-03; handed_in=no", perm), S("score-locked SC-5"));
}

static void
criteria_stay_as_they_are_once_anybody_handed_in(struct arena *perm)
{
#define WAS(rest) "CR-1 round=RN-1; part=shortlist; name=Writes clearly; " rest
	check_str(altered(HERE CHAIR_IN, "criterion", WAS("most=5"), perm), S("score-locked CR-1"));
	check_str(altered(HERE CHAIR_IN, "criterion", "CR-1 round=RN-1; part=shortlist; name=Writes; most=4; held_at=Hall", perm), S(""));
	check_str(altered(HERE DRAFT("1", "1", "PM-1", "4"), "criterion", WAS("most=5"), perm), S(""));
}

static void
an_application_is_shortlisted_after_two_have_scored_it_and_agreed(struct arena *perm)
{
#define SHORTLISTED STEP("1", "1", "shortlist", "2026-02-05")
	check_str(added(HERE SHORTLISTED, "application_step", perm), S("scored-first ST-1"));
	check_str(added(HERE CHAIR_IN SHORTLISTED, "application_step", perm), S("scored-first ST-1"));
	check_str(added(HERE BOTH_IN SHORTLISTED, "application_step", perm), S(""));
	check_str(added(HERE BOTH_IN "panel_member PM-3 round=RN-1; name=C; part=assessor\n" SHORTLISTED, "application_step", perm),
	          S("scored-first ST-1"));               /* a third is to come */
#define APART CHAIR_IN GAVE("3", "1", "PM-2", "1") GAVE("4", "2", "PM-2", "3")
	check_str(added(HERE APART SHORTLISTED, "application_step", perm), S("scored-first ST-1"));
	check_str(added(HERE APART AGREED("5", "1", "2", "; note=Talked; handed_in=yes") SHORTLISTED, "application_step", perm), S(""));
	check_str(added(PLACE CHAIR APPLIES("") SHORTLISTED, "application_step", perm), S(""));         /* no criteria */
}

static void
nobody_is_invited_or_assessed_without_somebody_trained(struct arena *perm)
{
#define INVITED STEP("1", "1", "shortlist", "2026-02-05") STEP("2", "2", "invite", "2026-02-06")
	check_str(added(PLACE CHAIR APPLIES("") INVITED, "application_step", perm), S(""));
	check_str(added(PLACE ASSESSOR APPLIES("") INVITED, "application_step", perm), S("panel-trained ST-2"));
	check_str(added(PLACE APPLIES("") INVITED STEP("3", "3", "assess", "2026-02-10"), "application_step", perm),
	          S("panel-trained ST-2; panel-trained ST-3"));
	check_str(added(PLACE "panel_member PM-1 round=RN-1; name=A; part=chair; trained_on=2021-02-06\n" APPLIES("") INVITED,
		"application_step", perm), S("panel-trained ST-2"));             /* it ran out the day before */
	check_str(added(PLACE "panel_member PM-1 round=RN-1; name=A; part=chair; trained_on=2024-02-06; left_on=2026-02-06\n" APPLIES("")
		INVITED, "application_step", perm), S("panel-trained ST-2"));
}

static void
assessed_is_after_two_have_scored_the_assessment(struct arena *perm)
{
#define CENTRE "criterion CR-3 round=RN-1; part=exercise; name=Written exercise; most=10\n" INVITED STEP("3", "3", "assess", "2026-02-10")
	check_str(added(PLACE CHAIR ASSESSOR APPLIES("") CENTRE, "application_step", perm), S("scored-first ST-3"));
	check_str(added(PLACE CHAIR ASSESSOR APPLIES("") CENTRE GAVE("1", "3", "PM-1", "7") GAVE("2", "3", "PM-2", "6"), "application_step",
		perm), S(""));
}

/* Applications with their steps, as another system had them, are not judged by a panel that is not here. */
static void
what_is_brought_with_its_application_was_done_elsewhere(struct arena *perm)
{
	struct council *council = council_of(PLACE ASSESSOR ASKED APPLIES("") INVITED, perm);
	struct changes changes = changes_new(perm);
	struct findings found = findings_new(perm);
	static const enum type_id both[] = { TYPE_APPLICATION, TYPE_STEP };
	for (int t = 0; t < countof(both); t++)
		for (int i = 0; i < council->of[both[t]].count; i++)
			changes_add(&changes, (struct change){ ADD, &record_types[both[t]], .after = council->of[both[t]].at[i] });
	rules_check(council, &changes, &found, perm);
	check_str(told(&found, perm), S(""));
}

int
main(void)
{
	run(nobody_is_on_a_panel_twice_or_of_a_candidate_they_referred);
	run(who_scores_is_on_the_panel_and_scores_there);
	run(a_score_is_of_a_criterion_of_its_round_and_within_it);
	run(nobody_scores_twice_or_hands_in_half);
	run(what_was_handed_in_stays);
	run(after_the_stage_or_what_was_agreed_nothing_is_scored);
	run(what_was_agreed_comes_after_all_are_in_with_a_note);
	run(criteria_stay_as_they_are_once_anybody_handed_in);
	run(an_application_is_shortlisted_after_two_have_scored_it_and_agreed);
	run(nobody_is_invited_or_assessed_without_somebody_trained);
	run(assessed_is_after_two_have_scored_the_assessment);
	run(what_is_brought_with_its_application_was_done_elsewhere);
	return tests_end();
}
