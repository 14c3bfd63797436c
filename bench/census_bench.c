/* census_bench.c: what a census return costs beside parsing its bytes.
 *
 *     census_bench make WORKERS FILE     writes a made-up return
 *     census_bench ratio FILE            Expat alone, then reading, checking and writing: processor time, least of five
 *     census_bench once FILE             reads and checks it: to be timed from outside; says its memory at most
 */
#include <expat.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include "census/read.h"
#include "census/rules.h"
#include "census/write.h"
#include "files/file.h"

enum { ROUNDS = 5, PIECE = 64 << 10, SOME_DAY_IN_2026 = 1780000000 };

static double
seconds(void)
{
	struct timespec now;
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* ---- a made-up return -------------------------------------------------------------------------- */

static void
put(struct worker *w, enum item item, Str text)
{
	w->cell[item - WORKER_FIRST].text = text;
}

static Str
code_of(enum item item, int i)
{
	return item_rows[item].codes[i % item_rows[item].code_count].code;
}

static void
make_paid(struct worker *w, int i, struct arena *perm)
{
	bool starts = i % 7 == 0;
	put(w, ITEM_LEVEL, code_of(ITEM_LEVEL, i));
	put(w, ITEM_STEP_UP, S("0"));
	put(w, ITEM_FRONTLINE, S("0"));
	put(w, ITEM_START, starts ? S("2025-03-01") : str_format(perm, "%d-%02d-15", 2005 + i % 19, 1 + i % 9));
	put(w, ITEM_ORIGIN, code_of(ITEM_ORIGIN, i % 8));
	put(w, ITEM_FTE_BEFORE, starts ? S("0") : S("1"));
	put(w, ITEM_DAYS_LOST, str_format(perm, "%d.5", i % 20));
	put(w, ITEM_ABSENT, S("0"));
	put(w, ITEM_SALARY, str_format(perm, "%d", 38000 + i % 9000));
}

static void
make_worker(struct worker *w, int i, struct arena *perm)
{
	bool agency = i % 6 == 0, cases = i % 5 < 3;
	*w = (struct worker){ .number = i + 1 };
	put(w, ITEM_AGENCY, agency ? S("1") : S("0"));
	put(w, ITEM_SWE, str_format(perm, "SW%d", 100000 + i));
	put(w, ITEM_FTE, i % 4 ? S("1") : S("0.6"));
	put(w, ITEM_BORN, str_format(perm, "%d-%02d-%02d", 1965 + i % 35, 1 + i % 12, 1 + i % 28));
	put(w, ITEM_SEX, i % 8 ? S("F") : S("M"));
	put(w, ITEM_ETHNICITY, code_of(ITEM_ETHNICITY, i % 16));
	put(w, ITEM_ROLE, cases ? S("5") : S("4"));
	put(w, ITEM_CASES, cases ? str_format(perm, "%d", 10 + i % 10) : S("0"));
	if (agency)
		put(w, ITEM_WEEKS, S("26"));
	else
		make_paid(w, i, perm);
}

static Str
made(int workers, struct arena *perm)
{
	static const struct { enum item item; Str text; } whole[] = {
		{ ITEM_COLLECTION, STR("CSWW") }, { ITEM_YEAR, STR("2025") }, { ITEM_REFERENCE_DATE, STR("2025-09-30") },
		{ ITEM_SOURCE_LEVEL, STR("L") }, { ITEM_LEA, STR("335") }, { ITEM_SOFTWARE, STR("made up") },
		{ ITEM_DATE_TIME, STR("2025-10-20T09:30:00") }, { ITEM_VACANCIES, STR("100") }, { ITEM_COVER_FTE, STR("50") },
		{ ITEM_COVER_HEADCOUNT, STR("60") },
	};
	struct census_return ret = { .form = FORM_BUILT, .worker_count = workers, .workers = new(perm, workers, struct worker) };
	for (ptrdiff_t i = 0; i < countof(whole); i++)
		ret.cell[whole[i].item].text = whole[i].text;
	for (int i = ITEM_RECRUITMENT_BONUS; i <= ITEM_COST_DBS; i++)
		ret.cell[i].text = S("0");
	for (int i = 0; i < workers; i++)
		make_worker(&ret.workers[i], i, perm);
	return_settle(&ret);
	return census_write_xml(&ret, perm);
}

/* ---- what is timed ------------------------------------------------------------------------------ */

static void
by_expat_alone(Str bytes, struct arena *perm)
{
	XML_Parser parser = XML_ParserCreate(NULL);
	(void)perm;
	for (ptrdiff_t at = 0; at < bytes.len; at += PIECE) {
		ptrdiff_t left = bytes.len - at;
		if (XML_Parse(parser, bytes.at + at, (int)(left < PIECE ? left : PIECE), left <= PIECE) != XML_STATUS_OK)
			exit(1);
	}
	XML_ParserFree(parser);
}

static struct census_return ret;
static struct findings found;

static void
read_return(Str bytes, struct arena *perm)
{
	found = findings_new(perm);
	if (!census_read(bytes, S("made.xml"), &(struct census_expect){ 0 }, &ret, &found, perm))
		exit(1);
}

static void
read_and_check(Str bytes, struct arena *perm)
{
	read_return(bytes, perm);
	census_check(&ret, SOME_DAY_IN_2026, &found, perm);
}

static void
read_and_write(Str bytes, struct arena *perm)
{
	read_return(bytes, perm);
	if (census_write_xml(&ret, perm).len != bytes.len)
		exit(1);
}

static double
least_of(void (*work)(Str bytes, struct arena *perm), Str bytes, const struct arena *perm)
{
	double least = 1e9;
	for (int i = 0; i < ROUNDS; i++) {
		struct arena here = *perm;
		double begin = seconds();
		work(bytes, &here);
		double took = seconds() - begin;
		least = took < least ? took : least;
	}
	return least;
}

static void
tell_ratios(Str bytes, const struct arena *perm)
{
	double expat = least_of(by_expat_alone, bytes, perm), reading = least_of(read_return, bytes, perm),
	       checking = least_of(read_and_check, bytes, perm), writing = least_of(read_and_write, bytes, perm);
	printf("%d workers, %.1f MB\n", ret.worker_count, (double)bytes.len / 1e6);
	printf("  Expat alone        %.3f s\n", expat);
	printf("  read               %.3f s  %.2f times\n", reading, reading / expat);
	printf("  read and checked   %.3f s  %.2f times\n", checking, checking / expat);
	printf("  read and written   %.3f s  %.2f times\n", writing, writing / expat);
}

static void
tell_once(Str bytes, struct arena *perm)
{
	struct rusage usage;
	read_and_check(bytes, perm);
	getrusage(RUSAGE_SELF, &usage);
	printf("%d workers, %td findings; %ld MB at most, %.2f times the file\n", ret.worker_count, found.count, usage.ru_maxrss / 1000,
	       (double)usage.ru_maxrss * 1024 / (double)bytes.len);
}

int
main(int count, char **arguments)
{
	struct arena perm = arena_reserve((ptrdiff_t)8 << 30);
	struct error err = { "" };
	Str bytes;
	if (count == 4 && strcmp(arguments[1], "make") == 0)
		return !file_write(str_of(arguments[3]), made(atoi(arguments[2]), &perm), perm, &err);
	if (count != 3 || !file_read(str_of(arguments[2]), CENSUS_FILE_MOST, &bytes, &perm, &err)) {
		printf("census_bench make WORKERS FILE | ratio FILE | once FILE %s\n", err.text);
		return 1;
	}
	if (strcmp(arguments[1], "once") == 0)
		tell_once(bytes, &perm);
	else
		tell_ratios(bytes, &perm);
	return 0;
}
