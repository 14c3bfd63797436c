/* keeping.c: periods, holds and runs, and what goes of the installation's own. */
#include "store/keeping.h"

#include "base/secret.h"
#include "store/audit.h"
#include "store/drafts.h"
#include "store/returns.h"

struct told { Str authority, action, object, payload; };

static bool
tell(struct store *store, struct told told, struct by by, struct error *err)
{
	int64_t seq;
	return audit_add(store, &(struct entry){ .at = by.at, .actor = by.actor, .action = told.action,
		.authority = told.authority, .object = told.object, .payload = told.payload }, &seq, err);
}

static bool
room_for(struct store *store, const char *sql, Str authority, int *room, struct error *err)
{
	return store_count(store, sql, args(arg_text(authority)), room, err);
}

/* ---- periods ----------------------------------------------------------------------------------- */

static const char SETTING_COUNT_SQL[] = "SELECT count(*) FROM keep_period WHERE authority = $1";
static const char SETTINGS_SQL[] =
	"SELECT what, period, set_by, set_at FROM keep_period WHERE authority = $1 ORDER BY what";
static const char SET_SQL[] =
	"INSERT INTO keep_period (authority, what, period, set_by, set_at) VALUES ($1, $2, $3, $4, $5)"
	" ON CONFLICT (authority, what) DO UPDATE SET period = excluded.period, set_by = excluded.set_by,"
	" set_at = excluded.set_at";

bool
keep_settings(struct store *store, Str authority, struct keep_setting **settings, int *count,
              struct arena *perm, struct error *err)
{
	int room;
	*count = 0;
	if (!room_for(store, SETTING_COUNT_SQL, authority, &room, err))
		return false;
	*settings = new(perm, room + 1, struct keep_setting);
	struct rows *rows = store_query(store, SETTINGS_SQL, args(arg_text(authority)), err);
	while (rows_next(rows))
		if (*count < room)
			(*settings)[(*count)++] = (struct keep_setting){ row_text(rows, 0, perm),
				row_text(rows, 1, perm), row_text(rows, 2, perm), row_int(rows, 3) };
	return rows_end(rows, err);
}

bool
keep_set(struct store *store, Str authority, struct keep_setting setting, struct error *err)
{
	struct by by = { setting.set_by, setting.set_at };
	struct told told = { authority, S("retention.period"), setting.what, setting.period };
	return store_begin_for(store, authority, err)
		&& store_end(store, store_run(store, SET_SQL, args(arg_text(authority), arg_text(setting.what),
			arg_text(setting.period), arg_text(by.actor), arg_int(by.at)), err)
			&& tell(store, told, by, err), err);
}

/* ---- holds ------------------------------------------------------------------------------------- */

static const char HOLD_COUNT_SQL[] = "SELECT count(*) FROM legal_hold WHERE authority = $1";
static const char HOLDS_SQL[] =
	"SELECT number, person, why, set_by, ended_by, set_at, ended_at FROM legal_hold WHERE authority = $1"
	" ORDER BY number DESC";
static const char NEXT_HOLD_SQL[] = "SELECT coalesce(max(number), 0) + 1 FROM legal_hold WHERE authority = $1";
static const char HOLD_SQL[] =
	"INSERT INTO legal_hold (authority, number, person, why, set_by, set_at, ended_by, ended_at)"
	" VALUES ($1, $2, $3, $4, $5, $6, '', 0)";
static const char STANDS_SQL[] =
	"SELECT count(*) FROM legal_hold WHERE authority = $1 AND number = $2 AND ended_by = ''";
static const char END_HOLD_SQL[] =
	"UPDATE legal_hold SET ended_by = $3, ended_at = $4 WHERE authority = $1 AND number = $2";
static const char ANY_HOLD_SQL[] = "SELECT count(*) FROM legal_hold WHERE ended_by = ''";

bool
legal_holds(struct store *store, Str authority, struct legal_hold **holds, int *count,
            struct arena *perm, struct error *err)
{
	int room;
	*count = 0;
	if (!room_for(store, HOLD_COUNT_SQL, authority, &room, err))
		return false;
	*holds = new(perm, room + 1, struct legal_hold);
	struct rows *rows = store_query(store, HOLDS_SQL, args(arg_text(authority)), err);
	while (rows_next(rows))
		if (*count < room)
			(*holds)[(*count)++] = (struct legal_hold){ .number = row_int(rows, 0),
				.person = row_text(rows, 1, perm), .why = row_text(rows, 2, perm),
				.set_by = row_text(rows, 3, perm), .ended_by = row_text(rows, 4, perm),
				.set_at = row_int(rows, 5), .ended_at = row_int(rows, 6) };
	return rows_end(rows, err);
}

static Str
hold_object(int64_t number, struct arena *scratch)
{
	return str_format(scratch, "hold %lld", (long long)number);
}

static bool
set_inside(struct store *store, Str authority, struct legal_hold *hold, struct error *err)
{
	char room[512];
	struct arena scratch = { .next = room, .end = room + sizeof room };
	struct by by = { hold->set_by, hold->set_at };
	return store_number(store, NEXT_HOLD_SQL, args(arg_text(authority)), &hold->number, err)
		&& store_run(store, HOLD_SQL, args(arg_text(authority), arg_int(hold->number),
			arg_text(hold->person), arg_text(hold->why), arg_text(by.actor), arg_int(by.at)), err)
		&& tell(store, (struct told){ authority, S("retention.hold"), hold_object(hold->number, &scratch),
			hold->person.len ? hold->person : S("everybody") }, by, err);
}

bool
legal_hold_set(struct store *store, Str authority, struct legal_hold *hold, struct error *err)
{
	return store_begin_for(store, authority, err)
		&& store_end(store, set_inside(store, authority, hold, err), err);
}

static bool
end_inside(struct store *store, Str authority, int64_t number, struct by by, bool *found, struct error *err)
{
	char room[512];
	struct arena scratch = { .next = room, .end = room + sizeof room };
	int64_t stands;
	if (!store_number(store, STANDS_SQL, args(arg_text(authority), arg_int(number)), &stands, err))
		return false;
	*found = stands > 0;
	return !*found
		|| (store_run(store, END_HOLD_SQL, args(arg_text(authority), arg_int(number), arg_text(by.actor),
			arg_int(by.at)), err)
		&& tell(store, (struct told){ authority, S("retention.hold-ended"), hold_object(number, &scratch),
			S("") }, by, err));
}

bool
legal_hold_end(struct store *store, Str authority, int64_t number, struct by by, bool *found,
               struct error *err)
{
	return store_begin_for(store, authority, err)
		&& store_end(store, end_inside(store, authority, number, by, found, err), err);
}

bool
keep_any_hold(struct store *store, bool *any, struct error *err)
{
	int64_t count;
	bool read = store_number(store, ANY_HOLD_SQL, (struct args){ 0 }, &count, err);
	*any = count > 0;
	return read;
}

/* ---- runs -------------------------------------------------------------------------------------- */

static const char LAST_SQL[] =
	"SELECT (SELECT day FROM keep_run WHERE authority = $1), (SELECT max(at) FROM audit_entry)";
static const char RAN_SQL[] =
	"INSERT INTO keep_run (authority, day, at, actor) VALUES ($1, $2, $3, $4)"
	" ON CONFLICT (authority) DO UPDATE SET day = excluded.day, at = excluded.at, actor = excluded.actor";
static const char ERASED_COUNT_SQL[] = "SELECT count(*) FROM erased_person WHERE authority = $1";
static const char ERASED_SQL[] = "SELECT hash, day FROM erased_person WHERE authority = $1 ORDER BY hash";
static const char ERASE_SQL[] =
	"INSERT INTO erased_person (authority, hash, day) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
static const char *const asked_sql[] = {
	"DELETE FROM correction WHERE authority = $1 AND person = $2",
	"DELETE FROM data_request WHERE authority = $1 AND person = $2",
};
#define DECIDED_BEFORE " FROM correction WHERE authority = $1 AND decided_at > 0 AND decided_at < $2"
#define SENT_BEFORE " FROM data_request WHERE authority = $1 AND sent < $2"
static const char OLD_CORRECTIONS_SQL[] = "SELECT count(*)" DECIDED_BEFORE;
static const char OLD_REQUESTS_SQL[] = "SELECT count(*)" SENT_BEFORE;
static const char CORRECTIONS_GO_SQL[] = "DELETE" DECIDED_BEFORE;
static const char REQUESTS_GO_SQL[] = "DELETE" SENT_BEFORE;
static const char TOTALS_GO_SQL[] =
	"UPDATE equality_total SET members = '' WHERE authority = $1 AND day < $2 AND members <> ''";

bool
keep_last(struct store *store, Str authority, struct keep_last *last, struct error *err)
{
	struct rows *rows = store_query(store, LAST_SQL, args(arg_text(authority)), err);
	*last = (struct keep_last){ 0 };
	while (rows_next(rows))
		*last = (struct keep_last){ row_day(rows, 0), row_int(rows, 1) };
	return rows_end(rows, err);
}

Str
erased_hash(Str authority, Str ref, struct arena *perm)
{
	struct hashing hashing;
	hash_begin(&hashing);
	hash_add_text(&hashing, authority);
	hash_add_text(&hashing, ref);
	struct digits hash = hash_end(&hashing);
	return str_copy(digits_str(&hash), perm);
}

bool
erased_people(struct store *store, Str authority, struct erased_person **people, int *count,
              struct arena *perm, struct error *err)
{
	int room;
	*count = 0;
	if (!room_for(store, ERASED_COUNT_SQL, authority, &room, err))
		return false;
	*people = new(perm, room + 1, struct erased_person);
	struct rows *rows = store_query(store, ERASED_SQL, args(arg_text(authority)), err);
	while (rows_next(rows))
		if (*count < room)
			(*people)[(*count)++] = (struct erased_person){ row_text(rows, 0, perm), row_day(rows, 1) };
	return rows_end(rows, err);
}

static bool
list_erased(struct store *store, const struct keep_ran *ran, struct arena scratch, struct error *err)
{
	struct arg authority = arg_text(ran->authority), day = arg_text(date_iso(ran->day, &scratch));
	for (int i = 0; i < ran->erased_count; i++) {
		struct arena own = scratch;
		Str hash = erased_hash(ran->authority, ran->erased[i], &own);
		if (!store_run(store, ERASE_SQL, args(authority, arg_text(hash), day), err))
			return false;
	}
	return true;
}

bool
keep_erasing(struct store *store, const struct keep_ran *ran, struct by by, struct arena *perm,
             struct error *err)
{
	struct told told = { ran->authority, S("retention.erasing"),
		str_format(perm, "%d people", ran->erased_count), S("") };
	return store_begin_for(store, ran->authority, err)
		&& store_end(store, list_erased(store, ran, *perm, err) && tell(store, told, by, err), err);
}

static bool
asked_goes(struct store *store, const struct keep_ran *ran, struct arena scratch, struct error *err)
{
	struct arg authority = arg_text(ran->authority);
	for (int i = 0; i < ran->erased_count; i++)
		for (int t = 0; t < countof(asked_sql); t++)
			if (!store_run(store, asked_sql[t], args(authority, arg_text(ran->erased[i])), err))
				return false;
	return store_run(store, CORRECTIONS_GO_SQL,
	                 args(authority, arg_int(ran->asked_before.day * SECONDS_OF_DAY)), err)
		&& store_run(store, REQUESTS_GO_SQL,
		             args(authority, arg_text(date_iso(ran->asked_before, &scratch))), err)
		&& store_run(store, TOTALS_GO_SQL,
		             args(authority, arg_text(date_iso(ran->totals_before, &scratch))), err)
		&& store_returns_go(store, ran->authority, ran->returns_before, err);
}

static bool
ran_inside(struct store *store, const struct keep_ran *ran, struct by by, struct arena scratch, struct error *err)
{
	return asked_goes(store, ran, scratch, err)
		&& store_run(store, RAN_SQL, args(arg_text(ran->authority), arg_text(date_iso(ran->day, &scratch)),
			arg_int(by.at), arg_text(by.actor)), err)
		&& tell(store, (struct told){ ran->authority, S("retention.run"), date_iso(ran->day, &scratch),
			ran->payload }, by, err);
}

bool
keep_ran(struct store *store, const struct keep_ran *ran, struct by by, struct arena *perm, struct error *err)
{
	return store_begin_for(store, ran->authority, err)
		&& store_end(store, ran_inside(store, ran, by, *perm, err), err);
}

bool
keep_asked_old(struct store *store, Str authority, Date before, int *count, struct error *err)
{
	char room[512];
	struct arena scratch = { .next = room, .end = room + sizeof room };
	int64_t corrections = 0, requests = 0;
	bool read = store_number(store, OLD_CORRECTIONS_SQL,
			args(arg_text(authority), arg_int(before.day * SECONDS_OF_DAY)), &corrections, err)
		&& store_number(store, OLD_REQUESTS_SQL,
			args(arg_text(authority), arg_text(date_iso(before, &scratch))), &requests, err);
	*count = (int)(corrections + requests);
	return read;
}

/* ---- of the installation ----------------------------------------------------------------------- */

/* The audit's payloads go from the oldest on, up to the first that is young enough. */
#define AUDIT_OLD "FROM audit_payload WHERE seq <" \
	" (SELECT coalesce(min(seq), 0) FROM audit_entry WHERE at >= $1)"
static const struct { const char *count, *goes; } machine_sql[MACHINE_KINDS] = {
	[MACHINE_SESSIONS] = { "SELECT count(*) FROM account_session WHERE ends_at <= $1",
	                       "DELETE FROM account_session WHERE ends_at <= $1" },
	[MACHINE_LINKS] = { "SELECT count(*) FROM account_link WHERE ends_at <= $1",
	                    "DELETE FROM account_link WHERE ends_at <= $1" },
	[MACHINE_TOKENS] = { "SELECT count(*) FROM account_token WHERE ends_at < $1",
	                     "DELETE FROM account_token WHERE ends_at < $1" },
	[MACHINE_BROWSERS] = { "SELECT count(*) FROM account_browser WHERE seen_at < $1",
	                       "DELETE FROM account_browser WHERE seen_at < $1" },
	[MACHINE_FAILURES] = { "SELECT count(*) FROM account_failure WHERE at < $1",
	                       "DELETE FROM account_failure WHERE at < $1" },
	[MACHINE_DRAFTS] = { "SELECT count(*) FROM application_draft WHERE removed_at <= $1", NULL },
	[MACHINE_AUDIT] = { "SELECT count(*) " AUDIT_OLD, NULL },
};
static const char AUDIT_RANGE_SQL[] = "SELECT coalesce(min(seq), 0), coalesce(max(seq), 0) " AUDIT_OLD;

static int64_t
instant_of(const struct keep_machine *keep, int kind)
{
	const int64_t instants[MACHINE_KINDS] = { [MACHINE_SESSIONS] = keep->now, [MACHINE_LINKS] = keep->now,
		[MACHINE_TOKENS] = keep->tokens, [MACHINE_BROWSERS] = keep->browsers,
		[MACHINE_FAILURES] = keep->failures, [MACHINE_DRAFTS] = keep->now, [MACHINE_AUDIT] = keep->audit };
	return instants[kind];
}

bool
keep_machine_counts(struct store *store, const struct keep_machine *keep, int64_t counts[MACHINE_KINDS],
                    struct error *err)
{
	for (int k = 0; k < MACHINE_KINDS; k++)
		if (!store_number(store, machine_sql[k].count, args(arg_int(instant_of(keep, k))), &counts[k], err))
			return false;
	return true;
}

static bool
audit_goes(struct store *store, int64_t before, struct by by, struct error *err)
{
	struct audit_erasure erasure = { .actor = by.actor, .at = by.at };
	struct rows *rows = store_query(store, AUDIT_RANGE_SQL, args(arg_int(before)), err);
	while (rows_next(rows)) {
		erasure.first = row_int(rows, 0);
		erasure.last = row_int(rows, 1);
	}
	return rows_end(rows, err) && (erasure.first == 0 || audit_erase(store, &erasure, err));
}

static bool
machine_inside(struct store *store, const struct keep_machine *keep, Str payload, Date day, struct by by,
               struct arena scratch, struct error *err)
{
	Str iso = date_iso(day, &scratch);
	for (int k = 0; k < MACHINE_KINDS; k++)
		if (machine_sql[k].goes && !store_run(store, machine_sql[k].goes, args(arg_int(instant_of(keep, k))), err))
			return false;
	return drafts_remove_old(store, keep->now, err)
		&& store_run(store, RAN_SQL, args(arg_text(S(MACHINE)), arg_text(iso), arg_int(by.at),
			arg_text(by.actor)), err)
		&& (keep->audit == 0 || audit_goes(store, keep->audit, by, err))
		&& tell(store, (struct told){ S(""), S("retention.run"), iso, payload }, by, err);
}

bool
keep_machine_ran(struct store *store, const struct keep_machine *keep, Str payload, Date day, struct by by,
                 struct arena *perm, struct error *err)
{
	return accounts_begin(store, err)
		&& store_end(store, machine_inside(store, keep, payload, day, by, *perm, err), err);
}
