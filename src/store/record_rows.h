/* record_rows.h: a type's rows in their table, and a row as text. Private to store/.
 *
 * This is the one place where SQL is assembled: from the names that the rows of the type declare,
 * each in double quotes, and never from a value.
 */
#ifndef STORE_RECORD_ROWS_H
#define STORE_RECORD_ROWS_H

#include "store/engine.h"
#include "store/records.h"

/* What a type's table has besides its fields; no field may have one of these names. */
extern const Str record_columns[];
extern const int record_column_count;

/* SQL of a type. */
struct record_sql {
	const char *count, *read;    /* of an authority */
	const char *add;             /* arguments: record_args */
	const char *take;            /* authority, id, version */
	const char *any;             /* whether an authority has a row */
	const char *given;           /* refs that any row had, the last first: authority, type, the first and the last of them */
};
struct record_sql record_sql(const struct record_type *type, struct arena *perm);

/* A record's columns. False, in words without the value, for what is not canonical. */
struct record_args { struct arg at[FIELDS_OF_TYPE_MOST + 8]; int count; };
bool record_args(const struct record_type *type, Str authority, const struct record *record,
                 struct record_args *row, struct arena *perm, struct error *err);

/* The rows of a type as they are now, in whatever transaction is open. */
bool record_rows(struct store *store, Str authority, const struct record_type *type,
                 struct records *records, struct arena *perm, struct error *err);
/* Every type but equality, and the stamp. */
bool council_rows(struct store *store, Str authority, struct council *council, struct arena *perm,
                  struct error *err);
/* The row of this ref and id, or NULL. */
const struct record *record_row(const struct records *records, Str ref, int64_t id);
/* Whether days and values are the same. */
bool record_same(const struct record_type *type, const struct record *a, const struct record *b);

/* A row as the history keeps it: a line for its version, its days, and each value that is not
 * empty: "fte 0.6". A line end inside a value is \n, a backslash two. (record_text.c) */
Str  record_text(const struct record_type *type, const struct record *record, struct arena *perm);
/* Lines of fields that the type no longer has are passed over. False for what is no such text. */
bool record_text_read(const struct record_type *type, Str text, struct record *record,
                      struct arena *perm);

/* Whether the history of a type is apart. */
bool record_apart(const struct record_type *type);

#endif
