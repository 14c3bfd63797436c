/* cox_order.c: of pairs in which one is known to have ended first, in how many the model says so. */
#include "model/cox_parts.h"

#include <stdlib.h>

/* Counts of ranks, with sums over the first so many in a few steps (Fenwick). */
struct ranks { int *at, size; };

static void
count(struct ranks *r, int rank, int by)
{
	for (int i = rank + 1; i <= r->size; i += i & -i)
		r->at[i] += by;
}

static int
below(const struct ranks *r, int rank)
{
	int sum = 0;
	for (int i = rank; i > 0; i -= i & -i)
		sum += r->at[i];
	return sum;
}

static int
by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

static int
rank_of(const double *sorted, int size, double value)
{
	int low = 0, high = size;
	while (low < high) {
		int middle = (low + high) / 2;
		if (sorted[middle] < value)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static int *
ranks_of(const struct cox_work *w, struct arena *perm)
{
	double *sorted = new(perm, w->rows, double);
	int *rank = new(perm, w->rows, int);
	for (int i = 0; i < w->rows; i++)
		sorted[i] = w->weight[i];
	qsort(sorted, (size_t)w->rows, sizeof *sorted, by_size);
	for (int i = 0; i < w->rows; i++)
		rank[i] = rank_of(sorted, w->rows, w->weight[i]);
	return rank;
}

/* Right and level pairs, and all, of one row that ended, with those who went on. */
struct pairs { double right, level, all; };

static void
compare(struct pairs *pairs, const struct ranks *r, int rank, int at_risk)
{
	int lower = below(r, rank), upto = below(r, rank + 1);
	pairs->right += lower;
	pairs->level += upto - lower;
	pairs->all += at_risk;
}

double
cox_concordance(const struct cox_work *w, struct arena scratch)
{
	int *rank = ranks_of(w, &scratch);
	struct ranks r = { new(&scratch, w->rows + 1, int), w->rows };
	struct pairs pairs = { 0 };
	int at_risk = 0, leaving = 0;
	for (int i = 0, next; i < w->rows; i = next) {
		double time = w->row[i].exit;
		for (; leaving < i && w->row[w->entries[leaving]].entry >= time; leaving++, at_risk--)
			count(&r, rank[w->entries[leaving]], -1);
		/* Who was lost sight of at this very time had lasted at least so long. */
		for (next = i; next < w->rows && w->row[next].exit == time; next++)
			if (!w->row[next].ended)
				count(&r, rank[next], 1), at_risk++;
		for (int k = i; k < next; k++)
			if (w->row[k].ended)
				compare(&pairs, &r, rank[k], at_risk);
		for (int k = i; k < next; k++)
			if (w->row[k].ended)
				count(&r, rank[k], 1), at_risk++;
	}
	return pairs.all > 0 ? (pairs.right + pairs.level / 2) / pairs.all : 0.5;
}
