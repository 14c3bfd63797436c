/* educators.h: practice educators on pages: who may take students, how many, and who could become one.
 *
 * The list has everybody with a record and everybody employed who could have one; what the next stage asks of somebody stands
 * beside them, met or not, with the rule in words. A manager sees those of their unit, and no capacity of the council.
 */
#ifndef APP_EDUCATORS_H
#define APP_EDUCATORS_H

#include "app/app.h"

view show_educators;         /* area, on, show ("", "eligible", "all"): the register, places by term, enrolments of the year */
view show_educator;          /* area, ref of a person, on: one: what the next stage asks, their days */
view educator_record;        /* area, ref, `sent`: agreed, enrolled, awarded, refreshed, stopped */

#endif
