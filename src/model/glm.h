/* glm.h: counts of endings over person-time, and chances of ending in a month, from columns.
 *
 * GLM_POISSON: endings y over exposure e, log(mean) = log(e) + line: with a column for each band of time it is the
 * piecewise-constant hazard (offset = log exposure; cells of many people as well as single rows). GLM_CLOGLOG: a
 * row for each person and month, y 0 or 1; its coefficients are those of a hazard ratio (grouped Cox). GLM_LOGIT: the
 * same as odds. Fitted by repeated weighted least squares; errors from the information at the end.
 */
#ifndef MODEL_GLM_H
#define MODEL_GLM_H

#include "base/error.h"
#include "model/life.h"

enum glm_kind { GLM_POISSON, GLM_CLOGLOG, GLM_LOGIT };

struct glm_rows {
	const double *y, *x;             /* x row by row; give a column of ones where a constant is wanted */
	const double *offset;            /* or NULL */
	int count, columns;
};
struct glm {
	int   columns, degrees, rounds;
	bool  settled;
	bool *dropped, *endless;         /* as in cox.h */
	double *coefficient, *se, *variance;
	double loglik, deviance;
};

/* False with words where there is nothing to fit: no rows, nothing ended, a value that cannot be. */
bool glm_fit(struct glm *glm, struct glm_rows rows, enum glm_kind kind, struct arena *perm, struct error *err);

/* Endings and exposure of lives by band of time: cuts[0] < .. < cuts[count - 1] end all bands but the last. */
struct band { double from, to; int ended; double exposure; };
void life_bands(struct lives lives, const double *cuts, int count, struct band *bands);
/* One row for each life and band it was in: for glm_fit. row_life and row_band say of which. */
struct banded { int count; int *life, *band; double *exposure, *ended; };
void life_banded(struct banded *banded, struct lives lives, const double *cuts, int count, struct arena *perm);

#endif
