/* model_hazard_test.c: what years do to chances and posts, and what vacancies do. */
#include "check.h"

#include "model/hazard.h"
#include "prospects.h"

enum { DRAWS = 20000 };

struct seen { double mean, deviation, least, most; };

static double
log_of(const struct years *years, enum drift_of drift, int year)
{
	return log(years->q16[drift][year] / 65536.0);
}

static struct seen
see(const double *values)
{
	struct seen s = { 0, 0, 1e9, -1e9 };
	double square = 0;
	for (int i = 0; i < DRAWS; i++) {
		s.mean += values[i] / DRAWS;
		square += values[i] * values[i] / DRAWS;
		s.least = values[i] < s.least ? values[i] : s.least;
		s.most = values[i] > s.most ? values[i] : s.most;
	}
	s.deviation = sqrt(square - s.mean * s.mean);
	return s;
}

static double
correlation(const double *a, const double *b)
{
	struct seen x = see(a), y = see(b);
	double sum = 0;
	for (int i = 0; i < DRAWS; i++)
		sum += (a[i] - x.mean) * (b[i] - y.mean) / DRAWS;
	return sum / (x.deviation * y.deviation);
}

/* own .06; wander .03 and nation .05 keep half of the year before: in year k the variance is .06^2 + (.03^2 + .05^2) times
 * 1 + .25 + ... + .25^k. Cut at three deviations, which takes .0027 of a normal's weight and 1.3 % of its variance. */
static void
years_differ_as_much_as_they_are_said_to(struct arena *perm)
{
	struct prospect *p = reference_prospect(100, 60, REFERENCE_BASE, perm);
	struct hazard hazard;
	struct years years;
	p->drifts[DRIFT_LEAVE] = (struct drift){ .mean = { 10000, 20000, 30000, 40000, 50000 }, .own = 60000, .wander = 30000,
	                                         .nation = 50000, .keep = 500000 };
	hazard_years(p, &hazard);
	double *logs[5];
	for (int year = 0; year < 5; year++)
		logs[year] = new(perm, DRAWS, double);
	for (int i = 0; i < DRAWS; i++) {
		years_draw(p, &hazard, 5, (uint32_t)i, &years);
		for (int year = 0; year < 5; year++)
			logs[year][i] = log_of(&years, DRIFT_LEAVE, year);
		check_int(years.q16[DRIFT_FILL][4], 65536);
	}
	double run = 0, before = 0;
	for (int year = 0; year < 5; year++) {
		run = 0.25 * run + 0.0034;
		double deviation = sqrt(0.0036 + run);
		struct seen s = see(logs[year]);
		check(fabs(s.mean - 0.01 * (year + 1)) < 4 * deviation / sqrt(DRAWS));
		check(fabs(s.deviation / deviation - 0.9933) < 0.02);
		check(s.most <= 0.01 * (year + 1) + 3 * deviation + 1e-4 && s.least >= 0.01 * (year + 1) - 3 * deviation - 1e-4);
		check(s.most > 0.01 * (year + 1) + 2.9 * deviation);
		if (year > 0)
			check(fabs(correlation(logs[year - 1], logs[year]) - (0.0036 + 0.5 * (before * before - 0.0036)) / (before * deviation)) < 0.03);
		before = deviation;
	}
}

/* What is the nation's is the same in all councils; what is a council's own is not. */
static void
the_nations_years_are_alike_in_all_councils(struct arena *perm)
{
	struct prospect *p = reference_prospect(100, 24, REFERENCE_BASE, perm);
	struct years here, there;
	struct hazard hazard;
	double *a = new(perm, DRAWS, double), *b = new(perm, DRAWS, double);
	for (int own = 0; own < 2; own++) {
		p->drifts[DRIFT_LEAVE] = own ? (struct drift){ .own = 50000 } : (struct drift){ .nation = 50000 };
		hazard_years(p, &hazard);
		for (int i = 0; i < DRAWS; i++) {
			p->whom = 301;
			years_draw(p, &hazard, 9, (uint32_t)i, &here);
			p->whom = 302;
			years_draw(p, &hazard, 9, (uint32_t)i, &there);
			a[i] = log_of(&here, DRIFT_LEAVE, 0);
			b[i] = log_of(&there, DRIFT_LEAVE, 0);
		}
		double r = correlation(a, b);
		check(own ? fabs(r) < 0.03 : r > 0.999999);
	}
}

/* 20 % more in the first year and 10 % more, from the start, in the second: by twelve equal parts of the logarithm. */
static void
posts_move_to_a_years_number_month_by_month(struct arena *perm)
{
	struct prospect *p = reference_prospect(100, 24, REFERENCE_BASE, perm);
	struct years years;
	p->drifts[DRIFT_POSTS].mean[0] = (int32_t)(log(1.2) * 1e6 + 0.5);
	p->drifts[DRIFT_POSTS].mean[1] = (int32_t)(log(1.1) * 1e6 + 0.5);
	years_at(p, 0, &years);
	for (int m = 0; m <= 24; m++) {
		double wants = m <= 12 ? 100 * pow(1.2, m / 12.0) : 100 * 1.2 * pow(1.1 / 1.2, (m - 12) / 12.0);
		check_int(years.lasting[m], (int)(wants + 0.5));
	}
	check_int(years.lasting[12], 120);
	check_int(years.lasting[24], 110);
	p->drifts[DRIFT_POSTS].mean[0] = 3000000;
	years_at(p, 0, &years);
	check_int(years.lasting[12], 300);         /* no more than three times as many */
	check_int(prospect_more(p), 200);
}

/* 2 % a point above the usual 5 %; no further than 20 points. */
static void
vacancies_push_those_who_are_left(struct arena *perm)
{
	struct prospect *p = reference_prospect(100, 12, REFERENCE_BASE, perm);
	check_int(pressure_q16(p, 50, 100), 65536);
	p->pressure = 20000;
	p->usual_vacancy = 50000;
	check_int(pressure_q16(p, 5, 100), 65536);
	check_int(pressure_q16(p, 10, 100), (int)(65536 * 1.1));
	check_int(pressure_q16(p, 0, 100), (int)(65536 * 0.9) + 1);
	check_int(pressure_q16(p, 90, 100), (int)(65536 * 1.4));
	check(pressure_q16(p, 90, 100) <= pressure_most(p));
	check_int(pressure_q16(p, 0, 0), 65536);
}

/* Two pushes that overlap for some months make three phases besides none, and multiply where both reach. */
static void
pushes_multiply_where_and_while_they_reach(struct arena *perm)
{
	struct prospect *p = reference_prospect(100, 12, REFERENCE_BASE, perm);
	struct hazard hazard;
	p->push_count = 2;
	p->pushes[0] = (struct push){ 2, 6, 12, 35, -1, Q16 / 2 };
	p->pushes[1] = (struct push){ 5, 8, 20, 50, 1, 2 * Q16 };
	hazard_of(p, &hazard, perm);
	check_int(hazard.phases, 4);
	for (int m = 1; m <= 12; m++)
		for (int t = 0; t <= TENURE_MOST; t++)
			for (int g = 1; g < 3; g++) {
				bool one = m >= 2 && m <= 6 && t >= 12 && t <= 35, two = m >= 5 && m <= 8 && t >= 20 && t <= 50 && g == 1;
				Chance wants = chance_times(chance_times(p->leave[0][g][t], one ? Q16 / 2 : Q16), two ? 2 * Q16 : Q16);
				check_int(hazard.leave[hazard.phase[m]].at[g][t], wants);
			}
}

int
main(void)
{
	run(years_differ_as_much_as_they_are_said_to);
	run(the_nations_years_are_alike_in_all_councils);
	run(posts_move_to_a_years_number_month_by_month);
	run(vacancies_push_those_who_are_left);
	run(pushes_multiply_where_and_while_they_reach);
	return tests_end();
}
