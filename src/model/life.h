/* life.h: how long things last, where not all were seen from their beginning or to their end.
 *
 * A *life* is one stretch of watching: seen from `entry` (it had lasted so long already), to `exit`, when it ended by
 * a cause, or was only lost sight of (cause 0). It is at risk in (entry, exit]: whoever enters at t is not at
 * risk at t. So somebody found in post at the first extract, with six years in it, counts from the sixth year on,
 * and not before (left truncation). A life whose exit is not after its entry is never at risk.
 *
 * With late entries the first risk sets can be of two or three people; a curve that falls to nothing there never
 * comes back. life_settled says from when enough are at risk, and the curve is then told given that.
 *
 * Methods and results are those of R's survival (Therneau; Kaplan and Meier 1958; Nelson 1972; Aalen and Johansen
 * 1978), against which they are tested.
 */
#ifndef MODEL_LIFE_H
#define MODEL_LIFE_H

#include "base/arena.h"
#include <stdbool.h>
#include <stdint.h>

struct life { double entry, exit; int cause; };    /* cause 0: still going on when last seen */
struct lives { const struct life *at; int count; };

enum limits { LIMITS_LOG, LIMITS_PLAIN, LIMITS_LOG_LOG };

/* What happened at one time, and what is known just after it. */
struct life_step {
	double time;
	int    at_risk, ended, lost;     /* at the time; ended by any cause */
	double lasting, lasting_se;      /* Kaplan-Meier, Greenwood */
	double lower, upper;             /* of `lasting`, 95 % */
	double hazard, hazard_se;        /* Nelson-Aalen, since `from` */
};
struct life_curve {
	double from;                     /* lasting is the chance to last on, given `from` */
	enum limits limits;
	struct life_step *steps;         /* at each time at which something ended or was lost */
	int    count, lives, ended;      /* lives: ever at risk after `from` */
};

/* Only what is at risk after `from` is looked at. */
void life_curve(struct life_curve *curve, struct lives lives, double from, enum limits limits, struct arena *perm);
/* The step that holds at a time: NULL before the first. */
const struct life_step *life_at(const struct life_curve *curve, double time);
int  life_at_risk(struct lives lives, double time);
/* How many of `count` steps stand at or before `time`; each is `size` bytes, begins with its time, and none is earlier
 * than the one before. */
int  life_upto(const void *steps, size_t size, int count, double time);

/* The first time from which at least `least` are at risk whenever something ends, until the number at risk is
 * greatest. False when it never is. */
bool life_settled(struct lives lives, int least, double *from, struct arena scratch);

/* The time by which a share has ended: of the curve and of its limits; NAN where it is not reached. Where the curve
 * stands level at exactly that share, the middle of the level. */
struct life_quantile { double time, lower, upper; };
struct life_quantile life_quantile(const struct life_curve *curve, double ended);
/* The mean time from `from` to `until`, with its standard error. */
double life_mean(const struct life_curve *curve, double until, double *se);

/* Whether groups last alike (Mantel and Haenszel; with rho 1 Peto and Peto, which weighs early differences more).
 * group[i] is 0 .. groups - 1. observed and expected are `groups` long. Degrees 0: nothing can be compared. */
struct life_test { double chi_square; int degrees; double *observed, *expected; };
void life_test(struct life_test *test, struct lives lives, const int *group, int groups, double rho,
               struct arena *perm);

/* ---- several states ---------------------------------------------------------------------------- */

/* Watching somebody in a state from entry to exit, when they went `to` another; to == from: lost sight of. */
struct path { int who, from, to; double entry, exit; };
struct paths { const struct path *at; int count, people, states; };      /* who: 0 .. people - 1 */

struct path_step { double time; double *share, *share_se; int *at_risk; };      /* by state */
struct path_curve { struct path_step *steps; int count, states; };

/* The share in each state (Aalen and Johansen), all of them in `start` at `from`; standard errors by the
 * infinitesimal jackknife, over people. With one state left for several others these are competing causes. Errors of
 * many people over many times take long: beyond PATH_ERRORS_MOST of both together they are NAN. At most 16 states. */
#define PATH_ERRORS_MOST 100000000.0
void path_curve(struct path_curve *curve, struct paths paths, int start, double from, struct arena *perm);
const struct path_step *path_at(const struct path_curve *curve, double time);
/* Lives as paths from state 0 to the state of their cause, 1 to `causes`. */
struct paths life_paths(struct lives lives, int causes, struct arena *perm);

#endif
