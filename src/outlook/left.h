/* left.h: who left, and of how many, as it is published; and what councils have in common in it.
 *
 * A census year's person-years are the mean of those in post at its two ends; DfE divides by the end alone. Where only
 * the end is published it stands for both.
 */
#ifndef OUTLOOK_LEFT_H
#define OUTLOOK_LEFT_H

#include "measure/published.h"
#include "model/shrink.h"

struct left_years { int first, last; };

/* Leavers and person-years (FTE) of an area; `counted`, unless NULL: years that have both. */
struct seen left_seen(const struct published *p, int area, struct left_years years, int *counted);
/* The curve of all councils in those years; pooled where they do not differ. False with words where none can be had. */
bool left_common(const struct published *p, struct left_years years, struct shrinkage *common, struct arena scratch,
                 struct error *err);
/* The last census that was over on the day, and is published. */
int  left_last_year(const struct published *p, Date day);

#endif
