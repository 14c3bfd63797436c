/* chance.h: chances as whole numbers, random words with an address, and sums that every machine makes alike.
 *
 * A forecast must come out the same to the last digit on one thread or many, here or in a browser. So
 * nothing in an engine is a binary fraction that some library rounds in its own way:
 *
 * - A chance is a whole number of 2^-32. Something happens when a random word is below it.
 * - A random word is Philox 4x32-10 (Salmon and others, 2011) of an address: whom it is about, which draw,
 *   which replication, what for. Whatever the order of asking, an address has one word. The key is the seed
 *   alone, so two scenarios meet the same luck. It is written out in chance.c, since the authors' header
 *   (Random123) refuses to be compiled for a browser; the tests hold it to that header, word by word.
 * - Where a logarithm, a power or a point of the normal curve is needed to set a table up, it is made here of
 *   + - * / only, in one order. The unit is compiled without contraction (-ffp-contract=off).
 */
#ifndef MODEL_CHANCE_H
#define MODEL_CHANCE_H

#include <stdint.h>

/* 2^-32 to 1 - 2^-32; CERTAIN stands for 1 and is above every word that is compared with it. */
typedef uint64_t Chance;
#define CERTAIN (UINT64_C(1) << 32)

Chance chance_of(double probability);              /* floor of p * 2^32; outside 0 to 1 is a bug */
double chance_value(Chance chance);
static inline Chance
chance_times(Chance chance, uint32_t q16)          /* times a multiplier in 2^-16; never above CERTAIN */
{
	Chance times = chance * q16 >> 16;
	return times < CERTAIN ? times : CERTAIN;
}
/* The chance of a month of which twelve make `year`. */
Chance chance_monthly(double year);

/* What a draw is for: the last word of its address, so that no two uses share words. */
enum stream {
	STREAM_CALENDAR,             /* gaps and marks of those in post */
	STREAM_HIRES,                /* whether a vacant post is filled this month, and at which grade */
	STREAM_YEARS,                /* how a year differs from others, and this council from its estimate */
	STREAM_COHORTS,              /* who of a cohort arrives */
	STREAM_COVER,                /* agency */
	STREAM_POOL,                 /* flows of a pool too large for persons one by one */
	STREAMS
};
struct words { uint32_t at[4]; };
struct words words_at(uint64_t seed, uint32_t whom, uint32_t which, uint32_t replication,
                      enum stream stream);
/* The same for many: several at once where the processor can. whom[i] with which[i]. */
struct addresses { const uint32_t *whom, *which; };
void words_list(uint64_t seed, struct addresses of, uint32_t replication, enum stream stream,
                struct words *out, int count);
/* The same where there is room for so many more addresses and words, whatever stands there: which is faster. */
enum { WORDS_BEYOND = 7 };
void words_list_beyond(uint64_t seed, struct addresses of, uint32_t replication, enum stream stream,
                       struct words *out, int count);
/* The same without what a processor has beyond others, for the test that both agree. */
void words_list_plain(uint64_t seed, struct addresses of, uint32_t replication,
                      enum stream stream, struct words *out, int count);

/* Which draw of which council: councils have their own luck. Below 2^20 councils, 2^12 draws. */
enum { WHICH_COUNCILS = 1 << 20, WHICH_DRAWS = 1 << 12 };
static inline uint32_t
which_of(uint32_t council, uint32_t draw)
{
	return council << 12 | draw;
}

double sure_log(double x);                         /* x > 0 */
double sure_exp(double x);
double sure_power(double base, double exponent);   /* base > 0 */
static inline double
sure_root(double x)                                /* which IEEE 754 rounds exactly, as it does + - * / */
{
	return __builtin_sqrt(x);
}
double sure_normal(uint32_t word);                 /* the point of the standard normal curve at (word + 1/2) / 2^32 */

#endif
