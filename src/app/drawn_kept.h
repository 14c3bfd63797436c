/* drawn_kept.h: the bases that scenarios were last tried beside, drawn (model/drawn.h) and kept between requests.
 *
 * Found by all that decides them: the prospect as it is written to be worked out elsewhere (prospect_write), every byte of it, the
 * seed, the steps of cost. There is no council, day or reader in the key and none is needed: whoever asks has made the
 * prospect from records that are theirs to read, as they are now, and another record makes another prospect. So nothing
 * that is kept can be stale, or be seen by whoever could not have drawn it.
 *
 * Bounded: DRAWN_KEPT of at most DRAWN_BYTES each, the one asked for longest ago going first. What does not fit is drawn
 * each time, and what nobody asks for in ten minutes is given back to the system. Shared by all threads of a server; a command keeps none. See docs/decisions/035-bases-are-kept-drawn.md.
 */
#ifndef APP_DRAWN_KEPT_H
#define APP_DRAWN_KEPT_H

#include "model/drawn.h"

enum { DRAWN_KEPT = 4, DRAWN_REST_S = 600 };
#define DRAWN_BYTES ((ptrdiff_t)24 << 20)

struct drawn_kept;

/* NULL when the system refuses memory: then nothing is kept. */
struct drawn_kept *drawn_kept_open(void);
void drawn_kept_close(struct drawn_kept *kept);

/* One that is held for a run, with room for scenarios of some more seats than `by` says. NULL where there is none to be had,
 * or `kept` is NULL: then all is drawn for this run alone. */
struct drawn_held;
struct drawn_held *drawn_take(struct drawn_kept *kept, const struct prospect *base, struct drawn_by by, struct arena scratch);
struct drawn *drawn_of(struct drawn_held *held);
void drawn_leave(struct drawn_held *held);

/* Now and then, with the seconds of any clock that only goes on: gives back what was not asked for in DRAWN_REST_S of them. */
void drawn_kept_rest(struct drawn_kept *kept, int64_t now);

#endif
