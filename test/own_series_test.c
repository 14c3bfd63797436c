/* own_series_test.c: what councils print of themselves is read exactly, or refused with words.
 *
 * Numbers here are from councils' own papers: Leicestershire's strategy of January 2024, Plymouth's
 * scrutiny report of 15 February 2023, Walsall's of 14 January 2021; percentages by hand.
 */
#include "check.h"

#include "base/embedded.h"
#include "base/error.h"
#include "files/file.h"
#include "measure/compare.h"
#include "measure/own_series.h"

static struct published published;

static Str
data(const char *name, struct arena *perm)
{
	Str text = S("");
	struct error err;
	Str path = str_format(perm, "%s/test/data/%s", SOURCE_ROOT, name);
	if (!file_read(path, 1 << 20, &text, perm, &err))
		printf("%s\n", err.text);
	return text;
}

/* Reads text; gives the findings. */
static struct findings
read_text(Str text, struct own_series *series, struct arena *perm)
{
	struct findings found = findings_new(perm);
	bool read = own_series_read(&published, text, S("own.csv"), series, &found, perm);
	check(read == (found.mistakes == 0));
	check(read || (series->point_count == 0 && series->measure_count == 0));
	return found;
}

static struct own_series
read_data(const char *name, ptrdiff_t queries, struct arena *perm)
{
	struct own_series series;
	struct findings found = read_text(data(name, perm), &series, perm);
	check_int(found.mistakes, 0);
	check_int(found.count, queries);
	for (ptrdiff_t i = 0; i < found.count; i++)
		if (found.at[i].severity == MISTAKE || found.count != queries)
			printf("%.*s\n", STR_ARG(finding_text(&found.at[i], perm)));
	return series;
}

static int
area(Str name)
{
	int found = area_exact(&published.areas, name);
	check(found != NO_AREA);
	return found;
}

static Str
value_on(const struct own_series *series, Str place, Str measure, Date day, int places,
         struct arena *perm)
{
	int m = own_measure_find(series, measure);
	const struct own_point *point = m < 0 ? NULL : own_point_on(series, area(place), m, day);
	return point ? figure_text(point->value, places, perm) : S("no such point");
}

static void
leicestershire_s_table_is_read_cell_by_cell(struct arena *perm)
{
	/* As printed, left to right; England's average for 2022 stands before the council's own 2022. */
	static const struct { Str area; int year; } printed[8] = {
		{ STR("leicestershire"), 2017 }, { STR("leicestershire"), 2018 },
		{ STR("leicestershire"), 2019 }, { STR("leicestershire"), 2020 },
		{ STR("leicestershire"), 2021 }, { STR("england"), 2022 },
		{ STR("leicestershire"), 2022 }, { STR("leicestershire"), 2023 },
	};
	static const struct { enum measure_id m; Str cells[8]; } rows[3] = {
		{ TURNOVER_RATE_FTE, { STR("18.8"), STR("13.7"), STR("11.2"), STR("8.5"), STR("11.2"),
			STR("17.1"), STR("18.1"), STR("12.2") } },
		{ VACANCY_RATE_FTE, { STR("19.6"), STR("14"), STR("8.2"), STR("11.2"), STR("11"), STR("20"),
			STR("18.1"), STR("14.8") } },
		{ AGENCY_RATE_FTE, { STR("18.7"), STR("17.5"), STR("17.2"), STR("16.7"), STR("16.4"),
			STR("17.6"), STR("17.5"), STR("19.6") } },
	};
	struct own_series series = read_data("leicestershire-2024.csv", 0, perm);
	check_int(series.point_count, 24);
	check_int(series.measure_count, 3);
	for (int r = 0; r < 3; r++)
		for (int c = 0; c < 8; c++) {
			const struct own_point *point =
				own_point_of(&series, area(printed[c].area), rows[r].m, printed[c].year);
			check(point);
			if (!point)
				continue;
			check_str(figure_plain(point->value, point->places, perm), rows[r].cells[c]);
			check(point->whole_year && !point->uncomputable);
			check(str_begins(point->source, S("Leicestershire County Council")));
		}
	check(!own_point_of(&series, area(S("england")), TURNOVER_RATE_FTE, 2023));
}

static void
adverts_fall_and_what_the_parts_leave_rises(struct arena *perm)
{
	static const struct { Str measure; Str before, after, percent; } rows[] = {
		{ STR("advertised_roles"), STR("42.0"), STR("27.0"), STR("\u221235.7") },
		{ STR("advertised_senior_practitioner"), STR("21.0"), STR("4.5"), STR("\u221278.6") },
		{ STR("advertised_team_manager"), STR("4.0"), STR("1.0"), STR("\u221275.0") },
	};
	Date before = date_of(2023, 1, 31), after = date_of(2024, 1, 31);
	struct own_series series = read_data("leicestershire-adverts.csv", 0, perm);
	int place = area(S("leicestershire"));
	for (ptrdiff_t i = 0; i < countof(rows); i++) {
		int m = own_measure_find(&series, rows[i].measure);
		check_str(value_on(&series, S("leicestershire"), rows[i].measure, before, 1, perm), rows[i].before);
		check_str(value_on(&series, S("leicestershire"), rows[i].measure, after, 1, perm), rows[i].after);
		struct difference change = change_between(own_point_on(&series, place, m, before)->value,
		                                      own_point_on(&series, place, m, after)->value);
		check_str(figure_signed(change.percent, 1, perm), rows[i].percent);
	}
	struct remainder found[8];
	check_int(own_remainders(&series, found, 8), 2);
	check_str(figure_text(found[0].value, 1, perm), S("17.0"));
	check_str(figure_text(found[1].value, 1, perm), S("21.5"));
	check(found[0].day.day == before.day && found[1].day.day == after.day);
	check_int(found[0].whole, own_measure_find(&series, S("advertised_roles")));
	check_int(own_remainders(&series, found, 1), 1);
}

static void
sixteen_recruited_and_nine_joining_leave_seven(struct arena *perm)
{
	Date day = date_of(2023, 2, 15);
	struct own_series series = read_data("plymouth-overseas.csv", 0, perm);
	int rate = own_measure_find(&series, S("overseas_joining_rate"));
	const struct own_point *point = own_point_on(&series, area(S("plymouth")), rate, day);
	check(point && point->value.micro == 56250000);
	check_int(point->places, 2);
	check_int(series.measures[rate].unit, UNIT_PERCENT);
	struct remainder found[4];
	check_int(own_remainders(&series, found, 4), 1);
	check_str(figure_text(found[0].value, 0, perm), S("7"));
}

static void
a_survey_without_a_denominator_has_no_rate(struct arena *perm)
{
	struct own_series series;
	struct findings found = read_text(data("leicestershire-survey.csv", perm), &series, perm);
	check_int(found.mistakes, 0);
	check_int(found.count, 1);
	check_str(found.at[0].wrong, S("has no denominator, so the rate cannot be computed"));
	check_str(found.at[0].seen, S("170"));
	check_int(found.at[0].line, 2);
	check(series.points[0].uncomputable && !figure_present(series.points[0].value));
	check_str(figure_text(series.points[0].numerator, 0, perm), S("170"));
}

static void
walsall_s_absence_is_days_and_never_dfe_s_per_cent(struct arena *perm)
{
	struct own_series series = read_data("walsall-absence.csv", 0, perm);
	int m = own_measure_find(&series, S("absence_days_per_head")), place = area(S("walsall"));
	Figure of[3];
	for (int i = 0; i < 3; i++)
		of[i] = own_point_on(&series, place, m, census_period(2018 + i).last)->value;
	check_str(figure_signed(change_between(of[1], of[2]).percent, 1, perm), S("\u221243.2"));
	check_str(figure_signed(change_between(of[0], of[2]).percent, 1, perm), S("\u221236.4"));
	check_int(series.measures[m].unit, UNIT_DAYS_PER_HEAD);
	check_int(series.measures[m].dfe, NO_MEASURE);
	check(!own_point_of(&series, place, ABSENCE_RATE_FTE, 2020));

	struct findings found = read_text(S("area,measure,date,value,unit,source\n"
		"walsall,absence_rate_fte,2020,2.1,days_per_head,report\n"), &series, perm);
	check_int(found.mistakes, 1);
	check_str(found.at[0].code, S("unit"));
	check(str_find(found.at[0].wrong, S("could not be compared")) >= 0);
}

static void
plymouth_s_six_measures_have_units_and_directions(struct arena *perm)
{
	static const struct { Str name; enum unit unit; enum good good; Str march; int places; } rows[] = {
		{ STR("csw_vacancy_rate"), UNIT_PERCENT, LOWER, STR("24.2"), 1 },          /* 46 of 190 */
		{ STR("agency_spend"), UNIT_POUNDS, LOWER, STR("398,150"), 0 },
		{ STR("single_assessments_on_time"), UNIT_PERCENT, HIGHER, STR("82.9"), 1 }, /* 180 of 217 */
		{ STR("average_caseload"), UNIT_CASES_PER_FTE, LOWER, STR("18.9"), 1 },
		{ STR("audits_meeting_good"), UNIT_PERCENT, HIGHER, STR("52.0"), 1 },       /* 13 of 25 */
		{ STR("staff_satisfaction"), UNIT_PERCENT, HIGHER, STR("x"), 1 },
	};
	struct own_series series = read_data("plymouth-retention.csv", 0, perm);
	check_int(series.measure_count, 6);
	check_int(series.point_count, 18);
	for (ptrdiff_t i = 0; i < countof(rows); i++) {
		int m = own_measure_find(&series, rows[i].name);
		check(m >= 0 && series.measures[m].unit == rows[i].unit && series.measures[m].good == rows[i].good);
		check_str(value_on(&series, S("plymouth"), rows[i].name, date_of(2023, 3, 31), rows[i].places,
		                   perm), rows[i].march);
	}
	for (int i = 0; i < series.point_count; i++)
		check(str_begins(series.points[i].source, S("Made up for a test")));
}

/* ---- DfE's denominators ---------------------------------------------------------------------- */

static void
dfe_s_names_need_dfe_s_denominators(struct arena *perm)
{
	/* England 2021: 32,502 in post, 6,521.9 vacant, 5,969.5 agency, 34,620 and 6,139 people. Right:
	 * 16.7 and 15.5 %. Over in post alone 20.1 and 18.4, which are not DfE's rates. */
	static const struct { Str row; bool refused; Str right; } cases[] = {
		{ STR("england,vacancy_rate_fte,2021,6522,32502,,p"), true, STR("39023.9") },
		{ STR("england,vacancy_rate_fte,2021,6521.9,32502.0,,p"), true, STR("39023.9") },
		{ STR("england,vacancy_rate_fte,2021,7000,32502,,p"), true, STR("39023.9") },
		{ STR("england,vacancy_rate_fte,2021,6522,39024,,p"), false, STR("") },
		{ STR("england,agency_rate_fte,2021,5969.5,32502,,p"), true, STR("38471.5") },
		{ STR("england,agency_rate_fte,2021,\"5,969.5\",\"38,471.5\",,p"), false, STR("") },
		{ STR("england,agency_rate_headcount,2021,6139,34620,,p"), true, STR("40759") },
		{ STR("england,agency_rate_headcount,2021,6139,40759,,p"), false, STR("") },
		/* A year nobody has published: only the impossible is refused. */
		{ STR("walsall,vacancy_rate_fte,2031,90,60,,p"), true, STR("together") },
		{ STR("walsall,vacancy_rate_fte,2031,30,160,,p"), false, STR("") },
		/* Turnover is over in post alone, and rightly so. */
		{ STR("england,turnover_rate_fte,2021,4994.5,32502,,p"), false, STR("") },
		/* A name of one's own may divide by what it likes. */
		{ STR("england,vacancies_per_post_filled,2021,6522,32502,,p"), false, STR("") },
		/* Absence by people alone is days a head: 257,240.9 / 32,502. */
		{ STR("england,absence_rate_fte,2021,257240.9,32502,,p"), true, STR("days_per_head") },
		{ STR("england,absence_rate_fte,2021,257240.9,8223006,,p"), false, STR("") },
	};
	for (ptrdiff_t i = 0; i < countof(cases); i++) {
		struct own_series series;
		bool own = str_find(cases[i].row, S("per_post_filled")) >= 0;
		struct findings found = read_text(str_format(perm,
			"area,measure,date,numerator,denominator,unit,source\n%.*s\n", STR_ARG(own
			? S("england,vacancies_per_post_filled,2021,6522,32502,percent,p") : cases[i].row)),
			&series, perm);
		check_int(found.mistakes, cases[i].refused);
		if (found.mistakes != cases[i].refused)
			printf("  row %.*s\n", STR_ARG(cases[i].row));
		if (cases[i].refused && found.count)
			check(str_find(found.at[0].mend, cases[i].right) >= 0);
	}
}

static void
a_value_that_looks_like_the_wrong_sum_is_asked_about(struct arena *perm)
{
	struct own_series series;
	struct findings found = read_text(S("area,measure,date,value,source\n"
		"england,vacancy_rate_fte,2021,20.1,p\n"
		"england,agency_rate_fte,2021,18.4,p\n"
		"england,vacancy_rate_fte,2020,16.1,p\n"), &series, perm);
	check_int(found.mistakes, 0);
	check_int(found.count, 2);
	check(found.count == 2 && found.at[0].line == 2 && found.at[1].line == 3);
	check(str_find(found.at[0].mend, S("16.7")) >= 0);
	check(str_find(found.at[1].mend, S("15.5")) >= 0);
}

static void
a_value_is_held_to_its_own_counts(struct arena *perm)
{
	/* Leicestershire 2017, published: 50.2 vacant and 205.8 in post give 19.6. A digit turned is asked
	 * about; what rounding of the counts can explain (2018: 48.3 / 276.4 = 17.47) is not. */
	struct own_series series;
	struct findings found = read_text(S("area,measure,date,value,numerator,denominator,source\n"
		"leicestershire,vacancy_rate_fte,2017,19.6,50.2,256.0,p\n"
		"leicestershire,agency_rate_fte,2018,17.5,48.3,276.4,p\n"
		"leicestershire,vacancy_rate_fte,2018,41.0,37,265.1,p\n"), &series, perm);
	check_int(found.mistakes, 0);
	check_int(found.count, 1);
	check(found.count && found.at[0].line == 4);
	check(str_find(found.at[0].wrong, S("14.0")) >= 0);
}

/* ---- faults ---------------------------------------------------------------------------------- */

/* One row that is wrong, beneath the headings; code and column of its finding. */
static const struct { Str row, code; int column; } faults[] = {
	{ STR("leicestershir,turnover_rate_fte,2023,12.2,,,s,,,,"), STR("area"), 1 },
	{ STR(",turnover_rate_fte,2023,12.2,,,s,,,,"), STR("missing"), 1 },
	{ STR("walsall,Turnover Rate!,2023,12.2,,,s,,,,"), STR("measure"), 2 },
	{ STR("walsall,2023_rate,2023,12.2,,,s,,,,"), STR("measure"), 2 },
	{ STR("walsall,,2023,12.2,,,s,,,,"), STR("missing"), 2 },
	{ STR("walsall,turnover_rate_fte,31 June 2023,12.2,,,s,,,,"), STR("date"), 3 },
	{ STR("walsall,turnover_rate_fte,0023,12.2,,,s,,,,"), STR("date"), 3 },
	{ STR("walsall,turnover_rate_fte,2023/24,12.2,,,s,,,,"), STR("date"), 3 },
	{ STR("walsall,turnover_rate_fte,2023,\"1,2\",,,s,,,,"), STR("number"), 4 },
	{ STR("walsall,turnover_rate_fte,2023,12.2%,,,s,,,,"), STR("number"), 4 },
	{ STR("walsall,turnover_rate_fte,2023,=1+1,,,s,,,,"), STR("number"), 4 },
	{ STR("walsall,turnover_rate_fte,2023,1e3,,,s,,,,"), STR("number"), 4 },
	{ STR("walsall,turnover_rate_fte,2023,99999999999,,,s,,,,"), STR("number"), 4 },
	{ STR("walsall,turnover_rate_fte,2023,-1,,,s,,,,"), STR("number"), 4 },
	{ STR("walsall,turnover_rate_fte,2023,,,,s,,,,"), STR("missing"), 4 },
	{ STR("walsall,turnover_rate_fte,2023,,-5,10,s,,,,"), STR("number"), 5 },
	{ STR("walsall,turnover_rate_fte,2023,,1000000000,0.000001,s,,,,"), STR("denominator"), 6 },
	{ STR("walsall,roles,2023,,5,10,s,count,,,"), STR("denominator"), 6 },
	{ STR("walsall,turnover_rate_fte,2023,12.2,,,,,,,"), STR("missing"), 7 },
	{ STR("walsall,turnover_rate_fte,2023,12.2,,,\"two\nlines\",,,,"), STR("words"), 7 },
	{ STR("walsall,roles,2023,12,,,s,people,,,"), STR("unit"), 8 },
	{ STR("walsall,roles,2023,12,,,s,,,sideways,"), STR("good"), 10 },
	{ STR("walsall,turnover_rate_fte,2023,12.2,,,s,,,up,"), STR("good"), 10 },
	{ STR("walsall,roles,2023,12,,,s,,,,roles"), STR("part_of"), 11 },
	{ STR("walsall,roles,2023,12,,,s,,,,,extra"), STR("form"), 12 },
	{ STR("walsall,roles,2023,12,,,\"s,,,,"), STR("form"), 7 },
	{ STR("walsall,roles,2023,12,,,\"s\"x,,,,"), STR("form"), 7 },
};

#define HEADINGS "area,measure,date,value,numerator,denominator,source,unit,title,good,part_of\n"

static void
each_fault_is_found_where_it_stands(struct arena *perm)
{
	for (ptrdiff_t i = 0; i < countof(faults); i++) {
		struct own_series series;
		struct findings found = read_text(str_format(perm, HEADINGS "%.*s\n", STR_ARG(faults[i].row)),
		                                  &series, perm);
		check_int(found.mistakes, 1);
		if (found.mistakes != 1) {
			printf("  row %.*s\n", STR_ARG(faults[i].row));
			continue;
		}
		ptrdiff_t at = 0;
		while (found.at[at].severity != MISTAKE)
			at++;
		check_str(found.at[at].code, faults[i].code);
		check_int(found.at[at].column, faults[i].column);
		check_int(found.at[at].line, 2);
		check(found.at[at].wrong.len && found.at[at].mend.len);
	}
}

static void
every_fault_is_found_in_one_pass_in_file_order(struct arena *perm)
{
	struct text text = text_new(perm);
	text_add(&text, S(HEADINGS));
	for (int i = 0; i < 200; i++)
		text_format(&text, "walsall,roles,%d,%s,,,s,,,,\nnowhere,roles,2020,1,,,s,,,,\n", 1991 + i % 100,
		            i % 2 ? "many" : "7");
	struct own_series series;
	struct findings found = read_text(text_str(&text), &series, perm);
	/* 100 numbers that are none, 200 areas, and 50 of the sound rows come a second time. */
	check_int(found.mistakes, 100 + 200 + 50);
	for (ptrdiff_t i = 1; i < found.count; i++)
		check(found.at[i - 1].line <= found.at[i].line);
}

static void
a_figure_given_twice_is_told_where_the_first_stands(struct arena *perm)
{
	struct own_series series;
	struct findings found = read_text(S("area,measure,date,value,source\n"
		"walsall,roles,2023,5,s\n"
		"dudley,roles,2023,5,s\n"
		"E08000030,roles,30 September 2023,6,s\n"), &series, perm);
	check_int(found.mistakes, 1);
	check_str(found.at[0].code, S("duplicate"));
	check_int(found.at[0].line, 4);
	check_str(found.at[0].wrong, S("has the same area, measure and date as line 2"));
}

static void
rows_of_one_measure_must_agree_on_what_it_is(struct arena *perm)
{
	struct own_series series;
	struct findings found = read_text(S("area,measure,date,value,unit,good,source\n"
		"walsall,satisfaction,2022,60,,up,s\n"
		"walsall,satisfaction,2023,61,percent,,s\n"
		"walsall,satisfaction,2024,62,Percent,up,s\n"), &series, perm);
	check_int(found.count, 0);
	check_int(series.measures[0].unit, UNIT_PERCENT);
	check_int(series.measures[0].good, HIGHER);
	check_str(series.measures[0].title, S("Satisfaction"));
	found = read_text(S("area,measure,date,value,unit,source\n"
		"walsall,satisfaction,2022,60,percent,s\n"
		"walsall,satisfaction,2023,61,count,s\n"), &series, perm);
	check_int(found.mistakes, 1);
	check(str_find(found.at[0].wrong, S("on line 2")) >= 0);
}

static void
parts_and_wholes_must_make_sense(struct arena *perm)
{
	struct own_series series;
	struct findings found = read_text(S("area,measure,date,value,unit,part_of,source\n"
		"walsall,a,2023,1,,b,s\nwalsall,b,2023,1,,c,s\nwalsall,c,2023,1,,a,s\n"), &series, perm);
	check_int(found.mistakes, 3);
	found = read_text(S("area,measure,date,value,unit,part_of,source\n"
		"walsall,all,2023,1,count,,s\nwalsall,some,2023,1,percent,all,s\n"), &series, perm);
	check_int(found.mistakes, 1);
	found = read_text(S("area,measure,date,value,part_of,source\nwalsall,some,2023,1,al,s\n"), &series,
	                  perm);
	check(found.mistakes == 0 && found.count == 1);
	/* A whole on a day that lacks one of its parts has no remainder. */
	found = read_text(S("area,measure,date,value,part_of,source\n"
		"walsall,all,2022,9,,s\nwalsall,all,2023,9,,s\n"
		"walsall,a,2022,2,all,s\nwalsall,a,2023,2,all,s\nwalsall,b,2023,3,all,s\n"), &series, perm);
	struct remainder left[4];
	check_int(own_remainders(&series, left, 4), 1);
	check(left[0].day.day == census_period(2023).last.day && left[0].value.micro == 4 * MICRO);
}

static void
a_name_nearly_dfe_s_is_asked_about_once(struct arena *perm)
{
	struct own_series series;
	struct findings found = read_text(S("area,measure,date,value,source\n"
		"walsall,turnover_rate_ft,2022,1,s\nwalsall,turnover_rate_ft,2023,1,s\n"
		"walsall,turnover-rate-fte,2023,12.2,s\n"), &series, perm);
	check_int(found.mistakes, 0);
	check_int(found.count, 1);
	check(str_find(found.at[0].mend, S("turnover_rate_fte")) >= 0);
	check_int(series.measure_count, 2);
}

static void
a_file_that_is_cut_short_is_not_read(struct arena *perm)
{
	Str whole = data("leicestershire-2024.csv", perm);
	int refused = 0;
	struct own_series series;
	/* Cut inside the last row: in its quotes, or before its last cell. */
	for (ptrdiff_t cut = 2; cut < 100; cut++) {
		struct findings found = read_text(str_upto(whole, whole.len - cut), &series, perm);
		refused += found.mistakes > 0;
	}
	check_int(refused, 98);
	check_int(read_text(S(""), &series, perm).mistakes > 0, true);
	check_int(read_text(S(HEADINGS), &series, perm).mistakes, 1);
	check(read_text(S("area,measure,date,source\nwalsall,roles,2023,s\n"), &series, perm).mistakes > 0);
	check(read_text(S("area,value,date,source\nwalsall,1,2023,s\n"), &series, perm).mistakes > 0);
}

static void
no_bytes_at_all_do_harm(struct arena *perm)
{
	/* Every byte of a sound file changed in turn to each of a few awkward ones. */
	static const char awkward[] = { '"', ',', '\n', '-', '9', ' ', 0, (char)0xC3 };
	Str whole = data("plymouth-overseas.csv", perm);
	int read = 0;
	for (ptrdiff_t at = 0; at < whole.len; at++)
		for (ptrdiff_t k = 0; k < countof(awkward); k++) {
			struct arena fresh = *perm;
			char *bytes = str_c(whole, &fresh);
			bytes[at] = awkward[k];
			struct own_series series;
			struct findings found = findings_new(&fresh);
			bool sound = own_series_read(&published, (Str){ bytes, whole.len }, S("own.csv"), &series,
			                             &found, &fresh);
			check(sound == (found.mistakes == 0));
			read += sound;
		}
	check(read > 0);
}

/* ---- merging --------------------------------------------------------------------------------- */

static void
a_later_file_replaces_the_same_figure_and_keeps_the_rest(struct arena *perm)
{
	struct own_series a, b;
	read_text(S("area,measure,date,value,unit,source\n"
		"walsall,roles,2022,1,count,first\nwalsall,roles,2023,2,count,first\n"
		"dudley,pay,2022,3,pounds,first\n"), &a, perm);
	read_text(S("area,measure,date,value,unit,source\n"
		"walsall,roles,2023,5,count,second\ndudley,pay,2022,50,percent,second\n"), &b, perm);
	struct own_series merged = own_series_merge(&a, &b, perm);
	check_int(merged.point_count, 4);
	check_int(merged.measure_count, 3);
	int roles = own_measure_find(&merged, S("roles")), walsall = area(S("walsall"));
	const struct own_point *point = own_point_on(&merged, walsall, roles, census_period(2023).last);
	check_str(point->source, S("second"));
	check_int(point->value.micro, 5 * MICRO);
	check_int(own_point_on(&merged, walsall, roles, census_period(2022).last)->value.micro, MICRO);
	/* Pounds and per cent never mix under one name. */
	int pay = own_measure_find(&merged, S("pay"));
	check_int(merged.measures[pay].unit, UNIT_POUNDS);
	check_int(own_point_on(&merged, area(S("dudley")), pay, census_period(2022).last)->value.micro,
	          3 * MICRO);
	for (int i = 1; i < merged.point_count; i++)
		check(merged.points[i - 1].area <= merged.points[i].area);
	struct own_series none = own_series_merge(&(struct own_series){ 0 }, &(struct own_series){ 0 }, perm);
	check(none.point_count == 0 && !own_point_of(&none, 0, TURNOVER_RATE_FTE, 2023));
}

int
main(void)
{
	struct arena lasting = arena_reserve((ptrdiff_t)1 << 28);
	published_built_in(&published, &lasting);
	run(leicestershire_s_table_is_read_cell_by_cell);
	run(adverts_fall_and_what_the_parts_leave_rises);
	run(sixteen_recruited_and_nine_joining_leave_seven);
	run(a_survey_without_a_denominator_has_no_rate);
	run(walsall_s_absence_is_days_and_never_dfe_s_per_cent);
	run(plymouth_s_six_measures_have_units_and_directions);
	run(dfe_s_names_need_dfe_s_denominators);
	run(a_value_that_looks_like_the_wrong_sum_is_asked_about);
	run(a_value_is_held_to_its_own_counts);
	run(each_fault_is_found_where_it_stands);
	run(every_fault_is_found_in_one_pass_in_file_order);
	run(a_figure_given_twice_is_told_where_the_first_stands);
	run(rows_of_one_measure_must_agree_on_what_it_is);
	run(parts_and_wholes_must_make_sense);
	run(a_name_nearly_dfe_s_is_asked_about_once);
	run(a_file_that_is_cut_short_is_not_read);
	run(no_bytes_at_all_do_harm);
	run(a_later_file_replaces_the_same_figure_and_keeps_the_rest);
	return tests_end();
}
