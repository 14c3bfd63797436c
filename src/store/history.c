/* history.c: what was done: deeds, their changes, and the life of one thing. */
#include "store/deeds.h"

#include <string.h>

#define PAST_COLUMNS \
	"d.seq, d.done_at, coalesce(u.seq, 0), coalesce(b.seq, 0), d.actor, d.what, d.object, d.reason," \
	" d.change_count"
#define PAST_TABLES \
	" deed AS d LEFT JOIN deed AS u ON u.authority = d.authority AND u.number = d.undoes" \
	" LEFT JOIN deed AS b ON b.authority = d.authority AND b.number = d.undone_by"
enum { PAST_COLUMN_COUNT = 9 };

static const char DEEDS_SQL[] =
	"SELECT " PAST_COLUMNS " FROM" PAST_TABLES
	" WHERE d.authority = $1 AND (CAST($2 AS TEXT) = '' OR d.what = CAST($2 AS TEXT))"
	" ORDER BY d.number DESC LIMIT $3";

static const char NUMBER_SQL[] = "SELECT number FROM deed WHERE authority = $1 AND seq = $2";

#define CHANGE_COLUMNS "type, kind, ref, id, was, became, erased_by"
#define CHANGES_OF(table) \
	"SELECT " CHANGE_COLUMNS ", n FROM " table " WHERE authority = $1 AND deed = $2"
static const char CHANGES_SQL[] =
	"SELECT " CHANGE_COLUMNS " FROM (" CHANGES_OF("record_change") " UNION ALL "
	CHANGES_OF("equality_change") ") AS c ORDER BY n";

#define HISTORY_SQL(table) \
	"SELECT " PAST_COLUMNS ", c.type, c.kind, c.ref, c.id, c.was, c.became, c.erased_by" \
	"  FROM " table " AS c CROSS JOIN" PAST_TABLES \
	" WHERE c.authority = $1 AND c.type = $2 AND c.ref = $3 AND d.authority = c.authority" \
	"   AND d.number = c.deed ORDER BY c.deed DESC, c.n DESC"
static const char *const history_sql[2] = { HISTORY_SQL("record_change"),
                                            HISTORY_SQL("equality_change") };

/* From this deed's changes to later ones of the same rows, by the index of refs. */
#define LATER_IN(table) \
	"SELECT l.deed FROM " table " AS m CROSS JOIN " table " AS l" \
	" WHERE m.authority = $1 AND m.deed = $2 AND l.authority = m.authority AND l.type = m.type" \
	"   AND l.ref = m.ref AND l.deed > m.deed AND l.id = m.id"
static const char BLOCKED_SQL[] =
	"SELECT " PAST_COLUMNS " FROM" PAST_TABLES
	" WHERE d.authority = $1 AND d.number > $2 AND d.undone_by IS NULL"
	"   AND (d.undoes IS NULL OR d.undoes <= $2)"
	"   AND d.number IN (" LATER_IN("record_change") " UNION " LATER_IN("equality_change") ")"
	" ORDER BY d.number DESC";

/* ---- deeds ------------------------------------------------------------------------------------ */

static struct past
past_of(const struct rows *rows, struct arena *perm)
{
	return (struct past){
		.seq = row_int(rows, 0), .at = row_int(rows, 1), .undoes = row_int(rows, 2),
		.undone_by = row_int(rows, 3), .actor = row_text(rows, 4, perm),
		.what = row_text(rows, 5, perm), .object = row_text(rows, 6, perm),
		.reason = row_text(rows, 7, perm), .change_count = (int)row_int(rows, 8) };
}

/* Twice the room, for lists whose length the database tells only at the end. */
static void *
grown(const void *at, int count, int *room, size_t size, struct arena *perm)
{
	*room = *room ? *room * 2 : 16;
	void *moved = arena_take(perm, *room, size, _Alignof(max_align_t));
	if (count)
		memcpy(moved, at, (size_t)count * size);
	return moved;
}

static bool
read_pasts(struct rows *rows, struct past **deeds, int *count, struct arena *perm,
           struct error *err)
{
	int room = 0;
	*deeds = NULL;
	for (*count = 0; rows_next(rows); ++*count) {
		if (*count == room)
			*deeds = grown(*deeds, *count, &room, sizeof **deeds, perm);
		(*deeds)[*count] = past_of(rows, perm);
	}
	return rows_end(rows, err);
}

bool
store_deeds(struct store *store, Str authority, Str what, int most, struct past **deeds,
            int *count, struct arena *perm, struct error *err)
{
	struct rows *rows = store_query(store, DEEDS_SQL,
		args(arg_text(authority), arg_text(what), arg_int(most ? most : INT32_MAX)), err);
	return read_pasts(rows, deeds, count, perm, err);
}

bool
deed_number(struct store *store, Str authority, int64_t seq, int64_t *number, struct error *err)
{
	struct rows *rows = store_query(store, NUMBER_SQL, args(arg_text(authority), arg_int(seq)), err);
	*number = 0;
	while (rows_next(rows))
		*number = row_int(rows, 0);
	return rows_end(rows, err);
}

/* The same, where it must be there. */
static bool
known_deed(struct store *store, Str authority, int64_t seq, int64_t *number, struct error *err)
{
	return deed_number(store, authority, seq, number, err)
		&& (*number || fail(err, "there is no deed %lld", (long long)seq));
}

bool
store_deed_blocked(struct store *store, Str authority, int64_t seq, struct past **by, int *count,
                   struct arena *perm, struct error *err)
{
	int64_t number;
	if (!known_deed(store, authority, seq, &number, err))
		return false;
	struct rows *rows = store_query(store, BLOCKED_SQL, args(arg_text(authority), arg_int(number)),
	                                err);
	return read_pasts(rows, by, count, perm, err);
}

/* ---- changes ---------------------------------------------------------------------------------- */

/* Nothing is known of it but which row it was. */
static struct record
without_values(const struct record_type *type, struct record row, struct arena *perm)
{
	Str *values = new(perm, type->field_count, Str);
	for (int f = 0; f < type->field_count; f++)
		values[f] = S("");
	row.values = values;
	return row;
}

static bool
side_of(const struct record_type *type, Str text, struct record row, struct record *side,
        struct arena *perm)
{
	*side = without_values(type, row, perm);
	return !text.len || record_text_read(type, text, side, perm);
}

static enum change_kind
kind_named(Str name)
{
	for (int kind = ADD; kind < REMOVE; kind++)
		if (str_equal(change_kind_name((enum change_kind)kind), name))
			return (enum change_kind)kind;
	return REMOVE;
}

/* The change whose columns begin at `first`. */
static bool
change_of(const struct rows *rows, int first, bool apart_too, struct change *change,
          struct arena *perm)
{
	const struct record_type *type = record_type_find(row_arg(rows, first).text);
	if (!type)
		return false;
	bool shown = apart_too || !record_apart(type);
	Str was = shown ? row_arg(rows, first + 4).text : S("");
	Str became = shown ? row_arg(rows, first + 5).text : S("");
	struct record row = { .id = row_int(rows, first + 3), .ref = row_text(rows, first + 2, perm) };
	*change = (struct change){ .kind = kind_named(row_arg(rows, first + 1).text), .type = type };
	return (change->kind == ADD || side_of(type, was, row, &change->before, perm))
		&& (change->kind == REMOVE || side_of(type, became, row, &change->after, perm));
}

static bool
damaged(struct error *err)
{
	return fail(err, "the history of the store cannot be read");
}

static bool
read_changes(struct store *store, Str authority, int64_t number, bool apart_too,
             struct changes *changes, int *erased, struct arena *perm, struct error *err)
{
	struct change change;
	bool sound = true;
	*changes = changes_new(perm);
	*erased = 0;
	struct rows *rows = store_query(store, CHANGES_SQL, args(arg_text(authority), arg_int(number)),
	                                err);
	while (rows_next(rows)) {
		sound = sound && change_of(rows, 0, apart_too, &change, perm);
		*erased += !row_null(rows, 6);
		if (sound)
			changes_add(changes, change);
	}
	return rows_end(rows, err) && (sound || damaged(err));
}

bool
store_deed_changes(struct store *store, Str authority, int64_t seq, struct changes *changes,
                   struct arena *perm, struct error *err)
{
	int64_t number;
	int erased;
	return known_deed(store, authority, seq, &number, err)
		&& read_changes(store, authority, number, false, changes, &erased, perm, err);
}

bool
deed_changes_whole(struct store *store, Str authority, int64_t number, struct changes *changes,
                   int *erased, struct arena *perm, struct error *err)
{
	return read_changes(store, authority, number, true, changes, erased, perm, err);
}

bool
store_history(struct store *store, Str authority, const struct record_type *type, Str ref,
              struct passed **history, int *count, struct arena *perm, struct error *err)
{
	int room = 0;
	bool sound = true;
	*history = NULL;
	struct rows *rows = store_query(store, history_sql[record_apart(type)],
		args(arg_text(authority), arg_text(type->name), arg_text(ref)), err);
	for (*count = 0; rows_next(rows); ++*count) {
		if (*count == room)
			*history = grown(*history, *count, &room, sizeof **history, perm);
		struct passed *passed = &(*history)[*count];
		passed->deed = past_of(rows, perm);
		sound = change_of(rows, PAST_COLUMN_COUNT, true, &passed->change, perm) && sound;
		passed->erased = !row_null(rows, PAST_COLUMN_COUNT + 6);
	}
	return rows_end(rows, err) && (sound || damaged(err));
}
