/* movement.c: what the ends and beginnings of time in post meant: joined, moved, advanced, left. */
#include "workforce/establishment.h"
#include "workforce/service.h"

#include <stdlib.h>

/* A leg is time in one post, of one role in the census: stretches of one spell that adjoin. */
struct leg {
	struct period when;
	const struct stretch *first, *last;
	bool arrived, departed;              /* how the person came, or went, is already told */
};

struct moving {
	const struct roster *roster;
	int  unit;
	struct period period;
	struct stretches life;               /* all the person did, on whatever basis */
	struct leg *legs;
	int  leg_count;
	struct movement *moves;              /* NULL: only counting */
	int  count;
};

static int
legs_of(struct moving *in, bool all)
{
	int count = 0;
	for (int i = 0; i < in->life.count; i++) {
		const struct stretch *s = &in->life.at[i];
		if (!basis_holds(s->row->basis) || (!all && s->census == 0))
			continue;
		struct leg *leg = NULL;
		for (int j = 0; j < count && !leg; j++)
			if (in->legs[j].last->row->spell == s->row->spell && in->legs[j].last->census == s->census &&
			    in->legs[j].when.last.day + 1 == s->when.first.day)
				leg = &in->legs[j];
		if (!leg) {
			leg = &in->legs[count++];
			*leg = (struct leg){ .when = s->when, .first = s };
		}
		leg->last = s;
		leg->when.last = s->when.last;
	}
	return count;
}

/* ---- what is written --------------------------------------------------------------------------- */

static bool
begins_within(const struct moving *in, const struct leg *leg)
{
	return leg && stretch_within(in->roster, leg->first, in->unit, leg->when.first);
}

static bool
ends_within(const struct moving *in, const struct leg *leg)
{
	return leg && stretch_within(in->roster, leg->last, in->unit, leg->when.last);
}

/* The service a stretch's post is in on a day: the nearest above it of that kind, or the highest. */
static int
service_on(const struct roster *r, const struct stretch *s, Date day)
{
	int unit = s->post ? s->post->unit : NOT_THERE;
	for (int steps = 0; unit != NOT_THERE && steps <= r->unit_count; steps++) {
		const struct unit_row *row = unit_on(r, unit, day);
		if (!row || row->kind == UNIT_OF_SERVICE || row->parent == NOT_THERE)
			return unit;
		unit = row->parent;
	}
	return NOT_THERE;
}

static void
write_movement(struct moving *in, enum movement_kind kind, const struct leg *from,
               const struct leg *to, Date day)
{
	if (!period_holds(in->period, day))
		return;
	const struct stretch *fte = to ? to->first : from->last;
	bool moved = kind == MOVED || kind == ADVANCED;
	if (in->moves)
		in->moves[in->count] = (struct movement){ .kind = kind, .person = fte->person, .day = day,
			.from_spell = from ? from->last->row->spell : NOT_THERE,
			.to_spell = to ? to->first->row->spell : NOT_THERE, .fte = fte->row->fte,
			.crossed_service = moved && service_on(in->roster, from->last, from->when.last)
			                            != service_on(in->roster, to->first, to->when.first) };
	in->count++;
}

/* A unit sees only one end of a move across its edge: somebody came, or somebody went. */
static void
write_move(struct moving *in, enum movement_kind kind, const struct leg *from,
           const struct leg *to, Date day)
{
	bool out_of = ends_within(in, from), into = begins_within(in, to);
	if (out_of && into)
		write_movement(in, kind, from, to, day);
	else if (into)
		write_movement(in, JOINED_FROM_COUNCIL, NULL, to, to->when.first);
	else if (out_of)
		write_movement(in, WENT_ELSEWHERE_IN_COUNCIL, from, NULL, from->when.last);
}

/* ---- from one post to another ------------------------------------------------------------------ */

/* DfE's roles stand in order of seniority; case holders and the qualified without cases are level. */
static int
rank(int census)
{
	return census >= 5 ? 5 : census;
}

static bool
is_advance(const struct leg *from, const struct leg *to)
{
	int before = rank(from->last->census), after = rank(to->first->census);
	return before > 0 && after > 0 && after < before;
}

static int
days_apart(const struct leg *from, const struct leg *to)
{
	return abs(to->when.first.day - from->when.last.day - 1);
}

/* The leg a person went to when this one ended: begun after it, still going, and of those the one
 * that begins nearest to its end. */
static struct leg *
next_leg(struct moving *in, const struct leg *from)
{
	struct leg *best = NULL;
	if (from->when.last.day == DATE_OPEN.day)
		return NULL;
	for (int i = 0; i < in->leg_count; i++) {
		struct leg *to = &in->legs[i];
		bool follows = to->when.first.day > from->when.first.day && !to->arrived &&
			to->when.last.day > from->when.last.day &&
			to->when.first.day - from->when.last.day - 1 <= MOVE_GAP_DAYS;
		if (follows && (!best || days_apart(from, to) < days_apart(from, best)))
			best = to;
	}
	return best;
}

static void
move_on(struct moving *in, struct leg *from)
{
	struct leg *to = next_leg(in, from);
	if (!to)
		return;
	to->arrived = from->departed = true;
	int32_t after = from->when.last.day + 1;
	Date day = { to->when.first.day > after ? to->when.first.day : after };
	bool same_post = from->last->row->post == to->first->row->post;
	if (is_advance(from, to))
		write_move(in, ADVANCED, from, to, day);
	else if (!same_post)
		write_move(in, MOVED, from, to, day);
}

/* Acting up while one's own post is kept: an advance on the first day; its end is nothing. */
static void
act_up(struct moving *in, struct leg *to)
{
	if (to->first->row->basis != ACTING)
		return;
	for (int i = 0; i < in->leg_count && !to->arrived; i++) {
		const struct leg *own = &in->legs[i];
		if (own == to || own->when.first.day >= to->when.first.day ||
		    !period_holds(own->when, to->when.first))
			continue;
		to->arrived = true;
		if (is_advance(own, to))
			write_move(in, ADVANCED, own, to, to->when.first);
	}
}

/* ---- into the council, and out of it ----------------------------------------------------------- */

/* Whether the person was in another leg of the unit just before this one: then it is one more post. */
static bool
is_one_more(const struct moving *in, int leg)
{
	struct period when = in->legs[leg].when;
	for (int i = 0; i < in->leg_count; i++) {
		struct period other = in->legs[i].when;
		bool before = other.first.day < when.first.day
			|| (other.first.day == when.first.day && i < leg);
		if (before && when.first.day - other.last.day - 1 <= MOVE_GAP_DAYS &&
		    stretch_within(in->roster, in->legs[i].last, in->unit, when.first))
			return true;
	}
	return false;
}

/* Whether the person is in another leg of the unit after this one: then it is one post fewer. */
static bool
is_one_fewer(const struct moving *in, int leg)
{
	struct period when = in->legs[leg].when;
	for (int i = 0; i < in->leg_count; i++) {
		struct period other = in->legs[i].when;
		bool after = other.last.day > when.last.day || (other.last.day == when.last.day && i > leg);
		if (after && other.first.day - when.last.day - 1 <= MOVE_GAP_DAYS &&
		    stretch_within(in->roster, in->legs[i].first, in->unit, when.last))
			return true;
	}
	return false;
}

/* How somebody came: by what else they did for the council, agency work aside. */
static enum movement_kind
arrival(const struct moving *in, Date first)
{
	enum movement_kind kind = JOINED;
	for (int i = 0; i < in->life.count; i++) {
		const struct stretch *s = &in->life.at[i];
		if (s->row->basis == AGENCY || s->when.first.day >= first.day)
			continue;
		if (first.day - s->when.last.day - 1 <= MOVE_GAP_DAYS)
			return JOINED_FROM_COUNCIL;
		kind = RETURNED;
	}
	return kind;
}

static enum movement_kind
departure(const struct moving *in, Date last)
{
	for (int i = 0; i < in->life.count; i++) {
		const struct stretch *s = &in->life.at[i];
		if (s->row->basis != AGENCY && s->when.last.day > last.day &&
		    s->when.first.day - last.day - 1 <= MOVE_GAP_DAYS)
			return WENT_ELSEWHERE_IN_COUNCIL;
	}
	return LEFT;
}

static void
come_or_go(struct moving *in, int at)
{
	const struct leg *leg = &in->legs[at];
	if (!leg->arrived && !is_one_more(in, at) && begins_within(in, leg))
		write_movement(in, arrival(in, leg->when.first), NULL, leg, leg->when.first);
	bool over = leg->when.last.day < DATE_OPEN.day && !leg->departed;
	if (over && !is_one_fewer(in, at) && ends_within(in, leg))
		write_movement(in, departure(in, leg->when.last), leg, NULL, leg->when.last);
}

static void
read_life(struct moving *in, int person, bool all, struct arena scratch)
{
	in->life = stretches_of(in->roster, person, &scratch);
	in->legs = new(&scratch, in->life.count, struct leg);
	in->leg_count = legs_of(in, all);
	for (int i = 0; i < in->leg_count; i++)
		act_up(in, &in->legs[i]);
	for (int i = 0; i < in->leg_count; i++)
		move_on(in, &in->legs[i]);
	for (int i = 0; i < in->leg_count; i++)
		come_or_go(in, i);
}

static int
movement_order(const void *a, const void *b)
{
	const struct movement *x = a, *y = b;
	if (x->day.day != y->day.day)
		return x->day.day < y->day.day ? -1 : 1;
	if (x->person != y->person)
		return x->person - y->person;
	return x->kind != y->kind ? (int)x->kind - (int)y->kind : x->to_spell - y->to_spell;
}

/* Whether anything of somebody's life can be in the period: a movement is on a first day, on a last day
 * or on the day after it. */
static bool
may_move(const struct moving *in, int person)
{
	const struct roster *r = in->roster;
	for (int i = r->person_spells_begin[person]; i < r->person_spells_begin[person + 1]; i++) {
		struct period when = spell_period(r, r->person_spells[i]);
		if (when.first.day <= in->period.last.day && when.last.day + 1 >= in->period.first.day)
			return true;
	}
	return false;
}

int
movements_in(const struct roster *roster, int unit, struct period period, bool all,
             struct movement **moves, struct arena *perm)
{
	struct moving in = { .roster = roster, .unit = unit, .period = period };
	bool *moves_here = new(perm, roster->person_count, bool);
	const bool *here = unit == NOT_THERE ? NULL : people_ever_within(roster, unit, perm);
	for (int p = 0; p < roster->person_count; p++) {
		int before = in.count;
		if ((!here || here[p]) && may_move(&in, p))
			read_life(&in, p, all, *perm);
		moves_here[p] = in.count > before;
	}
	*moves = in.moves = new(perm, in.count, struct movement);
	in.count = 0;
	for (int p = 0; p < roster->person_count; p++)
		if (moves_here[p])
			read_life(&in, p, all, *perm);
	qsort(in.moves, (size_t)in.count, sizeof *in.moves, movement_order);
	return in.count;
}
