/* staffing.c: totals of seats: how much, how many people, fully staffed or not, and the mix. */
#include "workforce/establishment.h"

static bool
seat_within(const struct establishment *est, const struct roster *roster, const struct seat *seat,
            int unit)
{
	return unit == NOT_THERE || unit_within(roster, seat->row->unit, unit, est->day);
}

/* Whether this is the first of the person's places there (of a role, unless NOT_THERE): so that
 * somebody in two posts counts once. */
static bool
counts_here(const struct establishment *est, const struct roster *roster, int unit, int role,
            const struct occupant *o)
{
	int person = o->row->person;
	if (person == NOT_THERE)
		return false;
	for (int i = roster->person_spells_begin[person]; i < roster->person_spells_begin[person + 1]; i++) {
		int spell = roster->person_spells[i];
		const struct spell_row *row = spell_on(roster, spell, est->day);
		const struct post_row *post = row && row->post != NOT_THERE
			? post_on(roster, row->post, est->day) : NULL;
		bool here = post && (role == NOT_THERE || post->role == role)
			&& (unit == NOT_THERE || unit_within(roster, post->unit, unit, est->day));
		if (here)
			return spell == o->spell;
	}
	return false;
}

static void
add_seat(struct staffing *all, const struct seat *seat)
{
	int64_t fte = seat->row->fte;
	all->posts++;
	all->funded += seat->funded;
	all->over += seat->over;
	all->frozen += seat->row->status == FROZEN ? fte : 0;
	all->proposed += seat->row->status == PROPOSED ? fte : 0;
	all->held += seat->held;
	all->agency += seat->agency;
	all->cover += seat->cover;
	all->vacant += seat->vacant;
	all->covered += seat->covered;
	all->excess += seat->excess;
}

struct staffing
staffing_of(const struct establishment *est, const struct roster *roster, int unit)
{
	struct staffing all = { 0 };
	for (int i = 0; i < est->seat_count; i++) {
		const struct seat *seat = &est->seats[i];
		if (!seat_within(est, roster, seat, unit))
			continue;
		add_seat(&all, seat);
		for (int j = seat->first_occupant; j < seat->first_occupant + seat->occupants; j++)
			all.people += counts_here(est, roster, unit, NOT_THERE, &est->occupants[j]);
	}
	return all;
}

/* ---- fully staffed ----------------------------------------------------------------------------- */

static bool
is_staffed(const struct establishment *est, const struct seat *seat)
{
	if (seat->vacant > 0)
		return false;
	for (int i = seat->first_occupant; i < seat->first_occupant + seat->occupants; i++) {
		const struct occupant *o = &est->occupants[i];
		if (basis_holds(o->row->basis) && o->absent && o->covered_by == NOT_THERE)
			return false;
	}
	return true;
}

struct fully
fully_staffed(const struct establishment *est, const struct roster *roster, int unit,
              struct arena *perm)
{
	int *seats = new(perm, est->seat_count, int), count = 0;
	for (int i = 0; i < est->seat_count; i++)
		if (est->seats[i].funded > 0 && seat_within(est, roster, &est->seats[i], unit) &&
		    !is_staffed(est, &est->seats[i]))
			seats[count++] = i;
	return (struct fully){ count == 0, seats, count };
}

/* ---- the mix ----------------------------------------------------------------------------------- */

int
skill_mix(const struct establishment *est, const struct roster *roster, int unit, struct mix **mix,
          struct arena *perm)
{
	*mix = new(perm, roster->role_count, struct mix);
	int count = 0;
	for (int role = 0; role < roster->role_count; role++) {
		const struct role_row *row = role_on(roster, role, est->day);
		struct mix one = { .role = role, .family = row ? row->family : FAMILY_SOCIAL_WORK };
		for (int i = 0; i < est->seat_count; i++) {
			const struct seat *seat = &est->seats[i];
			if (seat->row->role != role || !seat_within(est, roster, seat, unit))
				continue;
			one.held += seat->held;
			one.agency += seat->agency;
			for (int j = seat->first_occupant; j < seat->first_occupant + seat->occupants; j++)
				one.people += counts_here(est, roster, unit, role, &est->occupants[j]);
		}
		if (row && (one.people > 0 || one.held > 0))
			(*mix)[count++] = one;
	}
	return count;
}
