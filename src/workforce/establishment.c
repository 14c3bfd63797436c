/* establishment.c: the seats of a day: who holds each, what is vacant and since when. */
#include "workforce/establishment.h"

#include <stdlib.h>

struct seating {
	const struct roster *roster;
	struct establishment *est;
	int *place;                          /* of each unit in the tree of the day; NOT_THERE outside */
	int *covered_by;                     /* of each spell: the spell that covers it that day */
};

/* FTE of the post's funded part, and of its holders, on a day. */
static int64_t
funded_on(const struct roster *r, int post, Date day)
{
	const struct post_row *row = post_on(r, post, day);
	return row && row->status == FUNDED ? row->fte : 0;
}

static int64_t
held_on(const struct roster *r, int post, Date day)
{
	int64_t held = 0;
	for (int i = r->post_spells_begin[post]; i < r->post_spells_begin[post + 1]; i++) {
		const struct spell_row *row = spell_on(r, r->post_spells[i], day);
		held += row && basis_holds(row->basis) ? row->fte : 0;
	}
	return held;
}

/* The last day before or on `day` on which something about the post began. */
static Date
last_turn(const struct roster *r, int post, Date day)
{
	Date turn = r->post_rows[r->posts[post].first].when.first;
	for (int i = r->posts[post].first; i < r->posts[post].first + r->posts[post].count; i++) {
		Date first = r->post_rows[i].when.first;
		if (first.day <= day.day && first.day > turn.day)
			turn = first;
	}
	for (int i = r->post_spells_begin[post]; i < r->post_spells_begin[post + 1]; i++) {
		const struct thing *spell = &r->spells[r->post_spells[i]];
		for (int j = spell->first; j < spell->first + spell->count; j++) {
			Date first = r->spell_rows[j].when.first, after = { r->spell_rows[j].when.last.day + 1 };
			if (first.day <= day.day && first.day > turn.day)
				turn = first;
			if (after.day <= day.day && after.day > turn.day)
				turn = after;
		}
	}
	return turn;
}

/* Back from turn to turn for as long as at least as much has been vacant. */
static Date
vacant_since(const struct roster *r, int post, Date day)
{
	Date since = last_turn(r, post, day);
	Date begins = r->post_rows[r->posts[post].first].when.first;
	int64_t vacant = funded_on(r, post, day) - held_on(r, post, day);
	while (since.day > begins.day) {
		Date before = { since.day - 1 };
		if (funded_on(r, post, before) - held_on(r, post, before) < vacant)
			break;
		since = last_turn(r, post, before);
	}
	return since;
}

/* Which spell covers which on the day, in whatever post: the first of several. */
static void
find_cover(struct seating *in, struct arena *perm)
{
	const struct roster *r = in->roster;
	Date day = in->est->day;
	in->covered_by = new(perm, r->spell_count, int);
	for (int s = 0; s < r->spell_count; s++)
		in->covered_by[s] = NOT_THERE;
	for (int i = r->spell_row_count - 1; i >= 0; i--) {
		const struct spell_row *row = &r->spell_rows[i];
		if (row->covers != NOT_THERE && row->when.first.day <= day.day &&
		    day.day <= row->when.last.day)
			in->covered_by[row->covers] = row->spell;
	}
}

static void
add_occupant(struct seating *in, struct seat *seat, int spell, const struct spell_row *row)
{
	const struct roster *r = in->roster;
	Date day = in->est->day;
	struct period leave;
	in->est->occupants[in->est->occupant_count++] = (struct occupant){
		.seat = (int)(seat - in->est->seats), .spell = spell, .row = row,
		.absent = row->person != NOT_THERE && leave_on(r, row->person, day, &leave),
		.covered_by = in->covered_by[spell] };
	seat->occupants++;
	if (basis_holds(row->basis))
		seat->held += row->fte;
	else if (row->basis == AGENCY)
		seat->agency += row->fte;
	else
		seat->cover += row->fte;
}

static int64_t
smaller(int64_t a, int64_t b)
{
	return a < b ? a : b;
}

/* Cover of somebody who is away fills no vacancy: the absent holder is in the post. */
static int64_t
helping(const struct seating *in, const struct seat *seat)
{
	int64_t fte = 0;
	for (int i = seat->first_occupant; i < seat->first_occupant + seat->occupants; i++) {
		const struct spell_row *row = in->est->occupants[i].row;
		fte += !basis_holds(row->basis) && row->covers == NOT_THERE ? row->fte : 0;
	}
	return fte;
}

static void
fill_seat(struct seating *in, struct seat *seat)
{
	const struct roster *r = in->roster;
	Date day = in->est->day;
	seat->first_occupant = in->est->occupant_count;
	for (int i = r->post_spells_begin[seat->post]; i < r->post_spells_begin[seat->post + 1]; i++) {
		int spell = r->post_spells[i];
		const struct spell_row *row = spell_on(r, spell, day);
		if (row)
			add_occupant(in, seat, spell, row);
	}
	seat->funded = seat->row->status == FUNDED ? seat->row->fte : 0;
	seat->over = seat->row->status == OVER_ESTABLISHMENT ? seat->row->fte : 0;
	seat->vacant = seat->funded > seat->held ? seat->funded - seat->held : 0;
	seat->excess = seat->held > seat->row->fte ? seat->held - seat->row->fte : 0;
	seat->covered = smaller(seat->vacant, helping(in, seat));
	if (seat->vacant > 0)
		seat->vacant_since = vacant_since(r, seat->post, day);
}

/* ---- which seats, in which order --------------------------------------------------------------- */

struct seat_key { int unit, role, post; };

static int
key_order(const void *a, const void *b)
{
	const struct seat_key *x = a, *y = b;
	if (x->unit != y->unit)
		return x->unit - y->unit;
	return x->role != y->role ? x->role - y->role : x->post - y->post;
}

static void
place_units(struct seating *in, struct arena *perm)
{
	const struct roster *r = in->roster;
	int *units = new(perm, r->unit_count, int), *depths = new(perm, r->unit_count, int);
	int count = roster_tree(r, in->est->day, units, depths), root = -1;
	in->place = new(perm, r->unit_count, int);
	for (int u = 0; u < r->unit_count; u++)
		in->place[u] = NOT_THERE;
	for (int i = 0; i < count; i++) {
		if (units[i] == in->est->unit)
			root = i;
		bool below = root >= 0 && (i == root || depths[i] > depths[root]);
		if (root >= 0 && !below)
			break;
		if (below || in->est->unit == NOT_THERE)
			in->place[units[i]] = i;
	}
}

void
establishment_on(struct establishment *est, const struct roster *roster, int unit, Date day,
                 struct arena *perm)
{
	*est = (struct establishment){ .day = day, .unit = unit };
	struct seating in = { .roster = roster, .est = est };
	struct seat_key *keys = new(perm, roster->post_count, struct seat_key);
	place_units(&in, perm);
	find_cover(&in, perm);
	int count = 0;
	for (int p = 0; p < roster->post_count; p++) {
		const struct post_row *row = post_on(roster, p, day);
		bool homeless = row && row->unit == NOT_THERE && unit == NOT_THERE;
		if (homeless || (row && row->unit != NOT_THERE && in.place[row->unit] != NOT_THERE))
			keys[count++] = (struct seat_key){ homeless ? NOT_THERE : in.place[row->unit], row->role, p };
	}
	qsort(keys, (size_t)count, sizeof *keys, key_order);
	est->seats = new(perm, count, struct seat);
	est->occupants = new(perm, roster->spell_count, struct occupant);
	est->seat_count = count;
	for (int i = 0; i < count; i++) {
		est->seats[i] = (struct seat){ .post = keys[i].post, .row = post_on(roster, keys[i].post, day) };
		fill_seat(&in, &est->seats[i]);
	}
}
