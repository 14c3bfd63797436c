/* accounts_own.h: what the files of accounts share. Private to accounts*.c. */
#ifndef STORE_ACCOUNTS_OWN_H
#define STORE_ACCOUNTS_OWN_H

#include "store/accounts.h"
#include "store/audit.h"
#include "store/engine.h"

/* An entry of the audit about an account: action, ref and payload. */
struct told { Str action, object, payload; };
bool accounts_tell(struct store *store, struct told told, struct by by, struct error *err);

/* The one number a query gives; 0 when it gives no row. */
bool accounts_number(struct store *store, const char *sql, struct args args, int64_t *number,
                     struct error *err);

/* Every way in that the account has, but its password. */
bool accounts_shut(struct store *store, Str ref, struct error *err);
bool accounts_end_sessions(struct store *store, Str ref, struct error *err);

/* The account of a row that begins with ACCOUNT_COLUMNS, without its grants. */
#define ACCOUNT_COLUMNS \
	"a.ref, coalesce(a.email, ''), a.name, a.person, a.person_of,"          /* 0 to 4 */ \
	" a.active, a.demonstration, coalesce(a.password_hash, '') <> ''," /* 5 to 7 */ \
	" coalesce(a.totp_key, '') <> '', a.created_at, a.last_seen_at"    /* 8 to 10 */
enum { ACCOUNT_COLUMN_COUNT = 11 };
struct account account_of_row(const struct rows *rows, struct arena *perm);
bool account_read_grants(struct store *store, struct account *account, struct arena *perm,
                         struct error *err);

#endif
