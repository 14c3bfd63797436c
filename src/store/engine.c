/* engine.c: the store on either engine: opening, transactions, kept statements, rows.
 *
 * A database may end a transaction by itself (SQLite when a disk is full, PostgreSQL when a
 * connection breaks), and what is written after that would be kept row by row. So the first failure
 * spoils the transaction: nothing more is written in it, and it cannot be committed.
 */
#include "store/engine.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

bool
store_script(struct store *store, const char *sql, struct error *err)
{
	return store->driver->script(store, sql, err);
}

bool
store_ask(struct store *store, const char *sql, char *answer, int room, struct error *err)
{
	return store->driver->ask(store, sql, answer, room, err);
}

bool
store_is_postgres(const struct store *store)
{
	return store->driver == &postgres_driver;
}

/* ---- opening and closing --------------------------------------------------------------------- */

bool
store_is_url(Str path)
{
	return str_begins(path, S("postgresql://")) || str_begins(path, S("postgres://"));
}

static const struct driver *
driver_for(Str path)
{
	return store_is_url(path) ? &postgres_driver : &sqlite_driver;
}

Str
store_shown(Str path, struct arena *perm)
{
	char shown[256];
	driver_for(path)->shown(str_c(path, perm), shown, (int)sizeof shown);
	return str_copy(str_of(shown), perm);
}

struct store *
store_open(Str path, struct error *err)
{
	char where[4096], shown[256];
	if (path.len == 0 || path.len >= (ptrdiff_t)sizeof where) {
		fail(err, "the store's path is empty or over %zu bytes", sizeof where);
		return NULL;
	}
	memcpy(where, path.at, (size_t)path.len);
	where[path.len] = 0;
	struct store *store = calloc(1, sizeof *store);
	if (!store) {
		fail(err, "out of memory");
		return NULL;
	}
	store->driver = driver_for(path);
	if (!store->driver->open(store, where, err) || !store_ours(store, err)
	    || !store_settings(store, err) || !store_steps(store, err)) {
		store->driver->shown(where, shown, (int)sizeof shown);
		fail_within(err, "cannot open the store %s", shown);
		store_close(store);
		return NULL;
	}
	return store;
}

static void
forget(struct store *store, struct statement *statement)
{
	store->driver->drop(store, statement);
	free(statement->sql);
	*statement = (struct statement){ 0 };
}

void
store_close(struct store *store)
{
	if (!store)
		return;
	for (int i = 0; i < STATEMENTS_MOST; i++)
		if (store->statements[i].sql)
			forget(store, &store->statements[i]);
	store->driver->close(store);
	free(store);
}

/* ---- transactions ---------------------------------------------------------------------------- */

bool
store_begin(struct store *store, struct error *err)
{
	assert(!store->writing);
	if (!store_script(store, store->driver->begin, err))
		return false;
	store->writing = true;
	store->spoiled = false;
	return true;
}

/* An advisory lock is a number; two names whose numbers meet only wait for each other. */
bool
store_lock(struct store *store, Str name, struct error *err)
{
	assert(store->writing);
	if (!store->driver->lock)
		return true;
	struct arg number = arg_int((int64_t)str_hash(name));
	struct rows *rows = store_query(store, store->driver->lock, args(number), err);
	while (rows_next(rows))
		;
	return rows_end(rows, err);
}

bool
store_begin_for(struct store *store, Str authority, struct error *err)
{
	if (!store_begin(store, err))
		return false;
	if (store_lock(store, authority, err))
		return true;
	store_rollback(store);
	return false;
}

/* Whether what was written has arrived. */
static bool
settled(struct store *store, struct error *err)
{
	return !store->driver->settle || store->driver->settle(store, err);
}

/* Whether writing may go on: our transaction is still there, and nothing in it has failed. */
static bool
still_writing(const struct store *store, struct error *err)
{
	if (store->spoiled)
		return fail(err, "a write failed before, so nothing more is written");
	if (!store->driver->in_transaction(store))
		return fail(err, "the database ended the transaction; nothing was kept");
	return true;
}

bool
store_commit(struct store *store, struct error *err)
{
	assert(store->writing);
	if (!still_writing(store, err) || !settled(store, err) || !still_writing(store, err)) {
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
	struct error ignored;
	if (store->driver->in_transaction(store))
		store_script(store, "ROLLBACK", &ignored);
	store->writing = false;
	store->spoiled = false;
}

bool
store_end(struct store *store, bool done, struct error *err)
{
	if (done)
		return store_commit(store, err);
	store_rollback(store);
	return false;
}

bool
store_look(struct store *store, struct error *err)
{
	return store->writing || store_script(store, store->driver->look, err);
}

void
store_looked(struct store *store)
{
	if (!store->writing)
		store_rollback(store);
}

/* What failed in a transaction spoils it. Always false. */
static bool
spoil(struct store *store)
{
	store->spoiled = store->writing;
	return false;
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

/* A free place, made by giving up the statement that was not used for the longest time. */
static struct statement *
place_for_statement(struct store *store)
{
	struct statement *oldest = NULL;
	for (int i = 0; i < STATEMENTS_MOST; i++) {
		struct statement *here = &store->statements[i];
		if (!here->sql)
			return here;
		if (!here->busy && (!oldest || here->last_used < oldest->last_used))
			oldest = here;
	}
	assert(oldest);                          /* reads are fewer than statements */
	forget(store, oldest);
	return oldest;
}

static struct statement *
kept_statement(struct store *store, const char *sql, uint64_t hash)
{
	for (int i = 0; i < STATEMENTS_MOST; i++) {
		struct statement *here = &store->statements[i];
		if (here->hash == hash && !here->busy && here->sql && strcmp(here->sql, sql) == 0)
			return here;
	}
	return NULL;
}

/* A statement of this text that nobody is reading, kept or new. */
static struct statement *
statement_of(struct store *store, const char *sql, struct args args, struct error *err)
{
	assert(args.count <= ARGS_MOST);
	uint64_t hash = str_hash(str_of(sql));
	struct statement *statement = kept_statement(store, sql, hash);
	if (!statement) {
		statement = place_for_statement(store);
		statement->sql = strdup(sql);
		statement->hash = hash;
		if (!statement->sql || !store->driver->prepare(store, statement, args, err)) {
			if (!statement->sql)
				fail(err, "out of memory");
			free(statement->sql);
			*statement = (struct statement){ 0 };
			return NULL;
		}
	}
	statement->last_used = ++store->uses;
	return statement;
}

bool
store_run(struct store *store, const char *sql, struct args args, struct error *err)
{
	assert(store->writing);
	if (!still_writing(store, err))
		return false;
	struct statement *statement = statement_of(store, sql, args, err);
	if (!statement || !store->driver->run(store, statement, args, err))
		return spoil(store);
	return true;
}

static struct rows *
place_for_rows(struct store *store)
{
	struct rows *free_place = NULL;
	for (int i = 0; i < ROWS_OPEN_MOST && !free_place; i++)
		if (!store->open[i].statement)
			free_place = &store->open[i];
	assert(free_place);
	return free_place;
}

struct rows *
store_query(struct store *store, const char *sql, struct args args, struct error *err)
{
	if (store->writing && !still_writing(store, err))
		return NULL;
	struct rows *rows = place_for_rows(store);
	struct statement *statement = statement_of(store, sql, args, err);
	if (!statement || !store->driver->start(store, statement, args, err)) {
		spoil(store);
		return NULL;
	}
	statement->busy = true;
	*rows = (struct rows){ .store = store, .statement = statement, .state = READING };
	return rows;
}

/* ---- rows ------------------------------------------------------------------------------------ */

bool
rows_next(struct rows *rows)
{
	if (!rows || rows->state != READING)
		return false;
	switch (rows->store->driver->step(rows->store, rows->statement, &rows->error)) {
	case STEPPED_ROW:
		return true;
	case STEPPED_END:
		rows->state = READ;
		return false;
	case STEPPED_BADLY:
		rows->state = BROKEN;
		return spoil(rows->store);
	}
	return false;
}

int
row_columns(const struct rows *rows)
{
	return rows->store->driver->columns(rows->statement);
}

struct arg
row_arg(const struct rows *rows, int column)
{
	assert(column >= 0 && column < row_columns(rows));
	return rows->store->driver->column(rows->statement, column);
}

int64_t
row_int(const struct rows *rows, int column)
{
	return rows->store->driver->number(rows->statement, column);
}

bool
row_null(const struct rows *rows, int column)
{
	return rows->store->driver->column(rows->statement, column).kind == ARG_NULL;
}

Str
row_text(const struct rows *rows, int column, struct arena *perm)
{
	Str text = rows->store->driver->text(rows->statement, column);
	return text.len ? str_copy(text, perm) : S("");
}

Date
row_day(const struct rows *rows, int column)
{
	Date day = { 0 };
	if (!row_null(rows, column))
		(void)date_parse(rows->store->driver->text(rows->statement, column), &day);
	return day;
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
	rows->store->driver->stop(rows->statement);
	rows->statement->busy = false;
	rows->statement = NULL;
	return all;
}

bool
store_number(struct store *store, const char *sql, struct args args, int64_t *number, struct error *err)
{
	struct rows *rows = store_query(store, sql, args, err);
	*number = 0;
	while (rows_next(rows))
		*number = row_int(rows, 0);
	return rows_end(rows, err);
}

bool
store_count(struct store *store, const char *sql, struct args args, int *count, struct error *err)
{
	int64_t number;
	bool read = store_number(store, sql, args, &number, err);
	*count = (int)number;
	return read;
}
