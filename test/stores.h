/* stores.h: fresh stores for tests, on SQLite and on PostgreSQL.
 *
 * main begins with stores_begin and ends with stores_end. `run_on_both` runs a test on SQLite and,
 * where MAINSTAY_TEST_POSTGRES is the URL of a server (tools/postgres.sh start DIR prints one), on
 * PostgreSQL too; `on_postgres` says which it is. Each name is a store of its own: a file in a folder
 * that goes at the end, or a database of this process.
 */
#ifndef TEST_STORES_H
#define TEST_STORES_H

#include <libpq-fe.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/embedded.h"
#include "check.h"
#include "store/store.h"

static bool on_postgres;
static const char *postgres_server;              /* NULL: none to test on */
static char stores_folder[] = "/tmp/mainstay-store-XXXXXX";

#define run_on_both(test) (on_postgres = false, run(test), run_on_postgres(test))
#define run_on_postgres(test) run_on_postgres_(test, #test " (on PostgreSQL)")

static inline void
run_on_postgres_(void (*test)(struct arena *perm), const char *name)
{
	on_postgres = true;
	if (postgres_server)
		run_(test, name);
	on_postgres = false;
}

static inline bool
stores_begin(void)
{
	const char *server = getenv("MAINSTAY_TEST_POSTGRES");
	postgres_server = server && *server ? server : NULL;
	if (!postgres_server)
		printf("MAINSTAY_TEST_POSTGRES is not set, so only SQLite is tested\n");
	if (mkdtemp(stores_folder))
		return true;
	perror(stores_folder);
	return false;
}

static inline void
no_notice(void *context, const char *message)
{
	(void)context;
	(void)message;
}

/* SQL on a database from outside the program; gives the first value. */
static inline Str
postgres_sql(const char *url, const char *sql, struct arena *perm)
{
	PGconn *at = PQconnectdb(url);
	PQsetNoticeProcessor(at, no_notice, NULL);
	PGresult *result = PQexec(at, sql);
	ExecStatusType status = PQresultStatus(result);
	bool done = status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
	Str answer = done && PQntuples(result) > 0 ? str_copy(str_of(PQgetvalue(result, 0, 0)), perm) : S("");
	if (!done)
		printf("%s: %s\n", sql, PQerrorMessage(at));
	check(done);
	PQclear(result);
	PQfinish(at);
	return answer;
}

/* The URL of a database on the test server; the last dbname in a URL is the one that counts. */
static inline Str
postgres_url(Str name, struct arena *perm)
{
	return str_format(perm, "%s%cdbname=%.*s", postgres_server, strchr(postgres_server, '?') ? '&' : '?',
	                  STR_ARG(name));
}

/* A database without anything in it. One of this name is emptied, which is quicker than a new one. */
static inline Str
fresh_database(const char *name, struct arena *perm)
{
	Str own = str_format(perm, "mainstay_test_%d_%s", (int)getpid(), name);
	for (ptrdiff_t i = 0; i < own.len; i++)
		if (own.at[i] == '.')
			((char *)(uintptr_t)own.at)[i] = '_';
	Str url = postgres_url(own, perm), there = postgres_sql(postgres_server,
		str_c(str_format(perm, "SELECT count(*) FROM pg_database WHERE datname = '%.*s'", STR_ARG(own)), perm),
		perm);
	if (str_equal(there, S("0")))
		postgres_sql(postgres_server, str_c(str_format(perm,
			"CREATE DATABASE %.*s TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'", STR_ARG(own)), perm),
			perm);
	else
		postgres_sql(str_c(url, perm), "DROP SCHEMA public CASCADE; CREATE SCHEMA public", perm);
	return url;
}

static inline Str
fresh_path(const char *name, struct arena *perm)
{
	if (on_postgres)
		return fresh_database(name, perm);
	Str path = str_format(perm, "%s/%s", stores_folder, name);
	unlink(str_c(path, perm));
	unlink(str_c(str_join(path, S("-journal"), perm), perm));
	return path;
}

/* SQL on a store from outside the program, as a meddler or another tool would. */
static inline void
meddle(Str path, const char *sql, struct arena *perm)
{
	if (store_is_url(path)) {
		postgres_sql(str_c(path, perm), sql, perm);
		return;
	}
	sqlite3 *db;
	check_int(sqlite3_open(str_c(path, perm), &db), SQLITE_OK);
	check_int(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
}

/* Adds a trigger that runs `sql` after each row that is put into a table. */
static inline void
meddle_after(Str path, const char *table, const char *sql, struct arena *perm)
{
	meddle(path, str_c(store_is_url(path)
		? str_format(perm, "CREATE FUNCTION meddle() RETURNS trigger LANGUAGE plpgsql AS"
		             " $$ BEGIN %s; RETURN NULL; END $$; CREATE TRIGGER meddle AFTER INSERT ON %s"
		             " FOR EACH ROW EXECUTE FUNCTION meddle()", sql, table)
		: str_format(perm, "CREATE TRIGGER meddle AFTER INSERT ON %s BEGIN %s; END", table, sql), perm),
		perm);
}

static inline struct store *
opened(Str path)
{
	struct error err = { "" };
	struct store *store = store_open(path, &err);
	if (!store)
		printf("%s\n", err.text);
	check(store);
	return store;
}

static inline bool
opens(Str path, struct error *err)
{
	struct store *store = store_open(path, err);
	store_close(store);
	return store != NULL;
}

/* The last number a query gives, or -1. */
static inline int64_t
number(struct store *store, const char *sql)
{
	struct error err = { "" };
	int64_t is = -1;
	struct rows *rows = store_query(store, sql, (struct args){ 0 }, &err);
	while (rows_next(rows))
		is = row_int(rows, 0);
	bool all = rows_end(rows, &err);
	if (!all)
		printf("%s: %s\n", sql, err.text);
	check(all);
	return is;
}

/* How many steps the program has. */
static inline int
steps_known(void)
{
	int count = 0;
	for (int i = 0; i < embedded_count; i++)
		count += str_begins(str_of(embedded_files[i].name), S("sql/steps/"));
	return count;
}

static inline bool
stores_end(void)
{
	static char command[64 + sizeof stores_folder];
	snprintf(command, sizeof command, "rm -r %s", stores_folder);
	bool removed = system(command) == 0;
	char sql[160];
	struct arena perm = arena_reserve(1 << 20);
	char *begin = perm.next;
	snprintf(sql, sizeof sql, "SELECT coalesce(min(datname), '') FROM pg_database"
	         " WHERE datname LIKE 'mainstay\\_test\\_%d\\_%%'", (int)getpid());
	while (postgres_server) {
		struct arena scratch = perm;
		Str name = postgres_sql(postgres_server, sql, &scratch);
		if (name.len == 0)
			break;
		postgres_sql(postgres_server, str_c(str_format(&scratch, "DROP DATABASE %.*s WITH (FORCE)",
		                                               STR_ARG(name)), &scratch), &scratch);
	}
	arena_release(&perm, begin);
	return removed;
}

#endif
