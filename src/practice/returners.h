/* returners.h: whoever applies and worked here before, or does: known by their registration number, or by the person that
 * their record names.
 *
 * They worked here until their last day in any post before the day they applied; who was in a post on that day works here.
 */
#ifndef PRACTICE_RETURNERS_H
#define PRACTICE_RETURNERS_H

#include "practice/hiring.h"

struct numbered { Str number; int person; };
struct returners { const struct roster *roster; const struct numbered *at; int count; };      /* by number */
void returners_read(struct returners *returners, const struct roster *roster, struct arena *perm);

/* `until` DATE_OPEN: in post on the day they applied. */
struct worked_here { int person; Date until; };
/* False: nobody who was in a post here by the day. `by`: the day of the application. */
bool worked_here(const struct returners *returners, const struct record *candidate, Date by, struct worked_here *worked);
/* Whose registration number this is; NOT_THERE. Of one person's two records, the one that stays. */
int  numbered_person(const struct returners *returners, Str number);
/* The person a candidate is: the one their record names, else of their number; NOT_THERE. */
int candidate_person(const struct returners *returners, const struct record *candidate);

/* Whether somebody's registration by a number is recorded for a day. */
struct registered { Str person, number; };
bool registered_on(const struct council *council, struct registered of, Date day);

#endif
