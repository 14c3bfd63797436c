/* accounts.h: who may sign in, with what, and as whom they are known now.
 *
 * Passwords are Argon2id hashes; sessions, tokens and links are kept as hashes of random secrets,
 * so a copy of the store lets nobody in. Every change here is an entry of the audit.
 */
#ifndef STORE_ACCOUNTS_H
#define STORE_ACCOUNTS_H

#include "register/policy.h"
#include "store/store.h"

struct account {
	Str ref;                     /* "A-000003" */
	Str email;                   /* what they sign in with; folded, unique */
	Str name;
	Str person, authority_of_person;
	bool active, demonstration;  /* demonstration: no password; only where every council is made up */
	bool has_password, has_totp;
	int64_t created_at, last_seen_at;
	struct grant grants[GRANTS_MOST];
	int grant_count;
};

bool accounts_none(struct store *store, bool *none, struct error *err);      /* first start */
bool accounts_list(struct store *store, struct account **accounts, int *count, struct arena *perm,
                   struct error *err);
/* `*found` false when there is none. By ref, or by e-mail. */
bool account_read(struct store *store, Str ref_or_email, struct account *account, bool *found,
                  struct arena *perm, struct error *err);
/* Adds (ref empty: made here, given back in the account) or changes; grants are replaced. Ends the
 * account's sessions when it becomes inactive or its grants change. */
bool account_save(struct store *store, struct account *account, Str actor, int64_t now,
                  struct arena *perm, struct error *err);

/* Secrets. `hash` is libsodium's own text form. */
bool account_secret(struct store *store, Str ref, Str *hash, Str *totp_key, int64_t *totp_used,
                    struct arena *perm, struct error *err);
bool account_set_password(struct store *store, Str ref, Str hash, int64_t now, struct error *err);
bool account_set_totp(struct store *store, Str ref, Str key_hex, struct error *err);   /* empty: off */
/* Marks a TOTP step used; `*fresh` false when it or a later one was used before. */
bool account_use_totp(struct store *store, Str ref, int64_t step, bool *fresh, struct error *err);

/* One-time links (first administrator, invitation, forgotten password). */
bool link_make(struct store *store, Str account, Str purpose, Str secret_hash, int64_t until,
               struct error *err);
/* Uses it up: `*account` is empty when it is unknown, used or over. */
bool link_use(struct store *store, Str secret_hash, int64_t now, Str *account, Str *purpose,
              struct arena *perm, struct error *err);

/* Sessions and API tokens: a hash leads to a viewer with the grants of this moment. */
struct session { Str account; Str form_token; int64_t began_at, seen_at, ends_at; bool token; };
bool session_begin(struct store *store, Str account, Str secret_hash, Str form_token, int64_t now,
                   int64_t ends_at, struct error *err);
bool session_viewer(struct store *store, Str secret_hash, int64_t now, Date today,
                    struct session *session, struct viewer *viewer, bool *found, struct arena *perm,
                    struct error *err);
bool session_end(struct store *store, Str secret_hash, struct error *err);
bool sessions_end_of(struct store *store, Str account, struct error *err);

struct token_row { Str ref, account, title; int64_t made_at, ends_at, used_at; bool ended; };
bool token_make(struct store *store, Str account, Str title, Str secret_hash, int64_t now,
                int64_t ends_at, struct error *err);
bool token_end(struct store *store, Str account, Str ref, struct error *err);
bool tokens_of(struct store *store, Str account, struct token_row **tokens, int *count,
               struct arena *perm, struct error *err);

/* Failures by key ("account:..", "address:.."), so that guessing is slow: how many since `since`. */
bool failures_since(struct store *store, Str key, int64_t since, int *count, int64_t *oldest,
                    struct error *err);
bool failure_add(struct store *store, Str key, int64_t now, struct error *err);
bool failures_clear(struct store *store, Str key, struct error *err);

#endif
