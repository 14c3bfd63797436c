/* prospect.h: a workforce, and what is expected of it: what every engine of the forecast is given.
 *
 * A prospect is one pool of posts (a council, or one role of it) at the start of month 1 and the chances of
 * what happens to them, all in whole numbers, so that it can be written down, hashed and read again anywhere.
 *
 * The order within a month m = 1..months, which every engine keeps (docs/methods/forecast.md):
 *
 *  1 posts that begin this month begin, vacant; posts that end are closed if vacant. Whoever is in a post that
 *    ends moves into the first vacant one, and is over establishment where there is none. Whenever a post is
 *    vacated, somebody over establishment moves into it at once and keeps grade and time in post: so nobody is
 *    over establishment while a post is vacant;
 *  2 agency workers who were converted last month come, 0 months in post, into the first vacant posts; then the
 *    pressure on those in post is taken from the state at the start of the month: vacancy ratio, year;
 *  3 each person in post, in order of posts: leaves by a cause (chance x pushes x year x pressure; the post
 *    is vacant from the end of this month); otherwise moves up a grade; then one month more in post; then losses;
 *  4 those of a cohort that starts this month come into the first vacant posts, and are over establishment where
 *    there are none; then each post that was vacant at the start of the month for at least `lead` whole months
 *    is filled, within the intake months and the most hires a month, with the chance `fill`, at a grade by
 *    `entry`, 0 months in post at the end of the month;
 *  5 agency cover: the share `cover` of posts vacant at the end of the month, within `cover_most`; above CERTAIN
 *    each vacant post is covered, and so often once more (two in five councils have more agency workers than vacant posts);
 *    of those posts covered each is converted to permanent with the chance `convert`, from the start of the next month;
 *  6 costs; 7 counts, as at the end of the month.
 *
 * Time in post is counted in months and stands still at TENURE_MOST. Moving up keeps it.
 */
#ifndef MODEL_PROSPECT_H
#define MODEL_PROSPECT_H

#include "base/error.h"
#include "base/str.h"
#include "model/chance.h"

enum {
	GRADES_MOST = 6, CAUSES_MOST = 6, MONTHS_MOST = 120, YEARS_MOST = 10, TENURE_MOST = 120,
	PUSHES_MOST = 16, COHORTS_MOST = 240, QUICKERS_MOST = 4, LOSSES_MOST = 8, SEATS_MOST = 1000000,
	VACANT = -1
};
enum { Q16 = 65536 };                              /* multipliers: 65536 is as it is */

/* One post at the start. An id is its place in the list, so new posts go to the end. Posts that are always
 * funded come first: they are those that DRIFT_POSTS makes more or fewer. Nobody is in a post that has not
 * begun. */
struct prospect_seat {
	int8_t  grade;               /* of who is in it, or VACANT */
	uint8_t tenure;              /* months in post; if vacant, months it has been so */
	uint8_t first, last;         /* months it is funded, 0 and MONTHS_MOST + 1 for always */
};

/* A multiplier on leaving for some: a payment and its rebound, a year after inspection. */
struct push {
	int first, last;             /* months it works in */
	int tenure_first, tenure_last;   /* months in post, both included */
	int grade;                   /* or -1: all */
	uint32_t q16;
};

struct cohort { int month, size, grade; Chance arrives; };

/* In these months posts are filled with another chance, and so many months sooner may be. */
struct quicker { int first, last; uint32_t q16; int sooner; };

/* So many leave in a month besides all others: a cohort that is lost. Who came last goes first; the cause is the last. */
struct loss { int month, count; };

/* Vacancies push those who are left: `pressure`. Beyond so many points from usual they push no harder. */
enum { PRESSURE_POINTS = 20 };

/* What differs between years and councils: the logarithm of a multiplier, in millionths.
 * In year k (months 12k-11..12k) of a replication it is mean[k] + own + wander[k] + nation[k]:
 * own is drawn once, N(0, own); wander and nation are drawn each year as keep * (that of the year before) +
 * N(0, sd), nation alike for all councils of one seed. The sum is cut at three of its deviations from its mean, and posts
 * become no more than three times as many.
 *
 * Leaving, filling and cover are multiplied by the year's. Posts are not multiplied at one stroke: they move to the year's
 * number by twelve equal parts of the logarithm, so in month j of year k the seats that are always funded are
 * floor(seats * exp(x(k-1) + (x(k) - x(k-1)) * j/12) + 1/2), x(0) being nothing. More posts are vacant at first; fewer end,
 * the last of them first, and are the first to begin again. Drifts of leaving,
 * filling and cover may take a chance to CERTAIN and no further. */
enum drift_of { DRIFT_LEAVE, DRIFT_FILL, DRIFT_POSTS, DRIFT_COVER, DRIFT_CASES, DRIFTS };
struct drift {
	int32_t mean[YEARS_MOST];
	int32_t own;                 /* how far our estimate may be off: parameters */
	int32_t wander, nation;      /* how years differ, here and everywhere */
	int32_t keep;                /* of the year before, 0 to 1,000,000 */
};

/* Pence. Of the month, or of one event. */
struct prices {
	int64_t pay[GRADES_MOST];    /* a year's pay and on-costs of one in post */
	int64_t agency_week;
	int64_t hire, induct, leaver, payment;   /* payment: one month's, to each whom a payment push reaches */
};

struct prospect {
	uint32_t whom;               /* whose: 0, or the council's number, for draws that differ by council */
	int months, grades, causes;
	Str grade_name[GRADES_MOST], cause_name[CAUSES_MOST];
	int first_year, first_month; /* the calendar month of month 1 */
	Chance leave[CAUSES_MOST][GRADES_MOST][TENURE_MOST + 1];  /* a month's, by cause */
	Chance rise[GRADES_MOST][TENURE_MOST + 1];                /* of who did not leave; 0 in the last grade */
	Chance most;                 /* no chance of leaving or rising by luck is ever above it: see prospect_sound */
	struct prospect_seat *seats;
	int seat_count;
	Chance fill;
	int lead, hires_most;        /* hires_most 0: no limit */
	uint16_t intake;             /* bit 0 January .. 11 December */
	Chance entry[GRADES_MOST];   /* shares; they sum to CERTAIN */
	struct cohort cohorts[COHORTS_MOST];
	int cohort_count;
	struct quicker quickers[QUICKERS_MOST];
	int quicker_count;
	struct loss losses[LOSSES_MOST];
	int loss_count;
	struct push pushes[PUSHES_MOST];
	int push_count, payment_push;    /* payment_push: which push is paid for, or -1 */
	int32_t pressure;            /* leaving grows by this many millionths a percentage point of vacancy above usual */
	int32_t usual_vacancy;       /* millionths */
	struct drift drifts[DRIFTS];
	Chance cover, convert;       /* cover may be above CERTAIN */
	int convert_first, convert_last;     /* months in which agency workers may be converted */
	int cover_most;              /* agency at once; 0: no limit */
	int32_t cases;               /* at the start; 0: not known */
	int32_t holder_share;        /* millionths of those in post who hold cases */
	int32_t fte_per_head;        /* millionths */
	int safe;                    /* posts filled below which it is not safe; 0: not said */
	struct prices prices;
};

/* A prospect of nobody: one grade and cause, no chances, no seats, multipliers of one, always intake. */
struct prospect *prospect_new(int months, struct arena *perm);
/* How many of its posts are always funded, and how many more there may be by DRIFT_POSTS and by cohorts. */
int prospect_lasting(const struct prospect *p);
int prospect_more(const struct prospect *p);
/* The chance that a vacant post is filled in a month, before its year: 0 outside intake. And whole months before it may. */
Chance prospect_fill(const struct prospect *p, int month);
int    prospect_lead(const struct prospect *p, int month);
/* Whether an engine may run it; else words: no months, no seats, shares that do not make one, a chance above
 * `most` when pushes, pressure and three deviations of the year come together, a post funded in the past. */
bool prospect_sound(const struct prospect *p, struct error *err, struct arena scratch);
/* Sets `most` so that base chances may be multiplied by `times` before it is reached; never above CERTAIN.
 * Two scenarios share their luck only while `most` is the same. */
void prospect_room(struct prospect *p, int times);

/* The whole of it as text: one line a thing, whole numbers only, the same bytes for the same prospect. This is
 * what a kept forecast is made again from, and what the page's own engine is given. */
Str  prospect_write(const struct prospect *p, struct arena *perm);
/* NULL with words and line when the text is not one, or has what prospect_sound refuses. */
struct prospect *prospect_read(Str text, struct arena *perm, struct error *err);

#endif
