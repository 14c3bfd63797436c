/* ticket.h: posts over establishment of a council: what was asked for, what became of it, what it costs.
 *
 * A ticket is seen by whoever reads what is asked for in its unit. Asking is for whoever keeps the unit; approving and
 * refusing for a head of service or an HR lead who did not ask; opening its post for HR. What state it is in follows
 * from the records (practice/ticket.h).
 */
#ifndef APP_TICKET_H
#define APP_TICKET_H

#include "app/app.h"

view show_tickets;           /* area, on, unit, show: the tickets, what they cost, how they were absorbed */
view show_ticket;            /* area, ref: one: what happened, and forms */
view ticket_ask;             /* area, unit: the form; with `sent`, asks for one ticket or many alike */
view ticket_decide;          /* area, ref, `sent`: decision, reason */
view ticket_open;            /* area, ref, `sent`: title, fte, from; or post: one that is over establishment already */
view ticket_close;           /* area, ref, `sent`: closed_why, closed_note */

struct form;
struct own;
/* The form to ask for so many, for another page: of a role (a ref, or empty to be chosen), for a year from the day. NULL
 * where whoever looks may ask nowhere. */
struct ticket_wish { Str role; int posts; int64_t cost_year; Str why; };
struct form *ticket_ask_form(const struct own *own, struct ticket_wish wish);

#endif
