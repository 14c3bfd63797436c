/* commands.h: what can be asked on a command line, one row a command.
 *
 * A row says what a command is called, what it takes, what it may be told besides, what it shows,
 * and the words for help. Usage, help, the manual page and completion are loops over the rows
 * (help.c, manual.c), so none of them can say anything the program does not do.
 *
 * Data goes to standard output and messages to standard error. The exit status is one of four.
 */
#ifndef CLI_COMMANDS_H
#define CLI_COMMANDS_H

#include "app/app.h"
#include "cli/options.h"

enum status {
	STATUS_DONE = 0,
	STATUS_REFUSED = 1,          /* findings in a file, or a claim the figures do not bear */
	STATUS_USAGE = 2,            /* no such command, option, council, measure or year */
	STATUS_WORLD = 3             /* a disk, a network, a permission, a missing program */
};

struct invocation;

enum { TAKES_MOST = 3, EXAMPLES_MOST = 4 };

struct command {
	Str      words;                          /* "import undo" */
	Str      summary;                        /* one line: what it does */
	Str      about;                          /* more, for help; may be empty */
	enum option_id takes[TAKES_MOST];        /* what may stand bare, in order */
	int      taken;
	option_set needs;                          /* options that must be filled, however */
	option_set accepts;                        /* options it may be told besides those it takes */
	view    *shows;                          /* the view it prints, or NULL */
	struct need need;                        /* of a view: what it reads (app.h) */
	enum status (*run)(const struct invocation *, struct arena *perm);
	Str      examples[EXAMPLES_MOST];        /* without "mainstay" */
};

extern const struct command commands[];
extern const int command_count;

/* One command, about to run. */
struct invocation {
	const struct command *command;
	struct line line;
	Str     settings_path;                   /* where the settings file is looked for */
	int64_t now;                             /* UTC seconds */
};

/* Runs what a command line asks and gives the exit status. */
enum status command_run(int count, char *const arguments[], int64_t now, struct arena *perm);

/* Options a command can be given, those that stand bare included. */
option_set command_options(const struct command *command);
bool command_needs(const struct command *command, enum option_id id);

/* "mainstay: " and the words on standard error; gives the status, so a command can return it. */
enum status say(enum status status, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* ---- what rows run (each in the file named) -------------------------------------------------- */

typedef enum status act(const struct invocation *in, struct arena *perm);

act run_view;                /* show.c */
act run_import;              /* keep.c */
act run_undo;
act run_verify;
act run_demo;
act run_backtest;            /* backtest.c */
act run_convert_release;
act run_convert_neighbours;
act run_messages_send;       /* messages.c */
act run_load;                /* load.c */
act run_census;              /* census.c */
act run_census_rules;
act run_census_write;
act run_list;
act run_forecast;            /* forecast.c */
act run_forecast_kept;
act run_survival;            /* survival.c */
act run_account_add;         /* trust.c */
act run_account_list;
act run_account_invite;
act run_account_disable;
act run_account_enable;
act run_grant_add;
act run_grant_list;
act run_grant_end;
act run_audit_list;
act run_audit_verify;
act run_audit_head;
act run_record;              /* record.c */
act run_serve;               /* serve.c */
act run_settings;            /* places.c */
act run_help;                /* help.c */
act run_version;
act run_manual;              /* manual.c */
act run_completion;          /* completion.c */

#endif
