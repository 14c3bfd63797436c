/* erase.c: values go, and that something was there stays. */
#include "store/deeds.h"

/* Reasons first: they are found by the changes that are still to be emptied. */
#define OF_THE_THING "authority = $1 AND type = $2 AND ref = $3 AND erased_by IS NULL"
#define REASONS_SQL(table) \
	"UPDATE deed SET reason = '', reason_salt = NULL WHERE authority = $1 AND done_at < $4" \
	" AND number IN (SELECT deed FROM " table " WHERE " OF_THE_THING ")"
#define VALUES_SQL(table) \
	"UPDATE " table " SET was = '', became = '', salt = NULL, erased_by = $4" \
	" WHERE " OF_THE_THING \
	" AND (SELECT done_at FROM deed WHERE deed.authority = $1 AND number = " table ".deed) < $5"
static const char *const reasons_sql[2] = { REASONS_SQL("record_change"),
                                            REASONS_SQL("equality_change") };
static const char *const values_sql[2] = { VALUES_SQL("record_change"),
                                           VALUES_SQL("equality_change") };

static bool
empty_history(struct doing *doing, struct erasure of)
{
	bool apart = record_apart(of.type);
	struct arg authority = arg_text(doing->deed->authority), type = arg_text(of.type->name),
		ref = arg_text(of.ref), before = arg_int(of.before ? of.before : INT64_MAX);
	return store_run(doing->store, reasons_sql[apart], args(authority, type, ref, before), doing->err)
		&& store_run(doing->store, values_sql[apart],
		             args(authority, type, ref, arg_int(doing->number), before), doing->err);
}

/* Neighbours in the list are mostly rows of one thing. */
static bool
same_thing(const struct change *a, const struct change *b)
{
	const struct record *left = a->kind == ADD ? &a->after : &a->before;
	const struct record *right = b->kind == ADD ? &b->after : &b->before;
	return a->type == b->type && str_equal(left->ref, right->ref);
}

static bool
empty_histories(struct doing *doing, struct erasures erasures)
{
	const struct changes *changes = &doing->changes;
	for (int i = 0; i < changes->count; i++) {
		const struct change *change = &changes->at[i];
		const struct record *row = change->kind == ADD ? &change->after : &change->before;
		if (i && same_thing(change, &changes->at[i - 1]))
			continue;
		if (!empty_history(doing, (struct erasure){ change->type, row->ref, 0 }))
			return false;
	}
	for (int i = 0; i < erasures.count; i++)
		if (!empty_history(doing, erasures.at[i]))
			return false;
	return true;
}

enum stored
store_records_erase(struct store *store, const struct deed *deed, const struct changes *changes,
                    struct erasures erasures, int64_t *seq, struct arena *perm, struct error *err)
{
	struct doing *doing = new(perm, 1, struct doing);
	*doing = (struct doing){ .store = store, .deed = deed, .erases = true, .perm = perm, .err = err };
	*seq = 0;
	if (!store_begin_for(store, deed->authority, err))
		return NOT_STORED;
	enum stored stored = deed_inside(doing, changes, NULL, NULL, seq);
	if (stored == STORED && *seq && empty_histories(doing, erasures))
		return store_commit(store, err) ? STORED : NOT_STORED;
	store_rollback(store);
	return stored == STORED && *seq ? NOT_STORED : stored;
}
