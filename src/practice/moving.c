/* moving.c: who could move into a post before anybody from outside. */
#include "practice/moving.h"

#include <stdlib.h>

#include "workforce/said.h"

struct looking {
	const struct roster *roster;
	const struct opening *opening;
	Date day;
	struct movers *movers;
};

/* The time in post that somebody holds on the day: the first of those that are theirs by right. */
static const struct spell_row *
held_by(const struct looking *in, int person)
{
	const struct roster *r = in->roster;
	for (int i = r->person_spells_begin[person]; i < r->person_spells_begin[person + 1]; i++) {
		const struct spell_row *row = spell_on(r, r->person_spells[i], in->day);
		if (row && row->post != NOT_THERE && basis_holds(row->basis) && basis_employed(row->basis))
			return row;
	}
	return NULL;
}

static bool
fits(const struct looking *in, int role, int unit, const struct spell_row *held)
{
	const struct post_row *own = post_on(in->roster, held->post, in->day);
	int wanted = role != NOT_THERE ? role : own ? own->role : NOT_THERE;
	if (held->post == in->opening->post || wanted == NOT_THERE || wanted != in->opening->role)
		return false;
	return unit == NOT_THERE || (in->opening->unit != NOT_THERE && unit_within(in->roster, in->opening->unit, unit, in->day));
}

static bool
is_open(int outcome)
{
	return outcome != MOVED_ON && outcome != MOVE_TAKEN_BACK;
}

/* What had come of a request on the day, and whether for this post to fill. */
struct outcome { Date on; int what; bool here; };

static struct outcome
outcome_of(const struct looking *in, const struct record *wish)
{
	static const enum type_id t = TYPE_MOVE_WISH;
	struct outcome of = { said_day_by(t, wish, "outcome_on", in->day), NOT_THERE,
		str_equal(said_text(t, wish, "requisition"), in->opening->requisition) };
	if (of.on.day)
		of.what = code_place(move_outcomes, MOVE_OUTCOMES, said_text(t, wish, "outcome"));
	return of;
}

/* A request as it stands on the day. */
static struct mover
mover_of(const struct record *wish, const struct spell_row *held, struct outcome came)
{
	static const enum type_id t = TYPE_MOVE_WISH;
	return (struct mover){ .wish = wish, .person = held->person, .post = held->post, .asked = said_day(t, wish, "asked_on"),
		.kind = str_equal(said_text(t, wish, "kind"), move_kinds[POST_ENDS].code) ? POST_ENDS : ASKS_TRANSFER,
		.ends = said_day(t, wish, "ends_on"), .outcome_on = came.here ? came.on : (Date){ 0 }, .outcome = came.here ? came.what : NOT_THERE };
}

/* Whoever moved into this very post is told of it; of whoever moved elsewhere nothing is. */
static void
look_at_wish(struct looking *in, const struct record *wish)
{
	static const enum type_id t = TYPE_MOVE_WISH;
	int person = roster_person(in->roster, said_text(t, wish, "person"));
	const struct spell_row *held = person == NOT_THERE ? NULL : held_by(in, person);
	int unit = said_text(t, wish, "unit").len ? roster_unit(in->roster, said_text(t, wish, "unit")) : NOT_THERE;
	int role = said_text(t, wish, "role").len ? roster_role(in->roster, said_text(t, wish, "role")) : NOT_THERE;
	struct outcome came = outcome_of(in, wish);
	if (!held || said_day(t, wish, "asked_on").day > in->day.day)
		return;
	if ((came.here && came.on.day) || (is_open(came.what) && fits(in, role, unit, held)))
		in->movers->at[in->movers->count++] = mover_of(wish, held, came);
}

static bool
is_known(const struct looking *in, int person)
{
	for (int i = 0; i < in->movers->count; i++)
		if (in->movers->at[i].person == person && in->movers->at[i].kind == POST_ENDS)
			return true;
	return false;
}

/* Whether they hold something after a day, as far as is known. */
static bool
goes_on(const struct looking *in, int person, Date after)
{
	const struct roster *r = in->roster;
	for (int i = r->person_spells_begin[person]; i < r->person_spells_begin[person + 1]; i++) {
		const struct spell_row *last = spell_last(r, r->person_spells[i]);
		const struct post_row *row = last->post == NOT_THERE ? NULL : post_on(r, last->post, (Date){ after.day + 1 });
		if (last->when.last.day > after.day && row)
			return true;
	}
	return false;
}

static Date
post_ends(const struct looking *in, int post)
{
	const struct thing *thing = &in->roster->posts[post];
	return in->roster->post_rows[thing->first + thing->count - 1].when.last;
}

static void
look_at_ending(struct looking *in, int person)
{
	const struct spell_row *held = held_by(in, person);
	Date ends = held ? post_ends(in, held->post) : DATE_OPEN;
	if (ends.day == DATE_OPEN.day || ends.day > in->day.day + DAYS_OF_ENDING || is_known(in, person) || goes_on(in, person, ends) ||
	    !fits(in, NOT_THERE, NOT_THERE, held))
		return;
	in->movers->at[in->movers->count++] = (struct mover){ .person = person, .post = held->post, .kind = POST_ENDS, .ends = ends,
		.outcome = NOT_THERE };
}

static int
by_need(const void *left, const void *right)
{
	const struct mover *a = left, *b = right;
	if (a->kind != b->kind)
		return a->kind == POST_ENDS ? -1 : 1;
	if (a->ends.day != b->ends.day)
		return a->ends.day < b->ends.day ? -1 : 1;
	if (a->asked.day != b->asked.day)
		return a->asked.day < b->asked.day ? -1 : 1;
	return (a->person > b->person) - (a->person < b->person);
}

void
movers_read(struct movers *movers, const struct roster *roster, const struct opening *opening, Date day, struct arena *perm)
{
	const struct records *wishes = &roster->council->of[TYPE_MOVE_WISH];
	struct looking in = { roster, opening, day, movers };
	*movers = (struct movers){ .at = new(perm, wishes->count + roster->person_count + 1, struct mover) };
	for (int i = 0; i < wishes->count; i++)
		look_at_wish(&in, &wishes->at[i]);
	for (int person = 0; person < roster->person_count; person++)
		if (roster->people[person].merged_into == NOT_THERE)
			look_at_ending(&in, person);
	if (movers->count)
		qsort(movers->at, (size_t)movers->count, sizeof *movers->at, by_need);
}
