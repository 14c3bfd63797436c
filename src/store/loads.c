/* loads.c: one import of one file: begun, read back, kept, listed, undone. */
#include "store/load.h"

#include <assert.h>

/* ---- tallies --------------------------------------------------------------------------------- */

static uint64_t
arg_hash(struct arg arg)
{
	switch (arg.kind) {
	case ARG_NULL: return 1;
	case ARG_INT:  return str_hash((Str){ (const char *)&arg.number, sizeof arg.number });
	case ARG_TEXT: return ~str_hash(arg.text);
	}
	return 0;
}

static void
tally_add(struct tally *tally, struct args row)
{
	uint64_t hash = 0;
	for (int i = 0; i < row.count; i++)
		hash = (hash ^ arg_hash(row.at[i])) * 0x9E3779B97F4A7C15u;
	tally->rows++;
	tally->hash += hash;
}

bool
load_write(struct store *store, const char *sql, struct args row, struct tally *meant,
           struct error *err)
{
	tally_add(meant, row);
	return store_run(store, sql, row, err);
}

bool
load_holds(struct store *store, const char *sql, int64_t id, struct tally meant, struct error *err)
{
	enum { COLUMNS_MOST = 20 };
	struct tally is = { 0 };
	struct arg row[COLUMNS_MOST];
	struct rows *rows = store_query(store, sql, args(arg_int(id)), err);
	while (rows_next(rows)) {
		int count = row_columns(rows);
		assert(count <= COLUMNS_MOST);
		for (int i = 0; i < count; i++)
			row[i] = row_arg(rows, i);
		tally_add(&is, (struct args){ row, count });
	}
	if (!rows_end(rows, err))
		return false;
	if (is.rows == meant.rows && is.hash == meant.hash)
		return true;
	return fail(err, "what was read back is not what was written (%lld rows of %lld), so nothing was "
	            "kept", (long long)is.rows, (long long)meant.rows);
}

/* ---- beginning and ending -------------------------------------------------------------------- */

static const char SAME_SQL[] =
	"SELECT id FROM load WHERE sha256 = $1 AND undone_at IS NULL ORDER BY id";
static const char NEXT_SQL[] = "SELECT coalesce(max(id), 0) + 1 FROM load";
static const char WRITE_SQL[] =
	"INSERT INTO load (id, kind, file, sha256, about, loaded_at) VALUES ($1, $2, $3, $4, $5, $6)";
static const char WRITTEN_SQL[] =
	"SELECT id, kind, file, sha256, about, loaded_at FROM load WHERE id = $1 ORDER BY id";

/* The one number a query gives; 0 when it gives no row. */
static bool
one_number(struct store *store, const char *sql, struct args args, int64_t *number,
           struct error *err)
{
	struct rows *rows = store_query(store, sql, args, err);
	*number = 0;
	while (rows_next(rows))
		*number = row_int(rows, 0);
	return rows_end(rows, err);
}

static bool
write_load(struct store *store, const struct load *load, int64_t *id, struct error *err)
{
	struct tally meant = { 0 };
	return one_number(store, NEXT_SQL, (struct args){ 0 }, id, err)
		&& load_write(store, WRITE_SQL,
		              args(arg_int(*id), arg_text(load->kind), arg_text(load->file),
		                   arg_text(load->sha256), arg_text(load->about), arg_int(load->at)),
		              &meant, err)
		&& load_holds(store, WRITTEN_SQL, *id, meant, err);
}

/* Imports are of no one authority, and wait for each other: each takes the next number. */
bool
load_begin(struct store *store, const struct load *load, int64_t *id, bool *already,
           struct error *err)
{
	*already = false;
	if (!store_begin_for(store, S(""), err))
		return false;
	if (!one_number(store, SAME_SQL, args(arg_text(load->sha256)), id, err))
		return load_end(store, false, err);
	*already = *id != 0;
	if (*already) {
		store_rollback(store);
		return true;
	}
	return write_load(store, load, id, err) || load_end(store, false, err);
}

bool
load_end(struct store *store, bool sound, struct error *err)
{
	if (sound)
		return store_commit(store, err);
	store_rollback(store);
	return false;
}

/* ---- listing and undoing --------------------------------------------------------------------- */

static const char LOADS_SQL[] =
	"SELECT id, kind, file, sha256, about, loaded_at,"          /* 0 to 5 */
	"       coalesce(undone_at, '')"                            /* 6 */
	"  FROM load ORDER BY id";
static const char COUNT_SQL[] = "SELECT count(*) FROM load";
static const char UNDO_SQL[] =
	"UPDATE load SET undone_at = substr(CAST(CURRENT_TIMESTAMP AS TEXT), 1, 19)"
	" WHERE id = $1 AND undone_at IS NULL";
static const char COUNTS_SQL[] = "SELECT count(*) FROM load WHERE id = $1 AND undone_at IS NULL";

bool
store_loads(struct store *store, struct loads *loads, struct arena *perm, struct error *err)
{
	int64_t room;
	*loads = (struct loads){ 0 };
	if (!one_number(store, COUNT_SQL, (struct args){ 0 }, &room, err))
		return false;
	loads->at = new(perm, (ptrdiff_t)room, struct load);
	struct rows *rows = store_query(store, LOADS_SQL, (struct args){ 0 }, err);
	while (loads->count < room && rows_next(rows)) {
		Str undone_at = row_text(rows, 6, perm);
		loads->at[loads->count++] = (struct load){
			.id = row_int(rows, 0), .kind = row_text(rows, 1, perm),
			.file = row_text(rows, 2, perm), .sha256 = row_text(rows, 3, perm),
			.about = row_text(rows, 4, perm), .at = row_int(rows, 5),
			.undone = undone_at.len > 0, .undone_at = undone_at };
	}
	while (rows_next(rows))
		;                                /* written since it was counted: for the next reading */
	return rows_end(rows, err);
}

bool
store_load_undo(struct store *store, int64_t id, struct error *err)
{
	int64_t there = 0;
	if (!store_begin_for(store, S(""), err))
		return false;
	bool sound = one_number(store, COUNTS_SQL, args(arg_int(id)), &there, err);
	if (sound && there == 0)
		sound = fail(err, "there is no import %lld to undo", (long long)id);
	sound = sound && store_run(store, UNDO_SQL, args(arg_int(id)), err);
	return load_end(store, sound, err);
}
