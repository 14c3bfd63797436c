/* binomial.c: by summing where few are expected, by rejection where many are. */
#include "model/binomial.h"

#include <assert.h>

uint32_t
dice_next(struct dice *dice)
{
	if (dice->taken % 4 == 0)
		dice->words = words_at(dice->seed, dice->whom, which_of(dice->council, dice->taken / 4 % WHICH_DRAWS),
		                       dice->replication, dice->stream);
	return dice->words.at[dice->taken++ % 4];
}

static double
power_of(double base, int times)
{
	double power = 1;
	for (; times; times >>= 1, base *= base)
		if (times & 1)
			power *= base;
	return power;
}

static int
by_sum(int count, double chance, uint32_t word)
{
	double left = (word + 0.5) / 4294967296.0, here = power_of(1 - chance, count), odds = chance / (1 - chance);
	int k = 0;
	while (left > here && k < count) {
		left -= here;
		here *= odds * (count - k) / (k + 1);
		k++;
	}
	return k;
}

/* What Stirling's formula lacks to the logarithm of k!. */
static double
stirling_rest(int k)
{
	static const double small[] = { 0.0810614667953272, 0.0413406959554093, 0.0276779256849983, 0.0207906721037651,
		0.0166446911898212, 0.0138761288230707, 0.0118967099458918, 0.0104112652619721, 0.00925546218271273,
		0.00833056343336287 };
	if (k < 10)
		return small[k];
	double n = k + 1.0, square = n * n;
	return (1.0 / 12 - (1.0 / 360 - 1.0 / 1260 / square) / square) / n;
}

static int
by_rejection(int count, double chance, struct dice *dice)
{
	double spread = sure_power(count * chance * (1 - chance), 0.5), odds = chance / (1 - chance);
	double b = 1.15 + 2.53 * spread, a = -0.0873 + 0.0248 * b + 0.01 * chance, c = count * chance + 0.5;
	double reach = 0.92 - 4.2 / b, alpha = (2.83 + 5.1 / b) * spread;
	int middle = (int)((count + 1.0) * chance);
	for (;;) {
		double u = (dice_next(dice) + 0.5) / 4294967296.0 - 0.5, v = (dice_next(dice) + 0.5) / 4294967296.0;
		double us = 0.5 - (u < 0 ? -u : u), at = (2 * a / us + b) * u + c;
		if (at < 0 || at >= count + 1.0)
			continue;
		int k = (int)at;
		if (us >= 0.07 && v <= reach)
			return k;
		double beside = sure_log(v * alpha / (a / (us * us) + b)), rest = count - k + 1.0, here = count - middle + 1.0;
		double bound = (middle + 0.5) * sure_log((middle + 1) / (odds * here)) + stirling_rest(middle) +
			stirling_rest(count - middle) + (count + 1.0) * sure_log(here / rest) +
			(k + 0.5) * sure_log(rest * odds / (k + 1)) - stirling_rest(k) - stirling_rest(count - k);
		if (beside <= bound)
			return k;
	}
}

int
binomial(int count, Chance chance, struct dice *dice)
{
	assert(count >= 0 && chance <= CERTAIN);
	if (count == 0 || chance == 0)
		return 0;
	if (chance > CERTAIN / 2)
		return count - binomial(count, CERTAIN - chance, dice);
	double p = chance_value(chance);
	return count * p < 10 ? by_sum(count, p, dice_next(dice)) : by_rejection(count, p, dice);
}
