/* request.c: judging a head and taking a target apart. */
#include "web/request.h"

#include <assert.h>
#include <string.h>

#include "base/quantity.h"

/* The characters of a header's name (RFC 9110, section 5.6.2). */
static bool
is_token(Str text)
{
	for (ptrdiff_t i = 0; i < text.len; i++) {
		char c = text.at[i];
		bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
		if (!letter && (c == 0 || !strchr("!#$%&'*+-.^_`|~", c)))
			return false;
	}
	return text.len > 0;
}

static bool
has_control(Str text)
{
	for (ptrdiff_t i = 0; i < text.len; i++)
		if (((unsigned char)text.at[i] < 0x20 && text.at[i] != '\t') || text.at[i] == 0x7f)
			return true;
	return false;
}

/* ---- where it is reached --------------------------------------------------------------------- */

/* "https://host:8443" after its scheme; empty where it has none of the two. */
static Str
host_of(Str address)
{
	static const Str schemes[] = { STR("https://"), STR("http://") };
	for (int i = 0; i < countof(schemes); i++)
		if (str_begins(address, schemes[i]))
			return str_from(address, schemes[i].len);
	return (Str){ 0 };
}

static bool
in_host(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' ||
	       c == ':' || c == '[' || c == ']';
}

bool
reached_address(Str text, Str *address)
{
	*address = str_ends(text, S("/")) ? str_upto(text, text.len - 1) : text;
	Str host = host_of(*address);
	for (ptrdiff_t i = 0; i < host.len; i++)
		if (!in_host(host.at[i]))
			return false;
	return host.len > 0 && host.len <= 253;
}

/* A page on another site can make a browser send requests here under the other site's name (DNS
 * rebinding); its Host gives it away. */
static bool
is_on_this_machine(Str host, int port)
{
	static const Str names[] = { STR("localhost"), STR("127.0.0.1"), STR("[::1]") };
	char ending[8];
	int len = 0;
	for (int rest = port; rest > 0; rest /= 10)
		ending[len++] = (char)('0' + rest % 10);
	for (int i = 0; i < countof(names); i++) {
		if (host.len != names[i].len + 1 + len || !str_equal_fold(str_upto(host, names[i].len), names[i]))
			continue;
		bool same = host.at[names[i].len] == ':';
		for (int k = 0; k < len; k++)
			same = same && host.at[host.len - 1 - k] == ending[k];
		if (same)
			return true;
	}
	return false;
}

static bool
is_our_host(Str host, struct reached reached)
{
	Str theirs = host_of(reached.address);
	return is_on_this_machine(host, reached.port) || (theirs.len && str_equal_fold(host, theirs));
}

struct counts { int lengths, codings, hosts, cookies, keys; Str length; };

static enum refusal
take_headers(struct request *request, const struct head *head, struct counts *counts)
{
	ptrdiff_t bytes = 0;
	for (int i = 0; i < head->header_count; i++) {
		const struct sent *header = &head->headers[i];
		Str value = str_trim(header->value);
		bytes += header->name.len + header->value.len + 4;
		if (!is_token(header->name) || has_control(header->value))
			return MALFORMED;
		if (str_equal_fold(header->name, S("Content-Length"))) {
			counts->lengths++;
			counts->length = value;
		} else if (str_equal_fold(header->name, S("Transfer-Encoding"))) {
			counts->codings++;
		} else if (str_equal_fold(header->name, S("Host"))) {
			counts->hosts++;
			request->host = value;
		} else if (str_equal_fold(header->name, S("Content-Type"))) {
			request->content_type = value;
		} else if (str_equal_fold(header->name, S("Origin"))) {
			request->origin = value;
		} else if (str_equal_fold(header->name, S("Sec-Fetch-Site"))) {
			request->fetch_site = value;
		} else if (str_equal_fold(header->name, S("Cookie"))) {
			counts->cookies++;
			request->cookie = value;
		} else if (str_equal_fold(header->name, S("Authorization"))) {
			counts->keys++;
			request->authorization = value;
		}
	}
	return bytes > HEAD_MOST ? HEADERS_TOO_LARGE : NOT_REFUSED;
}

static void
take_method(struct request *request, Str method)
{
	request->head_only = str_equal(method, S("HEAD"));
	if (request->head_only || str_equal(method, S("GET")))
		request->method = GET;
	else
		request->method = str_equal(method, S("POST")) ? POST : OTHER_METHOD;
}

enum refusal
request_head(struct request *request, const struct head *head, struct reached reached)
{
	assert(reached.port > 0);
	assert(head->header_count <= HEADERS_MOST);
	struct counts counts = { 0 };
	take_method(request, head->method);
	if (head->bare_lines)
		return READS_TWO_WAYS;
	if (head->too_many)
		return HEADERS_TOO_LARGE;
	enum refusal refusal = take_headers(request, head, &counts);
	if (refusal != NOT_REFUSED)
		return refusal;
	if (counts.lengths > 1 || counts.hosts > 1 || counts.codings > 1 ||
	    counts.cookies > 1 || counts.keys > 1 || (counts.lengths && counts.codings))
		return READS_TWO_WAYS;
	if (counts.hosts == 0)
		return MALFORMED;
	if (counts.lengths && !parse_digits(counts.length, &request->length))
		return MALFORMED;
	if (!is_our_host(request->host, reached))
		return OTHER_HOST;
	if (counts.codings || (request->method == POST && !counts.lengths))
		return NO_LENGTH;
	if (request->method != POST && request->length > 0)
		return MALFORMED;
	return NOT_REFUSED;
}

/* ---- target ---------------------------------------------------------------------------------- */

static int
hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* Percent-decodes; false for a bad escape. '+' is a blank if `plus`. */
static bool
percent_decode(Str text, bool plus, Str *decoded, struct arena *perm)
{
	char *out = new(perm, text.len, char);
	*decoded = (Str){ out, 0 };
	for (ptrdiff_t i = 0; i < text.len; i++) {
		char c = text.at[i];
		if (c == '%') {
			int high = i + 2 < text.len ? hex_digit(text.at[i + 1]) : -1;
			int low = i + 2 < text.len ? hex_digit(text.at[i + 2]) : -1;
			if (high < 0 || low < 0)
				return false;
			c = (char)(high * 16 + low);
			i += 2;
		} else if (c == '+' && plus) {
			c = ' ';
		}
		out[decoded->len++] = c;
	}
	return true;
}

bool
text_is_clean(Str text, bool lines)
{
	for (ptrdiff_t i = 0; i < text.len; i++) {
		char c = text.at[i];
		bool line = c == '\t' || c == '\r' || c == '\n';
		if (((unsigned char)c < 0x20 && !(lines && line)) || c == 0x7f)
			return false;
	}
	return str_utf8(text, NULL);
}

enum refusal
fields_read(struct sents *fields, Str text, struct arena *perm)
{
	while (text.len > 0) {
		Str value = str_cut(&text, '&');
		if (value.len == 0)
			continue;
		Str name = str_cut(&value, '=');
		struct sent field = { 0 };
		if (!percent_decode(name, true, &field.name, perm) ||
		    !percent_decode(value, true, &field.value, perm))
			return MALFORMED;
		if (!text_is_clean(field.name, false) || !text_is_clean(field.value, true))
			return MALFORMED;
		if (sents_has(fields, field.name))
			return SAID_TWICE;
		if (fields->count == SENT_MOST)
			return MALFORMED;
		fields->at[fields->count++] = field;
	}
	return NOT_REFUSED;
}

static enum refusal
take_segments(struct request *request, Str path, struct arena *perm)
{
	while (path.len > 0) {
		Str segment;
		if (!percent_decode(str_cut(&path, '/'), false, &segment, perm) ||
		    !text_is_clean(segment, false))
			return MALFORMED;
		if (str_equal(segment, S(".")) || str_equal(segment, S("..")))
			return MALFORMED;
		if (segment.len == 0 || request->segment_count == SEGMENTS_MOST)
			return NOTHING_HERE;
		request->segments[request->segment_count++] = segment;
	}
	return NOT_REFUSED;
}

enum refusal
request_target(struct request *request, Str target, struct arena *perm)
{
	Str query = target;
	Str path = str_cut(&query, '?');
	if (path.len > PATH_MOST || query.len > QUERY_MOST)
		return ADDRESS_TOO_LONG;
	if (path.len == 0 || path.at[0] != '/')
		return MALFORMED;
	request->path = path;
	request->query_text = query;
	enum refusal refusal = take_segments(request, str_from(path, 1), perm);
	if (refusal != NOT_REFUSED)
		return refusal;
	return fields_read(&request->query, query, perm);
}

/* ---- who sent it ----------------------------------------------------------------------------- */

bool
request_same_site(const struct request *request, struct reached reached)
{
	if (request->fetch_site.len && !str_equal(request->fetch_site, S("same-origin")))
		return false;
	if (request->origin.len == 0)
		return true;
	if (str_equal(request->origin, S("null")))
		return request->fetch_site.len > 0;
	if (reached.address.len && str_equal_fold(request->origin, reached.address))
		return true;
	return str_begins(request->origin, S("http://")) &&
	       str_equal_fold(str_from(request->origin, 7), request->host);
}
