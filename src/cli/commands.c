/* commands.c: finding the command a line means, seeing that it has what it needs, running it. The
 * commands themselves are rows (rows.c). */
#include "cli/commands.h"

#include <stdarg.h>
#include <stdio.h>

#include "cli/nearest.h"
#include "cli/places.h"
#include "files/file.h"

enum { SETTINGS_FILE_MOST = 64 << 10 };      /* a page of settings is under a kilobyte */

enum status
say(enum status status, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	fputs("mainstay: ", stderr);
	vfprintf(stderr, format, args);
	fputc('\n', stderr);
	va_end(args);
	return status;
}

option_set
command_options(const struct command *command)
{
	option_set set = command->accepts | OPTION(OPTION_HELP);
	for (int i = 0; i < command->taken; i++)
		set |= OPTION(command->takes[i]);
	return set;
}

bool
command_needs(const struct command *command, enum option_id id)
{
	return (command->needs & OPTION(id)) != 0;
}

/* How many of a line's words spell this command, or 0. */
static int
words_spelling(const struct command *command, const struct line *line)
{
	Str rest = command->words;
	int used = 0;
	for (Str word = str_word(&rest); word.len > 0; word = str_word(&rest), used++)
		if (used == line->word_count || !str_equal(word, line->words[used]))
			return 0;
	return used;
}

/* The command that most words spell, so that "import undo 3" is not a file called "undo". */
static const struct command *
command_meant(const struct line *line, int *used)
{
	const struct command *meant = NULL;
	*used = 0;
	for (int i = 0; i < command_count; i++) {
		int spelled = words_spelling(&commands[i], line);
		if (spelled > *used) {
			*used = spelled;
			meant = &commands[i];
		}
	}
	return meant;
}

static enum status
no_such_command(const struct line *line, struct arena *perm)
{
	Str said = line->words[0];
	struct nearest nearest = { .to = said };
	for (int i = 0; i < command_count; i++)
		nearest_offer(&nearest, commands[i].words);
	return say(STATUS_USAGE, "there is no command \"%.*s\"%.*s\nSee: mainstay help", STR_ARG(said),
	           STR_ARG(nearest_text(&nearest, perm)));
}

/* Gives the bare words after the command's own to the options it takes, in order, leaving out
 * those a flag has filled. */
static bool
place_words(const struct command *command, int used, struct line *line, struct error *err)
{
	int next = used;
	for (int i = 0; i < command->taken && next < line->word_count; i++) {
		enum option_id id = command->takes[i];
		if (line->given[id].source == BY_COMMAND_LINE)
			continue;
		line->given[id] = (struct given){ line->words[next++], BY_COMMAND_LINE };
		if (!option_allows(id, line_text(line, id), err))
			return false;
	}
	if (next < line->word_count)
		return fail(err, "\"%.*s\" is a word too many; put quotation marks round a name or a "
		            "sentence of several words", STR_ARG(line->words[next]));
	return true;
}

static bool
only_accepted(const struct command *command, const struct line *line, struct error *err)
{
	for (int id = 0; id < OPTIONS; id++)
		if (line->given[id].source == BY_COMMAND_LINE &&
		    !(command_options(command) & OPTION(id)))
			return fail(err, "%.*s takes no --%.*s", STR_ARG(command->words),
			            STR_ARG(options[id].name));
	return true;
}

static bool
has_needs(const struct command *command, const struct line *line, struct error *err)
{
	for (int id = 0; id < OPTIONS; id++)
		if (command_needs(command, (enum option_id)id) &&
		    line_text(line, (enum option_id)id).len == 0)
			return fail(err, "%.*s needs %.*s: %.*s", STR_ARG(command->words),
			            STR_ARG(options[id].argument), STR_ARG(options[id].help));
	return true;
}

static enum status
wrong_use(const struct command *command, const struct error *err)
{
	return say(STATUS_USAGE, "%s\nSee: mainstay help %.*s", err->text, STR_ARG(command->words));
}

/* The settings file is read where there is one; that it is missing is no fault. */
static enum status
fill_settings(struct invocation *in, struct arena *perm)
{
	Str text = { 0 };
	struct error err;
	in->settings_path = settings_path(perm);
	if (path_exists(in->settings_path, *perm) &&
	    !file_read(in->settings_path, SETTINGS_FILE_MOST, &text, perm, &err))
		return say(STATUS_WORLD, "%s", err.text);
	if (!settings_fill(&in->line, text, in->settings_path, perm, &err))
		return say(STATUS_USAGE, "%s", err.text);
	return STATUS_DONE;
}

static enum status
run_command(struct invocation *in, int used, struct arena *perm)
{
	struct error err;
	if (line_has(&in->line, OPTION_HELP)) {
		in->line.given[OPTION_NOUN] = (struct given){ in->command->words, BY_COMMAND_LINE };
		return run_help(in, perm);
	}
	if (!place_words(in->command, used, &in->line, &err) ||
	    !only_accepted(in->command, &in->line, &err))
		return wrong_use(in->command, &err);
	enum status filled = fill_settings(in, perm);
	if (filled != STATUS_DONE)
		return filled;
	if (!has_needs(in->command, &in->line, &err))
		return wrong_use(in->command, &err);
	return in->command->run(in, perm);
}

enum status
command_run(int count, char *const arguments[], int64_t now, struct arena *perm)
{
	struct invocation in = { .now = now };
	struct error err;
	int used;
	if (!line_read(count, arguments, &in.line, &err))
		return say(STATUS_USAGE, "%s\nSee: mainstay help", err.text);
	in.command = command_meant(&in.line, &used);
	if (in.command)
		return run_command(&in, used, perm);
	if (in.line.word_count > 0)
		return no_such_command(&in.line, perm);
	if (line_has(&in.line, OPTION_VERSION))
		return run_version(&in, perm);
	if (line_has(&in.line, OPTION_HELP))
		return run_help(&in, perm);
	return say(STATUS_USAGE, "say what to do, such as: mainstay scorecard walsall\nSee: mainstay help");
}
