/* stored.h: using the store for one thing and giving it back, whatever happens. Private to app/.
 */
#ifndef APP_STORED_H
#define APP_STORED_H

#include "app/app.h"

/* What is done with an open store; false with words. */
typedef bool store_use(struct store *store, void *what, struct error *err);

/* Borrows a store from the world's keeper, or opens the world's own, uses it, gives it back. A jump
 * out of a full arena passes through here: what was begun is rolled back, so that no half import
 * keeps others waiting, and the jump goes on to its boundary. */
bool stored(const struct world *world, store_use *use, void *what, struct arena *perm,
            struct error *err);
/* The same with the store at a path. */
bool stored_at(Str path, store_use *use, void *what, struct arena *perm, struct error *err);

#endif
