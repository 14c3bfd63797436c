/* cox.c: see cox.h. Newton's steps, halved when they go too far. */
#include "model/cox.h"

#include <math.h>
#include <string.h>

#include "model/cox_parts.h"
#include "model/solve.h"

static const double rest = 1e-9;         /* of the loglik: what no longer counts as a step; as in R, digit for digit */
static const double no_more = 1.8e-12;   /* a pivot below this share is a column that others say */
static const double next_to_nothing = 1e-10;     /* information of an ending: what is left of rounding */
enum { ROUNDS_MOST = 30, HALVES_MOST = 20 };

/* ---- what cannot be fitted ----------------------------------------------------------------------- */

static double
exact_effort(struct cox_rows rows, struct arena scratch)
{
	struct life_curve curve;
	double effort = 0;
	life_curve(&curve, rows.lives, -INFINITY, LIMITS_LOG, &scratch);
	for (int i = 0; i < curve.count; i++)
		if (curve.steps[i].ended > 1)
			effort += (double)curve.steps[i].at_risk * curve.steps[i].ended;
	return effort * (rows.columns + 1) * (rows.columns + 1);
}

static bool
may_fit(struct cox_rows rows, const struct cox_work *w, enum ties ties, struct arena scratch, struct error *err)
{
	int ended = 0;
	for (int i = 0; i < w->rows; i++)
		ended += w->row[i].ended;
	if (rows.columns < 1)
		return fail(err, "no column of it differs from row to row");
	if (rows.columns > COX_COLUMNS_MOST)
		return fail(err, "the model has %d columns; it takes %d at most", rows.columns, COX_COLUMNS_MOST);
	if (!w->rows)
		return fail(err, "nobody was watched for any time: every exit is at its entry or before it");
	if (!ended)
		return fail(err, "nothing ended while it was watched, so nothing can be said of what makes endings likelier");
	for (ptrdiff_t i = 0; i < (ptrdiff_t)w->rows * w->columns; i++)
		if (!isfinite(w->x[i]))
			return fail(err, "a column holds a value that is no number, or too large a one");
	if (ties == TIES_EXACT && exact_effort(rows, scratch) > 2e9)
		return fail(err, "too much ended at the same times for the exact way: take Efron's");
	return true;
}

/* ---- the fit ------------------------------------------------------------------------------------- */

static void
cox_new(struct cox *cox, const struct cox_work *w, enum ties ties, struct arena *perm)
{
	int p = w->columns;
	*cox = (struct cox){ .ties = ties, .rows = w->rows, .columns = p, .mean = w->mean };
	for (int i = 0; i < w->rows; i++)
		cox->ended += w->row[i].ended;
	cox->dropped = new(perm, p, bool);
	cox->endless = new(perm, p, bool);
	cox->coefficient = new(perm, p, double);
	cox->se = new(perm, p, double);
	cox->variance = new(perm, (ptrdiff_t)p * p, double);
}

static struct cox_sums
sums_new(int p, struct arena *perm)
{
	return (struct cox_sums){ 0, new(perm, p, double), new(perm, (ptrdiff_t)p * p, double) };
}

static double
product(const double *a, const double *b, int count)
{
	double sum = 0;
	for (int i = 0; i < count; i++)
		sum += a[i] * b[i];
	return sum;
}

/* Whether some column differs among those at risk when not all of them ended: else nothing can be compared. */
static bool
can_compare(const struct cox *cox, const struct cox_sums *sums)
{
	bool can = false;
	for (int c = 0; c < cox->columns; c++)
		can = can || sums->information[c * cox->columns + c] > next_to_nothing * cox->ended;
	return can;
}

/* At no coefficients: the null likelihood and the score test. Gives the first step. */
static void
begin(struct cox *cox, struct cox_sums *sums, double *step)
{
	int p = cox->columns;
	cox->loglik_null = cox->loglik = sums->loglik;
	cox->degrees = solve_factor(sums->information, p, no_more);
	for (int c = 0; c < p; c++)
		cox->dropped[c] = solve_dropped(sums->information, p, c);
	memcpy(step, sums->score, (size_t)p * sizeof(double));
	solve_with(sums->information, p, step);
	cox->score = product(step, sums->score, p);
}

/* Tries coefficients + step, halving it until the likelihood is not worse. */
static bool
try_step(struct cox *cox, struct cox_work *w, struct cox_sums *sums, const double *step, struct arena scratch)
{
	double *tried = new(&scratch, w->columns, double), share = 1;
	for (int half = 0; half < HALVES_MOST; half++, share /= 2) {
		for (int c = 0; c < w->columns; c++)
			tried[c] = cox->coefficient[c] + share * step[c];
		cox_weights(w, tried);
		if (!cox_sums_of(sums, w, tried, cox->ties, scratch))
			continue;
		if (sums->loglik < cox->loglik - 1e-9 * fabs(cox->loglik))
			continue;
		memcpy(cox->coefficient, tried, (size_t)w->columns * sizeof(double));
		return true;
	}
	return false;
}

static void
climb(struct cox *cox, struct cox_work *w, struct cox_sums *sums, double *step, struct arena scratch)
{
	int p = w->columns;
	for (cox->rounds = 1; cox->rounds <= ROUNDS_MOST; cox->rounds++) {
		if (!try_step(cox, w, sums, step, scratch))
			break;
		double gained = fabs(sums->loglik - cox->loglik);
		cox->loglik = sums->loglik;
		solve_factor(sums->information, p, no_more);
		memcpy(step, sums->score, (size_t)p * sizeof(double));
		solve_with(sums->information, p, step);
		cox->settled = gained <= rest * fmax(fabs(cox->loglik), 1);
		if (cox->settled)
			break;
	}
	/* Leave the weights as the coefficients have them. */
	cox_weights(w, cox->coefficient);
	cox_sums_of(sums, w, cox->coefficient, cox->ties, scratch);
	solve_factor(sums->information, p, no_more);
}

/* A ratio without end: the likelihood rests, and the coefficient would still go on, or has next to no information. */
static void
mark_endless(struct cox *cox, const struct cox_sums *sums, const double *step)
{
	int p = cox->columns;
	for (int c = 0; c < p; c++) {
		double on = fabs(step[c]), size = fabs(cox->coefficient[c]);
		bool lost = solve_dropped(sums->information, p, c) && !cox->dropped[c];
		cox->endless[c] = !cox->dropped[c] && (lost || (on > 1e-6 && on > 1e-3 * size) || size > 1e3);
	}
}

static void
unscale(struct cox *cox, const struct cox_work *w, const struct cox_sums *sums)
{
	int p = cox->columns;
	solve_inverse(sums->information, p, cox->variance);
	for (int i = 0; i < p; i++) {
		cox->coefficient[i] *= w->scale[i];
		for (int j = 0; j < p; j++)
			cox->variance[i * p + j] *= w->scale[i] * w->scale[j];
		cox->se[i] = sqrt(cox->variance[i * p + i]);
	}
}

static double
wald_of(const struct cox *cox, struct arena scratch)
{
	int p = cox->columns;
	double *factors = new(&scratch, (ptrdiff_t)p * p, double), *solved = new(&scratch, p, double);
	memcpy(factors, cox->variance, (size_t)(p * p) * sizeof(double));
	memcpy(solved, cox->coefficient, (size_t)p * sizeof(double));
	solve_factor(factors, p, 0);
	solve_with(factors, p, solved);
	return product(solved, cox->coefficient, p);
}

bool
cox_fit(struct cox *cox, struct cox_rows rows, enum ties ties, struct arena *perm, struct error *err)
{
	struct cox_work w;
	cox_work_new(&w, rows, perm);
	if (!may_fit(rows, &w, ties, *perm, err))
		return false;
	cox_new(cox, &w, ties, perm);
	struct cox_sums sums = sums_new(w.columns, perm);
	double *step = new(perm, w.columns, double);
	cox_weights(&w, cox->coefficient);
	if (!cox_sums_of(&sums, &w, cox->coefficient, ties, *perm))
		return fail(err, "the numbers are too large to be reckoned with");
	if (!can_compare(cox, &sums))
		return fail(err, "whenever something ended, all at risk ended or were alike in every column, so nothing can be compared");
	begin(cox, &sums, step);
	climb(cox, &w, &sums, step, *perm);
	mark_endless(cox, &sums, step);
	cox->concordance = cox_concordance(&w, *perm);
	unscale(cox, &w, &sums);
	cox->ratio = 2 * (cox->loglik - cox->loglik_null);
	cox->wald = wald_of(cox, *perm);
	cox_steps_of(cox, &w, perm);
	if (rows.cluster)
		cox_robust_of(cox, &w, rows, perm);
	return true;
}
