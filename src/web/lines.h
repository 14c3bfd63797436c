/* lines.h: the listening socket and the connections it accepted, each with how long it may take.
 *
 * The server library ends a connection on which nothing comes for a while, but a piece that comes
 * may be one byte. So each stage of a request has a time of its own, and what is over it is shut.
 */
#ifndef WEB_LINES_H
#define WEB_LINES_H

#include <pthread.h>

#include "web/desks.h"

enum {
	CONNECTIONS_MOST = 256,
	CROWDED          = 128,      /* from here on, less patience with those who send nothing */
	FULL             = 192,
	IDLE_SECONDS     = 10,
	REPLY_SECONDS    = 120,
	CROWDED_MS       = 2000,
	FULL_MS          = 500,
	SWEEP_MS         = 250,
	TARGET_MOST      = PATH_MOST + QUERY_MOST + 2,
};

enum stage { WAITING, TAKING_BODY, REPLYING };

/* One connection, for as long as it is open. */
struct line {
	int         fd;              /* -1: free */
	enum stage  stage;
	int64_t     since_ms;        /* of the stage */
	int64_t     body_length;
	struct desk *desk;
	bool        bare_lines;
	bool        long_target;
	char        target[TARGET_MOST + 1];
	/* for the log */
	int64_t     began_us;
	char        method[8];
	Str         pattern;         /* the address's row: "/authorities/:area/people/:ref" */
	int         status;
	size_t      bytes;
};

struct lines {
	pthread_mutex_t lock;        /* over fd, stage and since_ms of all, and the two counts */
	int             open;
	int             expected;    /* accepted, and not opened yet by the thread they were given to */
	struct line     at[CONNECTIONS_MOST];
};

/* From which network somebody comes: "127.0.0.1"; of IPv6 the half that a provider gives one customer, "2001:db8:1:2::", since
 * whoever has it has every address in it and is bounded as one. Empty when it is not known. */
struct sockaddr;
Str network_of(const struct sockaddr *from, struct arena *perm);

int64_t now_us(void);                /* monotonic */

void lines_begin(struct lines *lines);
void lines_end(struct lines *lines);
/* NULL when the table is full. */
struct line *line_open(struct lines *lines, int fd);
void line_close(struct lines *lines, struct line *line);
void line_enter(struct lines *lines, struct line *line, enum stage stage);
/* Whether one more may be accepted; then it is expected, until it is opened, or missed: never to come. */
bool lines_expect(struct lines *lines);
void lines_miss(struct lines *lines);
bool lines_full(struct lines *lines);
/* Shuts every connection that is over its time. */
void lines_end_slow(struct lines *lines, int64_t now_ms);
/* Whether any request is being read or answered. */
bool lines_busy(struct lines *lines);
/* One line on stderr: time, method, path without query, status, bytes, milliseconds. */
void line_log(const struct line *line);

/* A listening socket on this machine only: `address` is 127.0.0.1, ::1, localhost or empty. */
struct error;
bool listen_on(Str address, int *port, int *fd, struct error *err);

#endif
