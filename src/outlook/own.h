/* own.h: a prospect made of a council's own people and posts, as they were known on a day.
 *
 * Leaving: leavers over person-time in the last three years, drawn towards what councils of England have in common as
 * model/shrink.h does, by tenure, rank and cause as the last five years show, each drawn towards no difference. Posts,
 * who is in them and how long they have been with the council are those of the day. Moving up, filling and the ranks at
 * which people join are as they were seen. Whoever has agreed a day to start comes on it, with the chance that those who
 * accepted do; learners of pipelines come with the chances of their cohort. What was not seen is an assumption of assumptions.h, and is listed.
 *
 * Grades are ranks of spells.h; tenure is time in the council's service, which moving up keeps.
 */
#ifndef OUTLOOK_OWN_H
#define OUTLOOK_OWN_H

#include "outlook/outlook.h"
#include "workforce/roster.h"

/* `area` is the council's place in `published`, whose figures up to the day say what England has in common. NULL
 * with words where the council has no social workers' posts on the day. */
struct outlook *outlook_of_own(const struct roster *roster, const struct published *published, int area, Date day,
                               int months, struct arena *perm, struct error *err);

#endif
