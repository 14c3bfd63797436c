/* educator_own.h: a practice educator's own record, for themselves: what they may take and why, until when they are current,
 * and their placements. It is theirs whatever duty they have besides, as all that is kept about them is (subject.h).
 */
#ifndef APP_EDUCATOR_OWN_H
#define APP_EDUCATOR_OWN_H

#include "app/own.h"

/* On the page of a person. Nothing where that is not the viewer, or nothing is recorded of them and they could not begin either. */
void add_own_educating(struct document *doc, const struct own *own, int person);

#endif
