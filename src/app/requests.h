/* requests.h: a post asked for, changed or given up: who asks is never who decides. Private to app/.
 *
 * A request is a record of its own (establishment_change). Whoever keeps a unit asks; whoever may
 * write posts there decides, if they are somebody else (deeds.c holds both to the account that acts).
 * An approval changes the post in the same deed, so that neither stands without the other.
 */
#ifndef APP_REQUESTS_H
#define APP_REQUESTS_H

#include "app/estab.h"

enum wish_kind { WISH_NEW, WISH_ALTER, WISH_CLOSE, WISH_KINDS };
enum decision { WAITS, APPROVED, DECLINED, WITHDRAWN, DECISIONS };
extern const Str wish_names[WISH_KINDS];         /* "new": the codes of the record */
extern const Str decision_names[DECISIONS];      /* "waiting", "approved", "refused", "withdrawn" */

struct request_row {
	const struct record *record;
	enum wish_kind wish;
	enum decision decision;
	int post, unit, role;        /* NOT_THERE where none was named */
	Str ref, title, fte, reason, asked_by, decided_by;
	Date from;                   /* the day from which it is to hold */
};
void request_read(struct request_row *row, const struct roster *roster, const struct record *record);

/* Whether this viewer may know of it, decide it, or take it back. */
bool request_seen(const struct own *own, const struct request_row *row);
bool request_may_decide(const struct own *own, const struct request_row *row);
bool request_may_withdraw(const struct own *own, const struct request_row *row);
/* Of what is looked at, how many wait. */
int requests_waiting(const struct estab *e);

/* "A new post: Team manager, 1 FTE" */
Str request_words(const struct own *own, const struct request_row *row);
/* "you", or the account. */
Str account_words(const struct own *own, Str account);

/* The changes of a decision: the record's own, and of an approval the post's. False with words when
 * the post cannot be changed so (it closed meanwhile, it began later). */
bool request_changes(const struct own *own, const struct request_row *row, enum decision decision,
                     struct changes *changes, struct error *err);

#endif
