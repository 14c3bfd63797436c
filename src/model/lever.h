/* lever.h: what can be done, or happen, and what that changes in a prospect: one row each.
 *
 * A scenario is a list of levers. What a lever costs is known; whether it works often is not: `effect` is
 * always an assumption with its source and grade, and is nothing until somebody says otherwise
 * (a payment's effect is a ratio of leaving, 1 unless said).
 */
#ifndef MODEL_LEVER_H
#define MODEL_LEVER_H

#include "base/quantity.h"
#include "model/prospect.h"

enum lever_kind {
	LEVER_OVER,                  /* amount posts over establishment, from a month for some months */
	LEVER_PAYMENT,               /* a payment to those in years 2 to 3: effect on leaving, then its rebound */
	LEVER_FASTER,                /* months less from vacant to filled */
	LEVER_COHORT,                /* a cohort of trainees: how many start, when */
	LEVER_CONVERT,               /* agency workers who become permanent, a month */
	LEVER_CASELOAD,              /* cases a case holder at most: posts needed for it */
	LEVER_LOST,                  /* a cohort from overseas is lost: how many, when */
	LEVER_SHOCK,                 /* a year after inspection: leaving times */
	LEVERS
};

struct lever_row {
	Str name, title, does;       /* "over", "Recruit over establishment"; what it changes, in plain words */
	Str amount_label, effect_label;      /* "Posts over"; empty if it has none */
	Str amount_before, amount_one, amount_more;          /* "£", "post", "posts": the amount in a sentence */
	int unsaid;                  /* months that it works where none are said; 0: to the end */
	bool at_once;                /* it is in one month, whatever months are said */
	int tenths;                  /* 10: the amount is counted in tenths of one, and has a decimal; else 0 */
	int64_t amount_least, amount_most, amount_usual;     /* whole, or in tenths: posts, months, cases, pounds, percent by label */
	int32_t effect_least, effect_most, effect_usual;     /* millionths */
	Str evidence;                /* row of the evidence a bound rests on, and what it is worth; or empty */
};
extern const struct lever_row lever_rows[LEVERS];
bool lever_find(Str name, enum lever_kind *kind);
/* An amount of it in so many parts of one, and as a figure: 16.5 for 165 tenths. */
int    lever_in_one(const struct lever_row *row);
Figure lever_amount(const struct lever_row *row, int64_t amount);

struct lever {
	enum lever_kind kind;
	int     first, months;       /* from month `first` on, for so many; 0 months: to the end */
	int64_t amount;
	int32_t effect, rebound;     /* millionths: 1,000,000 changes nothing; a rebound of 0 is none either */
};
enum { LEVERS_MOST = 16 };       /* of one scenario */
/* `base` with the levers pulled; shares nothing that changes. NULL with words where one cannot be: a month
 * in the past, a number out of its row's range, more than there is room for. Keeps `most` and seat ids. */
struct prospect *lever_pull(const struct prospect *base, const struct lever *levers, int count,
                            struct arena *perm, struct error *err);
/* What calendar_new, tally_new and gap_new of `base` must be told so that there is room for `pulled` too. */
int lever_room(const struct prospect *base, const struct prospect *pulled);

/* "over 10 from 3 for 24 effect 0.9 rebound 1.1", and back: how a lever is written in recipes, addresses and on the
 * command line. What is not said is as its row has it: usual amount and effect, from month 1, to the end, no rebound. */
Str  lever_write(const struct lever *lever, struct arena *perm);
bool lever_read(Str text, struct lever *lever, struct error *err);

#endif
