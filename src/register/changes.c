/* changes.c: rows that come, change and go; and the records as they would be after them. */
#include "register/field.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

struct changes
changes_new(struct arena *perm)
{
	return (struct changes){ .arena = perm };
}

void
changes_expect(struct changes *changes, int more)
{
	if (changes->room - changes->count >= more)
		return;
	int room = changes->count + more;
	struct change *moved = new(changes->arena, room, struct change);
	if (changes->count)
		memcpy(moved, changes->at, (size_t)changes->count * sizeof *moved);
	changes->at = moved;
	changes->room = room;
}

void
changes_add(struct changes *changes, struct change change)
{
	assert(changes->arena && change.type);
	if (changes->count == changes->room)
		changes_expect(changes, changes->room ? changes->room : 8);
	changes->at[changes->count++] = change;
}

/* ---- records after changes ------------------------------------------------------------------- */

static int
by_ref_then_day(const void *left, const void *right)
{
	const struct record *a = left, *b = right;
	int order = str_compare(a->ref, b->ref);
	if (order)
		return order;
	if (a->when.first.day != b->when.first.day)
		return a->when.first.day < b->when.first.day ? -1 : 1;
	return (a->id > b->id) - (a->id < b->id);
}

static int
by_id(const void *left, const void *right)
{
	const struct record *a = *(const struct record *const *)left;
	const struct record *b = *(const struct record *const *)right;
	return (a->id > b->id) - (a->id < b->id);
}

/* Rows by their id, so that many changes of many rows stay quick. */
static struct record **
index_by_id(struct record *rows, int count, struct arena *perm)
{
	struct record **index = new(perm, count + 1, struct record *);
	for (int i = 0; i < count; i++)
		index[i] = &rows[i];
	qsort(index, (size_t)count, sizeof(struct record *), by_id);
	return index;
}

/* Rows that a change of the same lot added have no id yet: they are told by ref and first day. */
static struct record *
row_before(struct record **index, int stored, struct record *rows, int count,
           const struct record *before)
{
	if (before->id) {
		struct record **at = bsearch(&before, index, (size_t)stored, sizeof *index, by_id);
		return at ? *at : NULL;
	}
	for (int i = stored; i < count; i++)
		if (!rows[i].id && str_equal(rows[i].ref, before->ref)
		    && rows[i].when.first.day == before->when.first.day)
			return &rows[i];
	return NULL;
}

static int
without_gone(struct record *rows, const bool *gone, int count)
{
	int kept = 0;
	for (int i = 0; i < count; i++)
		if (!gone[i])
			rows[kept++] = rows[i];
	return kept;
}

struct records
records_after(const struct records *records, const struct changes *changes, struct arena *perm)
{
	int room = records->count + changes->count, count = records->count;
	struct record *rows = new(perm, room + 1, struct record);
	bool *gone = new(perm, room + 1, bool);
	if (count)
		memcpy(rows, records->at, (size_t)count * sizeof *rows);
	struct record **index = index_by_id(rows, count, perm);
	for (int c = 0; c < changes->count; c++) {
		const struct change *change = &changes->at[c];
		if (!str_equal(change->type->name, records->type->name))
			continue;
		if (change->kind == ADD) {
			rows[count++] = change->after;
			continue;
		}
		struct record *row = row_before(index, records->count, rows, count, &change->before);
		if (!row)
			continue;
		if (change->kind == REMOVE) {
			gone[row - rows] = true;
			continue;
		}
		struct record after = change->after;
		after.id = row->id;
		after.version = row->version + (row->id != 0);
		*row = after;
	}
	count = without_gone(rows, gone, count);
	qsort(rows, (size_t)count, sizeof *rows, by_ref_then_day);
	return (struct records){ records->type, rows, count, room, ref_last(records) };
}

/* ---- looking --------------------------------------------------------------------------------- */

int
records_of(const struct records *records, Str ref, int *first)
{
	int low = 0, high = records->count;
	while (low < high) {
		int middle = low + (high - low) / 2;
		if (str_compare(records->at[middle].ref, ref) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	int end = low;
	while (end < records->count && str_equal(records->at[end].ref, ref))
		end++;
	*first = low;
	return end - low;
}

const struct record *
record_on(const struct records *records, Str ref, Date day)
{
	int first, count = records_of(records, ref, &first);
	for (int i = first; i < first + count; i++) {
		struct period when = records->at[i].when;
		if (!records->type->dated || (when.first.day <= day.day && day.day <= when.last.day))
			return &records->at[i];
	}
	return NULL;
}

int64_t
ref_number(Str letter, Str ref)
{
	Str digits = str_from(ref, ref.len < letter.len + 1 ? ref.len : letter.len + 1);
	int64_t number = 0;
	if (!str_begins(ref, letter) || digits.len < 6 || digits.len > 12 || ref.at[letter.len] != '-')
		return 0;
	for (ptrdiff_t i = 0; i < digits.len; i++) {
		if (digits.at[i] < '0' || digits.at[i] > '9')
			return 0;
		number = number * 10 + (digits.at[i] - '0');
	}
	return number;
}

int64_t
ref_last(const struct records *records)
{
	int64_t most = records->given;
	for (int i = 0; i < records->count; i++) {
		int64_t number = ref_number(records->type->letter, records->at[i].ref);
		most = number > most ? number : most;
	}
	return most;
}

Str
ref_numbered(const struct record_type *type, int64_t number, struct arena *perm)
{
	return str_format(perm, "%.*s-%06lld", STR_ARG(type->letter), (long long)number);
}

Str
ref_next(const struct records *records, int taken, struct arena *perm)
{
	assert(taken >= 0);
	return ref_numbered(records->type, ref_last(records) + 1 + taken, perm);
}
