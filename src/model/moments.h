/* moments.h: the exact mean and spread of a prospect, without chance: the preview, and the engines' oracle.
 *
 * Posts are independent when nothing ties them: no pressure, no limit on hires, no cohorts over establishment,
 * no drift. Then mean and variance are exact. What ties them is left out here, except drifts of leaving and
 * filling, which are taken over by five-point quadrature of their joint multiplier.
 */
#ifndef MODEL_MOMENTS_H
#define MODEL_MOMENTS_H

#include "model/prospect.h"

struct moment {
	double filled, variance;     /* of all filled */
	double grade[GRADES_MOST];
	double left, joined;         /* in the month */
	double cost;                 /* pence in the month */
};
/* out[0..months]. */
void moments_of(const struct prospect *p, struct moment *out, struct arena scratch);
/* Whether they are exact for this prospect; else `why` says in words what is left out. */
bool moments_exact(const struct prospect *p, Str *why);

#endif
