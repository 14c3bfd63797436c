/* hiring_test.c: who is how far, whose move it is, and what a year of recruitment brought. The years of Walsall (2019/20:
 * an open advert and five rounds, 14 experienced and 35 newly qualified) and Leicestershire (vacancies advertised in
 * January 2023 and 2024) are made as records and counted from them. */
#include "check.h"
#include "councils.h"
#include "hiring_years.h"

#include "practice/hiring_yield.h"

static struct recruitment
read_on(const char *lines, Date day, struct arena *perm)
{
	struct recruitment all;
	struct roster *roster = new(perm, 1, struct roster);
	roster_build(roster, council_of(lines, perm), perm);
	recruitment_read(&all, roster, day, perm);
	return all;
}

/* ---- one application, day by day ------------------------------------------------------------------ */

#define ROUND "hiring_round RN-1 number=1; name=Round 1; opens_on=2026-01-05; closes_on=2026-01-30; anonymous=yes; public=yes;" \
	" shortlist_by=2026-02-06; assess_on=2026-02-20; decide_by=2026-02-24\n"
#define STEP(n, move, day, rest) "application_step ST-" n " application=AP-1; move=" move "; held_on=" day "; turn=" n rest "\n"
#define CHECKED(n, kind, rest) "vetting VC-" n " application=AP-1; kind=" kind "; " rest "\n"
#define ONE PLACE ROUND "candidate CN-1 given_names=Bo; family_name=Reed\n" \
	"post P-1 2018-01-01 open title=X; unit=U-1; role=R-1; fte=0.8; status=funded\n" \
	"requisition RQ-1 post=P-1; unit=U-1; role=R-1; why=x; asked_on=2025-12-01; decision=approved; decided_on=2025-12-11;" \
	" redeployment=nobody; transfers=nobody; round=RN-1; advertised_on=2026-01-05\n" \
	"application AP-1 candidate=CN-1; round=RN-1; role=R-1; band=experienced; channel=wm_jobs; received_on=2026-01-20;" \
	" requisition=RQ-1; starts_on=2026-04-07\n" \
	STEP("1", "shortlist", "2026-02-09", "") STEP("2", "invite", "2026-02-10", "; due_on=2026-02-21") \
	STEP("3", "assess", "2026-02-20", "") STEP("4", "hold", "2026-02-21", "") STEP("5", "choose", "2026-02-25", "") \
	STEP("6", "offer", "2026-02-26", "; due_on=2026-03-05") STEP("7", "accept", "2026-03-02", "")

static void
an_application_stands_where_its_last_step_of_the_day_left_it(struct arena *perm)
{
	static const struct { int month, day; int stage, waiting, whose; bool late; } days[] = {
		{ 1, 20, AT_RECEIVED, 0, OUR_MOVE, false }, { 2, 6, AT_RECEIVED, 17, OUR_MOVE, false },
		{ 2, 7, AT_RECEIVED, 18, OUR_MOVE, true },       /* shortlisting was due on the 6th */
		{ 2, 9, AT_SHORTLISTED, 0, OUR_MOVE, false }, { 2, 15, AT_INVITED, 5, THEIR_MOVE, false },
		{ 2, 24, AT_RESERVE, 3, OUR_MOVE, false }, { 3, 1, AT_OFFERED, 3, THEIR_MOVE, false },
	};
	for (int i = 0; i < countof(days); i++) {
		struct recruitment all = read_on(ONE, date_of(2026, days[i].month, days[i].day), perm);
		const struct application *a = &all.applications[0];
		check_int(all.application_count, 1);
		check_int(a->stage, days[i].stage);
		check_int(a->waiting, days[i].waiting);
		check_int(a->whose, days[i].whose);
		check_int(a->late, days[i].late);
		check(application_live(a) && !application_hired(a));
	}
	check_int(read_on(ONE, date_of(2026, 1, 19), perm).application_count, 0);
}

static void
in_checks_the_move_is_ours_while_any_check_waits_for_us(struct arena *perm)
{
#define REQUESTED "state=requested; requested_on=2026-03-03; due_on=2026-03-20"
#define ASKED CHECKED("1", "identity", "state=cleared; received_on=2026-03-02; cleared_on=2026-03-02; seen_by=Cole") \
	CHECKED("2", "right_to_work", REQUESTED) CHECKED("3", "qualification", REQUESTED) CHECKED("4", "registration", REQUESTED) \
	CHECKED("5", "reference", REQUESTED) CHECKED("6", "overseas_police", REQUESTED) CHECKED("7", "health", REQUESTED) \
	CHECKED("8", "gaps", REQUESTED)
	struct recruitment all = read_on(ONE ASKED CHECKED("9", "dbs", REQUESTED), date_of(2026, 3, 10), perm);
	const struct application *a = &all.applications[0];
	check(a->stage == AT_CHECKING && a->whose == REFEREES_MOVE && a->waiting == 8 && !a->late);
	check(a->checks.count == 9 && a->checks.of[CHECK_CLEARED] == 1 && a->checks.missing == 0);
	/* the day before they were asked for, it was our move */
	check_int(read_on(ONE ASKED CHECKED("9", "dbs", REQUESTED), date_of(2026, 3, 2), perm).applications[0].whose, OUR_MOVE);
	/* one is not even begun; one came and lies with us */
	check_int(read_on(ONE ASKED, date_of(2026, 3, 10), perm).applications[0].whose, OUR_MOVE);
	check_int(read_on(ONE ASKED CHECKED("9", "dbs", "state=received; requested_on=2026-03-03; received_on=2026-03-09"),
	                  date_of(2026, 3, 10), perm).applications[0].whose, OUR_MOVE);
	check(read_on(ONE ASKED CHECKED("9", "dbs", REQUESTED), date_of(2026, 3, 21), perm).applications[0].late);
}

static void
a_seat_is_asked_approved_advertised_offered_and_accepted(struct arena *perm)
{
	static const struct { int month, day; int state; int advertised; } days[] = {
		{ 12, 1, REQUISITION_ASKED, 0 }, { 12, 11, REQUISITION_APPROVED, 0 }, { 1, 5, REQUISITION_ADVERTISED, 1 }, { 2, 26, REQUISITION_OFFERED, 1 },
		{ 3, 2, REQUISITION_ACCEPTED, 0 },
	};
	for (int i = 0; i < countof(days); i++) {
		Date day = date_of(days[i].month == 12 ? 2025 : 2026, days[i].month, days[i].day);
		struct recruitment all = read_on(ONE, day, perm);
		check_int(all.requisitions[0].state, days[i].state);
		check_int(adverts_of(&all, NOT_THERE).count, days[i].advertised);
		check_int(all.requisitions[0].fte, 800000);
	}
	check_int(read_on(ONE, date_of(2026, 3, 9), perm).requisitions[0].taken.day, date_of(2026, 3, 2).day);
}

static void
whoever_comes_far_has_passed_what_lies_before(struct arena *perm)
{
	struct recruitment all = read_on(ONE, date_of(2026, 3, 10), perm);
	const struct application *a = &all.applications[0];
	check(application_reached(a, AT_LONGLISTED) && application_reached(a, AT_CHECKING) && !application_reached(a, AT_CLEARED));
	struct funnel funnel;
	funnel_read(&funnel, &all, (struct chosen){ 0 });
	for (int m = 0; m < MILESTONES; m++)
		check_int(funnel.of[m], m < STARTED);
	check_int(funnel.by[BAND_EXPERIENCED][OFFERED], 1);
	check_int(funnel.by[BAND_NEWLY][APPLIED], 0);
}

/* Received 20 January, shortlisted 9 February (20 days, ours), invited the 10th (1), assessed the 20th (10, theirs), in
 * reserve the 21st (1), chosen the 25th (4), offered the 26th (1), accepted 2 March (4, theirs); on the 10th 8 days of
 * checks, ours since none was begun: ours 20 + 1 + 1 + 4 + 1 + 8. */
static void
days_are_counted_by_whose_move_it_was(struct arena *perm)
{
	struct recruitment all = read_on(ONE, date_of(2026, 3, 10), perm);
	struct pace pace;
	pace_read(&pace, &all, (struct chosen){ 0 }, perm);
	check_int(pace.days[OUR_MOVE], 35);
	check_int(pace.days[THEIR_MOVE], 14);
	check_int(pace.of[AT_RECEIVED].left.median, 20);
	check_int(pace.of[AT_CHECKING].left.count, 0);
	check(pace.of[AT_CHECKING].standing == 1 && pace.of[AT_CHECKING].longest == 8);
	check(pace.to_offer.count == 1 && pace.to_offer.median == 37 && pace.to_start.count == 0);
}

/* Nearest rank, by hand: of ten the fifth and the ninth; of four the second and the fourth. */
static void
medians_and_ninth_tenths_are_by_nearest_rank(struct arena *perm)
{
	(void)perm;
	int ten[] = { 90, 10, 80, 20, 70, 30, 60, 40, 50, 100 }, four[] = { 4, 3, 2, 1 }, one[] = { 7 };
	struct spread_days days = spread_days_of(ten, 10);
	check(days.count == 10 && days.median == 50 && days.ninth == 90);
	days = spread_days_of(four, 4);
	check(days.median == 2 && days.ninth == 4);
	days = spread_days_of(one, 1);
	check(days.median == 7 && days.ninth == 7);
	check_int(spread_days_of(one, 0).count, 0);
}

/* ---- Leicestershire's adverts (T8) ------------------------------------------------------------------- */

static void
fewer_adverts_in_all_may_be_more_of_the_rest(struct arena *perm)
{
	const char *text = leicestershires_adverts(perm);
	struct recruitment before = read_on(text, date_of(2023, 1, 15), perm), after = read_on(text, date_of(2024, 1, 15), perm);
	int64_t was[] = { adverts_of(&before, 1).fte, adverts_of(&before, 2).fte };
	int64_t is[] = { adverts_of(&after, 1).fte, adverts_of(&after, 2).fte };
	int64_t total_was = adverts_of(&before, NOT_THERE).fte, total_is = adverts_of(&after, NOT_THERE).fte;
	check(total_was == 42 * FTE_ONE && total_is == 27 * FTE_ONE);
	check(was[0] == 21 * FTE_ONE && is[0] == 9 * FTE_ONE / 2 && was[1] == 4 * FTE_ONE && is[1] == FTE_ONE);
	struct advert_remainder left = remainder_of(total_was, total_is, was, is, 2);
	check(left.flagged && left.before == 17 * FTE_ONE && left.after == 43 * FTE_ONE / 2);
	check(!remainder_of(42, 27, (int64_t[]){ 21 }, (int64_t[]){ 10 }, 1).flagged);        /* 21 to 17: it falls too */
	check_int(share_of(42 - 27, 42), 3571);
	check_int(share_of(33, 42), 7857);                       /* 21 to 4.5, twice over */
	check_int(share_of(3, 4), 7500);
}

/* ---- Walsall's year (T13) ---------------------------------------------------------------------------- */

static void
walsall_hired_forty_nine_of_whom_five_in_seven_were_newly_qualified(struct arena *perm)
{
	struct recruitment all = read_on(walsalls_year(perm), date_of(2020, 3, 31), perm);
	struct hires hires = hires_of(&all, (struct period){ date_of(2019, 4, 1), date_of(2020, 3, 31) }, perm);
	check(hires.count == 49 && hires.by[BAND_EXPERIENCED] == 14 && hires.by[BAND_NEWLY] == 35);
	check(hires.rounds == 5 && hires.open_adverts == 1);
	check_int(share_of(hires.by[BAND_NEWLY], hires.count), 7143);
	check_int(hires_of(&all, (struct period){ date_of(2019, 9, 2), date_of(2020, 3, 31) }, perm).count, 0);
	struct pace pace;
	pace_read(&pace, &all, (struct chosen){ 0 }, perm);
	check(pace.to_start.count == 49 && pace.to_start.median == 90);  /* 3 June to 1 September */
}

/* ---- campaigns ----------------------------------------------------------------------------------------- */

#define CAMPAIGN "campaign CA-1 name=TMP; theme=Come home; band=experienced; starts_on=2022-03-01; ends_on=2022-03-31\n" \
	"campaign_line CL-1 campaign=CA-1; channel=radio; starts_on=2022-03-01; spend=4000\n" \
	"campaign_line CL-2 campaign=CA-1; channel=linkedin; theme=Small caseloads; starts_on=2022-03-01; ends_on=2022-03-20; spend=1000\n" \
	"hiring_round RN-9 name=Open advert; campaign=CA-1; opens_on=2022-01-01; anonymous=no; public=no\n"
#define APPLIED_BY(n, band, channel, day) "candidate CN-" n " given_names=X; family_name=Y\n" \
	"application AP-" n " candidate=CN-" n "; round=RN-9; role=R-1; band=" band "; channel=" channel "; received_on=" day "\n"

static void
more_applications_of_the_wrong_band_miss_the_aim(struct arena *perm)
{
	const char *lines = PLACE CAMPAIGN APPLIED_BY("1", "experienced", "other", "2022-02-10")
		APPLIED_BY("2", "newly_qualified", "radio", "2022-03-05") APPLIED_BY("3", "newly_qualified", "radio", "2022-03-07")
		APPLIED_BY("4", "experienced", "linkedin", "2022-03-20");
	struct recruitment all = read_on(lines, date_of(2022, 4, 30), perm);
	struct campaign campaign;
	check(campaign_read(&campaign, &all, S("CA-1"), perm) && !campaign_read(&(struct campaign){ 0 }, &all, S("CA-2"), perm));
	check(campaign.aim.misses && campaign.aim.days == 31 && campaign.aim.before == 1 && campaign.aim.during == 3);
	check(campaign.aim.of_band_before == 1 && campaign.aim.of_band_during == 1);
	/* the one before the lines ran fits none */
	check(campaign.line_count == 3 && campaign.lines[0].applied == 2 && campaign.lines[1].applied == 1 && campaign.lines[2].applied == 1);
	check_int(campaign.all.applied, 4);
	check_int(campaign.all.spend, 500000);
	check_int(cost_each(&campaign.lines[0], campaign.lines[0].applied), 200000);
	check_int(cost_each(&campaign.lines[0], 0), NO_SUM);
	check_int(cost_each(&campaign.lines[2], 1), NO_SUM);
	check_str(campaign.lines[0].theme, S("Come home"));
	check_str(campaign.lines[1].theme, S("Small caseloads"));
	check(campaign.ended && !campaign.reviewed && !campaign.open);
	/* a second of the band, and it does not miss */
	all = read_on(str_c(str_format(perm, "%s%s", lines, APPLIED_BY("5", "experienced", "radio", "2022-03-30")), perm),
	              date_of(2022, 4, 30), perm);
	check(campaign_read(&campaign, &all, S("CA-1"), perm) && !campaign.aim.misses);
}

static void
who_is_still_here_a_year_on_is_said_of_those_of_whom_it_can_be(struct arena *perm)
{
	struct text lines = text_new(perm);
	static const struct { const char *start, *last; } stays[] = {
		{ "2022-05-02", "open" }, { "2022-05-02", "2023-05-01" }, { "2022-05-02", "2023-05-02" }, { "2023-01-09", "open" },
	};
	text_add(&lines, S(PLACE CAMPAIGN));
	for (int i = 0; i < countof(stays); i++) {
		text_format(&lines, "person N-%d family_name=X; given_names=Y\npost P-%d 2018-01-01 open title=X; unit=U-1; role=R-1; fte=1;"
			" status=funded\nspell S-%d %s %s person=N-%d; post=P-%d; basis=permanent; fte=1\n", i, i, i, stays[i].start,
			stays[i].last, i, i);
		text_format(&lines, "candidate CN-%d given_names=X; family_name=Y\napplication AP-%d candidate=CN-%d; round=RN-9; role=R-1;"
			" band=experienced; channel=radio; received_on=2022-03-05; spell=S-%d\n", i, i, i, i);
		for (int m = 0; m < countof(year_moves); m++)
			text_format(&lines, "application_step ST-%d%d application=AP-%d; move=%s; held_on=%s; turn=%d\n", i, m, i,
				year_moves[m], m + 1 < countof(year_moves) ? "2022-04-01" : stays[i].start, m + 1);
	}
	struct recruitment all = read_on(str_c(text_str(&lines), perm), date_of(2023, 9, 30), perm);
	struct campaign campaign;
	check(campaign_read(&campaign, &all, S("CA-1"), perm));
	const struct yield *radio = &campaign.lines[0];
	check(radio->started == 4 && radio->appointed == 4 && radio->here == 2 && radio->gone == 1 && radio->too_early == 1);
	check_int(cost_each(radio, radio->here), 200000);
}

int
main(void)
{
	run(an_application_stands_where_its_last_step_of_the_day_left_it);
	run(in_checks_the_move_is_ours_while_any_check_waits_for_us);
	run(a_seat_is_asked_approved_advertised_offered_and_accepted);
	run(whoever_comes_far_has_passed_what_lies_before);
	run(days_are_counted_by_whose_move_it_was);
	run(medians_and_ninth_tenths_are_by_nearest_rank);
	run(fewer_adverts_in_all_may_be_more_of_the_rest);
	run(walsall_hired_forty_nine_of_whom_five_in_seven_were_newly_qualified);
	run(more_applications_of_the_wrong_band_miss_the_aim);
	run(who_is_still_here_a_year_on_is_said_of_those_of_whom_it_can_be);
	return tests_end();
}
