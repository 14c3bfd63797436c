/* store_test.c: what is acknowledged is there, what is refused leaves nothing, and whatever stops
 * an import half way (a full disk, a death, a row that changes under it) stops it whole.
 */
#include "check.h"

#include <errno.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/date.h"
#include "base/embedded.h"
#include "store/imports.h"

static struct published published;
static char folder[] = "/tmp/mainstay-store-XXXXXX";

/* ---- a store to try things on ---------------------------------------------------------------- */

static Str
fresh_path(const char *name, struct arena *perm)
{
	Str path = str_format(perm, "%s/%s", folder, name);
	unlink(str_c(path, perm));
	unlink(str_c(str_join(path, S("-journal"), perm), perm));
	return path;
}

static struct store *
opened(Str path)
{
	struct error err = { "" };
	struct store *store = store_open(path, &err);
	if (!store)
		printf("%s\n", err.text);
	check(store);
	return store;
}

static bool
opens(Str path, struct error *err)
{
	struct store *store = store_open(path, err);
	store_close(store);
	return store != NULL;
}

static int64_t
number(struct store *store, const char *sql)
{
	struct error err;
	int64_t is = -1;
	struct rows *rows = store_query(store, sql, (struct args){ 0 }, &err);
	while (rows_next(rows))
		is = row_int(rows, 0);
	check(rows_end(rows, &err));
	return is;
}

/* SQL on the file from outside the program, as a meddler or another tool would. */
static void
meddle(Str path, const char *sql, struct arena *perm)
{
	sqlite3 *db;
	check_int(sqlite3_open(str_c(path, perm), &db), SQLITE_OK);
	check_int(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
}

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

static void
a_new_store_is_made_private_durable_and_whole(struct arena *perm)
{
	static const char *const sentences[] = { "journal_mode DELETE", "synchronous EXTRA",
		"foreign_keys on", "trusted_schema off", "defensive on", "mmap_size 0", "Every page",
		"Every reference", "step 1" };
	struct error err;
	struct stat about;
	Str path = fresh_path("new.db", perm);
	struct store *store = opened(path);
	struct text says = text_new(perm);
	check(store_verify(store, &says, &err));
	for (ptrdiff_t i = 0; i < countof(sentences); i++)
		check(str_find(text_str(&says), str_of(sentences[i])) >= 0);
	check(stat(str_c(path, perm), &about) == 0 && (about.st_mode & 0777) == 0600);
	store_close(store);
	store = opened(path);
	check_int(number(store, "SELECT count(*) FROM step"), 1);
	store_close(store);
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
	check(!opens(str_of(folder), &err) && strstr(err.text, "directory"));
}

static void
a_newer_or_altered_store_is_refused(struct arena *perm)
{
	struct error err = { "" };
	Str path = fresh_path("newer.db", perm);
	store_close(opened(path));
	meddle(path, "PRAGMA user_version = 99", perm);
	check(!opens(path, &err) && strstr(err.text, "newer version") && strstr(err.text, "99"));
	meddle(path, "PRAGMA user_version = 1", perm);
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
	Str nasty = (Str){ "'); DROP TABLE load; --\0after", 28 };
	/* $2 stands before $1: SQLite numbers them by first appearance. */
	struct rows *rows = store_query(store, "SELECT $2, $1, $3, $1",
		args(arg_int(7), arg_text(nasty), arg_figure(figure_absent(SUPPRESSED))), &err);
	check(rows_next(rows));
	check_str(row_text(rows, 0, perm), nasty);
	check_int(row_int(rows, 1), 7);
	check(row_null(rows, 2));
	check_int(row_int(rows, 3), 7);
	check(!rows_end(rows, &err));                    /* not read to the end */
	check_int(number(store, "SELECT count(*) FROM load"), 0);
	check(!store_query(store, "SELECT x FROM nowhere", (struct args){ 0 }, &err));
	check(strstr(err.text, "nowhere"));
	check(!rows_next(NULL) && !rows_end(NULL, &err));
	store_close(store);
}

static void
nothing_is_written_after_the_first_failure(struct arena *perm)
{
	static const char *const endings[] = {
		"ABORT",         /* the statement fails, the transaction stays */
		"ROLLBACK",      /* SQLite ends the transaction itself: later writes would be kept one by one */
	};
	for (ptrdiff_t i = 0; i < countof(endings); i++) {
		struct error err = { "" };
		Str path = fresh_path("first.db", perm);
		store_close(opened(path));
		meddle(path, str_c(str_format(perm, "CREATE TRIGGER stop BEFORE INSERT ON own_point WHEN NEW.day ="
			" 10003 BEGIN SELECT RAISE(%s, 'stopped in the middle'); END", endings[i]), perm), perm);
		struct store *store = opened(path);
		bool already;
		check(!save(store, 20, SHA_A, &already, &err, perm));
		check(strstr(err.text, "stopped in the middle"));
		check_int(number(store, "SELECT count(*) FROM load"), 0);
		check_int(number(store, "SELECT count(*) FROM own_point"), 0);

		/* By hand, without stopping: the store itself refuses what comes after. */
		static const char STEP[] = "INSERT INTO step (number, name, hash) VALUES ($1, 'x', 'y')";
		check(store_begin(store, &err));
		check(store_run(store, STEP, args(arg_int(50)), &err));
		check(!store_run(store, "INSERT INTO own_point (area, load_id, measure, day, whole_year,"
			" numerator_why, denominator_why, value_why, uncomputable, places, source)"
			" VALUES ('a', 1, 1, 10003, 0, 'c', 'c', 'c', 0, 0, 's')", (struct args){ 0 }, &err));
		check(!store_run(store, STEP, args(arg_int(51)), &err));
		check(!store_query(store, "SELECT 1", (struct args){ 0 }, &err));
		check(!store_commit(store, &err));
		check_int(number(store, "SELECT count(*) FROM step"), 1);
		store_close(store);
	}
}

static void
a_transaction_that_ended_by_itself_takes_no_more(struct arena *perm)
{
	static const char STEP[] = "INSERT INTO step (number, name, hash) VALUES (60, 'x', 'y')";
	struct error err = { "" };
	struct store *store = opened(fresh_path("ended.db", perm));
	check(store_begin(store, &err));
	check(store_run(store, "ROLLBACK", (struct args){ 0 }, &err));
	check(!store_run(store, STEP, (struct args){ 0 }, &err) && strstr(err.text, "ended the transaction"));
	check(!store_commit(store, &err));
	check_int(number(store, "SELECT count(*) FROM step"), 1);
	check(store_begin(store, &err) && store_commit(store, &err));
	store_close(store);
}

static void
what_was_written_is_read_back_before_it_counts(struct arena *perm)
{
	static const char *const changes[] = {
		"CREATE TRIGGER t AFTER INSERT ON own_point BEGIN UPDATE own_point SET value_micro = value_micro"
		" + 1 WHERE day = 10005 AND value_micro IS NOT NULL; END",
		"CREATE TRIGGER t AFTER INSERT ON own_point WHEN NEW.day = 10006 BEGIN DELETE FROM own_point"
		" WHERE day = 10006; END",
		"CREATE TRIGGER t AFTER INSERT ON own_measure BEGIN UPDATE own_measure SET title = 'x'; END",
		"CREATE TRIGGER t AFTER INSERT ON load BEGIN UPDATE load SET file = 'another'; END",
	};
	for (ptrdiff_t i = 0; i < countof(changes); i++) {
		struct error err = { "" };
		bool already;
		Str path = fresh_path("back.db", perm);
		store_close(opened(path));
		meddle(path, changes[i], perm);
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
		struct rows *rows = store_query(store, "SELECT sql FROM sqlite_master ORDER BY name",
		                                (struct args){ 0 }, &err);
		while (rows_next(rows))
			row_text(rows, 0, &tiny);
		check(store == NULL);                    /* the arena was not full */
	}
	store_close(store);                              /* asserts that SQLite lets go */
}

static void
a_second_writer_waits_and_then_is_told(struct arena *perm)
{
	struct error err = { "" };
	Str path = fresh_path("busy.db", perm);
	struct store *first = opened(path), *second = opened(path);
	check(store_begin(first, &err));
	sqlite3 *db;
	check_int(sqlite3_open(str_c(path, perm), &db), SQLITE_OK);
	check_int(sqlite3_exec(db, "BEGIN IMMEDIATE", NULL, NULL, NULL), SQLITE_BUSY);
	sqlite3_close(db);
	check(!store_begin(second, &err) && strstr(err.text, "in use"));
	store_rollback(first);
	check(store_begin(second, &err) && store_commit(second, &err));
	store_rollback(second);
	store_close(first);
	store_close(second);
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
	int64_t loads = number(store, "SELECT count(*) FROM load");
	check(loads == 0 || loads == 1);
	check_int(number(store, "SELECT count(*) FROM own_point"), loads * points);
	check_int(number(store, "SELECT count(*) FROM own_measure"), loads * 2);
	check(store_verify(store, &says, &err));
	store_close(store);
	return loads == 1;
}

static void
a_full_disk_keeps_nothing(struct arena *perm)
{
	enum { POINTS = 1500 };
	int kept = 0, refused = 0;
	for (rlim_t most = 4096; most <= 512 << 10; most += most < 65536 ? 8192 : 65536) {
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
			          args(arg_int(100 + i), arg_text(S("a name that fills the pages soon"))), &err);
		raise(SIGKILL);
	}
	int status;
	check(waitpid(child, &status, 0) == child && WIFSIGNALED(status));
	check(stat(str_c(path, perm), &after) == 0 && after.st_size > before.st_size);
	check(access(str_c(str_join(path, S("-journal"), perm), perm), F_OK) == 0);
	check(!whole_or_nothing(path, 0, perm));
	struct store *store = opened(path);
	check_int(number(store, "SELECT count(*) FROM step"), 1);
	store_close(store);
}

int
main(void)
{
	struct arena lasting = arena_reserve((ptrdiff_t)1 << 28);
	published_built_in(&published, &lasting);
	if (!mkdtemp(folder)) {
		perror(folder);
		return 1;
	}
	run(a_new_store_is_made_private_durable_and_whole);
	run(files_that_are_not_ours_are_refused_unchanged);
	run(a_newer_or_altered_store_is_refused);
	run(a_store_in_wal_mode_is_brought_back_to_delete);
	run(arguments_are_bound_by_name_and_text_stays_text);
	run(nothing_is_written_after_the_first_failure);
	run(a_transaction_that_ended_by_itself_takes_no_more);
	run(what_was_written_is_read_back_before_it_counts);
	run(a_jump_leaves_no_statement_open);
	run(a_second_writer_waits_and_then_is_told);
	run(a_series_comes_back_as_it_was_saved);
	run(a_release_comes_back_and_stands_beside_the_built_in);
	run(the_same_bytes_twice_change_nothing_and_undo_ends_without_erasing);
	run(a_full_disk_keeps_nothing);
	run(a_death_in_the_middle_keeps_all_or_nothing);
	run(a_journal_left_behind_is_rolled_back);
	static char command[64];
	snprintf(command, sizeof command, "rm -r %s", folder);
	int removed = system(command);
	return tests_end() || removed != 0;
}
