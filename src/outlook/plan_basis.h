/* plan_basis.h: what a recruitment plan starts from: posts, who is in them, and how often they are left.
 *
 * From published figures alone there is one role, social worker: posts are those in post and vacancies (FTE), and
 * leaving is that of the last three years against the mean of those in post at the beginning and end of each (DfE
 * divides by the end alone), drawn towards all councils by empirical Bayes (model/shrink.h). Pages take the rate of the
 * council's outlook instead, where it has one: it is held to what came (backtest.h), and two pages must not differ.
 *
 * From own people there is one for each role of the census with funded posts. A post is left when its holder leaves or
 * is promoted: both open it. Those of the last three years, as far as leavings are seen (outlook/spells.h), are drawn
 * towards the council's published rate by as much person-time as a council counts for among councils.
 */
#ifndef OUTLOOK_PLAN_BASIS_H
#define OUTLOOK_PLAN_BASIS_H

#include "measure/published.h"
#include "workforce/roster.h"

struct plan_basis {
	int    role;                 /* in the roster; NOT_THERE: all social workers, from published figures */
	Str    ref, title;           /* the role's; "Social worker" */
	int    census;               /* DfE's role, 0: not said */
	int    posts, filled;
	double leaving;              /* a year's share of posts that are left */
	double own_weight;           /* how much of it is the council's, or role's, own: 0 to 1 */
	double unsure;               /* how far it may be off: coefficient of variation */
	int    events;               /* left in the time looked at, whole: of own people */
	Str    rests_on, left_on;    /* what posts, and what leaving, were taken from: parts of a sentence */
};

/* False, with words, where there is too little: nobody in post, no year with leavers. */
struct plan_from { int area, year; };          /* figures up to the census year, the last of which in reach are taken */
bool plan_of_published(const struct published *p, struct plan_from from, struct plan_basis *basis, struct arena *perm, struct error *err);
/* Gives how many; none where no role has a funded post. `published` as above: what they are drawn towards. */
int plan_of_own(const struct published *p, const struct plan_basis *published, const struct roster *roster, Date day,
                struct plan_basis **bases, struct arena *perm);

#endif
