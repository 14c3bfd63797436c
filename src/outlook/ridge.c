/* ridge.c: least squares with a pull towards nothing. */
#include "outlook/ridge.h"

#include <math.h>

#include "outlook/spread.h"

struct normal { double of[RIDGE_SIGNS_MOST][RIDGE_SIGNS_MOST + 1]; };    /* the last column is the right side */

static double
off_centre(const struct ridge *r, const double *sign, int i)
{
	return isfinite(sign[i]) ? sign[i] - r->centre[i] : 0;
}

static void
find_centres(const struct ridge_rows *rows, struct ridge *r, struct arena scratch)
{
	double *values = new(&scratch, rows->count, double);
	for (int i = 0; i < rows->signs; i++) {
		int count = 0;
		for (int k = 0; k < rows->count; k++)
			if (isfinite(rows->at[k].sign[i]))
				values[count++] = rows->at[k].sign[i];
		double middle = spread_median(values, count, scratch);
		r->centre[i] = isfinite(middle) ? middle : 0;
	}
}

/* The mean of what is known, and how far from it an outcome may be to count in full. */
struct limits { double low, high; };

static double
mean_of(const struct ridge_rows *rows, struct limits limits)
{
	double sum = 0;
	int known = 0;
	for (int k = 0; k < rows->count; k++)
		if (isfinite(rows->at[k].outcome)) {
			sum += fmin(limits.high, fmax(limits.low, rows->at[k].outcome));
			known++;
		}
	return known ? sum / known : 0;
}

static struct limits
find_limits(const struct ridge_rows *rows, struct arena scratch)
{
	double mean = mean_of(rows, (struct limits){ -HUGE_VAL, HUGE_VAL });
	double *off = new(&scratch, rows->count, double);
	int count = 0;
	for (int k = 0; k < rows->count; k++)
		if (isfinite(rows->at[k].outcome))
			off[count++] = rows->at[k].outcome - mean;
	double most = 3 * spread_even(off, count, scratch);
	/* About nothing, not about the mean: what is far is far from no change. */
	return (struct limits){ -most, most };
}

/* Symmetric and positive, since the pull is: no turning of rows is needed. */
static void
solve(struct normal *n, int signs, double *slope)
{
	for (int i = 0; i < signs; i++)
		for (int k = i + 1; k < signs; k++) {
			double times = n->of[k][i] / n->of[i][i];
			for (int j = i; j <= signs; j++)
				n->of[k][j] -= times * n->of[i][j];
		}
	for (int i = signs - 1; i >= 0; i--) {
		slope[i] = n->of[i][signs];
		for (int j = i + 1; j < signs; j++)
			slope[i] -= n->of[i][j] * slope[j];
		slope[i] /= n->of[i][i];
	}
}

struct ridge
ridge_fit(const struct ridge_rows *rows, double pull, struct arena scratch)
{
	struct ridge r = { .signs = rows->signs };
	find_centres(rows, &r, scratch);
	struct limits limits = find_limits(rows, scratch);
	r.level = mean_of(rows, limits);
	struct normal n = { 0 };
	for (int i = 0; i < r.signs; i++)
		n.of[i][i] = pull;
	for (int k = 0; k < rows->count; k++) {
		const struct ridge_row *row = &rows->at[k];
		if (!isfinite(row->outcome))
			continue;
		double beyond = fmin(limits.high, fmax(limits.low, row->outcome)) - r.level;
		for (int i = 0; i < r.signs; i++) {
			for (int j = 0; j < r.signs; j++)
				n.of[i][j] += off_centre(&r, row->sign, i) * off_centre(&r, row->sign, j);
			n.of[i][r.signs] += off_centre(&r, row->sign, i) * beyond;
		}
	}
	solve(&n, r.signs, r.slope);
	return r;
}

double
ridge_beyond(const struct ridge *r, const double *sign)
{
	double sum = 0;
	for (int i = 0; i < r->signs; i++)
		sum += r->slope[i] * off_centre(r, sign, i);
	return sum;
}
