/* register_listing.h: the rows of a type that fit what was asked, in order. Private to app/.
 */
#ifndef APP_REGISTER_LISTING_H
#define APP_REGISTER_LISTING_H

#include "app/register_parts.h"

/* What a list is ordered by: a field, or one of these. */
enum { SORT_NONE = -1, SORT_REF = FIELDS_OF_TYPE_MOST, SORT_FROM, SORT_TO };

struct listing {
	struct shelf shelf;
	bool columns[FIELDS_OF_TYPE_MOST];
	bool through_time;           /* every row, not those of the day alone */
	int  sort;
	bool descending;
	const struct record **rows;  /* those that fit */
	int  count;
	int  in_sight;               /* rows before search and unit */
};

/* Reads the order that was asked for. False, with the answer, for a column that is not there for
 * this viewer, whether it is at all or not: in the same words. */
bool listing_settle_order(struct listing *in, struct answer *why);
/* Finds the rows, then puts them in order. */
void listing_gather(struct listing *in);
void listing_order(struct listing *in);

#endif
