/* census_fuzz.h: what must hold of a census return whatever the bytes it is read from.
 *
 * Every finding says what is wrong, where, in well-formed text; what is not read is said to be an error.
 * A return that is read can be checked; written and read again it has the same facts, and written once
 * more the same bytes. A sheet of it says the same where a value was said.
 */
#ifndef TEST_FUZZ_CENSUS_FUZZ_H
#define TEST_FUZZ_CENSUS_FUZZ_H

#include <stdio.h>
#include <stdlib.h>

#include "census/read.h"
#include "census/rules.h"
#include "census/write.h"

int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t count);

#define must(what) must_(!!(what), #what, __FILE__, __LINE__)

static inline void
must_(bool holds, const char *what, const char *file, int line)
{
	if (!holds) {
		fprintf(stderr, "%s:%d: does not hold: %s\n", file, line, what);
		abort();
	}
}

static inline bool
fuzz_written(const struct census_return *ret, int item)
{
	return ret->year == 0 || item_in_year((enum item)item, ret->year < CENSUS_FIRST_YEAR ? CENSUS_FIRST_YEAR : ret->year);
}

static inline void
fuzz_findings(const struct findings *found, struct arena scratch)
{
	for (ptrdiff_t i = 0; i < found->count; i++) {
		struct arena here = scratch;
		const struct finding *f = &found->at[i];
		must(f->code.len > 0 && f->wrong.len > 0 && f->line >= 0 && f->column >= 0);
		must(str_utf8(finding_text(f, &here), NULL));
	}
}

static inline bool
fuzz_read(Str bytes, struct census_return *ret, struct findings *found, struct arena *perm)
{
	*found = findings_new(perm);
	bool read = census_read(bytes, S("a.file"), &(struct census_expect){ 0 }, ret, found, perm);
	fuzz_findings(found, *perm);
	must(read || found->mistakes > 0);
	return read;
}

static inline bool
fact_same(struct fact a, struct fact b)
{
	return a.said == b.said && a.value == b.value;
}

/* A return without a worker that says it is of another collection is none, once it is a message. */
static inline bool
fuzz_is_strange(const struct census_return *ret)
{
	return ret->worker_count == 0 && ret->fact[ITEM_COLLECTION].said == MISSAID;
}

/* The message, read again: nothing to tell of its elements, and every fact the same. */
static inline void
fuzz_message(const struct census_return *ret, struct arena *perm)
{
	struct census_return again;
	struct findings found;
	Str message = census_write_xml(ret, perm);
	bool read = fuzz_read(message, &again, &found, perm);
	must(read != fuzz_is_strange(ret));
	if (!read) {
		must(found.count == 1 && str_equal(found.at[0].code, S("D003")));
		return;
	}
	for (ptrdiff_t i = 0; i < found.count; i++)
		must(str_equal(found.at[i].code, S("D002")) && ret->worker_count == 0);
	must(again.worker_count == ret->worker_count && again.year == ret->year);
	for (int i = 0; i < RETURN_ITEMS; i++)
		must(!fuzz_written(ret, i) || fact_same(again.fact[i], ret->fact[i]));
	for (int n = 0; n < ret->worker_count; n++)
		for (int i = 0; i < WORKER_ITEMS; i++)
			must(!fuzz_written(ret, WORKER_FIRST + i) || fact_same(again.workers[n].fact[i], ret->workers[n].fact[i]));
	must(str_equal(census_write_xml(&again, perm), message));
}

static inline bool
fuzz_says_anything(const struct census_return *ret, const struct worker *w)
{
	for (int i = 0; i < WORKER_ITEMS; i++)
		if (fuzz_written(ret, WORKER_FIRST + i) && w->fact[i].said != NOT_SAID)
			return true;
	return false;
}

/* The sheet, read again: it leaves out workers of whom nothing is said; what was no value may have become one,
 * as day-first dates do. */
static inline void
fuzz_sheet(const struct census_return *ret, struct arena *perm)
{
	struct census_return again;
	struct findings found;
	int there = 0;
	must(fuzz_read(census_write_csv(ret, perm), &again, &found, perm));
	for (int n = 0; n < ret->worker_count; n++)
		there += fuzz_says_anything(ret, &ret->workers[n]);
	must(again.worker_count <= there);
	for (int i = 0; i < RETURN_ITEMS; i++)
		must(!fuzz_written(ret, i) || ret->fact[i].said != SAID || fact_same(again.fact[i], ret->fact[i]));
	for (int n = 0, m = 0; n < ret->worker_count && again.worker_count == there; n++) {
		if (!fuzz_says_anything(ret, &ret->workers[n]))
			continue;
		for (int i = 0; i < WORKER_ITEMS; i++)
			must(!fuzz_written(ret, WORKER_FIRST + i) || ret->workers[n].fact[i].said != SAID
			     || fact_same(again.workers[m].fact[i], ret->workers[n].fact[i]));
		m++;
	}
}

static inline void
fuzz_return(Str bytes, struct arena *perm)
{
	enum { SOME_DAY_IN_2026 = 1780000000 };
	struct census_return ret;
	struct findings found;
	if (!fuzz_read(bytes, &ret, &found, perm))
		return;
	census_check(&ret, SOME_DAY_IN_2026, &found, perm);
	fuzz_findings(&found, *perm);
	fuzz_message(&ret, perm);
	fuzz_sheet(&ret, perm);
}

/* Runs `entry` in an arena of its own; one that is full ends the try. */
static inline int
fuzz_in_arena(void (*entry)(Str bytes, struct arena *perm), const unsigned char *bytes, size_t count)
{
	static struct arena whole;
	jmp_buf full;
	if (!whole.next)
		whole = arena_reserve((ptrdiff_t)1 << 29);
	struct arena perm = whole;
	perm.full = &full;
	if (setjmp(full) == 0)
		entry((Str){ (const char *)bytes, (ptrdiff_t)count }, &perm);
	return 0;
}

#endif
