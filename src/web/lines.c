/* lines.c: connections and their times. */
#include "web/lines.h"

#include <arpa/inet.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include "base/error.h"

Str
network_of(const struct sockaddr *from, struct arena *perm)
{
	char text[INET6_ADDRSTRLEN] = "";
	if (from && from->sa_family == AF_INET)
		inet_ntop(AF_INET, &((const struct sockaddr_in *)(const void *)from)->sin_addr, text, sizeof text);
	if (from && from->sa_family == AF_INET6) {
		struct in6_addr six = ((const struct sockaddr_in6 *)(const void *)from)->sin6_addr;
		if (!IN6_IS_ADDR_V4MAPPED(&six))
			memset(&six.s6_addr[8], 0, 8);
		inet_ntop(AF_INET6, &six, text, sizeof text);
	}
	return str_copy(str_of(text), perm);
}

int64_t
now_us(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

void
lines_begin(struct lines *lines)
{
	pthread_mutex_init(&lines->lock, NULL);
	lines->open = lines->expected = 0;
	for (int i = 0; i < CONNECTIONS_MOST; i++)
		lines->at[i].fd = -1;
}

void
lines_end(struct lines *lines)
{
	pthread_mutex_destroy(&lines->lock);
}

struct line *
line_open(struct lines *lines, int fd)
{
	struct line *free = NULL;
	pthread_mutex_lock(&lines->lock);
	lines->expected--;
	for (int i = 0; i < CONNECTIONS_MOST && !free; i++)
		if (lines->at[i].fd < 0)
			free = &lines->at[i];
	if (free) {
		free->fd = fd;
		free->stage = WAITING;
		free->since_ms = now_us() / 1000;
		free->desk = NULL;
		free->status = 0;
		lines->open++;
	}
	pthread_mutex_unlock(&lines->lock);
	return free;
}

void
line_close(struct lines *lines, struct line *line)
{
	pthread_mutex_lock(&lines->lock);
	line->fd = -1;
	lines->open--;
	pthread_mutex_unlock(&lines->lock);
}

void
line_enter(struct lines *lines, struct line *line, enum stage stage)
{
	pthread_mutex_lock(&lines->lock);
	line->stage = stage;
	line->since_ms = now_us() / 1000;
	pthread_mutex_unlock(&lines->lock);
}

bool
lines_full(struct lines *lines)
{
	pthread_mutex_lock(&lines->lock);
	bool full = lines->open + lines->expected >= CONNECTIONS_MOST;
	pthread_mutex_unlock(&lines->lock);
	return full;
}

bool
lines_expect(struct lines *lines)
{
	pthread_mutex_lock(&lines->lock);
	bool room = lines->open + lines->expected < CONNECTIONS_MOST;
	lines->expected += room;
	pthread_mutex_unlock(&lines->lock);
	return room;
}

void
lines_miss(struct lines *lines)
{
	pthread_mutex_lock(&lines->lock);
	lines->expected--;
	pthread_mutex_unlock(&lines->lock);
}

/* How long a connection may stay as it is. The library's own limit is between two pieces, and a
 * piece may be one byte. */
static int64_t
patience_ms(const struct lines *lines, const struct line *line, int bodies)
{
	switch (line->stage) {
	case WAITING:
		return lines->open > FULL ? FULL_MS : lines->open > CROWDED ? CROWDED_MS : 1000 * IDLE_SECONDS;
	case TAKING_BODY:
		return 1000 * (line->body_length / (64 * 1024)) +
		       (bodies > BODIES_MOST * 3 / 4 ? FULL_MS : bodies > BODIES_MOST / 2 ? CROWDED_MS : 1000 * IDLE_SECONDS);
	case REPLYING:
		return 1000 * REPLY_SECONDS;
	}
	return 0;
}

/* Shut, not closed: the library owns the descriptor, and sees the end. */
void
lines_end_slow(struct lines *lines, int64_t now)
{
	int bodies = 0;
	pthread_mutex_lock(&lines->lock);
	for (int i = 0; i < CONNECTIONS_MOST; i++)
		bodies += lines->at[i].fd >= 0 && lines->at[i].stage == TAKING_BODY;
	for (int i = 0; i < CONNECTIONS_MOST; i++) {
		struct line *line = &lines->at[i];
		if (line->fd >= 0 && now - line->since_ms > patience_ms(lines, line, bodies))
			shutdown(line->fd, SHUT_RDWR);
	}
	pthread_mutex_unlock(&lines->lock);
}

bool
lines_busy(struct lines *lines)
{
	bool busy = false;
	pthread_mutex_lock(&lines->lock);
	for (int i = 0; i < CONNECTIONS_MOST; i++)
		busy |= lines->at[i].fd >= 0 && lines->at[i].stage != WAITING;
	pthread_mutex_unlock(&lines->lock);
	return busy;
}

/* Control characters and non-ASCII of a path are shown as '?': a log line must stay one line. */
void
line_log(const struct line *line)
{
	char when[32];
	time_t now = time(NULL);
	struct tm utc;
	strftime(when, sizeof when, "%Y-%m-%dT%H:%M:%SZ", gmtime_r(&now, &utc));
	fprintf(stderr, "%s %s %.*s %d %zu %.1fms\n", when, line->method, STR_ARG(line->pattern), line->status, line->bytes,
	        (double)(now_us() - line->began_us) / 1000);
}

/* A listening socket on this machine only. */
bool
listen_on(Str wanted, int *port, int *fd, struct error *err)
{
	struct sockaddr_in four = { .sin_family = AF_INET, .sin_port = htons((uint16_t)*port),
	                            .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	struct sockaddr_in6 six = { .sin6_family = AF_INET6, .sin6_port = htons((uint16_t)*port),
	                            .sin6_addr = IN6ADDR_LOOPBACK_INIT };
	bool is_six = str_equal(wanted, S("::1"));
	if (*port < 0 || *port > 65535)
		return fail(err, "%d is not a port: 0 to 65535", *port);
	if (wanted.len && !is_six && !str_equal(wanted, S("127.0.0.1")) &&
	    !str_equal(wanted, S("localhost")))
		return fail(err, "cannot listen on %.*s: only 127.0.0.1 and ::1, until people can sign in",
		            STR_ARG(wanted));
	struct sockaddr *address = is_six ? (struct sockaddr *)&six : (struct sockaddr *)&four;
	socklen_t len = is_six ? sizeof six : sizeof four;
	int on = 1;
	*fd = socket(is_six ? AF_INET6 : AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
	if (*fd < 0)
		return fail(err, "cannot make a socket: %s", strerror(errno));
	setsockopt(*fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
	if (bind(*fd, address, len) || listen(*fd, CONNECTIONS_MOST) || getsockname(*fd, address, &len)) {
		fail(err, "cannot listen on port %d: %s", *port, strerror(errno));
		close(*fd);
		return false;
	}
	*port = ntohs(is_six ? six.sin6_port : four.sin_port);
	return true;
}
