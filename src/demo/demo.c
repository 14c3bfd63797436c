/* demo.c: a demonstration council from published figures: the plan, the years one by one, records. */
#include "demo/demo.h"

#include <string.h>

#include "demo/making.h"

enum { ATTEMPTS = 4, PEOPLE_MOST = 20000, COUNT_MOST = 2000000 };

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

/* Figures of a release that somebody imported may be anything. */
static bool
can_be_made(const struct published *p, struct demo_wish wish, struct error *err)
{
	for (int y = wish.first_year; y <= wish.last_year; y++)
		for (int m = 0; m < MEASURES; m++) {
			Figure f = published_value(p, wish.area, (enum measure_id)m, y);
			bool many = m == CASES || m == WORKING_DAYS_LOST_FTE;
			if (measures[m].rate || !figure_present(f) ||
			    (f.micro >= 0 && f.micro / MICRO <= (many ? COUNT_MOST : PEOPLE_MOST)))
				continue;
			return fail(err, "%.*s in %d is no figure that people can be made for",
			            STR_ARG(measures[m].title), y);
		}
	return true;
}

static bool
is_present_council(const struct published *p, int area)
{
	return area >= 0 && area < p->areas.count && p->areas.at[area].level == AUTHORITY
		&& p->areas.at[area].last_year == p->last_year;
}

/* What is true of people in every year: those in post are those of a year before, less leavers, plus
 * starters. */
static Str
balance_words(const struct plan_year *y, enum measure_id m, Figure published, struct arena *perm)
{
	int before = y[-1].people;
	if (m == STARTERS_HEADCOUNT)
		return str_format(perm, "of %d in post a year before, %d left, and %d were in post at the end, "
		                  "so %d must have started", before, y->leavers, y->people, y->starters);
	if (published.micro > before * (int64_t)MICRO)
		return str_format(perm, "only %d were in post a year before", before);
	return str_format(perm, "%d were in post a year before and %d at the end, so at least %d must have "
	                  "left", before, y->people, y->leavers);
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
			if (plan_met(&counts[c]))
				continue;
			enum measure_id m = counts[c].measure;
			bool people = m == STARTERS_HEADCOUNT || m == LEAVERS_HEADCOUNT;
			demo->remainders[demo->remainder_count++] = (struct demo_remainder){
				m, plan->year[i].year, counts[c].published, figure_micro(counts[c].made),
				counts[c].published.absent == ROUNDS_TO_ZERO ? S("it is too little to be made of people")
				: people ? balance_words(&plan->year[i], m, counts[c].published, perm) : counts[c].why };
		}
	}
}

/* True when the plan was kept throughout. */
static bool
make_years(struct making *m)
{
	bool kept = true;
	for (int i = 0; i < m->plan.count; i++) {
		struct plan_year *y = &m->plan.year[i], wished = *y;
		year_run(m, y);
		census_settle(m, y);
		if (i > 0) {
			work_cases(m, y);
			work_sickness(m, y);
			work_others(m);
		}
		kept = kept && y->holders_fte == wished.holders_fte && y->lost == wished.lost;
	}
	return kept;
}

/* The region that a council stands in: of Inner London's, London. */
static Str
region_of(const struct published *p, int area)
{
	Str name = { 0 };
	for (int above = p->areas.at[area].parent; above != NO_AREA; above = p->areas.at[above].parent)
		if (p->areas.at[above].level == REGION)
			name = p->areas.at[above].name;
	return name;
}

/* Case holders are a choice among people, and now and then none has the right FTE; others are made
 * then. */
static struct making *
make_council(const struct plan *plan, const struct published *p, struct demo_wish wish, struct arena *perm)
{
	struct making *m = new(perm, 1, struct making);
	const struct area *area = &p->areas.at[wish.area];
	Str region = region_of(p, wish.area);
	struct arena begin = *perm;
	for (uint64_t attempt = 0; attempt < ATTEMPTS; attempt++) {
		*perm = begin;
		*m = (struct making){ .perm = perm, .plan = *plan, .region = region,
			.founded = date_of(wish.first_year - 16, 4, 1),
			.random = { (wish.seed * ATTEMPTS + attempt) ^ str_hash(area->slug) } };
		places_found(m, area->name);
		if (make_years(m))
			break;
	}
	return m;
}

bool
demo_make(struct demo *demo, const struct published *p, struct demo_wish wish, struct arena *perm,
          struct error *err)
{
	if (!is_present_council(p, wish.area))
		return fail(err, "a demonstration is made of a present council: choose one");
	if (!find_years(p, &wish, err) || !can_be_made(p, wish, err))
		return false;
	struct plan plan;
	plan_make(&plan, p, wish.area, wish.first_year, wish.last_year);
	struct making *m = make_council(&plan, p, wish, perm);
	*demo = (struct demo){ .changes = changes_new(perm), .first_year = wish.first_year,
		.last_year = wish.last_year };
	written_changes(m, &demo->changes);
	add_remainders(demo, p, wish, &m->plan, perm);
	return true;
}
