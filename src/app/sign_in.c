/* sign_in.c: in and out. Passwords are hashed outside every transaction: nobody waits for them. */
#include "app/sign_in_parts.h"

#include "app/demonstration.h"
#include "store/audit.h"

/* ---- what is said -------------------------------------------------------------------------------- */

struct said
said(enum outcome outcome, Str words)
{
	return (struct said){ .outcome = outcome, .words = words };
}

struct said
said_failed(const struct front *front, const struct error *err)
{
	store_rollback(front->store);
	return said(FAILED, str_copy(str_of(err->text), front->perm));
}

struct said
said_busy(void)
{
	return (struct said){ SLOW_DOWN, S("Too many people are signing in at this moment. Try again in a few "
	                                "seconds."), 5 };
}

struct said
said_commit(const struct front *front, bool done, struct said good, const struct error *err)
{
	struct error late = { "" };
	if (!done)
		return said_failed(front, err);
	return store_commit(front->store, &late) ? good : said_failed(front, &late);
}

struct by
by_viewer(const struct front *front, const struct viewer *viewer)
{
	return (struct by){ viewer->all || viewer->account.len == 0 ? S("command line") : viewer->account,
	                    front->now };
}

struct digits
secret_hash(Str secret)
{
	return hash_of(secret);
}

bool
secret_make(const struct front *front, Str *secret, struct error *err)
{
	struct digits made;
	if (!random_digits(RANDOM_MOST, &made, err))
		return false;
	*secret = str_copy(digits_str(&made), front->perm);
	return true;
}

/* ---- a try --------------------------------------------------------------------------------------- */

/* One try to sign in, as it goes on. */
struct trying {
	const struct attempt *attempt;
	struct account account;
	struct account_secret secret;
	struct tries tries;
	bool found, known_browser;
};

/* A browser that signed in to this account before is counted by itself; all others together. */
static void
choose_keys(struct trying *trying, const struct front *front)
{
	const struct attempt *attempt = trying->attempt;
	Str email = str_lower(str_trim(attempt->email), front->perm);
	struct tries *tries = &trying->tries;
	tries->ref = trying->found ? trying->account.ref : S("");
	if (trying->known_browser) {
		Str both = str_format(front->perm, "%.*s %.*s", STR_ARG(attempt->browser), STR_ARG(tries->ref));
		tries->keys[tries->count++] =
			(struct tries_key){ tries_key("browser", both), TRIES_OF_ACCOUNT, true };
		return;
	}
	tries->keys[tries->count++] =
		(struct tries_key){ tries_key("account", email), TRIES_OF_ACCOUNT, true };
	if (attempt->address.len > 0)
		tries->keys[tries->count++] =
			(struct tries_key){ tries_key("address", attempt->address), TRIES_OF_ADDRESS, false };
}

/* Finds the account and counts the try, in one transaction. */
static bool
begin_try(const struct front *front, struct trying *trying, int *wait, struct error *err)
{
	const struct attempt *attempt = trying->attempt;
	struct digits browser = secret_hash(attempt->browser);
	if (!accounts_begin(front->store, err)
	    || !account_read(front->store, str_trim(attempt->email), &trying->account, &trying->found,
	                     front->perm, err))
		return false;
	trying->found = trying->found && str_find(attempt->email, S("@")) > 0;   /* not by its ref */
	if (trying->found && !account_secret(front->store, trying->account.ref, &trying->secret,
	                                     front->perm, err))
		return false;
	if (trying->found && attempt->browser.len > 0
	    && !browser_known(front->store, trying->account.ref, digits_str(&browser),
	                      &trying->known_browser, err))
		return false;
	choose_keys(trying, front);
	return tries_begin(front, &trying->tries, wait, err) && store_commit(front->store, err);
}

/* ---- what comes of it ---------------------------------------------------------------------------- */

static Str
from_where(const struct front *front, const char *how, Str address)
{
	return address.len ? str_format(front->perm, "%s, from %.*s", how, STR_ARG(address)) : str_of(how);
}

static struct said
refused(const struct front *front, const struct trying *trying, struct error *err)
{
	int64_t seq;
	struct entry entry = { .at = front->now, .actor = S("nobody"), .action = S("sign-in.refused"),
	                       .authority = S(""), .object = trying->tries.ref,
	                       .payload = from_where(front, "refused", trying->attempt->address) };
	return said_commit(front, audit_add(front->store, &entry, &seq, err), said(REFUSED,
		S("The e-mail address, the password or the code is not right. If you have turned on codes from "
		  "an authenticator app, enter the one it shows now.")), err);
}

/* Whether the code is right, or none is asked for; each is good once. */
static bool
code_right(const struct front *front, const struct trying *trying, bool *right, struct error *err)
{
	Str key;
	int64_t step;
	*right = trying->secret.totp_key.len == 0;
	if (*right || !hex_read(trying->secret.totp_key, &key, front->perm)
	    || !totp_read(key, str_trim(trying->attempt->code), front->now, &step, *front->perm))
		return true;
	return account_use_totp(front->store, trying->account.ref, step, right, err);
}

/* Whether the account is still what the password was judged against. */
static bool
still_so(const struct front *front, const struct trying *trying, bool *still, struct error *err)
{
	struct account account;
	struct account_secret secret;
	bool found;
	if (!account_read(front->store, trying->account.ref, &account, &found, front->perm, err)
	    || !account_secret(front->store, trying->account.ref, &secret, front->perm, err))
		return false;
	*still = found && account.active && str_equal(secret.hash, trying->secret.hash)
		&& str_equal(secret.totp_key, trying->secret.totp_key);
	return true;
}

bool
session_start(const struct front *front, const struct beginnings *begins, struct signed_in *in,
              struct error *err)
{
	in->ends_at = front->now + SESSION_SECONDS;
	if (!secret_make(front, &in->secret, err) || !secret_make(front, &in->form_token, err))
		return false;
	struct digits before = secret_hash(begins->session), hash = secret_hash(in->secret);
	struct beginning beginning = {
		.account = begins->ref, .secret_hash = digits_str(&hash), .form_token = in->form_token,
		.how = begins->how, .ends_at = in->ends_at };
	return (begins->session.len == 0 || session_end(front->store, digits_str(&before),
	                                                (struct by){ begins->ref, front->now }, err))
		&& session_begin(front->store, &beginning, front->now, err);
}

bool
browser_remember(const struct front *front, Str ref, Str has, struct signed_in *in,
                 struct error *err)
{
	in->browser = has;
	if (has.len == 0 && !secret_make(front, &in->browser, err))
		return false;
	struct digits hash = secret_hash(in->browser);
	return browser_add(front->store, ref, digits_str(&hash), front->now, err);
}

static struct said
let_in(const struct front *front, const struct trying *trying, struct signed_in *in,
       struct error *err)
{
	const char *how = trying->secret.totp_key.len ? "password and code" : "password";
	struct beginnings begins = {
		.ref = trying->account.ref, .session = trying->attempt->session,
		.how = from_where(front, how, trying->attempt->address) };
	Str has = trying->known_browser ? trying->attempt->browser : S("");
	bool done = tries_right(front, &trying->tries, err)
		&& session_start(front, &begins, in, err)
		&& browser_remember(front, trying->account.ref, has, in, err);
	return said_commit(front, done, said(DONE, S("You are signed in.")), err);
}

/* The password was judged; the rest is judged where nothing can change meanwhile. */
static struct said
conclude(const struct front *front, const struct trying *trying, bool right, struct signed_in *in)
{
	struct error err = { "" };
	if (!accounts_begin(front->store, &err))
		return said_failed(front, &err);
	if (right && !still_so(front, trying, &right, &err))
		return said_failed(front, &err);
	if (right && !code_right(front, trying, &right, &err))
		return said_failed(front, &err);
	return right ? let_in(front, trying, in, &err) : refused(front, trying, &err);
}

struct said
said_too_many(const struct front *front, int wait)
{
	return (struct said){ SLOW_DOWN, str_format(front->perm, "There were too many tries. Wait %d minute%s, "
		"then try again.", (wait + 59) / 60, wait > 60 ? "s" : ""), wait };
}

struct said
sign_in(const struct front *front, const struct attempt *attempt, struct signed_in *in)
{
	struct trying trying = { .attempt = attempt };
	struct error err = { "" };
	int wait = 0;
	*in = (struct signed_in){ .ends_at = 0 };
	if (!gate_enter(front->gate))
		return said_busy();
	bool begun = begin_try(front, &trying, &wait, &err), right = false;
	if (begun && wait == 0)
		right = password_judge(&trying.secret, attempt->password);
	gate_leave(front->gate);
	if (!begun)
		return said_failed(front, &err);
	return wait > 0 ? said_too_many(front, wait) : conclude(front, &trying, right, in);
}

struct said
sign_in_demonstration(const struct front *front, Str ref, Str session, struct signed_in *in)
{
	struct account account;
	struct error err = { "" };
	bool found, made_up;
	*in = (struct signed_in){ .ends_at = 0 };
	if (!accounts_begin(front->store, &err)
	    || !account_read(front->store, ref, &account, &found, front->perm, &err)
	    || !councils_made_up(front->store, &made_up, front->perm, &err))
		return said_failed(front, &err);
	if (!found || !account.active || !account.demonstration || !made_up) {
		store_rollback(front->store);
		return said(UNKNOWN, S("There is nobody made up of that name here."));
	}
	struct beginnings begins = { .ref = account.ref, .session = session, .how = S("demonstration") };
	return said_commit(front, session_start(front, &begins, in, &err),
	                   said(DONE, S("You are signed in.")), &err);
}

struct said
sign_out(const struct front *front, const struct seen *who, Str secret)
{
	struct digits hash = secret_hash(secret);
	struct error err = { "" };
	if (!accounts_begin(front->store, &err))
		return said_failed(front, &err);
	bool done = session_end(front->store, digits_str(&hash), by_viewer(front, &who->viewer), &err);
	return said_commit(front, done, said(DONE, S("You are signed out.")), &err);
}

/* A token is noted as used once an hour. */
static bool
note_use(const struct front *front, Str hash, struct error *err)
{
	if (accounts_begin(front->store, err) && token_used(front->store, hash, front->now, err))
		return store_commit(front->store, err);
	store_rollback(front->store);
	return false;
}

bool
sign_in_seen(const struct front *front, Str secret, struct seen *who, struct error *err)
{
	struct digits hash = secret_hash(secret);
	if (!session_viewer(front->store, digits_str(&hash), front->now, front->today, who, front->perm,
	                    err))
		return false;
	bool stale = who->found && who->session.token && who->session.used_at < front->now - 60 * 60;
	return !stale || note_use(front, digits_str(&hash), err);
}

/* ---- changing one's own password ----------------------------------------------------------------- */

/* All other ways in end with the old password; this browser goes on in a new session. */
static struct said
change_password(const struct front *front, const struct seen *who, Str hash, struct signed_in *in)
{
	Str ref = who->session.account;
	struct error err = { "" };
	struct beginnings begins = { .ref = ref, .how = S("password changed") };
	bool done = accounts_begin(front->store, &err)
		&& account_set_password(front->store, ref, hash, by_viewer(front, &who->viewer), &err)
		&& session_start(front, &begins, in, &err)
		&& browser_remember(front, ref, S(""), in, &err);
	return said_commit(front, done, said(DONE, S("Your password is changed. You are signed out everywhere "
		"else, and your API tokens have ended.")), &err);
}

struct said
own_password_change(const struct front *front, const struct seen *who,
                    const struct new_password *password, struct signed_in *in)
{
	struct account account;
	Str why, hash;
	*in = (struct signed_in){ .ends_at = 0 };
	struct said judged = own_judge(front, who, password->old, &account);
	if (judged.outcome != DONE)
		return judged;
	if (!password_good(password->new, account.email, *front->perm, &why))
		return said(REFUSED, why);
	struct said made = password_make(front, password->new, &hash);
	return made.outcome == DONE ? change_password(front, who, hash, in) : made;
}
