/* returns.h: returns typed by hand: one line a worker, "SWENo=SW1 FTE=0.5", the items by their names.
 * The first line is of the return itself: "Year=2025 NumberOfVacancies=3". AgencyWorker is 0 unless
 * it is said; a worker stands in the line after the last one's, in column 3. */
#ifndef TEST_RETURNS_H
#define TEST_RETURNS_H

#include "census/return.h"

enum { TYPED_MOST = 400 };

static inline enum item
typed_item(Str name, bool worker)
{
	for (int place = IN_COLLECTION; place < ITEM_PLACES; place++) {
		enum item item = item_find(name, (enum item_place)place);
		if (item != NO_ITEM && (place == IN_WORKER) == worker)
			return item;
	}
	printf("there is no item %.*s\n", STR_ARG(name));
	return NO_ITEM;
}

static inline struct census_return
typed_return(const char *lines, struct arena *perm)
{
	struct census_return ret = { .file = S("typed.xml"), .workers = new(perm, TYPED_MOST, struct worker) };
	Str rest = str_of(lines);
	for (int line = 1; rest.len > 0; line++) {
		Str words = str_cut(&rest, '\n');
		struct worker *w = line > 1 ? &ret.workers[ret.worker_count++] : NULL;
		if (w) {
			*w = (struct worker){ .number = ret.worker_count, .line = line, .column = 3 };
			w->cell[ITEM_AGENCY - WORKER_FIRST] = (struct cell_said){ S("0"), line, 4 };
		}
		for (Str word = str_word(&words); word.len > 0; word = str_word(&words)) {
			Str name = str_cut(&word, '=');
			enum item item = typed_item(name, w != NULL);
			struct cell_said *cell = w ? &w->cell[item - WORKER_FIRST] : &ret.cell[item];
			*cell = (struct cell_said){ word, line, 5 + (int)item };
		}
	}
	return_settle(&ret);
	return ret;
}

#endif
