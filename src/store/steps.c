/* steps.c: bringing a store to the form this program knows, one numbered step at a time.
 *
 * Steps are sql/steps/NNN-name.sql, inside the program. Each runs in a transaction of its own
 * together with its record, so a store is always exactly at some step.
 *
 * A step is one text for both engines. A line that begins "--sqlite " or "--postgres " (blanks may
 * stand before) is run on that engine only, without its mark; to the other it is a comment. What is
 * recorded is the hash of the whole text as it stands in the file.
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

/* The number of the last step that was run; 0 in an empty store. Refuses what is not ours. */
static bool
step_at(struct store *store, long *at, struct error *err)
{
	const struct driver *driver = store->driver;
	char whose[16], answer[32];
	*at = 0;
	if (!store_ask(store, driver->whose, whose, (int)sizeof whose, err))
		return false;
	if (strcmp(whose, "empty") == 0)
		return true;
	if (strcmp(whose, "ours") != 0)
		return fail(err, "it is %s; nothing in it was changed", driver->anothers);
	if (!store_ask(store, driver->at, answer, (int)sizeof answer, err))
		return false;
	*at = strtol(answer, NULL, 10);
	return true;
}

bool
store_ours(struct store *store, struct error *err)
{
	long at;
	return step_at(store, &at, err);
}

char *
step_lines(const char *mark, Str text, struct arena *perm)
{
	char *sql = new(perm, text.len + 2, char), *end = sql;
	while (text.len > 0) {
		Str line = str_cut(&text, '\n'), inner = line;
		while (inner.len > 0 && (inner.at[0] == '\t' || inner.at[0] == ' '))
			inner = str_from(inner, 1);
		if (str_begins(inner, str_of(mark)))
			line = str_from(inner, (ptrdiff_t)strlen(mark));
		memcpy(end, line.at, (size_t)line.len);
		end += line.len;
		*end++ = '\n';
	}
	return sql;
}

/* Whether the step was recorded with the text that this program has. */
static bool
step_unchanged(struct store *store, int number, Str text, struct error *err)
{
	static const char HASH_SQL[] = "SELECT hash FROM step WHERE number = $1";
	char hash[20];
	snprintf(hash, sizeof hash, "%016llx", (unsigned long long)str_hash(text));
	struct rows *rows = store_query(store, HASH_SQL, args(arg_int(number)), err);
	bool same = rows_next(rows) && str_equal(row_arg(rows, 0).text, str_of(hash));
	while (rows_next(rows))
		;
	if (!rows_end(rows, err))
		return false;
	return same || fail(err, "its step %d was made by a different build of this program; "
	                    "nothing in it was changed", number);
}

static bool
run_text(struct store *store, Str text, struct error *err)
{
	struct arena scratch = arena_reserve(STEP_BYTES_MOST + 64);
	if (!scratch.next)
		return fail(err, "out of memory");
	char *begin = scratch.next;
	bool done = store_script(store, step_lines(store->driver->mark, text, &scratch), err);
	arena_release(&scratch, begin);
	return done;
}

/* Where the number of the last step has a place of its own besides the table. */
static bool
note_number(struct store *store, int number, struct error *err)
{
	char sql[96];
	if (!store->driver->at_now)
		return true;
	snprintf(sql, sizeof sql, "%s%d", store->driver->at_now, number);
	return store_script(store, sql, err);
}

/* The step, its record and its number, inside the transaction that the caller began. */
static bool
step_apply(struct store *store, int number, const struct embedded *step, struct error *err)
{
	static const char RECORD_SQL[] = "INSERT INTO step (number, name, hash) VALUES ($1, $2, $3)";
	char hash[20];
	Str text = step_text(step);
	if (text.len >= STEP_BYTES_MOST)
		return fail(err, "it is longer than %d bytes", STEP_BYTES_MOST);
	snprintf(hash, sizeof hash, "%016llx", (unsigned long long)str_hash(text));
	return run_text(store, text, err)
		&& store_run(store, RECORD_SQL,
		             args(arg_int(number), arg_text(str_of(step_name(step))), arg_text(str_of(hash))),
		             err)
		&& note_number(store, number, err);
}

/* Runs a step unless another process has just done so. */
static bool
step_run(struct store *store, int number, struct error *err)
{
	const struct embedded *step = step_numbered(number);
	long at;
	if (!store_begin_for(store, S("steps of the store"), err))
		return false;
	bool done = step_at(store, &at, err)
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
	if (!step_at(store, &at, err))
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
