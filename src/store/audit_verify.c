/* audit_verify.c: walking the chain from its first entry to its last.
 *
 * It is read in parts, because PostgreSQL gives all rows of a reading at once, and a chain may be
 * millions of entries long. What is added meanwhile is walked too.
 */
#include <stdio.h>

#include "store/audit_chain.h"

enum { PART = 5000 };

/* Numbers from first to last, both included; `by`: the entry that erased them. */
struct range { int64_t first, last, by; };
struct ranges { struct range *at; int64_t count, room; };

struct walk {
	struct audit_verdict *verdict;
	struct arena         *perm;
	struct ranges         missing;           /* payloads that are not there */
	Str                   kept;
	struct digits         hash;              /* of the last entry that was seen */
	int64_t               seq;
};

static void
ranges_add(struct ranges *ranges, struct range range, struct arena *perm)
{
	if (ranges->count == ranges->room) {
		struct range *before = ranges->at;
		ranges->room = 2 * ranges->room + 16;
		ranges->at = new(perm, (ptrdiff_t)ranges->room, struct range);
		for (int64_t i = 0; i < ranges->count; i++)
			ranges->at[i] = before[i];
	}
	ranges->at[ranges->count++] = range;
}

/* ---- one entry ------------------------------------------------------------------------------- */

static const char PART_SQL[] =
	"SELECT e.seq, e.at, e.actor, e.action, e.authority, e.object,"     /* 0 to 5 */
	"       e.commitment, e.hash, p.salt, p.payload"                    /* 6 to 9 */
	"  FROM audit_entry AS e LEFT JOIN audit_payload AS p ON p.seq = e.seq"
	" WHERE e.seq > $1 ORDER BY e.seq LIMIT $2";

static bool
broken(struct walk *walk, int64_t seq, const char *why)
{
	walk->verdict->broken_at = seq;
	walk->verdict->says = str_format(walk->perm, "BROKEN at %lld: %s", (long long)seq, why);
	return false;
}

/* Missing payloads are few ranges: retention erases from the oldest on. */
static void
note_missing(struct walk *walk, int64_t seq)
{
	struct ranges *missing = &walk->missing;
	walk->verdict->erased++;
	if (missing->count > 0 && missing->at[missing->count - 1].last == seq - 1)
		missing->at[missing->count - 1].last = seq;
	else
		ranges_add(missing, (struct range){ .first = seq, .last = seq }, walk->perm);
}

static bool
payload_holds(struct walk *walk, const struct rows *rows, int64_t seq)
{
	if (row_null(rows, 9)) {
		note_missing(walk, seq);
		return true;
	}
	struct digits commitment = chain_commitment(row_arg(rows, 8).text, row_arg(rows, 9).text);
	return str_equal(digits_str(&commitment), row_arg(rows, 6).text)
		|| broken(walk, seq, "its payload is not what was written");
}

static bool
entry_holds(struct walk *walk, const struct rows *rows)
{
	struct entry entry = {
		.seq = row_int(rows, 0), .at = row_int(rows, 1), .actor = row_arg(rows, 2).text,
		.action = row_arg(rows, 3).text, .authority = row_arg(rows, 4).text,
		.object = row_arg(rows, 5).text };
	if (entry.seq != walk->seq + 1)
		return broken(walk, walk->seq + 1, "the entry is missing");
	walk->hash = chain_hash(digits_str(&walk->hash), &entry, row_arg(rows, 6).text);
	walk->seq = entry.seq;
	if (!str_equal(digits_str(&walk->hash), row_arg(rows, 7).text))
		return broken(walk, entry.seq, "the entry is not what was written, or not where it was");
	if (str_equal(digits_str(&walk->hash), walk->kept))
		walk->verdict->kept_at = entry.seq;
	walk->verdict->entries++;
	return payload_holds(walk, rows, entry.seq);
}

/* ---- what was erased ------------------------------------------------------------------------- */

static const char ERASURES_SQL[] =
	"SELECT seq, object FROM audit_entry WHERE action = '" AUDIT_ERASE "' ORDER BY seq";

/* Read after the walk, so that what was erased during it is known to be. */
static bool
read_erasures(struct store *store, struct ranges *erased, struct arena *perm, struct error *err)
{
	struct rows *rows = store_query(store, ERASURES_SQL, (struct args){ 0 }, err);
	while (rows_next(rows)) {
		long long first, last;
		struct arena scratch = *perm;
		if (sscanf(str_c(row_arg(rows, 1).text, &scratch), "%lld-%lld", &first, &last) == 2)
			ranges_add(erased, (struct range){ first, last, row_int(rows, 0) }, perm);
	}
	return rows_end(rows, err);
}

static bool
was_erased(const struct ranges *erased, int64_t seq)
{
	for (int64_t i = 0; i < erased->count; i++)
		if (erased->at[i].first <= seq && seq <= erased->at[i].last && seq < erased->at[i].by)
			return true;
	return false;
}

static bool
missing_were_erased(struct store *store, struct walk *walk, struct error *err)
{
	struct ranges erased = { 0 };
	if (walk->verdict->broken_at || walk->missing.count == 0)
		return true;
	if (!read_erasures(store, &erased, walk->perm, err))
		return false;
	for (int64_t i = 0; i < walk->missing.count; i++)
		for (int64_t seq = walk->missing.at[i].first; seq <= walk->missing.at[i].last; seq++)
			if (!was_erased(&erased, seq)) {
				broken(walk, seq, "its payload is gone, and no entry erased it");
				return true;
			}
	return true;
}

/* ---- all of them ----------------------------------------------------------------------------- */

/* `*more` says whether the walk goes on. */
static bool
walk_part(struct store *store, struct walk *walk, bool *more, struct error *err)
{
	int64_t began = walk->seq;
	bool holds = true;
	struct rows *rows = store_query(store, PART_SQL, args(arg_int(began), arg_int(PART)), err);
	while (rows_next(rows))
		holds = holds && entry_holds(walk, rows);
	*more = holds && walk->seq > began;
	return rows_end(rows, err);
}

static void
conclude(struct walk *walk)
{
	struct audit_verdict *verdict = walk->verdict;
	if (verdict->broken_at)
		return;
	verdict->head = verdict->entries ? str_copy(digits_str(&walk->hash), walk->perm) : S("");
	verdict->sound = walk->kept.len == 0 || verdict->kept_at > 0;
	if (!verdict->sound)
		verdict->says = str_format(walk->perm, "head mismatch, expected %.*s: the chain of %lld entries "
			"does not hold it, so its end was cut off, it was built anew, or an older copy of the store "
			"was put back", STR_ARG(walk->kept), (long long)verdict->entries);
	else
		verdict->says = str_format(walk->perm, "ok, %lld %s, head %s", (long long)verdict->entries,
			verdict->entries == 1 ? "entry" : "entries", verdict->entries ? walk->hash.at : "none");
}

bool
audit_verify(struct store *store, Str kept, struct audit_verdict *verdict, struct arena *perm,
             struct error *err)
{
	struct walk walk = { .verdict = verdict, .perm = perm, .kept = kept,
	                     .hash = { CHAIN_BEGINS } };
	bool more = true;
	*verdict = (struct audit_verdict){ .head = S(""), .says = S("") };
	while (more)
		if (!walk_part(store, &walk, &more, err))
			return false;
	if (!missing_were_erased(store, &walk, err))
		return false;
	conclude(&walk);
	return true;
}
