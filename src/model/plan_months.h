/* plan_months.h: which month to hire how many, by which way: a plan by month within limits.
 *
 * On the average, who is in post in month m are those of today who are still there, and of each hire before it the
 * share who stay that long (plan_stay works both out exactly, grade by grade and month by month in post, from the
 * chances of a prospect). So everything a plan is judged by is a sum of hires, and hires are whole numbers:
 *
 *     filled(m) = base(m) + sum of hires of month s, times stay(m - s)
 *     posts     = filled(m) - over(m) + agency(m) + open(m)
 *     over(m)   within its ceiling, agency(m) within its cap
 *     newly qualified who need support(m) <= so many for each senior practitioner there is then
 *     a year's over, agency beyond pay and hires within its budget
 *     filled(target month) at least what was asked
 *
 * It costs what is over, agency beyond pay, what stands open, each hire and each round; and what is missing in months
 * when more leave than on the average (`risk`, by the law of model/law.h), which averages alone would forget. At a
 * price of that of over_month / (1 - chance) the plan recruits ahead as far as the closed form of model/ahead.h does
 * where nothing is in the way. The least cost is the plan. It is then checked by simulation (plan_check.h).
 *
 * A plan is made again after some months (the review), when it is known who left. Until then nothing corrects it: how
 * many may be missing in month m is by the law of those who leave in m months, and no more than time to fill and review.
 */
#ifndef MODEL_PLAN_MONTHS_H
#define MODEL_PLAN_MONTHS_H

#include "model/program.h"
#include "model/prospect.h"

enum { PLAN_WAYS_MOST = 4, PLAN_MONTHS_MOST = MONTHS_MOST };

/* A way to hire: newly qualified in two intakes a year, experienced in any month. */
struct plan_way {
	Str      name;
	uint16_t intake;             /* bit 0 January .. 11 December */
	int      least, most;        /* of a round that is held; most above 0 */
	bool     newly;              /* needs support for its first year */
	int64_t  hire, round;        /* pence: each, and each round */
	const double *stay;          /* [0..months]: share in post so many months after the first */
	const double *senior;        /* [0..months]: share in post as a senior practitioner then; or NULL */
};

/* of at[k], so many are missing on the average with k more filled than `from`; it falls, ever slower. */
struct plan_risk { double from; const double *at; int count; };

struct plan_months {
	int    months, first_month;  /* first_month 1..12: the calendar month of month 1 */
	int    posts;
	const struct plan_risk *risk;        /* [0..months]; NULL: not looked at */
	const double *base;          /* [0..months]: of those in post today */
	const double *seniors;       /* [0..months] of them senior practitioners; NULL: not known, no limit */
	const double *newly;         /* [0..months] of them in need of support; or NULL */
	double per_senior;           /* newly qualified to each; 0: no limit */
	struct plan_way ways[PLAN_WAYS_MOST];
	int    way_count;
	int    over_most;            /* at once; -1: no ceiling */
	int    agency_most;          /* -1: no cap */
	int64_t budget;              /* pence in each twelve months; -1: none */
	int    target_month;         /* 0: none */
	double target;               /* filled by then */
	int64_t over_month, agency_month, open_month, risk_month;        /* pence: of one, a month */
	int64_t pay_month;           /* pence: of a post; a gap in cost is judged by what all posts cost */
};
/* The risk of every month, by the law of who leaves from `posts` of which a year's share `leaving` is left; `spread` as in
 * law_open. */
struct plan_leaving { int posts; double leaving, spread, lead; int review; };
const struct plan_risk *plan_risks(struct plan_leaving of, int months, struct arena *perm);
/* Words if it is not a plan: no months, no posts, no way to hire, prices below nothing. */
bool plan_months_fault(const struct plan_months *p, struct error *err);

/* Limits that can give way, by number, and their words: "the budget of year 2", "the ceiling of posts over". */
enum plan_limit { LIMIT_NONE, LIMIT_OVER, LIMIT_AGENCY, LIMIT_SUPPORT, LIMIT_TARGET, LIMIT_BUDGET, LIMITS = LIMIT_BUDGET + YEARS_MOST };
Str plan_limit_words(int limit, struct arena *perm);

struct plan_program { struct program program; int hires[PLAN_WAYS_MOST][PLAN_MONTHS_MOST + 1]; /* columns; -1: no round */
                      int filled, over, agency, open, missing; /* column of month 1; the others follow */ };
void plan_program_make(struct plan_program *out, const struct plan_months *p, struct arena *perm);

struct plan_hires {
	int hires[PLAN_WAYS_MOST][PLAN_MONTHS_MOST + 1];
	int months;
	bool agency_said;                    /* `agency` is the plan's; else as much as is lacking, within its cap */
	double filled[PLAN_MONTHS_MOST + 1], over[PLAN_MONTHS_MOST + 1], agency[PLAN_MONTHS_MOST + 1], open[PLAN_MONTHS_MOST + 1];
	double spent[YEARS_MOST + 1];        /* pence, of what the budget limits */
	double cost;                         /* pence, all of it but `risk` */
};
/* Hires as a solution has them, and what follows from them: worked out afresh, not taken from the solver. */
void plan_hires_read(struct plan_hires *out, const struct plan_months *p, const struct plan_program *program,
                     const struct solution *solution);
/* The same of hires that somebody wrote down. */
void plan_hires_follow(struct plan_hires *plan, const struct plan_months *p);

/* By GLPK alone. With SOLVED_NONE, `why` says which limits cannot all be met and by how much. */
bool plan_months_solve(const struct plan_months *p, struct effort effort, struct plan_hires *out, struct solution *solution,
                       Str *why, struct arena *perm, struct error *err);
Str plan_why_not(const struct plan_months *p, const struct plan_program *program, struct arena *perm);

/* Who of one who starts in `grade` with `tenure` months in post is there 0..months months later: stay; and in grades from
 * `senior` on. */
struct plan_start { int grade, tenure, senior; };
void plan_stay(const struct prospect *prospect, struct plan_start start, int months, double *stay, double *seniors);
/* The same of all seats that are filled, added up; and those in their first year in `grade` 0: in need of support. */
void plan_base(const struct prospect *prospect, int senior, int months, double *base, double *seniors, double *newly,
               struct arena scratch);

#endif
