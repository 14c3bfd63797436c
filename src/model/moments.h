/* moments.h: the exact mean and spread of a prospect, without chance: the preview, and the engines' oracle.
 *
 * Posts are independent when nothing ties them: no pressure, no limit on hires, no cohorts, no posts that end, no
 * conversions, no drift of posts. Then mean and variance are exact: the mean of every (grade, time in post) is carried
 * forward a month at a time, and the variance of posts filled is the sum of p (1 - p) over posts, each post's p being
 * that whoever was in it first is still there, or left in some month and the post was filled since.
 *
 * What ties posts is taken by its mean: vacancies as many as are expected push those who are left. What years and
 * estimates add is taken at five points, the middle and, of leaving and of filling, the root of three deviations to
 * either side (weights 1/3 and 1/6 each), as if a year that is high is high throughout.
 */
#ifndef MODEL_MOMENTS_H
#define MODEL_MOMENTS_H

#include "model/prospect.h"

struct moment {
	double filled, vacant, over;
	double variance;             /* of all filled: of chance and of years together */
	double grade[GRADES_MOST];   /* in post by grade, over establishment too */
	double left, joined;         /* in the month */
	double agency;
	double cost;                 /* pence in the month */
};
/* out[0..months]. */
void moments_of(const struct prospect *p, struct moment *out, struct arena scratch);
/* Whether they are exact for this prospect; else `why` says in words what is taken by its mean. */
bool moments_exact(const struct prospect *p, Str *why);

/* Chances of a month as binary fractions, for where 2^-32 is too coarse: they stand for the prospect's own. */
struct rates {
	double leave[GRADES_MOST][TENURE_MOST + 1], rise[GRADES_MOST][TENURE_MOST + 1];
	double fill, entry[GRADES_MOST];
};
void rates_of(const struct prospect *p, struct rates *rates);
void moments_of_rates(const struct prospect *p, const struct rates *rates, struct moment *out, struct arena scratch);

/* A chain of grades in which each person moves by the same chances, and so many are recruited at each step's end
 * (Bartholomew, Forbes and McClean, 1991): flows are multinomial, recruits are fixed. */
enum { CHAIN_MOST = 8 };
struct chain {
	int states;
	double moves[CHAIN_MOST][CHAIN_MOST];              /* from, to; what a row lacks to 1 leaves */
	double recruits[CHAIN_MOST];
	double mean[CHAIN_MOST], cover[CHAIN_MOST][CHAIN_MOST];   /* now: mean, and variances and covariances */
};
void chain_step(struct chain *chain);
double chain_total_variance(const struct chain *chain);

#endif
