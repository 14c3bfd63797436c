/* chance.c: Philox 4x32-10, and sums of + - * / alone. */
#include "model/chance.h"

#include <assert.h>
#include <string.h>

#include "model/wide.h"

/* ---- random words ------------------------------------------------------------------------------ */

enum { ROUNDS = 10 };
static const uint32_t MULTIPLY_0 = 0xd2511f53, MULTIPLY_2 = 0xcd9e8d57, WEYL_0 = 0x9e3779b9, WEYL_1 = 0xbb67ae85;

struct words
words_at(uint64_t seed, uint32_t whom, uint32_t which, uint32_t replication, enum stream stream)
{
	uint32_t a = whom, b = which, c = replication, d = (uint32_t)stream;
	uint32_t key_0 = (uint32_t)seed, key_1 = (uint32_t)(seed >> 32);
	for (int round = 0; round < ROUNDS; round++) {
		uint64_t first = (uint64_t)MULTIPLY_0 * a, second = (uint64_t)MULTIPLY_2 * c;
		a = (uint32_t)(second >> 32) ^ b ^ key_0;
		c = (uint32_t)(first >> 32) ^ d ^ key_1;
		b = (uint32_t)second;
		d = (uint32_t)first;
		key_0 += WEYL_0;
		key_1 += WEYL_1;
	}
	return (struct words){ { a, b, c, d } };
}

void
words_list_plain(uint64_t seed, struct addresses of, uint32_t replication, enum stream stream,
                 struct words *out, int count)
{
	for (int i = 0; i < count; i++)
		out[i] = words_at(seed, of.whom[i], of.which[i], replication, stream);
}

void
words_list(uint64_t seed, struct addresses of, uint32_t replication, enum stream stream,
           struct words *out, int count)
{
	if (!words_widest(seed, of, replication, stream, out, (struct span){ count, false }))
		words_list_plain(seed, of, replication, stream, out, count);
}

void
words_list_beyond(uint64_t seed, struct addresses of, uint32_t replication, enum stream stream,
                  struct words *out, int count)
{
	if (!words_widest(seed, of, replication, stream, out, (struct span){ count, true }))
		words_list_plain(seed, of, replication, stream, out, count);
}

/* ---- chances ----------------------------------------------------------------------------------- */

static const double TWO_32 = 4294967296.0;

Chance
chance_of(double probability)
{
	assert(probability >= 0 && probability <= 1);
	return (Chance)(probability * TWO_32);
}

double
chance_value(Chance chance)
{
	return (double)chance / TWO_32;
}

Chance
chance_monthly(double year)
{
	assert(year >= 0 && year <= 1);
	return year < 1 ? chance_of(1 - sure_power(1 - year, 1.0 / 12)) : CERTAIN;
}

/* ---- sums that every machine makes alike --------------------------------------------------------- */

/* ln 2 in two parts: the first has 32 bits only, so that a whole number times it is exact. */
static const double LN2_HIGH = 6.93147180369123816490e-01, LN2_LOW = 1.90821492927058770002e-10;

static double
polynomial(const double *coefficients, int degree, double x)
{
	double sum = coefficients[degree];
	for (int i = degree - 1; i >= 0; i--)
		sum = sum * x + coefficients[i];
	return sum;
}

static double
scaled(double x, int two)                          /* x * 2^two, in reach of a normal number */
{
	uint64_t bits = (uint64_t)(two + 1023) << 52;
	double power;
	memcpy(&power, &bits, sizeof power);
	return x * power;
}

/* x = 2^two * (1 + f) with 1 + f about 1; with s = f / (2 + f), ln(1 + f) = 2 (s + s^3/3 + s^5/5 + ...). */
double
sure_log(double x)
{
	static const double odd[] = { 1, 1.0 / 3, 1.0 / 5, 1.0 / 7, 1.0 / 9, 1.0 / 11, 1.0 / 13, 1.0 / 15, 1.0 / 17,
	                              1.0 / 19, 1.0 / 21, 1.0 / 23 };
	assert(x >= 2.3e-308 && x <= 1.7e308);
	uint64_t bits;
	memcpy(&bits, &x, sizeof bits);
	int two = (int)(bits >> 52) - 1023;
	double part = scaled(x, -two > 1023 ? 1023 : -two < -1022 ? -1022 : -two);
	if (part > 1.41421356237309505) {
		part *= 0.5;
		two++;
	}
	double s = (part - 1) / (part + 1);
	return two * LN2_HIGH + (two * LN2_LOW + 2 * s * polynomial(odd, 11, s * s));
}

double
sure_exp(double x)
{
	static const double inverse[] = { 1, 1, 1.0 / 2, 1.0 / 6, 1.0 / 24, 1.0 / 120, 1.0 / 720, 1.0 / 5040,
	                                  1.0 / 40320, 1.0 / 362880, 1.0 / 3628800, 1.0 / 39916800,
	                                  1.0 / 479001600, 1.0 / 6227020800 };
	if (x < -708)
		return 0;
	assert(x <= 708);
	int two = (int)(x / 0.69314718055994531 + (x < 0 ? -0.5 : 0.5));
	double rest = (x - two * LN2_HIGH) - two * LN2_LOW;
	return scaled(polynomial(inverse, 13, rest), two);
}

double
sure_power(double base, double exponent)
{
	return sure_exp(exponent * sure_log(base));
}

/* Wichura's AS 241 (1988). Words do not reach its farthest part, beyond 1.4e-11. */
double
sure_normal(uint32_t word)
{
	static const double middle[] = { 3.3871328727963666080e0, 1.3314166789178437745e2, 1.9715909503065514427e3,
		1.3731693765509461125e4, 4.5921953931549871457e4, 6.7265770927008700853e4, 3.3430575583588128105e4,
		2.5090809287301226727e3 };
	static const double below_middle[] = { 1, 4.2313330701600911252e1, 6.8718700749205790830e2,
		5.3941960214247511077e3, 2.1213794301586595867e4, 3.9307895800092710610e4, 2.8729085735721942674e4,
		5.2264952788528545610e3 };
	static const double tail[] = { 1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0,
		3.64784832476320460504e0, 1.27045825245236838258e0, 2.41780725177450611770e-1,
		2.27238449892691845833e-2, 7.74545014278341407640e-4 };
	static const double below_tail[] = { 1, 2.05319162663775882187e0, 1.67638483018380384940e0,
		6.89767334985100004550e-1, 1.48103976427480074590e-1, 1.51986665636164571966e-2,
		5.47593808499534494600e-4, 1.05075007164441684324e-9 };
	double p = (word + 0.5) / TWO_32, q = p - 0.5;
	if (q >= -0.425 && q <= 0.425) {
		double r = 0.180625 - q * q;
		return q * polynomial(middle, 7, r) / polynomial(below_middle, 7, r);
	}
	double less = -sure_log(q < 0 ? p : 1 - p);
	double r = sure_root(less) - 1.6;
	double far = polynomial(tail, 7, r) / polynomial(below_tail, 7, r);
	return q < 0 ? -far : far;
}
