/* main.c: the boundary of a command: the clock, the memory, and what happens when it is full. */
#include <time.h>

#include "cli/commands.h"

/* Address space for one command; pages are used as they are filled. All England takes 2 MiB, an
 * imported file at most 32 MiB and some ten times that while it is read. */
#define COMMAND_MOST ((ptrdiff_t)2 << 30)

int
main(int argc, char *argv[])
{
	struct arena perm = arena_reserve(COMMAND_MOST);
	jmp_buf full;
	if (!perm.next)
		return (int)say(STATUS_WORLD, "the system gave no memory");
	if (setjmp(full) != 0)
		return (int)say(STATUS_WORLD, "this is too large: it needs more than 2 GiB of memory");
	perm.full = &full;
	return (int)command_run(argc - (argc > 0), argv + (argc > 0), (int64_t)time(NULL), &perm);
}
