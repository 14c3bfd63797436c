/* audit_chain.h: how an entry of the audit is hashed. Private to audit.c and audit_verify.c. */
#ifndef STORE_AUDIT_CHAIN_H
#define STORE_AUDIT_CHAIN_H

#include "base/secret.h"
#include "store/audit.h"
#include "store/engine.h"

/* What stands before the first entry. */
#define CHAIN_BEGINS "0000000000000000000000000000000000000000000000000000000000000000"
#define AUDIT_ERASE "audit.erase"

struct digits chain_commitment(Str salt, Str payload);
struct digits chain_hash(Str previous, const struct entry *entry, Str commitment);

#endif
