/* tally_bytes.c: tallies as bytes for another process, and back. Most bins are nought, so their runs are counted. */
#include "model/tally.h"

#include <string.h>

/* A number in sevens of bits, least first; the eighth says that more follow. */
static void
put(struct text *text, uint64_t number)
{
	char bytes[10];
	ptrdiff_t count = 0;
	for (; number >= 0x80; number >>= 7)
		bytes[count++] = (char)(number | 0x80);
	bytes[count++] = (char)number;
	text_add(text, (Str){ bytes, count });
}

/* How many noughts a row begins with. Most do with many, so eight are looked at together. */
static ptrdiff_t
noughts_of(const uint32_t *row, ptrdiff_t count)
{
	ptrdiff_t i = 0;
	for (uint32_t any = 0; i + 8 <= count; i += 8) {
		for (int n = 0; n < 8; n++)
			any |= row[i + n];
		if (any)
			break;
	}
	while (i < count && row[i] == 0)
		i++;
	return i;
}

/* What is not nought, each after how many noughts stood before it. */
static void
put_small(struct text *text, const uint32_t *row, ptrdiff_t count)
{
	for (ptrdiff_t i = 0;; i++) {
		ptrdiff_t noughts = noughts_of(row + i, count - i);
		i += noughts;
		put(text, (uint64_t)noughts);
		put(text, i < count ? row[i] : 0);
		if (i == count)
			return;
	}
}

/* Signed numbers: the sign goes to the lowest bit, so that small ones stay short. */
static void
put_large(struct text *text, const int64_t *row, ptrdiff_t count)
{
	for (ptrdiff_t i = 0; i < count; i++)
		put(text, (uint64_t)row[i] << 1 ^ (row[i] < 0 ? UINT64_MAX : 0));
}

static bool
get(Str *bytes, uint64_t most, uint64_t *number)
{
	*number = 0;
	for (int shift = 0; shift < 64 && bytes->len > 0; shift += 7) {
		unsigned char byte = (unsigned char)bytes->at[0];
		*bytes = str_from(*bytes, 1);
		*number |= (uint64_t)(byte & 0x7f) << shift;
		if (!(byte & 0x80))
			return *number <= most;
	}
	return false;
}

static bool
get_small(Str *bytes, uint32_t *row, ptrdiff_t count)
{
	memset(row, 0, (size_t)count * sizeof *row);
	for (ptrdiff_t i = 0;; i++) {
		uint64_t noughts, number;
		if (!get(bytes, (uint64_t)(count - i), &noughts) || !get(bytes, UINT32_MAX, &number))
			return false;
		i += (ptrdiff_t)noughts;
		if (number == 0)
			return i == count;
		if (i == count)
			return false;
		row[i] = (uint32_t)number;
	}
}

static bool
get_large(Str *bytes, int64_t *row, ptrdiff_t count)
{
	for (ptrdiff_t i = 0; i < count; i++) {
		uint64_t number;
		if (!get(bytes, UINT64_MAX, &number))
			return false;
		row[i] = (int64_t)(number >> 1 ^ (number & 1 ? UINT64_MAX : 0));
	}
	return true;
}

/* What both kinds begin with: their shape, and of how many replications they are. */
static void
put_shape(struct text *text, int months, ptrdiff_t small_count, int64_t cost_step, int replications)
{
	put(text, (uint64_t)months);
	put(text, (uint64_t)small_count);
	put(text, (uint64_t)cost_step);
	put(text, (uint64_t)replications);
}

static bool
get_shape(Str *bytes, int months, ptrdiff_t small_count, int64_t cost_step, int *replications)
{
	uint64_t has_months, has_small, has_step, count;
	if (!get(bytes, MONTHS_MOST, &has_months) || !get(bytes, PTRDIFF_MAX, &has_small) ||
	    !get(bytes, INT64_MAX, &has_step) || !get(bytes, INT32_MAX, &count))
		return false;
	*replications = (int)count;
	return has_months == (uint64_t)months && has_small == (uint64_t)small_count && has_step == (uint64_t)cost_step;
}

Str
tally_write(const struct tally *t, struct arena *perm)
{
	struct text text = text_new(perm);
	put_shape(&text, t->months, t->small_count, t->cost_step, t->replications);
	put(&text, (uint64_t)t->short_ever);
	put_small(&text, t->small, t->small_count);
	put_large(&text, t->large, t->large_count);
	return text_str(&text);
}

bool
tally_read(struct tally *t, Str bytes)
{
	uint64_t short_ever;
	if (!get_shape(&bytes, t->months, t->small_count, t->cost_step, &t->replications) ||
	    !get(&bytes, INT32_MAX, &short_ever) || !get_small(&bytes, t->small, t->small_count))
		return false;
	t->short_ever = (int)short_ever;
	return get_large(&bytes, t->large, t->large_count) && bytes.len == 0;
}

Str
gap_write(const struct gap_tally *g, struct arena *perm)
{
	struct text text = text_new(perm);
	put_shape(&text, g->months, g->small_count, g->cost_step, g->replications);
	put_small(&text, g->small, g->small_count);
	put_large(&text, g->large, g->large_count);
	return text_str(&text);
}

bool
gap_read(struct gap_tally *g, Str bytes)
{
	return get_shape(&bytes, g->months, g->small_count, g->cost_step, &g->replications) &&
		get_small(&bytes, g->small, g->small_count) && get_large(&bytes, g->large, g->large_count) && bytes.len == 0;
}
