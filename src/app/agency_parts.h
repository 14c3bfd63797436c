/* agency_parts.h: what the pages of agency use share. Private to app/. */
#ifndef APP_AGENCY_PARTS_H
#define APP_AGENCY_PARTS_H

#include "app/agency.h"
#include "app/record_form.h"
#include "app/requests.h"
#include "practice/agency_quarter.h"

struct agency_look {
	struct own own;
	struct agency agency;
	bool whole;                  /* terms of the whole council may be read */
};
/* False, with the answer, as own_settle. */
bool agency_settle(const struct world *world, const struct ask *ask, struct agency_look *l, struct answer *why,
                   struct arena *perm);
struct agency_of agency_of_council(const struct own *own);

/* Whether the viewer may know of it, and it is in the unit looked at; with its names and what somebody typed. */
bool agency_sees(const struct agency_look *l, const struct assignment *a);
bool agency_here(const struct agency_look *l, int unit);
bool agency_reads(const struct agency_look *l, const struct assignment *a);
bool agency_writes(const struct agency_look *l, const struct assignment *a);
bool agency_request_seen(const struct agency_look *l, const struct agency_request *q);
/* Of a request's or an assignment's unit and post. */
bool agency_decides(const struct agency_look *l, int unit);

/* ---- words, cells, addresses ------------------------------------------------------------------ */

enum agency_page { AGENCY_PAGE, AGENCY_REQUESTS_PAGE, AGENCY_COSTS_PAGE, AGENCY_CONVERSIONS_PAGE, AGENCY_QUARTERS_PAGE,
                   AGENCY_PAGES };
/* The choice of page, and the form for another day or unit where the page takes one. */
void add_agency_places(struct document *doc, const struct agency_look *l, enum agency_page page);
Str href_in_agency(const struct agency_look *l, Str rest);           /* "agency/costs" with the day and unit */
Str href_of_assignment(const struct own *own, Str ref);
Str href_of_agency_request(const struct own *own, Str ref);
Str assignment_who(const struct agency_look *l, const struct assignment *a);
struct cell verdict_cell(enum agency_verdict verdict);
struct cell money_cell(int64_t pence);               /* empty for NO_PENCE */
Str record_text_of(const struct record_type *type, const struct record *record, const char *field);

#endif
