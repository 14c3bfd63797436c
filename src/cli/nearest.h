/* nearest.h: "did you mean": the names nearest to one that is not known. */
#ifndef CLI_NEAREST_H
#define CLI_NEAREST_H

#include "base/str.h"

enum { NEAREST_MOST = 3 };

struct nearest {
	Str to;                          /* what was said */
	Str at[NEAREST_MOST];            /* nearest first */
	int distance[NEAREST_MOST];
	int count;
};

/* Keeps `name` when it is near enough to be meant: it begins as `to` does, or at most a third of its
 * letters differ. */
void nearest_offer(struct nearest *nearest, Str name);

/* "; the nearest are: scorecard, settings", or nothing when none is near. */
Str nearest_text(const struct nearest *nearest, struct arena *perm);

#endif
