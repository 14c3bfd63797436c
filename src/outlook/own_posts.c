/* own_posts.c: posts of social workers on a day, and how vacant ones were filled. */
#include "outlook/own_posts.h"

#include <stdlib.h>

#include "measure/own_people.h"
#include "outlook/spells.h"
#include "workforce/establishment.h"

static int
rank_of(const struct roster *r, const struct post_row *post, Date day)
{
	const struct role_row *role = post && post->role != NOT_THERE ? role_on(r, post->role, day) : NULL;
	return role ? spell_rank(role->census) : NOT_THERE;
}

/* Whole months from one day to another: 0 to `most`. */
static int
months_between(Date from, Date to, int most)
{
	if (to.day <= from.day)
		return 0;
	struct civil a = date_civil(from), b = date_civil(to);
	int months = (b.year - a.year) * 12 + b.month - a.month - (b.day < a.day);
	return months < most ? months : most;
}

/* ---- the posts of the day ------------------------------------------------------------------------- */

struct seating {
	const struct roster *roster;
	Date day;
	int  months_most, tenure_most;
	struct own_posts *posts;
	bool *seated;                        /* by person: one in two posts is one */
	struct arena *perm;
};

static void
add_post(struct seating *s, struct own_post post)
{
	s->posts->at[s->posts->count++] = post;
	*(post.rank == POST_VACANT ? &s->posts->vacant : &s->posts->filled) += 1;
}

/* The month in which the funding of a post ends, as its rows say. */
static int
last_month(const struct seating *s, int post)
{
	const struct roster *r = s->roster;
	const struct thing *thing = &r->posts[post];
	Date last = s->day;
	for (int i = thing->first; i < thing->first + thing->count; i++)
		if (r->post_rows[i].when.last.day > last.day)
			last = r->post_rows[i].when.last;
	int months = months_between(s->day, last, s->months_most + 1);
	return months > s->months_most ? POST_ALWAYS : months < 1 ? 1 : months;
}

static void
add_holder(struct seating *s, const struct occupant *held, struct own_post post)
{
	int person = held->row->person;
	Date since;
	if (person == NOT_THERE || s->seated[person])
		return;
	s->seated[person] = true;
	s->posts->fte += held->row->fte;
	const struct caseload *cases = own_cases_on(s->roster, person, s->day);
	if (cases && cases->cases > 0) {
		s->posts->case_holders++;
		s->posts->cases += cases->cases;
	}
	if (!in_post_since(s->roster, NOT_THERE, person, s->day, &since, *s->perm))
		since = held->row->when.first;
	post.months = months_between(since, s->day, s->tenure_most);
	add_post(s, post);
}

/* Holders, and what of a funded post is vacant as whole heads. A post that is not funded is there until vacant. */
static void
add_seat(struct seating *s, const struct establishment *est, const struct seat *seat)
{
	int rank = rank_of(s->roster, seat->row, s->day), holders = 0;
	if (rank == NOT_THERE)
		return;
	int last = seat->row->status == FUNDED ? last_month(s, seat->post) : 1;
	for (int i = seat->first_occupant; i < seat->first_occupant + seat->occupants; i++) {
		const struct occupant *held = &est->occupants[i];
		if (!basis_holds(held->row->basis))
			continue;
		add_holder(s, held, (struct own_post){ .rank = rank, .last = last });
		holders++;
	}
	s->posts->vacant_fte += (double)seat->vacant / FTE_ONE;
	s->posts->agency_fte += (double)seat->agency / FTE_ONE;
	int vacant = (int)(seat->vacant / FTE_ONE);
	if (holders == 0 && seat->vacant > 0 && vacant == 0)
		vacant = 1;
	for (int i = 0; i < vacant; i++)
		add_post(s, (struct own_post){ .rank = POST_VACANT, .last = last,
			.months = months_between(seat->vacant_since, s->day, s->tenure_most) });
}

/* Funded posts that are to come. */
static void
add_coming(struct seating *s)
{
	const struct roster *r = s->roster;
	for (int i = 0; i < r->post_count; i++) {
		if (post_on(r, i, s->day))
			continue;
		const struct post_row *row = &r->post_rows[r->posts[i].first];
		if (r->posts[i].count == 0 || row->when.first.day <= s->day.day || row->status != FUNDED ||
		    rank_of(r, row, row->when.first) == NOT_THERE)
			continue;
		int first = months_between(s->day, row->when.first, s->months_most + 1) + 1;
		if (first <= s->months_most)
			add_post(s, (struct own_post){ .rank = POST_VACANT, .first = first, .last = last_month(s, i) });
	}
}

static int
always_first(const void *a, const void *b)
{
	const struct own_post *x = a, *y = b;
	bool always_x = x->first == 0 && x->last == POST_ALWAYS, always_y = y->first == 0 && y->last == POST_ALWAYS;
	if (always_x != always_y)
		return always_x ? -1 : 1;
	if (x->rank != y->rank)
		return y->rank - x->rank;
	return y->months - x->months;
}

void
own_posts_on(struct own_posts *posts, const struct roster *r, Date day, int months_most, int tenure_most,
             struct arena *perm)
{
	struct establishment est;
	int64_t room = r->post_count + 1;
	establishment_on(&est, r, NOT_THERE, day, perm);
	for (int i = 0; i < est.seat_count; i++)
		room += est.seats[i].occupants + est.seats[i].vacant / FTE_ONE + 1;
	*posts = (struct own_posts){ .at = new(perm, room, struct own_post) };
	struct seating s = { r, day, months_most, tenure_most, posts, new(perm, r->person_count + 1, bool), perm };
	for (int i = 0; i < est.seat_count; i++)
		add_seat(&s, &est, &est.seats[i]);
	add_coming(&s);
	qsort(posts->at, (size_t)posts->count, sizeof *posts->at, always_first);
}

/* ---- filling -------------------------------------------------------------------------------------- */

static bool
is_held(const struct roster *r, int post, Date day)
{
	for (int i = r->post_spells_begin[post]; i < r->post_spells_begin[post + 1]; i++) {
		const struct spell_row *row = spell_on(r, r->post_spells[i], day);
		if (row && basis_holds(row->basis))
			return true;
	}
	return false;
}

static bool
is_funded(const struct roster *r, int post, Date day)
{
	const struct post_row *row = post_on(r, post, day);
	return row && row->status == FUNDED && rank_of(r, row, day) != NOT_THERE;
}

static Date
month_before(Date day)
{
	struct civil c = date_civil(day);
	int month = c.month == 1 ? 12 : c.month - 1, year = c.month == 1 ? c.year - 1 : c.year;
	return date_of(year, month, c.day < 28 ? c.day : 28);
}

void
own_filling_upto(struct own_filling *f, const struct roster *r, Date from, Date day)
{
	double share = 0;
	int year = 0;
	*f = (struct own_filling){ 0 };
	for (Date begin = month_before(day); begin.day >= from.day; begin = month_before(begin)) {
		int funded = 0, vacant = 0;
		for (int post = 0; post < r->post_count; post++) {
			if (!is_funded(r, post, begin))
				continue;
			funded++;
			vacant += !is_held(r, post, begin);
		}
		f->vacant_months += vacant;
		if (funded && f->months < 12) {
			share += (double)vacant / funded;
			year++;
		}
		f->months++;
	}
	f->vacancy = year ? share / year : 0;
}
