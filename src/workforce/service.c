/* service.c: stretches of a person's time in post, and time in the service made of them. */
#include "workforce/service.h"

#include "workforce/establishment.h"

#include <assert.h>
#include <stdlib.h>

bool
period_holds(struct period period, Date day)
{
	return period.first.day <= day.day && day.day <= period.last.day;
}

bool
stretch_within(const struct roster *r, const struct stretch *stretch, int unit, Date day)
{
	return unit == NOT_THERE || (stretch->post && unit_within(r, stretch->post->unit, unit, day));
}

/* ---- stretches --------------------------------------------------------------------------------- */

/* Brings `last` forward to the day before something next begins or ends after `day`. */
static void
cut_at(struct period row, Date day, Date *last)
{
	if (row.first.day > day.day && row.first.day - 1 < last->day)
		last->day = row.first.day - 1;
	if (row.last.day >= day.day && row.last.day < last->day)
		last->day = row.last.day;
}

/* The stretch of a row that begins on `first`. */
static struct stretch
stretch_from(const struct roster *r, const struct spell_row *row, Date first)
{
	struct stretch s = { .when = { first, row->when.last }, .person = row->person, .row = row };
	if (row->post == NOT_THERE)
		return s;
	const struct thing *post = &r->posts[row->post];
	for (int i = post->first; i < post->first + post->count; i++)
		cut_at(r->post_rows[i].when, first, &s.when.last);
	s.post = post_on(r, row->post, first);
	if (!s.post || s.post->role == NOT_THERE)
		return s;
	const struct thing *role = &r->roles[s.post->role];
	for (int i = role->first; i < role->first + role->count; i++)
		cut_at(r->role_rows[i].when, first, &s.when.last);
	const struct role_row *role_row = role_on(r, s.post->role, first);
	s.census = role_row ? role_row->census : 0;
	return s;
}

/* Writes the stretches of one spell where `made` is not NULL; gives how many. */
static int
stretches_of_spell(const struct roster *r, int spell, struct stretch *made)
{
	const struct thing *thing = &r->spells[spell];
	int count = 0;
	for (int i = thing->first; i < thing->first + thing->count; i++) {
		const struct spell_row *row = &r->spell_rows[i];
		for (Date day = row->when.first; day.day <= row->when.last.day; count++) {
			struct stretch s = stretch_from(r, row, day);
			if (made)
				made[count] = s;
			day.day = s.when.last.day + 1;
		}
	}
	return count;
}

static int
stretch_order(const void *a, const void *b)
{
	const struct stretch *x = a, *y = b;
	if (x->when.first.day != y->when.first.day)
		return x->when.first.day < y->when.first.day ? -1 : 1;
	return x->row->spell - y->row->spell;
}

struct stretches
stretches_of(const struct roster *r, int person, struct arena *perm)
{
	int begin = r->person_spells_begin[person], end = r->person_spells_begin[person + 1], room = 0;
	for (int i = begin; i < end; i++)
		room += stretches_of_spell(r, r->person_spells[i], NULL);
	struct stretches all = { new(perm, room, struct stretch), 0 };
	for (int i = begin; i < end; i++)
		all.count += stretches_of_spell(r, r->person_spells[i], all.at + all.count);
	assert(all.count == room);
	qsort(all.at, (size_t)all.count, sizeof *all.at, stretch_order);
	return all;
}

/* ---- time in the service ----------------------------------------------------------------------- */

/* The stretches from `first` to before `end` are one unbroken time, and it is over: its last day is
 * the day of leaving. */
static void
end_service(struct stretch *at, int first, int end, Date last)
{
	if (last.day == DATE_OPEN.day)
		return;
	for (int i = first; i < end; i++)
		if (at[i].when.last.day == last.day) {
			at[i].when.last.day--;
			at[i].leaves = true;
		}
}

/* The days between two posts belong to the post, or posts, that ended. */
static void
bridge(struct stretch *at, int first, int end, Date last, Date next)
{
	for (int i = first; i < end; i++)
		if (at[i].when.last.day == last.day)
			at[i].when.last.day = next.day - 1;
}

static void
join_service(struct stretches *all)
{
	struct stretch *at = all->at;
	int begin = 0;
	Date last = { 0 };                   /* of the unbroken time that begins with stretch `begin` */
	for (int i = 0; i < all->count; i++) {
		int away = i > 0 ? at[i].when.first.day - last.day - 1 : 0;
		if (i > 0 && away > MOVE_GAP_DAYS) {
			end_service(at, begin, i, last);
			begin = i;
		} else if (away > 0) {
			bridge(at, begin, i, last, at[i].when.first);
		}
		if (begin == i || at[i].when.last.day > last.day)
			last = at[i].when.last;
	}
	end_service(at, begin, all->count, last);
}

struct stretches
service_of(const struct roster *r, int person, enum service service, struct arena *perm)
{
	struct stretches all = stretches_of(r, person, perm), in = { all.at, 0 };
	for (int i = 0; i < all.count; i++)
		if (basis_employed(all.at[i].row->basis) &&
		    (service == SERVICE_COUNCIL || all.at[i].census > 0))
			in.at[in.count++] = all.at[i];
	join_service(&in);
	return in;
}

/* ---- of a unit --------------------------------------------------------------------------------- */

/* Units that ever stood under `unit`, it among them, whatever moved where meanwhile. */
static const bool *
ever_under(const struct roster *r, int unit, struct arena *perm)
{
	bool *under = new(perm, r->unit_count, bool), more = true;
	under[unit] = true;
	while (more) {
		more = false;
		for (int i = 0; i < r->unit_row_count; i++) {
			const struct unit_row *row = &r->unit_rows[i];
			if (row->parent == NOT_THERE || !under[row->parent] || under[row->unit])
				continue;
			under[row->unit] = more = true;
		}
	}
	return under;
}

const bool *
people_ever_within(const struct roster *r, int unit, struct arena *perm)
{
	bool *people = new(perm, r->person_count, bool), *posts = new(perm, r->post_count, bool);
	const bool *under = ever_under(r, unit, perm);
	for (int i = 0; i < r->post_row_count; i++)
		if (r->post_rows[i].unit != NOT_THERE && under[r->post_rows[i].unit])
			posts[r->post_rows[i].post] = true;
	for (int i = 0; i < r->spell_row_count; i++) {
		const struct spell_row *row = &r->spell_rows[i];
		if (row->person != NOT_THERE && row->post != NOT_THERE && posts[row->post])
			people[row->person] = true;
	}
	return people;
}
