/* say.h: sentences from figures, whoever published them. */
#ifndef CLAIM_SAY_H
#define CLAIM_SAY_H

#include "claim/claim.h"

struct point { int year; Figure value; };

/* What a sentence is about: "Turnover (FTE)", "was", 1 place. */
struct topic_said { Str name; bool plural; enum unit unit; int places; };

struct topic_said topic_of_measure(enum measure_id m, struct arena *perm);

/* All end with a full stop; empty when a figure is absent. */
Str sentence_level(struct topic_said topic, struct point at, struct arena *perm);
Str sentence_change(struct topic_said topic, struct point from, struct point to, struct arena *perm);
/* "Turnover (FTE) was 12.2% in 2023, and England's was 17.1% in 2022." */
Str sentence_two(struct topic_said topic, struct point own, struct point their, Str whose,
                 struct arena *perm);

#endif
