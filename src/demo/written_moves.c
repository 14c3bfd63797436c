/* written_moves.c: who asked to move before the last day made: one to transfer, one whose post ends. It draws no number. */
#include "demo/writing.h"

#include "workforce/types_moving.h"

enum { FIRST_YEAR = 2025, HERE_LONGER_THAN = 500 };

/* Counted from the last day made; `number`: which of those who could, in the order in which they came. */
static const struct { enum move_kind kind; int number, asked, ends; } asked[] = {
	{ ASKS_TRANSFER, 9, -60, 0 }, { POST_ENDS, 24, -30, 120 },
};

/* In one post of a social worker, of their own and for good, and for long enough to look around. */
static bool
could_ask(const struct making *m, const struct made_person *p, Date today)
{
	if (!p->social_worker || p->twin != NOTHING || p->main == NOTHING || p->second != NOTHING || p->acting || p->covering)
		return false;
	const struct made_spell *spell = &m->spells.at[p->main];
	return spell->line != NOTHING && spell->basis == PERMANENT && spell->first.day < today.day - HERE_LONGER_THAN &&
	       m->posts.at[spell->post].role == MADE_WORKER;
}

static int
person_who_could(const struct making *m, int number, Date today)
{
	for (int i = 0; i < m->people.count; i++)
		if (could_ask(m, &m->people.at[i], today) && number-- == 0)
			return i;
	return NOTHING;
}

void
written_moves(struct writing *w)
{
	static const enum type_id t = TYPE_MOVE_WISH;
	Date today = census_period(w->m->year).last;
	int written = 0;
	for (int i = 0; i < countof(asked) && w->m->year >= FIRST_YEAR; i++) {
		int person = person_who_could(w->m, asked[i].number, today);
		if (person == NOTHING)
			continue;
		Str *v = writing_row(w, t, ref_numbered(&record_types[t], ++written, w->perm), NO_DAYS);
		writing_put(v, t, "person", writing_ref(w, TYPE_PERSON, person));
		writing_put(v, t, "kind", move_kinds[asked[i].kind].code);
		writing_put(v, t, "asked_on", date_iso((Date){ today.day + asked[i].asked }, w->perm));
		if (asked[i].ends)
			writing_put(v, t, "ends_on", date_iso((Date){ today.day + asked[i].ends }, w->perm));
	}
}
