/* cox.h: how much likelier an ending is with one thing than without it, whatever the time (Cox 1972).
 *
 * Rows are (entry, exit], as in life.h: late entries, and people whose circumstances change (a row for each stretch
 * of them). Endings at one time are taken together by Efron's way, Breslow's, or exactly.
 *
 * What cannot be estimated is said, and never shown as a number: a column that others already say is `dropped`
 * (Stata and R do the same), and one whose ratio grows without end because all or none of its rows ended is `endless`.
 *
 * Speed: one pass over the rows in order of time for each step; 50,000 rows, 5 columns: some tens of milliseconds.
 */
#ifndef MODEL_COX_H
#define MODEL_COX_H

#include "base/error.h"
#include "model/life.h"

enum ties { TIES_EFRON, TIES_BRESLOW, TIES_EXACT };
enum { COX_COLUMNS_MOST = 64 };

struct cox_rows {
	struct lives lives;              /* any cause but 0 is the ending */
	const double *x;                 /* row by row */
	int columns;
	const int *cluster;              /* whose row it is, for robust errors: 0 .. clusters - 1; or NULL */
	int clusters;
};

/* At each time of an ending, of somebody whose every column is at its mean. */
struct cox_step { double time, hazard, hazard_variance; const double *pull; };  /* pull: see cox_expect */

struct cox {
	enum ties ties;
	int    rows, ended, columns, degrees, rounds;    /* degrees: columns kept */
	bool   settled;                  /* false: it did not come to rest, and nothing below is to be trusted */
	bool  *dropped, *endless;
	double *mean, *coefficient, *se, *robust;        /* robust: NULL without clusters */
	double *variance;                /* columns x columns */
	double loglik_null, loglik;
	double ratio, score, wald;       /* chi-squares with `degrees` */
	double concordance;              /* of pairs, the share whose order it says rightly; .5 is chance */
	struct cox_step *steps;
	int    step_count;
};

/* False with words where there is nothing to be fitted: no rows at risk, no endings, no columns, a value that is no
 * number, all at risk alike whenever something ended, or too many endings at one time for the exact way. */
bool cox_fit(struct cox *cox, struct cox_rows rows, enum ties ties, struct arena *perm, struct error *err);

/* The chance of lasting to `time` of one with these columns, with its standard error. */
double cox_expect(const struct cox *cox, const double *x, double time, double *se);
/* The baseline's cumulative hazard, every column 0. */
double cox_hazard(const struct cox *cox, double time);

/* Whether ratios stay the same as time goes on (Grambsch and Therneau; time by the share that has ended): for
 * each term, columns first[t] .. first[t + 1] - 1, and all together last. */
struct cox_drift { double chi_square; int degrees; };
void cox_drifts(const struct cox *cox, struct cox_rows rows, const int *first, int terms, struct cox_drift *drifts,
                struct arena scratch);

#endif
