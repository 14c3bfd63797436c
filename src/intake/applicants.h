/* applicants.h: another system's list of applications, as proposed changes of recruitment's records.
 *
 * A line is one application. Columns and words are found by what lists call them (types_applied.h): a council's own words
 * first, then its system's, then those that every list may have; each that nobody has looked at gives a QUERY. What a line
 * does not say of round, role and experience is what was said of the whole list. Every cell that cannot be read is a
 * finding with its place; one MISTAKE anywhere, and the changes are not to be stored.
 *
 * Whoever applies is known again by registration number, then by email, or by the number of an application in the other
 * system; a line with none of these is a mistake, since it would be somebody new each time. An application is that of a
 * candidate, round and role. So the same list twice changes nothing, and a later one moves on what has moved.
 *
 * A stage is brought as steps along the table of moves (workforce/stages.h), by the shortest way: the last on the day the
 * line gives, and those on the way, whose days no list has, on the same with words that say so. A list brings nobody
 * further than chosen: an offer is of a seat, checks are seen and a start fills a post, which no list can show; that is a
 * QUERY. What the records have further, or otherwise, than the list stays as it is, with a QUERY.
 *
 * Equality answers are changes of their own type, apart. No finding and no row says one.
 */
#ifndef INTAKE_APPLICANTS_H
#define INTAKE_APPLICANTS_H

#include "base/error.h"
#include "files/grid.h"
#include "workforce/roster.h"
#include "workforce/types_applied.h"

/* What lists call things: those of one system on a day. */
struct applicant_word { enum applicant_column column; Str said, means; bool sure, own; };    /* said: folded */
struct applicant_words { const struct applicant_word *at; int count; };
void applicant_words_read(struct applicant_words *words, const struct council *council, Str system, Date day, struct arena *perm);
/* The first of a column with this heading (`means` false) or word; NULL: none. */
const struct applicant_word *applicant_heading(const struct applicant_words *words, Str folded);
const struct applicant_word *applicant_meaning(const struct applicant_words *words, enum applicant_column column, Str folded);

struct applicants_asked {
	const struct council *council;
	const struct roster  *roster;
	const struct records *equality;      /* candidates' answers that are there: they are in no council */
	Str  system;                         /* of applicant_systems[] */
	Str  round, role, band;              /* of lines that say none; refs and a code, or empty */
	Date as_at;                          /* the day the list is of: of stages without one */
	Str  made_by;
};

/* One line, read. */
struct applicant_line { int line; Str values[APPLICANT_COLUMNS]; Date received, stage_on; int role, round, stage; bool bad; };

enum applicant_outcome { APPLICANT_SAME, APPLICANT_ADDED, APPLICANT_MOVED, APPLICANT_OUTCOMES };
struct applicant_row { int line; enum applicant_outcome outcome; Str ref, candidate, words; bool known; };
struct applicants {
	struct changes changes;
	struct findings found;
	const struct applicant_line *lines;
	int line_count;
	const struct applicant_row *rows;    /* one a line that could be read, in the order of the file */
	int row_count, counts[APPLICANT_OUTCOMES], candidates;       /* candidates: new ones */
	const struct grid *sheet;            /* what was read; NULL: nothing */
	Str heading[APPLICANT_COLUMNS];      /* of each column, as the file has it; empty: not there */
};
void applicants_read(struct applicants *list, Str bytes, Str file, const struct applicants_asked *asked, struct arena *perm);

/* ---- private to intake/applicant_*.c ---------------------------------------------------------------- */

bool applicant_lines(struct applicants *list, const struct grids *grids, const struct applicants_asked *asked, struct arena *perm);
void applicant_complain(struct applicants *list, const struct applicant_line *line, int column, struct finding finding, struct arena *perm);

#endif
