/* sign_in.h: how a person becomes known to the program, and what they can do about their own account.
 * account_admin.h is what an administrator can do about other people's.
 *
 * A skin fills a `struct front` for each request or command. What each function says is a `struct
 * said`: the outcome and words for the person. It never says whether an account exists: a wrong
 * address, a wrong password, a wrong code and a disabled account get one answer, after one Argon2id
 * hash each.
 *
 * Guessing. Each try is counted before it is judged, so tries at once cannot slip past. Ten that fail
 * within five minutes for one e-mail address, or fifty from one network address, and the next is told
 * when to come back. A browser that the person has signed in with before carries a cookie, and is
 * counted by itself: nobody can lock a person out of it by guessing from elsewhere.
 *
 * Secrets (a session's cookie, a browser's cookie, a link, an API token) are given out once; the store
 * has their hashes.
 */
#ifndef APP_SIGN_IN_H
#define APP_SIGN_IN_H

#include "app/app.h"
#include "app/gate.h"
#include "store/accounts.h"

struct front {
	struct store *store;
	struct gate  *gate;
	int64_t       now;               /* UTC seconds */
	Date          today;
	struct arena *perm;
};

struct said {
	enum outcome outcome;
	Str words;                       /* for the person; of FAILED: for whoever keeps the machine */
	int retry_after;                 /* SLOW_DOWN: seconds to wait, after too many tries or in a rush */
};

enum {
	SESSION_SECONDS  = 8 * 60 * 60,
	TRIES_WINDOW     = 5 * 60,
	TRIES_OF_ACCOUNT = 10,
	TRIES_OF_ADDRESS = 50,
	PASSWORD_LEAST   = 12            /* characters */
};

/* ---- in and out ---------------------------------------------------------------------------------- */

struct attempt {
	Str email, password;
	Str code;                        /* of an authenticator app; empty where they have none */
	Str address;                     /* where it comes from on the network; empty: not known */
	Str browser;                     /* the browser's cookie, or empty */
	Str session;                     /* a session cookie that was sent along: it ends */
};
struct signed_in {
	Str secret, form_token;          /* a new session, whatever was sent along */
	Str browser;                     /* the browser's cookie, to be kept for 180 days */
	int64_t ends_at;
};
struct said sign_in(const struct front *front, const struct attempt *attempt, struct signed_in *in);
/* As an account of the demonstration, which has no password: only while there are councils here and every
 * one of them is made up. Refused for any other. */
struct said sign_in_demonstration(const struct front *front, Str ref, Str session,
                                  struct signed_in *in);
struct said sign_out(const struct front *front, const struct seen *who, Str secret);
/* Who has this session or API token, with the grants of this moment. False: the store failed. */
bool sign_in_seen(const struct front *front, Str secret, struct seen *who, struct error *err);

/* ---- one-time links ------------------------------------------------------------------------------ */

/* Where a link leads, before its secret. */
#define LINK_ADDRESS "/link/"

/* First start: while nobody can sign in, a link for one administrator of the machine; each call makes
 * a new one in place of the one before. `*secret` empty: somebody can sign in already. */
bool sign_in_first_link(const struct front *front, Str *secret, struct error *err);

/* What a form for the link asks: looking does not use it up. */
struct link_shown { enum link_purpose purpose; Str email, name; int64_t ends_at; };
struct said sign_in_link_look(const struct front *front, Str secret, struct link_shown *shown);
/* Uses it: sets the password, and for the first administrator the e-mail address and name. Whoever
 * could do that could sign in at once, so they are; but where codes from an authenticator app are on, `in`
 * stays empty and the next thing is to sign in. */
struct settling {
	Str email, name, password;
	Str session;                     /* a session cookie that was sent along: it ends */
};
struct said sign_in_link_settle(const struct front *front, Str secret,
                                const struct settling *settling, struct signed_in *in);

/* ---- one's own account --------------------------------------------------------------------------- */

/* Everything here is refused to an API token: a program cannot make itself at home. */

/* Ends the account's other sessions, its tokens and what its other browsers are known by. `in` is the
 * session that goes on. */
struct new_password { Str old, new; };
struct said own_password_change(const struct front *front, const struct seen *who,
                                const struct new_password *password, struct signed_in *in);

/* A key for an authenticator app; nothing is stored until a code of it comes back. */
struct totp_offer { Str key; Str link; };        /* base32; otpauth:// */
struct said own_totp_offer(const struct front *front, const struct seen *who,
                           struct totp_offer *offer);
struct totp_proof { Str key, code; };
struct said own_totp_on(const struct front *front, const struct seen *who,
                        const struct totp_proof *proof);
struct said own_totp_off(const struct front *front, const struct seen *who, Str password);

/* API tokens. `*secret` is shown once. Days: 1 to 366. */
struct token_wish { Str title; int days; };
struct said own_token_make(const struct front *front, const struct seen *who,
                           const struct token_wish *wish, Str *secret);
struct said own_token_end(const struct front *front, const struct seen *who, Str ref);
bool own_tokens(const struct front *front, const struct seen *who, struct token_row **tokens,
                int *count, struct error *err);

#endif
