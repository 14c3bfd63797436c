/* protect.h: numbers small enough to show who somebody is are withheld: once, here, for every face.
 *
 * A number that leaves the row-level sight of its reader passes here first. What is unsafe by itself
 * (primary) is withheld, and then as many others as it takes so that no subtraction, along any row,
 * column or total, tells a withheld count closer than "1 to threshold - 1" (secondary). An attacker
 * inside the code tries: the range each withheld cell may have, given all that is shown, is two
 * maximum flows. Both kinds show the same symbol, c. Method and proof: docs/methods/protection.md.
 */
#ifndef MEASURE_PROTECT_H
#define MEASURE_PROTECT_H

#include "base/quantity.h"

struct protection {
	int  threshold;              /* counts 1 to threshold - 1 are unsafe; floor 5 */
	int  base;                   /* a mean or rate needs this many people; floor 10 */
	bool sensitive;              /* a row base under `base`, or all in one category, is unsafe too */
};
extern const struct protection protect_internal, protect_sensitive, protect_public;

/* A table of counts with its margins worked out inside: rows x columns of whole numbers >= 0. */
struct counts { int rows, columns; const int64_t *at; /* row by row */ };

/* hidden[(rows + 1) * (columns + 1)]: cells, row totals in the last column, column totals in the
 * last row, the grand total last. False when even folding categories leaves nothing that may be
 * shown but the grand total; then only it is shown (or nothing, if it is unsafe itself). */
bool protect_table(struct counts counts, struct protection protection, bool *hidden,
                   struct arena scratch);

/* What an attacker can work out of one cell: exact. For tests and for the release ledger. */
struct range { int64_t least, most; };
struct range attacker_range(struct counts counts, const bool *hidden, int row, int column,
                            struct arena scratch);

/* One figure with how many people stand behind it and the largest one's part: SUPPRESSED when it
 * would tell, else itself. A count of none is shown, unless sensitive. */
struct backing { int64_t people; int64_t base; int64_t largest, sum; };
Figure protect_figure(Figure figure, struct backing backing, struct protection protection);

/* A parent total and its parts (a service and its teams), people behind each: withheld so that no
 * part follows from the parent and its other parts. */
void protect_parts(const int64_t *parts, int count, struct protection protection, bool *hidden,
                   bool *total_hidden, struct arena scratch);

/* Whether releasing this group of people, given groups already released of the same measure and
 * period, would let fewer than `threshold` people be told apart by subtraction. Groups are bitmaps
 * of `words` 64-bit words. */
bool protect_differs_safely(const uint64_t *group, const uint64_t *const *released, int count,
                            int words, struct protection protection);

#endif
