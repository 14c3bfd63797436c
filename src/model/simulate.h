/* simulate.h: many futures of a prospect, person by person.
 *
 * Each post has, in each replication, a calendar of candidate moments at the rate `most`: when they are does
 * not depend on any scenario. At a candidate moment a mark decides whether whoever is in the post leaves, by
 * which cause, or moves up, under the chances of that month. So two scenarios of one seed differ only where
 * they must, and the difference between them is known some twenty times better than by separate luck.
 * The answer for a replication depends on (seed, whom, replication) alone: blocks may be run anywhere, in any
 * order, and their tallies added.
 */
#ifndef MODEL_SIMULATE_H
#define MODEL_SIMULATE_H

#include "model/tally.h"

enum { BLOCK = 64 };                               /* replications of one unit of work */

/* Candidates of replications first..first+count-1, of a prospect and all scenarios made of it with the same
 * `most` and months; seats_more: ids beyond the prospect's own. Some 14 bytes a candidate. */
struct calendar;
struct calendar *calendar_new(const struct prospect *p, int seats_more, uint64_t seed, int first, int count,
                              struct arena *perm);
/* The same for these prospects alone, of the same `most`, months and council; the first is the base. What none of them can
 * come to is left out (reach.h), so it is made and run faster; no answer is another. They must outlive it. */
struct calendar *calendar_for(const struct prospect *const *whose, int whose_count, int seats_more, uint64_t seed, int first,
                              int count, struct arena *perm);

/* Adds replications first..first+count-1, which the calendar must hold, to the tally. */
void simulate(const struct prospect *p, const struct calendar *calendar, int first, int count,
              struct tally *tally, struct arena scratch);
/* Each replication as it came out, for who scores lines against each other: turnover is leavers of those in post then. */
typedef void simulate_taker(void *who, int replication, const struct replication *came);
void simulate_each(const struct prospect *p, const struct calendar *calendar, int first, int count,
                   simulate_taker *take, void *who, struct arena scratch);

/* A scenario of a base, and where it is counted: either may be NULL. */
struct other {
	const struct prospect *prospect;               /* by lever_pull from the base */
	struct tally *tally;
	struct gap_tally *gap;                         /* less the base */
};
enum { OTHERS_MOST = 3 };                          /* scenarios of one pass */

/* A base and its scenarios in one pass: what comes of each is what it is run alone. Without of_base and any gap the base is
 * not drawn. */
void simulate_beside(const struct prospect *base, const struct other *others, int other_count,
                     const struct calendar *calendar, int first, int count, struct tally *of_base,
                     struct arena scratch);

/* The same futures by flows instead of persons: for pools above some ten thousand people. Integer binomial
 * draws addressed by (cell, month). Does not keep single posts' terms: seats that begin or end and cohorts
 * are counts. */
void simulate_pool(const struct prospect *p, uint64_t seed, int first, int count, struct tally *tally,
                   struct arena scratch);
bool simulate_as_pool(const struct prospect *p);   /* whether that is the faster way */

#endif
