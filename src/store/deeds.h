/* deeds.h: a deed while it is done, and its history's tables. Private to store/.
 *
 * Rows are never updated: those that change are taken out first, all of them, and then what comes is
 * put in. So no order of changes makes two rows of one thing meet on the way.
 */
#ifndef STORE_DEEDS_H
#define STORE_DEEDS_H

#include "base/secret.h"
#include "store/record_rows.h"

struct doing {
	struct store      *store;
	const struct deed *deed;
	bool               erases;               /* its history keeps no values */
	struct changes     changes;              /* folded; one a row */
	struct council     now;                  /* types that are needed, as they are */
	struct record_sql  sql[RECORD_TYPES];
	int64_t            number, last_id, undoes;
	struct digits      reason_salt, reason_hash;
	struct hashing     hashing;                /* of the deed */
	struct arena      *perm;
	struct error      *err;
};

/* In the open transaction: the authority's lock is held. */
enum stored deed_inside(struct doing *doing, const struct changes *changes, deed_judge *judge,
                        void *context, int64_t *seq);

/* The hash of a reason, of a change, and the words of the audit's entry. */
struct digits reason_hash(Str reason, Str salt);
struct change_text { Str type, kind, ref; int64_t id; Str was, became; };
struct digits change_hash(const struct change_text *change, Str salt);
Str deed_payload(int64_t changes, Str hash, struct arena *perm);
Str change_kind_name(enum change_kind kind);

/* A deed's number in its authority by its number in the audit; 0: there is none. */
bool deed_number(struct store *store, Str authority, int64_t seq, int64_t *number,
                 struct error *err);
/* Every change of a deed with its values, equality's too; how many of them were erased. */
bool deed_changes_whole(struct store *store, Str authority, int64_t number, struct changes *changes,
                        int *erased, struct arena *perm, struct error *err);

#endif
