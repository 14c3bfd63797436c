/* binomial.c: by summing where few are expected, by rejection where many are. */
#include "model/binomial.h"

#include <assert.h>

struct dice
dice_at(uint64_t seed, uint32_t whom, uint32_t council, uint32_t replication, enum stream stream)
{
	return (struct dice){ seed, whom, council, replication, stream, 0,
	                      words_at(seed, whom, which_of(council, 0), replication, stream) };
}

uint32_t
dice_next(struct dice *dice)
{
	uint32_t block = dice->taken / 4;
	if (dice->taken % 4 == 0 && block > 0)
		dice->words = words_at(dice->seed, dice->whom, which_of(dice->council, block % WHICH_DRAWS), dice->replication,
		                       dice->stream);
	return dice->words.at[dice->taken++ % 4];
}

void
odds_set(struct odds *odds, Chance chance)
{
	odds->turned = chance > CERTAIN / 2;
	odds->chance = odds->turned ? CERTAIN - chance : chance;
	odds->p = chance_value(odds->chance);
	odds->odds = odds->p / (1 - odds->p);
	odds->fails[0] = 1 - odds->p;
	for (int i = 1; i < ODDS_POWERS; i++)
		odds->fails[i] = odds->fails[i - 1] * odds->fails[i - 1];
}

/* The first k that is not passed by what is left of the word's share. */
static int
by_sum(int count, const struct odds *odds, uint32_t word)
{
	static const double parts[] = { 1, 1.0 / 2, 1.0 / 3, 1.0 / 4, 1.0 / 5, 1.0 / 6, 1.0 / 7, 1.0 / 8 };
	double left = (word + 0.5) / 4294967296.0, here = 1;
	for (unsigned bits = (unsigned)count; bits; bits &= bits - 1)
		here *= odds->fails[__builtin_ctz(bits)];
	int k = 0;
	while (left > here && k < count) {
		left -= here;
		here *= odds->odds * (count - k) * (k < 8 ? parts[k] : 1.0 / (k + 1));
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
by_rejection(int count, const struct odds *given, struct dice *dice)
{
	double chance = given->p, odds = given->odds;
	double spread = sure_root(count * chance * (1 - chance));
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
binomial_of(int count, const struct odds *odds, struct dice *dice)
{
	assert(count >= 0 && count < 1 << ODDS_POWERS);
	if (count == 0 || odds->chance == 0)
		return odds->turned ? count : 0;
	int k = count * odds->p < 10 ? by_sum(count, odds, dice_next(dice)) : by_rejection(count, odds, dice);
	return odds->turned ? count - k : k;
}

int
binomial(int count, Chance chance, struct dice *dice)
{
	struct odds odds;
	odds_set(&odds, chance);
	return binomial_of(count, &odds, dice);
}
