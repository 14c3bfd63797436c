/* crew.c: starting mpiexec, being called by its first rank, ending it. */
#include "spread/crew.h"

#include <arpa/inet.h>
#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "spread/frame.h"

enum {
	HOSTS_BYTES  = 64 << 10,
	TOKEN_BYTES  = 16,
	CALL_SECONDS = 2,            /* for a caller to say who it is */
	END_LOOKS    = 400, END_PAUSE_NS = 5000000,     /* 2 seconds for mpiexec to end by itself */
	HELLO_MOST   = FRAME_HEAD + 256,
};

/* ---- being called ------------------------------------------------------------------------------- */

bool
call_open(struct call *call, bool beyond, struct error *err)
{
	struct sockaddr_in at = { .sin_family = AF_INET };
	socklen_t size = sizeof at;
	at.sin_addr.s_addr = htonl(beyond ? INADDR_ANY : INADDR_LOOPBACK);
	strcpy(call->address, "127.0.0.1");
	if (beyond && gethostname(call->address, sizeof call->address - 1) != 0)
		return fail(err, "this machine's name cannot be read: %s", strerror(errno));
	if (!random_digits(TOKEN_BYTES, &call->token, err))
		return false;
	call->listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
	if (call->listener < 0 || bind(call->listener, (struct sockaddr *)&at, size) != 0 ||
	    listen(call->listener, SPREAD_WORKERS_MOST) != 0 ||
	    getsockname(call->listener, (struct sockaddr *)&at, &size) != 0)
		return fail(err, "workers cannot be listened to: %s", strerror(errno));
	call->port = ntohs(at.sin_port);
	return true;
}

/* All of one frame, or nothing, from somebody not known yet. */
static ptrdiff_t
hello_receive(int caller, char *bytes)
{
	const struct timeval patience = { .tv_sec = CALL_SECONDS };
	ptrdiff_t len = 0, wants = 0;
	setsockopt(caller, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
	while (wants == 0 || len < wants) {
		ssize_t got = recv(caller, bytes + len, (size_t)((wants ? wants : FRAME_HEAD) - len), 0);
		if (got <= 0)
			return 0;
		len += got;
		wants = frame_length((Str){ bytes, len });
		if (wants < 0 || wants > HELLO_MOST)
			return 0;
	}
	return len;
}

int
call_take(const struct call *call, int *socket)
{
	char bytes[HELLO_MOST];
	struct frame hello;
	*socket = accept4(call->listener, NULL, NULL, SOCK_CLOEXEC);
	if (*socket < 0)
		return -1;
	ptrdiff_t len = hello_receive(*socket, bytes);
	if (len > 0 && frame_read((Str){ bytes, len }, &hello) && hello.kind == FRAME_HELLO &&
	    secret_equal(hello.parts[0], digits_str(&call->token)) &&
	    str_equal(hello.parts[1], str_of(MAINSTAY_VERSION)) &&
	    fcntl(*socket, F_SETFL, O_NONBLOCK) == 0)
		return hello.unit.job;
	close(*socket);
	return -1;
}

/* ---- which machines ------------------------------------------------------------------------------- */

static bool
name_sound(Str name)
{
	for (ptrdiff_t i = 0; i < name.len; i++)
		if (!strchr("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_", name.at[i]))
			return false;
	return name.len > 0 && name.len < 256 && name.at[0] != '-';
}

/* "name" or "name:ranks". */
static bool
host_read(Str line, struct crew *crew)
{
	Str name = str_trim(str_cut(&line, ':')), count = str_trim(line);
	int ranks = 0;
	for (ptrdiff_t i = 0; i < count.len; i++) {
		if (count.at[i] < '0' || count.at[i] > '9' || ranks > SPREAD_WORKERS_MOST)
			return false;
		ranks = ranks * 10 + count.at[i] - '0';
	}
	*crew = (struct crew){ .host = name, .ranks = line.at ? ranks : 1 };
	return name_sound(name) && crew->ranks >= 1 && crew->ranks <= SPREAD_WORKERS_MOST;
}

static bool
hosts_load(const char *path, Str *text, struct arena *perm, struct error *err)
{
	FILE *file = fopen(path, "re");
	if (!file)
		return fail(err, "the list of machines %s cannot be opened: %s", path, strerror(errno));
	char *at = new(perm, HOSTS_BYTES, char);
	size_t len = fread(at, 1, HOSTS_BYTES, file);
	fclose(file);
	*text = (Str){ at, (ptrdiff_t)len };
	return len < HOSTS_BYTES ? true : fail(err, "the list of machines %s is too long", path);
}

static struct crew *
crews_listed(const char *hosts, int *count, struct arena *perm, struct error *err)
{
	Str text;
	struct crew *crews = new(perm, SPREAD_WORKERS_MOST, struct crew);
	*count = 0;
	if (!hosts_load(hosts, &text, perm, err))
		return NULL;
	for (int number = 1, ranks = 0; text.len > 0; number++) {
		Str line = str_cut(&text, '\n'), said = str_trim(str_cut(&line, '#'));
		if (said.len == 0)
			continue;
		struct crew *crew = &crews[*count];
		if (*count == SPREAD_WORKERS_MOST || !host_read(said, crew) || (ranks += crew->ranks) > SPREAD_WORKERS_MOST) {
			fail(err, "%s, line %d: write a machine's name, or name:ranks; %d ranks in all", hosts, number,
			     SPREAD_WORKERS_MOST);
			return NULL;
		}
		++*count;
	}
	if (*count > 0)
		return crews;
	fail(err, "the list of machines %s names none", hosts);
	return NULL;
}

struct crew *
crews_of(const char *hosts, int ranks, int *count, struct arena *perm, struct error *err)
{
	struct crew *crews;
	if (hosts) {
		crews = crews_listed(hosts, count, perm, err);
	} else {
		crews = new(perm, 1, struct crew);
		*crews = (struct crew){ .ranks = ranks };
		*count = 1;
	}
	*count = crews ? *count : 0;
	for (int i = 0; i < *count; i++) {
		crews[i].socket = crews[i].messages = -1;
		crews[i].units = new(perm, UNITS_EACH_RANK * crews[i].ranks, struct spread_unit);
	}
	return crews;
}

/* ---- starting ----------------------------------------------------------------------------------- */

enum { ARGUMENTS_MOST = 16, ENVIRONMENT_MOST = 512 };

/* What a crew is started with, as text. */
struct start_words { char ranks[16], port[16], number[16], host[260], token[128]; };

static struct start_words
start_words_of(const struct crew *crew, int number, const struct call *call)
{
	struct start_words words;
	snprintf(words.ranks, sizeof words.ranks, "%d", crew->ranks + 1);
	snprintf(words.port, sizeof words.port, "%d", call->port);
	snprintf(words.number, sizeof words.number, "%d", number);
	snprintf(words.host, sizeof words.host, "%.*s", STR_ARG(crew->host));
	snprintf(words.token, sizeof words.token, "MAINSTAY_RANKS_TOKEN=%s", call->token.at);
	return words;
}

/* On this machine nothing is asked of ssh or a batch system. */
static void
arguments_of(const char **arguments, const struct start_words *words, const char *program, const struct call *call)
{
	bool beyond = words->host[0];
	const char *const all[] = { program, "start", "mpiexec", "-n", words->ranks, beyond ? "-hosts" : "-launcher",
		beyond ? words->host : "fork", program, call->address, words->port, words->number, NULL };
	static_assert(countof(all) <= ARGUMENTS_MOST, "room for them");
	memcpy(arguments, all, sizeof all);
}

/* The token goes by the environment, which others on the machine cannot read as they can arguments. */
static void
environment_of(char *token, char **environment)
{
	int n = 0;
	environment[n++] = token;
	for (char **old = environ; *old && n < ENVIRONMENT_MOST - 1; old++)
		environment[n++] = *old;
	environment[n] = NULL;
}

/* A process group of its own, nothing on its input, its words to a file of ours, no other open file. */
static int
mpiexec_start(struct crew *crew, const char *const *arguments, char *const *environment)
{
	posix_spawn_file_actions_t actions;
	posix_spawnattr_t attributes;
	sigset_t all, none;
	sigfillset(&all);
	sigemptyset(&none);
	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
	posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
	posix_spawn_file_actions_adddup2(&actions, crew->messages, STDERR_FILENO);
	posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1);
	posix_spawnattr_init(&attributes);
	posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
	posix_spawnattr_setsigdefault(&attributes, &all);
	posix_spawnattr_setsigmask(&attributes, &none);
	int why = posix_spawnp(&crew->pid, arguments[0], &actions, &attributes, (char *const *)(uintptr_t)arguments,
	                       environment);
	posix_spawn_file_actions_destroy(&actions);
	posix_spawnattr_destroy(&attributes);
	return why;
}

bool
crew_start(struct crew *crew, int number, const char *program, const struct call *call, struct error *err)
{
	struct start_words words = start_words_of(crew, number, call);
	const char *arguments[ARGUMENTS_MOST];
	char *environment[ENVIRONMENT_MOST];
	arguments_of(arguments, &words, program, call);
	environment_of(words.token, environment);
	crew->state = CREW_STARTING;
	crew->starts++;
	crew->waited = 0;
	crew->messages = memfd_create("messages", MFD_CLOEXEC);
	int why = crew->messages < 0 ? errno : mpiexec_start(crew, arguments, environment);
	if (why) {
		crew->pid = 0;
		crew_end(crew, NULL);
		return fail(err, "mpiexec cannot be started: %s", strerror(why));
	}
	return true;
}

/* ---- ending ------------------------------------------------------------------------------------- */

bool
crew_runs(struct crew *crew)
{
	int status;
	if (crew->pid && waitpid(crew->pid, &status, WNOHANG) == crew->pid)
		crew->pid = 0;
	return crew->pid;
}

/* It has a moment to end its ranks itself. */
static void
mpiexec_end(struct crew *crew)
{
	const struct timespec pause = { .tv_nsec = END_PAUSE_NS };
	if (crew_runs(crew) && crew->state != CREW_READY)
		kill(-crew->pid, SIGTERM);
	for (int look = 0; look < END_LOOKS && crew_runs(crew); look++)
		nanosleep(&pause, NULL);
	if (!crew->pid)
		return;
	kill(-crew->pid, SIGKILL);
	while (waitpid(crew->pid, NULL, 0) < 0 && errno == EINTR)
		;
	crew->pid = 0;
}

/* The first line it wrote. */
static void
messages_read(int messages, struct error *why)
{
	char line[300];
	ssize_t len = pread(messages, line, sizeof line - 1, 0);
	line[len > 0 ? len : 0] = '\0';
	line[strcspn(line, "\r\n")] = '\0';
	if (line[0])
		fail(why, "%s", line);
}

void
crew_leave(struct crew *crew)
{
	if (crew->socket >= 0)
		close(crew->socket);
	crew->socket = -1;
}

void
crew_end(struct crew *crew, struct error *why)
{
	crew_leave(crew);
	mpiexec_end(crew);
	if (crew->messages >= 0) {
		if (why)
			messages_read(crew->messages, why);
		close(crew->messages);
	}
	crew->messages = -1;
	crew->in.done = crew->in.len = crew->out.done = crew->out.len = 0;
	crew->state = CREW_GONE;
}
