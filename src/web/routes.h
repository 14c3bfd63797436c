/* routes.h: every address this program answers to, one row each.
 *
 * A row says what one must be allowed (app.h), which view of app/ answers, what the address takes,
 * and what it is for; the pages, their other faces (.csv, .xlsx, .json, .html, and .docx of a
 * paper), the help page and the OpenAPI description are loops over these rows. A form that is sent
 * to its address with .json at the end, or with an API token, is answered as JSON (programs.c). A
 * ":name" in a path matches one segment and is given to the view as the part of `struct ask` of
 * that name.
 *
 * To add a page: docs/adding-a-page.md.
 */
#ifndef WEB_ROUTES_H
#define WEB_ROUTES_H

#include "app/app.h"
#include "web/request.h"

/* What can be given after the question mark, a bit each; rows in `params`. */
enum takes {
	TAKES_AREA     = 1 << 0,
	TAKES_MEASURE  = 1 << 1,
	TAKES_YEAR     = 1 << 2,
	TAKES_AVERAGE  = 1 << 3,
	TAKES_BASIS    = 1 << 4,
	TAKES_SORT     = 1 << 5,
	TAKES_QUERY    = 1 << 6,
	TAKES_SENTENCE = 1 << 7,
	TAKES_AGAINST  = 1 << 8,
	TAKES_RELEASE  = 1 << 9,
	TAKES_ON       = 1 << 10,
	TAKES_UNIT     = 1 << 11,
	TAKES_TYPE     = 1 << 12,
	TAKES_REF      = 1 << 13,
	TAKES_HOW      = 1 << 14,
	TAKES_SHOW     = 1 << 15,
	TAKES_PAGE     = 1 << 16,
	TAKES_NEXT     = 1 << 17,
	TAKES_WHO      = 1 << 18,
	TAKES_WHAT     = 1 << 19,
	TAKES_OBJECT   = 1 << 20,
	TAKES_FROM     = 1 << 21,
	TAKES_TO       = 1 << 22,
	TAKES_KEPT     = 1 << 23,
	TAKES_VIEW     = 1 << 24,
	TAKES_COLUMNS  = 1 << 25,
	TAKES_PLAN     = 1 << 26,
	TAKES_FORECAST = 1 << 27,    /* months, runs, seed, safe, basis */
	TAKES_SCENARIOS = 1 << 28,   /* levers, and the fields of a form that makes them */
	TAKES_ROUND    = 1 << 29,
};

struct param {
	enum takes bit;
	Str        name;             /* "year"; also the ":name" in a path */
	Str        does;
	size_t     at;               /* its place in struct ask */
};
extern const struct param params[];
extern const int param_count;

struct visit;
struct html;

/* Answers by itself: true when it has. */
typedef bool action(struct visit *visit);
/* Writes the form or choices that stand between a document's heading and its blocks. */
typedef void controls(struct html *h, const struct visit *visit, const struct document *doc);

struct route {
	enum method method;
	Str         path;
	struct need need;            /* what whoever asks must be allowed */
	view       *view;            /* the document, in every face; of POST: what is done; or NULL */
	action     *act;             /* asked before the view; or NULL */
	controls   *form;            /* or NULL */
	bool        paper;           /* has a Word face */
	bool        live;            /* its script asks this site again, and runs the forecast's own engine */
	bool        outside;         /* for whoever comes from outside: no other places beside it, small forms, kept as one types */
	bool        tells;           /* of POST: changes nothing, and what it tells has every face */
	unsigned    takes;
	Str         title;
	Str         does;            /* for /help and /openapi.json */
};
extern const struct route routes[];
extern const int route_count;

/* What an address leads to. */
struct found {
	const struct route *route;   /* NULL: nothing, or not by this method */
	enum face           face;
	bool                elsewhere[2];    /* whether GET, POST are answered at this address */
	Str                 last;    /* the last segment without its ending */
};

/* Finds the row for a method and segments. A known ending on the last segment asks for a face,
 * unless the row's own path has it. */
struct found route_find(enum method method, const Str *segments, int count);

/* The value of ":name" of a route at these segments, or empty. `last` stands for the last one. */
Str route_part(const struct found *found, const Str *segments, Str name);

/* Fills an ask from a path and a query; only what the route takes. */
void route_ask(struct ask *ask, const struct found *found, const struct request *request, struct arena *perm);

/* The first name of a query that the route does not take; empty when it takes all. What is not taken is refused in every
 * face, or a slip ("mnths=12") would give figures of something else. Of a page alone, what other programs add to links
 * ("utm_source") may stand. (unasked.c) */
Str route_unasked(const struct found *found, const struct sents *query);
/* The refusal, with the name that is nearest and all that are taken. */
struct answer route_not_asked(const struct found *found, Str name, struct arena *perm);

#endif
