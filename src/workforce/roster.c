/* roster.c: a roster from records: numbers for refs, text into dates and quantities. */
#include "workforce/roster.h"

#include <assert.h>
#include <stddef.h>
#include <stdlib.h>

/* Fields of a type by their place, found once. */
static int
at(enum type_id type, const char *name)
{
	int field = field_find(&record_types[type], str_of(name));
	assert(field >= 0);
	return field;
}

/* The things of a dated type: one for each ref. */
static int
things_of(const struct records *records, const struct thing **things, struct arena *perm)
{
	struct thing *made = new(perm, records->count, struct thing);
	int count = 0;
	for (int i = 0; i < records->count; i++) {
		if (count == 0 || !str_equal(made[count - 1].ref, records->at[i].ref))
			made[count++] = (struct thing){ .ref = records->at[i].ref, .first = i };
		made[count - 1].count++;
	}
	*things = made;
	return count;
}

static int
thing_find(const struct thing *things, int count, Str ref)
{
	return str_among((struct str_rows){ things, sizeof *things, offsetof(struct thing, ref), count }, ref);
}

static int64_t
micro(Str text)
{
	return text.len ? parse_decimal(text, 6, false).micro : 0;
}

static int
whole(Str text)
{
	return (int)(micro(text) / MICRO);
}

/* A choice's place among its field's choices is its enum's value: the rows are in that order. */
static int
choice_place(enum type_id type, int field, Str code)
{
	const struct field *f = &record_types[type].fields[field];
	for (int i = 0; i < f->choice_count; i++)
		if (str_equal(f->choices[i].code, code))
			return i;
	return 0;
}

int roster_unit(const struct roster *r, Str ref) { return thing_find(r->units, r->unit_count, ref); }
int roster_role(const struct roster *r, Str ref) { return thing_find(r->roles, r->role_count, ref); }
int roster_post(const struct roster *r, Str ref) { return thing_find(r->posts, r->post_count, ref); }
int roster_spell(const struct roster *r, Str ref) { return thing_find(r->spells, r->spell_count, ref); }

int
roster_person(const struct roster *r, Str ref)
{
	int low = 0, high = r->person_count;
	while (low < high) {
		int middle = low + (high - low) / 2, order = str_compare(r->people[middle].ref, ref);
		if (order == 0)
			return middle;
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return NOT_THERE;
}

int
roster_same(const struct roster *r, int person)
{
	for (int steps = 0; person != NOT_THERE && r->people[person].merged_into != NOT_THERE && steps < r->person_count; steps++)
		person = r->people[person].merged_into;
	return person;
}

static int
alive(const struct roster *r, Str ref)
{
	return roster_same(r, roster_person(r, ref));
}

/* ---- building ---------------------------------------------------------------------------------- */

static void
build_units(struct roster *r, const struct council *council, struct arena *perm)
{
	const struct records *from = &council->of[TYPE_UNIT];
	int name = at(TYPE_UNIT, "name"), kind = at(TYPE_UNIT, "kind"), parent = at(TYPE_UNIT, "parent");
	r->unit_count = things_of(from, &r->units, perm);
	struct unit_row *rows = new(perm, from->count, struct unit_row);
	for (int u = 0; u < r->unit_count; u++)
		for (int i = r->units[u].first; i < r->units[u].first + r->units[u].count; i++) {
			const struct record *record = &from->at[i];
			rows[i] = (struct unit_row){ .unit = u, .name = record->values[name], .when = record->when,
				.kind = (enum unit_kind)choice_place(TYPE_UNIT, kind, record->values[kind]),
				.parent = roster_unit(r, record->values[parent]) };
		}
	r->unit_rows = rows;
	r->unit_row_count = from->count;
}

static void
build_roles(struct roster *r, const struct council *council, struct arena *perm)
{
	const struct records *from = &council->of[TYPE_ROLE];
	int title = at(TYPE_ROLE, "title"), family = at(TYPE_ROLE, "family");
	int census = at(TYPE_ROLE, "census_role"), registered = at(TYPE_ROLE, "registered");
	r->role_count = things_of(from, &r->roles, perm);
	struct role_row *rows = new(perm, from->count, struct role_row);
	for (int u = 0; u < r->role_count; u++)
		for (int i = r->roles[u].first; i < r->roles[u].first + r->roles[u].count; i++) {
			const struct record *record = &from->at[i];
			rows[i] = (struct role_row){ .role = u, .title = record->values[title], .when = record->when,
				.family = (enum role_family)choice_place(TYPE_ROLE, family, record->values[family]),
				.census = whole(record->values[census]),
				.registered = str_equal(record->values[registered], S("yes")) };
		}
	r->role_rows = rows;
	r->role_row_count = from->count;
}

static void
build_posts(struct roster *r, const struct council *council, struct arena *perm)
{
	const struct records *from = &council->of[TYPE_POST];
	int title = at(TYPE_POST, "title"), unit = at(TYPE_POST, "unit"), role = at(TYPE_POST, "role");
	int number = at(TYPE_POST, "number"), fte = at(TYPE_POST, "fte"), status = at(TYPE_POST, "status"), to = at(TYPE_POST, "reports_to");
	r->post_count = things_of(from, &r->posts, perm);
	struct post_row *rows = new(perm, from->count, struct post_row);
	for (int p = 0; p < r->post_count; p++)
		for (int i = r->posts[p].first; i < r->posts[p].first + r->posts[p].count; i++) {
			const struct record *record = &from->at[i];
			rows[i] = (struct post_row){ .post = p, .title = record->values[title], .when = record->when,
				.number = record->values[number],
				.unit = roster_unit(r, record->values[unit]),
				.role = thing_find(r->roles, r->role_count, record->values[role]),
				.reports_to = roster_post(r, record->values[to]), .fte = micro(record->values[fte]),
				.status = (enum post_status)choice_place(TYPE_POST, status, record->values[status]) };
		}
	r->post_rows = rows;
	r->post_row_count = from->count;
}

static void
build_people(struct roster *r, const struct council *council, struct arena *perm)
{
	const struct records *from = &council->of[TYPE_PERSON];
	int family = at(TYPE_PERSON, "family_name"), given = at(TYPE_PERSON, "given_names");
	int known = at(TYPE_PERSON, "known_as"), payroll = at(TYPE_PERSON, "payroll");
	int born = at(TYPE_PERSON, "born"), merged = at(TYPE_PERSON, "merged_into");
	struct person *people = new(perm, from->count, struct person);
	r->people = people;
	r->person_count = from->count;
	for (int i = 0; i < from->count; i++) {
		const Str *v = from->at[i].values;
		people[i] = (struct person){ .ref = from->at[i].ref, .family_name = v[family],
			.given_names = v[given], .known_as = v[known], .payroll = v[payroll],
			.merged_into = NOT_THERE };
		people[i].has_born = date_parse(v[born], &people[i].born);
	}
	for (int i = 0; i < from->count; i++)
		if (from->at[i].values[merged].len > 0)
			people[i].merged_into = roster_person(r, from->at[i].values[merged]);
	const struct records *numbers = &council->of[TYPE_REGISTRATION];
	int person = at(TYPE_REGISTRATION, "person"), number = at(TYPE_REGISTRATION, "number");
	for (int i = 0; i < numbers->count; i++) {
		int of = alive(r, numbers->at[i].values[person]);
		if (of != NOT_THERE)
			people[of].swe = numbers->at[i].values[number];
	}
}

static struct spell_row
spell_row_of(const struct roster *r, const struct record *record, int spell)
{
	const struct record_type *type = &record_types[TYPE_SPELL];
	int basis = at(TYPE_SPELL, "basis");
	return (struct spell_row){ .spell = spell, .when = record->when,
		.person = alive(r, record_value(type, record, S("person"))),
		.post = roster_post(r, record_value(type, record, S("post"))),
		.basis = (enum basis)choice_place(TYPE_SPELL, basis, record->values[basis]),
		.fte = micro(record_value(type, record, S("fte"))),
		.covers = roster_spell(r, record_value(type, record, S("covers"))),
		.agency = record_value(type, record, S("agency")),
		.origin = whole(record_value(type, record, S("origin"))),
		.reason = whole(record_value(type, record, S("reason"))),
		.destination = whole(record_value(type, record, S("destination"))) };
}

static void
build_spells(struct roster *r, const struct council *council, struct arena *perm)
{
	const struct records *from = &council->of[TYPE_SPELL];
	r->spell_count = things_of(from, &r->spells, perm);
	struct spell_row *rows = new(perm, from->count, struct spell_row);
	for (int s = 0; s < r->spell_count; s++)
		for (int i = r->spells[s].first; i < r->spells[s].first + r->spells[s].count; i++)
			rows[i] = spell_row_of(r, &from->at[i], s);
	r->spell_rows = rows;
	r->spell_row_count = from->count;
}

struct order { int group; int32_t day; int spell; };

static int
order_of(const void *a, const void *b)
{
	const struct order *x = a, *y = b;
	if (x->group != y->group)
		return x->group - y->group;
	if (x->day != y->day)
		return x->day < y->day ? -1 : 1;
	return x->spell - y->spell;
}

/* Spells by person or by post, in order of their first day. */
static void
group_spells(const struct roster *r, bool by_post, int groups, const int **spells, const int **begins,
             struct arena *perm)
{
	struct order *order = new(perm, r->spell_count, struct order);
	int *list = new(perm, r->spell_count, int), *begin = new(perm, groups + 1, int), count = 0;
	for (int s = 0; s < r->spell_count; s++) {
		const struct spell_row *row = &r->spell_rows[r->spells[s].first];
		int group = by_post ? row->post : row->person;
		if (group != NOT_THERE)
			order[count++] = (struct order){ group, row->when.first.day, s };
	}
	qsort(order, (size_t)count, sizeof *order, order_of);
	for (int i = 0; i < count; i++) {
		list[i] = order[i].spell;
		begin[order[i].group + 1]++;
	}
	for (int g = 0; g < groups; g++)
		begin[g + 1] += begin[g];
	*spells = list;
	*begins = begin;
}

static int
absence_order(const void *a, const void *b)
{
	const struct absence *x = a, *y = b;
	return x->person != y->person ? x->person - y->person : x->when.first.day - y->when.first.day;
}

static int
caseload_order(const void *a, const void *b)
{
	const struct caseload *x = a, *y = b;
	return x->person != y->person ? x->person - y->person : x->day.day - y->day.day;
}

static void
build_absences(struct roster *r, const struct council *council, struct arena *perm)
{
	const struct records *from = &council->of[TYPE_ABSENCE];
	int person = at(TYPE_ABSENCE, "person"), kind = at(TYPE_ABSENCE, "kind");
	int days = at(TYPE_ABSENCE, "days_lost");
	struct absence *made = new(perm, from->count, struct absence);
	for (int i = 0; i < from->count; i++) {
		const struct record *record = &from->at[i];
		struct absence absence = { .person = alive(r, record->values[person]), .when = record->when,
			.kind = (enum absence_kind)choice_place(TYPE_ABSENCE, kind, record->values[kind]),
			.days_lost = micro(record->values[days]) };
		if (absence.person != NOT_THERE)
			made[r->absence_count++] = absence;
	}
	qsort(made, (size_t)r->absence_count, sizeof *made, absence_order);
	r->absences = made;
}

static void
build_caseloads(struct roster *r, const struct council *council, struct arena *perm)
{
	const struct records *from = &council->of[TYPE_CASELOAD];
	int person = at(TYPE_CASELOAD, "person"), day = at(TYPE_CASELOAD, "day");
	int cases = at(TYPE_CASELOAD, "cases");
	struct caseload *made = new(perm, from->count, struct caseload);
	for (int i = 0; i < from->count; i++) {
		const Str *v = from->at[i].values;
		struct caseload load = { .person = alive(r, v[person]), .cases = whole(v[cases]) };
		if (load.person != NOT_THERE && date_parse(v[day], &load.day))
			made[r->caseload_count++] = load;
	}
	qsort(made, (size_t)r->caseload_count, sizeof *made, caseload_order);
	r->caseloads = made;
}

static int
name_order(const void *a, const void *b)
{
	const struct unit_row *x = *(const struct unit_row *const *)a, *y = *(const struct unit_row *const *)b;
	int names = str_compare(x->name, y->name);
	return names ? names : x->unit - y->unit;
}

static void
order_units(struct roster *r, struct arena *perm)
{
	r->units_by_name = new(perm, r->unit_row_count, const struct unit_row *);
	for (int i = 0; i < r->unit_row_count; i++)
		r->units_by_name[i] = &r->unit_rows[i];
	qsort(r->units_by_name, (size_t)r->unit_row_count, sizeof *r->units_by_name, name_order);
}

void
roster_build(struct roster *roster, const struct council *council, struct arena *perm)
{
	*roster = (struct roster){ .council = council };
	build_units(roster, council, perm);
	order_units(roster, perm);
	build_roles(roster, council, perm);
	build_posts(roster, council, perm);
	build_people(roster, council, perm);
	build_spells(roster, council, perm);
	build_absences(roster, council, perm);
	build_caseloads(roster, council, perm);
	group_spells(roster, false, roster->person_count, &roster->person_spells,
	             &roster->person_spells_begin, perm);
	group_spells(roster, true, roster->post_count, &roster->post_spells, &roster->post_spells_begin,
	             perm);
}
