/* terminal.h: text set in the columns of a terminal.
 *
 * A terminal shows characters in cells: most take one, East Asian ones and emoji take two, accents
 * that combine take none. What is padded or wrapped is measured in those cells, never in bytes.
 * Text from outside is made tidy first (tidy.h) and loses the marks that turn the direction of
 * writing, so that no file can move the cursor, colour the screen or disguise a word.
 */
#ifndef REPORT_TERMINAL_H
#define REPORT_TERMINAL_H

#include "report/document.h"

/* How a piece of text stands out. Without colour all are plain, and nothing is lost. */
enum ink { INK_PLAIN, INK_STRONG, INK_QUIET, INK_GOOD, INK_BAD, INK_NOTICE, INKS };

struct terminal {
	struct text   out;
	struct arena *arena;
	int           width;         /* cells in a line */
	bool          colour;
	bool          absent[ABSENT_KINDS];  /* symbols shown so far, to be explained at the end */
};

struct terminal terminal_new(int width, bool colour, struct arena *perm);

int  terminal_cells(Str text);               /* how many cells a text takes */
Str  terminal_clean(Str text, struct arena *perm);   /* one line, nothing that moves a cursor */

/* Takes the next line of at most `width` cells, broken at a blank where there is one. */
Str  terminal_line(Str *rest, int width);

void terminal_add(struct terminal *to, Str text, enum ink ink);
void terminal_blanks(struct terminal *to, int count);
void terminal_repeat(struct terminal *to, Str mark, int count);
void terminal_end(struct terminal *to);      /* ends the line, without blanks at its end */

/* A paragraph: `first` before its first line, as many blanks before the others. */
void terminal_wrap(struct terminal *to, Str first, Str text, enum ink ink);

/* A table with its caption, folded to fit (terminal_table.c). */
void terminal_table(struct terminal *to, const struct table *table);

/* A small line as block characters, a blank where there is no figure. A bar of parts is its words. */
Str terminal_spark(const struct chart *chart, struct arena *perm);

#endif
