/* request.h: what somebody asked over HTTP, read strictly, before anything acts on it.
 *
 * A request comes in two steps. Its head (first line and headers) is judged as soon as it is
 * there, before a byte of the body is taken: a head that could be read in two ways is refused and
 * the connection closed, because the next reader of the same bytes might take the other way. Then
 * its target and its body are taken apart into text that is known to be well-formed UTF-8.
 *
 * Nothing here knows the server library: a head is a list of names and values, so that every rule
 * can be tested without a socket.
 */
#ifndef WEB_REQUEST_H
#define WEB_REQUEST_H

#include "base/sent.h"

/* Limits, each with its reason.
 *   path    2 kB   our longest real address is under 120 bytes
 *   query   8 kB   a sentence to check has at most 2,000 characters, each up to 9 bytes encoded
 *   headers 100 and 16 kB   browsers send about 20 and 2 kB
 *   form    1 MiB  forms here have a handful of fields
 *   outside 256 kB ten statements of 3,000 characters, each up to 9 bytes encoded, by whoever applies
 *   upload  32 MiB all of England's releases together are under 10 MiB
 *   fields  400    base/sent.h says why
 */
enum {
	PATH_MOST     = 2048,
	QUERY_MOST    = 8192,
	HEADERS_MOST  = 100,
	HEAD_MOST     = 16384,
	SEGMENTS_MOST = 8,
};
#define FORM_MOST   ((int64_t)1 << 20)
#define OUTSIDE_MOST ((int64_t)256 << 10)
#define UPLOAD_MOST ((int64_t)32 << 20)

/* Why a request is not answered as asked. Statuses and words are rows in refusal.c. */
enum refusal {
	NOT_REFUSED,
	MALFORMED,                   /* 400: not a request we can read */
	SAID_TWICE,                  /* 400: one name twice in an address or a form */
	READS_TWO_WAYS,              /* 400: two lengths, two hosts, a length and a coding, bare line feeds */
	CROSS_SITE,                  /* 403: a form of another site, or of a server that is gone */
	NOTHING_HERE,                /* 404 */
	METHOD_NOT_HERE,             /* 405 */
	NO_LENGTH,                   /* 411: a body in chunks */
	BODY_TOO_LARGE,              /* 413 */
	ADDRESS_TOO_LONG,            /* 414 */
	FORM_UNREADABLE,             /* 415: a body that is not a form */
	OTHER_HOST,                  /* 421 */
	HEADERS_TOO_LARGE,           /* 431 */
	BROKEN,                      /* 500 */
	BUSY,                        /* 503 */
	REFUSALS
};

enum method { GET, POST, OTHER_METHOD };

struct head {
	Str          method;                 /* "GET" */
	Str          target;                 /* as sent: path and query */
	struct sent headers[HEADERS_MOST];
	int          header_count;
	bool         too_many;               /* more headers than there is room for */
	bool         bare_lines;             /* a line ended without a carriage return, or held a NUL */
};

struct request {
	enum method method;
	bool    head_only;                   /* HEAD: as GET, without the body */
	int64_t length;                      /* of the body, as declared */
	Str     path;                        /* as sent, for links and the log */
	Str     segments[SEGMENTS_MOST];     /* decoded */
	int     segment_count;
	Str     query_text;                  /* as sent, after the '?' */
	struct sents query, form;
	struct sent_file file;               /* the first that came with a form */
	struct sent_files files;             /* all that came */
	Str     content_type;
	Str     origin, fetch_site;          /* empty where the header was not sent */
	Str     host;
	Str     cookie, authorization;
	Str     address;                     /* where it comes from on the network; empty: not known */
};

/* Where this program is reached: on this machine by its port; and where a proxy serves it to others, as
 * whoever started it said: "https://workforce.walsall.gov.uk". Never as a request says. */
struct reached { int port; Str address; };

/* Takes "https://HOST", a port or a last slash included; the slash goes. False for anything else: a
 * path, a space, another scheme. */
bool reached_address(Str text, Str *address);

/* Judges a head for a server that is reached so, and fills the parts that come from it. */
enum refusal request_head(struct request *request, const struct head *head, struct reached reached);

/* Takes the target apart. */
enum refusal request_target(struct request *request, Str target, struct arena *perm);

/* Takes a body apart by its type (form.c). */
enum refusal request_body(struct request *request, Str body, struct arena *perm);

/* Whether a POST comes from one of our own pages, as far as the browser says (Sec-Fetch-Site and
 * Origin; our pages send no referrer, so their Origin may be "null"). The form's token is the
 * other half and is checked by the site. */
bool request_same_site(const struct request *request, struct reached reached);

/* "a=1&b=two%20words" as fields. Refused: bad escapes, not UTF-8, control characters other than
 * tab and line ends, the same name twice, more than SENT_MOST. */
enum refusal fields_read(struct sents *fields, Str text, struct arena *perm);

/* Well-formed UTF-8 without control characters; tabs and line ends only if `lines`. */
bool text_is_clean(Str text, bool lines);

#endif
