/* build.h: a census return from a council's own people.
 *
 * Everybody whom the council paid in a role of the census on 30 September or who left such a role in the
 * year, each post apart; everybody from an agency in such a role on the day; and the authority's figures. Where
 * DfE's guide leaves room (somebody who came and went within the year, a last day of 30 September, two
 * roles, no hours), a working rule decides: a row with its ways and the usual one. Each time one is
 * used is kept as a case, so that a person can see it and decide otherwise for that record; what they
 * decided is an argument here.
 *
 * What the records do not say is left out of the message and listed as missing, with the record and the
 * field where it is to be mended. Nothing is made up. The rules in full: docs/methods/census.md, Building.
 */
#ifndef CENSUS_BUILD_H
#define CENSUS_BUILD_H

#include "census/return.h"
#include "workforce/establishment.h"

enum working_rule {
	WORKING_CAME_AND_WENT,       /* started and left within the year: returned, or left out */
	WORKING_RETURNED,            /* left and came back within the year: a record a spell, or joined */
	WORKING_LAST_DAY,            /* last day 30 September: a leaver, or in post */
	WORKING_TWO_ROLES,           /* two roles at once: a record each, or added in the more senior */
	WORKING_NO_HOURS,            /* FTE 0 and in post: returned with 0, or left out */
	WORKING_DIRECTOR,            /* the director of children's services: left out, or returned */
	WORKING_SECONDED,            /* whom somebody else employs: left out, or returned */
	WORKING_NO_CASES,            /* no count of cases where others have one: 0, or missing */
	WORKING_OTHER_LEAVE,         /* on leave of a kind that is not kept: paid, unpaid, or missing */
	WORKING_WEEKS,               /* agency without a planned end: the weeks until the day, or missing */
	WORKING_SALARY,              /* whoever works part time: full-time salary, or by FTE */
	WORKING_RULES
};

enum { WAYS_MOST = 3 };
struct working_row {
	Str name, title;             /* "came-and-went"; "Came and went within the year" */
	Str ways[WAYS_MOST];         /* codes: "return", "leave_out"; the first is the usual one */
	Str way_words[WAYS_MOST];
	Str why, source;
	enum confidence confidence;
};
extern const struct working_row working_rows[WORKING_RULES];

/* What somebody decided for one record: by the ref of its spell, or for all with `spell` empty. */
struct working_decision { enum working_rule rule; Str spell; int way; };

/* One record to which a working rule was applied: of some spell; `for_all`: decided for every record at once. */
struct working_case { enum working_rule rule; Str spell, person; int way; bool decided, for_all;
                      int worker; /* its number in the return, or 0: left out */ };

/* An item of a worker, or with worker 0 of the authority, that the records do not say. */
struct missing { int worker; enum item item; Str person, spell;      /* refs */
                 Str type, ref, field;       /* the record where it is mended; ref empty: one is to be made */
                 bool needed;                /* an error without it; else a query */ };

struct build_wish {
	const struct roster *roster; /* its council has qualification, pay and census_year records */
	const struct records *equality;      /* apart from the council's, as the store keeps them */
	int  year;
	Str  lea;                    /* three figures */
	int64_t now;                 /* seconds since 1970: the header's time */
	Str  software;               /* "Mainstay 0.2.0" */
	const struct working_decision *decisions;
	int  decision_count;
};

struct built {
	struct census_return ret;    /* settled; form FORM_BUILT. A worker's line and those of their cells are the
	                              * worker's number, so that a finding leads to who it is about */
	const Str *persons, *spells; /* of each worker, by number - 1: refs */
	struct working_case *cases;
	int  case_count;
	struct missing *missing;     /* by item, then worker */
	int  missing_count;
};

void census_build(struct built *built, const struct build_wish *wish, struct arena *perm);

/* Whether a census_year or census_note record is of that census. */
bool census_record_of_year(const struct record_type *type, const struct record *record, int year);
/* By name or by its code among the ways; NO_RULE, NO_WAY. */
enum { NO_RULE = -1, NO_WAY = -1 };
int working_find(Str name);
int working_way(enum working_rule rule, Str code);
/* The decisions among a council's census notes of a year, for a wish: those of kind "decision" whose subject
 * is a working rule and whose choice is one of its ways. Gives how many; others are passed over. */
int working_decisions(const struct council *council, int year, struct working_decision **decisions,
                      struct arena *perm);

#endif
