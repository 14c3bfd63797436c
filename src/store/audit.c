/* audit.c: adding to the chain, reading it, erasing payloads. audit_verify.c checks it. */
#include "store/audit.h"

#include <assert.h>
#include <stdio.h>

#include "store/audit_chain.h"

enum { SALT_BYTES = 16 };

struct digits
chain_commitment(Str salt, Str payload)
{
	struct hashing hashing;
	hash_begin(&hashing);
	hash_add_text(&hashing, salt);
	hash_add_text(&hashing, payload);
	return hash_end(&hashing);
}

struct digits
chain_hash(Str previous, const struct entry *entry, Str commitment)
{
	struct hashing hashing;
	hash_begin(&hashing);
	hash_add_text(&hashing, previous);
	hash_add_number(&hashing, entry->seq);
	hash_add_number(&hashing, entry->at);
	hash_add_text(&hashing, entry->actor);
	hash_add_text(&hashing, entry->action);
	hash_add_text(&hashing, entry->authority);
	hash_add_text(&hashing, entry->object);
	hash_add_text(&hashing, commitment);
	return hash_end(&hashing);
}

/* ---- adding ---------------------------------------------------------------------------------- */

static const char HEAD_SQL[] = "SELECT seq, hash FROM audit_entry ORDER BY seq DESC LIMIT 1";
static const char ENTRY_SQL[] =
	"INSERT INTO audit_entry (seq, at, actor, action, authority, object, commitment, hash)"
	" VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
static const char PAYLOAD_SQL[] =
	"INSERT INTO audit_payload (seq, salt, payload) VALUES ($1, $2, $3)";

struct last { int64_t seq; struct digits hash; };

static bool
read_last(struct store *store, struct last *last, struct error *err)
{
	*last = (struct last){ .hash = { CHAIN_BEGINS } };
	struct rows *rows = store_query(store, HEAD_SQL, (struct args){ 0 }, err);
	while (rows_next(rows)) {
		last->seq = row_int(rows, 0);
		snprintf(last->hash.at, sizeof last->hash.at, "%.*s", STR_ARG(row_arg(rows, 1).text));
	}
	return rows_end(rows, err);
}

static bool
write_entry(struct store *store, const struct entry *entry, Str previous, struct error *err)
{
	struct digits salt;
	if (!random_digits(SALT_BYTES, &salt, err))
		return false;
	struct digits commitment = chain_commitment(digits_str(&salt), entry->payload);
	struct digits hash = chain_hash(previous, entry, digits_str(&commitment));
	return store_run(store, ENTRY_SQL,
	                 args(arg_int(entry->seq), arg_int(entry->at), arg_text(entry->actor),
	                      arg_text(entry->action), arg_text(entry->authority),
	                      arg_text(entry->object), arg_text(digits_str(&commitment)),
	                      arg_text(digits_str(&hash))), err)
		&& store_run(store, PAYLOAD_SQL,
		             args(arg_int(entry->seq), arg_text(digits_str(&salt)),
		                  arg_text(entry->payload)), err);
}

/* Whoever adds holds the chain until the transaction ends, so the last entry it read stays the last. */
bool
audit_add(struct store *store, const struct entry *entry, int64_t *seq, struct error *err)
{
	struct entry added = *entry;
	struct last last;
	if (!store_lock(store, S("the chain of the audit"), err) || !read_last(store, &last, err))
		return fail_within(err, "the audit could not be written");
	added.seq = last.seq + 1;
	if (!write_entry(store, &added, digits_str(&last.hash), err))
		return fail_within(err, "the audit could not be written");
	*seq = added.seq;
	return true;
}

bool
audit_note(struct store *store, const struct entry *entry, struct error *err)
{
	int64_t seq;
	if (!store_begin(store, err))
		return fail_within(err, "the audit could not be written");
	if (audit_add(store, entry, &seq, err))
		return store_commit(store, err);
	store_rollback(store);
	return false;
}

/* ---- reading --------------------------------------------------------------------------------- */

static const char ENTRIES_SQL[] =
	"SELECT e.seq, e.at, e.actor, e.action, e.authority, e.object,"     /* 0 to 5 */
	"       e.hash, p.payload"                                          /* 6, 7 */
	"  FROM audit_entry AS e LEFT JOIN audit_payload AS p ON p.seq = e.seq"
	" WHERE (CAST($1 AS TEXT) = '' OR e.authority = $1) AND (CAST($2 AS TEXT) = '' OR e.actor = $2)"
	"   AND (CAST($3 AS TEXT) = '' OR e.action = $3 OR (substr($3, length($3), 1) = '.'"
	"        AND substr(e.action, 1, length($3)) = $3))"
	"   AND (CAST($4 AS TEXT) = '' OR e.object = $4)"
	"   AND e.at >= $5 AND e.at < $6 AND e.seq < $7"
	" ORDER BY e.seq DESC LIMIT $8";

static struct rows *
query_entries(struct store *store, const struct audit_filter *filter, int most, struct error *err)
{
	int64_t first = filter->first.day ? filter->first.day * SECONDS_OF_DAY : INT64_MIN;
	int64_t last = filter->last.day ? (filter->last.day + 1) * SECONDS_OF_DAY : INT64_MAX;
	int64_t before = filter->before_seq ? filter->before_seq : INT64_MAX;
	return store_query(store, ENTRIES_SQL,
	                   args(arg_text(filter->authority), arg_text(filter->actor),
	                        arg_text(filter->action), arg_text(filter->object), arg_int(first),
	                        arg_int(last), arg_int(before), arg_int(most)), err);
}

bool
audit_entries(struct store *store, const struct audit_filter *filter, struct entry **entries,
              int *count, struct arena *perm, struct error *err)
{
	int most = filter->most > 0 && filter->most < AUDIT_MOST ? filter->most : AUDIT_MOST;
	*entries = new(perm, most, struct entry);
	*count = 0;
	struct rows *rows = query_entries(store, filter, most, err);
	while (rows_next(rows)) {
		assert(*count < most);
		(*entries)[(*count)++] = (struct entry){
			.seq = row_int(rows, 0), .at = row_int(rows, 1), .actor = row_text(rows, 2, perm),
			.action = row_text(rows, 3, perm), .authority = row_text(rows, 4, perm),
			.object = row_text(rows, 5, perm), .hash = row_text(rows, 6, perm),
			.payload = row_text(rows, 7, perm), .erased = row_null(rows, 7) };
	}
	return rows_end(rows, err);
}

bool
audit_head(struct store *store, struct audit_head *head, struct arena *perm, struct error *err)
{
	struct last last;
	if (!read_last(store, &last, err))
		return false;
	head->seq = last.seq;
	head->hash = last.seq ? str_copy(digits_str(&last.hash), perm) : S("");
	return true;
}

/* ---- erasing --------------------------------------------------------------------------------- */

static const char ERASE_SQL[] = "DELETE FROM audit_payload WHERE seq BETWEEN $1 AND $2";

bool
audit_erase(struct store *store, const struct audit_erasure *erasure, struct error *err)
{
	char range[64];
	int64_t seq;
	snprintf(range, sizeof range, "%lld-%lld", (long long)erasure->first, (long long)erasure->last);
	struct entry entry = { .at = erasure->at, .actor = erasure->actor, .action = S(AUDIT_ERASE),
	                       .object = str_of(range) };
	return audit_add(store, &entry, &seq, err)
		&& store_run(store, ERASE_SQL, args(arg_int(erasure->first),
		             arg_int(erasure->last < seq ? erasure->last : seq - 1)), err);
}
