/* assumptions.h: every number that a forecast or plan takes and nobody measured here, as a row.
 *
 * A row has its default, how far it may be off, what it rests on (a row of the evidence, "E090", and words), how sure
 * that is, and what it changes. A council's own records (type assumption) override a default from their day on, for
 * all roles or one. An initiative does nothing unless somebody says it does: its default is a ratio of 1.
 *
 *     struct assumed premium = assumption_value(council, ASSUME_AGENCY_PREMIUM, S(""), day);
 *     premium.value is 410000: millionths of its unit.
 */
#ifndef OUTLOOK_ASSUMPTIONS_H
#define OUTLOOK_ASSUMPTIONS_H

#include "outlook/outlook.h"
#include "workforce/types.h"
#include "workforce/types_plan.h"

/* How its number is told. Of a share and a ratio: 410000 is 41%; of months 4000000 is 4. */
enum assumption_unit { ASSUMED_POUNDS, ASSUMED_MONTHS, ASSUMED_SHARE, ASSUMED_RATIO, ASSUMED_NUMBER };

struct assumption_row {
	Str key, title;              /* "agency_premium"; as in the register */
	enum assumption_unit unit;
	int64_t value, low, high;    /* millionths */
	Str evidence;                /* "E090, E091"; empty: none was found */
	Str source;                  /* in words */
	Str grade;                   /* A to D */
	Str changes;                 /* what it changes, in a sentence */
};
/* The row; its key and title stand in workforce/types_plan.h once. */
struct assumption_row assumption_row(enum assumption_id id);
bool assumption_find(Str key, enum assumption_id *id);

/* A number as used on a day. */
struct assumed {
	enum assumption_id id;
	int64_t value, low, high;    /* millionths */
	bool own;                    /* the council's own record; else what came with the program */
	Str  source, grade;
	Str  who;                    /* who decided it; empty for a default */
	Date since;                  /* own: from this day */
	Str  ref;                    /* own: its record */
	Str  role;                   /* own: the role's ref, or empty: all */
};
/* The council's own of the role (a ref, or empty) on the day, else its own of all roles, else the default.
 * `council` may be NULL: the default. */
struct assumed assumption_value(const struct council *council, enum assumption_id id, Str role, Date day);

/* "£27,000", "4 months", "41%", "no change", "23% less", "4.5". */
Str assumption_words(enum assumption_id id, int64_t value, struct arena *perm);
Str assumption_unit_words(enum assumption_unit unit);        /* "pounds" */
/* As it is printed with a result (outlook.h). */
struct assumption assumption_said(const struct assumed *used, struct arena *perm);

#endif
