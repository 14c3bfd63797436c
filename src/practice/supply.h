/* supply.h: who is coming by pipelines, as it stood at the end of a day: every cohort and learner, whose move it is and for
 * how long; the supply table by quarter and route; papers that run out; who joined after a placement.
 *
 * A learner comes to a stage by running their steps until the day through the table (workforce/stages_learner.h). They are
 * *ready* on the day they qualified or arrived; before that, on the day that is expected: their own, else that of the cohort,
 * else its start and the months of the route. They are *late* when that day is past.
 *
 * The *supply table* adds up people, not averages. Each learner on the way joins with a chance of
 *
 *     what is left of completing (the cohort's odds, else the route's; nothing once they are ready) x taking a post here
 *
 * and whoever is only interested, has left the way or has joined is none. A cohort of which nobody is selected yet counts its
 * places instead. The number who join is then a sum of unequal throws (Poisson-binomial), worked out exactly by convolution.
 * Its range is from the tenth in a hundred with every chance at its least to the ninetieth with every chance at its most:
 * learners of one cohort share their fate, and least and most are where that shows. Somebody whose odds nobody has said is
 * counted apart (`unsaid`): they add nothing to what is expected and to the low end, and one to the high end.
 *
 * Whoever is late, or ready and not yet here, stands in the quarter of the day; whose day nobody knows, in quarter NOT_THERE.
 */
#ifndef PRACTICE_SUPPLY_H
#define PRACTICE_SUPPLY_H

#include "register/grouped.h"
#include "workforce/roster.h"
#include "workforce/stages_learner.h"
#include "workforce/types_supply.h"
#include "workforce/said.h"

struct odds { bool said, own; double part, low, high; enum grade grade; Str source; };       /* own: the cohort's */

struct cohort {
	const struct record *record, *route, *partner;       /* route: as it was when it started; NULL: none */
	Str  ref;
	enum route_kind kind;
	Date starts, expected;               /* expected day 0: not said, and not to be worked out */
	int  places, unit;                   /* unit NOT_THERE: none is named */
	int  tie_in_months;
	struct odds completes, takes_post;
	bool funding_ended;                  /* the route's funding rule is not known to hold on the day asked about */
	/* of its learners: ever known; ever selected; of those ready by the day, joined, gone, and on their way */
	int  known, selected, ready, joined, lost, outstanding;
};

struct learner_step { enum learner_move move; enum learner_stage to; Date on; Str reason, note, made_by; };

struct learner {
	const struct record *record;
	Str  ref;
	int  cohort;                         /* of `cohorts`, or NOT_THERE */
	enum learner_stage stage;
	Date since;                          /* in their stage */
	int  waiting;                        /* days; 0 once ended */
	enum whose whose;
	const struct learner_step *steps;
	int  step_count;
	Date came[LEARNER_STAGES];           /* day 0: never */
	bool is_ready;                       /* qualified or arrived */
	Date ready;                          /* the day they are, or are expected to be; day 0: nobody knows */
	bool late;
	int  year;                           /* of their course, from 1; 0: not on it */
	int  unit, spell;                    /* or NOT_THERE */
	int  link;                           /* of local_links[], or NOT_THERE */
	bool placed;                         /* a placement here has ended by the day */
	Date tied_until;                     /* day 0: not tied */
};

/* Somebody who may join, or a place of a cohort that nobody has yet. */
struct chance { int quarter; enum route_kind kind; int cohort, learner; bool said; double part, low, high; unsigned grades; };

struct supply {
	const struct roster *roster;
	Date day;
	struct cohort  *cohorts;             /* by ref */
	struct learner *learners;            /* known by the day, by ref */
	struct chance  *chances;
	int cohort_count, learner_count, chance_count;
};
void supply_read(struct supply *supply, const struct roster *roster, Date day, struct arena *perm);
int  cohort_find(const struct supply *supply, Str ref);      /* NOT_THERE when unknown */
int  learner_find(const struct supply *supply, Str ref);
/* On the way: selected, and neither joined nor gone. */
bool learner_coming(const struct learner *learner);
/* Learners of a cohort (NOT_THERE: of all) who are, or are expected to be, ready within these days. */
int  supply_ready_within(const struct supply *supply, int cohort, struct period when);

/* ---- the supply table (supply_table.c) --------------------------------------------------------------- */

/* Quarters of the calendar, counted on through the years. */
int  supply_quarter(Date day);
struct period supply_quarter_period(int quarter);
Str  supply_quarter_words(int quarter, struct arena *perm);         /* "January to March 2026" */

struct supply_cell {
	int people, places;                  /* who is counted: learners, and places without one */
	int unsaid;                          /* of both: without odds */
	double expected;
	int low, high;
	unsigned grades;                     /* of the odds behind it: 1u << GRADE_A and so on */
};
/* From a quarter to a quarter, both included; of a kind of route, or NOT_THERE for all. */
struct supply_span { int first, last, kind; };
struct supply_cell supply_cell_of(const struct supply *supply, struct supply_span span, struct arena *perm);
/* The grades behind a cell in words: "B, own". */
Str  grades_words(unsigned grades, struct arena *perm);

/* How many of these throws succeed: the chance of `first` successes, `first + 1`, ... What is left out is less than one in
 * 10^15 at either end. */
struct throws { const double *chance; int first, count; };
struct throws throws_of(const double *parts, int count, struct arena *perm);
/* The fewest successes that are not exceeded with this chance. */
int  throws_quantile(const struct throws *throws, double part);

/* ---- papers, and what came of placements (supply_told.c) ------------------------------------------------ */

enum paper { PAPER_CERTIFICATE, PAPER_VISA };
enum alarm_level { ALARM_EXPIRED, ALARM_30, ALARM_60, ALARM_90, ALARM_LEVELS };
Str  paper_words(enum paper paper);
Str  alarm_words(enum alarm_level level);
/* A paper that has expired, or will within 90 days. Its last day is a day on which it still holds. A certificate of
 * sponsorship is asked about until the visa is granted; a visa while somebody is coming, or is in the post they joined. */
struct alarm { int learner; enum paper paper; enum alarm_level level; Date until; int days; };     /* days left; below 0: past */
int  supply_alarms(const struct supply *supply, struct alarm **alarms, struct arena *perm);        /* soonest first */

/* Of those whose placement here has ended: who joined, who is gone, who is still coming; and of those who joined, who is in
 * the post still. Shares are of `decided` and of `joined`, never without these numbers beside them. */
struct hires { int placed, joined, gone, open, decided, here; Figure joined_share, here_share; };
struct hires_of { int kind, link; };     /* NOT_THERE: any */
struct hires supply_hires(const struct supply *supply, struct hires_of of);

#endif
