/* glm.c: see glm.h. */
#include "model/glm.h"

#include <math.h>
#include <string.h>

#include "model/solve.h"

enum { GLM_ROUNDS_MOST = 60, GLM_COLUMNS_MOST = 128 };

/* ---- three laws ------------------------------------------------------------------------------------ */

struct law_of {
	double (*mean)(double line);
	double (*slope)(double line);            /* of the mean, by the line */
	double (*variance)(double mean);
	double (*loglik)(double y, double mean);
	double (*first)(double y);               /* a line to begin with, without offset */
};

static double
poisson_loglik(double y, double mean)
{
	return y * log(mean) - mean - lgamma(y + 1);
}

static double
same(double mean)
{
	return mean;
}

static double
poisson_first(double y)
{
	return log(y + 0.1);
}

static double
keep_chance(double p)
{
	const double least = 2.220446049250313e-16;
	return fmin(fmax(p, least), 1 - least);
}

static double
chance_variance(double p)
{
	return p * (1 - p);
}

static double
chance_loglik(double y, double p)
{
	return (y > 0 ? y * log(p) : 0) + (y < 1 ? (1 - y) * log1p(-p) : 0);
}

static double
cloglog_mean(double line)
{
	return keep_chance(-expm1(-exp(line)));
}

static double
cloglog_slope(double line)
{
	line = fmin(line, 700);
	return fmax(exp(line) * exp(-exp(line)), 2.220446049250313e-16);
}

static double
cloglog_first(double y)
{
	return log(-log1p(-(y + 0.5) / 2));
}

static double
logit_mean(double line)
{
	return keep_chance(1 / (1 + exp(-line)));
}

static double
logit_slope(double line)
{
	double p = logit_mean(line);
	return p * (1 - p);
}

static double
logit_first(double y)
{
	double p = (y + 0.5) / 2;
	return log(p / (1 - p));
}

static const struct law_of laws[] = {
	[GLM_POISSON] = { exp, exp, same, poisson_loglik, poisson_first },
	[GLM_CLOGLOG] = { cloglog_mean, cloglog_slope, chance_variance, chance_loglik, cloglog_first },
	[GLM_LOGIT] = { logit_mean, logit_slope, chance_variance, chance_loglik, logit_first },
};

/* ---- the fit --------------------------------------------------------------------------------------- */

struct fit {
	struct glm_rows rows;
	const struct law_of *law;
	double *line, *information, *right;
};

static bool
may_fit(struct glm_rows rows, enum glm_kind kind, struct error *err)
{
	double ended = 0;
	if (rows.columns < 1 || rows.columns > GLM_COLUMNS_MOST)
		return fail(err, "the model has %d columns; it takes 1 to %d", rows.columns, GLM_COLUMNS_MOST);
	if (rows.count < 1)
		return fail(err, "there are no rows to fit");
	for (int i = 0; i < rows.count; i++) {
		double y = rows.y[i];
		if (!(y >= 0) || !isfinite(y) || (kind != GLM_POISSON && y > 1))
			return fail(err, "row %d of the model has an outcome that cannot be", i + 1);
		if (rows.offset && !isfinite(rows.offset[i]))
			return fail(err, "row %d of the model has no exposure", i + 1);
		ended += y;
	}
	for (ptrdiff_t i = 0; i < (ptrdiff_t)rows.count * rows.columns; i++)
		if (!isfinite(rows.x[i]))
			return fail(err, "a column holds a value that is no number");
	if (!(ended > 0))
		return fail(err, "nothing ended, so nothing can be said of what makes endings likelier");
	return true;
}

/* Adds a row to the weighted sums: weight, and the target less its offset. */
static void
add_row(struct fit *f, int i, double weight, double target)
{
	int p = f->rows.columns;
	const double *x = f->rows.x + (ptrdiff_t)i * p;
	for (int a = 0; a < p; a++) {
		f->right[a] += weight * x[a] * target;
		for (int b = 0; b <= a; b++)
			f->information[a * p + b] += weight * x[a] * x[b];
	}
}

static void
weigh(struct fit *f)
{
	int p = f->rows.columns;
	memset(f->information, 0, (size_t)(p * p) * sizeof(double));
	memset(f->right, 0, (size_t)p * sizeof(double));
	for (int i = 0; i < f->rows.count; i++) {
		double line = f->line[i], mean = f->law->mean(line), slope = f->law->slope(line);
		double weight = slope * slope / f->law->variance(mean);
		if (!(weight > 0) || !isfinite(weight))
			continue;
		double target = line + (f->rows.y[i] - mean) / slope - (f->rows.offset ? f->rows.offset[i] : 0);
		add_row(f, i, weight, target);
	}
}

static double
draw_lines(struct fit *f, const double *coefficient)
{
	double loglik = 0;
	for (int i = 0; i < f->rows.count; i++) {
		double line = f->rows.offset ? f->rows.offset[i] : 0;
		for (int c = 0; c < f->rows.columns; c++)
			line += coefficient[c] * f->rows.x[(ptrdiff_t)i * f->rows.columns + c];
		f->line[i] = line;
		loglik += f->law->loglik(f->rows.y[i], f->law->mean(line));
	}
	return loglik;
}

/* The new coefficients stand in `right`; goes there, or half, a quarter .. of the way. */
static bool
go(struct glm *glm, struct fit *f, struct arena scratch)
{
	double *tried = new(&scratch, glm->columns, double), share = 1;
	for (int half = 0; half < 20; half++, share /= 2) {
		for (int c = 0; c < glm->columns; c++)
			tried[c] = glm->coefficient[c] + share * (f->right[c] - glm->coefficient[c]);
		double loglik = draw_lines(f, tried);
		if (!isfinite(loglik) || (glm->rounds > 1 && loglik < glm->loglik - 1e-9 * fabs(glm->loglik)))
			continue;
		glm->settled = glm->rounds > 1 && fabs(loglik - glm->loglik) <= 1e-12 * (fabs(loglik) + 0.1);
		glm->loglik = loglik;
		memcpy(glm->coefficient, tried, (size_t)glm->columns * sizeof(double));
		return true;
	}
	return false;
}

static double
saturated(const struct fit *f)
{
	double loglik = 0;
	for (int i = 0; i < f->rows.count; i++)
		if (f->rows.y[i] > 0)
			loglik += f->law->loglik(f->rows.y[i], f->rows.y[i]);
	return isfinite(loglik) ? loglik : 0;
}

static void
finish(struct glm *glm, struct fit *f)
{
	int p = glm->columns;
	weigh(f);
	solve_factor(f->information, p, 1e-13);
	solve_inverse(f->information, p, glm->variance);
	for (int c = 0; c < p; c++) {
		glm->se[c] = sqrt(glm->variance[c * p + c]);
		bool lost = solve_dropped(f->information, p, c) && !glm->dropped[c];
		glm->endless[c] = lost || (glm->se[c] > 100 && fabs(glm->coefficient[c]) > 5);
	}
	glm->deviance = 2 * (saturated(f) - glm->loglik);
}

bool
glm_fit(struct glm *glm, struct glm_rows rows, enum glm_kind kind, struct arena *perm, struct error *err)
{
	int p = rows.columns;
	if (!may_fit(rows, kind, err))
		return false;
	struct fit f = { rows, &laws[kind], .line = new(perm, rows.count, double) };
	f.information = new(perm, (ptrdiff_t)p * p, double);
	f.right = new(perm, p, double);
	*glm = (struct glm){ .columns = p };
	glm->dropped = new(perm, p, bool);
	glm->endless = new(perm, p, bool);
	glm->coefficient = new(perm, p, double);
	glm->se = new(perm, p, double);
	glm->variance = new(perm, (ptrdiff_t)p * p, double);
	for (int i = 0; i < rows.count; i++)
		f.line[i] = f.law->first(rows.y[i]) + (kind == GLM_POISSON || !rows.offset ? 0 : rows.offset[i]);
	for (glm->rounds = 1; glm->rounds <= GLM_ROUNDS_MOST && !glm->settled; glm->rounds++) {
		weigh(&f);
		glm->degrees = solve_factor(f.information, p, 1e-13);
		for (int c = 0; c < p && glm->rounds == 1; c++)
			glm->dropped[c] = solve_dropped(f.information, p, c);
		solve_with(f.information, p, f.right);
		if (!go(glm, &f, *perm))
			break;
	}
	finish(glm, &f);
	return true;
}
