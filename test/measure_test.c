/* measure_test.c: the rows of measures are whole, in DfE's order; averages, changes, standings. */
#include "check.h"

#include "base/error.h"
#include "measure/compare.h"

/* The columns of DfE's file, in its order. */
static const char *const dfe_columns[MEASURES] = {
	"inpost_fte", "inpost_headcount", "starters_fte", "starters_headcount", "leavers_fte",
	"leavers_headcount", "turnover_rate_fte", "turnover_rate_headcount", "agency_fte",
	"agency_headcount", "agency_rate_fte", "agency_rate_headcount", "agency_cover_fte",
	"agency_cover_rate_fte", "vacancy_fte", "vacancy_rate_fte", "vacancy_agency_cover_rate_fte",
	"case_holders_fte", "cases", "caseload_fte", "working_days_lost_fte", "absence_rate_fte",
};

static void
every_row_is_whole(struct arena *perm)
{
	(void)perm;
	for (int m = 0; m < MEASURES; m++) {
		const struct measure *row = &measures[m];
		check_str(row->name, str_of(dfe_columns[m]));
		Str texts[] = { row->title, row->plain, row->when, row->definition, row->treatment,
		                row->source, row->words[0] };
		for (ptrdiff_t i = 0; i < countof(texts); i++)
			check(texts[i].len > 0);
		check(row->definition.at[row->definition.len - 1] == '.');
		check(row->treatment.at[row->treatment.len - 1] == '.');
		check_int(row->places, row->unit == UNIT_HEADCOUNT || row->unit == UNIT_CASES ? 0 : 1);
		check(str_equal(row->when, S("at 30 September"))
		      || str_equal(row->when, S("in the year to 30 September")));
		check(row->topic >= STABILITY && row->topic < TOPICS);
	}
	for (int t = 0; t < TOPICS; t++)
		check(topic_title((enum topic)t).len > 0);
}

static void
every_title_says_its_basis(struct arena *perm)
{
	(void)perm;
	for (int m = 0; m < MEASURES; m++) {
		const struct measure *row = &measures[m];
		check_int(str_ends(row->name, S("_headcount")), str_find(row->title, S("(headcount)")) > 0);
		check(str_ends(row->name, S("_headcount")) || m == CASES || m == WORKING_DAYS_LOST_FTE
		      || str_find(row->title, S("FTE")) > 0);
		for (int k = 0; k < m; k++)
			check(!str_equal(measures[k].title, row->title));
	}
}

static void
rates_are_made_of_counts_on_one_basis(struct arena *perm)
{
	(void)perm;
	for (int m = 0; m < MEASURES; m++) {
		const struct measure *row = &measures[m];
		bool rate = row->unit == UNIT_PERCENT || row->unit == UNIT_CASES_PER_FTE;
		check_int(row->rate, rate);
		check_int(row->denominators > 0, rate);
		check_int(row->numerator_words.len > 0, rate);
		check_int(row->denominator_words.len > 0, rate);
		check_int(row->numerator != NO_MEASURE, rate);
		check_int(row->times, row->unit == UNIT_PERCENT ? 100 : rate);
		check_int(row->per_working_day, m == ABSENCE_RATE_FTE);
		check(!rate || !measures[row->numerator].rate);
		for (int d = 0; d < row->denominators; d++) {
			check(!measures[row->denominator[d]].rate);
			check_int(measures[row->denominator[d]].unit,
			          str_ends(row->name, S("_headcount")) ? UNIT_HEADCOUNT : UNIT_FTE);
		}
	}
}

static void
only_rates_are_good_or_bad_news(struct arena *perm)
{
	(void)perm;
	for (int m = 0; m < MEASURES; m++) {
		enum good good = m == VACANCY_AGENCY_COVER_RATE_FTE ? HIGHER
		               : m == AGENCY_COVER_RATE_FTE || !measures[m].rate ? NEITHER : LOWER;
		check_int(measures[m].good, good);
	}
}

static void
the_first_table_has_ten_rows_of_one_basis(struct arena *perm)
{
	(void)perm;
	static const enum measure_id first[] = {
		INPOST_FTE, STARTERS_FTE, LEAVERS_FTE, TURNOVER_RATE_FTE, AGENCY_RATE_FTE,
		VACANCY_RATE_FTE, VACANCY_AGENCY_COVER_RATE_FTE, CASE_HOLDERS_FTE, CASELOAD_FTE,
		ABSENCE_RATE_FTE,
	};
	int headlines = 0;
	for (int m = 0; m < MEASURES; m++)
		headlines += measures[m].headline;
	check_int(headlines, countof(first));
	for (ptrdiff_t i = 0; i < countof(first); i++)
		check(measures[first[i]].headline);
}

static void
words_stand_longest_first_and_once(struct arena *perm)
{
	(void)perm;
	for (int m = 0; m < MEASURES; m++)
		for (int w = 0; w < 8; w++) {
			Str word = measures[m].words[w];
			Str before = w ? measures[m].words[w - 1] : word;
			check(word.len <= before.len);
			for (int k = 0; k < w && word.len; k++)
				check(!str_equal(word, measures[m].words[k]));
			for (ptrdiff_t i = 0; i < word.len; i++)
				check(!(word.at[i] >= 'A' && word.at[i] <= 'Z'));
		}
}

static void
measures_are_found_by_their_column_names(struct arena *perm)
{
	(void)perm;
	for (int m = 0; m < MEASURES; m++)
		check_int(measure_find(measures[m].name), m);
	check_int(measure_find(S("turnover-rate-fte")), TURNOVER_RATE_FTE);
	check_int(measure_find(S("Turnover_Rate_FTE")), TURNOVER_RATE_FTE);
	check_int(measure_find(S("turnover")), NO_MEASURE);
	check_int(measure_find(S("")), NO_MEASURE);
	enum measure_id found[MEASURES + 1];
	check_int(measure_nearest(S("caselod_fte"), found, 3), 3);
	check_int(found[0], CASELOAD_FTE);
	check_int(measure_nearest(S("vacancy_rate"), found, 1), 1);
	check_int(found[0], VACANCY_RATE_FTE);
	check_int(measure_nearest(S("turnover"), found, 2), 2);
	check_int(found[0], TURNOVER_RATE_FTE);
	check_int(found[1], TURNOVER_RATE_HEADCOUNT);
	check_int(measure_nearest(S("x"), found, MEASURES + 1), MEASURES);
	check_int(measure_nearest(S("x"), found, 0), 0);
}

static void
a_year_with_29_february_has_a_working_day_more(struct arena *perm)
{
	(void)perm;
	static const struct { int year, days; } years[] = {
		{ 2017, 253 }, { 2019, 253 }, { 2020, 254 }, { 2024, 254 }, { 2025, 253 }, { 2100, 253 },
		{ 2000, 254 },
	};
	for (ptrdiff_t i = 0; i < countof(years); i++)
		check_int(working_days(years[i].year), years[i].days);
}

static void
averages_are_of_what_is_there(struct arena *perm)
{
	(void)perm;
	/* 4, 10, 1, 3 and one that is missing: the middle two are 3 and 4; they sum to 18. */
	Figure values[] = { figure_whole(4), figure_absent(UNRELIABLE), figure_whole(10),
	                    figure_whole(1), figure_whole(3) };
	check_int(average_of(values, 5, MEDIAN).micro, 3500000);
	check_int(average_of(values, 5, MEAN).micro, 4500000);
	check_int(values[0].micro, 1000000);
	check_int(values[4].absent, UNRELIABLE);
	Figure odd[] = { figure_whole(7), figure_whole(-2), figure_whole(5) };
	check_int(average_of(odd, 3, MEDIAN).micro, 5000000);
	check_int(average_of(odd, 1, MEAN).micro, -2000000);
	check_int(average_of(odd, 0, MEDIAN).absent, NOT_AVAILABLE);
	Figure none[] = { figure_absent(NOT_APPLICABLE), figure_absent(SUPPRESSED) };
	check_int(average_of(none, 2, MEAN).absent, NOT_AVAILABLE);
}

static void
changes_are_in_points_and_in_hundredths_of_the_earlier(struct arena *perm)
{
	(void)perm;
	struct difference fall = change_between(figure_whole(20), figure_whole(15));
	check_int(fall.points.micro, -5000000);
	check_int(fall.percent.micro, -25000000);
	struct difference from_nothing = change_between(figure_whole(0), figure_whole(5));
	check_int(from_nothing.points.micro, 5000000);
	check_int(from_nothing.percent.absent, NOT_APPLICABLE);
	struct difference missing = change_between(figure_absent(NOT_PUBLISHED), figure_whole(5));
	check_int(missing.points.absent, NOT_PUBLISHED);
	check_int(missing.percent.absent, NOT_PUBLISHED);
}

static void
news_depends_on_which_way_is_good(struct arena *perm)
{
	(void)perm;
	static const struct { int64_t micro; enum good good; enum news news; } cases[] = {
		{ -1, LOWER, BETTER }, { 1, LOWER, WORSE }, { 0, LOWER, SAME },
		{ -1, HIGHER, WORSE }, { 1, HIGHER, BETTER }, { 0, HIGHER, SAME },
		{ -1, NEITHER, NO_NEWS }, { 1, NEITHER, NO_NEWS }, { 0, NEITHER, NO_NEWS },
	};
	for (ptrdiff_t i = 0; i < countof(cases); i++)
		check_int(news_of(figure_micro(cases[i].micro), cases[i].good), cases[i].news);
	check_int(news_of(figure_absent(UNRELIABLE), LOWER), NO_NEWS);
}

/* Seven councils in one region, made up: two equal, one without a figure, one gone by 2021. */
static const char made_up[] = "mainstay release 1\nname: 2021\ntitle: t\npublisher: p\n"
	"published: d\nlicence: l\nattribution: a\naddress: b\nfile: f\nsha256: s\n"
	"years: 2020 2021\nmeasures: turnover_rate_fte vacancy_agency_cover_rate_fte\nareas: 9\n"
	"england\tcountry\tE92000001\t-\t-\t-\tEngland\n"
	"north\tregion\tE12000001\t-\t-\tengland\tNorth\n"
	"ash\tauthority\tE06000001\t001\t-\tnorth\tAsh\n"
	"bay\tauthority\tE06000002\t002\t-\tnorth\tBay\n"
	"cam\tauthority\tE06000003\t003\t-\tnorth\tCam\n"
	"dee\tauthority\tE06000004\t004\t-\tnorth\tDee\n"
	"esk\tauthority\tE06000005\t005\t-\tnorth\tEsk\n"
	"fal\tauthority\tE06000006\t006\t-\tnorth\tFal\n"
	"ure\tauthority\tE06000007\t007\t-\tnorth\tUre\n"
	"figures:\nengland 2021 15 70\nnorth 2021 14 71\nash 2021 12 90\nbay 2021 z z\n"
	"cam 2021 20 10\ndee 2021 12 50\nesk 2021 9.5 60\nfal 2021 30 u\nure 2020 1 1\nend\n";

static struct published
made_up_release(struct arena *perm)
{
	struct published p = { 0 };
	struct error err;
	check(release_read(&p, str_of(made_up), false, perm, &err));
	return p;
}

static void
councils_stand_best_first_and_equals_share_a_rank(struct arena *perm)
{
	struct published p = made_up_release(perm);
	static const struct { Str slug; int rank; bool tied; } by_turnover[] = {
		{ STR("esk"), 1, false }, { STR("ash"), 2, true }, { STR("dee"), 2, true },
		{ STR("cam"), 4, false }, { STR("fal"), 5, false }, { STR("bay"), 0, false },
	};
	static const struct { Str slug; int rank; } by_cover[] = {
		{ STR("ash"), 1 }, { STR("esk"), 2 }, { STR("dee"), 3 }, { STR("cam"), 4 },
		{ STR("bay"), 0 }, { STR("fal"), 0 },
	};
	struct standing low = standing_of(&p, TURNOVER_RATE_FTE, 2021, perm);
	struct standing high = standing_of(&p, VACANCY_AGENCY_COVER_RATE_FTE, 2021, perm);
	check_int(low.count, 6);
	check_int(low.ranked, 5);
	check_int(high.ranked, 4);
	for (int i = 0; i < 6; i++) {
		check_str(p.areas.at[low.rows[i].area].slug, by_turnover[i].slug);
		check_int(low.rows[i].rank, by_turnover[i].rank);
		check_int(low.rows[i].tied, by_turnover[i].tied);
		check_str(p.areas.at[high.rows[i].area].slug, by_cover[i].slug);
		check_int(high.rows[i].rank, by_cover[i].rank);
	}
	/* Nearest rank of 9.5 12 12 20 30: the 2nd, 3rd and 4th; of 10 50 60 90: the 1st, 2nd, 3rd. */
	static const int64_t low_quartiles[] = { 12, 12, 20 }, high_quartiles[] = { 10, 50, 60 };
	for (int q = 0; q < 3; q++) {
		check_int(low.quartile[q].micro, low_quartiles[q] * MICRO);
		check_int(high.quartile[q].micro, high_quartiles[q] * MICRO);
	}
	check_int(standing_row(&low, area_exact(&p.areas, S("cam")))->rank, 4);
	check(standing_row(&low, p.england) == NULL);
	struct standing before = standing_of(&p, TURNOVER_RATE_FTE, 2020, perm);
	check_int(before.count, 1);
	check_int(before.quartile[1].absent, NOT_APPLICABLE);
	check_int(standing_of(&p, TURNOVER_RATE_FTE, 1999, perm).count, 0);
}

static void
a_figure_is_set_beside_england_region_and_neighbours(struct arena *perm)
{
	struct published p = made_up_release(perm);
	struct error err;
	check(neighbours_read(&p, S("mainstay neighbours 1\nmodel: m\nsource: s\npairs:\n"
	                            "ash\tbay\tClose\nash\tcam\tClose\nash\tdee\tClose\n"
	                            "ash\tfal\tClose\nend\n"), perm, &err));
	int ash = area_exact(&p.areas, S("ash"));
	/* Bay has none; Cam 20, Dee 12, Fal 30: the middle is 20, the mean 62/3. */
	struct comparison c = compare(&p, ash, TURNOVER_RATE_FTE, 2021, MEDIAN);
	check_int(c.own.micro, 12000000);
	check_int(c.england.micro, 15000000);
	check_int(c.region.micro, 14000000);
	check_int(c.neighbours.micro, 20000000);
	check_int(c.neighbours_counted, 3);
	check_int(compare(&p, ash, TURNOVER_RATE_FTE, 2021, MEAN).neighbours.micro, 20666666);
	struct comparison england = compare(&p, p.england, TURNOVER_RATE_FTE, 2021, MEDIAN);
	check_int(england.region.absent, NOT_PUBLISHED);
	check_int(england.neighbours.absent, NOT_PUBLISHED);
	check_int(england.neighbours_counted, 0);
	int north = area_exact(&p.areas, S("north"));
	check_int(compare(&p, north, TURNOVER_RATE_FTE, 2021, MEDIAN).region.absent, NOT_PUBLISHED);
}

static void
a_place_is_the_same_with_and_without_the_order(struct arena *perm)
{
	struct published p = { 0 };
	published_built_in(&p, perm);
	for (int m = 0; m < MEASURES; m++)
		for (int year = 2017; year <= 2025; year += 4) {
			struct arena scratch = *perm;
			struct standing standing = standing_of(&p, (enum measure_id)m, year, &scratch);
			for (int i = 0; i < standing.count; i++) {
				struct place_row row = standing.rows[i];
				struct rank place = place_of(&p, row.area, (enum measure_id)m, year);
				check_int(place.row.rank, row.rank);
				check_int(place.row.tied, row.tied);
				check_int(place.ranked, standing.ranked);
			}
		}
	check_int(place_of(&p, p.england, TURNOVER_RATE_FTE, 2025).row.rank, 0);
}

int
main(void)
{
	run(every_row_is_whole);
	run(every_title_says_its_basis);
	run(rates_are_made_of_counts_on_one_basis);
	run(only_rates_are_good_or_bad_news);
	run(the_first_table_has_ten_rows_of_one_basis);
	run(words_stand_longest_first_and_once);
	run(measures_are_found_by_their_column_names);
	run(a_year_with_29_february_has_a_working_day_more);
	run(averages_are_of_what_is_there);
	run(changes_are_in_points_and_in_hundredths_of_the_earlier);
	run(news_depends_on_which_way_is_good);
	run(councils_stand_best_first_and_equals_share_a_rank);
	run(a_figure_is_set_beside_england_region_and_neighbours);
	run(a_place_is_the_same_with_and_without_the_order);
	return tests_end();
}
