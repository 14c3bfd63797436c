/* scoring_test.c: score sheets, worked out by hand: who is to come, when a sheet is open, what must be agreed, totals, rank. */
#include "check.h"
#include "councils.h"

#include "practice/nameless.h"
#include "practice/scoring.h"

#define PLACE "unit U-1 2015-01-01 open name=Duty; kind=team\n" \
	"role R-1 2015-01-01 open title=Social worker; family=social_work; census_role=5; registered=yes\n" \
	"post P-1 2018-01-01 open title=Social worker; unit=U-1; role=R-1; fte=1; status=funded\n" \
	"post P-2 2018-01-01 open title=Social worker; unit=U-1; role=R-1; fte=1; status=funded\n" \
	"person N-1 family_name=Oddie; given_names=Ann\n" \
	"hiring_round RN-1 name=Round 1; opens_on=2026-01-05; closes_on=2026-01-30; shortlist_by=2026-02-06; anonymous=yes; public=yes\n"
#define CHAIR    "panel_member PM-1 round=RN-1; name=Ann Oddie; colleague=N-1; part=chair; trained_on=2024-02-29\n"
#define ASSESSOR "panel_member PM-2 round=RN-1; name=Bea Holt; account=A-000009; part=assessor\n"
#define WATCHER  "panel_member PM-3 round=RN-1; name=Cy Mills; part=observer\n"
#define YOUNG    "panel_member PM-4 round=RN-1; name=Young people; part=young_people\n"
/* two criteria for shortlisting: the second counts twice, is essential, and 2 suffices */
#define ASKED "criterion CR-1 round=RN-1; part=shortlist; name=Writes clearly; most=4; place=2\n" \
	"criterion CR-2 round=RN-1; part=shortlist; name=Child focus; most=4; needed=2; weight=2; place=1\n" \
	"criterion CR-3 round=RN-1; part=exercise; name=Written exercise; most=10\n"
#define APPLIES(n, rest) "candidate CN-" n " given_names=Bo; family_name=Reed\n" \
	"application AP-" n " candidate=CN-" n "; round=RN-1; role=R-1; band=experienced; received_on=2026-01-20" rest "\n"
#define GAVE(sc, ap, cr, who, score) "score SC-" sc " application=AP-" ap "; criterion=CR-" cr "; assessor=" who "; score=" score \
	"; scored_on=2026-02-02; handed_in=yes\n"
#define HERE PLACE CHAIR ASSESSOR WATCHER YOUNG ASKED APPLIES("1", "")

struct desk { struct roster roster; struct recruitment all; struct score_books books; struct arena *perm; };

static struct desk
desk_of(const char *lines, struct arena *perm)
{
	struct desk desk = { .perm = perm };
	struct roster *roster = new(perm, 1, struct roster);
	const struct council *council = council_of(lines, perm);
	roster_build(roster, council, perm);
	recruitment_read(&desk.all, roster, date_of(2026, 2, 3), perm);
	desk.books = score_books_of(council, perm);
	return desk;
}

static struct sheet
sheet_at(const struct desk *desk, int application, enum sitting sitting)
{
	struct sheet sheet;
	application_sheet(&sheet, &desk->books, &desk->all, &desk->all.applications[application], sitting, desk->perm);
	return sheet;
}

static void
a_sheet_has_the_criteria_of_its_sitting_and_who_scores_there(struct arena *perm)
{
	struct desk desk = desk_of(HERE, perm);
	struct sheet sheet = sheet_at(&desk, 0, SHORTLISTING);
	check_int(sheet.criterion_count, 2);
	check_str(sheet.criteria[0].ref, S("CR-2"));             /* by its place in the list */
	check_int(sheet.criteria[0].needed, 2);
	check_int(sheet.criteria[0].weight, 2);
	check_int(sheet.criteria[1].needed, NOT_NEEDED);
	check_int(sheet.criteria[1].weight, 1);
	check_int(sheet.scorer_count, 2);                        /* chair and assessor; no observer, no young people yet */
	check_int(sheet.to_come, 2);
	check(!sheet_open(&sheet));
	sheet = sheet_at(&desk, 0, ASSESSMENT);
	check_int(sheet.criterion_count, 1);
	check_int(sheet.to_come, 0);                             /* it is not at that stage */
}

static void
a_criterion_of_another_role_is_not_asked(struct arena *perm)
{
	struct desk desk = desk_of(HERE "role R-2 2015-01-01 open title=Manager; family=social_work; census_role=3; registered=yes\n"
		"criterion CR-4 round=RN-1; role=R-2; part=shortlist; name=Has managed; most=4\n", perm);
	check_int(sheet_at(&desk, 0, SHORTLISTING).criterion_count, 2);
}

static void
it_is_locked_until_both_are_in_and_then_open(struct arena *perm)
{
#define CHAIR_IN GAVE("1", "1", "1", "PM-1", "4") GAVE("2", "1", "2", "PM-1", "3")
	struct desk one = desk_of(HERE CHAIR_IN, perm);
	struct sheet sheet = sheet_at(&one, 0, SHORTLISTING);
	check_int(sheet.in, 1);
	check_int(sheet.to_come, 1);
	check(!sheet_open(&sheet));
	check_int(scoring_state_of(&sheet, S("PM-1")), SCORING_OTHERS);
	check_int(scoring_state_of(&sheet, S("PM-2")), SCORING_MINE);
	check(!sheet_total_of(&sheet).complete);
	/* half of the second sheet, and not handed in */
	struct desk begun = desk_of(HERE CHAIR_IN "score SC-3 application=AP-1; criterion=CR-1; assessor=PM-2; score=3; scored_on=2026-02-02; "
		"handed_in=no\n", perm);
	sheet = sheet_at(&begun, 0, SHORTLISTING);
	check(!sheet_open(&sheet));
	check_int(scoring_state_of(&sheet, S("PM-2")), SCORING_BEGUN);
	struct desk both = desk_of(HERE CHAIR_IN GAVE("3", "1", "1", "PM-2", "3") GAVE("4", "1", "2", "PM-2", "3"), perm);
	sheet = sheet_at(&both, 0, SHORTLISTING);
	check(sheet_open(&sheet));
	check_int(scoring_state_of(&sheet, S("PM-2")), SCORING_DONE);
}

static void
one_alone_never_opens_it_though_nobody_else_scores(struct arena *perm)
{
	struct desk desk = desk_of(PLACE CHAIR WATCHER ASKED APPLIES("1", "") CHAIR_IN, perm);
	struct sheet sheet = sheet_at(&desk, 0, SHORTLISTING);
	check_int(sheet.to_come, 0);
	check(!sheet_open(&sheet));
}

static void
whoever_left_the_panel_is_waited_for_no_more_and_what_they_handed_in_stays(struct arena *perm)
{
#define LEFT "panel_member PM-2 round=RN-1; name=Bea Holt; account=A-000009; part=assessor; left_on=2026-02-02\n"
#define NEW  "panel_member PM-5 round=RN-1; name=Di Lee; part=assessor\n"
	struct desk gone = desk_of(PLACE CHAIR LEFT NEW ASKED APPLIES("1", "") CHAIR_IN, perm);
	struct sheet sheet = sheet_at(&gone, 0, SHORTLISTING);
	check_int(sheet.to_come, 1);
	check(sheet_scorer(&sheet, S("PM-2")) == NULL);
	struct desk gave = desk_of(PLACE CHAIR LEFT ASKED APPLIES("1", "") CHAIR_IN GAVE("3", "1", "1", "PM-2", "3")
		GAVE("4", "1", "2", "PM-2", "3"), perm);
	sheet = sheet_at(&gave, 0, SHORTLISTING);
	check_int(sheet.in, 2);
	check(sheet_open(&sheet));
	struct assessor bea = { .account = S("A-000009"), .today = date_of(2026, 2, 2) };
	check(assessor_member(&gave.books, &bea, S("RN-1")) == NULL);
	bea.today = date_of(2026, 2, 1);
	check(assessor_member(&gave.books, &bea, S("RN-1")) != NULL);
}

static void
who_has_to_do_with_a_candidate_does_not_score_them(struct arena *perm)
{
	struct desk referred = desk_of(PLACE CHAIR ASSESSOR ASKED APPLIES("1", "; referred_by=N-1"), perm);
	check(sheet_scorer(&(struct sheet[]){ sheet_at(&referred, 0, SHORTLISTING) }[0], S("PM-1")) == NULL);
	struct desk herself = desk_of(PLACE CHAIR ASSESSOR ASKED
		"candidate CN-1 given_names=Ann; family_name=Oddie; colleague=N-1\n"
		"application AP-1 candidate=CN-1; round=RN-1; role=R-1; band=experienced; received_on=2026-01-20\n", perm);
	check_int(sheet_at(&herself, 0, SHORTLISTING).to_come, 1);
	struct desk friends = desk_of(HERE APPLIES("2", "")
		"panel_interest PI-1 member=PM-2; candidate=CN-1; what=friend; declared_on=2026-02-01\n", perm);
	check_int(sheet_at(&friends, 0, SHORTLISTING).to_come, 1);
	check_int(sheet_at(&friends, 1, SHORTLISTING).to_come, 2);       /* another candidate */
	struct scoring_tasks tasks;
	int first;
	check(records_of(&friends.books.council->of[TYPE_PANEL_MEMBER], S("PM-2"), &first) == 1);
	scoring_tasks_read(&tasks, &friends.books, &friends.all, &friends.books.council->of[TYPE_PANEL_MEMBER].at[first], perm);
	check_int(tasks.count, 1);
	check_str(tasks.at[0].application->ref, S("AP-2"));
	check_int(tasks.waiting, 1);
}

/* A quarter of 4 is 1: one apart stands, two apart does not; of 10 it is 2.5. On two sides of what suffices one apart is
 * too far. */
static void
a_great_difference_must_be_agreed(struct arena *perm)
{
	static const struct { const char *a, *b; int criterion; bool differs; } cases[] = {
		{ "4", "3", 1, false }, { "4", "2", 1, true }, { "2", "4", 1, true }, { "0", "1", 1, false }, { "3", "2", 0, false },
		{ "2", "1", 0, true }, { "1", "0", 0, false }, { "4", "4", 0, false },
	};
	for (int i = 0; i < countof(cases); i++) {
		bool first = cases[i].criterion == 1;            /* CR-1 is second in the list */
		const char *lines = str_c(str_format(perm, HERE
			"score SC-1 application=AP-1; criterion=%s; assessor=PM-1; score=%s; scored_on=2026-02-02; handed_in=yes\n"
			"score SC-2 application=AP-1; criterion=%s; assessor=PM-1; score=3; scored_on=2026-02-02; handed_in=yes\n"
			"score SC-3 application=AP-1; criterion=%s; assessor=PM-2; score=%s; scored_on=2026-02-02; handed_in=yes\n"
			"score SC-4 application=AP-1; criterion=%s; assessor=PM-2; score=3; scored_on=2026-02-02; handed_in=yes\n",
			first ? "CR-1" : "CR-2", cases[i].a, first ? "CR-2" : "CR-1", first ? "CR-1" : "CR-2", cases[i].b,
			first ? "CR-2" : "CR-1"), perm);
		struct desk desk = desk_of(lines, perm);
		struct sheet sheet = sheet_at(&desk, 0, SHORTLISTING);
		check_int(criterion_differs(&sheet, cases[i].criterion), cases[i].differs);
		check_int(sheet_to_agree(&sheet), cases[i].differs);
		check_int(scoring_state_of(&sheet, S("PM-2")), cases[i].differs ? SCORING_AGREE : SCORING_DONE);
		check_int(sheet_total_of(&sheet).complete, !cases[i].differs);
	}
}

/* Chair 4 and 3, assessor 3 and 3: writes clearly (4 + 3) / 2 = 3.5, child focus 3, twice: 3.5 + 6 = 9.5 of 4 + 8 = 12. */
static void
a_total_is_of_means_and_weights_and_what_was_agreed_goes_before_a_mean(struct arena *perm)
{
#define BOTH_IN CHAIR_IN GAVE("3", "1", "1", "PM-2", "3") GAVE("4", "1", "2", "PM-2", "3")
	struct desk desk = desk_of(HERE BOTH_IN, perm);
	struct sheet sheet = sheet_at(&desk, 0, SHORTLISTING);
	struct sheet_total total = sheet_total_of(&sheet);
	check(total.complete);
	check_int(2 * total.parts, 19 * SCORE_PARTS);
	check_int(total.most, 12 * SCORE_PARTS);
	check_int(total.missed, 0);
	/* they talked, and gave 1 for child focus: 3.5 + 2 = 5.5, and it does not suffice */
	struct desk agreed = desk_of(HERE BOTH_IN "score SC-5 application=AP-1; criterion=CR-2; score=1; note=No example of direct work; "
		"scored_on=2026-02-03; handed_in=yes\n", perm);
	sheet = sheet_at(&agreed, 0, SHORTLISTING);
	total = sheet_total_of(&sheet);
	check_int(2 * total.parts, 11 * SCORE_PARTS);
	check_int(total.missed, 1);
	check(sheet.any_agreed);
}

/* ---- rank --------------------------------------------------------------------------------------------- */

#define STEP(n, ap, turn, move, day) "application_step ST-" n " application=AP-" ap "; move=" move "; held_on=" day "; turn=" turn "\n"
#define ASSESSED(n) APPLIES(n, "") STEP(n "1", n, "1", "shortlist", "2026-01-25") STEP(n "2", n, "2", "invite", "2026-01-26") \
	STEP(n "3", n, "3", "assess", "2026-02-01")
#define EXERCISE "criterion CR-3 round=RN-1; part=exercise; name=Written exercise; most=10; needed=4\n"
#define SEAT(n) "requisition RQ-" n " post=P-" n "; unit=U-1; role=R-1; why=left; asked_on=2025-12-01; decision=approved; " \
	"decided_on=2025-12-09; redeployment=nobody; transfers=nobody; round=RN-1\n"
#define TWICE(n, a, b) GAVE(n "1", n, "3", "PM-1", a) GAVE(n "2", n, "3", "PM-2", b)
#define PANEL PLACE CHAIR ASSESSOR EXERCISE SEAT("1") SEAT("2")

static Str
ranked(const struct desk *desk, struct arena *perm)
{
	struct ranking ranking;
	struct text out = text_new(perm);
	ranking_read(&ranking, &desk->books, &desk->all, desk->all.applications[0].round, perm);
	for (int i = 0; i < ranking.count; i++) {
		const struct placing *p = &ranking.at[i];
		text_format(&out, "%s%.*s %d%s %d", i ? ", " : "", STR_ARG(p->application->ref), p->place, p->shared ? "=" : "", (int)p->outlook);
	}
	return text_str(&out);
}

/* Means 8, 7.5, 7.5, 5, 3.5 of ten, two seats: the first has one, the next two share second place and are tied for the
 * other, 5 is fourth and in reserve, 3.5 is below 4 and has no place. */
static void
a_rank_tells_ties_reserve_and_who_has_not_what_is_essential(struct arena *perm)
{
	struct desk desk = desk_of(PANEL ASSESSED("1") TWICE("1", "5", "5") ASSESSED("2") TWICE("2", "8", "7") ASSESSED("3")
		TWICE("3", "8", "8") ASSESSED("4") TWICE("4", "7", "8") ASSESSED("5") TWICE("5", "3", "3"), perm);
	check_str(ranked(&desk, perm), str_format(perm, "AP-3 1 %d, AP-2 2= %d, AP-4 2= %d, AP-1 4 %d, AP-5 0 %d", STANDS_FOR_SEAT,
		STANDS_TIED, STANDS_TIED, STANDS_RESERVE, STANDS_BELOW));
	check_int(seats_for(&desk.all, desk.all.applications[0].round, desk.all.applications[0].role), 2);
}

static void
two_who_tie_within_the_seats_are_both_for_one(struct arena *perm)
{
	struct desk desk = desk_of(PANEL ASSESSED("1") TWICE("1", "7", "8") ASSESSED("2") TWICE("2", "8", "7") ASSESSED("3")
		TWICE("3", "5", "5"), perm);
	check_str(ranked(&desk, perm), str_format(perm, "AP-1 1= %d, AP-2 1= %d, AP-3 3 %d", STANDS_FOR_SEAT, STANDS_FOR_SEAT, STANDS_RESERVE));
}

static void
who_waits_for_a_score_or_went_away_has_no_place(struct arena *perm)
{
	struct desk desk = desk_of(PANEL ASSESSED("1") TWICE("1", "9", "4") ASSESSED("2") TWICE("2", "8", "8") ASSESSED("3")
		TWICE("3", "9", "9") STEP("34", "3", "4", "withdraw", "2026-02-02") APPLIES("4", ""), perm);
	check_str(ranked(&desk, perm), str_format(perm, "AP-2 1 %d, AP-1 0 %d", STANDS_FOR_SEAT, STANDS_WAITING));
}

/* Three thirds are one: means of 1, 1, 2 over three criteria are exactly the 4 that another was given. */
static void
thirds_tie_with_wholes(struct arena *perm)
{
#define THREE "criterion CR-5 round=RN-1; part=interview; name=A; most=10\ncriterion CR-6 round=RN-1; part=interview; name=B; most=10\n" \
	"criterion CR-7 round=RN-1; part=interview; name=C; most=10\n"
#define THIRD "panel_member PM-6 round=RN-1; name=Eve Low; part=assessor\n"
#define GIVES(sc, ap, who, a, b, c) GAVE(sc "1", ap, "5", who, a) GAVE(sc "2", ap, "6", who, b) GAVE(sc "3", ap, "7", who, c)
	struct desk desk = desk_of(PLACE CHAIR ASSESSOR THIRD THREE SEAT("1")
		ASSESSED("1") GIVES("1", "1", "PM-1", "1", "1", "2") GIVES("2", "1", "PM-2", "1", "2", "1") GIVES("3", "1", "PM-6", "2", "1", "1")
		ASSESSED("2") GIVES("4", "2", "PM-1", "1", "1", "2") GIVES("5", "2", "PM-2", "1", "1", "2") GIVES("6", "2", "PM-6", "1", "1", "2"),
		perm);
	check_str(ranked(&desk, perm), str_format(perm, "AP-1 1= %d, AP-2 1= %d", STANDS_TIED, STANDS_TIED));
}

/* ---- training, feedback, rights ------------------------------------------------------------------------- */

static void
training_holds_five_years_unless_a_day_is_said(struct arena *perm)
{
	struct council *council = council_of(PLACE CHAIR ASSESSOR
		"panel_member PM-6 round=RN-1; name=Eve Low; part=assessor; trained_on=2025-03-10; trained_until=2026-03-09\n", perm);
	const struct record *chair = &council->of[TYPE_PANEL_MEMBER].at[0], *none = chair + 1, *said = chair + 2;
	check_int(member_trained_until(chair).day, date_of(2029, 2, 27).day);    /* from 29 February 2024: five years, less a day */
	check(member_trained(chair, date_of(2029, 2, 27)) && !member_trained(chair, date_of(2029, 2, 28)));
	check(!member_trained(chair, date_of(2024, 2, 28)));
	check(!member_trained(none, date_of(2026, 1, 1)));
	check(member_trained(said, date_of(2026, 3, 9)) && !member_trained(said, date_of(2026, 3, 10)));
}

static void
feedback_is_due_to_whoever_was_assessed_and_not_chosen(struct arena *perm)
{
#define NOT_CHOSEN(n) ASSESSED(n) STEP(n "4", n, "4", "reject", "2026-02-02")
	struct desk desk = desk_of(PANEL NOT_CHOSEN("1") APPLIES("2", "") STEP("21", "2", "1", "reject", "2026-02-02") ASSESSED("3"), perm);
	struct feedback owed = feedback_of(&desk.all.applications[0], date_of(2026, 2, 16));
	check(owed.owed && !owed.late);
	check_int(owed.due.day, date_of(2026, 2, 16).day);               /* fourteen days on */
	check(feedback_of(&desk.all.applications[0], date_of(2026, 2, 17)).late);
	check(!feedback_of(&desk.all.applications[1], date_of(2026, 2, 17)).owed);
	check(!feedback_of(&desk.all.applications[2], date_of(2026, 2, 17)).owed);
}

static bool
may(const struct desk *desk, const char *account, const char *person, const char *score, struct arena *perm)
{
	struct assessor who = { str_of(account), str_of(person), date_of(2026, 2, 3) };
	struct change change = { ADD, &record_types[TYPE_SCORE], .after = council_record(&record_types[TYPE_SCORE], str_of(score), perm) };
	return assessor_may(&desk->books, &who, &change);
}

static void
the_panel_gives_its_members_their_own_scores_and_the_chair_what_was_agreed(struct arena *perm)
{
	struct desk desk = desk_of(HERE, perm);
	check(may(&desk, "A-000009", "", "SC-1 application=AP-1; assessor=PM-2", perm));         /* by the account it names */
	check(may(&desk, "A-000001", "N-1", "SC-1 application=AP-1; assessor=PM-1", perm));      /* by the person it names */
	check(!may(&desk, "A-000009", "", "SC-1 application=AP-1; assessor=PM-1", perm));        /* another's */
	check(!may(&desk, "A-000002", "N-2", "SC-1 application=AP-1; assessor=PM-2", perm));     /* not on it */
	check(!may(&desk, "", "", "SC-1 application=AP-1; assessor=PM-3", perm));                /* nobody is not whoever has no account */
	check(may(&desk, "A-000001", "N-1", "SC-1 application=AP-1", perm));
	check(!may(&desk, "A-000009", "", "SC-1 application=AP-1", perm));                       /* does not chair */
}

static void
names_are_told_once_shortlisted(struct arena *perm)
{
	struct desk desk = desk_of(HERE APPLIES("2", "") STEP("21", "2", "1", "shortlist", "2026-02-01"), perm);
	check(!scoring_names(&desk.all.applications[0]));
	check(scoring_names(&desk.all.applications[1]));
}

#define ZERO_WIDTH "\xE2\x80\x8B"

/* Each as somebody types it; the same name by itself is told by nobody's words. */
static void
a_name_is_taken_out_however_it_is_typed(struct arena *perm)
{
	static const struct { struct named who; Str text, without; } cases[] = {
		{ { STR("Dina"), STR("Shaw") }, STR("I am DINA shaw."), STR("I am [name] [name].") },
		{ { STR("Declan"), STR("Osborne") }, STR("Declan\u2019s work, Declan's, \u2018Osborne\u2019"), STR("[name] work, [name], \u2018[name]\u2019") },
		{ { STR("Anne-Marie Jo"), STR("Wright") }, STR("Anne-Marie, Anne Marie, AnneMarie, Jo"), STR("[name]-[name], [name] [name], [name], [name]") },
		{ { STR("Kieran"), STR("Hartley-Brown") }, STR("Mr Hartley-Brown; Brown"), STR("Mr [name]-[name]; [name]") },
		{ { STR("Siobh\u00E1n"), STR("O\u2019Brien") }, STR("SIOBH\u00C1N Siobhan O'Brien O\u2019BRIEN O Brien OBrien Siobha\u0301n"),
		  STR("[name] [name] [name] [name] O [name] [name] [name]") },
		{ { STR("Siobhan"), STR("Lee") }, STR("Siobh\u00E1n\u00A0Lee"), STR("[name]\u00A0[name]") },
		{ { STR("Dina"), STR("Shaw") }, STR("D" ZERO_WIDTH "ina Sha" ZERO_WIDTH "w dinashaw, ShawDina"), STR("[name] [name] [name], [name]") },
		{ { STR("Dina"), STR("Shaw") }, STR("Write to (d.s99@example.org) or meet @ six"), STR("Write to [address] or meet @ six") },
		{ { STR("\u0141ukasz"), STR("\u017B\u00F3\u0142\u0107") }, STR("lukasz ZOLC \u0142UKASZ"), STR("[name] [name] [name]") },
		{ { STR("\u0418\u0440\u0438\u043D\u0430"), STR("") }, STR("\u0418\u0440\u0438\u043D\u0430!"), STR("[name]!") },
		/* what is not the name stays, letter for letter */
		{ { STR("A"), STR("I") }, STR("I saw a child \u2019 d'A"), STR("I saw a child \u2019 d'A") },
		{ { STR("Dina"), STR("Shaw") }, STR("Dinah Shawcross d\u2019ina \xC3"), STR("Dinah Shawcross [name] \xC3") },
		{ { STR(""), STR("") }, STR("Nobody's @name"), STR("Nobody's @name") },
	};
	for (int i = 0; i < countof(cases); i++)
		check_str(text_nameless(cases[i].text, &cases[i].who, perm), cases[i].without);
}

/* Who refers a candidate, or is one, has to do with them by the person too that their account is of. */
static void
whoever_scores_by_an_account_alone_has_no_second_name(struct arena *perm)
{
	struct desk desk = desk_of(PLACE CHAIR ASSESSOR ASKED APPLIES("1", "; referred_by=N-2") APPLIES("2", "")
		"person N-2 family_name=Holt; given_names=Bea\n", perm);
	const struct assessor bea = { .account = S("A-000009"), .person = S("N-2"), .today = date_of(2026, 2, 3) };
	const struct record *member = assessor_member(&desk.books, &bea, S("RN-1"));
	const struct records *applications = &desk.books.council->of[TYPE_APPLICATION];
	check_str(member->ref, S("PM-2"));
	check(!member_has_interest(&desk.books, member, &applications->at[0]));
	check(assessor_has_interest(&desk.books, &bea, member, &applications->at[0]));
	check(!assessor_has_interest(&desk.books, &bea, member, &applications->at[1]));
}

int
main(void)
{
	run(a_name_is_taken_out_however_it_is_typed);
	run(whoever_scores_by_an_account_alone_has_no_second_name);
	run(a_sheet_has_the_criteria_of_its_sitting_and_who_scores_there);
	run(a_criterion_of_another_role_is_not_asked);
	run(it_is_locked_until_both_are_in_and_then_open);
	run(one_alone_never_opens_it_though_nobody_else_scores);
	run(whoever_left_the_panel_is_waited_for_no_more_and_what_they_handed_in_stays);
	run(who_has_to_do_with_a_candidate_does_not_score_them);
	run(a_great_difference_must_be_agreed);
	run(a_total_is_of_means_and_weights_and_what_was_agreed_goes_before_a_mean);
	run(a_rank_tells_ties_reserve_and_who_has_not_what_is_essential);
	run(two_who_tie_within_the_seats_are_both_for_one);
	run(who_waits_for_a_score_or_went_away_has_no_place);
	run(thirds_tie_with_wholes);
	run(training_holds_five_years_unless_a_day_is_said);
	run(feedback_is_due_to_whoever_was_assessed_and_not_chosen);
	run(the_panel_gives_its_members_their_own_scores_and_the_chair_what_was_agreed);
	run(names_are_told_once_shortlisted);
	return tests_end();
}
