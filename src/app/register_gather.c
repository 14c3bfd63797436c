/* register_gather.c: which rows of a type fit what was asked, and in what order. */
#include "app/register_listing.h"

#include <stdlib.h>

/* ---- which rows fit -------------------------------------------------------------------------- */

static bool
holds(struct period when, Date day)
{
	return when.first.day <= day.day && day.day <= when.last.day;
}

static bool
post_within(const struct own *own, int post)
{
	const struct post_row *row =
		post == NOT_THERE ? NULL : post_on(own->roster, post, own->ask->day);
	return row && row->unit != NOT_THERE &&
	       unit_within(own->roster, row->unit, own->unit, own->ask->day);
}

static bool
person_within(const struct own *own, int person)
{
	const struct roster *roster = own->roster;
	if (person == NOT_THERE)
		return false;
	for (int i = roster->person_spells_begin[person];
	     i < roster->person_spells_begin[person + 1]; i++) {
		const struct spell_row *row =
			spell_on(roster, roster->person_spells[i], own->ask->day);
		if (row && post_within(own, row->post))
			return true;
	}
	return false;
}

static Str
held_ref(const struct record_type *type, const struct record *record, Str name)
{
	int field = field_find(type, name);
	if (str_equal(type->name, name))
		return record->ref;
	return field >= 0 ? record->values[field] : (Str){ 0 };
}

/* By its unit, its post, or the posts its person is in on the day; what has none of them is
 * everywhere. */
static bool
within_unit(const struct shelf *shelf, const struct record *record)
{
	const struct own *own = &shelf->own;
	if (own->unit == NOT_THERE)
		return true;
	Str unit = held_ref(shelf->type, record, S("unit")),
	    post = held_ref(shelf->type, record, S("post"));
	Str person = held_ref(shelf->type, record, S("person"));
	if (unit.len) {
		int number = roster_unit(own->roster, unit);
		return number != NOT_THERE &&
		       unit_within(own->roster, number, own->unit, own->ask->day);
	}
	if (post.len)
		return post_within(own, roster_post(own->roster, post));
	return !person.len || person_within(own, roster_person(own->roster, person));
}

static void
add_beside(struct text *all, const struct shelf *shelf, const struct record *record)
{
	int count;
	const struct beside *beside = beside_of(shelf->type, &count);
	for (int i = 0; i < count; i++)
		text_format(all, "\n%.*s", STR_ARG(beside[i].cell(shelf, record).text));
}

/* Each word stands somewhere in what the viewer may read of the row. */
static bool
matches(struct look *look, Str query, struct arena scratch)
{
	const struct shelf *shelf = look->shelf;
	struct shelf within = *shelf;
	within.own.perm = &scratch;
	struct text all = text_new(&scratch);
	if (query.len == 0)
		return true;
	text_add(&all, look->record->ref);
	for (int f = 0; f < shelf->type->field_count; f++)
		if (look_shows(look, f) && look->record->values[f].len) {
			const struct field *field = &shelf->type->fields[f];
			text_format(&all, "\n%.*s\n", STR_ARG(look->record->values[f]));
			text_add(&all, field_words(&within, field, look->record->values[f]));
		}
	add_beside(&all, &within, look->record);
	for (Str word = str_word(&query); word.len; word = str_word(&query))
		if (str_find_fold(text_str(&all), word) < 0)
			return false;
	return true;
}

void
listing_gather(struct listing *in)
{
	const struct records *records = in->shelf.records;
	const struct ask *ask = in->shelf.own.ask;
	in->rows = new(in->shelf.own.perm, records->count + 1, const struct record *);
	for (int i = 0; i < records->count; i++) {
		const struct record *record = &records->at[i];
		struct look look = look_at(&in->shelf, record);
		if (in->shelf.type->dated && !in->through_time && !holds(record->when, ask->day))
			continue;
		if (!look_sees(&look))
			continue;
		in->in_sight++;
		if (within_unit(&in->shelf, record) &&
		    matches(&look, ask->query, *in->shelf.own.perm))
			in->rows[in->count++] = record;
	}
}

/* ---- order ----------------------------------------------------------------------------------- */

struct key {
	Str text;
	int64_t number;
	bool absent;
	const struct record *record;
};

static int
by_key(const void *left, const void *right)
{
	const struct key *a = left, *b = right;
	int order = (a->number > b->number) - (a->number < b->number);
	if (a->absent != b->absent)
		return a->absent - b->absent;
	order = order ? order : str_compare(a->text, b->text);
	order = order ? order : str_compare(a->record->ref, b->record->ref);
	return order ? order
		     : (a->record->when.first.day > b->record->when.first.day) -
			       (a->record->when.first.day < b->record->when.first.day);
}

static int
by_key_down(const void *left, const void *right)
{
	const struct key *a = left, *b = right;
	return a->absent != b->absent ? a->absent - b->absent : by_key(right, left);
}

/* What a row is ordered by; nothing of what may not be read of it. */
static struct key
key_of(const struct listing *in, const struct record *record)
{
	struct key key = { .record = record };
	struct arena *perm = in->shelf.own.perm;
	if (in->sort >= SORT_BESIDE) {
		int count;
		key.text = str_lower(beside_of(in->shelf.type, &count)[in->sort - SORT_BESIDE].cell(&in->shelf, record).text, perm);
		key.absent = key.text.len == 0;
		return key;
	}
	if (in->sort >= SORT_REF) {
		key.text = in->sort == SORT_REF ? record->ref : (Str){ 0 };
		key.number = in->sort == SORT_FROM ? record->when.first.day
			     : in->sort == SORT_TO ? record->when.last.day
						   : 0;
		return key;
	}
	const struct field *field = &in->shelf.type->fields[in->sort];
	struct look look = look_at(&in->shelf, record);
	Str value = look_shows(&look, in->sort) ? record->values[in->sort] : (Str){ 0 };
	struct parsed_decimal number = parse_decimal(value, 6, false);
	key.absent = value.len == 0;
	if (number.ok && (field->kind == FIELD_FTE || field->kind == FIELD_DECIMAL ||
			  field->kind == FIELD_MONEY || field->kind == FIELD_WHOLE))
		key.number = number.micro;
	else if (field->kind == FIELD_DATE)
		key.text = value;
	else
		key.text = str_lower(field_words(&in->shelf, field, value), perm);
	return key;
}

void
listing_order(struct listing *in)
{
	struct key *keys = new(in->shelf.own.perm, in->count + 1, struct key);
	for (int i = 0; i < in->count; i++)
		keys[i] = key_of(in, in->rows[i]);
	qsort(keys, (size_t)in->count, sizeof *keys, in->descending ? by_key_down : by_key);
	for (int i = 0; i < in->count; i++)
		in->rows[i] = keys[i].record;
}

static int
sort_named(const struct record_type *type, Str name)
{
	if (str_equal(name, S("ref")))
		return SORT_REF;
	if (type->dated && str_equal(name, S("from")))
		return SORT_FROM;
	if (type->dated && str_equal(name, S("to")))
		return SORT_TO;
	int beside = beside_find(type, name);
	return beside >= 0 ? SORT_BESIDE + beside : field_find(type, name);
}

void
listing_settle_columns(struct listing *in)
{
	Str names = in->shelf.own.ask->columns;
	bool wanted[FIELDS_OF_TYPE_MOST] = { false }, any = false, beside[BESIDE_MOST] = { false };
	shelf_columns(&in->shelf, in->open);
	while (names.len) {
		Str name = str_trim(str_cut(&names, ','));
		int field = field_find(in->shelf.type, name), at = beside_find(in->shelf.type, name);
		if (field >= 0 && in->open[field])
			wanted[field] = any = true;
		if (at >= 0)
			beside[at] = any = true;
	}
	for (int i = 0; i < BESIDE_MOST; i++)
		in->beside[i] = any ? beside[i] : true;
	for (int f = 0; f < in->shelf.type->field_count; f++)
		in->columns[f] = any ? wanted[f] : in->open[f];
}

/* By its title, where that may be read; else by its reference. */
static int
sort_usual(const struct listing *in)
{
	const struct record_type *type = in->shelf.type;
	int title = type->title[0].len ? field_find(type, type->title[0]) : SORT_NONE;
	return title >= 0 && in->open[title] ? title : SORT_REF;
}

/* Unknown columns and those that are not for this viewer are refused with the same words. */
bool
listing_settle_order(struct listing *in, struct answer *why)
{
	Str sort = in->shelf.own.ask->sort;
	in->descending = str_begins(sort, S("-"));
	Str name = str_from(sort, in->descending);
	in->sort = name.len ? sort_named(in->shelf.type, name) : sort_usual(in);
	if (in->sort >= SORT_REF || (in->sort >= 0 && in->open[in->sort]))
		return true;
	if (in->asked->sort.len == 0) {
		in->sort = sort_usual(in);
		in->descending = false;
		return true;
	}
	*why = answer_words(WRONG, S("The list cannot be sorted so"),
			    S("It has no such column here for you. The "
			      "headings of its columns are what it can be sorted by."),
			    in->shelf.own.perm);
	return false;
}
