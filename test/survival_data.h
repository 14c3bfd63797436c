/* survival_data.h: the data sets of test/data/survival, read for tests. */
#ifndef TEST_SURVIVAL_DATA_H
#define TEST_SURVIVAL_DATA_H

#include <math.h>
#include <stdlib.h>

#include "files/csv.h"
#include "files/file.h"
#include "model/cox.h"
#include "model/glm.h"

struct set { Str names[16]; int columns, rows; Str *cells; };

static inline struct set
set_read(const char *name, struct arena *perm)
{
	struct error err;
	struct set set = { .cells = new(perm, 40000, Str) };
	struct csv_row row;
	Str text = S(""), path = str_format(perm, "%s/test/data/survival/%s.csv", SOURCE_ROOT, name);
	if (!file_read(path, 1 << 20, &text, perm, &err))
		abort();
	struct csv csv = csv_open(text);
	csv_next(&csv, &row, perm);
	for (; set.columns < row.count; set.columns++)
		set.names[set.columns] = row.fields[set.columns];
	while (csv_next(&csv, &row, perm) && row.count == set.columns)
		for (int c = 0, r = set.rows++; c < row.count; c++)
			set.cells[r * set.columns + c] = row.fields[c];
	return set;
}

static inline Str
set_text(const struct set *set, int row, const char *column)
{
	for (int c = 0; c < set->columns; c++)
		if (str_equal(set->names[c], str_of(column)))
			return set->cells[row * set->columns + c];
	abort();
}

/* NAN where the cell is empty. */
static inline double
set_number(const struct set *set, int row, const char *column, struct arena scratch)
{
	Str text = set_text(set, row, column);
	return text.len ? strtod(str_c(text, &scratch), NULL) : NAN;
}

static inline bool
near(double is, double wants, double within)
{
	if (fabs(is - wants) <= within)
		return true;
	printf("  is %.12g, wants %.12g\n", is, wants);
	return false;
}
/* Oracles are given to ten places. */
#define check_near(is, wants) check(near((is), (wants), 1.5e-10))
#define check_near_to(is, wants, within) check(near((is), (wants), (within)))

/* Columns of a model: "age", or "celltype=adeno" for 1 where the cell says so. Rows with an empty cell are left out. */
struct model { struct cox_rows rows; int *cluster; struct life *lives; double *x; };

static inline struct model
model_new(const struct set *set, int columns, struct arena *perm)
{
	struct model m = { .lives = new(perm, set->rows, struct life), .cluster = new(perm, set->rows, int) };
	m.x = new(perm, (ptrdiff_t)set->rows *columns, double);
	m.rows = (struct cox_rows){ .lives = { m.lives, 0 }, .x = m.x, .columns = columns };
	return m;
}

static inline double
set_cell(const struct set *set, int row, Str column, struct arena scratch)
{
	Str rest = column, name = str_cut(&rest, '=');
	if (!rest.at)
		return set_number(set, row, str_c(name, &scratch), scratch);
	return str_equal(set_text(set, row, str_c(name, &scratch)), rest);
}

static inline void
model_add(struct model *m, const struct set *set, int row, struct life life, const char *const *columns,
          struct arena scratch)
{
	double *x = m->x + (ptrdiff_t)m->rows.lives.count * m->rows.columns;
	for (int c = 0; c < m->rows.columns; c++)
		if (isnan(x[c] = set_cell(set, row, str_of(columns[c]), scratch)))
			return;
	m->lives[m->rows.lives.count++] = life;
}

#endif
