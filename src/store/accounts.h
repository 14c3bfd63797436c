/* accounts.h: who may sign in, with what, and as whom they are known now.
 *
 * Passwords are Argon2id hashes; sessions, tokens, links and browsers are kept as hashes of random
 * secrets, so a copy of the store lets nobody in. (A TOTP key has to be kept as it is: alone it is
 * no use.)
 *
 * Whatever changes is done inside the transaction that is open, begun with accounts_begin, so that
 * what was read after it still holds. Every change of an account is an entry of the audit in the same
 * transaction; `struct by` is what the audit is told. What it says of is a ref, never a name or an
 * e-mail address; which grants there were is in the entry's payload.
 */
#ifndef STORE_ACCOUNTS_H
#define STORE_ACCOUNTS_H

#include "register/policy.h"
#include "store/store.h"

/* The authority of a grant that is about the program itself and not about a council. */
#define MACHINE "machine"

struct account {
	Str ref;                     /* "A-000003" */
	Str email;                   /* what they sign in with; folded, unique; empty until it is set */
	Str name;
	Str person, authority_of_person;
	bool active, demonstration;  /* demonstration: no password; only where every council is made up */
	bool has_password, has_totp;
	int64_t created_at, last_seen_at;
	struct grant grants[GRANTS_MOST];
	int grant_count;
};

struct by { Str actor; int64_t at; };            /* who does it, and when */

/* Begins to write; whoever else would change accounts waits. */
bool accounts_begin(struct store *store, struct error *err);

/* First start: nobody can sign in yet. */
bool accounts_none(struct store *store, bool *none, struct error *err);
bool accounts_list(struct store *store, struct account **accounts, int *count, struct arena *perm,
                   struct error *err);
/* `*found` false when there is none. By ref, or by e-mail in either case. */
bool account_read(struct store *store, Str ref_or_email, struct account *account, bool *found,
                  struct arena *perm, struct error *err);
/* Adds (ref empty: made here, given back in the account) or changes; grants are replaced. Ends the
 * account's sessions when it becomes inactive or its grants change, and its tokens, links and
 * browsers when it becomes inactive. An e-mail address that another has is an error in words. */
bool account_save(struct store *store, struct account *account, struct by by, struct arena *perm,
                  struct error *err);
/* "hr-lead, authority walsall, 2026-01-01 to 9999-12-31" */
Str grant_text(const struct grant *grant, struct arena *perm);
Str scope_name(enum scope scope);                /* "authority" */

/* ---- secrets ----------------------------------------------------------------------------------- */

struct account_secret {
	Str hash;                    /* of the password, in libsodium's own text form; empty: none */
	Str totp_key;                /* hexadecimal; empty: off */
	int64_t totp_used;           /* the last step a code was used of */
};
bool account_secret(struct store *store, Str ref, struct account_secret *secret, struct arena *perm,
                    struct error *err);
/* Ends the account's sessions, tokens, links and browsers. */
bool account_set_password(struct store *store, Str ref, Str hash, struct by by, struct error *err);
bool account_set_totp(struct store *store, Str ref, Str key_hex, struct by by,
                      struct error *err);        /* empty: off */
/* Marks a TOTP step used; `*fresh` false when it or a later one was used before. */
bool account_use_totp(struct store *store, Str ref, int64_t step, bool *fresh, struct error *err);

/* One-time links. */
enum link_purpose { LINK_FIRST, LINK_INVITATION, LINK_PASSWORD, LINK_PURPOSES };
struct link { Str account; enum link_purpose purpose; int64_t ends_at; };
/* Those of the account before it are no longer good. */
bool link_make(struct store *store, const struct link *link, Str secret_hash, struct by by,
               struct error *err);
/* `*found` false when it is unknown, used or over. */
bool link_read(struct store *store, Str secret_hash, int64_t now, struct link *link, bool *found,
               struct arena *perm, struct error *err);
bool link_use_up(struct store *store, const struct link *link, Str secret_hash, struct by by,
                 struct error *err);

/* ---- sessions and tokens ----------------------------------------------------------------------- */

struct session {
	Str account, form_token;     /* form_token: what a form must bring back; of a token empty */
	int64_t began_at, ends_at;
	int64_t used_at;             /* of a token, to within an hour */
	bool token;
};
/* A session; those that are over go. Writes "sign-in" to the audit; `how`: its payload. */
struct beginning { Str account, secret_hash, form_token, how; int64_t ends_at; };
bool session_begin(struct store *store, const struct beginning *beginning, int64_t now,
                   struct error *err);
/* A secret's hash leads to a viewer with the grants of this moment. Not found: unknown, over, ended,
 * or its account is not active. */
struct seen { struct session session; struct viewer viewer; bool found; };
bool session_viewer(struct store *store, Str secret_hash, int64_t now, Date today,
                    struct seen *seen, struct arena *perm, struct error *err);
/* Writes "sign-out" to the audit. Harmless when there is none. */
bool session_end(struct store *store, Str secret_hash, struct by by, struct error *err);

struct token_row { Str ref, account, title; int64_t made_at, ends_at, used_at; bool ended; };
/* `token->ref` is made here. */
bool token_make(struct store *store, struct token_row *token, Str secret_hash, struct by by,
                struct arena *perm, struct error *err);
/* `*found` false when the account has no such token that has not ended. */
bool token_end(struct store *store, const struct token_row *token, struct by by, bool *found,
               struct error *err);
bool token_used(struct store *store, Str secret_hash, int64_t now, struct error *err);
bool account_tokens(struct store *store, Str account, struct token_row **tokens, int *count,
                    struct arena *perm, struct error *err);

/* Browsers that somebody has signed in with: the hash of a cookie that stays. */
bool browser_known(struct store *store, Str account, Str secret_hash, bool *known,
                   struct error *err);
bool browser_add(struct store *store, Str account, Str secret_hash, int64_t now, struct error *err);

/* ---- failures ---------------------------------------------------------------------------------- */

/* Failed sign-ins by key (a hash), so that guessing is slow: how many since `since`, and when the
 * first of them was. Adding one forgets what is older than 90 days. */
struct failures { int count; int64_t oldest; };
bool failures_since(struct store *store, Str key, int64_t since, struct failures *failures,
                    struct error *err);
bool failure_add(struct store *store, Str key, int64_t now, struct error *err);
bool failure_take_back(struct store *store, Str key, struct error *err);         /* the last one */
bool failures_clear(struct store *store, Str key, struct error *err);

#endif
