/* agency_quarter.h: a quarter's agency return: its rows, what is still missing, and the cross-check with the census.
 *
 * The return asks of each assignment of the quarter: registration number, type of job, pay an hour, first and last
 * day, whether in a project team; and of the council: how far each rule was kept and why not, rates over the cap and
 * who signed them off, agencies of concern, and the cost of each of three months. The guidance that holds the
 * official item names was not to be had, so rows are in our own items, and the names a council enters for them
 * (agency_item) are put beside: "" where nobody has entered any.
 *
 * A quarter is of the calendar year: "2025-3" is July to September 2025. Everything is as at its last day, or as at
 * the day asked about where that is earlier.
 */
#ifndef PRACTICE_AGENCY_QUARTER_H
#define PRACTICE_AGENCY_QUARTER_H

#include "base/finding.h"
#include "practice/agency.h"

struct quarter { int year, number; struct period when; };
bool quarter_read(Str text, struct quarter *quarter);        /* "2025-3" */
struct quarter quarter_of(Date day);
struct quarter quarter_next(struct quarter quarter, int quarters);
Str  quarter_name(struct quarter quarter, struct arena *perm);       /* "2025-3" */
Str  quarter_words(struct quarter quarter, struct arena *perm);      /* "July to September 2025" */
/* The last day to send it: the end of the second month after. Only the first quarter's is published. */
Date quarter_due(struct quarter quarter);

enum { QUARTER_MONTHS = 3 };
enum degree { DEGREE_FULL, DEGREE_PART, DEGREE_NONE, DEGREE_NOT_SAID };
Str degree_words(enum degree degree);

struct quarter_month {
	Date    month;
	int64_t entered;             /* pence, as the ledger has it; NO_PENCE: not yet */
	int64_t worked_out;          /* pence, from the assignments */
	int     unknown;             /* assignments of the month whose cost is not known */
};

struct quarter_rule {
	int counts[AGENCY_VERDICTS];        /* assignments by verdict */
	enum degree degree;          /* as entered */
	Str explanation;
	const struct record *record; /* agency_compliance; NULL: nothing entered */
};

struct agency_return {
	struct agency  agency;       /* as at the last day of the quarter, or the day asked about */
	struct quarter quarter;
	const int *rows;             /* assignments that meet the quarter */
	int   row_count;
	struct quarter_month months[QUARTER_MONTHS];
	struct quarter_rule  rules[STATUTORY_CHECKS];
	const struct record *record; /* agency_quarter; NULL: nothing entered */
	Str   agencies;
	Date  sent_on;               /* day 0: not sent */
	const int *without;          /* agency workers' times in post in the census's roles that meet the quarter and have no
	                              * assignment: spells */
	int   without_count;
};
void agency_return_make(struct agency_return *of, const struct roster *roster, struct agency_of who,
                        struct quarter quarter, struct arena *perm);

/* The return's checks: what is missing (MISTAKE) and what to look at (QUERY). `record` is a ref. */
struct findings agency_return_check(const struct agency_return *of, struct arena *perm);
struct agency_return_check_row { Str code, words; enum severity severity; };
extern const struct agency_return_check_row agency_return_checks[];
extern const int agency_return_check_count;

/* The quarter's last day held against the census's count of agency workers of the same day: those in post in a role
 * of the census. People are counted once. */
struct agency_cross { int census, assignments, both;         /* people */
                      const int *census_only;                /* spells that no assignment tells of */
                      const int *assignment_only;            /* assignments of nobody the census counts */
                      int census_only_count, assignment_only_count; };
void agency_cross_check(struct agency_cross *cross, const struct agency_return *of, struct arena *perm);

/* What the return calls an item on a day, "" when nobody has entered it. */
struct official { Str name, code; };
struct official agency_official(const struct council *council, Str item, Date day);

#endif
