/* tidy.h: a table as data: what CSV, JSON and XLSX write of it.
 *
 * A table on a page carries things that data has no cell for: pictures, links, a heading over a
 * group of rows, words after a figure, a status word. A tidy table is the same table with one
 * value a cell and nothing lost that a figure's reader needs:
 *
 *   - columns of pictures are left out, links become their text;
 *   - when rows stand in groups, a first column "group" says which;
 *   - words after a figure, a status word beside one, or a note under it follow in a column
 *     "NAME_note";
 *   - a figure is rounded to the places it is shown with, as on the page;
 *   - a plain number written as text in a column of numbers (a year) is a number.
 *
 * All text is made well-formed UTF-8 without the characters that XML forbids, so that no face can
 * be broken by a stray byte in somebody's file.
 */
#ifndef REPORT_TIDY_H
#define REPORT_TIDY_H

#include "report/document.h"

struct tidy_column {
	Str  name;                   /* never changes */
	Str  title;                  /* what it means, with its unit */
	bool number;
};

struct tidy_cell {
	bool   is_figure;
	Figure figure;               /* rounded to `places` */
	int    places;
	bool   as_text;              /* the page writes it as text: a year, without commas */
	Str    text;                 /* always: the plain number, DfE's symbol, or the words */
};

struct tidy {
	Str   name, caption;
	const struct tidy_column *columns;
	int   column_count;
	const struct tidy_cell *cells;       /* row by row, column_count in each */
	int   row_count;
};

struct tidy tidy_table(const struct table *table, struct arena *perm);

/* Which reasons for absence stand in the table; adds to `seen`. */
void tidy_absences(const struct tidy *tidy, bool seen[ABSENT_KINDS]);

/* The findings of a document as a table: severity, code, file, line and so on. */
struct tidy tidy_findings(const struct document *doc, struct arena *perm);

/* Well-formed UTF-8, with U+FFFD for what is not and for control characters other than tab and
 * line ends. The text itself where nothing had to change. */
Str tidy_text(Str text, struct arena *perm);

#endif
