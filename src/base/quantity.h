/* quantity.h: exact numbers that may be absent, and their units.
 *
 * Most bugs in this field are category errors: headcount added to FTE, "not provided" read as
 * zero, a rate rounded twice. So a figure is exact, carries why it is absent when it is, and is
 * rounded only where it is shown.
 *
 * A Figure holds millionths of the unit it is shown in: 11.25 % is 11,250,000 with unit UNIT_PERCENT.
 * Ratios are truncated towards zero at the sixth place. Truncation keeps rounding exact: a value
 * is at or past a half at place p <= 5 exactly when its truncation is, because the half is itself
 * a whole number of millionths. So 9/80 = 11.25 % rounds to 11.3 and 11.2499999... to 11.2, as DfE
 * rounds (half up, away from zero), without binary fractions anywhere.
 */
#ifndef BASE_QUANTITY_H
#define BASE_QUANTITY_H

#include "base/str.h"

enum { MICRO = 1000000 };

/* Why a figure is not there. The letters are DfE's, and are what we show. */
enum absent {
	PRESENT,
	NOT_AVAILABLE,       /* x, and ":" in older releases: not supplied, or not collected */
	NOT_APPLICABLE,      /* z: the sum has no meaning here, such as a rate of no posts */
	SUPPRESSED,          /* c: withheld so that nobody can be recognised */
	ROUNDS_TO_ZERO,      /* low: more than nothing, less than can be shown */
	UNRELIABLE,          /* u: supplied, and judged not to be relied on */
	NOT_PUBLISHED,       /* blank: this release says nothing of this area, year or measure */
	ABSENT_KINDS
};

typedef struct { int64_t micro; enum absent absent; } Figure;

enum unit {
	UNIT_PERCENT,             /* 11.8 means 11.8 % */
	UNIT_FTE,
	UNIT_HEADCOUNT,
	UNIT_CASES,
	UNIT_CASES_PER_FTE,
	UNIT_DAYS,
	UNIT_DAYS_PER_HEAD,
	UNIT_POUNDS,
	UNIT_COUNT,               /* a plain number of whatever the measure's title says */
	UNIT_PERCENTAGE_POINTS,   /* differences of UNIT_PERCENT only */
	UNITS
};

Str unit_name(enum unit unit);        /* "fte": in files and addresses */
Str unit_title(enum unit unit);       /* "full-time equivalent (FTE)": in headings */
Str unit_suffix(enum unit unit);      /* "%", " FTE", " percentage points": after a figure in words */
bool unit_find(Str name, enum unit *unit);

Str absent_symbol(enum absent absent);        /* "z", "x", "c", "low", "u"; "" for the others */
Str absent_meaning(enum absent absent);       /* in plain words */
bool absent_find(Str symbol, enum absent *absent);   /* reads ":" as NOT_AVAILABLE too */

Figure figure_micro(int64_t micro);
Figure figure_whole(int64_t whole);
Figure figure_absent(enum absent absent);
bool   figure_present(Figure figure);
bool   figure_equal(Figure a, Figure b);      /* the same number, or absent for the same reason */

/* a/b times `times`. NOT_APPLICABLE when b is zero; absent as its first absent operand is. */
Figure figure_ratio(Figure a, Figure b, int times);
Figure figure_add(Figure a, Figure b);        /* absent as the first absent operand is */
Figure figure_minus(Figure a, Figure b);

/* Millionths in one unit of the last of `places` decimals (0 to 6). */
int64_t figure_step(int places);

/* Rounds half away from zero to `places` (0 to 6). Absent stays absent. */
Figure figure_round(Figure figure, int places);

/* "11.8", "1,234", "-6.6"; the symbol when absent. Thousands get commas. Rounds to `places`. */
Str figure_text(Figure figure, int places, struct arena *perm);
/* "11.8", "1234": no commas; for files. "" when absent. Trailing zeros kept to `places`. */
Str figure_plain(Figure figure, int places, struct arena *perm);
/* "0.6", "12": no commas, and as few decimals as say it exactly. The figure must be present. */
Str figure_short(Figure figure, struct arena *perm);
/* "+1.2", "-6.6" (with a true minus sign, U+2212), "0.0". For changes. */
Str figure_signed(Figure figure, int places, struct arena *perm);
/* "11.8%", "1,234 FTE", "15.2 cases per FTE", "-3.1 percentage points". */
Str figure_words(Figure figure, int places, enum unit unit, struct arena *perm);

/* As a double, for drawing and estimating; and back, to the nearest millionth: of what was estimated, never of what
 * was counted. The figure must be present; a number that is none, or past 9 * 10^12, is NOT_APPLICABLE. */
double figure_double(Figure figure);
Figure figure_near(double number);

/* A decimal number such as "0.6", "-12", "1,234.5" (commas only in threes, if `commas`).
 * `ok` is false for anything else, for more than `places` decimals, and past 9 * 10^12.
 * `micro` is exact. No exponents, no "inf", no hex, no blanks inside. */
struct parsed_decimal { int64_t micro; int places; bool ok; };
struct parsed_decimal parse_decimal(Str text, int places, bool commas);

/* A number of one to fifteen digits and nothing else: no sign, blank, comma or point, which readers take
 * differently. */
bool parse_digits(Str text, int64_t *number);

/* A cell of a published table: a number or one of DfE's symbols. */
bool figure_parse(Str cell, Figure *figure);

#endif
