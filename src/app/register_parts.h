/* register_parts.h: what the pages of records share: a type's records as one viewer may see them.
 * Private to app/.
 */
#ifndef APP_REGISTER_PARTS_H
#define APP_REGISTER_PARTS_H

#include "app/own.h"
#include "app/register.h"

/* The records of one type, before a viewer. */
struct shelf {
	struct own own;
	const struct record_type *type;
	const struct records *records;
};

/* Settles the type that was asked for and its records: a council without any has empty shelves, so
 * that the first can be added. False, with the answer: no such type, or not among the viewer's
 * duties. */
bool shelf_settle(const struct world *world, const struct ask *ask, struct shelf *shelf,
                  struct answer *why, struct arena *perm);
/* The shelf beside it, of another type; equality's is empty. */
struct shelf shelf_beside(const struct shelf *shelf, const struct record_type *type);

/* The answer for a ref that is not there, or not for this viewer: the same words, without the ref. */
struct answer shelf_nothing(const struct shelf *shelf);
/* The row of a ref that holds on the day asked about, else the last one before it, else the first;
 * NULL when there is none that the viewer may see. */
const struct record *shelf_find(const struct shelf *shelf, Str ref);

/* ---- what a viewer may see of one row -------------------------------------------------------- */

/* One row, looked at: what may be done with each group of its fields is asked once. */
struct look {
	const struct shelf *shelf;
	const struct record *record;
	struct permit of[FIELD_GROUPS];
	unsigned asked;
};
struct look look_at(const struct shelf *shelf, const struct record *record);
struct permit look_permit(struct look *look, enum field_group group);
/* Whether the row is there at all for the viewer. */
bool look_sees(struct look *look);
/* Whether the viewer may read this field of it. Of rows that do not say who it is: nothing that
 * somebody typed as text, which could be a name. */
bool look_shows(struct look *look, int field);
bool look_writes(struct look *look, int field);
/* Whether anything of it is the viewer's to change. */
bool look_may_change(struct look *look);
/* Tells the audit that these fields of the row were shown, where that is logged. */
void look_witness(struct look *look, const bool *fields);

/* Which fields the viewer's duties open in any row: the columns. */
void shelf_columns(const struct shelf *shelf, bool columns[FIELDS_OF_TYPE_MOST]);
/* The most that the viewer's duties give of the type itself. */
struct permit shelf_permit(const struct shelf *shelf, enum field_group group);
/* Whether the viewer may add a record of the shelf's type: one that is of no person, post or unit is of the whole council,
 * and so a duty in a part of it does not do. */
bool shelf_may_add(const struct shelf *shelf);

/* ---- words and addresses --------------------------------------------------------------------- */

/* What names a record to this viewer: "Adeyemi, Grace", "Person N-000012", else its ref. */
Str record_words(const struct shelf *shelf, const struct record *record);
/* A value in words; the title of what it refers to, as far as the viewer may know it. */
Str field_words(const struct shelf *shelf, const struct field *field, Str value);
/* The address of what a reference leads to, or empty. */
Str field_href(const struct shelf *shelf, const struct field *field, Str value);
/* "/authorities/walsall/posts/P-000012/history"; `rest` may be empty. */
Str record_href(const struct shelf *shelf, Str ref, Str rest);
/* "/authorities/walsall/posts/new", with an empty rest the list. */
Str shelf_href(const struct shelf *shelf, Str rest);
/* A cell with the value in words, a link where it is a reference. */
struct cell field_cell(const struct shelf *shelf, const struct field *field, Str value);
/* A cell for files: the value as it is kept, a number as one. */
struct cell value_cell(const struct field *field, Str value);
Str type_one(const struct record_type *type, struct arena *perm);       /* "Time in post" */
Str type_many(const struct record_type *type, struct arena *perm);      /* "Times in post" */
/* A pick of a form. */
struct pick pick_of(Str value, Str words);

/* ---- rows of a type as a table --------------------------------------------------------------- */

/* The rows as people read them: the first shown title field leads to the record. `columns` says
 * which fields; "from" and "to" follow where the type is dated. */
struct table *rows_as_read(const struct shelf *shelf, const bool *columns, const struct record *const *rows,
                           int count, Str caption);
/* The rows as they are kept, as the import of the type takes them: ref, from, to, fields; after
 * each reference a column with the title of what it leads to. */
struct table *rows_as_kept(const struct shelf *shelf, const bool *columns, const struct record *const *rows,
                           int count);

/* Tells the audit that these rows were shown: once for an answer, however many tables have them. */
void rows_witness(const struct shelf *shelf, const bool *columns, const struct record *const *rows, int count);

/* ---- reading what was typed ------------------------------------------------------------------ */

/* A field's text as canonical value. References are found by ref, by "Title (REF)", by a number,
 * by the title or "Given Family", among those in sight. `before` is what the record holds: always
 * allowed. */
bool field_read(const struct shelf *shelf, const struct field *field, Str typed, Str before, Str *value,
                struct misfit *misfit);
/* A day; `open` gives DATE_OPEN for nothing or "open", else nothing is a misfit. */
bool day_read(const struct shelf *shelf, Str typed, bool open, Date *day, struct misfit *misfit);
/* A reference as a form shows it, so that it reads back to the same: "Duty team (U-000004)". */
Str reference_typed(const struct shelf *shelf, const struct field *field, Str value);
/* What a form offers for a reference. */
struct pick *reference_picks(const struct shelf *shelf, const struct field *field, int *count);

#endif
