/* postgres.c: PostgreSQL: the connection, SQL without arguments, and the driver.
 *
 * What the server says about a value may hold the value, and a URL may hold a password. Neither is
 * passed on: of a failure only its first sentence, and of one that is a value's fault not even that.
 */
#include "store/postgres.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- what went wrong ------------------------------------------------------------------------- */

static bool
one_of(const char *state, const char *const *states, ptrdiff_t count)
{
	for (ptrdiff_t i = 0; i < count; i++)
		if (strcmp(state, states[i]) == 0)
			return true;
	return false;
}

/* What libpq says of a connection, on one line. */
static bool
connection_fail(PGconn *at, const char *doing, struct error *err)
{
	char line[300];
	snprintf(line, sizeof line, "%s", PQerrorMessage(at));
	for (char *c = line; *c; c++)
		if (*c == '\n' || *c == '\t')
			*c = ' ';
	for (size_t n = strlen(line); n > 0 && line[n - 1] == ' '; n--)
		line[n - 1] = 0;
	return fail(err, "%s: %s", doing, line[0] ? line : "the connection to PostgreSQL was lost");
}

bool
postgres_fail(const struct connection *c, const PGresult *result, const char *doing,
              struct error *err)
{
	/* Waited too long for a lock; a ring of waiters; a change under a fixed view. */
	static const char *const busy[] = { "55P03", "40P01", "40001" };
	const char *state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
	const char *says = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
	if (!state || !says)
		return connection_fail(c->at, doing, err);
	if (one_of(state, busy, countof(busy)))
		return fail(err, "%s: the store is in use by another command; try again", doing);
	if (strncmp(state, "22", 2) == 0)
		return fail(err, "%s: a value is not of its column's kind (PostgreSQL %s)", doing, state);
	return fail(err, "%s: %s (PostgreSQL %s)", doing, says, state);
}

bool
went_well(const PGresult *result)
{
	ExecStatusType status = PQresultStatus(result);
	return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
}

/* ---- opening and closing --------------------------------------------------------------------- */

static const char *
part_of_url(const PQconninfoOption *parts, const char *keyword)
{
	for (; parts && parts->keyword; parts++)
		if (strcmp(parts->keyword, keyword) == 0)
			return parts->val;
	return NULL;
}

static void
postgres_shown(const char *where, char *shown, int room)
{
	PQconninfoOption *parts = PQconninfoParse(where, NULL);
	const char *host = part_of_url(parts, "host"), *name = part_of_url(parts, "dbname");
	snprintf(shown, (size_t)room, "%s%s%s", name ? name : "on PostgreSQL", host ? " at " : "",
	         host ? host : "");
	PQconninfoFree(parts);
}

static void
say_nothing(void *context, const char *message)
{
	(void)context;
	(void)message;
}

/* What stands before dbname gives way to the URL's own; what stands after does not. */
static PGconn *
connect_to(const char *where)
{
	static const char *const keywords[] = { "connect_timeout", "fallback_application_name", "dbname",
	                                        "client_encoding", NULL };
	const char *values[] = { "10", "mainstay", where, "UTF8", NULL };
	_Static_assert(countof(keywords) == countof(values), "a value for each");
	return PQconnectdbParams(keywords, values, 1);
}

static bool
postgres_open(struct store *store, const char *where, struct error *err)
{
	PQconninfoOption *parts = PQconninfoParse(where, NULL);
	bool read = parts != NULL;               /* what libpq says of a bad URL may quote the password */
	PQconninfoFree(parts);
	if (!read)
		return fail(err, "its address cannot be read; write postgresql://user@host/database");
	struct connection *c = calloc(1, sizeof *c);
	store->db = c;
	if (!c)
		return fail(err, "out of memory");
	c->room = arena_reserve(VALUES_MOST + VALUES_SLACK);
	c->room_begin = c->room.next;
	c->at = connect_to(where);
	if (!c->room.next || !c->at)
		return fail(err, "out of memory");
	PQsetNoticeProcessor(c->at, say_nothing, NULL);
	return PQstatus(c->at) == CONNECTION_OK || connection_fail(c->at, "connecting", err);
}

static void
postgres_close(struct store *store)
{
	struct connection *c = store->db;
	if (!c)
		return;
	PQfinish(c->at);
	if (c->room_begin)
		arena_release(&c->room, c->room_begin);
	free(c);
}

static const char *
postgres_version(const struct store *store)
{
	const struct connection *c = store->db;
	return PQparameterStatus(c->at, "server_version");
}

/* ---- text without arguments ------------------------------------------------------------------ */

static bool
postgres_in_transaction(const struct store *store)
{
	const struct connection *c = store->db;
	if (!c)
		return false;
	PGTransactionStatusType is = PQtransactionStatus(c->at);
	return is == PQTRANS_INTRANS || is == PQTRANS_INERROR || is == PQTRANS_ACTIVE;
}

/* A COMMIT of a transaction in which something failed is a ROLLBACK, and says so only by its name. */
static bool
ended_otherwise(const char *sql, PGresult *result)
{
	return strcmp(sql, "COMMIT") == 0 && strcmp(PQcmdStatus(result), "COMMIT") != 0;
}

static bool
postgres_script(struct store *store, const char *sql, struct error *err)
{
	struct connection *c = store->db;
	struct error before;
	bool settled = postgres_settle(store, &before);
	if (!settled && strcmp(sql, "ROLLBACK") != 0) {
		*err = before;
		return false;
	}
	char doing[48];
	snprintf(doing, sizeof doing, "%.40s", sql);
	PGresult *result = PQexec(c->at, sql);
	bool done = went_well(result) || postgres_fail(c, result, doing, err);
	if (done && ended_otherwise(sql, result))
		done = fail(err, "%s: the database ended the transaction; nothing was kept", doing);
	PQclear(result);
	return done;
}

static bool
postgres_ask(struct store *store, const char *sql, char *answer, int room, struct error *err)
{
	struct connection *c = store->db;
	if (!postgres_settle(store, err))
		return false;
	PGresult *result = PQexec(c->at, sql);
	bool done = went_well(result) || postgres_fail(c, result, "asking the store", err);
	snprintf(answer, (size_t)room, "%s",
	         done && PQntuples(result) > 0 ? PQgetvalue(result, 0, 0) : "");
	PQclear(result);
	return done;
}

/* ---- the driver ------------------------------------------------------------------------------ */

/* The table of steps says whose the database is. What belongs to an extension is nobody's. */
const struct driver postgres_driver = {
	.name = "PostgreSQL",
	.mark = "--postgres ",
	.begin = "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE; SET LOCAL synchronous_commit = on",
	.look = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
	.lock = "SELECT pg_advisory_xact_lock($1)",
	.whose = "SELECT CASE"
		" WHEN (SELECT count(*) FROM pg_attribute WHERE attrelid = to_regclass("
		"           quote_ident(current_schema()) || '.step')"
		"          AND attname IN ('number', 'name', 'hash')) = 3 THEN 'ours'"
		" WHEN EXISTS (SELECT FROM pg_class WHERE relnamespace = current_schema()::regnamespace"
		"                 AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = pg_class.oid"
		"                                    AND classid = 'pg_class'::regclass AND deptype = 'e'))"
		" THEN 'another' ELSE 'empty' END",
	.anothers = "the database of another program",
	.at = "SELECT coalesce(max(number), 0) FROM step",
	.settings = &postgres_settings, .soundness = &postgres_soundness,
	.shown = postgres_shown, .open = postgres_open, .close = postgres_close,
	.version = postgres_version, .script = postgres_script, .ask = postgres_ask,
	.in_transaction = postgres_in_transaction, .settle = postgres_settle,
	.prepare = postgres_prepare, .drop = postgres_drop, .run = postgres_run,
	.start = postgres_start, .step = postgres_step, .stop = postgres_stop,
	.columns = postgres_columns, .column = postgres_column, .number = postgres_number,
	.text = postgres_text,
};
