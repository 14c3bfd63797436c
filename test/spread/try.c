/* try.c: one forecast shared out as asked, for test/spread_ranks_test.sh.
 *
 * spread_try here|threads|ranks WORKERS REPLICATIONS [HOSTS|apart]: prints the hash of all that came of it, then what is told of how
 * it went. With `apart` each scenario is a job of its own, which changes no hash. On standard error a line for each tenth that is done, so that the script knows when it is in the middle.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../spread_try.h"

static void
told(void *whom, int64_t done, int64_t all)
{
	int *tenths = whom;
	for (; *tenths < done * 10 / all; ++*tenths)
		fprintf(stderr, "%d of 10\n", *tenths + 1);
}

int
main(int count, char **arguments)
{
	static const char *const ways[] = { "here", "threads", "ranks" };
	struct arena arena = arena_reserve((ptrdiff_t)1 << 28);
	struct error err;
	struct spread_went went;
	int by = 0, tenths = 0;
	while (count > 3 && by < 3 && strcmp(ways[by], arguments[1]) != 0)
		by++;
	if (count < 4 || by == 3)
		return fprintf(stderr, "spread_try here|threads|ranks WORKERS REPLICATIONS [HOSTS|apart]\n"), 2;
	bool apart = count > 4 && strcmp(arguments[4], "apart") == 0;
	struct try *try = try_new(apart ? TRY_APART : TRY_TOGETHER, &arena);
	struct spread spread = { .jobs = try->jobs, .job_count = try->count, .workers = atoi(arguments[2]),
		.replications = atoi(arguments[3]), .hosts = count > 4 && !apart ? arguments[4] : NULL, .seed = 20, .by = (enum spread_by)by,
		.told = told, .whom = &tenths };
	if (!spread_run(&spread, &went, &err))
		return fprintf(stderr, "%s\n", err.text), 1;
	printf("%016llx\nworkers %d lost %d\nunits %lld again %lld\n", (unsigned long long)try_hash(try), went.workers, went.lost,
	       (long long)went.units, (long long)went.again);
	return 0;
}
