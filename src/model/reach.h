/* reach.h: how high a chance of leaving, or of moving up by luck, can come in each month of one replication.
 *
 * A calendar has candidates at the rate `most`, which leaves room for scenarios that nobody has thought of yet. Who knows
 * for which prospects a calendar is made can leave out, unseen, every candidate whose mark none of them will ever reach:
 * in the years that this replication draws, and with vacancies pushing as hard as they may. That changes no answer.
 */
#ifndef MODEL_REACH_H
#define MODEL_REACH_H

#include "model/hazard.h"

struct reach;
struct reach *reach_new(const struct prospect *const *whose, int count, struct arena *perm);
/* Marks from upto[month] on are above anything that can happen; months 1 to that of the prospects. `upto` is to be what was
 * given back for the replication before, which differs in nothing where no year is uncertain. */
void reach_in(struct reach *reach, uint64_t seed, uint32_t replication, Chance upto[MONTHS_MOST + 1]);

#endif
