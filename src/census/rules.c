/* rules.c: the rules of all files as one list. */
#include "census/checking.h"

static const struct rule_list *const lists[] = {
	&rules_return, &rules_person, &rules_role, &rules_work, &rules_pay, &rules_before,
};

int
census_rule_count(void)
{
	int count = 0;
	for (ptrdiff_t l = 0; l < countof(lists); l++)
		count += lists[l]->count;
	return count;
}

const struct census_rule *
census_rule_at(int i)
{
	ptrdiff_t l = 0;
	while (i >= lists[l]->count)
		i -= lists[l++]->count;
	return &lists[l]->at[i];
}

const struct census_rule *
census_rule_find(Str code)
{
	for (ptrdiff_t l = 0; l < countof(lists); l++)
		for (int i = 0; i < lists[l]->count; i++)
			if (str_equal(lists[l]->at[i].code, code))
				return &lists[l]->at[i];
	return NULL;
}

bool
census_rule_holds(const struct census_rule *rule, int year)
{
	if (year == 0)
		return rule->first_year == CENSUS_FIRST_YEAR && rule->last_year == 0;
	return year >= rule->first_year && (rule->last_year == 0 || year <= rule->last_year);
}
