/* hiring_equality.c: counting applications by stage and group. */
#include "practice/hiring_equality.h"

#include <string.h>

const Str equality_stage_words[EQUALITY_STAGES] = {
	[EQUALITY_APPLIED] = STR("Applied"), [EQUALITY_SHORTLISTED] = STR("Shortlisted"), [EQUALITY_ASSESSED] = STR("Assessed"),
	[EQUALITY_OFFERED] = STR("Offered"), [EQUALITY_APPOINTED] = STR("Appointed"),
};
/* The stage that is each. */
static const enum application_stage reaches[EQUALITY_STAGES] = { AT_RECEIVED, AT_SHORTLISTED, AT_ASSESSED, AT_OFFERED, AT_CHECKING };

struct period
equality_year(int year)
{
	return (struct period){ date_of(year - 1, 10, 1), date_of(year, 9, 30) };
}

Date
equality_told_on(int year)
{
	return date_of(year + 1, 3, 31);
}

void
equality_funnel(int64_t *at, const struct recruitment *all, const struct records *answers,
                const struct equality_attribute *attribute, struct period year, struct arena scratch)
{
	struct grouped of = grouped_by(answers, S("application"), &scratch);
	memset(at, 0, (size_t)(attribute->category_count * EQUALITY_STAGES) * sizeof *at);
	for (int i = 0; i < all->application_count; i++) {
		const struct application *a = &all->applications[i];
		int first, category = attribute->category_count - 1;
		if (a->received.day < year.first.day || a->received.day > year.last.day)
			continue;
		if (grouped_find(&of, a->ref, &first) > 0)
			category = equality_category(attribute, record_value(&record_types[TYPE_CANDIDATE_EQUALITY], of.rows[first].record, attribute->name));
		for (int s = 0; s < EQUALITY_STAGES; s++)
			at[category * EQUALITY_STAGES + s] += s == EQUALITY_APPLIED || application_reached(a, reaches[s]);
	}
}
