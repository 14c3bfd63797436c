/* agency_parts.h: what the pages of agency use share. Private to app/. */
#ifndef APP_AGENCY_PARTS_H
#define APP_AGENCY_PARTS_H

#include "app/agency.h"
#include "app/form_made.h"
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

/* ---- forms ------------------------------------------------------------------------------------ */

/* Some fields of a record type, asked and read: what was typed comes back with what is wrong. */
struct asked_field { const char *name; bool needed; const char *label; };
struct agency_form {
	const struct own *own;
	const struct record_type *type;
	const struct asked_field *fields;
	int  count;
	Str  values[FIELDS_OF_TYPE_MOST], typed[FIELDS_OF_TYPE_MOST], wrong[FIELDS_OF_TYPE_MOST];
	bool bad;
};
struct agency_form agency_form_of(const struct own *own, enum type_id type, const struct asked_field *fields, int count);
void agency_form_read(struct agency_form *form);
void agency_form_complain(struct agency_form *form, const char *field, Str words);
void agency_form_inputs(const struct agency_form *form, struct form *to);
Str *agency_form_value(struct agency_form *form, const char *field);
/* The first free ref of the type. */
Str agency_next_ref(const struct own *own, enum type_id type);
void agency_add(const struct own *own, struct changes *changes, enum type_id type, const Str *values);
void agency_alter(const struct own *own, struct changes *changes, const struct record_type *type,
                  const struct record *record, const Str *values);
struct answer agency_did(const struct own *own, const struct changes *changes, Str object, Str reason, Str title, Str to);

#endif
