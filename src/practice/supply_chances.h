/* supply_chances.h: who may join, and how likely. Private to practice/supply. */
#ifndef PRACTICE_SUPPLY_CHANCES_H
#define PRACTICE_SUPPLY_CHANCES_H

#include "practice/supply.h"

/* Fills `chances` from the cohorts and learners that were read. */
void supply_chances(struct supply *supply, struct arena *perm);

#endif
