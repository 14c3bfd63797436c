/* roster_days.c: what holds on a day, and the tree of units. */
#include "workforce/roster.h"

#include <stdlib.h>

static bool
within(struct period when, Date day)
{
	return when.first.day <= day.day && day.day <= when.last.day;
}

#define ROW_ON(things, rows, number, day) \
	for (int i = (things)[number].first; i < (things)[number].first + (things)[number].count; i++) \
		if (within((rows)[i].when, day)) \
			return &(rows)[i]; \
	return NULL

const struct unit_row *
unit_on(const struct roster *r, int unit, Date day)
{
	ROW_ON(r->units, r->unit_rows, unit, day);
}

const struct role_row *
role_on(const struct roster *r, int role, Date day)
{
	ROW_ON(r->roles, r->role_rows, role, day);
}

const struct post_row *
post_on(const struct roster *r, int post, Date day)
{
	ROW_ON(r->posts, r->post_rows, post, day);
}

const struct spell_row *
spell_on(const struct roster *r, int spell, Date day)
{
	ROW_ON(r->spells, r->spell_rows, spell, day);
}

const struct spell_row *
spell_last(const struct roster *r, int spell)
{
	return &r->spell_rows[r->spells[spell].first + r->spells[spell].count - 1];
}

struct period
spell_period(const struct roster *r, int spell)
{
	return (struct period){ r->spell_rows[r->spells[spell].first].when.first,
	                        spell_last(r, spell)->when.last };
}

bool
unit_within(const struct roster *r, int unit, int above, Date day)
{
	for (int steps = 0; unit != NOT_THERE && steps <= r->unit_count; steps++) {
		if (unit == above)
			return true;
		const struct unit_row *row = unit_on(r, unit, day);
		unit = row ? row->parent : NOT_THERE;
	}
	return false;
}

/* ---- the tree ---------------------------------------------------------------------------------- */

struct growing { const struct roster *roster; Date day; int *units, *depths; int count; };

static bool
is_child(const struct growing *in, int unit, int parent)
{
	const struct unit_row *row = unit_on(in->roster, unit, in->day);
	if (!row)
		return false;
	bool parent_there = row->parent != NOT_THERE && unit_on(in->roster, row->parent, in->day);
	return (parent_there ? row->parent : NOT_THERE) == parent;
}

/* The child whose name comes next after `last`'s; NOT_THERE at the end. */
static int
next_child(const struct growing *in, int parent, int last)
{
	int best = NOT_THERE;
	for (int u = 0; u < in->roster->unit_count; u++) {
		if (!is_child(in, u, parent))
			continue;
		Str name = unit_on(in->roster, u, in->day)->name;
		if (last != NOT_THERE) {
			int order = str_compare(name, unit_on(in->roster, last, in->day)->name);
			if (order < 0 || (order == 0 && u <= last))
				continue;
		}
		if (best == NOT_THERE || str_compare(name, unit_on(in->roster, best, in->day)->name) < 0)
			best = u;
	}
	return best;
}

static void
grow(struct growing *in, int parent, int depth)
{
	for (int u = next_child(in, parent, NOT_THERE); u != NOT_THERE; u = next_child(in, parent, u)) {
		if (in->count == in->roster->unit_count)
			return;
		in->units[in->count] = u;
		in->depths[in->count++] = depth;
		grow(in, u, depth + 1);
	}
}

int
roster_tree(const struct roster *r, Date day, int *units, int *depths)
{
	struct growing in = { r, day, units, depths, 0 };
	grow(&in, NOT_THERE, 0);
	return in.count;
}

bool
basis_holds(enum basis basis)
{
	switch (basis) {
	case PERMANENT: case FIXED_TERM: case ACTING: case SECONDED_IN: case PARTNER_EMPLOYED:
		return true;
	case AGENCY: case COVER:
		return false;
	}
	return false;
}

bool
basis_employed(enum basis basis)
{
	switch (basis) {
	case PERMANENT: case FIXED_TERM: case ACTING: case COVER:
		return true;
	case SECONDED_IN: case PARTNER_EMPLOYED: case AGENCY:
		return false;
	}
	return false;
}
