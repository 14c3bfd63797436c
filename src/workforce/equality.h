/* equality.h: what people may say of themselves for equality monitoring, and what it comes to in
 * totals.
 *
 * Each attribute has codes that can be said; "prefer not to say" is always one of them, and is counted
 * apart from "not known". A code that is not among them (an old list brought it) counts as not known,
 * and so does whoever has stopped the use of their data: nobody can tell them from those who never
 * said anything.
 *
 * Totals are one two-way table an attribute: level of post by category, of everybody in post on a
 * day, each counted once. There are no others, and no filters: each is a way to take people apart.
 */
#ifndef WORKFORCE_EQUALITY_H
#define WORKFORCE_EQUALITY_H

#include "workforce/roster.h"

struct equality_code { Str code, words, category; };         /* category: in totals */
struct equality_attribute {
	Str name, title;             /* the field of the equality record, and its words */
	const struct equality_code *codes;
	int code_count;
	Str categories[10];          /* of totals, in order; the last two are always the same two */
	int category_count;
};
enum { EQUALITY_ATTRIBUTES = 5, EQUALITY_LEVELS = 5 };
extern const struct equality_attribute equality_attributes[EQUALITY_ATTRIBUTES];
extern const Str equality_level_words[EQUALITY_LEVELS];
const struct equality_attribute *equality_find(Str name);    /* NULL: no such attribute */

/* The category of a code: the last, "not known", of one that is none. */
int equality_category(const struct equality_attribute *attribute, Str code);

/* One person of the table: their cell. */
struct equality_member { int person, level, category; };
/* Everybody in post on the day; gives how many. `members` has room for everybody of the roster. */
int equality_members(const struct roster *roster, const struct records *equality,
                     const struct equality_attribute *attribute, Date day, struct equality_member *members,
                     struct arena scratch);

/* The last end of a quarter before a day: 31 March, 30 June, 30 September or 31 December. */
Date quarter_end(Date day);

#endif
