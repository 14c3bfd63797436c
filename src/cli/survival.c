/* survival.c: how long things last, of a table in a file, or of a council's own people. */
#include "app/survival.h"
#include "cli/show.h"
#include "files/file.h"

static enum status
show_file(const struct invocation *in, struct arena *perm)
{
	const struct line *line = &in->line;
	Str path = line_text(line, OPTION_FILE);
	struct error err;
	struct survival_asked asked = {
		.file = str_equal(path, S("-")) ? S("standard input") : path,
		.entry = line_text(line, OPTION_ENTRY), .exit = line_text(line, OPTION_EXIT),
		.event = line_text(line, OPTION_EVENT), .by = line_text(line, OPTION_BY),
		.cox = line_text(line, OPTION_COX), .times = line_text(line, OPTION_TIMES),
		.ties = line_text(line, OPTION_TIES), .limits = line_text(line, OPTION_LIMITS),
	};
	if (asked.exit.len == 0 || asked.event.len == 0)
		return say(STATUS_USAGE, "survival of a file needs --exit and --event: the columns that say when, and whether, it ended");
	if (!file_read(path, survival_file_most, &asked.bytes, perm, &err))
		return say(STATUS_WORLD, "%s", err.text);
	struct answer answer = survival_of_file(&asked, perm);
	return show_answer(in, &answer, perm);
}

/* Settings and the environment speak to every command; only who asks can contradict themselves. */
static bool
is_asked(const struct line *line, enum option_id id)
{
	return line->given[id].source == BY_COMMAND_LINE;
}

static const enum option_id of_files[] = { OPTION_ENTRY, OPTION_EXIT, OPTION_EVENT, OPTION_BY, OPTION_COX, OPTION_TIMES,
	                                   OPTION_TIES, OPTION_LIMITS };

enum status
run_survival(const struct invocation *in, struct arena *perm)
{
	if (line_has(&in->line, OPTION_FILE) && is_asked(&in->line, OPTION_AUTHORITY))
		return say(STATUS_USAGE, "--file and --authority do not go together: a table, or a council's own people");
	if (line_has(&in->line, OPTION_FILE))
		return show_file(in, perm);
	struct ask ask;
	struct error err;
	if (!line_has(&in->line, OPTION_AUTHORITY))
		return say(STATUS_USAGE, "survival needs --authority AREA, or --file FILE");
	for (int i = 0; i < countof(of_files); i++)
		if (is_asked(&in->line, of_files[i]))
			return say(STATUS_USAGE, "--%.*s is of a table: give --file, or leave it out", STR_ARG(options[of_files[i]].name));
	if (!ask_of(in, &ask, perm, &err))
		return say(STATUS_USAGE, "%s", err.text);
	return show_asked(in, &ask, perm);
}
