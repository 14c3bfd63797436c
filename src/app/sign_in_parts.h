/* sign_in_parts.h: what the files of signing in and of accounts share. Private to app/. */
#ifndef APP_SIGN_IN_PARTS_H
#define APP_SIGN_IN_PARTS_H

#include "app/sign_in.h"
#include "base/secret.h"
#include "base/totp.h"

/* What each function that talks to a person comes to. */
struct said said(enum outcome outcome, Str words);
struct said said_failed(const struct front *front, const struct error *err);   /* and rolls back */
struct said said_busy(void);

/* Commits, or says why not; `done` false rolls back. */
struct said said_commit(const struct front *front, bool done, struct said good,
                        const struct error *err);

/* The clerk of an entry: who does it, now. */
struct by by_viewer(const struct front *front, const struct viewer *viewer);

/* A new session, in a transaction that is open; one that was sent along ends. */
struct beginnings { Str ref, session, how; };
bool session_start(const struct front *front, const struct beginnings *begins, struct signed_in *in,
                   struct error *err);
/* The browser is known from now on: by the cookie it has, or by a new one. */
bool browser_remember(const struct front *front, Str ref, Str has, struct signed_in *in,
                      struct error *err);

struct digits secret_hash(Str secret);
bool secret_make(const struct front *front, Str *secret, struct error *err);   /* 32 random bytes */

/* ---- passwords (password.c) ---------------------------------------------------------------------- */

/* Whether a password may be chosen, in words when not. */
bool password_good(Str password, Str email, struct arena scratch, Str *why);
bool email_good(Str email);

/* ---- tries (tries.c) ----------------------------------------------------------------------------- */

/* What one try is counted by. */
struct tries_key { struct digits key; int most; bool clears; };
enum { TRIES_KEYS = 2 };
struct tries {
	struct tries_key keys[TRIES_KEYS];
	int count;
	Str ref;                         /* of the account that was tried, or empty */
};
struct digits tries_key(const char *kind, Str what);
/* Counts a try, inside a transaction. `*wait` over 0: too many; come back in so many seconds. */
bool tries_begin(const struct front *front, const struct tries *tries, int *wait,
                 struct error *err);
/* It was right: what was counted is taken back. */
bool tries_right(const struct front *front, const struct tries *tries, struct error *err);

struct said said_too_many(const struct front *front, int wait);

/* Judges a password against an account's, or against one that nobody has. The caller is inside the
 * gate. */
bool password_judge(const struct account_secret *secret, Str password);

/* Hashes one, through the gate. DONE, or why not. */
struct said password_make(const struct front *front, Str password, Str *hash);

/* ---- one's own account (own_account.c) ----------------------------------------------------------- */

/* Asks for the password once more. DONE when it is right; reads the account. */
struct said own_judge(const struct front *front, const struct seen *who, Str password,
                      struct account *account);

#endif
