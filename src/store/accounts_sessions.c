/* accounts_sessions.c: sessions, API tokens and browsers: secrets that lead to an account. */
#include "store/accounts_own.h"

/* ---- ending -------------------------------------------------------------------------------------- */

static const char END_SESSIONS_SQL[] = "DELETE FROM account_session WHERE account = $1";

bool
accounts_end_sessions(struct store *store, Str ref, struct error *err)
{
	return store_run(store, END_SESSIONS_SQL, args(arg_text(ref)), err);
}

bool
accounts_shut(struct store *store, Str ref, struct error *err)
{
	static const char *const ways[] = {
		"DELETE FROM account_link WHERE account = $1",
		"DELETE FROM account_browser WHERE account = $1",
		"UPDATE account_token SET ended = 1 WHERE account = $1",
	};
	for (ptrdiff_t i = 0; i < countof(ways); i++)
		if (!store_run(store, ways[i], args(arg_text(ref)), err))
			return false;
	return accounts_end_sessions(store, ref, err);
}

/* ---- sessions ------------------------------------------------------------------------------------ */

static const char OVER_SQL[] = "DELETE FROM account_session WHERE ends_at <= $1";
static const char BEGIN_SQL[] =
	"INSERT INTO account_session (secret_hash, account, form_token, began_at, ends_at)"
	" VALUES ($1, $2, $3, $4, $5)";
static const char SEEN_SQL[] = "UPDATE account SET last_seen_at = $2 WHERE ref = $1";
static const char WHOSE_SQL[] =
	"SELECT account FROM account_session WHERE secret_hash = $1 ORDER BY secret_hash";
static const char END_SQL[] = "DELETE FROM account_session WHERE secret_hash = $1";

bool
session_begin(struct store *store, const struct beginning *beginning, int64_t now,
              struct error *err)
{
	Str ref = beginning->account;
	return store_run(store, OVER_SQL, args(arg_int(now)), err)
		&& store_run(store, BEGIN_SQL,
		             args(arg_text(beginning->secret_hash), arg_text(ref),
		                  arg_text(beginning->form_token), arg_int(now),
		                  arg_int(beginning->ends_at)), err)
		&& store_run(store, SEEN_SQL, args(arg_text(ref), arg_int(now)), err)
		&& accounts_tell(store, (struct told){ S("sign-in"), ref, beginning->how },
		                 (struct by){ ref, now }, err);
}

bool
session_end(struct store *store, Str secret_hash, struct by by, struct error *err)
{
	char ref[32] = "";
	struct rows *rows = store_query(store, WHOSE_SQL, args(arg_text(secret_hash)), err);
	while (rows_next(rows)) {
		Str whose = row_arg(rows, 0).text;
		for (ptrdiff_t i = 0; i < whose.len && i < (ptrdiff_t)sizeof ref - 1; i++)
			ref[i] = whose.at[i];
	}
	if (!rows_end(rows, err))
		return false;
	return !ref[0] || (store_run(store, END_SQL, args(arg_text(secret_hash)), err)
		&& accounts_tell(store, (struct told){ S("sign-out"), str_of(ref), S("") }, by, err));
}

/* ---- who it is ----------------------------------------------------------------------------------- */

static const char BY_SESSION_SQL[] =
	"SELECT " ACCOUNT_COLUMNS ", s.form_token, s.began_at, s.ends_at, 0"
	"  FROM account_session AS s JOIN account AS a ON a.ref = s.account"
	" WHERE s.secret_hash = $1 AND s.ends_at > $2 AND a.active = 1 ORDER BY a.ref";
static const char BY_TOKEN_SQL[] =
	"SELECT " ACCOUNT_COLUMNS ", '', t.made_at, t.ends_at, t.used_at"
	"  FROM account_token AS t JOIN account AS a ON a.ref = t.account"
	" WHERE t.secret_hash = $1 AND t.ends_at > $2 AND t.ended = 0 AND a.active = 1 ORDER BY a.ref";

/* The account and session of a secret, in one of the two places. */
static bool
find(struct store *store, const char *sql, struct args args, struct account *account,
     struct seen *seen, struct arena *perm, struct error *err)
{
	struct rows *rows = store_query(store, sql, args, err);
	while (rows_next(rows)) {
		*account = account_of_row(rows, perm);
		seen->session = (struct session){
			.account = account->ref, .form_token = row_text(rows, ACCOUNT_COLUMN_COUNT, perm),
			.began_at = row_int(rows, ACCOUNT_COLUMN_COUNT + 1),
			.ends_at = row_int(rows, ACCOUNT_COLUMN_COUNT + 2),
			.used_at = row_int(rows, ACCOUNT_COLUMN_COUNT + 3), .token = sql == BY_TOKEN_SQL };
		seen->found = true;
	}
	return rows_end(rows, err);
}

static struct viewer
viewer_of(const struct account *account)
{
	struct viewer viewer = { .account = account->ref, .name = account->name, .person = account->person,
	                         .authority_of_person = account->authority_of_person,
	                         .grant_count = account->grant_count };
	for (int i = 0; i < account->grant_count; i++)
		viewer.grants[i] = account->grants[i];
	return viewer;
}

bool
session_viewer(struct store *store, Str secret_hash, int64_t now, Date today, struct seen *seen,
               struct arena *perm, struct error *err)
{
	struct account account = { 0 };
	struct arg asked[] = { arg_text(secret_hash), arg_int(now) };
	struct args args = { asked, (int)countof(asked) };
	*seen = (struct seen){ .found = false };
	if (!find(store, BY_SESSION_SQL, args, &account, seen, perm, err)
	    || (!seen->found && !find(store, BY_TOKEN_SQL, args, &account, seen, perm, err)))
		return false;
	if (!seen->found)
		return true;
	if (!account_read_grants(store, &account, perm, err))
		return false;
	struct viewer viewer = viewer_of(&account);
	seen->viewer = viewer_today(&viewer, today);
	return true;
}

/* ---- tokens -------------------------------------------------------------------------------------- */

static const char NEXT_TOKEN_SQL[] =
	"SELECT coalesce(max(CAST(substr(ref, 3) AS BIGINT)), 0) + 1 FROM account_token";
static const char MAKE_TOKEN_SQL[] =
	"INSERT INTO account_token (ref, account, title, secret_hash, made_at, ends_at, used_at, ended)"
	" VALUES ($1, $2, $3, $4, $5, $6, 0, 0)";
static const char TOKEN_THERE_SQL[] =
	"SELECT count(*) FROM account_token WHERE ref = $1 AND account = $2 AND ended = 0";
static const char END_TOKEN_SQL[] = "UPDATE account_token SET ended = 1 WHERE ref = $1";
static const char TOKEN_USED_SQL[] =
	"UPDATE account_token SET used_at = $2 WHERE secret_hash = $1 AND used_at < $3";
static const char TOKEN_COUNT_SQL[] = "SELECT count(*) FROM account_token WHERE account = $1";
static const char TOKENS_SQL[] =
	"SELECT ref, account, title, made_at, ends_at, used_at, ended"
	"  FROM account_token WHERE account = $1 ORDER BY made_at DESC, ref DESC";

bool
token_make(struct store *store, struct token_row *token, Str secret_hash, struct by by,
           struct arena *perm, struct error *err)
{
	int64_t next;
	if (!accounts_number(store, NEXT_TOKEN_SQL, (struct args){ 0 }, &next, err))
		return false;
	token->ref = str_format(perm, "T-%06lld", (long long)next);
	token->made_at = by.at;
	return store_run(store, MAKE_TOKEN_SQL,
	                 args(arg_text(token->ref), arg_text(token->account), arg_text(token->title),
	                      arg_text(secret_hash), arg_int(by.at), arg_int(token->ends_at)), err)
		&& accounts_tell(store, (struct told){ S("token.make"), token->account, token->ref }, by, err);
}

bool
token_end(struct store *store, const struct token_row *token, struct by by, bool *found,
          struct error *err)
{
	int64_t there;
	*found = false;
	if (!accounts_number(store, TOKEN_THERE_SQL, args(arg_text(token->ref), arg_text(token->account)),
	                     &there, err))
		return false;
	*found = there > 0;
	return !*found || (store_run(store, END_TOKEN_SQL, args(arg_text(token->ref)), err)
		&& accounts_tell(store, (struct told){ S("token.end"), token->account, token->ref }, by, err));
}

bool
token_used(struct store *store, Str secret_hash, int64_t now, struct error *err)
{
	return store_run(store, TOKEN_USED_SQL,
	                 args(arg_text(secret_hash), arg_int(now), arg_int(now - 60 * 60)), err);
}

bool
account_tokens(struct store *store, Str account, struct token_row **tokens, int *count,
               struct arena *perm, struct error *err)
{
	int64_t room;
	*count = 0;
	if (!accounts_number(store, TOKEN_COUNT_SQL, args(arg_text(account)), &room, err))
		return false;
	*tokens = new(perm, (ptrdiff_t)room, struct token_row);
	struct rows *rows = store_query(store, TOKENS_SQL, args(arg_text(account)), err);
	while (rows_next(rows))
		if (*count < room)
			(*tokens)[(*count)++] = (struct token_row){
				row_text(rows, 0, perm), row_text(rows, 1, perm), row_text(rows, 2, perm),
				row_int(rows, 3), row_int(rows, 4), row_int(rows, 5), row_int(rows, 6) != 0 };
	return rows_end(rows, err);
}

/* ---- browsers ------------------------------------------------------------------------------------ */

#define BROWSER_KEPT (INT64_C(180) * 24 * 60 * 60)

static const char KNOWN_SQL[] =
	"SELECT count(*) FROM account_browser WHERE secret_hash = $1 AND account = $2";
static const char FORGET_SQL[] = "DELETE FROM account_browser WHERE secret_hash = $1 OR seen_at < $2";
static const char ADD_BROWSER_SQL[] =
	"INSERT INTO account_browser (secret_hash, account, seen_at) VALUES ($1, $2, $3)";

bool
browser_known(struct store *store, Str account, Str secret_hash, bool *known, struct error *err)
{
	int64_t count;
	bool read = accounts_number(store, KNOWN_SQL, args(arg_text(secret_hash), arg_text(account)),
	                            &count, err);
	*known = read && count > 0;
	return read;
}

bool
browser_add(struct store *store, Str account, Str secret_hash, int64_t now, struct error *err)
{
	return store_run(store, FORGET_SQL, args(arg_text(secret_hash), arg_int(now - BROWSER_KEPT)), err)
		&& store_run(store, ADD_BROWSER_SQL, args(arg_text(secret_hash), arg_text(account),
		             arg_int(now)), err);
}
