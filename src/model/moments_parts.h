/* moments_parts.h: what the two halves of moments_of share. Not for others. */
#ifndef MODEL_MOMENTS_PARTS_H
#define MODEL_MOMENTS_PARTS_H

#include "model/moments.h"

/* The flows of a prospect at one point of its years. */
struct flows {
	const struct prospect *p;
	const struct rates *rates;
	int phase[MONTHS_MOST + 1];
	double (*leave)[GRADES_MOST][TENURE_MOST + 1];     /* [phase], before the year and pressure */
	double times[MONTHS_MOST + 1], fill[MONTHS_MOST + 1], cover[MONTHS_MOST + 1];
	int lead[MONTHS_MOST + 1], oldest;                 /* whole months before a post may be filled; no more are told apart */
	double funded[MONTHS_MOST + 1];
};

/* By grade and months in post. */
struct people { double at[GRADES_MOST][TENURE_MOST + 1]; };

/* Adds the variance of posts filled, of chance alone, to each month (moments_variance.c). */
void moments_variance(const struct flows *f, struct moment *out, struct arena scratch);

#endif
