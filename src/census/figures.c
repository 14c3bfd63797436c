/* figures.c: who counts where, people told apart, and the sums. */
#include "census/figures.h"

#include <stdlib.h>

const Str census_role_titles[CENSUS_ROLES] = {
	STR("Senior manager"), STR("Middle manager"), STR("First line manager"), STR("Senior practitioner"),
	STR("Case holder"), STR("Qualified without cases"),
};
const Str census_age_titles[CENSUS_AGES] = {
	STR("Under 20"), STR("20 to 29"), STR("30 to 39"), STR("40 to 49"), STR("50 to 59"), STR("60 and over"),
};
const Str census_sex_titles[CENSUS_SEXES] = { STR("Female"), STR("Male"), STR("Not known") };
const Str census_group_titles[CENSUS_GROUPS] = {
	STR("White"), STR("Mixed or multiple ethnic groups"), STR("Asian or Asian British"),
	STR("Black, African, Caribbean or Black British"), STR("Other ethnic group"), STR("Not known"),
};
const Str census_service_titles[CENSUS_SERVICE_BANDS] = {
	STR("Under 2 years"), STR("2 to under 5 years"), STR("5 to under 10 years"),
	STR("10 to under 20 years"), STR("20 years and more"),
};

/* ---- who counts ------------------------------------------------------------------------------ */

typedef bool holds(const struct worker *w, int year);

static bool
is_in_post(const struct worker *w, int year)
{
	(void)year;
	return worker_in_post(w);
}

static bool
is_starter(const struct worker *w, int year)
{
	return worker_in_post(w) && worker_began_in(w, year);
}

static bool
left_in_year(const struct worker *w, int year)
{
	return worker_leaves(w) && worker_ended_in(w, year);
}

static bool
is_leaver(const struct worker *w, int year)
{
	return left_in_year(w, year) && !worker_began_in(w, year);
}

static bool
came_and_went(const struct worker *w, int year)
{
	return left_in_year(w, year) && worker_began_in(w, year);
}

static bool
is_agency(const struct worker *w, int year)
{
	(void)year;
	return worker_is_agency(w);
}

static bool
is_paid(const struct worker *w, int year)
{
	(void)year;
	return !worker_is_agency(w);
}

static bool
is_there(const struct worker *w, int year)
{
	(void)year;
	return worker_is_agency(w) || worker_in_post(w);
}

/* ---- sums ------------------------------------------------------------------------------------ */

static Figure
sum_of(const struct census_return *ret, holds *in, enum item item)
{
	int64_t sum = 0;
	int asked = 0, said = 0;
	for (int i = 0; i < ret->worker_count; i++) {
		const struct worker *w = &ret->workers[i];
		if (!in(w, ret->year))
			continue;
		asked++;
		said += worker_said(w, item);
		sum += worker_value(w, item, 0);
	}
	return asked && !said ? figure_absent(NOT_AVAILABLE) : figure_micro(sum);
}

static int
count_of(const struct census_return *ret, holds *in)
{
	int count = 0;
	for (int i = 0; i < ret->worker_count; i++)
		count += in(&ret->workers[i], ret->year);
	return count;
}

static Figure
as_returned(const struct census_return *ret, enum item item)
{
	struct fact fact = ret->fact[item];
	return fact.said == SAID ? figure_micro(fact.value) : figure_absent(NOT_AVAILABLE);
}

/* Whoever holds a case, whatever their role. Somebody with FTE 0 adds nothing to their FTE. */
static bool
is_case_holder(const struct worker *w, int year)
{
	return is_there(w, year) && worker_value(w, ITEM_CASES, 0) > 0;
}

static bool
lost_days(const struct worker *w, int year)
{
	return is_paid(w, year) && worker_value(w, ITEM_DAYS_LOST, 0) > 0;
}

/* ---- people ---------------------------------------------------------------------------------- */

/* What two records of one person share; then what says which of them is kept. */
struct key { int64_t swe, born, day; int sex, ethnicity, role, worker; };

static int
order(int64_t a, int64_t b)
{
	return (a > b) - (a < b);
}

static int
person_order(const struct key *a, const struct key *b)
{
	int by = order(a->swe, b->swe);
	by = by ? by : order(a->born, b->born);
	by = by ? by : order(a->day, b->day);
	by = by ? by : order(a->sex, b->sex);
	return by ? by : order(a->ethnicity, b->ethnicity);
}

static int
key_order(const void *left, const void *right)
{
	const struct key *a = left, *b = right;
	int by = person_order(a, b);
	by = by ? by : order(a->role, b->role);
	return by ? by : order(a->worker, b->worker);
}

/* Nothing tells that two records without a number are one person, so each is one. */
static struct key
key_of(const struct census_return *ret, int worker, enum item day)
{
	const struct worker *w = &ret->workers[worker];
	return (struct key){
		.swe = worker_value(w, ITEM_SWE, -1 - worker), .born = worker_value(w, ITEM_BORN, INT64_MIN),
		.day = day == NO_ITEM ? 0 : worker_value(w, day, INT64_MIN), .sex = worker_sex(w),
		.ethnicity = (int)worker_value(w, ITEM_ETHNICITY, -1),
		.role = (int)worker_value(w, ITEM_ROLE, CENSUS_ROLES), .worker = worker,
	};
}

/* People of a return: how many, and the one record that stands for each, the most senior. */
struct counted_people { int count; const bool *stands; };

static struct counted_people
people_counted(const struct census_return *ret, holds *in, enum item day, struct arena *perm)
{
	bool *stands = new(perm, ret->worker_count, bool);
	struct arena scratch = *perm;
	struct key *keys = new(&scratch, ret->worker_count, struct key);
	struct counted_people people = { .stands = stands };
	size_t count = 0;
	for (int i = 0; i < ret->worker_count; i++)
		if (in(&ret->workers[i], ret->year))
			keys[count++] = key_of(ret, i, day);
	if (count > 1)
		qsort(keys, count, sizeof *keys, key_order);
	for (size_t i = 0; i < count; i++) {
		if (i > 0 && person_order(&keys[i - 1], &keys[i]) == 0)
			continue;
		stands[keys[i].worker] = true;
		people.count++;
	}
	return people;
}

/* ---- by characteristic ----------------------------------------------------------------------- */

enum { NO_BAND = -1 };

/* Whole years since the day that an item says; NO_BAND where it says none, or a later one. */
static int
years_since(const struct worker *w, enum item item, Date day)
{
	Date from = { (int32_t)worker_value(w, item, INT32_MAX) };
	return from.day <= day.day ? date_years(from, day) : NO_BAND;
}

static int
age_band(const struct worker *w, Date day)
{
	int years = years_since(w, ITEM_BORN, day);
	if (years == NO_BAND)
		return NO_BAND;
	int band = years / 10 - 1;
	return band < 0 ? 0 : band >= CENSUS_AGES ? CENSUS_AGES - 1 : band;
}

static int
service_band(const struct worker *w, Date day)
{
	static const int below[CENSUS_SERVICE_BANDS - 1] = { 2, 5, 10, 20 };
	int years = years_since(w, ITEM_START, day);
	int band = 0;
	if (years == NO_BAND)
		return NO_BAND;
	while (band < CENSUS_SERVICE_BANDS - 1 && years >= below[band])
		band++;
	return band;
}

static int
sex_row(const struct worker *w)
{
	char sex = worker_sex(w);
	return sex == 'F' ? 0 : sex == 'M' ? 1 : 2;
}

/* By the first letter of DfE's code, but for the Chinese, who are counted as Asian. */
static int
ethnic_row(const struct worker *w)
{
	static const Str letters = STR("WMABO");
	struct fact fact = worker_fact(w, ITEM_ETHNICITY);
	Str code = fact.said == SAID ? item_rows[ITEM_ETHNICITY].codes[fact.value].code : (Str){ 0 };
	if (str_equal(code, S("CHNE")))
		return 2;
	ptrdiff_t row = code.len ? str_find(letters, str_upto(code, 1)) : -1;
	return row < 0 ? CENSUS_GROUPS - 1 : (int)row;
}

static void
add_to(struct counted *row, int64_t fte, bool person)
{
	row->fte.micro += fte;
	row->people.micro += person ? MICRO : 0;
}

static void
count_in_post(struct census_figures *f, const struct worker *w, bool person)
{
	Date day = census_period(f->year).last;
	int64_t fte = worker_value(w, ITEM_FTE, 0);
	int role = (int)worker_value(w, ITEM_ROLE, NO_BAND);
	int age = age_band(w, day), service = service_band(w, day);
	add_to(&f->total, fte, person);
	add_to(&f->sex[sex_row(w)], fte, person);
	add_to(&f->ethnic[ethnic_row(w)], fte, person);
	if (role != NO_BAND)
		add_to(&f->role[role], fte, person);
	if (age != NO_BAND)
		add_to(&f->age[age], fte, person);
	if (service != NO_BAND)
		add_to(&f->service[service], fte, person);
}

static void
count_leaver(struct census_figures *f, const struct worker *w, bool person)
{
	int band = service_band(w, (Date){ (int32_t)worker_value(w, ITEM_END, 0) });
	if (band != NO_BAND)
		add_to(&f->leaver_service[band], worker_value(w, ITEM_FTE_BEFORE, 0), person);
}

static void
count_characteristics(struct census_figures *f, const struct census_return *ret, const bool *in_post,
                      const bool *leavers)
{
	for (int i = 0; i < ret->worker_count; i++) {
		const struct worker *w = &ret->workers[i];
		if (worker_in_post(w))
			count_in_post(f, w, in_post[i]);
		else if (is_leaver(w, ret->year))
			count_leaver(f, w, leavers[i]);
	}
}

/* ---- the measures ---------------------------------------------------------------------------- */

/* More cover than there is to be covered: DfE shows u for the rate since its release of 2024. */
static const enum measure_id of_cover[] = { AGENCY_COVER_RATE_FTE, VACANCY_AGENCY_COVER_RATE_FTE };

static void
fill_rates(struct census_figures *f)
{
	for (int m = 0; m < MEASURES; m++) {
		const struct measure *row = &measures[m];
		Figure below = figure_whole(0);
		if (!row->rate)
			continue;
		for (int i = 0; i < row->denominators; i++)
			below = figure_add(below, f->value[row->denominator[i]]);
		if (row->per_working_day)
			below.micro *= working_days(f->year);
		f->value[m] = row->per_working_day && f->year == 0 ? figure_absent(NOT_AVAILABLE)
			: figure_ratio(f->value[row->numerator], below, row->times);
	}
	for (ptrdiff_t i = 0; i < countof(of_cover); i++) {
		Figure *rate = &f->value[of_cover[i]];
		if (figure_present(*rate) && rate->micro > INT64_C(100) * MICRO)
			*rate = figure_absent(UNRELIABLE);
	}
}

/* A file that says no year has nobody who came or went in it. */
static void
forget_year(struct census_figures *f)
{
	static const enum measure_id of_year[] = { STARTERS_FTE, STARTERS_HEADCOUNT, LEAVERS_FTE,
	                                           LEAVERS_HEADCOUNT };
	for (ptrdiff_t i = 0; i < countof(of_year); i++)
		f->value[of_year[i]] = figure_absent(NOT_AVAILABLE);
}

static void
fill_counts(struct census_figures *f, const struct census_return *ret)
{
	f->value[INPOST_FTE] = sum_of(ret, is_in_post, ITEM_FTE);
	f->value[STARTERS_FTE] = sum_of(ret, is_starter, ITEM_FTE);
	f->value[LEAVERS_FTE] = sum_of(ret, is_leaver, ITEM_FTE_BEFORE);
	f->value[AGENCY_FTE] = sum_of(ret, is_agency, ITEM_FTE);
	f->value[AGENCY_HEADCOUNT] = figure_whole(count_of(ret, is_agency));
	f->value[AGENCY_COVER_FTE] = as_returned(ret, ITEM_COVER_FTE);
	f->value[VACANCY_FTE] = as_returned(ret, ITEM_VACANCIES);
	f->value[CASES] = sum_of(ret, is_there, ITEM_CASES);
	f->value[CASE_HOLDERS_FTE] = figure_present(f->value[CASES]) ? sum_of(ret, is_case_holder, ITEM_FTE)
	                                                            : figure_absent(NOT_AVAILABLE);
	f->value[WORKING_DAYS_LOST_FTE] = sum_of(ret, is_paid, ITEM_DAYS_LOST);
}

/* Behind a vacancy stands nobody, and behind its cover whoever is from an agency. */
static void
fill_people(struct census_figures *f, const struct census_return *ret)
{
	int in_post = (int)(f->value[INPOST_HEADCOUNT].micro / MICRO), agency = count_of(ret, is_agency);
	int starters = (int)(f->value[STARTERS_HEADCOUNT].micro / MICRO);
	int leavers = (int)(f->value[LEAVERS_HEADCOUNT].micro / MICRO);
	int holders = count_of(ret, is_case_holder), ill = count_of(ret, lost_days);
	const int people[MEASURES] = {
		[INPOST_FTE] = in_post, [INPOST_HEADCOUNT] = in_post,
		[STARTERS_FTE] = starters, [STARTERS_HEADCOUNT] = starters,
		[LEAVERS_FTE] = leavers, [LEAVERS_HEADCOUNT] = leavers,
		[AGENCY_FTE] = agency, [AGENCY_HEADCOUNT] = agency, [AGENCY_COVER_FTE] = agency,
		[CASES] = holders, [CASE_HOLDERS_FTE] = holders, [WORKING_DAYS_LOST_FTE] = ill,
	};
	for (int m = 0; m < MEASURES; m++)
		f->people[m] = people[measures[m].rate ? measures[m].numerator : (enum measure_id)m];
}

void
census_figures_of(struct census_figures *figures, const struct census_return *ret, struct arena scratch)
{
	struct census_figures *f = figures;
	*f = (struct census_figures){ .year = ret->year };
	struct counted_people in_post = people_counted(ret, is_in_post, NO_ITEM, &scratch);
	struct counted_people starters = people_counted(ret, is_starter, ITEM_START, &scratch);
	struct counted_people leavers = people_counted(ret, is_leaver, ITEM_END, &scratch);
	fill_counts(f, ret);
	f->value[INPOST_HEADCOUNT] = figure_whole(in_post.count);
	f->value[STARTERS_HEADCOUNT] = figure_whole(starters.count);
	f->value[LEAVERS_HEADCOUNT] = figure_whole(leavers.count);
	f->in_and_out = people_counted(ret, came_and_went, ITEM_END, &scratch).count;
	fill_people(f, ret);
	if (f->year == 0)
		forget_year(f);
	fill_rates(f);
	if (f->year)
		count_characteristics(f, ret, in_post.stands, leavers.stands);
}
