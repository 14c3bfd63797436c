/* account_lists.c: accounts and grants as documents. */
#include "app/account_admin_parts.h"
#include "app/views.h"

enum { ACCOUNT, EMAIL, NAME, STATE, CODES, SEEN, GRANTS, ACCOUNT_COLUMNS_SHOWN };
static const struct column account_columns[ACCOUNT_COLUMNS_SHOWN] = {
	[ACCOUNT] = { .name = STR("account"),   .title = STR("Account") },
	[EMAIL]   = { .name = STR("email"),     .title = STR("E-mail address") },
	[NAME]    = { .name = STR("name"),      .title = STR("Name") },
	[STATE]   = { .name = STR("state"),     .title = STR("State") },
	[CODES]   = { .name = STR("codes"),     .title = STR("Codes") },
	[SEEN]    = { .name = STR("last_seen"), .title = STR("Last signed in") },
	[GRANTS]  = { .name = STR("grants"),    .title = STR("Grants"), .number = true },
};

enum { NUMBER, DUTY, SCOPE, WHERE, UNIT, FIRST, LAST, GRANT_COLUMNS };
static const struct column grant_columns[GRANT_COLUMNS] = {
	[NUMBER] = { .name = STR("number"),    .title = STR("Grant"), .number = true },
	[DUTY]   = { .name = STR("duty"),      .title = STR("Duty") },
	[SCOPE]  = { .name = STR("scope"),     .title = STR("Scope") },
	[WHERE]  = { .name = STR("authority"), .title = STR("Where") },
	[UNIT]   = { .name = STR("unit"),      .title = STR("Unit") },
	[FIRST]  = { .name = STR("from"),      .title = STR("From") },
	[LAST]   = { .name = STR("to"),        .title = STR("To") },
};

struct answer
said_answer(struct said said, Str title, struct arena *perm)
{
	struct answer answer = answer_words(said.outcome, title, said.words, perm);
	answer.wait_seconds = said.retry_after;
	return answer;
}

static Str
state_of(const struct account *account)
{
	if (!account->active)
		return S("disabled");
	if (account->demonstration)
		return S("demonstration");
	return account->has_password ? S("active") : S("not used yet");
}

static Str
day_of(int64_t at, struct arena *perm)
{
	return at > 0 ? date_iso(date_at(at), perm) : S("never");
}

static void
fill_account(struct cell *cells, const struct account *account, struct arena *perm)
{
	cells[ACCOUNT] = cell_text(account->ref);
	cells[EMAIL] = cell_text(account->email);
	cells[NAME] = cell_text(account->name);
	cells[STATE] = cell_text(state_of(account));
	cells[CODES] = cell_text(account->has_totp ? S("on") : S("off"));
	cells[SEEN] = cell_text(day_of(account->last_seen_at, perm));
	cells[GRANTS] = cell_text(str_format(perm, "%d", account->grant_count));
}

struct answer
show_accounts(const struct front *front, const struct viewer *viewer)
{
	struct account *accounts;
	int count;
	struct said said = account_admin_list(front, viewer, &accounts, &count);
	if (said.outcome != DONE)
		return said_answer(said, S("Accounts cannot be shown"), front->perm);
	struct answer answer = { .outcome = DONE,
	                         .document = document_new(front->perm, S("Accounts")) };
	struct rows_made rows = { 0 };
	for (int i = 0; i < count; i++)
		fill_account(rows_push(&rows, ACCOUNT_COLUMNS_SHOWN, front->perm), &accounts[i], front->perm);
	struct table *table = table_of(S("accounts"), S("Accounts, in the order they were added"),
	                               account_columns, ACCOUNT_COLUMNS_SHOWN, rows, front->perm);
	answer.document.data = table;
	if (count == 0)
		document_paragraph(&answer.document, S("There are no accounts yet."));
	else
		document_table(&answer.document, table);
	return answer;
}

static void
fill_grant(struct cell *cells, const struct grant *grant, int number, struct arena *perm)
{
	cells[NUMBER] = cell_text(str_format(perm, "%d", number));
	cells[DUTY] = cell_text(duty_rows[grant->duty].name);
	cells[SCOPE] = cell_text(scope_name(grant->scope));
	cells[WHERE] = cell_text(grant->authority);
	cells[UNIT] = cell_text(grant->unit);
	cells[FIRST] = cell_text(date_iso(grant->when.first, perm));
	cells[LAST] = cell_text(date_iso(grant->when.last, perm));
}

struct answer
show_grants(const struct front *front, const struct viewer *viewer, Str ref_or_email)
{
	struct account account;
	struct said said = admin_begin(front, viewer, ref_or_email, &account);
	if (said.outcome != DONE)
		return said_answer(said, S("Grants cannot be shown"), front->perm);
	store_rollback(front->store);
	struct answer answer = { .outcome = DONE, .document = document_new(front->perm,
		str_format(front->perm, "Grants of %.*s", STR_ARG(account.ref))) };
	struct rows_made rows = { 0 };
	for (int g = 0; g < account.grant_count; g++)
		fill_grant(rows_push(&rows, GRANT_COLUMNS, front->perm), &account.grants[g], g + 1, front->perm);
	struct table *table = table_of(S("grants"), S("What the account is trusted with"), grant_columns,
	                               GRANT_COLUMNS, rows, front->perm);
	answer.document.data = table;
	if (account.grant_count == 0)
		document_paragraph(&answer.document, S("The account has no grants, so it sees only what is public."));
	else
		document_table(&answer.document, table);
	return answer;
}
