/* plan_parts.h: what the page of a recruitment plan is made of. Private to app/. */
#ifndef APP_PLAN_PARTS_H
#define APP_PLAN_PARTS_H

#include "app/own.h"
#include "app/plan.h"
#include "app/views.h"
#include "app/form_made.h"
#include "model/ahead.h"
#include "outlook/assumptions.h"
#include "outlook/plan_basis.h"

enum { CENSUS_SENIOR = 4 };    /* DfE's role of senior practitioners */

/* A plan of one role (or of all social workers), as it was asked for. */
struct plan_look {
	struct asked asked;
	const struct ask *ask;
	struct own   own;            /* when has_own */
	bool has_own;                /* own people may be looked at, row by row */
	const struct council *council;               /* whose own assumptions hold, or NULL */
	const struct plan_basis *bases;              /* published, then each role of own people */
	int  base_count, chosen;
	struct ahead ahead;          /* of the chosen, with what was asked */
	int  year;                   /* the last census year by the day that has figures */
	int  withheld;               /* roles of too few people for whoever asks */
	bool seniors_withheld;       /* among them of senior practitioners */
	int  filled;                 /* now, of the posts of `ahead`, as asked */
	Str  fault;                  /* what an assumption makes impossible, in words; or empty */
	double chance;               /* of no gap, as asked: 0.9 */
	int    over;                 /* posts over at that chance */
	Str wrong[PLAN_SAYS];        /* of what was asked */
	bool bad;
	struct assumed used[ASSUMPTIONS];            /* those this plan took, in order */
	int  used_count;
	struct arena *perm;
};
/* False, with the answer: too little is known to plan. With `bad`, something asked for cannot be. */
bool plan_settle(const struct world *world, const struct ask *ask, struct plan_look *l, struct answer *why, struct arena *perm);

const struct plan_basis *plan_chosen(const struct plan_look *l);
/* A council's own number or the default, noted as used. Millionths. */
int64_t plan_assumes(struct plan_look *l, enum assumption_id id, Str role);
/* What was asked by name, or empty; a number of it from `low` to `high`, or `otherwise`, with what is wrong. */
Str    plan_said(const struct plan_look *l, enum plan_say say);
double plan_number(struct plan_look *l, enum plan_say say, double otherwise, double low, double high);
/* A plan for a basis as it stands: the assumptions of its role, what was asked applied where `asked`. */
struct ahead plan_ahead_of(struct plan_look *l, const struct plan_basis *basis, bool asked);

/* Newly qualified workers to each senior practitioner, as asked or assumed; months in which they start, bit 0 January, as
 * asked or January and September. (plan_intake.c) */
double   plan_support(struct plan_look *l);
uint16_t plan_intake(struct plan_look *l);
Str      plan_intake_words(uint16_t months, struct arena *perm);     /* "January and September" */

Str plan_label(enum plan_say say);                          /* "Months to fill a post" */
Str plan_chance_words(double chance, struct arena *perm);    /* "9 in 10", "95%" */
Str plan_pounds(int64_t pence, struct arena *perm);          /* "£192,000": to two figures and a half, "about" */
Str plan_href(const struct plan_look *l, enum plan_say say, Str value);      /* this page, with one thing otherwise */

void plan_add_form(struct document *doc, const struct plan_look *l);
struct input plan_input(const struct plan_look *l, enum plan_say say, Str value);
/* The plan month by month: `months` 0: only how to ask for it. -1 where something is not limited, or not known. */
struct plan_asked { int months; int64_t budget; int agency, seniors, target_month; double vacancy, support; uint16_t intake; };
bool plan_add_months(struct document *doc, struct plan_look *l, struct plan_asked asked);    /* false: none is possible */
void plan_add_months_form(struct document *doc, const struct plan_look *l);
int  plan_months_until(Date from, Date to);                          /* whole ones */
void plan_add_target(struct document *doc, struct plan_look *l);      /* hires to a vacancy rate by a day, if asked */
void plan_add_asking(struct document *doc, struct plan_look *l);     /* the form that makes tickets */

#endif
