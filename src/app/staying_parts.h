/* staying_parts.h: what the files of the page of who stays share. Private to app/. */
#ifndef APP_STAYING_PARTS_H
#define APP_STAYING_PARTS_H

#include "app/estab.h"
#include "app/staying.h"
#include "app/survival_parts.h"
#include "measure/protect.h"
#include "outlook/spells.h"

/* Ten people make a group; a curve begins with twenty at risk where it can. */
enum { GROUP_LEAST = 10, GROUP_SETTLED = 20, GROUPING_MOST = 40 };
/* Leavers, by what is told of them elsewhere too; and by cause. */
extern const struct protection protect_leavers, protect_causes;

struct staying {
	struct estab e;
	Date day;                    /* that the figures are of */
	struct tenures council, first_year;  /* of the unit looked at */
	struct document *doc;
	struct arena *perm;
};

/* How people are divided: the group of a row, 0 .. count - 1, or NOT_THERE. */
struct grouping {
	Str name, heading, title, words;     /* name: of the table, and the heading's id; title: of its picture */
	Str names[GROUPING_MOST];
	int count;
	int (*of)(const struct staying *in, const struct grouping *grouping, const struct tenure *row);
	int units[GROUPING_MOST];
};
/* People of each group of rows, each once. */
void staying_people(const struct staying *in, const struct tenures *rows, const struct grouping *grouping, int *people);
/* Which groups may be shown: enough people, and no other group left as the rest. */
void staying_hidden(const int *people, int count, bool *hidden, struct arena scratch);

/* The curve of rows as it may be told: from when enough are at risk, cut off where too few are. False when it
 * may not be told at all. */
bool staying_curve(const struct staying *in, struct lives lives, struct life_curve *curve);
/* Whether its share at a time may be a number: enough at risk, and nobody or five at the least have left by then. */
bool staying_told_at(const struct life_curve *curve, struct lives lives, double time);

/* Sections of the page, each a heading and what stands under it. */
void staying_add_curves(struct staying *in, const struct grouping *grouping);
void staying_add_window(struct staying *in);             /* rates by time in the service, and who is where */
void staying_add_first_years(struct staying *in);        /* one, two and three years after the first year */
void staying_add_causes(struct staying *in);
void staying_add_model(struct staying *in);

void staying_sheet(struct staying *in, const struct table *table);
struct cell staying_whole(int count, bool hidden);
struct cell staying_percent(double share);               /* whole per cent; absent where none */

#endif
