/* drafts.c: drafts of applications, their keys and what was typed. */
#include "store/drafts.h"

#include "store/engine.h"

enum { HOUR = 60 * 60 };
#define DAY_SECONDS (INT64_C(24) * 60 * 60)

/* The hour of the last save, and which of that hour it was: no two saves of a draft have the same. */
#define SAVED_NUMBER "(hour * 1000000 + saves)"

Str
draft_text_of(const struct draft_texts *texts, Str name)
{
	for (int i = 0; i < texts->count; i++)
		if (str_equal(texts->at[i].name, name))
			return texts->at[i].value;
	return S("");
}

int64_t
draft_end(int64_t now, Date closes, struct draft_days days)
{
	int64_t end = now + days.kept * DAY_SECONDS;
	int64_t after = (closes.day + days.after_closing + 1) * DAY_SECONDS;
	return closes.day && after < end ? after : end;
}

/* ---- beginning and ending ------------------------------------------------------------------------ */

static const char NEXT_SQL[] = "SELECT coalesce(max(number), 0) + 1 FROM application_draft";
static const char ADD_SQL[] =
	"INSERT INTO application_draft (number, authority, round, began_at, changed_at, removed_at, hour, saves, application)"
	" VALUES ($1, $2, $3, $4, $4, $5, 0, 0, '')";
static const char DROP_CODE_SQL[] = "DELETE FROM application_draft_key WHERE draft = $1 AND kind = 'code'";
static const char ADD_KEY_SQL[] = "INSERT INTO application_draft_key (hash, draft, kind) VALUES ($1, $2, $3)";
static const char DROP_KEY_SQL[] = "DELETE FROM application_draft_key WHERE hash = $1 AND kind = $2";

static Str
kind_text(enum draft_key kind)
{
	return kind == DRAFT_CODE ? S("code") : S("browser");
}

/* Numbers are given out one after the other, so those who begin wait for each other. */
bool
drafts_begin(struct store *store, struct error *err)
{
	return store_begin_for(store, S("applications being written"), err);
}

bool
draft_add(struct store *store, struct draft *draft, int64_t now, struct error *err)
{
	draft->changed_at = now;
	return store_number(store, NEXT_SQL, (struct args){ 0 }, &draft->number, err)
		&& store_run(store, ADD_SQL, args(arg_int(draft->number), arg_text(draft->authority), arg_text(draft->round),
		             arg_int(now), arg_int(draft->removed_at)), err);
}

bool
draft_lock_add(struct store *store, int64_t number, struct draft_lock lock, struct error *err)
{
	return (lock.kind != DRAFT_CODE || store_run(store, DROP_CODE_SQL, args(arg_int(number)), err))
		&& store_run(store, ADD_KEY_SQL, args(arg_text(lock.hash), arg_int(number), arg_text(kind_text(lock.kind))), err);
}

bool
draft_lock_drop(struct store *store, struct draft_lock lock, struct error *err)
{
	return store_run(store, DROP_KEY_SQL, args(arg_text(lock.hash), arg_text(kind_text(lock.kind))), err);
}

static const char *const remove_sql[] = {
	"DELETE FROM application_draft_text WHERE draft = $1", "DELETE FROM application_draft_key WHERE draft = $1",
	"DELETE FROM application_draft WHERE number = $1",
};
static const char WAITS_SQL[] = "SELECT count(*) FROM application_draft WHERE number = $1 AND application = ''";
static const char SENT_ALREADY_SQL[] = "SELECT count(*) FROM application_draft WHERE number = $1 AND application <> ''";
static const char *const remove_old_sql[] = {
	"DELETE FROM application_draft_text WHERE draft IN (SELECT number FROM application_draft WHERE removed_at <= $1)",
	"DELETE FROM application_draft_key WHERE draft IN (SELECT number FROM application_draft WHERE removed_at <= $1)",
	"DELETE FROM application_draft WHERE removed_at <= $1",
};

/* Saving, sending and removing one draft wait for each other, so that each sees what the other did. */
static bool
wait_for(struct store *store, int64_t number, struct error *err)
{
	char room[512];
	struct arena scratch = { .next = room, .end = room + sizeof room };
	return store_lock(store, str_format(&scratch, "application draft %lld", (long long)number), err);
}

bool
draft_remove(struct store *store, int64_t number, struct error *err)
{
	int sent;
	if (!wait_for(store, number, err) || !store_count(store, SENT_ALREADY_SQL, args(arg_int(number)), &sent, err))
		return false;
	if (sent)
		return fail(err, "this application was sent already");
	for (int i = 0; i < countof(remove_sql); i++)
		if (!store_run(store, remove_sql[i], args(arg_int(number)), err))
			return false;
	return true;
}

bool
drafts_remove_old(struct store *store, int64_t now, struct error *err)
{
	for (int i = 0; i < countof(remove_old_sql); i++)
		if (!store_run(store, remove_old_sql[i], args(arg_int(now)), err))
			return false;
	return true;
}

/* ---- what was typed --------------------------------------------------------------------------------- */

static const char SAVES_SQL[] = "SELECT saves FROM application_draft WHERE number = $1 AND hour = $2";
static const char SAVED_SQL[] =
	"UPDATE application_draft SET changed_at = $2, removed_at = $3, hour = $4, saves = $5 WHERE number = $1";
static const char TEXT_SQL[] =
	"INSERT INTO application_draft_text (draft, name, value) VALUES ($1, $2, $3)"
	" ON CONFLICT (draft, name) DO UPDATE SET value = excluded.value";
static const char TEXTS_COUNT_SQL[] = "SELECT count(*) FROM application_draft_text WHERE draft = $1";
static const char TEXTS_SQL[] = "SELECT name, value FROM application_draft_text WHERE draft = $1 ORDER BY name";

bool
draft_save(struct store *store, const struct draft_saving *saving, const struct draft_texts *texts,
           enum draft_saved *saved, struct error *err)
{
	int64_t hour = saving->now / HOUR, saves;
	int waits;
	if (!wait_for(store, saving->number, err) || !store_count(store, WAITS_SQL, args(arg_int(saving->number)), &waits, err) ||
	    !store_number(store, SAVES_SQL, args(arg_int(saving->number), arg_int(hour)), &saves, err))
		return false;
	*saved = waits == 0 ? DRAFT_OVER : saves >= saving->most ? DRAFT_TOO_OFTEN : DRAFT_SAVED;
	if (*saved != DRAFT_SAVED)
		return true;
	if (!store_run(store, SAVED_SQL, args(arg_int(saving->number), arg_int(saving->now), arg_int(saving->removed_at),
	               arg_int(hour), arg_int(saves + 1)), err))
		return false;
	for (int i = 0; i < texts->count; i++)
		if (!store_run(store, TEXT_SQL, args(arg_int(saving->number), arg_text(texts->at[i].name),
		               arg_text(texts->at[i].value)), err))
			return false;
	return true;
}

bool
draft_texts_read(struct store *store, int64_t number, struct draft_texts *texts, struct arena *perm, struct error *err)
{
	int room;
	*texts = (struct draft_texts){ 0 };
	if (!store_count(store, TEXTS_COUNT_SQL, args(arg_int(number)), &room, err))
		return false;
	texts->at = new(perm, room + 1, struct draft_text);
	struct rows *rows = store_query(store, TEXTS_SQL, args(arg_int(number)), err);
	while (rows_next(rows))
		if (texts->count < room)
			texts->at[texts->count++] = (struct draft_text){ row_text(rows, 0, perm), row_text(rows, 1, perm) };
	return rows_end(rows, err);
}

/* ---- sent ---------------------------------------------------------------------------------------------- */

static const char UNCHANGED_SQL[] =
	"SELECT count(*) FROM application_draft WHERE number = $1 AND " SAVED_NUMBER " = $2";
static const char SENT_SQL[] =
	"UPDATE application_draft SET application = $2, changed_at = $3, removed_at = $4 WHERE number = $1";

bool
draft_sent(struct store *store, const struct draft *draft, const struct draft_sending *sending, struct error *err)
{
	int waits, unchanged;
	int64_t number = draft->number;
	if (!wait_for(store, number, err) || !store_count(store, WAITS_SQL, args(arg_int(number)), &waits, err) ||
	    !store_count(store, UNCHANGED_SQL, args(arg_int(number), arg_int(draft->saved)), &unchanged, err))
		return false;
	if (waits != 1)
		return fail(err, "this application was sent already");
	if (!unchanged)
		return fail(err, "something was saved in this application at this moment");
	return store_run(store, SENT_SQL, args(arg_int(number), arg_text(sending->application), arg_int(sending->now),
	                 arg_int(sending->removed_at)), err)
		&& store_run(store, remove_sql[0], args(arg_int(number)), err);
}

/* ---- opening --------------------------------------------------------------------------------------------- */

static const char OPEN_SQL[] =
	"SELECT d.number, d.authority, d.round, d.changed_at, d.removed_at, d.application, " SAVED_NUMBER
	"  FROM application_draft_key AS k JOIN application_draft AS d ON d.number = k.draft"
	" WHERE k.hash = $1 AND k.kind = $2 AND d.removed_at > $3 ORDER BY d.number";
static const char COUNT_SQL[] =
	"SELECT count(*) FROM application_draft WHERE authority = $1 AND application = '' AND removed_at > $2";

bool
draft_open(struct store *store, struct draft_lock lock, int64_t now, struct draft *draft, bool *found,
           struct arena *perm, struct error *err)
{
	*found = false;
	struct rows *rows = store_query(store, OPEN_SQL, args(arg_text(lock.hash), arg_text(kind_text(lock.kind)),
	                                arg_int(now)), err);
	while (rows_next(rows)) {
		*draft = (struct draft){ row_int(rows, 0), row_text(rows, 1, perm), row_text(rows, 2, perm), row_int(rows, 3),
		                         row_int(rows, 4), row_int(rows, 6), row_text(rows, 5, perm) };
		*found = true;
	}
	return rows_end(rows, err);
}

bool
draft_read(struct store *store, struct draft_lock lock, int64_t now, struct draft_whole *whole, struct arena *perm,
           struct error *err)
{
	*whole = (struct draft_whole){ 0 };
	if (!store_look(store, err))
		return false;
	bool read = draft_open(store, lock, now, &whole->draft, &whole->found, perm, err)
		&& (!whole->found || draft_texts_read(store, whole->draft.number, &whole->texts, perm, err));
	store_looked(store);
	return read;
}

bool
drafts_open(struct store *store, Str authority, int64_t now, int *count, struct error *err)
{
	return store_count(store, COUNT_SQL, args(arg_text(authority), arg_int(now)), count, err);
}

bool
drafts_of_round(struct store *store, const struct draft *of, int64_t now, struct draft_counts *counts, struct error *err)
{
	static const char BEGUN_SQL[] =
		"SELECT count(*) FROM application_draft WHERE authority = $1 AND round = $2 AND removed_at > $3 AND application = ''";
	static const char SENT_ONES_SQL[] =
		"SELECT count(*) FROM application_draft WHERE authority = $1 AND round = $2 AND removed_at > $3 AND application <> ''";
	struct args these = args(arg_text(of->authority), arg_text(of->round), arg_int(now));
	return store_count(store, BEGUN_SQL, these, &counts->begun, err) && store_count(store, SENT_ONES_SQL, these, &counts->sent, err);
}

/* ---- rounds ------------------------------------------------------------------------------------------------ */

static const char ROUNDS_COUNT_SQL[] =
	"SELECT count(*) FROM hiring_round WHERE \"public\" = 'yes' AND closed_on IS NULL";
static const char ROUNDS_SQL[] =
	"SELECT authority, ref, name, opens_on, closes_on FROM hiring_round"
	" WHERE \"public\" = 'yes' AND closed_on IS NULL ORDER BY authority, ref";

bool
rounds_open(struct store *store, struct round_open **rounds, int *count, struct arena *perm, struct error *err)
{
	int room;
	*count = 0;
	if (!store_count(store, ROUNDS_COUNT_SQL, (struct args){ 0 }, &room, err))
		return false;
	*rounds = new(perm, room + 1, struct round_open);
	struct rows *rows = store_query(store, ROUNDS_SQL, (struct args){ 0 }, err);
	while (rows_next(rows))
		if (*count < room)
			(*rounds)[(*count)++] = (struct round_open){ row_text(rows, 0, perm), row_text(rows, 1, perm),
				row_text(rows, 2, perm), row_day(rows, 3), row_day(rows, 4) };
	return rows_end(rows, err);
}
