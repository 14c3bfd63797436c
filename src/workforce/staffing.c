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

static void
add_seat(struct staffing *all, const struct establishment *est, const struct seat *seat)
{
	int64_t fte = seat->row->fte;
	all->vacant_posts += seat->vacant > 0;
	all->away_posts += seat->funded > 0 && seat->vacant == 0 && !is_staffed(est, seat);
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
		add_seat(&all, est, seat);
		for (int j = seat->first_occupant; j < seat->first_occupant + seat->occupants; j++)
			all.people += counts_here(est, roster, unit, NOT_THERE, &est->occupants[j]);
	}
	return all;
}

static int
unit_above(const struct roster *r, int unit, Date day)
{
	const struct unit_row *row = unit_on(r, unit, day);
	return row ? row->parent : NOT_THERE;
}

/* Somebody in several posts counts once in each unit that holds any of them: `last` says who was
 * counted there last. */
static void
count_people_by_unit(const struct establishment *est, const struct roster *r, struct staffing *of,
                     const bool *seated, int *last)
{
	for (int p = 0; p < r->person_count; p++)
		for (int i = r->person_spells_begin[p]; i < r->person_spells_begin[p + 1]; i++) {
			const struct spell_row *row = spell_on(r, r->person_spells[i], est->day);
			if (!row || row->post == NOT_THERE || !seated[row->post])
				continue;
			int unit = post_on(r, row->post, est->day)->unit;
			for (int up = 0; unit != NOT_THERE && up <= r->unit_count; up++) {
				of[unit].people += last[unit] != p + 1;
				last[unit] = p + 1;
				unit = unit_above(r, unit, est->day);
			}
		}
}

void
staffing_by_unit(const struct establishment *est, const struct roster *roster, struct staffing *of,
                 struct arena scratch)
{
	bool *seated = new(&scratch, roster->post_count, bool);
	for (int u = 0; u < roster->unit_count; u++)
		of[u] = (struct staffing){ 0 };
	for (int i = 0; i < est->seat_count; i++) {
		const struct seat *seat = &est->seats[i];
		seated[seat->post] = true;
		int unit = seat->row->unit;
		for (int up = 0; unit != NOT_THERE && up <= roster->unit_count; up++) {
			add_seat(&of[unit], est, seat);
			unit = unit_above(roster, unit, est->day);
		}
	}
	count_people_by_unit(est, roster, of, seated, new(&scratch, roster->unit_count, int));
}

/* ---- fully staffed ----------------------------------------------------------------------------- */

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
