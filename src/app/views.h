/* views.h: what the views share: reading what was asked, and the words they all use. Private to app/.
 */
#ifndef APP_VIEWS_H
#define APP_VIEWS_H

#include "app/app.h"

/* What was asked, settled: every name found, every choice made. */
struct asked {
	const struct world *world;
	const struct published *p;
	int area;                    /* NO_AREA when none was needed */
	const struct area *place;
	enum measure_id measure;     /* NO_MEASURE when none was needed */
	const struct measure *row;
	int year;                    /* 0 when none was given */
	enum average average;
	bool headcount;
};

enum { NEEDS_AREA = 1, NEEDS_MEASURE = 2 };

/* Settles `ask`. False, with an answer that says why and offers the nearest names, when something
 * is unknown or not well formed. */
bool ask_settle(const struct world *world, const struct ask *ask, int needs, struct asked *asked,
                struct answer *why, struct arena *perm);

/* What a form sent, as it was typed; empty where it did not, or nothing was sent. */
Str ask_sent(const struct ask *ask, Str name);

/* An answer of one heading and one paragraph. */
struct answer answer_words(enum outcome outcome, Str title, Str words, struct arena *perm);
/* Of a council whose figures end before the latest: nothing lies ahead of it. */
struct answer answer_ended(const struct area *place, struct arena *perm);
/* FAILED, with the words of `err`: "The store cannot be read". */
struct answer answer_failed(Str title, const struct error *err, struct arena *perm);

/* ---- words ------------------------------------------------------------------------------------- */

Str ordinal(int n, struct arena *perm);                      /* "1st", "12th" */
Str rank_words(const struct place_row *row, int ranked, struct arena *perm);  /* "=12th of 151" */
Str year_text(int year, struct arena *perm);
/* "1 figure", "1,024 figures" */
Str counted(int64_t count, const char *one, const char *many, struct arena *perm);
/* "a and b", "a, b and c" */
Str list_words(const Str *items, int count, struct arena *perm);
/* "Walsall's", "St Helens'" */
Str possessive(Str name, struct arena *perm);
/* "neighbours' median" or "neighbours' mean" */
Str neighbours_words(enum average average);

/* "Turnover rate (FTE), per cent": the unit where the title does not say it. */
Str title_and_unit(const struct measure *m, struct arena *perm);
/* UNIT_PERCENTAGE_POINTS for the change of a per cent, else the unit itself. */
enum unit change_unit(enum unit unit);

/* ---- addresses --------------------------------------------------------------------------------- */

/* A value as one part of an address, percent-encoded. */
Str url_part(Str text, struct arena *perm);
Str href_scorecard(const struct asked *asked, int area, struct arena *perm);
Str href_measure(const struct asked *asked, int area, enum measure_id m, struct arena *perm);
Str href_standing(const struct asked *asked, int area, enum measure_id m, int year, struct arena *perm);
Str href_figures(enum measure_id m, int year, struct arena *perm);

/* ---- pieces of documents ------------------------------------------------------------------------ */

/* Source, licence and attribution of every release the page used; always the newest. */
void add_sources(struct document *doc, const struct published *p);
/* Splits, mergers and changes of code that touch the area, as an inset; nothing when there are none. */
void add_area_changes(struct document *doc, const struct asked *asked);
/* "z: not applicable" for each symbol among the figures, as a list under a heading. */
void add_symbols(struct document *doc, const Figure *figures, int count);
/* Numerator, denominator, basis, date, definition, source, licence, treatment. */
void add_provenance(struct document *doc, const struct published *p, enum measure_id m);
/* The same of many measures, a paragraph each. */
void add_provenance_list(struct document *doc, const struct published *p, const enum measure_id *list,
                         int count);

/* What was imported of the area's own figures, remainders of a whole among them, under a heading;
 * the table for the files, or NULL (and nothing added) when there is none. */
const struct table *add_own_series(struct document *doc, const struct asked *asked);

/* The table of a scorecard with what the council's own records say today after its second column, for
 * whoever may see rows of them, and the way to the whole of it. On the page alone: the files of a
 * scorecard are published figures. */
void add_card_with_own(struct document *doc, const struct world *world, const struct ask *ask,
                       const struct table *card);

/* Rows grown in an arena: tables of a length that is known only at the end. */
struct rows_made { struct row *at; int count, room; };
/* A row of `columns` zeroed cells; gives the cells to fill. */
struct cell *rows_push(struct rows_made *rows, int columns, struct arena *perm);

/* A table on the arena from columns and rows. */
struct table *table_of(Str name, Str caption, const struct column *columns, int column_count,
                       struct rows_made rows, struct arena *perm);

/* The table without the columns of these names: what a page leaves to its files. */
const struct table *table_without(const struct table *table, const Str *names, int count,
                                  struct arena *perm);

/* Gives the table its rows in the order of ask->sort ("-england" descending), absent figures last;
 * unknown names change nothing. Stable. Marks the table sorted. */
void table_sort(struct table *table, Str sort, Str base, struct arena *perm);

#endif
