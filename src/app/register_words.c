/* register_words.c: records in words, as far as a viewer may know them, and their addresses. */
#include "app/register_parts.h"

struct pick
pick_of(Str value, Str words)
{
	return (struct pick){ .value = value, .words = words };
}

Str
type_one(const struct record_type *type, struct arena *perm)
{
	return str_capital(type->one, perm);
}

Str
type_many(const struct record_type *type, struct arena *perm)
{
	return str_capital(type->many, perm);
}

Str
shelf_href(const struct shelf *shelf, Str rest)
{
	Str segment = record_type_segment(shelf->type, shelf->own.perm);
	return own_href(&shelf->own, str_format(shelf->own.perm, "%.*s%s%.*s", STR_ARG(segment),
						rest.len ? "/" : "", STR_ARG(rest)));
}

Str
record_href(const struct shelf *shelf, Str ref, Str rest)
{
	return shelf_href(shelf, str_format(shelf->own.perm, "%.*s%s%.*s",
					    STR_ARG(url_part(ref, shelf->own.perm)),
					    rest.len ? "/" : "", STR_ARG(rest)));
}

/* ---- what names a record --------------------------------------------------------------------- */

static Str
person_ref_words(const struct shelf *shelf, Str ref)
{
	return person_words(&shelf->own, roster_person(shelf->own.roster, ref));
}

/* The type's own title, when every field of it may be read; else empty. */
static Str
own_title(const struct shelf *shelf, const struct record *record)
{
	struct look look = look_at(shelf, record);
	bool any = false;
	for (int i = 0; i < 2; i++) {
		int field = shelf->type->title[i].len
				    ? field_find(shelf->type, shelf->type->title[i])
				    : -1;
		if (field < 0)
			continue;
		if (!look_shows(&look, field))
			return (Str){ 0 };
		any = any || record->values[field].len;
	}
	return any ? record_title(shelf->type, record, shelf->own.perm) : (Str){ 0 };
}

/* What it refers to of need, where it has no title of its own: "Adeyemi, Grace - Social worker".
 * Only of types that have a title, so that two without never ask each other. */
static Str
title_of_references(const struct shelf *shelf, const struct record *record)
{
	struct look look = look_at(shelf, record);
	struct text title = text_new(shelf->own.perm);
	for (int f = 0; f < shelf->type->field_count; f++) {
		const struct field *field = &shelf->type->fields[f];
		if (field->kind != FIELD_REF || !field->required || !look_shows(&look, f) ||
		    !record_type_find(field->refers)->title[0].len)
			continue;
		text_add(&title, title.len ? S(" \u2013 ") : S(""));
		text_add(&title, field_words(shelf, field, record->values[f]));
	}
	return text_str(&title);
}

Str
record_words(const struct shelf *shelf, const struct record *record)
{
	Str words = { 0 };
	if (str_equal(shelf->type->name, S("person")))
		words = person_ref_words(shelf, record->ref);
	else if (shelf->type->title[0].len)
		words = own_title(shelf, record);
	else
		words = title_of_references(shelf, record);
	return words.len ? words : record->ref;
}

/* ---- values ---------------------------------------------------------------------------------- */

/* The record a reference leads to, and the shelf it stands on; NULL when it is not in sight. */
static const struct record *
referred(const struct shelf *shelf, const struct field *field, Str value, struct shelf *on)
{
	const struct record_type *type = record_type_find(field->refers);
	if (!value.len || !type)
		return NULL;
	*on = shelf_beside(shelf, type);
	return shelf_find(on, value);
}

Str
field_words(const struct shelf *shelf, const struct field *field, Str value)
{
	struct shelf on;
	if (field->kind != FIELD_REF || !value.len)
		return value_words(field, value, shelf->own.perm);
	if (str_equal(field->refers, S("person"))) {
		Str words = person_ref_words(shelf, value);
		return words.len ? words : value;
	}
	const struct record *record = referred(shelf, field, value, &on);
	return record ? record_words(&on, record) : value;
}

Str
field_href(const struct shelf *shelf, const struct field *field, Str value)
{
	struct shelf on;
	if (field->kind != FIELD_REF || !referred(shelf, field, value, &on))
		return (Str){ 0 };
	return record_href(&on, value, S(""));
}

static bool
is_number(const struct field *field)
{
	return field->kind == FIELD_FTE || field->kind == FIELD_DECIMAL || field->kind == FIELD_MONEY ||
	       field->kind == FIELD_WHOLE;
}

/* A number as it is kept, no digit more or less. */
struct cell
value_cell(const struct field *field, Str value)
{
	struct parsed_decimal number = { .ok = false };
	if (is_number(field) && value.len)
		number = parse_decimal(value, 6, false);
	if (!number.ok)
		return cell_text(value);
	if (field->kind == FIELD_MONEY)
		return cell_figure(figure_micro(number.micro), 2, UNIT_POUNDS);
	return cell_figure(figure_micro(number.micro), number.places,
			   field->kind == FIELD_FTE ? UNIT_FTE : UNIT_COUNT);
}

struct cell
field_cell(const struct shelf *shelf, const struct field *field, Str value)
{
	if (is_number(field))
		return value_cell(field, value);
	Str words = field_words(shelf, field, value), href = field_href(shelf, field, value);
	return href.len ? cell_link(words, href) : cell_text(words);
}

/* A first or last day in a file: empty while open. */
static Str
day_value(Date day, struct arena *perm)
{
	return day.day == DATE_OPEN.day ? (Str){ 0 } : date_iso(day, perm);
}

/* ---- tables ---------------------------------------------------------------------------------- */

/* The first field of the type's title that is a column, or -1. */
static int
leading_field(const struct shelf *shelf, const bool *columns)
{
	for (int i = 0; i < 2; i++) {
		int field = shelf->type->title[i].len
				    ? field_find(shelf->type, shelf->type->title[i])
				    : -1;
		if (field >= 0 && columns[field])
			return field;
	}
	return -1;
}

static int
columns_as_read(const struct shelf *shelf, const bool *columns, int lead, struct column *made)
{
	int used = 0;
	if (lead < 0)
		made[used++] = (struct column){ .name = S("ref"), .title = S("Reference") };
	for (int turn = 0; turn < 2; turn++)
		for (int f = 0; f < shelf->type->field_count; f++) {
			const struct field *field = &shelf->type->fields[f];
			if (columns[f] && (f == lead) == (turn == 0))
				made[used++] = (struct column){ .name = field->name,
								.title = field->label,
								.number = is_number(field) };
		}
	if (shelf->type->dated) {
		made[used++] = (struct column){ .name = S("from"), .title = S("From") };
		made[used++] = (struct column){ .name = S("to"), .title = S("To") };
	}
	return used;
}

static void
row_as_read(const struct shelf *shelf, const bool *columns, int lead, const struct record *record,
	    struct cell *cells)
{
	struct look look = look_at(shelf, record);
	struct arena *perm = shelf->own.perm;
	int used = 0;
	if (lead < 0)
		cells[used++] = cell_link(record->ref, record_href(shelf, record->ref, S("")));
	for (int turn = 0; turn < 2; turn++)
		for (int f = 0; f < shelf->type->field_count; f++) {
			if (!columns[f] || (f == lead) != (turn == 0))
				continue;
			struct cell *cell = &cells[used++];
			*cell = look_shows(&look, f) ? field_cell(shelf, &shelf->type->fields[f],
								  record->values[f])
						     : cell_text(S(""));
			if (f != lead)
				continue;
			*cell = cell_link(cell->text.len ? cell->text : record->ref,
					  record_href(shelf, record->ref, S("")));
			cell->note = record->ref;
		}
	if (shelf->type->dated) {
		cells[used++] = cell_text(day_words(record->when.first, perm));
		cells[used++] = cell_text(record->when.last.day == DATE_OPEN.day
						  ? S("")
						  : day_words(record->when.last, perm));
	}
}

struct table *
rows_as_read(const struct shelf *shelf, const bool *columns, const struct record *const *rows,
	     int count, Str caption)
{
	struct arena *perm = shelf->own.perm;
	struct column *made = new(perm, FIELDS_OF_TYPE_MOST + 3, struct column);
	int lead = leading_field(shelf, columns),
	    used = columns_as_read(shelf, columns, lead, made);
	struct rows_made cells = { 0 };
	for (int i = 0; i < count; i++)
		row_as_read(shelf, columns, lead, rows[i], rows_push(&cells, used, perm));
	Str name = str_format(perm, "%.*s_in_words", STR_ARG(shelf->type->name));
	return table_of(name, caption, made, used, cells, perm);
}

/* ref, from and to, then each field, after a reference its title. */
static int
columns_as_kept(const struct shelf *shelf, const bool *columns, struct column *made)
{
	struct arena *perm = shelf->own.perm;
	int used = 0;
	made[used++] = (struct column){ .name = S("ref"), .title = S("Reference") };
	if (shelf->type->dated) {
		made[used++] = (struct column){ .name = S("from"), .title = S("From") };
		made[used++] = (struct column){ .name = S("to"), .title = S("To") };
	}
	for (int f = 0; f < shelf->type->field_count; f++) {
		const struct field *field = &shelf->type->fields[f];
		if (!columns[f])
			continue;
		made[used++] = (struct column){ .name = field->name,
						.title = field->label,
						.number = is_number(field) };
		if (field->kind == FIELD_REF)
			made[used++] = (struct column){
				.name = str_format(perm, "%.*s_title", STR_ARG(field->name)),
				.title = str_format(perm, "%.*s, in words", STR_ARG(field->label))
			};
	}
	return used;
}

static void
row_as_kept(const struct shelf *shelf, const bool *columns, const struct record *record,
	    struct cell *cells)
{
	struct look look = look_at(shelf, record);
	int used = 0;
	cells[used++] = cell_text(record->ref);
	if (shelf->type->dated) {
		cells[used++] = cell_text(day_value(record->when.first, shelf->own.perm));
		cells[used++] = cell_text(day_value(record->when.last, shelf->own.perm));
	}
	for (int f = 0; f < shelf->type->field_count; f++) {
		const struct field *field = &shelf->type->fields[f];
		if (!columns[f])
			continue;
		Str value = look_shows(&look, f) ? record->values[f] : (Str){ 0 };
		cells[used++] = value_cell(field, value);
		if (field->kind == FIELD_REF)
			cells[used++] =
				cell_text(value.len ? field_words(shelf, field, value) : value);
	}
}

void
rows_witness(const struct shelf *shelf, const bool *columns, const struct record *const *rows,
	     int count)
{
	for (int i = 0; i < count; i++) {
		struct look look = look_at(shelf, rows[i]);
		look_witness(&look, columns);
	}
}

struct table *
rows_as_kept(const struct shelf *shelf, const bool *columns, const struct record *const *rows,
	     int count)
{
	struct arena *perm = shelf->own.perm;
	struct column *made = new(perm, 2 * FIELDS_OF_TYPE_MOST + 3, struct column);
	int used = columns_as_kept(shelf, columns, made);
	struct rows_made cells = { 0 };
	for (int i = 0; i < count; i++)
		row_as_kept(shelf, columns, rows[i], rows_push(&cells, used, perm));
	return table_of(shelf->type->name, type_many(shelf->type, perm), made, used, cells, perm);
}
