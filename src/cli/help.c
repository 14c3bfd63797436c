/* help.c: how to use a command, printed from its row; examples come first. */
#include "cli/help.h"

#include "cli/nearest.h"
#include "cli/show.h"

enum { HELP_COLUMN = 26, HELP_WIDTH = 96 };

/* Adds words broken at blanks to lines of HELP_WIDTH, each after `indent` blanks; the first line
 * already stands at column `at`. */
static void
add_wrapped(struct text *text, Str words, int at, int indent)
{
	for (Str word = str_word(&words); word.len > 0; word = str_word(&words)) {
		if (at > indent && at + 1 + (int)str_characters(word) > HELP_WIDTH) {
			text_format(text, "\n%*s", indent, "");
			at = indent;
		} else if (at > indent) {
			text_char(text, ' ');
			at++;
		}
		text_add(text, word);
		at += (int)str_characters(word);
	}
	text_char(text, '\n');
}

/* "  what                     words", the words in a column of their own. */
static void
add_entry(struct text *text, Str what, Str words)
{
	int gap = HELP_COLUMN - 2 - (int)what.len;
	text_format(text, "  %.*s", STR_ARG(what));
	if (gap > 1)
		text_format(text, "%*s", gap, "");
	else
		text_format(text, "\n%*s", HELP_COLUMN, "");
	add_wrapped(text, words, HELP_COLUMN, HELP_COLUMN);
}

Str
command_usage(const struct command *command, struct arena *perm)
{
	struct text text = text_new(perm);
	text_format(&text, "mainstay %.*s", STR_ARG(command->words));
	for (int i = 0; i < command->taken; i++) {
		const struct option *option = &options[command->takes[i]];
		bool needed = command_needs(command, command->takes[i]);
		text_format(&text, needed ? " %.*s" : " [%.*s]", STR_ARG(option->argument));
	}
	if (command->accepts)
		text_add(&text, S(" [options]"));
	return text_str(&text);
}

Str
command_sentences(const struct command *command, struct arena *perm)
{
	char *said = str_c(command->summary, perm);
	said[0] = (char)(said[0] - 'a' + 'A');
	return str_format(perm, "%s.%s%.*s", said, command->about.len > 0 ? " " : "",
	                  STR_ARG(command->about));
}

Str
option_usage(const struct option *option, struct arena *perm)
{
	if (option->bare)
		return option->argument;
	return str_format(perm, "--%.*s%s%.*s", STR_ARG(option->name),
	                  option->argument.len > 0 ? " " : "", STR_ARG(option->argument));
}

Str
option_words(const struct option *option, struct arena *perm)
{
	struct text text = text_new(perm);
	text_add(&text, option->help);
	if (option->choices.len > 0)
		text_format(&text, "; one of: %.*s", STR_ARG(option->choices));
	if (option->fallback.len > 0)
		text_format(&text, " (%.*s unless given)", STR_ARG(option->fallback));
	return text_str(&text);
}

/* What stands bare comes first, as it does on the line. */
static void
add_options(struct text *text, option_set set, struct arena *perm)
{
	text_add(text, S("\nOptions\n"));
	for (int bare = 1; bare >= 0; bare--)
		for (int id = 0; id < OPTIONS; id++)
			if ((set & OPTION(id)) && options[id].bare == (bool)bare)
				add_entry(text, option_usage(&options[id], perm),
				          option_words(&options[id], perm));
}

static void
add_command(struct text *text, const struct command *command, struct arena *perm)
{
	Str usage = command_usage(command, perm);
	text_format(text, "%.*s\n\n", STR_ARG(usage));
	for (int i = 0; i < EXAMPLES_MOST && command->examples[i].len > 0; i++)
		text_format(text, "  $ mainstay %.*s\n", STR_ARG(command->examples[i]));
	text_char(text, '\n');
	add_wrapped(text, command_sentences(command, perm), 0, 0);
	add_options(text, command_options(command), perm);
}

static void
add_exits(struct text *text)
{
	text_add(text, S("\nExit status\n"));
	for (int i = 0; i < exit_row_count; i++)
		text_format(text, "  %d  %.*s\n", (int)exit_rows[i].status, STR_ARG(exit_rows[i].words));
}

static Str
help_of_all(struct arena *perm)
{
	struct text text = text_new(perm);
	text_add(&text, S("mainstay: the workforce figures of children's social care\n\n"
	                  "  $ mainstay serve\n"
	                  "  $ mainstay scorecard walsall\n"
	                  "  $ mainstay claim --authority leicestershire \"turnover fell to 12.3% in 2023\"\n"
	                  "\nCommands\n"));
	for (int i = 0; i < command_count; i++)
		add_entry(&text, commands[i].words, commands[i].summary);
	add_exits(&text);
	text_add(&text, S("\nMore: mainstay help COMMAND\n"));
	return text_str(&text);
}

/* Whether a command is what help was asked for: by its words, or by the first of them. */
static bool
command_about(const struct command *command, Str noun)
{
	Str words = command->words;
	return str_equal(words, noun) || str_equal(str_word(&words), noun);
}

static Str
help_about(Str noun, struct arena *perm)
{
	struct text text = text_new(perm);
	for (int i = 0; i < command_count; i++) {
		if (!command_about(&commands[i], noun))
			continue;
		if (text.len > 0)
			text_add(&text, S("\n----\n\n"));
		add_command(&text, &commands[i], perm);
	}
	return text_str(&text);
}

enum status
run_help(const struct invocation *in, struct arena *perm)
{
	Str noun = line_text(&in->line, OPTION_NOUN);
	if (noun.len == 0)
		return put_bytes(S(""), help_of_all(perm), perm);
	Str help = help_about(noun, perm);
	if (help.len > 0)
		return put_bytes(S(""), help, perm);
	struct nearest nearest = { .to = noun };
	for (int i = 0; i < command_count; i++)
		nearest_offer(&nearest, commands[i].words);
	return say(STATUS_USAGE, "there is no command \"%.*s\"%.*s", STR_ARG(noun),
	           STR_ARG(nearest_text(&nearest, perm)));
}

enum status
run_version(const struct invocation *in, struct arena *perm)
{
	(void)in;
	return put_bytes(S(""), S("mainstay " MAINSTAY_VERSION "\n"), perm);
}

const struct exit_row exit_rows[] = {
	{ STATUS_DONE, STR("done; for claim: the figures bear the sentence") },
	{ STATUS_REFUSED, STR("the data says no: findings in a file, or a claim that is not supported") },
	{ STATUS_USAGE, STR("the question is wrong: no such command, option, council, measure or year") },
	{ STATUS_WORLD, STR("the machine says no: a disk, a permission, a missing program or store") },
};
const int exit_row_count = (int)countof(exit_rows);
