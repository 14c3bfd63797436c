/* tail.c: see tail.h. */
#include "model/tail.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

double
tail_chi_square(double x, int degrees)
{
	return degrees > 0 && x > 0 ? gsl_cdf_chisq_Q(x, degrees) : 1;
}

double
tail_normal(double z)
{
	return 2 * gsl_cdf_ugaussian_Q(fabs(z));
}

double
tail_normal_point(double p)
{
	return gsl_cdf_ugaussian_Pinv(p);
}
