/* register_pairs.c: what records share, sorted so that those who share stand together; two records side by side. */
#include "app/register_pairs.h"

#include <stdlib.h>

/* ---- what they share ------------------------------------------------------------------------- */

static int
by_mark(const void *left, const void *right)
{
	const struct mark *a = left, *b = right;
	int order = str_compare(a->key, b->key);
	return order ? order : str_compare(a->record->ref, b->record->ref);
}

void
marks_add(struct marks *marks, Str key, const char *why, const struct record *record)
{
	marks->at[marks->count++] = (struct mark){ key, str_of(why), record };
}

void
marks_sort(struct marks *marks)
{
	qsort(marks->at, (size_t)marks->count, sizeof *marks->at, by_mark);
}

bool
marks_pair(const struct marks *marks, int *at, const struct mark **one, const struct mark **other)
{
	while (++*at < marks->count) {
		*one = &marks->at[*at - 1];
		*other = &marks->at[*at];
		if (str_equal((*one)->key, (*other)->key) && !str_equal((*one)->record->ref, (*other)->record->ref))
			return true;
	}
	return false;
}

/* ---- two side by side ------------------------------------------------------------------------ */

static const struct column side_columns[] = {
	{ .name = STR("field"), .title = STR("Field") },
	{ .name = STR("goes"), .title = STR("This record goes") },
	{ .name = STR("stays"), .title = STR("This one stays") },
};

static void
side_row(struct rows_made *rows, Str label, struct cell goes, struct cell stays, struct arena *perm)
{
	struct cell *cells = rows_push(rows, countof(side_columns), perm);
	cells[0] = cell_text(label);
	cells[1] = goes;
	cells[2] = stays;
	if (goes.text.len && stays.text.len && !str_equal(goes.text, stays.text) && !goes.href.len)
		cells[2].tag = S("differs");
}

/* How many records of a type point to a record. */
static int
count_pointing(const struct shelf *from, int field, Str ref)
{
	int count = 0;
	for (int i = 0; i < from->records->count; i++)
		count += str_equal(from->records->at[i].values[field], ref);
	return count;
}

void
add_sides(struct document *doc, const struct shelf *shelf, struct sides sides, const char *pointing)
{
	struct arena *perm = doc->arena;
	struct look goes = look_at(shelf, sides.goes), stays = look_at(shelf, sides.stays);
	bool shown[FIELDS_OF_TYPE_MOST] = { false };
	struct rows_made rows = { 0 };
	side_row(&rows, S("Reference"),
		 cell_link(sides.goes->ref, record_href(shelf, sides.goes->ref, S(""))),
		 cell_link(sides.stays->ref, record_href(shelf, sides.stays->ref, S(""))), perm);
	for (int f = 0; f < shelf->type->field_count; f++) {
		const struct field *field = &shelf->type->fields[f];
		shown[f] = look_shows(&goes, f) && look_shows(&stays, f);
		if (shown[f])
			side_row(&rows, field->label,
				 field_cell(shelf, field, sides.goes->values[f]),
				 field_cell(shelf, field, sides.stays->values[f]), perm);
	}
	for (int t = 0; t < RECORD_TYPES; t++) {
		struct shelf from = shelf_beside(shelf, &record_types[t]);
		int field = field_find(from.type, str_of(pointing));
		if (field < 0 || shelf_permit(&from, from.type->group).reach < REACH_READ)
			continue;
		side_row(&rows, type_many(from.type, perm),
			 cell_figure(figure_whole(count_pointing(&from, field, sides.goes->ref)), 0,
				     UNIT_COUNT),
			 cell_figure(figure_whole(count_pointing(&from, field, sides.stays->ref)), 0,
				     UNIT_COUNT),
			 perm);
	}
	look_witness(&goes, shown);
	look_witness(&stays, shown);
	document_table(doc, table_of(S("both"), S("The two records"), side_columns,
				     countof(side_columns), rows, perm));
}
