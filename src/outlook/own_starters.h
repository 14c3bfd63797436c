/* own_starters.h: who is to start in a social worker's post, as recruitment's records say, as a forecast needs them.
 * Part of own.c; without a chance in it.
 *
 * Those of whom a start is agreed for a day after the day asked about, in a post of the census, who are not with the council
 * already. Who accepted an offer and has no day yet is counted, and no more: ordinary filling stands for them.
 */
#ifndef OUTLOOK_OWN_STARTERS_H
#define OUTLOOK_OWN_STARTERS_H

#include "workforce/roster.h"

enum { STARTER_ROLES = 7 };

struct own_starters {
	int *of[STARTER_ROLES];      /* of each of DfE's roles, 1 to 6: how many start in month 1.. `months` */
	int count;                   /* all of them */
	int last;                    /* the last month somebody starts in */
	int spoken;                  /* the months that posts wait for them, added up: 2 for one who starts in month 3 */
	int undated;                 /* accepted, and no day agreed */
};
/* The month of a day after `from`: the day after it is in month 1. */
int  own_month_of(Date from, Date day);
void own_starters_after(struct own_starters *starters, const struct roster *roster, Date day, int months, struct arena *perm);

#endif
