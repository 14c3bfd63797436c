/* solve.h: small symmetric equations, as fits by steps need them.
 *
 * Cholesky's factors, made so that a column which the ones before it already say is left out (its pivot is set to
 * nothing) and counted, instead of stopping everything: GSL's and LAPACK's stop, and do not say which column it was.
 * Matrices are size x size, row by row; only the lower triangle of what is given is read.
 */
#ifndef MODEL_SOLVE_H
#define MODEL_SOLVE_H

#include <stdbool.h>

/* Turns a symmetric matrix, no negative pivots, into its factors; a pivot below `tolerance` of the largest on the
 * diagonal is left out. Gives how many were kept. */
int  solve_factor(double *matrix, int size, double tolerance);
bool solve_dropped(const double *factors, int size, int column);
void solve_with(const double *factors, int size, double *y);      /* y becomes the answer; 0 in columns left out */
void solve_inverse(const double *factors, int size, double *inverse);

#endif
