/* fold.c: several changes of one row as one, found by a table of hashes. */
#include "store/fold.h"

#include <string.h>

enum { NOBODY = -1 };

/* Which row: one that is stored by its id, one that was added here by its ref and first day. */
struct row_key { const struct record_type *type; int64_t id; Str ref; int32_t first; };

struct folding {
	struct changes *folded;
	int *places;                 /* by hash of the key: which of folded, or NOBODY */
	uint64_t mask;
};

static struct row_key
key_of(const struct record_type *type, const struct record *record)
{
	return record->id ? (struct row_key){ .type = type, .id = record->id }
	                  : (struct row_key){ type, 0, record->ref, record->when.first.day };
}

static struct row_key
key_of_change(const struct change *change)
{
	return key_of(change->type, change->kind == ADD ? &change->after : &change->before);
}

static bool
same_key(const struct row_key *a, const struct row_key *b)
{
	return a->type == b->type && a->id == b->id && a->first == b->first && str_equal(a->ref, b->ref);
}

/* The place of this key in the table: where it is, or where it would be. */
static uint64_t
slot_of(const struct folding *folding, const struct row_key *key)
{
	uint64_t hash = ((uint64_t)key->id ^ (uint64_t)(uintptr_t)key->type ^ str_hash(key->ref)
	                 ^ (uint64_t)(uint32_t)key->first << 32) * 0x9E3779B97F4A7C15u;
	uint64_t slot = hash >> 20 & folding->mask;
	for (; folding->places[slot] != NOBODY; slot = (slot + 1) & folding->mask) {
		struct row_key is = key_of_change(&folding->folded->at[folding->places[slot]]);
		if (same_key(&is, key))
			break;
	}
	return slot;
}

static void
remember(struct folding *folding, int place)
{
	struct row_key key = key_of_change(&folding->folded->at[place]);
	folding->places[slot_of(folding, &key)] = place;
}

static struct folding
folding_begin(struct changes *folded, int count, struct arena *perm)
{
	struct folding folding = { .folded = folded, .mask = 63 };
	while (folding.mask < 3 * (uint64_t)count)
		folding.mask = folding.mask * 2 + 1;
	folding.places = new(perm, (ptrdiff_t)folding.mask + 1, int);
	memset(folding.places, 0xFF, ((size_t)folding.mask + 1) * sizeof *folding.places);
	return folding;
}

/* An earlier change of the same row takes in the later one. */
static bool
take_in(struct folding *folding, int place, const struct change *later)
{
	struct change *earlier = &folding->folded->at[place];
	bool added = earlier->kind == ADD;
	if (earlier->kind == REMOVE)
		return false;
	earlier->after = later->after;
	if (later->kind == ALTER && added) {
		earlier->after.id = 0;
		remember(folding, place);
	} else if (later->kind == REMOVE) {
		earlier->kind = REMOVE;
		earlier->type = added ? NULL : earlier->type;   /* it came and went */
	}
	return true;
}

static bool
fold(struct folding *folding, const struct change *change)
{
	bool add = change->kind == ADD;
	struct row_key key = key_of_change(change);
	uint64_t slot = slot_of(folding, &key);
	if (!add && folding->places[slot] != NOBODY)
		return take_in(folding, folding->places[slot], change);
	if (!add && !key.id)
		return false;
	changes_add(folding->folded, *change);
	remember(folding, folding->folded->count - 1);
	return true;
}

bool
changes_folded(const struct changes *changes, struct changes *folded, struct arena *perm)
{
	int kept = 0;
	*folded = changes_new(perm);
	folded->room = changes->count;
	folded->at = new(perm, changes->count, struct change);
	struct arena scratch = *perm;
	struct folding folding = folding_begin(folded, changes->count, &scratch);
	for (int i = 0; i < changes->count; i++)
		if (!fold(&folding, &changes->at[i]))
			return false;
	for (int i = 0; i < folded->count; i++)
		if (folded->at[i].type)
			folded->at[kept++] = folded->at[i];
	folded->count = kept;
	return true;
}
