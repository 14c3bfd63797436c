/* spread.c: errors of the past as a deviation. */
#include "outlook/spread.h"

#include <math.h>
#include <stdlib.h>

static const double middle_80 = 1.2815515655446004;       /* of a normal curve, in deviations to each side */
static const double usual_size = 200;

struct misses
misses_new(int room, struct arena *perm)
{
	return (struct misses){ .at = new(perm, room, struct miss) };
}

void
misses_add(struct misses *m, double error, double size)
{
	if (isfinite(error) && size > 0)
		m->at[m->count++] = (struct miss){ error, size };
}

static int
by_value(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

/* Between the two values around the place, as R does by default (type 7). */
static double
quantile(double *values, int count, double share)
{
	qsort(values, (size_t)count, sizeof *values, by_value);
	double place = share * (count - 1);
	int below = (int)place, above = below + 1 < count ? below + 1 : below;
	return values[below] + (place - below) * (values[above] - values[below]);
}

double
spread_even(const double *errors, int count, struct arena scratch)
{
	if (count == 0)
		return 0;
	double *far = new(&scratch, count, double);
	for (int i = 0; i < count; i++)
		far[i] = fabs(errors[i]);
	return quantile(far, count, 0.8) / middle_80;
}

double
spread_median(const double *values, int count, struct arena scratch)
{
	if (count == 0)
		return NAN;
	double *copy = new(&scratch, count, double);
	for (int i = 0; i < count; i++)
		copy[i] = values[i];
	return quantile(copy, count, 0.5);
}

/* The slope of log |error| on log size. */
static double
power_of(const struct misses *m, double grain)
{
	double x = 0, y = 0, xx = 0, xy = 0;
	for (int i = 0; i < m->count; i++) {
		double size = log(m->at[i].size / usual_size), far = log(fabs(m->at[i].error) + grain);
		x += size, y += far, xx += size * size, xy += size * far;
	}
	double wide = xx - x * x / m->count;
	double slope = wide > 0 ? (xy - x * y / m->count) / wide : 0;
	return fmin(0, fmax(-0.5, slope));
}

struct spread
spread_of(const struct misses *m, double grain, struct arena scratch)
{
	if (m->count == 0)
		return (struct spread){ 0 };
	struct spread s = { .power = power_of(m, grain) };
	double *errors = new(&scratch, m->count, double);
	for (int i = 0; i < m->count; i++)
		errors[i] = m->at[i].error / pow(m->at[i].size / usual_size, s.power);
	s.of_200 = spread_even(errors, m->count, scratch);
	return s;
}

double
spread_at(struct spread s, double size)
{
	return s.of_200 * pow(size / usual_size, s.power);
}
