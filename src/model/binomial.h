/* binomial.h: how many of so many, each with the same chance: whole numbers, alike on every machine.
 *
 * Words come from an address of their own, as many as are needed, so a draw takes none from another. Up to a mean of
 * some ten, the first k whose sum of chances is not below a word; above, Hoermann's transformed rejection (1993).
 */
#ifndef MODEL_BINOMIAL_H
#define MODEL_BINOMIAL_H

#include <stdbool.h>

#include "model/chance.h"

/* The words of one address, one after the other. */
struct dice {
	uint64_t seed;
	uint32_t whom, council, replication;
	enum stream stream;
	uint32_t taken;
	struct words words;          /* the block that the next is taken from */
};
struct dice dice_at(uint64_t seed, uint32_t whom, uint32_t council, uint32_t replication, enum stream stream);
uint32_t dice_next(struct dice *dice);

/* What a chance is worked out to once for many draws: its odds, and what does not happen in 1, 2, 4, ... goes. */
enum { ODDS_POWERS = 22 };
struct odds {
	Chance chance;               /* at most one half: else that of the opposite, and `turned` */
	bool turned;
	double p, odds;
	double fails[ODDS_POWERS];
};
void odds_set(struct odds *odds, Chance chance);

/* `count` below 2^22. */
int binomial_of(int count, const struct odds *odds, struct dice *dice);
int binomial(int count, Chance chance, struct dice *dice);

#endif
