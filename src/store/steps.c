/* steps.c: bringing a store to the form this program knows, one numbered step at a time.
 *
 * Steps are sql/steps/NNN-name.sql, inside the program. Each runs in a transaction of its own
 * together with its record, so a store is always exactly at some step. The number of the last is
 * also the file's user_version, which can be read before anything is trusted.
 */
#include "store/engine.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/embedded.h"

enum { STEPS_MOST = 999 };

/* The step of a number, or NULL. Steps are few and looked up once an opening. */
static const struct embedded *
step_numbered(int number)
{
	char begins[32];
	snprintf(begins, sizeof begins, "sql/steps/%03d-", number);
	for (int i = 0; i < embedded_count; i++)
		if (str_begins(str_of(embedded_files[i].name), str_of(begins)))
			return &embedded_files[i];
	return NULL;
}

static Str
step_text(const struct embedded *step)
{
	return (Str){ step->begin, step->end - step->begin };
}

static const char *
step_name(const struct embedded *step)
{
	return strrchr(step->name, '/') + 1;
}

static int
newest_step(void)
{
	int number = 0;
	while (number < STEPS_MOST && step_numbered(number + 1))
		number++;
	assert(number > 0);
	return number;
}

static bool
ask_number(struct store *store, const char *sql, long *number, struct error *err)
{
	char answer[32];
	if (!store_ask(store, sql, answer, (int)sizeof answer, err))
		return false;
	*number = strtol(answer, NULL, 10);
	return true;
}

bool
store_ours(struct store *store, struct error *err)
{
	long id, things;
	if (!ask_number(store, "PRAGMA application_id", &id, err)
	    || !ask_number(store, "SELECT count(*) FROM sqlite_master", &things, err))
		return false;
	if (id == APPLICATION_ID || (id == 0 && things == 0))
		return true;
	return fail(err, "it is the SQLite file of another program; nothing in it was changed");
}

/* Whether the step was recorded with the text that this program has. */
static bool
step_unchanged(struct store *store, int number, Str text, struct error *err)
{
	static const char HASH_SQL[] = "SELECT hash FROM step WHERE number = $1";
	char hash[20];
	snprintf(hash, sizeof hash, "%016llx", (unsigned long long)str_hash(text));
	struct rows *rows = store_query(store, HASH_SQL, args(arg_int(number)), err);
	bool same = rows_next(rows)
		&& strcmp((const char *)sqlite3_column_text(rows->statement, 0), hash) == 0;
	while (rows_next(rows))
		;
	if (!rows_end(rows, err))
		return false;
	return same || fail(err, "its step %d was made by a different build of this program; "
	                    "nothing in it was changed", number);
}

/* The step, its record and its number, inside the transaction that the caller began. */
static bool
step_apply(struct store *store, int number, const struct embedded *step, struct error *err)
{
	static const char RECORD_SQL[] = "INSERT INTO step (number, name, hash) VALUES ($1, $2, $3)";
	char sql[32 << 10], version[96], hash[20];
	Str text = step_text(step);
	if (text.len >= (ptrdiff_t)sizeof sql)
		return fail(err, "step %s is longer than %zu bytes", step_name(step), sizeof sql);
	memcpy(sql, text.at, (size_t)text.len);
	sql[text.len] = 0;
	snprintf(hash, sizeof hash, "%016llx", (unsigned long long)str_hash(text));
	snprintf(version, sizeof version, "PRAGMA application_id = %d; PRAGMA user_version = %d",
	         APPLICATION_ID, number);
	return store_script(store, sql, err)
		&& store_run(store, RECORD_SQL,
		             args(arg_int(number), arg_text(str_of(step_name(step))), arg_text(str_of(hash))),
		             err)
		&& store_script(store, version, err);
}

/* Runs a step unless another process has just done so. */
static bool
step_run(struct store *store, int number, struct error *err)
{
	const struct embedded *step = step_numbered(number);
	long at;
	if (!store_begin(store, err))
		return false;
	bool done = ask_number(store, "PRAGMA user_version", &at, err)
		&& (at >= number || step_apply(store, number, step, err))
		&& store_commit(store, err);
	if (!done)
		store_rollback(store);
	return done || fail_within(err, "step %s", step_name(step));
}

bool
store_steps(struct store *store, struct error *err)
{
	long at;
	int newest = newest_step();
	if (!ask_number(store, "PRAGMA user_version", &at, err))
		return false;
	if (at > newest)
		return fail(err, "it was written by a newer version of this program (step %ld; this one "
		            "knows %d); nothing in it was changed", at, newest);
	for (int number = 1; number <= at; number++)
		if (!step_unchanged(store, number, step_text(step_numbered(number)), err))
			return false;
	for (int number = (int)at + 1; number <= newest; number++)
		if (!step_run(store, number, err))
			return false;
	return true;
}
