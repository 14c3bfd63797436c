/* sign_in_link.c: one-time links: the first administrator's, an invitation, a forgotten password. */
#include "app/sign_in_parts.h"

#define FIRST_SECONDS (INT64_C(24) * 60 * 60)

/* ---- first start --------------------------------------------------------------------------------- */

static struct account
first_account(void)
{
	return (struct account){
		.ref = S(""), .email = S(""), .name = S(""), .person = S(""), .authority_of_person = S(""),
		.active = true, .grant_count = 1,
		.grants = { { .duty = DUTY_SYSADMIN, .scope = SCOPE_AUTHORITY, .authority = S(MACHINE),
		              .unit = S(""), .when = { { 0 }, date_of(9999, 12, 31) } } } };
}

/* The account of the first link: made at an earlier start, or now. */
static bool
find_first(const struct front *front, struct by by, struct account *first, struct error *err)
{
	struct account *accounts;
	int count;
	*first = first_account();
	if (!accounts_list(front->store, &accounts, &count, front->perm, err))
		return false;
	for (int i = 0; i < count; i++)
		if (accounts[i].email.len == 0 && accounts[i].active) {
			*first = accounts[i];
			return true;
		}
	return account_save(front->store, first, by, front->perm, err);
}

static bool
make_first(const struct front *front, Str *secret, struct error *err)
{
	struct by by = { S("first start"), front->now };
	struct account first;
	if (!secret_make(front, secret, err) || !find_first(front, by, &first, err))
		return false;
	struct digits hash = secret_hash(*secret);
	struct link link = { first.ref, LINK_FIRST, front->now + FIRST_SECONDS };
	return link_make(front->store, &link, digits_str(&hash), by, err);
}

bool
sign_in_first_link(const struct front *front, Str *secret, struct error *err)
{
	bool none = false;
	*secret = S("");
	if (accounts_begin(front->store, err) && accounts_none(front->store, &none, err)
	    && (!none || make_first(front, secret, err)) && store_commit(front->store, err))
		return true;
	store_rollback(front->store);
	*secret = S("");
	return false;
}

/* ---- looking and using --------------------------------------------------------------------------- */

static struct said
no_longer_good(void)
{
	return said(UNKNOWN, S("This link is not good: it was used, it is over, or a newer one was made. Ask "
	                       "whoever gave it to you for another."));
}

/* The link and its account. */
struct led { struct link link; struct account account; bool found; };
static bool
follow(const struct front *front, Str secret, struct led *led, struct error *err)
{
	struct digits hash = secret_hash(secret);
	bool there;
	*led = (struct led){ .found = false };
	return link_read(front->store, digits_str(&hash), front->now, &led->link, &led->found, front->perm,
	                 err)
		&& (!led->found || account_read(front->store, led->link.account, &led->account, &there,
		                                front->perm, err));
}

struct said
sign_in_link_look(const struct front *front, Str secret, struct link_shown *shown)
{
	struct led led;
	struct error err = { "" };
	if (!follow(front, secret, &led, &err))
		return said_failed(front, &err);
	if (!led.found)
		return no_longer_good();
	*shown = (struct link_shown){ led.link.purpose, led.account.email, led.account.name,
	                              led.link.ends_at };
	return said(DONE, S("Choose a password."));
}

/* Whether another account has the address. */
static bool
email_taken(const struct front *front, const struct account *account)
{
	struct account other;
	struct error err;
	bool found;
	return account_read(front->store, account->email, &other, &found, front->perm, &err) && found
		&& !str_equal(other.ref, account->ref);
}

/* What the account will be, once the link is used. */
static struct said
judge_settling(const struct front *front, const struct settling *settling, struct led *led)
{
	Str why;
	if (led->link.purpose == LINK_FIRST) {
		led->account.email = str_lower(str_trim(settling->email), front->perm);
		led->account.name = str_trim(settling->name);
		if (!email_good(led->account.email))
			return said(WRONG, S("Enter an e-mail address, such as name@example.gov.uk."));
		if (led->account.name.len == 0 || !str_utf8(led->account.name, NULL))
			return said(WRONG, S("Enter your name."));
		if (email_taken(front, &led->account))
			return said(REFUSED, S("Another account has this e-mail address."));
	}
	if (!password_good(settling->password, led->account.email, *front->perm, &why))
		return said(REFUSED, why);
	return said(DONE, S(""));
}

static bool
go_straight_in(const struct front *front, const struct led *led, Str session, struct signed_in *in,
               struct error *err)
{
	struct beginnings begins = { .ref = led->account.ref, .session = session, .how = S("one-time link") };
	return led->account.has_totp || !led->account.active
		|| (session_start(front, &begins, in, err)
		    && browser_remember(front, led->account.ref, S(""), in, err));
}

/* Inside the transaction the link is read once more: two who use it at once are one too many. */
struct judged { const struct led *led; Str hash, session; };
static struct said
settle(const struct front *front, Str secret, struct judged judged, struct signed_in *in)
{
	struct led led;
	struct error err = { "" };
	struct by by = { judged.led->account.ref, front->now };
	struct digits link = secret_hash(secret);
	if (!accounts_begin(front->store, &err) || !follow(front, secret, &led, &err))
		return said_failed(front, &err);
	if (!led.found) {
		store_rollback(front->store);
		return no_longer_good();
	}
	led.account.email = judged.led->account.email;
	led.account.name = judged.led->account.name;
	bool done = link_use_up(front->store, &led.link, digits_str(&link), by, &err)
		&& account_save(front->store, &led.account, by, front->perm, &err)
		&& account_set_password(front->store, led.account.ref, judged.hash, by, &err)
		&& go_straight_in(front, &led, judged.session, in, &err);
	struct said settled = said_commit(front, done, said(DONE, led.account.has_totp
		? S("Your password is set. Sign in with it.") : S("Your password is set, and you are signed in.")), &err);
	if (settled.outcome != DONE)
		*in = (struct signed_in){ .ends_at = 0 };
	return settled;
}

struct said
sign_in_link_settle(const struct front *front, Str secret, const struct settling *settling,
                    struct signed_in *in)
{
	*in = (struct signed_in){ .ends_at = 0 };
	struct led led;
	struct error err = { "" };
	Str hash;
	if (!follow(front, secret, &led, &err))
		return said_failed(front, &err);
	if (!led.found)
		return no_longer_good();
	struct said judged = judge_settling(front, settling, &led);
	if (judged.outcome != DONE)
		return judged;
	struct said made = password_make(front, settling->password, &hash);
	return made.outcome == DONE
		? settle(front, secret, (struct judged){ &led, hash, settling->session }, in) : made;
}
