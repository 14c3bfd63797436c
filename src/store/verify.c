/* verify.c: whether a store is whole: what it holds, its references, its settings. */
#include "store/engine.h"

#include <string.h>

static const struct soundness file[] = {
	{ "PRAGMA integrity_check(1)", "ok", "", "",
	  "Every page and index of the store is whole." },
	{ "PRAGMA foreign_key_check", "", "a row of ", " refers to one that is not there",
	  "Every reference between its tables is good." },
};
const struct soundnesses sqlite_soundness = { file, countof(file) };

/* query_to_xml runs SQL that is made inside the database, once for each table or reference it has. */
static const struct soundness database[] = {
	/* Every value is made into text, so all of every page is read, and its checksum with it. */
	{ "SELECT CASE WHEN count(query_to_xml(format('SELECT count(t::text) FROM %s AS t', oid::regclass),"
	  "                                    false, true, '')) > 0 THEN 'ok' ELSE 'no table' END"
	  "  FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = current_schema()::regnamespace",
	  "ok", "it has ", "", "Every row of every table can be read." },
	{ "SELECT coalesce(min(name), '')"
	  "  FROM (SELECT con.conrelid::regclass::text AS name,"
	  "               query_to_xml(format('SELECT count(*) AS n FROM %s AS c WHERE %s AND NOT EXISTS"
	  "                                    (SELECT FROM %s AS p WHERE %s)',"
	  "                                   con.conrelid::regclass, there, con.confrelid::regclass, same),"
	  "                            false, true, '')::text AS lost"
	  "          FROM pg_constraint AS con"
	  "         CROSS JOIN LATERAL"
	  "               (SELECT string_agg(format('c.%I IS NOT NULL', a.attname), ' AND ') AS there,"
	  "                       string_agg(format('c.%I = p.%I', a.attname, b.attname), ' AND ') AS same"
	  "                  FROM unnest(con.conkey, con.confkey) AS k (child, parent)"
	  "                  JOIN pg_attribute AS a ON a.attrelid = con.conrelid AND a.attnum = k.child"
	  "                  JOIN pg_attribute AS b ON b.attrelid = con.confrelid AND b.attnum = k.parent) AS k"
	  "         WHERE con.contype = 'f' AND con.connamespace = current_schema()::regnamespace) AS found"
	  " WHERE lost !~ '<n>0</n>'",
	  "", "a row of ", " refers to one that is not there",
	  "Every reference between its tables is good." },
	{ "SELECT coalesce(min(tgrelid::regclass::text), '')"
	  "  FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid"
	  " WHERE relnamespace = current_schema()::regnamespace AND tgisinternal AND tgenabled NOT IN ('O', 'A')",
	  "", "references of ", " are no longer watched", "The database watches over all of them." },
};
const struct soundnesses postgres_soundness = { database, countof(database) };

static bool
sound(struct store *store, const struct soundness *asked, struct text *says, struct error *err)
{
	char answer[256];
	if (!store_ask(store, asked->ask, answer, (int)sizeof answer, err))
		return false;
	if (strcmp(answer, asked->sound) != 0)
		return fail(err, "the store is damaged: %s%s%s", asked->wrong_before, answer,
		            asked->wrong_after);
	text_format(says, "%s\n", asked->says);
	return true;
}

bool
store_verify(struct store *store, struct text *says, struct error *err)
{
	const struct driver *driver = store->driver;
	char step[16];
	for (ptrdiff_t i = 0; i < driver->soundness->count; i++)
		if (!sound(store, &driver->soundness->at[i], says, err))
			return false;
	if (!store_settings_say(store, says, err)
	    || !store_ask(store, driver->at, step, (int)sizeof step, err))
		return false;
	text_format(says, "It is at step %s, kept by %s %s.\n", step, driver->name,
	            driver->version(store));
	return true;
}
