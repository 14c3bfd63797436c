/* engine.h: the inside of the store. Private to store/.
 *
 * The store owns its statements: every open read is one of a fixed number of places in it, so that
 * closing the store finalises also those that a jump out of a full arena left open.
 */
#ifndef STORE_ENGINE_H
#define STORE_ENGINE_H

#include <sqlite3.h>

#include "store/store.h"

enum {
	ROWS_OPEN_MOST = 8,                      /* reads at one time: a join by hand needs two or three */
	APPLICATION_ID = 0x4D6E7374,             /* "Mnst", in the file's header: whose file it is */
	BUSY_MS        = 5000                    /* an import takes well under a second */
};

struct rows {
	struct store *store;
	sqlite3_stmt *statement;                 /* NULL: this place is free */
	enum { READING, READ, BROKEN } state;
	struct error  error;                     /* when BROKEN */
};

struct store {
	sqlite3     *db;
	bool         writing;                    /* between store_begin and its end */
	bool         spoiled;                    /* a write failed: nothing more until rollback */
	struct rows  open[ROWS_OPEN_MOST];
};

/* Fails with SQLite's own words after `doing`. Always false. */
bool store_fail(const struct store *store, const char *doing, struct error *err);
/* Runs SQL text without arguments, of one or more statements. */
bool store_script(struct store *store, const char *sql, struct error *err);
/* The first column of the first row as text, or "" when there is none. */
bool store_ask(struct store *store, const char *sql, char *answer, int room, struct error *err);

/* Refuses a file that is not ours (application_id) before anything is changed. (steps.c) */
bool store_ours(struct store *store, struct error *err);
/* Runs the steps that have not been run, each in one transaction. Refuses a file of a newer
 * program, and one whose steps were run with other text. (steps.c) */
bool store_steps(struct store *store, struct error *err);

/* Sets the durability settings and reads each back. (settings.c) */
bool store_settings(struct store *store, struct error *err);
/* Reads the settings back, a sentence each. */
bool store_settings_say(struct store *store, struct text *says, struct error *err);

#endif
