/* outlook.h: what a council's figures, or its own people, lead us to expect: prospects made of data.
 *
 * A prospect made here says how it came about: what share of each estimate is the council's own, what is
 * England's, which figures went in, and every number that was assumed.
 */
#ifndef OUTLOOK_OUTLOOK_H
#define OUTLOOK_OUTLOOK_H

#include "measure/published.h"
#include "model/prospect.h"

/* One number that was taken, not measured. */
struct assumption {
	Str what;                    /* "Agency: cost of a week" */
	Str value, unit;
	Str source;                  /* in words */
	Str grade;                   /* A to D, as the evidence is graded; "own" for the council's choice */
	Str who, when;               /* who set it and when; empty for what came with the program */
};

struct outlook {
	struct prospect *prospect;
	int      area, year;         /* the last year, or day's year, it knows */
	int      own_weight;         /* of a hundred: how much of the leaving rate is the council's own data */
	double   leaving, national;  /* a year's, as used, and England's */
	struct assumption *assumptions;
	int      assumption_count;
	Str     *inputs;             /* each figure used, in words, for the recipe's hash */
	int      input_count;
};

/* From published figures up to and including `origin` alone; later years are not looked at. NULL with words
 * where a council has too little (no posts published in the origin year or the two before). */
struct outlook *outlook_of_published(const struct published *p, int area, int origin, int months,
                                     struct arena *perm, struct error *err);

#endif
