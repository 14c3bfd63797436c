/* cox_sums.c: the partial likelihood and its first two derivatives. */
#include "model/cox_parts.h"

#include <math.h>
#include <string.h>

static void
add_ended_rows(struct cox_sums *sums, const struct cox_work *w, const double *coefficient, const struct risk_set *s)
{
	for (int row = s->begin; row < s->end; row++) {
		const double *x = w->x + (ptrdiff_t)row * w->columns;
		for (int c = 0; w->row[row].ended && c < w->columns; c++) {
			sums->loglik += coefficient[c] * x[c];
			sums->score[c] += x[c];
		}
	}
}

static void
add_set(struct cox_sums *sums, const struct cox_work *w, const struct risk_set *s, enum ties ties)
{
	int p = w->columns;
	double mean[COX_COLUMNS_MOST];
	for (int k = 0; k < s->ended; k++) {
		double part = efron_part(s, ties, k), total = s->total - part * s->total_ended;
		const double *second = s->second, *second_ended = s->second_ended;
		sums->loglik -= log(total);
		for (int i = 0; i < p; i++) {
			mean[i] = (s->first[i] - part * s->first_ended[i]) / total;
			sums->score[i] -= mean[i];
			for (int j = 0; j <= i; j++)
				sums->information[i * p + j] +=
					(*second++ - part * *second_ended++) / total - mean[i] * mean[j];
		}
	}
}

/* Symmetric sums over all choices of k of those at risk, and their derivatives: sum[k], first[k][c], second[k][..]. */
struct choices { double *sum, *first, *second; int ended, columns, triangle; };

/* Takes one more person into the choices; from the largest k down, as k - 1 must still be without them. */
static void
choose(struct choices *c, double weight, const double *x)
{
	for (int k = c->ended; k > 0; k--) {
		double *first = c->first + (ptrdiff_t)k * c->columns, *first_less = first - c->columns;
		double *second = c->second + (ptrdiff_t)k * c->triangle, *second_less = second - c->triangle;
		double less = c->sum[k - 1];
		int at = 0;
		for (int i = 0; i < c->columns; i++)
			for (int j = 0; j <= i; j++, at++)
				second[at] += weight * (second_less[at] + x[i] * first_less[j] +
				                        x[j] * first_less[i] + x[i] * x[j] * less);
		for (int i = 0; i < c->columns; i++)
			first[i] += weight * (first_less[i] + x[i] * less);
		c->sum[k] += weight * less;
	}
}

static void
add_exact(struct cox_sums *sums, const struct cox_work *w, const struct risk_set *s, struct arena scratch)
{
	int p = w->columns, d = s->ended;
	struct choices c = { new(&scratch, d + 1, double), new(&scratch, (ptrdiff_t)(d + 1) * p, double),
		             new(&scratch, (ptrdiff_t)(d + 1) * w->triangle, double), d, p, w->triangle };
	double scale = d / s->total;     /* keeps the sums near one */
	c.sum[0] = 1;
	for (int row = 0; row < s->end; row++)
		if (w->row[row].entry < s->time)
			choose(&c, w->weight[row] * scale, w->x + (ptrdiff_t)row * p);
	const double *first = c.first + (ptrdiff_t)d * p, *second = c.second + (ptrdiff_t)d * w->triangle;
	sums->loglik -= log(c.sum[d]) - d * log(scale);
	for (int i = 0; i < p; i++) {
		sums->score[i] -= first[i] / c.sum[d];
		for (int j = 0; j <= i; j++)
			sums->information[i * p + j] +=
				*second++ / c.sum[d] - first[i] / c.sum[d] * (first[j] / c.sum[d]);
	}
}

bool
cox_sums_of(struct cox_sums *sums, const struct cox_work *w, const double *coefficient, enum ties ties,
            struct arena scratch)
{
	struct risk_walk walk;
	risk_walk_new(&walk, w, &scratch);
	sums->loglik = 0;
	memset(sums->score, 0, (size_t)w->columns * sizeof(double));
	memset(sums->information, 0, (size_t)(w->columns * w->columns) * sizeof(double));
	while (risk_walk_on(&walk, w, true)) {
		add_ended_rows(sums, w, coefficient, &walk.set);
		if (ties == TIES_EXACT && walk.set.ended > 1)
			add_exact(sums, w, &walk.set, scratch);
		else
			add_set(sums, w, &walk.set, ties);
	}
	bool good = isfinite(sums->loglik);
	for (int i = 0; i < w->columns; i++)
		good = good && isfinite(sums->score[i]) && isfinite(sums->information[i * w->columns + i]);
	return good;
}
