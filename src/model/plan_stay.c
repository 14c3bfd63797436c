/* plan_stay.c: who is still there on the average, grade by grade and month by month in post. */
#include "model/plan_months.h"

#include <string.h>

enum { SUPPORTED = 12 };             /* months in post of who needs support */

/* How many are in each grade with each time in post. */
struct stock { double at[GRADES_MOST][TENURE_MOST + 1]; };

/* One month on: leave by any cause; who does not, may move up; then a month more in post. */
static void
month_on(const struct prospect *p, const struct stock *from, struct stock *to)
{
	memset(to, 0, sizeof *to);
	for (int g = 0; g < p->grades; g++)
		for (int t = 0; t <= TENURE_MOST; t++) {
			double leave = 0, next = t < TENURE_MOST ? t + 1 : t;
			if (from->at[g][t] == 0)
				continue;
			for (int c = 0; c < p->causes; c++)
				leave += chance_value(p->leave[c][g][t]);
			double stay = from->at[g][t] * (1 - leave), rise = chance_value(p->rise[g][t]);
			to->at[g][(int)next] += stay * (1 - rise);
			if (g + 1 < p->grades)
				to->at[g + 1][(int)next] += stay * rise;
		}
}

static double
added(const struct prospect *p, const struct stock *stock, int first_grade)
{
	double sum = 0;
	for (int g = first_grade; g < p->grades; g++)
		for (int t = 0; t <= TENURE_MOST; t++)
			sum += stock->at[g][t];
	return sum;
}

static double
in_first_year(const struct stock *stock)
{
	double sum = 0;
	for (int t = 0; t < SUPPORTED; t++)
		sum += stock->at[0][t];
	return sum;
}

void
plan_stay(const struct prospect *p, struct plan_start start, int months, double *stay, double *seniors)
{
	struct stock now = { 0 }, next;
	now.at[start.grade][start.tenure] = 1;
	for (int m = 0; m <= months; m++) {
		stay[m] = added(p, &now, 0);
		if (seniors)
			seniors[m] = added(p, &now, start.senior);
		month_on(p, &now, &next);
		now = next;
	}
}

void
plan_base(const struct prospect *p, int senior, int months, double *base, double *seniors, double *newly, struct arena scratch)
{
	struct stock *now = new(&scratch, 1, struct stock), *next = new(&scratch, 1, struct stock), *swap;
	for (int s = 0; s < p->seat_count; s++)
		if (p->seats[s].grade != VACANT)
			now->at[p->seats[s].grade][p->seats[s].tenure] += 1;
	for (int m = 0; m <= months; m++) {
		base[m] = added(p, now, 0);
		if (seniors)
			seniors[m] = added(p, now, senior);
		if (newly)
			newly[m] = in_first_year(now);
		month_on(p, now, next);
		swap = now;
		now = next;
		next = swap;
	}
}
