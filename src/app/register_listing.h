/* register_listing.h: the rows of a type that fit what was asked, in order. Private to app/.
 */
#ifndef APP_REGISTER_LISTING_H
#define APP_REGISTER_LISTING_H

#include "app/register_beside.h"
#include "app/register_views.h"

/* What a list is ordered by: a field, or one of these; from SORT_BESIDE on, a column beside the fields. */
enum { SORT_NONE = -1, SORT_REF = FIELDS_OF_TYPE_MOST, SORT_FROM, SORT_TO, SORT_BESIDE };

struct listing {
	struct shelf shelf;
	const struct ask *asked;     /* as it was asked, before a view was laid under it */
	struct views views;
	bool open[FIELDS_OF_TYPE_MOST];      /* fields that the viewer's duties open */
	bool columns[FIELDS_OF_TYPE_MOST];   /* those of them that are shown */
	bool beside[BESIDE_MOST];            /* and those beside them (register_beside.h) */
	bool through_time;           /* every row, not those of the day alone */
	int  sort;
	bool descending;
	const struct record **rows;  /* those that fit */
	int  count;
	int  in_sight;               /* rows before search and unit */
};

/* Reads which of the open fields are wanted as columns. What is not open is left out, whether it is at
 * all or not; all are shown when none is left. */
void listing_settle_columns(struct listing *in);
/* Reads the order that was asked for. False, with the answer, for a column that is not there for
 * this viewer, whether it is at all or not: in the same words. A view's order that is not there for
 * them is the usual one. */
bool listing_settle_order(struct listing *in, struct answer *why);
/* Finds the rows, then puts them in order. */
void listing_gather(struct listing *in);
void listing_order(struct listing *in);

#endif
