/* written.c: what was made, as records: every row an ADD, rows of one thing together. */
#include "demo/writing.h"

#include <assert.h>
#include <stdlib.h>

/* ---- rows and their values --------------------------------------------------------------------- */

Str *
writing_row(struct writing *w, enum type_id type, Str ref, struct period when)
{
	const struct record_type *t = &record_types[type];
	Str *values = new(w->perm, t->field_count, Str);
	changes_add(w->changes, (struct change){ .kind = ADD, .type = t,
		.after = { .version = 1, .ref = ref, .when = when, .values = values } });
	return values;
}

void
writing_put(Str *values, enum type_id type, const char *field, Str value)
{
	int at = field_find(&record_types[type], str_of(field));
	assert(at >= 0);
	values[at] = value;
}

Str
writing_ref(const struct writing *w, enum type_id type, int number)
{
	return number == NOTHING ? S("") : str_format(w->perm, "%.*s-%06d",
		STR_ARG(record_types[type].letter), number + 1);
}

Str
writing_whole(const struct writing *w, int number)
{
	return str_format(w->perm, "%d", number);
}

Str
writing_decimal(const struct writing *w, int64_t number, int in_one)
{
	Str text = str_format(w->perm, "%d.%0*d", (int)(number / in_one), in_one == 100 ? 2 : 1,
	                      (int)(number % in_one));
	while (str_ends(text, S("0")))
		text.len--;
	return str_ends(text, S(".")) ? str_upto(text, text.len - 1) : text;
}

static Str
code(enum type_id type, const char *field, int place)
{
	const struct field *f = &record_types[type].fields[field_find(&record_types[type], str_of(field))];
	assert(place < f->choice_count);
	return f->choices[place].code;
}

static Str
coded(const struct writing *w, int number)
{
	return number > 0 ? writing_whole(w, number) : S("");
}

/* ---- order of lines ---------------------------------------------------------------------------- */

#define BY_THING(name, type, thing) \
	static int \
	name(const void *a, const void *b) \
	{ \
		const struct type *x = a, *y = b; \
		return x->thing != y->thing ? x->thing - y->thing : x->when.first.day - y->when.first.day; \
	}

BY_THING(unit_line_order, unit_line, unit)
BY_THING(post_line_order, post_line, post)
BY_THING(spell_line_order, spell_line, spell)

/* Lines by the thing they are of and the day they begin, and each thing that is still there told again where its present
 * line, the last, now stands. */
#define IN_ORDER(m, things, lines, thing, order) \
	do { \
		qsort((m)->lines.at, (size_t)(m)->lines.count, sizeof *(m)->lines.at, order); \
		for (int i = 0; i < (m)->lines.count; i++) \
			if ((m)->things.at[(m)->lines.at[i].thing].line != NOTHING) \
				(m)->things.at[(m)->lines.at[i].thing].line = i; \
	} while (0)

/* ---- places ------------------------------------------------------------------------------------ */

static void
write_units(struct writing *w)
{
	struct making *m = w->m;
	IN_ORDER(m, units, unit_lines, unit, unit_line_order);
	for (int i = 0; i < m->unit_lines.count; i++) {
		const struct unit_line *line = &m->unit_lines.at[i];
		Str *v = writing_row(w, TYPE_UNIT, writing_ref(w, TYPE_UNIT, line->unit), line->when);
		writing_put(v, TYPE_UNIT, "name", line->name);
		writing_put(v, TYPE_UNIT, "kind", code(TYPE_UNIT, "kind", (int)m->units.at[line->unit].kind));
		writing_put(v, TYPE_UNIT, "parent", writing_ref(w, TYPE_UNIT, line->parent));
	}
}

static void
write_roles(struct writing *w)
{
	struct period always = { w->m->founded, DATE_OPEN };
	for (int r = 0; r < MADE_ROLES; r++) {
		Str *v = writing_row(w, TYPE_ROLE, writing_ref(w, TYPE_ROLE, r), always);
		writing_put(v, TYPE_ROLE, "title", made_roles[r].title);
		writing_put(v, TYPE_ROLE, "family", code(TYPE_ROLE, "family", (int)made_roles[r].family));
		writing_put(v, TYPE_ROLE, "census_role", writing_whole(w, made_roles[r].census));
		writing_put(v, TYPE_ROLE, "registered", made_roles[r].registered ? S("yes") : S("no"));
	}
}

static int
title_row(struct writing *w, int number, Str title, enum made_role role, struct period when)
{
	Str *v = writing_row(w, TYPE_TITLE, writing_ref(w, TYPE_TITLE, number), when);
	writing_put(v, TYPE_TITLE, "title", title);
	writing_put(v, TYPE_TITLE, "role", writing_ref(w, TYPE_ROLE, (int)role));
	writing_put(v, TYPE_TITLE, "source", S("Human resources, list of job titles"));
	return number + 1;
}

/* "Experienced social worker" meant a case holder until April 2020, and a senior practitioner since. */
static void
write_titles(struct writing *w)
{
	struct period always = { w->m->founded, DATE_OPEN };
	Date turn = date_of(2020, 4, 1);
	int number = 0;
	for (int r = 0; r < MADE_ROLES; r++)
		for (int t = 0; t < 3 && made_roles[r].titles[t].len > 0; t++)
			number = title_row(w, number, made_roles[r].titles[t], (enum made_role)r, always);
	title_row(w, number, S("Experienced social worker"), MADE_WORKER,
	          (struct period){ w->m->founded, day_plus(turn, -1) });
	title_row(w, number, S("Experienced social worker"), MADE_SENIOR,
	          (struct period){ turn, DATE_OPEN });
}

static Str
post_title(enum made_role role, int unit)
{
	int count = 0;
	while (count < 3 && made_roles[role].titles[count].len > 0)
		count++;
	return made_roles[role].titles[unit % count];
}

static void
write_posts(struct writing *w)
{
	struct making *m = w->m;
	IN_ORDER(m, posts, post_lines, post, post_line_order);
	for (int i = 0; i < m->post_lines.count; i++) {
		const struct post_line *line = &m->post_lines.at[i];
		int manager = m->units.at[line->unit].manager;
		Str *v = writing_row(w, TYPE_POST, writing_ref(w, TYPE_POST, line->post), line->when);
		writing_put(v, TYPE_POST, "title", post_title(line->role, line->unit));
		writing_put(v, TYPE_POST, "unit", writing_ref(w, TYPE_UNIT, line->unit));
		writing_put(v, TYPE_POST, "role", writing_ref(w, TYPE_ROLE, (int)line->role));
		writing_put(v, TYPE_POST, "fte", writing_decimal(w, line->fte, 100));
		writing_put(v, TYPE_POST, "status", code(TYPE_POST, "status", (int)line->status));
		writing_put(v, TYPE_POST, "reports_to",
		            manager == line->post ? S("") : writing_ref(w, TYPE_POST, manager));
		writing_put(v, TYPE_POST, "number", str_format(w->perm, "CS%05d", 10000 + line->post * 3));
		writing_put(v, TYPE_POST, "cost_centre", str_format(w->perm, "%d", 41000 + line->unit * 10));
	}
}

/* ---- people ------------------------------------------------------------------------------------ */

static void
write_people(struct writing *w)
{
	struct making *m = w->m;
	for (int i = 0; i < m->people.count; i++) {
		const struct made_person *p = &m->people.at[i];
		Str *v = writing_row(w, TYPE_PERSON, writing_ref(w, TYPE_PERSON, i), NO_DAYS);
		writing_put(v, TYPE_PERSON, "family_name", p->name.family);
		writing_put(v, TYPE_PERSON, "given_names", p->name.given);
		writing_put(v, TYPE_PERSON, "known_as", p->name.known_as);
		writing_put(v, TYPE_PERSON, "payroll", writing_whole(w, 204000 + i * 7));
		writing_put(v, TYPE_PERSON, "born", date_iso(p->born, w->perm));
	}
}

/* The whole time from somebody's first day in any post to their last, by person. */
static struct period *
times_of_people(struct writing *w)
{
	struct making *m = w->m;
	struct period *times = new(w->perm, m->people.count + 1, struct period);
	for (int i = 0; i < m->people.count; i++)
		times[i] = (struct period){ DATE_OPEN, { INT32_MIN } };
	for (int s = 0; s < m->spells.count; s++) {
		const struct made_spell *spell = &m->spells.at[s];
		struct period *time = &times[spell->person];
		if (spell->first.day < time->first.day)
			time->first = spell->first;
		if (spell->last.day > time->last.day)
			time->last = spell->last;
	}
	return times;
}

/* Social workers were on the register of the Health and Care Professions Council from 1 August 2012,
 * and are on Social Work England's since 2 December 2019, by the same numbers. It is renewed by 30 November. */
static void
write_registrations(struct writing *w)
{
	struct making *m = w->m;
	struct period *times = times_of_people(w);
	Date register_began = date_of(2012, 8, 1);
	int number = 0;
	for (int i = 0; i < m->people.count; i++) {
		const struct made_person *p = &m->people.at[i];
		struct period when = times[i];
		if (!p->social_worker || when.last.day <= register_began.day)
			continue;
		if (when.first.day < register_began.day)
			when.first = register_began;
		if (when.last.day != DATE_OPEN.day)
			when.last = date_of(census_year(when.last), 11, 30);
		Str *v = writing_row(w, TYPE_REGISTRATION, writing_ref(w, TYPE_REGISTRATION, number++), when);
		int as = p->twin != NOTHING ? p->twin : i;
		writing_put(v, TYPE_REGISTRATION, "person", writing_ref(w, TYPE_PERSON, i));
		writing_put(v, TYPE_REGISTRATION, "number", str_format(w->perm, "SW%d", 20011 + as * 13));
	}
}

static const Str agencies[] = { STR("Fairlead Social Work"), STR("Heron Locums"),
	STR("Northgate Interim"), STR("Harbour Care People"), STR("Bridgewell Resourcing"),
	STR("Linden Social Care") };

static void
write_spells(struct writing *w)
{
	struct making *m = w->m;
	IN_ORDER(m, spells, spell_lines, spell, spell_line_order);
	for (int i = 0; i < m->spell_lines.count; i++) {
		const struct spell_line *line = &m->spell_lines.at[i];
		const struct made_spell *s = &m->spells.at[line->spell];
		bool last = line->when.last.day == s->last.day;
		Str *v = writing_row(w, TYPE_SPELL, writing_ref(w, TYPE_SPELL, line->spell), line->when);
		writing_put(v, TYPE_SPELL, "person", writing_ref(w, TYPE_PERSON, s->person));
		writing_put(v, TYPE_SPELL, "post", writing_ref(w, TYPE_POST, s->post));
		writing_put(v, TYPE_SPELL, "basis", code(TYPE_SPELL, "basis", (int)s->basis));
		writing_put(v, TYPE_SPELL, "fte", writing_decimal(w, line->fte, 100));
		writing_put(v, TYPE_SPELL, "covers", writing_ref(w, TYPE_SPELL, s->covers));
		writing_put(v, TYPE_SPELL, "agency", s->basis == AGENCY ? agencies[s->agency] : S(""));
		writing_put(v, TYPE_SPELL, "origin", coded(w, s->origin));
		writing_put(v, TYPE_SPELL, "reason", last ? coded(w, s->reason) : S(""));
		writing_put(v, TYPE_SPELL, "destination", last ? coded(w, s->destination) : S(""));
	}
}

static void
write_absences(struct writing *w)
{
	struct making *m = w->m;
	for (int i = 0; i < m->absences.count; i++) {
		const struct made_absence *a = &m->absences.at[i];
		Str *v = writing_row(w, TYPE_ABSENCE, writing_ref(w, TYPE_ABSENCE, i), a->when);
		writing_put(v, TYPE_ABSENCE, "person", writing_ref(w, TYPE_PERSON, a->person));
		writing_put(v, TYPE_ABSENCE, "kind", code(TYPE_ABSENCE, "kind", (int)a->kind));
		if (a->tenths != NOTHING)
			writing_put(v, TYPE_ABSENCE, "days_lost", writing_decimal(w, a->tenths, 10));
	}
}

static void
write_caseloads(struct writing *w)
{
	struct making *m = w->m;
	for (int i = 0; i < m->caseloads.count; i++) {
		const struct made_caseload *c = &m->caseloads.at[i];
		Str *v = writing_row(w, TYPE_CASELOAD, writing_ref(w, TYPE_CASELOAD, i), NO_DAYS);
		writing_put(v, TYPE_CASELOAD, "person", writing_ref(w, TYPE_PERSON, c->person));
		writing_put(v, TYPE_CASELOAD, "day", date_iso(c->day, w->perm));
		writing_put(v, TYPE_CASELOAD, "cases", writing_whole(w, c->cases));
	}
}

/* ---- what was asked for ------------------------------------------------------------------------ */

static void
write_wish(struct writing *w, int number, const struct made_wish *wish)
{
	enum type_id t = TYPE_ESTABLISHMENT_CHANGE;
	bool waits = wish->decision == WISH_WAITING;
	Str *v = writing_row(w, t, writing_ref(w, t, number), NO_DAYS);
	writing_put(v, t, "wish", code(t, "wish", wish->kind));
	writing_put(v, t, "post", writing_ref(w, TYPE_POST, wish->post));
	writing_put(v, t, "title", post_title(wish->role, wish->unit));
	writing_put(v, t, "unit", writing_ref(w, TYPE_UNIT, wish->unit));
	writing_put(v, t, "role", writing_ref(w, TYPE_ROLE, (int)wish->role));
	writing_put(v, t, "fte", writing_decimal(w, wish->fte, 100));
	writing_put(v, t, "starts_on", date_iso(wish->starts, w->perm));
	writing_put(v, t, "reason", wish->reason);
	writing_put(v, t, "asked_by", S("Head of service"));
	writing_put(v, t, "decision", code(t, "decision", wish->decision));
	writing_put(v, t, "decided_by", waits ? S("") : S("Workforce board"));
	writing_put(v, t, "decided_on", waits ? S("") : date_iso(day_plus(wish->starts, -21), w->perm));
}

void
written_changes(struct making *m, struct changes *changes)
{
	struct writing w = { .m = m, .changes = changes, .perm = m->perm };
	write_units(&w);
	write_roles(&w);
	write_titles(&w);
	written_tickets(&w);
	write_posts(&w);
	write_people(&w);
	write_registrations(&w);
	write_spells(&w);
	write_absences(&w);
	write_caseloads(&w);
	written_census(&w);
	for (int i = 0; i < m->wishes.count; i++)
		write_wish(&w, i, &m->wishes.at[i]);
	written_agency(&w);
	written_hiring(&w);
	written_moves(&w);
	written_induction(&w);
	written_supply(&w);
}
