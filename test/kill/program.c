/* program.c: the program, started in a process group of its own and killed with all that it started. */
#include "kill.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

enum { WORDS_MOST = 16, START_MS_MOST = 10000 };

static int
now_ms(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int)(now.tv_sec % 1000000 * 1000 + now.tv_nsec / 1000000);
}

static pid_t
spawn(const struct trial *trial, pid_t group, const char *const *words, int out)
{
	posix_spawnattr_t attributes;
	posix_spawn_file_actions_t files;
	char *line[WORDS_MOST + 2] = { (char *)(uintptr_t)trial->program };
	pid_t child = -1;
	for (int i = 0; words[i] && i < WORDS_MOST; i++)
		line[i + 1] = (char *)(uintptr_t)words[i];
	posix_spawnattr_init(&attributes);
	posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
	posix_spawnattr_setpgroup(&attributes, group);
	posix_spawn_file_actions_init(&files);
	posix_spawn_file_actions_addopen(&files, 0, "/dev/null", 0, 0);
	posix_spawn_file_actions_adddup2(&files, out, 1);
	posix_spawn_file_actions_addopen(&files, 2, "/dev/null", 1, 0);
	if (posix_spawn(&child, trial->program, &files, &attributes, line, environ) != 0)
		child = -1;
	posix_spawn_file_actions_destroy(&files);
	posix_spawnattr_destroy(&attributes);
	return child;
}

/* "http://127.0.0.1:41234/" */
static int
port_said(int from)
{
	char said[256];
	size_t length = 0;
	struct pollfd ready = { .fd = from, .events = POLLIN };
	while (length < sizeof said - 1 && poll(&ready, 1, START_MS_MOST) > 0) {
		ssize_t more = read(from, said + length, sizeof said - 1 - length);
		if (more <= 0)
			break;
		length += (size_t)more;
		said[length] = 0;
		const char *colon = strrchr(said, ':');
		if (colon && strchr(said, '\n'))
			return atoi(colon + 1);
	}
	return 0;
}

int
server_start(struct trial *trial)
{
	int ends[2], began = now_ms();
	char store[512], mail[512];
	snprintf(store, sizeof store, "%.*s", STR_ARG(trial->store));
	snprintf(mail, sizeof mail, "%.*s", STR_ARG(trial->recruiting.mail));
	const char *const words[] = { "serve", "--port", "0", "--store", store, "--mail", mail, NULL };
	if (pipe2(ends, O_CLOEXEC))
		return -1;
	trial->server = spawn(trial, 0, words, ends[1]);
	close(ends[1]);
	trial->port = trial->server > 0 ? port_said(ends[0]) : 0;
	close(ends[0]);
	trial->over = false;
	return trial->port ? now_ms() - began : -1;
}

void
server_kill(struct trial *trial)
{
	bool there = trial->server > 0;          /* else the number would mean another group, or everybody */
	pthread_mutex_lock(&trial->lock);
	trial->over = true;
	if (there)
		kill(-trial->server, SIGKILL);
	pthread_mutex_unlock(&trial->lock);
	if (there)
		waitpid(trial->server, NULL, 0);
}

/* A command starts either before the group is killed, and dies with it, or not at all. */
bool
command_run(struct trial *trial, pid_t group, const char *const *words, Str *says, struct arena *perm)
{
	enum { SAYS_MOST = 16384 };
	int status = -1, ends[2];
	if (pipe2(ends, O_CLOEXEC))
		return false;
	pthread_mutex_lock(&trial->lock);
	pid_t child = trial->over ? -1 : spawn(trial, group, words, ends[1]);
	pthread_mutex_unlock(&trial->lock);
	close(ends[1]);
	char *said = new(perm, SAYS_MOST, char);
	ssize_t length = 0, more;
	while (length < SAYS_MOST && (more = read(ends[0], said + length, (size_t)(SAYS_MOST - length))) > 0)
		length += more;
	close(ends[0]);
	*says = (Str){ said, length };
	return child > 0 && waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}
