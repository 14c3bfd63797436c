/* census_figures_test.c: what DfE will publish from a return: each figure worked out by hand from a few
 * workers, by DfE's definitions (docs/methods/census.md, "Counting"). */
#include "check.h"
#include "returns.h"

#include "census/figures.h"

/* Somebody whom the council pays, the same in all but what is said after it. */
#define ANNE "SWENo=SW1 PersonBirthDate=1980-05-01 Sex=F Ethnicity=WBRI RoleStartDate=2015-01-01 "
#define BOLA "SWENo=SW2 PersonBirthDate=1990-02-28 Sex=M Ethnicity=BAFR RoleStartDate=2020-06-01 "

static struct census_figures
figures_typed(const char *lines, struct arena *perm)
{
	struct census_figures f;
	struct census_return ret = typed_return(lines, perm);
	census_figures_of(&f, &ret, *perm);
	return f;
}

static void
is_shown(const struct census_figures *f, enum measure_id m, const char *wants, struct arena *perm)
{
	Str is = figure_text(f->value[m], measures[m].places, perm);
	if (!str_equal(is, str_of(wants)))
		printf("%.*s:\n", STR_ARG(measures[m].name));
	check_str(is, str_of(wants));
}

/* ---- in post -------------------------------------------------------------------------------------- */

static void
somebody_in_two_roles_is_added_in_fte_and_is_one_person(struct arena *perm)
{
	struct census_figures f = figures_typed("Year=2025\n"
		ANNE "OrgRole=5 FTE=0.6\n"
		ANNE "OrgRole=3 FTE=0.4\n"
		BOLA "OrgRole=5 FTE=1\n", perm);
	is_shown(&f, INPOST_FTE, "2.0", perm);
	is_shown(&f, INPOST_HEADCOUNT, "2", perm);
}

static void
the_more_senior_role_keeps_the_person_and_each_role_its_fte(struct arena *perm)
{
	struct census_figures f = figures_typed("Year=2025\n"
		ANNE "OrgRole=5 FTE=0.6\n"
		ANNE "OrgRole=3 FTE=0.4\n", perm);
	check_int(f.role[2].people.micro, 1000000);
	check_int(f.role[2].fte.micro, 400000);
	check_int(f.role[4].people.micro, 0);
	check_int(f.role[4].fte.micro, 600000);
	check_int(f.total.people.micro, 1000000);
	check_int(f.total.fte.micro, 1000000);
}

/* Each of the four is part of what makes two records one person. */
static void
records_that_differ_in_number_birth_sex_or_ethnicity_are_two_people(struct arena *perm)
{
	static const char *const others[] = {
		"SWENo=SW9 PersonBirthDate=1980-05-01 Sex=F Ethnicity=WBRI",
		"SWENo=SW1 PersonBirthDate=1980-05-02 Sex=F Ethnicity=WBRI",
		"SWENo=SW1 PersonBirthDate=1980-05-01 Sex=M Ethnicity=WBRI",
		"SWENo=SW1 PersonBirthDate=1980-05-01 Sex=F Ethnicity=WIRI",
	};
	for (int i = 0; i < countof(others); i++) {
		Str lines = str_format(perm, "Year=2025\n" ANNE "FTE=0.5\n%s FTE=0.5\n", others[i]);
		struct census_figures f = figures_typed(str_c(lines, perm), perm);
		is_shown(&f, INPOST_FTE, "1.0", perm);
		is_shown(&f, INPOST_HEADCOUNT, "2", perm);
	}
	struct census_figures same = figures_typed("Year=2025\n" ANNE "FTE=0.5\n"
		"SWENo=sw1 PersonBirthDate=1980-05-01 Sex=F Ethnicity=WBRI FTE=0.5\n", perm);
	is_shown(&same, INPOST_HEADCOUNT, "1", perm);
}

static void
records_without_a_registration_number_are_a_person_each(struct arena *perm)
{
	struct census_figures f = figures_typed("Year=2025\n"
		"PersonBirthDate=1980-05-01 Sex=F Ethnicity=WBRI FTE=0.5\n"
		"PersonBirthDate=1980-05-01 Sex=F Ethnicity=WBRI FTE=0.5\n", perm);
	is_shown(&f, INPOST_HEADCOUNT, "2", perm);
}

static void
a_record_without_fte_adds_a_person_and_no_fte(struct arena *perm)
{
	struct census_figures f = figures_typed("Year=2025\n" ANNE "FTE=0.7\n" BOLA "\n", perm);
	is_shown(&f, INPOST_FTE, "0.7", perm);
	is_shown(&f, INPOST_HEADCOUNT, "2", perm);
}

/* ---- who came, who left ---------------------------------------------------------------------------- */

static void
starters_began_in_the_year_and_are_still_there(struct arena *perm)
{
	struct census_figures f = figures_typed("Year=2025\n"
		"SWENo=SW1 FTE=0.8 RoleStartDate=2024-10-01\n"           /* the year's first day */
		"SWENo=SW2 FTE=1 RoleStartDate=2025-09-30\n"             /* and its last */
		"SWENo=SW3 FTE=1 RoleStartDate=2024-09-30\n"             /* the day before */
		"SWENo=SW4 FTE=0 RoleStartDate=2025-01-01 RoleEndDate=2025-06-30\n"
		"AgencyWorker=1 SWENo=SW5 FTE=1 RoleStartDate=2025-01-01\n", perm);
	is_shown(&f, STARTERS_FTE, "1.8", perm);
	is_shown(&f, STARTERS_HEADCOUNT, "2", perm);
	check_int(f.in_and_out, 1);
}

/* The same person, two starts: told apart by the day. The same day: one. */
static void
starters_are_told_apart_by_their_first_day_besides(struct arena *perm)
{
	struct census_figures f = figures_typed("Year=2025\n"
		"SWENo=SW1 FTE=0.5 RoleStartDate=2024-11-01\n"
		"SWENo=SW1 FTE=0.5 RoleStartDate=2025-02-01\n"
		"SWENo=SW2 FTE=0.5 RoleStartDate=2025-02-01 OrgRole=5\n"
		"SWENo=SW2 FTE=0.5 RoleStartDate=2025-02-01 OrgRole=4\n", perm);
	is_shown(&f, INPOST_HEADCOUNT, "2", perm);
	is_shown(&f, STARTERS_HEADCOUNT, "3", perm);
	is_shown(&f, STARTERS_FTE, "2.0", perm);
}

static void
leavers_have_the_fte_of_the_30_september_before(struct arena *perm)
{
	struct census_figures f = figures_typed("Year=2025\n"
		ANNE "FTE=1\n"
		"SWENo=SW3 FTE=0 FTE30=0.8 RoleStartDate=2019-01-01 RoleEndDate=2024-10-01\n"
		"SWENo=SW4 FTE=0.5 FTE30=0.7 RoleStartDate=2019-01-01 RoleEndDate=2025-09-30\n"
		"SWENo=SW5 FTE=0 FTE30=1 RoleStartDate=2019-01-01 RoleEndDate=2024-09-30\n", perm);
	is_shown(&f, LEAVERS_FTE, "1.5", perm);
	is_shown(&f, LEAVERS_HEADCOUNT, "2", perm);
	is_shown(&f, INPOST_FTE, "1.0", perm);
	is_shown(&f, TURNOVER_RATE_FTE, "150.0", perm);
	is_shown(&f, TURNOVER_RATE_HEADCOUNT, "200.0", perm);
}

static void
whoever_starts_and_leaves_in_the_year_is_neither(struct arena *perm)
{
	struct census_figures f = figures_typed("Year=2025\n" ANNE "FTE=1\n"
		"SWENo=SW3 FTE=0 FTE30=0 RoleStartDate=2024-10-01 RoleEndDate=2025-09-30\n"
		"SWENo=SW4 FTE=0 FTE30=0.4 RoleStartDate=2024-09-30 RoleEndDate=2025-03-31\n", perm);
	is_shown(&f, STARTERS_HEADCOUNT, "0", perm);
	is_shown(&f, LEAVERS_HEADCOUNT, "1", perm);
	is_shown(&f, LEAVERS_FTE, "0.4", perm);
	check_int(f.in_and_out, 1);
}

static void
leavers_are_told_apart_by_their_last_day_besides(struct arena *perm)
{
	struct census_figures f = figures_typed("Year=2025\n"
		"SWENo=SW1 FTE=0 FTE30=0.5 RoleEndDate=2025-01-31\n"
		"SWENo=SW1 FTE=0 FTE30=0.3 RoleEndDate=2025-01-31\n"
		"SWENo=SW1 FTE=0 FTE30=0.2 RoleEndDate=2025-02-28\n", perm);
	is_shown(&f, LEAVERS_HEADCOUNT, "2", perm);
	is_shown(&f, LEAVERS_FTE, "1.0", perm);
}

/* ---- agency, vacancies, cases, days ------------------------------------------------------------------ */

static void
each_agency_record_is_one_and_is_never_in_post(struct arena *perm)
{
	struct census_figures f = figures_typed("Year=2025\n" ANNE "FTE=1\n"
		"AgencyWorker=1 SWENo=SW7 FTE=0.5\n"
		"AgencyWorker=1 SWENo=SW7 FTE=0.5\n", perm);
	is_shown(&f, AGENCY_FTE, "1.0", perm);
	is_shown(&f, AGENCY_HEADCOUNT, "2", perm);
	is_shown(&f, INPOST_FTE, "1.0", perm);
	is_shown(&f, AGENCY_RATE_FTE, "50.0", perm);             /* 1 of 1 + 1 */
	is_shown(&f, AGENCY_RATE_HEADCOUNT, "66.7", perm);       /* 2 of 2 + 1 */
}

static void
vacancies_and_cover_are_as_returned(struct arena *perm)
{
	struct census_figures f = figures_typed("Year=2025 NumberOfVacancies=4 NoAgencyFTE=1.5\n" ANNE "FTE=1\n"
		"AgencyWorker=1 SWENo=SW7 FTE=1\n" "AgencyWorker=1 SWENo=SW8 FTE=1\n", perm);
	is_shown(&f, VACANCY_FTE, "4.0", perm);
	is_shown(&f, VACANCY_RATE_FTE, "80.0", perm);                  /* 4 of 4 + 1 */
	is_shown(&f, AGENCY_COVER_FTE, "1.5", perm);
	is_shown(&f, AGENCY_COVER_RATE_FTE, "75.0", perm);             /* 1.5 of 2 */
	is_shown(&f, VACANCY_AGENCY_COVER_RATE_FTE, "37.5", perm);     /* 1.5 of 4 */
}

static void
more_cover_than_vacancies_or_agency_is_marked_as_dfe_marks_it(struct arena *perm)
{
	struct census_figures f = figures_typed("Year=2025 NumberOfVacancies=1 NoAgencyFTE=2\n" ANNE "FTE=1\n"
		"AgencyWorker=1 SWENo=SW7 FTE=1\n" "AgencyWorker=1 SWENo=SW8 FTE=1\n", perm);
	is_shown(&f, VACANCY_AGENCY_COVER_RATE_FTE, "u", perm);        /* 200 % */
	is_shown(&f, AGENCY_COVER_RATE_FTE, "100.0", perm);            /* 2 of 2 may stand */
	is_shown(&f, AGENCY_COVER_FTE, "2.0", perm);
	is_shown(&f, VACANCY_FTE, "1.0", perm);
}

static void
case_holders_have_a_case_and_fte_whoever_pays_them_and_whatever_their_role(struct arena *perm)
{
	struct census_figures f = figures_typed("Year=2025\n"
		"SWENo=SW1 FTE=0.5 OrgRole=1 Cases30=2\n"
		"SWENo=SW2 FTE=1 OrgRole=6 Cases30=0\n"
		"SWENo=SW3 FTE=0 OrgRole=5 Cases30=7\n"                   /* no FTE: cases stay, holder does not */
		"AgencyWorker=1 SWENo=SW4 FTE=1 Cases30=21\n"
		"SWENo=SW5 FTE=1 Cases30=9 RoleEndDate=2025-06-30\n", perm);     /* gone: holds none */
	is_shown(&f, CASES, "30", perm);
	is_shown(&f, CASE_HOLDERS_FTE, "1.5", perm);
	is_shown(&f, CASELOAD_FTE, "20.0", perm);
}

/* 50.6 days of 1 FTE: 50.6 / 253 is 20 %, and 50.8 / 254 is. */
static void
a_year_with_29_february_has_254_working_days_and_any_other_253(struct arena *perm)
{
	struct census_figures plain = figures_typed("Year=2025\n" ANNE "FTE=1 WorkingDaysLost=50.6\n", perm);
	struct census_figures leap = figures_typed("Year=2024\n" ANNE "FTE=1 WorkingDaysLost=50.8\n", perm);
	check_int(plain.value[ABSENCE_RATE_FTE].micro, 20000000);
	check_int(leap.value[ABSENCE_RATE_FTE].micro, 20000000);
	is_shown(&plain, WORKING_DAYS_LOST_FTE, "50.6", perm);
}

static void
days_lost_are_those_of_whom_the_council_paid_whether_they_stayed_or_left(struct arena *perm)
{
	struct census_figures f = figures_typed("Year=2025\n" ANNE "FTE=1 WorkingDaysLost=3\n"
		"SWENo=SW3 FTE=0 FTE30=1 WorkingDaysLost=4.5 RoleEndDate=2025-06-30\n"
		"AgencyWorker=1 SWENo=SW7 FTE=1 WorkingDaysLost=9\n", perm);
	is_shown(&f, WORKING_DAYS_LOST_FTE, "7.5", perm);
}

/* ---- rounding and symbols ----------------------------------------------------------------------------- */

static Str
people_who_left(int left, int stayed, struct arena *perm)
{
	struct text lines = text_new(perm);
	text_add(&lines, S("Year=2021\n"));
	for (int i = 0; i < stayed; i++)
		text_format(&lines, "SWENo=SW%d FTE=1\n", 100 + i);
	for (int i = 0; i < left; i++)
		text_format(&lines, "SWENo=SW%d FTE=0 FTE30=1 RoleEndDate=2021-03-31\n", 1000 + i);
	return text_str(&lines);
}

/* Isle of Wight and Portsmouth, 2021, as DfE published them: half to even would give 11.2 and 6.2. */
static void
halves_go_up_as_dfe_rounds(struct arena *perm)
{
	struct census_figures wight = figures_typed(str_c(people_who_left(9, 80, perm), perm), perm);
	struct census_figures portsmouth = figures_typed(str_c(people_who_left(9, 144, perm), perm), perm);
	is_shown(&wight, TURNOVER_RATE_HEADCOUNT, "11.3", perm);
	is_shown(&portsmouth, TURNOVER_RATE_HEADCOUNT, "6.3", perm);
}

/* 0.34 of 3.34 is 10.18 %, and 0.3 of 3.3, the rounded ones, 9.09 %. */
static void
rates_come_from_counts_that_are_not_rounded(struct arena *perm)
{
	struct census_figures f = figures_typed("Year=2025 NumberOfVacancies=0.34\n"
		"SWENo=SW1 FTE=1\nSWENo=SW2 FTE=1\nSWENo=SW3 FTE=1\n", perm);
	is_shown(&f, VACANCY_FTE, "0.3", perm);
	is_shown(&f, VACANCY_RATE_FTE, "10.2", perm);
}

static void
nothing_to_divide_by_is_z_and_what_nobody_says_is_x(struct arena *perm)
{
	struct census_figures none = figures_typed("Year=2025 NumberOfVacancies=0 NoAgencyFTE=0\n"
		"AgencyWorker=1 SWENo=SW7 FTE=1\n", perm);
	is_shown(&none, INPOST_FTE, "0.0", perm);
	is_shown(&none, TURNOVER_RATE_FTE, "z", perm);
	is_shown(&none, VACANCY_AGENCY_COVER_RATE_FTE, "z", perm);
	is_shown(&none, CASES, "x", perm);
	is_shown(&none, CASELOAD_FTE, "x", perm);
	struct census_figures silent = figures_typed("Year=2025\n" ANNE "\n", perm);
	is_shown(&silent, VACANCY_FTE, "x", perm);
	is_shown(&silent, VACANCY_RATE_FTE, "x", perm);
	is_shown(&silent, INPOST_FTE, "x", perm);
}

static void
a_file_without_a_year_has_no_figures_of_a_year(struct arena *perm)
{
	struct census_figures f = figures_typed("NumberOfVacancies=1\n" ANNE "FTE=1 WorkingDaysLost=3\n", perm);
	is_shown(&f, INPOST_FTE, "1.0", perm);
	is_shown(&f, VACANCY_RATE_FTE, "50.0", perm);
	is_shown(&f, LEAVERS_FTE, "x", perm);
	is_shown(&f, TURNOVER_RATE_FTE, "x", perm);
	is_shown(&f, ABSENCE_RATE_FTE, "x", perm);
}

static void
an_empty_return_counts_nobody(struct arena *perm)
{
	struct census_figures f = figures_typed("Year=2025\n", perm);
	is_shown(&f, INPOST_HEADCOUNT, "0", perm);
	is_shown(&f, TURNOVER_RATE_FTE, "z", perm);
}

/* ---- characteristics ----------------------------------------------------------------------------------- */

static void
ages_are_those_at_30_september(struct arena *perm)
{
	struct census_figures f = figures_typed("Year=2025\n"
		"SWENo=SW1 FTE=1 PersonBirthDate=1995-09-30\n"           /* 30 on the day */
		"SWENo=SW2 FTE=1 PersonBirthDate=1995-10-01\n"           /* 29 */
		"SWENo=SW3 FTE=0.5 PersonBirthDate=2005-10-01\n"         /* 19 */
		"SWENo=SW4 FTE=1 PersonBirthDate=1965-09-30\n"           /* 60 */
		"SWENo=SW5 FTE=1\n", perm);                              /* in no row */
	check_int(f.age[0].fte.micro, 500000);
	check_int(f.age[1].people.micro, 1000000);
	check_int(f.age[2].people.micro, 1000000);
	check_int(f.age[5].people.micro, 1000000);
	check_int(f.age[3].people.micro + f.age[4].people.micro, 0);
}

static void
chinese_workers_are_counted_as_asian_and_the_unknown_apart(struct arena *perm)
{
	static const struct { const char *code; int row; } wants[] = {
		{ "WOTH", 0 }, { "MWBC", 1 }, { "AIND", 2 }, { "CHNE", 2 }, { "BOTH", 3 }, { "OOTH", 4 },
		{ "REFU", 5 }, { "NOBT", 5 }, { "XXXX", 5 },
	};
	for (int i = 0; i < countof(wants); i++) {
		Str lines = str_format(perm, "Year=2025\nSWENo=SW1 FTE=1 Ethnicity=%s\n", wants[i].code);
		struct census_figures f = figures_typed(str_c(lines, perm), perm);
		for (int g = 0; g < CENSUS_GROUPS; g++)
			check_int(f.ethnic[g].people.micro, g == wants[i].row ? 1000000 : 0);
	}
}

static void
sex_is_read_from_either_item_that_has_said_it(struct arena *perm)
{
	struct census_figures f = figures_typed("Year=2023\n" "SWENo=SW1 FTE=1 GenderCurrent=2\n"
		"SWENo=SW2 FTE=1 GenderCurrent=1\n" "SWENo=SW3 FTE=1 GenderCurrent=9\n" "SWENo=SW4 FTE=1 Sex=F\n", perm);
	check_int(f.sex[0].people.micro, 2000000);
	check_int(f.sex[1].people.micro, 1000000);
	check_int(f.sex[2].people.micro, 1000000);
}

static void
service_is_whole_years_to_the_day_or_to_the_last_one(struct arena *perm)
{
	struct census_figures f = figures_typed("Year=2025\n"
		"SWENo=SW1 FTE=1 RoleStartDate=2023-10-01\n"             /* 1 year */
		"SWENo=SW2 FTE=1 RoleStartDate=2023-09-30\n"             /* 2 */
		"SWENo=SW3 FTE=1 RoleStartDate=2015-09-30\n"             /* 10 */
		"SWENo=SW4 FTE=1 RoleStartDate=2005-09-30\n"             /* 20 */
		"SWENo=SW5 FTE=1 RoleStartDate=2025-10-01\n"             /* not begun: in no row */
		"SWENo=SW6 FTE=0 FTE30=0.5 RoleStartDate=2020-03-31 RoleEndDate=2025-03-30\n"    /* 4 */
		"SWENo=SW7 FTE=0 FTE30=0.6 RoleStartDate=2020-03-31 RoleEndDate=2025-03-31\n", perm);    /* 5 */
	static const int wants[CENSUS_SERVICE_BANDS] = { 1, 1, 0, 1, 1 };
	for (int b = 0; b < CENSUS_SERVICE_BANDS; b++)
		check_int(f.service[b].people.micro, wants[b] * MICRO);
	check_int(f.leaver_service[1].fte.micro, 500000);
	check_int(f.leaver_service[2].fte.micro, 600000);
	check_int(f.leaver_service[1].people.micro + f.leaver_service[2].people.micro, 2000000);
}

/* Whatever the order of a file is, its figures are the same. */
static void
the_order_of_the_records_does_not_matter(struct arena *perm)
{
	static const char *const lines[] = {
		ANNE "OrgRole=5 FTE=0.6 Cases30=5", ANNE "OrgRole=3 FTE=0.4 Cases30=0", BOLA "OrgRole=5 FTE=1 Cases30=11",
		"AgencyWorker=1 SWENo=SW7 FTE=0.5 Cases30=3", "SWENo=SW4 FTE=0 FTE30=0.7 RoleEndDate=2025-09-30",
	};
	struct text on = text_new(perm), back = text_new(perm);
	text_add(&on, S("Year=2025 NumberOfVacancies=2\n"));
	text_add(&back, S("Year=2025 NumberOfVacancies=2\n"));
	for (int i = 0; i < countof(lines); i++) {
		text_format(&on, "%s\n", lines[i]);
		text_format(&back, "%s\n", lines[countof(lines) - 1 - i]);
	}
	struct census_figures a = figures_typed(str_c(text_str(&on), perm), perm);
	struct census_figures b = figures_typed(str_c(text_str(&back), perm), perm);
	for (int m = 0; m < MEASURES; m++)
		check(figure_equal(a.value[m], b.value[m]));
	check_int(a.role[2].people.micro, b.role[2].people.micro);
}

/* Days are known from 1600 on, so the first year with a 30 September before it is 1601. */
static void
a_year_that_has_no_days_counts_as_not_said(struct arena *perm)
{
	static const struct { const char *said; int year; } years[] = {
		{ "Year=1", 0 }, { "Year=1600", 0 }, { "ReferenceDate=1600-09-30", 0 }, { "Year=1601", 1601 }, { "Year=9999", 9999 },
	};
	for (int i = 0; i < countof(years); i++) {
		Str lines = str_format(perm, "%s\n" ANNE "OrgRole=5 FTE=1\n", years[i].said);
		struct census_figures f = figures_typed(str_c(lines, perm), perm);
		check_int(f.year, years[i].year);
		is_shown(&f, INPOST_FTE, "1.0", perm);
		is_shown(&f, STARTERS_HEADCOUNT, years[i].year ? "0" : "x", perm);
	}
}

int
main(void)
{
	run(somebody_in_two_roles_is_added_in_fte_and_is_one_person);
	run(the_more_senior_role_keeps_the_person_and_each_role_its_fte);
	run(records_that_differ_in_number_birth_sex_or_ethnicity_are_two_people);
	run(records_without_a_registration_number_are_a_person_each);
	run(a_record_without_fte_adds_a_person_and_no_fte);
	run(starters_began_in_the_year_and_are_still_there);
	run(starters_are_told_apart_by_their_first_day_besides);
	run(leavers_have_the_fte_of_the_30_september_before);
	run(whoever_starts_and_leaves_in_the_year_is_neither);
	run(leavers_are_told_apart_by_their_last_day_besides);
	run(each_agency_record_is_one_and_is_never_in_post);
	run(vacancies_and_cover_are_as_returned);
	run(more_cover_than_vacancies_or_agency_is_marked_as_dfe_marks_it);
	run(case_holders_have_a_case_and_fte_whoever_pays_them_and_whatever_their_role);
	run(a_year_with_29_february_has_254_working_days_and_any_other_253);
	run(days_lost_are_those_of_whom_the_council_paid_whether_they_stayed_or_left);
	run(halves_go_up_as_dfe_rounds);
	run(rates_come_from_counts_that_are_not_rounded);
	run(nothing_to_divide_by_is_z_and_what_nobody_says_is_x);
	run(a_file_without_a_year_has_no_figures_of_a_year);
	run(a_year_that_has_no_days_counts_as_not_said);
	run(an_empty_return_counts_nobody);
	run(ages_are_those_at_30_september);
	run(chinese_workers_are_counted_as_asian_and_the_unknown_apart);
	run(sex_is_read_from_either_item_that_has_said_it);
	run(service_is_whole_years_to_the_day_or_to_the_last_one);
	run(the_order_of_the_records_does_not_matter);
	return tests_end();
}
