/* forecasts.c: kept forecasts, in their table. */
#include "store/forecasts.h"

#include "store/audit.h"

#define COLUMNS "id, name, basis, as_at, months, actor, kept_at, program, title, recipe_sha256, result_sha256"
#define OF_COUNCIL " FROM forecast_kept WHERE authority = $1"

static const char COUNT_SQL[] = "SELECT count(*)" OF_COUNCIL;
static const char ALL_SQL[] = "SELECT " COLUMNS OF_COUNCIL " ORDER BY id DESC";
static const char ONE_SQL[] = "SELECT " COLUMNS ", recipe, result" OF_COUNCIL " AND id = $2 ORDER BY id";
static const char NEXT_SQL[] = "SELECT coalesce(max(id), 0) + 1" OF_COUNCIL " ORDER BY 1";
static const char SAME_SQL[] = "SELECT id" OF_COUNCIL " AND name = $2 AND recipe_sha256 = $3 ORDER BY id";
#define OWN OF_COUNCIL " AND basis = 'own'"
static const char OWN_SQL[] = "SELECT count(*)" OWN;
static const char END_OWN_SQL[] = "DELETE" OWN;
static const char KEEP_SQL[] =
	"INSERT INTO forecast_kept (authority, " COLUMNS ", recipe, result)"
	" VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)";

/* ---- reading ------------------------------------------------------------------------------------- */

static struct kept_forecast
row_kept(const struct rows *rows, struct arena *perm)
{
	return (struct kept_forecast){
		.id = row_int(rows, 0), .name = row_text(rows, 1, perm), .own = str_equal(row_text(rows, 2, perm), S("own")),
		.as_at = row_day(rows, 3), .months = (int)row_int(rows, 4), .actor = row_text(rows, 5, perm),
		.kept_at = row_int(rows, 6), .program = row_text(rows, 7, perm), .title = row_text(rows, 8, perm),
		.recipe_sha256 = row_text(rows, 9, perm), .result_sha256 = row_text(rows, 10, perm),
	};
}

bool
store_forecasts(struct store *store, Str authority, struct kept_forecast **kept, int *count, struct arena *perm,
                struct error *err)
{
	struct args of = args(arg_text(authority));
	int room;
	*count = 0;
	if (!store_count(store, COUNT_SQL, of, &room, err))
		return false;
	*kept = new(perm, room + 1, struct kept_forecast);
	struct rows *rows = store_query(store, ALL_SQL, of, err);
	while (rows_next(rows))
		if (*count < room)               /* others may have come since they were counted */
			(*kept)[(*count)++] = row_kept(rows, perm);
	return rows_end(rows, err);
}

bool
store_forecast(struct store *store, Str authority, int64_t id, struct kept_forecast *kept, struct forecast_texts *texts,
               struct arena *perm, struct error *err)
{
	*kept = (struct kept_forecast){ 0 };
	struct rows *rows = store_query(store, ONE_SQL, args(arg_text(authority), arg_int(id)), err);
	while (rows_next(rows)) {
		*kept = row_kept(rows, perm);
		texts->recipe = row_text(rows, 11, perm);
		texts->result = row_text(rows, 12, perm);
	}
	return rows_end(rows, err);
}

/* ---- keeping ------------------------------------------------------------------------------------- */

/* The last of a query's numbers; `*number` stands where it has none. */
static bool
number_of(struct store *store, const char *sql, struct args with, int64_t *number, struct error *err)
{
	struct rows *rows = store_query(store, sql, with, err);
	while (rows_next(rows))
		*number = row_int(rows, 0);
	return rows_end(rows, err);
}

static bool
keep_row(struct store *store, Str authority, const struct kept_forecast *kept, const struct forecast_texts *texts,
         struct arena scratch, struct error *err)
{
	return store_run(store, KEEP_SQL, args(arg_text(authority), arg_int(kept->id), arg_text(kept->name),
		arg_text(kept->own ? S("own") : S("published")), arg_text(date_iso(kept->as_at, &scratch)), arg_int(kept->months),
		arg_text(kept->actor), arg_int(kept->kept_at), arg_text(kept->program), arg_text(kept->title),
		arg_text(kept->recipe_sha256), arg_text(kept->result_sha256), arg_text(texts->recipe), arg_text(texts->result)), err);
}

static bool
keep_told(struct store *store, Str authority, const struct kept_forecast *kept, struct arena scratch, struct error *err)
{
	int64_t seq;
	return audit_add(store, &(struct entry){ .at = kept->kept_at, .actor = kept->actor, .action = S("forecast.kept"),
		.authority = authority, .object = str_format(&scratch, "forecast %lld", (long long)kept->id),
		.payload = str_format(&scratch, "SHA-256 of its recipe %.*s", STR_ARG(kept->recipe_sha256)) }, &seq, err);
}

bool
store_forecast_keep(struct store *store, Str authority, struct kept_forecast *kept, const struct forecast_texts *texts,
                    bool *already, struct arena scratch, struct error *err)
{
	int64_t same = 0;
	if (!store_begin_for(store, authority, err))
		return false;
	bool sound = number_of(store, SAME_SQL, args(arg_text(authority), arg_text(kept->name), arg_text(kept->recipe_sha256)),
	                       &same, err);
	*already = sound && same > 0;
	kept->id = same;
	if (sound && !*already)
		sound = number_of(store, NEXT_SQL, args(arg_text(authority)), &kept->id, err)
			&& keep_row(store, authority, kept, texts, scratch, err)
			&& keep_told(store, authority, kept, scratch, err);
	if (sound)
		return store_commit(store, err);
	store_rollback(store);
	return false;
}

/* ---- with people who were made up ------------------------------------------------------------------ */

bool
store_forecasts_end_own(struct store *store, Str authority, int64_t at, Str actor, struct arena scratch, struct error *err)
{
	int64_t seq;
	int count = 0;
	struct args of = args(arg_text(authority));
	if (!store_count(store, OWN_SQL, of, &count, err))
		return false;
	if (count == 0)
		return true;
	return store_run(store, END_OWN_SQL, of, err) && audit_add(store, &(struct entry){ .at = at, .actor = actor,
		.action = S("forecast.ended"), .authority = authority, .object = S("forecasts from made-up people"),
		.payload = str_format(&scratch, "%d taken away with them", count) }, &seq, err);
}
