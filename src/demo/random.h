/* random.h: a stream of numbers that is the same on every machine: splitmix64 (Steele, Lea, Flood
 * 2014), a counter and a mixer. Whole numbers only.
 */
#ifndef DEMO_RANDOM_H
#define DEMO_RANDOM_H

#include <stdbool.h>
#include <stdint.h>

struct random { uint64_t counter; };

static inline uint64_t
random_next(struct random *random)
{
	uint64_t z = random->counter += UINT64_C(0x9E3779B97F4A7C15);
	z = (z ^ z >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
	z = (z ^ z >> 27) * UINT64_C(0x94D049BB133111EB);
	return z ^ z >> 31;
}

/* 0 to count - 1; 0 when there is nothing to choose from. */
static inline int
random_below(struct random *random, int count)
{
	return count > 0 ? (int)((random_next(random) >> 33) * (uint64_t)count >> 31) : 0;
}

static inline int
random_between(struct random *random, int least, int most)
{
	return least + random_below(random, most - least + 1);
}

static inline bool
random_in_100(struct random *random, int chances)
{
	return random_below(random, 100) < chances;
}

#endif
