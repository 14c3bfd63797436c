/* demo.c: a demonstration council from published figures: the plan, the years one by one, records. */
#include "demo/demo.h"

#include <string.h>

#include "demo/making.h"

static bool
has_people(const struct published *p, int area, int year)
{
	return figure_present(published_value(p, area, INPOST_HEADCOUNT, year))
		&& figure_present(published_value(p, area, INPOST_FTE, year));
}

/* The years wished for that have figures: from the first with people in post to the last published. */
static bool
find_years(const struct published *p, struct demo_wish *wish, struct error *err)
{
	const struct area *area = &p->areas.at[wish->area];
	int first = wish->first_year > area->first_year ? wish->first_year : area->first_year;
	int last = wish->last_year && wish->last_year < area->last_year ? wish->last_year : area->last_year;
	while (first <= last && !has_people(p, wish->area, first))
		first++;
	if (first > last)
		return fail(err, "%.*s has published no social workers in post in these years",
		            STR_ARG(area->name));
	if (last - first + 2 > PLAN_YEARS_MOST)
		return fail(err, "ask for at most %d years", PLAN_YEARS_MOST - 1);
	wish->first_year = first;
	wish->last_year = last;
	return true;
}

static bool
is_present_council(const struct published *p, int area)
{
	return area >= 0 && area < p->areas.count && p->areas.at[area].level == AUTHORITY
		&& p->areas.at[area].last_year == p->last_year;
}

static void
add_remainders(struct demo *demo, const struct published *p, struct demo_wish wish,
               const struct plan *plan, struct arena *perm)
{
	demo->remainders = new(perm, plan->count * PLAN_COUNTS, struct demo_remainder);
	for (int i = 1; i < plan->count; i++) {
		struct plan_count counts[PLAN_COUNTS];
		plan_counts(&plan->year[i], p, wish.area, counts);
		for (int c = 0; c < PLAN_COUNTS; c++) {
			if (!figure_present(counts[c].published) && counts[c].published.absent != ROUNDS_TO_ZERO)
				continue;
			demo->counts++;
			if (!plan_met(&counts[c]))
				demo->remainders[demo->remainder_count++] = (struct demo_remainder){
					counts[c].measure, plan->year[i].year, counts[c].published,
					figure_micro(counts[c].made), counts[c].why };
		}
	}
}

static void
make_years(struct making *m)
{
	for (int i = 0; i < m->plan.count; i++) {
		struct plan_year *y = &m->plan.year[i];
		year_run(m, y);
		census_settle(m, y);
		if (i > 0) {
			work_cases(m, y);
			work_sickness(m, y);
			work_others(m);
		}
	}
}

bool
demo_make(struct demo *demo, const struct published *p, struct demo_wish wish, struct arena *perm,
          struct error *err)
{
	if (!is_present_council(p, wish.area))
		return fail(err, "a demonstration is made of a present council: choose one");
	if (!find_years(p, &wish, err))
		return false;
	struct making *m = new(perm, 1, struct making);
	const struct area *area = &p->areas.at[wish.area];
	m->perm = perm;
	m->founded = date_of(wish.first_year - 16, 4, 1);
	m->random.counter = wish.seed ^ str_hash(area->slug);
	plan_make(&m->plan, p, wish.area, wish.first_year, wish.last_year);
	places_found(m, area->name);
	make_years(m);
	*demo = (struct demo){ .changes = changes_new(perm), .first_year = wish.first_year,
		.last_year = wish.last_year };
	written_changes(m, &demo->changes);
	add_remainders(demo, p, wish, &m->plan, perm);
	return true;
}
