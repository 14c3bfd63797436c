/* rules.h: what must be true of a council's records taken together.
 *
 * record_check (register/field.h) judges one record by itself; these rules follow references and
 * look at whole lives and whole posts. They run over the council as it would be after a change, and
 * only findings that touch a changed record are kept: old trouble does not stop new work.
 *
 * Refused (MISTAKE): a reference to nothing; rows of one thing that overlap, or leave a hole where
 * the type is unbroken; a spell outside its post's days; holders beyond a post's FTE, the absent
 * and their cover aside (a handover of up to HANDOVER_DAYS is a QUERY); the same person twice in one
 * post at once; more than 1.5 FTE of one person in one day; a unit under itself; a cover that covers
 * nothing or itself; work before age 16 or after 100; a leaving reason without a last day; an assignment of
 * somebody else's time in post, or told twice; a census year that is said twice, or another figure without its reason; agency use that ends before it begins; a decision on it in another unit.
 * Asked (QUERY): two people of one name and birth date; over 1 FTE; no birth date; a post over its
 * FTE for a handover; a registration number two people share.
 * Sources: the field guide of the census, and what other systems let through.
 */
#ifndef WORKFORCE_RULES_H
#define WORKFORCE_RULES_H

#include "workforce/roster.h"

enum { HANDOVER_DAYS = 31 };

/* Findings about the records touched by `changes` in `after`. `record` of a finding is a ref. */
void rules_check(const struct council *after, const struct changes *changes, struct findings *found,
                 struct arena *perm);

/* Every rule with its words, for the help page. */
struct rule_row { Str code, words; enum severity severity; Str source; };
extern const struct rule_row rule_rows[];
extern const int rule_count;

#endif
