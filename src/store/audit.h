/* audit.h: who did what: a chain of entries that cannot be changed unseen.
 *
 * Each entry has hash = H(previous hash, seq, time, actor, action, authority, object, commitment),
 * and commitment = H(salt, payload). Payload and salt stand beside it and can be erased (retention,
 * a person's right), and the chain still verifies; the entry, who and when, stays. The last hash can
 * be kept outside (`mainstay audit head`), and then a cut tail or a chain built anew is seen too.
 * Objects are ids, never names.
 *
 * H is BLAKE2b of 32 bytes (base/secret.h). What goes into it are the texts in that order, numbers
 * in decimal and hashes in hexadecimal, each as "length:bytes,". Before the first entry stands a hash
 * of 64 zeros. A store has one chain: writers of different authorities wait for each other from
 * audit_add to the end of their transactions, so add an entry late and commit soon. The database
 * itself refuses to change or delete an entry; whoever can get round that is seen by audit_verify.
 */
#ifndef STORE_AUDIT_H
#define STORE_AUDIT_H

#include "base/date.h"
#include "store/store.h"

struct entry {
	int64_t seq, at;
	Str actor, action, authority, object;    /* action: "record.edit", "read.contact", "export", "sign-in" */
	Str payload;                             /* empty when it was erased */
	Str hash;                                /* hexadecimal */
	bool erased;
};

/* Adds an entry inside the transaction that is open; its seq and hash are made here. Gives its
 * number. */
bool audit_add(struct store *store, const struct entry *entry, int64_t *seq, struct error *err);
/* An entry in a transaction of its own: on the disk before it gives true. Reads of logged groups
 * and exports wait for it. */
bool audit_note(struct store *store, const struct entry *entry, struct error *err);

/* Entries newest first, filtered where not empty. An action that ends in a full stop ("read.") means
 * all that begin with it. */
struct audit_filter {
	Str authority, actor, action, object;
	Date first, last;                        /* UTC days, both included; day 0: any */
	int64_t before_seq;                      /* 0: from the newest */
	int most;                                /* 0: AUDIT_MOST */
};
enum { AUDIT_MOST = 1000 };
bool audit_entries(struct store *store, const struct audit_filter *filter, struct entry **entries,
                   int *count, struct arena *perm, struct error *err);

/* The last entry's number and hash; 0 and empty when there is none. */
struct audit_head { int64_t seq; Str hash; };
bool audit_head(struct store *store, struct audit_head *head, struct arena *perm,
                struct error *err);

/* Walks the chain. `kept` is a hash that was its head once, or empty: the chain must still hold it.
 * (Not end with it: entries may have come since.) Every payload that is missing must have been
 * erased by an entry. Says in words "ok, 1234 entries, head 9f3c..." or "BROKEN at 1234: ...". */
struct audit_verdict {
	bool    sound;
	int64_t entries, erased;                 /* entries; of them without a payload */
	int64_t broken_at;                       /* 0: nowhere, or the kept head is not in the chain */
	int64_t kept_at;                         /* where the kept head stands; 0: none was asked for */
	Str     head, says;
};
bool audit_verify(struct store *store, Str kept, struct audit_verdict *verdict, struct arena *perm,
                  struct error *err);

/* Erases the payloads of entries first to last (never the entries), inside the transaction that is
 * open. For retention and erasure. That it was done is an entry too, "audit.erase". */
struct audit_erasure { int64_t first, last; Str actor; int64_t at; };
bool audit_erase(struct store *store, const struct audit_erasure *erasure, struct error *err);

#endif
