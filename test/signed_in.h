/* signed_in.h: somebody with an account and a session, for tests that ask over HTTP. */
#ifndef TEST_SIGNED_IN_H
#define TEST_SIGNED_IN_H

#include "check.h"

#include "base/secret.h"
#include "store/accounts.h"

struct visitor {
	struct account account;
	Str secret;                  /* of the session */
	Str token;                   /* what its forms carry */
	const char *cookie;          /* "Cookie: __Host-session=...\n" */
};

/* Who somebody is among a council's people; empty: nobody. */
struct whom { Str authority, person; };

/* Adds an account with these grants to the store, and a session that ends in 2100. */
static inline struct visitor
signed_in_of(Str store_path, struct whom whom, const struct grant *grants, int count, struct arena *perm)
{
	struct error err = { "" };
	struct store *store = store_open(store_path, &err);
	struct digits secret, token;
	check(store != NULL);
	check(random_digits(32, &secret, &err));
	check(random_digits(32, &token, &err));
	struct visitor one = { .secret = str_copy(digits_str(&secret), perm),
	                         .token = str_copy(digits_str(&token), perm) };
	one.account = (struct account){ .name = S("Test"), .active = true, .created_at = 1, .grant_count = count,
		.person = whom.person, .authority_of_person = whom.authority,
		.email = str_format(perm, "t%.8s@example.org", one.token.at) };
	for (int g = 0; g < count; g++)
		one.account.grants[g] = grants[g];
	struct digits hash = hash_of(one.secret);
	struct by by = { S("test"), 1 };
	check(accounts_begin(store, &err) && account_save(store, &one.account, by, perm, &err));
	check(session_begin(store, &(struct beginning){ .account = one.account.ref, .secret_hash = digits_str(&hash),
		.form_token = one.token, .how = S("test"), .ends_at = 4102444800 }, 1, &err));
	if (!store_commit(store, &err))
		printf("%s\n", err.text);
	check(err.text[0] == 0);
	store_close(store);
	one.cookie = str_c(str_format(perm, "Cookie: __Host-session=%.*s\n", STR_ARG(one.secret)), perm);
	return one;
}

static inline struct visitor
signed_in_with(Str store_path, const struct grant *grants, int count, struct arena *perm)
{
	return signed_in_of(store_path, (struct whom){ 0 }, grants, count, perm);
}

/* With one duty in one council. */
static inline struct visitor
signed_in_as(Str store_path, enum duty duty, Str authority, struct arena *perm)
{
	bool unit = duty_rows[duty].widest == SCOPE_UNIT;
	struct grant grant = { .duty = duty, .scope = duty_rows[duty].widest, .authority = authority,
	                       .unit = unit ? S("U-000001") : S(""),
	                       .when = { { 0 }, { 2932896 } } };
	return signed_in_with(store_path, &grant, 1, perm);
}

#endif
