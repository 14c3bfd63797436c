/* kept.h: what follows from a council's records and a day alone, worked out once and kept beside them.
 *
 * Most of a page of a council's own records is arithmetic over all its posts and people, and comes to
 * the same for everybody. So it is done once for a reading of the records (keeper.h) and a day, and
 * each page takes from it what its viewer may see.
 *
 * A maker is given the records and the day and nothing else: not the viewer, not today, not what was
 * asked. So what is kept cannot differ by who asked first, and rights are applied to it afterwards,
 * each time, as they are to the records. Records that change are read anew under another number, and
 * what was kept of the old reading is then never found again.
 *
 * Bounded: KEPT_MOST things of at most KEPT_BYTES each, the one asked for longest ago going first.
 * Shared by all threads of a server. See docs/decisions/022-kept-by-day.md.
 */
#ifndef APP_KEPT_H
#define APP_KEPT_H

#include "app/keeper.h"

enum { KEPT_MOST = 16 };
#define KEPT_BYTES ((ptrdiff_t)64 << 20)

/* Works it out, all of it on `perm`. It may point into the roster. */
typedef const void *kept_make(const struct roster *roster, Date day, struct arena *perm);

/* What `make` makes of the ask's council and day, for as long as the ask lasts: kept, or made now on
 * `perm` where there is no keeper or no room for it. */
const void *kept_of(const struct world *world, const struct ask *ask, kept_make *make, struct arena *perm);

/* Of the keeper. NULL when the system refuses memory: then nothing is kept. */
struct kept *kept_open(void);
void kept_close(struct kept *kept);

#endif
