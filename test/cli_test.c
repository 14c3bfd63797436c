/* cli_test.c: command lines taken apart, settings and their sources, and the rows themselves. */
#include "check.h"

#include <stdlib.h>

#include "cli/commands.h"
#include "cli/help.h"
#include "cli/nearest.h"

enum { ARGUMENTS_MOST = 12 };

/* Reads a command line written with blanks; a word may not hold one here. */
static bool
read_line(const char *said, struct line *line, struct error *err, struct arena *perm)
{
	char *arguments[ARGUMENTS_MOST];
	int count = 0;
	Str rest = str_of(said);
	for (Str word = str_word(&rest); word.len > 0; word = str_word(&rest))
		arguments[count++] = str_c(word, perm);
	return line_read(count, arguments, line, err);
}

static void
options_may_stand_anywhere_and_be_joined_or_not(struct arena *perm)
{
	struct line line;
	struct error err;
	check(read_line("--format csv scorecard --average=mean walsall", &line, &err, perm));
	check_int(line.word_count, 2);
	check_str(line.words[0], S("scorecard"));
	check_str(line.words[1], S("walsall"));
	check_str(line_text(&line, OPTION_FORMAT), S("csv"));
	check_str(line_text(&line, OPTION_AVERAGE), S("mean"));
	check(!line_has(&line, OPTION_OUTPUT));
}

static void
after_two_dashes_everything_is_a_word(struct arena *perm)
{
	struct line line;
	struct error err;
	check(read_line("claim -- --format", &line, &err, perm));
	check_int(line.word_count, 2);
	check_str(line.words[1], S("--format"));
}

static void
a_single_dash_is_a_word_because_it_names_standard_input(struct arena *perm)
{
	struct line line;
	struct error err;
	check(read_line("import -", &line, &err, perm));
	check_str(line.words[1], S("-"));
}

static void
a_value_may_begin_with_one_dash_for_sorting_downwards(struct arena *perm)
{
	struct line line;
	struct error err;
	check(read_line("standing walsall x --sort -value", &line, &err, perm));
	check_str(line_text(&line, OPTION_SORT), S("-value"));
}

static void
command_lines_that_mean_nothing_are_refused_in_words(struct arena *perm)
{
	static const struct { const char *said; const char *because; } rows[] = {
		{ "scorecard --formaat csv", "there is no option --formaat; the nearest is --format" },
		{ "scorecard --zzzzzzzzzz", "there is no option --zzzzzzzzzz" },
		{ "scorecard -f csv", "there is no option -f; options begin with --" },
		{ "scorecard --format", "--format needs FORMAT after it" },
		{ "scorecard --format --output x", "--format needs FORMAT after it" },
		{ "scorecard --format=", "format may be one of: text csv json xlsx html docx; not \"\"" },
		{ "scorecard --format pdf", "format may be one of: text csv json xlsx html docx; not \"pdf\"" },
		{ "scorecard --format csv --format csv", "--format is given twice" },
		{ "import --dry-run=yes", "--dry-run takes no value" },
		{ "serve --port 65536", "port is a whole number from 0 to 65535; not \"65536\"" },
		{ "serve --port -1", "port is a whole number from 0 to 65535; not \"-1\"" },
		{ "serve --port 8e3", "port is a whole number from 0 to 65535; not \"8e3\"" },
		{ "serve --port 99999999999999999999", "port is a whole number from 0 to 65535; not "
		  "\"99999999999999999999\"" },
		{ "serve --store=", "store needs FILE" },
		{ "claim \xff\xfe", "argument 2 is not UTF-8 text" },
		{ "a b c d e f g h i", "too many words: \"i\"; put quotation marks round a name of several words" },
	};
	for (ptrdiff_t i = 0; i < countof(rows); i++) {
		struct line line;
		struct error err = { "" };
		check(!read_line(rows[i].said, &line, &err, perm));
		check_str(str_of(err.text), str_of(rows[i].because));
	}
}

static void
a_very_long_argument_is_a_word_like_any_other(struct arena *perm)
{
	enum { LENGTH = 1 << 20 };
	char *long_word = new(perm, LENGTH + 1, char);
	memset(long_word, 'x', LENGTH);
	char *arguments[] = { long_word };
	struct line line;
	struct error err;
	check(line_read(1, arguments, &line, &err));
	check_int(line.words[0].len, LENGTH);
	long_word[0] = long_word[1] = '-';
	check(!line_read(1, arguments, &line, &err));
	check(strlen(err.text) < sizeof err.text);
}

static void
the_flag_beats_the_environment_beats_the_file_beats_the_fallback(struct arena *perm)
{
	struct line line;
	struct error err;
	unsetenv("MAINSTAY_AVERAGE");
	check(read_line("scorecard walsall", &line, &err, perm));
	check(settings_fill(&line, S(""), S("settings"), perm, &err));
	check_str(line_text(&line, OPTION_AVERAGE), S("median"));
	check_int(line.given[OPTION_AVERAGE].source, BY_FALLBACK);
	check(!line_has(&line, OPTION_AVERAGE));

	check(read_line("scorecard walsall", &line, &err, perm));
	check(settings_fill(&line, S("average = mean\n"), S("settings"), perm, &err));
	check_int(line.given[OPTION_AVERAGE].source, BY_FILE);
	check_str(line_text(&line, OPTION_AVERAGE), S("mean"));

	setenv("MAINSTAY_AVERAGE", "median", 1);
	check(read_line("scorecard walsall", &line, &err, perm));
	check(settings_fill(&line, S("average = mean\n"), S("settings"), perm, &err));
	check_int(line.given[OPTION_AVERAGE].source, BY_ENVIRONMENT);
	check_str(line_text(&line, OPTION_AVERAGE), S("median"));

	check(read_line("scorecard walsall --average mean", &line, &err, perm));
	check(settings_fill(&line, S("average = median\n"), S("settings"), perm, &err));
	check_int(line.given[OPTION_AVERAGE].source, BY_COMMAND_LINE);
	check_str(line_text(&line, OPTION_AVERAGE), S("mean"));
	unsetenv("MAINSTAY_AVERAGE");
}

static void
a_settings_file_may_hold_remarks_and_blank_lines(struct arena *perm)
{
	struct line line = { 0 };
	struct error err;
	check(settings_fill(&line, S("# ours\r\n\r\n  port=9001  \r\nauthority = St Helens\n"),
	                    S("settings"), perm, &err));
	check_int(line_number(&line, OPTION_PORT), 9001);
	check_str(line_text(&line, OPTION_AUTHORITY), S("St Helens"));
}

static void
a_bad_settings_file_is_refused_by_line(struct arena *perm)
{
	static const struct { const char *text; const char *because; } rows[] = {
		{ "prot = 1\n", "settings:1: there is no setting \"prot\"; the nearest is: port" },
		{ "\nport = x\n", "settings:2: port is a whole number from 0 to 65535; not \"x\"" },
		{ "port 80\n", "settings:1: write it as name = value" },
		{ "format = csv\n", "settings:1: there is no setting \"format\"" },
	};
	for (ptrdiff_t i = 0; i < countof(rows); i++) {
		struct line line = { 0 };
		struct error err = { "" };
		check(!settings_fill(&line, str_of(rows[i].text), S("settings"), perm, &err));
		check_str(str_of(err.text), str_of(rows[i].because));
	}
}

static void
a_bad_variable_is_refused_by_name(struct arena *perm)
{
	struct line line = { 0 };
	struct error err = { "" };
	setenv("MAINSTAY_PORT", "web", 1);
	check(!settings_fill(&line, S(""), S("settings"), perm, &err));
	check_str(str_of(err.text),
	          S("MAINSTAY_PORT: port is a whole number from 0 to 65535; not \"web\""));
	unsetenv("MAINSTAY_PORT");
}

static void
nearest_names_come_nearest_first_and_far_ones_not_at_all(struct arena *perm)
{
	struct nearest nearest = { .to = S("scorcard") };
	nearest_offer(&nearest, S("settings"));
	nearest_offer(&nearest, S("scorecards"));
	nearest_offer(&nearest, S("scorecard"));
	nearest_offer(&nearest, S("serve"));
	check_int(nearest.count, 2);
	check_str(nearest.at[0], S("scorecard"));
	check_str(nearest_text(&nearest, perm), S("; the nearest are: scorecard, scorecards"));
}

static void
every_option_row_can_be_said_and_explained(struct arena *perm)
{
	for (int id = 0; id < OPTIONS; id++) {
		const struct option *option = &options[id];
		check(option->name.len > 0);
		check(option->help.len > 0);
		check(!option->bare || option->argument.len > 0);
		check(!option->setting || option->argument.len > 0);
		check(option_usage(option, perm).len > 0);
		struct error err;
		check(option->fallback.len == 0 || option_allows((enum option_id)id, option->fallback, &err));
		for (int other = 0; other < id; other++)
			check(!str_equal(options[other].name, option->name));
	}
}

static void
every_command_row_runs_something_and_shows_how(struct arena *perm)
{
	for (int i = 0; i < command_count; i++) {
		const struct command *command = &commands[i];
		check(command->run != NULL);
		check(command->summary.len > 0);
		check(command->examples[0].len > 0);
		check(command->run != run_view || command->shows);
		check(command->summary.at[0] >= 'a' && command->summary.at[0] <= 'z');
		check((command->needs & ~command_options(command)) == 0);
		check(str_begins(command_usage(command, perm), S("mainstay ")));
		for (int example = 0; example < EXAMPLES_MOST && command->examples[example].len > 0; example++)
			check(str_begins(command->examples[example], command->words));
		for (int other = 0; other < i; other++)
			check(!str_equal(commands[other].words, command->words));
	}
}

static void
every_option_is_taken_by_some_command(struct arena *perm)
{
	(void)perm;
	option_set taken = OPTION(OPTION_VERSION);
	for (int i = 0; i < command_count; i++)
		taken |= command_options(&commands[i]);
	for (int id = 0; id < OPTIONS; id++)
		check(taken & OPTION(id));
}

int
main(void)
{
	run(options_may_stand_anywhere_and_be_joined_or_not);
	run(after_two_dashes_everything_is_a_word);
	run(a_single_dash_is_a_word_because_it_names_standard_input);
	run(a_value_may_begin_with_one_dash_for_sorting_downwards);
	run(command_lines_that_mean_nothing_are_refused_in_words);
	run(a_very_long_argument_is_a_word_like_any_other);
	run(the_flag_beats_the_environment_beats_the_file_beats_the_fallback);
	run(a_settings_file_may_hold_remarks_and_blank_lines);
	run(a_bad_settings_file_is_refused_by_line);
	run(a_bad_variable_is_refused_by_name);
	run(nearest_names_come_nearest_first_and_far_ones_not_at_all);
	run(every_option_row_can_be_said_and_explained);
	run(every_command_row_runs_something_and_shows_how);
	run(every_option_is_taken_by_some_command);
	return tests_end();
}
