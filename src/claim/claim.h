/* claim.h: a sentence, and the series that bears it or does not.
 *
 * "Turnover fell from 18.8% in 2017 to 12.2% in 2023" says three things that can be looked up. The
 * checker finds the measure, the years, the figures and the relation in the words, looks up the
 * series, and answers with one of five verdicts and every figure it used. It never guesses: what
 * it cannot read, it says it cannot read; where words bear two meanings, it says both, with their
 * numbers, and chooses neither.
 *
 * A figure supports a printed one when they agree at the places the sentence prints.
 */
#ifndef CLAIM_CLAIM_H
#define CLAIM_CLAIM_H

#include "measure/compare.h"
#include "measure/own_series.h"

enum verdict {
	SUPPORTED,
	NOT_SUPPORTED,
	AMBIGUOUS,                   /* two readings, of which not all hold */
	OTHER_YEAR,                  /* true only because the comparator is from another year */
	CANNOT_CHECK,                /* no such figure, no such measure, no relation found */
	VERDICTS
};

enum { READINGS_MOST = 8, FIGURES_MOST = 48 };

/* One way to take the sentence: its words, its arithmetic, and whether that holds. */
struct reading {
	Str  words;                  /* "by 12.7 percentage points: 26.0% before" */
	enum verdict verdict;
	Figure implied;              /* the number this reading implies, or absent */
	enum unit unit;
};

/* One figure that was looked up. */
struct used {
	int    area;
	Str    measure;              /* title */
	Str    name;                 /* machine name */
	int    year;
	Figure value;
	enum unit unit;
	int    places;
	Str    source;               /* release, or the council's own */
	Str    part;                 /* the words of the sentence it answers, a view into it; or empty */
};

struct claim {
	Str    sentence;
	enum verdict verdict;
	Str    because;              /* one sentence, plain */
	struct reading readings[READINGS_MOST];
	int    reading_count;
	struct used used[FIGURES_MOST];
	int    used_count;
	Str    instead;              /* a true sentence of the same kind, or empty */
	bool   dfe_differs;          /* the council's own figures and DfE's give different verdicts or values */
};

enum against { EITHER, DFE_ONLY, OWN_ONLY };

struct claim_ask {
	Str    sentence;
	int    area;                 /* the council speaking, or NO_AREA: "England" may be in the words */
	enum against against;        /* EITHER: each is tried; both are shown where they differ */
	enum average average;        /* what "neighbours" means */
};

struct claim claim_check(const struct published *p, const struct own_series *own,
                         const struct claim_ask *ask, struct arena *perm);

Str verdict_name(enum verdict verdict);      /* "supported", "not-supported": stable, for files */
Str verdict_title(enum verdict verdict);     /* "Not supported" */

/* ---- saying it: true sentences that the checker itself bears (say.c) ------------------------ */

/* "Turnover (FTE) fell from 18.8% in 2017 to 12.2% in 2023." Empty when a figure is absent. */
Str say_change(const struct published *p, int area, enum measure_id m, int from, int to,
               struct arena *perm);
/* "Turnover (FTE) in 2025 was 12.2%, below England's 15.9%." with "the region", "statistical
 * neighbours'". Empty when a figure is absent, for counts (a council's total against a country's says
 * nothing), for England, and for a region against anything but England. */
enum comparator { ENGLAND, OWN_REGION, NEIGHBOURS };
Str say_against(const struct published *p, int area, enum measure_id m, int year,
                enum comparator comparator, enum average average, struct arena *perm);
/* "Vacancies in 2025 were the highest in 5 years." Empty when it is neither highest nor lowest of
 * at least `least` years. */
Str say_record(const struct published *p, int area, enum measure_id m, int year, int least,
               struct arena *perm);

/* "Turnover (FTE) in 2025 was 12.2%." Empty when the figure is absent. */
Str say_level(const struct published *p, int area, enum measure_id m, int year, struct arena *perm);
/* "Turnover (FTE) in 2025 was 12th lowest of 151 councils in England." Empty for a region, for a
 * measure of which neither way is good, and when the figure is absent. */
Str say_rank(const struct published *p, int area, enum measure_id m, int year, struct arena *perm);

#endif
