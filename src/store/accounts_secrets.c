/* accounts_secrets.c: passwords, TOTP keys, one-time links, and sign-ins that failed. */
#include <assert.h>

#include "store/accounts_own.h"

/* Rows that a column of theirs says are of an account. */
static bool
run_for(struct store *store, const char *sql, Str ref, struct error *err)
{
	return store_run(store, sql, args(arg_text(ref)), err);
}

/* ---- passwords and TOTP -------------------------------------------------------------------------- */

static const char SECRET_SQL[] =
	"SELECT coalesce(password_hash, ''), coalesce(totp_key, ''), totp_used"
	"  FROM account WHERE ref = $1 ORDER BY ref";
static const char PASSWORD_SQL[] = "UPDATE account SET password_hash = $2 WHERE ref = $1";
static const char TOTP_SQL[] = "UPDATE account SET totp_key = $2, totp_used = 0 WHERE ref = $1";
static const char TOTP_USED_SQL[] = "SELECT totp_used FROM account WHERE ref = $1 ORDER BY ref";
static const char USE_TOTP_SQL[] = "UPDATE account SET totp_used = $2 WHERE ref = $1";

bool
account_secret(struct store *store, Str ref, struct account_secret *secret, struct arena *perm,
               struct error *err)
{
	*secret = (struct account_secret){ 0 };
	struct rows *rows = store_query(store, SECRET_SQL, args(arg_text(ref)), err);
	while (rows_next(rows))
		*secret = (struct account_secret){ row_text(rows, 0, perm), row_text(rows, 1, perm),
		                                   row_int(rows, 2) };
	return rows_end(rows, err);
}

bool
account_set_password(struct store *store, Str ref, Str hash, struct by by, struct error *err)
{
	return store_run(store, PASSWORD_SQL, args(arg_text(ref), arg_text(hash)), err)
		&& accounts_shut(store, ref, err)
		&& accounts_tell(store, (struct told){ S("password.set"), ref, S("") }, by, err);
}

bool
account_set_totp(struct store *store, Str ref, Str key_hex, struct by by, struct error *err)
{
	struct arg key = key_hex.len ? arg_text(key_hex) : (struct arg){ .kind = ARG_NULL };
	Str action = key_hex.len ? S("totp.on") : S("totp.off");
	return store_run(store, TOTP_SQL, args(arg_text(ref), key), err)
		&& accounts_tell(store, (struct told){ action, ref, S("") }, by, err);
}

bool
account_use_totp(struct store *store, Str ref, int64_t step, bool *fresh, struct error *err)
{
	int64_t used;
	*fresh = false;
	if (!accounts_number(store, TOTP_USED_SQL, args(arg_text(ref)), &used, err))
		return false;
	*fresh = step > used;
	return !*fresh || store_run(store, USE_TOTP_SQL, args(arg_text(ref), arg_int(step)), err);
}

/* ---- one-time links ------------------------------------------------------------------------------ */

static const char FORGET_LINKS_SQL[] = "DELETE FROM account_link WHERE account = $1";
static const char MAKE_LINK_SQL[] =
	"INSERT INTO account_link (secret_hash, account, purpose, ends_at) VALUES ($1, $2, $3, $4)";
static const char LINK_SQL[] =
	"SELECT l.account, l.purpose, l.ends_at FROM account_link AS l JOIN account AS a ON a.ref = l.account"
	" WHERE l.secret_hash = $1 AND l.ends_at > $2 AND a.active = 1 ORDER BY l.secret_hash";
static const char USE_LINK_SQL[] = "DELETE FROM account_link WHERE secret_hash = $1";

static const Str purposes[LINK_PURPOSES] = {
	[LINK_FIRST] = STR("first"), [LINK_INVITATION] = STR("invitation"), [LINK_PASSWORD] = STR("password"),
};

static enum link_purpose
purpose_of(Str name)
{
	int purpose = 0;
	while (purpose < LINK_PURPOSES && !str_equal(purposes[purpose], name))
		purpose++;
	assert(purpose < LINK_PURPOSES);         /* the table has no other */
	return (enum link_purpose)purpose;
}

bool
link_make(struct store *store, const struct link *link, Str secret_hash, struct by by,
          struct error *err)
{
	Str purpose = purposes[link->purpose];
	return run_for(store, FORGET_LINKS_SQL, link->account, err)
		&& store_run(store, MAKE_LINK_SQL, args(arg_text(secret_hash), arg_text(link->account),
		             arg_text(purpose), arg_int(link->ends_at)), err)
		&& accounts_tell(store, (struct told){ S("link.make"), link->account, purpose }, by, err);
}

bool
link_read(struct store *store, Str secret_hash, int64_t now, struct link *link, bool *found,
          struct arena *perm, struct error *err)
{
	*found = false;
	struct rows *rows = store_query(store, LINK_SQL, args(arg_text(secret_hash), arg_int(now)), err);
	while (rows_next(rows)) {
		*link = (struct link){ row_text(rows, 0, perm), purpose_of(row_arg(rows, 1).text),
		                       row_int(rows, 2) };
		*found = true;
	}
	return rows_end(rows, err);
}

bool
link_use_up(struct store *store, const struct link *link, Str secret_hash, struct by by,
            struct error *err)
{
	return run_for(store, USE_LINK_SQL, secret_hash, err)
		&& accounts_tell(store, (struct told){ S("link.use"), link->account, purposes[link->purpose] },
		                 by, err);
}

/* ---- failures ------------------------------------------------------------------------------------ */

#define FAILURES_KEPT (INT64_C(90) * 24 * 60 * 60)

static const char FAILURES_SQL[] =
	"SELECT count(*), coalesce(min(at), 0) FROM account_failure WHERE key = $1 AND at > $2";
static const char NEXT_FAILURE_SQL[] =
	"SELECT coalesce(max(number), 0) + 1 FROM account_failure WHERE key = $1";
static const char ADD_FAILURE_SQL[] =
	"INSERT INTO account_failure (key, number, at) VALUES ($1, $2, $3)";
static const char FORGET_FAILURES_SQL[] = "DELETE FROM account_failure WHERE at < $1";
static const char TAKE_BACK_SQL[] =
	"DELETE FROM account_failure WHERE key = $1"
	" AND number = (SELECT max(number) FROM account_failure WHERE key = $1)";
static const char CLEAR_FAILURES_SQL[] = "DELETE FROM account_failure WHERE key = $1";

bool
failures_since(struct store *store, Str key, int64_t since, struct failures *failures,
               struct error *err)
{
	struct rows *rows = store_query(store, FAILURES_SQL, args(arg_text(key), arg_int(since)), err);
	while (rows_next(rows))
		*failures = (struct failures){ (int)row_int(rows, 0), row_int(rows, 1) };
	return rows_end(rows, err);
}

bool
failure_add(struct store *store, Str key, int64_t now, struct error *err)
{
	int64_t next;
	return accounts_number(store, NEXT_FAILURE_SQL, args(arg_text(key)), &next, err)
		&& store_run(store, ADD_FAILURE_SQL, args(arg_text(key), arg_int(next), arg_int(now)), err)
		&& store_run(store, FORGET_FAILURES_SQL, args(arg_int(now - FAILURES_KEPT)), err);
}

bool
failure_take_back(struct store *store, Str key, struct error *err)
{
	return run_for(store, TAKE_BACK_SQL, key, err);
}

bool
failures_clear(struct store *store, Str key, struct error *err)
{
	return run_for(store, CLEAR_FAILURES_SQL, key, err);
}
