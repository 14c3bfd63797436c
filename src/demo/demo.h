/* demo.h: a council of made-up people whose measures are a real council's published figures.
 *
 * From an authority, a seed and the published figures it makes units, posts, people, spells,
 * absences and caseloads from 1 October 2016 to the newest census, such that own_people.h gives the
 * published counts of each year within rounding: FTE and headcount in post, starters, leavers,
 * agency and its cover, vacancies, cases and case holders, working days lost. What a council did not
 * publish in a year is carried from the years beside it. The same arguments give the same bytes.
 * Names are drawn from common given and family names of England and Wales; nobody is anybody.
 *
 * It is the manual, the training ground, the benchmark and the test data: among its people are job
 * shares, two posts at once, returners, maternity cover, acting up, secondees, partner-employed
 * staff, moves between teams and services, frozen and proposed posts, posts over establishment, and
 * two people entered twice for somebody to merge.
 */
#ifndef DEMO_DEMO_H
#define DEMO_DEMO_H

#include "measure/published.h"
#include "workforce/types.h"

struct demo_wish { int area; uint64_t seed; int first_year, last_year; };

/* Every record as an ADD. False, with words, for an area that is not a present council or has
 * published nothing. */
bool demo_make(const struct published *p, struct demo_wish wish, struct changes *changes,
               struct arena *perm, struct error *err);

#endif
