/* returns.c: returns as they were sent, in their two tables. */
#include "store/returns.h"

#include "base/base64.h"
#include "store/audit.h"

#define OF_RETURN " WHERE r.authority = $1 AND r.kind = $2"
#define KEPT_COLUMNS \
	"SELECT r.kind, r.year, r.version, r.file, r.sha256, r.actor, r.sent_on, r.kept_at, r.why, r.errors," \
	" r.queries, r.workers, CASE WHEN f.version IS NULL THEN 0 ELSE 1 END FROM return_kept r" \
	" LEFT JOIN return_file f ON f.authority = r.authority AND f.kind = r.kind AND f.year = r.year" \
	" AND f.version = r.version" OF_RETURN

static const char COUNT_SQL[] = "SELECT count(*) FROM return_kept r" OF_RETURN;
static const char ALL_SQL[] = KEPT_COLUMNS " ORDER BY r.year DESC, r.version DESC";
static const char ONE_SQL[] = KEPT_COLUMNS " AND r.year = $3 AND ($4 = 0 OR r.version = $4) ORDER BY r.version";
static const char KEEP_SQL[] =
	"INSERT INTO return_kept (authority, kind, year, version, file, sha256, sent_on, actor, kept_at, why, errors,"
	" queries, workers) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
static const char KEEP_FILE_SQL[] =
	"INSERT INTO return_file (authority, kind, year, version, content, findings, notes)"
	" VALUES ($1, $2, $3, $4, $5, $6, $7)";
static const char CONTENT_SQL[] =
	"SELECT content, findings, notes FROM return_file WHERE authority = $1 AND kind = $2 AND year = $3"
	" AND version = $4 ORDER BY version";

#define SENT_BEFORE " EXISTS (SELECT 1 FROM return_kept r WHERE r.authority = return_file.authority" \
	" AND r.kind = return_file.kind AND r.year = return_file.year AND r.version = return_file.version" \
	" AND r.sent_on < $2)"
static const char OLD_SQL[] = "SELECT count(*) FROM return_file WHERE authority = $1 AND" SENT_BEFORE;
static const char GO_SQL[] = "DELETE FROM return_file WHERE authority = $1 AND" SENT_BEFORE;

/* ---- reading ----------------------------------------------------------------------------------- */

static struct kept_return
row_kept(const struct rows *rows, struct arena *perm)
{
	return (struct kept_return){
		.kind = row_text(rows, 0, perm), .year = (int)row_int(rows, 1), .version = (int)row_int(rows, 2),
		.file = row_text(rows, 3, perm), .sha256 = row_text(rows, 4, perm), .actor = row_text(rows, 5, perm),
		.sent_on = row_day(rows, 6), .kept_at = row_int(rows, 7), .why = row_text(rows, 8, perm),
		.errors = (int)row_int(rows, 9), .queries = (int)row_int(rows, 10), .workers = (int)row_int(rows, 11),
		.file_there = row_int(rows, 12) == 1,
	};
}

bool
store_returns(struct store *store, Str authority, Str kind, struct kept_return **kept, int *count,
              struct arena *perm, struct error *err)
{
	struct args of = args(arg_text(authority), arg_text(kind));
	int room;
	*count = 0;
	if (!store_count(store, COUNT_SQL, of, &room, err))
		return false;
	*kept = new(perm, room + 1, struct kept_return);
	struct rows *rows = store_query(store, ALL_SQL, of, err);
	while (rows_next(rows))
		if (*count < room)               /* others may have come since they were counted */
			(*kept)[(*count)++] = row_kept(rows, perm);
	return rows_end(rows, err);
}

bool
store_return(struct store *store, Str authority, struct kept_return *kept, struct arena *perm, struct error *err)
{
	struct rows *rows = store_query(store, ONE_SQL, args(arg_text(authority), arg_text(kept->kind),
		arg_int(kept->year), arg_int(kept->version)), err);
	kept->version = 0;
	while (rows_next(rows))
		*kept = row_kept(rows, perm);
	return rows_end(rows, err);
}

bool
store_return_content(struct store *store, Str authority, const struct kept_return *kept,
                     struct return_content *content, struct arena *perm, struct error *err)
{
	Str text = { 0 };
	struct rows *rows = store_query(store, CONTENT_SQL, args(arg_text(authority), arg_text(kept->kind),
		arg_int(kept->year), arg_int(kept->version)), err);
	while (rows_next(rows)) {
		text = row_text(rows, 0, perm);
		content->findings = row_text(rows, 1, perm);
		content->notes = row_text(rows, 2, perm);
	}
	if (!rows_end(rows, err))
		return false;
	if (text.len == 0)
		return fail(err, "the file of version %d of %d is no longer kept", kept->version, kept->year);
	return base64_read(text, &content->bytes, perm)
		|| fail(err, "the file of version %d of %d is damaged in the store", kept->version, kept->year);
}

/* ---- keeping ----------------------------------------------------------------------------------- */

static bool
keep_row(struct store *store, Str authority, const struct kept_return *kept, int version, struct arena scratch,
         struct error *err)
{
	return store_run(store, KEEP_SQL, args(arg_text(authority), arg_text(kept->kind), arg_int(kept->year),
		arg_int(version), arg_text(kept->file), arg_text(kept->sha256),
		arg_text(date_iso(kept->sent_on, &scratch)), arg_text(kept->actor), arg_int(kept->kept_at),
		arg_text(kept->why), arg_int(kept->errors), arg_int(kept->queries), arg_int(kept->workers)), err);
}

static bool
keep_content(struct store *store, Str authority, const struct kept_return *kept, int version,
             const struct return_content *content, struct arena scratch, struct error *err)
{
	return store_run(store, KEEP_FILE_SQL, args(arg_text(authority), arg_text(kept->kind), arg_int(kept->year),
		arg_int(version), arg_text(base64_text(content->bytes, &scratch)), arg_text(content->findings),
		arg_text(content->notes)), err);
}

static bool
keep_told(struct store *store, Str authority, const struct kept_return *kept, int version, struct arena scratch,
          struct error *err)
{
	int64_t seq;
	return audit_add(store, &(struct entry){ .at = kept->kept_at, .actor = kept->actor, .action = S("return.sent"),
		.authority = authority, .object = str_format(&scratch, "%.*s %d version %d", STR_ARG(kept->kind),
		kept->year, version), .payload = str_format(&scratch, "SHA-256 %.*s", STR_ARG(kept->sha256)) }, &seq, err);
}

bool
store_return_keep(struct store *store, Str authority, const struct kept_return *kept,
                  const struct return_content *content, struct return_given *given, struct arena scratch,
                  struct error *err)
{
	*given = (struct return_given){ 0 };
	struct kept_return newest = { .kind = kept->kind, .year = kept->year };
	if (!store_begin_for(store, authority, err))
		return false;
	bool sound = store_return(store, authority, &newest, &scratch, err);
	given->already = sound && newest.version > 0 && str_equal(newest.sha256, kept->sha256);
	given->version = newest.version + !given->already;
	if (sound && !given->already)
		sound = keep_row(store, authority, kept, given->version, scratch, err)
			&& keep_content(store, authority, kept, given->version, content, scratch, err)
			&& keep_told(store, authority, kept, given->version, scratch, err);
	if (sound)
		return store_commit(store, err);
	store_rollback(store);
	return false;
}

/* ---- the end of their term --------------------------------------------------------------------- */

static bool
run_before(struct store *store, Str authority, Date before, int *count, struct error *err)
{
	char room[512];
	struct arena scratch = { .next = room, .end = room + sizeof room };
	struct args of = args(arg_text(authority), arg_text(date_iso(before, &scratch)));
	return count ? store_count(store, OLD_SQL, of, count, err) : store_run(store, GO_SQL, of, err);
}

bool
store_returns_go(struct store *store, Str authority, Date before, struct error *err)
{
	return run_before(store, authority, before, NULL, err);
}

bool
store_returns_old(struct store *store, Str authority, Date before, int *count, struct error *err)
{
	return run_before(store, authority, before, count, err);
}
