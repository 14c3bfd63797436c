/* register_bring.h: a file of one type's records read into changes. Private to app/.
 *
 * A CSV file or a workbook, by what its bytes are (files/grid.h); of a workbook the first sheet that
 * has one of our headings in its first row.
 *
 * A line with a ref is that record's row that begins on the same day: the same, changed, or a new
 * one. A line without a ref is a new record, unless one with the same content is there. So a file
 * that came from here changes nothing, and a file that was brought in changes nothing the second
 * time. What a file does not mention stays. One mistake anywhere, and nothing is stored.
 */
#ifndef APP_REGISTER_BRING_H
#define APP_REGISTER_BRING_H

#include "app/register_parts.h"
#include "files/csv.h"
#include "files/grid.h"

enum { PREVIEW_MOST = 200, OWN_HEADINGS = 3 };

struct slot { Str key; const struct record *record; };
struct index { struct slot *slots; int room; };

enum brought { BROUGHT_SAME, BROUGHT_ADDED, BROUGHT_CHANGED, BROUGHTS };

struct bringing {
	const struct shelf *shelf;
	Str file;
	const struct grid *sheet;                    /* what is read; NULL: not known yet */
	struct csv_heading heads[OWN_HEADINGS + 2 * FIELDS_OF_TYPE_MOST];
	int  head_count;
	int  columns[FIELDS_OF_TYPE_MOST];           /* from 1, for findings; 0: not in the file */
	struct index by_day;                         /* ref and first day, of records there and lines read */
	struct index by_content;                     /* of records there and lines read without a ref */
	struct index lines;                          /* ref and first day of lines read */
	struct changes changes;
	struct findings found;
	int  counts[BROUGHTS];
	int64_t next_ref;                            /* the number of the next new ref; 0: not asked yet */
	struct rows_made preview;
};

/* Reads the file into `changes`, `found` and the preview. */
void bring_file(struct bringing *in, Str bytes);

#endif
