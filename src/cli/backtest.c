/* backtest.c: past forecasts reckoned again and scored, with how far it is for a person at a terminal. */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "app/scores.h"
#include "cli/show.h"

static bool
tell(void *who, int done, int of)
{
	(void)who;
	if (done % 10 == 0) {
		fprintf(stderr, "\r\033[Kforecasting and scoring: %d of %d", done, of);
		fflush(stderr);
	}
	return true;
}

static void
tell_over(void)
{
	fprintf(stderr, "\r\033[K");
	fflush(stderr);
}

/* Which council, if one was said; false with an answer that names the nearest. */
static bool
find_area(const struct world *world, const struct ask *ask, int *area, struct answer *answer, struct arena *perm)
{
	struct asked asked;
	*area = NO_AREA;
	if (ask->area.len == 0)
		return true;
	if (!ask_settle(world, ask, NEEDS_AREA, &asked, answer, perm))
		return false;
	*area = asked.area;
	return true;
}

/* Nothing is written before all of it is reckoned: stopped by Ctrl-C, it leaves nothing. */
enum status
run_backtest(const struct invocation *in, struct arena *perm)
{
	struct world world;
	struct ask ask;
	struct error err;
	struct answer answer;
	struct backtest b;
	int area;
	if (!ask_of(in, &ask, perm, &err))
		return say(STATUS_USAGE, "%s", err.text);
	if (!world_open(&world, S(""), perm, &err))
		return say(STATUS_WORLD, "%s", err.text);
	if (!find_area(&world, &ask, &area, &answer, perm))
		return show_answer(in, &answer, perm);
	struct backtest_order order = { BACKTEST_FIRST, world.published.last_year - 1, area, BACKTEST_RUNS };
	if (line_has(&in->line, OPTION_ORIGIN))
		order.first = order.last = line_number(&in->line, OPTION_ORIGIN);
	bool told = isatty(STDERR_FILENO);
	struct backtest_watch watch = { tell, NULL };
	bool done = backtest_run(&world.published, order, told ? &watch : NULL, &b, perm, &err);
	if (told)
		tell_over();
	if (!done)
		return say(STATUS_USAGE, "%s", err.text);
	if (line_has(&in->line, OPTION_OUT))
		return put_bytes(line_text(&in->line, OPTION_OUT), backtest_write(&b, &world.published, perm), perm);
	answer = scores_told(&world, &b, area, true, perm);
	return show_answer(in, &answer, perm);
}
