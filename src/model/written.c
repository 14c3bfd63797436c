/* written.c: parts of a record one after the other, those of eight bytes first. */
#include "model/written.h"

#include <assert.h>
#include <string.h>

/* A part of a record that is written: bytes that stand together in it. */
struct part { ptrdiff_t from, bytes; };
enum { PARTS_MOST = TALLY_LINES + 3 };

static int
parts_of(const struct written *w, struct part *parts)
{
	const ptrdiff_t rows = w->months + 1;
	int count = 0;
	if (!(w->nothing >> TALLY_COST & 1))
		parts[count++] = (struct part){ offsetof(struct replication, cost),
			rows * (ptrdiff_t)sizeof ((struct replication *)0)->cost[0] };
	for (int line = 0; line < TALLY_LINES; line++)
		if (!(w->nothing >> line & 1))
			parts[count++] = (struct part){ (ptrdiff_t)offsetof(struct replication, at) +
				line * (ptrdiff_t)sizeof ((struct replication *)0)->at[0], rows * (ptrdiff_t)sizeof(int32_t) };
	parts[count++] = (struct part){ offsetof(struct replication, grade),
		rows * (ptrdiff_t)sizeof ((struct replication *)0)->grade[0] };
	parts[count++] = (struct part){ offsetof(struct replication, cause),
		rows * (ptrdiff_t)sizeof ((struct replication *)0)->cause[0] };
	return count;
}

static ptrdiff_t
each_of(const struct written *w)
{
	struct part parts[PARTS_MOST];
	ptrdiff_t bytes = 0;
	for (int i = parts_of(w, parts) - 1; i >= 0; i--)
		bytes += parts[i].bytes;
	return (bytes + 7) / 8 * 8;
}

struct written
written_new(const struct prospect *p, int count, struct arena *perm)
{
	struct written w = { .months = p->months };
	w.at = (char *)new(perm, count * each_of(&w) / 8, int64_t);
	return w;
}

void
written_put(struct written *w, int which, const struct replication *record)
{
	struct part parts[PARTS_MOST];
	if (which == 0) {
		w->nothing = record->nothing;
		w->grades = record->grades;
		w->causes = record->causes;
		w->each = each_of(w);
	}
	assert(w->nothing == record->nothing);
	char *to = w->at + which * w->each;
	int count = parts_of(w, parts);
	for (int i = 0; i < count; to += parts[i++].bytes)
		memcpy(to, (const char *)record + parts[i].from, (size_t)parts[i].bytes);
}

void
written_get(const struct written *w, int which, struct replication *record)
{
	struct part parts[PARTS_MOST];
	const char *from = w->at + which * w->each;
	int count = parts_of(w, parts);
	record->nothing = w->nothing;
	record->grades = w->grades;
	record->causes = w->causes;
	for (int i = 0; i < count; from += parts[i++].bytes)
		memcpy((char *)record + parts[i].from, from, (size_t)parts[i].bytes);
}
