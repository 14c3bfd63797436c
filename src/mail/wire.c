/* wire.c: what libcurl does for us. */
#include "mail/wire.h"

#include <curl/curl.h>
#include <string.h>

enum { CONNECT_SECONDS = 10 };

bool
wire_open(struct error *err)
{
	return curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK || fail(err, "the library that speaks to mail servers cannot start");
}

/* ---- where -------------------------------------------------------------------------------------------------- */

static Str
host_of(Str address)
{
	Str rest = str_from(address, str_find(address, S("://")) + 3);
	ptrdiff_t end = 0;
	if (str_begins(rest, S("[")))
		return str_upto(rest, str_find(rest, S("]")) + 1);
	while (end < rest.len && rest.at[end] != ':' && rest.at[end] != '/')
		end++;
	return str_upto(rest, end);
}

bool
wire_is_here(Str address)
{
	Str host = host_of(address);
	return str_equal(host, S("127.0.0.1")) || str_equal(host, S("[::1]")) || str_equal_fold(host, S("localhost"));
}

bool
wire_allows(Str address, const char *const *schemes, struct error *err)
{
	bool known = false;
	for (int i = 0; schemes[i] && !known; i++)
		known = str_begins(address, str_of(schemes[i]));
	if (!known || host_of(address).len == 0)
		return fail(err, "an address begins with %s and a host", schemes[0]);
	for (ptrdiff_t i = 0; i < address.len; i++)
		if (address.at[i] <= ' ' || address.at[i] == 0x7f || address.at[i] == '@' || address.at[i] == '?' || address.at[i] == '#')
			return fail(err, "an address holds no blank, no @, no ? and no #; a name and a password stand in lines of their own");
	if (str_begins(address, S("http://")) && !wire_is_here(address))
		return fail(err, "http is for this machine alone; over a network it is https");
	return true;
}

/* ---- how ---------------------------------------------------------------------------------------------------- */

struct speaking {
	CURL *curl;
	char  why[CURL_ERROR_SIZE];
	bool  sound;
	Str   left;                  /* of what is to be sent */
	char *heard;                 /* room taken before it begins: an arena that is full would jump through the library */
	size_t heard_len;
};

#define SET(s, option, value) ((s)->sound = (s)->sound && curl_easy_setopt((s)->curl, option, value) == CURLE_OK)

static size_t
give(char *to, size_t size, size_t count, void *what)
{
	struct speaking *s = what;
	size_t room = size * count, len = (size_t)s->left.len < room ? (size_t)s->left.len : room;
	if (len > 0)
		memcpy(to, s->left.at, len);
	s->left = str_from(s->left, (ptrdiff_t)len);
	return len;
}

/* More than is bearable ends it. */
static size_t
take(char *from, size_t size, size_t count, void *what)
{
	struct speaking *s = what;
	size_t len = size * count;
	if (s->heard_len + len > WIRE_ANSWER_MOST)
		return 0;
	memcpy(s->heard + s->heard_len, from, len);
	s->heard_len += len;
	return len;
}

static struct speaking
speak(const struct wire *wire, Str address, const char *protocols, struct arena *perm)
{
	char *url = str_c(address, perm), *authority = str_c(wire->authority_file, perm);
	struct speaking s = { .heard = new(perm, WIRE_ANSWER_MOST, char) };
	s.curl = curl_easy_init();
	s.sound = s.curl != NULL;
	if (!s.sound)
		return s;
	SET(&s, CURLOPT_URL, url);
	SET(&s, CURLOPT_PROTOCOLS_STR, protocols);
	SET(&s, CURLOPT_FOLLOWLOCATION, 0L);
	SET(&s, CURLOPT_PROXY, "");
	SET(&s, CURLOPT_NETRC, (long)CURL_NETRC_IGNORED);
	SET(&s, CURLOPT_NOSIGNAL, 1L);
	SET(&s, CURLOPT_CONNECTTIMEOUT, (long)CONNECT_SECONDS);
	SET(&s, CURLOPT_TIMEOUT, (long)(wire->seconds ? wire->seconds : WIRE_SECONDS));
	SET(&s, CURLOPT_SERVER_RESPONSE_TIMEOUT, (long)(wire->seconds ? wire->seconds : WIRE_SECONDS));      /* to a farewell too */
	SET(&s, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
	SET(&s, CURLOPT_SSL_VERIFYPEER, 1L);
	SET(&s, CURLOPT_SSL_VERIFYHOST, 2L);
	if (wire->authority_file.len)
		SET(&s, CURLOPT_CAINFO, authority);
	SET(&s, CURLOPT_WRITEFUNCTION, take);
	return s;
}

/* What the library says of it; never what was sent. */
static struct wire_said
speak_out(struct speaking *s, struct error *err)
{
	struct wire_said said = { 0 };
	long status = 0;
	SET(s, CURLOPT_WRITEDATA, s);
	SET(s, CURLOPT_ERRORBUFFER, s->why);
	if (!s->sound) {
		fail(err, "the library that speaks to servers refuses what it was told");
		return said;
	}
	CURLcode code = curl_easy_perform(s->curl);
	(void)curl_easy_getinfo(s->curl, CURLINFO_RESPONSE_CODE, &status);
	said = (struct wire_said){ .went = code == CURLE_OK, .status = (int)status, .body = { s->heard, (ptrdiff_t)s->heard_len } };
	if (!said.went)
		fail(err, "%s", s->why[0] ? s->why : curl_easy_strerror(code));
	return said;
}

/* ---- mail ----------------------------------------------------------------------------------------------------- */

struct wire_said
wire_mail(const struct wire *wire, Str from, Str to, Str text, struct arena *perm, struct error *err)
{
	Str greeting = str_from(from, str_find(from, S("@")) + 1);
	char *sender = str_c(from, perm), *reader = str_c(to, perm);
	char *user = str_c(wire->user, perm), *password = str_c(wire->password, perm);
	struct speaking s = speak(wire, str_format(perm, "%.*s/%.*s", STR_ARG(wire->address), STR_ARG(greeting)), "smtp,smtps", perm);
	struct curl_slist *readers = curl_slist_append(NULL, reader);
	s.left = text;
	s.sound = s.sound && readers;
	SET(&s, CURLOPT_USE_SSL, (long)(wire_is_here(wire->address) ? CURLUSESSL_TRY : CURLUSESSL_ALL));
	if (wire->user.len) {
		SET(&s, CURLOPT_USERNAME, user);
		SET(&s, CURLOPT_PASSWORD, password);
	}
	SET(&s, CURLOPT_MAIL_FROM, sender);
	SET(&s, CURLOPT_MAIL_RCPT, readers);
	SET(&s, CURLOPT_UPLOAD, 1L);
	SET(&s, CURLOPT_READFUNCTION, give);
	SET(&s, CURLOPT_READDATA, &s);
	struct wire_said said = speak_out(&s, err);
	curl_easy_cleanup(s.curl);
	curl_slist_free_all(readers);
	return said;
}

/* ---- a service -------------------------------------------------------------------------------------------------- */

struct wire_said
wire_ask(const struct wire *wire, Str path, Str token, Str json, struct arena *perm, struct error *err)
{
	char *bearer = str_c(str_format(perm, "Authorization: Bearer %.*s", STR_ARG(token)), perm);
	struct speaking s = speak(wire, str_join(wire->address, path, perm), wire_is_here(wire->address) ? "http,https" : "https", perm);
	struct curl_slist *headers = curl_slist_append(NULL, "Accept: application/json");
	struct curl_slist *more = headers ? curl_slist_append(headers, bearer) : NULL;
	struct curl_slist *all = json.len && more ? curl_slist_append(more, "Content-Type: application/json") : more;
	s.sound = s.sound && more && all;
	SET(&s, CURLOPT_HTTPHEADER, all);
	SET(&s, CURLOPT_USERAGENT, "mainstay/" MAINSTAY_VERSION);
	if (json.len) {
		SET(&s, CURLOPT_POSTFIELDS, json.at);
		SET(&s, CURLOPT_POSTFIELDSIZE, (long)json.len);
	}
	struct wire_said said = speak_out(&s, err);
	curl_easy_cleanup(s.curl);
	curl_slist_free_all(headers);
	return said;
}
