/* building.h: a return while it is built. Private to build*.c.
 *
 * Somebody's time in the service (workforce/service.h) falls into *times*, each unbroken. A time that
 * holds the day is in post; one whose day of leaving lies in the year left. A time gives a *part* for each
 * role held at its end, and each part becomes a record. FTE is in millionths.
 */
#ifndef CENSUS_BUILDING_H
#define CENSUS_BUILDING_H

#include "census/build.h"
#include "workforce/service.h"

/* Rows of one type by person: `rows` of person p are those from begin[p] to before begin[p + 1]. */
struct by_person { const struct records *records; const int *begin, *rows; };

struct building {
	const struct build_wish *wish;
	const struct roster *roster;
	struct period year;                  /* 1 October to 30 September */
	Date day, before;                    /* 30 September, and a year before it */
	struct by_person equality, qualifications, pay, assignments;
	bool cases_known;                    /* of anybody at all on the day */
	struct built *built;
	int worker_room, case_room, missing_room;
	const Str **persons, **spells;       /* growing, as built->persons */
	struct arena *perm;
};

/* ---- working rules (build_working.c) ----------------------------------------------------------- */

/* What is decided of a rule for all records, else its usual way; of no record, and kept as no case. */
int  working_usual(const struct building *in, enum working_rule rule);
/* What is to be done by a rule with a spell. It is kept as a case; gives its way, and its number. */
int  working_apply(struct building *in, enum working_rule rule, int spell, int *number);
/* The record that came of a case. */
void working_gave(struct building *in, int number, int worker);

/* ---- records and cells (build_cells.c) --------------------------------------------------------- */

int  building_worker(struct building *in, int person, int spell);    /* a record more: its number, from 1 */
/* What an item says; one that the year does not have is passed over. */
void building_put(struct building *in, int worker, enum item item, Str text);
void building_number(struct building *in, int worker, enum item item, int64_t micro);
void building_date(struct building *in, int worker, enum item item, Date day);
/* That it does not say: `at` may be empty. */
struct mended { Str type, ref, field; bool needed; };
void building_lacks(struct building *in, int worker, enum item item, struct mended at);
void building_gather(struct building *in);
/* Who somebody is, and how they qualified: of agency workers what is known. */
void building_identity(struct building *in, int worker, bool agency);
/* Salary and payments on the day; payments on the first of somebody's records alone. */
void building_pay(struct building *in, int worker, int64_t fte, bool first);

/* ---- the authority (build_authority.c) --------------------------------------------------------- */

void building_authority(struct building *in);
/* Whether a post is that of the director of children's services, by its title or its role's. */
bool building_is_director(const struct building *in, const struct post_row *post, Date day);

/* ---- people (build_people.c) ------------------------------------------------------------------- */

void building_person(struct building *in, int person);

#endif
