/* totals.h: totals for equality monitoring as they were released, and who stood behind them.
 */
#ifndef STORE_TOTALS_H
#define STORE_TOTALS_H

#include "store/accounts.h"

struct equality_total {
	Str  attribute;
	Date day, told_of;           /* the end of the quarter; the day the figures are of */
	Str  cells, salt, members;   /* sql/steps/007 says how they are written */
};
/* Every release of one attribute, newest first. */
bool equality_totals(struct store *store, Str authority, Str attribute, struct equality_total **totals,
                     int *count, struct arena *perm, struct error *err);
/* Keeps a release, with an entry of the audit. One that is there already stays as it is. */
bool equality_total_keep(struct store *store, Str authority, const struct equality_total *total, struct by by,
                         struct error *err);

#endif
