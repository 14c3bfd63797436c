/* verify.c: whether a store is whole: its pages, its references, its settings. */
#include "store/engine.h"

#include <string.h>

static bool
check_pages(struct store *store, struct text *says, struct error *err)
{
	char answer[256];
	if (!store_ask(store, "PRAGMA integrity_check(1)", answer, (int)sizeof answer, err))
		return false;
	if (strcmp(answer, "ok") != 0)
		return fail(err, "the store is damaged: %s", answer);
	text_add(says, S("Every page and index of the store is whole.\n"));
	return true;
}

static bool
check_references(struct store *store, struct text *says, struct error *err)
{
	char table[64];
	if (!store_ask(store, "PRAGMA foreign_key_check", table, (int)sizeof table, err))
		return false;
	if (table[0])
		return fail(err, "the store is damaged: a row of %s refers to one that is not there", table);
	text_add(says, S("Every reference between its tables is good.\n"));
	return true;
}

bool
store_verify(struct store *store, struct text *says, struct error *err)
{
	char step[16];
	if (!check_pages(store, says, err) || !check_references(store, says, err)
	    || !store_settings_say(store, says, err)
	    || !store_ask(store, "PRAGMA user_version", step, (int)sizeof step, err))
		return false;
	text_format(says, "It is at step %s, kept by SQLite %s.\n", step, sqlite3_libversion());
	return true;
}
