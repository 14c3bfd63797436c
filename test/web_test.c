/* web_test.c: what is asked over HTTP and what goes back, without a socket. */
#include "asking.h"
#include "web/desks.h"
#include "signed_in.h"

#include <jansson.h>

#include "app/account_pages.h"
#include "app/apply.h"

enum { PORT = 8080 };

/* ---- heads ----------------------------------------------------------------------------------- */

#define HOST "Host: localhost:8080\n"

static void
a_head_is_read_in_one_way_or_refused(struct arena *perm)
{
	static const struct { const char *method, *lines; enum refusal refusal; } cases[] = {
		{ "GET",  HOST, NOT_REFUSED },
		{ "HEAD", HOST, NOT_REFUSED },
		{ "GET",  "host: LOCALHOST:8080\n", NOT_REFUSED },
		{ "GET",  "Host: 127.0.0.1:8080\n", NOT_REFUSED },
		{ "GET",  "Host: [::1]:8080\n", NOT_REFUSED },
		{ "GET",  HOST "Content-Length: 0\n", NOT_REFUSED },
		{ "POST", HOST "Content-Length: 12\n", NOT_REFUSED },
		/* two lengths, two hosts, a length and a coding */
		{ "POST", HOST "Content-Length: 5\nContent-Length: 6\n", READS_TWO_WAYS },
		{ "POST", HOST "Content-Length: 5\nContent-Length: 5\n", READS_TWO_WAYS },
		{ "POST", HOST "Content-Length: 0\ncontent-length: 37\n", READS_TWO_WAYS },
		{ "POST", HOST "Content-Length: 5\nTransfer-Encoding: chunked\n", READS_TWO_WAYS },
		{ "POST", HOST "Transfer-Encoding: identity\nTransfer-Encoding: chunked\n", READS_TWO_WAYS },
		{ "GET",  HOST HOST, READS_TWO_WAYS },
		{ "GET",  HOST "Host: evil.example\n", READS_TWO_WAYS },
		/* lengths that some read and some do not */
		{ "POST", HOST "Content-Length: +5\n", MALFORMED },
		{ "POST", HOST "Content-Length: -5\n", MALFORMED },
		{ "POST", HOST "Content-Length: 5,5\n", MALFORMED },
		{ "POST", HOST "Content-Length: 5 5\n", MALFORMED },
		{ "POST", HOST "Content-Length: 0x5\n", MALFORMED },
		{ "POST", HOST "Content-Length:\n", MALFORMED },
		{ "POST", HOST "Content-Length: 99999999999999999999\n", MALFORMED },
		/* names and values that are not */
		{ "POST", HOST "Content-Length : 5\n", MALFORMED },
		{ "GET",  HOST "X\x01: y\n", MALFORMED },
		{ "GET",  HOST "X: a\rb\n", MALFORMED },
		{ "GET",  HOST ": empty\n", MALFORMED },
		{ "GET",  HOST "Content-Length: 5\n", MALFORMED },
		{ "GET",  "", MALFORMED },
		{ "POST", HOST, NO_LENGTH },
		{ "POST", HOST "Transfer-Encoding: chunked\n", NO_LENGTH },
		/* other hosts */
		{ "GET",  "Host: evil.example\n", OTHER_HOST },
		{ "GET",  "Host: evil.example:8080\n", OTHER_HOST },
		{ "GET",  "Host: localhost\n", OTHER_HOST },
		{ "GET",  "Host: localhost:8081\n", OTHER_HOST },
		{ "GET",  "Host: localhost:80800\n", OTHER_HOST },
		{ "GET",  "Host: localhost.evil.example:8080\n", OTHER_HOST },
		{ "GET",  "Host: user@localhost:8080\n", OTHER_HOST },
		{ "GET",  "Host: 127.0.0.1.nip.io:8080\n", OTHER_HOST },
		{ "GET",  "Host:\n", OTHER_HOST },
	};
	(void)perm;
	for (int i = 0; i < countof(cases); i++) {
		struct head head = head_of(cases[i].method, "/", cases[i].lines);
		struct request request = { 0 };
		enum refusal is = request_head(&request, &head, (struct reached){ .port = PORT });
		if (is != cases[i].refusal)
			printf("%s %s", cases[i].method, cases[i].lines);
		check_int(is, cases[i].refusal);
	}
}

static void
a_head_that_is_too_large_or_has_bare_lines_is_refused(struct arena *perm)
{
	char *long_value = new(perm, HEAD_MOST + 1, char);
	memset(long_value, 'a', HEAD_MOST);
	struct head head = head_of("GET", "/", HOST);
	head.headers[head.header_count++] = (struct sent){ S("X"), { long_value, HEAD_MOST } };
	struct request request = { 0 };
	check_int(request_head(&request, &head, (struct reached){ .port = PORT }), HEADERS_TOO_LARGE);
	head.header_count = 1;
	head.too_many = true;
	check_int(request_head(&request, &head, (struct reached){ .port = PORT }), HEADERS_TOO_LARGE);
	head.too_many = false;
	head.bare_lines = true;
	check_int(request_head(&request, &head, (struct reached){ .port = PORT }), READS_TWO_WAYS);
}

static void
forms_are_taken_from_our_own_pages_only(struct arena *perm)
{
	static const struct { const char *origin, *fetch_site; bool ours; } cases[] = {
		{ "", "", true }, { "", "same-origin", true }, { "null", "same-origin", true },
		{ "http://localhost:8080", "", true }, { "http://localhost:8080", "same-origin", true },
		{ "", "cross-site", false }, { "", "same-site", false }, { "", "none", false },
		{ "null", "", false }, { "null", "cross-site", false },
		{ "http://evil.example", "", false }, { "https://localhost:8080", "", false },
		{ "http://localhost:8081", "", false }, { "http://localhost:8080.evil.example", "", false },
		{ "http://evil.example", "same-origin", false },
	};
	(void)perm;
	for (int i = 0; i < countof(cases); i++) {
		struct request request = { .host = S("localhost:8080"), .origin = str_of(cases[i].origin),
		                           .fetch_site = str_of(cases[i].fetch_site) };
		check(request_same_site(&request, (struct reached){ .port = PORT }) == cases[i].ours);
	}
}

/* A proxy that does TLS passes on the host it was asked as, and its pages' origin. */
static void
the_address_that_was_set_is_ours_too_and_no_other(struct arena *perm)
{
	static const struct { const char *host, *origin; bool host_ours, origin_ours; } cases[] = {
		{ "Host: workforce.walsall.gov.uk\n", "https://workforce.walsall.gov.uk", true, true },
		{ "Host: WORKFORCE.walsall.gov.uk\n", "https://workforce.walsall.gov.uk", true, true },
		{ "Host: localhost:8080\n", "https://workforce.walsall.gov.uk", true, true },
		{ "Host: localhost:8080\n", "http://localhost:8080", true, true },
		{ "Host: workforce.walsall.gov.uk.evil.example\n", "https://evil.example", false, false },
		{ "Host: walsall.gov.uk\n", "https://walsall.gov.uk", false, false },
		{ "Host: workforce.walsall.gov.uk:8443\n", "https://workforce.walsall.gov.uk:8443", false, false },
	};
	struct reached reached = { PORT, S("https://workforce.walsall.gov.uk") };
	(void)perm;
	for (int i = 0; i < countof(cases); i++) {
		struct head head = head_of("GET", "/", cases[i].host);
		struct request request = { 0 };
		check_int(request_head(&request, &head, reached), cases[i].host_ours ? NOT_REFUSED : OTHER_HOST);
		request.origin = str_of(cases[i].origin);
		check(request_same_site(&request, reached) == cases[i].origin_ours);
		reached.address = S("");                     /* where nothing is set, only this machine is */
		check(request_head(&request, &head, reached) == (i == 2 || i == 3 ? NOT_REFUSED : OTHER_HOST));
		reached.address = S("https://workforce.walsall.gov.uk");
	}
}

static void
an_address_that_is_set_has_a_scheme_a_host_and_no_path(struct arena *perm)
{
	static const struct { const char *text, *address; } cases[] = {
		{ "https://workforce.walsall.gov.uk", "https://workforce.walsall.gov.uk" },
		{ "https://workforce.walsall.gov.uk/", "https://workforce.walsall.gov.uk" },
		{ "http://10.0.0.7:8420", "http://10.0.0.7:8420" },
		{ "workforce.walsall.gov.uk", NULL }, { "https://", NULL }, { "https:///", NULL }, { "", NULL },
		{ "https://walsall.gov.uk/workforce", NULL }, { "javascript:alert(1)", NULL },
		{ "https://walsall.gov.uk\nX: y", NULL }, { "https://a b", NULL }, { "https://kim@walsall.gov.uk", NULL },
	};
	(void)perm;
	for (int i = 0; i < countof(cases); i++) {
		Str address;
		bool good = reached_address(str_of(cases[i].text), &address);
		check(good == (cases[i].address != NULL));
		if (good)
			check_str(address, str_of(cases[i].address));
	}
}

/* ---- targets --------------------------------------------------------------------------------- */

static void
a_target_is_clean_text_or_refused(struct arena *perm)
{
	static const struct { const char *target; enum refusal refusal; int segments; const char *last; } cases[] = {
		{ "/", NOT_REFUSED, 0, "" },
		{ "/authorities", NOT_REFUSED, 1, "authorities" },
		{ "/authorities/", NOT_REFUSED, 1, "authorities" },
		{ "/a/b%20c?x=1", NOT_REFUSED, 2, "b c" },
		{ "/a/b+c", NOT_REFUSED, 2, "b+c" },
		{ "/a/%C3%A9", NOT_REFUSED, 2, "\u00e9" },
		{ "/a%2Fb", NOT_REFUSED, 1, "a/b" },
		{ "/%252e%252e", NOT_REFUSED, 1, "%2e%2e" },
		{ "/..", MALFORMED, 0, "" }, { "/a/../b", MALFORMED, 0, "" }, { "/a/.", MALFORMED, 0, "" },
		{ "/%2e%2e/etc/passwd", MALFORMED, 0, "" }, { "/a/%2E%2e", MALFORMED, 0, "" },
		{ "/a%00b", MALFORMED, 0, "" }, { "/a%0d%0aX:y", MALFORMED, 0, "" }, { "/%7f", MALFORMED, 0, "" },
		{ "/%c0%ae%c0%ae/", MALFORMED, 0, "" }, { "/%e0%80%af", MALFORMED, 0, "" },
		{ "/%ff", MALFORMED, 0, "" }, { "/%ed%a0%80", MALFORMED, 0, "" },
		{ "/%", MALFORMED, 0, "" }, { "/%2", MALFORMED, 0, "" }, { "/%zz", MALFORMED, 0, "" },
		{ "http://evil.example/", MALFORMED, 0, "" }, { "*", MALFORMED, 0, "" }, { "", MALFORMED, 0, "" },
		{ "//evil.example/", NOTHING_HERE, 0, "" }, { "/a//b", NOTHING_HERE, 0, "" },
		{ "/1/2/3/4/5/6/7/8/9", NOTHING_HERE, 0, "" },
		{ "/?a=%", MALFORMED, 0, "" }, { "/?a=%00", MALFORMED, 0, "" }, { "/?a=1&a=2", SAID_TWICE, 0, "" },
		{ "/?a%0a=1", MALFORMED, 0, "" }, { "/?a=%0d%0a", NOT_REFUSED, 0, "" },
	};
	for (int i = 0; i < countof(cases); i++) {
		struct request request = { 0 };
		enum refusal is = request_target(&request, str_of(cases[i].target), perm);
		if (is != cases[i].refusal)
			printf("%s\n", cases[i].target);
		check_int(is, cases[i].refusal);
		if (is != NOT_REFUSED)
			continue;
		check_int(request.segment_count, cases[i].segments);
		if (request.segment_count)
			check_str(request.segments[request.segment_count - 1], str_of(cases[i].last));
	}
}

static void
a_target_has_a_longest_length(struct arena *perm)
{
	char *target = new(perm, PATH_MOST + QUERY_MOST + 8, char);
	struct request request = { 0 };
	memset(target, 'a', PATH_MOST + 1);
	target[0] = '/';
	check_int(request_target(&request, (Str){ target, PATH_MOST }, perm), NOT_REFUSED);
	check_int(request_target(&request, (Str){ target, PATH_MOST + 1 }, perm), ADDRESS_TOO_LONG);
	memset(target, 'a', PATH_MOST + QUERY_MOST + 8);
	target[0] = '/';
	target[1] = '?';
	request = (struct request){ 0 };
	check_int(request_target(&request, (Str){ target, QUERY_MOST + 2 }, perm), NOT_REFUSED);
	check_int(request_target(&request, (Str){ target, QUERY_MOST + 3 }, perm), ADDRESS_TOO_LONG);
}

static void
a_query_has_at_most_so_many_fields(struct arena *perm)
{
	struct text text = text_new(perm);
	struct sents fields = { 0 }, more = { 0 };
	for (int i = 0; i < SENT_MOST; i++)
		text_format(&text, "n%d=v%d&", i, i);
	check_int(fields_read(&fields, text_str(&text), perm), NOT_REFUSED);
	check_int(fields.count, SENT_MOST);
	check_str(sents_find(&fields, S("n399")), S("v399"));
	check_str(sents_find(&fields, S("n400")), S(""));
	text_add(&text, S("n400=v"));
	check_int(fields_read(&more, text_str(&text), perm), MALFORMED);
}

/* ---- bodies ---------------------------------------------------------------------------------- */

#define PART(head, bytes) "--XX\r\nContent-Disposition: form-data; " head "\r\n\r\n" bytes "\r\n"

static enum refusal
read_body(struct request *request, const char *type, Str body, struct arena *perm)
{
	*request = (struct request){ .method = POST, .content_type = str_of(type) };
	return request_body(request, body, perm);
}

static void
an_upload_gives_its_fields_and_its_file(struct arena *perm)
{
	struct request request;
	Str body = S(PART("name=\"kind\"", "series")
	             "--XX\r\nContent-Type: text/csv\r\nContent-Disposition: form-data; name=\"file\"; "
	             "filename=\"C:\\files\\own; figures.csv\"\r\n\r\na,b\r\n--XY\r\n\r\n1,2\r\n"
	             PART("name=token", "abc") "--XX--\r\n");
	check_int(read_body(&request, "multipart/form-data; boundary=XX", body, perm), NOT_REFUSED);
	check_str(sents_find(&request.form, S("kind")), S("series"));
	check_str(sents_find(&request.form, S("token")), S("abc"));
	check(request.file.there);
	check_str(request.file.name, S("own; figures.csv"));
	check_str(request.file.bytes, S("a,b\r\n--XY\r\n\r\n1,2"));
	check_int(read_body(&request, "multipart/form-data; boundary=\"XX\"", body, perm), NOT_REFUSED);
	/* Cut at every byte before the last mark, it is not a form. */
	for (ptrdiff_t len = 0; len < body.len - 2; len++)
		check_int(read_body(&request, "multipart/form-data; boundary=XX", str_upto(body, len), perm),
		          MALFORMED);
}

static void
two_files_come_each_in_its_field_and_one_that_nobody_chose_is_none(struct arena *perm)
{
	struct request request;
	const char *parts = "multipart/form-data; boundary=XX";
	check_int(read_body(&request, parts, S(PART("name=a; filename=x", "b") PART("name=c; filename=y", "d") "--XX--"), perm),
	          NOT_REFUSED);
	check_str(sent_file_of(&request.files, S("a")).bytes, S("b"));
	check_str(sent_file_of(&request.files, S("c")).bytes, S("d"));
	check_str(request.file.bytes, S("b"));
	check(!sent_file_of(&request.files, S("e")).there);
	check_int(read_body(&request, parts, S(PART("name=a; filename=x", "b") PART("name=c; filename=\"\"", "") "--XX--"), perm),
	          NOT_REFUSED);
	check(!sent_file_of(&request.files, S("c")).there);
	check_int(read_body(&request, parts, S(PART("name=a; filename=x", "b") PART("name=a; filename=y", "d") "--XX--"), perm),
	          MALFORMED);
}

static void
a_body_that_is_not_a_form_is_refused(struct arena *perm)
{
	struct request request;
	const char *parts = "multipart/form-data; boundary=XX";
	check_int(read_body(&request, "text/plain", S("a=b"), perm), FORM_UNREADABLE);
	check_int(read_body(&request, "", S("a=b"), perm), FORM_UNREADABLE);
	check_int(read_body(&request, "application/json", S("{}"), perm), FORM_UNREADABLE);
	check_int(read_body(&request, "multipart/form-data", S(PART("name=a", "b") "--XX--"), perm), MALFORMED);
	check_int(read_body(&request, "multipart/form-data; boundary=", S("--"), perm), MALFORMED);
	check_int(read_body(&request, parts, S("--XX\r\nContent-Type: text/csv\r\n\r\nb\r\n--XX--"), perm),
	          MALFORMED);
	check_int(read_body(&request, parts, S(PART("name=a", "b") PART("name=a", "c") "--XX--"), perm),
	          MALFORMED);
	check_int(read_body(&request, parts, S(PART("name=a; filename=x", "b") PART("name=c; filename=y", "d")
	                                       PART("name=e; filename=z", "f") "--XX--"), perm), MALFORMED);
	check_int(read_body(&request, parts, S(PART("name=a", "b\x01") "--XX--"), perm), MALFORMED);
	check_int(read_body(&request, parts, S(PART("name=a; filename=\"x\x01\"", "b") "--XX--"), perm),
	          MALFORMED);
	check_int(read_body(&request, "application/x-www-form-urlencoded; charset=UTF-8",
	                    S("a=b+c&d=%C3%A9"), perm), NOT_REFUSED);
	check_str(sents_find(&request.form, S("a")), S("b c"));
	check_str(sents_find(&request.form, S("d")), S("\u00e9"));
}

static void
many_parts_are_refused_and_not_slow(struct arena *perm)
{
	struct request request;
	struct text text = text_new(perm);
	for (int i = 0; i < 100000; i++)
		text_format(&text, "--XX\r\nContent-Disposition: form-data; name=n%d\r\n\r\nv\r\n", i);
	text_add(&text, S("--XX--"));
	check_int(read_body(&request, "multipart/form-data; boundary=XX", text_str(&text), perm), MALFORMED);
}

/* ---- replies --------------------------------------------------------------------------------- */

static const char *
header_of(const struct reply *reply, const char *name, struct arena *perm)
{
	struct reply_header headers[REPLY_HEADERS_MOST];
	int count = reply_headers(reply, headers, perm);
	for (int i = 0; i < count; i++)
		if (strcmp(headers[i].name, name) == 0)
			return headers[i].value;
	return "";
}

static void
every_reply_has_the_safe_headers(struct arena *perm)
{
	struct reply page = { .status = 200, .type = S("text/html"), .body = S("x") };
	Str policy = str_of(header_of(&page, "Content-Security-Policy", perm));
	check(str_begins(policy, S("default-src 'none'; ")));
	check(str_find(policy, S("unsafe")) < 0);
	check(str_find(policy, S("frame-ancestors 'none'")) > 0);
	check_str(str_of(header_of(&page, "X-Content-Type-Options", perm)), S("nosniff"));
	check_str(str_of(header_of(&page, "Referrer-Policy", perm)), S("no-referrer"));
	check_str(str_of(header_of(&page, "Cache-Control", perm)), S("no-store"));
	struct reply file = { .status = 200, .lasting = true,
	                      .download = S("../a\"b\r\nSet-Cookie: x\u00e9.csv") };
	check(str_find(str_of(header_of(&file, "Cache-Control", perm)), S("immutable")) > 0);
	Str name = str_of(header_of(&file, "Content-Disposition", perm));
	check_str(name, S("attachment; filename=\"-.-a-b--Set-Cookie--x--.csv\""));
	struct reply gone = { .status = 303, .location = S("/a"), .close = true, .retry_seconds = 5,
	                      .allow = S("GET") };
	check_str(str_of(header_of(&gone, "Location", perm)), S("/a"));
	check_str(str_of(header_of(&gone, "Connection", perm)), S("close"));
	check_str(str_of(header_of(&gone, "Retry-After", perm)), S("5"));
}

static void
every_refusal_has_a_status_and_words(struct arena *perm)
{
	(void)perm;
	for (int i = NOT_REFUSED + 1; i < REFUSALS; i++) {
		check(refusal_rows[i].status >= 400 && refusal_rows[i].status < 600);
		check(refusal_rows[i].title.len > 10);
		check(str_ends(refusal_rows[i].words, S(".")));
	}
}

/* Last Sundays: 30 March and 26 October 2025, 29 March and 25 October 2026. */
static void
the_day_is_londons(struct arena *perm)
{
	static const struct { int64_t utc; int year, month, day; } cases[] = {
		{ 1735689599, 2024, 12, 31 }, { 1735689600, 2025, 1, 1 },      /* 2025-01-01 00:00 */
		{ 1743294600, 2025, 3, 30 },                                   /* 2025-03-30 00:30 */
		{ 1743290999, 2025, 3, 29 },                                   /* 2025-03-29 23:29:59 */
		{ 1743377400, 2025, 3, 31 },                                   /* 2025-03-30 23:30: summer */
		{ 1751326200, 2025, 7, 1 },                                    /* 2025-06-30 23:30 */
		{ 1761435000, 2025, 10, 26 },                                  /* 2025-10-25 23:30 */
		{ 1761521400, 2025, 10, 26 },                                  /* 2025-10-26 23:30: winter */
		{ 1774827000, 2026, 3, 30 },                                   /* 2026-03-29 23:30 */
	};
	(void)perm;
	for (int i = 0; i < countof(cases); i++)
		check_int(london_day(cases[i].utc).day,
		          date_of(cases[i].year, cases[i].month, cases[i].day).day);
}

/* ---- routes ---------------------------------------------------------------------------------- */

static struct found
find(enum method method, const char *path, struct arena *perm)
{
	struct request request = { 0 };
	check_int(request_target(&request, str_of(path), perm), NOT_REFUSED);
	Str *segments = new(perm, SEGMENTS_MOST, Str);
	memcpy(segments, request.segments, sizeof request.segments);
	return route_find(method, segments, request.segment_count);
}

static void
every_route_says_what_it_is_and_who_may(struct arena *perm)
{
	(void)perm;
	for (int i = 0; i < route_count; i++) {
		check(routes[i].title.len > 0);
		check(routes[i].does.len > 0);
		check(routes[i].view || routes[i].act);
		check(routes[i].need.access != UNSAID);
		check(routes[i].method == GET || routes[i].method == POST);
		check(str_begins(routes[i].path, S("/")));
		for (int k = 0; k < i; k++)
			check(routes[k].method != routes[i].method || !str_equal(routes[k].path, routes[i].path));
	}
	for (int i = 0; i < param_count; i++) {
		unsigned bit = (unsigned)params[i].bit, before = i ? (unsigned)params[i - 1].bit : 1;
		check(params[i].does.len > 0 && (bit & (bit - 1)) == 0 && (bit == before || bit == 2 * before));
	}
}

static void
addresses_lead_to_their_rows(struct arena *perm)
{
	struct found found = find(GET, "/authorities/walsall/scorecard.csv", perm);
	check(found.route && found.route->view == show_scorecard);
	check_int(found.face, FACE_CSV);
	found = find(GET, "/figures/turnover_rate_fte.xlsx", perm);
	check(found.route && found.route->view == show_figures);
	check_str(found.last, S("turnover_rate_fte"));
	check_int(found.face, FACE_XLSX);
	check(find(GET, "/authorities/walsall/paper.docx", perm).face == FACE_DOCX);
	check(!find(GET, "/authorities/walsall/scorecard.docx", perm).route);
	check(!find(GET, "/authorities/walsall/scorecard.text", perm).route);
	check(!find(GET, "/authorities/walsall/scorecard.exe", perm).route);
	check(!find(GET, "/authorities/walsall/scorecard/x", perm).route);
	check(!find(GET, "/nothing", perm).route);
	check(!find(GET, "/authorities/walsall/nothing", perm).route);
	check(!find(GET, "/authorities/walsall/times in post", perm).route);
	found = find(GET, "/authorities/walsall/times-in-post.csv", perm);
	check(found.route && str_equal(found.last, S("times-in-post")));
	check(find(GET, "/authorities/walsall/posts/new", perm).route->view != find(GET, "/authorities/walsall/posts/P-1", perm).route->view);
	check(find(GET, "/openapi.json", perm).route != NULL);
	check(!find(GET, "/health.json", perm).route);
	found = find(POST, "/health", perm);
	check(!found.route && found.elsewhere[GET] && !found.elsewhere[POST]);
	found = find(GET, "/imports/3/undo", perm);
	check(!found.route && found.elsewhere[POST] && !found.elsewhere[GET]);
	found = find(OTHER_METHOD, "/imports", perm);
	check(!found.route && found.elsewhere[POST] && found.elsewhere[GET]);
}

static void
only_what_a_route_takes_reaches_its_view(struct arena *perm)
{
	struct request request = { 0 };
	request_target(&request, S("/authorities/walsall/scorecard?average=mean&sentence=x&area=dudley&odd=1"), perm);
	struct found found = route_find(GET, request.segments, request.segment_count);
	struct ask ask = { 0 };
	route_ask(&ask, &found, &request, perm);
	check_str(ask.area, S("walsall"));
	check_str(ask.average, S("mean"));
	check_str(ask.sentence, S(""));
}

static void
the_openapi_description_has_every_address(struct arena *perm)
{
	Str text = openapi_text(perm);
	json_error_t error;
	json_t *root = json_loadb(text.at, (size_t)text.len, JSON_REJECT_DUPLICATES, &error);
	if (!root)
		printf("%d:%d: %s\n", error.line, error.column, error.text);
	check(root != NULL);
	json_t *paths = json_object_get(root, "paths");
	check(json_object_get(json_object_get(paths, "/imports"), "post") != NULL);
	check(json_object_get(json_object_get(paths, "/imports"), "get") != NULL);
	check(json_object_get(paths, "/authorities/{area}/scorecard.csv") != NULL);
	check(json_object_get(paths, "/authorities/{area}/paper.docx") != NULL);
	check(json_object_get(paths, "/figures/{measure}") != NULL);
	for (int i = 0; i < route_count; i++) {
		struct text path = text_new(perm);
		for (Str rest = str_from(routes[i].path, 1); rest.len > 0;) {
			Str part = str_cut(&rest, '/');
			if (str_equal(part, S(":type")))             /* written once for each type */
				part = S("units");
			bool given = part.at[0] == ':';
			text_format(&path, given ? "/{%.*s}" : "/%.*s", STR_ARG(given ? str_from(part, 1) : part));
		}
		const json_t *methods = json_object_get(paths, path.len ? str_c(text_str(&path), perm) : "/");
		check(json_object_get(methods, routes[i].method == GET ? "get" : "post") != NULL);
	}
	json_t *post = json_object_get(json_object_get(paths, "/authorities/{area}/establishment-changes/{ref}/change"), "post");
	check(json_object_get(post, "requestBody") != NULL);
	check(!json_object_get(paths, "/authorities/{area}/{type}"));
	json_t *schemas = json_object_get(json_object_get(root, "components"), "schemas");
	json_t *spell = json_object_get(json_object_get(schemas, "spell-changed"), "properties");
	check_int(json_array_size(json_object_get(json_object_get(spell, "reason"), "oneOf")), 11);
	json_decref(root);
}

/* ---- the site -------------------------------------------------------------------------------- */

static struct site *
a_site(struct arena *perm)
{
	struct site *site = new(perm, 1, struct site);
	struct error err = { "" };
	check(site_open(site, S(""), S(""), &err));
	site->port = PORT;
	return site;
}

static struct reply
ask(struct site *site, const char *method, const char *target, const char *lines, Str body,
    struct arena *perm)
{
	return ask_site(site, (struct asked_for){ method, target, lines, body, 1764000000 }, perm);
}

static struct reply
get(struct site *site, const char *target, struct arena *perm)
{
	return ask(site, "GET", target, HOST, S(""), perm);
}

/* A route's path with a real council and measure in it. */
static const char *
real_address(const struct route *route, Str ending, struct arena *perm)
{
	struct text path = text_new(perm);
	Str rest = str_from(route->path, 1);
	while (rest.len > 0) {
		Str part = str_cut(&rest, '/');
		Str real = str_equal(part, S(":area")) ? S("walsall")
			: str_equal(part, S(":measure")) ? S("turnover_rate_fte")
			: str_equal(part, S(":type")) ? S("posts") : str_equal(part, S(":ref")) ? S("D072") : part;
		text_format(&path, "/%.*s", STR_ARG(real));
	}
	text_add(&path, path.len ? ending : S("/"));
	if (route->takes & TAKES_SENTENCE)
		text_add(&path, S("?area=walsall&sentence=Turnover+fell+from+2017+to+2025."));
	return str_c(text_str(&path), perm);
}

static void
every_view_answers_in_every_face(struct arena *perm)
{
	static const enum face faces[] = { FACE_CSV, FACE_XLSX, FACE_JSON, FACE_HTML };
	struct site *site = a_site(perm);
	for (int i = 0; i < route_count; i++) {
		if (!routes[i].view || routes[i].view == show_loads || routes[i].need.access != OPEN ||
		    routes[i].view == page_sign_in || routes[i].view == page_link ||
		    (routes[i].outside && routes[i].view != show_adverts))
			continue;                                        /* those need a store: accounts_pages_test.c, apply_pages_test.c */
		struct arena scratch = *perm;
		struct reply page = get(site, real_address(&routes[i], S(""), &scratch), &scratch);
		check_int(page.status, 200);
		check_str(page.type, S("text/html; charset=utf-8"));
		check(str_find(page.body, S("id=\"main-content\"")) > 0);
		check_int(str_find(str_from(page.body, str_find(page.body, S("<h1")) + 3), S("<h1")), -1);
		for (int f = 0; f < countof(faces) && routes[i].path.len > 1; f++) {
			Str ending = str_format(&scratch, ".%.*s", STR_ARG(face_name(faces[f])));
			struct reply file = get(site, real_address(&routes[i], ending, &scratch), &scratch);
			if (file.status == 404 && file.type.len && faces[f] != FACE_HTML && faces[f] != FACE_JSON)
				continue;                                /* a page of words has no figures to give */
			check_int(file.status, 200);
			check_str(file.type, face_type(faces[f]));
			check(file.body.len > 0);
			check(faces[f] == FACE_JSON || str_ends(file.download, ending));
		}
	}
	site_close(site);
}

static void
what_is_unknown_is_said_with_the_nearest_names(struct arena *perm)
{
	struct site *site = a_site(perm);
	struct reply reply = get(site, "/authorities/wallsall/scorecard", perm);
	check_int(reply.status, 404);
	check(str_find(reply.body, S("/authorities/walsall/scorecard")) > 0);
	reply = get(site, "/authorities/wallsall/scorecard.json", perm);
	check_int(reply.status, 404);
	check_str(reply.type, S("application/json"));
	reply = get(site, "/authorities/wallsall/scorecard.csv", perm);
	check_int(reply.status, 404);
	check_str(reply.type, S("text/plain; charset=utf-8"));
	check_int(get(site, "/authorities/walsall/scorecard?average=middling", perm).status, 400);
	check_int(get(site, "/authorities/walsall/measures/nonsense", perm).status, 404);
	check_int(get(site, "/authorities/walsall/standing/turnover_rate_fte?year=1066", perm).status, 404);
	reply = get(site, "/nothing", perm);
	check_int(reply.status, 404);
	check(!reply.close);
	reply = ask(site, "DELETE", "/imports", HOST, S(""), perm);
	check_int(reply.status, 405);
	check_str(reply.allow, S("GET, HEAD, POST"));
	site_close(site);
}

static void
one_fitting_council_is_opened_at_the_same_place(struct arena *perm)
{
	struct site *site = a_site(perm);
	static const struct { const char *target, *location; } cases[] = {
		{ "/authorities?q=walsall", "/authorities/walsall/scorecard" },
		{ "/authorities?q=E08000030", "/authorities/walsall/scorecard" },
		{ "/authorities?q=Leicester", "/authorities/leicester/scorecard" },
		{ "/authorities?q=walsall&place=measures/turnover_rate_fte",
		  "/authorities/walsall/measures/turnover_rate_fte" },
		{ "/authorities?q=walsall&place=//evil.example/x", "/authorities/walsall/scorecard" },
		{ "/authorities?q=walsall&place=../../imports", "/authorities/walsall/scorecard" },
		{ "/authorities?q=walsall&place=scorecard.csv", "/authorities/walsall/scorecard" },
		{ "/authorities/walsall", "/authorities/walsall/scorecard" },
		{ "/authorities/a%0ab", "" },
		{ "/authorities/%22%3E", "/authorities/%22%3E/scorecard" },
		{ "/figures?measure=vacancy_rate_fte&year=2024", "/figures/vacancy_rate_fte?year=2024" },
	};
	for (int i = 0; i < countof(cases); i++) {
		struct reply reply = get(site, cases[i].target, perm);
		check_str(reply.location, str_of(cases[i].location));
		check_int(reply.status, reply.location.len ? 303 : 400);
	}
	struct reply several = get(site, "/authorities?q=leicester%20", perm);
	check_int(several.status, 303);
	several = get(site, "/authorities?q=west", perm);
	check_int(several.status, 200);
	check(str_find(several.body, S("/authorities/westminster/scorecard")) > 0);
	site_close(site);
}

/* Each stands in what pages repeat: the search, the sentence, the address. */
static void
nothing_typed_becomes_markup(struct arena *perm)
{
	static const char *const typed[] = {
		"%3Cscript%3Ealert(1)%3C/script%3E", "%22%3E%3Cimg+src=x+onerror=alert(1)%3E",
		"%27%20onmouseover=%27alert(1)", "%3C/title%3E%3Csvg/onload=alert(1)%3E", "%26lt;script%26gt;",
		"javascript:alert(1)",
	};
	static const char *const places[] = {
		"/authorities?q=%s", "/claim?sentence=%s&area=%s", "/authorities/%s/scorecard",
		"/authorities/walsall/scorecard?average=%s", "/authorities/walsall/measures/%s?x=%s",
		"/figures/turnover_rate_fte?sort=%s&year=%s", "/%s",
	};
	struct site *site = a_site(perm);
	for (int p = 0; p < countof(places); p++)
		for (int t = 0; t < countof(typed); t++) {
			char target[400];
			struct arena scratch = *perm;
			size_t used = 0;
			for (const char *c = places[p]; *c; c++)
				if (c[0] == '%' && c[1] == 's') {
					used += (size_t)snprintf(target + used, sizeof target - used, "%s", typed[t]);
					c++;
				} else {
					target[used++] = *c;
				}
			target[used] = 0;
			struct reply reply = get(site, target, &scratch);
			if (str_find(reply.body, S("<script>alert")) >= 0 || str_find(reply.body, S("<img src=x")) >= 0 ||
			    str_find(reply.body, S("<svg/onload")) >= 0 || str_find(reply.body, S("'alert(1)")) >= 0 ||
			    str_find(reply.body, S("href=\"javascript:")) >= 0) {
				printf("%s\n", target);
				check(target[0] == 0);           /* typed text became markup */
			}
		}
	site_close(site);
}

#define FORM "Content-Type: application/x-www-form-urlencoded\n"

/* A site with a store, and somebody who may import there. */
struct kept { char folder[32]; Str path; struct site *site; struct visitor who; };

static struct kept
a_kept_site(struct arena *perm)
{
	struct kept kept = { .folder = "/tmp/mainstay-web-XXXXXX", .site = new(perm, 1, struct site) };
	struct error err = { "" };
	check(mkdtemp(kept.folder) != NULL);
	kept.path = str_format(perm, "%s/store.db", kept.folder);
	check(site_open(kept.site, kept.path, S(""), &err));
	kept.site->port = PORT;
	kept.who = signed_in_as(kept.path, DUTY_HR_LEAD, S("walsall"), perm);
	return kept;
}

static void
kept_end(struct kept *kept, struct arena *perm)
{
	site_close(kept->site);
	unlink(str_c(kept->path, perm));
	check_int(rmdir(kept->folder), 0);
}

/* A form sent by whoever is signed in. */
static struct reply
post(struct kept *kept, const char *target, const char *type, Str body, struct arena *perm)
{
	Str lines = str_format(perm, HOST "%sContent-Type: %s\nContent-Length: %td\n", kept->who.cookie, type, body.len);
	return ask(kept->site, "POST", target, str_c(lines, perm), body, perm);
}

#define URLENCODED "application/x-www-form-urlencoded"

static void
a_form_needs_its_own_sessions_token(struct arena *perm)
{
	struct kept kept = a_kept_site(perm);
	struct visitor other = signed_in_as(kept.path, DUTY_HR_LEAD, S("walsall"), perm);
	Str own = str_format(perm, "token=%.*s", STR_ARG(kept.who.token));
	/* Nothing came with it, and the form says so: it was let in. */
	check_int(post(&kept, "/imports", URLENCODED, own, perm).status, 400);
	check_int(post(&kept, "/imports", URLENCODED, S(""), perm).status, 403);
	check_int(post(&kept, "/imports", URLENCODED, str_upto(own, own.len - 1), perm).status, 403);
	check_int(post(&kept, "/imports", URLENCODED, str_format(perm, "token=%.*s", STR_ARG(other.token)), perm).status, 403);
	check_int(post(&kept, "/imports", URLENCODED, str_format(perm, "token=%.*s", TOKEN_LEN, kept.site->token), perm).status, 403);
	check_int(post(&kept, "/imports", "text/plain", own, perm).status, 415);
	kept_end(&kept, perm);
}

static void
nobody_imports_without_the_duty(struct arena *perm)
{
	struct kept kept = a_kept_site(perm);
	Str token = str_format(perm, "token=%.*s", TOKEN_LEN, kept.site->token);
	struct reply reply = ask(kept.site, "POST", "/imports", HOST FORM "Content-Length: 38\n", token, perm);
	check_int(reply.status, 303);
	check(str_begins(reply.location, S("/sign-in")));
	kept.who = signed_in_as(kept.path, DUTY_TEAM_MANAGER, S("walsall"), perm);
	check_int(post(&kept, "/imports", URLENCODED, str_format(perm, "token=%.*s", STR_ARG(kept.who.token)), perm).status, 403);
	kept_end(&kept, perm);
}

static void
a_form_needs_this_programs_token(struct arena *perm)
{
	struct site *site = a_site(perm);
	char body[128];
	struct reply reply = ask(site, "POST", "/imports/1/undo", HOST FORM "Content-Length: 1\n", S("a"), perm);
	check_int(reply.status, 403);
	snprintf(body, sizeof body, "token=%.*s", TOKEN_LEN, site->token);
	char wrong[128];
	memcpy(wrong, body, sizeof wrong);
	wrong[6 + TOKEN_LEN - 1] ^= 1;
	check_int(ask(site, "POST", "/imports", HOST FORM "Content-Length: 38\n", str_of(wrong), perm).status, 403);
	wrong[6 + TOKEN_LEN - 1] = 0;
	check_int(ask(site, "POST", "/imports", HOST FORM "Content-Length: 37\n", str_of(wrong), perm).status, 403);
	/* With it, and nobody signed in. */
	check_int(ask(site, "POST", "/imports", HOST FORM "Content-Length: 38\n", str_of(body), perm).status, 303);
	/* With it, from elsewhere. */
	reply = ask(site, "POST", "/imports", HOST FORM "Content-Length: 38\nSec-Fetch-Site: cross-site\n",
	            str_of(body), perm);
	check_int(reply.status, 403);
	check(reply.close);
	check_int(ask(site, "POST", "/imports", HOST FORM "Content-Length: 2000000\n", S(""), perm).status, 413);
	check_int(ask(site, "POST", "/imports", HOST "Content-Type: text/plain\nContent-Length: 38\n",
	              str_of(body), perm).status, 415);
	check_int(ask(site, "POST", "/imports", HOST "Content-Type: multipart/form-data; boundary=X\n"
	              "Content-Length: 33554433\n", S(""), perm).status, 413);
	site_close(site);
}

/* An upload as a browser sends it, from our own page. */
static struct reply
upload(struct kept *kept, const char *what, const char *csv, struct arena *perm)
{
	Str body = str_format(perm, PART("name=token", "%.*s") PART("name=kind", "series")
		PART("name=release", "") PART("name=do", "%s") PART("name=file; filename=own.csv", "%s")
		"--XX--\r\n", STR_ARG(kept->who.token), what, csv);
	return post(kept, "/imports", "multipart/form-data; boundary=XX", body, perm);
}

static int
own_points(struct site *site)
{
	struct world_room *room = world_hold(site);
	int count = room->world.own.point_count;
	world_drop(site, room);
	return count;
}

static void
an_import_is_seen_at_once_and_its_undo_too(struct arena *perm)
{
	struct kept kept = a_kept_site(perm);
	struct site *site = kept.site;
	const char *csv = "area,measure,date,value,source\r\nwalsall,turnover_rate_fte,2025,8.1,Annual report\r\n";
	const char *bad = "area,measure,date,value,source\r\nwalsall,turnover_rate_fte,2025,many,Annual report\r\n";
	check_int(own_points(site), 0);
	check_int(upload(&kept, "check", csv, perm).status, 200);
	check_int(own_points(site), 0);
	struct reply refused = upload(&kept, "store", bad, perm);
	check_int(refused.status, 200);
	check(str_find(refused.body, S("many")) > 0);
	check_int(own_points(site), 0);
	check_int(upload(&kept, "store", csv, perm).status, 200);
	check_int(own_points(site), 1);
	Str lines = str_format(perm, HOST "%s", kept.who.cookie);
	struct reply list = ask(site, "GET", "/imports", str_c(lines, perm), S(""), perm);
	check_int(list.status, 200);
	check(str_find(list.body, S("formaction=\"/imports/1/undo\"")) > 0);
	check(str_find(get(site, "/imports", perm).body, S("formaction=")) < 0);
	Str token = str_format(perm, "token=%.*s", STR_ARG(kept.who.token));
	check_int(post(&kept, "/imports/1/undo", URLENCODED, token, perm).status, 200);
	check_int(own_points(site), 0);
	check_int(post(&kept, "/imports/77/undo", URLENCODED, token, perm).status, 404);
	check_int(post(&kept, "/imports/x/undo", URLENCODED, token, perm).status, 404);
	check(!site->importing);
	kept_end(&kept, perm);
}

static void
two_starts_have_different_tokens(struct arena *perm)
{
	struct site *one = a_site(perm), *other = a_site(perm);
	check(memcmp(one->token, other->token, TOKEN_LEN) != 0);
	check(memcmp(one->assets_hash, other->assets_hash, HASH_LEN) == 0);
	site_close(one);
	site_close(other);
}

static void
assets_are_served_at_their_own_address_only(struct arena *perm)
{
	struct site *site = a_site(perm);
	Str address = asset_address(site, S("mainstay.js"), perm);
	struct reply reply = get(site, str_c(address, perm), perm);
	check_int(reply.status, 200);
	check(reply.lasting);
	check(str_begins(reply.type, S("text/javascript")));
	check_int(get(site, "/assets/0000000000000000/mainstay.js", perm).status, 404);
	check_int(get(site, str_c(asset_address(site, S("release-2025.txt"), perm), perm), perm).status, 404);
	check_int(get(site, str_c(asset_address(site, S("nothing.css"), perm), perm), perm).status, 404);
	struct reply page = get(site, "/help", perm);
	check(str_find(page.body, address) > 0);
	check(str_find(page.body, asset_address(site, S("govuk.css"), perm)) > 0);
	site_close(site);
}

/* A slip in a name gave figures of something else, and nobody was told. */
static void
what_an_address_does_not_take_is_refused_with_the_name_that_was_meant(struct arena *perm)
{
	static const struct { const char *address; int status; const char *says; } rows[] = {
		{ "/authorities/walsall/outlook?mnths=12", 400, "Did you mean months?" },
		{ "/authorities/walsall/outlook.csv?mnths=12", 400, "mnths" },
		{ "/authorities/walsall/outlook.json?run=12", 400, "Did you mean runs?" },
		{ "/authorities/walsall/outlook.xlsx?utm_source=letter", 400, "nothing that can be asked here" },
		{ "/authorities/walsall/outlook?utm_source=letter&months=12", 200, "in September 2026" },
		{ "/authorities/walsall/scorecard?averge=mean", 400, "Did you mean average?" },
		{ "/authorities/walsall/scenarios?over=10&over.frm=3", 400, "over.frm" },
		{ "/authorities/walsall/scenarios?over=10&over.from=3", 200, "Scenario A" },
		{ "/methods?year=2025", 400, "Take away the question mark" },
		{ "/authorities?q=walsall&place=outlook", 303, "" },
		{ "/authorities/walsall/outlook?=12", 400, "nothing that can be asked here" },
	};
	struct site *site = a_site(perm);
	for (int i = 0; i < countof(rows); i++) {
		struct reply reply = get(site, rows[i].address, perm);
		if (reply.status != rows[i].status || str_find(reply.body, str_of(rows[i].says)) < 0)
			printf("%s\n", rows[i].address);
		check_int(reply.status, rows[i].status);
		check(rows[i].says[0] == '\0' || str_find(reply.body, str_of(rows[i].says)) >= 0);
	}
	site_close(site);
}

static void
a_full_arena_is_told_and_the_next_request_answered(struct arena *perm)
{
	struct site *site = a_site(perm);
	for (ptrdiff_t room = 96 << 10; room < 400 << 10; room += 16 << 10) {
		struct arena small = { perm->next, perm->next + room, NULL };
		struct reply reply = get(site, "/authorities/walsall/scorecard", &small);
		check(reply.status == 413 || reply.status == 200);
		check(room > 100 << 10 || reply.status == 413);
	}
	for (int i = 0; i < WORLDS_MOST; i++)
		check_int(site->rooms[i].readers, 0);
	check_int(get(site, "/health", perm).status, 200);
	site_close(site);
}

static void
a_new_world_replaces_the_old_when_its_last_reader_is_gone(struct arena *perm)
{
	struct site *site = a_site(perm);
	struct error err = { "" };
	struct world_room *reading = world_hold(site);
	const struct areas *areas = &reading->world.published.areas;
	Str first = str_copy(areas->at[0].name, perm);
	check(first.len > 0);
	for (int i = 0; i < 20; i++) {
		check(world_renew(site, NULL, &err));
		struct world_room *now = world_hold(site);
		check(now != reading && now->current);
		world_drop(site, now);
	}
	check(!reading->current);
	check_str(areas->at[0].name, first);
	world_drop(site, reading);
	check(reading->arena.next == reading->begin);
	site_close(site);
}

/* ---- bodies ---------------------------------------------------------------------------------------------- */

static bool
body_comes(struct desks *desks, struct desk **desk, int64_t length, const char *from)
{
	*desk = desk_take(desks, true);
	bool comes = *desk && desk_admits(desks, *desk, length, str_of(from));
	if (*desk && !comes)
		desk_give(desks, *desk);
	return comes;
}

/* Sixteen of one address, eight large ones, sixty-four in all; what is given back is there for the next. */
static void
bodies_are_bounded_by_address_by_size_and_all_together(struct arena *perm)
{
	struct desks *desks = new(perm, 1, struct desks);
	struct desk *held[BODIES_MOST + 1], *more;
	int n = 0;
	desks_begin(desks);
	while (n < BODIES_OF_ADDRESS)
		check(body_comes(desks, &held[n++], 100, "192.0.2.1"));
	check(!body_comes(desks, &more, 100, "192.0.2.1"));
	check(body_comes(desks, &held[n++], 100, "192.0.2.2"));
	desk_give(desks, held[0]);
	check(body_comes(desks, &held[0], 100, "192.0.2.1"));
	for (int i = 0; i < LARGE_BODIES_MOST; i++)
		check(body_comes(desks, &held[n++], OUTSIDE_MOST + 1, ""));
	check(!body_comes(desks, &more, OUTSIDE_MOST + 1, "") && body_comes(desks, &held[n++], OUTSIDE_MOST, ""));
	while (n < BODIES_MOST)
		check(body_comes(desks, &held[n++], 100, ""));
	check(!body_comes(desks, &more, 100, "192.0.2.3"));
	struct desk *answering = desk_take(desks, false);                        /* what has no body is answered all the same */
	check(answering != NULL);
	desk_give(desks, answering);
	for (int i = 0; i < n; i++)
		desk_give(desks, held[i]);
	check(body_comes(desks, &more, OUTSIDE_MOST + 1, "192.0.2.1"));
	desk_give(desks, more);
	desks_end(desks);
}

int
main(void)
{
	run(a_head_is_read_in_one_way_or_refused);
	run(a_head_that_is_too_large_or_has_bare_lines_is_refused);
	run(forms_are_taken_from_our_own_pages_only);
	run(the_address_that_was_set_is_ours_too_and_no_other);
	run(an_address_that_is_set_has_a_scheme_a_host_and_no_path);
	run(a_target_is_clean_text_or_refused);
	run(a_target_has_a_longest_length);
	run(a_query_has_at_most_so_many_fields);
	run(an_upload_gives_its_fields_and_its_file);
	run(two_files_come_each_in_its_field_and_one_that_nobody_chose_is_none);
	run(a_body_that_is_not_a_form_is_refused);
	run(many_parts_are_refused_and_not_slow);
	run(every_reply_has_the_safe_headers);
	run(every_refusal_has_a_status_and_words);
	run(the_day_is_londons);
	run(every_route_says_what_it_is_and_who_may);
	run(addresses_lead_to_their_rows);
	run(only_what_a_route_takes_reaches_its_view);
	run(the_openapi_description_has_every_address);
	run(every_view_answers_in_every_face);
	run(what_is_unknown_is_said_with_the_nearest_names);
	run(one_fitting_council_is_opened_at_the_same_place);
	run(nothing_typed_becomes_markup);
	run(a_form_needs_this_programs_token);
	run(a_form_needs_its_own_sessions_token);
	run(nobody_imports_without_the_duty);
	run(an_import_is_seen_at_once_and_its_undo_too);
	run(two_starts_have_different_tokens);
	run(assets_are_served_at_their_own_address_only);
	run(what_an_address_does_not_take_is_refused_with_the_name_that_was_meant);
	run(a_full_arena_is_told_and_the_next_request_answered);
	run(a_new_world_replaces_the_old_when_its_last_reader_is_gone);
	run(bodies_are_bounded_by_address_by_size_and_all_together);
	return tests_end();
}
