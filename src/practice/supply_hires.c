/* supply_hires.c: who joined by a pipeline within some days, by partner and by route. */
#include "practice/supply_hires.h"

static bool
joined_within(const struct learner *l, struct period when)
{
	Date on = l->came[LEARNER_JOINED];
	return l->stage == LEARNER_JOINED && on.day >= when.first.day && on.day <= when.last.day;
}

static bool
is_of(const struct supply *supply, const struct learner *l, const struct supply_joined *row)
{
	const struct cohort *cohort = l->cohort == NOT_THERE ? NULL : &supply->cohorts[l->cohort];
	if (row->by_route)
		return cohort && (int)cohort->kind == row->kind;
	return (cohort ? cohort->partner : NULL) == row->partner;
}

static void
count_in(const struct supply *supply, struct period when, struct supply_joined *row)
{
	for (int i = 0; i < supply->learner_count; i++) {
		const struct learner *l = &supply->learners[i];
		if (!joined_within(l, when) || !is_of(supply, l, row))
			continue;
		row->joined++;
		row->here += l->spell != NOT_THERE && spell_on(supply->roster, l->spell, when.last) != NULL;
	}
}

int
supply_joined_by(const struct supply *supply, struct period when, struct supply_joined **rows, struct arena *perm)
{
	const struct records *partners = &supply->roster->council->of[TYPE_PARTNER];
	int most = partners->count + 1 + ROUTE_KINDS, count = 0;
	*rows = new(perm, most, struct supply_joined);
	for (int i = 0; i < most; i++) {
		bool by_route = i > partners->count;
		struct supply_joined row = { .partner = i < partners->count ? &partners->at[i] : NULL, .by_route = by_route,
			.kind = by_route ? i - partners->count - 1 : NOT_THERE };
		count_in(supply, when, &row);
		if (row.joined)
			(*rows)[count++] = row;
	}
	return count;
}
