/* own_people_posts.c: what is known before people are counted: days, the tree, vacancies. */
#include "measure/own_parts.h"

#include <stdlib.h>

/* ---- days -------------------------------------------------------------------------------------- */

static Date
year_before(Date day)
{
	struct civil c = date_civil(day);
	bool real = date_real(c.year - 1, c.month, c.day);
	return date_of(c.year - 1, c.month, real ? c.day : c.day - 1);
}

struct period
own_year(Date day)
{
	return (struct period){ { year_before(day).day + 1 }, day };
}

static int
day_order(const void *a, const void *b)
{
	const int32_t *x = a, *y = b;
	return (*x > *y) - (*x < *y);
}

void
own_find_turns(struct own_count *c, struct arena *perm)
{
	const struct roster *r = c->roster;
	int32_t *turns = new(perm, 2 * (ptrdiff_t)r->unit_row_count, int32_t);
	int count = 0, kept = 0;
	for (int i = 0; i < r->unit_row_count; i++) {
		turns[count++] = r->unit_rows[i].when.first.day;
		turns[count++] = r->unit_rows[i].when.last.day + 1;
	}
	qsort(turns, (size_t)count, sizeof *turns, day_order);
	for (int i = 0; i < count; i++)
		if (kept == 0 || turns[kept - 1] != turns[i])
			turns[kept++] = turns[i];
	c->turns = turns;
	c->turn_count = kept;
}

/* ---- posts ------------------------------------------------------------------------------------- */

/* Whether the person leaves the service on this day: then they are not in post on it, and what they
 * held is vacant. */
static bool
leaves_on(const struct roster *r, int person, Date day, struct arena scratch)
{
	struct stretches service = service_of(r, person, SERVICE_CENSUS, &scratch);
	for (int i = 0; i < service.count; i++)
		if (service.at[i].leaves && service.at[i].when.last.day + 1 == day.day)
			return true;
	return false;
}

static void
count_seat(struct own_count *c, const struct establishment *est, const struct seat *seat,
           int64_t *covering, struct arena scratch)
{
	int64_t held = 0;
	int end = seat->first_occupant + seat->occupants;
	for (int i = seat->first_occupant; i < end; i++) {
		const struct spell_row *row = est->occupants[i].row;
		bool goes = basis_employed(row->basis) && row->person != NOT_THERE &&
			leaves_on(c->roster, row->person, c->day, scratch);
		held += basis_holds(row->basis) && !goes ? row->fte : 0;
	}
	int64_t vacant = seat->funded > held ? seat->funded - held : 0;
	c->vacant += vacant;
	for (int i = seat->first_occupant; i < end; i++) {
		const struct spell_row *row = est->occupants[i].row;
		if (row->basis != AGENCY || row->covers != NOT_THERE || row->person == NOT_THERE)
			continue;
		int64_t fills = row->fte < vacant ? row->fte : vacant;
		covering[row->person] += fills;
		vacant -= fills;
	}
}

static void
count_posts(struct own_count *c, struct arena *perm)
{
	struct establishment est;
	int64_t *covering = new(perm, c->roster->person_count, int64_t);
	struct arena scratch = *perm;
	establishment_on(&est, c->roster, c->unit, c->day, &scratch);
	for (int i = 0; i < est.seat_count; i++) {
		const struct role_row *role = est.seats[i].row->role == NOT_THERE
			? NULL : role_on(c->roster, est.seats[i].row->role, c->day);
		if (role && role->census > 0)
			count_seat(c, &est, &est.seats[i], covering, scratch);
	}
	c->covering = covering;
}

void
own_count_begin(struct own_count *c, const struct roster *roster, int unit, Date day,
                struct arena *perm)
{
	*c = (struct own_count){ .roster = roster, .unit = unit, .day = day,
	                         .before = year_before(day) };
	c->year = own_year(day);
	own_find_turns(c, perm);
	count_posts(c, perm);
}
