/* records.c: reading the records of an authority. */
#include "store/records.h"

#include "store/record_rows.h"

static const char STAMP_SQL[] = "SELECT stamp FROM council WHERE authority = $1";
static const char COUNCILS_SQL[] = "SELECT authority FROM council ORDER BY authority";
static const char COUNCIL_COUNT_SQL[] = "SELECT count(*) FROM council";

bool
store_stamp(struct store *store, Str authority, int64_t *stamp, struct error *err)
{
	struct rows *rows = store_query(store, STAMP_SQL, args(arg_text(authority)), err);
	*stamp = rows_next(rows) ? row_int(rows, 0) : 0;
	while (rows_next(rows))
		;
	return rows_end(rows, err);
}

bool
store_council_read(struct store *store, Str authority, struct council *council,
                   struct arena *perm, struct error *err)
{
	if (!store_look(store, err))
		return false;
	bool read = council_rows(store, authority, council, perm, err);
	store_looked(store);
	return read;
}

bool
store_records_read(struct store *store, Str authority, const struct record_type *type,
                   struct records *records, struct arena *perm, struct error *err)
{
	if (!store_look(store, err))
		return false;
	bool read = record_rows(store, authority, type, records, perm, err);
	store_looked(store);
	return read;
}

/* ---- authorities ------------------------------------------------------------------------------ */

/* Whether the authority has a record of any type; most have a unit. */
static bool
has_any(struct store *store, Str authority, bool *any, struct arena scratch, struct error *err)
{
	*any = false;
	for (int t = 0; t < RECORD_TYPES && !*any; t++) {
		const char *sql = record_sql(&record_types[t], &scratch).any;
		struct rows *rows = store_query(store, sql, args(arg_text(authority)), err);
		while (rows_next(rows))
			*any = true;
		if (!rows_end(rows, err))
			return false;
	}
	return true;
}

static bool
read_authorities(struct store *store, Str **slugs, int *count, struct arena *perm,
                 struct error *err)
{
	int room = 0, kept = 0;
	struct rows *rows = store_query(store, COUNCIL_COUNT_SQL, (struct args){ 0 }, err);
	while (rows_next(rows))
		room = (int)row_int(rows, 0);
	if (!rows_end(rows, err))
		return false;
	*slugs = new(perm, room, Str);
	rows = store_query(store, COUNCILS_SQL, (struct args){ 0 }, err);
	for (*count = 0; *count < room && rows_next(rows); ++*count)
		(*slugs)[*count] = row_text(rows, 0, perm);
	while (rows_next(rows))
		;
	if (!rows_end(rows, err))
		return false;
	for (int i = 0; i < *count; i++) {
		bool any;
		if (!has_any(store, (*slugs)[i], &any, *perm, err))
			return false;
		(*slugs)[kept] = (*slugs)[i];
		kept += any;
	}
	*count = kept;
	return true;
}

bool
store_authorities(struct store *store, Str **slugs, int *count, struct arena *perm,
                  struct error *err)
{
	*count = 0;
	if (!store_look(store, err))
		return false;
	bool read = read_authorities(store, slugs, count, perm, err);
	store_looked(store);
	return read;
}
