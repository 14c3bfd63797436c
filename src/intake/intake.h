/* intake.h: other people's lists turned into proposed changes of a council's records.
 *
 * Four lists: HR's (people, posts, spells), finance's (posts and money), agencies' (assignments) and
 * the teams' own. Columns are mapped once to the targets below, and remembered as a profile. Then a
 * list is read whole: every cell that cannot be read is a finding with sheet, row, column, what it
 * says, what is wrong and what to do; its record is the cell as a spreadsheet names it ("Sheet1!C12"). What can be read is matched to the records that are there (by
 * payroll number, registration number, then name with birth date; posts by number) and proposed as
 * changes: added, changed, ended, the same. Who is not mentioned is not touched, unless the profile
 * says that the list is complete; then they are proposed as ended, for somebody to confirm. Nothing
 * is stored here.
 */
#ifndef INTAKE_INTAKE_H
#define INTAKE_INTAKE_H

#include "base/error.h"
#include "files/grid.h"
#include "workforce/roster.h"

enum list_kind { LIST_HR, LIST_FINANCE, LIST_AGENCY, LIST_TEAM, LISTS };
struct list_row { enum list_kind kind; Str name, title, does; };
extern const struct list_row list_rows[LISTS];               /* "hr", "finance", "agency", "team" */
bool list_find(Str name, enum list_kind *kind);

/* What a column can mean. A row says which lists have it, which record field it becomes (its kind
 * says how a cell is read), and its usual headings. */
enum target {
	TO_PAYROLL, TO_FAMILY_NAME, TO_GIVEN_NAMES, TO_FULL_NAME, TO_BORN, TO_SWE,
	TO_POST, TO_JOB_TITLE, TO_TEAM, TO_SERVICE, TO_FTE, TO_HOURS, TO_BASIS, TO_FROM, TO_LAST_DAY,
	TO_REASON, TO_DESTINATION, TO_ORIGIN, TO_AGENCY, TO_COVERS, TO_CASES,
	TO_POST_FTE, TO_POST_STATUS, TO_FULL_HOURS,
	TARGETS
};
struct target_row {
	enum target target;
	Str  name, title, hint;
	unsigned lists, needed;      /* bit 1 << list_kind */
	Str  type, field;            /* the record type and field it becomes: "spell", "fte" */
	Str  heads[HEADS_MOST + 4];
};
extern const struct target_row target_rows[TARGETS];

/* How one council's list is laid out. Kept as text (profile_text) under a name. */
struct profile {
	Str  name;
	enum list_kind list;
	Str  sheet;                  /* by name; empty: the first visible */
	int  heading_line;           /* 0: found by itself */
	Str  column[TARGETS];        /* the heading of each target's column; empty: not there */
	bool month_first;            /* 1/2/23 is 2 January; never unless said */
	bool complete;               /* everybody is in it: who is missing has ended */
	Date as_at;                  /* the day the list is of; day 0 when not said */
	int  hours_full_time;        /* hundredths of an hour a week that make 1 FTE; 0: not said, and 37 for TO_HOURS */
	/* local words mapped by somebody: "Snr Prac" -> role R-000004, "Duty & Assmt" -> unit U-000007,
	 * "Perm" -> basis permanent; `target` says of which column */
	struct said { enum target target; Str word, means; } *said;
	int  said_count;
};

Str  profile_text(const struct profile *profile, struct arena *perm);
bool profile_read(struct profile *profile, Str text, struct arena *perm, struct error *err);

/* Finds the heading row (two header rows and banners over it are usual) and guesses the columns.
 * `known` may hold a profile used before: its mapping wins where its headings are there. */
void intake_guess(const struct grids *grids, enum list_kind list, const struct profile *known,
                  struct profile *guess, struct findings *found, struct arena *perm);

/* The columns of the list as the profile reads them, for somebody to see and change: each heading as
 * a profile names it (empty when another column has the same, or none), what it is read as (TARGETS:
 * nothing), and its first cells. What is missing is in `found`. */
enum { SAMPLES = 3 };
struct column_read { Str heading; enum target target; Str samples[SAMPLES]; };
int intake_columns(const struct grids *grids, const struct profile *profile,
                   struct column_read **columns, struct findings *found, struct arena *perm);

/* A cell that somebody mended: read as `text`, whatever the file says. Column 0: its line is left
 * out, and `text` says why, where that is known. Columns count from 1, as in findings. */
struct cell_mend { int line, column; Str text; };
/* The grids with the mends in the sheet that the profile speaks of; what was there is not changed. */
void intake_mend(struct grids *grids, const struct profile *profile, const struct cell_mend *mends,
                 int count, struct arena *perm);

/* One line of the list, read. */
struct line_read {
	int  line;
	Str  values[TARGETS];        /* canonical text; empty where blank or unreadable */
	bool unreadable;             /* some needed cell was not read */
	bool vacant;                 /* it says that nobody is in its post */
	Str  hours;                  /* "18.5 of 37 hours", where its FTE was read from hours */
	int  person, post, spell, unit, role;        /* what they match; NOT_THERE: new, or none */
	Str  by_name;                /* the ref of whom it is taken to be by the name alone */
	Str  not_them;               /* refs of those whom somebody said it is not, of that name */
};
/* A line of the file that takes no part, and why: it was left out, or cannot be read. */
struct line_left { struct line_read line; Str why; };
struct list_read { enum list_kind list; Str sheet; struct line_read *at; int count;
                   int totals_left_out, blank_left_out;
                   struct line_left *left; int left_count; };   /* as somebody filled it: lines_left */
void intake_read(const struct grids *grids, const struct profile *profile,
                 const struct roster *roster, Date today, struct list_read *read,
                 struct findings *found, struct arena *perm);

/* What is wrong with a line, in the words of its first mistake; empty when nothing is. */
Str line_trouble(const struct findings *found, int line, struct arena *perm);
/* Fills `read->left`: the lines of `read` that cannot be read, each with its mistake of `found`; and those of the
 * file with these numbers, which were left out (mends of column 0, whose text says why). `grids` has them still. */
void intake_left(const struct grids *grids, const struct profile *profile, const struct roster *roster,
                 const struct cell_mend *out, int count, struct list_read *read,
                 const struct findings *found, struct arena *perm);

enum outcome_of_row { ROW_ADDED, ROW_CHANGED, ROW_ENDED, ROW_SAME, ROW_LEFT, ROW_OUTCOMES };
struct preview_row { enum outcome_of_row outcome; int line; const struct record_type *type; Str ref;
                     Str words;  /* "FTE 1 becomes 0.6 from 1 March 2026" */
                     Str post, person; };      /* refs: of a time in post, whose and where */
struct preview { struct preview_row *at; int count; int counts[ROW_OUTCOMES]; };

/* The changes that would make the records agree with the list, and what they are in words. Units,
 * roles and titles the council does not have are added, with a QUERY each. The same list twice
 * gives no changes. */
void intake_propose(const struct list_read *read, const struct profile *profile,
                    const struct council *council, const struct roster *roster,
                    struct changes *changes, struct preview *preview, struct findings *found,
                    struct arena *perm);

/* Local words that somebody must say, or has said, the meaning of: titles that are no role's, teams
 * that are no unit's, and words that no field knows. Each once, with how many lines have it. `means` is
 * as in a profile: a ref, a code, or "census 4" for a title that becomes a new role of that kind, or
 * "new" for a team that is new; empty while nobody said. */
enum { LOCAL_WORDS_MOST = 2000 };
struct local_word { enum target target; Str word, means; int lines, first_line; };
int intake_words(const struct list_read *read, const struct profile *profile,
                 const struct findings *found, struct local_word **words, struct arena *perm);
/* The profile with one more word; an empty meaning takes it away. */
void profile_say(struct profile *profile, enum target target, Str word, Str means, struct arena *perm);
/* Somebody's word that a line, matched by its name alone, is another person; and that word taken back. Kept of
 * the name's fingerprint, for this list and the next: "name 8c1f..." means "not N-000004". */
void profile_say_other(struct profile *profile, const struct line_read *line, struct arena *perm);
void profile_unsay_other(struct profile *profile, const struct line_read *line, struct arena *perm);
/* The census role that a title is likely to have: "5". */
Str title_likely_census(Str title, struct arena *perm);

#endif
