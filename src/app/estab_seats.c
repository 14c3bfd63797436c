/* estab_seats.c: the posts of an establishment that a viewer may see. */
#include "app/estab.h"

static void
keep_seat(struct establishment *to, const struct establishment *from, int seat)
{
	struct seat *kept = &to->seats[to->seat_count];
	*kept = from->seats[seat];
	kept->first_occupant = to->occupant_count;
	for (int i = 0; i < kept->occupants; i++) {
		struct occupant *one = &to->occupants[to->occupant_count++];
		*one = from->occupants[from->seats[seat].first_occupant + i];
		one->seat = to->seat_count;
	}
	to->seat_count++;
}

static bool
is_taken(const struct estab *e, const struct seat *seat)
{
	const struct own *own = &e->own;
	if (own->unit != NOT_THERE && !unit_within(own->roster, seat->row->unit, own->unit, own->ask->day))
		return false;
	return e->everywhere || sight_post(&own->sight, seat->post, GROUP_STRUCTURE).reach >= REACH_READ;
}

void
estab_take_seats(struct estab *e)
{
	const struct establishment *all = &e->day->est;
	e->est = *all;
	if (e->everywhere && e->own.unit == NOT_THERE)
		return;
	e->est.unit = e->own.unit;
	e->est.seats = new(e->own.perm, all->seat_count + 1, struct seat);
	e->est.occupants = new(e->own.perm, all->occupant_count + 1, struct occupant);
	e->est.seat_count = e->est.occupant_count = 0;
	for (int i = 0; i < all->seat_count; i++)
		if (is_taken(e, &all->seats[i]))
			keep_seat(&e->est, all, i);
}
