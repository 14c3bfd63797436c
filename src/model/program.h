/* program.h: a linear program, some of whose columns are whole, built row by row and solved.
 *
 *     minimise  sum cost * column   subject to   low <= row <= high,  least <= column <= most
 *
 * Solved by GLPK (program_glpk.c), whose branching finds whole numbers within a time limit. It can be written down, so
 * that any other solver can be held against it. Rows carry the number of the limit they belong to, so that one that
 * cannot be met can be named.
 */
#ifndef MODEL_PROGRAM_H
#define MODEL_PROGRAM_H

#include <math.h>

#include "base/error.h"
#include "base/str.h"

#define NO_LIMIT INFINITY

struct column_of { double least, most, cost; bool whole; };
struct row_of    { double low, high; int limit; int first, count; };     /* limit: the caller's number of it */
struct term      { int column; double by; };

struct program {
	struct column_of *columns;
	struct row_of    *rows;
	struct term      *terms;
	int column_count, row_count, term_count;
	int column_room, row_room, term_room;
	struct arena *perm;
};
struct program program_new(struct arena *perm);
int  program_column(struct program *p, struct column_of column);     /* its number, from 0 */
/* Terms added until the next row belong to this one. */
int  program_row(struct program *p, double low, double high, int limit);
void program_term(struct program *p, int column, double by);

enum solved { SOLVED_BEST, SOLVED_GOOD, SOLVED_NONE, SOLVED_LATE };
/* BEST: within the gap asked for. GOOD: the time was over, and this is the best found. NONE: nothing meets all limits.
 * LATE: the time was over and nothing was found. */
struct solution {
	enum solved solved;
	double *columns;
	double cost, bound;          /* bound: no answer costs less */
};
/* gap: of the cost and of what is spent `beside` it whatever is chosen. whole: false solves it without whole numbers. */
struct effort { double gap, beside; int seconds; bool whole; };
/* False, with words, only where the solver itself failed. */
bool program_solve(const struct program *p, struct effort effort, struct solution *out, struct arena *perm, struct error *err);

/* As CPLEX LP text, columns named x0, x1, ...: glpsol, cbc and others read it. */
Str program_write(const struct program *p, struct arena *perm);

/* Which limits cannot all be met: the least by which each has to give way, so that the rest can. `by` is as long as
 * there are limits; limits below `first` never give way. Whole numbers are not asked for. */
bool program_give_way(const struct program *p, int first, int limits, double *by, struct arena *perm, struct error *err);

#endif
