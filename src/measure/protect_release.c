/* protect_release.c: one figure, a parent and its parts, and what earlier releases give away. */
#include "measure/protect.h"

#include <assert.h>
#include <string.h>

/* A share of which everybody is part, or a mean to which everybody gives the same, says what each
 * one is. */
static bool
all_alike(struct backing b)
{
	return b.people == b.base && (b.sum == 0 || b.largest == b.sum / b.people);
}

static bool
figure_tells(struct backing b, struct protection p)
{
	if (b.people > 0 && b.people < p.threshold)
		return true;
	if (b.sum > 0 && b.largest > b.sum - b.largest)
		return true;
	if (p.sensitive && (b.people == 0 || (b.base == 0 && b.people < p.base)))
		return true;
	if (b.base == 0)
		return false;
	if (b.base < p.base)
		return true;
	if (b.people < b.base && b.base - b.people < p.threshold)
		return true;
	return p.sensitive && all_alike(b);
}

/* `base` is how many the figure is a share or a mean of, none for a plain count; `largest` and `sum`
 * are none where everybody counts as one. */
Figure
protect_figure(Figure figure, struct backing backing, struct protection protection)
{
	assert(protection.threshold >= 5);
	assert(protection.base >= 10);
	assert(backing.people >= 0);
	assert(backing.base >= 0);
	if (!figure_present(figure) || !figure_tells(backing, protection))
		return figure;
	return figure_absent(SUPPRESSED);
}

/* The parent less the parts that are shown is the hidden ones together: a group like any other. */
static void
hide_until_rest_is_safe(const int64_t *parts, int count, int64_t least, bool *hidden,
                        bool *total_hidden)
{
	for (;;) {
		int64_t rest = 0;
		int smallest = -1;
		for (int i = 0; i < count; i++) {
			if (hidden[i])
				rest += parts[i];
			else if (parts[i] > 0 && (smallest < 0 || parts[i] < parts[smallest]))
				smallest = i;
		}
		if (*total_hidden || rest == 0 || rest >= least)
			return;
		if (smallest < 0)
			*total_hidden = true;
		else
			hidden[smallest] = true;
	}
}

void
protect_parts(const int64_t *parts, int count, struct protection protection, bool *hidden,
              bool *total_hidden, struct arena scratch)
{
	assert(count > 0);
	struct counts counts = { .rows = count, .columns = 1, .at = parts };
	bool *cells = new(&scratch, (ptrdiff_t)(count + 1) * 2, bool);
	protect_table(counts, protection, cells, scratch);
	for (int i = 0; i < count; i++)
		hidden[i] = cells[2 * i] || cells[2 * i + 1];
	*total_hidden = cells[2 * count] || cells[2 * count + 1];
	int least = protection.sensitive ? protection.base : protection.threshold;
	hide_until_rest_is_safe(parts, count, least, hidden, total_hidden);
}

/* ---- differencing ---- */

enum { PEOPLE_WORDS = 1024 };        /* 65,536 people: many times the largest council */

struct release {
	const uint64_t *group, *const *released;
	int count, words;            /* `released` are numbered from 0, the new group is `count` */
	int64_t threshold;
};

static const uint64_t *
group_of(const struct release *r, int which)
{
	return which == r->count ? r->group : r->released[which];
}

static int64_t
people_in(const uint64_t *set, int words)
{
	int64_t people = 0;
	for (int i = 0; i < words; i++)
		people += __builtin_popcountll(set[i]);
	return people;
}

static bool
within(const uint64_t *part, const uint64_t *whole, int words)
{
	for (int i = 0; i < words; i++)
		if (part[i] & ~whole[i])
			return false;
	return true;
}

static bool
tells(int64_t people, const struct release *r)
{
	return people > 0 && people < r->threshold;
}

static bool
nearly_the_same(const struct release *r, const uint64_t *other)
{
	int64_t apart = 0, shared = 0;
	for (int i = 0; i < r->words; i++) {
		apart += __builtin_popcountll(r->group[i] ^ other[i]);
		shared += __builtin_popcountll(r->group[i] & other[i]);
	}
	return shared > 0 && tells(apart, r);
}

/* Takes group `first` from `parent`, then every other that still fits whole, in order of release. */
static bool
rest_tells(const struct release *r, int parent, int first)
{
	uint64_t rest[PEOPLE_WORDS];
	memcpy(rest, group_of(r, parent), (size_t)r->words * sizeof *rest);
	for (int k = -1; k <= r->count; k++) {
		int part = k < 0 ? first : k;
		const uint64_t *group = group_of(r, part);
		if (part == parent || !within(group, rest, r->words))
			continue;
		for (int i = 0; i < r->words; i++)
			rest[i] &= ~group[i];
		if (tells(people_in(rest, r->words), r))
			return true;
	}
	return false;
}

bool
protect_differs_safely(const uint64_t *group, const uint64_t *const *released, int count,
                       int words, struct protection protection)
{
	assert(count >= 0);
	assert(words >= 0);
	const struct release r = { group, released, count, words, protection.threshold };
	if (words > PEOPLE_WORDS || tells(people_in(group, words), &r))
		return false;
	for (int i = 0; i < count; i++)
		if (nearly_the_same(&r, released[i]))
			return false;
	for (int first = 0; first < count; first++)
		if (within(released[first], group, words) && rest_tells(&r, count, first))
			return false;
	for (int parent = 0; parent < count; parent++)
		if (within(group, released[parent], words) && rest_tells(&r, parent, count))
			return false;
	return true;
}
