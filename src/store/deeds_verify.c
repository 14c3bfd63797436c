/* deeds_verify.c: whether the history is what was written: every hash made again. */
#include "store/deeds.h"

#include "store/audit.h"

static const char DEEDS_SQL[] =
	"SELECT seq, authority, number, reason, coalesce(reason_salt, ''), reason_hash, hash, change_count"
	"  FROM deed ORDER BY seq";

#define CHANGES_OF(table) \
	"SELECT n, type, kind, ref, id, was, became, coalesce(salt, '') AS salt, hash, erased_by" \
	"  FROM " table " WHERE authority = $1 AND deed = $2"
static const char CHANGES_SQL[] =
	"SELECT c.type, c.kind, c.ref, c.id, c.was, c.became, c.salt, c.hash,"      /* 0 to 7 */
	"       coalesce(c.erased_by, 0), e.number"                                 /* 8, 9 */
	"  FROM (" CHANGES_OF("record_change") " UNION ALL " CHANGES_OF("equality_change") ") AS c"
	"  LEFT JOIN deed AS e ON e.authority = $1 AND e.number = c.erased_by"
	" ORDER BY c.n";

/* A deed that is in the audit, and of which nothing else is left. */
static const char LOST_SQL[] =
	"SELECT coalesce(min(a.seq), 0) FROM audit_entry AS a LEFT JOIN deed AS d ON d.seq = a.seq"
	" WHERE a.action LIKE 'record.%' AND d.seq IS NULL";

struct walk {
	struct store         *store;
	struct deeds_verdict *verdict;
	const char           *broken;                /* what is wrong with the first that is */
	struct error         *err;
};

/* What the deed's row says. */
struct sealed { int64_t seq, number, count; Str authority, reason, reason_salt, reason_hash, hash; };

static void
broken(struct walk *walk, const struct sealed *deed, const char *what)
{
	if (walk->broken)
		return;
	walk->broken = what;
	walk->verdict->sound = false;
	walk->verdict->broken_seq = deed->seq;
}

/* One change: its own hash, unless its values were erased, and then by a deed that is there. */
static void
check_change(struct walk *walk, const struct sealed *deed, const struct rows *rows)
{
	bool erased = row_int(rows, 8) != 0;
	struct change_text change = { row_arg(rows, 0).text, row_arg(rows, 1).text,
		row_arg(rows, 2).text, row_int(rows, 3), row_arg(rows, 4).text, row_arg(rows, 5).text };
	struct digits hash = change_hash(&change, row_arg(rows, 6).text);
	walk->verdict->changes++;
	walk->verdict->erased += erased;
	if (erased && row_null(rows, 9))
		broken(walk, deed, "values are missing that no deed has erased");
	if (!erased && !str_equal(digits_str(&hash), row_arg(rows, 7).text))
		broken(walk, deed, "a change is not as it was written");
}

/* The deed's hash, made again from its reason's and its changes'. */
static bool
check_hash(struct walk *walk, const struct sealed *deed)
{
	int64_t count = 0;
	struct hashing hashing;
	hash_begin(&hashing);
	hash_add_text(&hashing, deed->reason_hash);
	struct rows *rows = store_query(walk->store, CHANGES_SQL,
		args(arg_text(deed->authority), arg_int(deed->number)), walk->err);
	for (; rows_next(rows); count++) {
		check_change(walk, deed, rows);
		hash_add_text(&hashing, row_arg(rows, 7).text);
	}
	struct digits hash = hash_end(&hashing);
	if (!rows_end(rows, walk->err))
		return false;
	if (count != deed->count)
		broken(walk, deed, "changes of it are missing or too many");
	if (!str_equal(digits_str(&hash), deed->hash))
		broken(walk, deed, "its hash is not that of its changes");
	return true;
}

static void
check_reason(struct walk *walk, const struct sealed *deed)
{
	struct digits hash = reason_hash(deed->reason, deed->reason_salt);
	if (deed->reason_salt.len && !str_equal(digits_str(&hash), deed->reason_hash))
		broken(walk, deed, "its reason is not as it was written");
}

/* What the audit committed to; nothing can be said where its payload was erased. */
static bool
check_audit(struct walk *walk, const struct sealed *deed, struct arena scratch)
{
	struct entry *entries;
	int count;
	struct audit_filter filter = { .before_seq = deed->seq + 1, .most = 1 };
	if (!audit_entries(walk->store, &filter, &entries, &count, &scratch, walk->err))
		return false;
	Str payload = deed_payload(deed->count, deed->hash, &scratch);
	if (count == 0 || entries[0].seq != deed->seq
	    || !str_equal(entries[0].authority, deed->authority))
		broken(walk, deed, "it is not in the audit");
	else if (!entries[0].erased && !str_equal(entries[0].payload, payload))
		broken(walk, deed, "the audit committed to something else");
	return true;
}

static bool
check_deed(struct walk *walk, const struct rows *rows, struct arena scratch)
{
	struct sealed deed = { .seq = row_int(rows, 0), .authority = row_text(rows, 1, &scratch),
		.number = row_int(rows, 2), .reason = row_text(rows, 3, &scratch),
		.reason_salt = row_text(rows, 4, &scratch), .reason_hash = row_text(rows, 5, &scratch),
		.hash = row_text(rows, 6, &scratch), .count = row_int(rows, 7) };
	walk->verdict->deeds++;
	check_reason(walk, &deed);
	return check_hash(walk, &deed) && check_audit(walk, &deed, scratch);
}

static bool
walk_deeds(struct walk *walk, struct arena scratch)
{
	bool read = true;
	struct rows *rows = store_query(walk->store, DEEDS_SQL, (struct args){ 0 }, walk->err);
	while (rows_next(rows))
		read = read && check_deed(walk, rows, scratch);
	return rows_end(rows, walk->err) && read;
}

static bool
find_lost(struct walk *walk)
{
	struct sealed lost = { 0 };
	struct rows *rows = store_query(walk->store, LOST_SQL, (struct args){ 0 }, walk->err);
	while (rows_next(rows))
		lost.seq = row_int(rows, 0);
	if (lost.seq)
		broken(walk, &lost, "it is in the audit, and its changes are gone");
	return rows_end(rows, walk->err);
}

bool
store_deeds_verify(struct store *store, struct deeds_verdict *verdict, struct arena *perm,
                   struct error *err)
{
	*verdict = (struct deeds_verdict){ .sound = true };
	struct walk walk = { store, verdict, NULL, err };
	if (!store_look(store, err))
		return false;
	bool read = walk_deeds(&walk, *perm) && find_lost(&walk);
	store_looked(store);
	verdict->says = verdict->sound
		? str_format(perm, "ok, %lld changes in %lld deeds, %lld erased",
		             (long long)verdict->changes, (long long)verdict->deeds,
		             (long long)verdict->erased)
		: str_format(perm, "BROKEN at deed %lld: %s", (long long)verdict->broken_seq, walk.broken);
	return read;
}
