/* http_test.c: raw bytes to a running server. Each test sends what a hostile or broken client would
 * and reads all that comes back.
 */
#include "check.h"

#include <arpa/inet.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/error.h"
#include "web/lines.h"
#include "web/server.h"

static int server_port;
static pid_t server_pid;

/* ---- a server and a client ------------------------------------------------------------------- */

static void
tell_port(void *context, const char *address, int port)
{
	(void)address;
	if (write(*(int *)context, &port, sizeof port) != (ssize_t)sizeof port)
		_exit(3);
}

static bool
start_server(void)
{
	int ends[2];
	if (pipe(ends))
		return false;
	server_pid = fork();
	if (server_pid == 0) {
		struct error err = { "" };
		struct serve_settings settings = { .quiet = true, .ready = tell_port, .context = &ends[1] };
		bool served = serve(&settings, &err);
		if (!served)
			fprintf(stderr, "%s\n", err.text);
		_exit(served ? 0 : 3);
	}
	bool told = server_pid > 0 && read(ends[0], &server_port, sizeof server_port) > 0;
	close(ends[0]);
	close(ends[1]);
	return told;
}

static int
connect_to_server(void)
{
	struct sockaddr_in to = { .sin_family = AF_INET, .sin_port = htons((uint16_t)server_port),
	                          .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
	if (fd >= 0 && connect(fd, (struct sockaddr *)&to, sizeof to) == 0)
		return fd;
	if (fd >= 0)
		close(fd);
	return -1;
}

static bool
send_all(int fd, Str bytes)
{
	for (ptrdiff_t sent = 0; sent < bytes.len;) {
		ssize_t n = send(fd, bytes.at + sent, (size_t)(bytes.len - sent), MSG_NOSIGNAL);
		if (n <= 0)
			return false;
		sent += n;
	}
	return true;
}

/* All that comes until the other side ends or nothing comes for `wait_ms`. */
static Str
read_all(int fd, int wait_ms, struct arena *perm)
{
	struct text got = text_new(perm);
	char piece[16384];
	struct pollfd poll_in = { .fd = fd, .events = POLLIN };
	while (poll(&poll_in, 1, wait_ms) > 0) {
		ssize_t n = recv(fd, piece, sizeof piece, 0);
		if (n <= 0)
			break;
		text_add(&got, (Str){ piece, n });
	}
	return text_str(&got);
}

/* Sends bytes with every "PORT" in them made the real one. */
static Str
with_port(const char *bytes, struct arena *perm)
{
	struct text out = text_new(perm);
	for (const char *p = bytes; *p; p++)
		if (strncmp(p, "PORT", 4) == 0) {
			text_format(&out, "%d", server_port);
			p += 3;
		} else {
			text_char(&out, *p);
		}
	return text_str(&out);
}

static Str
exchange(Str bytes, struct arena *perm)
{
	int fd = connect_to_server();
	if (fd < 0)
		return (Str){ 0 };
	send_all(fd, bytes);
	Str got = read_all(fd, 1500, perm);
	close(fd);
	return got;
}

static int
status_of(Str reply)
{
	return str_begins(reply, S("HTTP/1.1 ")) && reply.len > 12 ? atoi(reply.at + 9) : 0;
}

static int
replies_in(Str text)
{
	int count = 0;
	for (ptrdiff_t at; (at = str_find(text, S("HTTP/1.1 "))) >= 0; text = str_from(text, at + 9))
		count++;
	return count;
}

#define HOST "Host: 127.0.0.1:PORT\r\n"
#define LAST "Connection: close\r\n\r\n"

static int
status_for(const char *bytes, struct arena *perm)
{
	return status_of(exchange(with_port(bytes, perm), perm));
}

static bool
still_well(struct arena *perm)
{
	return status_for("GET /health HTTP/1.1\r\n" HOST LAST, perm) == 200;
}

/* ---- reading in two ways --------------------------------------------------------------------- */

/* Each body is a request of its own, which must never be answered. */
#define SMUGGLED "GET /health?smuggled HTTP/1.1\r\n" HOST "\r\n"

static void
no_request_hides_in_another(struct arena *perm)
{
	static const char *const hostile[] = {
		"POST /imports HTTP/1.1\r\n" HOST "Content-Length: 5\r\nContent-Length: 6\r\n\r\n" SMUGGLED,
		"POST /imports HTTP/1.1\r\n" HOST "Content-Length: 0\r\nContent-Length: 52\r\n\r\n" SMUGGLED,
		"POST /imports HTTP/1.1\r\n" HOST "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" SMUGGLED,
		"GET / HTTP/1.1\r\n" HOST "Host: evil.example\r\n\r\n" SMUGGLED,
		"GET / HTTP/1.1\n" "Host: 127.0.0.1:PORT\n\n" SMUGGLED,
		"GET / HTTP/1.1\r\nHost: 127.0.0.1:PORT\nX: y\r\n\r\n" SMUGGLED,
		"POST /imports HTTP/1.1\r\n" HOST "Content-Length : 5\r\n\r\nhello" SMUGGLED,
		"GET / HTTP/1.1\r\n" HOST "Content-Length: 52\r\n\r\n" SMUGGLED,
		"GET / HTTP/1.1\r\n" HOST "X: a\r\n Content-Length: 5\r\nY: b\r\n\r\n" SMUGGLED,
		"GET http://evil.example/ HTTP/1.1\r\n" HOST "\r\n" SMUGGLED,
		"GET / HTTP/1.1\r\n" HOST "X: a\rContent-Length: 5\r\n\r\n" SMUGGLED,
	};
	for (int i = 0; i < countof(hostile); i++) {
		Str reply = exchange(with_port(hostile[i], perm), perm);
		if (status_of(reply) != 400 || replies_in(reply) != 1)
			printf("%s\n%.*s\n", hostile[i], STR_ARG(str_upto(reply, reply.len < 300 ? reply.len : 300)));
		check_int(status_of(reply), 400);
		check_int(replies_in(reply), 1);
		check(str_find(reply, S("{\"status\"")) < 0);
	}
	Str chunked = exchange(with_port("POST /imports HTTP/1.1\r\n" HOST "Transfer-Encoding: chunked\r\n\r\n"
	                                 "5;x=y\r\nhello\r\n0\r\n\r\n" SMUGGLED, perm), perm);
	check_int(status_of(chunked), 411);
	check_int(replies_in(chunked), 1);
	check(still_well(perm));
}

/* The library reads lengths before we do, and refuses these itself (0.9.75 writes the head of that
 * refusal twice). Nothing after them is taken. */
static void
a_length_that_is_not_digits_ends_the_connection(struct arena *perm)
{
	static const char *const lengths[] = { "+5", "5,5", "-5", "0x5", "5 5", "", "99999999999999999999" };
	for (int i = 0; i < countof(lengths); i++) {
		Str request = str_format(perm, "POST /imports HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n"
			"Content-Length: %s\r\n\r\nhello", server_port, lengths[i]);
		Str reply = exchange(str_join(request, with_port(SMUGGLED, perm), perm), perm);
		check(status_of(reply) == 400 || status_of(reply) == 413);
		check(str_find(reply, S("HTTP/1.1 200")) < 0);
		check(str_find(reply, S("{\"status\"")) < 0);
	}
}

static void
a_nul_in_a_head_is_refused(struct arena *perm)
{
	Str path = with_port("GET /health_x HTTP/1.1\r\n" HOST LAST, perm);
	Str value = with_port("GET /health HTTP/1.1\r\nX: a_b\r\n" HOST LAST, perm);
	char *at = str_c(path, perm), *other = str_c(value, perm);
	*strchr(at, '_') = 0;
	*strchr(other, '_') = 0;
	check_int(status_of(exchange((Str){ at, path.len }, perm)), 400);
	check_int(status_of(exchange((Str){ other, value.len }, perm)), 400);
}

static void
requests_in_a_row_are_each_answered(struct arena *perm)
{
	Str reply = exchange(with_port("GET /health HTTP/1.1\r\n" HOST "\r\nGET /nothing HTTP/1.1\r\n" HOST
	                               "\r\nGET /health HTTP/1.1\r\n" HOST LAST, perm), perm);
	check_int(status_of(reply), 200);
	check_int(replies_in(reply), 3);
	check(str_find(reply, S("HTTP/1.1 404")) > 0);
}

/* ---- names and places ------------------------------------------------------------------------ */

static void
only_our_own_names_are_answered(struct arena *perm)
{
	check_int(status_for("GET / HTTP/1.1\r\nHost: evil.example\r\n" LAST, perm), 421);
	check_int(status_for("GET / HTTP/1.1\r\nHost: evil.example:PORT\r\n" LAST, perm), 421);
	check_int(status_for("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n" LAST, perm), 421);
	check_int(status_for("GET /health HTTP/1.1\r\nHost: localhost:PORT\r\n" LAST, perm), 200);
	check_int(status_for("GET /health HTTP/1.1\r\n" HOST "X-Forwarded-Host: evil.example\r\n" LAST, perm), 200);
	check_int(status_for("GET / HTTP/1.1\r\n" LAST, perm), 400);
	check_int(status_for("GET / HTTP/1.0\r\n" LAST, perm), 400);
}

static void
no_address_leads_out_of_the_program(struct arena *perm)
{
	static const char *const paths[] = {
		"/../../etc/passwd", "/assets/../../etc/passwd", "/assets/%2e%2e/%2e%2e/etc/passwd",
		"/assets/x/%2e%2e%2fetc%2fpasswd", "/assets/x/..%5c..%5cetc", "/%c0%ae%c0%ae/etc/passwd",
		"/assets/x/mainstay.js%00.css", "/%252e%252e/etc/passwd", "/assets//etc/passwd",
		"//etc/passwd", "/./etc/passwd", "/assets/x/sql/steps/001.sql", "/data/release-2025.txt",
	};
	for (int i = 0; i < countof(paths); i++) {
		Str request = str_format(perm, "GET %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n" LAST, paths[i], server_port);
		Str reply = exchange(request, perm);
		check(status_of(reply) == 400 || status_of(reply) == 404);
		check(str_find(reply, S("root:")) < 0);
	}
}

/* ---- limits ---------------------------------------------------------------------------------- */

static Str
repeated(const char *before, char c, int count, const char *after, struct arena *perm)
{
	struct text out = text_new(perm);
	text_add(&out, with_port(before, perm));
	char *many = new(perm, count, char);
	memset(many, c, (size_t)count);
	text_add(&out, (Str){ many, count });
	text_add(&out, with_port(after, perm));
	return text_str(&out);
}

static void
what_is_too_long_is_refused(struct arena *perm)
{
	static const struct { int len; const char *before; int status; } cases[] = {
		{ 3000, "GET /", 414 }, { 20000, "GET /", 414 }, { 9000, "GET /claim?sentence=", 414 },
		{ 20000, "GET /health HTTP/1.1\r\nX: ", 431 },
	};
	for (int i = 0; i < countof(cases); i++) {
		bool header = strchr(cases[i].before, '\r') != NULL;
		Str request = repeated(cases[i].before, 'a', cases[i].len,
		                       header ? "\r\n" HOST LAST : " HTTP/1.1\r\n" HOST LAST, perm);
		check_int(status_of(exchange(request, perm)), cases[i].status);
	}
	/* Past the library's own memory for a head it refuses by itself. */
	int status = status_of(exchange(repeated("GET /", 'a', 100000, " HTTP/1.1\r\n" HOST LAST, perm), perm));
	check(status == 414 || status == 431 || status == 413 || status == 0);
	check(still_well(perm));
}

static void
ten_thousand_headers_are_refused(struct arena *perm)
{
	struct text request = text_new(perm);
	text_add(&request, with_port("GET /health HTTP/1.1\r\n" HOST, perm));
	for (int i = 0; i < 150; i++)
		text_format(&request, "X-%d: y\r\n", i);
	Str some = str_join(text_str(&request), S("\r\n"), perm);
	check_int(status_of(exchange(some, perm)), 431);
	for (int i = 150; i < 10000; i++)
		text_format(&request, "X-%d: y\r\n", i);
	text_add(&request, S("\r\n"));
	Str reply = exchange(text_str(&request), perm);
	check(status_of(reply) == 431 || status_of(reply) == 413 || status_of(reply) == 0);
	check(still_well(perm));
}

static void
a_body_that_is_too_large_is_refused_before_it_is_sent(struct arena *perm)
{
	check_int(status_for("POST /imports HTTP/1.1\r\n" HOST "Content-Type: multipart/form-data; boundary=X\r\n"
	                     "Content-Length: 10000000000\r\n\r\n", perm), 413);
	Str reply = exchange(with_port("POST /imports HTTP/1.1\r\n" HOST
		"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 2000000\r\n"
		"Expect: 100-continue\r\n\r\n", perm), perm);
	check_int(status_of(reply), 413);
	check_int(replies_in(reply), 1);
	check(str_find(reply, S("Connection: close")) > 0);
}

static void
a_form_from_another_site_changes_nothing(struct arena *perm)
{
	static const char *const from[] = {
		"Origin: https://evil.example\r\n", "Sec-Fetch-Site: cross-site\r\n", "Origin: null\r\n",
		"Sec-Fetch-Site: same-site\r\n", "",
	};
	for (int i = 0; i < countof(from); i++) {
		Str request = str_format(perm, "POST /imports/1/undo HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n%s"
			"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 7\r\n" LAST "token=x",
			server_port, from[i]);
		check_int(status_of(exchange(request, perm)), 403);
	}
	check_int(status_for("GET /imports/1/undo HTTP/1.1\r\n" HOST LAST, perm), 405);
	check_int(status_for("DELETE /imports HTTP/1.1\r\n" HOST LAST, perm), 405);
	check_int(status_for("TRACE / HTTP/1.1\r\n" HOST LAST, perm), 405);
	check_int(status_for("POST / HTTP/1.1\r\n" HOST "X-HTTP-Method-Override: GET\r\nContent-Length: 0\r\n" LAST,
	                     perm), 405);
}

/* ---- replies --------------------------------------------------------------------------------- */

static void
every_reply_on_the_wire_has_the_safe_headers(struct arena *perm)
{
	static const struct { const char *request; int status; } cases[] = {
		{ "GET / HTTP/1.1\r\n" HOST LAST, 200 },
		{ "GET /authorities/walsall/scorecard HTTP/1.1\r\n" HOST LAST, 200 },
		{ "GET /authorities/walsall/scorecard.csv HTTP/1.1\r\n" HOST LAST, 200 },
		{ "GET /authorities/walsall HTTP/1.1\r\n" HOST LAST, 303 },
		{ "GET /openapi.json HTTP/1.1\r\n" HOST LAST, 200 },
		{ "GET /nothing HTTP/1.1\r\n" HOST LAST, 404 },
		{ "GET /%00 HTTP/1.1\r\n" HOST LAST, 400 },
		{ "PUT / HTTP/1.1\r\n" HOST LAST, 405 },
		{ "GET / HTTP/1.1\r\nHost: evil.example\r\n" LAST, 421 },
	};
	static const Str wanted[] = {
		STR("\r\nContent-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; "),
		STR("\r\nX-Content-Type-Options: nosniff\r\n"), STR("\r\nReferrer-Policy: no-referrer\r\n"),
		STR("\r\nCross-Origin-Opener-Policy: same-origin\r\n"), STR("\r\nPermissions-Policy: "),
		STR("\r\nCache-Control: no-store\r\n"),
	};
	for (int i = 0; i < countof(cases); i++) {
		Str reply = exchange(with_port(cases[i].request, perm), perm);
		Str head = str_upto(reply, str_find(reply, S("\r\n\r\n")) + 2);
		check_int(status_of(reply), cases[i].status);
		for (int h = 0; h < countof(wanted); h++)
			check(str_find(head, wanted[h]) > 0);
		check(str_find(head, S("\r\nServer:")) < 0);
		check(str_find(head, S("\r\nSet-Cookie:")) < 0);
	}
}

static void
head_is_as_get_without_the_body(struct arena *perm)
{
	Str get = exchange(with_port("GET /help HTTP/1.1\r\n" HOST LAST, perm), perm);
	Str head = exchange(with_port("HEAD /help HTTP/1.1\r\n" HOST LAST, perm), perm);
	check_int(status_of(head), 200);
	check(str_ends(head, S("\r\n\r\n")));
	ptrdiff_t length = str_find(get, S("Content-Length: "));
	check(length > 0 && length < head.len);
	Str line = str_from(get, length);
	check(str_find(head, str_cut(&line, '\r')) > 0);
}

/* ---- time ------------------------------------------------------------------------------------ */

static double
seconds(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

enum { SLOW = 300 };

/* Slow heads ask for more than all connections; each sends one more byte now and then. Others are
 * answered meanwhile, and the slow ones are closed. */
static void
slow_connections_do_not_keep_others_out(struct arena *perm)
{
	static int slow[SLOW];
	int open = 0;
	for (int i = 0; i < SLOW; i++) {
		slow[i] = connect_to_server();
		if (slow[i] >= 0)
			send_all(slow[i], S("GET / HTTP/1.1\r\nX: "));
	}
	double worst = 0, began = seconds();
	while (seconds() - began < 5) {
		double start = seconds();
		check(still_well(perm));
		double took = seconds() - start;
		worst = took > worst ? took : worst;
		for (int i = 0; i < SLOW; i++)
			if (slow[i] >= 0)
				send(slow[i], "a", 1, MSG_NOSIGNAL | MSG_DONTWAIT);
		poll(NULL, 0, 100);
	}
	for (int i = 0; i < SLOW; i++) {
		struct pollfd ended = { .fd = slow[i], .events = POLLIN };
		open += slow[i] >= 0 && poll(&ended, 1, 0) == 0;
		if (slow[i] >= 0)
			close(slow[i]);
	}
	check(worst < 3);
	check(open <= 128);
}

/* A form that is whole, though it is not ours: 403, unless there is no place for it: 503. */
static int
form_sent(struct arena *perm)
{
	return status_for("POST /apply/back HTTP/1.1\r\n" HOST "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 3\r\n"
		"Connection: close\r\n\r\na=b", perm);
}

static void
slow_bodies_begin(int *slow, int count, struct arena *perm)
{
	for (int i = 0; i < count; i++) {
		slow[i] = connect_to_server();
		if (slow[i] >= 0)
			send_all(slow[i], with_port("POST /apply/back HTTP/1.1\r\n" HOST "Content-Type: application/x-www-form-urlencoded\r\n"
				"Content-Length: 9000\r\n\r\n", perm));
	}
}

static void
slow_bodies_end(int *slow, int count)
{
	for (int i = 0; i < count; i++)
		if (slow[i] >= 0)
			close(slow[i]);
}

enum { SOME_SLOW = 24, MANY_SLOW = 100 };

/* Each sends a byte now and then. A few keep no form out, as long as they are there; where they take every place, it is theirs
 * for a moment, whereas alone a sender has ten seconds. */
static void
slow_bodies_do_not_keep_forms_out(struct arena *perm)
{
	static int slow[MANY_SLOW];
	slow_bodies_begin(slow, SOME_SLOW, perm);
	for (int turn = 0; turn < 12; turn++) {
		check_int(form_sent(perm), 403);
		for (int i = 0; i < SOME_SLOW; i++)
			send(slow[i], "a", 1, MSG_NOSIGNAL | MSG_DONTWAIT);
		poll(NULL, 0, 100);
	}
	slow_bodies_end(slow, SOME_SLOW);
	poll(NULL, 0, 200);
	slow_bodies_begin(slow, MANY_SLOW, perm);
	double began = seconds();
	while (seconds() - began < 5 && form_sent(perm) == 503)
		poll(NULL, 0, 50);
	check(seconds() - began < 3);
	slow_bodies_end(slow, MANY_SLOW);
	check(still_well(perm));
}

static void
a_signal_stops_the_server_when_what_runs_is_done(struct arena *perm)
{
	int idle = connect_to_server(), status = -1;
	double began = seconds();
	kill(server_pid, SIGTERM);
	waitpid(server_pid, &status, 0);
	check(seconds() - began < 3);
	check(WIFEXITED(status) && WEXITSTATUS(status) == 0);
	check_int(connect_to_server(), -1);
	close(idle);
	(void)perm;
}

/* An attack: every try from another address of one's own network. */
static void
whoever_has_a_network_is_one(struct arena *perm)
{
	static const struct { const char *address; Str network; } cases[] = {
		{ "2001:db8:1:2::1", STR("2001:db8:1:2::") }, { "2001:db8:1:2:ffff:ffff:ffff:ffff", STR("2001:db8:1:2::") },
		{ "2001:db8:1:3::1", STR("2001:db8:1:3::") }, { "::1", STR("::") }, { "::ffff:192.0.2.7", STR("::ffff:192.0.2.7") },
	};
	struct sockaddr_in four = { .sin_family = AF_INET };
	for (int i = 0; i < countof(cases); i++) {
		struct sockaddr_in6 six = { .sin6_family = AF_INET6 };
		check_int(inet_pton(AF_INET6, cases[i].address, &six.sin6_addr), 1);
		check_str(network_of((const struct sockaddr *)&six, perm), cases[i].network);
	}
	check_int(inet_pton(AF_INET, "192.0.2.7", &four.sin_addr), 1);
	check_str(network_of((const struct sockaddr *)&four, perm), S("192.0.2.7"));
	check_str(network_of(NULL, perm), S(""));
}

int
main(void)
{
	if (!start_server()) {
		printf("the server did not start\n");
		return 1;
	}
	run(whoever_has_a_network_is_one);
	run(no_request_hides_in_another);
	run(a_length_that_is_not_digits_ends_the_connection);
	run(a_nul_in_a_head_is_refused);
	run(requests_in_a_row_are_each_answered);
	run(only_our_own_names_are_answered);
	run(no_address_leads_out_of_the_program);
	run(what_is_too_long_is_refused);
	run(ten_thousand_headers_are_refused);
	run(a_body_that_is_too_large_is_refused_before_it_is_sent);
	run(a_form_from_another_site_changes_nothing);
	run(every_reply_on_the_wire_has_the_safe_headers);
	run(head_is_as_get_without_the_body);
	run(slow_connections_do_not_keep_others_out);
	run(slow_bodies_do_not_keep_forms_out);
	run(a_signal_stops_the_server_when_what_runs_is_done);
	return tests_end();
}
