/* account_pages.c: signing in and out, and one-time links. */
#include "app/account_pages.h"

#include "app/account_parts.h"
#include "app/demonstration.h"

/* ---- in -------------------------------------------------------------------------------------- */

/* A path of ours to go on to, or the start, which has one's places: never an address of somebody else's. */
static Str
next_of(const struct ask *ask)
{
	Str next = ask->sent ? sents_find(ask->sent, S("next")) : ask->next;
	bool ours = str_begins(next, S("/")) && !str_begins(next, S("//")) && str_find(next, S("\\")) < 0;
	return ours ? next : S("/");
}

static struct form *
sign_in_form(const struct ask *ask, struct arena *perm)
{
	struct form *form = form_made(perm, S("/sign-in"));
	form_input(form, perm, (struct input){ .kind = INPUT_HIDDEN, .name = S("next"), .value = next_of(ask) });
	form_input(form, perm, (struct input){ .name = S("email"), .label = S("E-mail address"), .width = 30,
		.value = ask_sent(ask, S("email")), .autocomplete = S("username") });
	form_input(form, perm, (struct input){ .kind = INPUT_PASSWORD, .name = S("password"),
		.label = S("Password"), .width = 30, .autocomplete = S("current-password") });
	form_input(form, perm, (struct input){ .name = S("code"), .label = S("Code from your authenticator app"),
		.hint = S("Six figures, if you turned this on"), .width = 10, .numeric = true, .optional = true,
		.autocomplete = S("one-time-code") });
	form_button(form, perm, (struct button){ .words = S("Sign in") });
	return form;
}

/* What an account of a demonstration is for, from its first duty. */
static Str
persona_words(const struct account *account, struct arena *perm)
{
	if (account->grant_count == 0)
		return account->name;
	const struct duty_row *duty = &duty_rows[account->grants[0].duty];
	return str_format(perm, "%.*s: %.*s", STR_ARG(account->name), STR_ARG(duty->does));
}

/* Accounts without a password that could sign in (sign_in_demonstration): none, unless every council here
 * is made up. */
static bool
personas(const struct front *front, struct account **found, int *count, struct error *err)
{
	struct account *accounts;
	int all = 0;
	bool made_up = false;
	*count = 0;
	if (!councils_made_up(front->store, &made_up, front->perm, err) ||
	    !accounts_list(front->store, &accounts, &all, front->perm, err))
		return false;
	for (int i = 0; i < all && made_up; i++)
		if (accounts[i].demonstration && accounts[i].active)
			accounts[(*count)++] = accounts[i];
	*found = accounts;
	return true;
}

/* Made-up people anybody may be, where every council in the store is made up. */
static void
add_personas(struct document *doc, const struct front *front, const struct ask *ask)
{
	struct account *accounts;
	int count = 0;
	struct error err;
	if (!personas(front, &accounts, &count, &err) || count == 0)
		return;
	struct pick *picks = new(front->perm, count, struct pick);
	for (int i = 0; i < count; i++)
		picks[i] = (struct pick){ .value = accounts[i].ref, .words = persona_words(&accounts[i], front->perm) };
	struct form *form = form_made(front->perm, S("/sign-in"));
	form_input(form, front->perm, (struct input){ .kind = INPUT_HIDDEN, .name = S("next"), .value = next_of(ask) });
	form_input(form, front->perm, (struct input){ .kind = INPUT_RADIOS, .name = S("persona"),
		.label = S("Look round as"), .picks = picks, .pick_count = count, .value = accounts[0].ref });
	form_button(form, front->perm, (struct button){ .words = S("Go in") });
	document_heading(doc, 2, S("Try it with made-up people"), S("try"));
	document_paragraph(doc, S("The councils in this program are made up. You need no account: choose whose eyes "
		"to look through. Each sees what their duties open."));
	document_form(doc, form);
}

static struct answer
sign_in_shown(const struct front *front, const struct ask *ask, struct said said)
{
	struct answer answer = answer_of(page_outcome(said), document_new(front->perm, S("Sign in")));
	struct document *doc = &answer.document;
	struct form *form = sign_in_form(ask, front->perm);
	form->error = said.words;
	answer.wait_seconds = said.retry_after;
	add_personas(doc, front, ask);
	if (doc->block_count)
		document_heading(doc, 2, S("With an account"), S("account"));
	document_form(doc, form);
	document_paragraph(doc, S("No account, or the password is forgotten? Whoever keeps the accounts of your "
		"council can send you a link."));
	return answer;
}

static struct answer
come_in(const struct front *front, const struct ask *ask)
{
	struct signed_in in = { 0 };
	Str persona = ask_sent(ask, S("persona"));
	struct attempt attempt = { .email = ask_sent(ask, S("email")), .password = ask_sent(ask, S("password")),
		.code = ask_sent(ask, S("code")), .address = ask->door->address, .browser = ask->door->browser,
		.session = ask->door->session };
	struct said said = persona.len
		? sign_in_demonstration(front, persona, ask->door->session, &in)
		: sign_in(front, &attempt, &in);
	if (said.outcome != DONE)
		return sign_in_shown(front, ask, said);
	struct answer answer = answer_of(DONE, document_new(front->perm, S("You are signed in")));
	answer.to = next_of(ask);
	answer.session = in.secret;
	answer.browser = in.browser;
	return answer;
}

static struct answer
sign_in_page(const struct front *front, const struct world *world, const struct ask *ask)
{
	(void)world;
	return ask->sent ? come_in(front, ask) : sign_in_shown(front, ask, (struct said){ .outcome = DONE });
}

struct answer
page_sign_in(const struct world *world, const struct ask *ask, struct arena *perm)
{
	return at_front(world, ask, sign_in_page, perm);
}

/* ---- out ------------------------------------------------------------------------------------- */

static struct answer
go_out(const struct front *front, const struct world *world, const struct ask *ask)
{
	(void)world;
	struct said said = sign_out(front, ask->door->seen, ask->door->session);
	struct answer answer = said_answer(said, S("Sign out"), front->perm);
	if (said.outcome == DONE) {
		answer.to = S("/");
		answer.session = S("-");
	}
	return answer;
}

struct answer
page_sign_out(const struct world *world, const struct ask *ask, struct arena *perm)
{
	return at_front(world, ask, go_out, perm);
}

/* ---- links ----------------------------------------------------------------------------------- */

static const Str link_titles[LINK_PURPOSES] = {
	[LINK_FIRST] = STR("Set up the first account"),
	[LINK_INVITATION] = STR("Welcome: choose a password"),
	[LINK_PASSWORD] = STR("Choose a new password"),
};

static struct answer
link_shown(const struct front *front, const struct ask *ask, const struct link_shown *link, struct said said)
{
	struct answer answer = answer_of(page_outcome(said), document_new(front->perm, link_titles[link->purpose]));
	struct arena *perm = front->perm;
	struct form *form = form_made(perm, str_format(perm, LINK_ADDRESS "%.*s", STR_ARG(ask->ref)));
	bool first = link->purpose == LINK_FIRST;
	form->error = said.outcome == DONE ? S("") : said.words;
	document_paragraph(&answer.document, first
		? S("This account keeps accounts and settings, and sees nobody\u2019s record. It gives others their duties.")
		: str_format(perm, "For %.*s, who signs in as %.*s.", STR_ARG(link->name), STR_ARG(link->email)));
	if (first) {
		form_input(form, perm, (struct input){ .name = S("name"), .label = S("Your name"), .width = 30,
			.value = ask_sent(ask, S("name")), .autocomplete = S("name") });
		form_input(form, perm, (struct input){ .name = S("email"), .label = S("E-mail address"), .width = 30,
			.value = ask_sent(ask, S("email")), .autocomplete = S("username") });
	}
	form_input(form, perm, (struct input){ .kind = INPUT_PASSWORD, .name = S("password"), .label = S("Password"),
		.hint = S("At least 12 characters. Three or four words that nobody would put together are good."),
		.width = 30, .autocomplete = S("new-password") });
	form_button(form, perm, (struct button){ .words = S("Save and sign in") });
	document_form(&answer.document, form);
	return answer;
}

static struct answer
link_page(const struct front *front, const struct world *world, const struct ask *ask)
{
	(void)world;
	struct link_shown link = { 0 };
	struct said said = sign_in_link_look(front, ask->ref, &link);
	if (said.outcome != DONE)
		return said_answer(said, S("That link is no longer good"), front->perm);
	if (!ask->sent)
		return link_shown(front, ask, &link, said);
	struct signed_in in;
	said = sign_in_link_settle(front, ask->ref, &(struct settling){ .email = ask_sent(ask, S("email")),
		.name = ask_sent(ask, S("name")), .password = ask_sent(ask, S("password")),
		.session = ask->door->session }, &in);
	if (said.outcome != DONE)
		return link_shown(front, ask, &link, said);
	struct answer answer = said_answer(said, S("Saved"), front->perm);
	Str within = link.purpose == LINK_FIRST ? S("/accounts") : S("/");
	answer.to = in.secret.len ? within : S("/sign-in");
	answer.session = in.secret;
	answer.browser = in.browser;
	return answer;
}

struct answer
page_link(const struct world *world, const struct ask *ask, struct arena *perm)
{
	return at_front(world, ask, link_page, perm);
}
