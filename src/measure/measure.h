/* measure.h: every measure DfE publishes of the workforce, one row each.
 *
 * A row carries all that a page, a file, a command or a sentence needs: its unit, its places, which
 * way is good, what is divided by what, the words, and the source. Engines loop over the rows;
 * adding a measure is adding a row (docs/adding-a-measure.md).
 *
 * The names are the column names of DfE's release file, and never change.
 */
#ifndef MEASURE_MEASURE_H
#define MEASURE_MEASURE_H

#include "base/quantity.h"

enum measure_id {
	INPOST_FTE, INPOST_HEADCOUNT,
	STARTERS_FTE, STARTERS_HEADCOUNT,
	LEAVERS_FTE, LEAVERS_HEADCOUNT,
	TURNOVER_RATE_FTE, TURNOVER_RATE_HEADCOUNT,
	AGENCY_FTE, AGENCY_HEADCOUNT,
	AGENCY_RATE_FTE, AGENCY_RATE_HEADCOUNT,
	AGENCY_COVER_FTE, AGENCY_COVER_RATE_FTE,
	VACANCY_FTE, VACANCY_RATE_FTE, VACANCY_AGENCY_COVER_RATE_FTE,
	CASE_HOLDERS_FTE, CASES, CASELOAD_FTE,
	WORKING_DAYS_LOST_FTE, ABSENCE_RATE_FTE,
	MEASURES,
	NO_MEASURE = -1
};

enum good { NEITHER, LOWER, HIGHER };
enum topic { STABILITY, CAPACITY, WORKLOAD, TOPICS };

struct measure {
	Str        name;             /* "turnover_rate_fte" */
	Str        title;            /* "Turnover rate (FTE)": headings; basis always written */
	Str        plain;            /* "turnover": in a sentence; basis added where both exist */
	enum unit  unit;
	int        places;           /* shown; never used in arithmetic */
	enum good  good;             /* which direction is good news */
	enum topic topic;
	bool       headline;         /* stands on the first table of the scorecard */
	bool       rate;             /* made of counts by the ratio below */
	/* ratio = numerator / (sum of the denominators) * times; for absence the denominator is also
	 * multiplied by the working days in the census year */
	enum measure_id numerator;
	enum measure_id denominator[2];
	int        denominators;
	int        times;
	bool       per_working_day;
	Str        numerator_words;  /* "FTE of leavers in the year" */
	Str        denominator_words;
	Str        when;             /* "at 30 September" or "in the year to 30 September" */
	Str        definition;       /* plain sentences */
	Str        treatment;        /* what DfE did to it: duplicates, rounding, symbols, totals */
	Str        source;           /* document and section */
	Str        words[8];         /* how people write it in sentences, longest first; unused empty */
};

extern const struct measure measures[MEASURES];

Str topic_title(enum topic topic);

/* "up", "down" or "neither": which way is good, as files say it. */
Str good_name(enum good good);
bool good_find(Str name, enum good *good);         /* letters in either case */

/* The measure with exactly this name ("turnover_rate_fte", hyphens as underscores), or NO_MEASURE. */
enum measure_id measure_find(Str name);
/* Nearest names to a miss, nearest first. Returns how many. */
int measure_nearest(Str name, enum measure_id found[], int most);

/* The same measure on the other basis (headcount for FTE), or NO_MEASURE where there is none. */
enum measure_id measure_other_basis(enum measure_id m);
bool measure_is_headcount(enum measure_id m);

/* Working days DfE divides absence by: 254 when the census year holds 29 February, else 253. */
int working_days(int year);

#endif
