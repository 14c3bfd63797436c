/* owning.h: the parts of own.c. */
#ifndef OUTLOOK_OWNING_H
#define OUTLOOK_OWNING_H

#include "outlook/assumptions.h"
#include "outlook/own.h"
#include "outlook/spells.h"

/* A list of inputs and assumptions in the making. */
enum { OWN_SAID_MOST = 48 };
struct owning {
	const struct roster *roster;
	const struct published *published;
	int area;
	Date day, visible;           /* visible: records begin */
	int  joined;                 /* people from outside, as long as own records say how often people leave */
	struct outlook *out;
	struct arena *perm;
	Date joined_since;           /* from when `joined` counts */
};
/* A number that went in, in words, for the recipe. */
void owning_input(struct owning *o, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* A number that was assumed, and its value in millionths. */
int64_t owning_assume(struct owning *o, enum assumption_id id);
/* One that stands in no list of defaults. */
void owning_take(struct owning *o, const char *what, Str value, const char *source);

/* So many years before the day, but not before records begin. */
Date owning_since(const struct owning *o, double years);

/* Posts of social workers and who is in them. False with words where there are none. */
bool owning_seats(struct owning *o, struct error *err);
/* Leaving by cause, rank and time; moving up; who joined, and at which ranks. */
void owning_leaving(struct owning *o);
/* How often vacant posts were filled from outside, and how many were vacant; after owning_leaving. A move within
 * leaves a post as vacant as it fills one. */
void owning_filling(struct owning *o);
/* Those whose start is agreed come on their day, or do not; after owning_filling. */
void owning_starters(struct owning *o);
/* Those who are expected by pipelines come with their chances, and ordinary filling is of the others; after owning_starters. */
void owning_learners(struct owning *o);

#endif
