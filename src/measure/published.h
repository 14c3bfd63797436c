/* published.h: what has been published, in memory, exact, with every release kept apart.
 *
 * A release is a dense block of cells: area x census year x measure. Later releases revise earlier
 * years; both stay, and the newest that says anything is what a reader gets unless they ask.
 * All England, nine years, is about 36,000 cells of 16 bytes.
 */
#ifndef MEASURE_PUBLISHED_H
#define MEASURE_PUBLISHED_H

#include "measure/measure.h"
#include "workforce/area.h"

struct release {
	Str name;                    /* "2025": the latest census year it holds */
	Str title;                   /* "Children's social work workforce 2025" */
	Str publisher;               /* "Department for Education" */
	Str published;               /* as known: "2026-02-26" or "February 2026" */
	Str licence;                 /* "Open Government Licence v3.0" */
	Str attribution;             /* the sentence the licence asks for */
	Str address;                 /* where it was published */
	Str file;                    /* name of the file it was read from */
	Str sha256;                  /* of that file */
	bool built_in;               /* came with the program; else imported by a user */
	int first_year, last_year;
	const Figure *cells;         /* [area][year - first_year][measure], areas as in `published` */
};

enum { NEIGHBOURS_MOST = 10, RELEASES_MOST = 16 };

struct neighbour { int area; Str closeness; };     /* "Very close" */

struct neighbours {                                /* of one area, closest first */
	struct neighbour at[NEIGHBOURS_MOST];
	int count;                                 /* 0 for joint returns, regions and England */
};

struct published {
	struct areas   areas;
	int            england;                    /* index of England */
	struct release releases[RELEASES_MOST];    /* newest first */
	int            release_count;
	const struct neighbours *neighbours;       /* one for each area */
	Str            neighbour_model;            /* "2025" */
	Str            neighbour_source;
	int            first_year, last_year;      /* over all releases */
};

/* The value in the newest release that has the cell; NOT_PUBLISHED when none has, and for any area
 * or year outside. */
Figure published_value(const struct published *p, int area, enum measure_id m, int year);
/* Which release that was: an index into releases, or -1. */
int published_release_of(const struct published *p, int area, enum measure_id m, int year);
Figure release_value(const struct published *p, int release, int area, enum measure_id m, int year);
/* The latest year with any figure or symbol for this area and measure, or 0. */
int published_latest_year(const struct published *p, int area, enum measure_id m);

/* ---- the project's own format (published_format.c) ----------------------------------------- */

/* One release as text, the same bytes for the same content: a header of `key: value` lines, the
 * areas, then one line an area and year with the cells in measure order. Documented in
 * docs/methods/published-format.md. */
Str release_write(const struct published *p, int release, struct arena *perm);

/* Adds a release in that format to `p` (whose areas grow as needed). False, with words, when the
 * text is not such a release. Cells are kept in `perm`. */
struct error;
bool release_read(struct published *p, Str text, bool built_in, struct arena *perm, struct error *err);

/* Neighbours in the project's own format; areas must be there already. */
Str  neighbours_write(const struct published *p, struct arena *perm);
bool neighbours_read(struct published *p, Str text, struct arena *perm, struct error *err);

/* The releases and neighbours embedded in the program. Never fails on what we ship (asserted). */
void published_built_in(struct published *p, struct arena *perm);

/* ---- DfE's own files (dfe_release.c) -------------------------------------------------------- */

struct findings;

/* Reads DfE's indicator CSV ("file" names it in findings) and adds it to `p` as a release. Every
 * fault is a finding with line and column, in file order, in one pass; with any MISTAKE nothing is
 * added and false is given. Needs the 10 key columns and the 22 measures by name, in any order;
 * unknown columns are a QUERY. */
bool dfe_release_read(struct published *p, Str text, struct release about, Str file,
                      struct findings *found, struct arena *perm);
/* Reads DfE's neighbour table (model, la_code, la_name, rank, neighbour_la_code, closeness). */
bool dfe_neighbours_read(struct published *p, Str text, Str model, Str file,
                         struct findings *found, struct arena *perm);

#endif
