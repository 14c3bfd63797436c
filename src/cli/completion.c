/* completion.c: what the tab key offers, printed for a shell from the rows.
 *
 * The names of areas and measures are written into the script, so that pressing the key starts
 * nothing. zsh reads bash's script by its own bashcompinit.
 */
#include "cli/show.h"

static Str
second_word(const struct command *command)
{
	Str words = command->words;
	str_word(&words);
	return str_trim(words);
}

static Str
first_word(const struct command *command)
{
	Str words = command->words;
	return str_word(&words);
}

/* Whether an earlier row begins with the same word. */
static bool
said_before(int at)
{
	for (int i = 0; i < at; i++)
		if (str_equal(first_word(&commands[i]), first_word(&commands[at])))
			return true;
	return false;
}

static void
add_first_words(struct text *text)
{
	for (int i = 0; i < command_count; i++)
		if (!said_before(i))
			text_format(text, " %.*s", STR_ARG(first_word(&commands[i])));
}

static void
add_areas(struct text *text, struct arena *perm)
{
	struct published p = { 0 };
	published_built_in(&p, perm);
	for (int i = 0; i < p.areas.count; i++)
		text_format(text, " %.*s", STR_ARG(p.areas.at[i].slug));
}

static void
add_measures(struct text *text)
{
	for (int m = 0; m < MEASURES; m++)
		text_format(text, " %.*s", STR_ARG(measures[m].name));
}

/* ---- bash and zsh -------------------------------------------------------------------------------- */

/* The words that an option's value may be, as bash writes them; empty when files are offered. */
static Str
bash_offer(const struct option *option)
{
	switch (option->offers) {
	case OFFER_AREAS: return S("$_mainstay_areas");
	case OFFER_MEASURES: return S("$_mainstay_measures");
	case OFFER_FILES: return S("");
	case OFFER_NOTHING: return option->choices;
	}
	return S("");
}

static void
add_bash_values(struct text *text)
{
	text_add(text, S("\tcase $before in\n"));
	for (int id = 0; id < OPTIONS; id++) {
		const struct option *option = &options[id];
		if (option->bare || option->argument.len == 0)
			continue;
		text_format(text, "\t--%.*s) ", STR_ARG(option->name));
		if (option->offers == OFFER_FILES)
			text_add(text, S("COMPREPLY=($(compgen -f -- \"$at\")); return ;;\n"));
		else
			text_format(text, "COMPREPLY=($(compgen -W \"%.*s\" -- \"$at\")); return ;;\n",
			            STR_ARG(bash_offer(option)));
	}
	text_add(text, S("\tesac\n"));
}

/* What may follow a command: second words of the commands that begin as it does, its flags, and the
 * words its bare options may be. */
static void
add_bash_command(struct text *text, const struct command *command)
{
	bool two = second_word(command).len > 0, files = false;
	text_format(text, "\t'%.*s%s) offer=\"", STR_ARG(command->words), two ? "'" : " '*");
	for (int i = 0; i < command_count && !two; i++)
		if (str_equal(first_word(&commands[i]), command->words))
			text_format(text, "%.*s ", STR_ARG(second_word(&commands[i])));
	for (int id = 0; id < OPTIONS; id++)
		if ((command_options(command) & OPTION(id)) && !options[id].bare)
			text_format(text, "--%.*s ", STR_ARG(options[id].name));
	for (int i = 0; i < command->taken; i++) {
		text_format(text, "%.*s ", STR_ARG(bash_offer(&options[command->takes[i]])));
		files = files || options[command->takes[i]].offers == OFFER_FILES;
	}
	text_format(text, "\"%s ;;\n", files ? "; files=yes" : "");
}

/* For nouns that are no command of their own: "release" is followed by "import" or "convert". */
static void
add_bash_second_words(struct text *text, Str noun)
{
	text_format(text, "\t'%.*s '*) offer=\"", STR_ARG(noun));
	for (int i = 0; i < command_count; i++)
		if (str_equal(first_word(&commands[i]), noun))
			text_format(text, "%.*s ", STR_ARG(second_word(&commands[i])));
	text_add(text, S("\" ;;\n"));
}

static void
add_bash_commands(struct text *text)
{
	text_add(text, S("\tcase \"$one $two\" in\n"));
	for (int pass = 0; pass < 2; pass++)
		for (int i = 0; i < command_count; i++)
			if ((second_word(&commands[i]).len > 0) == (pass == 0))
				add_bash_command(text, &commands[i]);
	for (int i = 0; i < command_count; i++)
		if (second_word(&commands[i]).len > 0 && !said_before(i))
			add_bash_second_words(text, first_word(&commands[i]));
	text_add(text, S("\tesac\n"));
}

static void
add_bash(struct text *text, struct arena *perm)
{
	text_add(text, S("_mainstay_areas=\""));
	add_areas(text, perm);
	text_add(text, S("\"\n_mainstay_measures=\""));
	add_measures(text);
	text_add(text, S("\"\n_mainstay()\n{\n"
	                 "\tlocal at=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}\n"
	                 "\tlocal one=${COMP_WORDS[1]} two=${COMP_WORDS[2]} offer= files=\n"));
	add_bash_values(text);
	add_bash_commands(text);
	text_add(text, S("\t[ \"$COMP_CWORD\" -gt 1 ] || offer=\""));
	add_first_words(text);
	text_add(text, S("\"\n\tCOMPREPLY=($(compgen -W \"$offer\" -- \"$at\"))\n"
	                 "\t[ -z \"$files\" ] || COMPREPLY+=($(compgen -f -- \"$at\"))\n"
	                 "}\ncomplete -F _mainstay mainstay\n"));
}

/* ---- fish ----------------------------------------------------------------------------------------- */

static void
add_fish_offer(struct text *text, const struct option *option)
{
	switch (option->offers) {
	case OFFER_AREAS: text_add(text, S(" -x -a \"$__mainstay_areas\"")); return;
	case OFFER_MEASURES: text_add(text, S(" -x -a \"$__mainstay_measures\"")); return;
	case OFFER_FILES: text_add(text, S(" -r -F")); return;
	case OFFER_NOTHING: text_format(text, " -x -a '%.*s'", STR_ARG(option->choices)); return;
	}
}

/* Single quotes in words are written \' inside fish's single quotes. */
static void
add_fish_words(struct text *text, Str words)
{
	text_add(text, S(" -d '"));
	for (ptrdiff_t i = 0; i < words.len; i++) {
		if (words.at[i] == '\'' || words.at[i] == '\\')
			text_char(text, '\\');
		text_char(text, words.at[i]);
	}
	text_add(text, S("'\n"));
}

static void
add_fish_command(struct text *text, const struct command *command)
{
	Str first = first_word(command), second = second_word(command);
	if (second.len > 0)
		text_format(text, "complete -c mainstay -n '__fish_seen_subcommand_from %.*s' -f -a %.*s",
		            STR_ARG(first), STR_ARG(second));
	else
		text_format(text, "complete -c mainstay -n __fish_use_subcommand -f -a %.*s", STR_ARG(first));
	add_fish_words(text, command->summary);
	option_set set = command_options(command);
	for (int id = 0; id < OPTIONS; id++) {
		const struct option *option = &options[id];
		if (!(set & OPTION(id)))
			continue;
		text_format(text, "complete -c mainstay -n '__fish_seen_subcommand_from %.*s'", STR_ARG(first));
		if (!option->bare)
			text_format(text, " -l %.*s", STR_ARG(option->name));
		if (option->argument.len > 0)
			add_fish_offer(text, option);
		add_fish_words(text, option->help);
	}
}

static void
add_fish(struct text *text, struct arena *perm)
{
	text_add(text, S("set -g __mainstay_areas"));
	add_areas(text, perm);
	text_add(text, S("\nset -g __mainstay_measures"));
	add_measures(text);
	text_char(text, '\n');
	for (int i = 0; i < command_count; i++)
		add_fish_command(text, &commands[i]);
}

enum status
run_completion(const struct invocation *in, struct arena *perm)
{
	Str shell = line_text(&in->line, OPTION_SHELL);
	struct text text = text_new(perm);
	if (str_equal(shell, S("fish"))) {
		add_fish(&text, perm);
	} else {
		if (str_equal(shell, S("zsh")))
			text_add(&text, S("#compdef mainstay\nautoload -U +X bashcompinit && bashcompinit\n"));
		add_bash(&text, perm);
	}
	return put_bytes(S(""), text_str(&text), perm);
}
