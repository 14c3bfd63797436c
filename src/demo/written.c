/* written.c: what was made, as records: every row an ADD, rows of one thing together. */
#include "demo/making.h"

#include <assert.h>
#include <stdlib.h>

struct writing {
	struct making *m;
	struct changes *changes;
	struct arena *perm;
};

/* ---- rows and their values --------------------------------------------------------------------- */

static Str *
row(struct writing *w, enum type_id type, Str ref, struct period when)
{
	const struct record_type *t = &record_types[type];
	Str *values = new(w->perm, t->field_count, Str);
	changes_add(w->changes, (struct change){ .kind = ADD, .type = t,
		.after = { .version = 1, .ref = ref, .when = when, .values = values } });
	return values;
}

static void
put(Str *values, enum type_id type, const char *field, Str value)
{
	int at = field_find(&record_types[type], str_of(field));
	assert(at >= 0);
	values[at] = value;
}

static Str
ref(const struct writing *w, enum type_id type, int number)
{
	return number == NOTHING ? S("") : str_format(w->perm, "%.*s-%06d",
		STR_ARG(record_types[type].letter), number + 1);
}

static Str
whole(const struct writing *w, int number)
{
	return str_format(w->perm, "%d", number);
}

/* Hundredths as "1", "0.6" or "0.04"; tenths of days likewise. */
static Str
decimal(const struct writing *w, int64_t number, int in_one)
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
	return number > 0 ? whole(w, number) : S("");
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

/* ---- places ------------------------------------------------------------------------------------ */

static void
write_units(struct writing *w)
{
	struct making *m = w->m;
	qsort(m->unit_lines.at, (size_t)m->unit_lines.count, sizeof *m->unit_lines.at, unit_line_order);
	for (int i = 0; i < m->unit_lines.count; i++) {
		const struct unit_line *line = &m->unit_lines.at[i];
		Str *v = row(w, TYPE_UNIT, ref(w, TYPE_UNIT, line->unit), line->when);
		put(v, TYPE_UNIT, "name", line->name);
		put(v, TYPE_UNIT, "kind", code(TYPE_UNIT, "kind", (int)m->units.at[line->unit].kind));
		put(v, TYPE_UNIT, "parent", ref(w, TYPE_UNIT, line->parent));
	}
}

static void
write_roles(struct writing *w)
{
	struct period always = { w->m->founded, DATE_OPEN };
	for (int r = 0; r < MADE_ROLES; r++) {
		Str *v = row(w, TYPE_ROLE, ref(w, TYPE_ROLE, r), always);
		put(v, TYPE_ROLE, "title", made_roles[r].title);
		put(v, TYPE_ROLE, "family", code(TYPE_ROLE, "family", (int)made_roles[r].family));
		put(v, TYPE_ROLE, "census_role", whole(w, made_roles[r].census));
		put(v, TYPE_ROLE, "registered", made_roles[r].registered ? S("yes") : S("no"));
	}
}

static int
title_row(struct writing *w, int number, Str title, enum made_role role, struct period when)
{
	Str *v = row(w, TYPE_TITLE, ref(w, TYPE_TITLE, number), when);
	put(v, TYPE_TITLE, "title", title);
	put(v, TYPE_TITLE, "role", ref(w, TYPE_ROLE, (int)role));
	put(v, TYPE_TITLE, "source", S("Human resources, list of job titles"));
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
	qsort(m->post_lines.at, (size_t)m->post_lines.count, sizeof *m->post_lines.at, post_line_order);
	for (int i = 0; i < m->post_lines.count; i++) {
		const struct post_line *line = &m->post_lines.at[i];
		int manager = m->units.at[line->unit].manager;
		Str *v = row(w, TYPE_POST, ref(w, TYPE_POST, line->post), line->when);
		put(v, TYPE_POST, "title", post_title(line->role, line->unit));
		put(v, TYPE_POST, "unit", ref(w, TYPE_UNIT, line->unit));
		put(v, TYPE_POST, "role", ref(w, TYPE_ROLE, (int)line->role));
		put(v, TYPE_POST, "fte", decimal(w, line->fte, 100));
		put(v, TYPE_POST, "status", code(TYPE_POST, "status", (int)line->status));
		put(v, TYPE_POST, "reports_to", manager == line->post ? S("") : ref(w, TYPE_POST, manager));
		put(v, TYPE_POST, "number", str_format(w->perm, "CS%05d", 10000 + line->post * 3));
		put(v, TYPE_POST, "cost_centre", str_format(w->perm, "%d", 41000 + line->unit * 10));
	}
}

/* ---- people ------------------------------------------------------------------------------------ */

static void
write_people(struct writing *w)
{
	struct making *m = w->m;
	for (int i = 0; i < m->people.count; i++) {
		const struct made_person *p = &m->people.at[i];
		Str *v = row(w, TYPE_PERSON, ref(w, TYPE_PERSON, i), (struct period){ { 0 }, { 0 } });
		put(v, TYPE_PERSON, "family_name", p->name.family);
		put(v, TYPE_PERSON, "given_names", p->name.given);
		put(v, TYPE_PERSON, "known_as", p->name.known_as);
		put(v, TYPE_PERSON, "payroll", whole(w, 204000 + i * 7));
		put(v, TYPE_PERSON, "born", date_iso(p->born, w->perm));
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

/* Social Work England's register began on 2 December 2019; it is renewed by 30 November. */
static void
write_registrations(struct writing *w)
{
	struct making *m = w->m;
	struct period *times = times_of_people(w);
	Date register_began = date_of(2019, 12, 2);
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
		Str *v = row(w, TYPE_REGISTRATION, ref(w, TYPE_REGISTRATION, number++), when);
		int as = p->twin != NOTHING ? p->twin : i;
		put(v, TYPE_REGISTRATION, "person", ref(w, TYPE_PERSON, i));
		put(v, TYPE_REGISTRATION, "number", str_format(w->perm, "SW%d", 20011 + as * 13));
	}
}

static const Str agencies[] = { STR("Fairlead Social Work"), STR("Heron Locums"),
	STR("Northgate Interim"), STR("Harbour Care People"), STR("Bridgewell Resourcing"),
	STR("Linden Social Care") };

static void
write_spells(struct writing *w)
{
	struct making *m = w->m;
	qsort(m->spell_lines.at, (size_t)m->spell_lines.count, sizeof *m->spell_lines.at,
	      spell_line_order);
	for (int i = 0; i < m->spell_lines.count; i++) {
		const struct spell_line *line = &m->spell_lines.at[i];
		const struct made_spell *s = &m->spells.at[line->spell];
		bool last = line->when.last.day == s->last.day;
		Str *v = row(w, TYPE_SPELL, ref(w, TYPE_SPELL, line->spell), line->when);
		put(v, TYPE_SPELL, "person", ref(w, TYPE_PERSON, s->person));
		put(v, TYPE_SPELL, "post", ref(w, TYPE_POST, s->post));
		put(v, TYPE_SPELL, "basis", code(TYPE_SPELL, "basis", (int)s->basis));
		put(v, TYPE_SPELL, "fte", decimal(w, line->fte, 100));
		put(v, TYPE_SPELL, "covers", ref(w, TYPE_SPELL, s->covers));
		put(v, TYPE_SPELL, "agency", s->basis == AGENCY ? agencies[s->agency] : S(""));
		put(v, TYPE_SPELL, "origin", coded(w, s->origin));
		put(v, TYPE_SPELL, "reason", last ? coded(w, s->reason) : S(""));
		put(v, TYPE_SPELL, "destination", last ? coded(w, s->destination) : S(""));
	}
}

static void
write_absences(struct writing *w)
{
	struct making *m = w->m;
	for (int i = 0; i < m->absences.count; i++) {
		const struct made_absence *a = &m->absences.at[i];
		Str *v = row(w, TYPE_ABSENCE, ref(w, TYPE_ABSENCE, i), a->when);
		put(v, TYPE_ABSENCE, "person", ref(w, TYPE_PERSON, a->person));
		put(v, TYPE_ABSENCE, "kind", code(TYPE_ABSENCE, "kind", (int)a->kind));
		if (a->tenths != NOTHING)
			put(v, TYPE_ABSENCE, "days_lost", decimal(w, a->tenths, 10));
	}
}

static void
write_caseloads(struct writing *w)
{
	struct making *m = w->m;
	for (int i = 0; i < m->caseloads.count; i++) {
		const struct made_caseload *c = &m->caseloads.at[i];
		Str *v = row(w, TYPE_CASELOAD, ref(w, TYPE_CASELOAD, i), (struct period){ { 0 }, { 0 } });
		put(v, TYPE_CASELOAD, "person", ref(w, TYPE_PERSON, c->person));
		put(v, TYPE_CASELOAD, "day", date_iso(c->day, w->perm));
		put(v, TYPE_CASELOAD, "cases", whole(w, c->cases));
	}
}

/* ---- what people said of themselves ------------------------------------------------------------ */

static Str
one_of(struct random *random, const Str *words, int count)
{
	return words[random_below(random, count)];
}

/* Four in five answer, and some would rather not say; agency workers are not asked. */
static void
write_equality(struct writing *w)
{
	static const Str disabilities[] = { STR("No"), STR("No"), STR("No"), STR("No"), STR("No"),
		STR("No"), STR("No"), STR("Yes"), STR("Prefer not to say") };
	static const Str religions[] = { STR("None"), STR("None"), STR("None"), STR("Christian"),
		STR("Christian"), STR("Muslim"), STR("Sikh"), STR("Hindu"), STR("Prefer not to say") };
	static const Str orientations[] = { STR("Heterosexual"), STR("Heterosexual"), STR("Heterosexual"),
		STR("Heterosexual"), STR("Heterosexual"), STR("Heterosexual"), STR("Gay or lesbian"),
		STR("Bisexual"), STR("Prefer not to say") };
	struct making *m = w->m;
	struct random *r = &m->random;
	int number = 0;
	for (int i = 0; i < m->people.count; i++) {
		const struct made_person *p = &m->people.at[i];
		if (!p->starter_year || p->twin != NOTHING || random_in_100(r, 20))
			continue;
		Str *v = row(w, TYPE_EQUALITY, ref(w, TYPE_EQUALITY, number++), (struct period){ { 0 }, { 0 } });
		put(v, TYPE_EQUALITY, "person", ref(w, TYPE_PERSON, i));
		put(v, TYPE_EQUALITY, "sex", p->woman ? S("F") : S("M"));
		put(v, TYPE_EQUALITY, "ethnicity", random_in_100(r, 6) ? S("REFU") : p->name.ethnicity);
		put(v, TYPE_EQUALITY, "disability", one_of(r, disabilities, (int)countof(disabilities)));
		put(v, TYPE_EQUALITY, "religion", one_of(r, religions, (int)countof(religions)));
		put(v, TYPE_EQUALITY, "orientation", one_of(r, orientations, (int)countof(orientations)));
	}
}

/* ---- what was asked for ------------------------------------------------------------------------ */

static void
write_wish(struct writing *w, int number, const struct made_wish *wish)
{
	enum type_id t = TYPE_ESTABLISHMENT_CHANGE;
	bool waits = wish->decision == WISH_WAITING;
	Str *v = row(w, t, ref(w, t, number), (struct period){ { 0 }, { 0 } });
	put(v, t, "wish", code(t, "wish", wish->kind));
	put(v, t, "post", ref(w, TYPE_POST, wish->post));
	put(v, t, "title", post_title(wish->role, wish->unit));
	put(v, t, "unit", ref(w, TYPE_UNIT, wish->unit));
	put(v, t, "role", ref(w, TYPE_ROLE, (int)wish->role));
	put(v, t, "fte", decimal(w, wish->fte, 100));
	put(v, t, "starts_on", date_iso(wish->starts, w->perm));
	put(v, t, "reason", wish->reason);
	put(v, t, "asked_by", S("Head of service"));
	put(v, t, "decision", code(t, "decision", wish->decision));
	put(v, t, "decided_by", waits ? S("") : S("Workforce board"));
	put(v, t, "decided_on", waits ? S("") : date_iso(day_plus(wish->starts, -21), w->perm));
}

void
written_changes(struct making *m, struct changes *changes)
{
	struct writing w = { .m = m, .changes = changes, .perm = m->perm };
	write_units(&w);
	write_roles(&w);
	write_titles(&w);
	write_posts(&w);
	write_people(&w);
	write_registrations(&w);
	write_spells(&w);
	write_absences(&w);
	write_caseloads(&w);
	write_equality(&w);
	for (int i = 0; i < m->wishes.count; i++)
		write_wish(&w, i, &m->wishes.at[i]);
}
