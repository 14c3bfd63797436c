/* world_rings.h: taking a place out of the ring of a month, and putting it into another. For world_places.c and
 * world_fill.c, where it is done for every event.
 *
 * A place is always in one ring, if only in a ring by itself, so nothing has to be asked before it is taken out.
 */
#ifndef MODEL_WORLD_RINGS_H
#define MODEL_WORLD_RINGS_H

#include "model/world.h"

/* Where the beginning of a month's ring stands among places. */
static inline int
ring_of(const struct world *w, enum ring ring, int month)
{
	return w->rings + month * RINGS + (int)ring;
}

static inline void
due_drop(struct world *w, int at)
{
	struct place *place = &w->places[at];
	w->places[place->before].after = place->after;
	w->places[place->after].before = place->before;
	place->before = place->after = at;
}

static inline void
due_put(struct world *w, int at, enum ring which, int month)       /* from no ring */
{
	int head = ring_of(w, which, month);
	struct place *place = &w->places[at], *ring = &w->places[head];
	place->before = head;
	place->after = ring->after;
	w->places[ring->after].before = at;
	ring->after = at;
}

#endif
