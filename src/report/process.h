/* process.h: another program, run to its end.
 *
 * By an argument vector, never a shell; in a folder of its own (folder.h), with nothing on its
 * standard input, a small environment, no open file of ours, and limits on time, processor and the
 * size of what it writes. What it says on standard error becomes part of our own error.
 */
#ifndef REPORT_PROCESS_H
#define REPORT_PROCESS_H

#include "report/folder.h"

struct process {
	const char *const *arguments;    /* [0] is looked up in PATH; ends with NULL */
	const char *missing;             /* what to say when there is no such program */
	int seconds;                     /* it is ended after this */
};

/* Exit 0 in time, or fails in words. */
bool process_run(const struct process *process, const struct folder *folder, struct error *err);

#endif
