/* stored.h: using the store for one thing and closing it again, whatever happens. Private to app/.
 */
#ifndef APP_STORED_H
#define APP_STORED_H

#include "app/app.h"

/* What is done with an open store; false with words. */
typedef bool store_use(struct store *store, void *what, struct error *err);

/* Opens the store, uses it, closes it. A jump out of a full arena passes through here: the store is
 * closed, so that no half import keeps others waiting, and the jump goes on to its boundary. */
bool stored(Str path, store_use *use, void *what, struct arena *perm, struct error *err);

#endif
