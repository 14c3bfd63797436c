/* sign_in_test.c: how a person becomes known, and how nobody else does: abuse cases 5, 6 and 7, the
 * first start, links, codes, tokens, and that nobody gives rights to themselves.
 */
#include "stores.h"
#include "councils.h"

#include <math.h>
#include <time.h>

#include "app/account_admin.h"
#include "base/totp.h"
#include "store/audit.h"
#include "store/records.h"
#include "workforce/types.h"

enum { NOW = 1790000010, HOUR = 3600, DAY = 24 * HOUR };     /* 21 September 2026; a step begins */
static const Date TODAY = { 20717 };
static const struct viewer MACHINE_ITSELF = { .all = true };
#define PASSWORD S("three brown herons")
#define OTHER_PASSWORD S("seven grey kettles")

/* ---- a front to stand at --------------------------------------------------------------------- */

static struct gate gate;
static struct areas areas;

static struct front
front_of(struct store *store, struct arena *perm)
{
	return (struct front){ store, &gate, NOW, TODAY, perm };
}

static struct front
new_front(struct arena *perm)
{
	return front_of(opened(fresh_path("sign_in.db", perm)), perm);
}

static struct front
later(const struct front *front, int64_t seconds)
{
	struct front then = *front;
	then.now += seconds;
	return then;
}

static bool
well(struct said said)
{
	if (said.outcome != DONE)
		printf("%.*s\n", STR_ARG(said.words));
	return said.outcome == DONE;
}

/* An account that can sign in, with a grant on Walsall unless `duty` is DUTIES. */
static Str
person(const struct front *front, Str email, Str duty)
{
	Str ref, secret;
	struct new_account wish = { .email = email, .name = S("Somebody") };
	struct grant_wish grant = { .duty = duty, .authority = S("walsall") };
	check(well(account_admin_add(front, &MACHINE_ITSELF, &wish, &ref)));
	check(duty.len == 0 || well(account_admin_grant(front, &MACHINE_ITSELF, ref, &grant, &areas)));
	check(well(account_admin_link(front, &MACHINE_ITSELF, email, &secret)));
	check(well(sign_in_link_settle(front, secret, &(struct settling){ .password = PASSWORD },
	                               &(struct signed_in){ 0 })));
	return ref;
}

static struct said
try_in(const struct front *front, Str email, Str password, struct signed_in *in)
{
	struct attempt attempt = { .email = email, .password = password, .address = S("192.0.2.1") };
	return sign_in(front, &attempt, in);
}

static struct signed_in
in_as(const struct front *front, Str email)
{
	struct signed_in in;
	check(well(try_in(front, email, PASSWORD, &in)));
	return in;
}

static struct seen
seen_as(const struct front *front, Str secret)
{
	struct error err = { "" };
	struct seen seen = { 0 };
	check(sign_in_seen(front, secret, &seen, &err));
	return seen;
}

static int
told(const struct front *front, Str action)
{
	struct error err = { "" };
	struct entry *entries;
	int count = -1;
	check(audit_entries(front->store, &(struct audit_filter){ .action = action }, &entries, &count,
	                    front->perm, &err));
	return count;
}

#define KIM S("kim@example.gov.uk")
#define LEE S("lee@example.gov.uk")
#define HR S("hr-lead")

/* ---- first start ----------------------------------------------------------------------------- */

static void
the_first_start_gives_one_link_for_one_administrator(struct arena *perm)
{
	struct front front = new_front(perm);
	struct error err = { "" };
	struct link_shown shown;
	struct signed_in in;
	Str lost, secret, none;
	check(sign_in_first_link(&front, &lost, &err) && lost.len == 64);
	check(sign_in_first_link(&front, &secret, &err) && secret.len == 64);   /* the next start */
	check_int(sign_in_link_look(&front, lost, &shown).outcome, UNKNOWN);
	check(well(sign_in_link_look(&front, secret, &shown)) && shown.purpose == LINK_FIRST);
	check(well(sign_in_link_look(&front, secret, &shown)));         /* looking uses nothing up */
	struct settling settling = { .email = KIM, .name = S("Kim Ashe"), .password = S("too short") };
	check_int(sign_in_link_settle(&front, secret, &settling, &in).outcome, REFUSED);
	settling.password = PASSWORD;
	settling.email = S("kim");
	check_int(sign_in_link_settle(&front, secret, &settling, &in).outcome, WRONG);
	settling.email = S(" Kim@Example.gov.uk ");
	check(well(sign_in_link_settle(&front, secret, &settling, &in)));
	check_str(seen_as(&front, in.secret).viewer.account, S("A-000001"));   /* and is in with it */
	check_int(sign_in_link_settle(&front, secret, &settling, &in).outcome, UNKNOWN);   /* once */
	check_int(in.secret.len, 0);
	check(sign_in_first_link(&front, &none, &err) && none.len == 0);
	check(well(try_in(&front, KIM, PASSWORD, &in)));
	struct seen kim = seen_as(&front, in.secret);
	check_str(kim.viewer.account, S("A-000001"));
	check_int(kim.viewer.grant_count, 1);
	check(viewer_permit(&kim.viewer, S(MACHINE), GROUP_SETTINGS, TODAY).reach == REACH_WRITE);
	check(!viewer_knows(&kim.viewer, S("walsall"), TODAY));
	store_close(front.store);
}

static void
a_first_link_is_over_after_a_day(struct arena *perm)
{
	struct front front = new_front(perm), then = later(&front, DAY);
	struct error err = { "" };
	struct settling settling = { .email = KIM, .name = S("Kim"), .password = PASSWORD };
	struct signed_in in;
	Str secret;
	check(sign_in_first_link(&front, &secret, &err));
	check_int(sign_in_link_settle(&then, secret, &settling, &in).outcome, UNKNOWN);
	check(sign_in_first_link(&then, &secret, &err) && secret.len > 0);
	check(well(sign_in_link_settle(&then, secret, &settling, &in)));
	store_close(front.store);
}

/* ---- in and out ------------------------------------------------------------------------------ */

static void
somebody_signs_in_and_out(struct arena *perm)
{
	struct front front = new_front(perm);
	Str ref = person(&front, KIM, HR);
	struct signed_in in = in_as(&front, S("  KIM@example.gov.uk "));
	check(in.secret.len == 64 && in.form_token.len == 64 && in.browser.len == 64);
	check_int(in.ends_at, NOW + 8 * HOUR);
	struct seen kim = seen_as(&front, in.secret);
	check(kim.found);
	check_str(kim.session.form_token, in.form_token);
	check_str(kim.viewer.account, ref);
	check(viewer_permit(&kim.viewer, S("walsall"), GROUP_IDENTITY, TODAY).reach == REACH_WRITE);
	check(!seen_as(&front, S("")).found && !seen_as(&front, in.form_token).found);
	check(well(sign_out(&front, &kim, in.secret)));
	check(!seen_as(&front, in.secret).found);
	check_int(told(&front, S("sign-in")), 2);        /* by the invitation, and with the password */
	check_int(told(&front, S("sign-out")), 1);
	store_close(front.store);
}

/* Abuse case 5. */
static void
a_session_is_always_a_new_one(struct arena *perm)
{
	struct front front = new_front(perm);
	struct signed_in first, second, third;
	person(&front, KIM, HR);
	struct attempt attempt = { .email = KIM, .password = PASSWORD, .session = S("attacker") };
	check(well(sign_in(&front, &attempt, &first)));
	check(!str_equal(first.secret, S("attacker")) && !seen_as(&front, S("attacker")).found);
	attempt.session = first.secret;
	check(well(sign_in(&front, &attempt, &second)));
	check(!str_equal(first.secret, second.secret));
	check(!seen_as(&front, first.secret).found && seen_as(&front, second.secret).found);
	/* Another browser's session goes on beside it. */
	attempt.session = S("");
	check(well(sign_in(&front, &attempt, &third)));
	check(seen_as(&front, second.secret).found && seen_as(&front, third.secret).found);
	store_close(front.store);
}

/* Abuse case 6: out, disabled, a new password, other grants: the cookie is no good on the next request. */
static void
a_session_ends_with_what_it_stood_on(struct arena *perm)
{
	struct front front = new_front(perm);
	Str ref = person(&front, KIM, HR), secret, token;
	struct grant_wish grant = { .duty = S("analyst"), .authority = S("walsall") };
	struct signed_in in = in_as(&front, KIM), other = in_as(&front, KIM), fresh;
	struct seen kim = seen_as(&front, in.secret);
	check(well(own_token_make(&front, &kim, &(struct token_wish){ S("Power BI"), 30 }, &token)));

	check(well(account_admin_grant(&front, &MACHINE_ITSELF, ref, &grant, &areas)));
	check(!seen_as(&front, in.secret).found && !seen_as(&front, other.secret).found);
	check_int(seen_as(&front, token).viewer.grant_count, 2);        /* the new rights, at once */
	in = in_as(&front, KIM);
	check(well(account_admin_grant_end(&front, &MACHINE_ITSELF, ref, 2)));
	check(!seen_as(&front, in.secret).found);
	check_int(seen_as(&front, token).viewer.grant_count, 1);

	in = in_as(&front, KIM), other = in_as(&front, KIM);
	kim = seen_as(&front, in.secret);
	struct new_password change = { PASSWORD, OTHER_PASSWORD };
	check(well(own_password_change(&front, &kim, &change, &fresh)));
	check(!seen_as(&front, in.secret).found && !seen_as(&front, other.secret).found);
	check(!seen_as(&front, token).found && seen_as(&front, fresh.secret).found);

	check(well(account_admin_link(&front, &MACHINE_ITSELF, ref, &secret)));
	check(seen_as(&front, fresh.secret).found);                     /* asked for is not yet used */
	struct signed_in by_link;
	check(well(sign_in_link_settle(&front, secret, &(struct settling){ .password = PASSWORD }, &by_link)));
	check(!seen_as(&front, fresh.secret).found && seen_as(&front, by_link.secret).found);

	in = in_as(&front, KIM);
	check(well(account_admin_disable(&front, &MACHINE_ITSELF, KIM)));
	check(!seen_as(&front, in.secret).found);
	check_int(try_in(&front, KIM, PASSWORD, &in).outcome, REFUSED);
	check(well(account_admin_enable(&front, &MACHINE_ITSELF, KIM)));
	in = in_as(&front, KIM);
	struct front then = later(&front, 8 * HOUR);
	check(!seen_as(&then, in.secret).found);
	store_close(front.store);
}

static void
grants_hold_on_their_days_only(struct arena *perm)
{
	struct front front = new_front(perm), then = later(&front, DAY);
	then.today.day++;
	Str ref = person(&front, KIM, S(""));
	struct grant_wish wish = { S("analyst"), S("walsall"), S(""), S("2026-09-22"), S("2026-09-22") };
	check(well(account_admin_grant(&front, &MACHINE_ITSELF, ref, &wish, &areas)));
	struct signed_in in = in_as(&front, KIM);
	struct seen kim = seen_as(&front, in.secret);
	check(kim.found && !viewer_knows(&kim.viewer, S("walsall"), TODAY));
	in = in_as(&then, KIM);
	kim = seen_as(&then, in.secret);
	check(viewer_knows(&kim.viewer, S("walsall"), then.today));
	store_close(front.store);
}

/* ---- guessing: abuse case 7 ------------------------------------------------------------------ */

static void
the_eleventh_wrong_password_is_told_to_wait(struct arena *perm)
{
	struct front front = new_front(perm);
	struct signed_in in, usual, late;
	person(&front, KIM, HR);
	usual = in_as(&front, KIM);
	for (int i = 0; i < 10; i++) {
		struct front then = later(&front, i);
		struct said said = try_in(&then, KIM, OTHER_PASSWORD, &in);
		check(said.outcome == REFUSED && said.retry_after == 0 && in.secret.len == 0);
	}
	struct front then = later(&front, 20);
	int64_t hashed = gate.passed;
	struct said said = try_in(&then, KIM, OTHER_PASSWORD, &in);
	check_int(said.outcome, SLOW_DOWN);
	check_int(said.retry_after, 280);                /* the first of the ten was 20 seconds ago */
	check(str_find(said.words, S("Wait 5 minutes")) >= 0);
	check_int(gate.passed, hashed + 1);
	/* Nor does the right one get in from a strange browser: or it would tell which it is. */
	check_int(try_in(&then, KIM, PASSWORD, &in).retry_after, 280);
	/* The usual browser is not kept out. */
	struct attempt attempt = { .email = KIM, .password = PASSWORD, .address = S("192.0.2.1"),
	                           .browser = usual.browser };
	check(well(sign_in(&then, &attempt, &late)));
	check_str(late.browser, usual.browser);
	check_int(told(&front, S("sign-in.throttled")), 1);
	check_int(told(&front, S("sign-in.refused")), 10);
	/* In time all is well again. */
	then = later(&front, 301);
	check(well(try_in(&then, KIM, PASSWORD, &in)));
	store_close(front.store);
}

static void
a_browser_that_is_known_is_not_free_to_guess(struct arena *perm)
{
	struct front front = new_front(perm);
	struct signed_in in;
	person(&front, KIM, HR);
	person(&front, LEE, HR);
	Str browser = in_as(&front, KIM).browser;
	struct attempt attempt = { .email = KIM, .password = OTHER_PASSWORD, .browser = browser };
	for (int i = 0; i < 10; i++)
		check_int(sign_in(&front, &attempt, &in).retry_after, 0);
	check_int(sign_in(&front, &attempt, &in).retry_after, 300);
	/* And it says nothing for another account: it is counted with everybody. */
	attempt.email = LEE;
	for (int i = 0; i < 10; i++)
		check_int(sign_in(&front, &attempt, &in).retry_after, 0);
	check_int(sign_in(&front, &attempt, &in).retry_after, 300);
	store_close(front.store);
}

/* One password for many accounts, from one address; and one's own right password resets nothing. */
static void
spraying_from_one_address_is_told_to_wait(struct arena *perm)
{
	struct front front = new_front(perm);
	struct signed_in in;
	int refused = 0;
	person(&front, KIM, HR);
	for (int i = 0; i < 60; i++) {
		Str email = str_format(perm, "user%d@example.gov.uk", i);
		struct said said = try_in(&front, email, S("Password1234"), &in);
		check_int(said.outcome, said.retry_after > 0 ? SLOW_DOWN : REFUSED);
		refused += said.retry_after > 0;
		if (i == 40)
			in_as(&front, KIM);
	}
	check_int(refused, 10);
	struct attempt elsewhere = { .email = KIM, .password = PASSWORD, .address = S("192.0.2.2") };
	check(well(sign_in(&front, &elsewhere, &in)));
	store_close(front.store);
}

/* Of this thread's own work: what others do on the machine is not in it. */
static double
seconds_worked(void)
{
	struct timespec at;
	clock_gettime(CLOCK_THREAD_CPUTIME_ID, &at);
	return (double)at.tv_sec + (double)at.tv_nsec / 1e9;
}

static int
by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

/* The same words, the same work: known with a wrong password, unknown, disabled, never used. One
 * hash each; and the medians of the time differ by less than the hash takes (35 ms) by far. */
static void
an_unknown_address_is_answered_as_a_known_one(struct arena *perm)
{
	enum { KNOWN, NOBODY, DISABLED, UNUSED, KINDS, ROUNDS = 9 };
	static const Str emails[KINDS] = { STR("kim@example.gov.uk"), STR("nobody@example.gov.uk"),
		STR("disabled@example.gov.uk"), STR("unused@example.gov.uk") };
	struct front front = new_front(perm);
	struct signed_in in;
	Str ref;
	double took[KINDS][ROUNDS];
	person(&front, emails[KNOWN], HR);
	person(&front, emails[DISABLED], HR);
	check(well(account_admin_disable(&front, &MACHINE_ITSELF, emails[DISABLED])));
	check(well(account_admin_add(&front, &MACHINE_ITSELF,
	                             &(struct new_account){ .email = emails[UNUSED], .name = S("U") }, &ref)));
	Str words = try_in(&front, emails[KNOWN], OTHER_PASSWORD, &in).words;
	for (int round = 0; round < ROUNDS; round++)
		for (int kind = 0; kind < KINDS; kind++) {
			struct front then = later(&front, 400 * (round + 1));
			int64_t hashed = gate.passed;
			double began = seconds_worked();
			struct said said = try_in(&then, emails[kind], OTHER_PASSWORD, &in);
			took[kind][round] = seconds_worked() - began;
			check_int(said.outcome, REFUSED);
			check_str(said.words, words);
			check_int(gate.passed, hashed + 1);
		}
	for (int kind = 0; kind < KINDS; kind++)
		qsort(took[kind], ROUNDS, sizeof took[kind][0], by_size);
	for (int kind = 1; kind < KINDS; kind++)
		check(fabs(took[kind][ROUNDS / 2] - took[KNOWN][ROUNDS / 2]) < 0.010);
	/* Its right password, once disabled, neither. */
	check_str(try_in(&front, emails[DISABLED], PASSWORD, &in).words, words);
	check_str(try_in(&front, S("A-000001"), PASSWORD, &in).words, words);   /* a ref is no address */
	check_str(try_in(&front, S(""), S(""), &in).words, words);
	store_close(front.store);
}

static void
a_flood_of_sign_ins_is_turned_away_at_the_gate(struct arena *perm)
{
	struct front front = new_front(perm);
	struct signed_in in;
	person(&front, KIM, HR);
	gate.inside = GATE_INSIDE;                       /* as if two were hashing and eight waited */
	gate.waiting = GATE_WAITING;
	struct said said = try_in(&front, KIM, PASSWORD, &in);
	gate.inside = gate.waiting = 0;
	check(said.outcome == SLOW_DOWN && said.retry_after > 0);
	check_int(number(front.store, "SELECT count(*) FROM account_failure"), 0);
	check(well(try_in(&front, KIM, PASSWORD, &in)));
	store_close(front.store);
}

/* ---- codes ----------------------------------------------------------------------------------- */

static Str
code_at(Str base32, int64_t now, struct arena *perm)
{
	Str key;
	check(base32_read(base32, &key, perm) && key.len == TOTP_KEY_BYTES);
	return totp_code(key, totp_step(now), TOTP_DIGITS, perm);
}

static struct said
with_code(const struct front *front, Str code, struct signed_in *in)
{
	struct attempt attempt = { .email = KIM, .password = PASSWORD, .code = code };
	return sign_in(front, &attempt, in);
}

static void
codes_are_asked_for_once_they_are_on(struct arena *perm)
{
	struct front front = new_front(perm);
	struct totp_offer offer;
	struct signed_in in;
	person(&front, KIM, HR);
	struct seen kim = seen_as(&front, in_as(&front, KIM).secret);
	check(well(own_totp_offer(&front, &kim, &offer)));
	check(str_find(offer.link, offer.key) > 0 && str_find(offer.link, S("kim%40example")) > 0);
	Str now = code_at(offer.key, NOW, perm), next = code_at(offer.key, NOW + 30, perm);
	check_int(own_totp_on(&front, &kim, &(struct totp_proof){ offer.key, S("000000x") }).outcome, REFUSED);
	check_int(own_totp_on(&front, &kim, &(struct totp_proof){ S("MZXW6"), now }).outcome, WRONG);
	in_as(&front, KIM);                              /* nothing is on yet */
	check(well(own_totp_on(&front, &kim, &(struct totp_proof){ offer.key, now })));
	check_int(with_code(&front, S(""), &in).outcome, REFUSED);
	check_int(with_code(&front, now, &in).outcome, REFUSED);         /* it proved the key: used */
	check(well(with_code(&front, next, &in)));                       /* one step of drift */
	check_int(with_code(&front, next, &in).outcome, REFUSED);        /* a replay */
	check_int(with_code(&front, now, &in).outcome, REFUSED);         /* and an earlier one */
	struct front then = later(&front, 120);
	check_int(with_code(&then, next, &in).outcome, REFUSED);         /* over */
	check(well(with_code(&then, code_at(offer.key, NOW + 120, perm), &in)));
	kim = seen_as(&then, in.secret);
	Str link;
	struct signed_in by_link;
	check(well(account_admin_link(&then, &MACHINE_ITSELF, KIM, &link)));
	check(well(sign_in_link_settle(&then, link, &(struct settling){ .password = PASSWORD }, &by_link)));
	check(by_link.secret.len == 0);                                  /* a link is no second factor */
	check(well(with_code(&then, code_at(offer.key, NOW + 150, perm), &in)));
	kim = seen_as(&then, in.secret);
	check_int(own_totp_off(&then, &kim, OTHER_PASSWORD).outcome, REFUSED);
	check(well(own_totp_off(&then, &kim, PASSWORD)));
	in_as(&then, KIM);
	check_int(told(&front, S("totp.on")), 1);
	check_int(told(&front, S("totp.off")), 1);
	store_close(front.store);
}

/* ---- passwords and links --------------------------------------------------------------------- */

static void
a_password_is_long_and_not_the_obvious(struct arena *perm)
{
	static const struct { Str password; bool good; } tries[] = {
		{ STR("elevenchars"), false }, { STR("twelve chars"), true },
		{ STR("\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9"), false },     /* 12 bytes, 6 characters */
		{ STR("Password1234"), false }, { STR("ababababababab"), false },
		{ STR("somebodyxyz-2026"), false }, { STR("SOMEBODYxyz-2026"), false },
		{ STR("no capitals no digits"), true }, { STR("\xff\xfe somebad utf8"), false },
	};
	struct front front = new_front(perm);
	Str ref, secret;
	check(well(account_admin_add(&front, &MACHINE_ITSELF, &(struct new_account){
		.email = S("somebody@example.gov.uk"), .name = S("S") }, &ref)));
	for (ptrdiff_t i = 0; i < countof(tries); i++) {
		check(well(account_admin_link(&front, &MACHINE_ITSELF, ref, &secret)));
		struct said said = sign_in_link_settle(&front, secret,
		                                       &(struct settling){ .password = tries[i].password },
		                                       &(struct signed_in){ 0 });
		check(said.outcome == (tries[i].good ? DONE : REFUSED) && said.words.len > 0);
	}
	store_close(front.store);
}

static void
changing_a_password_asks_for_the_old_one(struct arena *perm)
{
	struct front front = new_front(perm);
	struct signed_in in;
	person(&front, KIM, HR);
	struct seen kim = seen_as(&front, in_as(&front, KIM).secret);
	struct new_password wrong = { OTHER_PASSWORD, S("nine white ladders") };
	for (int i = 0; i < 10; i++)
		check_int(own_password_change(&front, &kim, &wrong, &in).retry_after, 0);
	check(own_password_change(&front, &kim, &wrong, &in).retry_after > 0);
	check(well(try_in(&front, KIM, PASSWORD, &in)));
	store_close(front.store);
}

/* ---- tokens ---------------------------------------------------------------------------------- */

static void
a_token_is_shown_once_and_cannot_make_itself_at_home(struct arena *perm)
{
	struct front front = new_front(perm), then = later(&front, 31 * DAY);
	struct error err = { "" };
	struct token_row *tokens;
	struct signed_in in;
	int count;
	Str secret, second;
	person(&front, KIM, HR);
	struct seen kim = seen_as(&front, in_as(&front, KIM).secret);
	check_int(own_token_make(&front, &kim, &(struct token_wish){ S(" "), 30 }, &secret).outcome, WRONG);
	check_int(own_token_make(&front, &kim, &(struct token_wish){ S("BI"), 367 }, &secret).outcome, WRONG);
	check(well(own_token_make(&front, &kim, &(struct token_wish){ S("BI"), 30 }, &secret)));
	check(str_begins(secret, S("mainstay_")) && secret.len == 9 + 64);
	struct seen token = seen_as(&front, secret);
	check(token.found && token.session.token);
	check(viewer_knows(&token.viewer, S("walsall"), TODAY));
	check_int(own_token_make(&front, &token, &(struct token_wish){ S("More"), 30 }, &second).outcome,
	          FORBIDDEN);
	check_int(second.len, 0);
	check_int(own_password_change(&front, &token, &(struct new_password){ PASSWORD, OTHER_PASSWORD },
	                              &in).outcome, FORBIDDEN);
	check_int(own_totp_off(&front, &token, PASSWORD).outcome, FORBIDDEN);
	check(own_tokens(&front, &kim, &tokens, &count, &err) && count == 1);
	check_int(tokens[0].used_at, NOW);
	check(!seen_as(&then, secret).found);
	check_int(own_token_end(&front, &kim, S("T-000009")).outcome, UNKNOWN);
	check(well(own_token_end(&front, &kim, tokens[0].ref)));
	check(!seen_as(&front, secret).found);
	store_close(front.store);
}

/* ---- administrators -------------------------------------------------------------------------- */

static void
nobody_gives_rights_to_themselves(struct arena *perm)
{
	struct front front = new_front(perm);
	struct grant_wish sysadmin = { .duty = S("system-administrator"), .authority = S(MACHINE) };
	struct grant_wish wish = { .duty = HR, .authority = S("walsall") };
	Str kim = person(&front, KIM, S("")), lee = person(&front, LEE, S("")), secret;
	check(well(account_admin_grant(&front, &MACHINE_ITSELF, kim, &sysadmin, &areas)));
	struct viewer viewer = seen_as(&front, in_as(&front, KIM).secret).viewer;
	check_int(account_admin_grant(&front, &viewer, kim, &wish, &areas).outcome, FORBIDDEN);
	check_int(account_admin_grant(&front, &viewer, KIM, &wish, &areas).outcome, FORBIDDEN);
	check_int(account_admin_grant_end(&front, &viewer, kim, 1).outcome, FORBIDDEN);
	check_int(account_admin_link(&front, &viewer, kim, &secret).outcome, FORBIDDEN);
	check_int(account_admin_disable(&front, &viewer, kim).outcome, FORBIDDEN);
	/* To another, yes; and it says who gave it. */
	check(well(account_admin_grant(&front, &viewer, lee, &wish, &areas)));
	struct error err = { "" };
	struct entry *entries;
	int count;
	check(audit_entries(front.store, &(struct audit_filter){ .action = S("account.grants"), .object = lee },
	                    &entries, &count, perm, &err) && count == 1);
	check_str(entries[0].actor, kim);
	store_close(front.store);
}

static void
an_administrator_of_a_council_stays_in_it(struct arena *perm)
{
	struct front front = new_front(perm);
	struct account *accounts;
	int count;
	Str ref, secret;
	struct grant_wish here = { .duty = S("analyst"), .authority = S("walsall") },
		there = { .duty = S("analyst"), .authority = S("leeds") },
		machine = { .duty = S("system-administrator"), .authority = S(MACHINE) };
	person(&front, KIM, S("system-administrator"));
	Str lee = person(&front, LEE, S("")), other = person(&front, S("o@example.gov.uk"), S(""));
	check(well(account_admin_grant(&front, &MACHINE_ITSELF, other, &there, &areas)));
	struct viewer viewer = seen_as(&front, in_as(&front, KIM).secret).viewer;
	check(well(account_admin_grant(&front, &viewer, lee, &here, &areas)));
	check_int(account_admin_grant(&front, &viewer, lee, &there, &areas).outcome, FORBIDDEN);
	check_int(account_admin_grant(&front, &viewer, lee, &machine, &areas).outcome, FORBIDDEN);
	/* An account of another council is not there, in the words of one that is not. */
	struct said unknown = account_admin_disable(&front, &viewer, S("A-000099"));
	check_int(unknown.outcome, UNKNOWN);
	check_str(account_admin_disable(&front, &viewer, other).words, unknown.words);
	check_int(account_admin_link(&front, &viewer, other, &secret).outcome, UNKNOWN);
	check(well(account_admin_list(&front, &viewer, &accounts, &count)));
	check_int(count, 2);
	/* And who has no such right has none of it. */
	viewer = seen_as(&front, in_as(&front, LEE).secret).viewer;
	check_int(account_admin_list(&front, &viewer, &accounts, &count).outcome, FORBIDDEN);
	check_int(account_admin_disable(&front, &viewer, KIM).outcome, FORBIDDEN);
	check_int(account_admin_add(&front, &viewer, &(struct new_account){ .email = S("n@example.gov.uk"),
	          .name = S("N") }, &ref).outcome, FORBIDDEN);
	struct viewer nobody = { .all = false };
	check_int(account_admin_list(&front, &nobody, &accounts, &count).outcome, FORBIDDEN);
	store_close(front.store);
}

static void
a_grant_that_means_nothing_is_refused_in_words(struct arena *perm)
{
	static const struct grant_wish wrong[] = {
		{ .duty = STR("boss"), .authority = STR("walsall") },
		{ .duty = STR("hr-lead"), .authority = STR("atlantis") },
		{ .duty = STR("hr-lead"), .authority = STR("machine") },
		{ .duty = STR("hr-lead"), .authority = STR("england") },
		{ .duty = STR("team-manager"), .authority = STR("walsall") },
		{ .duty = STR("regional-analyst"), .authority = STR("walsall") },
		{ .duty = STR("regional-analyst"), .authority = STR("west-midlands"), .unit = STR("U-000001") },
		{ .duty = STR("hr-lead"), .authority = STR("walsall"), .first = STR("tomorrow") },
		{ .duty = STR("hr-lead"), .authority = STR("walsall"), .last = STR("2026-09-20") },
	};
	struct front front = new_front(perm);
	Str ref = person(&front, KIM, S(""));
	for (ptrdiff_t i = 0; i < countof(wrong); i++) {
		struct said said = account_admin_grant(&front, &MACHINE_ITSELF, ref, &wrong[i], &areas);
		check(said.outcome == WRONG && said.words.len > 0);
	}
	struct grant_wish unit = { S("team-manager"), S("walsall"), S("U-000004"), S(""), S("") },
		region = { .duty = S("regional-analyst"), .authority = S("west midlands") },
		self = { .duty = S("worker"), .authority = S("walsall") };
	check(well(account_admin_grant(&front, &MACHINE_ITSELF, ref, &unit, &areas)));
	check(well(account_admin_grant(&front, &MACHINE_ITSELF, ref, &region, &areas)));
	check_int(account_admin_grant(&front, &MACHINE_ITSELF, ref, &self, &areas).outcome, REFUSED);
	for (int i = 2; i < GRANTS_MOST; i++)
		check(well(account_admin_grant(&front, &MACHINE_ITSELF, ref, &unit, &areas)));
	check_int(account_admin_grant(&front, &MACHINE_ITSELF, ref, &unit, &areas).outcome, REFUSED);
	store_close(front.store);
}

/* A duty over a unit that is not there would be held and see nothing, and nobody would know why. */
static void
a_unit_is_named_as_the_records_have_it(struct arena *perm)
{
	struct front front = new_front(perm);
	struct error err = { "" };
	Str ref = person(&front, KIM, S(""));
	const struct record_type *type = &record_types[TYPE_UNIT];
	Str *values = new(perm, type->field_count, Str);
	values[field_find(type, S("name"))] = S("Duty team");
	values[field_find(type, S("kind"))] = S("team");
	struct changes changes = changes_new(perm);
	changes_add(&changes, (struct change){ .kind = ADD, .type = type, .after = { .ref = S("U-000007"),
		.when = { date_of(2020, 1, 1), DATE_OPEN }, .values = values } });
	struct deed deed = { .authority = S("walsall"), .actor = S("test"), .what = S("edit"), .object = S("unit U-000007"), .at = 1 };
	int64_t seq;
	check_int(store_do(front.store, &deed, &changes, NULL, NULL, &seq, perm, &err), STORED);
	struct grant_wish wish = { S("team-manager"), S("walsall"), S("Duty team"), S(""), S("") };
	struct said said = account_admin_grant(&front, &MACHINE_ITSELF, ref, &wish, &areas);
	check(well(said) && str_find(said.words, S("Team manager in Walsall, unit U-000007")) >= 0);
	wish.unit = S("U-000007");
	check(well(account_admin_grant(&front, &MACHINE_ITSELF, ref, &wish, &areas)));
	wish.unit = S("U-000008");
	said = account_admin_grant(&front, &MACHINE_ITSELF, ref, &wish, &areas);
	check_int(said.outcome, WRONG);
	check(str_find(said.words, S("U-000008")) >= 0);
	store_close(front.store);
}

/* Whatever was done above in words of the person, the chain has it whole and without a name. */
static void
the_audit_of_all_this_is_whole_and_names_nobody(struct arena *perm)
{
	struct front front = new_front(perm);
	struct error err = { "" };
	struct audit_verdict verdict;
	struct signed_in in;
	person(&front, KIM, HR);
	try_in(&front, KIM, OTHER_PASSWORD, &in);
	in_as(&front, KIM);
	check(audit_verify(front.store, S(""), &verdict, perm, &err) && verdict.sound);
	check_int(number(front.store, "SELECT count(*) FROM audit_entry JOIN audit_payload USING (seq)"
	          " WHERE object LIKE '%kim%' OR payload LIKE '%kim%' OR payload LIKE '%Somebody%'"
	          " OR actor LIKE '%@%'"), 0);
	store_close(front.store);
}

/* One unit of a council, made up where the deed says so. */
static void
put_unit(const struct front *front, Str authority, Str what)
{
	struct error err = { "" };
	struct changes changes = changes_new(front->perm);
	struct council *council = council_of("unit U-000001 2015-01-01 open name=Duty; kind=team\n", front->perm);
	struct record record = council->of[TYPE_UNIT].at[0];
	struct deed deed = { .authority = authority, .actor = S("test"), .what = what, .object = S("all"), .at = NOW };
	int64_t seq;
	record.version = 0;
	changes_add(&changes, (struct change){ .kind = ADD, .type = &record_types[TYPE_UNIT], .after = record });
	check_int(store_do(front->store, &deed, &changes, NULL, NULL, &seq, front->perm, &err), STORED);
}

static void
only_an_account_of_the_demonstration_needs_no_password(struct arena *perm)
{
	struct front front = new_front(perm);
	struct error err = { "" };
	struct signed_in in;
	Str ref = person(&front, KIM, HR);
	struct account demo = { .ref = S(""), .email = S("demo@example.invalid"), .name = S("Demo"),
		.person = S(""), .authority_of_person = S(""), .active = true, .demonstration = true };
	check(accounts_begin(front.store, &err));
	check(account_save(front.store, &demo, (struct by){ S("command line"), NOW }, perm, &err));
	check(store_commit(front.store, &err));
	check_int(sign_in_demonstration(&front, demo.ref, S(""), &in).outcome, UNKNOWN);  /* of no council */
	put_unit(&front, S("walsall"), S("demonstration"));
	check_int(sign_in_demonstration(&front, ref, S(""), &in).outcome, UNKNOWN);
	check(well(sign_in_demonstration(&front, demo.ref, S(""), &in)));
	check(seen_as(&front, in.secret).found);
	check_int(try_in(&front, S("demo@example.invalid"), S(""), &in).outcome, REFUSED);
	put_unit(&front, S("dudley"), S("edit"));                        /* and now one that is real */
	check_int(sign_in_demonstration(&front, demo.ref, S(""), &in).outcome, UNKNOWN);
	check(in.secret.len == 0);
	store_close(front.store);
}

int
main(void)
{
	if (!stores_begin())
		return 1;
	struct arena memory = arena_reserve(64 << 20);
	char *begin = memory.next;
	struct published published = { 0 };
	published_built_in(&published, &memory);
	areas = published.areas;
	gate_open(&gate);
	run_on_both(the_first_start_gives_one_link_for_one_administrator);
	run_on_both(a_first_link_is_over_after_a_day);
	run_on_both(somebody_signs_in_and_out);
	run_on_both(a_session_is_always_a_new_one);
	run_on_both(a_session_ends_with_what_it_stood_on);
	run(grants_hold_on_their_days_only);
	run_on_both(the_eleventh_wrong_password_is_told_to_wait);
	run(a_browser_that_is_known_is_not_free_to_guess);
	run_on_both(spraying_from_one_address_is_told_to_wait);
	run(an_unknown_address_is_answered_as_a_known_one);
	run(a_flood_of_sign_ins_is_turned_away_at_the_gate);
	run_on_both(codes_are_asked_for_once_they_are_on);
	run(a_password_is_long_and_not_the_obvious);
	run(changing_a_password_asks_for_the_old_one);
	run_on_both(a_token_is_shown_once_and_cannot_make_itself_at_home);
	run_on_both(nobody_gives_rights_to_themselves);
	run_on_both(an_administrator_of_a_council_stays_in_it);
	run(a_grant_that_means_nothing_is_refused_in_words);
	run(a_unit_is_named_as_the_records_have_it);
	run_on_both(the_audit_of_all_this_is_whole_and_names_nobody);
	run_on_both(only_an_account_of_the_demonstration_needs_no_password);
	gate_close(&gate);
	arena_release(&memory, begin);
	check(stores_end());
	return tests_end();
}
