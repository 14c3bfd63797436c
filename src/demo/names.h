/* names.h: names to draw from: common given and family names of people in England and Wales, by the
 * background they are common in. Put together at random they are nobody's.
 */
#ifndef DEMO_NAMES_H
#define DEMO_NAMES_H

#include "base/str.h"
#include "demo/random.h"

struct made_name {
	Str given, family, known_as;
	Str ethnicity;               /* code of the census's ethnicity codes, such as "WBRI" */
};

/* A woman's or a man's. */
struct made_name name_draw(struct random *random, bool woman, struct arena *perm);

#endif
