/* engine.h: the inside of the store: what is the same on both engines, and what each does its own
 * way. Private to store/.
 *
 * An engine is one struct driver: SQL of its own as text and rows, and a dozen functions around its
 * library. Only sqlite.c and postgres.c (and the settings of each) know a library. Everything else
 * goes through this header or store.h.
 *
 * The store owns its statements. Each is prepared once, kept by its text, and used again when no read
 * of it is open; so closing the store also finalises those that a jump out of a full arena left open.
 */
#ifndef STORE_ENGINE_H
#define STORE_ENGINE_H

#include "store/store.h"

enum {
	ROWS_OPEN_MOST  = 8,                     /* reads at one time: a join by hand needs two or three */
	STATEMENTS_MOST = 256,                   /* kept: some eight for each record type, and the rest */
	ARGS_MOST       = 64,
	STEP_BYTES_MOST = 256 << 10,
	WAIT_MS         = 5000                   /* for another writer: a write takes well under a second */
};

/* One prepared statement. */
struct statement {
	char     *sql;                           /* NULL: this place is free */
	uint64_t  hash;                          /* of sql */
	int64_t   last_used;                     /* by the store's count of uses */
	bool      busy;                          /* a read of it is open */
	bool              in_order;              /* $1, $2, ... first stand in that order (SQLite) */
	void     *own;                           /* the engine's */
};

struct rows {
	struct store     *store;
	struct statement *statement;             /* NULL: this place is free */
	enum { READING, READ, BROKEN } state;
	struct error      error;                 /* when BROKEN */
};

struct store {
	const struct driver *driver;
	void            *db;                     /* the engine's */
	bool             writing;                /* between store_begin and its end */
	bool             spoiled;                /* something failed in it: nothing more until rollback */
	int64_t          uses;
	struct statement statements[STATEMENTS_MOST];
	struct rows      open[ROWS_OPEN_MOST];
};

/* What must hold before a store is used: set, then read back. (settings.c) */
struct setting {
	const char *set;                         /* SQL; NULL: it can only be read */
	const char *read, *wants;                /* SQL, and what it must answer */
	const char *says;                        /* for store_verify; NULL: of no interest there */
	const char *cure;                        /* what whoever runs the database can do, or NULL */
};
struct settings { const struct setting *at; ptrdiff_t count; };
extern const struct settings sqlite_settings, postgres_settings;

/* What is asked of a store to know that it is whole. (verify.c) */
struct soundness {
	const char *ask;                         /* SQL */
	const char *sound;                       /* its answer in a sound store */
	const char *wrong_before, *wrong_after;  /* words around any other answer */
	const char *says;
};
struct soundnesses { const struct soundness *at; ptrdiff_t count; };
extern const struct soundnesses sqlite_soundness, postgres_soundness;

enum stepped { STEPPED_ROW, STEPPED_END, STEPPED_BADLY };

struct driver {
	const char *name;                        /* "SQLite" */
	const char *mark;                        /* begins lines of steps that are for it only */
	const char *begin;                       /* SQL that begins a transaction that writes */
	const char *look;                        /* SQL that begins one that only reads, of one moment */
	const char *lock;                        /* SQL that waits for a number until the end, or NULL */
	const char *whose;                       /* SQL: "ours", "empty" or other words */
	const char *anothers;                    /* words for what is another program's */
	const char *at;                          /* SQL: the number of the last step that was run */
	const char *at_now;                      /* SQL that the new number ends, or NULL */
	const struct settings    *settings;
	const struct soundnesses *soundness;

	/* The place as it may be shown: without a password. */
	void (*shown)(const char *where, char *shown, int room);
	bool (*open)(struct store *store, const char *where, struct error *err);
	/* Statements are dropped before. */
	void (*close)(struct store *store);
	/* Settings that aren't SQL: sets them; reads them back, with sentences unless `says` is NULL.
	 * NULL where there are none. */
	void (*options)(struct store *store);
	bool (*options_read)(struct store *store, struct text *says, struct error *err);
	const char *(*version)(const struct store *store);

	/* Runs SQL text without arguments, of one or more statements. */
	bool (*script)(struct store *store, const char *sql, struct error *err);
	/* The first column of the first row as text, or "". Nothing of it is kept. */
	bool (*ask)(struct store *store, const char *sql, char *answer, int room, struct error *err);
	bool (*in_transaction)(const struct store *store);
	/* Waits for writes that are on their way; NULL where none ever is. */
	bool (*settle)(struct store *store, struct error *err);

	/* Sets statement->own. The args' kinds may matter. */
	bool (*prepare)(struct store *store, struct statement *statement, struct args args,
	                struct error *err);
	void (*drop)(struct store *store, struct statement *statement);
	/* A write from beginning to end. A failure may be told by a later call of the driver instead,
	 * at the latest by settle. */
	bool (*run)(struct store *store, struct statement *statement, struct args args,
	            struct error *err);
	/* A read: start, step until it is no row, stop. */
	bool (*start)(struct store *store, struct statement *statement, struct args args,
	              struct error *err);
	enum stepped (*step)(struct store *store, struct statement *statement, struct error *err);
	void (*stop)(struct statement *statement);

	/* Columns of the row; text is borrowed until the next step. */
	int     (*columns)(const struct statement *statement);
	struct arg (*column)(const struct statement *statement, int column);   /* as it would be written */
	int64_t (*number)(const struct statement *statement, int column);
	Str     (*text)(const struct statement *statement, int column);
};

extern const struct driver sqlite_driver, postgres_driver;

/* ---- on both (engine.c) ---------------------------------------------------------------------- */

bool store_script(struct store *store, const char *sql, struct error *err);
bool store_ask(struct store *store, const char *sql, char *answer, int room, struct error *err);

/* Waits for a name until the transaction that is open ends: an authority's, or that of what a whole
 * store has one of. On SQLite the transaction itself is the wait. */
bool store_lock(struct store *store, Str name, struct error *err);
/* All readings between the two are of one moment. Inside a transaction that writes they are so
 * already, and this does nothing. */
bool store_look(struct store *store, struct error *err);
void store_looked(struct store *store);

int        row_columns(const struct rows *rows);
/* A column as it would be written; its text is borrowed until rows_next. */
struct arg row_arg(const struct rows *rows, int column);

/* Refuses what is another program's before anything is changed. (steps.c) */
bool store_ours(struct store *store, struct error *err);
/* Runs the steps that have not been run, each in one transaction. Refuses a store of a newer
 * program, and one whose steps were run with other text. (steps.c) */
bool store_steps(struct store *store, struct error *err);
/* A step's text as an engine runs it: lines that begin with its mark, without the mark. (steps.c) */
char *step_lines(const char *mark, Str text, struct arena *perm);

/* Sets the settings and reads each back. (settings.c) */
bool store_settings(struct store *store, struct error *err);
/* Reads the settings back, a sentence each. */
bool store_settings_say(struct store *store, struct text *says, struct error *err);

#endif
