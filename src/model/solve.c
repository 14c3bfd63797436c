/* solve.c: see solve.h. L D L', the pivots on the diagonal. */
#include "model/solve.h"

#include <math.h>

int
solve_factor(double *m, int n, double tolerance)
{
	double largest = 0;
	int kept = 0;
	for (int i = 0; i < n; i++)
		largest = fmax(largest, m[i * n + i]);
	for (int i = 0; i < n; i++) {
		double pivot = m[i * n + i];
		if (!(isfinite(pivot) && pivot > tolerance * largest)) {
			m[i * n + i] = 0;
			for (int j = i + 1; j < n; j++)
				m[j * n + i] = 0;
			continue;
		}
		kept++;
		for (int j = i + 1; j < n; j++) {
			double part = m[j * n + i] / pivot;
			m[j * n + i] = part;
			m[j * n + j] -= part * part * pivot;
			for (int k = j + 1; k < n; k++)
				m[k * n + j] -= part * m[k * n + i];
		}
	}
	return kept;
}

bool
solve_dropped(const double *f, int n, int column)
{
	return f[column * n + column] == 0;
}

void
solve_with(const double *f, int n, double *y)
{
	for (int i = 0; i < n; i++)
		for (int j = 0; j < i; j++)
			y[i] -= y[j] * f[i * n + j];
	for (int i = n - 1; i >= 0; i--) {
		if (f[i * n + i] == 0) {
			y[i] = 0;
			continue;
		}
		y[i] /= f[i * n + i];
		for (int j = i + 1; j < n; j++)
			y[i] -= y[j] * f[j * n + i];
	}
}

void
solve_inverse(const double *f, int n, double *inverse)
{
	for (int column = 0; column < n; column++) {
		double *row = inverse + column * n;      /* it is symmetric */
		for (int i = 0; i < n; i++)
			row[i] = i == column;
		if (solve_dropped(f, n, column))
			row[column] = 0;
		solve_with(f, n, row);
	}
}
