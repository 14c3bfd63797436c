/* own_guard.h: measures of units as this viewer may know them. Private to app/.
 *
 * Whoever may see rows of a unit sees its true figures. Whoever has only totals of a group of fields
 * sees figures that passed disclosure control (measure/protect.h), once, here, for every face: a
 * figure of too few people is withheld, and as many of its neighbours in the tree as it takes that
 * the whole less the parts that are shown tells nothing. What is under a withheld unit is withheld.
 *
 * No page gives away what another withholds: which units are withheld is settled over the whole tree
 * of the council, whichever unit is looked at; and totals are those of 30 September alone, because two
 * days' figures, one less the other, tell of whoever came between them.
 */
#ifndef APP_OWN_GUARD_H
#define APP_OWN_GUARD_H

#include "app/estab.h"
#include "measure/own_people.h"

struct measured {
	struct unit_rows rows;
	struct own_figures *of;      /* of each, as they are */
	Figure (*shown)[MEASURES];   /* as this viewer may know them; NOT_PUBLISHED: not at all */
	bool  has[MEASURES];         /* anything of this measure may be shown of any unit */
	bool  guarded;               /* some measure passed disclosure control */
	bool  small;                 /* some figure is a true count */
};

/* Every measure of every unit of the day under the whole council, as they are: kept (kept.h), and before
 * anybody's rights. In the order of the tree; units[0] is NOT_THERE, the council. */
struct measures_day { const int *units, *depths; int count; const struct own_figures *of;
                      struct turnover turnover; };   /* of the council */
const struct measures_day *measures_day_of(const struct own *own);

/* Of the units looked at, under the whole council where it is seen. */
void measured_of(struct measured *measured, const struct estab *e);

/* The day that totals are of for those who have totals only: the last 30 September by the day asked about;
 * and whether that is the day itself. */
Date guard_day(Date day);
bool guard_shows_on(Date day);

/* The field group that says who may know a measure. */
enum field_group group_of_measure(enum measure_id m);

#endif
