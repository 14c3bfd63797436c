/* wide.h: random words, several addresses at once, where the processor can.
 *
 * Not for engines: they call words_list (chance.h), which does it one by one elsewhere.
 */
#ifndef MODEL_WIDE_H
#define MODEL_WIDE_H

#include <stdbool.h>

#include "model/chance.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#elif defined(__wasm_simd128__)
#include <wasm_simd128.h>
#endif

/* How many bits the processor works on at once: 512, 256, 128; 0: not more than one by one. */
int wide_most(void);
/* With so many bits. False, and nothing done, where the processor has not as many or too few are asked for. `beyond`: there
 * is room for WORDS_BEYOND more in all three. */
struct span { int count; bool beyond; };
bool words_wide(int bits, uint64_t seed, struct addresses of, uint32_t replication, enum stream stream, struct words *out,
                struct span span);
bool words_widest(uint64_t seed, struct addresses of, uint32_t replication, enum stream stream, struct words *out,
                  struct span span);

/* Which of a block's sixteen bytes (the first is the lowest of its first word) are not above those of `upto`, as bits. */
static inline uint32_t
bytes_upto(const struct words *block, const uint8_t upto[16])
{
#if defined(__SSE2__)
	__m128i x = _mm_loadu_si128((const __m128i *)(const void *)block), y = _mm_loadu_si128((const __m128i *)(const void *)upto);
	return (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(_mm_min_epu8(x, y), x));
#elif defined(__wasm_simd128__)
	return wasm_i8x16_bitmask(wasm_u8x16_le(wasm_v128_load(block), wasm_v128_load(upto)));
#else
	uint32_t bits = 0;
	for (int i = 0; i < 16; i++)
		bits |= (uint32_t)((block->at[i / 4] >> i % 4 * 8 & 255) <= upto[i]) << i;
	return bits;
#endif
}

#endif
