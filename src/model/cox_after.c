/* cox_after.c: what is told of a fit: the baseline, expected chances, robust errors, concordance, proportionality. */
#include "model/cox_parts.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "model/solve.h"

/* ---- the baseline ---------------------------------------------------------------------------------- */

/* What one time adds: endings to a weight of one, and columns times that, in the work's scale. */
struct gain { double hazard, variance, *pull; };

static void
gain_of(struct gain *gain, const struct cox_work *w, const struct risk_set *s, enum ties ties)
{
	gain->hazard = gain->variance = 0;
	memset(gain->pull, 0, (size_t)w->columns * sizeof(double));
	for (int k = 0; k < s->ended; k++) {
		double part = efron_part(s, ties, k), total = s->total - part * s->total_ended;
		gain->hazard += 1 / total;
		gain->variance += 1 / (total * total);
		for (int c = 0; c < w->columns; c++)
			gain->pull[c] += (s->first[c] - part * s->first_ended[c]) / (total * total);
	}
}

/* Sets come from the latest; they are turned around, and summed from the earliest. */
void
cox_steps_of(struct cox *cox, const struct cox_work *w, struct arena *perm)
{
	struct risk_walk walk;
	int p = w->columns;
	cox->steps = new(perm, cox->ended, struct cox_step);
	double *pulls = new(perm, (ptrdiff_t)cox->ended *p, double);
	struct gain gain = { .pull = new(perm, p, double) };
	risk_walk_new(&walk, w, perm);
	while (risk_walk_on(&walk, w, false)) {
		double *pull = pulls + (ptrdiff_t)cox->step_count * p;
		gain_of(&gain, w, &walk.set, cox->ties);
		for (int c = 0; c < p; c++)
			pull[c] = gain.pull[c] / w->scale[c];
		cox->steps[cox->step_count++] =
			(struct cox_step){ walk.set.time, gain.hazard, gain.variance, pull };
	}
	for (int i = 0, j = cox->step_count - 1; i < j; i++, j--) {
		struct cox_step other = cox->steps[i];
		cox->steps[i] = cox->steps[j];
		cox->steps[j] = other;
	}
	for (int i = 1; i < cox->step_count; i++) {
		struct cox_step *s = &cox->steps[i], *before = s - 1;
		double *pull = pulls + (s->pull - pulls);
		s->hazard += before->hazard;
		s->hazard_variance += before->hazard_variance;
		for (int c = 0; c < p; c++)
			pull[c] += before->pull[c];
	}
}

static const struct cox_step *
step_at(const struct cox *cox, double time)
{
	int low = 0, high = cox->step_count;
	while (low < high) {
		int middle = (low + high) / 2;
		if (cox->steps[middle].time <= time)
			low = middle + 1;
		else
			high = middle;
	}
	return low ? &cox->steps[low - 1] : NULL;
}

double
cox_expect(const struct cox *cox, const double *x, double time, double *se)
{
	const struct cox_step *s = step_at(cox, time);
	int p = cox->columns;
	double line = 0, variance = 0, gap[COX_COLUMNS_MOST];
	*se = 0;
	if (!s)
		return 1;
	for (int c = 0; c < p; c++) {
		line += cox->coefficient[c] * (x[c] - cox->mean[c]);
		gap[c] = (x[c] - cox->mean[c]) * s->hazard - s->pull[c];
	}
	for (int i = 0; i < p; i++)
		for (int j = 0; j < p; j++)
			variance += gap[i] * cox->variance[i * p + j] * gap[j];
	double lasting = exp(-s->hazard * exp(line));
	*se = lasting * exp(line) * sqrt(s->hazard_variance + variance);
	return lasting;
}

double
cox_hazard(const struct cox *cox, double time)
{
	const struct cox_step *s = step_at(cox, time);
	double line = 0;
	for (int c = 0; c < cox->columns; c++)
		line -= cox->coefficient[c] * cox->mean[c];
	return s ? s->hazard * exp(line) : 0;
}

/* ---- robust errors ----------------------------------------------------------------------------------- */

/* Sums of gains over time, from the latest to the earliest: a row takes those in (entry, exit]. */
struct sums_by_time { double *time, *hazard, *pull; int count; };

static int
first_at_or_before(const struct sums_by_time *s, double time)
{
	int low = 0, high = s->count;
	while (low < high) {
		int middle = (low + high) / 2;
		if (s->time[middle] > time)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* How each of those who ended at one time pulls, beyond being at risk. */
static void
ended_pulls(double *residual, const struct cox_work *w, const struct risk_set *s, enum ties ties)
{
	int p = w->columns;
	for (int k = 0; k < s->ended; k++) {
		double part = efron_part(s, ties, k), total = s->total - part * s->total_ended;
		for (int row = s->begin; row < s->end; row++) {
			for (int c = 0; w->row[row].ended && c < p; c++) {
				double mean = (s->first[c] - part * s->first_ended[c]) / total;
				double off = w->x[(ptrdiff_t)row * p + c] - mean;
				residual[(ptrdiff_t)row * p + c] +=
					off / s->ended + w->weight[row] * part * off / total;
			}
		}
	}
}

static void
at_risk_pulls(double *residual, const struct cox_work *w, const struct sums_by_time *s)
{
	int p = w->columns;
	for (int row = 0; row < w->rows; row++) {
		int from = first_at_or_before(s, w->row[row].exit), to = first_at_or_before(s, w->row[row].entry);
		/* hazard[i] is the sum of those before place i */
		double hazard = s->hazard[to] - s->hazard[from];
		for (int c = 0; c < p; c++)
			residual[(ptrdiff_t)row * p + c] -=
				w->weight[row] * (w->x[(ptrdiff_t)row * p + c] * hazard -
			                          (s->pull[(ptrdiff_t)to * p + c] - s->pull[(ptrdiff_t)from * p + c]));
	}
}

static double *
residuals_of(const struct cox *cox, const struct cox_work *w, struct arena *perm)
{
	int p = w->columns;
	double *residual = new(perm, (ptrdiff_t)w->rows *p, double);
	struct sums_by_time s = { new(perm, cox->ended + 1, double), new(perm, cox->ended + 1, double),
		                  new(perm, (ptrdiff_t)(cox->ended + 1) * p, double), 0 };
	struct gain gain = { .pull = new(perm, p, double) };
	struct risk_walk walk;
	risk_walk_new(&walk, w, perm);
	while (risk_walk_on(&walk, w, false)) {
		int i = s.count++;
		gain_of(&gain, w, &walk.set, cox->ties);
		s.time[i] = walk.set.time;
		s.hazard[i + 1] = s.hazard[i] + gain.hazard;
		for (int c = 0; c < p; c++)
			s.pull[(ptrdiff_t)(i + 1) * p + c] = s.pull[(ptrdiff_t)i * p + c] + gain.pull[c];
		ended_pulls(residual, w, &walk.set, cox->ties);
	}
	at_risk_pulls(residual, w, &s);
	return residual;
}

void
cox_robust_of(struct cox *cox, const struct cox_work *w, struct cox_rows rows, struct arena *perm)
{
	int p = w->columns;
	cox->robust = new(perm, p, double);
	struct arena scratch = *perm;
	double *sum = new(&scratch, (ptrdiff_t)rows.clusters * p, double);
	const double *residual = residuals_of(cox, w, &scratch);
	for (int row = 0; row < w->rows; row++)
		for (int c = 0; c < p; c++)
			sum[(ptrdiff_t)rows.cluster[w->row[row].source] * p + c] +=
				residual[(ptrdiff_t)row * p + c] / w->scale[c];
	for (int k = 0; k < rows.clusters; k++)
		for (int c = 0; c < p; c++) {
			double pull = 0;
			for (int j = 0; j < p; j++)
				pull += sum[(ptrdiff_t)k * p + j] * cox->variance[j * p + c];
			cox->robust[c] += pull * pull;
		}
	for (int c = 0; c < p; c++)
		cox->robust[c] = sqrt(cox->robust[c]);
}

/* ---- proportionality ---------------------------------------------------------------------------------- */

/* Score and information of columns, and of columns times the course of time g: three blocks and one score. */
struct drift_sums { double *plain, *mixed, *squared, *score; };

static void
add_drift(struct drift_sums *d, const struct cox_work *w, const struct risk_set *s, enum ties ties, double g)
{
	int p = w->columns;
	double mean[COX_COLUMNS_MOST];
	for (int k = 0; k < s->ended; k++) {
		double part = efron_part(s, ties, k), total = s->total - part * s->total_ended;
		int at = 0;
		for (int i = 0; i < p; i++) {
			mean[i] = (s->first[i] - part * s->first_ended[i]) / total;
			d->score[i] -= g * mean[i];
			for (int j = 0; j <= i; j++, at++) {
				double v = (s->second[at] - part * s->second_ended[at]) / total - mean[i] * mean[j];
				d->plain[i * p + j] += v;
				d->mixed[i * p + j] += g * v;
				d->squared[i * p + j] += g * g * v;
			}
		}
	}
	for (int row = s->begin; row < s->end; row++)
		for (int c = 0; w->row[row].ended && c < p; c++)
			d->score[c] += g * w->x[(ptrdiff_t)row * p + c];
}

/* The score test that columns [from, to) have a part that goes with time. */
static struct cox_drift
drift_of(const struct drift_sums *d, int p, int from, int to, struct arena scratch)
{
	int more = to - from, size = p + more;
	double *m = new(&scratch, (ptrdiff_t)size * size, double), *solved = new(&scratch, size, double);
	for (int i = 0; i < p; i++)
		for (int j = 0; j <= i; j++)
			m[i * size + j] = d->plain[i * p + j];
	for (int i = 0; i < more; i++) {
		int at = from + i;
		solved[p + i] = d->score[at];
		for (int j = 0; j < p; j++)
			m[(p + i) * size + j] = j <= at ? d->mixed[at * p + j] : d->mixed[j * p + at];
		for (int j = 0; j <= i; j++)
			m[(p + i) * size + p + j] = d->squared[at * p + from + j];
	}
	struct cox_drift drift = { 0 };
	solve_factor(m, size, 1.8e-12);
	solve_with(m, size, solved);
	for (int i = 0; i < more; i++) {
		drift.degrees += !solve_dropped(m, size, p + i);
		drift.chi_square += solved[p + i] * d->score[from + i];
	}
	return drift;
}

void
cox_drifts(const struct cox *cox, struct cox_rows rows, const int *first, int terms, struct cox_drift *drifts,
           struct arena scratch)
{
	struct cox_work w;
	struct life_curve curve;
	struct risk_walk walk;
	int p = cox->columns;
	cox_work_new(&w, rows, &scratch);
	double *scaled = new(&scratch, p, double);
	for (int c = 0; c < p; c++)
		scaled[c] = cox->coefficient[c] / w.scale[c];
	cox_weights(&w, scaled);
	life_curve(&curve, rows.lives, -INFINITY, LIMITS_LOG, &scratch);
	struct drift_sums d = { new(&scratch, (ptrdiff_t)p * p, double), new(&scratch, (ptrdiff_t)p * p, double),
		                new(&scratch, (ptrdiff_t)p * p, double), new(&scratch, p, double) };
	risk_walk_new(&walk, &w, &scratch);
	while (risk_walk_on(&walk, &w, true)) {
		const struct life_step *before = life_at(&curve, nextafter(walk.set.time, -INFINITY));
		add_drift(&d, &w, &walk.set, cox->ties, before ? 1 - before->lasting : 0);
	}
	for (int t = 0; t < terms; t++)
		drifts[t] = drift_of(&d, p, first[t], first[t + 1], scratch);
	drifts[terms] = drift_of(&d, p, 0, p, scratch);
}
