/* agency.h: agency use of a council: which assignment breaks a rule, what it costs, what was asked and decided, and
 * the quarter's return. The rules and sums are practice/agency.h's; here they meet whoever looks and whoever acts.
 *
 * An assignment is shown to whoever may know the terms of its worker, and counted only for them. Asking is for
 * whoever keeps the unit; approving, refusing and signing a rate off for a head of service or an HR lead, who did not
 * ask themselves; booking, ending and talk of a permanent post for HR. The return is of the whole council, so it
 * opens for whoever reads terms of all of it.
 */
#ifndef APP_AGENCY_H
#define APP_AGENCY_H

#include "app/app.h"

view show_agency;            /* area, on, unit, show: assignments, their rules, cost */
view show_assignment;        /* area, ref: one: checks with why, what happened, forms */
view assignment_sign;        /* area, ref, `sent`: who, signed_by, on: a rate over the cap is signed off */
view assignment_end;         /* area, ref, `sent`: ended_on, ending; the time in post ends with it */
view assignment_talk;        /* area, ref, `sent`: outcome, held_on, reason, fee */
view assignment_evidence;    /* area, ref, `sent`: what the checks rest on */
view show_agency_requests;   /* area, on, unit, show */
view agency_ask;             /* area, ref: a post, or an assignment to be extended; with `sent`, asks */
view show_agency_request;    /* area, ref */
view agency_decide;          /* area, ref, `sent`: decision, reason */
view agency_book;            /* area, ref: the form; with `sent`, books */
view show_agency_costs;      /* area, on, unit: by month and reason */
view show_conversions;       /* area, on, unit */
view show_agency_quarters;   /* area: the quarters, and when each is due */
view show_agency_quarter;    /* area, ref: "2025-3": the return, its checks, the cross-check */
view agency_quarter_say;     /* area, ref, `sent`: how far each rule was kept, agencies of concern, sent on */

#endif
