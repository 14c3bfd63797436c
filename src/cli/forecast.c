/* forecast.c: commands about forecasts: how far they are, and how they are stopped. */
#include "app/forecast.h"

#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include "app/forecast_pages.h"
#include "cli/show.h"

/* Written by the signal, read between blocks of replications. */
static volatile sig_atomic_t stopped;

static void
stop(int signal_number)
{
	(void)signal_number;
	stopped = 1;
}

static bool
going(void *who, int64_t done, int64_t of)
{
	bool *shown = who;
	if (isatty(STDERR_FILENO) && of > 20 * BLOCK) {
		fprintf(stderr, "\r%lld of %lld futures", (long long)done, (long long)of);
		*shown = true;
	}
	return !stopped;
}

static void
ask_forecast(const struct invocation *in, struct ask *ask)
{
	const struct line *line = &in->line;
	ask->months = line_text(line, OPTION_MONTHS);
	ask->runs = line_text(line, OPTION_RUNS);
	ask->safe = line_text(line, OPTION_SAFE);
	ask->seed = line_text(line, OPTION_SEED);
	ask->scenario[0] = line_text(line, OPTION_LEVER);
	ask->scenario[1] = line_text(line, OPTION_LEVER_B);
	ask->scenario[2] = line_text(line, OPTION_LEVER_C);
}

static bool
has_levers(const struct ask *ask)
{
	return ask->scenario[0].len || ask->scenario[1].len || ask->scenario[2].len;
}

/* One command, three views: the outlook, scenarios, and keeping either. */
static struct command
command_wanted(const struct invocation *in, struct ask *ask, struct arena *perm)
{
	static const struct need plans = { OF_COUNCIL, GROUP_PLANS, REACH_WRITE };
	struct command wanted = *in->command;
	if (line_has(&in->line, OPTION_ALL_ENGLAND))
		wanted.shows = show_england_outlook;
	else if (has_levers(ask))
		wanted.shows = show_scenarios;
	if (!line_has(&in->line, OPTION_KEEP))
		return wanted;
	struct sents *sent = new(perm, 1, struct sents);
	sent->at[sent->count++] = (struct sent){ S("name"), line_text(&in->line, OPTION_KEEP) };
	ask->sent = sent;
	wanted.shows = keep_forecast;
	wanted.need = plans;
	return wanted;
}

enum status
run_forecast(const struct invocation *in, struct arena *perm)
{
	struct ask ask;
	struct error err;
	bool shown = false;
	struct forecast_watch watch = { going, &shown, line_number(&in->line, OPTION_THREADS), line_number(&in->line, OPTION_RANKS) };
	if (!ask_of(in, &ask, perm, &err))
		return say(STATUS_USAGE, "%s", err.text);
	ask_forecast(in, &ask);
	if (line_has(&in->line, OPTION_ALL_ENGLAND) == (ask.area.len > 0))
		return say(STATUS_USAGE, "say which council, or --all-england");
	if (line_has(&in->line, OPTION_ALL_ENGLAND) && (has_levers(&ask) || line_has(&in->line, OPTION_KEEP)))
		return say(STATUS_USAGE, "--all-england takes no levers, and is not kept: ask for one council");
	ask.watch = &watch;
	struct command wanted = command_wanted(in, &ask, perm);
	struct invocation again = *in;
	again.command = &wanted;
	struct sigaction halt = { .sa_handler = stop }, before;
	sigaction(SIGINT, &halt, &before);
	enum status status = show_asked(&again, &ask, perm);
	sigaction(SIGINT, &before, NULL);
	if (shown)
		fputs("\n", stderr);
	return status;
}

enum status
run_forecast_kept(const struct invocation *in, struct arena *perm)
{
	struct ask ask;
	struct error err;
	if (!ask_of(in, &ask, perm, &err))
		return say(STATUS_USAGE, "%s", err.text);
	ask.ref = line_text(&in->line, OPTION_FORECAST);
	ask.against = line_text(&in->line, OPTION_BESIDE);
	ask.how = ask.against.len ? S("") : S("again");
	return show_asked(in, &ask, perm);
}
