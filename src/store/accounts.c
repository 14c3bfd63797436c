/* accounts.c: accounts and their grants, read and written. */
#include "store/accounts.h"

#include <assert.h>

#include "store/accounts_own.h"

bool
accounts_begin(struct store *store, struct error *err)
{
	return store_begin_for(store, S("accounts"), err);
}

bool
accounts_tell(struct store *store, struct told told, struct by by, struct error *err)
{
	int64_t seq;
	struct entry entry = { .at = by.at, .actor = by.actor, .action = told.action, .authority = S(""),
	                       .object = told.object, .payload = told.payload };
	return audit_add(store, &entry, &seq, err);
}

bool
accounts_number(struct store *store, const char *sql, struct args args, int64_t *number,
                struct error *err)
{
	struct rows *rows = store_query(store, sql, args, err);
	*number = 0;
	while (rows_next(rows))
		*number = row_int(rows, 0);
	return rows_end(rows, err);
}

/* ---- grants as text ------------------------------------------------------------------------------ */

static const Str scope_names[] = {
	[SCOPE_SELF] = STR("self"), [SCOPE_UNIT] = STR("unit"), [SCOPE_AUTHORITY] = STR("authority"),
	[SCOPE_REGION] = STR("region"),
};

Str
scope_name(enum scope scope)
{
	assert((int)scope >= 0 && (int)scope < countof(scope_names));
	return scope_names[scope];
}

static bool
scope_find(Str name, enum scope *scope)
{
	for (int i = 0; i < countof(scope_names); i++)
		if (str_equal(scope_names[i], name)) {
			*scope = (enum scope)i;
			return true;
		}
	return false;
}

Str
grant_text(const struct grant *grant, struct arena *perm)
{
	Str first = date_iso(grant->when.first, perm), last = date_iso(grant->when.last, perm);
	return str_format(perm, "%.*s, %.*s %.*s%s%.*s, %.*s to %.*s",
	                  STR_ARG(duty_rows[grant->duty].name), STR_ARG(scope_name(grant->scope)),
	                  STR_ARG(grant->authority), grant->unit.len ? " " : "", STR_ARG(grant->unit),
	                  STR_ARG(first), STR_ARG(last));
}

static Str
grants_text(const struct account *account, struct arena *perm)
{
	struct text text = text_new(perm);
	if (account->grant_count == 0)
		return S("none");
	for (int i = 0; i < account->grant_count; i++) {
		text_add(&text, i ? S("; ") : S(""));
		text_add(&text, grant_text(&account->grants[i], perm));
	}
	return text_str(&text);
}

/* ---- reading ------------------------------------------------------------------------------------- */

static const char NONE_SQL[] =
	"SELECT count(*) FROM account WHERE password_hash IS NOT NULL"
	" OR (demonstration = 1 AND active = 1)";
static const char COUNT_SQL[] = "SELECT count(*) FROM account";
static const char LIST_SQL[] = "SELECT " ACCOUNT_COLUMNS " FROM account AS a ORDER BY a.ref";
static const char ONE_SQL[] =
	"SELECT " ACCOUNT_COLUMNS " FROM account AS a WHERE a.ref = $1 OR a.email = $2 ORDER BY a.ref";
static const char GRANTS_SQL[] =
	"SELECT duty, scope, authority, unit, from_day, to_day"
	"  FROM account_grant WHERE account = $1 ORDER BY number";

bool
accounts_none(struct store *store, bool *none, struct error *err)
{
	int64_t count;
	bool read = accounts_number(store, NONE_SQL, (struct args){ 0 }, &count, err);
	*none = read && count == 0;
	return read;
}

struct account
account_of_row(const struct rows *rows, struct arena *perm)
{
	return (struct account){
		.ref = row_text(rows, 0, perm), .email = row_text(rows, 1, perm),
		.name = row_text(rows, 2, perm), .person = row_text(rows, 3, perm),
		.authority_of_person = row_text(rows, 4, perm), .active = row_int(rows, 5) != 0,
		.demonstration = row_int(rows, 6) != 0, .has_password = row_int(rows, 7) != 0,
		.has_totp = row_int(rows, 8) != 0, .created_at = row_int(rows, 9),
		.last_seen_at = row_int(rows, 10) };
}

/* A duty that this program does not know gives nothing. */
static bool
grant_of_row(const struct rows *rows, struct grant *grant, struct arena *perm)
{
	*grant = (struct grant){ .authority = row_text(rows, 2, perm), .unit = row_text(rows, 3, perm) };
	return duty_find(row_arg(rows, 0).text, &grant->duty)
		&& scope_find(row_arg(rows, 1).text, &grant->scope)
		&& date_parse(row_arg(rows, 4).text, &grant->when.first)
		&& date_parse(row_arg(rows, 5).text, &grant->when.last);
}

bool
account_read_grants(struct store *store, struct account *account, struct arena *perm,
                    struct error *err)
{
	account->grant_count = 0;
	struct rows *rows = store_query(store, GRANTS_SQL, args(arg_text(account->ref)), err);
	while (rows_next(rows)) {
		struct grant grant;
		if (account->grant_count < GRANTS_MOST && grant_of_row(rows, &grant, perm))
			account->grants[account->grant_count++] = grant;
	}
	return rows_end(rows, err);
}

bool
accounts_list(struct store *store, struct account **accounts, int *count, struct arena *perm,
              struct error *err)
{
	int64_t room;
	*count = 0;
	if (!accounts_number(store, COUNT_SQL, (struct args){ 0 }, &room, err))
		return false;
	*accounts = new(perm, (ptrdiff_t)room, struct account);
	struct rows *rows = store_query(store, LIST_SQL, (struct args){ 0 }, err);
	while (rows_next(rows))
		if (*count < room)
			(*accounts)[(*count)++] = account_of_row(rows, perm);
	if (!rows_end(rows, err))
		return false;
	for (int i = 0; i < *count; i++)
		if (!account_read_grants(store, &(*accounts)[i], perm, err))
			return false;
	return true;
}

bool
account_read(struct store *store, Str ref_or_email, struct account *account, bool *found,
             struct arena *perm, struct error *err)
{
	Str email = str_lower(ref_or_email, perm);
	*found = false;
	struct rows *rows = store_query(store, ONE_SQL, args(arg_text(ref_or_email), arg_text(email)), err);
	while (rows_next(rows)) {
		*account = account_of_row(rows, perm);
		*found = true;
	}
	return rows_end(rows, err) && (!*found || account_read_grants(store, account, perm, err));
}

/* ---- writing ------------------------------------------------------------------------------------- */

static const char NEXT_SQL[] = "SELECT coalesce(max(CAST(substr(ref, 3) AS BIGINT)), 0) + 1 FROM account";
static const char ADD_SQL[] =
	"INSERT INTO account (ref, email, name, person, person_of, active, demonstration, totp_used,"
	" created_at, last_seen_at) VALUES ($1, $2, $3, $4, $5, $6, $7, 0, $8, 0)";
static const char CHANGE_SQL[] =
	"UPDATE account SET email = $2, name = $3, person = $4, person_of = $5, active = $6,"
	" demonstration = $7 WHERE ref = $1";
static const char TAKEN_SQL[] = "SELECT count(*) FROM account WHERE email = $1 AND ref <> $2";
static const char CLEAR_GRANTS_SQL[] = "DELETE FROM account_grant WHERE account = $1";
static const char ADD_GRANT_SQL[] =
	"INSERT INTO account_grant (account, number, duty, scope, authority, unit, from_day, to_day)"
	" VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";

static bool
email_free(struct store *store, const struct account *account, struct error *err)
{
	int64_t taken;
	if (!accounts_number(store, TAKEN_SQL, args(arg_text(account->email), arg_text(account->ref)),
	                     &taken, err))
		return false;
	return taken == 0 || fail(err, "another account has this e-mail address");
}

static struct arg
text_or_null(Str text)
{
	return text.len ? arg_text(text) : (struct arg){ .kind = ARG_NULL };
}

static bool
write_account(struct store *store, const struct account *account, bool added, struct by by,
              struct error *err)
{
	struct arg all[] = {
		arg_text(account->ref), text_or_null(account->email), arg_text(account->name),
		arg_text(account->person), arg_text(account->authority_of_person), arg_int(account->active),
		arg_int(account->demonstration), arg_int(by.at) };
	int count = (int)countof(all) - !added;
	return store_run(store, added ? ADD_SQL : CHANGE_SQL, (struct args){ all, count }, err);
}

static bool
write_grants(struct store *store, const struct account *account, struct arena *perm,
             struct error *err)
{
	if (!store_run(store, CLEAR_GRANTS_SQL, args(arg_text(account->ref)), err))
		return false;
	for (int i = 0; i < account->grant_count; i++) {
		const struct grant *grant = &account->grants[i];
		if (!store_run(store, ADD_GRANT_SQL,
		               args(arg_text(account->ref), arg_int(i + 1),
		                    arg_text(duty_rows[grant->duty].name), arg_text(scope_name(grant->scope)),
		                    arg_text(grant->authority), arg_text(grant->unit),
		                    arg_text(date_iso(grant->when.first, perm)),
		                    arg_text(date_iso(grant->when.last, perm))), err))
			return false;
	}
	return true;
}

/* What became of an account, for the audit: each thing that changed is an entry. */
static bool
tell_changes(struct store *store, const struct account *was, const struct account *is, struct by by,
             struct arena *perm, struct error *err)
{
	Str granted = grants_text(is, perm), before = grants_text(was, perm);
	bool other = !str_equal(was->email, is->email) || !str_equal(was->name, is->name)
		|| !str_equal(was->person, is->person)
		|| !str_equal(was->authority_of_person, is->authority_of_person);
	const struct { bool happened; struct told told; } all[] = {
		{ was->ref.len == 0, { S("account.add"), is->ref, granted } },
		{ was->ref.len > 0 && other, { S("account.change"), is->ref, S("") } },
		{ was->active && !is->active, { S("account.disable"), is->ref, S("") } },
		{ was->ref.len > 0 && !was->active && is->active, { S("account.enable"), is->ref, S("") } },
		{ was->ref.len > 0 && !str_equal(before, granted),
		  { S("account.grants"), is->ref, str_format(perm, "before: %.*s; now: %.*s", STR_ARG(before),
		                                             STR_ARG(granted)) } },
	};
	for (ptrdiff_t i = 0; i < countof(all); i++)
		if (all[i].happened && !accounts_tell(store, all[i].told, by, err))
			return false;
	return true;
}

/* Ends what no longer has the rights it was begun with. */
static bool
end_what_is_over(struct store *store, const struct account *was, const struct account *is,
                 struct arena *perm, struct error *err)
{
	if (was->ref.len == 0)
		return true;
	if (was->active && !is->active)
		return accounts_shut(store, is->ref, err);
	return str_equal(grants_text(was, perm), grants_text(is, perm))
		|| accounts_end_sessions(store, is->ref, err);
}

static bool
next_ref(struct store *store, Str *ref, struct arena *perm, struct error *err)
{
	int64_t next;
	if (!accounts_number(store, NEXT_SQL, (struct args){ 0 }, &next, err))
		return false;
	*ref = str_format(perm, "A-%06lld", (long long)next);
	return true;
}

bool
account_save(struct store *store, struct account *account, struct by by, struct arena *perm,
             struct error *err)
{
	struct account was = { 0 };
	bool found = false;
	account->email = str_lower(account->email, perm);
	if (account->ref.len > 0 && !account_read(store, account->ref, &was, &found, perm, err))
		return false;
	if (account->ref.len > 0 && !found)
		return fail(err, "there is no account %.*s", STR_ARG(account->ref));
	if (!found && !next_ref(store, &account->ref, perm, err))
		return false;
	return email_free(store, account, err) && write_account(store, account, !found, by, err)
		&& write_grants(store, account, perm, err)
		&& end_what_is_over(store, &was, account, perm, err)
		&& tell_changes(store, &was, account, by, perm, err);
}
