/* roster_days.c: what holds on a day, and the tree of units. */
#include "workforce/roster.h"

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

Str
post_called(const struct roster *r, int post, Date day)
{
	const struct thing *thing = &r->posts[post];
	const struct post_row *row = &r->post_rows[thing->first];
	for (int i = 1; i < thing->count && row[1].when.first.day <= day.day; i++)
		row++;
	return row->number.len ? row->number : thing->ref;
}

const struct spell_row *
spell_on(const struct roster *r, int spell, Date day)
{
	ROW_ON(r->spells, r->spell_rows, spell, day);
}

const struct absence *
absences_of(const struct roster *r, int person, int *count)
{
	int low = 0, high = r->absence_count;
	while (low < high) {
		int middle = low + (high - low) / 2;
		if (r->absences[middle].person < person)
			low = middle + 1;
		else
			high = middle;
	}
	for (*count = 0; low + *count < r->absence_count && r->absences[low + *count].person == person; ++*count)
		continue;
	return &r->absences[low];
}

bool
leave_on(const struct roster *r, int person, Date day, struct period *leave)
{
	int count;
	const struct absence *absences = absences_of(r, person, &count);
	for (int a = 0; a < count; a++) {
		if (absences[a].kind == SICKNESS || !within(absences[a].when, day))
			continue;
		*leave = absences[a].when;
		return true;
	}
	return false;
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

/* Whether the row stands right under `parent` on the day; one whose parent is not there stands at
 * the top. */
static bool
is_child(const struct growing *in, const struct unit_row *row, int parent)
{
	if (parent != NOT_THERE)
		return row->parent == parent;
	return row->parent == NOT_THERE || !unit_on(in->roster, row->parent, in->day);
}

static void
grow(struct growing *in, int parent, int depth)
{
	for (int i = 0; i < in->roster->unit_row_count && in->count < in->roster->unit_count; i++) {
		const struct unit_row *row = in->roster->units_by_name[i];
		if (!within(row->when, in->day) || !is_child(in, row, parent))
			continue;
		in->units[in->count] = row->unit;
		in->depths[in->count++] = depth;
		grow(in, row->unit, depth + 1);
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
