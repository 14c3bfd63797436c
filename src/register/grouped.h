/* grouped.h: the records of a type by what one field holds: the steps of each application, the checks of each.
 */
#ifndef REGISTER_GROUPED_H
#define REGISTER_GROUPED_H

#include "register/field.h"

struct grouped_row { Str key; const struct record *record; };
struct grouped {
	const struct grouped_row *rows;      /* by key; of one key in the order of the records, which is by ref */
	int count;
};

/* Records that hold nothing in the field are left out. */
struct grouped grouped_by(const struct records *records, Str field, struct arena *perm);
/* The rows of a key: the first, and how many. */
int grouped_find(const struct grouped *grouped, Str key, int *first);

#endif
