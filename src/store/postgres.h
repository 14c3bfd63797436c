/* postgres.h: the driver of PostgreSQL, through libpq. Private to postgres*.c.
 *
 * Arguments go as text and results come as text, so that a date is its ISO text and the server finds
 * out a text's type from where it stands. Numbers are declared as 64 bits: left to itself the server
 * takes `coalesce($1, 0)` for 32. The kind of a NULL is known only when a number comes in its place,
 * and then the statement is prepared again, once.
 *
 * Writes are sent without waiting for each answer: the way there and back costs more than the write.
 */
#ifndef STORE_POSTGRES_H
#define STORE_POSTGRES_H

#include <libpq-fe.h>

#include "store/engine.h"

enum {
	VALUES_MOST  = 64 << 20,                 /* bytes of one statement's texts, as on SQLite */
	VALUES_SLACK = 1 << 16                   /* for its numbers, and for what aligning takes */
};

struct connection {
	PGconn       *at;
	int64_t       prepared;                  /* so far: names statements */
	int           waiting;                   /* writes that were sent and not yet answered */
	struct arena  room;                      /* for values as C strings, while they are sent */
	char         *room_begin;
};

bool went_well(const PGresult *result);
/* Fails with what the server or the connection says, after `doing`. Always false. */
bool postgres_fail(const struct connection *c, const PGresult *result, const char *doing,
                   struct error *err);

/* The driver's functions for statements and rows (postgres_rows.c). */
bool postgres_settle(struct store *store, struct error *err);
bool postgres_prepare(struct store *store, struct statement *statement, struct args args,
                      struct error *err);
void postgres_drop(struct store *store, struct statement *statement);
bool postgres_run(struct store *store, struct statement *statement, struct args args,
                  struct error *err);
bool postgres_start(struct store *store, struct statement *statement, struct args args,
                    struct error *err);
enum stepped postgres_step(struct store *store, struct statement *statement, struct error *err);
void postgres_stop(struct statement *statement);
int  postgres_columns(const struct statement *statement);
struct arg postgres_column(const struct statement *statement, int column);
int64_t postgres_number(const struct statement *statement, int column);
Str  postgres_text(const struct statement *statement, int column);

#endif
