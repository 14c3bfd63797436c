/* educator_test.c: where practice educators stand and why, how many students can be placed, and whether as many enrol as
 * the council aims for (Shropshire: 8 to 10 a year). Everything is counted from records. */
#include "check.h"
#include "councils.h"

#include "practice/educator.h"

#define PLACE "unit U-1 2015-01-01 open name=Duty; kind=team\n" \
	"role R-1 2015-01-01 open title=Social worker; family=social_work; census_role=5; registered=yes\n" \
	"role R-2 2015-01-01 open title=Clerk; family=support; registered=no\n" \
	"post P-1 2018-01-01 open title=X; unit=U-1; role=R-1; fte=1; status=funded\n" \
	"post P-2 2018-01-01 open title=Y; unit=U-1; role=R-2; fte=1; status=funded\n"
#define ANN PLACE "person N-1 family_name=Oddie; given_names=Ann\n" \
	"spell S-1 2019-01-01 2026-12-31 person=N-1; post=P-1; basis=permanent; fte=1\n" \
	"registration G-1 2018-09-01 open person=N-1; number=SW1\n" \
	"qualification K-1 person=N-1; qualified_on=2018-07-10\n"
#define LEARNERS "route RT-1 2020-01-01 open name=BA; kind=student\n" \
	"cohort CO-1 route=RT-1; name=x; starts_on=2019-09-01\n" \
	"learner LN-1 cohort=CO-1; known_on=2019-09-10\n" "learner LN-2 cohort=CO-1; known_on=2019-09-10\n"
#define PLACED(n, learner, kind, from, to) \
	"placement PL-" n " learner=" learner "; unit=U-1; educator=PE-1; kind=" kind "; starts_on=" from "; ends_on=" to "\n"

static const struct roster *
roster_of(const char *lines, struct arena *perm)
{
	struct roster *roster = new(perm, 1, struct roster);
	roster_build(roster, council_of(lines, perm), perm);
	return roster;
}

static struct educator
ann_on(const char *lines, Date day, struct arena *perm)
{
	struct educators all;
	educators_read(&all, roster_of(lines, perm), day, perm);
	int ann = educator_find(&all, 0);
	check(ann != NOT_THERE);
	return ann == NOT_THERE ? (struct educator){ .state = EDUCATOR_STATES } : all.all[ann];
}

/* ---- the whole way, day by day --------------------------------------------------------------------- */

/* Qualified 10 July 2018, a year: 10 July 2019. A placement until 20 June 2022 keeps Ann current until 20 June 2024; stage 2
 * of 1 March 2023 until 1 March 2025. */
static void
an_educator_goes_from_not_eligible_to_lapsed(struct arena *perm)
{
#define WAY ANN LEARNERS "educator PE-1 person=N-1; agreed_by=Cole; agreed_on=2019-06-01; enrolled_1=2020-09-01;" \
	" awarded_1=2021-07-01; enrolled_2=2022-09-01; awarded_2=2023-03-01\n" \
	PLACED("1", "LN-1", "first", "2022-03-01", "2022-06-20")
	static const struct { int year, month, day; enum educator_state state; bool current; } days[] = {
		{ 2019, 7, 9, EDUCATOR_NOT_ELIGIBLE, false }, { 2019, 7, 10, EDUCATOR_ELIGIBLE, false },
		{ 2020, 8, 31, EDUCATOR_ELIGIBLE, false }, { 2020, 9, 1, EDUCATOR_ENROLLED_1, false },
		{ 2021, 7, 1, EDUCATOR_AWARDED_1, true }, { 2022, 2, 28, EDUCATOR_AWARDED_1, true },
		{ 2022, 3, 1, EDUCATOR_ACTIVE, true }, { 2022, 9, 1, EDUCATOR_ENROLLED_2, true },
		{ 2023, 3, 1, EDUCATOR_AWARDED_2, true }, { 2025, 3, 1, EDUCATOR_AWARDED_2, true },
		{ 2025, 3, 2, EDUCATOR_LAPSED, false },
	};
	uint32_t seen = 0;
	for (int i = 0; i < countof(days); i++) {
		struct educator e = ann_on(WAY, date_of(days[i].year, days[i].month, days[i].day), perm);
		check_int(e.state, days[i].state);
		check_int(e.current, days[i].current);
		check_int(e.students, days[i].current);
		seen |= 1u << e.state;
	}
	check_int(seen, (1u << EDUCATOR_STATES) - 1);
	check_int(ann_on(WAY, date_of(2022, 9, 1), perm).current_until.day, date_of(2024, 6, 20).day);
	check_str(ann_on(WAY, date_of(2025, 3, 2), perm).needs[0].words, S("An award, a refresher or a placement in the last 24 months "
		"(usual, a student every two years; BASW, Practice Educator Professional Standards, 2022, leave it to employers): "
		"current until 1 March 2025"));
}

static void
who_lapsed_stopped_left_or_is_off_the_register(struct arena *perm)
{
#define AWARDED "educator PE-1 person=N-1; awarded_1=2024-07-01"
	check_int(ann_on(ANN AWARDED "\n", date_of(2026, 7, 1), perm).state, EDUCATOR_AWARDED_1);
	check_int(ann_on(ANN AWARDED "; refreshed_on=2026-07-01\n", date_of(2026, 7, 2), perm).state, EDUCATOR_AWARDED_1);
	check_int(ann_on(ANN AWARDED "; stopped_on=2025-01-01\n", date_of(2025, 1, 1), perm).state, EDUCATOR_LAPSED);
	check_int(ann_on(ANN AWARDED "; stopped_on=2025-01-01\n", date_of(2024, 12, 31), perm).state, EDUCATOR_AWARDED_1);
	struct educator left = ann_on(ANN AWARDED "; refreshed_on=2026-07-01\n", date_of(2027, 1, 1), perm);
	check_int(left.state, EDUCATOR_LAPSED);
	check_str(left.needs[0].words, S("Works here: has left"));
	check_int(ann_on(PLACE "person N-1 family_name=Oddie\nregistration G-1 2018-09-01 2025-11-30 person=N-1; number=SW1\n"
		AWARDED "\n", date_of(2025, 12, 1), perm).state, EDUCATOR_LAPSED);
	/* from outside, and never registered here: not lapsed by what nobody recorded */
	check_int(ann_on(PLACE "person N-1 family_name=Oddie\n" AWARDED "\n", date_of(2025, 12, 1), perm).state, EDUCATOR_AWARDED_1);
}

static void
who_is_not_eligible_sees_why_with_the_rule(struct arena *perm)
{
	struct educator e = ann_on(ANN, date_of(2019, 2, 1), perm);
	check(e.state == EDUCATOR_NOT_ELIGIBLE && !e.record && e.need_count == 3);
	check(e.needs[0].met && !e.needs[1].met && !e.needs[2].met);
	check_str(e.needs[1].words, S("Qualified for 1 year (usual, after the newly qualified year; BASW, Practice Educator "
		"Professional Standards, 2022, leave it to employers): qualified on 10 July 2018, so from 10 July 2019"));
	check_str(e.needs[2].words, S("Their manager agreed: not recorded"));
	/* the council's own rule, from a day on */
#define OWN ANN "educator_rule ER-1 2022-01-01 open rule=years_before_1; number=4; source=Our policy\n" \
	"educator PE-1 person=N-1; agreed_by=Cole; agreed_on=2019-06-01\n"
	check_int(ann_on(OWN, date_of(2021, 12, 31), perm).state, EDUCATOR_ELIGIBLE);
	check_str(ann_on(OWN, date_of(2022, 1, 1), perm).needs[1].words,
	          S("Qualified for 4 years (Our policy): qualified on 10 July 2018, so from 10 July 2022"));
	check_int(ann_on(OWN, date_of(2022, 7, 10), perm).state, EDUCATOR_ELIGIBLE);
}

/* Stage 2: three years from 10 July 2018, and one learner supported. */
static void
stage_two_asks_for_years_and_a_learner(struct arena *perm)
{
#define STAGE_1 ANN LEARNERS "educator PE-1 person=N-1; awarded_1=2020-07-01\n" PLACED("1", "LN-1", "first", "2021-03-01", "2021-07-20") \
	PLACED("2", "LN-1", "other", "2021-09-01", "2021-10-20") PLACED("3", "LN-2", "first", "2021-11-01", "2022-02-20")
	check(!ann_on(STAGE_1, date_of(2021, 2, 28), perm).ready && ann_on(STAGE_1, date_of(2021, 2, 28), perm).supported == 0);
	check(!ann_on(STAGE_1, date_of(2021, 7, 9), perm).ready && ann_on(STAGE_1, date_of(2021, 7, 9), perm).supported == 1);
	check(ann_on(STAGE_1, date_of(2021, 7, 10), perm).ready);
	check_int(ann_on(STAGE_1, date_of(2021, 9, 2), perm).supported, 1);
	check_int(ann_on(STAGE_1, date_of(2021, 11, 1), perm).supported, 2);
}

static void
clerks_and_agency_workers_are_not_asked(struct arena *perm)
{
	struct educators all;
	educators_read(&all, roster_of(ANN "person N-2 family_name=Clerk\nspell S-2 2019-01-01 open person=N-2; post=P-2;"
		" basis=permanent; fte=1\nperson N-3 family_name=Locum\nspell S-3 2019-01-01 open person=N-3; post=P-1; basis=agency; fte=1\n",
		perm), date_of(2020, 1, 1), perm);
	check(all.count == 1 && all.all[0].person == 0 && all.all[0].unit == 0);
}

/* ---- capacity ------------------------------------------------------------------------------------ */

#define WHO(n) "person N-" n " family_name=E" n "\n"
/* Of stage 2: PE-1 takes two at once; of stage 1: PE-2; PE-3 is enrolled on stage 1, PE-4 stopped, PE-5 lapsed. */
#define FIVE PLACE WHO("1") WHO("2") WHO("3") WHO("4") WHO("5") \
	"route RT-1 2020-01-01 open name=BA; kind=student\n" "cohort CO-1 route=RT-1; name=x; starts_on=2024-09-01\n" \
	"educator PE-1 person=N-1; awarded_1=2020-01-01; awarded_2=2025-01-01; students=2\n" \
	"educator PE-2 person=N-2; awarded_1=2025-01-01\n" "educator PE-3 person=N-3; enrolled_1=2025-01-01\n" \
	"educator PE-4 person=N-4; awarded_2=2025-01-01; stopped_on=2025-12-01\n" "educator PE-5 person=N-5; awarded_2=2023-01-01\n"
#define SITS(n, educator, kind, from, to) "learner LN-" n " cohort=CO-1; known_on=2024-09-10\n" \
	"placement PL-" n " learner=LN-" n "; unit=U-1; educator=" educator "; kind=" kind "; starts_on=" from "; ends_on=" to "\n"

static void
places_are_current_educators_times_students_final_ones_apart(struct arena *perm)
{
	const struct roster *roster = roster_of(FIVE SITS("1", "PE-1", "final", "2026-01-12", "2026-06-05")
		SITS("2", "PE-1", "final", "2026-01-12", "2026-04-30") SITS("3", "", "final", "2026-01-12", "2026-04-30")
		SITS("4", "PE-2", "first", "2026-02-02", "2026-05-08") SITS("5", "PE-3", "first", "2026-02-02", "2026-05-08"), perm);
	struct capacity spring = capacity_of(roster, (struct year_term){ 2026, TERM_SPRING }, date_of(2025, 11, 1), perm);
	check(spring.educators == 2 && spring.stage_2 == 1 && spring.places == 3 && spring.final_places == 2);
	check(spring.planned == 4 && spring.final_planned == 3 && spring.unmatched == 1 && spring.training == 1);
	check(spring.short_of == 1 && spring.final_short_of == 1);
	check_str(capacity_words(&spring, perm), S("1 final placement more than stage 2 educators can take in spring 2026"));
	/* 5 June is 36 days into summer, 8 May is 8 */
	struct capacity summer = capacity_of(roster, (struct year_term){ 2026, TERM_SUMMER }, date_of(2025, 11, 1), perm);
	check(summer.planned == 1 && summer.final_planned == 1 && summer.training == 0 && summer.final_short_of == 0);
	check_str(capacity_words(&summer, perm), S(""));
	/* asked in the term, it is the day that counts: PE-4 had not stopped in November */
	check_int(capacity_of(roster, (struct year_term){ 2025, TERM_AUTUMN }, date_of(2025, 11, 1), perm).stage_2, 2);
	check_int(capacity_of(roster, (struct year_term){ 2025, TERM_AUTUMN }, date_of(2025, 12, 5), perm).stage_2, 1);
}

static void
a_placement_takes_a_place_in_every_term_it_has_four_weeks_of(struct arena *perm)
{
	static const struct { const char *from, *to; int spring, summer, autumn; } placements[] = {
		{ "2026-04-03", "2026-05-27", 1, 0, 0 }, { "2026-04-03", "2026-05-28", 1, 1, 0 },
		{ "2026-04-04", "2026-05-27", 1, 0, 0 },     /* neither has four weeks: where it begins */
		{ "2026-04-04", "2026-05-28", 0, 1, 0 }, { "2026-01-05", "2026-12-18", 1, 1, 1 }, { "2026-05-01", "2026-05-07", 0, 1, 0 },
	};
	for (int i = 0; i < countof(placements); i++) {
		const struct roster *roster = roster_of(strcat(strcpy(new(perm, 4096, char), FIVE), str_format(perm,
			"placement PL-1 learner=LN-1; unit=U-1; kind=first; starts_on=%s; ends_on=%s\n%c", placements[i].from,
			placements[i].to, 0).at), perm);
		int planned[TERMS_OF_YEAR];
		for (int t = 0; t < TERMS_OF_YEAR; t++)
			planned[t] = capacity_of(roster, (struct year_term){ 2026, (enum term_of_year)t }, date_of(2025, 1, 1), perm).planned;
		check_int(planned[TERM_SPRING], placements[i].spring);
		check_int(planned[TERM_SUMMER], placements[i].summer);
		check_int(planned[TERM_AUTUMN], placements[i].autumn);
	}
}

static void
terms_follow_each_other_through_the_year(struct arena *perm)
{
	(void)perm;
	for (int t = 0; t < TERMS_OF_YEAR; t++) {
		struct year_term term = { 2024, (enum term_of_year)t };
		struct period when = year_term_period(term);
		check(year_term_of(when.first).term == term.term && year_term_of(when.last).term == term.term);
		check(year_term_of((Date){ when.last.day + 1 }).term == (enum term_of_year)((t + 1) % 3));
	}
	check_int(year_term_period((struct year_term){ 2024, TERM_AUTUMN }).last.day, date_of(2024, 12, 31).day);
	check(academic_year(date_of(2026, 8, 31)).first.day == date_of(2025, 9, 1).day);
	check(academic_year(date_of(2026, 9, 1)).last.day == date_of(2027, 8, 31).day);
}

/* ---- enrolments ---------------------------------------------------------------------------------- */

/* T16. As many educators as asked enrol in 2022/23: one of them on stage 2, one more the day before the year. */
static struct enrolments
enrolled(int count, const char *rules, struct arena *perm)
{
	struct text lines = text_new(perm);
	text_format(&lines, "%seducator PE-90 person=N-90; enrolled_1=2022-08-31\n"
		"educator PE-91 person=N-91; enrolled_1=2021-09-10; awarded_1=2022-07-01; enrolled_2=2023-08-31\n", rules);
	for (int i = 1; i < count; i++)
		text_format(&lines, "educator PE-%d person=N-%d; enrolled_1=2022-09-01\n", i, i);
	text_format(&lines, "%c", 0);
	return enrolments_of(roster_of(text_str(&lines).at, perm), academic_year(date_of(2022, 9, 1)));
}

static void
seven_are_below_eight_to_ten_meet_and_eleven_are_above_the_range(struct arena *perm)
{
	static const struct { int count; enum target target; const char *words; } years[] = {
		{ 7, TARGET_BELOW, "Below the range" }, { 8, TARGET_MET, "Met" }, { 10, TARGET_MET, "Met" },
		{ 11, TARGET_ABOVE, "Above the range" },
	};
	for (int i = 0; i < countof(years); i++) {
		struct enrolments e = enrolled(years[i].count, "", perm);
		check(e.all == years[i].count && e.stage_2 == 1 && e.stage_1 == years[i].count - 1);
		check(e.low == 8 && e.high == 10);
		check_int(e.target, years[i].target);
		check_str(target_words(e.target), str_of(years[i].words));
	}
	check_int(enrolled(7, "educator_rule ER-1 2022-01-01 open rule=enrolments_low; number=6\n", perm).target, TARGET_MET);
}

int
main(void)
{
	run(an_educator_goes_from_not_eligible_to_lapsed);
	run(who_lapsed_stopped_left_or_is_off_the_register);
	run(who_is_not_eligible_sees_why_with_the_rule);
	run(stage_two_asks_for_years_and_a_learner);
	run(clerks_and_agency_workers_are_not_asked);
	run(places_are_current_educators_times_students_final_ones_apart);
	run(a_placement_takes_a_place_in_every_term_it_has_four_weeks_of);
	run(terms_follow_each_other_through_the_year);
	run(seven_are_below_eight_to_ten_meet_and_eleven_are_above_the_range);
	return tests_end();
}
