/* register_beside.h: columns of a list that are no fields of its type. Private to app/.
 *
 * A person's post and team are their time in post on the day asked about, and are worked out of it. So
 * they are on pages, can be sorted by and searched for, and are not in the files that are brought again:
 * nobody can change a team by typing another into a list of people.
 *
 * They show what the page of the person shows to whoever may see the row, of the day and of no other.
 */
#ifndef APP_REGISTER_BESIDE_H
#define APP_REGISTER_BESIDE_H

#include "app/register_parts.h"

enum { BESIDE_MOST = 2 };

struct beside {
	Str name, title;             /* as of a column */
	struct cell (*cell)(const struct shelf *shelf, const struct record *record);
};

/* Those of a type: most have none. */
const struct beside *beside_of(const struct record_type *type, int *count);
/* What a column is headed, a field's or one beside them; empty where there is none of that name. */
Str beside_label(const struct record_type *type, Str name);
/* The number of the one with this name, or -1. */
int beside_find(const struct record_type *type, Str name);
/* The table with those of them that are `shown`, after the columns of the title: `rows` are its rows. */
struct table *beside_put(const struct shelf *shelf, const struct table *table, const bool *shown,
                         const struct record *const *rows);

#endif
