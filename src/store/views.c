/* views.c: what was asked of a list, kept by name. */
#include "store/views.h"

#include "store/list_rows.h"

/* One's own and the council's; or, where everybody's are wanted, those as well. */
#define WHOSE_SQL " FROM list_view WHERE authority = $1 AND (owner = '' OR owner = $2 OR $3 = 1)"
static const char COUNT_SQL[] = "SELECT count(*)" WHOSE_SQL;
static const char VIEWS_SQL[] =
	"SELECT number, owner, type, name, made_by, made_at, query, unit, day, shows, sort, columns" WHOSE_SQL
	" ORDER BY type, CASE WHEN owner = '' THEN 1 ELSE 0 END, name, number";

struct whose { Str account; bool all; };

static bool
read_views(struct store *store, Str authority, struct whose whose, struct kept_view **views, int *count,
           struct arena *perm, struct error *err)
{
	const struct args asked = args(arg_text(authority), arg_text(whose.account), arg_int(whose.all));
	int64_t room;
	*count = 0;
	if (!list_number(store, COUNT_SQL, asked, &room, err))
		return false;
	*views = new(perm, (ptrdiff_t)room, struct kept_view);
	struct rows *rows = store_query(store, VIEWS_SQL, asked, err);
	while (*count < room && rows_next(rows))
		(*views)[(*count)++] = (struct kept_view){ .number = row_int(rows, 0),
			.owner = row_text(rows, 1, perm), .type = row_text(rows, 2, perm),
			.name = row_text(rows, 3, perm), .made_by = row_text(rows, 4, perm),
			.made_at = row_int(rows, 5), .query = row_text(rows, 6, perm),
			.unit = row_text(rows, 7, perm), .on = row_text(rows, 8, perm),
			.show = row_text(rows, 9, perm), .sort = row_text(rows, 10, perm),
			.columns = row_text(rows, 11, perm) };
	while (rows_next(rows))
		;                                /* kept since they were counted */
	return rows_end(rows, err);
}

bool
store_views(struct store *store, Str authority, Str account, struct kept_view **views, int *count,
            struct arena *perm, struct error *err)
{
	return read_views(store, authority, (struct whose){ .account = account }, views, count, perm, err);
}

bool
store_views_of_all(struct store *store, Str authority, struct kept_view **views, int *count,
                   struct arena *perm, struct error *err)
{
	return read_views(store, authority, (struct whose){ .all = true }, views, count, perm, err);
}

/* ---- keeping --------------------------------------------------------------------------------- */

static const char TAKEN_SQL[] =
	"SELECT count(*) FROM list_view WHERE authority = $1 AND type = $2 AND owner = $3 AND name = $4"
	" AND number <> $5";
static const char OWNED_SQL[] = "SELECT count(*) FROM list_view WHERE authority = $1 AND owner = $2";
static const char NEXT_SQL[] = "SELECT coalesce(max(number), 0) + 1 FROM list_view WHERE authority = $1";
static const char KEEP_SQL[] =
	"INSERT INTO list_view (authority, number, owner, type, name, made_by, made_at, query, unit, day,"
	" shows, sort, columns) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
static const char RENAME_SQL[] = "UPDATE list_view SET name = $3 WHERE authority = $1 AND number = $2";
static const char FORGET_SQL[] = "DELETE FROM list_view WHERE authority = $1 AND number = $2";

/* Whether another of this type and owner is called so. */
static bool
name_taken(struct store *store, Str authority, const struct kept_view *view, Str name, bool *taken,
           struct error *err)
{
	int64_t others;
	if (!list_number(store, TAKEN_SQL, args(arg_text(authority), arg_text(view->type),
	                 arg_text(view->owner), arg_text(name), arg_int(view->number)), &others, err))
		return false;
	*taken = others > 0;
	return true;
}

static bool
put(struct store *store, Str authority, struct kept_view *view, enum view_kept *kept, struct error *err)
{
	bool taken;
	int64_t owned;
	if (!name_taken(store, authority, view, view->name, &taken, err) ||
	    !list_number(store, OWNED_SQL, args(arg_text(authority), arg_text(view->owner)), &owned, err) ||
	    !list_number(store, NEXT_SQL, args(arg_text(authority)), &view->number, err))
		return false;
	*kept = taken ? VIEW_NAME_TAKEN : owned >= VIEWS_MOST ? VIEW_ONE_TOO_MANY : VIEW_KEPT;
	return *kept != VIEW_KEPT ||
	       store_run(store, KEEP_SQL, args(arg_text(authority), arg_int(view->number),
	                 arg_text(view->owner), arg_text(view->type), arg_text(view->name),
	                 arg_text(view->made_by), arg_int(view->made_at), arg_text(view->query),
	                 arg_text(view->unit), arg_text(view->on), arg_text(view->show),
	                 arg_text(view->sort), arg_text(view->columns)), err);
}

bool
store_view_keep(struct store *store, Str authority, struct kept_view *view, enum view_kept *kept,
                struct error *err)
{
	if (!store_begin_for(store, authority, err))
		return false;
	view->number = 0;
	return list_end(store, put(store, authority, view, kept, err), err);
}

bool
store_view_rename(struct store *store, Str authority, const struct kept_view *view, Str name,
                  enum view_kept *kept, struct error *err)
{
	bool taken;
	if (!store_begin_for(store, authority, err))
		return false;
	bool sound = name_taken(store, authority, view, name, &taken, err);
	*kept = sound && taken ? VIEW_NAME_TAKEN : VIEW_KEPT;
	if (sound && !taken)
		sound = store_run(store, RENAME_SQL,
		                  args(arg_text(authority), arg_int(view->number), arg_text(name)), err);
	return list_end(store, sound, err);
}

bool
store_view_forget(struct store *store, Str authority, int64_t number, struct error *err)
{
	if (!store_begin_for(store, authority, err))
		return false;
	return list_end(store, store_run(store, FORGET_SQL, args(arg_text(authority), arg_int(number)), err), err);
}
