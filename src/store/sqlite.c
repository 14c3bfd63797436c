/* sqlite.c: the driver of SQLite: one file, opened by whoever needs it.
 *
 * SQLite may end a transaction by itself (disk full, out of memory, an I/O error); engine.c asks
 * before each write.
 */
#include "store/engine.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool
sqlite_fail(sqlite3 *db, const char *doing, struct error *err)
{
	int code = sqlite3_extended_errcode(db);
	if ((code & 0xff) == SQLITE_BUSY)
		return fail(err, "%s: the store is in use by another command; try again", doing);
	if ((code & 0xff) == SQLITE_NOTADB)
		return fail(err, "%s: it is not a store of this program, or it is damaged", doing);
	return fail(err, "%s: %s (SQLite %d)", doing, sqlite3_errmsg(db), code);
}

static bool
sqlite_script(struct store *store, const char *sql, struct error *err)
{
	if (sqlite3_exec(store->db, sql, NULL, NULL, NULL) == SQLITE_OK)
		return true;
	char doing[48];
	snprintf(doing, sizeof doing, "%.40s", sql);
	return sqlite_fail(store->db, doing, err);
}

/* Some pragmas answer when they are prepared, so none of them is kept. */
static bool
sqlite_ask(struct store *store, const char *sql, char *answer, int room, struct error *err)
{
	sqlite3_stmt *statement;
	if (sqlite3_prepare_v2(store->db, sql, -1, &statement, NULL) != SQLITE_OK)
		return sqlite_fail(store->db, sql, err);
	const char *is = sqlite3_step(statement) == SQLITE_ROW
		? (const char *)sqlite3_column_text(statement, 0) : NULL;
	snprintf(answer, (size_t)room, "%s", is ? is : "");
	if (sqlite3_finalize(statement) == SQLITE_OK)
		return true;
	return sqlite_fail(store->db, sql, err);
}

/* ---- opening and closing --------------------------------------------------------------------- */

/* A store will hold people's records: only its owner may read it. SQLite gives its journal the same
 * rights. An existing file keeps the rights it has, and is never opened here: a process that closes any
 * descriptor of a file loses every lock it has on it, and other connections of this program may be
 * writing. Another program would then write beside them, and the store be damaged. */
static bool
make_private(const char *path, struct error *err)
{
	struct stat about;
	int fd = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	if (fd >= 0) {
		close(fd);
		return true;
	}
	if (errno != EEXIST || stat(path, &about) != 0 || access(path, R_OK | W_OK) != 0)
		return fail(err, "%s", strerror(errno));
	return !S_ISDIR(about.st_mode) || fail(err, "%s", strerror(EISDIR));
}

static bool
sqlite_open(struct store *store, const char *path, struct error *err)
{
	sqlite3 *db;
	if (!make_private(path, err))
		return false;
	int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_PRIVATECACHE;
	int code = sqlite3_open_v2(path, &db, flags, NULL);
	store->db = db;
	if (code != SQLITE_OK)
		return db ? sqlite_fail(db, "opening", err) : fail(err, "out of memory");
	sqlite3_busy_timeout(db, WAIT_MS);
	return true;
}

static void
sqlite_shown(const char *where, char *shown, int room)
{
	snprintf(shown, (size_t)room, "%s", where);
}

static void
sqlite_close(struct store *store)
{
	int code = sqlite3_close(store->db);
	assert(code == SQLITE_OK);               /* else a statement escaped the store */
}

static const char *
sqlite_version(const struct store *store)
{
	assert(store->db);
	return sqlite3_libversion();
}

static bool
sqlite_in_transaction(const struct store *store)
{
	return store->db && !sqlite3_get_autocommit(store->db);
}

/* ---- statements ------------------------------------------------------------------------------ */

/* SQLite numbers $2 by where it first appears in the text, so it is found by its name. */
static int
place_of(sqlite3_stmt *statement, int number)
{
	char name[16];
	snprintf(name, sizeof name, "$%d", number);
	return sqlite3_bind_parameter_index(statement, name);
}

static bool
sqlite_prepare(struct store *store, struct statement *statement, struct args args,
               struct error *err)
{
	sqlite3_stmt *made;
	if (sqlite3_prepare_v3(store->db, statement->sql, -1, SQLITE_PREPARE_PERSISTENT, &made, NULL)
	    != SQLITE_OK)
		return sqlite_fail(store->db, "asking the store", err);
	assert(sqlite3_bind_parameter_count(made) == args.count);
	statement->own = made;
	statement->in_order = true;
	for (int i = 1; i <= args.count; i++)
		statement->in_order = statement->in_order && place_of(made, i) == i;
	return true;
}

static void
sqlite_drop(struct store *store, struct statement *statement)
{
	assert(sqlite3_db_handle(statement->own) == store->db);
	sqlite3_finalize(statement->own);
}

/* `lives` is SQLITE_STATIC where the text outlives the statement's use. */
static int
bind_one(sqlite3_stmt *statement, int place, struct arg arg, sqlite3_destructor_type lives)
{
	switch (arg.kind) {
	case ARG_NULL: return sqlite3_bind_null(statement, place);
	case ARG_INT:  return sqlite3_bind_int64(statement, place, arg.number);
	case ARG_TEXT: return sqlite3_bind_text64(statement, place, arg.text.at ? arg.text.at : "",
	                                          (sqlite3_uint64)arg.text.len, lives, SQLITE_UTF8);
	}
	return SQLITE_MISUSE;
}

static bool
bind_all(struct store *store, struct statement *statement, struct args args,
         sqlite3_destructor_type lives, struct error *err)
{
	assert(sqlite3_bind_parameter_count(statement->own) == args.count);
	for (int i = 0; i < args.count; i++) {
		int place = statement->in_order ? i + 1 : place_of(statement->own, i + 1);
		assert(place > 0);
		if (bind_one(statement->own, place, args.at[i], lives) != SQLITE_OK)
			return sqlite_fail(store->db, "asking the store", err);
	}
	return true;
}

static bool
sqlite_start(struct store *store, struct statement *statement, struct args args, struct error *err)
{
	return bind_all(store, statement, args, SQLITE_TRANSIENT, err);
}

static enum stepped
sqlite_step(struct store *store, struct statement *statement, struct error *err)
{
	int code = sqlite3_step(statement->own);
	if (code == SQLITE_ROW)
		return STEPPED_ROW;
	if (code == SQLITE_DONE)
		return STEPPED_END;
	sqlite_fail(store->db, "reading the store", err);
	return STEPPED_BADLY;
}

/* Lets go of the pages and of the text it was given. */
static void
sqlite_stop(struct statement *statement)
{
	sqlite3_reset(statement->own);
	sqlite3_clear_bindings(statement->own);
}

static bool
sqlite_run(struct store *store, struct statement *statement, struct args args, struct error *err)
{
	int code = SQLITE_ERROR;
	if (bind_all(store, statement, args, SQLITE_STATIC, err)) {
		while ((code = sqlite3_step(statement->own)) == SQLITE_ROW)
			;
		if (code != SQLITE_DONE)
			sqlite_fail(store->db, "writing to the store", err);
	}
	sqlite_stop(statement);
	return code == SQLITE_DONE;
}

/* ---- columns --------------------------------------------------------------------------------- */

static int
sqlite_columns(const struct statement *statement)
{
	return sqlite3_column_count(statement->own);
}

static int64_t
sqlite_number(const struct statement *statement, int column)
{
	return sqlite3_column_int64(statement->own, column);
}

static Str
sqlite_text(const struct statement *statement, int column)
{
	const char *text = (const char *)sqlite3_column_text(statement->own, column);
	return (Str){ text ? text : "", sqlite3_column_bytes(statement->own, column) };
}

static struct arg
sqlite_column(const struct statement *statement, int column)
{
	switch (sqlite3_column_type(statement->own, column)) {
	case SQLITE_NULL:    return (struct arg){ .kind = ARG_NULL };
	case SQLITE_INTEGER: return arg_int(sqlite_number(statement, column));
	}
	return arg_text(sqlite_text(statement, column));
}

/* ---- settings that aren't SQL ---------------------------------------------------------------- */

static const struct {
	int         option, wants;
	const char *says;
} options[] = {
	{ SQLITE_DBCONFIG_DEFENSIVE, 1, "SQL cannot damage the file's structure (defensive on)." },
	{ SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL },
	{ SQLITE_DBCONFIG_ENABLE_FKEY, 1, NULL },
	{ SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, "Extensions cannot be loaded." },
	{ SQLITE_DBCONFIG_WRITABLE_SCHEMA, 0, NULL },
	{ SQLITE_DBCONFIG_DQS_DML, 0, "A name in double quotes is never taken for text." },
	{ SQLITE_DBCONFIG_DQS_DDL, 0, NULL },
};

/* Lower than SQLite's own, and well above what our statements and rows need. */
static const struct { int limit, most; } limits[] = {
	{ SQLITE_LIMIT_LENGTH, 64 << 20 },       /* one release as text is well under 1 MB */
	{ SQLITE_LIMIT_SQL_LENGTH, STEP_BYTES_MOST },
	{ SQLITE_LIMIT_COLUMN, 100 },
	{ SQLITE_LIMIT_EXPR_DEPTH, 50 },
	{ SQLITE_LIMIT_COMPOUND_SELECT, 10 },
	{ SQLITE_LIMIT_VDBE_OP, 25000 },
	{ SQLITE_LIMIT_FUNCTION_ARG, 16 },
	{ SQLITE_LIMIT_ATTACHED, 0 },
	{ SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 200 },
	{ SQLITE_LIMIT_VARIABLE_NUMBER, ARGS_MOST },
	{ SQLITE_LIMIT_TRIGGER_DEPTH, 10 },
	{ SQLITE_LIMIT_WORKER_THREADS, 0 },
};

static void
sqlite_options(struct store *store)
{
	for (ptrdiff_t i = 0; i < countof(limits); i++)
		sqlite3_limit(store->db, limits[i].limit, limits[i].most);
	for (ptrdiff_t i = 0; i < countof(options); i++)
		sqlite3_db_config(store->db, options[i].option, options[i].wants, (int *)NULL);
}

static bool
sqlite_options_read(struct store *store, struct text *says, struct error *err)
{
	for (ptrdiff_t i = 0; i < countof(options); i++) {
		int is = -1;
		if (sqlite3_db_config(store->db, options[i].option, -1, &is) != SQLITE_OK
		    || is != options[i].wants)
			return fail(err, "this SQLite (%s) does not keep option %d at %d",
			            sqlite3_libversion(), options[i].option, options[i].wants);
		if (says && options[i].says)
			text_format(says, "%s\n", options[i].says);
	}
	return true;
}

/* The file's header says whose it is, and holds the number of the last step, which can be read
 * before anything is trusted. 0x4D6E7374 is "Mnst". */
const struct driver sqlite_driver = {
	.name = "SQLite",
	.mark = "--sqlite ",
	.begin = "BEGIN IMMEDIATE",
	.look = "BEGIN",
	.whose = "SELECT CASE WHEN application_id = 0x4D6E7374 THEN 'ours'"
		" WHEN application_id = 0 AND NOT EXISTS (SELECT 1 FROM sqlite_master) THEN 'empty'"
		" ELSE 'another' END FROM pragma_application_id",
	.anothers = "the SQLite file of another program",
	.at = "PRAGMA user_version",
	.at_now = "PRAGMA application_id = 0x4D6E7374; PRAGMA user_version = ",
	.settings = &sqlite_settings, .soundness = &sqlite_soundness,
	.shown = sqlite_shown, .open = sqlite_open, .close = sqlite_close,
	.options = sqlite_options, .options_read = sqlite_options_read, .version = sqlite_version,
	.script = sqlite_script, .ask = sqlite_ask, .in_transaction = sqlite_in_transaction,
	.prepare = sqlite_prepare, .drop = sqlite_drop, .run = sqlite_run,
	.start = sqlite_start, .step = sqlite_step, .stop = sqlite_stop, .columns = sqlite_columns,
	.column = sqlite_column, .number = sqlite_number, .text = sqlite_text,
};
