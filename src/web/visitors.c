/* visitors.c: who asks: the session's cookie, or an API token. */
#include "web/site.h"

#include "app/who.h"

/* Kept by the browser for this host alone, over TLS or on this machine, out of reach of scripts. */
#define COOKIE_NAME "__Host-session"

Str
session_cookie(Str secret, struct arena *perm)
{
	bool ends = str_equal(secret, S("-"));
	return str_format(perm, COOKIE_NAME "=%.*s; Path=/; Secure; HttpOnly; SameSite=Lax%s",
	                  STR_ARG(ends ? S("") : secret), ends ? "; Max-Age=0" : "");
}

/* The value of our cookie among "a=1; b=2". */
static Str
cookie_value(Str cookies)
{
	while (cookies.len > 0) {
		Str one = str_trim(str_cut(&cookies, ';'));
		Str name = str_cut(&one, '=');
		if (str_equal(name, S(COOKIE_NAME)))
			return one;
	}
	return (Str){ 0 };
}

/* "Bearer abc" gives "abc". */
static Str
bearer_value(Str authorization)
{
	Str kind = str_word(&authorization);
	return str_equal_fold(kind, S("Bearer")) ? str_trim(authorization) : (Str){ 0 };
}

bool
visit_who(struct visit *visit, struct error *err)
{
	Str cookie = cookie_value(visit->request->cookie), key = bearer_value(visit->request->authorization);
	struct who who = { .secret = cookie.len ? cookie : key, .key = cookie.len == 0 };
	if (who.secret.len == 0 || !visit->world->keeper)
		return true;
	if (!who_asks(visit->world, &who, visit->now, visit->ask.today, visit->perm, err))
		return false;
	if (!who.known)
		return true;
	visit->viewer = who.viewer;
	visit->ask.viewer = &visit->viewer;
	visit->by_key = who.key;
	if (!who.key)
		visit->token = who.form_token;
	return true;
}
