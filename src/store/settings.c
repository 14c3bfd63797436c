/* settings.c: what makes an acknowledged write durable and a hostile file harmless.
 *
 * Setting a pragma can fail in silence (another connection, a build without it), so each is a row
 * with what it must read as afterwards. docs/decisions/007-durable-store.md says why these values.
 */
#include "store/engine.h"

#include <string.h>

static const struct {
	const char *set, *read, *wants, *says;
} pragmas[] = {
	{ "PRAGMA journal_mode = DELETE", "PRAGMA journal_mode", "delete",
	  "The rollback journal is a file that is deleted at each commit (journal_mode DELETE)." },
	{ "PRAGMA synchronous = EXTRA", "PRAGMA synchronous", "3",
	  "A commit is on the disk, its folder included, before it is acknowledged (synchronous EXTRA)." },
	{ "PRAGMA foreign_keys = ON", "PRAGMA foreign_keys", "1",
	  "References between tables are enforced (foreign_keys on)." },
	{ "PRAGMA trusted_schema = OFF", "PRAGMA trusted_schema", "0",
	  "What a file's own views and triggers may call is limited (trusted_schema off)." },
	{ "PRAGMA mmap_size = 0", "PRAGMA mmap_size", "0",
	  "The file is read and written, never mapped (mmap_size 0)." },
	{ "PRAGMA cell_size_check = ON", "PRAGMA cell_size_check", "1",
	  "Pages are checked as they are read (cell_size_check on)." },
	{ "PRAGMA secure_delete = ON", "PRAGMA secure_delete", "1",
	  "What is deleted is overwritten (secure_delete on)." },
	{ "PRAGMA temp_store = MEMORY", "PRAGMA temp_store", "2",
	  "Temporary tables stay in memory (temp_store memory)." },
};

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
	{ SQLITE_LIMIT_SQL_LENGTH, 64 << 10 },   /* the longest step */
	{ SQLITE_LIMIT_COLUMN, 100 },
	{ SQLITE_LIMIT_EXPR_DEPTH, 50 },
	{ SQLITE_LIMIT_COMPOUND_SELECT, 10 },
	{ SQLITE_LIMIT_VDBE_OP, 25000 },
	{ SQLITE_LIMIT_FUNCTION_ARG, 16 },
	{ SQLITE_LIMIT_ATTACHED, 0 },
	{ SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 200 },
	{ SQLITE_LIMIT_VARIABLE_NUMBER, 64 },
	{ SQLITE_LIMIT_TRIGGER_DEPTH, 10 },
	{ SQLITE_LIMIT_WORKER_THREADS, 0 },
};

/* Whether every setting reads as it must; adds a sentence for each to `says` unless it is NULL. */
static bool
read_back(struct store *store, struct text *says, struct error *err)
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
	for (ptrdiff_t i = 0; i < countof(pragmas); i++) {
		char is[32];
		if (!store_ask(store, pragmas[i].read, is, (int)sizeof is, err))
			return false;
		if (strcmp(is, pragmas[i].wants) != 0)
			return fail(err, "\"%s\" did not hold: it reads %s, and must read %s", pragmas[i].set,
			            is, pragmas[i].wants);
		if (says)
			text_format(says, "%s\n", pragmas[i].says);
	}
	return true;
}

bool
store_settings(struct store *store, struct error *err)
{
	for (ptrdiff_t i = 0; i < countof(limits); i++)
		sqlite3_limit(store->db, limits[i].limit, limits[i].most);
	for (ptrdiff_t i = 0; i < countof(options); i++)
		sqlite3_db_config(store->db, options[i].option, options[i].wants, (int *)NULL);
	for (ptrdiff_t i = 0; i < countof(pragmas); i++)
		if (!store_script(store, pragmas[i].set, err))
			return false;
	return read_back(store, NULL, err);
}

bool
store_settings_say(struct store *store, struct text *says, struct error *err)
{
	return read_back(store, says, err);
}
