/* wide.h: random words, several addresses at once, where the processor can.
 *
 * Not for engines: they call words_list (chance.h), which does it one by one elsewhere.
 */
#ifndef MODEL_WIDE_H
#define MODEL_WIDE_H

#include <stdbool.h>

#include "model/chance.h"

/* False, and nothing done, where the processor cannot or too few are asked for. */
bool words_wide(uint64_t seed, const uint32_t *whom, uint32_t which, uint32_t replication, enum stream stream,
                struct words *out, int count);

#endif
