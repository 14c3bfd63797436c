/* app.h: what a person can do. The only place where meaning meets the store.
 *
 * The command line and the pages are thin skins on these functions: each takes what was asked and
 * gives a document, or says why not. Neither skin can do what the other cannot.
 */
#ifndef APP_APP_H
#define APP_APP_H

#include "base/date.h"
#include "claim/claim.h"
#include "report/document.h"
#include "store/imports.h"

/* All that pages read. Never changes once made: an import makes a new one. */
struct world {
	struct published  published;
	struct own_series own;
	Str               store_path;        /* empty: nothing can be imported */
	Str               reference_docx;    /* a council's own Word reference, or empty */
};

/* The built-in figures and, where there is a store, what users added. `store_path` may be empty. */
bool world_open(struct world *world, Str store_path, struct arena *perm, struct error *err);

/* What was asked: from an address and its query, or from a command line. Empty where not given. */
struct ask {
	Str  area;
	Str  measure;
	Str  year;
	Str  average;                /* "median" or "mean" */
	Str  basis;                  /* "fte" or "headcount" */
	Str  sort;                   /* column name, "-" before it for descending */
	Str  query;                  /* what somebody typed */
	Str  sentence;
	Str  against;                /* "either", "dfe" or "own" */
	Str  release;
	bool page_only;              /* tables that only files have are not wanted */
	Date today;
};

enum outcome {
	DONE,                        /* 200, exit 0 */
	REFUSED,                     /* a claim not supported, findings in a file: 200, exit 1 */
	UNKNOWN,                     /* no such council, measure or year: 404, exit 2 */
	WRONG,                       /* the question is not well formed: 400, exit 2 */
	FAILED                       /* the world: 500, exit 3 */
};

struct answer {
	enum outcome    outcome;
	struct document document;    /* for every outcome: an UNKNOWN one says what and the nearest names */
};

typedef struct answer view(const struct world *world, const struct ask *ask, struct arena *perm);

view show_areas;         /* area list; `query` filters */
view show_scorecard;     /* area, average, basis */
view show_measure;       /* area, measure, average */
view show_standing;      /* area, measure, year, sort */
view show_figures;       /* measure, year, sort, release: all areas */
view show_claim;         /* area, sentence, against, average */
view show_paper;         /* area, year, average */
view show_releases;      /* releases, revisions, licence */
view show_loads;         /* what was imported, with undo */
view show_methods;       /* every measure: definition, formula, source */

/* Imports: check, then store. The answer's document has the findings, or the receipt. `dry_run`
 * stores nothing. */
struct import { Str file; Str text; Str kind; Str release; int64_t now; bool dry_run; };
struct answer import_file(const struct world *world, const struct import *import, struct arena *perm);
struct answer import_undo(const struct world *world, int64_t load, struct arena *perm);

#endif
