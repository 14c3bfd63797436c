/* cox_rows.c: rows in order of time, and the sets at risk from the latest ending to the earliest. */
#include "model/cox_parts.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static int
latest_exit(const void *a, const void *b)
{
	const struct cox_row *x = a, *y = b;
	return (x->exit < y->exit) - (x->exit > y->exit);
}

struct entry_of { double entry; int row; };

static int
latest_entry(const void *a, const void *b)
{
	const struct entry_of *x = a, *y = b;
	return (x->entry < y->entry) - (x->entry > y->entry);
}

static void
centre(struct cox_work *w)
{
	for (int c = 0; c < w->columns; c++) {
		double sum = 0, off = 0;
		for (int i = 0; i < w->rows; i++)
			sum += w->x[(ptrdiff_t)i * w->columns + c];
		w->mean[c] = sum / w->rows;
		for (int i = 0; i < w->rows; i++)
			off += fabs(w->x[(ptrdiff_t)i * w->columns + c] -= w->mean[c]);
		w->scale[c] = off > 0 ? w->rows / off : 1;
		for (int i = 0; i < w->rows; i++)
			w->x[(ptrdiff_t)i * w->columns + c] *= w->scale[c];
	}
}

void
cox_work_new(struct cox_work *w, struct cox_rows rows, struct arena *perm)
{
	int p = rows.columns, count = rows.lives.count;
	*w = (struct cox_work){ .columns = p, .triangle = p * (p + 1) / 2 };
	w->row = new(perm, count + 1, struct cox_row);
	for (int i = 0; i < count; i++) {
		const struct life *l = &rows.lives.at[i];
		if (l->exit > l->entry)
			w->row[w->rows++] = (struct cox_row){ l->entry, l->exit, l->cause != 0, i };
	}
	qsort(w->row, (size_t)w->rows, sizeof *w->row, latest_exit);
	w->x = new(perm, (ptrdiff_t)w->rows *p + 1, double);
	w->weight = new(perm, w->rows + 1, double);
	w->mean = new(perm, p, double);
	w->scale = new(perm, p, double);
	struct entry_of *entries = new(perm, w->rows + 1, struct entry_of);
	for (int i = 0; i < w->rows; i++) {
		entries[i] = (struct entry_of){ w->row[i].entry, i };
		memcpy(w->x + (ptrdiff_t)i * p, rows.x + (ptrdiff_t)w->row[i].source * p, (size_t)p * sizeof(double));
	}
	qsort(entries, (size_t)w->rows, sizeof *entries, latest_entry);
	w->entries = new(perm, w->rows + 1, int);
	for (int i = 0; i < w->rows; i++)
		w->entries[i] = entries[i].row;
	centre(w);
}

void
cox_weights(struct cox_work *w, const double *coefficient)
{
	for (int i = 0; i < w->rows; i++) {
		double line = 0;
		for (int c = 0; c < w->columns; c++)
			line += coefficient[c] * w->x[(ptrdiff_t)i * w->columns + c];
		w->weight[i] = exp(line);
	}
}

void
risk_walk_new(struct risk_walk *walk, const struct cox_work *w, struct arena *perm)
{
	*walk = (struct risk_walk){ 0 };
	double **all[] = { &walk->set.first, &walk->set.second, &walk->set.first_ended, &walk->set.second_ended };
	for (int i = 0; i < countof(all); i++)
		*all[i] = new(perm, i % 2 ? w->triangle : w->columns, double);
}

/* Adds a row to sums, or with a negative weight takes it away. */
static inline void
add(const struct cox_work *w, int row, double weight, double *first, double *second)
{
	const double *x = w->x + (ptrdiff_t)row * w->columns;
	for (int i = 0; i < w->columns; i++) {
		double part = weight * x[i];
		first[i] += part;
		for (int j = 0; second && j <= i; j++)
			*second++ += part * x[j];
	}
}

static void
forget(const struct cox_work *w, double *total, double *first, double *second)
{
	*total = 0;
	memset(first, 0, (size_t)w->columns * sizeof(double));
	memset(second, 0, (size_t)w->triangle * sizeof(double));
}

/* Takes away those who came in at or after the time; when nobody is left, what rounding left as well. */
static void
take_away(struct risk_walk *walk, const struct cox_work *w, bool second)
{
	struct risk_set *s = &walk->set;
	while (walk->leaving < walk->next && w->row[w->entries[walk->leaving]].entry >= s->time) {
		int row = w->entries[walk->leaving++];
		s->total -= w->weight[row];
		s->at_risk--;
		add(w, row, -w->weight[row], s->first, second ? s->second : NULL);
	}
	if (s->at_risk == 0)
		forget(w, &s->total, s->first, s->second);
}

bool
risk_walk_on(struct risk_walk *walk, const struct cox_work *w, bool second)
{
	struct risk_set *s = &walk->set;
	s->ended = 0;
	while (walk->next < w->rows && !s->ended) {
		s->time = w->row[walk->next].exit;
		s->begin = walk->next;
		take_away(walk, w, second);
		forget(w, &s->total_ended, s->first_ended, s->second_ended);
		for (; walk->next < w->rows && w->row[walk->next].exit == s->time; walk->next++, s->at_risk++) {
			double weight = w->weight[walk->next];
			s->total += weight;
			add(w, walk->next, weight, s->first, second ? s->second : NULL);
			if (!w->row[walk->next].ended)
				continue;
			s->ended++;
			s->total_ended += weight;
			add(w, walk->next, weight, s->first_ended, second ? s->second_ended : NULL);
		}
		s->end = walk->next;
	}
	return s->ended > 0;
}
