/* audit.h: who did what: a chain of entries that cannot be changed unseen.
 *
 * Each entry has hash = H(previous hash, seq, time, actor, action, authority, object, commitment),
 * and commitment = H(salt, payload). Payload and salt stand beside it and can be erased (retention,
 * a person's right), and the chain still verifies; the entry, who and when, stays. The last hash can
 * be kept outside (`mainstay audit head`), and then a cut tail or a chain built anew is seen too.
 * Objects are ids, never names. H is BLAKE2b of 32 bytes (libsodium's generichash).
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
};

/* Adds an entry inside the transaction that is open. Gives its number. */
bool audit_add(struct store *store, const struct entry *entry, int64_t *seq, struct error *err);
/* An entry in a transaction of its own: on the disk before it gives true. Reads of logged groups
 * and exports wait for it. */
bool audit_note(struct store *store, const struct entry *entry, struct error *err);

/* Entries newest first, filtered where not empty. */
struct audit_filter { Str authority, actor, action, object; Date first, last; int64_t before_seq; int most; };
bool audit_entries(struct store *store, const struct audit_filter *filter, struct entry **entries,
                   int *count, struct arena *perm, struct error *err);

/* Walks the chain. `head`: what it should end with, or empty. Says in words
 * "ok, 1234 entries, head 9f3c..." or "broken at 1234: ..." */
struct audit_verdict { bool sound; int64_t entries, broken_at; Str head; Str says; };
bool audit_verify(struct store *store, Str head, struct audit_verdict *verdict, struct arena *perm,
                  struct error *err);

/* Erases the payload of entries (never the entries). For retention and erasure. */
bool audit_erase(struct store *store, int64_t first_seq, int64_t last_seq, struct error *err);

#endif
