/* site.h: the site without its sockets: from a request that was read to a reply.
 *
 * The figures that pages read are a world: made whole, never changed, shared by all requests. An
 * import makes a new world and changes which is current; a request keeps the one it began with.
 * Old worlds are given back when their last request ends, so there are never more than
 * WORLDS_MOST: one for each of the two threads, the current one, and the one being made.
 */
#ifndef WEB_SITE_H
#define WEB_SITE_H

#include <pthread.h>

#include "app/gate.h"
#include "app/who.h"
#include "base/error.h"
#include "base/london.h"
#include "web/proxy.h"
#include "web/reply.h"
#include "web/routes.h"

enum { WORLDS_MOST = 4, TOKEN_LEN = 32, HASH_LEN = 16 };

struct world_room {
	struct world world;
	struct arena arena;          /* next == NULL until first used */
	char        *begin;
	int          readers;
	bool         current, making;
};

struct site {
	Str  store_path, reference_docx;
	Str  public_address;         /* where a proxy serves it to others (request.h), or empty */
	struct proxies proxies;      /* whose word is taken for where a request comes from */
	int  port;
	char token[TOKEN_LEN];       /* random for each start; in every form of ours, in hexadecimal */
	char assets_hash[HASH_LEN];  /* of all that is under /assets */
	pthread_mutex_t   lock;      /* over rooms and `importing` */
	struct world_room rooms[WORLDS_MOST];
	struct keeper *keeper;       /* councils' own records; NULL: no store */
	struct load_jobs *jobs;      /* lists being worked on */
	struct drawn_kept *drawn;    /* what a slider's next picture begins with; NULL: the system refused memory */
	const struct carriage *carriage;     /* how messages leave; NULL: they wait */
	struct gate    gate;         /* so that few passwords are hashed at once */
	bool importing;              /* one at a time: a second is told to wait */
};

/* Makes the first world. `site` must not move afterwards. */
bool site_open(struct site *site, Str store_path, Str reference_docx, struct error *err);
void site_close(struct site *site);
/* Now and then, with the seconds of any clock that only goes on: gives back what nobody asks for any longer. */
void site_rest(struct site *site, int64_t now);
/* How messages leave, for pages to say: before the first request. */
void site_carries(struct site *site, const struct carriage *carriage);

/* One request being answered. */
struct visit {
	struct site          *site;
	const struct request *request;
	struct found          found;
	struct ask            ask;
	const struct world   *world;
	struct world_room    *room;          /* held while the visit lasts */
	int64_t               now;           /* UTC seconds */
	bool                  imports;       /* this visit holds `importing` */
	struct who            who;           /* who asks: `ask.viewer` points into it */
	struct door           door;
	Str                   token;         /* what forms of this visit carry: the session's, the draft's, or the site's */
	bool                  by_key;        /* by an API token: no form of ours, so no form token */
	struct reply         *reply;
	struct arena         *perm;
};

/* Judges a request from its head alone: form, host, address, method, where a form came from, and
 * how much body there will be. Fills `request`. */
enum refusal site_admit(const struct site *site, struct request *request, const struct head *head,
                        struct arena *perm);

/* Answers a request that was admitted, with its body. Always gives a reply: when `perm` is full,
 * 413. Sets the arena's boundary for its own time. */
void site_answer(struct site *site, struct request *request, Str body, int64_t now,
                 struct reply *reply, struct arena *perm);

/* A refusal as a page (or JSON, or plain text, as the address asks), and the connection closed
 * where the body was not read or the head is in doubt. */
void site_refuse(struct site *site, const struct request *request, enum refusal refusal,
                 struct reply *reply, struct arena *perm);

/* Shows an answer in the face the address asks for. */
void visit_show(struct visit *visit, const struct answer *answer);
/* Whether a program sent the form: with an API token, or to an address that ends with .json. */
bool visit_of_program(const struct visit *visit);
/* What a program is told of a form it sent (programs.c):
 *     { "outcome", "see", "change", "errors": [ { "field", "message" } ], ... }
 * and the document's own members (report/document_json.c), the findings among them. */
void visit_tell(struct visit *visit, const struct answer *answer);
/* The same where the request itself was not taken. */
void visit_tell_refusal(struct visit *visit, const struct document *doc);
void visit_redirect(struct visit *visit, Str to);
void visit_refuse(struct visit *visit, enum refusal refusal);

/* Who asks, by the cookie or the API token of the request: fills `who`, `door`, `ask`, `token`. An
 * unknown or ended one is nobody. False, with words, when the store cannot say. (visitors.c) */
bool visit_who(struct visit *visit, struct error *err);
/* A session's cookie: begins with a secret, or ends ("-"). */
Str session_cookie(Str secret, struct arena *perm);
/* What the browser is known by, for half a year. */
Str browser_cookie(Str secret, struct arena *perm);
/* What an application is opened by that is being written; "-" forgets it. */
Str draft_cookie(Str secret, struct arena *perm);

/* ---- worlds (worlds.c) ----------------------------------------------------------------------- */

/* The current world, held for one reader. */
struct world_room *world_hold(struct site *site);
void world_drop(struct site *site, struct world_room *room);
/* Reads the store again and makes the result current. `full` is where a full arena jumps. */
bool world_renew(struct site *site, jmp_buf *full, struct error *err);
/* Gives back a room whose making was cut short by a jump. */
void world_abandon(struct site *site);

/* ---- the parts of a page --------------------------------------------------------------------- */

/* A whole page around a document: head, header, navigation, breadcrumbs, the route's controls,
 * the document, its other faces, footer. */
Str layout_page(const struct visit *visit, const struct document *doc);

/* The pages of one council that its navigation has (council.c), in groups. What a row of the routes needs does not always
 * say it all, so a page may judge further. */
enum menu { MENU_STANDING, MENU_PEOPLE, MENU_HIRING, MENU_AHEAD, MENU_RECORDS, MENUS };
extern const Str menu_words[MENUS];
struct council_page { Str words, page; enum menu menu; bool (*opens)(const struct ask *ask); };
extern const struct council_page council_pages[];
extern const int council_page_count;
/* Whether the duties of whoever asks open it, in the council asked about. */
bool council_page_open(const struct ask *ask, const struct council_page *page);
/* The groups as they are shown to whoever asks: first the one that their duty is mostly about. */
void menu_order(const struct ask *ask, enum menu order[MENUS]);
void council_menu(struct html *h, const struct visit *visit);

/* Controls and actions named in the route rows (forms.c, acts.c). */
controls form_search, form_scorecard, form_average, form_standing, form_figures, form_claim;
controls form_import;
action act_search, act_claim, act_to_scorecard, act_to_figures, act_asset, act_health, act_web_check;
action act_openapi, act_import, act_undo;

/* Views that need no figures, or only their list (pages.c). */
view page_start, page_help, page_accessibility, page_privacy;

/* Address of an embedded file: "/assets/HASH/mainstay.js". */
Str asset_address(const struct site *site, Str name, struct arena *perm);
void assets_hash(char hash[HASH_LEN]);
/* Every embedded style sheet's name in the order to load, from `i` = 0; empty at the end. */
Str asset_style(int i);

/* OpenAPI 3.1 of all rows (openapi.c). */
Str openapi_text(struct arena *perm);

#endif
