/* comparing.h: two returns as they are laid beside each other. Private to census/. */
#ifndef CENSUS_COMPARING_H
#define CENSUS_COMPARING_H

#include "census/checking.h"
#include "census/compare.h"

enum { NOBODY = -1 };

/* Everything a return has of one person whom the council pays: the records of one registration number, or
 * a record without one. */
struct one {
	int64_t number;                      /* by which they are alike; below 0: without a registration number */
	struct people records;
	const struct worker *there, *left;   /* the first record in post, the first of a leaver; or NULL */
	int  other;                          /* the same person in the other return, or NOBODY */
	bool renumbered;                     /* and found by dates alone */
};
struct many { struct one *at; int count; };

struct comparing {
	struct checking now, before;
	struct many these, those;            /* this year's people, and those of the year before */
	struct continuity *result;
};

struct many comparing_people(const struct census_return *ret, struct arena *perm);
/* Finds who is who: by number, then of the rest by birth date and earliest start date where only one
 * person of either return has them. */
void comparing_match(struct many *these, struct many *those, struct arena scratch);
/* The earliest day on which a record of theirs began; `said` false: none says. */
struct fact one_start(const struct one *one);
/* Their FTE on the day over all records in post. */
int64_t one_fte(const struct one *one);

#endif
