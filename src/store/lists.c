/* lists.c: lists as they were staged, and what became of them. Profiles and decisions: list_words.c. */
#include "store/lists.h"

#include "base/base64.h"
#include "store/list_rows.h"

Str
list_object(int64_t number, struct arena *perm)
{
	return str_format(perm, "list %lld", (long long)number);
}

Date
row_date(const struct rows *rows, int column, struct arena *perm)
{
	Date date = { 0 };
	date_parse(row_text(rows, column, perm), &date);
	return date;
}

bool
list_number(struct store *store, const char *sql, struct args args, int64_t *number, struct error *err)
{
	struct rows *rows = store_query(store, sql, args, err);
	*number = 0;
	while (rows_next(rows))
		*number = row_int(rows, 0);
	return rows_end(rows, err);
}

bool
list_end(struct store *store, bool sound, struct error *err)
{
	if (sound)
		return store_commit(store, err);
	store_rollback(store);
	return false;
}

/* ---- reading --------------------------------------------------------------------------------- */

#define LIST_COLUMNS \
	"SELECT l.number, l.list, l.file, l.sha256, l.actor, l.as_at, l.file_until,"       /* 0 to 6 */ \
	"       l.staged_at, coalesce(l.rejected_at, 0), coalesce(d.done_at, 0),"          /* 7 to 9 */ \
	"       coalesce(d.seq, 0), coalesce(d.undone_by, 0), l.profile, l.revision,"      /* 10 to 13 */ \
	"       l.about, CASE WHEN f.number IS NULL THEN 0 ELSE 1 END,"                    /* 14, 15 */ \
	"       coalesce(l.agreed_at, 0)"                                                  /* 16 */ \
	"  FROM list_load l" \
	"  LEFT JOIN deed d ON d.authority = l.authority AND d.what = 'import'" \
	"                  AND substr(d.object, 1, 5) = 'list ' AND d.object = 'list ' || l.number" \
	"  LEFT JOIN list_file f ON f.authority = l.authority AND f.number = l.number"
static const char LISTS_SQL[] = LIST_COLUMNS " WHERE l.authority = $1 ORDER BY l.number DESC";
static const char LIST_SQL[] = LIST_COLUMNS " WHERE l.authority = $1 AND l.number = $2 ORDER BY l.number";
static const char LIST_COUNT_SQL[] = "SELECT count(*) FROM list_load WHERE authority = $1";

static struct kept_list
row_list(const struct rows *rows, struct arena *perm)
{
	struct kept_list list = {
		.number = row_int(rows, 0), .list = row_text(rows, 1, perm), .file = row_text(rows, 2, perm),
		.sha256 = row_text(rows, 3, perm), .actor = row_text(rows, 4, perm),
		.as_at = row_date(rows, 5, perm), .file_until = row_date(rows, 6, perm),
		.staged_at = row_int(rows, 7), .rejected_at = row_int(rows, 8), .applied_at = row_int(rows, 9),
		.deed = row_int(rows, 10), .profile = row_text(rows, 12, perm), .revision = row_int(rows, 13),
		.about = row_text(rows, 14, perm), .file_there = row_int(rows, 15) == 1,
		.agreed_at = row_int(rows, 16),
	};
	list.state = list.deed && row_int(rows, 11) ? LIST_UNDONE : list.deed ? LIST_APPLIED
	             : list.rejected_at ? LIST_REJECTED : list.agreed_at ? LIST_AGREED : LIST_STAGED;
	return list;
}

bool
store_lists(struct store *store, Str authority, struct kept_list **lists, int *count, struct arena *perm,
            struct error *err)
{
	int64_t room;
	*count = 0;
	if (!list_number(store, LIST_COUNT_SQL, args(arg_text(authority)), &room, err))
		return false;
	*lists = new(perm, (ptrdiff_t)room, struct kept_list);
	struct rows *rows = store_query(store, LISTS_SQL, args(arg_text(authority)), err);
	while (*count < room && rows_next(rows))
		(*lists)[(*count)++] = row_list(rows, perm);
	while (rows_next(rows))
		;                                /* staged since they were counted */
	return rows_end(rows, err);
}

bool
store_list(struct store *store, Str authority, int64_t number, struct kept_list *list, struct arena *perm,
           struct error *err)
{
	*list = (struct kept_list){ 0 };
	struct rows *rows = store_query(store, LIST_SQL, args(arg_text(authority), arg_int(number)), err);
	while (rows_next(rows))
		*list = row_list(rows, perm);
	return rows_end(rows, err);
}

static const char FILE_SQL[] =
	"SELECT content FROM list_file WHERE authority = $1 AND number = $2 ORDER BY number";

bool
store_list_file(struct store *store, Str authority, int64_t number, Str *bytes, struct arena *perm,
                struct error *err)
{
	Str text = { 0 };
	struct rows *rows = store_query(store, FILE_SQL, args(arg_text(authority), arg_int(number)), err);
	while (rows_next(rows))
		text = row_text(rows, 0, perm);
	if (!rows_end(rows, err))
		return false;
	if (text.len == 0)
		return fail(err, "the file of list %lld is no longer kept; bring it again", (long long)number);
	return base64_read(text, bytes, perm) || fail(err, "the file of list %lld is damaged in the store",
	                                              (long long)number);
}

/* ---- staging --------------------------------------------------------------------------------- */

static const char SAME_SQL[] =
	"SELECT l.number FROM list_load l"
	"  LEFT JOIN deed d ON d.authority = l.authority AND d.what = 'import'"
	"                  AND substr(d.object, 1, 5) = 'list ' AND d.object = 'list ' || l.number"
	" WHERE l.authority = $1 AND l.sha256 = $2 AND l.list = $3 AND l.rejected_at IS NULL"
	"   AND d.undone_by IS NULL AND ((d.seq IS NULL AND l.agreed_at IS NULL) OR l.as_at = $4) ORDER BY l.number";
static const char NEXT_SQL[] = "SELECT coalesce(max(number), 0) + 1 FROM list_load WHERE authority = $1";
static const char STAGE_SQL[] =
	"INSERT INTO list_load (authority, number, list, file, sha256, as_at, actor, staged_at, profile,"
	" revision, about, file_until) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1, '', $10)";
static const char STAGE_FILE_SQL[] =
	"INSERT INTO list_file (authority, number, content) VALUES ($1, $2, $3)";

static bool
stage(struct store *store, Str authority, const struct kept_list *list, Str bytes, int64_t number,
      struct arena scratch, struct error *err)
{
	return store_run(store, STAGE_SQL, args(arg_text(authority), arg_int(number), arg_text(list->list),
			arg_text(list->file), arg_text(list->sha256), arg_text(date_iso(list->as_at, &scratch)),
			arg_text(list->actor), arg_int(list->staged_at), arg_text(list->profile),
			arg_text(date_iso(list->file_until, &scratch))), err)
		&& store_run(store, STAGE_FILE_SQL, args(arg_text(authority), arg_int(number),
			arg_text(base64_text(bytes, &scratch))), err);
}

bool
store_list_stage(struct store *store, Str authority, const struct kept_list *list, Str bytes,
                 struct list_staged *staged, struct arena scratch, struct error *err)
{
	*staged = (struct list_staged){ 0 };
	if (!store_begin_for(store, authority, err))
		return false;
	bool sound = list_number(store, SAME_SQL, args(arg_text(authority), arg_text(list->sha256),
		arg_text(list->list), arg_text(date_iso(list->as_at, &scratch))), &staged->number, err);
	staged->already = sound && staged->number > 0;
	if (sound && !staged->already)
		sound = list_number(store, NEXT_SQL, args(arg_text(authority)), &staged->number, err)
			&& stage(store, authority, list, bytes, staged->number, scratch, err);
	return list_end(store, sound, err);
}

/* ---- changing a staged list ------------------------------------------------------------------ */

static const char SET_PROFILE_SQL[] =
	"UPDATE list_load SET profile = $3, as_at = $4, revision = revision + 1"
	" WHERE authority = $1 AND number = $2";
static const char REJECT_SQL[] =
	"UPDATE list_load SET rejected_at = $3, file_until = $4 WHERE authority = $1 AND number = $2";
static const char AGREE_SQL[] =
	"UPDATE list_load SET agreed_at = $3 WHERE authority = $1 AND number = $2";
static const char ABOUT_SQL[] =
	"UPDATE list_load SET about = $3, file_until = $4 WHERE authority = $1 AND number = $2";

static bool
change(struct store *store, Str authority, const char *sql, struct args args, struct error *err)
{
	return store_begin_for(store, authority, err)
		&& list_end(store, store_run(store, sql, args, err), err);
}

bool
store_list_profile(struct store *store, Str authority, int64_t number, Str profile, Date as_at,
                   struct error *err)
{
	char iso[256];
	struct arena small = { iso, iso + sizeof iso, NULL };
	return change(store, authority, SET_PROFILE_SQL, args(arg_text(authority), arg_int(number),
		arg_text(profile), arg_text(date_iso(as_at, &small))), err);
}

bool
store_list_reject(struct store *store, Str authority, int64_t number, int64_t at, Date today,
                  struct error *err)
{
	char iso[256];
	struct arena small = { iso, iso + sizeof iso, NULL };
	Date until = { today.day + LIST_KEPT_STAGED };
	return change(store, authority, REJECT_SQL, args(arg_text(authority), arg_int(number), arg_int(at),
		arg_text(date_iso(until, &small))), err);
}

bool
store_list_agree(struct store *store, Str authority, int64_t number, int64_t at, struct error *err)
{
	return change(store, authority, AGREE_SQL, args(arg_text(authority), arg_int(number), arg_int(at)), err);
}

bool
store_list_about(struct store *store, Str authority, int64_t number, Str about, Date today,
                 struct error *err)
{
	char iso[256];
	struct arena small = { iso, iso + sizeof iso, NULL };
	Date until = { today.day + LIST_KEPT_APPLIED };
	return change(store, authority, ABOUT_SQL, args(arg_text(authority), arg_int(number), arg_text(about),
		arg_text(date_iso(until, &small))), err);
}

/* ---- mends ----------------------------------------------------------------------------------- */

static const char MENDS_SQL[] =
	"SELECT line, col, content FROM list_mend WHERE authority = $1 AND number = $2 ORDER BY line, col";
static const char MEND_COUNT_SQL[] =
	"SELECT count(*) FROM list_mend WHERE authority = $1 AND number = $2";
static const char UNMEND_SQL[] =
	"DELETE FROM list_mend WHERE authority = $1 AND number = $2 AND line = $3 AND col = $4";
static const char MEND_SQL[] =
	"INSERT INTO list_mend (authority, number, line, col, content) VALUES ($1, $2, $3, $4, $5)";
static const char REVISED_SQL[] =
	"UPDATE list_load SET revision = revision + 1 WHERE authority = $1 AND number = $2";

bool
store_list_mends(struct store *store, Str authority, int64_t number, struct mend **mends, int *count,
                 struct arena *perm, struct error *err)
{
	int64_t room;
	struct args of = args(arg_text(authority), arg_int(number));
	*count = 0;
	if (!list_number(store, MEND_COUNT_SQL, of, &room, err))
		return false;
	*mends = new(perm, (ptrdiff_t)room, struct mend);
	struct rows *rows = store_query(store, MENDS_SQL, of, err);
	while (*count < room && rows_next(rows))
		(*mends)[(*count)++] = (struct mend){ .line = (int)row_int(rows, 0),
			.column = (int)row_int(rows, 1), .text = row_text(rows, 2, perm) };
	while (rows_next(rows))
		;
	return rows_end(rows, err);
}

static bool
mend(struct store *store, Str authority, int64_t number, const struct mend *mend, struct error *err)
{
	bool sound = store_run(store, UNMEND_SQL, args(arg_text(authority), arg_int(number),
		arg_int(mend->line), arg_int(mend->column)), err);
	if (mend->forget || !sound)
		return sound;
	return store_run(store, MEND_SQL, args(arg_text(authority), arg_int(number), arg_int(mend->line),
		arg_int(mend->column), arg_text(mend->text)), err);
}

bool
store_list_mend(struct store *store, Str authority, int64_t number, const struct mend *mends, int count,
                struct error *err)
{
	bool sound = store_begin_for(store, authority, err);
	if (!sound)
		return false;
	for (int i = 0; i < count && sound; i++)
		sound = mend(store, authority, number, &mends[i], err);
	sound = sound && store_run(store, REVISED_SQL, args(arg_text(authority), arg_int(number)), err);
	return list_end(store, sound, err);
}

/* ---- the end of files ------------------------------------------------------------------------ */

static const char OVER_SQL[] =
	"SELECT count(*) FROM list_file f JOIN list_load l ON l.authority = f.authority"
	" AND l.number = f.number WHERE l.file_until < $1";
static const char OVER_MENDS_SQL[] =
	"DELETE FROM list_mend WHERE EXISTS (SELECT 1 FROM list_load l WHERE"
	" l.authority = list_mend.authority AND l.number = list_mend.number AND l.file_until < $1)";
static const char OVER_FILES_SQL[] =
	"DELETE FROM list_file WHERE EXISTS (SELECT 1 FROM list_load l WHERE"
	" l.authority = list_file.authority AND l.number = list_file.number AND l.file_until < $1)";

bool
store_list_files_end(struct store *store, Date today, int64_t *ended, struct error *err)
{
	char iso[256];
	struct arena small = { iso, iso + sizeof iso, NULL };
	struct args day = args(arg_text(date_iso(today, &small)));
	if (!store_begin_for(store, S(""), err))
		return false;
	bool sound = list_number(store, OVER_SQL, day, ended, err)
		&& store_run(store, OVER_MENDS_SQL, day, err) && store_run(store, OVER_FILES_SQL, day, err);
	return list_end(store, sound, err);
}
