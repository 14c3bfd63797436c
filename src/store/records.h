/* records.h: every record of every type, kept in one way.
 *
 * A type's rows are in a table of its name (sql/steps), one column a field, typed for the engine:
 * dates are real dates on both, FTE and decimals are millionths, an empty value is NULL. SQL is made
 * from the rows of the type. Writing goes one way only: a deed, which is some changes of rows by one
 * actor for one reason. It is whole or not at all, every change keeps what was before and after, and
 * the deed is an entry of the audit (audit.h) in the same transaction. So history, undo and audit
 * are the same facts.
 *
 * Two writers of one authority wait for each other (BEGIN IMMEDIATE; an advisory lock on
 * PostgreSQL), so what app/ checked inside the deed's transaction still holds when it commits.
 *
 * What is proved. Each change has hash = H(salt, what was, what became), a deed's hash is of its
 * reason's hash and its changes' hashes in order, and the payload of its audit entry holds that.
 * Values, reasons and salts can be erased; the hashes stay, and everything still verifies.
 *
 * Equality records are apart: no reading of a council has them, their history is in a table of its
 * own, and a deed's changes tell of them without their values.
 */
#ifndef STORE_RECORDS_H
#define STORE_RECORDS_H

#include "store/store.h"
#include "workforce/types.h"

/* All records of an authority, every type but `equality`, sorted as struct records asks, with the
 * stamp they were read at: one consistent reading. */
bool store_council_read(struct store *store, Str authority, struct council *council,
                        struct arena *perm, struct error *err);
/* The rows of one type, equality among them. */
bool store_records_read(struct store *store, Str authority, const struct record_type *type,
                        struct records *records, struct arena *perm, struct error *err);
/* The last change of the authority; 0: none. One quick question, so that a copy in memory can tell
 * whether it is still true. */
bool store_stamp(struct store *store, Str authority, int64_t *stamp, struct error *err);
/* Authorities that have any record. */
bool store_authorities(struct store *store, Str **slugs, int *count, struct arena *perm,
                       struct error *err);

struct deed {
	Str authority;
	Str actor;                   /* an account's ref, or "command line" */
	Str what;                    /* "edit", "import", "undo", "merge", "demonstration", "demonstration-end" */
	Str object;                  /* "post P-000012", "HR list of 3 March": ids, never names */
	Str reason;                  /* as the person gave it; kept apart, so it can be erased */
	int64_t at;                  /* UTC seconds */
	int64_t undoes;              /* the deed this one takes back, or 0 */
	const struct council *known; /* a reading that may still be true, to save another; or NULL */
	/* What is written beside the records in the same transaction, or NULL: false rolls all of it back. */
	bool (*with)(struct store *store, void *with_what, struct error *err);
	void *with_what;
};

enum stored { STORED, CHANGED_SINCE /* a row is not as `before` says */, NOT_STORED };

/* Called inside the transaction, after the lock and before anything is written, with the council as
 * it is there: may add findings or refuse. NULL: no judgement (the demonstration). */
typedef bool deed_judge(const struct council *now, void *context, struct error *err);

/* Does the deed. `*seq` is its number in the audit; 0 when its changes come to nothing, and then
 * nothing is written. Ids of added rows are made here and never given twice; a row that an undo puts
 * back keeps the id in `after`. Several changes of one row become one, and its version grows by one.
 * Values must be canonical (field.h). `err` has words unless it is STORED. */
enum stored store_do(struct store *store, const struct deed *deed, const struct changes *changes,
                     deed_judge *judge, void *context, int64_t *seq, struct arena *perm,
                     struct error *err);

/* ---- history --------------------------------------------------------------------------------- */

struct past {
	int64_t seq, at, undoes, undone_by;  /* undone_by: the deed that has taken it back, and stands */
	Str actor, what, object, reason;     /* reason empty when it was erased */
	int change_count;
};
/* Deeds of an authority, newest first; `what` empty: all; `most` 0: all. */
bool store_deeds(struct store *store, Str authority, Str what, int most, struct past **deeds,
                 int *count, struct arena *perm, struct error *err);
/* The changes of one deed, in order. Rows whose values were erased, and those of equality records,
 * have values of "" and no days. */
bool store_deed_changes(struct store *store, Str authority, int64_t seq, struct changes *changes,
                        struct arena *perm, struct error *err);
/* Every change of one ref, newest first. */
struct passed { struct past deed; struct change change; bool erased; };
bool store_history(struct store *store, Str authority, const struct record_type *type, Str ref,
                   struct passed **history, int *count, struct arena *perm, struct error *err);
/* Later deeds that touched rows of this one, and so stand in the way of taking it back. Those that
 * were taken back themselves do not. */
bool store_deed_blocked(struct store *store, Str authority, int64_t seq, struct past **by,
                        int *count, struct arena *perm, struct error *err);
/* The changes that take a deed back, for store_do with `undoes` set. False, in words, when a later
 * deed stands in the way or values were erased. */
bool store_deed_reversed(struct store *store, Str authority, int64_t seq, struct changes *changes,
                         struct arena *perm, struct error *err);

/* ---- erasing ---------------------------------------------------------------------------------- */

/* Empties the history of one thing: what its rows were and became by deeds done before `before`
 * (UTC seconds; 0: all so far). */
struct erasure { const struct record_type *type; Str ref; int64_t before; };
struct erasures { const struct erasure *at; int count; };

/* Erases, for retention and a person's right, as a deed of its own. `changes` says how rows are to
 * be: REMOVE for those that go, ALTER for those that stay with less in them (a required text of a
 * personal type may be emptied). Every thing in `changes` loses all of its history too, and each of
 * `erasures` the part it says.
 *   Goes: the values before and after, with their salts; the values of this deed's own changes; the
 *   reasons given for every deed that touched what is erased, for they may name somebody; of a candidate,
 *   all that was written about them (messages.h).
 *   Stays: that a row of this ref and id was added, changed or removed, by whom, when, in which
 *   deed; the hashes; the entries of the audit. So the chain and store_deeds_verify hold as before.
 * A deed whose values were erased can no longer be taken back. SQLite overwrites what goes; on
 * PostgreSQL the bytes go with its next vacuum. Backups are whoever keeps them's. */
enum stored store_records_erase(struct store *store, const struct deed *deed,
                                const struct changes *changes, struct erasures erasures,
                                int64_t *seq, struct arena *perm, struct error *err);

/* ---- proof ------------------------------------------------------------------------------------ */

/* Whether every change and reason that is there has its hash, every deed the hash of its changes,
 * and the audit's entry that hash. `says` in words: "ok, 1234 changes in 56 deeds, 7 erased" or what is
 * wrong with which deed. False only when it could not be read. */
struct deeds_verdict { bool sound; int64_t deeds, changes, erased, broken_seq; Str says; };
bool store_deeds_verify(struct store *store, struct deeds_verdict *verdict, struct arena *perm,
                        struct error *err);

#endif
