/* store_test.c: what is acknowledged is there, what is refused leaves nothing, and whatever stops
 * an import half way (a full disk, a death, a row that changes under it) stops it whole.
 */
#include "stores.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>

#include "store/engine.h"
#include "store/imports.h"

static struct published published;

/* ---- a store to try things on ---------------------------------------------------------------- */

/* A series of `count` figures over two measures, with known values. */
static struct own_series
made_series(int count, struct arena *perm)
{
	struct own_series series = {
		.measures = new(perm, 2, struct own_measure), .measure_count = 2,
		.points = new(perm, count, struct own_point), .point_count = count };
	series.measures[0] = (struct own_measure){ .name = S("turnover_rate_fte"),
		.title = S("Turnover"), .unit = UNIT_PERCENT, .good = LOWER, .part_of = S(""),
		.dfe = TURNOVER_RATE_FTE };
	series.measures[1] = (struct own_measure){ .name = S("roles"), .title = S("R\u00f4les; 'quoted'"),
		.unit = UNIT_COUNT, .good = NEITHER, .part_of = S("all_roles"), .dfe = NO_MEASURE };
	int half = (count + 1) / 2;
	for (int i = 0; i < count; i++)
		series.points[i] = (struct own_point){
			.area = 5, .measure = i >= half, .day = { 10000 + i % half }, .whole_year = i % 2,
			.numerator = figure_absent(NOT_PUBLISHED), .denominator = figure_whole(i),
			.value = i % 7 ? figure_micro(1234567 + i) : figure_absent(SUPPRESSED),
			.uncomputable = i % 11 == 0, .places = i % 7, .source = S("a paper") };
	return series;
}

static struct load
load_named(const char *sha, Str kind)
{
	return (struct load){ .kind = kind, .file = S("file.csv"), .about = S("things"), .at = 1700000000,
	                      .sha256 = str_of(sha) };
}

#define SHA_A "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
#define SHA_B "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"

static bool
save(struct store *store, int count, const char *sha, bool *already, struct error *err,
     struct arena *perm)
{
	struct own_series series = made_series(count, perm);
	struct load load = load_named(sha, S("series"));
	return store_series_save(store, &published, &series, &load, already, err);
}

/* ---- opening --------------------------------------------------------------------------------- */

static const char *const sentences_of_a_file[] = { "journal_mode DELETE", "synchronous EXTRA",
	"foreign_keys on", "trusted_schema off", "defensive on", "mmap_size 0", "Every page",
	"Every reference", "kept by SQLite 3." };
static const char *const sentences_of_a_database[] = { "synchronous_commit on", "fsync on",
	"full_page_writes on", "collation C", "server_encoding UTF8", "session_replication_role origin",
	"Every row of every table", "Every reference", "kept by PostgreSQL 15." };

static void
a_new_store_is_made_durable_and_whole(struct arena *perm)
{
	struct error err;
	Str path = fresh_path("new.db", perm);
	struct store *store = opened(path);
	struct text says = text_new(perm);
	check(store_is_postgres(store) == on_postgres);
	check(store_verify(store, &says, &err));
	for (ptrdiff_t i = 0; i < countof(sentences_of_a_file); i++)
		check(str_find(text_str(&says), str_of(on_postgres ? sentences_of_a_database[i]
		                                                   : sentences_of_a_file[i])) >= 0);
	check(str_find(text_str(&says), str_format(perm, "It is at step %d,", steps_known())) >= 0);
	store_close(store);
	store = opened(path);
	check_int(number(store, "SELECT count(*) FROM step"), steps_known());
	store_close(store);
}

static void
a_new_file_is_private(struct arena *perm)
{
	struct stat about;
	Str path = fresh_path("private.db", perm);
	store_close(opened(path));
	check(stat(str_c(path, perm), &about) == 0 && (about.st_mode & 0777) == 0600);
}

/* What is shared, what is for one engine, and the other's as the comment it is. */
static void
a_step_is_one_text_for_both_engines(struct arena *perm)
{
	Str text = S("CREATE TABLE x (\n\t--postgres EXCLUDE USING gist (a WITH =),\n"
	             "\t--sqlite CHECK (a <> ''),\n\ta TEXT -- \n);\n--sqlite CREATE TRIGGER y\n-- words --sqlite");
	check_str(str_of(step_lines("--sqlite ", text, perm)),
		S("CREATE TABLE x (\n\t--postgres EXCLUDE USING gist (a WITH =),\nCHECK (a <> ''),\n\ta TEXT -- \n);\n"
		  "CREATE TRIGGER y\n-- words --sqlite\n"));
	check_str(str_of(step_lines("--postgres ", text, perm)),
		S("CREATE TABLE x (\nEXCLUDE USING gist (a WITH =),\n\t--sqlite CHECK (a <> ''),\n\ta TEXT -- \n);\n"
		  "--sqlite CREATE TRIGGER y\n-- words --sqlite\n"));
	check_str(str_of(step_lines("--sqlite ", S(""), perm)), S(""));
}

/* Two programs are started on an empty store at the same moment. */
static void
two_that_open_an_empty_store_at_once_agree(struct arena *perm)
{
	for (int round = 0; round < 5; round++) {
		struct arena fresh = *perm;
		Str path = fresh_path("both.db", &fresh);
		pid_t child = fork();
		if (child == 0) {
			struct error err;
			_exit(opens(path, &err) ? 0 : 1);
		}
		struct store *store = opened(path);
		int status;
		check(waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0);
		check_int(number(store, "SELECT count(*) FROM step"), steps_known());
		store_close(store);
	}
}

static void
files_that_are_not_ours_are_refused_unchanged(struct arena *perm)
{
	struct error err = { "" };
	Str other = fresh_path("other.db", perm);
	meddle(other, "CREATE TABLE payroll (x); INSERT INTO payroll VALUES (1)", perm);
	check(!opens(other, &err) && strstr(err.text, "another program"));
	meddle(other, "INSERT INTO payroll VALUES (2); DROP TABLE payroll; PRAGMA application_id = 7", perm);
	check(!opens(other, &err) && strstr(err.text, "another program"));

	Str text = fresh_path("text.db", perm);
	FILE *f = fopen(str_c(text, perm), "w");
	for (int i = 0; i < 1000; i++)
		fputs("this is a letter, and no database at all\n", f);
	fclose(f);
	check(!opens(text, &err) && strstr(err.text, "not a store of this program"));
	struct stat about;
	check(stat(str_c(text, perm), &about) == 0 && about.st_size == 41 * 1000);

	check(!opens(S(""), &err) && strstr(err.text, "empty"));
	check(!opens(S("/nowhere/at/all.db"), &err) && strstr(err.text, "No such file"));
	check(!opens(str_of(stores_folder), &err) && strstr(err.text, "directory"));
}

static void
a_newer_or_altered_store_is_refused(struct arena *perm)
{
	struct error err = { "" };
	Str path = fresh_path("newer.db", perm);
	store_close(opened(path));
	meddle(path, on_postgres ? "INSERT INTO step (number, name, hash) VALUES (99, 'x', 'y')"
	                         : "PRAGMA user_version = 99", perm);
	check(!opens(path, &err) && strstr(err.text, "newer version") && strstr(err.text, "99"));
	meddle(path, on_postgres ? "DELETE FROM step WHERE number = 99"
	       : str_c(str_format(perm, "PRAGMA user_version = %d", steps_known()), perm), perm);
	check(opens(path, &err));
	meddle(path, "UPDATE step SET hash = '0123456789abcdef'", perm);
	check(!opens(path, &err) && strstr(err.text, "different build"));
}

static void
a_store_in_wal_mode_is_brought_back_to_delete(struct arena *perm)
{
	struct error err;
	Str path = fresh_path("wal.db", perm);
	store_close(opened(path));
	meddle(path, "PRAGMA journal_mode = WAL", perm);
	struct store *store = opened(path);
	struct text says = text_new(perm);
	check(store_verify(store, &says, &err));
	store_close(store);
	/* While another program holds it in WAL it cannot be brought back, and is not used. */
	meddle(path, "PRAGMA journal_mode = WAL", perm);
	sqlite3 *held;
	check_int(sqlite3_open(str_c(path, perm), &held), SQLITE_OK);
	sqlite3_exec(held, "BEGIN; SELECT count(*) FROM load", NULL, NULL, NULL);
	check(!opens(path, &err));
	sqlite3_close(held);
}

/* ---- transactions and rows ------------------------------------------------------------------- */

static void
arguments_are_bound_by_name_and_text_stays_text(struct arena *perm)
{
	struct error err;
	struct store *store = opened(fresh_path("args.db", perm));
	/* A NUL in a text: SQLite keeps it, PostgreSQL cannot, and says so. */
	Str nasty = (Str){ "'); DROP TABLE load; --\0after", 28 };
	check(!on_postgres || (!store_query(store, "SELECT $1", args(arg_text(nasty)), &err)
	                       && strstr(err.text, "NUL")));
	nasty.len = on_postgres ? 23 : 28;
	/* $2 stands before $1: SQLite numbers them by first appearance. */
	struct rows *rows = store_query(store, "SELECT $2, $1, $3, $1",
		args(arg_int(7), arg_text(nasty), arg_figure(figure_absent(SUPPRESSED))), &err);
	check(rows_next(rows));
	check_str(row_text(rows, 0, perm), nasty);
	check_int(row_int(rows, 1), 7);
	check(row_null(rows, 2) && !row_null(rows, 0) && !row_null(rows, 1));
	check_str(row_text(rows, 2, perm), S(""));
	check_int(row_int(rows, 3), 7);
	check_str(row_text(rows, 3, perm), S("7"));
	check(!rows_end(rows, &err));                    /* not read to the end */
	check_int(number(store, "SELECT count(*) FROM load"), 0);
	check(!store_query(store, "SELECT x FROM nowhere", (struct args){ 0 }, &err));
	check(strstr(err.text, "nowhere"));
	check(!rows_next(NULL) && !rows_end(NULL, &err));
	store_close(store);
}

/* The same text with a NULL, a number, a text and a number again, in one place. */
static void
a_statement_takes_any_kind_of_argument(struct arena *perm)
{
	static const char SQL[] = "SELECT coalesce($1, $2)";
	struct error err;
	struct store *store = opened(fresh_path("kinds.db", perm));
	const struct arg first[] = { { .kind = ARG_NULL }, arg_int(INT64_MAX), { .kind = ARG_NULL },
		arg_text(S("a text")), arg_int(INT64_MIN), { .kind = ARG_NULL } };
	const struct arg second[] = { { .kind = ARG_NULL }, arg_int(2), arg_int(INT64_MIN),
		arg_text(S("x")), { .kind = ARG_NULL }, arg_int(5) };
	static const char *const wants[] = { "", "9223372036854775807", "-9223372036854775808", "a text",
		"-9223372036854775808", "5" };
	for (ptrdiff_t i = 0; i < countof(first); i++) {
		struct rows *rows = store_query(store, SQL, args(first[i], second[i]), &err);
		check(rows_next(rows));
		check_str(row_text(rows, 0, perm), str_of(wants[i]));
		check(row_null(rows, 0) == (wants[i][0] == 0));
		check(!rows_next(rows) && rows_end(rows, &err));
	}
	store_close(store);
}

/* A date is its ISO text on both; PostgreSQL keeps it as a date, and refuses what is none. */
static void
a_date_is_given_and_comes_back_as_iso_text(struct arena *perm)
{
	static const char PUT[] = "INSERT INTO dated (id, day) VALUES ($1, $2)";
	struct error err = { "" };
	Str path = fresh_path("dated.db", perm);
	store_close(opened(path));
	meddle(path, "CREATE TABLE dated (id BIGINT PRIMARY KEY, day DATE)", perm);
	struct store *store = opened(path);
	check(store_begin(store, &err));
	check(store_run(store, PUT, args(arg_int(1), arg_text(S("2024-02-29"))), &err));
	check(store_run(store, PUT, args(arg_int(2), (struct arg){ .kind = ARG_NULL }), &err));
	check(store_run(store, PUT, args(arg_int(3), arg_text(S("0999-12-31"))), &err));
	check(store_commit(store, &err));
	struct rows *rows = store_query(store, "SELECT day FROM dated WHERE day <= $1 ORDER BY day",
	                                args(arg_text(S("2024-02-29"))), &err);
	check(rows_next(rows));
	check_str(row_text(rows, 0, perm), S("0999-12-31"));
	check(rows_next(rows) && !row_null(rows, 0));
	check_str(row_text(rows, 0, perm), S("2024-02-29"));
	check(!rows_next(rows) && rows_end(rows, &err));
	if (on_postgres) {
		check(store_begin(store, &err));
		store_run(store, PUT, args(arg_int(4), arg_text(S("2023-02-29"))), &err);
		check(!store_commit(store, &err) && strstr(err.text, "not of its column's kind"));
		check(!strstr(err.text, "2023"));            /* a value is never told */
	}
	check_int(number(store, "SELECT count(*) FROM dated"), 3);
	store_close(store);
}

/* A statement is prepared once and kept; one that is being read is not read again by another. */
static void
kept_statements_do_not_meet(struct arena *perm)
{
	static const char SQL[] = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 4)"
		" SELECT i * CAST($1 AS BIGINT) FROM n ORDER BY 1";
	struct error err;
	struct store *store = opened(fresh_path("kept.db", perm));
	int64_t sum = 0;
	struct rows *outer = store_query(store, SQL, args(arg_int(10)), &err);
	while (rows_next(outer)) {
		struct rows *inner = store_query(store, SQL, args(arg_int(row_int(outer, 0))), &err);
		while (rows_next(inner))
			sum += row_int(inner, 0);
		check(rows_end(inner, &err));
	}
	check(rows_end(outer, &err));
	check_int(sum, 10 * (1 + 2 + 3 + 4) * (1 + 2 + 3 + 4));
	/* More texts than are kept, in a place that is written again and again, twice around. */
	struct rows *open = store_query(store, SQL, args(arg_int(1)), &err);
	check(rows_next(open));
	for (int i = 0; i < 2 * (STATEMENTS_MOST + 10); i++) {
		char sql[64];
		snprintf(sql, sizeof sql, "SELECT %d", i % (STATEMENTS_MOST + 10));
		check_int(number(store, sql), i % (STATEMENTS_MOST + 10));
	}
	check(rows_next(open));
	check_int(row_int(open, 0), 2);
	check(!rows_end(open, &err));
	store_close(store);
}

/* A trigger that stops an import at its fourth point, in each way the engine knows. */
static Str
stopping_trigger(int way, struct arena *perm)
{
	static const char *const endings[] = {
		"ABORT",         /* the statement fails, the transaction stays */
		"ROLLBACK",      /* SQLite ends the transaction itself: later writes would be kept one by one */
	};
	return on_postgres
		? S("CREATE FUNCTION stop() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
		    " RAISE 'stopped in the middle'; END $$; CREATE TRIGGER stop BEFORE INSERT ON own_point"
		    " FOR EACH ROW WHEN (NEW.day = 10003) EXECUTE FUNCTION stop()")
		: str_format(perm, "CREATE TRIGGER stop BEFORE INSERT ON own_point WHEN NEW.day = 10003"
		             " BEGIN SELECT RAISE(%s, 'stopped in the middle'); END", endings[way]);
}

/* By hand, without stopping: the store itself refuses what comes after a failure. PostgreSQL may
 * tell of it with the next answer only. */
static void
go_on_after_a_failure(struct store *store)
{
	static const char STEP[] = "INSERT INTO step (number, name, hash) VALUES ($1, 'x', 'y')";
	static const char POINT[] = "INSERT INTO own_point (area, load_id, measure, day, whole_year,"
		" numerator_why, denominator_why, value_why, uncomputable, places, source)"
		" VALUES ('a', 1, 1, 10003, 0, 'c', 'c', 'c', 0, 0, 's')";
	struct error err = { "" };
	check(store_begin(store, &err));
	check(store_run(store, STEP, args(arg_int(500)), &err));
	bool told = !store_run(store, POINT, (struct args){ 0 }, &err)
		|| !store_query(store, "SELECT 1", (struct args){ 0 }, &err);
	check(told && strstr(err.text, "stopped in the middle"));
	check(!store_run(store, STEP, args(arg_int(501)), &err) && strstr(err.text, "failed before"));
	check(!store_query(store, "SELECT 1", (struct args){ 0 }, &err));
	check(!store_commit(store, &err));
	/* And when nothing was asked between the failure and the commit. */
	check(store_begin(store, &err));
	store_run(store, STEP, args(arg_int(500)), &err);
	store_run(store, POINT, (struct args){ 0 }, &err);
	store_run(store, STEP, args(arg_int(501)), &err);
	check(!store_commit(store, &err));
	check_int(number(store, "SELECT count(*) FROM step"), steps_known());
	/* The failure is of the past. */
	check(store_begin(store, &err) && store_run(store, STEP, args(arg_int(502)), &err));
	check(store_commit(store, &err));
	check_int(number(store, "SELECT count(*) FROM step"), steps_known() + 1);
}

static void
nothing_is_written_after_the_first_failure(struct arena *perm)
{
	for (int way = 0; way < 2; way++) {
		struct error err = { "" };
		Str path = fresh_path("first.db", perm);
		store_close(opened(path));
		meddle(path, str_c(stopping_trigger(way, perm), perm), perm);
		struct store *store = opened(path);
		bool already;
		check(!save(store, 20, SHA_A, &already, &err, perm));
		check(strstr(err.text, "stopped in the middle"));
		check_int(number(store, "SELECT count(*) FROM load"), 0);
		check_int(number(store, "SELECT count(*) FROM own_point"), 0);
		go_on_after_a_failure(store);
		store_close(store);
	}
}

static void
a_transaction_that_ended_by_itself_takes_no_more(struct arena *perm)
{
	static const char STEP[] = "INSERT INTO step (number, name, hash) VALUES (600, 'x', 'y')";
	struct error err = { "" };
	struct store *store = opened(fresh_path("ended.db", perm));
	check(store_begin(store, &err));
	check(store_run(store, "ROLLBACK", (struct args){ 0 }, &err));
	struct rows *rows = store_query(store, "SELECT 1", (struct args){ 0 }, &err);
	check(!rows || on_postgres);                     /* there the answer comes with the next reading */
	while (rows_next(rows))
		;
	rows_end(rows, &err);
	check(!store_run(store, STEP, (struct args){ 0 }, &err) && strstr(err.text, "ended the transaction"));
	check(!store_commit(store, &err));
	check_int(number(store, "SELECT count(*) FROM step"), steps_known());
	check(store_begin(store, &err) && store_commit(store, &err));
	store_close(store);
}

static void
what_was_written_is_read_back_before_it_counts(struct arena *perm)
{
	static const struct { const char *table, *sql; } changes[] = {
		{ "own_point", "UPDATE own_point SET value_micro = value_micro + 1"
		  " WHERE day = 10005 AND value_micro IS NOT NULL" },
		{ "own_point", "DELETE FROM own_point WHERE day = 10006" },
		{ "own_measure", "UPDATE own_measure SET title = 'x'" },
		{ "load", "UPDATE load SET file = 'another'" },
	};
	for (ptrdiff_t i = 0; i < countof(changes); i++) {
		struct error err = { "" };
		bool already;
		Str path = fresh_path("back.db", perm);
		store_close(opened(path));
		meddle_after(path, changes[i].table, changes[i].sql, perm);
		struct store *store = opened(path);
		check(!save(store, 20, SHA_A, &already, &err, perm));
		check(strstr(err.text, "not what was written"));
		check_int(number(store, "SELECT count(*) FROM load"), 0);
		store_close(store);
	}
}

static void
a_jump_leaves_no_statement_open(struct arena *perm)
{
	struct error err;
	struct store *volatile store = opened(fresh_path("jump.db", perm));
	static char small[64];
	jmp_buf full;
	struct arena tiny = { small, small + sizeof small, &full };
	if (setjmp(full) == 0) {
		check(store_begin(store, &err));
		struct rows *rows = store_query(store, "SELECT 'a text that is well over the sixty-four bytes of"
		                                " an arena that is as small as this one'", (struct args){ 0 }, &err);
		while (rows_next(rows))
			row_text(rows, 0, &tiny);
		check(store == NULL);                    /* the arena was not full */
	}
	store_close(store);                              /* asserts that the engine lets go */
}

static void
a_second_writer_waits_and_then_is_told(struct arena *perm)
{
	struct error err = { "" };
	Str path = fresh_path("busy.db", perm);
	struct store *first = opened(path), *second = opened(path);
	check(store_begin_for(first, S("walsall"), &err));
	/* PostgreSQL takes other authorities' writers meanwhile, SQLite takes none. */
	if (on_postgres)
		check(store_begin_for(second, S("leeds"), &err) && store_commit(second, &err));
	check(!store_begin_for(second, S("walsall"), &err) && strstr(err.text, "in use"));
	store_rollback(first);
	check(store_begin_for(second, S("walsall"), &err) && store_commit(second, &err));
	store_rollback(second);
	store_close(first);
	store_close(second);
}

/* Each of several writers reads a number, adds one and writes it: none is lost. */
static void
writers_of_one_authority_take_turns(struct arena *perm)
{
	enum { WRITERS = 4, TIMES = 25 };
	struct error err = { "" };
	Str path = fresh_path("turns.db", perm);
	store_close(opened(path));
	meddle(path, "CREATE TABLE counted (n BIGINT)", perm);
	meddle(path, "INSERT INTO counted VALUES (0)", perm);
	for (int w = 0; w < WRITERS; w++)
		if (fork() == 0) {
			struct store *own = store_open(path, &err);
			for (int i = 0; own && i < TIMES; i++) {
				bool done = store_begin_for(own, S("walsall"), &err)
					&& store_run(own, "UPDATE counted SET n = $1",
					             args(arg_int(number(own, "SELECT n FROM counted") + 1)), &err)
					&& store_commit(own, &err);
				if (!done)
					_exit(1);
			}
			_exit(own ? 0 : 2);
		}
	int status;
	for (int w = 0; w < WRITERS; w++)
		check(wait(&status) > 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0);
	struct store *store = opened(path);
	check_int(number(store, "SELECT n FROM counted"), WRITERS * TIMES);
	store_close(store);
}

/* The other program must not have been forked from one that has the file open: SQLite remembers locks in
 * memory too. Gives what it was told when it tried to write at once. */
static int
another_program_writes(Str path, int from, struct arena *perm)
{
	char go;
	sqlite3 *db;
	bool opened = read(from, &go, 1) == 1 && sqlite3_open(str_c(path, perm), &db) == SQLITE_OK;
	return opened ? sqlite3_exec(db, "BEGIN IMMEDIATE", NULL, NULL, NULL) : -1;
}

/* POSIX takes every lock of a process on a file away as soon as it closes the file anywhere. */
static void
a_store_opened_twice_in_one_program_keeps_another_from_writing(struct arena *perm)
{
	int pipe_ends[2], status = 0;
	struct error err = { "" };
	Str path = fresh_path("locked.db", perm);
	store_close(opened(path));
	check(pipe(pipe_ends) == 0);
	pid_t other = fork();
	if (other == 0)
		_exit(another_program_writes(path, pipe_ends[0], perm));
	struct store *writes = opened(path), *reads = opened(path);
	check(store_begin(writes, &err));
	check(store_run(writes, "DELETE FROM load", (struct args){ 0 }, &err));
	store_close(reads);
	store_close(opened(path));
	check(write(pipe_ends[1], "!", 1) == 1);
	check(waitpid(other, &status, 0) == other && WIFEXITED(status));
	check_int(WEXITSTATUS(status), SQLITE_BUSY);
	check(store_commit(writes, &err));
	store_close(writes);
}

static void
a_reference_to_nothing_is_found(struct arena *perm)
{
	struct error err = { "" };
	bool already;
	Str path = fresh_path("lost.db", perm);
	struct store *store = opened(path);
	check(save(store, 20, SHA_A, &already, &err, perm));
	struct text says = text_new(perm);
	check(store_verify(store, &says, &err));
	meddle(path, on_postgres ? "SET session_replication_role = replica; DELETE FROM own_measure"
	                         : "DELETE FROM own_measure", perm);
	check(!store_verify(store, &says, &err) && strstr(err.text, "a row of own_point refers"));
	store_close(store);
}

/* ---- what is kept ---------------------------------------------------------------------------- */

static bool
same_point(const struct own_point *a, const struct own_point *b)
{
	return a->area == b->area && a->measure == b->measure && a->day.day == b->day.day
		&& a->whole_year == b->whole_year && a->uncomputable == b->uncomputable
		&& a->places == b->places && str_equal(a->source, b->source)
		&& figure_equal(a->numerator, b->numerator) && figure_equal(a->value, b->value)
		&& figure_equal(a->denominator, b->denominator);
}

static void
a_series_comes_back_as_it_was_saved(struct arena *perm)
{
	struct error err;
	bool already = true;
	Str path = fresh_path("series.db", perm);
	struct store *store = opened(path);
	struct own_series meant = made_series(500, perm), is;
	check(save(store, 500, SHA_A, &already, &err, perm) && !already);
	store_close(store);

	int left_out = 9;
	store = opened(path);
	check(store_series_read(store, &published, &is, &left_out, perm, &err));
	check_int(left_out, 0);
	check_int(is.measure_count, 2);
	check_int(is.point_count, 500);
	for (int m = 0; m < is.measure_count; m++) {
		check_str(is.measures[m].name, meant.measures[m].name);
		check_str(is.measures[m].title, meant.measures[m].title);
		check_str(is.measures[m].part_of, meant.measures[m].part_of);
		check(is.measures[m].unit == meant.measures[m].unit && is.measures[m].good == meant.measures[m].good
		      && is.measures[m].dfe == meant.measures[m].dfe);
	}
	for (int i = 0; i < is.point_count; i++)
		check(same_point(&is.points[i], &meant.points[i]));

	/* An area that is no longer known is counted, not guessed. */
	struct published fewer = published;
	struct area *areas = new(perm, published.areas.count, struct area);
	memcpy(areas, published.areas.at, (size_t)published.areas.count * sizeof *areas);
	areas[5].slug = S("gone");
	areas[5].name = areas[5].code = areas[5].old_code = areas[5].former_code = S("?");
	fewer.areas.at = areas;
	check(store_series_read(store, &fewer, &is, &left_out, perm, &err));
	check_int(left_out, 500);
	check_int(is.point_count, 0);
	store_close(store);
}

static void
a_release_comes_back_and_stands_beside_the_built_in(struct arena *perm)
{
	struct error err;
	bool already;
	struct store *store = opened(fresh_path("release.db", perm));
	Str text = release_write(&published, 0, perm);
	struct load load = load_named(SHA_A, S("release"));
	check(store_release_save(store, text, &load, &already, &err) && !already);
	struct published p = published;
	check(store_releases_read(store, &p, perm, &err));
	check_int(p.release_count, published.release_count + 1);
	int imported = p.releases[0].built_in ? 1 : 0;
	check(!p.releases[imported].built_in && p.releases[!imported].built_in);
	check_str(release_write(&p, imported, perm), text);

	/* Kept text that is no release is the world's fault, told in words. */
	load = load_named(SHA_B, S("release"));
	check(store_release_save(store, S("not a release"), &load, &already, &err));
	check(!store_releases_read(store, &p, perm, &err) && strstr(err.text, "file.csv"));
	store_close(store);
}

static void
the_same_bytes_twice_change_nothing_and_undo_ends_without_erasing(struct arena *perm)
{
	struct error err;
	bool already;
	struct loads loads;
	struct own_series series;
	int left_out;
	struct store *store = opened(fresh_path("twice.db", perm));
	check(save(store, 10, SHA_A, &already, &err, perm) && !already);
	check(save(store, 10, SHA_A, &already, &err, perm) && already);
	check_int(number(store, "SELECT count(*) FROM load"), 1);
	check_int(number(store, "SELECT count(*) FROM own_point"), 10);
	check(store_load_undo(store, 1, &err));
	check(!store_load_undo(store, 1, &err) && strstr(err.text, "no import 1"));
	check(!store_load_undo(store, 77, &err) && strstr(err.text, "no import 77"));
	check(store_series_read(store, &published, &series, &left_out, perm, &err));
	check_int(series.point_count, 0);
	check_int(number(store, "SELECT count(*) FROM own_point"), 10);
	check(save(store, 10, SHA_A, &already, &err, perm) && !already);
	check(save(store, 12, SHA_B, &already, &err, perm) && !already);
	check(store_loads(store, &loads, perm, &err));
	check_int(loads.count, 3);
	check(loads.at[0].undone && str_begins(loads.at[0].undone_at, S("20")));
	check(!loads.at[1].undone && loads.at[1].undone_at.len == 0);
	check_int(loads.at[2].id, 3);
	check_str(loads.at[2].sha256, S(SHA_B));
	check_int(loads.at[2].at, 1700000000);
	store_close(store);
}

/* ---- worlds that break ----------------------------------------------------------------------- */

static double
seconds_now(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* Imports in a process of its own, which may die or be stopped from writing. */
static pid_t
child_imports(Str path, int points, rlim_t bytes_most, struct arena *perm)
{
	pid_t child = fork();
	if (child != 0)
		return child;
	struct error err;
	bool already;
	signal(SIGXFSZ, SIG_IGN);
	struct store *store = store_open(path, &err);
	if (!store)
		_exit(3);
	setrlimit(RLIMIT_FSIZE, &(struct rlimit){ bytes_most, bytes_most });
	_exit(save(store, points, SHA_A, &already, &err, perm) ? 0 : 1);
}

/* What a store holds is one whole import or none; gives which. */
static bool
whole_or_nothing(Str path, int points, struct arena *perm)
{
	struct error err = { "" };
	struct text says = text_new(perm);
	struct store *store = opened(path);
	/* A killed program's server side ends a moment later. */
	while (on_postgres && number(store, "SELECT count(*) FROM pg_stat_activity WHERE datname ="
	                             " current_database() AND backend_type = 'client backend'") > 1)
		usleep(1000);
	int64_t loads = number(store, "SELECT count(*) FROM load");
	check(loads == 0 || loads == 1);
	check_int(number(store, "SELECT count(*) FROM own_point"), loads * points);
	check_int(number(store, "SELECT count(*) FROM own_measure"), loads * 2);
	check(store_verify(store, &says, &err));
	store_close(store);
	return loads == 1;
}

/* What an empty store takes, on whichever disk is to be full. */
static rlim_t
empty_size(struct arena *perm)
{
	struct stat about;
	Str path = fresh_path("disk.db", perm);
	store_close(opened(path));
	check(on_postgres || stat(str_c(path, perm), &about) == 0);
	return on_postgres ? 0 : (rlim_t)about.st_size;
}

static void
a_full_disk_keeps_nothing(struct arena *perm)
{
	enum { POINTS = 1500 };
	int kept = 0, refused = 0;
	rlim_t empty = empty_size(perm);
	for (rlim_t left = 4096; left <= 512 << 10; left += left < 65536 ? 8192 : 65536) {
		rlim_t most = empty + left;
		struct arena fresh = *perm;
		Str path = fresh_path("disk.db", &fresh);
		store_close(opened(path));
		int status;
		pid_t child = child_imports(path, POINTS, most, &fresh);
		check(waitpid(child, &status, 0) == child && WIFEXITED(status));
		bool whole = whole_or_nothing(path, POINTS, &fresh);
		check(whole == (WEXITSTATUS(status) == 0));
		kept += whole;
		refused += !whole;
	}
	check(kept > 0 && refused > 5);
}

static void
a_death_in_the_middle_keeps_all_or_nothing(struct arena *perm)
{
	enum { POINTS = 1500, ROUNDS = 30 };
	int status, cut = 0;
	Str path = fresh_path("whole.db", perm);
	store_close(opened(path));
	double began = seconds_now();
	waitpid(child_imports(path, POINTS, RLIM_INFINITY, perm), &status, 0);
	double took = seconds_now() - began;
	check(whole_or_nothing(path, POINTS, perm));
	for (int round = 0; round < ROUNDS; round++) {
		struct arena fresh = *perm;
		path = fresh_path("killed.db", &fresh);
		store_close(opened(path));
		pid_t child = child_imports(path, POINTS, RLIM_INFINITY, &fresh);
		usleep((useconds_t)(took * 1e6 * round / ROUNDS));
		kill(child, SIGKILL);
		check(waitpid(child, &status, 0) == child);
		bool whole = whole_or_nothing(path, POINTS, &fresh);
		check(whole || WIFSIGNALED(status));         /* acknowledged means there */
		cut += !whole;
	}
	check(cut > 0);
}

/* Pages that were written to the file before a death are taken back from the journal it left. */
static void
a_journal_left_behind_is_rolled_back(struct arena *perm)
{
	enum { WRITES = 2000 };
	Str path = fresh_path("hot.db", perm);
	store_close(opened(path));
	struct stat before, after;
	check(stat(str_c(path, perm), &before) == 0);
	pid_t child = fork();
	if (child == 0) {
		struct error err;
		struct store *store = store_open(path, &err);
		number(store, "PRAGMA cache_size = 1");  /* so that pages go to the file at once */
		store_begin(store, &err);
		for (int i = 0; i < WRITES; i++)
			store_run(store, "INSERT INTO step (number, name, hash) VALUES ($1, $2, $2)",
			          args(arg_int(1000 + i), arg_text(S("a name that fills the pages soon"))), &err);
		raise(SIGKILL);
	}
	int status;
	check(waitpid(child, &status, 0) == child && WIFSIGNALED(status));
	check(stat(str_c(path, perm), &after) == 0 && after.st_size > before.st_size);
	check(access(str_c(str_join(path, S("-journal"), perm), perm), F_OK) == 0);
	check(!whole_or_nothing(path, 0, perm));
	struct store *store = opened(path);
	check_int(number(store, "SELECT count(*) FROM step"), steps_known());
	store_close(store);
}

int
main(void)
{
	struct arena lasting = arena_reserve((ptrdiff_t)1 << 28);
	published_built_in(&published, &lasting);
	if (!stores_begin())
		return 1;
	run_on_both(a_new_store_is_made_durable_and_whole);
	run(a_new_file_is_private);
	run(a_store_opened_twice_in_one_program_keeps_another_from_writing);
	run(a_step_is_one_text_for_both_engines);
	run_on_both(two_that_open_an_empty_store_at_once_agree);
	run(files_that_are_not_ours_are_refused_unchanged);
	run_on_both(a_newer_or_altered_store_is_refused);
	run(a_store_in_wal_mode_is_brought_back_to_delete);
	run_on_both(arguments_are_bound_by_name_and_text_stays_text);
	run_on_both(a_statement_takes_any_kind_of_argument);
	run_on_both(a_date_is_given_and_comes_back_as_iso_text);
	run_on_both(kept_statements_do_not_meet);
	run_on_both(nothing_is_written_after_the_first_failure);
	run_on_both(a_transaction_that_ended_by_itself_takes_no_more);
	run_on_both(what_was_written_is_read_back_before_it_counts);
	run_on_both(a_jump_leaves_no_statement_open);
	run_on_both(a_second_writer_waits_and_then_is_told);
	run_on_both(writers_of_one_authority_take_turns);
	run_on_both(a_reference_to_nothing_is_found);
	run_on_both(a_series_comes_back_as_it_was_saved);
	run_on_both(a_release_comes_back_and_stands_beside_the_built_in);
	run_on_both(the_same_bytes_twice_change_nothing_and_undo_ends_without_erasing);
	run(a_full_disk_keeps_nothing);
	run_on_both(a_death_in_the_middle_keeps_all_or_nothing);
	run(a_journal_left_behind_is_rolled_back);
	bool removed = stores_end();
	return tests_end() || !removed;
}
