/* desks.h: where requests are worked on: a few arenas, taken and given back.
 *
 * A request without a body holds a desk only while it is answered, so two threads need two. One with a body holds it while
 * the body comes, and whoever sends that slowly holds it for long. So there are many for what is small, as every form is;
 * eight of them for what is large; and not all for one address, where a proxy tells addresses apart (proxy.h). Whoever
 * finds none is told to come back later; when most are taken, slow senders are given less time (lines.h).
 */
#ifndef WEB_DESKS_H
#define WEB_DESKS_H

#include <pthread.h>

#include "web/request.h"

enum {
	THREADS            = 2,
	BODIES_MOST        = 64,
	LARGE_BODIES_MOST  = 8,      /* of more than OUTSIDE_MOST bytes */
	BODIES_OF_ADDRESS  = 16,
	DESKS              = BODIES_MOST + THREADS,
	DESKS_KEPT         = 10,     /* these alone keep memory when nobody sits there */
};

struct desk {
	bool           taken, for_body;
	/* of an admitted body, under the lock */
	bool           large;
	char           from[64];     /* empty: it does not count */
	struct arena   arena;        /* next == NULL until first used */
	char          *begin;
	struct request request;
	enum refusal   refusal;
	char          *body;
	ptrdiff_t      body_len;
};

struct desks {
	pthread_mutex_t lock;
	int             bodies, large;
	struct desk     at[DESKS];
};

void desks_begin(struct desks *desks);
void desks_end(struct desks *desks);

/* An empty desk; NULL when there is none, or the system refuses memory. */
struct desk *desk_take(struct desks *desks, bool for_body);
/* Whether its body may come, of a length and from an address; an empty one is not bounded. */
bool desk_admits(struct desks *desks, struct desk *desk, int64_t length, Str from);
/* Gives the desk back, and its pages to the system but for the first few. */
void desk_give(struct desks *desks, struct desk *desk);

/* Room for the stated length of the body, not zeroed: a client that states 32 MiB and sends
 * nothing costs nothing. */
void desk_body_room(struct desk *desk);
/* A piece of the body; false when it is more than was stated. */
bool desk_body_add(struct desk *desk, const char *data, size_t size);

#endif
