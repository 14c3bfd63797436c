/* deeds.c: doing a deed: judged, compared, written, sealed, and in the audit. */
#include "store/deeds.h"

#include <assert.h>

#include "store/audit.h"
#include "store/fold.h"
#include "store/messages.h"

static const char COUNCIL_SQL[] = "SELECT stamp, last_id FROM council WHERE authority = $1";
static const char COUNCIL_WRITE_SQL[] =
	"INSERT INTO council (authority, stamp, last_id) VALUES ($1, $2, $3)"
	" ON CONFLICT (authority) DO UPDATE SET stamp = excluded.stamp, last_id = excluded.last_id";
#define CHANGE_SQL(table) \
	"INSERT INTO " table " (authority, deed, n, type, kind, ref, id, was, became, salt, hash," \
	" erased_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"
static const char *const change_sql[2] = { CHANGE_SQL("record_change"), CHANGE_SQL("equality_change") };
static const char DEED_SQL[] =
	"INSERT INTO deed (authority, number, seq, done_at, actor, what, object, undoes, change_count,"
	" reason, reason_salt, reason_hash, hash)"
	" VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
static const char UNDONE_SQL[] =
	"SELECT undoes, undone_by FROM deed WHERE authority = $1 AND number = $2";
static const char UNDO_SQL[] = "UPDATE deed SET undone_by = $3 WHERE authority = $1 AND number = $2";

enum { SALT_BYTES = 16 };
static const struct arg nothing = { .kind = ARG_NULL };

static enum stored
not_stored(bool never)
{
	assert(!never);
	return NOT_STORED;
}

static enum stored
changed_since(struct doing *doing, const struct record_type *type)
{
	fail(doing->err, "somebody else changed a %.*s meanwhile; look at it again",
	     STR_ARG(type->one));
	return CHANGED_SINCE;
}

/* ---- as it is now ----------------------------------------------------------------------------- */

static bool
read_council_row(struct doing *doing)
{
	struct rows *rows = store_query(doing->store, COUNCIL_SQL, args(arg_text(doing->deed->authority)),
	                                doing->err);
	while (rows_next(rows)) {
		doing->number = row_int(rows, 0);
		doing->last_id = row_int(rows, 1);
	}
	doing->number++;
	return rows_end(rows, doing->err);
}

/* The whole council for a judge, and otherwise only types whose rows are to be compared. */
static bool
read_now(struct doing *doing, bool whole)
{
	const struct council *known = doing->deed->known;
	Str authority = doing->deed->authority;
	bool needed[RECORD_TYPES] = { false };
	if (known && known->stamp == doing->number - 1 && str_equal(known->authority, authority))
		doing->now = *known;
	else if (whole && !council_rows(doing->store, authority, &doing->now, doing->perm, doing->err))
		return false;
	for (int i = 0; i < doing->changes.count; i++)
		needed[record_type_id(doing->changes.at[i].type)] |= doing->changes.at[i].kind != ADD;
	for (int t = 0; t < RECORD_TYPES; t++) {
		struct records *records = &doing->now.of[t];
		bool there = records->type && !record_apart(&record_types[t]);
		if (needed[t] && !there
		    && !record_rows(doing->store, authority, &record_types[t], records, doing->perm,
		                    doing->err))
			return false;
	}
	return true;
}

/* ---- the changes ------------------------------------------------------------------------------ */

static bool
row_is_as_before(const struct doing *doing, const struct change *change)
{
	const struct record *row = record_row(&doing->now.of[record_type_id(change->type)],
	                                      change->before.ref, change->before.id);
	return row && row->version == change->before.version
	       && record_same(change->type, row, &change->before)
	       && (change->kind == REMOVE || str_equal(change->after.ref, row->ref));
}

/* Whether the place of what comes was taken since its ref was chosen: somebody else was given the same, at the same moment. */
static bool
is_taken(const struct doing *doing, const struct change *change)
{
	const struct records *records = &doing->now.of[record_type_id(change->type)];
	int first, count = records->type ? records_of(records, change->after.ref, &first) : 0;
	bool taken = false;
	for (int i = first; count && i < first + count; i++)
		taken = taken || !change->type->dated || records->at[i].when.first.day == change->after.when.first.day;
	for (int i = 0; taken && i < doing->changes.count; i++)
		taken = doing->changes.at[i].kind == ADD || doing->changes.at[i].type != change->type ||
			!str_equal(doing->changes.at[i].before.ref, change->after.ref);
	return taken;
}

/* What was there is as the changes say; what comes gets its number. */
static enum stored
compare(struct doing *doing)
{
	for (int i = 0; i < doing->changes.count; i++) {
		struct change *change = &doing->changes.at[i];
		if (change->kind != ADD && !row_is_as_before(doing, change))
			return changed_since(doing, change->type);
		if (change->kind == ADD && is_taken(doing, change))
			return changed_since(doing, change->type);
		if (change->kind == ALTER) {
			change->after.id = change->before.id;
			change->after.version = change->before.version + 1;
		} else if (change->kind == ADD) {
			bool back = doing->undoes && change->after.id && change->after.id <= doing->last_id;
			change->after.version = back ? change->after.version + 1 : 1;
			change->after.id = back ? change->after.id : ++doing->last_id;
		}
	}
	return STORED;
}

static const struct record_sql *
sql_of(struct doing *doing, const struct record_type *type)
{
	struct record_sql *sql = &doing->sql[record_type_id(type)];
	if (!sql->add)
		*sql = record_sql(type, doing->perm);
	return sql;
}

static bool
take_out(struct doing *doing, const struct change *change)
{
	return change->kind == ADD
		|| store_run(doing->store, sql_of(doing, change->type)->take,
		             args(arg_text(doing->deed->authority), arg_int(change->before.id),
		                  arg_int(change->before.version)), doing->err);
}

static bool
put_in(struct doing *doing, const struct change *change)
{
	struct record_args row;
	const char *sql = sql_of(doing, change->type)->add;
	struct arena scratch = *doing->perm;
	return change->kind == REMOVE
		|| (record_args(change->type, doing->deed->authority, &change->after, &row, &scratch,
		                doing->err)
		    && store_run(doing->store, sql, (struct args){ row.at, row.count }, doing->err));
}

static bool
write_rows(struct doing *doing)
{
	for (int i = 0; i < doing->changes.count; i++)
		if (!take_out(doing, &doing->changes.at[i]))
			return false;
	for (int i = 0; i < doing->changes.count; i++)
		if (!put_in(doing, &doing->changes.at[i]))
			return false;
	return true;
}

/* ---- the history ------------------------------------------------------------------------------ */

Str
change_kind_name(enum change_kind kind)
{
	static const Str names[] = { [ADD] = STR("add"), [ALTER] = STR("alter"), [REMOVE] = STR("remove") };
	return names[kind];
}

struct digits
reason_hash(Str reason, Str salt)
{
	struct hashing hashing;
	hash_begin(&hashing);
	hash_add_text(&hashing, salt);
	hash_add_text(&hashing, reason);
	return hash_end(&hashing);
}

struct digits
change_hash(const struct change_text *change, Str salt)
{
	struct hashing hashing;
	const Str parts[] = { salt, change->type, change->kind, change->ref, change->was, change->became };
	hash_begin(&hashing);
	for (ptrdiff_t i = 0; i < countof(parts); i++)
		hash_add_text(&hashing, parts[i]);
	hash_add_number(&hashing, change->id);
	return hash_end(&hashing);
}

static bool
write_change(struct doing *doing, int n, const struct change *change)
{
	struct arena scratch = *doing->perm;
	const struct record_type *type = change->type;
	const struct record *row = change->kind == ADD ? &change->after : &change->before;
	struct change_text text = { type->name, change_kind_name(change->kind), row->ref, row->id,
		.was = change->kind == ADD ? S("") : record_text(type, &change->before, &scratch),
		.became = change->kind == REMOVE ? S("") : record_text(type, &change->after, &scratch) };
	struct digits salt, hash;
	bool kept = !doing->erases;
	if (!random_digits(SALT_BYTES, &salt, doing->err))
		return false;
	hash = change_hash(&text, digits_str(&salt));
	hash_add_text(&doing->hashing, digits_str(&hash));
	return store_run(doing->store, change_sql[record_apart(type)],
		args(arg_text(doing->deed->authority), arg_int(doing->number), arg_int(n),
		     arg_text(text.type), arg_text(text.kind), arg_text(text.ref), arg_int(text.id),
		     arg_text(kept ? text.was : S("")), arg_text(kept ? text.became : S("")),
		     kept ? arg_text(digits_str(&salt)) : nothing, arg_text(digits_str(&hash)),
		     kept ? nothing : arg_int(doing->number)), doing->err);
}

static bool
write_history(struct doing *doing)
{
	if (!random_digits(SALT_BYTES, &doing->reason_salt, doing->err))
		return false;
	doing->reason_hash = reason_hash(doing->deed->reason, digits_str(&doing->reason_salt));
	hash_begin(&doing->hashing);
	hash_add_text(&doing->hashing, digits_str(&doing->reason_hash));
	for (int i = 0; i < doing->changes.count; i++)
		if (!write_change(doing, i + 1, &doing->changes.at[i]))
			return false;
	return true;
}

Str
deed_payload(int64_t changes, Str hash, struct arena *perm)
{
	return str_format(perm, "%lld changes, hash %.*s", (long long)changes, STR_ARG(hash));
}

/* The audit comes last: others who write to it wait from here to the commit only. */
static bool
write_deed(struct doing *doing, int64_t *seq)
{
	const struct deed *deed = doing->deed;
	struct arena scratch = *doing->perm;
	struct digits hash = hash_end(&doing->hashing);
	struct entry entry = { .at = deed->at, .actor = deed->actor,
		.action = str_join(S("record."), deed->what, &scratch), .authority = deed->authority,
		.object = deed->object,
		.payload = deed_payload(doing->changes.count, digits_str(&hash), &scratch) };
	return audit_add(doing->store, &entry, seq, doing->err)
		&& store_run(doing->store, DEED_SQL,
			args(arg_text(deed->authority), arg_int(doing->number), arg_int(*seq),
			     arg_int(deed->at), arg_text(deed->actor), arg_text(deed->what),
			     arg_text(deed->object), doing->undoes ? arg_int(doing->undoes) : nothing,
			     arg_int(doing->changes.count), arg_text(deed->reason),
			     arg_text(digits_str(&doing->reason_salt)),
			     arg_text(digits_str(&doing->reason_hash)), arg_text(digits_str(&hash))),
			doing->err);
}

/* ---- taking back ------------------------------------------------------------------------------ */

static bool
read_undone(struct doing *doing, int64_t number, int64_t *undoes, int64_t *undone_by)
{
	struct rows *rows = store_query(doing->store, UNDONE_SQL,
		args(arg_text(doing->deed->authority), arg_int(number)), doing->err);
	*undoes = *undone_by = 0;
	while (rows_next(rows)) {
		*undoes = row_int(rows, 0);
		*undone_by = row_int(rows, 1);
	}
	return rows_end(rows, doing->err);
}

static enum stored
find_undone(struct doing *doing)
{
	int64_t seq = doing->deed->undoes, undoes, undone_by;
	if (!seq)
		return STORED;
	if (!deed_number(doing->store, doing->deed->authority, seq, &doing->undoes, doing->err))
		return NOT_STORED;
	if (!doing->undoes)
		return not_stored(fail(doing->err, "there is no deed %lld to take back", (long long)seq));
	if (!read_undone(doing, doing->undoes, &undoes, &undone_by))
		return NOT_STORED;
	if (!undone_by)
		return STORED;
	fail(doing->err, "deed %lld has been taken back already", (long long)seq);
	return CHANGED_SINCE;
}

/* Taking back what took something back lets that stand again, and so on. */
static bool
mark_undone(struct doing *doing)
{
	int64_t by = doing->number, of = doing->undoes;
	for (bool stands = true; of; stands = !stands) {
		int64_t undoes, was;
		if (!read_undone(doing, of, &undoes, &was)
		    || !store_run(doing->store, UNDO_SQL,
		                  args(arg_text(doing->deed->authority), arg_int(of),
		                       stands ? arg_int(by) : nothing), doing->err))
			return false;
		by = of;
		of = undoes;
	}
	return true;
}

/* What was written to and about a candidate goes with them, removed or emptied; and what waits is not sent. */
static bool
take_messages(struct doing *doing)
{
	for (int i = 0; i < doing->changes.count; i++) {
		const struct change *change = &doing->changes.at[i];
		bool goes = change->kind == REMOVE || (doing->erases && change->kind == ALTER);
		if (change->type == &record_types[TYPE_CANDIDATE] && goes
		    && !store_messages_go(doing->store, doing->deed->authority, change->before.ref, doing->err))
			return false;
	}
	return true;
}

/* ---- the whole -------------------------------------------------------------------------------- */

static bool
write_all(struct doing *doing, int64_t *seq)
{
	return store_run(doing->store, COUNCIL_WRITE_SQL,
	                 args(arg_text(doing->deed->authority), arg_int(doing->number),
	                      arg_int(doing->last_id)), doing->err)
		&& write_rows(doing) && take_messages(doing)
		&& (!doing->deed->with || doing->deed->with(doing->store, doing->deed->with_what, doing->err))
		&& write_history(doing) && write_deed(doing, seq)
		&& mark_undone(doing);
}

enum stored
deed_inside(struct doing *doing, const struct changes *changes, deed_judge *judge, void *context,
            int64_t *seq)
{
	bool whole = changes_folded(changes, &doing->changes, doing->perm);
	if (!read_council_row(doing) || !read_now(doing, judge != NULL))
		return NOT_STORED;
	if (judge && !judge(&doing->now, context, doing->err))
		return NOT_STORED;
	if (!whole)
		return not_stored(fail(doing->err, "the changes do not follow from each other"));
	enum stored stored = find_undone(doing);
	if (stored == STORED)
		stored = compare(doing);
	if (stored != STORED || (doing->changes.count == 0 && !doing->erases))
		return stored;
	return write_all(doing, seq) ? STORED : NOT_STORED;
}

enum stored
store_do(struct store *store, const struct deed *deed, const struct changes *changes,
         deed_judge *judge, void *context, int64_t *seq, struct arena *perm, struct error *err)
{
	struct doing *doing = new(perm, 1, struct doing);
	*doing = (struct doing){ .store = store, .deed = deed, .perm = perm, .err = err };
	*seq = 0;
	if (!store_begin_for(store, deed->authority, err))
		return NOT_STORED;
	enum stored stored = deed_inside(doing, changes, judge, context, seq);
	if (stored == STORED && *seq)
		return store_commit(store, err) ? STORED : NOT_STORED;
	store_rollback(store);
	return stored;
}
