/* notify.c: the token, the request, the answer. The one file of mail/ that knows Jansson. */
#include "mail/notify.h"

#include <jansson.h>
#include <stdlib.h>

#include "base/base64.h"
#include "base/secret.h"

enum { UUID_LEN = 36 };

/* ---- the key and the token -------------------------------------------------------------------------------- */

static bool
is_uuid(Str text)
{
	for (ptrdiff_t i = 0; i < text.len; i++) {
		char c = text.at[i];
		bool hyphen = i == 8 || i == 13 || i == 18 || i == 23;
		bool hex = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
		if (hyphen ? c != '-' : !hex)
			return false;
	}
	return text.len == UUID_LEN;
}

bool
notify_key_read(Str key, struct notify_key *read, struct error *err)
{
	ptrdiff_t secret = key.len - UUID_LEN, service = secret - 1 - UUID_LEN;
	if (service < 0)
		return fail(err, "a key of GOV.UK Notify ends with two numbers of 36 letters each");
	*read = (struct notify_key){ str_upto(str_from(key, service), UUID_LEN), str_from(key, secret) };
	return (is_uuid(read->service) && is_uuid(read->secret)) ||
	       fail(err, "a key of GOV.UK Notify ends with two numbers of 36 letters each");
}

Str
token_signed(Str head, Str claims, Str secret, struct arena *perm)
{
	Str said = str_format(perm, "%.*s.%.*s", STR_ARG(base64_address(head, perm)), STR_ARG(base64_address(claims, perm)));
	struct signature signature = sha256_hmac(secret, said);
	Str bytes = { (const char *)signature.at, (ptrdiff_t)sizeof signature.at };
	return str_format(perm, "%.*s.%.*s", STR_ARG(said), STR_ARG(base64_address(bytes, perm)));
}

Str
notify_token(const struct notify_key *key, int64_t now, struct arena *perm)
{
	Str claims = str_format(perm, "{\"iss\":\"%.*s\",\"iat\":%lld}", STR_ARG(key->service), (long long)now);
	return token_signed(S("{\"typ\":\"JWT\",\"alg\":\"HS256\"}"), claims, key->secret, perm);
}

/* ---- the request ------------------------------------------------------------------------------------------- */

static void
set_text(json_t *object, Str name, Str value, struct arena *perm)
{
	(void)json_object_set_new(object, str_c(name, perm), json_stringn(value.at ? value.at : "", (size_t)value.len));
}

Str
notify_json(const struct notify_request *request, struct arena *perm)
{
	json_t *whole = json_object(), *places = json_object();
	Str rest = request->places;
	while (rest.len > 0) {
		Str value = str_cut(&rest, '\n');
		Str name = str_cut(&value, '=');
		set_text(places, name, value, perm);
	}
	set_text(places, S("subject"), request->subject, perm);
	set_text(places, S("body"), request->body, perm);
	set_text(whole, S("email_address"), request->address, perm);
	set_text(whole, S("template_id"), request->template_id, perm);
	set_text(whole, S("reference"), request->reference, perm);
	(void)json_object_set_new(whole, "personalisation", places);
	char *made = json_dumps(whole, JSON_COMPACT | JSON_SORT_KEYS);
	Str json = str_copy(str_of(made), perm);
	free(made);
	json_decref(whole);
	return json;
}

/* ---- the answer -------------------------------------------------------------------------------------------- */

static Str
text_in(const json_t *object, const char *name, struct arena *perm)
{
	const json_t *value = json_object_get(object, name);
	return json_is_string(value) ? str_copy((Str){ json_string_value(value), (ptrdiff_t)json_string_length(value) }, perm) : S("");
}

struct notify_said
notify_read(Str json, struct arena *perm)
{
	json_t *whole = json.len ? json_loadb(json.at, (size_t)json.len, 0, NULL) : NULL;
	struct notify_said said = { 0 };
	said.id = text_in(whole, "id", perm);
	if (said.id.len == 0)
		said.id = text_in(json_array_get(json_object_get(whole, "notifications"), 0), "id", perm);
	said.complaint = text_in(json_array_get(json_object_get(whole, "errors"), 0), "message", perm);
	json_decref(whole);
	return said;
}
