/* score.c: scores of forecasts that are distributions. */
#include "model/score.h"

#include <assert.h>
#include <limits.h>
#include <math.h>

#include "model/law.h"

/* ---- ensembles --------------------------------------------------------------------------------- */

/* Mean distance to the outcome, and the sum of distances of all pairs: in order, value i is above i others and
 * below the rest. */
struct distances { double to_outcome, between; };

static struct distances
distances_of(const double *values, int count, double outcome)
{
	struct distances d = { 0 };
	for (int i = 0; i < count; i++) {
		assert(i == 0 || values[i - 1] <= values[i]);
		d.to_outcome += fabs(values[i] - outcome);
		d.between += (2.0 * i + 1 - count) * values[i];
	}
	d.to_outcome /= count;
	return d;
}

double
score_ensemble(const double *values, int count, double outcome)
{
	assert(count >= 1);
	struct distances d = distances_of(values, count, outcome);
	return d.to_outcome - d.between / count / count;
}

double
score_ensemble_fair(const double *values, int count, double outcome)
{
	assert(count >= 2);
	struct distances d = distances_of(values, count, outcome);
	return d.to_outcome - d.between / count / (count - 1);
}

/* ---- counts ------------------------------------------------------------------------------------ */

/* Poisson where size is 0. */
struct counts { double mean, size; };

static struct law
law_of(struct counts c)
{
	return law_open(c.mean, c.size > 0 ? 1 / sqrt(c.size) : 0);
}

static double
chance_upto(struct counts c, int64_t count)
{
	return count < 0 || count > INT_MAX ? count > 0 : law_at_most(law_of(c), (int)count);
}

static double
chance_at(struct counts c, int64_t count)
{
	return count < 0 || count > INT_MAX ? 0 : law_exactly(law_of(c), (int)count);
}

/* Counts outside of which a chance is nothing to sixteen places: 12 deviations, and 60 more for the tail of few. */
struct reach { int64_t first, last; };

static struct reach
reach_of(struct counts c)
{
	double variance = c.mean + (c.size > 0 ? c.mean * c.mean / c.size : 0);
	double skewed = c.size > 0 ? 40 * (1 + c.mean / c.size) : 40;
	double low = c.mean - 12 * sqrt(variance), high = c.mean + 12 * sqrt(variance) + skewed;
	return (struct reach){ low > 0 ? (int64_t)low : 0, (int64_t)high + 1 };
}

/* The sum over counts k of (chance of at most k, less 1 where k is at or above the outcome) squared. Below the
 * reach the first term is nothing, above it is one. */
static double
score_counts(struct counts c, int64_t outcome)
{
	assert(outcome >= 0 && c.mean >= 0 && c.mean <= 1e9);
	struct reach reach = reach_of(c);
	double sum = 0, upto = chance_upto(c, reach.first - 1);
	if (outcome < reach.first)
		sum += (double)(reach.first - outcome);
	for (int64_t k = reach.first; k <= reach.last; k++) {
		upto += chance_at(c, k);
		double off = upto - (k >= outcome);
		sum += off * off;
	}
	return outcome > reach.last + 1 ? sum + (double)(outcome - reach.last - 1) : sum;
}

double
score_poisson(double mean, int64_t outcome)
{
	return score_counts((struct counts){ .mean = mean }, outcome);
}

double
score_negative(double mean, double size, int64_t outcome)
{
	assert(size > 0);
	return score_counts((struct counts){ .mean = mean, .size = size }, outcome);
}

double
score_normal(double mean, double deviation, double outcome)
{
	assert(deviation >= 0);
	if (deviation <= 0)
		return fabs(outcome - mean);
	double z = (outcome - mean) / deviation;
	double below = normal_at_most(z), density = normal_density(z);
	return deviation * (z * (2 * below - 1) + 2 * density - 1 / sqrt(M_PI));
}

/* ---- places and spans -------------------------------------------------------------------------- */

static struct span
place_of(struct counts c, int64_t outcome)
{
	return (struct span){ chance_upto(c, outcome - 1), chance_upto(c, outcome) };
}

struct span
score_place_poisson(double mean, int64_t outcome)
{
	return place_of((struct counts){ .mean = mean }, outcome);
}

struct span
score_place_negative(double mean, double size, int64_t outcome)
{
	return place_of((struct counts){ .mean = mean, .size = size }, outcome);
}

struct span
score_place_ensemble(const double *values, int count, double outcome)
{
	assert(count >= 1);
	int below = 0, upto = 0;
	for (int i = 0; i < count; i++) {
		below += values[i] < outcome;
		upto += values[i] <= outcome;
	}
	return (struct span){ (double)below / count, (double)upto / count };
}

void
score_spread(struct span place, double *hits, int bins)
{
	assert(place.low >= 0 && place.low <= place.high && place.high <= 1);
	double wide = place.high - place.low;
	for (int i = 0; i < bins; i++) {
		double from = fmax(place.low, (double)i / bins), to = fmin(place.high, (double)(i + 1) / bins);
		if (wide > 0 && to > from)
			hits[i] += (to - from) / wide;
	}
	if (wide <= 0) {
		int bin = (int)(place.low * bins);
		hits[bin < bins ? bin : bins - 1] += 1;
	}
}

double
score_interval(struct span span, double share, double outcome)
{
	assert(share > 0 && share < 1 && span.low <= span.high);
	double outside = fmax(0, fmax(span.low - outcome, outcome - span.high));
	return span.high - span.low + 2 / (1 - share) * outside;
}

bool
score_covers(struct span span, double outcome)
{
	return span.low <= outcome && outcome <= span.high;
}

double
score_value_at(const double *values, int count, double share)
{
	assert(count >= 1 && share >= 0 && share <= 1);
	/* Tenths of a share times a count may come out a hair above the whole number that they are. */
	int at = (int)ceil(share * count - 1e-9);
	return values[at < 1 ? 0 : at > count ? count - 1 : at - 1];
}
