/* councils.h: a small council written down as lines, for tests.
 *
 *     post P-1 2020-01-01 open title=Social worker; unit=U-1; role=R-1; fte=1; status=funded
 *     person N-1 family_name=Oddie; given_names=Ann
 *
 * A type's name, a ref, the first and last day of a dated type ("open" while it lasts), then fields.
 */
#ifndef TEST_COUNCILS_H
#define TEST_COUNCILS_H

#include <assert.h>
#include <stdlib.h>

#include "workforce/roster.h"

static inline Date
council_day(Str text)
{
	Date day = DATE_OPEN;
	bool read = str_equal(text, S("open")) || date_parse(text, &day);
	assert(read);
	return day;
}

static inline struct record
council_record(const struct record_type *type, Str line, struct arena *perm)
{
	Str *values = new(perm, type->field_count, Str);
	struct record record = { .version = 1, .ref = str_word(&line), .values = values };
	if (type->dated) {
		record.when.first = council_day(str_word(&line));
		record.when.last = council_day(str_word(&line));
	}
	while (line.len > 0) {
		Str value = str_cut(&line, ';'), name = str_trim(str_cut(&value, '='));
		int f = -1;
		for (int i = 0; i < type->field_count; i++)
			if (str_equal(type->fields[i].name, name))
				f = i;
		assert(f >= 0);
		values[f] = str_trim(value);
	}
	return record;
}

static inline int
council_order(const void *a, const void *b)
{
	const struct record *x = a, *y = b;
	int by_ref = str_compare(x->ref, y->ref);
	return by_ref ? by_ref : x->when.first.day - y->when.first.day;
}

enum { COUNCIL_ROWS_MOST = 2048 };

static inline struct council *
council_of(const char *lines, struct arena *perm)
{
	struct council *council = new(perm, 1, struct council);
	council->authority = S("walsall");
	Str text = str_of(lines);
	for (int t = 0; t < RECORD_TYPES; t++)
		council->of[t] = (struct records){ .type = &record_types[t],
			.at = new(perm, COUNCIL_ROWS_MOST, struct record), .room = COUNCIL_ROWS_MOST };
	int64_t id = 0;
	while (text.len > 0) {
		Str line = str_trim(str_cut(&text, '\n'));
		if (line.len == 0)
			continue;
		const struct record_type *type = record_type_find(str_word(&line));
		assert(type);
		struct records *records = &council->of[record_type_id(type)];
		assert(records->count < records->room);
		records->at[records->count] = council_record(type, line, perm);
		records->at[records->count++].id = ++id;
	}
	for (int t = 0; t < RECORD_TYPES; t++)
		qsort(council->of[t].at, (size_t)council->of[t].count, sizeof(struct record), council_order);
	return council;
}

#endif
