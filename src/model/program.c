/* program.c: building a program, writing it down, and which limits have to give way. */
#include "model/program.h"

#include <assert.h>
#include <string.h>

struct program
program_new(struct arena *perm)
{
	return (struct program){ .perm = perm };
}

/* Room for one more; what was there is copied. */
static void *
room_for(void *at, int count, int *room, ptrdiff_t size, struct arena *perm)
{
	if (count < *room)
		return at;
	*room = *room ? 2 * *room : 256;
	void *moved = arena_take(perm, *room, (size_t)size, _Alignof(max_align_t));
	if (count)
		memcpy(moved, at, (size_t)(count * size));
	return moved;
}

int
program_column(struct program *p, struct column_of column)
{
	p->columns = room_for(p->columns, p->column_count, &p->column_room, sizeof *p->columns, p->perm);
	p->columns[p->column_count] = column;
	return p->column_count++;
}

int
program_row(struct program *p, double low, double high, int limit)
{
	p->rows = room_for(p->rows, p->row_count, &p->row_room, sizeof *p->rows, p->perm);
	p->rows[p->row_count] = (struct row_of){ low, high, limit, p->term_count, 0 };
	return p->row_count++;
}

void
program_term(struct program *p, int column, double by)
{
	assert(p->row_count > 0 && column >= 0 && column < p->column_count);
	if (by == 0)
		return;
	p->terms = room_for(p->terms, p->term_count, &p->term_room, sizeof *p->terms, p->perm);
	p->terms[p->term_count++] = (struct term){ column, by };
	p->rows[p->row_count - 1].count++;
}

/* ---- written down ------------------------------------------------------------------------------- */

static void
write_terms(struct text *out, const struct program *p, const struct row_of *row)
{
	for (int t = 0; t < row->count; t++)
		text_format(out, "%s%+.12g x%d", t % 8 == 7 ? "\n " : " ", p->terms[row->first + t].by, p->terms[row->first + t].column);
}

static void
write_rows(struct text *out, const struct program *p)
{
	for (int r = 0; r < p->row_count; r++) {
		const struct row_of *row = &p->rows[r];
		if (row->count == 0)
			continue;
		if (isfinite(row->low)) {
			text_format(out, " a%d:", r);
			write_terms(out, p, row);
			text_format(out, " %s %.12g\n", row->low == row->high ? "=" : ">=", row->low);
		}
		if (isfinite(row->high) && row->high != row->low) {
			text_format(out, " b%d:", r);
			write_terms(out, p, row);
			text_format(out, " <= %.12g\n", row->high);
		}
	}
}

Str
program_write(const struct program *p, struct arena *perm)
{
	struct text out = text_new(perm);
	text_add(&out, S("Minimize\n cost:"));
	for (int c = 0; c < p->column_count; c++)
		text_format(&out, "%s%+.12g x%d", c % 8 == 7 ? "\n " : " ", p->columns[c].cost, c);
	text_add(&out, S("\nSubject To\n"));
	write_rows(&out, p);
	text_add(&out, S("Bounds\n"));
	for (int c = 0; c < p->column_count; c++) {
		text_format(&out, " x%d >= %.12g\n", c, p->columns[c].least);
		if (isfinite(p->columns[c].most))
			text_format(&out, " x%d <= %.12g\n", c, p->columns[c].most);
	}
	text_add(&out, S("Generals\n"));
	for (int c = 0; c < p->column_count; c++)
		if (p->columns[c].whole)
			text_format(&out, " x%d\n", c);
	text_add(&out, S("End\n"));
	return text_str(&out);
}

/* ---- which limits give way ---------------------------------------------------------------------- */

bool
program_give_way(const struct program *p, int first, int limits, double *by, struct arena *perm, struct error *err)
{
	struct program loose = program_new(perm);
	struct solution out;
	int *slack = new(perm, p->row_count, int);
	for (int l = 0; l < limits; l++)
		by[l] = 0;
	for (int c = 0; c < p->column_count; c++)
		program_column(&loose, (struct column_of){ p->columns[c].least, p->columns[c].most, 0, false });
	for (int r = 0; r < p->row_count; r++) {
		const struct row_of *row = &p->rows[r];
		bool gives = row->limit >= first;
		double size = isfinite(row->low) && row->low != 0 ? fabs(row->low) : isfinite(row->high) && row->high != 0 ? fabs(row->high) : 1;
		slack[r] = gives ? program_column(&loose, (struct column_of){ 0, NO_LIMIT, 1 / size, false }) : -1;
		program_row(&loose, row->low, row->high, row->limit);
		for (int t = 0; t < row->count; t++)
			program_term(&loose, p->terms[row->first + t].column, p->terms[row->first + t].by);
		if (gives)
			program_term(&loose, slack[r], isfinite(row->low) ? 1 : -1);
	}
	if (!program_solve(&loose, (struct effort){ .seconds = 5 }, &out, perm, err))
		return false;
	for (int r = 0; r < p->row_count && out.solved == SOLVED_BEST; r++)
		if (slack[r] >= 0)
			by[p->rows[r].limit] += out.columns[slack[r]];
	return true;
}
