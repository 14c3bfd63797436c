/* list_words.c: how lists are read, remembered by name; and what was decided where they differ. */
#include "store/list_rows.h"

/* ---- profiles -------------------------------------------------------------------------------- */

static const char PROFILES_SQL[] =
	"SELECT name, list, content, actor, kept_at FROM list_profile WHERE authority = $1 ORDER BY name";
static const char PROFILE_COUNT_SQL[] = "SELECT count(*) FROM list_profile WHERE authority = $1";
static const char FORGET_SQL[] = "DELETE FROM list_profile WHERE authority = $1 AND name = $2";
static const char KEEP_SQL[] =
	"INSERT INTO list_profile (authority, name, list, content, actor, kept_at)"
	" VALUES ($1, $2, $3, $4, $5, $6)";

bool
store_profiles(struct store *store, Str authority, struct kept_profile **profiles, int *count,
               struct arena *perm, struct error *err)
{
	int64_t room;
	*count = 0;
	if (!list_number(store, PROFILE_COUNT_SQL, args(arg_text(authority)), &room, err))
		return false;
	*profiles = new(perm, (ptrdiff_t)room, struct kept_profile);
	struct rows *rows = store_query(store, PROFILES_SQL, args(arg_text(authority)), err);
	while (*count < room && rows_next(rows))
		(*profiles)[(*count)++] = (struct kept_profile){ .name = row_text(rows, 0, perm),
			.list = row_text(rows, 1, perm), .text = row_text(rows, 2, perm),
			.actor = row_text(rows, 3, perm), .at = row_int(rows, 4) };
	while (rows_next(rows))
		;
	return rows_end(rows, err);
}

bool
store_profile_keep(struct store *store, Str authority, const struct kept_profile *profile,
                   struct error *err)
{
	if (!store_begin_for(store, authority, err))
		return false;
	bool sound = store_run(store, FORGET_SQL, args(arg_text(authority), arg_text(profile->name)), err)
		&& store_run(store, KEEP_SQL, args(arg_text(authority), arg_text(profile->name),
			arg_text(profile->list), arg_text(profile->text), arg_text(profile->actor),
			arg_int(profile->at)), err);
	return list_end(store, sound, err);
}

/* ---- decisions ------------------------------------------------------------------------------- */

static const char DECISIONS_SQL[] =
	"SELECT number, decided_at, subject, facts, side, said_by, why, actor, until_day"
	"  FROM list_decision WHERE authority = $1 ORDER BY number";
static const char DECISION_COUNT_SQL[] = "SELECT count(*) FROM list_decision WHERE authority = $1";
static const char DECIDE_NEXT_SQL[] =
	"SELECT coalesce(max(number), 0) + 1 FROM list_decision WHERE authority = $1";
static const char DECIDE_SQL[] =
	"INSERT INTO list_decision (authority, number, subject, facts, side, said_by, why, until_day, actor,"
	" decided_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";

bool
store_decisions(struct store *store, Str authority, struct kept_decision **decisions, int *count,
                struct arena *perm, struct error *err)
{
	int64_t room;
	*count = 0;
	if (!list_number(store, DECISION_COUNT_SQL, args(arg_text(authority)), &room, err))
		return false;
	*decisions = new(perm, (ptrdiff_t)room, struct kept_decision);
	struct rows *rows = store_query(store, DECISIONS_SQL, args(arg_text(authority)), err);
	while (*count < room && rows_next(rows))
		(*decisions)[(*count)++] = (struct kept_decision){ .number = row_int(rows, 0),
			.at = row_int(rows, 1), .subject = row_text(rows, 2, perm), .facts = row_text(rows, 3, perm),
			.side = row_text(rows, 4, perm), .said_by = row_text(rows, 5, perm),
			.why = row_text(rows, 6, perm), .actor = row_text(rows, 7, perm),
			.until = row_date(rows, 8, perm) };
	while (rows_next(rows))
		;
	return rows_end(rows, err);
}

bool
store_decide(struct store *store, Str authority, const struct kept_decision *decision, struct error *err)
{
	char iso[256];
	struct arena small = { iso, iso + sizeof iso, NULL };
	int64_t number;
	if (!store_begin_for(store, authority, err))
		return false;
	bool sound = list_number(store, DECIDE_NEXT_SQL, args(arg_text(authority)), &number, err)
		&& store_run(store, DECIDE_SQL, args(arg_text(authority), arg_int(number),
			arg_text(decision->subject), arg_text(decision->facts), arg_text(decision->side),
			arg_text(decision->said_by), arg_text(decision->why),
			arg_text(date_iso(decision->until, &small)), arg_text(decision->actor),
			arg_int(decision->at)), err);
	return list_end(store, sound, err);
}
