/* return.h: one council's census return, as its file has it and as it is understood.
 *
 * A cell is the text of an item with its place in the file; a fact is what the text says. Both are kept
 * side by side: a finding quotes the cell, a rule reads the fact. A text that cannot be read gives a
 * fact that is MISSAID, and goes on: one bad cell stops nothing.
 *
 * A return holds some 1,100 bytes a worker, beside its text.
 */
#ifndef CENSUS_RETURN_H
#define CENSUS_RETURN_H

#include "base/date.h"
#include "base/quantity.h"
#include "base/finding.h"
#include "census/items.h"

/* `text.at` is NULL where the item is not there at all; empty where it is there and says nothing. */
struct cell_said { Str text; int line, column; };

/* Whether a text says something of its item. */
enum fact_said {
	NOT_SAID,                    /* not there, or empty */
	SAID,
	MISSAID                      /* there, and not a value of its kind */
};
/* The value of a date is its day; of a number, millionths; of a code, its row in the item's codes; of a
 * registration number, a number that two equal ones share; of a time, seconds. A text has none. */
struct fact { enum fact_said said; int64_t value; };

enum { WORKER_FIRST = ITEM_AGENCY, WORKER_ITEMS = ITEMS - WORKER_FIRST, RETURN_ITEMS = WORKER_FIRST };

struct worker {
	int  number;                 /* from 1, in the file's order */
	int  line, column;           /* where it begins */
	struct cell_said cell[WORKER_ITEMS];
	struct fact fact[WORKER_ITEMS];
};

enum return_form { FORM_XML, FORM_SHEET, FORM_BUILT };

struct census_return {
	Str  file;
	enum return_form form;
	int  year;                   /* of its 30 September, and then census_period has it; 0: it does not say,
	                              * or says no year */
	int  header_line, module_line;               /* 0: there is none */
	struct cell_said cell[RETURN_ITEMS];
	struct fact fact[RETURN_ITEMS];
	struct worker *workers;
	int  worker_count;
};

/* A worker's cell and fact by item; and the return's own. */
static inline const struct cell_said *
worker_cell(const struct worker *w, enum item item)
{
	return &w->cell[item - WORKER_FIRST];
}

static inline struct fact
worker_fact(const struct worker *w, enum item item)
{
	return w->fact[item - WORKER_FIRST];
}

static inline bool
worker_said(const struct worker *w, enum item item)
{
	return w->fact[item - WORKER_FIRST].said == SAID;
}

/* The value where it is said, else `otherwise`. */
static inline int64_t
worker_value(const struct worker *w, enum item item, int64_t otherwise)
{
	struct fact fact = w->fact[item - WORKER_FIRST];
	return fact.said == SAID ? fact.value : otherwise;
}

/* What one text says as an item; blanks round it do not count. */
struct fact fact_of(enum item item, Str text);
/* The year from the header (from its reference date where it has no year), then every fact. To be
 * called once by whoever has filled the cells: readers and the builder do. */
void return_settle(struct census_return *ret);

/* What a worker is, in words of measures.h and of the rules. */
bool worker_is_agency(const struct worker *w);
bool worker_has_code(const struct worker *w, enum item item, Str code);
/* Paid by the council and there on the day: not agency, and no last day. */
bool worker_in_post(const struct worker *w);
bool worker_leaves(const struct worker *w);          /* not agency, with a last day */
/* Began, ended within the census year. */
bool worker_began_in(const struct worker *w, int year);
bool worker_ended_in(const struct worker *w, int year);
/* How findings call a worker: the registration number, in capitals, or "worker 12". Never a name. */
Str  worker_record(const struct worker *w, struct arena *perm);
/* M, F or neither: from Sex, or from GenderCurrent of years to 2023. 0: not known. */
char worker_sex(const struct worker *w);
/* Said, and said not to be known: refused, or not yet obtained. */
bool worker_ethnicity_unknown(const struct worker *w);

#endif
