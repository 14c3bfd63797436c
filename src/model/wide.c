/* wide.c: Philox in AVX2, a lane of 64 bits for each product of two words of 32; and in WebAssembly. */
#include "model/wide.h"

#include <string.h>

#if defined(__x86_64__)

#include <immintrin.h>

/* Four addresses: each word of the state in the low half of a lane. */
struct four { __m256i a, b, c, d; };

#define AVX2 __attribute__((target("avx2")))

AVX2 static inline struct four
four_round(struct four s, __m256i key_0, __m256i key_1)
{
	const __m256i by_0 = _mm256_set1_epi64x(0xd2511f53), by_2 = _mm256_set1_epi64x(0xcd9e8d57);
	__m256i first = _mm256_mul_epu32(s.a, by_0), second = _mm256_mul_epu32(s.c, by_2);
	return (struct four){
		_mm256_xor_si256(_mm256_xor_si256(_mm256_srli_epi64(second, 32), s.b), key_0), second,
		_mm256_xor_si256(_mm256_xor_si256(_mm256_srli_epi64(first, 32), s.d), key_1), first };
}

AVX2 static inline __m256i
four_load(const uint32_t *words)
{
	return _mm256_cvtepu32_epi64(_mm_loadu_si128((const __m128i *)(const void *)words));
}

/* Lanes to words: a b c d of one address after the other. High halves of b and d are left over from a product. */
AVX2 static inline void
four_store(struct four s, struct words *out)
{
	const __m256i low = _mm256_set1_epi64x(0xffffffff);
	__m256i ab = _mm256_or_si256(_mm256_and_si256(s.a, low), _mm256_slli_epi64(s.b, 32));
	__m256i cd = _mm256_or_si256(_mm256_and_si256(s.c, low), _mm256_slli_epi64(s.d, 32));
	__m256i even = _mm256_unpacklo_epi64(ab, cd), odd = _mm256_unpackhi_epi64(ab, cd);
	_mm256_storeu_si256((__m256i *)(void *)out, _mm256_permute2x128_si256(even, odd, 0x20));
	_mm256_storeu_si256((__m256i *)(void *)(out + 2), _mm256_permute2x128_si256(even, odd, 0x31));
}

/* Eight addresses, as two fours beside each other, since each round waits for a product. */
AVX2 static void
eight(struct addresses of, const uint32_t rest[2], uint64_t seed, struct words *out)
{
	__m256i c = _mm256_set1_epi64x(rest[0]), d = _mm256_set1_epi64x(rest[1]);
	struct four near = { four_load(of.whom), four_load(of.which), c, d };
	struct four far = { four_load(of.whom + 4), four_load(of.which + 4), c, d };
	uint32_t key_0 = (uint32_t)seed, key_1 = (uint32_t)(seed >> 32);
	for (int round = 0; round < 10; round++) {
		__m256i k0 = _mm256_set1_epi64x(key_0), k1 = _mm256_set1_epi64x(key_1);
		near = four_round(near, k0, k1);
		far = four_round(far, k0, k1);
		key_0 += 0x9e3779b9;
		key_1 += 0xbb67ae85;
	}
	four_store(near, out);
	four_store(far, out + 4);
}

enum { FEWEST = 3, EIGHT = 8 };

bool
words_wide(uint64_t seed, struct addresses of, uint32_t replication, enum stream stream,
           struct words *out, int count)
{
	if (count < FEWEST || !__builtin_cpu_supports("avx2"))
		return false;
	const uint32_t rest[2] = { replication, (uint32_t)stream };
	int done = 0;
	for (; done + EIGHT <= count; done += EIGHT)
		eight((struct addresses){ of.whom + done, of.which + done }, rest, seed, out + done);
	if (done < count) {
		uint32_t whom[EIGHT] = { 0 }, which[EIGHT] = { 0 };
		struct words words[EIGHT];
		memcpy(whom, of.whom + done, (size_t)(count - done) * sizeof *whom);
		memcpy(which, of.which + done, (size_t)(count - done) * sizeof *which);
		eight((struct addresses){ whom, which }, rest, seed, words);
		memcpy(out + done, words, (size_t)(count - done) * sizeof *words);
	}
	return true;
}

#elif defined(__wasm_simd128__)

#include <wasm_simd128.h>

/* Products of four words each: their low halves, and their high ones. */
struct products { v128_t low, high; };

static inline struct products
times(v128_t words, v128_t by)
{
	v128_t first = wasm_u64x2_extmul_low_u32x4(words, by), second = wasm_u64x2_extmul_high_u32x4(words, by);
	return (struct products){ wasm_i32x4_shuffle(first, second, 0, 2, 4, 6), wasm_i32x4_shuffle(first, second, 1, 3, 5, 7) };
}

static inline void
four(struct addresses of, const uint32_t rest[2], uint64_t seed, struct words *out)
{
	const v128_t by_0 = wasm_u32x4_const_splat(0xd2511f53), by_2 = wasm_u32x4_const_splat(0xcd9e8d57);
	v128_t a = wasm_v128_load(of.whom), b = wasm_v128_load(of.which), c = wasm_u32x4_splat(rest[0]), d = wasm_u32x4_splat(rest[1]);
	uint32_t key_0 = (uint32_t)seed, key_1 = (uint32_t)(seed >> 32);
	for (int round = 0; round < 10; round++) {
		struct products first = times(a, by_0), second = times(c, by_2);
		a = wasm_v128_xor(wasm_v128_xor(second.high, b), wasm_u32x4_splat(key_0));
		c = wasm_v128_xor(wasm_v128_xor(first.high, d), wasm_u32x4_splat(key_1));
		b = second.low;
		d = first.low;
		key_0 += 0x9e3779b9;
		key_1 += 0xbb67ae85;
	}
	v128_t ab = wasm_i32x4_shuffle(a, b, 0, 4, 1, 5), cd = wasm_i32x4_shuffle(c, d, 0, 4, 1, 5);
	v128_t ab_2 = wasm_i32x4_shuffle(a, b, 2, 6, 3, 7), cd_2 = wasm_i32x4_shuffle(c, d, 2, 6, 3, 7);
	wasm_v128_store(out, wasm_i64x2_shuffle(ab, cd, 0, 2));
	wasm_v128_store(out + 1, wasm_i64x2_shuffle(ab, cd, 1, 3));
	wasm_v128_store(out + 2, wasm_i64x2_shuffle(ab_2, cd_2, 0, 2));
	wasm_v128_store(out + 3, wasm_i64x2_shuffle(ab_2, cd_2, 1, 3));
}

enum { FEWEST = 2, FOUR = 4 };

bool
words_wide(uint64_t seed, struct addresses of, uint32_t replication, enum stream stream,
           struct words *out, int count)
{
	if (count < FEWEST)
		return false;
	const uint32_t rest[2] = { replication, (uint32_t)stream };
	int done = 0;
	for (; done + FOUR <= count; done += FOUR)
		four((struct addresses){ of.whom + done, of.which + done }, rest, seed, out + done);
	if (done < count) {
		uint32_t whom[FOUR] = { 0 }, which[FOUR] = { 0 };
		struct words words[FOUR];
		memcpy(whom, of.whom + done, (size_t)(count - done) * sizeof *whom);
		memcpy(which, of.which + done, (size_t)(count - done) * sizeof *which);
		four((struct addresses){ whom, which }, rest, seed, words);
		memcpy(out + done, words, (size_t)(count - done) * sizeof *words);
	}
	return true;
}

#else

bool
words_wide(uint64_t seed, struct addresses of, uint32_t replication, enum stream stream,
           struct words *out, int count)
{
	(void)seed, (void)of, (void)replication, (void)stream, (void)out, (void)count;
	return false;
}

#endif
