/* help.h: words about commands and options, for help, the manual page and completion. */
#ifndef CLI_HELP_H
#define CLI_HELP_H

#include "cli/commands.h"

/* "mainstay scorecard AREA [options]" */
Str command_usage(const struct command *command, struct arena *perm);
/* What it does, as sentences. */
Str command_sentences(const struct command *command, struct arena *perm);
/* "--average AVERAGE", or "AREA" for what stands bare */
Str option_usage(const struct option *option, struct arena *perm);
/* Its help, what it may be and what it is unless given. */
Str option_words(const struct option *option, struct arena *perm);

/* What each exit status means. */
struct exit_row { enum status status; Str words; };
extern const struct exit_row exit_rows[];
extern const int exit_row_count;

#endif
