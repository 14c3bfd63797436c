/* wide.c: Philox in AVX2: a lane of 64 bits for each product of two words of 32. */
#include "model/wide.h"

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

AVX2 static void
eight(const uint32_t start[4], uint64_t seed, struct words *out)
{
	__m256i whom = _mm256_add_epi64(_mm256_set1_epi64x(start[0]), _mm256_set_epi64x(3, 2, 1, 0));
	__m256i b = _mm256_set1_epi64x(start[1]), c = _mm256_set1_epi64x(start[2]), d = _mm256_set1_epi64x(start[3]);
	struct four near = { whom, b, c, d };
	struct four far = { _mm256_add_epi64(whom, _mm256_set1_epi64x(4)), b, c, d };
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

int
words_wide(uint64_t seed, uint32_t whom, uint32_t which, uint32_t replication, enum stream stream,
           struct words *out, int count)
{
	if (!__builtin_cpu_supports("avx2"))
		return 0;
	int done = 0;
	for (; done + 8 <= count; done += 8) {
		uint32_t start[4] = { whom + (uint32_t)done, which, replication, (uint32_t)stream };
		eight(start, seed, out + done);
	}
	return done;
}

#else

int
words_wide(uint64_t seed, uint32_t whom, uint32_t which, uint32_t replication, enum stream stream,
           struct words *out, int count)
{
	(void)seed, (void)whom, (void)which, (void)replication, (void)stream, (void)out, (void)count;
	return 0;
}

#endif
