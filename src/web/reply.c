/* reply.c: the headers of every reply, and the words of every refusal. */
#include "web/reply.h"

#include <assert.h>

/* Nothing from elsewhere, nothing inline. Charts are inline SVG, which needs no source. */
#define CONTENT_SECURITY \
	"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; " \
	"form-action 'self'; frame-ancestors 'none'; base-uri 'none'"

const Str reply_live_policy = STR("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; "
	"style-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'");

const Str reply_saving_policy = STR("default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; "
	"img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'");

/* The first is the one that a reply may have of its own. */
static const struct reply_header always[] = {
	{ "Content-Security-Policy",      CONTENT_SECURITY },
	{ "X-Content-Type-Options",       "nosniff" },
	{ "X-Frame-Options",              "DENY" },
	{ "Referrer-Policy",              "no-referrer" },
	{ "Cross-Origin-Opener-Policy",   "same-origin" },
	{ "Cross-Origin-Resource-Policy", "same-origin" },
	{ "Permissions-Policy",           "camera=(), geolocation=(), microphone=(), payment=(), usb=()" },
};

/* A name safe in a Content-Disposition header and on any disk: letters, digits, '-', '_' and '.';
 * anything else becomes '-'. */
static Str
reply_file_name(Str name, struct arena *perm)
{
	char *safe = new(perm, name.len, char);
	for (ptrdiff_t i = 0; i < name.len; i++) {
		char c = name.at[i];
		bool kept = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
		            c == '-' || c == '_' || (c == '.' && i > 0);
		safe[i] = kept ? c : '-';
	}
	return (Str){ safe, name.len };
}

int
reply_headers(const struct reply *reply, struct reply_header headers[REPLY_HEADERS_MOST],
              struct arena *perm)
{
	int n = 0;
	for (int i = 0; i < countof(always); i++)
		headers[n++] = always[i];
	if (reply->policy.len)
		headers[0].value = str_c(reply->policy, perm);
	headers[n++] = (struct reply_header){ "Cache-Control",
		reply->lasting ? "public, max-age=31536000, immutable" : "no-store" };
	if (reply->type.len)
		headers[n++] = (struct reply_header){ "Content-Type", str_c(reply->type, perm) };
	if (reply->location.len)
		headers[n++] = (struct reply_header){ "Location", str_c(reply->location, perm) };
	if (reply->download.len) {
		Str name = reply_file_name(reply->download, perm);
		headers[n++] = (struct reply_header){ "Content-Disposition",
			str_c(str_format(perm, "attachment; filename=\"%.*s\"", STR_ARG(name)), perm) };
	}
	if (reply->allow.len)
		headers[n++] = (struct reply_header){ "Allow", str_c(reply->allow, perm) };
	for (int i = 0; i < countof(reply->cookies); i++)
		if (reply->cookies[i].len)
			headers[n++] = (struct reply_header){ "Set-Cookie", str_c(reply->cookies[i], perm) };
	if (reply->retry_seconds)
		headers[n++] = (struct reply_header){ "Retry-After",
			str_c(str_format(perm, "%d", reply->retry_seconds), perm) };
	if (reply->again_seconds)
		headers[n++] = (struct reply_header){ "Refresh",
			str_c(str_format(perm, "%d", reply->again_seconds), perm) };
	if (reply->close)
		headers[n++] = (struct reply_header){ "Connection", "close" };
	assert(n <= REPLY_HEADERS_MOST);
	return n;
}

const struct refusal_row refusal_rows[REFUSALS] = {
	[NOT_REFUSED]    = { 200, STR("Answered"), STR("") },
	[MALFORMED]      = { 400, STR("That request cannot be read"),
		STR("The address or the form holds something that is not text, or is cut short. "
		    "Go back, and write the address or the form again.") },
	[SAID_TWICE]     = { 400, STR("That request says one thing twice"),
		STR("The address or the form has the same name twice, and which value is meant cannot be known. "
		    "Take one of the two away.") },
	[READS_TWO_WAYS] = { 400, STR("That request can be read in two ways"),
		STR("It states its length, its host or its line ends in more than one way. A browser does "
		    "not do that: look at the program or proxy that sent it.") },
	[CROSS_SITE]     = { 403, STR("That form did not come from this program"),
		STR("Nothing was changed. The form was sent by another site, or its page was opened before "
		    "the program was last started. Open the page again, and send the form from there.") },
	[NOTHING_HERE]   = { 404, STR("There is no such page"),
		STR("Check the address, or start from the list of councils.") },
	[METHOD_NOT_HERE] = { 405, STR("This page does not take that kind of request"),
		STR("Nothing was changed. Open the page from its link, or send its own form.") },
	[NO_LENGTH]      = { 411, STR("That request does not state its length"),
		STR("Send the body whole, with a Content-Length, and not in chunks.") },
	[BODY_TOO_LARGE] = { 413, STR("That is too large"),
		STR("Nothing was stored. A file may have 32 MiB and any other form 1 MiB. Split the file by "
		    "year or by council, and send the parts one after another.") },
	[ADDRESS_TOO_LONG] = { 414, STR("That address is too long"),
		STR("A path may have 2,048 bytes and what follows the question mark 8,192. Shorten the "
		    "sentence or the search.") },
	[FORM_UNREADABLE] = { 415, STR("That is not a form this program reads"),
		STR("Send the fields as a web form does: multipart/form-data, or "
		    "application/x-www-form-urlencoded.") },
	[OTHER_HOST]     = { 421, STR("That address belongs to another host"),
		STR("This program answers only to localhost, 127.0.0.1 and [::1] with its own port. Open "
		    "the address that was printed when it started.") },
	[HEADERS_TOO_LARGE] = { 431, STR("That request has too many headers"),
		STR("At most 100 headers of 16 kB together are read.") },
	[BROKEN]         = { 500, STR("Something in this program failed"),
		STR("Nothing was half stored. Try again; if it fails again, look at what the program printed "
		    "where it was started.") },
	[BUSY]           = { 503, STR("Another file is being read"),
		STR("Nothing was stored. Try again in a few seconds.") },
};
