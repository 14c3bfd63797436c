/* totals.c: releases of equality totals in their table. */
#include "store/totals.h"

#include "store/audit.h"

static const char COUNT_SQL[] = "SELECT count(*) FROM equality_total WHERE authority = $1 AND attribute = $2";
static const char TOTALS_SQL[] =
	"SELECT day, told_of, cells, salt, members FROM equality_total WHERE authority = $1 AND attribute = $2"
	" ORDER BY day DESC";
static const char KEEP_SQL[] =
	"INSERT INTO equality_total (authority, attribute, day, told_of, cells, salt, members, made_at)"
	" VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING";

bool
equality_totals(struct store *store, Str authority, Str attribute, struct equality_total **totals,
                int *count, struct arena *perm, struct error *err)
{
	struct args of = args(arg_text(authority), arg_text(attribute));
	int room;
	*count = 0;
	if (!store_count(store, COUNT_SQL, of, &room, err))
		return false;
	*totals = new(perm, room + 1, struct equality_total);
	struct rows *rows = store_query(store, TOTALS_SQL, of, err);
	while (rows_next(rows))
		if (*count < room)
			(*totals)[(*count)++] = (struct equality_total){ attribute, row_day(rows, 0), row_day(rows, 1),
				row_text(rows, 2, perm), row_text(rows, 3, perm), row_text(rows, 4, perm) };
	return rows_end(rows, err);
}

static bool
keep_inside(struct store *store, Str authority, const struct equality_total *total, struct by by, struct error *err)
{
	char room[1024];
	struct arena scratch = { .next = room, .end = room + sizeof room };
	Str day = date_iso(total->day, &scratch), told_of = date_iso(total->told_of, &scratch);
	int64_t seq;
	return store_run(store, KEEP_SQL, args(arg_text(authority), arg_text(total->attribute), arg_text(day),
			arg_text(told_of), arg_text(total->cells), arg_text(total->salt), arg_text(total->members),
			arg_int(by.at)), err)
		&& audit_add(store, &(struct entry){ .at = by.at, .actor = by.actor, .action = S("release.equality"),
			.authority = authority, .object = str_format(&scratch, "totals by %.*s at %.*s",
			STR_ARG(total->attribute), STR_ARG(day)) }, &seq, err);
}

bool
equality_total_keep(struct store *store, Str authority, const struct equality_total *total, struct by by,
                    struct error *err)
{
	if (!store_begin_for(store, authority, err))
		return false;
	if (keep_inside(store, authority, total, by, err))
		return store_commit(store, err);
	store_rollback(store);
	return false;
}
