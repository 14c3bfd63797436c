/* requisition_parts.h: what the pages of posts to fill share. Private to app/.
 */
#ifndef APP_REQUISITION_PARTS_H
#define APP_REQUISITION_PARTS_H

#include "app/hiring_parts.h"

/* The requisition that was asked for; false, with the answer. */
bool requisition_take(const struct world *world, const struct ask *ask, struct hiring_look *l, const struct requisition **seat,
                      struct answer *why, struct arena *perm);
/* Its page, with what is wrong and at which input. */
struct document requisition_document(const struct hiring_look *l, const struct requisition *seat, struct wanted_fault fault);
Str href_of_requisition(const struct own *own, Str ref);
/* Who could move into it, of those whom the viewer may know; how many others. */
void add_movers(struct document *doc, const struct hiring_look *l, const struct requisition *seat);
/* What comes after it was approved: into which round it goes; and once it is in one, who applies. */
void add_advertise(struct document *doc, const struct hiring_look *l, const struct requisition *seat, struct wanted_fault fault);

#endif
