/* app.h: what a person can do. The only place where meaning meets the store.
 *
 * The command line and the pages are thin skins on these functions: each takes what was asked and
 * gives a document, or says why not. Neither skin can do what the other cannot. Who may ask is a row
 * of every address and command (struct need), and is judged before the view runs (admit.h).
 */
#ifndef APP_APP_H
#define APP_APP_H

#include "base/date.h"
#include "base/sent.h"
#include "claim/claim.h"
#include "register/policy.h"
#include "report/document.h"
#include "store/imports.h"

struct keeper;
struct carriage;
struct drawn_kept;
struct expected_kept;
struct load_jobs;
struct load_progress;
struct forecast_watch;
struct held;
struct witness;
struct gate;
struct seen;

/* All that pages of figures read. Never changes once made: an import makes a new one. */
struct world {
	struct published  published;
	struct own_series own;
	Str               store_path;        /* empty: nothing can be imported */
	Str               reference_docx;    /* a council's own Word reference, or empty */
	struct keeper    *keeper;            /* councils' own records (keeper.h); NULL: no store */
	struct expected_kept *expected;      /* what figures lead to expect (expected_kept.h); NULL: reckoned each time */
	struct drawn_kept *drawn;            /* bases that scenarios are tried beside (drawn_kept.h); NULL: drawn each time */
	const struct carriage *carriage;     /* how messages leave (mail/carrier.h); NULL: they wait */
	struct load_jobs *jobs;              /* lists being worked on (load_jobs.h); NULL: on this thread */
};

/* The built-in figures and, where there is a store, what users added. `store_path` may be empty. */
bool world_open(struct world *world, Str store_path, struct arena *perm, struct error *err);

/* What somebody must be allowed before they are answered. */
enum access {
	UNSAID,                      /* no row may leave it so; a test says so */
	OPEN,                        /* published figures, and the program itself */
	OPEN_BESIDE_OWN,             /* the same, and records of `area` for who may see any */
	SIGNED_IN,                   /* whoever has an account: what is their own */
	OF_COUNCIL,                  /* records of `area`: `group`, at least `reach` */
	OF_REGION,                   /* totals of the region `area`: `group`, at least `reach` */
	OF_MACHINE                   /* the whole program: `group`, at least `reach`, anywhere */
};
/* What may be asked of a recruitment plan, as it was typed. */
enum plan_say { SAY_ROLE, SAY_CHANCE, SAY_LEAD, SAY_LEAVING, SAY_POSTS, SAY_FILLED, SAY_TARGET, SAY_BY, SAY_MONTHS, SAY_BUDGET,
                SAY_AGENCY, SAY_SENIORS, SAY_SUPPORT, SAY_INTAKE, PLAN_SAYS };
struct need { enum access access; enum field_group group; enum reach reach; };

/* How somebody came in: for what signs people in and out (sign_in.h), and for nothing else. */
struct door {
	struct gate *gate;
	Str session, browser;        /* the cookies' values, or empty */
	Str draft;                   /* the cookie of an application that is being written (apply.h), or empty */
	Str address;                 /* on the network */
	Str public_address;          /* where others reach these pages: "https://..."; empty: nobody said */
	const struct seen *seen;     /* the session or token behind it; NULL: nobody */
};

/* What was asked: from an address, its query and its form, or from a command line. Empty where not
 * given. */
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
	Str  on;                     /* the day asked about: "2025-09-30" */
	Str  unit;                   /* a unit's ref: itself and all below it */
	Str  type;                   /* a record type, by its plural: "posts" */
	Str  ref;                    /* a record: "P-000012"; an account, a load */
	Str  how;                    /* which way of changing, or which part of a page */
	Str  show;                   /* a filter: "vacant" */
	Str  round;                  /* a round of recruitment: "RN-000002" */
	Str  page;                   /* of a long list, from 1 */
	Str  view;                   /* what was asked of a list before: its number or name */
	Str  columns;                /* of a list: names of fields, with commas; empty: all that may be read */
	Str  next;                   /* where to go on to after signing in: a path of ours */
	Str  who, what, object;      /* of the audit: an account, an action, what it was done to */
	Str  from, to;               /* days */
	Str  kept;                   /* a head of the audit that was kept outside */
	Str  plan[PLAN_SAYS];        /* of a recruitment plan */
	Str  figures;                /* of a forecast: "published" or "own" */
	Str  months, runs, seed, safe;       /* of a forecast */
	Str  scenario[3];            /* of a forecast: levers, as "over 10 from 3 for 24; faster 2" */
	const struct sents *asked;   /* of a form that asks: its fields, by the page's own names; or NULL */
	bool page_only;              /* tables that only files have are not wanted */
	Date today;
	/* settled before the view runs (admit.h) */
	Date day;                    /* `on`, or today; of made-up records their last day */
	int64_t now;                 /* UTC seconds */
	const struct viewer *viewer; /* who asks; NULL: nobody signed in */
	const struct held   *held;   /* records of the council OF_COUNCIL; NULL: it has none */
	const struct door   *door;   /* of pages; NULL: the command line */
	struct witness      *witness;/* what the audit must have before the answer goes */
	/* of a form that was sent */
	const struct sents  *sent;   /* NULL: nothing was sent, it is only asked */
	struct sent_file     file;
	const struct sent_files *files;      /* where two may come; NULL: none did */
	struct load_progress *progress;      /* how far a list is (load_work.h); NULL: untold */
	const struct forecast_watch *watch;  /* how far a forecast is (forecast.h); NULL: nobody waits to hear */
};

enum outcome {
	DONE,                        /* 200, exit 0 */
	REFUSED,                     /* a claim not supported, findings in a file: 200, exit 1 */
	UNKNOWN,                     /* no such council, measure or year: 404, exit 2 */
	WRONG,                       /* the question is not well formed: 400, exit 2 */
	WHO,                         /* nobody is signed in: 401, or on to the sign-in page; exit 2 */
	FORBIDDEN,                   /* somebody else may: 403, exit 2; says who can help */
	CHANGED,                     /* by somebody else, or a rule forbids it: 409, exit 1 */
	SLOW_DOWN,                   /* too many tries: 429, exit 2 */
	FAILED                       /* the world: 500, exit 3 */
};

/* A file in itself, instead of a document's faces: a return, a kept original. */
struct file_given { Str name, type, bytes; };

struct answer {
	enum outcome    outcome;
	struct document document;    /* always: an UNKNOWN one has the nearest names */
	struct file_given file;      /* with a name: the answer is this file; the document says what it is */
	Str             to;          /* after a form: where a browser goes; empty: it stays */
	Str             change;      /* the change that was stored: its address, to undo it */
	bool            added;       /* what stands at `to` is new */
	bool            only_shown;  /* a form's answer is what it would do: nothing is done */
	int             wait_seconds;/* SLOW_DOWN */
	int             again_seconds;       /* until the page asks again by itself; 0: never */
	Str             session;     /* a new session's secret; "-" ends it; empty: as it was */
	Str             browser;     /* what it is known by from now on; empty: as it was */
	Str             draft;       /* opens an application from now on; "-": forgotten; empty: as it was */
};

struct answer answer_of(enum outcome outcome, struct document document);

typedef struct answer view(const struct world *world, const struct ask *ask, struct arena *perm);

view show_scores;        /* how our forecasts did: all councils */
view show_council_scores; /* the same of one */
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

/* A council's own records: its establishment, and what is worked out of it. */
view show_establishment;     /* area, on, unit: the gaps; posts and people of a team */
view show_vacancies;         /* area, on, unit, show, sort */
view show_post;              /* area, ref, on */
view show_person;            /* area, ref, on; how "contact" */
view show_own_measures;      /* area, on, unit: every measure beside the published one */
view show_people_behind;     /* area, measure, on, unit */
view show_movements;         /* area, on, unit: in the year to the day */
view show_requests;          /* area, on, unit, show: posts asked for, and what was decided */
view show_request;           /* area, ref */
view request_ask;            /* area, how, ref, unit: the form; with `sent`, asks */
view request_decide;         /* area, ref, `sent`: decision, reason */

/* Imports: check, then store. The answer's document has the findings, or the receipt. `dry_run`
 * stores nothing. */
struct import { Str file; Str text; Str kind; Str release; int64_t now; bool dry_run; };
struct answer import_file(const struct world *world, const struct import *import,
                          struct arena *perm);
struct answer import_undo(const struct world *world, int64_t load, struct arena *perm);

#endif
