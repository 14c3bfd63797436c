/* grouped.c: a sorted table of keys. */
#include "register/grouped.h"

#include <assert.h>
#include <stdlib.h>

static int
by_key(const void *a, const void *b)
{
	const struct grouped_row *x = a, *y = b;
	int order = str_compare(x->key, y->key);
	return order ? order : (x->record > y->record) - (x->record < y->record);
}

struct grouped
grouped_by(const struct records *records, Str field, struct arena *perm)
{
	int held = field_find(records->type, field), count = 0;
	struct grouped_row *rows = new(perm, records->count + 1, struct grouped_row);
	assert(held >= 0);
	for (int i = 0; i < records->count; i++)
		if (records->at[i].values[held].len > 0)
			rows[count++] = (struct grouped_row){ records->at[i].values[held], &records->at[i] };
	qsort(rows, (size_t)count, sizeof *rows, by_key);
	return (struct grouped){ rows, count };
}

int
grouped_find(const struct grouped *grouped, Str key, int *first)
{
	int low = 0, high = grouped->count, count = 0;
	while (low < high) {
		int middle = low + (high - low) / 2;
		if (str_compare(grouped->rows[middle].key, key) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	*first = low;
	while (low + count < grouped->count && str_equal(grouped->rows[low + count].key, key))
		count++;
	return count;
}
