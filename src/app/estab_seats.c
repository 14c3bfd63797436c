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

void
estab_keep_seen(struct estab *e)
{
	struct establishment seen = e->est;
	seen.seats = new(e->own.perm, e->est.seat_count + 1, struct seat);
	seen.occupants = new(e->own.perm, e->est.occupant_count + 1, struct occupant);
	seen.seat_count = seen.occupant_count = 0;
	for (int i = 0; i < e->est.seat_count; i++)
		if (sight_post(&e->own.sight, e->est.seats[i].post, GROUP_STRUCTURE).reach >= REACH_READ)
			keep_seat(&seen, &e->est, i);
	e->est = seen;
}
