/* deeds.h: changing a council's records, in the one way there is.
 *
 * Whatever page, list, command or program asks, the same three judges sit inside the transaction, on
 * the records as they are at that moment: the rights of whoever asks over each field that changes,
 * each record by itself (register/field.h), and all records together (workforce/rules.h). Only then
 * is anything written, whole, with its history and its entry in the audit.
 */
#ifndef APP_DEEDS_H
#define APP_DEEDS_H

#include "app/admit.h"
#include "app/stored.h"
#include "store/records.h"
#include "workforce/rules.h"

/* What is to be done. Ids and titles only in `object`, never names. */
struct wish {
	Str what;                    /* "edit", "import", "merge", "undo", "demonstration" */
	Str object;                  /* "post P-000012" */
	Str reason;                  /* as the person gave it; may be empty */
	int64_t undoes;              /* the deed this takes back, or 0 */
	/* What is written beside the records in the same transaction (store/records.h), or NULL. */
	store_use *with;
	void *with_what;
	bool by_list;                /* a loaded list: its duty covers all that lists hold (docs/methods/rights.md) */
	bool by_panel;               /* from the pages of scoring: what a panel gives its members (practice/scoring.h) */
};

enum did {
	DID,
	MAY_NOT,                     /* a field the viewer may not change; `found` names it */
	BREAKS_RULES,                /* `found` has the mistakes */
	CHANGED_MEANWHILE,           /* a row is no longer as it was when it was read */
	COULD_NOT                    /* the world; `err` says why */
};
struct done { enum did did; int64_t seq; struct findings found; };

/* Does it. Queries are in `found` even when it was done. */
struct done deed_do(const struct world *world, const struct ask *ask, const struct wish *wish,
                    const struct changes *changes, struct arena *perm, struct error *err);

/* The same judgement without writing: what a preview says. */
struct done deed_try(const struct ask *ask, const struct wish *wish, const struct council *council,
                     const struct changes *changes, struct arena *perm);

/* The council as it would be after the changes. */
void council_after(struct council *after, const struct council *council, const struct changes *changes,
                   struct arena *perm);

/* Takes a deed back: its changes reversed, judged like any other. One that is not there, whose values
 * were erased, or that a later deed stands on is refused with the words of `err`, as
 * CHANGED_MEANWHILE. */
struct done deed_undo(const struct world *world, const struct ask *ask, int64_t seq, Str reason,
                      struct arena *perm, struct error *err);

#endif
