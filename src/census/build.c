/* build.c: everybody in turn, then the authority, then what is missing in order. */
#include "census/building.h"

#include <stdlib.h>

#include "census/write.h"
#include "measure/own_people.h"

static int
missing_order(const void *a, const void *b)
{
	const struct missing *x = a, *y = b;
	if (x->item != y->item)
		return (int)x->item - (int)y->item;
	return x->worker - y->worker;
}

static bool
anybody_counted(const struct building *in)
{
	for (int p = 0; p < in->roster->person_count; p++)
		if (own_cases_on(in->roster, p, in->day))
			return true;
	return false;
}

/* Whoever is merged into another has their spells there, and no records of their own. */
void
census_build(struct built *built, const struct build_wish *wish, struct arena *perm)
{
	*built = (struct built){ .ret = { .form = FORM_BUILT } };
	struct building in = { .wish = wish, .roster = wish->roster, .year = census_period(wish->year),
		.day = date_of(wish->year, 9, 30), .before = date_of(wish->year - 1, 9, 30), .built = built, .perm = perm };
	building_gather(&in);
	in.cases_known = anybody_counted(&in);
	for (int p = 0; p < in.roster->person_count; p++)
		if (in.roster->people[p].merged_into == NOT_THERE)
			building_person(&in, p);
	building_authority(&in);
	if (built->missing_count > 1)
		qsort(built->missing, (size_t)built->missing_count, sizeof *built->missing, missing_order);
	return_settle(&built->ret);
	built->ret.file = census_file_name(&built->ret, perm);
}
