/* survival_parts.h: what the files that tell of survival share. Private to app/. */
#ifndef APP_SURVIVAL_PARTS_H
#define APP_SURVIVAL_PARTS_H

#include "app/survival.h"

enum { SURVIVAL_CAUSES_MOST = 12, SURVIVAL_GROUPS_MOST = 40, SURVIVAL_TERMS_MOST = 20, SURVIVAL_TIMES_MOST = 1000 };

/* One term of a model: a column of numbers, or one of words with a column for each word but the first. */
struct survival_term { Str name; int first, count; Str levels[COX_COLUMNS_MOST]; Str base; };

/* A table as it was understood. */
struct survival_table {
	struct lives lives;
	int    count;                /* rows */
	const int *group;            /* of each row */
	Str    groups[SURVIVAL_GROUPS_MOST], by;
	int    group_count;          /* 1, without a name, where no groups were asked for */
	Str    causes[SURVIVAL_CAUSES_MOST + 1];
	int    cause_count;          /* 1: it ended, or did not */
	bool   entered;              /* an entry column was given */
	struct survival_term terms[SURVIVAL_TERMS_MOST];
	int    term_count;
	struct cox_rows rows;        /* rows whose every model column is filled */
	int    left_out;             /* rows that are not among them */
	double times[SURVIVAL_TIMES_MOST];
	int    time_count;
};
/* False with findings: all that is wrong with the table, in one pass. */
bool survival_read(struct survival_table *table, const struct survival_asked *asked, struct findings *found,
                   struct arena *perm);

/* A number as a figure of so many millionths; absent where it is none, or too large to be one. */
struct cell survival_cell(double value, int places);
/* "0.0034", "below 0.0001" */
Str    survival_chance(double p, struct arena *perm);

/* Curves as steps, at these rising times; a line ends where its curve does. `words` has the chart's title, subtitle
 * and description. The first curve alone has its limits drawn, where it is alone. */
struct curve_shown { Str name; const struct life_curve *curve; };
const struct chart *survival_chart(const struct curve_shown *shown, int count, const double *times, int time_count,
                                   const struct chart *words, struct arena *perm);

/* What goes with ending: a table of terms with plain words, and how far the model is to be believed. `nearest`: the rows are
 * people's, and how many there are and ended is told to the nearest so many, without what it could be worked out from. */
struct cox_words { const char *row, *rows; Str ended, ending; int nearest; }; /* "row", "rows"; "ended", "ending"; 0: as many as they are */
void survival_add_cox(struct document *doc, const struct cox *cox, const struct survival_term *terms, int term_count,
                      const struct cox_drift *drifts, struct cox_words words);
const struct table *survival_cox_table(const struct cox *cox, const struct survival_term *terms, int term_count,
                                       struct arena *perm);

#endif
