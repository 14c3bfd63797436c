/* ticket.h: posts over establishment: what was asked and decided, who came, and what became of them.
 *
 * Read once from a council's records for one day; what was recorded or happened later is not known on it. A ticket is
 * for one post. Its state is worked out by running what happened to it, in order of days, through one table:
 *
 *     waits  -approve->  approved  -fill->  filled  -absorb->  absorbed  -close->  closed
 *       |-refuse-> refused    |  ^--vacate----|
 *       '-withdraw-> withdrawn '-close-> closed unfilled
 *
 * *Filled* and *vacated* are times in its post. *Absorbed*: whoever was in it moved to an established (funded) post, or
 * the post itself became one; how, is why that post was open: its last holder left, was promoted or moved, or it was
 * new. Only what times in post do not show is taken from the ticket (`absorbed_how`).
 */
#ifndef PRACTICE_TICKET_H
#define PRACTICE_TICKET_H

#include "practice/agency.h"

enum ticket_state { TICKET_WAITS, TICKET_APPROVED, TICKET_FILLED, TICKET_ABSORBED, TICKET_CLOSED, TICKET_UNFILLED,
                    TICKET_REFUSED, TICKET_WITHDRAWN, TICKET_STATES };
enum ticket_event { TICKET_WITHDRAW, TICKET_REFUSE, TICKET_APPROVE, TICKET_VACATE, TICKET_FILL, TICKET_ABSORB,
                    TICKET_CLOSE, TICKET_EVENTS };
enum absorption { ABSORBED_LEAVER, ABSORBED_PROMOTION, ABSORBED_MOVE, ABSORBED_NEW_POST, ABSORPTIONS };

Str ticket_state_words(enum ticket_state state);             /* "Filled" */
Str absorption_words(enum absorption how);                   /* "Into the post of somebody who left" */
/* What comes of an event in a state; false: nothing does. */
bool ticket_after(enum ticket_state state, enum ticket_event event, enum ticket_state *after);

struct ticket {
	const struct record *record;
	Str  ref, proposal, asked_by, decided_by;
	enum ticket_state state;
	int  role, unit, post;       /* NOT_THERE: none, or it leads nowhere */
	Date asked, decided, starts, expires;        /* day 0: not yet, not said */
	Date filled, absorbed, closed;
	int  spell;                  /* the time in post that fills it, or did; NOT_THERE */
	enum absorption how;         /* when absorbed */
	bool how_said;               /* by the ticket, not by times in post */
	int  into;                   /* the established post, or NOT_THERE */
	int64_t cost_year;           /* pence; NO_PENCE */
	int  days_over;              /* that somebody was in its post while it was over establishment, to the day */
	int64_t cost;                /* pence so far: those days, by FTE, of the year's cost; NO_PENCE */
	bool expired;                /* past its day, and approved or filled still */
};

struct tickets {
	const struct roster *roster;
	Date day;
	struct ticket *at;           /* in order of their refs; only those asked for by the day */
	int  count;
};
void tickets_read(struct tickets *tickets, const struct roster *roster, Date day, struct arena *perm);
int  ticket_find(const struct tickets *tickets, Str ref);    /* NOT_THERE when unknown */

/* What became of many: of a proposal, a unit, a council. */
struct ticket_totals {
	int  count, of[TICKET_STATES];
	int  absorbed, by[ABSORPTIONS];              /* absorbed, closed since or not */
	int  expired;
	int64_t cost, cost_year;                     /* pence; of those whose cost is known */
	int  over;                                   /* that were over establishment on some day */
	int  cost_unknown;                           /* of those */
	int  year_unknown;                           /* of those open or filled */
	int  days_to_absorb;                         /* of those absorbed, from filled, on average; rounded */
};
void ticket_count(struct ticket_totals *totals, const struct ticket *ticket);
void ticket_totals_end(struct ticket_totals *totals);

#endif
