/* settings.c: what makes an acknowledged write durable, a hostile store harmless, and the two engines
 * alike.
 *
 * Setting something can fail in silence (another connection, a build without it, a server's owner),
 * so each is a row with what it must read as afterwards. docs/decisions/007-durable-store.md and
 * 016-two-engines.md say why these values.
 */
#include "store/engine.h"

#include <string.h>

static const struct setting pragmas[] = {
	{ "PRAGMA journal_mode = DELETE", "PRAGMA journal_mode", "delete",
	  "The rollback journal is a file that is deleted at each commit (journal_mode DELETE).", NULL },
	{ "PRAGMA synchronous = EXTRA", "PRAGMA synchronous", "3",
	  "A commit is on the disk, its folder included, before it is acknowledged (synchronous EXTRA).",
	  NULL },
	{ "PRAGMA foreign_keys = ON", "PRAGMA foreign_keys", "1",
	  "References between tables are enforced (foreign_keys on).", NULL },
	{ "PRAGMA trusted_schema = OFF", "PRAGMA trusted_schema", "0",
	  "What a file's own views and triggers may call is limited (trusted_schema off).", NULL },
	{ "PRAGMA mmap_size = 0", "PRAGMA mmap_size", "0",
	  "The file is read and written, never mapped (mmap_size 0).", NULL },
	{ "PRAGMA cell_size_check = ON", "PRAGMA cell_size_check", "1",
	  "Pages are checked as they are read (cell_size_check on).", NULL },
	{ "PRAGMA secure_delete = ON", "PRAGMA secure_delete", "1",
	  "What is deleted is overwritten (secure_delete on).", NULL },
	{ "PRAGMA temp_store = MEMORY", "PRAGMA temp_store", "2",
	  "Temporary tables stay in memory (temp_store memory).", NULL },
};
const struct settings sqlite_settings = { pragmas, countof(pragmas) };

/* The session's own are set; what the server or the database decides is only read. */
static const struct setting session[] = {
	{ NULL, "SELECT current_setting('server_version_num')::integer >= 150000", "t", NULL,
	  "PostgreSQL 15 or later is needed" },
	{ NULL, "SHOW server_encoding", "UTF8", "Text is kept as UTF-8 (server_encoding UTF8).",
	  "make the database with ENCODING 'UTF8'" },
	{ NULL, "SELECT CASE WHEN datlocprovider = 'i' THEN 'ICU' WHEN datlocprovider = 'b'"
	  " OR datcollate IN ('C', 'POSIX', 'C.UTF-8', 'C.utf8') THEN 'bytes' ELSE datcollate END"
	  " FROM pg_database WHERE datname = current_database()", "bytes",
	  "Text is in the order of its bytes, as on SQLite (collation C).",
	  "make the database with TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'" },
	{ NULL, "SHOW fsync", "on", "What is written is flushed to the disk (fsync on).",
	  "turn it on in the server's settings" },
	{ NULL, "SHOW full_page_writes", "on",
	  "A page that a power failure tore is mended (full_page_writes on).",
	  "turn it on in the server's settings" },
	{ "SET synchronous_commit = on", "SHOW synchronous_commit", "on",
	  "A commit is on the disk before it is acknowledged (synchronous_commit on).", NULL },
	{ "SET client_encoding = 'UTF8'", "SHOW client_encoding", "UTF8", NULL, NULL },
	{ "SET standard_conforming_strings = on", "SHOW standard_conforming_strings", "on", NULL, NULL },
	{ "SET DateStyle = 'ISO, YMD'", "SHOW DateStyle", "ISO, YMD", NULL, NULL },
	{ "SET TimeZone = 'UTC'", "SHOW TimeZone", "UTC", NULL, NULL },
	{ "SET default_transaction_isolation = 'read committed'", "SHOW default_transaction_isolation",
	  "read committed", NULL, NULL },
	{ "SET jit = off", "SHOW jit", "off", NULL, NULL },   /* our queries are short */
	{ "SET lock_timeout = '5s'", "SHOW lock_timeout", "5s", NULL, NULL },
	{ NULL, "SHOW session_replication_role", "origin",
	  "References between tables are enforced (session_replication_role origin).",
	  "set it so for this user" },
};
const struct settings postgres_settings = { session, countof(session) };

/* Whether one reads as it must. */
static bool
holds(struct store *store, const struct setting *setting, struct error *err)
{
	char is[64];
	if (!store_ask(store, setting->read, is, (int)sizeof is, err))
		return false;
	if (strcmp(is, setting->wants) == 0)
		return true;
	return fail(err, "\"%s\" %s: it reads %s, and must read %s%s%s",
	            setting->set ? setting->set : setting->read,
	            setting->set ? "did not hold" : "is not as it must be", is, setting->wants,
	            setting->cure ? "; " : "", setting->cure ? setting->cure : "");
}

/* Whether all do; adds a sentence for each to `says` unless it is NULL. */
static bool
read_back(struct store *store, struct text *says, struct error *err)
{
	const struct settings *settings = store->driver->settings;
	if (store->driver->options_read && !store->driver->options_read(store, says, err))
		return false;
	for (ptrdiff_t i = 0; i < settings->count; i++) {
		if (!holds(store, &settings->at[i], err))
			return false;
		if (says && settings->at[i].says)
			text_format(says, "%s\n", settings->at[i].says);
	}
	return true;
}

bool
store_settings(struct store *store, struct error *err)
{
	const struct settings *settings = store->driver->settings;
	if (store->driver->options)
		store->driver->options(store);
	for (ptrdiff_t i = 0; i < settings->count; i++)
		if (settings->at[i].set && !store_script(store, settings->at[i].set, err))
			return false;
	return read_back(store, NULL, err);
}

bool
store_settings_say(struct store *store, struct text *says, struct error *err)
{
	return read_back(store, says, err);
}
