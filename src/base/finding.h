/* finding.h: one thing wrong with somebody's data, and where it stands.
 *
 * A file with 400 bad cells gives 400 findings, in file order, in one pass. Printed as
 *
 *     file:line:column: severity code: record: what is wrong; what to do
 *
 * so that an editor can jump to it, a page can mark the cell and a manager can act on it. Lines
 * and columns count from 1, as an editor counts; the column is of the cell in its row.
 * `record` is a reference in the file, never a name.
 */
#ifndef BASE_FINDING_H
#define BASE_FINDING_H

#include "base/str.h"

enum severity {
	QUERY,               /* may stand, somebody should look */
	MISTAKE,             /* must be mended before anything is stored */
};

struct finding {
	enum severity severity;
	Str code;            /* short and stable: "number", "duplicate" */
	Str file;
	int line, column;    /* 0: the whole file, or the whole line */
	Str record;          /* which record, in the file's own words; may be empty */
	Str field;           /* the column's name; may be empty */
	Str seen;            /* the cell's text, as it stood */
	Str wrong;           /* "is not a number" */
	Str mend;            /* "write 1.2" */
};

struct findings {
	struct finding *at;
	ptrdiff_t       count, room;
	ptrdiff_t       mistakes;        /* how many are MISTAKE */
	struct arena   *arena;
};

struct findings findings_new(struct arena *perm);
void findings_add(struct findings *found, struct finding finding);

/* "error" or "query", as a person reads it. */
Str severity_text(enum severity severity);

/* One line as shown above, without the line end. */
Str finding_text(const struct finding *finding, struct arena *perm);

#endif
