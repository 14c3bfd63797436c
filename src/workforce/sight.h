/* sight.h: whose rows a viewer may see: the matrix of register/policy.h, applied to a council.
 *
 * One function for every page, file, list and total. A grant on a unit reaches that unit and all
 * below it in the tree of the day asked about; a person belongs to a unit by the posts they are in
 * on that day (or were last in, if they have left).
 */
#ifndef WORKFORCE_SIGHT_H
#define WORKFORCE_SIGHT_H

#include "workforce/roster.h"

struct sight {
	const struct viewer *viewer;
	const struct roster *roster;
	Date day;
	const uint16_t *units;       /* for each unit, a bit for each grant that reaches it */
	uint16_t everywhere;         /* grants on the whole authority */
	int self;                    /* the viewer's own person, or NOT_THERE */
};
/* `day` chooses the tree and who was where, not the grants: those are of today (viewer_today). */
struct sight sight_of(const struct viewer *viewer, const struct roster *roster, Date day,
                      struct arena *perm);

struct permit sight_person(const struct sight *sight, int person, enum field_group group);
struct permit sight_unit(const struct sight *sight, int unit, enum field_group group);
struct permit sight_post(const struct sight *sight, int post, enum field_group group);
/* Of everybody in a unit together, NOT_THERE being the whole council: whoever may see only some of them
 * (oneself, those who left) has no total of all. */
struct permit sight_total(const struct sight *sight, int unit, enum field_group group);
/* Of a record of any type: by its person, its post or its unit; by the authority when it has none. */
struct permit sight_record(const struct sight *sight, const struct record_type *type,
                           const struct record *record, enum field_group group);

#endif
