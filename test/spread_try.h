/* spread_try.h: a few councils' forecasts for the tests of sharing out: coupled ones, one with three scenarios. */
#ifndef TEST_SPREAD_TRY_H
#define TEST_SPREAD_TRY_H

#include "model/lever.h"
#include "prospects.h"
#include "spread/spread.h"

enum { TRY_COUNCILS = 3, TRY_OTHERS = 3, TRY_MORE = 22, TRY_JOBS_MOST = TRY_COUNCILS + TRY_OTHERS };

/* The first council's scenarios in one job, or each in a job of its own; the other councils stand alone. */
enum try_how { TRY_TOGETHER, TRY_APART };

struct try {
	struct spread_job jobs[TRY_JOBS_MOST];
	int count;
	struct tally *councils[TRY_COUNCILS];
	struct other others[TRY_OTHERS];
};

/* What ten posts over would do; a cohort beside faster hiring; and a year of shock with nothing done. */
static inline const struct prospect *
try_other(const struct prospect *base, int which, struct arena *perm)
{
	static const char *const texts[TRY_OTHERS][2] = {
		{ "over 10 from 3 for 12", NULL }, { "cohort 9 from 6", "faster 1 from 2" }, { "shock from 4", NULL },
	};
	struct lever levers[2];
	struct error err = { "" };
	int count = 0;
	for (; count < 2 && texts[which][count]; count++)
		if (!lever_read(str_of(texts[which][count]), &levers[count], &err))
			return NULL;
	return lever_pull(base, levers, count, perm, &err);
}

static inline void
try_add(struct try *try, const struct prospect *p, int council, int first, int count)
{
	struct spread_job *job = &try->jobs[try->count++];
	*job = (struct spread_job){ .base = p, .seats_more = council == 0 ? TRY_MORE : 0,
	                            .of_base = first == 0 ? try->councils[council] : NULL };
	job->others = &try->others[first];
	job->other_count = count;
}

static inline struct try *
try_new(enum try_how how, struct arena *perm)
{
	static const int posts[TRY_COUNCILS] = { 90, 40, 229 };
	struct try *try = new(perm, 1, struct try);
	for (int i = 0; i < TRY_COUNCILS; i++) {
		struct prospect *p = coupled_prospect(posts[i], 24, perm);
		p->whom = (uint32_t)i + 1;
		try->councils[i] = tally_new(p, i == 0 ? TRY_MORE : 0, perm);
		for (int o = 0; i == 0 && o < TRY_OTHERS; o++) {
			try->others[o] = (struct other){ try_other(p, o, perm), tally_new(p, TRY_MORE, perm), gap_new(p, TRY_MORE, perm) };
			if (how == TRY_APART)
				try_add(try, p, 0, o, 1);
		}
		if (i > 0 || how == TRY_TOGETHER)
			try_add(try, p, i, 0, i == 0 ? TRY_OTHERS : 0);
	}
	return try;
}

/* All that came of them as one number. */
static inline uint64_t
try_hash(const struct try *try)
{
	uint64_t hash = 0;
	for (int i = 0; i < TRY_OTHERS; i++)
		hash = (hash * 1000003 + gap_hash(try->others[i].gap)) * 1000003 + tally_hash(try->others[i].tally);
	for (int i = 0; i < TRY_COUNCILS; i++)
		hash = hash * 1000003 + tally_hash(try->councils[i]);
	return hash;
}

#endif
