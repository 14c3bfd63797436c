/* csv.h: comma-separated text to rows of fields with places (RFC 4180, read leniently).
 *
 * Fields are borrowed from the text; only one with a doubled quote is copied. A byte order mark is
 * skipped; lines end with LF, CRLF or CR. The delimiter is the comma, semicolon or tab that any of the
 * first ten lines holds most of, outside quotes: a banner over the headings may hold a comma, or none.
 * The parser reports; its caller judges and makes findings.
 */
#ifndef FILES_CSV_H
#define FILES_CSV_H

#include "base/finding.h"

enum csv_flaw {
	CSV_SOUND,
	CSV_UNCLOSED_QUOTE,          /* the file ends inside quotes: probably truncated */
	CSV_TEXT_AFTER_QUOTE,        /* "abc"def */
	CSV_TOO_MANY_FIELDS,         /* over CSV_FIELDS_MOST in one row */
	CSV_FIELD_TOO_LONG           /* over CSV_FIELD_MOST bytes */
};
enum { CSV_FIELDS_MOST = 256, CSV_FIELD_MOST = 1 << 20 };

struct csv {
	Str  rest;
	int  line;                   /* of the next row, from 1 */
	char delimiter;
};

struct csv_row {
	const Str *fields;
	int  count;
	int  line;                   /* where the row begins */
	enum csv_flaw flaw;
	int  flaw_field;             /* from 1 */
};

struct csv csv_open(Str text);
/* The next row that isn't blank, or false at the end. Rows live in `perm`. */
bool csv_next(struct csv *csv, struct csv_row *row, struct arena *perm);

/* What a file is before anybody reads it as CSV: a MISTAKE finding and false for an empty file,
 * a zip or XLSX, a PDF, UTF-16, text that is not UTF-8 (says the line, and that Excel's "CSV UTF-8"
 * mends it), a NUL byte, or more than `most` bytes. */
bool csv_is_text(Str text, ptrdiff_t most, Str file, struct findings *found);

/* The words for a flaw ("quotes are not closed before the end of the file"), and what to do. */
Str csv_flaw_wrong(enum csv_flaw flaw);
Str csv_flaw_mend(enum csv_flaw flaw);

/* Columns found by name in the heading row, letters in either case, blanks round them ignored. */
struct csv_heading { Str name; bool needed; int column; /* from 0; -1: not there */ };
/* Fills `column`; a missing needed one, a name that stands twice: MISTAKE; an unknown one: QUERY
 * with the nearest known name. Gives false if any MISTAKE was added. */
bool csv_headings(const struct csv_row *row, struct csv_heading wanted[], int count, Str file,
                  struct findings *found);

#endif
