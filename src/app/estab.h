/* estab.h: what the pages of a council's own establishment share: which units the viewer looks at,
 * their staffing, how things are named, linked and asked for again. Private to app/.
 *
 * Nobody sees more here than sight.h allows: a unit not seen is not listed, not linked and not
 * added up; who holds a post, and so what is vacant, is for whoever may see terms; who is on leave
 * for whoever may see absence row by row, and so is all that follows from it.
 */
#ifndef APP_ESTAB_H
#define APP_ESTAB_H

#include "app/own.h"
#include "workforce/establishment.h"

/* What the pages of a day start from, of the whole council and before anybody's rights: kept (kept.h).
 * Whoever shows anything of it looks at rights first. */
struct estab_day {
	const int *units, *depths;   /* all units of the day, in the order of the tree */
	int unit_count;
	struct establishment est;
	struct staffing *of, all;    /* of each unit of the roster, of the council */
	const struct mix *mix;
	int mix_count;
	const int *coming;           /* posts of which something is to come in the year ahead, or may be */
	int coming_count;
	const struct filling *fillings;      /* posts that are being filled from outside (filling.h) */
	int filling_count;
	Date last_news;              /* the last day by then on which anybody began or ended; INT32_MIN: none */
};

struct estab {
	const struct estab_day *day;
	struct own own;              /* its unit: as asked, or the one unit that is all the viewer sees */
	struct establishment est;    /* of that unit, or of the whole council */
	struct staffing *of;         /* of each unit of the roster */
	struct staffing all;         /* of everything looked at */
	int *units, *depths;         /* looked at, in the order of the tree; depth below the highest */
	int unit_count;
	bool everywhere;             /* the whole council is seen, and posts of no unit with it */
	bool terms;                  /* who holds posts, and what is vacant, may be seen of all of it */
	bool absence;                /* and who is on leave */
};

/* False, with the answer to give instead, as own_settle. */
bool estab_settle(const struct world *world, const struct ask *ask, struct estab *e,
                  struct answer *why, struct arena *perm);
const struct estab_day *estab_day_of(const struct own *own);
/* Takes from the day's establishment the posts of the unit looked at that the viewer may see, before anything
 * is counted: a worker sees their own post, and not the others of its unit (estab_seats.c). */
void estab_take_seats(struct estab *e);
/* Whether a seat is in a unit that is looked at. */
bool estab_shows(const struct estab *e, const struct seat *seat);

/* ---- units as rows ---------------------------------------------------------------------------- */

/* The units looked at as rows of a table, under the whole council (NOT_THERE) where it is seen. */
struct unit_rows { int *units, *depths; int count; };
struct unit_rows unit_rows_of(const struct estab *e);
/* How a row stands on a page: teams under a heading with the name of what they are part of, and that
 * first, as "All of Safeguarding". */
struct unit_place { Str name, group; };
struct unit_place unit_place_of(const struct own *own, const struct unit_rows *rows, int i);

/* ---- addresses ------------------------------------------------------------------------------- */

/* "/authorities/walsall/vacancies?on=2025-09-30&unit=U-000004&show=covered": the day, and the unit
 * unless NOT_THERE, and `more` ("show=covered"), which may be empty. */
Str href_in_unit(const struct own *own, Str rest, int unit, Str more);

/* ---- words and cells ------------------------------------------------------------------------- */

Str basis_words(enum basis basis);                       /* "Acting up" */
Str status_words(enum post_status status);               /* "Frozen" */
/* The basis as this viewer may know it of this person; empty when not. */
Str basis_seen(const struct own *own, int person, enum basis basis);
/* A person as they may be known here and now, or as on `then`, when their time in post was there to
 * be seen: a page asked as at that day would say the same. Empty when on neither. */
Str person_then(const struct own *own, int person, Date then);
struct cell person_cell(const struct own *own, int person, Date then);
struct cell post_cell(const struct own *own, int post);
Str role_words(const struct own *own, int role, Date day);
struct cell fte_cell(int64_t micro);                     /* two places: of a post, of somebody in it */
struct cell blank_cell(void);
Str some_fte(int64_t micro, struct arena *perm);         /* "12.4", one place */

/* ---- pieces ---------------------------------------------------------------------------------- */

/* The pages of an establishment, this one chosen; their order is that of the choices. */
enum estab_page { PAGE_STRUCTURE, PAGE_VACANCIES, PAGE_REQUESTS, PAGE_MEASURES, PAGE_MOVEMENTS, ESTAB_PAGES };
/* The choice of page, and the small form for another day or unit, which keeps `show`. */
void add_estab_places(struct document *doc, const struct estab *e, enum estab_page page);
/* A warning where nothing in the records happened for months before the day: they may not be up to
 * date, and a quiet year may be no quiet year. */
void add_staleness(struct document *doc, const struct estab *e);
/* "These are true counts: they contain small numbers, and are not for release." */
void add_not_for_release(struct document *doc);

#endif
