/* server.c: the only file that knows the server library, libmicrohttpd.
 *
 * The first thread accepts connections, gives them to two others in turn, closes slow ones, and waits
 * for the signal to stop. Each of the two is a daemon of the library. In a pool of the library's own
 * the thread that wakes first takes every connection that waits: of ten it had nine, and those waited
 * for each other while the second thread slept.
 *
 * The library calls `on_request` first when a
 * head is complete, then for each piece of a body, then once more when the body is whole or there
 * is none. We judge the head at the first call and refuse before the body. A body is gathered in
 * the arena of a desk; a desk is held from the head to the reply, which is copied out, so few are
 * needed: a request without a body has its last call right after its first.
 */
#include "web/server.h"

#include <arpa/inet.h>
#include <errno.h>
#include <microhttpd.h>
#include <netinet/in.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/signalfd.h>
#include <time.h>
#include <unistd.h>

#include "app/outbox.h"
#include "web/lines.h"
#include "web/site.h"

/* The library's memory for one connection: head and reply head. Its own limit of connections is never
 * reached, because lines.h has none left before: version 0.9.75 locks a thread for ever when it must
 * turn away a connection that was given to it. */
enum { POOL_BYTES = 64 * 1024, LIBRARY_CONNECTIONS = 2 * CONNECTIONS_MOST };

struct server {
	struct site        site;
	bool               quiet, verbose;
	struct lines       lines;
	struct desks       desks;
	struct MHD_Daemon *daemons[THREADS];
	unsigned           turn;             /* whose the next connection is */
};

/* ---- replies --------------------------------------------------------------------------------- */

static enum MHD_Result
send_reply(struct server *server, struct line *line, struct MHD_Connection *connection,
           const struct reply *reply, struct arena *perm)
{
	struct reply_header headers[REPLY_HEADERS_MOST];
	int count = reply_headers(reply, headers, perm);
	struct MHD_Response *response = MHD_create_response_from_buffer((size_t)reply->body.len,
		(void *)(uintptr_t)reply->body.at,
		reply->embedded ? MHD_RESPMEM_PERSISTENT : MHD_RESPMEM_MUST_COPY);
	if (!response)
		return MHD_NO;
	bool added = true;
	for (int i = 0; i < count; i++)
		added &= MHD_add_response_header(response, headers[i].name, headers[i].value) == MHD_YES;
	line->status = reply->status;
	line->bytes = (size_t)reply->body.len;
	line_enter(&server->lines, line, REPLYING);
	enum MHD_Result queued = added
		? MHD_queue_response(connection, (unsigned)reply->status, response) : MHD_NO;
	MHD_destroy_response(response);
	return queued;
}

static enum MHD_Result
refuse(struct server *server, struct line *line, struct MHD_Connection *connection,
       struct desk *desk, enum refusal refusal)
{
	struct reply reply;
	site_refuse(&server->site, &desk->request, refusal, &reply, &desk->arena);
	return send_reply(server, line, connection, &reply, &desk->arena);
}

/* ---- heads ----------------------------------------------------------------------------------- */

/* Whether the library's line ended in CR LF. It accepts a line feed alone, which others take as
 * part of a value, and it ends text at a NUL, which others do not. It turns line ends into NULs
 * where they stand, so after a text that ended its line as it should there are two, and after a
 * bare line feed or an inner NUL one and the next byte of the head. Version 1.0 and later refuse
 * such heads themselves. */
static bool
ended_well(const char *text, size_t len)
{
#if MHD_VERSION < 0x01000000
	return text[len] == 0 && text[len + 1] == 0;
#else
	(void)text, (void)len;
	return true;
#endif
}

/* The first line is complete: the only place where the target can be seen as it was sent. */
static void *
on_target(void *context, const char *uri, struct MHD_Connection *connection)
{
	(void)context;
	const union MHD_ConnectionInfo *info =
		MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
	struct line *line = info ? info->socket_context : NULL;
	if (!line)
		return NULL;
	size_t len = strlen(uri);
	line->began_us = now_us();
	line->long_target = len > TARGET_MOST;
	memcpy(line->target, uri, len > TARGET_MOST ? TARGET_MOST : len);
	line->target[len > TARGET_MOST ? TARGET_MOST : len] = 0;
#if MHD_VERSION < 0x01000000
	const char *version = uri + len + 1;
	line->bare_lines = strncmp(version, "HTTP/1.", 7) != 0 || !ended_well(version, 8);
#endif
	return NULL;
}

/* Where the connection comes from, in full: "127.0.0.1"; empty when it is not known. */
static Str
peer_address(struct MHD_Connection *connection, struct arena *perm)
{
	const union MHD_ConnectionInfo *info =
		MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
	const struct sockaddr *from = info ? info->client_addr : NULL;
	char text[INET6_ADDRSTRLEN] = "";
	if (from && from->sa_family == AF_INET)
		inet_ntop(AF_INET, &((const struct sockaddr_in *)(const void *)from)->sin_addr, text, sizeof text);
	if (from && from->sa_family == AF_INET6)
		inet_ntop(AF_INET6, &((const struct sockaddr_in6 *)(const void *)from)->sin6_addr, text, sizeof text);
	return str_copy(str_of(text), perm);
}

struct gather { struct head *head; struct arena *perm; };

static enum MHD_Result
gather_header(void *context, enum MHD_ValueKind kind, const char *name, size_t name_len,
              const char *value, size_t value_len)
{
	struct gather *gather = context;
	struct head *head = gather->head;
	(void)kind;
	if (head->header_count == HEADERS_MOST) {
		head->too_many = true;
		return MHD_NO;
	}
	head->bare_lines |= value && !ended_well(value, value_len);
	head->headers[head->header_count++] = (struct sent){
		.name = { name, (ptrdiff_t)name_len }, .value = { value ? value : "", (ptrdiff_t)value_len },
	};
	return MHD_YES;
}

/* What the log may say of an address: its row, never the secrets and references that stand in it. */
static Str
pattern_of(const struct request *request)
{
	struct found found = route_find(request->method == OTHER_METHOD ? GET : request->method,
	                                request->segments, request->segment_count);
	return found.route ? found.route->path : S("(no such address)");
}

static enum refusal
judge(struct server *server, struct line *line, struct MHD_Connection *connection,
      const char *method, struct desk *desk)
{
	struct arena *perm = &desk->arena;
	struct head *head = new(perm, 1, struct head);
	head->method = str_of(method);
	head->target = str_copy(str_of(line->target), perm);
	head->bare_lines = line->bare_lines;
	struct gather gather = { head, perm };
	MHD_get_connection_values_n(connection, MHD_HEADER_KIND, gather_header, &gather);
	for (int i = 0; i < head->header_count; i++) {
		head->headers[i].name = str_copy(head->headers[i].name, perm);
		head->headers[i].value = str_copy(head->headers[i].value, perm);
	}
	enum refusal refusal = site_admit(&server->site, &desk->request, head, perm);
	desk->request.address = proxies_client(&server->site.proxies, peer_address(connection, perm), head, perm);
	line->pattern = pattern_of(&desk->request);
	return line->long_target && refusal != READS_TWO_WAYS ? ADDRESS_TOO_LONG : refusal;
}

/* ---- requests -------------------------------------------------------------------------------- */

static enum MHD_Result
answer(struct server *server, struct line *line, struct MHD_Connection *connection, struct desk *desk)
{
	struct reply reply;
	Str body = { desk->body, desk->body_len };
	site_answer(&server->site, &desk->request, body, (int64_t)time(NULL), &reply, &desk->arena);
	return send_reply(server, line, connection, &reply, &desk->arena);
}

/* One address is bounded only where a proxy tells it from the others: not this machine's own. */
static bool
body_may_come(struct server *server, struct desk *desk)
{
	Str from = desk->request.address;
	bool told = !str_begins(from, S("127.")) && !str_equal(from, S("::"));
	return desk_admits(&server->desks, desk, desk->request.length, told ? desk->request.address : S(""));
}

/* The head is here. What is refused is answered now, and the library then takes nothing more from
 * the connection. What is not is answered at the next call, so that the connection can go on. */
static enum MHD_Result
on_head(struct server *server, struct line *line, struct MHD_Connection *connection, const char *method)
{
	bool for_body = strcmp(method, "POST") == 0;
	snprintf(line->method, sizeof line->method, "%s", method);
	struct desk *desk = desk_take(&server->desks, for_body);
	bool busy = !desk;
	if (busy)
		desk = desk_take(&server->desks, false);
	if (!desk)
		return MHD_NO;
	enum refusal refusal = judge(server, line, connection, method, desk);
	if (refusal == NOT_REFUSED && (busy || (for_body && !body_may_come(server, desk))))
		refusal = BUSY;
	bool harmless = refusal == NOTHING_HERE && desk->request.method == GET;
	if (refusal == NOT_REFUSED || harmless) {
		desk->refusal = refusal;
		line->desk = desk;
		desk_body_room(desk);
		line->body_length = desk->request.length;
		line_enter(&server->lines, line, TAKING_BODY);
		return MHD_YES;
	}
	enum MHD_Result result = refuse(server, line, connection, desk, refusal);
	desk_give(&server->desks, desk);
	return result;
}

static enum MHD_Result
on_body(struct server *server, struct line *line, struct MHD_Connection *connection,
        const char *data, size_t *size)
{
	struct desk *desk = line->desk;
	if (*size > 0) {
		bool fits = desk_body_add(desk, data, *size);
		*size = 0;
		return fits ? MHD_YES : MHD_NO;
	}
	enum MHD_Result result = desk->refusal == NOT_REFUSED
		? answer(server, line, connection, desk)
		: refuse(server, line, connection, desk, desk->refusal);
	line->desk = NULL;
	desk_give(&server->desks, desk);
	return result;
}

static enum MHD_Result
on_request(void *context, struct MHD_Connection *connection, const char *url, const char *method,
           const char *version, const char *data, size_t *size, void **state)
{
	struct server *server = context;
	struct line *line = *state;
	(void)url, (void)version;
	if (line && line->desk)
		return on_body(server, line, connection, data, size);
	const union MHD_ConnectionInfo *info =
		MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
	line = info ? info->socket_context : NULL;
	if (!line)
		return MHD_NO;
	*state = line;
	return on_head(server, line, connection, method);
}

/* ---- the log and the connections' table ------------------------------------------------------ */

static void
on_completed(void *context, struct MHD_Connection *connection, void **state,
             enum MHD_RequestTerminationCode code)
{
	struct server *server = context;
	struct line *line = *state;
	(void)connection, (void)code;
	if (!line)
		return;
	if (line->desk) {
		desk_give(&server->desks, line->desk);
		line->desk = NULL;
	}
	if (!server->quiet && line->status)
		line_log(line);
	line->status = 0;
	line_enter(&server->lines, line, WAITING);
}

static void
on_connection(void *context, struct MHD_Connection *connection, void **socket_context,
              enum MHD_ConnectionNotificationCode code)
{
	struct server *server = context;
	if (code == MHD_CONNECTION_NOTIFY_STARTED) {
		const union MHD_ConnectionInfo *info =
			MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
		*socket_context = line_open(&server->lines, info ? info->connect_fd : -1);
		return;
	}
	struct line *line = *socket_context;
	if (!line)
		return;
	line_close(&server->lines, line);
	*socket_context = NULL;
}

/* ---- starting and stopping ------------------------------------------------------------------- */

static void
on_complaint(void *context, const char *format, va_list args)
{
	const struct server *server = context;
	if (server->verbose)
		vfprintf(stderr, format, args);
}

static struct MHD_Daemon *
start_daemon(struct server *server)
{
	return MHD_start_daemon(
		MHD_USE_EPOLL_INTERNAL_THREAD | MHD_USE_ITC | MHD_USE_NO_LISTEN_SOCKET | MHD_USE_ERROR_LOG,
		0, NULL, NULL, on_request, server,
		MHD_OPTION_EXTERNAL_LOGGER, on_complaint, server,
		MHD_OPTION_STRICT_FOR_CLIENT, 1,
		MHD_OPTION_CONNECTION_LIMIT, (unsigned)LIBRARY_CONNECTIONS,
		MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)IDLE_SECONDS,
		MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)POOL_BYTES,
		MHD_OPTION_URI_LOG_CALLBACK, on_target, server,
		MHD_OPTION_NOTIFY_CONNECTION, on_connection, server,
		MHD_OPTION_NOTIFY_COMPLETED, on_completed, server,
		MHD_OPTION_END);
}

static void
stop_daemons(struct server *server)
{
	for (int i = 0; i < THREADS; i++)
		if (server->daemons[i])
			MHD_stop_daemon(server->daemons[i]);
}

static bool
start_daemons(struct server *server, struct error *err)
{
	for (int i = 0; i < THREADS; i++)
		if (!(server->daemons[i] = start_daemon(server))) {
			fail(err, "cannot start the server: %s", strerror(errno));
			stop_daemons(server);
			return false;
		}
	return true;
}

static void
say_ready(const struct serve_settings *settings, int port)
{
	char address[64];
	snprintf(address, sizeof address, "http://%s:%d/",
	         str_equal(settings->address, S("::1")) ? "[::1]" : "127.0.0.1", port);
	if (settings->ready) {
		settings->ready(settings->context, address, port);
		return;
	}
	printf("%s\n", address);
	fflush(stdout);
}

/* Lets running requests end for at most as long as a reply may take. */
static void
stop(struct server *server)
{
	for (int tenth = 0; tenth < 10 * IDLE_SECONDS && lines_busy(&server->lines); tenth++)
		nanosleep(&(struct timespec){ .tv_nsec = 100000000 }, NULL);
	stop_daemons(server);
}

/* ---- accepting ------------------------------------------------------------------------------- */

/* Takes those who wait, for as many as there is room. The library closes one that it cannot have. */
static void
accept_waiting(struct server *server, int fd)
{
	while (lines_expect(&server->lines)) {
		struct sockaddr_storage from;
		socklen_t len = sizeof from;
		int client = accept4(fd, (struct sockaddr *)&from, &len, SOCK_CLOEXEC | SOCK_NONBLOCK);
		struct MHD_Daemon *next = server->daemons[server->turn];
		if (client >= 0)
			server->turn = (server->turn + 1) % THREADS;
		if (client >= 0 && MHD_add_connection(next, client, (struct sockaddr *)&from, len) == MHD_YES)
			continue;
		lines_miss(&server->lines);
		if (client >= 0)
			continue;
		if (errno == EMFILE || errno == ENFILE)          /* until some are closed */
			nanosleep(&(struct timespec){ .tv_nsec = 10000000 }, NULL);
		return;
	}
}

/* Until a signal comes. While the table is full, those who wait stay with the system. */
static void
accept_until(struct server *server, int fd, int signals)
{
	struct pollfd on[2] = { { .fd = signals, .events = POLLIN }, { .events = POLLIN } };
	struct signalfd_siginfo taken;
	do {
		on[1].fd = lines_full(&server->lines) ? -1 : fd;
		if (poll(on, 2, SWEEP_MS) > 0 && on[1].fd >= 0 && on[1].revents)
			accept_waiting(server, fd);
		lines_end_slow(&server->lines, now_us() / 1000);
		site_rest(&server->site, now_us() / 1000000);
	} while (read(signals, &taken, sizeof taken) != (ssize_t)sizeof taken);
}

static bool
run_until(struct server *server, const struct serve_settings *settings, int fd, int signals, struct error *err)
{
	bool carries = settings->carriage && settings->store_path.len > 0;
	if (!start_daemons(server, err))
		return false;
	struct outbox *outbox = carries ? outbox_open(settings->store_path, settings->carriage, err) : NULL;
	if (carries && !outbox) {
		stop_daemons(server);
		return false;
	}
	say_ready(settings, server->site.port);
	accept_until(server, fd, signals);
	if (outbox)
		outbox_close(outbox);
	return true;
}

static bool
run(struct server *server, const struct serve_settings *settings, struct error *err)
{
	int fd = -1;
	sigset_t signals, before;
	server->site.port = settings->port;
	if (!listen_on(settings->address, &server->site.port, &fd, err))
		return false;
	sigemptyset(&signals);
	sigaddset(&signals, SIGTERM);
	sigaddset(&signals, SIGINT);
	pthread_sigmask(SIG_BLOCK, &signals, &before);
	int told = signalfd(-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK);
	bool ran = told < 0 ? fail(err, "cannot wait for signals: %s", strerror(errno))
	                    : run_until(server, settings, fd, told, err);
	close(fd);                           /* takes no new connections */
	if (ran)
		stop(server);
	if (told >= 0)
		close(told);
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	return ran;
}

bool
serve(const struct serve_settings *settings, struct error *err)
{
	struct arena arena = arena_reserve((ptrdiff_t)sizeof(struct server) + 4096);
	char *begin = arena.next;
	if (!begin)
		return fail(err, "the system refuses memory for the server");
	struct server *server = new(&arena, 1, struct server);
	server->quiet = settings->quiet;
	server->verbose = settings->verbose;
	lines_begin(&server->lines);
	desks_begin(&server->desks);
	bool opened = site_open(&server->site, settings->store_path, settings->reference_docx, err);
	server->site.public_address = settings->public_address;
	server->site.proxies = settings->proxies;
	site_carries(&server->site, settings->carriage);
	bool served = opened && run(server, settings, err);
	site_close(&server->site);
	desks_end(&server->desks);
	lines_end(&server->lines);
	arena_release(&arena, begin);
	return served;
}
