/* published.h: a prospect made of what published figures lead us to expect.
 *
 * outlook_of_published (outlook.h) is this for one council; the back-test makes all councils of one origin at once.
 *
 * The prospect is of one grade and one cause, as published figures are. Its chances end each year where expect.h
 * says (flows.h); its drifts spread as far as expect.h says: leaving first, by what turnover missed; then posts and
 * filling together, by what posts filled and vacancies missed, less what chance and leaving already spread; then
 * agency cover, by what is left. So the fan that an engine draws from it is the forecast that is scored.
 */
#ifndef OUTLOOK_PUBLISHED_H
#define OUTLOOK_PUBLISHED_H

#include "outlook/expect.h"
#include "outlook/outlook.h"
#include "workforce/types.h"

/* Of a council that is known in the panel's last year: a bug otherwise. From 1 October of that year. */
struct prospect *published_prospect(const struct expectations *all, int council, int months, struct arena *perm);

/* outlook_of_published where the expectations of its base year are known already (published_enough gives that year). */
struct outlook *published_outlook(const struct published *p, const struct expectations *all, int area, int months,
                                  struct arena *perm, struct error *err);

/* Its prices as the council's own assumptions have them on the day (outlook/assumptions.h), and who said so; what the
 * council has not said stays the default. Nothing else of the outlook changes, so what is scored needs none of it. */
void published_price(struct outlook *out, const struct council *council, Date day, struct arena *perm);

/* Why a council can have none: words, or false. */
bool published_enough(const struct published *p, int area, int origin, int *base_year, struct error *err);

#endif
