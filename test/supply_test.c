/* supply_test.c: who is coming by pipelines. Plymouth's recruits from overseas (16 recruited, 9 joining in March), and
 * Shropshire's trainees (8 in year 2, 6 in year 1, three years, the first ready in January 2023) are made as records and
 * counted from them; sums of chances are held to what is worked out by hand. */
#include "check.h"
#include "councils.h"

#include "practice/supply.h"

#define PLACE "unit U-1 2015-01-01 open name=Duty; kind=team\n" \
	"role R-1 2015-01-01 open title=Social worker; family=social_work; census_role=5; registered=yes\n" \
	"post P-1 2018-01-01 open title=X; unit=U-1; role=R-1; fte=1; status=funded\n"

static struct supply
read_on(const char *lines, Date day, struct arena *perm)
{
	struct supply supply;
	struct roster *roster = new(perm, 1, struct roster);
	roster_build(roster, council_of(lines, perm), perm);
	supply_read(&supply, roster, day, perm);
	return supply;
}

static bool
near(double a, double b)
{
	return a - b < 1e-9 && b - a < 1e-9;
}

/* ---- one learner, day by day --------------------------------------------------------------------- */

#define STEP(n, learner, turn, move, day, rest) \
	"learner_step LS-" n " learner=" learner "; move=" move "; held_on=" day "; turn=" turn rest "\n"
#define BO PLACE "route RT-1 2020-01-01 open name=L6; kind=apprentice_6; months=36; completes=0.827; completes_low=0.75;" \
	" completes_high=0.9; completes_grade=b; completes_source=First cohort\n" \
	"cohort CO-1 route=RT-1; name=2022; starts_on=2022-09-05; unit=U-1; takes_post=0.9; takes_post_grade=own;" \
	" takes_post_source=Ours; tie_in_months=24\n" \
	"person N-1 family_name=Reed\nspell S-1 2025-11-03 open person=N-1; post=P-1; basis=permanent; fte=1\n" \
	"learner LN-1 cohort=CO-1; known_on=2022-05-01; spell=S-1\n" \
	STEP("1", "LN-1", "1", "select", "2022-06-01", "") STEP("2", "LN-1", "2", "begin", "2022-09-05", "") \
	STEP("3", "LN-1", "3", "final", "2025-01-13", "") STEP("4", "LN-1", "4", "qualify", "2025-10-02", "") \
	STEP("5", "LN-1", "5", "offer", "2025-10-06", "") STEP("6", "LN-1", "6", "join", "2025-11-03", "")

/* Three years from 5 September 2022: expected on 5 September 2025, late until 2 October. */
static void
a_learner_stands_where_the_last_step_of_the_day_left_them(struct arena *perm)
{
	static const struct { int year, month, day; enum learner_stage stage; int waiting, course; enum whose whose; bool late, coming; }
	days[] = {
		{ 2022, 5, 1, LEARNER_INTERESTED, 0, 0, OUR_MOVE, false, false },
		{ 2022, 6, 11, LEARNER_SELECTED, 10, 0, OUR_MOVE, false, true },
		{ 2022, 9, 5, LEARNER_LEARNING, 0, 1, THEIR_MOVE, false, true },
		{ 2023, 9, 4, LEARNER_LEARNING, 364, 1, THEIR_MOVE, false, true },
		{ 2023, 9, 5, LEARNER_LEARNING, 365, 2, THEIR_MOVE, false, true },
		{ 2025, 9, 5, LEARNER_FINAL, 235, 4, THEIR_MOVE, false, true },
		{ 2025, 9, 6, LEARNER_FINAL, 236, 4, THEIR_MOVE, true, true },
		{ 2025, 10, 5, LEARNER_QUALIFIED, 3, 0, OUR_MOVE, false, true },
		{ 2025, 10, 6, LEARNER_OFFERED, 0, 0, THEIR_MOVE, false, true },
		{ 2025, 11, 30, LEARNER_JOINED, 0, 0, NO_MOVE, false, false },
	};
	check_int(read_on(BO, date_of(2022, 4, 30), perm).learner_count, 0);
	for (int i = 0; i < countof(days); i++) {
		struct supply s = read_on(BO, date_of(days[i].year, days[i].month, days[i].day), perm);
		const struct learner *l = &s.learners[learner_find(&s, S("LN-1"))];
		check_int(l->stage, days[i].stage);
		check_int(l->waiting, days[i].waiting);
		check_int(l->year, days[i].course);
		check_int(l->whose, days[i].whose);
		check_int(l->late, days[i].late);
		check_int(learner_coming(l), days[i].coming);
		check_int(l->unit, 0);
	}
	struct supply joined = read_on(BO, date_of(2025, 11, 30), perm);
	check_int(joined.learners[0].tied_until.day, date_of(2027, 11, 3).day);
	check_int(joined.learners[0].ready.day, date_of(2025, 10, 2).day);
}

/* 0.827 x 0.9 while learning; 0.9 once qualified; nothing once joined. Low 0.75 x 0.9, high 0.9 x 0.9. */
static void
what_is_left_of_the_chance_follows_from_the_stage(struct arena *perm)
{
	struct supply_span all = { 0, 99999, NOT_THERE };
	struct supply s = read_on(BO, date_of(2022, 5, 2), perm);
	check(supply_cell_of(&s, all, perm).people == 0);
	s = read_on(BO, date_of(2025, 3, 1), perm);
	struct supply_cell cell = supply_cell_of(&s, all, perm);
	check(cell.people == 1 && near(cell.expected, 0.827 * 0.9) && cell.unsaid == 0);
	check(near(s.chances[0].low, 0.675) && near(s.chances[0].high, 0.81));
	check_str(grades_words(cell.grades, perm), S("B, own"));
	check_int(s.chances[0].quarter, supply_quarter(date_of(2025, 9, 5)));
	check(s.cohorts[0].takes_post.own && !s.cohorts[0].completes.own);
	/* late: still expected, in the quarter of the day */
	s = read_on(BO, date_of(2025, 10, 1), perm);
	check_int(s.chances[0].quarter, supply_quarter(date_of(2025, 10, 1)));
	s = read_on(BO, date_of(2025, 10, 5), perm);
	cell = supply_cell_of(&s, all, perm);
	check(near(cell.expected, 0.9));
	check_str(grades_words(cell.grades, perm), S("own"));
	s = read_on(BO, date_of(2025, 11, 3), perm);
	check(supply_cell_of(&s, all, perm).people == 0 && s.cohorts[0].joined == 1);
}

static void
who_left_the_way_is_expected_no_more(struct arena *perm)
{
	static const struct { const char *move, *day; } exits[] = { { "drop_out", "2025-03-01" }, { "not_pass", "2025-03-01" } };
	for (int i = 0; i < countof(exits); i++) {
		Str lines = str_format(perm, "%slearner LN-2 cohort=CO-1; known_on=2022-05-01\n"
			"learner_step LS-7 learner=LN-2; move=select; held_on=2022-06-01; turn=1\n"
			"learner_step LS-8 learner=LN-2; move=begin; held_on=2022-09-05; turn=2\n"
			"learner_step LS-9 learner=LN-2; move=%s; held_on=%s; turn=3; reason=money\n%c", BO, exits[i].move, exits[i].day, 0);
		struct supply s = read_on(lines.at, date_of(2025, 2, 28), perm);
		check(supply_cell_of(&s, (struct supply_span){ 0, 99999, NOT_THERE }, perm).people == 2);
		s = read_on(lines.at, date_of(2025, 3, 1), perm);
		check(supply_cell_of(&s, (struct supply_span){ 0, 99999, NOT_THERE }, perm).people == 1);
		check(s.cohorts[0].selected == 2 && s.cohorts[0].lost == 1 && s.cohorts[0].outstanding == 1);
	}
}

/* ---- T14: Plymouth ------------------------------------------------------------------------------- */

/* 16 recruited in the autumn of 2022; nine have flights in March. `arrived`: and they came. */
static const char *
plymouth(bool arrived, struct arena *perm)
{
	struct text lines = text_new(perm);
	text_format(&lines, "route RT-1 2020-01-01 open name=Overseas drive; kind=overseas; completes=0.83; completes_low=0.52;"
		" completes_high=0.98; completes_grade=c; completes_source=Devon; takes_post=1; takes_post_grade=d; takes_post_source=x\n"
		"cohort CO-1 route=RT-1; name=First; starts_on=2022-09-01; expected_on=2023-09-01; places=20\n");
	for (int i = 1; i <= 16; i++) {
		text_format(&lines, "learner LN-%d cohort=CO-1; known_on=2022-09-10%s\n"
			"learner_step LS-%d learner=LN-%d; move=select; held_on=2022-10-01; turn=1\n"
			"learner_step LS-%d learner=LN-%d; move=register; held_on=2022-10-05; turn=2\n", i, i <= 9 ? "; arrives_on=2023-03-06" : "",
			100 + i, i, 200 + i, i);
		if (arrived && i <= 9)
			text_format(&lines, "learner_step LS-%d learner=LN-%d; move=sponsor; held_on=2022-12-01; turn=3\n"
				"learner_step LS-%d learner=LN-%d; move=visa; held_on=2023-02-01; turn=4\n"
				"learner_step LS-%d learner=LN-%d; move=arrive; held_on=2023-03-06; turn=5\n", 300 + i, i, 400 + i, i, 500 + i, i);
	}
	text_format(&lines, "%c", 0);
	return text_str(&lines).at;
}

static void
nine_of_sixteen_from_overseas_join_in_march_and_seven_are_outstanding(struct arena *perm)
{
	struct period march = { date_of(2023, 3, 1), date_of(2023, 3, 31) };
	struct supply before = read_on(plymouth(false, perm), date_of(2023, 2, 1), perm);
	check_int(before.cohorts[0].selected, 16);
	check_int(supply_ready_within(&before, 0, march), 9);
	check_int(before.cohorts[0].outstanding, 16);
	struct supply after = read_on(plymouth(true, perm), date_of(2023, 3, 31), perm);
	const struct cohort *c = &after.cohorts[cohort_find(&after, S("CO-1"))];
	check(c->known == 16 && c->selected == 16 && c->ready == 9 && c->outstanding == 7 && c->lost == 0);
	check_int(supply_ready_within(&after, 0, march), 9);
	check_str(figure_text(figure_ratio(figure_whole(c->ready), figure_whole(c->selected), 100), 2, perm), S("56.25"));
	/* the nine are in the quarter of March with no risk left, the seven in that of September with all of it */
	struct supply_cell first = supply_cell_of(&after, (struct supply_span){ supply_quarter(march.first), supply_quarter(march.first),
		ROUTE_OVERSEAS }, perm);
	check(first.people == 9 && near(first.expected, 9) && first.low == 9 && first.high == 9 && first.places == 0);
	int autumn = supply_quarter(date_of(2023, 9, 1));
	struct supply_cell later = supply_cell_of(&after, (struct supply_span){ autumn, autumn, NOT_THERE }, perm);
	check(later.people == 7 && near(later.expected, 7 * 0.83));
}

/* ---- T17: Shropshire's trainees -------------------------------------------------------------------- */

static const char *
trainees(const char *odds, struct arena *perm)
{
	struct text lines = text_new(perm);
	text_format(&lines, "route RT-1 2019-01-01 open name=Trainees; kind=trainee; months=36%s\n"
		"cohort CO-1 route=RT-1; name=First; starts_on=2020-01-13\ncohort CO-2 route=RT-1; name=Second; starts_on=2021-01-11\n", odds);
	for (int i = 1; i <= 14; i++) {
		int cohort = i <= 8 ? 1 : 2;
		const char *day = cohort == 1 ? "2020-01-13" : "2021-01-11";
		text_format(&lines, "learner LN-%d cohort=CO-%d; known_on=2019-11-01\n"
			"learner_step LS-%d learner=LN-%d; move=select; held_on=2019-12-01; turn=1\n"
			"learner_step LS-%d learner=LN-%d; move=begin; held_on=%s; turn=2\n", i, cohort, 100 + i, i, 200 + i, i, day);
	}
	text_format(&lines, "%c", 0);
	return text_str(&lines).at;
}

static void
eight_trainees_are_ready_in_january_2023_and_six_in_january_2024(struct arena *perm)
{
	struct supply s = read_on(trainees("", perm), date_of(2021, 10, 1), perm);
	int years[5] = { 0 };
	for (int i = 0; i < s.learner_count; i++)
		years[s.learners[i].year]++;
	check(years[2] == 8 && years[1] == 6);
	check_int(supply_ready_within(&s, NOT_THERE, (struct period){ date_of(2023, 1, 1), date_of(2023, 1, 31) }), 8);
	check_int(supply_ready_within(&s, NOT_THERE, (struct period){ date_of(2024, 1, 1), date_of(2024, 1, 31) }), 6);
	check_int(s.cohorts[0].expected.day, date_of(2023, 1, 13).day);
	/* nobody has said what their odds are: nothing is expected, and nothing is ruled out */
	int quarter = supply_quarter(date_of(2023, 1, 13));
	struct supply_cell cell = supply_cell_of(&s, (struct supply_span){ quarter, quarter, ROUTE_TRAINEE }, perm);
	check(cell.people == 8 && cell.unsaid == 8 && near(cell.expected, 0) && cell.low == 0 && cell.high == 8 && cell.grades == 0);
	/* before drop-out: certain to complete and to stay */
#define CERTAIN "; completes=1; completes_grade=d; completes_source=x; takes_post=1; takes_post_grade=d; takes_post_source=x"
	s = read_on(trainees(CERTAIN, perm), date_of(2021, 10, 1), perm);
	cell = supply_cell_of(&s, (struct supply_span){ quarter, quarter, NOT_THERE }, perm);
	check(near(cell.expected, 8) && cell.low == 8 && cell.high == 8);
	cell = supply_cell_of(&s, (struct supply_span){ quarter + 4, quarter + 4, NOT_THERE }, perm);
	check(near(cell.expected, 6) && cell.low == 6 && cell.high == 6);
	cell = supply_cell_of(&s, (struct supply_span){ quarter, quarter + 4, ROUTE_STEP_UP }, perm);
	check_int(cell.people, 0);
}

/* ---- sums of chances -------------------------------------------------------------------------------- */

/* 0.5, 0.2, 0.9 by hand. Two: 0.4, 0.5, 0.1. With the third: 0.4 x 0.1; 0.4 x 0.9 + 0.5 x 0.1; 0.5 x 0.9 + 0.1 x 0.1; 0.09. */
static void
unequal_throws_add_up_exactly(struct arena *perm)
{
	const double parts[] = { 0.5, 0.2, 0.9 }, wants[] = { 0.04, 0.41, 0.46, 0.09 };
	struct throws three = throws_of(parts, 3, perm);
	check(three.first == 0 && three.count == 4);
	for (int k = 0; k < 4; k++)
		check(near(three.chance[k], wants[k]));
	check_int(throws_quantile(&three, 0.04), 0);
	check_int(throws_quantile(&three, 0.1), 1);
	check_int(throws_quantile(&three, 0.45), 1);
	check_int(throws_quantile(&three, 0.46), 2);
	check_int(throws_quantile(&three, 0.9), 2);
	check_int(throws_quantile(&three, 0.92), 3);
	struct throws none = throws_of(NULL, 0, perm);
	check(none.count == 1 && near(none.chance[0], 1) && throws_quantile(&none, 0.9) == 0);
	const double sure[] = { 1, 0, 1 };
	struct throws two = throws_of(sure, 3, perm);
	check(two.first == 2 && two.count == 1 && near(two.chance[0], 1));
}

/* Equal throws are binomial: 10 of 0.5, of which k succeed in (10 over k) / 1024. And 20,000 keep their sum and mean. */
static void
equal_throws_are_binomial_and_many_stay_few_numbers(struct arena *perm)
{
	static const double over[] = { 1, 10, 45, 120, 210, 252, 210, 120, 45, 10, 1 };
	enum { MANY = 20000 };
	double *parts = new(perm, MANY, double);
	for (int i = 0; i < MANY; i++)
		parts[i] = 0.5;
	struct throws ten = throws_of(parts, 10, perm), many = throws_of(parts, MANY, perm);
	for (int k = 0; k <= 10; k++)
		check(near(ten.chance[k], over[k] / 1024));
	check(throws_quantile(&ten, 0.1) == 3 && throws_quantile(&ten, 0.9) == 7);
	double sum = 0, mean = 0;
	for (int i = 0; i < many.count; i++) {
		sum += many.chance[i];
		mean += many.chance[i] * (many.first + i);
	}
	check(near(sum, 1) && mean - MANY / 2 < 1e-6 && MANY / 2 - mean < 1e-6 && many.count < 2000);
}

/* The range of a sum is not the sum of ranges: two cohorts of one each, 0.5 and 0.5. */
static void
a_range_of_quarters_is_of_all_their_people_together(struct arena *perm)
{
#define HALF "completes=0.5; completes_grade=c; completes_source=x; takes_post=1; takes_post_grade=c; takes_post_source=x"
	struct supply s = read_on("route RT-1 2020-01-01 open name=BA; kind=student; " HALF "\n"
		"route RT-2 2020-01-01 open name=Step Up; kind=step_up\n"
		"cohort CO-1 route=RT-1; name=A; starts_on=2025-09-01; expected_on=2026-07-01; places=4\n"
		"cohort CO-2 route=RT-2; name=B; starts_on=2025-09-01; expected_on=2026-10-01; places=4; " HALF "\n"
		"cohort CO-3 route=RT-2; name=C; starts_on=2025-09-01; places=2; " HALF "\n", date_of(2026, 1, 1), perm);
	int july = supply_quarter(date_of(2026, 7, 1));
	struct supply_cell a = supply_cell_of(&s, (struct supply_span){ july, july, NOT_THERE }, perm);
	struct supply_cell both = supply_cell_of(&s, (struct supply_span){ july, july + 1, NOT_THERE }, perm);
	/* of four halves: 1/16, 5/16, 11/16, 15/16; of eight: 1/256, 9, 37, 93, 163, 219, 247 of 256 */
	check(a.places == 4 && a.people == 0 && near(a.expected, 2) && a.low == 1 && a.high == 3);
	check(both.places == 8 && near(both.expected, 4) && both.low == 2 && both.high == 6);
	check(supply_cell_of(&s, (struct supply_span){ july, july + 1, ROUTE_STEP_UP }, perm).places == 4);
	/* nobody knows when C is ready: in no quarter */
	check(supply_cell_of(&s, (struct supply_span){ NOT_THERE, NOT_THERE, NOT_THERE }, perm).places == 2);
}

/* Places count until somebody is selected; then learners do. */
static void
places_count_until_somebody_is_selected(struct arena *perm)
{
#define INTAKE "route RT-1 2020-01-01 open name=BA; kind=student; " HALF "\n" \
	"cohort CO-1 route=RT-1; name=A; starts_on=2025-09-01; expected_on=2026-07-01; places=4\n" \
	"learner LN-1 cohort=CO-1; known_on=2025-05-01\n" STEP("1", "LN-1", "1", "select", "2025-06-01", "")
	struct supply_span all = { 0, 99999, NOT_THERE };
	struct supply s = read_on(INTAKE, date_of(2025, 5, 31), perm);
	struct supply_cell cell = supply_cell_of(&s, all, perm);
	check(cell.places == 4 && cell.people == 0);
	s = read_on(INTAKE, date_of(2025, 6, 1), perm);
	cell = supply_cell_of(&s, all, perm);
	check(cell.places == 0 && cell.people == 1);
}

static void
quarters_are_of_the_calendar(struct arena *perm)
{
	int quarter = supply_quarter(date_of(2026, 3, 31));
	check_str(supply_quarter_words(quarter, perm), S("January to March 2026"));
	check_int(supply_quarter(date_of(2026, 4, 1)), quarter + 1);
	check_int(supply_quarter_period(quarter + 3).last.day, date_of(2026, 12, 31).day);
	check_int(supply_quarter_period(quarter).first.day, date_of(2026, 1, 1).day);
}

/* ---- routes as dated facts -------------------------------------------------------------------------- */

/* The levy paid for the Master's apprenticeship until the end of 2025. A cohort keeps the facts of its start. */
static void
a_cohort_has_the_facts_of_its_route_when_it_started(struct arena *perm)
{
#define LEVY "route RT-1 2020-01-01 2025-12-31 name=Master's; kind=apprentice_7; months=24; funding_until=2025-12-31\n" \
	"route RT-1 2026-01-01 open name=Master's; kind=apprentice_7; months=30\n" \
	"cohort CO-1 route=RT-1; name=A; starts_on=2025-09-01\ncohort CO-2 route=RT-1; name=B; starts_on=2026-01-05\n" \
	"cohort CO-3 route=RT-1; name=C; starts_on=2019-09-01\n"
	struct supply s = read_on(LEVY, date_of(2026, 1, 1), perm);
	check_int(s.cohorts[0].expected.day, date_of(2027, 9, 1).day);
	check_int(s.cohorts[1].expected.day, date_of(2028, 7, 5).day);
	check_int(s.cohorts[2].expected.day, date_of(2021, 9, 1).day);
	check(s.cohorts[0].funding_ended && !s.cohorts[1].funding_ended);
	check(!read_on(LEVY, date_of(2025, 12, 31), perm).cohorts[0].funding_ended);
}

/* ---- papers -------------------------------------------------------------------------------------- */

/* 31 May 2026 is 90 days after 2 March, 60 after 1 April, 30 after 1 May. */
static void
papers_are_told_of_90_60_and_30_days_before_and_when_they_are_past(struct arena *perm)
{
#define VISA PLACE "route RT-1 2020-01-01 open name=x; kind=overseas\ncohort CO-1 route=RT-1; name=A; starts_on=2023-01-01\n" \
	"person N-1 family_name=Reed\nspell S-1 2023-06-01 2026-05-15 person=N-1; post=P-1; basis=permanent; fte=1\n" \
	"learner LN-1 cohort=CO-1; known_on=2023-01-01; visa_until=2026-05-31; spell=S-1\n" \
	STEP("1", "LN-1", "1", "select", "2023-01-02", "") STEP("2", "LN-1", "2", "register", "2023-01-03", "") \
	STEP("3", "LN-1", "3", "arrive", "2023-05-01", "")
#define JOINED STEP("4", "LN-1", "4", "join", "2023-06-01", "")
	static const struct { int month, day, level, days; } days[] = {
		{ 3, 1, ALARM_LEVELS, 0 }, { 3, 2, ALARM_90, 90 }, { 3, 31, ALARM_90, 61 }, { 4, 1, ALARM_60, 60 }, { 4, 30, ALARM_60, 31 },
		{ 5, 1, ALARM_30, 30 }, { 5, 31, ALARM_30, 0 }, { 6, 1, ALARM_EXPIRED, -1 },
	};
	struct alarm *alarms;
	for (int i = 0; i < countof(days); i++) {
		struct supply s = read_on(VISA, date_of(2026, days[i].month, days[i].day), perm);
		int count = supply_alarms(&s, &alarms, perm);
		check_int(count, days[i].level != ALARM_LEVELS);
		check(count == 0 || (alarms[0].paper == PAPER_VISA && (int)alarms[0].level == days[i].level && alarms[0].days == days[i].days));
	}
	/* whoever joined is asked about while in that post: until 15 May */
	struct supply here = read_on(VISA JOINED, date_of(2026, 5, 15), perm), left = read_on(VISA JOINED, date_of(2026, 5, 16), perm);
	check_int(supply_alarms(&here, &alarms, perm), 1);
	check_int(supply_alarms(&left, &alarms, perm), 0);
}

static void
a_certificate_is_asked_about_until_the_visa_is_granted(struct arena *perm)
{
#define WAITS "route RT-1 2020-01-01 open name=x; kind=overseas\ncohort CO-1 route=RT-1; name=A; starts_on=2026-01-01\n" \
	"learner LN-1 cohort=CO-1; known_on=2026-01-01; visa_until=2026-06-10; certificate_until=2026-06-01\n" \
	"learner LN-2 cohort=CO-1; known_on=2026-01-01; certificate_until=2026-05-20\n" \
	STEP("1", "LN-1", "1", "select", "2026-01-02", "") STEP("2", "LN-1", "2", "sponsor", "2026-03-03", "") \
	STEP("3", "LN-1", "3", "visa", "2026-05-01", "") STEP("4", "LN-2", "1", "select", "2026-01-02", "") \
	STEP("5", "LN-2", "2", "sponsor", "2026-03-03", "") STEP("6", "LN-2", "3", "not_come", "2026-05-05", "; reason=pay")
	struct alarm *alarms;
	struct supply s = read_on(WAITS, date_of(2026, 4, 30), perm);
	check_int(supply_alarms(&s, &alarms, perm), 3);
	check(alarms[0].learner == 1 && alarms[0].paper == PAPER_CERTIFICATE && alarms[0].level == ALARM_30);
	check(alarms[1].learner == 0 && alarms[1].paper == PAPER_CERTIFICATE && alarms[1].level == ALARM_60);
	check(alarms[2].learner == 0 && alarms[2].paper == PAPER_VISA);
	s = read_on(WAITS, date_of(2026, 5, 1), perm);
	check_int(supply_alarms(&s, &alarms, perm), 2);
	s = read_on(WAITS, date_of(2026, 5, 5), perm);
	check_int(supply_alarms(&s, &alarms, perm), 1);
}

/* ---- from placement to hire -------------------------------------------------------------------------- */

/* Five on placement: 1 joined and is here, 2 joined and left, 3 went elsewhere, 4 has qualified, 5's placement runs still. */
static void
who_was_on_placement_is_counted_by_what_came_of_them(struct arena *perm)
{
	struct text lines = text_new(perm);
	text_format(&lines, PLACE "post P-2 2018-01-01 open title=X; unit=U-1; role=R-1; fte=1; status=funded\n"
		"person N-1 family_name=A\nperson N-2 family_name=B\nspell S-1 2025-09-01 open person=N-1; post=P-1; basis=permanent; fte=1\n"
		"spell S-2 2025-09-01 2025-12-31 person=N-2; post=P-2; basis=permanent; fte=1\n"
		"route RT-1 2020-01-01 open name=BA; kind=student\ncohort CO-1 route=RT-1; name=A; starts_on=2023-09-01\n"
		"learner LN-1 cohort=CO-1; known_on=2023-09-01; spell=S-1; local_link=lives\n"
		"learner LN-2 cohort=CO-1; known_on=2023-09-01; spell=S-2; local_link=none\n"
		"learner LN-3 cohort=CO-1; known_on=2023-09-01; local_link=none\nlearner LN-4 cohort=CO-1; known_on=2023-09-01; local_link=lives\n"
		"learner LN-5 cohort=CO-1; known_on=2023-09-01; local_link=lives\n"
		STEP("13", "LN-1", "4", "join", "2025-09-01", "") STEP("23", "LN-2", "4", "join", "2025-09-01", "")
		STEP("33", "LN-3", "4", "go_elsewhere", "2025-09-01", "; reason=pay"));
	for (int i = 1; i <= 5; i++)
		text_format(&lines, "learner_step LS-%d0 learner=LN-%d; move=select; held_on=2023-09-01; turn=1\n"
			"learner_step LS-%d1 learner=LN-%d; move=begin; held_on=2023-09-02; turn=2\n"
			"learner_step LS-%d2 learner=LN-%d; move=qualify; held_on=2025-07-01; turn=3\n"
			"placement PL-%d learner=LN-%d; unit=U-1; kind=first; starts_on=2025-01-10; ends_on=%s\n", i, i, i, i, i, i, i, i,
			i == 5 ? "2026-01-02" : "2025-06-20");
	text_format(&lines, "%c", 0);
	struct supply s = read_on(text_str(&lines).at, date_of(2026, 1, 1), perm);
	struct hires all = supply_hires(&s, (struct hires_of){ NOT_THERE, NOT_THERE });
	check(all.placed == 4 && all.joined == 2 && all.gone == 1 && all.open == 1 && all.decided == 3 && all.here == 1);
	check_str(figure_text(all.joined_share, 1, perm), S("66.7"));
	check_str(figure_text(all.here_share, 0, perm), S("50"));
	struct hires lives = supply_hires(&s, (struct hires_of){ ROUTE_STUDENT, 0 });
	check(str_equal(local_links[0].code, S("lives")) && lives.placed == 2 && lives.decided == 1 && lives.here == 1);
	check_str(figure_text(supply_hires(&s, (struct hires_of){ ROUTE_STEP_UP, NOT_THERE }).joined_share, 1, perm), S("z"));
	s = read_on(text_str(&lines).at, date_of(2026, 1, 2), perm);
	check_int(supply_hires(&s, (struct hires_of){ NOT_THERE, NOT_THERE }).placed, 5);
}

int
main(void)
{
	run(a_learner_stands_where_the_last_step_of_the_day_left_them);
	run(what_is_left_of_the_chance_follows_from_the_stage);
	run(who_left_the_way_is_expected_no_more);
	run(nine_of_sixteen_from_overseas_join_in_march_and_seven_are_outstanding);
	run(eight_trainees_are_ready_in_january_2023_and_six_in_january_2024);
	run(unequal_throws_add_up_exactly);
	run(equal_throws_are_binomial_and_many_stay_few_numbers);
	run(a_range_of_quarters_is_of_all_their_people_together);
	run(places_count_until_somebody_is_selected);
	run(quarters_are_of_the_calendar);
	run(a_cohort_has_the_facts_of_its_route_when_it_started);
	run(papers_are_told_of_90_60_and_30_days_before_and_when_they_are_past);
	run(a_certificate_is_asked_about_until_the_visa_is_granted);
	run(who_was_on_placement_is_counted_by_what_came_of_them);
	return tests_end();
}
