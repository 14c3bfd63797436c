/* hiring_pace.h: how long candidates stood in each stage, how long of it they waited on us, and how long a hire took.
 *
 * Medians and ninth tenths, never means: one candidate who waited half a year says nothing of the others. Both by nearest
 * rank: the smallest number of days that half (nine in ten) of the waits do not exceed. A wait is of whoever has left the
 * stage; those who stand in it still are counted beside it, with the longest. Days are from the day one came to a stage to
 * the day one left it.
 */
#ifndef PRACTICE_HIRING_PACE_H
#define PRACTICE_HIRING_PACE_H

#include "practice/hiring.h"

struct spread_days { int count, median, ninth; };            /* of none: all 0 */
/* Sorts the days. */
struct spread_days spread_days_of(int *days, int count);

struct stage_pace {
	struct spread_days left;             /* of those who went on */
	int  standing, longest;              /* who are there now, and the longest wait of them */
};

/* Whose applications: those for which `keep` says so; NULL keeps all. */
typedef bool application_filter(const struct application *application, const void *context);
struct chosen { application_filter *keep; const void *context; };

struct pace {
	struct stage_pace of[APPLICATION_STAGES];
	int64_t days[WHOSE];                 /* that candidates waited, by whose move it was */
	struct spread_days to_offer;         /* from application to offer; of those who had one */
	struct spread_days to_start;         /* from application to start; of those who started */
	struct spread_days to_fill;          /* from a seat's approval to the start in it */
};
void pace_read(struct pace *pace, const struct recruitment *all, struct chosen chosen, struct arena *perm);

#endif
