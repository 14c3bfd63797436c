/* postgres_rows.c: PostgreSQL: statements, writes that are sent ahead, and rows. */
#include "store/postgres.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Types by their numbers in pg_type, which never change. */
enum { TYPE_OPEN = 0, TYPE_BOOL = 16, TYPE_INT8 = 20, TYPE_INT2 = 21, TYPE_INT4 = 23 };
enum {
	WAITING_MOST = 500,                      /* writes on their way: more gains nothing */
	VALUES_KEEP  = 1 << 20
};

enum { NOT_PREPARED = 0 };
struct prepared {
	int64_t   number;                        /* its name on the server is s<number> */
	int       count;
	Oid       types[ARGS_MOST];
	PGresult *result;                        /* of the read that is open */
	int       row;
};

struct prepared_name { char is[24]; };

static struct prepared_name
name_of(int64_t number)
{
	struct prepared_name name;
	snprintf(name.is, sizeof name.is, "s%lld", (long long)number);
	return name;
}

/* ---- statements ------------------------------------------------------------------------------ */

static Oid
type_for(struct arg arg, Oid before)
{
	switch (arg.kind) {
	case ARG_NULL: return before;
	case ARG_INT:  return TYPE_INT8;
	case ARG_TEXT: return TYPE_OPEN;
	}
	return TYPE_OPEN;
}

static bool
prepare_on_server(struct connection *c, struct prepared *own, const char *sql, struct error *err)
{
	int64_t number = ++c->prepared;
	PGresult *result = PQprepare(c->at, name_of(number).is, sql, own->count, own->types);
	bool done = went_well(result) || postgres_fail(c, result, "asking the store", err);
	PQclear(result);
	own->number = done ? number : NOT_PREPARED;
	return done;
}

bool
postgres_prepare(struct store *store, struct statement *statement, struct args args,
                 struct error *err)
{
	if (!postgres_settle(store, err))
		return false;
	struct prepared *own = calloc(1, sizeof *own);
	if (!own)
		return fail(err, "out of memory");
	own->count = args.count;
	for (int i = 0; i < args.count; i++)
		own->types[i] = type_for(args.at[i], TYPE_OPEN);
	if (!prepare_on_server(store->db, own, statement->sql, err)) {
		free(own);
		return false;
	}
	statement->own = own;
	return true;
}

/* In a transaction that failed the server does not listen; there it keeps the statement, unused. */
static void
let_go(struct connection *c, int64_t number)
{
	char sql[48];
	snprintf(sql, sizeof sql, "DEALLOCATE %s", name_of(number).is);
	PQclear(PQexec(c->at, sql));
}

void
postgres_drop(struct store *store, struct statement *statement)
{
	struct connection *c = store->db;
	struct prepared *own = statement->own;
	struct error ignored;
	if (postgres_settle(store, &ignored))
		let_go(c, own->number);
	PQclear(own->result);
	free(own);
}

/* Prepares again where a number or a text comes for what was declared otherwise. */
static bool
suit(struct store *store, struct statement *statement, struct args args, struct error *err)
{
	struct connection *c = store->db;
	struct prepared *own = statement->own;
	bool suits = own->number != NOT_PREPARED;
	assert(own->count == args.count);
	for (int i = 0; i < args.count; i++) {
		Oid wants = type_for(args.at[i], own->types[i]);
		suits = suits && wants == own->types[i];
		own->types[i] = wants;
	}
	if (suits)
		return true;
	if (!postgres_settle(store, err))
		return false;
	let_go(c, own->number);
	return prepare_on_server(c, own, statement->sql, err);
}

static char *
digits(int64_t number, struct arena *room)
{
	enum { ROOM = 24 };
	char *text = new(room, ROOM, char);
	snprintf(text, ROOM, "%lld", (long long)number);
	return text;
}

/* Gives large values' memory back to the system. */
static void
let_go_of_values(struct connection *c, const struct arena *room)
{
	if (room->next - c->room_begin > VALUES_KEEP)
		arena_trim(&c->room, c->room_begin, VALUES_KEEP);
}

/* The values as C strings in `room`. */
static bool
values_of(struct args args, const char **values, struct arena *room, struct error *err)
{
	for (int i = 0; i < args.count; i++) {
		struct arg arg = args.at[i];
		if (arg.kind == ARG_TEXT && arg.text.len > 0 && memchr(arg.text.at, 0, (size_t)arg.text.len))
			return fail(err, "a text holds a NUL character, which PostgreSQL cannot keep");
		if (arg.kind == ARG_TEXT && arg.text.len >= room->end - room->next - VALUES_SLACK)
			return fail(err, "the values are over %d bytes, the most the store accepts", VALUES_MOST);
		switch (arg.kind) {
		case ARG_NULL: values[i] = NULL; break;
		case ARG_INT:  values[i] = digits(arg.number, room); break;
		case ARG_TEXT: values[i] = str_c(arg.text, room); break;
		}
	}
	return true;
}

/* ---- writes ---------------------------------------------------------------------------------- */

/* The answers to what was sent: the first that is bad is what went wrong; those after it were not
 * tried by the server. */
static bool
answers(struct connection *c, struct error *err)
{
	bool well = true;
	for (; c->waiting > 0; c->waiting--) {
		PGresult *result = PQgetResult(c->at);
		if (well && !went_well(result))
			well = postgres_fail(c, result, "writing to the store", err);
		PQclear(result);
		if (PQstatus(c->at) != CONNECTION_OK)
			break;
		PQclear(PQgetResult(c->at));         /* the end of that one's */
	}
	c->waiting = 0;
	return well;
}

bool
postgres_settle(struct store *store, struct error *err)
{
	struct connection *c = store->db;
	if (PQpipelineStatus(c->at) == PQ_PIPELINE_OFF)
		return true;
	if (!PQpipelineSync(c->at))
		return postgres_fail(c, NULL, "writing to the store", err);
	bool well = answers(c, err);
	PQclear(PQgetResult(c->at));                 /* the sync's own */
	if (!PQexitPipelineMode(c->at) && well)
		return postgres_fail(c, NULL, "writing to the store", err);
	return well;
}

static bool
send(struct connection *c, const struct prepared *own, struct args args, struct error *err)
{
	const char *values[ARGS_MOST];
	struct arena room = c->room;
	if (!values_of(args, values, &room, err))
		return false;
	if (!PQsendQueryPrepared(c->at, name_of(own->number).is, own->count, values, NULL, NULL, 0))
		return postgres_fail(c, NULL, "writing to the store", err);
	c->waiting++;
	let_go_of_values(c, &room);
	return true;
}

bool
postgres_run(struct store *store, struct statement *statement, struct args args, struct error *err)
{
	struct connection *c = store->db;
	if (!suit(store, statement, args, err))
		return false;
	if (PQpipelineStatus(c->at) == PQ_PIPELINE_OFF && !PQenterPipelineMode(c->at))
		return postgres_fail(c, NULL, "writing to the store", err);
	return send(c, statement->own, args, err)
		&& (c->waiting < WAITING_MOST || postgres_settle(store, err));
}

/* ---- reads ----------------------------------------------------------------------------------- */

bool
postgres_start(struct store *store, struct statement *statement, struct args args,
               struct error *err)
{
	struct connection *c = store->db;
	struct prepared *own = statement->own;
	const char *values[ARGS_MOST];
	struct arena room = c->room;
	if (!postgres_settle(store, err) || !suit(store, statement, args, err)
	    || !values_of(args, values, &room, err))
		return false;
	PGresult *result = PQexecPrepared(c->at, name_of(own->number).is, own->count, values, NULL, NULL,
	                                  0);
	let_go_of_values(c, &room);
	if (!went_well(result)) {
		postgres_fail(c, result, "reading the store", err);
		PQclear(result);
		return false;
	}
	own->result = result;
	own->row = -1;
	return true;
}

/* All rows are here already, so that reads may be open beside each other. */
enum stepped
postgres_step(struct store *store, struct statement *statement, struct error *err)
{
	struct prepared *own = statement->own;
	(void)store;
	(void)err;
	return ++own->row < PQntuples(own->result) ? STEPPED_ROW : STEPPED_END;
}

void
postgres_stop(struct statement *statement)
{
	struct prepared *own = statement->own;
	PQclear(own->result);
	own->result = NULL;
}

/* ---- columns --------------------------------------------------------------------------------- */

int
postgres_columns(const struct statement *statement)
{
	const struct prepared *own = statement->own;
	return PQnfields(own->result);
}

Str
postgres_text(const struct statement *statement, int column)
{
	const struct prepared *own = statement->own;
	return (Str){ PQgetvalue(own->result, own->row, column),
	              PQgetlength(own->result, own->row, column) };
}

/* A condition is true or false here, and 1 or 0 on SQLite. */
int64_t
postgres_number(const struct statement *statement, int column)
{
	const struct prepared *own = statement->own;
	const char *text = PQgetvalue(own->result, own->row, column);
	return PQftype(own->result, column) == TYPE_BOOL ? text[0] == 't' : strtoll(text, NULL, 10);
}

struct arg
postgres_column(const struct statement *statement, int column)
{
	const struct prepared *own = statement->own;
	if (PQgetisnull(own->result, own->row, column))
		return (struct arg){ .kind = ARG_NULL };
	switch (PQftype(own->result, column)) {
	case TYPE_BOOL:
	case TYPE_INT2:
	case TYPE_INT4:
	case TYPE_INT8: return arg_int(postgres_number(statement, column));
	}
	return arg_text(postgres_text(statement, column));
}
