/* accounts_test.c: accounts, their grants, and every secret that leads to one: what ends with what,
 * on both engines, and that the audit is told of each change.
 */
#include "stores.h"

#include <sys/wait.h>

#include "base/secret.h"
#include "store/accounts.h"
#include "store/audit.h"

enum { NOW = 1790000000, HOUR = 3600 };                 /* 21 September 2026 */
static const Date TODAY = { 20717 };
static const struct by CLERK = { STR("A-000001"), NOW };
static const struct period ALWAYS = { { 0 }, { 2932896 } };     /* 9999-12-31 */

/* ---- accounts to try things on --------------------------------------------------------------- */

static bool
begun(struct store *store)
{
	struct error err = { "" };
	bool done = accounts_begin(store, &err);
	check(done);
	return done;
}

static void
commit(struct store *store)
{
	struct error err = { "" };
	bool done = store_commit(store, &err);
	if (!done)
		printf("%s\n", err.text);
	check(done);
}

static struct account
saved(struct store *store, struct account account, struct arena *perm)
{
	struct error err = { "" };
	begun(store);
	bool done = account_save(store, &account, CLERK, perm, &err);
	if (!done)
		printf("%s\n", err.text);
	check(done);
	commit(store);
	return account;
}

static struct grant
hr_of(Str authority)
{
	return (struct grant){ .duty = DUTY_HR_LEAD, .scope = SCOPE_AUTHORITY, .authority = authority,
	                       .unit = S(""), .when = ALWAYS };
}

static struct account
an_account(Str email)
{
	return (struct account){ .ref = S(""), .email = email, .name = S("\u00d6zg\u00fcr O'Neill"),
		.person = S("W-000007"), .authority_of_person = S("walsall"), .active = true,
		.grants = { hr_of(S("walsall")) }, .grant_count = 1 };
}

static struct account
read_back(struct store *store, Str ref_or_email, struct arena *perm)
{
	struct error err = { "" };
	struct account account = { 0 };
	bool found;
	check(account_read(store, ref_or_email, &account, &found, perm, &err) && found);
	return account;
}

/* The hash that a store keeps of a secret. */
static Str
hashed(const char *secret, struct arena *perm)
{
	struct digits hash = hash_of(str_of(secret));
	return str_copy(digits_str(&hash), perm);
}

static void
begin_session(struct store *store, Str ref, const char *secret, int64_t now, struct arena *perm)
{
	struct error err = { "" };
	struct beginning beginning = { .account = ref, .secret_hash = hashed(secret, perm),
		.form_token = hashed("form", perm), .how = S("password"), .ends_at = now + 8 * HOUR };
	begun(store);
	check(session_begin(store, &beginning, now, &err));
	commit(store);
}

static struct seen
who(struct store *store, const char *secret, int64_t now, struct arena *perm)
{
	struct error err = { "" };
	struct seen seen = { 0 };
	check(session_viewer(store, hashed(secret, perm), now, TODAY, &seen, perm, &err));
	return seen;
}

static int
entries_of(struct store *store, Str action, Str object, struct arena *perm)
{
	struct error err = { "" };
	struct entry *entries;
	int count = -1;
	struct audit_filter filter = { .action = action, .object = object };
	check(audit_entries(store, &filter, &entries, &count, perm, &err));
	return count;
}

/* ---- accounts -------------------------------------------------------------------------------- */

static void
a_new_store_has_no_accounts(struct arena *perm)
{
	struct store *store = opened(fresh_path("accounts.db", perm));
	struct error err = { "" };
	struct account *accounts, account;
	int count = -1;
	bool none = false, found = true;
	check(accounts_none(store, &none, &err) && none);
	check(accounts_list(store, &accounts, &count, perm, &err) && count == 0);
	check(account_read(store, S("A-000001"), &account, &found, perm, &err) && !found);
	/* One without a password cannot sign in: it is still the first start. */
	account = saved(store, an_account(S("first@example.gov.uk")), perm);
	check(accounts_none(store, &none, &err) && none);
	begun(store);
	check(account_set_password(store, account.ref, S("$argon2id$x"), CLERK, &err));
	commit(store);
	check(accounts_none(store, &none, &err) && !none);
	store_close(store);
}

static void
an_account_reads_as_it_was_saved(struct arena *perm)
{
	struct store *store = opened(fresh_path("accounts.db", perm));
	struct account made = an_account(S("O.Neill@Example.gov.UK"));
	made.grants[1] = (struct grant){ DUTY_TEAM_MANAGER, SCOPE_UNIT, S("leeds"), S("U-000004"),
		{ date_of(2026, 1, 5), date_of(2026, 12, 31) } };
	made.grants[2] = (struct grant){ DUTY_REGION, SCOPE_REGION, S("west-midlands"), S(""), ALWAYS };
	made.grant_count = 3;
	made = saved(store, made, perm);
	check_str(made.ref, S("A-000001"));
	check_str(saved(store, an_account(S("second@example.gov.uk")), perm).ref, S("A-000002"));
	struct account is = read_back(store, S("o.neill@example.GOV.uk"), perm);
	check_str(is.ref, S("A-000001"));
	check_str(is.email, S("o.neill@example.gov.uk"));
	check_str(is.name, made.name);
	check_str(is.person, S("W-000007"));
	check_str(is.authority_of_person, S("walsall"));
	check(is.active && !is.demonstration && !is.has_password && !is.has_totp);
	check_int(is.created_at, NOW);
	check_int(is.last_seen_at, 0);
	check_int(is.grant_count, 3);
	for (int i = 0; i < is.grant_count; i++)
		check_str(grant_text(&is.grants[i], perm), grant_text(&made.grants[i], perm));
	check_str(grant_text(&is.grants[1], perm),
	          S("team-manager, unit leeds U-000004, 2026-01-05 to 2026-12-31"));
	store_close(store);
}

static void
an_address_belongs_to_one_account(struct arena *perm)
{
	struct store *store = opened(fresh_path("accounts.db", perm));
	struct error err = { "" };
	saved(store, an_account(S("one@example.gov.uk")), perm);
	struct account again = an_account(S("ONE@example.gov.uk"));
	begun(store);
	check(!account_save(store, &again, CLERK, perm, &err));
	check(strstr(err.text, "another account has this e-mail address"));
	check(!strstr(err.text, "one@"));
	store_rollback(store);
	/* Two that have none yet do not meet. */
	again = saved(store, an_account(S("")), perm);
	check_str(saved(store, an_account(S("")), perm).email, S(""));
	/* And saving one's own address again is no clash. */
	struct account one = read_back(store, S("A-000001"), perm);
	one.name = S("Other");
	saved(store, one, perm);
	check_str(read_back(store, S("one@example.gov.uk"), perm).name, S("Other"));
	store_close(store);
}

static void
each_change_of_an_account_is_an_entry(struct arena *perm)
{
	struct store *store = opened(fresh_path("accounts.db", perm));
	struct account account = saved(store, an_account(S("told@example.gov.uk")), perm);
	Str ref = account.ref;
	account = saved(store, account, perm);           /* nothing changed: nothing to tell */
	check_int(entries_of(store, S(""), ref, perm), 1);
	account.name = S("New name");
	account = saved(store, account, perm);
	account.grants[1] = hr_of(S("leeds"));
	account.grant_count = 2;
	account = saved(store, account, perm);
	account.active = false;
	account = saved(store, account, perm);
	account.active = true;
	account = saved(store, account, perm);
	static const Str actions[] = { STR("account.add"), STR("account.change"), STR("account.grants"),
	                               STR("account.disable"), STR("account.enable") };
	for (ptrdiff_t i = 0; i < countof(actions); i++)
		check_int(entries_of(store, actions[i], ref, perm), 1);
	check_int(entries_of(store, S(""), ref, perm), 5);
	struct error err = { "" };
	struct entry *entries;
	int count;
	check(audit_entries(store, &(struct audit_filter){ .action = S("account.grants") }, &entries, &count,
	                    perm, &err));
	check_str(entries[0].actor, S("A-000001"));
	check(str_find(entries[0].payload, S("now: hr-lead, authority walsall")) > 0);
	check(str_find(entries[0].payload, S("hr-lead, authority leeds")) > 0);
	/* Neither name nor address is in the chain. */
	check(audit_entries(store, &(struct audit_filter){ 0 }, &entries, &count, perm, &err));
	for (int i = 0; i < count; i++)
		check(str_find(entries[i].payload, S("told@")) < 0 && str_find(entries[i].payload, S("name")) < 0);
	store_close(store);
}

/* ---- sessions -------------------------------------------------------------------------------- */

static void
a_session_leads_to_a_viewer_with_todays_grants(struct arena *perm)
{
	struct store *store = opened(fresh_path("accounts.db", perm));
	struct account account = an_account(S("seen@example.gov.uk"));
	account.grants[1] = hr_of(S("leeds"));
	account.grants[1].when.last = (Date){ TODAY.day - 1 };      /* it has run out */
	account.grant_count = 2;
	account = saved(store, account, perm);
	begin_session(store, account.ref, "cookie", NOW, perm);
	struct seen seen = who(store, "cookie", NOW + 1, perm);
	check(seen.found && !seen.session.token && !seen.viewer.all);
	check_str(seen.viewer.account, account.ref);
	check_str(seen.viewer.name, account.name);
	check_str(seen.viewer.person, S("W-000007"));
	check_str(seen.session.form_token, hashed("form", perm));
	check_int(seen.viewer.grant_count, 1);
	check(viewer_permit(&seen.viewer, S("walsall"), GROUP_IDENTITY, TODAY).reach == REACH_WRITE);
	check(!viewer_knows(&seen.viewer, S("leeds"), TODAY));
	check_int(read_back(store, account.ref, perm).last_seen_at, NOW);
	check_int(entries_of(store, S("sign-in"), account.ref, perm), 1);
	check(!who(store, "other cookie", NOW + 1, perm).found);
	store_close(store);
}

static void
a_session_lasts_eight_hours(struct arena *perm)
{
	struct store *store = opened(fresh_path("accounts.db", perm));
	struct account account = saved(store, an_account(S("long@example.gov.uk")), perm);
	begin_session(store, account.ref, "cookie", NOW, perm);
	check(who(store, "cookie", NOW + 8 * HOUR - 1, perm).found);
	check(!who(store, "cookie", NOW + 8 * HOUR, perm).found);
	/* The next one that begins sweeps it up. */
	begin_session(store, account.ref, "next", NOW + 9 * HOUR, perm);
	check_int(number(store, "SELECT count(*) FROM account_session"), 1);
	store_close(store);
}

/* Abuse case 6, in the store: each of these in another session, and the cookie is no good. */
static void
a_session_never_outlives_what_it_was_begun_with(struct arena *perm)
{
	enum { SIGN_OUT, DISABLE, PASSWORD, GRANTS, NAME, WAYS };
	struct store *store = opened(fresh_path("accounts.db", perm));
	struct error err = { "" };
	struct account account = saved(store, an_account(S("ends@example.gov.uk")), perm);
	for (int way = 0; way < WAYS; way++) {
		account.active = true;
		account = saved(store, account, perm);
		begin_session(store, account.ref, "cookie", NOW, perm);
		check(who(store, "cookie", NOW, perm).found);
		switch (way) {
		case SIGN_OUT:
			begun(store);
			check(session_end(store, hashed("cookie", perm), CLERK, &err));
			commit(store);
			break;
		case DISABLE:
			account.active = false;
			account = saved(store, account, perm);
			break;
		case PASSWORD:
			begun(store);
			check(account_set_password(store, account.ref, S("$argon2id$y"), CLERK, &err));
			commit(store);
			break;
		case GRANTS:
			account.grants[0].when.first = (Date){ 1 };
			account = saved(store, account, perm);
			break;
		case NAME:
			account.name = S("Another name");
			account = saved(store, account, perm);
			break;
		}
		check(who(store, "cookie", NOW, perm).found == (way == NAME));
	}
	check_int(entries_of(store, S("sign-out"), account.ref, perm), 1);
	store_close(store);
}

/* Even when a row is left behind. */
static void
a_disabled_account_is_nobody_whatever_rows_are_left(struct arena *perm)
{
	Str path = fresh_path("accounts.db", perm);
	struct store *store = opened(path);
	struct account account = saved(store, an_account(S("left@example.gov.uk")), perm);
	begin_session(store, account.ref, "cookie", NOW, perm);
	store_close(store);
	meddle(path, "UPDATE account SET active = 0", perm);
	store = opened(path);
	check(!who(store, "cookie", NOW, perm).found);
	store_close(store);
}

/* ---- tokens ---------------------------------------------------------------------------------- */

static struct token_row
made_token(struct store *store, Str account, const char *secret, struct arena *perm)
{
	struct error err = { "" };
	struct token_row token = { .account = account, .title = S("Power BI"), .ends_at = NOW + 24 * HOUR };
	begun(store);
	check(token_make(store, &token, hashed(secret, perm), CLERK, perm, &err));
	commit(store);
	return token;
}

static void
a_token_has_the_rights_its_account_has_now(struct arena *perm)
{
	struct store *store = opened(fresh_path("accounts.db", perm));
	struct error err = { "" };
	struct account account = saved(store, an_account(S("token@example.gov.uk")), perm);
	struct token_row token = made_token(store, account.ref, "token", perm), *tokens;
	int count;
	check_str(token.ref, S("T-000001"));
	struct seen seen = who(store, "token", NOW, perm);
	check(seen.found && seen.session.token && seen.session.form_token.len == 0);
	check(viewer_knows(&seen.viewer, S("walsall"), TODAY));
	account.grants[0] = hr_of(S("leeds"));
	account = saved(store, account, perm);
	seen = who(store, "token", NOW, perm);
	check(seen.found && viewer_knows(&seen.viewer, S("leeds"), TODAY));
	check(!viewer_knows(&seen.viewer, S("walsall"), TODAY));
	check(!who(store, "token", NOW + 24 * HOUR, perm).found);
	begun(store);
	check(token_used(store, hashed("token", perm), NOW + HOUR, &err));
	check(token_used(store, hashed("token", perm), NOW + HOUR + 5, &err));   /* within the hour */
	commit(store);
	check(account_tokens(store, account.ref, &tokens, &count, perm, &err));
	check_int(count, 1);
	check_int(tokens[0].used_at, NOW + HOUR);
	check_str(tokens[0].title, S("Power BI"));
	check(!tokens[0].ended);
	store_close(store);
}

static void
a_token_ends_by_its_owner_and_with_the_account(struct arena *perm)
{
	struct store *store = opened(fresh_path("accounts.db", perm));
	struct error err = { "" };
	struct account account = saved(store, an_account(S("token@example.gov.uk")), perm);
	struct account other = saved(store, an_account(S("other@example.gov.uk")), perm);
	struct token_row token = made_token(store, account.ref, "token", perm);
	bool found;
	struct token_row not_theirs = token;
	not_theirs.account = other.ref;
	begun(store);
	check(token_end(store, &not_theirs, CLERK, &found, &err) && !found);
	commit(store);
	check(who(store, "token", NOW, perm).found);
	begun(store);
	check(token_end(store, &token, CLERK, &found, &err) && found);
	check(token_end(store, &token, CLERK, &found, &err) && !found);
	commit(store);
	check(!who(store, "token", NOW, perm).found);
	made_token(store, account.ref, "second", perm);
	account.active = false;
	account = saved(store, account, perm);
	account.active = true;
	saved(store, account, perm);
	check(!who(store, "second", NOW, perm).found);   /* it does not come back */
	check_int(entries_of(store, S("token.make"), account.ref, perm), 2);
	check_int(entries_of(store, S("token.end"), account.ref, perm), 1);
	store_close(store);
}

/* ---- links, TOTP, browsers, failures --------------------------------------------------------- */

static void
make_link(struct store *store, Str ref, enum link_purpose purpose, const char *secret,
          struct arena *perm)
{
	struct error err = { "" };
	struct link link = { ref, purpose, NOW + HOUR };
	begun(store);
	check(link_make(store, &link, hashed(secret, perm), CLERK, &err));
	commit(store);
}

static bool
link_good(struct store *store, const char *secret, int64_t now, struct arena *perm)
{
	struct error err = { "" };
	struct link link;
	bool found = false;
	check(link_read(store, hashed(secret, perm), now, &link, &found, perm, &err));
	return found;
}

static void
a_link_is_good_once_and_for_a_time(struct arena *perm)
{
	struct store *store = opened(fresh_path("accounts.db", perm));
	struct error err = { "" };
	struct account account = saved(store, an_account(S("link@example.gov.uk")), perm);
	struct link link;
	bool found;
	make_link(store, account.ref, LINK_PASSWORD, "link", perm);
	check(link_read(store, hashed("link", perm), NOW, &link, &found, perm, &err) && found);
	check_str(link.account, account.ref);
	check_int(link.purpose, LINK_PASSWORD);
	check(!link_good(store, "link", NOW + HOUR, perm));
	check(!link_good(store, "guess", NOW, perm));
	begun(store);
	check(link_use_up(store, &link, hashed("link", perm), CLERK, &err));
	commit(store);
	check(!link_good(store, "link", NOW, perm));
	/* A new one takes the place of the one before. */
	make_link(store, account.ref, LINK_INVITATION, "first", perm);
	make_link(store, account.ref, LINK_PASSWORD, "second", perm);
	check(!link_good(store, "first", NOW, perm) && link_good(store, "second", NOW, perm));
	account.active = false;
	saved(store, account, perm);
	check(!link_good(store, "second", NOW, perm));
	check_int(entries_of(store, S("link.make"), account.ref, perm), 3);
	check_int(entries_of(store, S("link.use"), account.ref, perm), 1);
	store_close(store);
}

static void
a_totp_step_is_used_once_and_never_an_earlier_one(struct arena *perm)
{
	struct store *store = opened(fresh_path("accounts.db", perm));
	struct error err = { "" };
	struct account account = saved(store, an_account(S("totp@example.gov.uk")), perm);
	struct account_secret secret;
	bool fresh;
	begun(store);
	check(account_set_totp(store, account.ref, S("3132333435"), CLERK, &err));
	check(account_use_totp(store, account.ref, 100, &fresh, &err) && fresh);
	check(account_use_totp(store, account.ref, 100, &fresh, &err) && !fresh);
	check(account_use_totp(store, account.ref, 99, &fresh, &err) && !fresh);
	check(account_use_totp(store, account.ref, 101, &fresh, &err) && fresh);
	commit(store);
	check(account_secret(store, account.ref, &secret, perm, &err));
	check_str(secret.totp_key, S("3132333435"));
	check_int(secret.totp_used, 101);
	check(read_back(store, account.ref, perm).has_totp);
	begun(store);
	check(account_set_totp(store, account.ref, S(""), CLERK, &err));
	commit(store);
	check(!read_back(store, account.ref, perm).has_totp);
	store_close(store);
}

static void
a_browser_is_known_to_one_account(struct arena *perm)
{
	struct store *store = opened(fresh_path("accounts.db", perm));
	struct error err = { "" };
	struct account account = saved(store, an_account(S("browser@example.gov.uk")), perm);
	struct account other = saved(store, an_account(S("other@example.gov.uk")), perm);
	Str browser = hashed("browser", perm);
	bool known;
	begun(store);
	check(browser_add(store, account.ref, browser, NOW, &err));
	check(browser_add(store, account.ref, browser, NOW + 1, &err));
	commit(store);
	check(browser_known(store, account.ref, browser, &known, &err) && known);
	check(browser_known(store, other.ref, browser, &known, &err) && !known);
	begun(store);
	check(account_set_password(store, account.ref, S("$argon2id$z"), CLERK, &err));
	commit(store);
	check(browser_known(store, account.ref, browser, &known, &err) && !known);
	store_close(store);
}

static void
failures_are_counted_within_a_time(struct arena *perm)
{
	struct store *store = opened(fresh_path("accounts.db", perm));
	struct error err = { "" };
	struct failures failures;
	Str key = hashed("account: a", perm), other = hashed("account: b", perm);
	begun(store);
	for (int i = 0; i < 5; i++)
		check(failure_add(store, key, NOW + 10 * (i / 2), &err));      /* 0 0 10 10 20 */
	check(failure_add(store, other, NOW, &err));
	commit(store);
	check(failures_since(store, key, NOW, &failures, &err));
	check_int(failures.count, 3);
	check_int(failures.oldest, NOW + 10);
	check(failures_since(store, other, NOW - 1, &failures, &err) && failures.count == 1);
	begun(store);
	check(failures_clear(store, key, &err));
	check(failure_add(store, key, NOW + INT64_C(91) * 24 * HOUR, &err));
	commit(store);
	check(failures_since(store, key, 0, &failures, &err) && failures.count == 1);
	check_int(number(store, "SELECT count(*) FROM account_failure"), 1);      /* 90 days */
	store_close(store);
}

/* A copy of the store lets nobody in: no secret stands in it. */
static void
the_store_holds_no_secret_of_a_session_token_or_link(struct arena *perm)
{
	Str path = fresh_path("accounts.db", perm);
	struct store *store = opened(path);
	struct account account = saved(store, an_account(S("copy@example.gov.uk")), perm);
	begin_session(store, account.ref, "COOKIE-IN-CLEAR", NOW, perm);
	made_token(store, account.ref, "TOKEN-IN-CLEAR", perm);
	make_link(store, account.ref, LINK_PASSWORD, "LINK-IN-CLEAR", perm);
	store_close(store);
	if (on_postgres)
		return;
	check(system(str_c(str_format(perm, "grep -q IN-CLEAR %.*s", STR_ARG(path)), perm)) != 0);
	check_int(system(str_c(str_format(perm, "grep -q copy@example %.*s", STR_ARG(path)), perm)), 0);
}

/* ---- two at once ----------------------------------------------------------------------------- */

static void
add_accounts(Str path, int writer, int count, struct arena *perm)
{
	struct error err = { "" };
	struct store *store = store_open(path, &err);
	bool well = store != NULL;
	for (int i = 0; well && i < count; i++) {
		struct arena scratch = *perm;
		struct account account = an_account(str_format(&scratch, "w%d-%d@example.gov.uk", writer, i));
		well = accounts_begin(store, &err) && account_save(store, &account, CLERK, &scratch, &err)
			&& store_commit(store, &err);
	}
	if (!well)
		fprintf(stderr, "writer %d: %s\n", writer, err.text);
	store_close(store);
	_exit(well ? 0 : 1);
}

static void
two_who_add_accounts_at_once_wait_for_each_other(struct arena *perm)
{
	enum { WRITERS = 2, EACH = 25 };
	Str path = fresh_path("accounts.db", perm);
	store_close(opened(path));
	pid_t children[WRITERS];
	fflush(stdout);
	for (int w = 0; w < WRITERS; w++)
		if ((children[w] = fork()) == 0)
			add_accounts(path, w, EACH, perm);
	for (int w = 0; w < WRITERS; w++) {
		int status = -1;
		check(waitpid(children[w], &status, 0) == children[w] && status == 0);
	}
	struct store *store = opened(path);
	struct error err = { "" };
	struct audit_verdict verdict;
	check_int(number(store, "SELECT count(*) FROM account"), WRITERS * EACH);
	check(audit_verify(store, S(""), &verdict, perm, &err) && verdict.sound);
	check_int(verdict.entries, WRITERS * EACH);
	store_close(store);
}

int
main(void)
{
	if (!stores_begin())
		return 1;
	run_on_both(a_new_store_has_no_accounts);
	run_on_both(an_account_reads_as_it_was_saved);
	run_on_both(an_address_belongs_to_one_account);
	run_on_both(each_change_of_an_account_is_an_entry);
	run_on_both(a_session_leads_to_a_viewer_with_todays_grants);
	run_on_both(a_session_lasts_eight_hours);
	run_on_both(a_session_never_outlives_what_it_was_begun_with);
	run_on_both(a_disabled_account_is_nobody_whatever_rows_are_left);
	run_on_both(a_token_has_the_rights_its_account_has_now);
	run_on_both(a_token_ends_by_its_owner_and_with_the_account);
	run_on_both(a_link_is_good_once_and_for_a_time);
	run_on_both(a_totp_step_is_used_once_and_never_an_earlier_one);
	run_on_both(a_browser_is_known_to_one_account);
	run_on_both(failures_are_counted_within_a_time);
	run_on_both(the_store_holds_no_secret_of_a_session_token_or_link);
	run_on_both(two_who_add_accounts_at_once_wait_for_each_other);
	check(stores_end());
	return tests_end();
}
