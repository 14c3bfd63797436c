/* checking.h: a return while its rules are asked. Private to census/.
 *
 * What every rule may look at is gathered once, before the first is asked; a rule then is a question of
 * a few facts, and nothing is written anywhere for a worker with whom nothing is wrong.
 *
 * A test tells in a finding what stands there, in people's terms, and what to do. A finding shows the
 * item and its text before what is wrong, so that begins with a verb: SWENo "SW 12" is no registration
 * number. checking_tell_both makes such words of the first two items of a rule: FTE "0.8" is 0.8, and
 * leaving date is 14 March 2025; what to do then is the rule's own `mend`.
 */
#ifndef CENSUS_CHECKING_H
#define CENSUS_CHECKING_H

#include "census/rules.h"

/* Sums over the whole return. FTE and days in millionths. */
struct whole {
	int     there, agency;               /* records: in post on the day; from an agency */
	int64_t fte_there, fte_agency, days_lost;
	int     ethnicity_said, ethnicity_unknown;       /* of those in post */
	int     with_payments;               /* records with a recruitment or retention payment */
};

/* The records of one registration number, in the file's order. */
struct people { const struct worker *const *at; int count; };

/* Records by registration number. They are numbered apart from the workers, which are too large to be moved for
 * each comparison. */
struct numbered { int64_t number; int at; };             /* `at` among the return's workers */
struct numbering { struct numbered *at; int count; const struct worker **workers; };
struct numbering numbering_new(int most, struct arena *perm);
void numbering_sort(struct numbering *numbering);
/* The records that share the number at `first`, in the file's order; the next begin that many on. */
struct people numbering_people(struct numbering *numbering, const struct census_return *ret, int first);

struct checking {
	const struct census_return *ret;
	int    year;                         /* 0: not known, and questions of its days are not asked */
	struct period days;                  /* 1 October to 30 September */
	int64_t now;
	struct whole whole;
	struct people people;                /* while a rule OF_PEOPLE is asked */
	struct findings *found;
	struct arena *perm;
};

/* The return with its sums; `now` is of this moment. */
struct checking checking_new(const struct census_return *ret, int64_t now, struct findings *found, struct arena *perm);

/* ---- who is asked ------------------------------------------------------------------------------ */

/* Said to be paid by the council. Somebody of whom neither is said is asked nothing that depends on it. */
static inline bool
worker_paid(const struct worker *w)
{
	return worker_has_code(w, ITEM_AGENCY, S("0"));
}

static inline bool
worker_there(const struct worker *w)
{
	return worker_fact(w, ITEM_END).said == NOT_SAID && worker_paid(w);
}

static inline bool
worker_left(const struct worker *w)
{
	return worker_fact(w, ITEM_END).said != NOT_SAID && worker_paid(w);
}

static inline bool
worker_above_nothing(const struct worker *w, enum item item)
{
	return worker_value(w, item, 0) > 0;
}

/* Said, and 0. */
static inline bool
worker_says_nothing(const struct worker *w, enum item item)
{
	return worker_value(w, item, 1) == 0;
}

/* ---- telling ----------------------------------------------------------------------------------- */

/* What a finding says; empty: the rule's own. */
struct advice { Str wrong, mend; };

/* With `w` NULL the item is one of the return. */
void checking_tell(struct checking *in, const struct census_rule *rule, const struct worker *w,
                   enum item item, struct advice advice);
/* "is 14 March 2025"; what is wrong with that is for the rule's `mend` to say. */
void checking_tell_one(struct checking *in, const struct census_rule *rule, const struct worker *w,
                       enum item item);
void checking_tell_both(struct checking *in, const struct census_rule *rule, const struct worker *w);
Str  checking_say(struct checking *in, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* What an item says, in people's terms: "0.8", "14 March 2025", "5 (Case holder)"; what stands there,
 * cut where it is long, if that cannot be read. */
Str  checking_value(struct checking *in, const struct worker *w, enum item item);
/* Millionths with as many decimals as there are. */
Str  checking_number(struct checking *in, int64_t micro);
/* "worker 3 in line 120" */
Str  checking_which(struct checking *in, const struct worker *w);
/* "write a date, as 2025-03-14": what an item wants, by its row. */
Str  checking_wants(struct checking *in, enum item item);

/* Of a worker, or with NULL of the return. */
static inline struct fact
checking_fact(const struct checking *in, const struct worker *w, enum item item)
{
	return w ? worker_fact(w, item) : in->ret->fact[item];
}

/* Tells an item whose text is no value of its kind, with the nearest that is. False: it was told. */
bool checking_sound(struct checking *in, const struct census_rule *rule, const struct worker *w, enum item item);
/* Tells an item that is not there. */
void checking_missing(struct checking *in, const struct census_rule *rule, const struct worker *w,
                      enum item item);

/* ---- tests that several rules share: every item of the rule must be sound, and there ------------- */

rule_test rule_sound;                /* if it is there */
rule_test rule_needed_of_everybody;
rule_test rule_needed_of_paid;       /* whoever the council pays, gone or there */
rule_test rule_needed_of_there;      /* in post on the day */
rule_test rule_needed_on_the_day;    /* in post on the day, or from an agency */
rule_test rule_needed_of_return;     /* the header's and the authority's own */
rule_test rule_expected_of_everybody;        /* as those above, without looking whether it is sound */
rule_test rule_expected_of_paid;
rule_test rule_expected_of_there;
rule_test rule_blank_for_agency;     /* nothing may be there for an agency worker */
rule_test rule_blank_in_year;        /* items that this census does not have */

/* ---- rows -------------------------------------------------------------------------------------- */

struct rule_list { const struct census_rule *at; int count; };
extern const struct rule_list rules_return, rules_person, rules_role, rules_work, rules_pay, rules_before;

#define RULE(number, grade, looks_at) .code = STR(number), .severity = grade, .scope = looks_at
#define OF(...) .items = { __VA_ARGS__ }, .item_count = (int)(sizeof (enum item[]){ __VA_ARGS__ } / sizeof (enum item))
#define SINCE(year) .first_year = year
#define FROM_THE_FIRST .first_year = CENSUS_FIRST_YEAR
#define WORDS(words_, why_) .words = STR(words_), .why = STR(why_)
#define MEND(mend_) .mend = STR(mend_)
#define FROM(source_, sure) .source = STR(source_), .confidence = sure
#define FROM_SCHEMAS "derived: LIIA's schemas of the message, 2021 to 2025"
#define FROM_GUIDE "derived: a schema written from DfE's guide of 2021"
#define FROM_CHECKS "derived: checks that councils made for themselves (SWFtools)"
#define FROM_DEFINITIONS "derived: the definitions of DfE's methodology"
#define FROM_FLAGS "derived: what DfE marks as unreliable in its own figures"
#define FROM_SUMS "derived: arithmetic"
#define FROM_SENSE "derived: what can be so"
#define FROM_CODES "derived: what the codes mean"
#define RULES(rows) { rows, (int)countof(rows) }

#endif
