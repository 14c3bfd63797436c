/* account_pages_test.c: the first administrator, signing in and out, sessions that end, tokens, and
 * people of a demonstration, as a browser meets them. Abuse cases 4, 5, 6 and 7 of the threat model. */
#include "asking.h"

#include "app/account_admin.h"

enum { NOW = 1764000000 };

struct started { char folder[32]; Str path; struct site *site; Str first; };

/* A server on a new store, and the link it prints for the first administrator. */
static struct started
started(struct arena *perm)
{
	struct started it = { .folder = "/tmp/mainstay-acct-XXXXXX", .site = new(perm, 1, struct site) };
	struct error err = { "" };
	check(mkdtemp(it.folder) != NULL);
	it.path = str_format(perm, "%s/store.db", it.folder);
	check(site_open(it.site, it.path, S(""), &err));
	it.site->port = ASKING_PORT;
	struct store *store = store_open(it.path, &err);
	struct front front = { .store = store, .gate = &it.site->gate, .now = NOW, .today = london_day(NOW), .perm = perm };
	check(sign_in_first_link(&front, &it.first, &err));
	check(it.first.len > 0);
	store_close(store);
	return it;
}

static void
ended(struct started *it, struct arena *perm)
{
	site_close(it->site);
	unlink(str_c(it->path, perm));
	check_int(rmdir(it->folder), 0);
}

#define PASSWORD "lantern-orchard-seven"
#define EMAIL "ada%40example.org"

static struct browser
new_browser(struct started *it)
{
	return (struct browser){ .site = it->site, .now = NOW };
}

static void
settle_first(struct started *it, struct arena *perm)
{
	struct browser browser = new_browser(it);
	const char *link = str_c(str_format(perm, "/link/%.*s", STR_ARG(it->first)), perm);
	check_int(browse(&browser, link, perm).status, 200);
	struct reply reply = browser_post(&browser, link, S("name=Ada&email=" EMAIL "&password=" PASSWORD), perm);
	check_int(reply.status, 303);
	check_str(reply.location, S("/accounts"));
	check_int(browse(&browser, "/accounts", perm).status, 200);            /* signed in with it */
}

static struct browser
signed_in(struct started *it, struct arena *perm)
{
	struct browser browser = new_browser(it);
	check_int(browse(&browser, "/sign-in", perm).status, 200);
	check_int(browser_post(&browser, "/sign-in", S("email=" EMAIL "&password=" PASSWORD), perm).status, 303);
	check(browser.session.len > 0);
	check_int(browse(&browser, "/account", perm).status, 200);
	return browser;
}

static void
the_first_link_makes_one_administrator_and_is_used_up(struct arena *perm)
{
	struct started it = started(perm);
	struct browser browser = new_browser(&it);
	const char *link = str_c(str_format(perm, "/link/%.*s", STR_ARG(it.first)), perm);
	browse(&browser, link, perm);
	/* A short password is refused, and what was typed stands there still. */
	struct reply refused = browser_post(&browser, link, S("name=Ada&email=" EMAIL "&password=short"), perm);
	check_int(refused.status, 400);
	check(str_find(refused.body, S("ada@example.org")) > 0);
	check(str_find(refused.body, S("short")) < 0 || str_find(refused.body, S("value=\"short\"")) < 0);
	settle_first(&it, perm);
	check(browse(&browser, link, perm).status != 200);
	struct browser admin = signed_in(&it, perm);
	struct reply accounts = browse(&admin, "/accounts", perm);
	check_int(accounts.status, 200);
	check(str_find(accounts.body, S("ada@example.org")) > 0);
	ended(&it, perm);
}

static void
pages_for_people_with_an_account_lead_to_the_sign_in_page_and_back(struct arena *perm)
{
	struct started it = started(perm);
	settle_first(&it, perm);
	struct browser browser = new_browser(&it);
	struct reply reply = browse(&browser, "/account", perm);
	check_int(reply.status, 303);
	check_str(reply.location, S("/sign-in?next=%2Faccount"));
	browse(&browser, str_c(reply.location, perm), perm);
	reply = browser_post(&browser, "/sign-in", S("next=%2Faccount&email=" EMAIL "&password=" PASSWORD), perm);
	check_str(reply.location, S("/account"));
	static const char *const elsewhere[] = { "%2F%2Fevil.example", "https%3A%2F%2Fevil.example", "%2F%5Cevil.example" };
	for (int i = 0; i < countof(elsewhere); i++) {
		browse(&browser, "/sign-in", perm);
		reply = browser_post(&browser, "/sign-in", str_format(perm, "next=%s&email=ada%%40example.org&password=" PASSWORD,
		                                                     elsewhere[i]), perm);
		check_str(reply.location, S("/"));
	}
	ended(&it, perm);
}

static void
a_session_is_new_each_time_and_its_cookie_is_closed(struct arena *perm)
{
	struct started it = started(perm);
	settle_first(&it, perm);
	struct browser browser = new_browser(&it);
	browser.session = S("attacker-chosen-attacker-chosen-attacker-chosen-attacker-chosen1");
	browse(&browser, "/sign-in", perm);
	struct reply reply = browser_post(&browser, "/sign-in", S("email=" EMAIL "&password=" PASSWORD), perm);
	check(str_find(reply.cookies[0], S("attacker")) < 0);
	check(str_begins(reply.cookies[0], S("__Host-session=")));
	static const char *const parts[] = { "; Secure", "; HttpOnly", "; SameSite=Lax", "; Path=/" };
	for (int i = 0; i < countof(parts); i++)
		check(str_find(reply.cookies[0], str_of(parts[i])) > 0);
	check(str_find(reply.cookies[0], S("Domain")) < 0);
	Str first = browser.session;
	browse(&browser, "/sign-in", perm);
	browser_post(&browser, "/sign-in", S("email=" EMAIL "&password=" PASSWORD), perm);
	check(!str_equal(first, browser.session));
	struct browser old = browser;
	old.session = first;
	check_int(browse(&old, "/account", perm).status, 303);
	ended(&it, perm);
}

static void
a_session_ends_with_signing_out_with_a_new_password_and_after_eight_hours(struct arena *perm)
{
	struct started it = started(perm);
	settle_first(&it, perm);
	struct browser one = signed_in(&it, perm), other = signed_in(&it, perm), gone = one;
	check_int(browser_post(&one, "/account/password", S("old=" PASSWORD "&new=harbour-teapot-ninety"), perm).status, 200);
	check_int(browse(&other, "/account", perm).status, 303);
	check_int(browse(&one, "/account", perm).status, 200);
	gone.session = one.session;
	check_int(browser_post(&one, "/sign-out", S(""), perm).status, 303);
	check_str(one.session, S(""));
	check_int(browse(&gone, "/account", perm).status, 303);
	struct browser late = new_browser(&it);
	browse(&late, "/sign-in", perm);
	browser_post(&late, "/sign-in", S("email=" EMAIL "&password=harbour-teapot-ninety"), perm);
	late.now = NOW + 8 * 3600 - 1;
	check_int(browse(&late, "/account", perm).status, 200);
	late.now = NOW + 8 * 3600;
	check_int(browse(&late, "/account", perm).status, 303);
	ended(&it, perm);
}

static void
the_eleventh_wrong_password_waits_and_the_right_one_from_a_known_browser_does_not(struct arena *perm)
{
	struct started it = started(perm);
	settle_first(&it, perm);
	struct browser owner = signed_in(&it, perm), thief = new_browser(&it);
	browse(&thief, "/sign-in", perm);
	for (int i = 0; i < 10; i++)
		check(browser_post(&thief, "/sign-in", S("email=" EMAIL "&password=wrong-wrong-wrong"), perm).status != 303);
	struct reply reply = browser_post(&thief, "/sign-in", S("email=" EMAIL "&password=" PASSWORD), perm);
	check_int(reply.status, 429);
	check(reply.retry_seconds > 0);
	browse(&owner, "/sign-in", perm);
	check_int(browser_post(&owner, "/sign-in", S("email=" EMAIL "&password=" PASSWORD), perm).status, 303);
	ended(&it, perm);
}

static void
an_unknown_address_and_a_wrong_password_get_one_answer(struct arena *perm)
{
	struct started it = started(perm);
	settle_first(&it, perm);
	struct browser browser = new_browser(&it);
	browse(&browser, "/sign-in", perm);
	struct reply known = browser_post(&browser, "/sign-in", S("email=" EMAIL "&password=wrong-wrong-wrong"), perm);
	struct reply unknown = browser_post(&browser, "/sign-in", S("email=bob%40example.org&password=wrong-wrong-wrong"), perm);
	check_int(known.status, unknown.status);
	check_int(known.body.len - 15, unknown.body.len - 15);       /* ada@ and bob@ are as long */
	ended(&it, perm);
}

/* A form of another session, without a token, or from another site changes nothing. */
static void
a_form_of_somebody_else_is_refused(struct arena *perm)
{
	struct started it = started(perm);
	settle_first(&it, perm);
	struct browser one = signed_in(&it, perm), other = signed_in(&it, perm);
	Str own = one.token;
	one.token = other.token;
	check_int(browser_post(&one, "/sign-out", S(""), perm).status, 403);
	one.token = S("");
	check_int(browser_post(&one, "/sign-out", S(""), perm).status, 403);
	check_int(browse(&one, "/sign-out", perm).status, 405);
	one.token = own;
	check_int(browse(&one, "/account", perm).status, 200);
	ended(&it, perm);
}

static Str
shown_after(Str body, const char *words)
{
	ptrdiff_t at = str_find(body, str_of(words));
	check(at > 0);
	Str rest = str_from(body, at);
	rest = str_from(rest, str_find(rest, S("<strong>")) + 8);
	return str_cut(&rest, '<');
}

static void
a_program_with_a_token_asks_as_its_owner_until_it_ends(struct arena *perm)
{
	struct started it = started(perm);
	settle_first(&it, perm);
	struct browser browser = signed_in(&it, perm);
	struct reply made = browser_post(&browser, "/account/token", S("title=Nightly&days=30"), perm);
	check_int(made.status, 200);
	Str secret = shown_after(made.body, "shown this once");
	const char *lines = str_c(str_format(perm, ASKING_HOST "Authorization: Bearer %.*s\n", STR_ARG(secret)), perm);
	struct asked_for asked = { "GET", "/accounts.json", lines, S(""), NOW };
	struct reply reply = ask_site(it.site, asked, perm);
	check_int(reply.status, 200);
	check(str_find(reply.body, S("ada@example.org")) > 0);
	/* A program cannot make itself at home. */
	asked.method = "POST";
	asked.target = "/account/token";
	asked.body = S("title=More&days=30");
	asked.lines = str_c(str_format(perm, "%sContent-Type: application/x-www-form-urlencoded\nContent-Length: 18\n", lines), perm);
	check(ask_site(it.site, asked, perm).status >= 400);
	check(str_find(browse(&browser, "/account", perm).body, S("More")) < 0);
	/* The secret is nowhere to be seen again. */
	check(str_find(browse(&browser, "/account", perm).body, secret) < 0);
	Str page = browse(&browser, "/account", perm).body;
	Str rest = str_from(page, str_find(page, S("\nEnd ")) + 5);
	Str ref = str_trim(str_cut(&rest, '<'));
	Str end = str_format(perm, "token-ref=%.*s", STR_ARG(ref));
	check_int(browser_post(&browser, "/account/token-end", end, perm).status, 200);
	check_int(ask_site(it.site, (struct asked_for){ "GET", "/accounts.json", lines, S(""), NOW }, perm).status, 401);
	ended(&it, perm);
}

static void
nobody_gives_themselves_a_duty(struct arena *perm)
{
	struct started it = started(perm);
	settle_first(&it, perm);
	struct browser admin = signed_in(&it, perm);
	check_int(browse(&admin, "/accounts/A-000001", perm).status, 200);
	struct reply reply = browser_post(&admin, "/accounts/A-000001/grant", S("duty=hr-lead&council=walsall"), perm);
	check(reply.status >= 400);
	reply = browser_post(&admin, "/accounts", S("name=Bob&email=bob%40example.org"), perm);
	check_int(reply.status, 303);
	check_str(reply.location, S("/accounts/A-000002"));
	check_int(browse(&admin, "/accounts/A-000002", perm).status, 200);
	reply = browser_post(&admin, "/accounts/A-000002/grant", S("duty=hr-lead&council=walsall"), perm);
	check_int(reply.status, 200);
	check(str_find(reply.body, S("HR lead in Walsall")) > 0);
	reply = browser_post(&admin, "/accounts/A-000002/access", S("do=link"), perm);
	check(str_find(reply.body, S("/link/")) > 0);
	ended(&it, perm);
}

/* What a request says of its host is never in a link; what was set is. */
static void
an_invitation_begins_with_the_address_that_was_set(struct arena *perm)
{
	struct started it = started(perm);
	settle_first(&it, perm);
	struct browser admin = signed_in(&it, perm);
	browse(&admin, "/accounts", perm);
	browser_post(&admin, "/accounts", S("name=Bob&email=bob%40example.org"), perm);
	browse(&admin, "/accounts/A-000002", perm);
	Str page = browser_post(&admin, "/accounts/A-000002/access", S("do=link"), perm).body;
	check(str_find(page, S("<strong>/link/")) > 0 && str_find(page, S("--public-address")) > 0);
	check(str_find(page, S("localhost:8080")) < 0);
	it.site->public_address = S("https://workforce.walsall.gov.uk");
	page = browser_post(&admin, "/accounts/A-000002/access", S("do=link"), perm).body;
	check(str_find(page, S("<strong>https://workforce.walsall.gov.uk/link/")) > 0);
	check(str_find(page, S("--public-address")) < 0);
	ended(&it, perm);
}

/* From the first account to somebody who has a council's empty records before them, as links lead. */
static void
a_new_program_says_what_to_do_next(struct arena *perm)
{
	struct started it = started(perm);
	settle_first(&it, perm);
	struct browser admin = signed_in(&it, perm), bob = new_browser(&it);
	check(str_find(browse(&admin, "/", perm).body, S("href=\"/accounts\"")) > 0);      /* on every page */
	check(str_find(browse(&bob, "/", perm).body, S("href=\"/accounts\"")) < 0);
	check(str_find(browse(&admin, "/accounts", perm).body, S("There are three steps")) > 0);
	browser_post(&admin, "/accounts", S("name=Bob&email=bob%40example.org"), perm);
	Str page = browse(&admin, "/accounts/A-000002", perm).body;
	check(str_find(page, S("Next: give them a duty")) > 0);
	check(str_find(page, S("<option value=\"walsall\">Walsall</option>")) > 0);
	check(str_find(page, S("<option value=\"west-midlands\">")) > 0);
	check(str_find(page, S("<option value=\"cumbria\">")) < 0);            /* there is no such council now */
	page = browser_post(&admin, "/accounts/A-000002/grant", S("duty=hr-officer&council=walsall"), perm).body;
	check(str_find(page, S("Next: make an invitation link")) > 0);
	page = browser_post(&admin, "/accounts/A-000002/access", S("do=link"), perm).body;
	check(str_find(page, S("Next:")) < 0);
	Str rest = str_from(page, str_find(page, S("/link/"))), link = str_cut(&rest, '<');
	browse(&bob, str_c(link, perm), perm);
	struct reply in = browser_post(&bob, str_c(link, perm), S("password=harbour-teapot-ninety"), perm);
	check_str(in.location, S("/"));
	page = browse(&bob, "/", perm).body;
	check(str_find(page, S("href=\"/authorities/walsall/loads\">Load the first list")) > 0);
	check(str_find(page, S("href=\"/accounts\"")) < 0);
	check(str_find(browse(&admin, "/accounts", perm).body, S("There are three steps")) < 0);
	ended(&it, perm);
}

int
main(void)
{
	run(the_first_link_makes_one_administrator_and_is_used_up);
	run(pages_for_people_with_an_account_lead_to_the_sign_in_page_and_back);
	run(a_session_is_new_each_time_and_its_cookie_is_closed);
	run(a_session_ends_with_signing_out_with_a_new_password_and_after_eight_hours);
	run(the_eleventh_wrong_password_waits_and_the_right_one_from_a_known_browser_does_not);
	run(an_unknown_address_and_a_wrong_password_get_one_answer);
	run(a_form_of_somebody_else_is_refused);
	run(a_program_with_a_token_asks_as_its_owner_until_it_ends);
	run(nobody_gives_themselves_a_duty);
	run(an_invitation_begins_with_the_address_that_was_set);
	run(a_new_program_says_what_to_do_next);
	return tests_end();
}
