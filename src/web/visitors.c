/* visitors.c: who asks: the session's cookie, or an API token. */
#include "web/site.h"

#include "app/apply.h"

/* Kept by the browser for this host alone, over TLS or on this machine, out of reach of scripts. */
#define SESSION_NAME "__Host-session"
#define BROWSER_NAME "__Host-browser"
#define DRAFT_NAME   "__Host-application"

Str
session_cookie(Str secret, struct arena *perm)
{
	bool ends = str_equal(secret, S("-"));
	return str_format(perm, SESSION_NAME "=%.*s; Path=/; Secure; HttpOnly; SameSite=Lax%s",
	                  STR_ARG(ends ? S("") : secret), ends ? "; Max-Age=0" : "");
}

Str
browser_cookie(Str secret, struct arena *perm)
{
	return str_format(perm, BROWSER_NAME "=%.*s; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=15552000",
	                  STR_ARG(secret));
}

Str
draft_cookie(Str secret, struct arena *perm)
{
	bool ends = str_equal(secret, S("-"));
	return str_format(perm, DRAFT_NAME "=%.*s; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=%s",
	                  STR_ARG(ends ? S("") : secret), ends ? "0" : "34560000");
}

/* The value of a cookie among "a=1; b=2". */
static Str
cookie_value(Str cookies, Str wanted)
{
	while (cookies.len > 0) {
		Str one = str_trim(str_cut(&cookies, ';'));
		Str name = str_cut(&one, '=');
		if (str_equal(name, wanted))
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
	const struct request *request = visit->request;
	struct who *who = &visit->who;
	visit->door = (struct door){ .gate = &visit->site->gate, .address = request->address,
		.public_address = visit->site->public_address,
		.session = cookie_value(request->cookie, S(SESSION_NAME)),
		.browser = cookie_value(request->cookie, S(BROWSER_NAME)),
		.draft = cookie_value(request->cookie, S(DRAFT_NAME)) };
	if (visit->door.draft.len)
		visit->token = apply_form_token(visit->door.draft, visit->perm);
	visit->ask.door = &visit->door;
	Str key = bearer_value(request->authorization);
	*who = (struct who){ .secret = visit->door.session.len ? visit->door.session : key };
	who->key = visit->door.session.len == 0;
	if (who->secret.len == 0 || !visit->world->keeper)
		return true;
	if (!who_asks(visit->world, who, visit->now, visit->ask.today, visit->perm, err))
		return false;
	if (!who->known)
		return true;
	visit->ask.viewer = &who->seen.viewer;
	visit->door.seen = &who->seen;
	visit->by_key = who->key;
	if (!who->key)
		visit->token = who->seen.session.form_token;
	return true;
}
