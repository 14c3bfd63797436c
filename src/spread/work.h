/* work.h: working one unit out: what a thread and a program on another machine both do. */
#ifndef SPREAD_WORK_H
#define SPREAD_WORK_H

#include "spread/carrier.h"

/* Address space of one worker; pages are used as they are filled. */
#define WORK_ROOM ((ptrdiff_t)3 << 30)

enum unit_end { UNIT_WORKED, UNIT_STOPPED, UNIT_TOO_LARGE };

/* Replications into the job's own tallies. Once `stop` is set it ends early, and the tallies are worth nothing. */
enum unit_end unit_add(const struct spread_job *job, struct spread_unit unit, uint64_t seed, const atomic_bool *stop,
                       struct arena arena);
/* The same for `result`, which says that nothing of it is to be added. Nobody else may add to the job meanwhile. */
void unit_straight(const struct spread_job *job, struct spread_unit unit, uint64_t seed, const atomic_bool *stop,
                   struct arena arena, struct spread_result *result);
/* Into new tallies for `result`, which stand in `perm`. */
void unit_answer(const struct spread_job *job, struct spread_unit unit, uint64_t seed, const atomic_bool *stop,
                 struct arena *perm, struct spread_result *result);

/* Says why it was not worked. */
void unit_refused(const struct spread_job *job, enum unit_end end, struct spread_result *result);

/* How much there is to do in one replication, in post-months; and the number of replications of a unit so that it
 * takes a moment (some 30 ms), is whole blocks, and `workers` each get as many of `all`. */
int64_t job_weight(const struct spread_job *job);
int unit_size(const struct spread_job *job, int64_t all, int workers);

#endif
