/* own_came.h: what came to pass, by a council's own records, counted as a forecast from them counts it.
 *
 * Posts filled and vacant are those of own_posts_on: heads and vacancies of social workers' posts on the day, whoever
 * leaves at its end still there. Leavers and joiners are those of spells_of: people, not posts, whose time in the service
 * ended or began after the day the forecast started from, up to the day asked about; the day of leaving is the
 * last day, as in the census. So those whose last day is a day that is asked about are filled posts on it, and have left by it.
 *
 * A header of its own, without model/prospect.h, as own_posts.h is.
 */
#ifndef OUTLOOK_OWN_CAME_H
#define OUTLOOK_OWN_CAME_H

#include "workforce/roster.h"

struct own_came {
	Date day;                    /* asked about */
	int  filled, vacant;         /* on it */
	int  left, joined;           /* since the start */
};
/* For each day of `came`, in order and none before `start`. */
void own_came_since(struct own_came *came, int count, const struct roster *roster, Date start, struct arena scratch);

#endif
