/* wide.h: random words, eight addresses at once, where the processor can.
 *
 * Not for engines: they call words_row (chance.h), which does by hand what is left.
 */
#ifndef MODEL_WIDE_H
#define MODEL_WIDE_H

#include "model/chance.h"

/* The first of `count` words, and how many: a multiple of eight, or 0 where the processor cannot. */
int words_wide(uint64_t seed, uint32_t whom, uint32_t which, uint32_t replication, enum stream stream,
               struct words *out, int count);

#endif
