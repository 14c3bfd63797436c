/* tally.h: what came out of many replications, in whole numbers that can be added up in any order.
 *
 * For each line and month how many replications had each value. Its size does not depend on how many
 * replications there were; two tallies of different replications add up to that of both.
 */
#ifndef MODEL_TALLY_H
#define MODEL_TALLY_H

#include "model/prospect.h"

enum tally_line {
	TALLY_FILLED,                /* posts filled, and people over establishment apart */
	TALLY_VACANT,
	TALLY_OVER,                  /* people over establishment */
	TALLY_JOINERS,               /* in the month */
	TALLY_LEAVERS,
	TALLY_JOINED,                /* since the start */
	TALLY_LEFT,
	TALLY_YEAR_LEFT,             /* in the twelve months to this, or since the start */
	TALLY_AGENCY,
	TALLY_NEW,                   /* in post under two years */
	TALLY_CASELOAD,              /* cases for each case holder (FTE, agency too), in tenths; 0 where cases are not known */
	TALLY_COST,                  /* since the start, in steps of cost_step pence */
	TALLY_LINES
};

enum cost_line { COST_PAY, COST_OVER, COST_AGENCY, COST_HIRE, COST_INDUCT, COST_LEAVER, COST_PAYMENT, COST_LINES };

/* What one replication came to. Engines write it down, tallies take it up. What is beyond its grades and causes, and the
 * lines of `nothing`, are 0 in every month. */
struct replication {
	int grades, causes;
	uint32_t nothing;            /* bits of lines; that of TALLY_COST: each line of costs too */
	int32_t at[TALLY_LINES][MONTHS_MOST + 1];
	int32_t grade[MONTHS_MOST + 1][GRADES_MOST], cause[MONTHS_MOST + 1][CAUSES_MOST];
	int64_t cost[MONTHS_MOST + 1][COST_LINES];   /* pence, since the start */
};

/* A bin holds `step` values, which is 1 unless there are very many posts: quantiles then are a bin's last value. */
struct tally {
	int months, replications;
	int safe;
	int most[TALLY_LINES];       /* bins 0..most; what is above is in the last */
	int step[TALLY_LINES];
	int64_t cost_step;
	uint32_t *bins[TALLY_LINES]; /* [month 0..months][bin 0..most] */
	uint32_t *first_short;       /* [month]: replications whose first month below `safe` it was */
	int short_ever;              /* replications that were below `safe` in some month */
	int64_t *sum[TALLY_LINES];   /* [month]: of values uncut */
	int64_t *square[TALLY_LINES];
	int64_t *grade_sum;          /* [month][GRADES_MOST]: filled by grade, people over establishment too */
	int64_t *cause_sum;          /* [month][CAUSES_MOST]: left in the month by cause */
	int64_t *cost_sum;           /* [month][COST_LINES]: pence, since the start */
	/* All of the above once more, as two rows: what is added, hashed and sent. */
	uint32_t *small;
	int64_t *large;
	ptrdiff_t small_count, large_count;
};

/* For the prospect and any scenario made of it by levers with up to `seats_more` more posts and cohort places
 * (lever_room of lever.h). */
struct tally *tally_new(const struct prospect *p, int seats_more, struct arena *perm);
void   tally_take(struct tally *tally, const struct replication *record);
/* The same of several, line by line: what one line counts in stays near. */
void   tally_take_all(struct tally *tally, const struct replication *records, int count);
void   tally_add(struct tally *into, const struct tally *more);     /* of the same shape: a bug otherwise */
double tally_mean(const struct tally *t, enum tally_line line, int month);
double tally_deviation(const struct tally *t, enum tally_line line, int month);
/* The least value that at least `per_mille` thousandths of the replications do not exceed (R's type 1). */
int    tally_quantile(const struct tally *t, enum tally_line line, int month, int per_mille);
double tally_below(const struct tally *t, enum tally_line line, int month, int value);  /* share below it */
/* The mean distance between what the replications say and what came, less half of that between themselves. */
double tally_crps(const struct tally *t, enum tally_line line, int month, double y);
uint64_t tally_hash(const struct tally *t);                         /* FNV-1a of all its whole numbers */
/* As bytes for another process, and back; false where they are not a tally of this shape, and then nothing is
 * known of what is in `t`. */
Str    tally_write(const struct tally *t, struct arena *perm);
bool   tally_read(struct tally *t, Str bytes);

/* A scenario less its base, replication by replication under the same luck: values from -most to most. */
struct gap_tally {
	int months, replications;
	int most[TALLY_LINES], step[TALLY_LINES];    /* bins for -most to most, of `step` values each; beyond is in the outer ones */
	int64_t cost_step;
	uint32_t *bins[TALLY_LINES]; /* [month][most + bin] */
	int64_t *sum[TALLY_LINES], *square[TALLY_LINES];
	uint32_t *small;
	int64_t *large;
	ptrdiff_t small_count, large_count;
};
struct gap_tally *gap_new(const struct prospect *p, int seats_more, struct arena *perm);
void   gap_take(struct gap_tally *gap, const struct replication *base, const struct replication *other);
void   gap_add(struct gap_tally *into, const struct gap_tally *more);
uint64_t gap_hash(const struct gap_tally *g);
Str    gap_write(const struct gap_tally *g, struct arena *perm);
bool   gap_read(struct gap_tally *g, Str bytes);
double gap_deviation(const struct gap_tally *g, enum tally_line line, int month);
double gap_mean(const struct gap_tally *g, enum tally_line line, int month);
int    gap_quantile(const struct gap_tally *g, enum tally_line line, int month, int per_mille);

#endif
