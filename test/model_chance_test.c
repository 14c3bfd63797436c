/* model_chance_test.c: random words by their address, and sums that are alike everywhere. */
#include "check.h"

#include <math.h>

#include <Random123/philox.h>

#include "model/chance.h"
#include "model/wide.h"

static bool
near(double is, double wants, double relative)
{
	return fabs(is - wants) <= relative * fmax(fabs(wants), 1);
}

/* Random123's known answers for philox4x32-10: counter and key all zeros, all ones, and the digits of pi. */
static void
words_are_those_that_the_authors_publish(struct arena *perm)
{
	(void)perm;
	struct words zero = words_at(0, 0, 0, 0, (enum stream)0);
	check_int(zero.at[0], 0x6627e8d5);
	check_int(zero.at[1], 0xe169c58d);
	check_int(zero.at[2], 0xbc57ac4c);
	check_int(zero.at[3], 0x9b00dbd8);
	struct words ones = words_at(UINT64_MAX, UINT32_MAX, UINT32_MAX, UINT32_MAX, (enum stream)UINT32_MAX);
	check_int(ones.at[0], 0x408f276d);
	check_int(ones.at[1], 0x41c83b0e);
	check_int(ones.at[2], 0xa20bc7c6);
	check_int(ones.at[3], 0x6d5451fd);
	struct words pi = words_at(UINT64_C(0x299f31d0a4093822), 0x243f6a88, 0x85a308d3, 0x13198a2e,
	                           (enum stream)0x03707344);
	check_int(pi.at[0], 0xd16cfe09);
	check_int(pi.at[1], 0x94fdcceb);
	check_int(pi.at[2], 0x5001e420);
	check_int(pi.at[3], 0x24126ea1);
}

static void
words_are_those_of_the_authors_header(struct arena *perm)
{
	(void)perm;
	bool same = true;
	for (uint32_t i = 0; i < 2000; i++) {
		uint32_t whom = i * 2654435761u, which = i * 40503u, replication = i * i;
		uint64_t seed = i * UINT64_C(0x9e3779b97f4a7c15);
		philox4x32_ctr_t counter = { { whom, which, replication, STREAM_HIRES } };
		philox4x32_key_t key = { { (uint32_t)seed, (uint32_t)(seed >> 32) } };
		philox4x32_ctr_t wants = philox4x32(counter, key);
		struct words is = words_at(seed, whom, which, replication, STREAM_HIRES);
		same = same && memcmp(is.at, wants.v, sizeof is.at) == 0;
	}
	check(same);
}

/* In each width that the processor has. */
static void
check_wide(struct addresses of, int count, struct arena *perm)
{
	struct words *list = new(perm, count + 1, struct words), *plain = new(perm, count + 1, struct words);
	struct words *roomy = new(perm, count + WORDS_BEYOND, struct words);
	words_list_plain(UINT64_MAX - 77, of, 9, STREAM_POOL, plain, count);
	for (int bits = 128; bits <= 512; bits *= 2) {
		if (words_wide(bits, UINT64_MAX - 77, of, 9, STREAM_POOL, list, (struct span){ count, false }))
			check(memcmp(list, plain, (size_t)(count + 1) * sizeof *list) == 0);
		if (words_wide(bits, UINT64_MAX - 77, of, 9, STREAM_POOL, roomy, (struct span){ count, true }))
			check(memcmp(roomy, plain, (size_t)count * sizeof *roomy) == 0);
	}
	words_list_beyond(UINT64_MAX - 77, of, 9, STREAM_POOL, roomy, count);
	check(memcmp(roomy, plain, (size_t)count * sizeof *roomy) == 0);
}

static void
bytes_of_a_block_are_held_against_others(struct arena *perm)
{
	struct words block = { { 0x04030201, 0xff800000, 0x7f7f8081, 0x00000000 } };
	const uint8_t upto[16] = { 1, 1, 3, 5, 0, 0, 127, 255, 0x81, 0x7f, 0x80, 0x7e, 0, 255, 0, 1 };
	(void)perm;
	/* 1<=1, 2>1, 3<=3, 4<=5; 0<=0, 0<=0, 128>127, 255<=255; 0x81, 0x80>0x7f, 0x7f<=0x80, 0x7f>0x7e; 0 <= all */
	check_int(bytes_upto(&block, upto), 0xf5bd);
}

static void
many_words_at_once_are_those_one_by_one(struct arena *perm)
{
	for (int count = 0; count < 40; count++) {
		struct words *list = new(perm, count + 1, struct words), *plain = new(perm, count + 1, struct words);
		uint32_t *whom = new(perm, count + WORDS_BEYOND, uint32_t), *which = new(perm, count + WORDS_BEYOND, uint32_t);
		struct addresses of = { whom, which };
		for (int i = 0; i < count; i++) {
			whom[i] = (uint32_t)i * 2654435761u;
			which[i] = (uint32_t)i * 40503u;
		}
		words_list(UINT64_MAX - 77, of, 9, STREAM_POOL, list, count);
		check_wide(of, count, perm);
		words_list_plain(UINT64_MAX - 77, of, 9, STREAM_POOL, plain, count);
		check(memcmp(list, plain, (size_t)(count + 1) * sizeof *list) == 0);
		for (int i = 0; i < count; i++)
			check_int(list[i].at[3], words_at(UINT64_MAX - 77, whom[i], which[i], 9, STREAM_POOL).at[3]);
	}
}

static void
logarithms_and_powers_are_right_to_twelve_places(struct arena *perm)
{
	(void)perm;
	for (double x = 1e-300; x < 1e300; x *= 1.37) {
		check(near(sure_log(x), log(x), 1e-14));
		check(near(sure_power(x, 1.0 / 12), pow(x, 1.0 / 12), 1e-13));
	}
	for (double x = 0.5; x < 2; x += 0.000173)
		check(fabs(sure_log(x) - log(x)) <= 2e-16 + 4e-16 * fabs(log(x)));
	for (double x = -700; x < 700; x += 0.173)
		check(fabs(sure_exp(x) / exp(x) - 1) < 1e-14);
	check(sure_log(1) == 0);
	check(sure_exp(0) == 1);
	check(sure_exp(-5000) == 0);
	check(near(sure_exp(1), 2.718281828459045235, 1e-15));
	check(near(sure_log(2), 0.693147180559945309, 1e-15));
}

/* The point below which erfc says that the share lies. */
static void
points_of_the_normal_curve_lie_where_their_share_says(struct arena *perm)
{
	(void)perm;
	for (uint64_t word = 0; word <= UINT32_MAX; word += 1234567) {
		double z = sure_normal((uint32_t)word), p = ((double)word + 0.5) / 4294967296.0;
		double share = 0.5 * erfc(-z / sqrt(2));
		check(fabs(share - p) <= 1e-13 * fmin(p, 1 - p) + 2e-16 + 1e-12 * p);
	}
	for (uint32_t word = 0; word < 100; word++) {
		check(sure_normal(word) < sure_normal(word + 1));
		check(near(sure_normal(word), -sure_normal(UINT32_MAX - word), 1e-12));
	}
	/* R: qnorm((4187593113 + 0.5) / 2^32) is 1.95996398448...: 2.5 % above it. */
	check(near(sure_normal(4187593113u), 1.959963984540, 1e-8));
}

static void
a_years_chance_is_made_of_twelve_months(struct arena *perm)
{
	(void)perm;
	double year[] = { 0, 0.0001, 0.084, 0.154, 0.22, 0.5, 0.999, 1 };
	for (int i = 0; i < 8; i++) {
		double stays = 1;
		for (int m = 0; m < 12; m++)
			stays *= 1 - chance_value(chance_monthly(year[i]));
		check(near(1 - stays, year[i], 1e-8));
	}
	check_int(chance_monthly(1), CERTAIN);
	check_int(chance_of(0.25), INT64_C(1) << 30);
	check_int(chance_times(CERTAIN / 2, 3 * 65536), CERTAIN);
	check_int(chance_times(CERTAIN / 4, 2 * 65536), CERTAIN / 2);
}

int
main(void)
{
	run(words_are_those_that_the_authors_publish);
	run(words_are_those_of_the_authors_header);
	run(many_words_at_once_are_those_one_by_one);
	run(bytes_of_a_block_are_held_against_others);
	run(logarithms_and_powers_are_right_to_twelve_places);
	run(points_of_the_normal_curve_lie_where_their_share_says);
	run(a_years_chance_is_made_of_twelve_months);
	return tests_end();
}
