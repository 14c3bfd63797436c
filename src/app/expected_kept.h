/* expected_kept.h: what published figures lead to expect of all councils, reckoned once for each year and kept with the
 * world that they are of. Private to app/.
 *
 * One reckoning is of all councils and takes some fifty milliseconds; each outlook takes its own from it. A world's figures
 * never change, so what is kept is never stale: a new import is a new world. Shared by all threads.
 */
#ifndef APP_EXPECTED_KEPT_H
#define APP_EXPECTED_KEPT_H

#include "app/app.h"
#include "outlook/outlook.h"

/* Room for what a world's pages ask for, on the world's arena: nothing is reckoned yet. NULL where it has none. */
struct expected_kept *expected_open(struct arena *perm);
/* outlook_of_published of the world's figures, from what is kept where it can be. */
struct outlook *expected_outlook(const struct world *world, int area, int origin, int months, struct arena *perm,
                                 struct error *err);

#endif
