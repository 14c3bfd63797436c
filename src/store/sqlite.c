/* sqlite.c: the store's engine on SQLite: opening, transactions, statements, rows.
 *
 * SQLite may end a transaction by itself (disk full, out of memory, an I/O error), and what is
 * written after that would commit row by row. So the first failed write spoils the transaction:
 * nothing more is written in it, and it cannot be committed.
 */
#include "store/engine.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

bool
store_fail(const struct store *store, const char *doing, struct error *err)
{
	int code = sqlite3_extended_errcode(store->db);
	if ((code & 0xff) == SQLITE_BUSY)
		return fail(err, "%s: the store is in use by another command; try again", doing);
	if ((code & 0xff) == SQLITE_NOTADB)
		return fail(err, "%s: it is not a store of this program, or it is damaged", doing);
	return fail(err, "%s: %s (SQLite %d)", doing, sqlite3_errmsg(store->db), code);
}

bool
store_script(struct store *store, const char *sql, struct error *err)
{
	if (sqlite3_exec(store->db, sql, NULL, NULL, NULL) == SQLITE_OK)
		return true;
	char doing[48];
	snprintf(doing, sizeof doing, "%.40s", sql);
	return store_fail(store, doing, err);
}

bool
store_ask(struct store *store, const char *sql, char *answer, int room, struct error *err)
{
	sqlite3_stmt *statement;
	if (sqlite3_prepare_v2(store->db, sql, -1, &statement, NULL) != SQLITE_OK)
		return store_fail(store, sql, err);
	int code = sqlite3_step(statement);
	snprintf(answer, (size_t)room, "%s",
	         code == SQLITE_ROW ? (const char *)sqlite3_column_text(statement, 0) : "");
	if (sqlite3_finalize(statement) == SQLITE_OK)
		return true;
	return store_fail(store, sql, err);
}

/* ---- opening and closing --------------------------------------------------------------------- */

/* A store will hold people's records: only its owner may read it. SQLite gives its journal the same
 * rights. An existing file keeps the rights it has. */
static bool
make_private(const char *path, struct error *err)
{
	int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
	if (fd < 0)
		return fail(err, "%s", strerror(errno));
	close(fd);
	return true;
}

static bool
prepare(struct store *store, const char *path, struct error *err)
{
	if (!make_private(path, err))
		return false;
	int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_PRIVATECACHE;
	if (sqlite3_open_v2(path, &store->db, flags, NULL) != SQLITE_OK)
		return store->db ? store_fail(store, "opening", err) : fail(err, "out of memory");
	sqlite3_busy_timeout(store->db, BUSY_MS);
	return store_ours(store, err) && store_settings(store, err) && store_steps(store, err);
}

struct store *
store_open(Str path, struct error *err)
{
	char name[4096];
	if (path.len == 0 || path.len >= (ptrdiff_t)sizeof name) {
		fail(err, "the store's path is empty or over %zu bytes", sizeof name);
		return NULL;
	}
	memcpy(name, path.at, (size_t)path.len);
	name[path.len] = 0;
	struct store *store = calloc(1, sizeof *store);
	if (!store) {
		fail(err, "out of memory");
		return NULL;
	}
	if (!prepare(store, name, err)) {
		fail_within(err, "cannot open the store %s", name);
		store_close(store);
		return NULL;
	}
	return store;
}

void
store_close(struct store *store)
{
	if (!store)
		return;
	for (int i = 0; i < ROWS_OPEN_MOST; i++)
		sqlite3_finalize(store->open[i].statement);
	int code = sqlite3_close(store->db);
	assert(code == SQLITE_OK);               /* else a statement escaped the store */
	free(store);
}

/* ---- transactions ---------------------------------------------------------------------------- */

bool
store_begin(struct store *store, struct error *err)
{
	assert(!store->writing);
	if (!store_script(store, "BEGIN IMMEDIATE", err))
		return false;
	store->writing = true;
	store->spoiled = false;
	return true;
}

/* Whether writing may go on: our transaction is still there, and nothing in it has failed. */
static bool
still_writing(const struct store *store, struct error *err)
{
	if (store->spoiled)
		return fail(err, "a write failed before, so nothing more is written");
	if (sqlite3_get_autocommit(store->db))
		return fail(err, "the database ended the transaction; nothing was kept");
	return true;
}

bool
store_commit(struct store *store, struct error *err)
{
	assert(store->writing);
	if (!still_writing(store, err)) {
		store_rollback(store);
		return false;
	}
	bool done = store_script(store, "COMMIT", err);
	store_rollback(store);
	/* A COMMIT that reports an error may all the same be on the disk. */
	return done || fail_within(err, "not confirmed");
}

void
store_rollback(struct store *store)
{
	if (!sqlite3_get_autocommit(store->db))
		sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
	store->writing = false;
	store->spoiled = false;
}

/* ---- statements ------------------------------------------------------------------------------ */

struct arg
arg_int(int64_t number)
{
	return (struct arg){ .kind = ARG_INT, .number = number };
}

struct arg
arg_text(Str text)
{
	return (struct arg){ .kind = ARG_TEXT, .text = text };
}

struct arg
arg_figure(Figure figure)
{
	return figure_present(figure) ? arg_int(figure.micro) : (struct arg){ .kind = ARG_NULL };
}

static int
bind_one(sqlite3_stmt *statement, int place, struct arg arg)
{
	switch (arg.kind) {
	case ARG_NULL: return sqlite3_bind_null(statement, place);
	case ARG_INT:  return sqlite3_bind_int64(statement, place, arg.number);
	case ARG_TEXT: return sqlite3_bind_text64(statement, place, arg.text.at ? arg.text.at : "",
	                                          (sqlite3_uint64)arg.text.len, SQLITE_TRANSIENT,
	                                          SQLITE_UTF8);
	}
	return SQLITE_MISUSE;
}

/* SQLite numbers $2 by where it first appears in the text, so each is found by its name. */
static int
bind_all(sqlite3_stmt *statement, struct args args)
{
	assert(sqlite3_bind_parameter_count(statement) == args.count);
	int code = SQLITE_OK;
	for (int i = 0; i < args.count && code == SQLITE_OK; i++) {
		char name[16];
		snprintf(name, sizeof name, "$%d", i + 1);
		int place = sqlite3_bind_parameter_index(statement, name);
		assert(place > 0);
		code = bind_one(statement, place, args.at[i]);
	}
	return code;
}

static sqlite3_stmt *
statement_of(struct store *store, const char *sql, struct args args, struct error *err)
{
	sqlite3_stmt *statement;
	if (sqlite3_prepare_v2(store->db, sql, -1, &statement, NULL) != SQLITE_OK
	    || bind_all(statement, args) != SQLITE_OK) {
		store_fail(store, "asking the store", err);
		sqlite3_finalize(statement);
		return NULL;
	}
	return statement;
}

bool
store_run(struct store *store, const char *sql, struct args args, struct error *err)
{
	assert(store->writing);
	if (!still_writing(store, err))
		return false;
	sqlite3_stmt *statement = statement_of(store, sql, args, err);
	int code = SQLITE_ERROR;
	if (statement) {
		while ((code = sqlite3_step(statement)) == SQLITE_ROW)
			;
		if (code != SQLITE_DONE)
			store_fail(store, "writing to the store", err);
		sqlite3_finalize(statement);
	}
	store->spoiled = code != SQLITE_DONE;
	return !store->spoiled;
}

struct rows *
store_query(struct store *store, const char *sql, struct args args, struct error *err)
{
	if (store->writing && !still_writing(store, err))
		return NULL;
	struct rows *rows = NULL;
	for (int i = 0; i < ROWS_OPEN_MOST && !rows; i++)
		if (!store->open[i].statement)
			rows = &store->open[i];
	assert(rows);
	sqlite3_stmt *statement = statement_of(store, sql, args, err);
	if (!statement)
		return NULL;
	*rows = (struct rows){ .store = store, .statement = statement, .state = READING };
	return rows;
}

bool
rows_next(struct rows *rows)
{
	if (!rows || rows->state != READING)
		return false;
	int code = sqlite3_step(rows->statement);
	if (code == SQLITE_ROW)
		return true;
	rows->state = code == SQLITE_DONE ? READ : BROKEN;
	if (rows->state == BROKEN) {
		store_fail(rows->store, "reading the store", &rows->error);
		rows->store->spoiled = rows->store->writing;
	}
	return false;
}

int64_t
row_int(const struct rows *rows, int column)
{
	return sqlite3_column_int64(rows->statement, column);
}

bool
row_null(const struct rows *rows, int column)
{
	return sqlite3_column_type(rows->statement, column) == SQLITE_NULL;
}

Str
row_text(const struct rows *rows, int column, struct arena *perm)
{
	const char *text = (const char *)sqlite3_column_text(rows->statement, column);
	if (!text)
		return S("");
	return str_copy((Str){ text, sqlite3_column_bytes(rows->statement, column) }, perm);
}

bool
rows_end(struct rows *rows, struct error *err)
{
	if (!rows)
		return false;                    /* store_query has said why */
	bool all = rows->state == READ;
	if (rows->state == BROKEN)
		*err = rows->error;
	if (rows->state == READING)
		fail(err, "not every row was read");
	sqlite3_finalize(rows->statement);
	rows->statement = NULL;
	return all;
}
