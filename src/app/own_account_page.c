/* own_account_page.c: one's own account: duties, password, second factor, tokens. */
#include "app/account_pages.h"

#include "app/account_parts.h"
#include "app/instant.h"

/* What a form of the page came to, shown over it. */
struct tidings { struct said said; Str form; Str secret; };

static bool
is_news_of(const struct tidings *news, const char *form)
{
	return str_equal(news->form, str_of(form)) && news->said.outcome != DONE;
}

/* Where a duty is done: the page to open first. */
static Str
page_of_duty(const struct grant *grant, const struct viewer *viewer, struct arena *perm)
{
	if (str_equal(grant->authority, S(MACHINE)) || grant->duty == DUTY_SYSADMIN)
		return S("/accounts");
	if (grant->scope == SCOPE_REGION)
		return str_format(perm, "/regions/%.*s", STR_ARG(grant->authority));
	if (grant->duty == DUTY_DPO)
		return str_format(perm, "/authorities/%.*s/audit", STR_ARG(grant->authority));
	if (grant->scope == SCOPE_SELF)
		return str_format(perm, "/authorities/%.*s/people/%.*s", STR_ARG(grant->authority), STR_ARG(viewer->person));
	return str_format(perm, "/authorities/%.*s/establishment%s%.*s", STR_ARG(grant->authority),
	                  grant->unit.len ? "?unit=" : "", STR_ARG(grant->unit));
}

static void
add_duties(struct document *doc, const struct viewer *viewer, const struct world *world)
{
	struct run *items = new(doc->arena, GRANTS_MOST, struct run);
	document_heading(doc, 2, S("What you are trusted with"), S("duties"));
	for (int g = 0; g < viewer->grant_count; g++)
		items[g] = (struct run){ .text = grant_words(&viewer->grants[g], world, doc->arena),
			.href = page_of_duty(&viewer->grants[g], viewer, doc->arena) };
	if (viewer->grant_count)
		document_runs(doc, BLOCK_LIST, items, viewer->grant_count);
	else
		document_paragraph(doc, S("Nothing yet. Whoever keeps the accounts of your council can give you duties."));
}

static void
add_password(struct document *doc, const struct tidings *news)
{
	struct arena *perm = doc->arena;
	struct form *form = form_made(perm, S("/account/password"));
	document_heading(doc, 2, S("Password"), S("password"));
	form->error = is_news_of(news, "password") ? news->said.words : S("");
	form_input(form, perm, (struct input){ .kind = INPUT_PASSWORD, .name = S("old"), .label = S("Present password"),
		.width = 30, .autocomplete = S("current-password") });
	form_input(form, perm, (struct input){ .kind = INPUT_PASSWORD, .name = S("new"), .label = S("New password"),
		.hint = S("At least 12 characters"), .width = 30, .autocomplete = S("new-password") });
	form_button(form, perm, (struct button){ .words = S("Change password"), .tone = BUTTON_SECOND });
	document_form(doc, form);
}

static void
add_totp_off(struct document *doc, struct form *form)
{
	document_paragraph(doc, S("It is on: signing in asks for a code from your authenticator app."));
	form_input(form, doc->arena, (struct input){ .kind = INPUT_PASSWORD, .name = S("password"),
		.label = S("Present password"), .width = 30, .autocomplete = S("current-password") });
	form_button(form, doc->arena, (struct button){ .words = S("Turn off"), .name = S("do"), .value = S("off"),
	                                               .tone = BUTTON_WARNING });
}

/* "ABCD EFGH": read out and typed by a person, and folded on a narrow screen. */
static Str
in_fours(Str key, struct arena *perm)
{
	struct text words = text_new(perm);
	for (ptrdiff_t i = 0; i < key.len; i++)
		text_format(&words, "%s%c", i && i % 4 == 0 ? " " : "", key.at[i]);
	return text_str(&words);
}

static void
add_totp_on(struct document *doc, struct form *form, const struct front *front, const struct ask *ask)
{
	struct totp_offer offer = { 0 };
	Str key = ask_sent(ask, S("key"));
	if (key.len == 0 && own_totp_offer(front, ask->door->seen, &offer).outcome == DONE)
		key = offer.key;
	struct run *runs = new(doc->arena, 2, struct run);
	runs[0] = (struct run){ .text = S("Add this key to an authenticator app, then write the code it shows. Key: ") };
	runs[1] = (struct run){ .text = in_fours(key, doc->arena), .strong = true };
	document_runs(doc, BLOCK_PARAGRAPH, runs, 2);
	form_input(form, doc->arena, (struct input){ .kind = INPUT_HIDDEN, .name = S("key"), .value = key });
	form_input(form, doc->arena, (struct input){ .name = S("code"), .label = S("Code"), .width = 10, .numeric = true,
		.autocomplete = S("one-time-code") });
	form_button(form, doc->arena, (struct button){ .words = S("Turn on"), .name = S("do"), .value = S("on"),
	                                               .tone = BUTTON_SECOND });
}

static void
add_totp(struct document *doc, const struct front *front, const struct ask *ask, const struct account *account,
         const struct tidings *news)
{
	struct form *form = form_made(doc->arena, S("/account/totp"));
	document_heading(doc, 2, S("Second factor"), S("totp"));
	form->error = is_news_of(news, "totp") ? news->said.words : S("");
	if (account->has_totp)
		add_totp_off(doc, form);
	else
		add_totp_on(doc, form, front, ask);
	document_form(doc, form);
}

static const struct column token_columns[] = {
	{ .name = STR("token"), .title = STR("Token") },     { .name = STR("for"), .title = STR("What for") },
	{ .name = STR("ends"), .title = STR("Ends") },       { .name = STR("used"), .title = STR("Last used") },
	{ .name = STR("state"), .title = STR("State") },
};

static Str
day_or_never(int64_t at, struct arena *perm)
{
	return at ? instant_day(at, perm) : S("never");
}

/* The tokens, and a form to end each that has not. */
static void
add_token_list(struct document *doc, const struct front *front, const struct ask *ask)
{
	struct token_row *tokens;
	struct rows_made rows = { 0 };
	int count = 0;
	struct error err;
	if (!own_tokens(front, ask->door->seen, &tokens, &count, &err) || count == 0)
		return;
	struct form *form = form_made(doc->arena, S("/account/token-end"));
	for (int i = 0; i < count; i++) {
		struct cell *cells = rows_push(&rows, countof(token_columns), doc->arena);
		bool over = tokens[i].ended || tokens[i].ends_at <= ask->now;
		cells[0] = cell_text(tokens[i].ref);
		cells[1] = cell_text(tokens[i].title);
		cells[2] = cell_text(day_or_never(tokens[i].ends_at, doc->arena));
		cells[3] = cell_text(day_or_never(tokens[i].used_at, doc->arena));
		cells[4] = cell_text(over ? S("Ended") : S("Good"));
		if (!over)
			form_button(form, doc->arena, (struct button){ .name = S("token-ref"), .value = tokens[i].ref,
				.words = str_format(doc->arena, "End %.*s", STR_ARG(tokens[i].ref)), .tone = BUTTON_WARNING });
	}
	document_table(doc, table_of(S("tokens"), S("Your tokens"), token_columns, countof(token_columns), rows, doc->arena));
	if (form->button_count)
		document_form(doc, form);
}

static void
add_tokens(struct document *doc, const struct front *front, const struct ask *ask, const struct tidings *news)
{
	struct arena *perm = doc->arena;
	struct form *form = form_made(perm, S("/account/token"));
	document_heading(doc, 2, S("Tokens for programs"), S("tokens"));
	document_paragraph(doc, S("A program that sends a token in the header \u201cAuthorization: Bearer\u201d may read and "
		"change what you may. Everything it does is told to the audit as yours."));
	add_token_list(doc, front, ask);
	form->error = is_news_of(news, "token") ? news->said.words : S("");
	form_input(form, perm, (struct input){ .name = S("title"), .label = S("What is it for?"), .width = 30,
		.value = ask_sent(ask, S("title")) });
	form_input(form, perm, (struct input){ .name = S("days"), .label = S("For how many days?"), .width = 3,
		.numeric = true, .hint = S("1 to 366"), .value = ask->sent ? ask_sent(ask, S("days")) : S("90") });
	form_button(form, perm, (struct button){ .words = S("Make a token"), .tone = BUTTON_SECOND });
	document_form(doc, form);
}

static void
add_news(struct document *doc, const struct tidings *news)
{
	if (news->form.len == 0 || news->said.outcome != DONE)
		return;
	document_notice(doc, NOTICE_DONE, news->said.words.len ? news->said.words : S("Done."));
	if (news->secret.len == 0)
		return;
	struct run *runs = new(doc->arena, 2, struct run);
	runs[0] = (struct run){ .text = S("The token, shown this once: ") };
	runs[1] = (struct run){ .text = news->secret, .strong = true };
	document_runs(doc, BLOCK_INSET, runs, 2);
}

static struct answer
account_shown(const struct front *front, const struct world *world, const struct ask *ask, const struct tidings *news)
{
	struct account account = { 0 };
	bool found = false;
	struct error err = { "" };
	if (!account_read(front->store, ask->viewer->account, &account, &found, front->perm, &err) || !found)
		return answer_failed(S("The account cannot be read"), &err, front->perm);
	struct answer answer = answer_of(page_outcome(news->said), document_new(front->perm, account.name));
	struct document *doc = &answer.document;
	answer.wait_seconds = news->said.retry_after;
	doc->caption = S("Your account");
	add_news(doc, news);
	add_duties(doc, ask->viewer, world);
	document_form(doc, form_of_button(front->perm, S("/sign-out"), (struct button){ .words = S("Sign out"),
		.tone = BUTTON_SECOND }));
	if (account.demonstration)
		return answer;
	add_password(doc, news);
	add_totp(doc, front, ask, &account, news);
	add_tokens(doc, front, ask, news);
	return answer;
}

/* ---- what its forms do ------------------------------------------------------------------------- */

static struct said
change_password(const struct front *front, const struct ask *ask, struct answer *answer)
{
	struct signed_in in = { 0 };
	struct said said = own_password_change(front, ask->door->seen,
		&(struct new_password){ .old = ask_sent(ask, S("old")), .new = ask_sent(ask, S("new")) }, &in);
	answer->session = in.secret;
	answer->browser = in.browser;
	return said;
}

static struct said
change_totp(const struct front *front, const struct ask *ask)
{
	if (str_equal(ask_sent(ask, S("do")), S("off")))
		return own_totp_off(front, ask->door->seen, ask_sent(ask, S("password")));
	return own_totp_on(front, ask->door->seen,
	                   &(struct totp_proof){ .key = ask_sent(ask, S("key")), .code = ask_sent(ask, S("code")) });
}

static struct said
make_token(const struct front *front, const struct ask *ask, Str *secret)
{
	struct parsed_decimal days = parse_decimal(str_trim(ask_sent(ask, S("days"))), 0, false);
	bool sane = days.ok && days.micro >= 0 && days.micro < (int64_t)1000 * MICRO;
	return own_token_make(front, ask->door->seen, &(struct token_wish){ .title = ask_sent(ask, S("title")),
		.days = sane ? (int)(days.micro / MICRO) : 0 }, secret);
}

static struct answer
account_page(const struct front *front, const struct world *world, const struct ask *ask)
{
	struct tidings news = { .said = { .outcome = DONE }, .form = ask->sent ? ask->how : S("") };
	struct answer kept = { 0 };
	if (str_equal(news.form, S("password")))
		news.said = change_password(front, ask, &kept);
	else if (str_equal(news.form, S("totp")))
		news.said = change_totp(front, ask);
	else if (str_equal(news.form, S("token")))
		news.said = make_token(front, ask, &news.secret);
	else if (str_equal(news.form, S("token-end")))
		news.said = own_token_end(front, ask->door->seen, ask_sent(ask, S("token-ref")));
	else if (ask->sent)
		return answer_words(UNKNOWN, S("There is no such form"), S("Open your account page again."), front->perm);
	struct answer answer = account_shown(front, world, ask, &news);
	answer.session = kept.session;
	answer.browser = kept.browser;
	return answer;
}

struct answer
page_account(const struct world *world, const struct ask *ask, struct arena *perm)
{
	return at_front(world, ask, account_page, perm);
}
