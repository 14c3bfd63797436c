/* reading.h: what readers notice of a return while they read it, told once it is read. Private to
 * census/.
 *
 * Telling waits, since a finding names its worker by the registration number, which may stand
 * after what is amiss. What a program does wrong it does in every record: an item that is empty,
 * or that stands out of order, is told once, where it is first so, with how many more there are.
 */
#ifndef CENSUS_READING_H
#define CENSUS_READING_H

#include "census/return.h"

/* More than every social worker in England twice over; and what one file is told of. */
enum { CENSUS_WORKERS_MOST = 200000, NOTICES_MOST = 1000 };

/* One thing at one place. `worker`: its number, 0 for none. `field` and `seen` outlive the
 * reading. */
struct notice { Str code; int worker, line, column; Str field, seen, wrong, mend; };

/* What happens to an item over and over: how often, and where it first did. */
struct habit { int count, worker, line, column; enum item after; };

struct notices {
	struct notice *at;           /* NOTICES_MOST of them */
	int count, more;             /* kept; and left out */
	struct habit empty[ITEMS], late[ITEMS];
};

void notices_begin(struct notices *notices, struct arena *perm);
void notices_add(struct notices *notices, struct notice notice);
void habit_add(struct habit *habit, struct habit at);
/* Once the return is settled. */
void notices_tell(const struct notices *notices, const struct census_return *ret,
                  struct findings *found, struct arena *perm);

/* The name among the items of a place that is nearest to this one, for "did you mean"; empty: none
 * is near. */
Str reading_nearest(Str name, enum item_place place);

/* Whether a spreadsheet would take a text for a formula, but for apostrophes before it. Our files
 * have one more before such a text, and reading takes one off. */
bool reading_formula(Str text);

#endif
