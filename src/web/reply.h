/* reply.h: what goes back over HTTP, before any server library sees it.
 *
 * Every reply carries the same safe headers: nothing may be sniffed, framed, or loaded from
 * elsewhere, and no script or style may stand in a page. Pages are never stored; files of the
 * program are stored for ever, under an address that holds their content's hash.
 */
#ifndef WEB_REPLY_H
#define WEB_REPLY_H

#include "web/request.h"

struct reply {
	int  status;
	Str  type;                   /* "text/html; charset=utf-8" */
	Str  body;
	Str  location;               /* redirects: a path of ours */
	Str  download;               /* a file name: the browser saves it; or empty */
	Str  policy;                 /* what the page may load, where it is not what every page may, as reply_live_policy */
	Str  allow;                  /* 405 */
	Str  cookies[3];             /* Set-Cookie, whole; or empty */
	int  retry_seconds;          /* 429, 503 */
	int  again_seconds;          /* the page asks again by itself after so long; 0: it does not */
	bool lasting;                /* may be kept for ever: the address has the content's hash */
	bool close;                  /* the connection ends with this reply */
	bool embedded;               /* the body outlives the request: part of the program */
};

/* Of a page that asks this site again by script, and runs an engine of ours. */
extern const Str reply_live_policy;
/* Of a page that keeps what is typed as it is typed. */
extern const Str reply_saving_policy;

enum { REPLY_HEADERS_MOST = 19 };
struct reply_header { const char *name; const char *value; };

/* The headers of a reply, ended by its count. Values made here are in `perm`. */
int reply_headers(const struct reply *reply, struct reply_header headers[REPLY_HEADERS_MOST],
                  struct arena *perm);


/* ---- refusals -------------------------------------------------------------------------------- */

struct refusal_row { int status; Str title; Str words; };
extern const struct refusal_row refusal_rows[REFUSALS];

#endif
