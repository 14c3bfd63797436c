/* own_people_parts.c: one person's parts of the counts of a day and of the year to it. */
#include "measure/own_parts.h"

#include <stdlib.h>

/* ---- time in the unit -------------------------------------------------------------------------- */

static int
period_order(const void *a, const void *b)
{
	const struct period *x = a, *y = b;
	return (x->first.day > y->first.day) - (x->first.day < y->first.day);
}

/* The parts of a stretch that lie in the unit, cut where the tree changes. Gives how many. */
static int
pieces_of(const struct own_count *c, const struct stretch *s, struct period *pieces)
{
	int count = 0, turn = 0;
	for (Date day = s->when.first; day.day <= s->when.last.day;) {
		Date last = s->when.last;
		while (turn < c->turn_count && c->turns[turn] <= day.day)
			turn++;
		if (c->unit != NOT_THERE && turn < c->turn_count && c->turns[turn] <= last.day)
			last.day = c->turns[turn] - 1;
		if (stretch_within(c->roster, s, c->unit, day))
			pieces[count++] = (struct period){ day, last };
		day.day = last.day + 1;
	}
	return count;
}

/* The unbroken time in the unit that holds a day. */
static bool
time_in_unit(const struct own_count *c, struct stretches service, Date day, struct period *time,
             struct arena scratch)
{
	struct period *pieces = new(&scratch, (ptrdiff_t)service.count * (c->turn_count + 1),
	                            struct period);
	int count = 0;
	for (int i = 0; i < service.count; i++)
		count += pieces_of(c, &service.at[i], pieces + count);
	qsort(pieces, (size_t)count, sizeof *pieces, period_order);
	for (int i = 0; i < count;) {
		*time = pieces[i];
		for (i++; i < count && pieces[i].first.day <= time->last.day + 1; i++)
			if (pieces[i].last.day > time->last.day)
				time->last = pieces[i].last;
		if (period_holds(*time, day))
			return true;
	}
	return false;
}

static int64_t
fte_within(const struct own_count *c, struct stretches service, Date day)
{
	int64_t fte = 0;
	for (int i = 0; i < service.count; i++)
		if (period_holds(service.at[i].when, day) &&
		    stretch_within(c->roster, &service.at[i], c->unit, day))
			fte += service.at[i].row->fte;
	return fte;
}

/* ---- parts ------------------------------------------------------------------------------------- */

void
own_part(struct own_parts *parts, enum measure_id m, int64_t micro)
{
	parts->of[m] = micro;
	parts->behind[m] = true;
}

static void
part_in_post(struct own_parts *parts, const struct own_count *c, struct stretches service,
             struct arena scratch)
{
	struct period now, then;
	bool is = time_in_unit(c, service, c->day, &now, scratch);
	bool was = time_in_unit(c, service, c->before, &then, scratch);
	if (is) {
		own_part(parts, INPOST_FTE, fte_within(c, service, c->day));
		own_part(parts, INPOST_HEADCOUNT, MICRO);
	}
	if (is && now.first.day > c->before.day) {
		own_part(parts, STARTERS_FTE, parts->of[INPOST_FTE]);
		own_part(parts, STARTERS_HEADCOUNT, MICRO);
	}
	if (was && then.last.day < c->day.day) {
		own_part(parts, LEAVERS_FTE, fte_within(c, service, c->before));
		own_part(parts, LEAVERS_HEADCOUNT, MICRO);
	}
}

static bool
is_agency_on(const struct stretch *s, Date day)
{
	return s->row->basis == AGENCY && s->census > 0 && period_holds(s->when, day);
}

static void
part_agency(struct own_parts *parts, const struct own_count *c, int person, struct stretches life)
{
	for (int i = 0; i < life.count; i++) {
		if (!is_agency_on(&life.at[i], c->day) ||
		    !stretch_within(c->roster, &life.at[i], c->unit, c->day))
			continue;
		own_part(parts, AGENCY_FTE, parts->of[AGENCY_FTE] + life.at[i].row->fte);
		own_part(parts, AGENCY_HEADCOUNT, parts->of[AGENCY_HEADCOUNT] + MICRO);
	}
	if (c->covering[person] > 0)
		own_part(parts, AGENCY_COVER_FTE, c->covering[person]);
}

const struct stretch *
own_larger_post(const struct stretch *a, const struct stretch *b)
{
	if (!a || b->row->fte > a->row->fte)
		return b;
	return b->row->fte == a->row->fte && b->census < a->census ? b : a;
}

/* ---- cases ------------------------------------------------------------------------------------- */

const struct caseload *
own_cases_on(const struct roster *r, int person, Date day)
{
	int low = 0, high = r->caseload_count;
	while (low < high) {
		int middle = low + (high - low) / 2;
		const struct caseload *load = &r->caseloads[middle];
		if (load->person < person || (load->person == person && load->day.day <= day.day))
			low = middle + 1;
		else
			high = middle;
	}
	const struct caseload *last = low > 0 ? &r->caseloads[low - 1] : NULL;
	return last && last->person == person && day.day - last->day.day < CASES_DAYS_MOST ? last : NULL;
}

/* Somebody's cases, and all their FTE, stand where their largest post is: so units add up. */
static void
part_cases(struct own_parts *parts, const struct own_count *c, int person,
           struct stretches service, struct stretches life)
{
	const struct stretch *main = NULL;
	int64_t fte = 0;
	for (int i = 0; i < service.count; i++)
		if (period_holds(service.at[i].when, c->day)) {
			main = own_larger_post(main, &service.at[i]);
			fte += service.at[i].row->fte;
		}
	for (int i = 0; i < life.count; i++)
		if (is_agency_on(&life.at[i], c->day)) {
			main = own_larger_post(main, &life.at[i]);
			fte += life.at[i].row->fte;
		}
	if (!main || !stretch_within(c->roster, main, c->unit, c->day))
		return;
	const struct caseload *load = own_cases_on(c->roster, person, c->day);
	parts->works = true;
	parts->cases_known = load != NULL;
	if (load && load->cases > 0) {
		own_part(parts, CASES, load->cases * (int64_t)MICRO);
		if (fte > 0)
			own_part(parts, CASE_HOLDERS_FTE, fte);
	}
}

void
own_parts_of(struct own_parts *parts, const struct own_count *c, int person, struct arena scratch)
{
	*parts = (struct own_parts){ .works = false };
	struct stretches life = stretches_of(c->roster, person, &scratch);
	struct stretches service = service_of(c->roster, person, SERVICE_CENSUS, &scratch);
	part_in_post(parts, c, service, scratch);
	part_agency(parts, c, person, life);
	part_cases(parts, c, person, service, life);
	own_days_lost(parts, c, person, service);
}

bool
own_left_council(const struct own_count *c, int person, struct arena scratch)
{
	struct own_count whole = *c;
	struct period time;
	whole.unit = NOT_THERE;
	struct stretches paid = service_of(c->roster, person, SERVICE_COUNCIL, &scratch);
	return time_in_unit(&whole, paid, c->before, &time, scratch) && time.last.day < c->day.day;
}

bool
in_post_since(const struct roster *roster, int unit, int person, Date day, Date *since,
              struct arena scratch)
{
	struct own_count c = { .roster = roster, .unit = unit, .day = day };
	struct period time;
	own_find_turns(&c, &scratch);
	struct stretches service = service_of(roster, person, SERVICE_CENSUS, &scratch);
	bool is = time_in_unit(&c, service, day, &time, scratch);
	if (is)
		*since = time.first;
	return is;
}
