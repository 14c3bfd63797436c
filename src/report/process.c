/* process.c: starting a program, waiting for it, and saying how it ended. */
#include "report/process.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* Where a program's words go, in its folder. */
static const char MESSAGES[] = "messages.txt";

enum {
	MOST_WRITTEN  = 256 << 20,   /* bytes in one file: far over any report, far under a disk */
	PAUSE_NS      = 4000000,     /* between looks at whether it has ended */
};

/* ---- starting -------------------------------------------------------------------------------- */

/* In the folder, no input, words to a file, and none of our sockets or databases. */
static void
set_files(posix_spawn_file_actions_t *actions, const struct folder *folder)
{
	posix_spawn_file_actions_init(actions);
	posix_spawn_file_actions_addchdir_np(actions, folder->path);
	posix_spawn_file_actions_addopen(actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
	posix_spawn_file_actions_addopen(actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
	posix_spawn_file_actions_addopen(actions, STDERR_FILENO, MESSAGES,
	                                 O_WRONLY | O_CREAT | O_TRUNC, 0600);
	posix_spawn_file_actions_addclosefrom_np(actions, STDERR_FILENO + 1);
}

/* A process group of its own, so that all of it can be ended; and no signal blocked or ignored. */
static void
set_signals(posix_spawnattr_t *attributes)
{
	sigset_t all, none;
	sigfillset(&all);
	sigemptyset(&none);
	posix_spawnattr_init(attributes);
	posix_spawnattr_setflags(attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF
	                         | POSIX_SPAWN_SETSIGMASK);
	posix_spawnattr_setpgroup(attributes, 0);
	posix_spawnattr_setsigdefault(attributes, &all);
	posix_spawnattr_setsigmask(attributes, &none);
}

/* posix_spawn has no attribute for limits; they are set from here as soon as it runs. Memory is
 * left out: GHC's programs, of which pandoc is one, reserve a terabyte of addresses. */
static void
set_limits(pid_t child, int seconds)
{
	const struct rlimit time = { (rlim_t)seconds, (rlim_t)seconds };
	const struct rlimit written = { MOST_WRITTEN, MOST_WRITTEN };
	const struct rlimit no_core = { 0, 0 };
	prlimit(child, RLIMIT_CPU, &time, NULL);
	prlimit(child, RLIMIT_FSIZE, &written, NULL);
	prlimit(child, RLIMIT_CORE, &no_core, NULL);
}

/* Gives 0, or why the program could not be started. */
static int
start(const struct process *process, const struct folder *folder, pid_t *child)
{
	static const char *const fixed[] = {
		"LANG=C.UTF-8", "HOME=/nonexistent", "SOURCE_DATE_EPOCH=315532800",
	};
	char path[PATH_MAX];
	const char *ours = getenv("PATH");
	int length = snprintf(path, sizeof path, "PATH=%s", ours ? ours : "/usr/bin:/bin");
	if (length < 0 || length >= (int)sizeof path)
		return ENAMETOOLONG;
	char *environment[countof(fixed) + 2] = { path };
	for (ptrdiff_t i = 0; i < countof(fixed); i++)
		environment[i + 1] = (char *)(uintptr_t)fixed[i];

	posix_spawn_file_actions_t actions;
	posix_spawnattr_t attributes;
	set_files(&actions, folder);
	set_signals(&attributes);
	int why = posix_spawnp(child, process->arguments[0], &actions, &attributes,
	                       (char *const *)(uintptr_t)process->arguments, environment);
	posix_spawn_file_actions_destroy(&actions);
	posix_spawnattr_destroy(&attributes);
	return why;
}

/* ---- ending ---------------------------------------------------------------------------------- */

static double
seconds_now(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* Waits until it ends, and ends it when its time is over. False when it had to. */
static bool
wait_for(pid_t child, int seconds, int *status)
{
	double last = seconds_now() + seconds;
	const struct timespec pause = { .tv_nsec = PAUSE_NS };
	for (;;) {
		pid_t ended = waitpid(child, status, WNOHANG);
		if (ended == child)
			return true;
		if ((ended < 0 && errno != EINTR) || seconds_now() > last)
			break;
		nanosleep(&pause, NULL);
	}
	kill(-child, SIGKILL);
	while (waitpid(child, status, 0) < 0 && errno == EINTR)
		;
	return false;
}

/* The first line a program wrote on standard error. */
static void
read_message(const struct folder *folder, char *to, int room)
{
	char path[PATH_MAX];
	snprintf(path, sizeof path, "%s/%s", folder->path, MESSAGES);
	to[0] = '\0';
	FILE *file = fopen(path, "re");
	if (!file)
		return;
	if (fgets(to, room, file))
		to[strcspn(to, "\r\n")] = '\0';
	fclose(file);
}

static bool
judge(const struct process *process, const struct folder *folder, int status, struct error *err)
{
	const char *name = process->arguments[0];
	char message[200];
	if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
		return true;
	if (WIFSIGNALED(status))
		return fail(err, "%s was ended by signal %d", name, WTERMSIG(status));
	read_message(folder, message, (int)sizeof message);
	return fail(err, "%s failed: %s", name, message[0] ? message : "it did not say why");
}

bool
process_run(const struct process *process, const struct folder *folder, struct error *err)
{
	assert(process->arguments[0]);
	assert(process->seconds > 0);
	pid_t child;
	int why = start(process, folder, &child), status = 0;
	if (why == ENOENT || why == ENOTDIR || why == EACCES)
		return fail(err, "%s", process->missing);
	if (why)
		return fail(err, "cannot start %s: %s", process->arguments[0], strerror(why));
	set_limits(child, process->seconds);
	if (!wait_for(child, process->seconds, &status))
		return fail(err, "%s took more than %d seconds and was ended", process->arguments[0],
		            process->seconds);
	return judge(process, folder, status, err);
}
