/* deed_reverse.c: the changes that take a deed back. */
#include "store/deeds.h"

struct reversing {
	struct store   *store;
	Str             authority;
	struct records  now[RECORD_TYPES];
	struct arena   *perm;
	struct error   *err;
};

static bool
stands_in_the_way(struct reversing *in, const struct record_type *type)
{
	return fail(in->err, "a %.*s of it was changed later; take that back first",
	            STR_ARG(type->one));
}

static bool
rows_now(struct reversing *in, const struct record_type *type, struct records **now)
{
	*now = &in->now[record_type_id(type)];
	return (*now)->type || record_rows(in->store, in->authority, type, *now, in->perm, in->err);
}

/* The row is there as the deed left it; only its version may have gone on, when what changed it in
 * between was taken back. */
static bool
reverse(struct reversing *in, const struct change *change, struct changes *changes)
{
	struct records *now;
	if (!rows_now(in, change->type, &now))
		return false;
	const struct record *left = change->kind == REMOVE ? &change->before : &change->after;
	const struct record *row = record_row(now, left->ref, left->id);
	if (change->kind == REMOVE) {
		if (row)
			return stands_in_the_way(in, change->type);
		changes_add(changes, (struct change){ .kind = ADD, .type = change->type,
		                                      .after = change->before });
		return true;
	}
	if (!row || !record_same(change->type, row, left))
		return stands_in_the_way(in, change->type);
	changes_add(changes, (struct change){ .kind = change->kind == ADD ? REMOVE : ALTER,
		.type = change->type, .before = *row, .after = change->before });
	return true;
}

static bool
read_and_reverse(struct reversing *in, int64_t seq, struct changes *changes)
{
	struct changes done;
	int64_t number;
	int erased;
	if (!deed_number(in->store, in->authority, seq, &number, in->err))
		return false;
	if (!number)
		return fail(in->err, "there is no deed %lld", (long long)seq);
	if (!deed_changes_whole(in->store, in->authority, number, &done, &erased, in->perm, in->err))
		return false;
	if (erased)
		return fail(in->err, "what it changed was erased since, so it cannot be taken back");
	for (int i = done.count - 1; i >= 0; i--)
		if (!reverse(in, &done.at[i], changes))
			return false;
	return true;
}

bool
store_deed_reversed(struct store *store, Str authority, int64_t seq, struct changes *changes,
                    struct arena *perm, struct error *err)
{
	struct reversing in = { .store = store, .authority = authority, .perm = perm, .err = err };
	*changes = changes_new(perm);
	if (!store_look(store, err))
		return false;
	bool reversed = read_and_reverse(&in, seq, changes);
	store_looked(store);
	return reversed;
}
