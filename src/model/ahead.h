/* ahead.h: how many to recruit ahead of need: posts over establishment, by role, at a chosen chance of being short.
 *
 * A post that is left stays open for the time it takes to fill. With L months to fill and n posts of which a share
 * h is left in a year, n * h * L / 12 are open at any time on average, and how many are is a Poisson count (Palm's
 * theorem: whatever the spread of the time to fill), or negative binomial where years differ. With k people over
 * establishment nobody is missing while no more than k posts are open: the *chance of a gap* is that of more.
 * While fewer are open, some of the k have no post of their own: *months over*. While more are, posts stand open
 * in spite of them: *months short*. Both cost; the cheapest k is the newsvendor's.
 *
 * Leavers are taken one by one; in truth they cluster, so the true chance of a gap is higher than without `spread`.
 * Money is pence, as whole numbers where it is told.
 */
#ifndef MODEL_AHEAD_H
#define MODEL_AHEAD_H

#include "base/error.h"
#include "base/str.h"
#include "model/law.h"

enum { AHEAD_OVER_MOST = 2000, AHEAD_POSTS_MOST = 100000 };

/* One role of a council. */
struct ahead {
	Str    role;                 /* in words: "Social worker" */
	int    posts;                /* established */
	double leaving;              /* a year's share of posts that are left: 0.122 */
	double lead;                 /* months from left to filled */
	double spread;               /* how years differ: coefficient of variation of leaving; 0: not at all */
	int64_t over_month;          /* pence: a month of somebody over establishment; 0: not known */
	int64_t short_month;         /* pence: a month that a post stands open, agency's premium say; 0: not known */
};
/* Words if it cannot be reckoned: no posts, leaving of nobody or everybody, months below 0 or above 60. */
bool ahead_fault(const struct ahead *a, struct error *err);

struct law ahead_open(const struct ahead *a);      /* how many posts are open at a time */
double ahead_year(const struct ahead *a);          /* leavers of a year, on average */

/* So many over: what comes of it. */
struct ahead_point {
	int     over;
	double  gap;                 /* chance that more posts are open than are over */
	double  over_months, short_months;       /* of a year, on average */
	int64_t over_cost, short_cost;           /* pence a year; 0 where prices are not known */
};
struct ahead_point ahead_at(const struct ahead *a, int over);
/* The least over whose chance of a gap is at most this, above 0. */
int ahead_over(const struct ahead *a, double gap);
/* The over that costs least: the least whose chance of no gap reaches short_month / (short_month + over_month).
 * Where prices are not known: -1. */
int ahead_cheapest(const struct ahead *a);
/* The curve from 0 on, as far as the chance of a gap is worth telling: out[0..most]. Gives how many. */
int ahead_curve(const struct ahead *a, struct ahead_point *out, int most);

/* A flat share of posts, to the nearest whole post: 10% of 100 is 10, of 40 is 4. `share` in millionths. */
int ahead_flat(int posts, int32_t share);
/* The chance that no more than `over` of the posts are left in a year, each left or not by itself. */
double ahead_flat_chance(int posts, double leaving, int over);

/* ---- how many to hire by a date ---------------------------------------------------------------- */

struct ahead_target {
	int    posts, filled;        /* funded; filled at the start */
	double leaving;              /* a year's */
	double spread;
	int    months;               /* until the date */
	double vacancy;              /* the share that may be vacant then: 0.08 */
};
struct ahead_hires {
	int    filled_then;          /* posts that must be filled by the date */
	double leavers;              /* expected until then */
	int    hires;                /* starts until then that reach it on average; 0: reached without any */
	int    hires_likely;         /* that reach it with the chance asked for */
	double a_month;              /* hires / months */
};
/* Starts are spread evenly over the months, and some who start leave again before the date. */
struct ahead_hires ahead_hires(const struct ahead_target *target, double chance);
bool ahead_target_fault(const struct ahead_target *target, struct error *err);

/* ---- the newsvendor ---------------------------------------------------------------------------- */

/* What one too many and one too few cost. */
struct newsvendor { double over, under; };
struct news_answer { double amount, cost; };       /* the best amount and what it costs on average */
struct news_answer news_normal(double mean, double sd, struct newsvendor costs);
struct news_answer news_count(struct law law, struct newsvendor costs);

#endif
