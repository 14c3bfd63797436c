/* releases.c: releases of published figures that users import, kept whole in the project's format.
 */
#include "store/load.h"

static const char WRITE_SQL[] = "INSERT INTO kept_release (load_id, text) VALUES ($1, $2)";
static const char WRITTEN_SQL[] =
	"SELECT load_id, text FROM kept_release WHERE load_id = $1 ORDER BY load_id";
static const char KEPT_SQL[] =
	"SELECT kept_release.text,"                                 /* 0 */
	"       load.file"                                          /* 1 */
	"  FROM kept_release"
	"  JOIN load ON load.id = kept_release.load_id"
	" WHERE load.undone_at IS NULL"
	" ORDER BY load.id";

bool
store_release_save(struct store *store, Str text, const struct load *load, bool *already,
                   struct error *err)
{
	int64_t id;
	struct tally meant = { 0 };
	if (!load_begin(store, load, &id, already, err))
		return false;
	if (*already)
		return true;
	bool sound = load_write(store, WRITE_SQL, args(arg_int(id), arg_text(text)), &meant, err)
		&& load_holds(store, WRITTEN_SQL, id, meant, err);
	return load_end(store, sound, err);
}

bool
store_releases_read(struct store *store, struct published *p, struct arena *perm, struct error *err)
{
	bool sound = true;
	struct rows *rows = store_query(store, KEPT_SQL, (struct args){ 0 }, err);
	while (sound && rows_next(rows)) {
		Str text = row_text(rows, 0, perm), file = row_text(rows, 1, perm);
		sound = release_read(p, text, false, perm, err)
			|| fail_within(err, "the release kept from %.*s", STR_ARG(file));
	}
	struct error unread;
	bool all = rows_end(rows, sound ? err : &unread);
	return sound && all;
}
