/* cox_parts.h: what the files of the Cox fit share: rows in order of time, and the sets at risk. */
#ifndef MODEL_COX_PARTS_H
#define MODEL_COX_PARTS_H

#include "model/cox.h"

struct cox_row { double entry, exit; int ended, source; };

/* Rows from the latest exit to the earliest, columns centred and scaled, in that order. */
struct cox_work {
	int rows, columns, triangle;     /* triangle: entries of a lower triangle */
	struct cox_row *row;
	int    *entries;                 /* row numbers by entry, from the latest */
	double *x, *scale, *mean;        /* x[row * columns + c] */
	double *weight;                  /* exp of the row's line */
};

/* The set at risk at one time of endings. */
struct risk_set {
	double time, total;              /* of weights */
	double *first, *second;          /* weights x columns; lower triangle of products */
	double total_ended, *first_ended, *second_ended;         /* of those who ended then */
	int    ended, begin, end;        /* rows [begin, end) have this exit */
	int    at_risk;
};

void cox_work_new(struct cox_work *work, struct cox_rows rows, struct arena *perm);
void cox_weights(struct cox_work *work, const double *coefficient);
/* Goes from one time of endings to the next earlier one. `walk` keeps the place. */
struct risk_walk { struct risk_set set; int next, leaving; };
void risk_walk_new(struct risk_walk *walk, const struct cox_work *work, struct arena *perm);
bool risk_walk_on(struct risk_walk *walk, const struct cox_work *work, bool second);

/* Loglik, score and information at the work's weights; false when a number overflowed. */
struct cox_sums { double loglik, *score, *information; };
bool cox_sums_of(struct cox_sums *sums, const struct cox_work *work, const double *coefficient, enum ties ties,
                 struct arena scratch);

/* The kth of `ended` that ended at one time, as Efron takes them: the share of all of them that is gone. */
static inline double
efron_part(const struct risk_set *set, enum ties ties, int k)
{
	return ties == TIES_EFRON ? (double)k / set->ended : 0;
}

/* After the fit: steps of the baseline, robust errors, concordance. */
void   cox_steps_of(struct cox *cox, const struct cox_work *work, struct arena *perm);
void   cox_robust_of(struct cox *cox, const struct cox_work *work, struct cox_rows rows, struct arena *perm);
double cox_concordance(const struct cox_work *work, struct arena scratch);

#endif
