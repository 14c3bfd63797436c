/* binomial.h: how many of so many, each with the same chance: whole numbers, alike on every machine.
 *
 * Words come from an address of their own, as many as are needed, so a draw takes none from another. Up to a mean of
 * some ten, the first k whose sum of chances is not below a word; above, Hoermann's transformed rejection (1993).
 */
#ifndef MODEL_BINOMIAL_H
#define MODEL_BINOMIAL_H

#include "model/chance.h"

/* The words of one address, one after the other. */
struct dice {
	uint64_t seed;
	uint32_t whom, council, replication;
	enum stream stream;
	uint32_t taken;
	struct words words;
};
uint32_t dice_next(struct dice *dice);

int binomial(int count, Chance chance, struct dice *dice);

#endif
