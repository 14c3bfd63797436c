/* store.h: the durable store: one SQLite file, or one PostgreSQL database.
 *
 * Every write is inside store_begin / store_commit and is whole or not at all. What makes an
 * acknowledged write stay on the disk is set and read back when the store is opened: on SQLite the
 * journal is DELETE with synchronous=EXTRA (Debian 12's SQLite lacks the fix of a WAL fault, so WAL is
 * not used), on PostgreSQL synchronous_commit, fsync and full_page_writes are on.
 *
 * SQL is text beside the struct it fills, the same on both; parameters are $1, $2, ...; every read of
 * several rows has an ORDER BY. Columns are INTEGER, BIGINT, TEXT and DATE; a DATE is given and comes
 * back as ISO text ("2026-11-23"). Text is compared by its bytes. Numbers are passed as 64 bits, so
 * where the other side gives no type to a text or a NULL, the SQL says it: CAST($1 AS TEXT).
 */
#ifndef STORE_STORE_H
#define STORE_STORE_H

#include "base/date.h"
#include "base/error.h"
#include "base/quantity.h"
#include "base/str.h"

struct store;
struct rows;

/* Opens or makes the file, or opens the database of a URL (postgresql://...); sets and reads back its
 * durability; runs migration steps not yet run. Refuses a store of a newer program, or not ours.
 * NULL with words on failure; they never hold the URL's password. */
struct store *store_open(Str path, struct error *err);
void store_close(struct store *store);
bool store_is_url(Str path);                 /* it names a PostgreSQL database, not a file */
Str  store_shown(Str path, struct arena *perm);      /* as it may be shown: without a password */
bool store_is_postgres(const struct store *store);

/* Arguments of a statement. */
struct arg { enum { ARG_NULL, ARG_INT, ARG_TEXT } kind; int64_t number; Str text; };
struct args { const struct arg *at; int count; };
struct arg arg_int(int64_t number);
struct arg arg_text(Str text);
struct arg arg_figure(Figure figure);        /* NULL when absent; its reason is another column */
#define args(...) ((struct args){ (const struct arg[]){ __VA_ARGS__ }, \
	(int)(sizeof((const struct arg[]){ __VA_ARGS__ }) / sizeof(struct arg)) })

/* Begins to write. On SQLite there is one writer at a time: others wait. On PostgreSQL several may
 * write at once; those that begin for the same authority wait for each other, so what one reads
 * after this still holds when it commits. Whoever waits five seconds is told that it is in use. */
bool store_begin(struct store *store, struct error *err);
bool store_begin_for(struct store *store, Str authority, struct error *err);
bool store_commit(struct store *store, struct error *err);   /* false: not confirmed */
/* Commits when all of it was done, else rolls back: false. */
bool store_end(struct store *store, bool done, struct error *err);
void store_rollback(struct store *store);                    /* harmless outside a transaction */

/* A write. The first failure spoils the transaction; on PostgreSQL writes are on their way while the
 * program goes on, so it may be told by a later call, at the latest by store_commit. */
bool store_run(struct store *store, const char *sql, struct args args, struct error *err);
/* Rows in order; rows_next gives false at the end and on an error, which rows_end tells apart. */
struct rows *store_query(struct store *store, const char *sql, struct args args, struct error *err);
bool    rows_next(struct rows *rows);
int64_t row_int(const struct rows *rows, int column);
bool    row_null(const struct rows *rows, int column);
Str     row_text(const struct rows *rows, int column, struct arena *perm);
Date    row_day(const struct rows *rows, int column);        /* day 0 of a NULL */
bool    rows_end(struct rows *rows, struct error *err);      /* true when all rows were read */
/* The one number that a query gives; 0 when it gives no row. A count is one that an int holds. */
bool store_number(struct store *store, const char *sql, struct args args, int64_t *number, struct error *err);
bool store_count(struct store *store, const char *sql, struct args args, int *count, struct error *err);

/* Whether everything in it can be read and every reference is good, and the durability settings, as
 * a sentence each. */
bool store_verify(struct store *store, struct text *says, struct error *err);

#endif
