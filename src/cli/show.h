/* show.h: an answer, put where it was asked for, in the form it was asked in. */
#ifndef CLI_SHOW_H
#define CLI_SHOW_H

#include "cli/commands.h"

/* Writes the answer and gives the exit status. What was asked goes to standard output or to
 * --output; an answer that nothing is known, or that the question was wrong, goes to standard error. */
enum status show_answer(const struct invocation *in, const struct answer *answer, struct arena *perm);

/* Writes bytes to the file, or to standard output when the path is empty. */
enum status put_bytes(Str path, Str bytes, struct arena *perm);

/* What the command line asks of a view. False, with words, for a day that is not one. */
bool ask_of(const struct invocation *in, struct ask *ask, struct arena *perm, struct error *err);

/* Opens the world with its store, judges what is asked by the command's need, runs its view, shows the answer. */
enum status show_asked(const struct invocation *in, struct ask *ask, struct arena *perm);

#endif
