/* written_panels.c: who assesses in the rounds of a made-up council: a manager who chairs, a head of service, an HR officer.
 *
 * The manager and the head are those through whose eyes one can look (app/personas.c), so that each of them has applications
 * to score. */
#include "demo/writing.h"

/* The first who is in a post of the role now, in a unit of this kind; NOTHING. */
static int
person_in(const struct making *m, enum made_role role, enum unit_kind kind)
{
	for (int s = 0; s < m->spells.count; s++) {
		const struct made_spell *spell = &m->spells.at[s];
		if (spell->line == NOTHING || spell->basis == AGENCY || spell->basis == COVER || !post_is_open(m, spell->post))
			continue;
		const struct post_line *line = &m->post_lines.at[m->posts.at[spell->post].line];
		if (m->posts.at[spell->post].role == role && m->units.at[line->unit].kind == kind)
			return spell->person;
	}
	return NOTHING;
}

static Str
name_of(const struct writing *w, int person, Str otherwise)
{
	if (person == NOTHING)
		return otherwise;
	const struct made_name *name = &w->m->people.at[person].name;
	return str_format(w->perm, "%.*s %.*s", STR_ARG(name->given), STR_ARG(name->family));
}

void
written_panels(struct writing *w, int rounds)
{
	static const enum type_id t = TYPE_PANEL_MEMBER;
	const int people[PANEL_SEATS] = { person_in(w->m, MADE_MANAGER, UNIT_OF_TEAM), person_in(w->m, MADE_HEAD, UNIT_OF_SERVICE), NOTHING };
	static const struct { Str name; const char *part; int trained_years_before; } seats[PANEL_SEATS] = {
		{ STR("Team manager"), "chair", 1 }, { STR("Head of service"), "assessor", 0 }, { STR("HR officer"), "observer", 2 },
	};
	int number = 0;
	for (int round = 1; round <= rounds; round++)
		for (int i = 0; i < countof(seats); i++) {
			Str *v = writing_row(w, t, ref_numbered(&record_types[t], ++number, w->perm), NO_DAYS);
			writing_put(v, t, "round", ref_numbered(&record_types[TYPE_ROUND], round, w->perm));
			writing_put(v, t, "name", name_of(w, people[i], seats[i].name));
			writing_put(v, t, "colleague", writing_ref(w, TYPE_PERSON, people[i]));
			writing_put(v, t, "part", str_of(seats[i].part));
			if (i == 0)
				writing_put(v, t, "declared_on", date_iso(date_of(w->m->year, 9, 25), w->perm));
			if (seats[i].trained_years_before)
				writing_put(v, t, "trained_on", date_iso(date_of(w->m->year - seats[i].trained_years_before, 3, 12), w->perm));
		}
}
