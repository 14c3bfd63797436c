/* cells.h: what one cell of a list means, and whom a line is about. Private to intake/. */
#ifndef INTAKE_CELLS_H
#define INTAKE_CELLS_H

#include "intake/headings.h"

struct cell_trouble { enum severity severity; Str code, wrong, mend; };

/* Reads a cell as its target's canonical text. True with an empty value for a blank one. `trouble`
 * has a code when there is something to say: a MISTAKE (and false), or a QUERY (and true). */
bool cell_read(enum target target, const struct grid_cell *cell, const struct profile *profile,
               Str *value, struct cell_trouble *trouble, struct arena *perm);

/* The hours a week that a cell says: of a column of hours, or with their word in one of FTE ("37 hrs"); empty
 * when it says none. */
Str cell_hours(enum target target, Str text, struct arena *perm);
/* Hundredths of an hour a week that are full time. */
int hours_full(const struct profile *profile);

/* An FTE as records have it: "0.6", "1". */
Str fte_text(int64_t micro, struct arena *perm);

/* Whether a name is "Vacant", "VACANCY", "vacant post", "TBC", "To be recruited". */
bool says_vacant(Str name, struct arena scratch);

/* What a profile says that a word means, or empty. The word is folded first. */
Str word_said(const struct profile *profile, enum target target, Str word, struct arena scratch);

/* A name's fingerprint, as profiles keep it: "name 8c1f...". */
Str name_word(const struct line_read *line, struct arena *perm);

/* Finds each line's person, post, unit, role and spell among those that are there. A person by
 * payroll number, then registration number, then name and birth date, then a name only one person
 * has (a QUERY). */
void lines_match(struct list_read *read, const struct profile *profile, const struct roster *roster,
                 struct findings *found, struct arena *perm);

#endif
