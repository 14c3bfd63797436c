/* shrink.h: rates of many small groups, each drawn towards what is common by as much as it is uncertain.
 *
 * A council of forty people that lost three, or one of four hundred that lost eighty: neither rate is to be
 * believed as it stands, the first far less than the second. The rates of all groups are taken to be spread as a
 * gamma curve (alpha, beta) whose two numbers are found from the groups themselves: those under which the
 * counts seen are likeliest, a negative binomial each (empirical Bayes). Then, for d events in exposure e:
 *
 *   rate        (alpha + d) / (beta + e)
 *   own weight  e / (beta + e): how much of it is the group's own figure; the rest is everybody's
 *   next count  in exposure f: negative binomial of size alpha + d and mean f * rate
 *
 * Where the groups differ no more than luck makes them, no such alpha is finite. Then everybody's rate is the
 * same one, own weights are nothing, and what is uncertain is luck alone. That is an answer, not a failure.
 *
 * Counts may be whole (people) or not (FTE). Uses GSL, so it is not part of what runs in a browser.
 */
#ifndef MODEL_SHRINK_H
#define MODEL_SHRINK_H

#include <stdbool.h>

#include "base/error.h"

struct seen { double events, exposure; };          /* leavers; person-years in which they could leave */

struct shrinkage {
	bool   pooled;               /* no more spread than luck: alpha and beta are without end */
	double alpha, beta;          /* 0 where pooled */
	double mean;                 /* alpha / beta, or all events / all exposure */
	double loss;                 /* minus the logarithm of the likelihood */
};

/* Words where there is no exposure at all, or one that is below nothing or not a number. Groups without
 * exposure are passed over. No events anywhere is a rate of nothing for all. */
bool shrink_fit(const struct seen *groups, int count, struct shrinkage *out, struct error *err);

double shrink_rate(const struct shrinkage *s, struct seen group);
double shrink_weight(const struct shrinkage *s, struct seen group);
/* The rate below which the group's own lies with this chance, 0 < share < 1. */
double shrink_rate_at(const struct shrinkage *s, struct seen group, double share);
/* The least count in `exposure` to come that is not exceeded with at least the chance `share`. */
int    shrink_next_at(const struct shrinkage *s, struct seen group, double exposure, double share);

#endif
