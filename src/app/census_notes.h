/* census_notes.h: notes on queries and decisions on working rules, as records. Private to app/.
 */
#ifndef APP_CENSUS_NOTES_H
#define APP_CENSUS_NOTES_H

#include "app/census_year.h"

/* One that is to be kept: `record` and `person` empty for the whole return. */
struct noting { Str kind, subject, record, person, choice, words; };

/* Adds the change that keeps it: in place of the one that stands for the same thing, if any. With empty words
 * and choice that one is taken away. `made`: how many were added to `changes` as new before. */
void noting_add(const struct returning *in, const struct noting *noting, int made, struct changes *changes);
/* Does it, and goes on to `to`. */
struct answer noting_do(const struct returning *in, const struct changes *changes, Str to);

#endif
