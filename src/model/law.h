/* law.h: how many of some leave: chances of whole counts, and points of the normal curve.
 *
 * Three laws. Binomial: so many posts, each left or not. Poisson: posts that fall vacant at a steady rate and stay
 * open for a while, which is how many are open at once. Negative binomial: Poisson whose rate itself differs from
 * year to year, with the coefficient of variation `spread`; its variance is mean + (spread * mean)^2. The
 * distributions are the GNU Scientific Library's, in this unit only; a number it cannot serve is a bug of the caller.
 */
#ifndef MODEL_LAW_H
#define MODEL_LAW_H

enum law_kind { LAW_BINOMIAL, LAW_POISSON, LAW_NEGATIVE_BINOMIAL };

struct law {
	enum law_kind kind;
	double mean;                 /* 0 or more; of LAW_BINOMIAL no more than `posts` */
	int    posts;                /* LAW_BINOMIAL */
	double spread;               /* LAW_NEGATIVE_BINOMIAL: above 0 */
};
enum { LAW_MOST = 1000000 };     /* no mean, posts or count above it */

struct law law_binomial(int posts, double chance);
/* Poisson; negative binomial where there is a spread. */
struct law law_open(double mean, double spread);

double law_exactly(struct law law, int count);     /* P(N = count) */
double law_at_most(struct law law, int count);     /* P(N <= count); 0 below 0 */
double law_above(struct law law, int count);       /* E[(N - count)+]: how many above it, on average */
double law_below(struct law law, int count);       /* E[(count - N)+] */
/* The least count that is not passed with at least this chance, below 1. */
int    law_point(struct law law, double chance);

double normal_density(double z);
double normal_at_most(double z);
double normal_point(double chance);                /* 0 < chance < 1 */
double normal_beyond(double z);                    /* of |z| or more, on either side */
double chi_square_beyond(double x, int degrees);   /* of x or more; 1 for no degrees */
double gamma_at_most(double x, double shape, double scale);

#endif
