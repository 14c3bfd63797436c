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
	Str what;                    /* "edit", "import", "undo", "merge", "demonstration" */
	Str object;                  /* "post P-000012", "HR list of 3 March": ids, never names */
	Str reason;                  /* as the person gave it; kept apart, so it can be erased */
	int64_t at;                  /* UTC seconds */
	int64_t undoes;              /* the deed this one takes back, or 0 */
};

enum stored { STORED, CHANGED_SINCE /* a row is not as `before` says */, NOT_STORED };

/* Called inside the transaction, after the lock and before anything is written, with the council as
 * it is there: may add findings or refuse. NULL: no judgement (the demonstration). */
typedef bool deed_judge(const struct council *now, void *context, struct error *err);

/* Does the deed. `*seq` is its number in the audit. Ids of added rows are made here. */
enum stored store_do(struct store *store, const struct deed *deed, const struct changes *changes,
                     deed_judge *judge, void *context, int64_t *seq, struct arena *perm,
                     struct error *err);

/* ---- history --------------------------------------------------------------------------------- */

struct past {
	int64_t seq, at, undoes, undone_by;
	Str actor, what, object, reason;     /* reason empty when it was erased */
	int change_count;
};
/* Deeds of an authority, newest first; `what` empty: all. */
bool store_deeds(struct store *store, Str authority, Str what, int most, struct past **deeds,
                 int *count, struct arena *perm, struct error *err);
/* The changes of one deed, in order; rows whose values were erased have values of "". */
bool store_deed_changes(struct store *store, Str authority, int64_t seq, struct changes *changes,
                        struct arena *perm, struct error *err);
/* Every change of one ref, newest first. */
struct passed { struct past deed; struct change change; };
bool store_history(struct store *store, Str authority, const struct record_type *type, Str ref,
                   struct passed **history, int *count, struct arena *perm, struct error *err);
/* Later deeds that touched rows of this one, and so stand in the way of taking it back. */
bool store_deed_blocked(struct store *store, Str authority, int64_t seq, struct past **by,
                        int *count, struct arena *perm, struct error *err);

#endif
