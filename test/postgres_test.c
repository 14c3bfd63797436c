/* postgres_test.c: what only PostgreSQL can do wrong: a database that is not ours or not as it must
 * be, a connection that breaks, writes that are still on their way, and words that tell too much.
 * What must hold on both engines is in store_test.c.
 */
#include "stores.h"

#include <sys/wait.h>

#include "store/engine.h"

#define STEP "INSERT INTO step (number, name, hash) VALUES ($1, $2, 'y')"

static bool
says_all(const char *text, const char *first, const char *second)
{
	return strstr(text, first) && strstr(text, second);
}

/* ---- databases ------------------------------------------------------------------------------- */

static void
a_database_of_another_program_is_refused_unchanged(struct arena *perm)
{
	struct error err = { "" };
	Str path = fresh_path("payroll", perm);
	meddle(path, "CREATE TABLE payroll (x INTEGER)", perm);
	check(!opens(path, &err) && says_all(err.text, "another program", "nothing in it was changed"));
	check_str(postgres_sql(str_c(path, perm), "SELECT count(*) FROM pg_class"
	                       " WHERE relnamespace = 'public'::regnamespace", perm), S("1"));
	/* A table named step is not enough, nor is one that has our columns and other text. */
	meddle(path, "DROP TABLE payroll; CREATE TABLE step (number INTEGER, pay INTEGER)", perm);
	check(!opens(path, &err) && strstr(err.text, "another program"));
	meddle(path, "ALTER TABLE step ADD name TEXT, ADD hash TEXT; INSERT INTO step VALUES (1, 2, 'x', 'y')",
	       perm);
	check(!opens(path, &err) && strstr(err.text, "different build"));
}

/* Views and functions of extensions are there before any program. */
static void
extensions_in_an_empty_database_are_nobodys(struct arena *perm)
{
	struct error err;
	Str path = fresh_path("extended", perm);
	meddle(path, "CREATE EXTENSION btree_gist; CREATE EXTENSION pg_buffercache", perm);
	check_str(postgres_sql(str_c(path, perm), "SELECT count(*) FROM pg_class"
	                       " WHERE relname = 'pg_buffercache'", perm), S("1"));
	check(opens(path, &err));
}

/* Two stores in two schemas of one database do not take each other for their own. */
static void
a_schema_is_a_store(struct arena *perm)
{
	struct error err = { "" };
	Str path = fresh_path("schemas", perm);
	store_close(opened(path));
	meddle(path, "DROP SCHEMA IF EXISTS second CASCADE; CREATE SCHEMA second", perm);
	Str second = str_join(path, S("&options=-csearch_path%3Dsecond,public"), perm);
	struct store *store = opened(second);
	check(store_begin(store, &err));
	check(store_run(store, STEP, args(arg_int(900), arg_text(S("only here"))), &err));
	check(store_commit(store, &err));
	store_close(store);
	check_str(postgres_sql(str_c(path, perm), "SELECT count(*) FROM second.step WHERE number = 900", perm),
	          S("1"));
	check_str(postgres_sql(str_c(path, perm), "SELECT count(*) FROM public.step WHERE number = 900", perm),
	          S("0"));
}

static void
a_database_that_sorts_by_a_language_is_refused(struct arena *perm)
{
	struct error err = { "" };
	Str name = str_format(perm, "mainstay_test_%d_sorted", (int)getpid());
	postgres_sql(postgres_server, str_c(str_format(perm, "CREATE DATABASE %.*s TEMPLATE template0"
		" ENCODING 'UTF8' LOCALE 'C' LOCALE_PROVIDER icu ICU_LOCALE 'en-GB'", STR_ARG(name)), perm), perm);
	Str path = postgres_url(name, perm);
	check(!opens(path, &err) && says_all(err.text, "it reads ICU", "LOCALE 'C'"));
	check_str(postgres_sql(str_c(path, perm), "SELECT count(*) FROM pg_class"
	                       " WHERE relnamespace = 'public'::regnamespace", perm), S("0"));
}

/* What a session sets, the database's own settings do not undo; what it cannot set, it reads. */
static void
a_database_with_other_settings_is_set_right_or_refused(struct arena *perm)
{
	struct error err = { "" };
	Str path = fresh_path("settings", perm);
	Str name = postgres_sql(str_c(path, perm), "SELECT current_database()", perm);
	static const char *const mended[] = { "synchronous_commit = off", "DateStyle = 'German'",
		"TimeZone = 'Europe/London'", "client_encoding = 'LATIN1'", "lock_timeout = 0",
		"default_transaction_isolation = 'serializable'", "standard_conforming_strings = off" };
	for (ptrdiff_t i = 0; i < countof(mended); i++)
		meddle(path, str_c(str_format(perm, "ALTER DATABASE %.*s SET %s", STR_ARG(name), mended[i]), perm),
		       perm);
	struct store *store = opened(path);
	struct text says = text_new(perm);
	check(store_verify(store, &says, &err));
	store_close(store);
	meddle(path, str_c(str_format(perm, "ALTER DATABASE %.*s SET session_replication_role = 'replica'",
	                              STR_ARG(name)), perm), perm);
	check(!opens(path, &err) && says_all(err.text, "session_replication_role", "it reads replica"));
}

static void
references_that_are_no_longer_watched_are_found(struct arena *perm)
{
	struct error err = { "" };
	Str path = fresh_path("unwatched", perm);
	struct store *store = opened(path);
	struct text says = text_new(perm);
	check(store_verify(store, &says, &err));
	meddle(path, "ALTER TABLE own_point DISABLE TRIGGER ALL", perm);
	check(!store_verify(store, &says, &err) && says_all(err.text, "own_point", "no longer watched"));
	store_close(store);
}

/* ---- words ----------------------------------------------------------------------------------- */

static void
a_password_is_never_told(struct arena *perm)
{
	static const char *const places[] = {
		"postgresql://ann:sesame@127.0.0.1:1/people",                    /* nobody listens there */
		"postgres://ann:sesame@[::1/people",                             /* no URL */
		"postgresql://ann:sesame@127.0.0.1:1/people?no_such_word=1",
		"postgresql://127.0.0.1:1/people?password=sesame&user=ann",
		"postgresql://ann:sesame%00@127.0.0.1:1/people",
	};
	for (ptrdiff_t i = 0; i < countof(places); i++) {
		struct error err = { "" };
		check(str_find(store_shown(str_of(places[i]), perm), S("sesame")) < 0);
		check(!opens(str_of(places[i]), &err));
		check(strstr(err.text, "cannot open the store") && !strchr(err.text, '\n'));
		check(!strstr(err.text, "sesame"));
	}
}

static void
a_database_that_is_not_there_is_named(struct arena *perm)
{
	struct error err = { "" };
	check(!opens(postgres_url(S("no_such_database"), perm), &err));
	check(says_all(err.text, "cannot open the store no_such_database at", "does not exist"));
}

/* PostgreSQL quotes values in what it says of a broken rule. A value may be somebody's name. */
static void
a_value_is_never_told(struct arena *perm)
{
	Str path = fresh_path("told", perm);
	store_close(opened(path));
	meddle(path, "CREATE TABLE held (name TEXT UNIQUE CHECK (length(name) < 20), day DATE, n INTEGER);"
	       " INSERT INTO held VALUES ('Shakespeare')", perm);
	static const char *const writes[] = {
		"INSERT INTO held (name) VALUES ('Shakespeare')",
		"INSERT INTO held (name) VALUES ('Shakespeare Shakespeare')",
		"INSERT INTO held (day) VALUES (CAST(CAST('Shakespeare' AS TEXT) AS DATE))",
		"INSERT INTO held (n) VALUES (CAST(CAST('Shakespeare' AS TEXT) AS INTEGER))",
	};
	for (ptrdiff_t i = 0; i < countof(writes); i++) {
		struct error err = { "" };
		struct store *store = opened(path);
		check(store_begin(store, &err));
		bool told = !store_run(store, writes[i], (struct args){ 0 }, &err) || !store_commit(store, &err);
		check(told && !strstr(err.text, "Shakespeare") && strstr(err.text, "PostgreSQL 2"));
		store_close(store);
	}
}

/* ---- writes on their way --------------------------------------------------------------------- */

static void
a_bad_write_anywhere_keeps_nothing(struct arena *perm)
{
	enum { WRITES = 1200 };
	static const int bad[] = { 0, 1, 498, 499, 500, 501, 999, 1000, 1199 };
	struct store *store = opened(fresh_path("anywhere", perm));
	for (ptrdiff_t b = 0; b < countof(bad); b++) {
		struct error err = { "" };
		bool well = store_begin(store, &err);
		for (int i = 0; i < WRITES && well; i++)
			well = store_run(store, STEP, args(arg_int(i == bad[b] ? 1 : 1000 + i), arg_text(S("x"))), &err);
		bool kept = well && store_commit(store, &err);
		check(!kept && strstr(err.text, "writing to the store: duplicate key"));
		store_rollback(store);
		check_int(number(store, "SELECT count(*) FROM step"), steps_known());
	}
	store_close(store);
}

/* A reading in the midst of writing sees what was written before it. */
static void
what_is_on_its_way_is_there_when_it_is_read(struct arena *perm)
{
	struct error err = { "" };
	struct store *store = opened(fresh_path("midst", perm));
	check(store_begin(store, &err));
	for (int i = 0; i < 30; i++) {
		check(store_run(store, STEP, args(arg_int(1000 + i), arg_text(S("x"))), &err));
		if (i % 7 == 0)
			check_int(number(store, "SELECT count(*) FROM step"), steps_known() + i + 1);
	}
	check(store_commit(store, &err));
	check_int(number(store, "SELECT count(*) FROM step"), steps_known() + 30);
	store_close(store);
}

/* Far more than the buffers between the two hold: neither waits for the other for ever. */
static void
long_texts_go_through(struct arena *perm)
{
	enum { LONG = 200000, WRITES = 400 };
	struct error err = { "" };
	char *text = new(perm, LONG, char);
	memset(text, 'x', LONG);
	struct store *store = opened(fresh_path("long", perm));
	check(store_begin(store, &err));
	for (int i = 0; i < WRITES; i++)
		check(store_run(store, STEP " RETURNING name, name", args(arg_int(1000 + i),
		                arg_text((Str){ text, LONG - i })), &err));
	check_int(number(store, "SELECT sum(length(name)) FROM step WHERE number >= 1000"),
	          (int64_t)WRITES * LONG - WRITES * (WRITES - 1) / 2);
	store_rollback(store);
	/* And one that is too long is refused before it is sent. */
	struct arena large = arena_reserve((64 << 20) + 4096);
	char *begin = large.next;
	Str too_long = { new(&large, 64 << 20, char), 64 << 20 };
	memset(begin, 'x', 64 << 20);
	check(store_begin(store, &err));
	check(!store_run(store, STEP, args(arg_int(5000), arg_text(too_long)), &err));
	check(strstr(err.text, "the most the store accepts"));
	check(!store_commit(store, &err));
	arena_release(&large, begin);
	store_close(store);
}

static void
cut_others_off(Str path, struct arena *perm)
{
	meddle(path, "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
	       " WHERE datname = current_database() AND pid <> pg_backend_pid()", perm);
}

/* The connection breaks while nothing, some or much was sent; what is there is nothing. */
static void
a_connection_that_breaks_keeps_nothing(struct arena *perm)
{
	static const int sent[] = { 0, 1, 499, 500, 700 };
	Str path = fresh_path("broken", perm);
	for (ptrdiff_t s = 0; s < countof(sent); s++) {
		struct error err = { "" };
		struct store *store = opened(path);
		check(store_begin(store, &err));
		for (int i = 0; i < sent[s]; i++)
			check(store_run(store, STEP, args(arg_int(1000 + i), arg_text(S("x"))), &err));
		cut_others_off(path, perm);
		for (int i = 0; i < 5; i++)
			store_run(store, STEP, args(arg_int(3000 + i), arg_text(S("x"))), &err);
		check(!store_commit(store, &err) && err.text[0] && !strchr(err.text, '\n'));
		check(!store_begin(store, &err));
		check(!store_query(store, "SELECT 1", (struct args){ 0 }, &err));
		store_rollback(store);
		store_close(store);
		store = opened(path);
		check_int(number(store, "SELECT count(*) FROM step"), steps_known());
		store_close(store);
	}
}

/* Rows that were read are here, whatever becomes of the connection. */
static void
a_reading_outlives_the_connection(struct arena *perm)
{
	struct error err = { "" };
	Str path = fresh_path("outlives", perm);
	struct store *store = opened(path);
	struct rows *rows = store_query(store, "SELECT n FROM generate_series(1, 3) AS n ORDER BY n",
	                                (struct args){ 0 }, &err);
	check(rows_next(rows));
	cut_others_off(path, perm);
	check(rows_next(rows) && rows_next(rows));
	check_int(row_int(rows, 0), 3);
	check(!rows_next(rows) && rows_end(rows, &err));
	store_close(store);
}

/* ---- two at once ----------------------------------------------------------------------------- */

/* Without a lock, two writers may both look and both find a post free. The database refuses the
 * second all the same. */
static void
an_overlap_is_refused_with_two_writers_at_once(struct arena *perm)
{
	static const char PUT[] = "INSERT INTO held (post, first_day, last_day) VALUES ($1, $2, $3)";
	struct error err = { "" };
	Str path = fresh_path("overlap", perm);
	store_close(opened(path));
	meddle(path, "CREATE EXTENSION IF NOT EXISTS btree_gist; CREATE TABLE held (post BIGINT, first_day DATE, last_day DATE,"
	       " CONSTRAINT one_at_a_time EXCLUDE USING gist (post WITH =,"
	       " daterange(first_day, last_day, '[]') WITH &&))", perm);
	int kept = 0, refused = 0, status;
	for (int w = 0; w < 4; w++)
		if (fork() == 0) {
			struct store *own = store_open(path, &err);
			bool done = own && store_begin(own, &err)
				&& store_run(own, PUT, args(arg_int(7), arg_text(S("2024-01-01")),
				             arg_text(w % 2 ? S("2024-12-31") : S("2024-01-01"))), &err)
				&& store_commit(own, &err);
			_exit(done ? 0 : strstr(err.text, "one_at_a_time") || strstr(err.text, "in use") ? 1 : 2);
		}
	for (int w = 0; w < 4; w++) {
		check(wait(&status) > 0 && WIFEXITED(status));
		kept += WEXITSTATUS(status) == 0;
		refused += WEXITSTATUS(status) == 1;
	}
	check_int(kept, 1);
	check_int(refused, 3);
	struct store *store = opened(path);
	check_int(number(store, "SELECT count(*) FROM held"), 1);
	store_close(store);
}

int
main(void)
{
	if (!stores_begin())
		return 1;
	run_on_postgres(a_database_of_another_program_is_refused_unchanged);
	run_on_postgres(extensions_in_an_empty_database_are_nobodys);
	run_on_postgres(a_schema_is_a_store);
	run_on_postgres(a_database_that_sorts_by_a_language_is_refused);
	run_on_postgres(a_database_with_other_settings_is_set_right_or_refused);
	run_on_postgres(references_that_are_no_longer_watched_are_found);
	run_on_postgres(a_password_is_never_told);
	run_on_postgres(a_database_that_is_not_there_is_named);
	run_on_postgres(a_value_is_never_told);
	run_on_postgres(a_bad_write_anywhere_keeps_nothing);
	run_on_postgres(what_is_on_its_way_is_there_when_it_is_read);
	run_on_postgres(long_texts_go_through);
	run_on_postgres(a_connection_that_breaks_keeps_nothing);
	run_on_postgres(a_reading_outlives_the_connection);
	run_on_postgres(an_overlap_is_refused_with_two_writers_at_once);
	bool removed = stores_end();
	return tests_end() || !removed;
}
