/* account_admin_pages.c: other people's accounts: who there is, their duties, links for passwords. */
#include "app/account_pages.h"

#include "app/account_parts.h"

/* ---- where a duty may be -------------------------------------------------------------------------- */

static bool
keeps_settings(const struct ask *ask, Str authority)
{
	return viewer_permit(ask->viewer, authority, GROUP_SETTINGS, ask->today).reach == REACH_WRITE;
}

/* Whether anybody can be given something there: a council or region of today, whose settings the viewer keeps. */
static bool
is_place(const struct ask *ask, const struct world *world, const struct area *area)
{
	const struct areas *areas = &world->published.areas;
	return area->level != COUNTRY && area->last_year == areas->at[0].last_year &&
	       (keeps_settings(ask, S(MACHINE)) || keeps_settings(ask, area->slug));
}

/* The councils, then the regions, in the order of their names. */
static int
add_places(struct pick *picks, int count, const struct ask *ask, const struct world *world, enum area_level level)
{
	const struct areas *areas = &world->published.areas;
	int first = count;
	for (int a = 0; a < areas->count; a++) {
		const struct area *area = &areas->at[a];
		int at = count;
		if (area->level != level || !is_place(ask, world, area))
			continue;
		for (; at > first && str_compare(area->name, picks[at - 1].words) < 0; at--)
			picks[at] = picks[at - 1];
		picks[at] = (struct pick){ .value = area->slug, .words = area->name };
		count++;
	}
	return count;
}

/* A list to choose from, as long as England has councils: a letter or two on the keyboard finds one. */
static struct input
place_input(const struct ask *ask, const struct world *world, Str label, bool with_regions, struct arena *perm)
{
	struct pick *picks = new(perm, world->published.areas.count + 2, struct pick);
	int count = 0;
	picks[count++] = (struct pick){ .words = S("Choose one") };
	count = add_places(picks, count, ask, world, AUTHORITY);
	int councils = count - 1;
	if (with_regions)
		count = add_places(picks, count, ask, world, REGION);
	if (with_regions && keeps_settings(ask, S(MACHINE)))
		picks[count++] = (struct pick){ .value = S(MACHINE), .words = S("The whole program, for its administrators") };
	Str only = councils == 1 ? picks[1].value : S("");
	return (struct input){ .kind = INPUT_SELECT, .name = S("council"), .label = label, .picks = picks, .pick_count = count,
		.value = ask->sent ? ask_sent(ask, S("council")) : only };
}

/* ---- all ------------------------------------------------------------------------------------- */

static const struct column account_columns[] = {
	{ .name = STR("account"), .title = STR("Account") }, { .name = STR("name"), .title = STR("Name") },
	{ .name = STR("email"), .title = STR("E-mail address") },
	{ .name = STR("duties"), .title = STR("Duties") },   { .name = STR("state"), .title = STR("State") },
};

static Str
duties_of(const struct account *account, const struct world *world, struct arena *perm)
{
	struct text words = text_new(perm);
	for (int g = 0; g < account->grant_count; g++)
		text_format(&words, "%s%.*s", g ? "; " : "", STR_ARG(grant_words(&account->grants[g], world, perm)));
	return words.len ? text_str(&words) : S("None");
}

static Str
state_of(const struct account *account)
{
	if (!account->active)
		return S("Disabled");
	if (account->demonstration)
		return S("Made up");
	return account->has_password ? S("Active") : S("Invited");
}

static struct rows_made
account_rows(const struct account *accounts, int count, const struct world *world, struct arena *perm)
{
	struct rows_made rows = { 0 };
	for (int i = 0; i < count; i++) {
		const struct account *account = &accounts[i];
		struct cell *cells = rows_push(&rows, countof(account_columns), perm);
		cells[0] = cell_link(account->ref, str_format(perm, "/accounts/%.*s", STR_ARG(account->ref)));
		cells[1] = cell_text(account->name);
		cells[2] = cell_text(account->email);
		cells[3] = cell_text(duties_of(account, world, perm));
		cells[4] = cell_text(state_of(account));
	}
	return rows;
}

static void
add_new_account(struct document *doc, const struct ask *ask, const struct world *world, struct said said)
{
	struct input council = place_input(ask, world, S("Council that keeps their own record"), false, doc->arena);
	struct arena *perm = doc->arena;
	struct form *form = form_made(perm, S("/accounts"));
	document_heading(doc, 2, S("Add an account"), S("new"));
	form->error = said.outcome == DONE ? S("") : said.words;
	form_input(form, perm, (struct input){ .name = S("name"), .label = S("Name"), .width = 30,
	                                       .value = ask_sent(ask, S("name")) });
	form_input(form, perm, (struct input){ .name = S("email"), .label = S("Work e-mail address"), .width = 30,
	                                       .value = ask_sent(ask, S("email")) });
	council.optional = true;
	council.value = ask_sent(ask, S("council"));
	council.hint = S("Only where they work there, and are to see what is held about them. Duties come next.");
	form_input(form, perm, council);
	form_input(form, perm, (struct input){ .name = S("person"), .label = S("Reference of their own record"), .width = 10,
		.optional = true, .hint = S("As that council has it, such as N-000012"), .value = ask_sent(ask, S("person")) });
	form_button(form, perm, (struct button){ .words = S("Add account") });
	document_form(doc, form);
}

/* For whoever made the first account a minute ago. */
static void
add_first_steps(struct document *doc)
{
	static const Str steps[] = {
		STR("Add an account for each person who keeps records, here below: their name and e-mail address."),
		STR("Give them a duty in their council: an HR officer loads the lists of people and posts."),
		STR("Make an invitation link and give it to them. They choose a password, and begin."),
	};
	document_paragraph(doc, S("Your account gives others their duties, and sees no records. So that nobody gives themselves "
		"a right, even you need a second account to see a council\u2019s people. There are three steps:"));
	document_list(doc, steps, countof(steps));
}

static struct answer
accounts_page(const struct front *front, const struct world *world, const struct ask *ask)
{
	struct account *accounts;
	int count = 0;
	Str ref = { 0 };
	struct said said = { .outcome = DONE };
	if (ask->sent)
		said = account_admin_add(front, ask->viewer, &(struct new_account){ .email = ask_sent(ask, S("email")),
			.name = ask_sent(ask, S("name")), .person = ask_sent(ask, S("person")),
			.authority_of_person = ask_sent(ask, S("council")) }, &ref);
	if (said.outcome == FAILED)
		return said_answer(said, S("The account was not added"), front->perm);
	struct said listed = account_admin_list(front, ask->viewer, &accounts, &count);
	if (listed.outcome != DONE)
		return said_answer(listed, S("Accounts"), front->perm);
	struct answer answer = answer_of(page_outcome(said), document_new(front->perm, S("Accounts")));
	struct document *doc = &answer.document;
	doc->address = S("/accounts");
	doc->data = table_of(S("accounts"), S("Accounts that you may manage"), account_columns,
	                     countof(account_columns), account_rows(accounts, count, world, front->perm), front->perm);
	if (count == 1)
		add_first_steps(doc);
	document_table(doc, doc->data);
	add_new_account(doc, ask, world, said);
	if (ref.len)
		answer.to = str_format(front->perm, "/accounts/%.*s", STR_ARG(ref));
	answer.added = ref.len > 0;
	return answer;
}

struct answer
page_accounts(const struct world *world, const struct ask *ask, struct arena *perm)
{
	return at_front(world, ask, accounts_page, perm);
}

/* ---- one ------------------------------------------------------------------------------------- */

static Str
account_href(const struct ask *ask, const char *form, struct arena *perm)
{
	return str_format(perm, "/accounts/%.*s%s", STR_ARG(ask->ref), form);
}

static void
add_grants(struct document *doc, const struct ask *ask, const struct account *account, const struct world *world)
{
	struct form *form = form_made(doc->arena, account_href(ask, "/grant-end", doc->arena));
	Str *items = new(doc->arena, GRANTS_MOST, Str);
	document_heading(doc, 2, S("Duties"), S("duties"));
	for (int g = 0; g < account->grant_count; g++) {
		Str number = str_format(doc->arena, "%d", g + 1);
		items[g] = str_format(doc->arena, "%d. %.*s", g + 1, STR_ARG(grant_words(&account->grants[g], world, doc->arena)));
		form_button(form, doc->arena, (struct button){ .name = S("number"), .value = number, .tone = BUTTON_SECOND,
			.words = str_format(doc->arena, "End duty %.*s", STR_ARG(number)) });
	}
	if (account->grant_count == 0) {
		document_paragraph(doc, S("None: they can sign in, and see what is open to everybody."));
		return;
	}
	document_list(doc, items, account->grant_count);
	document_form(doc, form);
}

static void
add_new_grant(struct document *doc, const struct ask *ask, const struct world *world, Str error)
{
	struct arena *perm = doc->arena;
	struct form *form = form_made(perm, account_href(ask, "/grant", perm));
	struct pick *duties = new(perm, DUTIES, struct pick);
	for (int d = 0; d < DUTIES; d++)
		duties[d] = (struct pick){ .value = duty_rows[d].name, .words = duty_rows[d].title, .hint = duty_rows[d].does };
	form->legend = S("Give a duty");
	form->error = error;
	form_input(form, perm, (struct input){ .kind = INPUT_RADIOS, .name = S("duty"), .label = S("Duty"),
		.picks = duties, .pick_count = DUTIES, .value = ask_sent(ask, S("duty")) });
	form_input(form, perm, place_input(ask, world, S("Council or region"), true, perm));
	form_input(form, perm, (struct input){ .name = S("unit"), .label = S("Unit"), .width = 10, .optional = true,
		.hint = S("For managers: as it is called in the records, or its reference, such as U-000004"), .value = ask_sent(ask, S("unit")) });
	form_input(form, perm, (struct input){ .kind = INPUT_DATE, .name = S("first"), .label = S("From"), .optional = true,
		.hint = S("Today unless said"), .value = ask_sent(ask, S("first")) });
	form_input(form, perm, (struct input){ .kind = INPUT_DATE, .name = S("last"), .label = S("Last day"), .optional = true,
		.hint = S("Open unless said"), .value = ask_sent(ask, S("last")) });
	form_button(form, perm, (struct button){ .words = S("Give this duty") });
	document_form(doc, form);
}

static void
add_access(struct document *doc, const struct ask *ask, const struct account *account)
{
	struct arena *perm = doc->arena;
	struct form *form = form_made(perm, account_href(ask, "/access", perm));
	document_heading(doc, 2, S("Access"), S("access"));
	form_button(form, perm, (struct button){ .name = S("do"), .value = S("link"),
		.tone = account->has_password || account->grant_count == 0 ? BUTTON_SECOND : BUTTON_MAIN,
		.words = account->has_password ? S("Make a link for a new password") : S("Make an invitation link") });
	form_button(form, perm, account->active
		? (struct button){ .name = S("do"), .value = S("disable"), .words = S("Disable this account"), .tone = BUTTON_WARNING }
		: (struct button){ .name = S("do"), .value = S("enable"), .words = S("Enable this account"), .tone = BUTTON_SECOND });
	document_form(doc, form);
}

/* What a form came to: words, and the secret of a link when one was made. */
struct act_done { struct said said; Str link; };

static struct act_done
act_on_account(const struct front *front, const struct world *world, const struct ask *ask)
{
	struct act_done done = { .said = { .outcome = UNKNOWN, .words = S("There is no such form.") } };
	Str what = ask_sent(ask, S("do"));
	if (str_equal(ask->how, S("grant")))
		done.said = account_admin_grant(front, ask->viewer, ask->ref, &(struct grant_wish){
			.duty = ask_sent(ask, S("duty")), .authority = ask_sent(ask, S("council")), .unit = ask_sent(ask, S("unit")),
			.first = ask_sent(ask, S("first")), .last = ask_sent(ask, S("last")) }, &world->published.areas);
	else if (str_equal(ask->how, S("grant-end"))) {
		struct parsed_decimal number = parse_decimal(ask_sent(ask, S("number")), 0, false);
		bool sane = number.ok && number.micro > 0 && number.micro <= (int64_t)GRANTS_MOST * MICRO;
		done.said = account_admin_grant_end(front, ask->viewer, ask->ref, sane ? (int)(number.micro / MICRO) : 0);
	} else if (str_equal(ask->how, S("access")) && str_equal(what, S("link")))
		done.said = account_admin_link(front, ask->viewer, ask->ref, &done.link);
	else if (str_equal(ask->how, S("access")) && str_equal(what, S("disable")))
		done.said = account_admin_disable(front, ask->viewer, ask->ref);
	else if (str_equal(ask->how, S("access")) && str_equal(what, S("enable")))
		done.said = account_admin_enable(front, ask->viewer, ask->ref);
	return done;
}

/* The host is the one that was set, never one that a request said: else whoever can send a request in
 * somebody's name could have the link go by a place of theirs. */
static void
add_link(struct document *doc, const struct ask *ask, Str secret)
{
	struct run *runs = new(doc->arena, 3, struct run);
	Str place = ask->door->public_address;
	if (secret.len == 0)
		return;
	runs[0] = (struct run){ .text = S("Give them this address by a way you trust, and nobody else. It works once: ") };
	runs[1] = (struct run){ .strong = true,
		.text = str_format(doc->arena, "%.*s" LINK_ADDRESS "%.*s", STR_ARG(place), STR_ARG(secret)) };
	runs[2] = (struct run){ .text = S(" Before it belongs what your browser shows at the top of this page, up to "
		"\u201c/accounts\u201d. When the program is started with --public-address, it stands there already.") };
	document_runs(doc, BLOCK_INSET, runs, place.len ? 2 : 3);
}

/* What is left to do before they can begin. */
static void
add_next_step(struct document *doc, const struct account *account, bool link_made)
{
	bool duty = account->grant_count > 0;
	if (account->has_password || !account->active || account->demonstration || link_made)
		return;
	document_paragraph(doc, duty
		? S("Next: make an invitation link, under Access, and give it to them. Before they have used it, they cannot sign in.")
		: S("Next: give them a duty. Then make an invitation link, under Access, and give it to them."));
}

static const struct account *
account_among(const struct account *accounts, int count, Str ref)
{
	for (int i = 0; i < count; i++)
		if (str_equal(accounts[i].ref, ref))
			return &accounts[i];
	return NULL;
}

static struct answer
one_account_page(const struct front *front, const struct world *world, const struct ask *ask)
{
	struct account *accounts;
	int count = 0;
	struct act_done done = { .said = { .outcome = DONE } };
	if (ask->sent)
		done = act_on_account(front, world, ask);
	struct said listed = account_admin_list(front, ask->viewer, &accounts, &count);
	const struct account *account = listed.outcome == DONE ? account_among(accounts, count, ask->ref) : NULL;
	if (!account)
		return answer_words(UNKNOWN, S("There is no such account for you"),
			S("The list of accounts has those that you may manage."), front->perm);
	struct answer answer = answer_of(page_outcome(done.said), document_new(front->perm, account->name));
	struct document *doc = &answer.document;
	bool refused = done.said.outcome != DONE;
	doc->caption = S("Account");
	doc->period = str_format(front->perm, "%.*s, %.*s", STR_ARG(account->email), STR_ARG(state_of(account)));
	if (ask->sent && !refused)
		document_notice(doc, NOTICE_DONE, done.said.words.len ? done.said.words : S("Done."));
	if (refused && !str_equal(ask->how, S("grant")))
		document_notice(doc, NOTICE_KNOW, done.said.words);
	add_link(doc, ask, done.link);
	add_next_step(doc, account, done.link.len > 0);
	add_grants(doc, ask, account, world);
	if (account->grant_count)
		add_access(doc, ask, account);
	add_new_grant(doc, ask, world, refused && str_equal(ask->how, S("grant")) ? done.said.words : S(""));
	if (account->grant_count == 0)
		add_access(doc, ask, account);
	return answer;
}

struct answer
page_account_of(const struct world *world, const struct ask *ask, struct arena *perm)
{
	return at_front(world, ask, one_account_page, perm);
}
