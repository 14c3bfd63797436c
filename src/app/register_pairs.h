/* register_pairs.h: records that may be of one person, found by what they share, and two of them side by side. Private to
 * app/: people (register_duplicates.c) and candidates (candidate_duplicates.c).
 */
#ifndef APP_REGISTER_PAIRS_H
#define APP_REGISTER_PAIRS_H

#include "app/register_parts.h"

/* What two records of one person have in common: a key, and the words for it. */
struct mark { Str key, why; const struct record *record; };
struct marks { struct mark *at; int count; };
void marks_add(struct marks *marks, Str key, const char *why, const struct record *record);
void marks_sort(struct marks *marks);
/* The next two neighbours with one key, which are two records; `*at` begins at 0. False: there are no more. */
bool marks_pair(const struct marks *marks, int *at, const struct mark **one, const struct mark **other);

/* Both records, field by field as far as the viewer may read, and how many records of each type point to either in their
 * field `pointing`. */
struct sides { const struct record *goes, *stays; };
void add_sides(struct document *doc, const struct shelf *shelf, struct sides sides, const char *pointing);

#endif
