/* survival.h: how long things last, of any table (mainstay survival --file) and of a council's own people.
 *
 * A table has a row for each stretch of watching: when it was entered, when it was left, whether that was an
 * ending. Nothing of it is kept. What is told: how many were at risk and how many ended at each time, the share that
 * lasts with its limits, medians, whether groups differ, and what goes with ending (docs/methods/survival.md).
 */
#ifndef APP_SURVIVAL_H
#define APP_SURVIVAL_H

#include "app/app.h"
#include "model/cox.h"

/* What was asked of a table; columns by their headings. */
struct survival_asked {
	Str file, bytes;             /* its name, and what is in it: CSV or XLSX */
	Str entry;                   /* empty: watched from the beginning */
	Str exit, event;
	Str by;                      /* groups; empty: none */
	Str cox;                     /* columns, with commas; empty: no model */
	Str times;                   /* numbers, with commas; empty: every time at which something ended */
	Str ties, limits;            /* words of their options */
};
extern const ptrdiff_t survival_file_most;

struct answer survival_of_file(const struct survival_asked *asked, struct arena *perm);

#endif
