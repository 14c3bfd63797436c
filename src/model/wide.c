/* wide.c: Philox several times at once: in AVX-512, in AVX2 and in WebAssembly. A lane of 64 bits holds each product of two
 * words of 32. */
#include "model/wide.h"

#include <assert.h>
#include <string.h>

enum { ROUNDS = 10 };
static const uint32_t MULTIPLY_0 = 0xd2511f53, MULTIPLY_2 = 0xcd9e8d57, WEYL_0 = 0x9e3779b9, WEYL_1 = 0xbb67ae85;

#if defined(__x86_64__)

#include <immintrin.h>

/* ---- eight addresses as two fours beside each other, since each round waits for a product -------------- */

/* Four addresses: each word of the state in the low half of a lane. What is in high halves does not matter: a product asks
 * for low ones only. */
struct four { __m256i a, b, c, d; };

#define AVX2 __attribute__((target("avx2")))

AVX2 static inline struct four
four_round(struct four s, __m256i key_0, __m256i key_1)
{
	const __m256i by_0 = _mm256_set1_epi64x(MULTIPLY_0), by_2 = _mm256_set1_epi64x(MULTIPLY_2);
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

/* Lanes to words: a b c d of one address after the other. */
AVX2 static inline void
four_store(struct four s, struct words *out)
{
	__m256i ab = _mm256_blend_epi32(s.a, _mm256_slli_epi64(s.b, 32), 0xaa);
	__m256i cd = _mm256_blend_epi32(s.c, _mm256_slli_epi64(s.d, 32), 0xaa);
	__m256i even = _mm256_unpacklo_epi64(ab, cd), odd = _mm256_unpackhi_epi64(ab, cd);
	_mm256_storeu_si256((__m256i *)(void *)out, _mm256_permute2x128_si256(even, odd, 0x20));
	_mm256_storeu_si256((__m256i *)(void *)(out + 2), _mm256_permute2x128_si256(even, odd, 0x31));
}

AVX2 static void
eights_by_four(struct addresses of, const uint32_t rest[2], uint64_t seed, struct words *out, int eights)
{
	const __m256i weyl_0 = _mm256_set1_epi64x(WEYL_0), weyl_1 = _mm256_set1_epi64x(WEYL_1);
	const __m256i c = _mm256_set1_epi64x(rest[0]), d = _mm256_set1_epi64x(rest[1]);
	for (int i = 0; i < eights; i++, out += 8) {
		struct four near = { four_load(of.whom + 8 * i), four_load(of.which + 8 * i), c, d };
		struct four far = { four_load(of.whom + 8 * i + 4), four_load(of.which + 8 * i + 4), c, d };
		__m256i key_0 = _mm256_set1_epi64x((int64_t)(seed & UINT32_MAX)), key_1 = _mm256_set1_epi64x((int64_t)(seed >> 32));
		for (int round = 0; round < ROUNDS; round++) {
			near = four_round(near, key_0, key_1);
			far = four_round(far, key_0, key_1);
			key_0 = _mm256_add_epi64(key_0, weyl_0);
			key_1 = _mm256_add_epi64(key_1, weyl_1);
		}
		four_store(near, out);
		four_store(far, out + 4);
	}
}

/* ---- eight at once, or two eights beside each other ------------------------------------------------------------ */

struct eight { __m512i a, b, c, d; };

#define AVX512 __attribute__((target("avx512f")))

AVX512 static inline __m512i
words_load(const uint32_t *words)
{
	return _mm512_cvtepu32_epi64(_mm256_loadu_si256((const __m256i *)(const void *)words));
}

AVX512 static inline struct eight
eight_load(struct addresses of, int at, const uint32_t rest[2])
{
	return (struct eight){ words_load(of.whom + at), words_load(of.which + at), _mm512_set1_epi64(rest[0]),
	                       _mm512_set1_epi64(rest[1]) };
}

enum { XOR_OF_THREE = 0x96 };

AVX512 static inline struct eight
eight_round(struct eight s, __m512i key_0, __m512i key_1)
{
	const __m512i by_0 = _mm512_set1_epi64(MULTIPLY_0), by_2 = _mm512_set1_epi64(MULTIPLY_2);
	__m512i first = _mm512_mul_epu32(s.a, by_0), second = _mm512_mul_epu32(s.c, by_2);
	return (struct eight){
		_mm512_ternarylogic_epi64(_mm512_srli_epi64(second, 32), s.b, key_0, XOR_OF_THREE), second,
		_mm512_ternarylogic_epi64(_mm512_srli_epi64(first, 32), s.d, key_1, XOR_OF_THREE), first };
}

AVX512 static inline void
eight_store(struct eight s, struct words *out)
{
	const __m512i near = _mm512_setr_epi64(0, 8, 1, 9, 2, 10, 3, 11), far = _mm512_setr_epi64(4, 12, 5, 13, 6, 14, 7, 15);
	__m512i ab = _mm512_mask_blend_epi32(0xaaaa, s.a, _mm512_slli_epi64(s.b, 32));
	__m512i cd = _mm512_mask_blend_epi32(0xaaaa, s.c, _mm512_slli_epi64(s.d, 32));
	_mm512_storeu_si512(out, _mm512_permutex2var_epi64(ab, near, cd));
	_mm512_storeu_si512(out + 4, _mm512_permutex2var_epi64(ab, far, cd));
}

AVX512 static inline void
eights(int count, struct addresses of, int at, const uint32_t rest[2], uint64_t seed, struct words *out)
{
	const __m512i weyl_0 = _mm512_set1_epi64(WEYL_0), weyl_1 = _mm512_set1_epi64(WEYL_1);
	__m512i key_0 = _mm512_set1_epi64((int64_t)(seed & UINT32_MAX)), key_1 = _mm512_set1_epi64((int64_t)(seed >> 32));
	struct eight near = eight_load(of, at, rest), far = near;
	if (count > 1)
		far = eight_load(of, at + 8, rest);
	for (int round = 0; round < ROUNDS; round++) {
		near = eight_round(near, key_0, key_1);
		if (count > 1)
			far = eight_round(far, key_0, key_1);
		key_0 = _mm512_add_epi64(key_0, weyl_0);
		key_1 = _mm512_add_epi64(key_1, weyl_1);
	}
	eight_store(near, out + at);
	if (count > 1)
		eight_store(far, out + at + 8);
}

AVX512 static void
eights_at_once(struct addresses of, const uint32_t rest[2], uint64_t seed, struct words *out, int count)
{
	int done = 0;
	for (; done + 1 < count; done += 2)
		eights(2, of, 8 * done, rest, seed, out);
	if (done < count)
		eights(1, of, 8 * done, rest, seed, out);
}

enum { FEWEST = 2, FEW = 8 };

int
wide_most(void)
{
	return __builtin_cpu_supports("avx512f") ? 512 : __builtin_cpu_supports("avx2") ? 256 : 0;
}

static void
fews(int bits, struct addresses of, const uint32_t rest[2], uint64_t seed, struct words *out, int count)
{
	if (bits == 512)
		eights_at_once(of, rest, seed, out, count);
	else
		eights_by_four(of, rest, seed, out, count);
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

struct four { v128_t a, b, c, d; };

static inline struct four
four_load(struct addresses of, const uint32_t rest[2])
{
	return (struct four){ wasm_v128_load(of.whom), wasm_v128_load(of.which), wasm_u32x4_splat(rest[0]), wasm_u32x4_splat(rest[1]) };
}

static inline struct four
four_round(struct four s, v128_t key_0, v128_t key_1)
{
	const v128_t by_0 = wasm_u32x4_const_splat(MULTIPLY_0), by_2 = wasm_u32x4_const_splat(MULTIPLY_2);
	struct products first = times(s.a, by_0), second = times(s.c, by_2);
	return (struct four){ wasm_v128_xor(wasm_v128_xor(second.high, s.b), key_0), second.low,
	                      wasm_v128_xor(wasm_v128_xor(first.high, s.d), key_1), first.low };
}

static inline void
four_store(struct four s, struct words *out)
{
	v128_t ab = wasm_i32x4_shuffle(s.a, s.b, 0, 4, 1, 5), cd = wasm_i32x4_shuffle(s.c, s.d, 0, 4, 1, 5);
	v128_t ab_2 = wasm_i32x4_shuffle(s.a, s.b, 2, 6, 3, 7), cd_2 = wasm_i32x4_shuffle(s.c, s.d, 2, 6, 3, 7);
	wasm_v128_store(out, wasm_i64x2_shuffle(ab, cd, 0, 2));
	wasm_v128_store(out + 1, wasm_i64x2_shuffle(ab, cd, 1, 3));
	wasm_v128_store(out + 2, wasm_i64x2_shuffle(ab_2, cd_2, 0, 2));
	wasm_v128_store(out + 3, wasm_i64x2_shuffle(ab_2, cd_2, 1, 3));
}

/* One four, or two beside each other, since each round waits for a product. */
static inline void
fours(int count, struct addresses of, const uint32_t rest[2], uint64_t seed, struct words *out)
{
	const v128_t weyl_0 = wasm_u32x4_const_splat(WEYL_0), weyl_1 = wasm_u32x4_const_splat(WEYL_1);
	v128_t key_0 = wasm_u32x4_splat((uint32_t)seed), key_1 = wasm_u32x4_splat((uint32_t)(seed >> 32));
	struct four near = four_load(of, rest), far = near;
	if (count > 1)
		far = four_load((struct addresses){ of.whom + 4, of.which + 4 }, rest);
	for (int round = 0; round < ROUNDS; round++) {
		near = four_round(near, key_0, key_1);
		if (count > 1)
			far = four_round(far, key_0, key_1);
		key_0 = wasm_i32x4_add(key_0, weyl_0);
		key_1 = wasm_i32x4_add(key_1, weyl_1);
	}
	four_store(near, out);
	if (count > 1)
		four_store(far, out + 4);
}

enum { FEWEST = 2, FEW = 4 };

int
wide_most(void)
{
	return 128;
}

static void
fews(int bits, struct addresses of, const uint32_t rest[2], uint64_t seed, struct words *out, int count)
{
	(void)bits;
	int done = 0;
	for (; done + 1 < count; done += 2)
		fours(2, (struct addresses){ of.whom + 4 * done, of.which + 4 * done }, rest, seed, out + 4 * done);
	if (done < count)
		fours(1, (struct addresses){ of.whom + 4 * done, of.which + 4 * done }, rest, seed, out + 4 * done);
}

#else

enum { FEWEST = 1, FEW = 1 };

int
wide_most(void)
{
	return 0;
}

static void
fews(int bits, struct addresses of, const uint32_t rest[2], uint64_t seed, struct words *out, int count)
{
	(void)bits;
	for (int i = 0; i < count; i++)
		out[i] = words_at(seed, of.whom[i], of.which[i], rest[0], (enum stream)rest[1]);
}

#endif

/* The last, fewer than one goes. */
static void
rest_wide(int bits, struct addresses of, const uint32_t rest[2], uint64_t seed, struct words *out, int count)
{
	uint32_t whom[FEW] = { 0 }, which[FEW] = { 0 };
	struct words words[FEW];
	memcpy(whom, of.whom, (size_t)count * sizeof *whom);
	memcpy(which, of.which, (size_t)count * sizeof *which);
	fews(bits, (struct addresses){ whom, which }, rest, seed, words, 1);
	memcpy(out, words, (size_t)count * sizeof *words);
}

static bool
words_by(int bits, uint64_t seed, struct addresses of, uint32_t replication, enum stream stream, struct words *out,
         struct span span)
{
	const uint32_t rest[2] = { replication, (uint32_t)stream };
	static_assert(FEW - 1 <= WORDS_BEYOND, "as much room as is promised");
	if (bits == 0 || (span.count < FEWEST && !span.beyond))
		return false;
	int whole = (span.beyond ? span.count + FEW - 1 : span.count) / FEW, done = whole * FEW;
	fews(bits, of, rest, seed, out, whole);
	if (done < span.count)
		rest_wide(bits, (struct addresses){ of.whom + done, of.which + done }, rest, seed, out + done, span.count - done);
	return true;
}

bool
words_wide(int bits, uint64_t seed, struct addresses of, uint32_t replication, enum stream stream, struct words *out,
           struct span span)
{
	return bits <= wide_most() && words_by(bits, seed, of, replication, stream, out, span);
}

bool
words_widest(uint64_t seed, struct addresses of, uint32_t replication, enum stream stream, struct words *out, struct span span)
{
	return words_by(wide_most(), seed, of, replication, stream, out, span);
}
