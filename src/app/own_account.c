/* own_account.c: what people do about their own account: codes from an authenticator app, API tokens.
 */
#include "app/sign_in_parts.h"

/* DONE for somebody who is signed in. */
static struct said
own_refuses_tokens(const struct seen *who)
{
	if (who->found && !who->session.token)
		return said(DONE, S(""));
	return said(FORBIDDEN, S("This needs somebody who is signed in; an API token cannot do it."));
}

/* ---- the password once more ---------------------------------------------------------------------- */

/* Reads the account and counts the try: whoever found a browser open must guess slowly too. */
static bool
begin_judging(const struct front *front, const struct tries *tries, struct account *account,
              struct account_secret *secret, int *wait, struct error *err)
{
	bool found;
	return accounts_begin(front->store, err)
		&& account_read(front->store, tries->ref, account, &found, front->perm, err)
		&& account_secret(front->store, tries->ref, secret, front->perm, err)
		&& tries_begin(front, tries, wait, err) && store_commit(front->store, err);
}

struct said
own_judge(const struct front *front, const struct seen *who, Str password, struct account *account)
{
	struct account_secret secret;
	struct error err = { "" };
	struct tries tries = { .ref = who->session.account, .count = 1,
		.keys = { { tries_key("own", who->session.account), TRIES_OF_ACCOUNT, true } } };
	int wait = 0;
	struct said may = own_refuses_tokens(who);
	if (may.outcome != DONE)
		return may;
	if (!gate_enter(front->gate))
		return said_busy();
	bool begun = begin_judging(front, &tries, account, &secret, &wait, &err);
	bool right = begun && wait == 0 && password_judge(&secret, password);
	gate_leave(front->gate);
	if (!begun)
		return said_failed(front, &err);
	if (wait > 0)
		return said_too_many(front, wait);
	if (!right)
		return said(REFUSED, S("The password is not right. Enter the one you sign in with now."));
	bool done = accounts_begin(front->store, &err) && tries_right(front, &tries, &err);
	return said_commit(front, done, said(DONE, S("")), &err);
}

struct said
password_make(const struct front *front, Str password, Str *hash)
{
	char made[PASSWORD_HASH_ROOM];
	struct error err = { "" };
	if (!gate_enter(front->gate))
		return said_busy();
	bool done = password_hash(password, made, &err);
	gate_leave(front->gate);
	if (!done)
		return said(FAILED, str_copy(str_of(err.text), front->perm));
	*hash = str_copy(str_of(made), front->perm);
	return said(DONE, S(""));
}

/* ---- codes --------------------------------------------------------------------------------------- */

struct said
own_totp_offer(const struct front *front, const struct seen *who, struct totp_offer *offer)
{
	struct digits made;
	struct account account;
	struct error err = { "" };
	bool found;
	Str key;
	struct said may = own_refuses_tokens(who);
	if (may.outcome != DONE)
		return may;
	if (!account_read(front->store, who->session.account, &account, &found, front->perm, &err)
	    || !random_digits(TOTP_KEY_BYTES, &made, &err))
		return said_failed(front, &err);
	hex_read(digits_str(&made), &key, front->perm);
	*offer = (struct totp_offer){ base32_write(key, front->perm),
	                              totp_link(key, account.email, front->perm) };
	return said(DONE, S("Add the key to an authenticator app, then enter the code that it shows."));
}

/* The code that proved the key is used up with it. */
static bool
turn_on(const struct front *front, const struct seen *who, Str key, int64_t step,
        struct error *err)
{
	Str ref = who->session.account;
	bool fresh;
	return accounts_begin(front->store, err)
		&& account_set_totp(front->store, ref, hex_write(key, front->perm),
		                    by_viewer(front, &who->viewer), err)
		&& account_use_totp(front->store, ref, step, &fresh, err);
}

struct said
own_totp_on(const struct front *front, const struct seen *who, const struct totp_proof *proof)
{
	struct account account;
	struct error err = { "" };
	bool found;
	int64_t step;
	Str key;
	struct said may = own_refuses_tokens(who);
	if (may.outcome != DONE)
		return may;
	if (!base32_read(proof->key, &key, front->perm) || key.len != TOTP_KEY_BYTES)
		return said(WRONG, S("The key is not one that this program gave. Begin again."));
	if (!account_read(front->store, who->session.account, &account, &found, front->perm, &err))
		return said_failed(front, &err);
	if (account.has_totp)
		return said(REFUSED, S("Codes are on already. Turn them off first, to change to another app."));
	if (!totp_read(key, str_trim(proof->code), front->now, &step, *front->perm))
		return said(REFUSED, S("The code is not right. Enter the one that the app shows now; the clocks of "
		                       "both devices must agree within half a minute."));
	return said_commit(front, turn_on(front, who, key, step, &err),
	                   said(DONE, S("Codes are on. You will be asked for one each time you sign in.")), &err);
}

struct said
own_totp_off(const struct front *front, const struct seen *who, Str password)
{
	struct account account;
	struct error err = { "" };
	struct said judged = own_judge(front, who, password, &account);
	if (judged.outcome != DONE)
		return judged;
	bool done = accounts_begin(front->store, &err)
		&& account_set_totp(front->store, account.ref, S(""), by_viewer(front, &who->viewer), &err);
	return said_commit(front, done, said(DONE, S("Codes are off.")), &err);
}

/* ---- API tokens ---------------------------------------------------------------------------------- */

enum { TOKEN_DAYS_MOST = 366, TOKEN_TITLE_MOST = 80 };

static bool
make_token(const struct front *front, const struct seen *who, const struct token_wish *wish,
           Str *secret, struct error *err)
{
	Str random;
	struct token_row token = { .account = who->session.account, .title = str_trim(wish->title),
	                           .ends_at = front->now + (int64_t)wish->days * 24 * 60 * 60 };
	if (!secret_make(front, &random, err))
		return false;
	*secret = str_join(S("mainstay_"), random, front->perm);   /* so that scanners know one that leaked */
	struct digits hash = secret_hash(*secret);
	return accounts_begin(front->store, err)
		&& token_make(front->store, &token, digits_str(&hash), by_viewer(front, &who->viewer),
		              front->perm, err);
}

struct said
own_token_make(const struct front *front, const struct seen *who, const struct token_wish *wish,
               Str *secret)
{
	struct error err = { "" };
	Str title = str_trim(wish->title);
	*secret = S("");
	struct said may = own_refuses_tokens(who);
	if (may.outcome != DONE)
		return may;
	if (title.len == 0 || title.len > TOKEN_TITLE_MOST || !str_utf8(title, NULL))
		return said(WRONG, S("Say in at most 80 characters what the token is for."));
	if (wish->days < 1 || wish->days > TOKEN_DAYS_MOST)
		return said(WRONG, S("A token lasts from 1 to 366 days."));
	struct said made = said_commit(front, make_token(front, who, wish, secret, &err), said(DONE,
		S("Copy the token now: it is shown once. It has the rights of your account.")), &err);
	if (made.outcome != DONE)
		*secret = S("");
	return made;
}

struct said
own_token_end(const struct front *front, const struct seen *who, Str ref)
{
	struct token_row token = { .ref = ref, .account = who->session.account };
	struct error err = { "" };
	bool found = false;
	struct said may = own_refuses_tokens(who);
	if (may.outcome != DONE)
		return may;
	bool done = accounts_begin(front->store, &err)
		&& token_end(front->store, &token, by_viewer(front, &who->viewer), &found, &err);
	struct said good = found ? said(DONE, S("The token has ended."))
	                         : said(UNKNOWN, S("You have no such token, or it ended before."));
	return said_commit(front, done, good, &err);
}

bool
own_tokens(const struct front *front, const struct seen *who, struct token_row **tokens,
           int *count, struct error *err)
{
	return account_tokens(front->store, who->session.account, tokens, count, front->perm, err);
}
