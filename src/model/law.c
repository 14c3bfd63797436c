/* law.c: the distributions of law.h, by the GNU Scientific Library. */
#include "model/law.h"

#include <assert.h>
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_randist.h>
#include <math.h>

struct law
law_binomial(int posts, double chance)
{
	assert(posts >= 0 && posts <= LAW_MOST && chance >= 0 && chance <= 1);
	return (struct law){ .kind = LAW_BINOMIAL, .posts = posts, .mean = posts * chance };
}

struct law
law_open(double mean, double spread)
{
	assert(mean >= 0 && mean <= LAW_MOST && spread >= 0);
	if (spread > 0 && mean > 0)
		return (struct law){ .kind = LAW_NEGATIVE_BINOMIAL, .mean = mean, .spread = spread };
	return (struct law){ .kind = LAW_POISSON, .mean = mean };
}

/* The library's p of a gamma mixture of Poissons with this mean and size. */
static double
stop_of(struct law law, double size)
{
	return size / (size + law.mean);
}

double
law_exactly(struct law law, int count)
{
	double size = law.kind == LAW_NEGATIVE_BINOMIAL ? 1 / (law.spread * law.spread) : 0;
	if (count < 0)
		return 0;
	if (law.mean <= 0)
		return count == 0;
	switch (law.kind) {
	case LAW_BINOMIAL:
		return gsl_ran_binomial_pdf((unsigned)count, law.mean / law.posts, (unsigned)law.posts);
	case LAW_POISSON:
		return gsl_ran_poisson_pdf((unsigned)count, law.mean);
	case LAW_NEGATIVE_BINOMIAL:
		return gsl_ran_negative_binomial_pdf((unsigned)count, stop_of(law, size), size);
	}
	return 0;
}

double
law_at_most(struct law law, int count)
{
	double size = law.kind == LAW_NEGATIVE_BINOMIAL ? 1 / (law.spread * law.spread) : 0;
	if (count < 0)
		return 0;
	if (law.mean <= 0 || (law.kind == LAW_BINOMIAL && count >= law.posts))
		return 1;
	switch (law.kind) {
	case LAW_BINOMIAL:
		return gsl_cdf_binomial_P((unsigned)count, law.mean / law.posts, (unsigned)law.posts);
	case LAW_POISSON:
		return gsl_cdf_poisson_P((unsigned)count, law.mean);
	case LAW_NEGATIVE_BINOMIAL:
		return gsl_cdf_negative_binomial_P((unsigned)count, stop_of(law, size), size);
	}
	return 1;
}

/* E[(count - N)+] is the sum of P(N <= j) for j below count: all of its parts are positive. */
double
law_below(struct law law, int count)
{
	double sum = 0;
	for (int j = 0; j < count; j++)
		sum += law_at_most(law, j);
	return sum;
}

double
law_above(struct law law, int count)
{
	double above = law.mean - count + law_below(law, count);
	return above > 0 ? above : 0;
}

int
law_point(struct law law, double chance)
{
	int low = -1, high = 1;
	assert(chance < 1);
	while (law_at_most(law, high) < chance && high < LAW_MOST)
		high *= 2;
	while (high - low > 1) {
		int middle = low + (high - low) / 2;
		if (law_at_most(law, middle) >= chance)
			high = middle;
		else
			low = middle;
	}
	return high;
}

double
normal_density(double z)
{
	return gsl_ran_ugaussian_pdf(z);
}

double
normal_at_most(double z)
{
	return gsl_cdf_ugaussian_P(z);
}

double
normal_point(double chance)
{
	assert(chance > 0 && chance < 1);
	return gsl_cdf_ugaussian_Pinv(chance);
}

double
normal_beyond(double z)
{
	return 2 * gsl_cdf_ugaussian_Q(fabs(z));
}

double
chi_square_beyond(double x, int degrees)
{
	return degrees > 0 && x > 0 ? gsl_cdf_chisq_Q(x, degrees) : 1;
}

double
gamma_at_most(double x, double shape, double scale)
{
	return gsl_cdf_gamma_P(x, shape, scale);
}
