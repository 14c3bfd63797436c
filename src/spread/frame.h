/* frame.h: a unit, and what came of it, as bytes between programs.
 *
 * Fourteen whole numbers of eight bytes, the lowest first, then up to seven texts. What asks for a unit carries all that is
 * needed to work it out: its prospects in full, the seed, which tallies are wanted. So whoever gets it needs to remember
 * nothing, and whoever comes in place of one who was lost needs to be told nothing else.
 */
#ifndef SPREAD_FRAME_H
#define SPREAD_FRAME_H

#include "spread/carrier.h"

enum frame_kind {
	FRAME_HELLO = 1,             /* parts: token, version; unit: job is whose crew it is, count its ranks */
	FRAME_UNIT,                  /* parts: base, and each scenario where its tally would be in the result */
	FRAME_RESULT,                /* parts: of_base, then of each scenario its tally and its gap */
	FRAME_REFUSED,               /* parts: why, in words */
};
enum { FRAME_PARTS = 1 + 2 * OTHERS_MOST, FRAME_NUMBERS = 7 + FRAME_PARTS, FRAME_HEAD = 8 * FRAME_NUMBERS };
/* Where a scenario's texts are. What is wanted is a bit of each part of the result. */
enum { PART_BASE };
static inline int part_tally(int other) { return 1 + 2 * other; }
static inline int part_gap(int other) { return 2 + 2 * other; }

struct frame {
	enum frame_kind kind;
	struct spread_unit unit;
	uint64_t seed;
	int seats_more;
	unsigned wants;
	Str parts[FRAME_PARTS];
};

Str  frame_write(const struct frame *frame, struct arena *perm);
/* How long the frame is that these bytes begin with; 0: more must come first; -1: it is none. */
ptrdiff_t frame_length(Str bytes);
/* `bytes` of that length. Parts stay where they are. */
bool frame_read(Str bytes, struct frame *frame);

/* What asks for a unit. */
Str  frame_ask(const struct spread *spread, struct spread_unit unit, struct arena *perm);
/* What answers it, whatever it is: worked out here. */
Str  frame_answer(Str asked, struct arena *perm);
/* What it answers, with tallies in `perm`; false: not what was asked for. */
bool frame_result(const struct frame *frame, const struct spread *spread, struct spread_result *result,
                  struct arena *perm);

#endif
