/* demo.h: a council of made-up people whose measures are a real council's published figures.
 *
 * From an authority, a seed and the published figures it makes units, posts, people, spells,
 * absences and caseloads up to the newest census, such that own_people.h gives the published counts of
 * each year within rounding: FTE and headcount in post, starters, leavers, agency and its cover,
 * vacancies, cases and case holders, working days lost. What a council did not publish in a year is
 * carried from the years beside it. The same arguments give the same bytes. Names are drawn from
 * common given and family names of England and Wales; nobody is anybody.
 *
 * What contradicts itself cannot be made. By the census's definitions those in post are those of a
 * year before, less leavers, plus starters; what councils published seldom adds up so. Then in post
 * and leavers are kept, starters are what they must be, and each count that is not the published one
 * is a remainder, with the reason in words. docs/methods/demonstration.md says how all is done.
 *
 * It is the manual, the training ground, the benchmark and the test data: among its people are job
 * shares, two posts at once, returners, maternity cover, acting up, secondees, partner-employed
 * people, moves between teams and services, frozen and proposed posts, posts over establishment, and
 * two people entered twice for somebody to merge. Merging them changes no count.
 */
#ifndef DEMO_DEMO_H
#define DEMO_DEMO_H

#include "measure/published.h"
#include "workforce/types.h"

/* Years outside those with figures are left out; 0 and 0 are all of them. */
struct demo_wish { int area; uint64_t seed; int first_year, last_year; };

/* A published count that the made people do not give. */
struct demo_remainder {
	enum measure_id measure;
	int    year;
	Figure published, made;
	Str    why;                  /* a sentence without its full stop */
};

struct demo {
	struct changes changes;      /* every record as an ADD, rows of one thing together */
	int first_year, last_year;
	int counts;                  /* published counts of those years */
	struct demo_remainder *remainders;   /* by year, then measure */
	int remainder_count;         /* the others of `counts` are met within rounding */
};

/* False, with words, for an area that is not a present council, has published no people in post, or
 * has none in the years wished for. */
bool demo_make(struct demo *demo, const struct published *p, struct demo_wish wish,
               struct arena *perm, struct error *err);

#endif
