/* manual.c: the manual page in troff's man macros, printed from the rows. */
#include "cli/help.h"
#include "cli/show.h"

/* Text for troff: a backslash is doubled, a hyphen stays a hyphen when copied, and a line that
 * begins with a dot or an apostrophe is text all the same. */
static void
add_troff(struct text *text, Str words)
{
	bool begins = text->len == 0 || text->at[text->len - 1] == '\n';
	if (begins && (str_begins(words, S(".")) || str_begins(words, S("'"))))
		text_add(text, S("\\&"));
	for (ptrdiff_t i = 0; i < words.len; i++) {
		if (words.at[i] == '\\')
			text_add(text, S("\\e"));
		else if (words.at[i] == '-')
			text_add(text, S("\\-"));
		else
			text_char(text, words.at[i]);
	}
}

static void
add_item(struct text *text, Str what, Str words)
{
	text_add(text, S(".TP\n.B "));
	add_troff(text, what);
	text_char(text, '\n');
	add_troff(text, words);
	text_char(text, '\n');
}

static void
add_command(struct text *text, const struct command *command, struct arena *perm)
{
	text_add(text, S(".SS "));
	add_troff(text, command_usage(command, perm));
	text_char(text, '\n');
	add_troff(text, command_sentences(command, perm));
	text_add(text, S("\n.PP\n.nf\n"));
	for (int i = 0; i < EXAMPLES_MOST && command->examples[i].len > 0; i++) {
		add_troff(text, str_format(perm, "    $ mainstay %.*s", STR_ARG(command->examples[i])));
		text_char(text, '\n');
	}
	text_add(text, S(".fi\n"));
	struct text accepted = text_new(perm);
	for (int id = 0; id < OPTIONS; id++)
		if (command->accepts & OPTION(id))
			text_format(&accepted, "%s--%.*s", accepted.len > 0 ? ", " : "Options: ",
			            STR_ARG(options[id].name));
	text_add(text, S(".PP\n"));
	add_troff(text, text_str(&accepted));
	text_char(text, '\n');
}

static void
add_settings(struct text *text, struct arena *perm)
{
	text_add(text, S(".SH ENVIRONMENT\n"));
	for (int id = 0; id < OPTIONS; id++)
		if (options[id].setting)
			add_item(text, option_variable((enum option_id)id, perm), options[id].help);
	add_item(text, S("MAINSTAY_SETTINGS"), S("the settings file, in place of the usual one"));
	add_item(text, S("NO_COLOR"), S("when set, no colour is used"));
	text_add(text, S(".SH FILES\n"));
	add_item(text, S("~/.config/mainstay/settings"),
	         S("settings, one a line: name = value; lines that begin with # are remarks"));
	add_item(text, S("~/.local/share/mainstay/mainstay.db"), S("the store, unless --store names another"));
}

enum status
run_manual(const struct invocation *in, struct arena *perm)
{
	(void)in;
	struct text text = text_new(perm);
	text_add(&text, S(".TH MAINSTAY 1 \"\" \"mainstay " MAINSTAY_VERSION "\"\n"
	                  ".SH NAME\nmainstay \\- the workforce figures of children's social care\n"
	                  ".SH SYNOPSIS\n.B mainstay\n.I COMMAND\n[options]\n"
	                  ".SH DESCRIPTION\nShows, compares and checks the published figures of every "
	                  "council in England. Data goes to standard output, messages to standard error.\n"
	                  ".SH COMMANDS\n"));
	for (int i = 0; i < command_count; i++)
		add_command(&text, &commands[i], perm);
	text_add(&text, S(".SH OPTIONS\n"));
	for (int id = 0; id < OPTIONS; id++)
		add_item(&text, option_usage(&options[id], perm), option_words(&options[id], perm));
	add_settings(&text, perm);
	text_add(&text, S(".SH EXIT STATUS\n"));
	for (int i = 0; i < exit_row_count; i++)
		add_item(&text, str_format(perm, "%d", (int)exit_rows[i].status), exit_rows[i].words);
	return put_bytes(S(""), text_str(&text), perm);
}
