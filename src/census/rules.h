/* rules.h: what must be true of a return before it is sent, and what DfE would ask about: one row each.
 *
 * An error must be mended, a query may stay with a note. DfE's own list of rules was not to be had: ours
 * are derived from its definitions, from schemas of councils' own, and from what DfE says of figures it
 * marked as unreliable. Each row says its source and how sure it is, and a finding's page shows that
 * doubt. `official` is the number DfE gives the rule, to be filled by whoever has it.
 *
 * Checking gives every finding in one pass, in the file's order: line, column, then code.
 */
#ifndef CENSUS_RULES_H
#define CENSUS_RULES_H

#include "census/return.h"

/* What a rule looks at: how often it is asked. OF_READING: readers tell it (read.h). OF_LAST_YEAR: asked
 * of two returns (compare.h). */
enum rule_scope { OF_READING, OF_RETURN, OF_WORKER, OF_PEOPLE, OF_LAST_YEAR };

struct checking;                 /* the return while it is checked: private to census/ (checking.h) */
struct census_rule;
/* Looks at what its scope has: a worker, or NULL; the people of one registration number are those of
 * `in`. Tells its findings by checking_tell. */
typedef void rule_test(struct checking *in, const struct census_rule *rule, const struct worker *w);

enum { ITEMS_OF_RULE = 8 };
struct census_rule {
	Str  code;                   /* "D072": never changes, never used again */
	enum severity severity;
	enum rule_scope scope;
	enum item items[ITEMS_OF_RULE];      /* what it is about; a finding marks the first, or the one at fault */
	int  item_count;             /* 0: the file itself */
	int  first_year, last_year;  /* censuses it holds for; last 0: still */
	Str  words;                  /* what must be so, a sentence: "Everybody who left has FTE 0" */
	Str  why;                    /* why it is asked, and what usually is wrong; may be empty */
	Str  wrong, mend;            /* a finding's, where its test gives none of its own; `wrong` after the item */
	Str  source;
	enum confidence confidence;
	Str  official;               /* DfE's number; empty: not known to us */
	rule_test *test;
};

/* Every rule, by code. The rows stand in rules_return.c, rules_person.c, rules_role.c, rules_work.c,
 * rules_pay.c and rules_before.c, each with its tests. */
int census_rule_count(void);
const struct census_rule *census_rule_at(int i);

const struct census_rule *census_rule_find(Str code);        /* NULL: none */
/* Year 0, of a return that says none: those that every census year has. */
bool census_rule_holds(const struct census_rule *rule, int year);

/* Adds every finding of the rules but those of reading; then puts all of `found` in the file's order. `now` is
 * seconds since 1970, of this moment, for dates in the future. */
void census_check(const struct census_return *ret, int64_t now, struct findings *found,
                  struct arena *perm);

/* ---- for readers and tests of rules ---------------------------------------------------------- */

/* A finding of a rule; `wrong` and `mend` empty: the rule's own. `item` NO_ITEM: the worker, or with w
 * NULL the return, as a whole. */
struct telling { const struct census_return *ret; const struct census_rule *rule;
                 const struct worker *worker; enum item item; Str wrong, mend; };
void census_tell(struct findings *found, struct telling telling, struct arena *perm);
/* The same at a place that is no cell: of a finding that has its code, the severity by its rule (an error where there
 * is none: a file that cannot be read at all), and where `wrong` or `mend` is empty the rule's own. */
void census_tell_at(struct findings *found, struct finding finding);
/* In the file's order, what is the same told once. */
void census_order(struct findings *found);

#endif
