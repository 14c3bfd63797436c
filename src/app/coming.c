/* coming.c: what is to happen to posts: who starts, who leaves, what ends; as far as records say. */
#include "app/team.h"

static bool
comes_after(Date now, Date day)
{
	return day.day > now.day && day.day <= now.day + COMING_DAYS;
}

static bool
is_coming(const struct own *own, Date day)
{
	return comes_after(own->ask->day, day);
}

static Str
start_words(enum basis basis)
{
	switch (basis) {
	case PERMANENT:        return S("Starts");
	case FIXED_TERM:       return S("Starts, fixed term");
	case ACTING:           return S("Begins to act up");
	case SECONDED_IN:      return S("Secondment begins");
	case PARTNER_EMPLOYED: return S("Starts, employed by a partner");
	case AGENCY:           return S("Agency begins");
	case COVER:            return S("Cover begins");
	}
	return S("");
}

static Str
end_words(enum basis basis)
{
	switch (basis) {
	case PERMANENT:        return S("Last day");
	case FIXED_TERM:       return S("Fixed term ends");
	case ACTING:           return S("Acting up ends");
	case SECONDED_IN:      return S("Secondment ends");
	case PARTNER_EMPLOYED: return S("Last day, employed by a partner");
	case AGENCY:           return S("Agency ends");
	case COVER:            return S("Cover ends");
	}
	return S("");
}

static bool
terms_seen(const struct own *own, int person)
{
	return person != NOT_THERE && sight_person(&own->sight, person, GROUP_TERMS).reach >= REACH_PSEUDONYM;
}

/* The post somebody goes on to within MOVE_GAP_DAYS, or NOT_THERE. */
static int
next_post(const struct roster *r, int person, int spell, Date last)
{
	for (int i = r->person_spells_begin[person]; i < r->person_spells_begin[person + 1]; i++) {
		int other = r->person_spells[i];
		Date first = spell_period(r, other).first;
		if (other != spell && first.day > last.day && first.day <= last.day + 1 + MOVE_GAP_DAYS)
			return spell_last(r, other)->post;
	}
	return NOT_THERE;
}

static Str
ending(const struct own *own, int spell, const struct spell_row *row)
{
	int next = next_post(own->roster, row->person, spell, row->when.last);
	if (next != NOT_THERE && next != row->post && !person_seen_since(own, row->person))
		next = NOT_THERE;
	if (next != NOT_THERE && next != row->post)
		return str_format(own->perm, "Moves to %.*s", STR_ARG(post_words(own, next)));
	if (next != NOT_THERE)
		return S("Goes on in this post, on new terms");
	return terms_seen(own, row->person) ? end_words(row->basis) : S("Last day");
}

static int
coming_of_spell(const struct own *own, int spell, struct coming *coming)
{
	const struct roster *r = own->roster;
	const struct spell_row *first = &r->spell_rows[r->spells[spell].first], *last = spell_last(r, spell);
	int count = 0;
	if (first->person == NOT_THERE)
		return 0;
	if (is_coming(own, first->when.first))
		coming[count++] = (struct coming){ .day = first->when.first, .post = first->post, .person = first->person,
			.what = terms_seen(own, first->person) ? start_words(first->basis) : S("Starts"),
			.fte = first->fte };
	if (last->when.last.day != DATE_OPEN.day && is_coming(own, last->when.last))
		coming[count++] = (struct coming){ .day = last->when.last, .post = last->post, .person = last->person,
			.what = ending(own, spell, last), .fte = last->fte };
	return count;
}

/* Whoever is on leave comes back the day after it, to each post. */
static int
coming_back(const struct own *own, int spell, struct coming *coming)
{
	const struct roster *r = own->roster;
	const struct spell_row *row = spell_on(r, spell, own->ask->day);
	struct period leave;
	if (!row || row->person == NOT_THERE || !basis_holds(row->basis) || !leave_on(r, row->person, own->ask->day, &leave))
		return 0;
	Date back = { leave.last.day + 1 };
	if (leave.last.day == DATE_OPEN.day || !is_coming(own, back) || back.day > spell_period(r, spell).last.day ||
	    sight_person(&own->sight, row->person, GROUP_ABSENCE).reach < REACH_READ)
		return 0;
	*coming = (struct coming){ .day = back, .what = S("Back from leave"), .post = row->post, .person = row->person,
	                           .fte = row->fte };
	return 1;
}

static int
coming_of_rows(const struct own *own, int post, struct coming *coming, int room)
{
	const struct thing *thing = &own->roster->posts[post];
	const struct post_row *rows = &own->roster->post_rows[thing->first];
	int count = 0;
	for (int i = 0; i < thing->count && count < room; i++) {
		struct coming one = { .post = post, .person = NOT_THERE, .fte = rows[i].fte, .day = rows[i].when.first };
		if (!is_coming(own, one.day))
			continue;
		one.what = i == 0 ? S("Post begins")
			: rows[i].status != rows[i - 1].status
			? str_format(own->perm, "Post is %.*s", STR_ARG(str_lower(status_words(rows[i].status), own->perm)))
			: rows[i].fte != rows[i - 1].fte ? S("Post\u2019s FTE changes") : S("Post changes");
		coming[count++] = one;
	}
	Date last = rows[thing->count - 1].when.last;
	if (last.day != DATE_OPEN.day && is_coming(own, last) && count < room)
		coming[count++] = (struct coming){ .day = last, .what = S("Post closes"), .post = post, .person = NOT_THERE,
			.fte = rows[thing->count - 1].fte };
	return count;
}

int
coming_to_post(const struct own *own, int post, struct coming *coming, int room)
{
	const struct roster *r = own->roster;
	int count = coming_of_rows(own, post, coming, room);
	for (int i = r->post_spells_begin[post]; i < r->post_spells_begin[post + 1] && count + 3 <= room; i++) {
		if (spell_last(r, r->post_spells[i])->when.last.day <= own->ask->day.day)
			continue;                        /* of what is over, nothing is to come */
		count += coming_of_spell(own, r->post_spells[i], coming + count);
		count += coming_back(own, r->post_spells[i], coming + count);
	}
	return count;
}

static bool
spell_may(const struct roster *r, int spell, Date day)
{
	struct period when = spell_period(r, spell), leave;
	const struct spell_row *row = spell_on(r, spell, day);
	if (comes_after(day, when.first) || comes_after(day, when.last))
		return true;
	return row && row->person != NOT_THERE && leave_on(r, row->person, day, &leave)
	       && comes_after(day, (Date){ leave.last.day + 1 });
}

bool
coming_may(const struct roster *r, int post, Date day)
{
	const struct thing *thing = &r->posts[post];
	for (int i = thing->first; i < thing->first + thing->count; i++)
		if (comes_after(day, r->post_rows[i].when.first) || comes_after(day, r->post_rows[i].when.last))
			return true;
	for (int i = r->post_spells_begin[post]; i < r->post_spells_begin[post + 1]; i++)
		if (spell_may(r, r->post_spells[i], day))
			return true;
	return false;
}

int
coming_order(const void *a, const void *b)
{
	const struct coming *x = a, *y = b;
	if (x->day.day != y->day.day)
		return x->day.day < y->day.day ? -1 : 1;
	return x->post != y->post ? x->post - y->post : x->person - y->person;
}
