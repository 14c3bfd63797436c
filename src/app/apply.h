/* apply.h: applying for a post, by whoever comes from outside: no account, no sign-in.
 *
 * A round or an open advert whose field says "applications by the public form" is shown to everybody from the day it
 * opens: what the advert says, its days, the roles it is for, what its person specification asks. Nothing else of the
 * council's records is.
 *
 * Whoever begins an application gets a draft (store/drafts.h), which this browser opens by a cookie of its own and any
 * other by a code that is shown once. Each "Continue" keeps what was typed, right or wrong; with script it is kept as one
 * types. Sending makes the candidate, the application, what was written to each criterion, the referees as checks not yet
 * begun, and the equality answers, apart: one deed, by "public form", and the draft is emptied in the same transaction, so
 * that what is sent twice is one application. After that the same key shows whose move it is, and withdraws.
 *
 * A draft that is not there and one of somebody else are answered alike. Nobody begins more than STARTS_OF_HOUR, or
 * tries more than CODES_OF_HOUR codes, from one network address; a code has 60 bits, a cookie 256.
 */
#ifndef APP_APPLY_H
#define APP_APPLY_H

#include "app/app.h"

enum {
	STARTS_OF_HOUR = 60, CODES_OF_HOUR = 40,     /* of one network address */
	SAVES_OF_HOUR = 720,                         /* of one draft: every five seconds */
	CODE_CHARACTERS = 12
};

view show_adverts;           /* what takes applications today, of every council */
view show_advert;            /* area, ref: one round or open advert */
view apply_start;            /* area, ref; POST: begins a draft, and shows its code */
view apply_back;             /* the form for a code; with `sent`: opens its draft in this browser */
view show_draft;             /* one's own: what is done and what is not; once it was sent, how far it is */
view draft_act;              /* POST: do "code", "leave", "remove" or "withdraw" */
view draft_step;             /* how: a part of the form; with `sent`, keeps it; do "keep": and does not judge it */
view draft_send;             /* POST */

/* What forms carry of a browser that has a draft: made from its cookie, so that it outlives the program. */
Str apply_form_token(Str secret, struct arena *perm);
/* A code as it was made, whatever stands between and whichever letters were taken for figures; empty: it is none. */
Str apply_code_read(Str typed, struct arena *perm);

#endif
