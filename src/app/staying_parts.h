/* staying_parts.h: what the files of the page of who stays share. Private to app/. */
#ifndef APP_STAYING_PARTS_H
#define APP_STAYING_PARTS_H

#include "app/estab.h"
#include "app/staying.h"
#include "app/survival_parts.h"
#include "measure/protect.h"
#include "outlook/spells.h"

/* Ten people make a group; a curve begins with twenty at risk where it can. Leavers and causes are of three years, and who
 * has totals alone is answered as at every third 30 September: no two answers have a day of leaving in common. */
enum { RELEASE_YEARS = 3, GROUP_LEAST = 10, GROUP_SETTLED = 20, GROUPING_MOST = 40, COUNTS_NEAREST = 5 };
/* Counts of people here; and of leavers, of whom none tells as much as one. */
extern const struct protection protect_here, protect_leavers;

/* What is told of groups, made once: tables, pictures, sentences and the heading all read this and nothing behind it.
 * A group without points is withheld; a point is whole per cent of those who were here at `from`. */
enum { TOLD_MOST = 5 };
struct told_point { double years; int at_risk; Figure lasting, lower, upper; };
struct told_group { Str name; int people; double from; struct told_point points[TOLD_MOST]; int count; };
struct told { const struct grouping *grouping; struct told_group groups[GROUPING_MOST]; int count; };
enum told_by { TOLD_ALL, TOLD_BY_RANK, TOLD_BY_ORIGIN, TOLD_BY_UNIT, TOLD_BYS };

struct staying {
	struct estab e;
	Date day;                    /* that the figures are of */
	struct tenures council, first_year;  /* of the unit looked at */
	struct told told[TOLD_BYS];
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

/* The points of rows that may be told; told->count 0: none. */
void staying_tell(const struct staying *in, struct lives lives, struct told_group *told);
/* Withholds points until what is left of all, less the groups that are told, is nobody or enough people and leavers. */
void staying_hide_rest(const struct told_group *all, struct lives everybody, struct told_group *groups,
                       const struct lives *lives, int count);
void staying_tell_groups(const struct staying *in, const struct grouping *grouping, struct told *told);
/* NULL where that is withheld. */
const struct told_point *told_at(const struct told_group *told, double years);
static inline bool
told_any(const struct told *told)
{
	bool any = false;
	for (int g = 0; g < told->count; g++)
		any = any || told->groups[g].count > 0;
	return any;
}

/* Sections of the page, each a heading and what stands under it. */
void staying_add_curves(struct staying *in, const struct told *told);
void staying_add_window(struct staying *in);             /* rates by time in the service, and who is where */
void staying_add_first_years(struct staying *in);        /* one, two and three years after the first year */
void staying_add_causes(struct staying *in);
void staying_add_model(struct staying *in);

void staying_sheet(struct staying *in, const struct table *table);
struct cell staying_whole(int count, bool hidden);

#endif
