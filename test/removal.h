/* removal.h: what a plan of removal does to one record. */
#ifndef TEST_REMOVAL_H
#define TEST_REMOVAL_H

#include "check.h"
#include "workforce/retention.h"

/* NULL: nothing. */
static inline const struct change *
change_in(const struct retention_plan *plan, const char *ref)
{
	for (int i = 0; i < plan->changes.count; i++)
		if (str_equal(plan->changes.at[i].before.ref, str_of(ref)))
			return &plan->changes.at[i];
	return NULL;
}

/* What a field of it says then. */
static inline Str
left_in(const struct retention_plan *plan, const char *ref, const char *field)
{
	const struct change *change = change_in(plan, ref);
	check(change != NULL);
	return change ? record_value(change->type, &change->after, str_of(field)) : S("?");
}

#endif
