/* world_due.h: putting a place down for a month, and taking it off. For the parts of a world, where it is done for every event.
 *
 * Each month has two lists, of those who will move up for certain and of vacant posts that will be filled, and each list a bit
 * for every place: so nothing is searched, and the first posts come first. A place is on one list at most. Those of month 0
 * are never looked at: there stands what will not come before the end, so that nothing has to be asked.
 */
#ifndef MODEL_WORLD_DUE_H
#define MODEL_WORLD_DUE_H

#include "model/world.h"

static inline uint64_t *
due_list(const struct world *w, int list)
{
	return w->due + (ptrdiff_t)list * w->due_words;
}

static inline uint64_t *
due_of(const struct world *w, enum due due, int month)
{
	return due_list(w, month * DUES + (int)due);
}

static inline void
due_drop(struct world *w, int at)
{
	due_list(w, w->places[at].due)[at >> 6] &= ~(UINT64_C(1) << (at & 63));
}

static inline void
due_put(struct world *w, int at, enum due due, int month)          /* which is on no list */
{
	int list = month * DUES + (int)due;
	w->places[at].due = (uint8_t)list;
	due_list(w, list)[at >> 6] |= UINT64_C(1) << (at & 63);
}

#endif
