/* store.h: the durable store, one SQLite file.
 *
 * Every write is inside store_begin / store_commit and is whole or not at all. The journal is
 * DELETE with synchronous=EXTRA, asserted when it is opened: acknowledged means on the disk.
 * (Debian 12's SQLite lacks the fix of a WAL fault, so WAL is not used: docs/decisions.)
 *
 * SQL is text beside the struct it fills; parameters are $1, $2, ... and bound by name; every read
 * of several rows has an ORDER BY.
 */
#ifndef STORE_STORE_H
#define STORE_STORE_H

#include "base/error.h"
#include "base/quantity.h"
#include "base/str.h"

struct store;
struct rows;

/* Opens or makes the file, sets and reads back its durability, runs migration steps not yet run.
 * Refuses a file of a newer program, or not ours. NULL with words on failure. */
struct store *store_open(Str path, struct error *err);
void store_close(struct store *store);

/* Arguments of a statement. */
struct arg { enum { ARG_NULL, ARG_INT, ARG_TEXT } kind; int64_t number; Str text; };
struct args { const struct arg *at; int count; };
struct arg arg_int(int64_t number);
struct arg arg_text(Str text);
struct arg arg_figure(Figure figure);        /* NULL when absent; its reason is another column */
#define args(...) ((struct args){ (const struct arg[]){ __VA_ARGS__ }, \
	(int)(sizeof((const struct arg[]){ __VA_ARGS__ }) / sizeof(struct arg)) })

bool store_begin(struct store *store, struct error *err);    /* BEGIN IMMEDIATE */
bool store_commit(struct store *store, struct error *err);   /* false: not confirmed */
void store_rollback(struct store *store);                    /* harmless outside a transaction */

bool store_run(struct store *store, const char *sql, struct args args, struct error *err);
/* Rows in order; rows_next gives false at the end and on an error, which rows_end tells apart. */
struct rows *store_query(struct store *store, const char *sql, struct args args, struct error *err);
bool    rows_next(struct rows *rows);
int64_t row_int(const struct rows *rows, int column);
bool    row_null(const struct rows *rows, int column);
Str     row_text(const struct rows *rows, int column, struct arena *perm);
bool    rows_end(struct rows *rows, struct error *err);      /* true when all rows were read */

/* integrity_check, foreign keys, and the durability settings, as a sentence each. */
bool store_verify(struct store *store, struct text *says, struct error *err);

#endif
