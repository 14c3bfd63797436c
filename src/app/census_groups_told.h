/* census_groups_told.h: findings of a return put together by rule. Private to what is told of a census.
 */
#ifndef APP_CENSUS_GROUPS_TOLD_H
#define APP_CENSUS_GROUPS_TOLD_H

#include "app/census_told.h"
#include "census/rules.h"

/* What one rule found. */
struct group {
	const struct census_rule *rule;              /* NULL: no row has the code */
	Str code;
	enum severity severity;
	int count, filled, broad;                    /* broad: of the file as a whole, so to be mended first */
	const struct finding **at;
};

struct groups { struct group *at; int count, room; struct arena *perm; };

/* Errors before queries; what is wrong with the whole before what is wrong with one; most first. */
struct groups groups_of(const struct findings *found, struct arena *perm);
/* What must be so; of a code that no rule has, what is wrong. */
Str group_words(const struct group *group);
/* Heading, why, the records, and how sure the rule is. */
void add_group(struct document *doc, const struct census_told *told, const struct group *group);

Str told_count(ptrdiff_t count, const char *one, const char *many, struct arena *perm);      /* "1 error", "1,024 errors" */
Str told_place(const struct finding *finding, struct arena *perm);                          /* "Line 6, column 7" */
Str told_message(const struct finding *finding, struct arena *perm);                        /* "FTE is 0.5. Write 0" */

#endif
