/* desks.h: where requests are worked on: a few arenas, taken and given back.
 *
 * A request without a body holds a desk only while it is answered, so two threads need two. One
 * with a body holds it while the body comes; there are eight for those, and a ninth is told to
 * come back later.
 */
#ifndef WEB_DESKS_H
#define WEB_DESKS_H

#include <pthread.h>

#include "web/request.h"

enum { THREADS = 2, BODIES_MOST = 8, DESKS = BODIES_MOST + THREADS };

struct desk {
	bool           taken, for_body;
	struct arena   arena;        /* next == NULL until first used */
	char          *begin;
	struct request request;
	enum refusal   refusal;
	char          *body;
	ptrdiff_t      body_len;
};

struct desks {
	pthread_mutex_t lock;
	int             bodies;
	struct desk     at[DESKS];
};

void desks_begin(struct desks *desks);
void desks_end(struct desks *desks);

/* An empty desk; NULL when there is none, or the system refuses memory. */
struct desk *desk_take(struct desks *desks, bool for_body);
/* Gives the desk back, and its pages to the system but for the first few. */
void desk_give(struct desks *desks, struct desk *desk);

/* Room for the stated length of the body, not zeroed: a client that states 32 MiB and sends
 * nothing costs nothing. */
void desk_body_room(struct desk *desk);
/* A piece of the body; false when it is more than was stated. */
bool desk_body_add(struct desk *desk, const char *data, size_t size);

#endif
