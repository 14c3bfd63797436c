/* compare_people.c: who of one return is who of another. */
#include "census/comparing.h"

#include <stdlib.h>

/* ---- the people of a return -------------------------------------------------------------------- */

static struct one
one_of(int64_t number, struct people records)
{
	struct one one = { .number = number, .records = records, .other = NOBODY };
	for (int i = 0; i < records.count; i++) {
		if (!one.there && worker_there(records.at[i]))
			one.there = records.at[i];
		if (!one.left && worker_left(records.at[i]))
			one.left = records.at[i];
	}
	return one;
}

struct many
comparing_people(const struct census_return *ret, struct arena *perm)
{
	struct numbering numbering = numbering_new(ret->worker_count, perm);
	struct many many = { new(perm, ret->worker_count, struct one), 0 };
	for (int i = 0; i < ret->worker_count; i++)
		if (worker_paid(&ret->workers[i]))
			numbering.at[numbering.count++] = (struct numbered){ worker_value(&ret->workers[i], ITEM_SWE, -1 - i), i };
	numbering_sort(&numbering);
	for (int first = 0; first < numbering.count;) {
		struct people records = numbering_people(&numbering, ret, first);
		many.at[many.count++] = one_of(numbering.at[first].number, records);
		first += records.count;
	}
	return many;
}

struct fact
one_start(const struct one *one)
{
	struct fact start = { NOT_SAID, 0 };
	for (int i = 0; i < one->records.count; i++) {
		struct fact fact = worker_fact(one->records.at[i], ITEM_START);
		if (fact.said == SAID && (start.said != SAID || fact.value < start.value))
			start = fact;
	}
	return start;
}

int64_t
one_fte(const struct one *one)
{
	int64_t fte = 0;
	for (int i = 0; i < one->records.count; i++)
		if (worker_there(one->records.at[i]))
			fte += worker_value(one->records.at[i], ITEM_FTE, 0);
	return fte;
}

/* ---- who is who -------------------------------------------------------------------------------- */

static void
join(struct many *these, int i, struct many *those, int k, bool renumbered)
{
	these->at[i].other = k;
	those->at[k].other = i;
	these->at[i].renumbered = those->at[k].renumbered = renumbered;
}

static void
match_by_number(struct many *these, struct many *those)
{
	int i = 0, k = 0;
	while (i < these->count && k < those->count) {
		int64_t here = these->at[i].number, there = those->at[k].number;
		if (here == there && here >= 0)
			join(these, i, those, k, false);
		i += here <= there;
		k += there <= here;
	}
}

struct dated { int64_t born, start; int at; };

static int
by_dates(const void *left, const void *right)
{
	const struct dated *a = left, *b = right;
	if (a->born != b->born)
		return a->born < b->born ? -1 : 1;
	if (a->start != b->start)
		return a->start < b->start ? -1 : 1;
	return (a->at > b->at) - (a->at < b->at);
}

static bool
same_dates(const struct dated *a, const struct dated *b)
{
	return a->born == b->born && a->start == b->start;
}

struct dates { struct dated *at; int count; };

/* The dates of those who have not been found by number. */
static struct dates
dates_of(const struct many *many, struct arena *scratch)
{
	struct dates dates = { new(scratch, many->count, struct dated), 0 };
	for (int i = 0; i < many->count; i++) {
		const struct one *one = &many->at[i];
		struct fact born = worker_fact(one->records.at[0], ITEM_BORN), start = one_start(one);
		if (one->other == NOBODY && born.said == SAID && start.said == SAID)
			dates.at[dates.count++] = (struct dated){ born.value, start.value, i };
	}
	qsort(dates.at, (size_t)dates.count, sizeof *dates.at, by_dates);
	return dates;
}

static int
alike_from(const struct dates *dates, int first)
{
	int end = first;
	while (end < dates->count && same_dates(&dates->at[end], &dates->at[first]))
		end++;
	return end - first;
}

void
comparing_match(struct many *these, struct many *those, struct arena scratch)
{
	match_by_number(these, those);
	struct dates here = dates_of(these, &scratch), there = dates_of(those, &scratch);
	int i = 0, k = 0;
	while (i < here.count && k < there.count) {
		int order = by_dates(&(struct dated){ here.at[i].born, here.at[i].start, 0 },
		                     &(struct dated){ there.at[k].born, there.at[k].start, 0 });
		int ours = order <= 0 ? alike_from(&here, i) : 0, theirs = order >= 0 ? alike_from(&there, k) : 0;
		if (ours == 1 && theirs == 1)
			join(these, here.at[i].at, those, there.at[k].at, true);
		i += ours;
		k += theirs;
	}
}
