/* shrink.c: gamma-Poisson empirical Bayes by the marginal likelihood. */
#include "model/shrink.h"

#include <assert.h>
#include <float.h>
#include <math.h>

#include "model/law.h"

/* Between these the likelihood is looked at: logarithms of alpha. e^14 is pooling in all but name. */
static const double phi_least = -6, phi_most = 14, phi_step = 0.25;

/* lgamma keeps a sign in a global; this one does not. */
static double
log_gamma(double x)
{
	int sign;
	return lgamma_r(x, &sign);
}

static double
loss_of_poisson(struct seen g, double rate)
{
	double mean = rate * g.exposure;
	return mean - (g.events > 0 ? g.events * log(mean) : 0) + log_gamma(g.events + 1);
}

/* Gamma(alpha + d) / Gamma(alpha) / d! * (beta/(beta+e))^alpha * (e/(beta+e))^d, minus its logarithm. */
static double
loss_of_group(struct seen g, double alpha, double beta)
{
	double out = log_gamma(alpha) - log_gamma(alpha + g.events) +
	             log_gamma(g.events + 1) + alpha * log1p(g.exposure / beta);
	return g.events > 0 ? out - g.events * log(g.exposure / (beta + g.exposure)) : out;
}

static double
loss_of(const struct seen *groups, int count, double alpha, double beta)
{
	double sum = 0;
	for (int i = 0; i < count; i++)
		sum += groups[i].exposure > 0 ? loss_of_group(groups[i], alpha, beta) : 0;
	return sum;
}

/* How fast the loss grows with beta: the sum of e-weighted (alpha + d)/(beta + e) less alpha/beta of each. */
static double
slope_in_beta(const struct seen *groups, int count, double alpha, double beta)
{
	double sum = 0;
	for (int i = 0; i < count; i++)
		if (groups[i].exposure > 0)
			sum += (alpha + groups[i].events) / (beta + groups[i].exposure) - alpha / beta;
	return sum;
}

/* The beta that suits an alpha: the slope crosses nothing once, from below to above. Halving the interval in
 * logarithms finds it to the last digit. */
static double
beta_for(const struct seen *groups, int count, double alpha, double mean)
{
	double low = log(alpha / mean) - 20, high = log(alpha / mean) + 20;
	for (int i = 0; i < 80; i++) {
		double middle = (low + high) / 2;
		if (slope_in_beta(groups, count, alpha, exp(middle)) < 0)
			low = middle;
		else
			high = middle;
	}
	return exp((low + high) / 2);
}

struct profile { const struct seen *groups; int count; double mean; };

static double
loss_at(const struct profile *p, double phi)
{
	double alpha = exp(phi);
	return loss_of(p->groups, p->count, alpha, beta_for(p->groups, p->count, alpha, p->mean));
}

/* Golden section between two neighbours of the best point of a grid. The bottom is flat: closer than some
 * 1e-8 the loss does not tell points apart, and nothing that is shown does either. */
static double
lowest_between(const struct profile *p, double low, double high)
{
	const double golden = 0.6180339887498949;
	double a = high - golden * (high - low), b = low + golden * (high - low);
	double at_a = loss_at(p, a), at_b = loss_at(p, b);
	for (int i = 0; i < 60; i++) {
		if (at_a < at_b) {
			high = b, b = a, at_b = at_a;
			a = high - golden * (high - low), at_a = loss_at(p, a);
		} else {
			low = a, a = b, at_a = at_b;
			b = low + golden * (high - low), at_b = loss_at(p, b);
		}
	}
	return (low + high) / 2;
}

/* The likelihood falls from the start of 1/alpha when squares about the common rate are below the counts. */
static bool
more_than_luck(const struct seen *groups, int count, double rate)
{
	double excess = 0;
	for (int i = 0; i < count; i++) {
		double off = groups[i].events - rate * groups[i].exposure;
		excess += groups[i].exposure > 0 ? off * off - groups[i].events : 0;
	}
	return excess > 0;
}

static void
fit_spread(const struct seen *groups, int count, struct shrinkage *out)
{
	struct profile p = { groups, count, out->mean };
	double best = phi_most, least = DBL_MAX;
	for (double phi = phi_least; phi <= phi_most; phi += phi_step) {
		double loss = loss_at(&p, phi);
		if (loss < least)
			least = loss, best = phi;
	}
	if (best > phi_most - 2 * phi_step || least >= out->loss)
		return;
	out->pooled = false;
	out->alpha = exp(lowest_between(&p, best - phi_step, best + phi_step));
	out->beta = beta_for(groups, count, out->alpha, out->mean);
	out->loss = loss_of(groups, count, out->alpha, out->beta);
	out->mean = out->alpha / out->beta;
}

bool
shrink_fit(const struct seen *groups, int count, struct shrinkage *out, struct error *err)
{
	double events = 0, exposure = 0;
	for (int i = 0; i < count; i++) {
		if (!(groups[i].events >= 0 && groups[i].exposure >= 0) ||
		    !isfinite(groups[i].events + groups[i].exposure))
			return fail(err, "group %d has a count or an exposure that is below nothing or no number", i + 1);
		exposure += groups[i].exposure;
		events += groups[i].exposure > 0 ? groups[i].events : 0;
	}
	if (exposure <= 0)
		return fail(err, "no group has anybody in it, so there is no rate");
	*out = (struct shrinkage){ .pooled = true, .mean = events / exposure };
	if (events <= 0)
		return true;
	for (int i = 0; i < count; i++)
		out->loss += groups[i].exposure > 0 ? loss_of_poisson(groups[i], out->mean) : 0;
	if (more_than_luck(groups, count, out->mean))
		fit_spread(groups, count, out);
	return true;
}

double
shrink_rate(const struct shrinkage *s, struct seen g)
{
	return s->pooled ? s->mean : (s->alpha + g.events) / (s->beta + g.exposure);
}

double
shrink_weight(const struct shrinkage *s, struct seen g)
{
	return s->pooled ? 0 : g.exposure / (s->beta + g.exposure);
}

double
shrink_rate_at(const struct shrinkage *s, struct seen g, double share)
{
	assert(share > 0 && share < 1);
	if (s->pooled)
		return s->mean;
	double shape = s->alpha + g.events, scale = 1 / (s->beta + g.exposure);
	double low = 0, high = scale * (shape + 40 * sqrt(shape) + 800);
	for (int i = 0; i < 100; i++) {
		double middle = (low + high) / 2;
		if (gamma_at_most(middle, shape, scale) < share)
			low = middle;
		else
			high = middle;
	}
	return (low + high) / 2;
}

int
shrink_next_at(const struct shrinkage *s, struct seen g, double exposure, double share)
{
	assert(share > 0 && share < 1 && exposure >= 0);
	return law_point(law_open(exposure * shrink_rate(s, g), s->pooled ? 0 : 1 / sqrt(s->alpha + g.events)), share);
}
