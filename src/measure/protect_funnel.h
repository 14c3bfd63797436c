/* protect_funnel.h: how far each group came, with nobody to be told apart: counts that fall from stage to stage.
 *
 * A funnel says of every group how many came to each stage; whoever came further counts in all before. So the difference of
 * two counts of a group is a count too: of those who stopped between. How many came to each stage in all is known to the
 * reader, from the page or from elsewhere. All that follows from these is what an attacker has: every count, and every
 * difference, is the sum of a run of cells "stopped at this stage" of one group.
 *
 * A run is unsafe when it holds 1 to threshold - 1, when the run of all groups holds fewer than `base` (who they are is
 * known), and when nearly all of it is one group (what they are is known). It is safe when the attacker is left with the
 * whole window of what it may be: 0 to threshold - 1 of a small one, as far as all groups together allow. Counts are
 * withheld until every run is safe. The ranges are exact, in whole people: what is known makes a network, and a run is
 * pushed up and down its cycles as far as it goes. Which stages are withheld whole is tried in every way; the way that
 * shows most is taken. Method: docs/methods/protection.md.
 */
#ifndef MEASURE_PROTECT_FUNNEL_H
#define MEASURE_PROTECT_FUNNEL_H

#include "measure/protect.h"

enum { FUNNEL_GROUPS_MOST = 10, FUNNEL_STAGES_MOST = 6 };

/* at[group * stages + stage], falling along a group. */
struct funnel_counts { int groups, stages; const int64_t *at; };

/* hidden[groups * stages]. False: nothing of any group may be shown. */
bool protect_funnel(struct funnel_counts counts, struct protection protection, bool *hidden, struct arena scratch);

/* What an attacker can work out of how many of a group came to stage `from` and not to `to` (`stages`: those who came to
 * `from` at all). Exact. */
struct funnel_run { int group, from, to; };
struct range funnel_range(struct funnel_counts counts, const bool *hidden, struct funnel_run run, struct arena scratch);

#endif
