/* ticket_parts.h: what the pages of posts over establishment share. Private to app/. */
#ifndef APP_TICKET_PARTS_H
#define APP_TICKET_PARTS_H

#include "app/agency_parts.h"
#include "app/ticket.h"
#include "practice/ticket.h"

struct ticket_look {
	struct own own;
	struct tickets tickets;
};
/* False, with the answer, as own_settle. */
bool ticket_settle(const struct world *world, const struct ask *ask, struct ticket_look *l, struct answer *why,
                   struct arena *perm);
/* The ticket that was asked for; false, with the answer: not there, or not for this viewer. */
bool ticket_take(const struct world *world, const struct ask *ask, struct ticket_look *l, const struct ticket **t,
                 struct answer *why, struct arena *perm);

bool ticket_seen(const struct ticket_look *l, const struct ticket *t);
bool ticket_is_askers(const struct ticket_look *l, const struct ticket *t);
bool ticket_decides(const struct ticket_look *l, const struct ticket *t);    /* may approve and refuse it */
bool ticket_opens(const struct ticket_look *l, const struct ticket *t);      /* may open its post */
bool ticket_closes(const struct ticket_look *l, const struct ticket *t);

Str href_of_ticket(const struct own *own, Str ref);
Str href_of_tickets(const struct own *own);
Str ticket_title(const struct ticket_look *l, const struct ticket *t);       /* "Social worker over establishment in Duty" */
Str ticket_text(const struct ticket *t, const char *field);

/* The page of one, with what is wrong in the form called `form` ("decide", "open", "close"), or empty. */
struct document ticket_document(const struct ticket_look *l, const struct ticket *t, Str form, Str error);

#endif
