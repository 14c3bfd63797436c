/* census_check_bench.c: the rules of the census, asked of 100,000 workers with whom nothing is wrong, and of
 * 100,000 with each of whom five things are.
 *
 * Seconds are of the processor. That is three times every social worker in England. Budget: 1 microsecond a worker where nothing is wrong,
 * so that the check is small beside the reading of the file, and nothing kept for such a worker but 24 bytes
 * while people are told apart.
 */
#include <assert.h>
#include <stdio.h>
#include <time.h>

#include "census/rules.h"

enum { WORKERS = 100000, ROUNDS = 5, SOUND = 0, WRONG = 5 };

static double
seconds(void)
{
	struct timespec now;
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static const struct { enum item item; Str text; } worker_texts[] = {
	{ ITEM_AGENCY, STR("0") }, { ITEM_FTE, STR("0.8") }, { ITEM_BORN, STR("1985-05-17") }, { ITEM_SEX, STR("F") },
	{ ITEM_ETHNICITY, STR("WBRI") }, { ITEM_LEVEL, STR("2") }, { ITEM_STEP_UP, STR("0") }, { ITEM_ROLE, STR("5") },
	{ ITEM_START, STR("2012-04-01") }, { ITEM_FTE_BEFORE, STR("0.8") }, { ITEM_CASES, STR("14") },
	{ ITEM_DAYS_LOST, STR("8.5") }, { ITEM_FRONTLINE, STR("0") }, { ITEM_ABSENT, STR("0") }, { ITEM_SALARY, STR("41000") },
};

static const struct { enum item item; Str text; } return_texts[] = {
	{ ITEM_COLLECTION, STR("CSWW") }, { ITEM_YEAR, STR("2025") }, { ITEM_REFERENCE_DATE, STR("2025-09-30") },
	{ ITEM_SOURCE_LEVEL, STR("L") }, { ITEM_LEA, STR("335") }, { ITEM_DATE_TIME, STR("2025-10-20T09:30:00") },
	{ ITEM_VACANCIES, STR("2.5") }, { ITEM_COVER_FTE, STR("0") }, { ITEM_COVER_HEADCOUNT, STR("0") },
	{ ITEM_RECRUITMENT_BONUS, STR("1") }, { ITEM_RETENTION_BONUS, STR("1") }, { ITEM_PERFORMANCE_AWARD, STR("1") },
	{ ITEM_CAR_ALLOWANCE, STR("1") }, { ITEM_RELOCATION, STR("1") }, { ITEM_WEIGHTING, STR("1") }, { ITEM_COST_SWE, STR("1") },
	{ ITEM_COST_DBS, STR("1") }, { ITEM_OTHER_ALLOWANCES, STR("None") },
};

/* `wrong` of a worker's items, evenly over them, have a text that is none of theirs. */
static struct census_return *
made(int wrong, struct arena *perm)
{
	struct census_return *ret = new(perm, 1, struct census_return);
	*ret = (struct census_return){ .file = S("made.xml"), .form = FORM_XML, .header_line = 1, .module_line = 10,
	                               .workers = new(perm, WORKERS, struct worker), .worker_count = WORKERS };
	for (ptrdiff_t i = 0; i < countof(return_texts); i++)
		ret->cell[return_texts[i].item] = (struct cell_said){ return_texts[i].text, 5, 1 };
	for (int n = 0; n < WORKERS; n++) {
		struct worker *w = &ret->workers[n];
		w->number = n + 1;
		w->line = 100 + 20 * n;
		for (ptrdiff_t i = 0; i < countof(worker_texts); i++) {
			bool here = wrong > 0 && i % (countof(worker_texts) / wrong) == 1;
			w->cell[worker_texts[i].item - ITEM_AGENCY] = (struct cell_said){ here ? S("?") : worker_texts[i].text,
			                                                                  w->line + (int)i + 1, 3 };
		}
		w->cell[ITEM_SWE - ITEM_AGENCY] = (struct cell_said){ str_format(perm, "SW%d", (n * 7919) % 1000003), w->line, 3 };
	}
	return ret;
}

static void
bench(const char *name, int wrong, struct arena arena)
{
	struct census_return *ret = made(wrong, &arena);
	double settled = seconds(), best = 1e9;
	return_settle(ret);
	settled = seconds() - settled;
	ptrdiff_t told = 0, kept = 0;
	for (int round = 0; round < ROUNDS; round++) {
		struct arena scratch = arena;
		struct findings found = findings_new(&scratch);
		double start = seconds();
		census_check(ret, INT64_C(1760950000), &found, &scratch);
		double took = seconds() - start;
		best = took < best ? took : best;
		told = found.count;
		kept = scratch.next - arena.next;
	}
	assert(wrong ? told >= (ptrdiff_t)wrong * WORKERS : told == 0);
	printf("%-6s %d workers: texts to facts %6.1f ms, check %6.1f ms, %7.0f ns a worker, %td findings, %td bytes a worker\n",
	       name, WORKERS, settled * 1e3, best * 1e3, best / WORKERS * 1e9, told, kept / WORKERS);
}

int
main(void)
{
	struct arena arena = arena_reserve((ptrdiff_t)8 << 30);
	bench("sound", SOUND, arena);
	bench("wrong", WRONG, arena);
	return 0;
}
