/* register_beside.c: a person's post and team on the day, beside what is kept of them. */
#include "app/register_beside.h"

/* The posts somebody is in on the day, a unit once however many of them are in it. */
struct places { int *posts, *units; int post_count, unit_count; };

static void
note_place(struct places *places, int post, int unit)
{
	bool known = unit == NOT_THERE;
	places->posts[places->post_count++] = post;
	for (int i = 0; i < places->unit_count; i++)
		known = known || places->units[i] == unit;
	if (!known)
		places->units[places->unit_count++] = unit;
}

static struct places
places_of(const struct shelf *shelf, const struct record *record)
{
	const struct own *own = &shelf->own;
	const struct roster *r = own->roster;
	int person = roster_person(r, record->ref);
	struct places places = { 0 };
	if (person == NOT_THERE || !person_seen(own, person))
		return places;
	int begin = r->person_spells_begin[person], end = r->person_spells_begin[person + 1];
	places.posts = new(own->perm, end - begin + 1, int);
	places.units = new(own->perm, end - begin + 1, int);
	for (int i = begin; i < end; i++) {
		const struct spell_row *row = spell_on(r, r->person_spells[i], own->ask->day);
		const struct post_row *post = row && row->post != NOT_THERE ? post_on(r, row->post, own->ask->day) : NULL;
		if (row && row->post != NOT_THERE)
			note_place(&places, row->post, post ? post->unit : NOT_THERE);
	}
	return places;
}

/* In words; with the way to it where it is one alone and may be opened. */
static struct cell
post_beside(const struct shelf *shelf, const struct record *record)
{
	const struct own *own = &shelf->own;
	struct places places = places_of(shelf, record);
	Str *words = new(own->perm, places.post_count + 1, Str);
	for (int i = 0; i < places.post_count; i++)
		words[i] = post_words(own, places.posts[i]);
	Str all = list_words(words, places.post_count, own->perm);
	bool opens = places.post_count == 1
		&& sight_post(&own->sight, places.posts[0], GROUP_STRUCTURE).reach >= REACH_READ;
	return opens ? cell_link(all, href_of_post(own, places.posts[0])) : cell_text(all);
}

static struct cell
team_beside(const struct shelf *shelf, const struct record *record)
{
	const struct own *own = &shelf->own;
	struct places places = places_of(shelf, record);
	Str *words = new(own->perm, places.unit_count + 1, Str);
	for (int i = 0; i < places.unit_count; i++)
		words[i] = unit_words(own, places.units[i]);
	Str all = list_words(words, places.unit_count, own->perm);
	bool opens = places.unit_count == 1
		&& sight_unit(&own->sight, places.units[0], GROUP_STRUCTURE).reach >= REACH_READ;
	return opens ? cell_link(all, href_of_unit(own, places.units[0])) : cell_text(all);
}

static const struct beside of_person[BESIDE_MOST] = {
	{ STR("post"), STR("Post"), post_beside },
	{ STR("team"), STR("Team"), team_beside },
};

const struct beside *
beside_of(const struct record_type *type, int *count)
{
	*count = type == &record_types[TYPE_PERSON] ? countof(of_person) : 0;
	return of_person;
}

int
beside_find(const struct record_type *type, Str name)
{
	int count;
	const struct beside *all = beside_of(type, &count);
	for (int i = 0; i < count; i++)
		if (str_equal(all[i].name, name))
			return i;
	return -1;
}

Str
beside_label(const struct record_type *type, Str name)
{
	int field = field_find(type, name), beside = beside_find(type, name);
	if (beside >= 0)
		return of_person[beside].title;
	return field >= 0 ? type->fields[field].label : (Str){ 0 };
}

/* How many columns at the front say who or what a row is. */
static int
title_columns(const struct record_type *type, const struct table *table)
{
	int at = 0;
	while (at < table->column_count && (str_equal(table->columns[at].name, S("ref"))
	       || str_equal(table->columns[at].name, type->title[0]) || str_equal(table->columns[at].name, type->title[1])))
		at++;
	return at;
}

struct table *
beside_put(const struct shelf *shelf, const struct table *table, const bool *shown, const struct record *const *rows)
{
	struct arena *perm = shelf->own.perm;
	int all, chosen[BESIDE_MOST], count = 0, before = title_columns(shelf->type, table);
	const struct beside *of = beside_of(shelf->type, &all);
	struct column *columns = new(perm, table->column_count + BESIDE_MOST, struct column);
	struct rows_made made = { 0 };
	for (int i = 0; i < all; i++)
		if (shown[i])
			chosen[count++] = i;
	for (int c = 0; c < table->column_count; c++)
		columns[c < before ? c : c + count] = table->columns[c];
	for (int i = 0; i < count; i++)
		columns[before + i] = (struct column){ .name = of[chosen[i]].name, .title = of[chosen[i]].title };
	for (int r = 0; r < table->row_count; r++) {
		struct cell *cells = rows_push(&made, table->column_count + count, perm);
		for (int c = 0; c < table->column_count; c++)
			cells[c < before ? c : c + count] = table->rows[r].cells[c];
		for (int i = 0; i < count; i++)
			cells[before + i] = of[chosen[i]].cell(shelf, rows[r]);
	}
	return table_of(table->name, table->caption, columns, table->column_count + count, made, perm);
}
