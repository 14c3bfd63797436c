/* panel.h: what was published of every council up to one year, as numbers to estimate from; and nothing later.
 *
 * A forecast made in a past year may not know what came after. So whatever estimates takes a panel and not the
 * published figures, and a panel holds no later year: to ask it for one is to be told that it is not known.
 * What it cannot undo is revision: figures are as they stand in the release that came with the program, also where a year
 * was first published otherwise.
 *
 * Figures are exact whole millionths up to here, and binary fractions from here on: an estimate is no count.
 */
#ifndef OUTLOOK_PANEL_H
#define OUTLOOK_PANEL_H

#include "base/error.h"
#include "measure/published.h"

enum panel_item {
	PANEL_POSTS,                 /* in post, FTE; nothing and less is not known */
	PANEL_LEAVERS, PANEL_STARTERS,   /* in the year, FTE */
	PANEL_TURNOVER,              /* leavers of those in post at the year's end: a share, not per cent */
	PANEL_VACANCY,               /* vacant of vacant and filled */
	PANEL_AGENCY,                /* agency of agency and filled */
	PANEL_CASES, PANEL_HOLDERS,  /* cases; FTE of those who hold them */
	PANEL_ITEMS
};

struct panel {
	int first, last;             /* years; last is the origin */
	int count;
	const int *area;             /* of each council: an index into published->areas */
	const double *cells;         /* [council][year - first][item]; NAN is not known */
	const double *england;       /* [year - first][item] */
};

enum { PANEL_ENGLAND = -1 };

/* Of all authorities with posts in any year up to `origin`, in the order of areas. NULL where there are none. */
const struct panel *panel_upto(const struct published *p, int origin, struct arena *perm);
double panel_at(const struct panel *panel, int council, enum panel_item item, int year);
int    panel_find(const struct panel *panel, int area);            /* its council, or -1 */
/* One published figure as a panel has it: for outcomes, which a panel may not hold. */
double panel_figure(const struct published *p, int area, enum panel_item item, int year);

#endif
