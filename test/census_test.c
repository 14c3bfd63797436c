/* census_test.c: the items of the census, what their texts say, and what a worker is. */
#include "check.h"

#include "census/return.h"

static void
every_item_is_found_by_its_name_and_its_title_and_says_where_it_comes_from(struct arena *perm)
{
	(void)perm;
	for (int i = 0; i < ITEMS; i++) {
		const struct item_row *row = &item_rows[i];
		check(row->name.len > 0 && row->source.len > 0 && row->first_year >= CENSUS_FIRST_YEAR);
		check_int(item_find(row->name, row->place), i);
		check_int(item_of_head(row->name), i);
		check_int(item_of_head(row->title), i);
		for (int h = 0; h < countof(row->heads) && row->heads[h].len > 0; h++)
			check_int(item_of_head(row->heads[h]), i);
	}
	check_int(item_of_head(S(" ")), NO_ITEM);
	check_int(item_of_head(S("swe_no")), ITEM_SWE);
	check_int(item_find(S("SWENo"), IN_AUTHORITY), NO_ITEM);
}

static void
items_come_and_go_with_the_years_that_changed_them(struct arena *perm)
{
	(void)perm;
	check(item_in_year(ITEM_GENDER, 2023) && !item_in_year(ITEM_GENDER, 2024));
	check(!item_in_year(ITEM_SEX, 2023) && item_in_year(ITEM_SEX, 2024) && item_in_year(ITEM_SEX, 2031));
	check(item_in_year(ITEM_KSS, 2024) && !item_in_year(ITEM_KSS, 2025));
	check(!item_in_year(ITEM_SALARY, 2024) && item_in_year(ITEM_SALARY, 2025));
	check_str(census_module(2024), S("LALevelVacancies"));
	check_str(census_module(2025), S("LALevel"));
}

static void
says(enum item item, const char *text, int64_t value)
{
	struct fact fact = fact_of(item, str_of(text));
	if (fact.said != SAID)
		printf("\"%s\" is not read\n", text);
	check_int(fact.said, SAID);
	check_int(fact.value, value);
}

static void
says_nothing_sound(enum item item, const char *text)
{
	if (fact_of(item, str_of(text)).said != MISSAID)
		printf("\"%s\" is read\n", text);
	check_int(fact_of(item, str_of(text)).said, MISSAID);
}

static void
texts_are_read_by_the_kind_of_their_item(struct arena *perm)
{
	(void)perm;
	says(ITEM_FTE, "0.6", 600000);
	says(ITEM_FTE, " 1 ", 1000000);
	says(ITEM_FTE, "0.123456", 123456);
	says_nothing_sound(ITEM_FTE, "1.000001");
	says_nothing_sound(ITEM_FTE, "0.1234567");
	says_nothing_sound(ITEM_FTE, "-0.5");
	says_nothing_sound(ITEM_FTE, "0,5");
	says(ITEM_VACANCIES, "999.99", 999990000);
	says_nothing_sound(ITEM_VACANCIES, "1000");
	says_nothing_sound(ITEM_VACANCIES, "1.234");
	says(ITEM_COVER_HEADCOUNT, "999", 999000000);
	says_nothing_sound(ITEM_COVER_HEADCOUNT, "1.5");
	says(ITEM_BORN, "2000-02-29", 11016);        /* 30 years of 365, 7 leap days, 31 + 28 days */
	says_nothing_sound(ITEM_BORN, "2001-02-29");
	says_nothing_sound(ITEM_BORN, "29/02/2000");
	says(ITEM_DATE_TIME, "1970-01-02T00:00:01", 86401);
	says(ITEM_DATE_TIME, "1970-01-02T00:00:01.5Z", 86401);
	says(ITEM_DATE_TIME, "1970-01-02T00:00:01+01:00", 86401);
	says_nothing_sound(ITEM_DATE_TIME, "1970-01-02T24:00:00");
	says_nothing_sound(ITEM_DATE_TIME, "1970-01-02T00:00:00.");
	says_nothing_sound(ITEM_DATE_TIME, "1970-01-02");
	says(ITEM_ORIGIN, "10", 9);
	says_nothing_sound(ITEM_ORIGIN, "11");
	says_nothing_sound(ITEM_SEX, "m");
	says(ITEM_LEA, "335", 335);
	says_nothing_sound(ITEM_LEA, "0335");
	check_int(fact_of(ITEM_FTE, S("  ")).said, NOT_SAID);
}

static void
registration_numbers_are_alike_in_either_case_and_not_by_their_zeros(struct arena *perm)
{
	(void)perm;
	int64_t number = fact_of(ITEM_SWE, S("SW123")).value;
	says(ITEM_SWE, "sw123", number);
	check(fact_of(ITEM_SWE, S("SW0123")).value != number);
	check(fact_of(ITEM_SWE, S("SX123")).value != number);
	check(fact_of(ITEM_SWE, S("SW1234567890")).value != fact_of(ITEM_SWE, S("SW1234567891")).value);
	says_nothing_sound(ITEM_SWE, "SW");
	says_nothing_sound(ITEM_SWE, "S1234");
	says_nothing_sound(ITEM_SWE, "SW12345678901");
	says_nothing_sound(ITEM_SWE, "SW12 34");
}

static struct worker
worker_of(const char *agency, const char *start, const char *end)
{
	struct worker w = { .number = 7 };
	w.fact[ITEM_AGENCY - WORKER_FIRST] = fact_of(ITEM_AGENCY, str_of(agency));
	w.fact[ITEM_START - WORKER_FIRST] = fact_of(ITEM_START, str_of(start));
	w.fact[ITEM_END - WORKER_FIRST] = fact_of(ITEM_END, str_of(end));
	return w;
}

static void
who_is_there_on_the_day_has_no_last_day_and_is_paid_by_the_council(struct arena *perm)
{
	struct worker there = worker_of("0", "2024-10-01", ""), gone = worker_of("0", "2020-01-01", "2025-09-30"),
		agency = worker_of("1", "", "");
	check(worker_in_post(&there) && !worker_leaves(&there));
	check(!worker_in_post(&gone) && worker_leaves(&gone));
	check(!worker_in_post(&agency) && !worker_leaves(&agency) && worker_is_agency(&agency));
	check(worker_began_in(&there, 2025) && !worker_began_in(&there, 2024));
	check(worker_ended_in(&gone, 2025) && !worker_ended_in(&gone, 2026));
	check_str(worker_record(&there, perm), S("worker 7"));
}

static void
a_return_has_the_year_of_its_header_or_of_its_day(struct arena *perm)
{
	struct census_return *ret = new(perm, 1, struct census_return);
	return_settle(ret);
	check_int(ret->year, 0);
	ret->cell[ITEM_REFERENCE_DATE].text = S("2024-09-30");
	return_settle(ret);
	check_int(ret->year, 2024);
	ret->cell[ITEM_YEAR].text = S("2025");
	return_settle(ret);
	check_int(ret->year, 2025);
}

int
main(void)
{
	run(every_item_is_found_by_its_name_and_its_title_and_says_where_it_comes_from);
	run(items_come_and_go_with_the_years_that_changed_them);
	run(texts_are_read_by_the_kind_of_their_item);
	run(registration_numbers_are_alike_in_either_case_and_not_by_their_zeros);
	run(who_is_there_on_the_day_has_no_last_day_and_is_paid_by_the_council);
	run(a_return_has_the_year_of_its_header_or_of_its_day);
	return tests_end();
}
